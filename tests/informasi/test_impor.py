"""The import of real and of bad lists."""

import csv
from collections import Counter

import pytest
from django.core.management import CommandError
from openpyxl import Workbook

from informasi import actions
from informasi.models import Informasi
from tests.factories.informasi import PPID_UTAMA
from tests.factories.kernel import UnitFactory
from tests.informasi.conftest import DIP

pytestmark = pytest.mark.django_db
KEPALA = "kategori,judul_informasi,ringkasan_isi,unit_penerbit,jangka_simpan\n"


def tulis(folder, isi, nama="dip.csv", sandi="utf-8"):
    berkas = folder / nama
    berkas.write_bytes(isi.encode(sandi))
    return berkas


def tulis_xlsx(folder, *baris, lembar="DIP"):
    buku = Workbook()
    buku.active.title = "Sampul"
    halaman = buku.create_sheet(lembar)
    for satu in baris:
        halaman.append(satu)
    buku.save(folder / "dip.xlsx")
    return folder / "dip.xlsx"


@pytest.mark.lambat
def test_daftar_nyata_masuk_seluruhnya_dan_diulang_tanpa_akibat(impor):
    wonogiri = UnitFactory(jenis="kecamatan", nama="Kecamatan Batuwarno", slug="kec-batuwarno")
    UnitFactory(nama="Dinas Komunikasi dan Informatika", singkatan="Diskominfo", slug="diskominfo")
    UnitFactory(nama="Badan Keuangan", singkatan="BPKAD", slug="bpkad")

    pertama = impor()
    kedua = impor()

    assert pertama == ["Baru 126, berubah 0, sama 0, ditolak 0."]
    assert kedua == ["Baru 0, berubah 0, sama 126, ditolak 0."]
    assert Counter(Informasi.objects.terbit().values_list("kelas", flat=True)) == {
        "berkala": 70,
        "setiap_saat": 35,
        "serta_merta": 14,
        "dikecualikan": 7,
    }
    assert Counter(Informasi.objects.values_list("unit__slug", flat=True)) == {
        "kabupaten-contoh": 121,
        "kec-batuwarno": 2,
        "diskominfo": 2,
        "bpkad": 1,
    }
    assert Counter(Informasi.objects.values_list("retensi", flat=True)) == {
        "selama_berlaku": 48,
        "tidak_disebut": 43,
        "bulan": 32,
        "permanen": 2,
        "selama_proses": 1,
    }
    berjalan = Informasi.objects.filter(jangka__berhenti_pada__isnull=True, jangka__utama=True)
    assert berjalan.count() == 70
    assert Informasi.objects.filter(indeks__isnull=False).count() == 126
    assert {i.unit for i in Informasi.objects.filter(pejabat="Camat Batuwarno")} == {wonogiri}
    assert sorted(
        Informasi.objects.filter(judul="Informasi Rahasia Negara").values_list("slug", flat=True)
    ) == ["informasi-rahasia-negara", "informasi-rahasia-negara-2"]


@pytest.mark.lambat
def test_setiap_kata_asli_tersimpan(impor):
    impor(terbitkan=False)

    with DIP.open(encoding="utf-8") as berkas:
        baris = list(csv.DictReader(berkas))
    tersimpan = Informasi.objects.order_by("pk").values_list(
        "judul", "ringkasan", "kelompok", "pejabat", "bentuk_asli", "retensi_asli", "sumber"
    )
    assert list(tersimpan) == [
        tuple(
            "" if satu[nama].strip() == "-" else satu[nama].strip()
            for nama in (
                "judul_informasi",
                "ringkasan_isi",
                "sub_kategori",
                "pejabat_menguasai",
                "bentuk",
                "jangka_simpan",
                "sumber",
            )
        )
        for satu in baris
    ]


def test_baris_buruk_dilaporkan_dengan_nomornya_dan_tidak_menahan_yang_baik(impor, tmp_path):
    berkas = tulis(
        tmp_path,
        KEPALA
        + "Berkala,Laporan A,,,\n"
        + "Berkala,,tanpa judul,,\n"
        + 'Berkala,"Judul\nbaris dua",,,\n'
        + "Rahasia,Laporan B,,,\n"
        + ",Laporan C,,,\n"
        + "\n"
        + "Berkala,Laporan D,,,,lebih,lebih lagi\n"
        + "Berkala dan Setiap Saat,Laporan E,,,\n"
        + "Setiap Saat,Laporan F,,,\n",
    )

    keluaran = impor(berkas)

    dikenal = "Berkala, Serta merta, Setiap saat, Dikecualikan"
    assert keluaran == [
        "Baris 3 ditolak: Judul kosong.",
        f"Baris 6 ditolak: Kategori “Rahasia” tidak dikenal; yang dikenal: {dikenal}.",
        f"Baris 7 ditolak: Kategori kosong; yang dikenal: {dikenal}.",
        "Baris 9 ditolak: Ada 7 kolom, kepala tabel punya 5: periksa tanda kutip dan pemisah.",
        "Baris 10 ditolak: Kategori “Berkala dan Setiap Saat” tidak dikenal; "
        f"yang dikenal: {dikenal}.",
        "Baru 3, berubah 0, sama 0, ditolak 5.",
    ]
    judul = Informasi.objects.order_by("pk").values_list("judul", flat=True)
    assert list(judul) == ["Laporan A", "Judul baris dua", "Laporan F"]


def test_baris_berubah_ditulis_dan_yang_sama_tidak_disentuh(impor, tmp_path):
    impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,lama,,1 tahun\nBerkala,Laporan B,,,\n"))
    sebelum = dict(Informasi.objects.values_list("judul", "versi"))

    keluaran = impor(
        tulis(tmp_path, f"{KEPALA}Setiap Saat,Laporan A,baru,,2 tahun\nBerkala,Laporan B,,,\n")
    )

    assert keluaran == ["Baru 0, berubah 1, sama 1, ditolak 0."]
    a, b = Informasi.objects.order_by("judul")
    assert (a.ringkasan, a.kelas, a.retensi_bulan, a.slug) == (
        "baru",
        "setiap_saat",
        24,
        "laporan-a",
    )
    assert a.batas_waktu is None  # no longer periodic: the update duty ended
    assert a.indeks.kelas == "setiap_saat"
    assert [p.aksi for p in a.peristiwa.all()] == [
        "catat", "usulkan", "terbitkan", "perbarui", "ubah", "ubah_kelas",
    ]  # fmt: skip
    assert b.versi == sebelum["Laporan B"]


def test_suntingan_petugas_tidak_ditimpa_oleh_daftar_yang_sama(impor, tmp_path):
    berkas = tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,lama,,\n")
    impor(berkas, terbitkan=False)
    informasi = Informasi.objects.get()
    informasi.ringkasan = "Diperbaiki petugas"
    actions.ubah(informasi, PPID_UTAMA)

    assert impor(berkas) == ["Baru 0, berubah 0, sama 1, ditolak 0."]
    assert Informasi.objects.get().ringkasan == "Diperbaiki petugas"


def test_butir_yang_ditarik_tidak_dihidupkan_kembali(impor, tmp_path):
    impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,lama,,\n"))
    actions.tarik(Informasi.objects.get(), PPID_UTAMA, alasan="Keliru")

    keluaran = impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,baru,,\n"))

    assert keluaran == [
        "Baris 2 ditolak: Butir ini sudah ditarik dari pengumuman; tidak diubah.",
        "Baru 0, berubah 0, sama 0, ditolak 1.",
    ]
    assert (Informasi.objects.get().ringkasan, Informasi.objects.get().status) == (
        "lama",
        "ditarik",
    )


@pytest.mark.parametrize(
    ("sandi", "pemisah"),
    [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-8", "\t"), ("cp1252", ",")],
)
def test_sandi_dan_pemisah_apa_pun_terbaca(impor, tmp_path, sandi, pemisah):
    isi = pemisah.join(["Kategori", "Judul Informasi", "Ringkasan"]) + "\r\n"
    isi += pemisah.join(["Berkala", "Laporan “café” – 2025", "Ringkas"]) + "\r\n"

    assert impor(tulis(tmp_path, isi, sandi=sandi)) == ["Baru 1, berubah 0, sama 0, ditolak 0."]
    assert Informasi.objects.get().judul == "Laporan “café” – 2025"


def test_xlsx_dengan_judul_tabel_di_atas_kepala_terbaca(impor, tmp_path):
    berkas = tulis_xlsx(
        tmp_path,
        ["DAFTAR INFORMASI PUBLIK TAHUN 2026"],
        [],
        ["No", "Klasifikasi", "Judul Informasi", "Jangka Waktu Penyimpanan", "Waktu Pembuatan"],
        [1, "Berkala", "Laporan keuangan", "5 (lima) tahun", 2025],
        [2, "Berkala", None, None, None],
    )

    keluaran = impor(berkas, lembar="DIP")

    assert keluaran == ["Baris 5 ditolak: Judul kosong.", "Baru 1, berubah 0, sama 0, ditolak 1."]
    informasi = Informasi.objects.get()
    assert (informasi.retensi, informasi.retensi_bulan, informasi.retensi_asli) == (
        "bulan", 60, "5 (lima) tahun",
    )  # fmt: skip
    assert (informasi.tahun, informasi.waktu_pembuatan) == (2025, "2025")


def test_kolom_bernama_lain_dipetakan(impor, tmp_path):
    berkas = tulis(tmp_path, "Golongan;Perihal;Isi\nSerta Merta;Banjir;Peringatan dini\n")

    keluaran = impor(
        berkas, pemetaan=["kategori=golongan", "Judul Informasi=PERIHAL", "ringkasan_isi=Isi"]
    )

    assert keluaran == ["Baru 1, berubah 0, sama 0, ditolak 0."]
    informasi = Informasi.objects.get()
    assert (informasi.kelas, informasi.judul, informasi.ringkasan) == (
        "serta_merta", "Banjir", "Peringatan dini",
    )  # fmt: skip


def test_judul_panjang_tidak_hilang(impor, tmp_path):
    judul = "Keputusan tentang " + "penetapan jalan kabupaten " * 20

    keluaran = impor(tulis(tmp_path, f"{KEPALA}Berkala,{judul.strip()},Ringkas,,\n"))

    informasi = Informasi.objects.get()
    assert keluaran == [
        "Baris 2: Judul lebih dari 300 huruf; utuhnya ada di ringkasan.",
        "Baru 1, berubah 0, sama 0, ditolak 0.",
    ]
    assert (len(informasi.judul), informasi.judul[-1]) == (300, "…")
    assert informasi.ringkasan == f"{judul.strip()}\n\nRingkas"


def test_isian_panjang_biasa_tidak_dipotong(impor, tmp_path):
    unit = "Bagian Administrasi Pembangunan " * 30

    impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan,Ringkas,Setda,{'5 tahun lalu ' * 40}\n"))
    impor(tulis(tmp_path, f"kategori,judul,kelompok,opd\nBerkala,Lain,{unit},x\n"))

    assert Informasi.objects.get(judul="Laporan").retensi_asli == ("5 tahun lalu " * 40).strip()
    assert Informasi.objects.get(judul="Lain").kelompok == unit.strip()


def test_tanpa_terbit_menyimpan_draf(impor, tmp_path):
    impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,,,\n"), "--tanpa-terbit")

    assert [i.status for i in Informasi.objects.all()] == ["draf"]


def test_pemilik_cadangan_dapat_disebut(impor, tmp_path):
    UnitFactory(slug="setda")

    impor(tulis(tmp_path, f"{KEPALA}Berkala,Laporan A,,Bagian Entah,\n"), unit="setda")

    assert Informasi.objects.get().unit.slug == "setda"


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "Berkas rusak.csv kosong."),
        (b"nama,alamat\na,b\n", "Kolom judul dan kategori tidak ditemukan."),
        (b"PK\x03\x04 bukan xlsx", "Berkas XLSX ini rusak atau bukan buku kerja Excel."),
        (b"\x00\x01\x02\x00", "Berkas ini bukan CSV dan bukan XLSX."),
        (b"kategori,judul\x81\n", "Berkas bukan teks UTF-8 atau Windows-1252."),
    ],
)
def test_berkas_rusak_gagal_dengan_sebabnya(impor, tmp_path, isi, pesan):
    berkas = tmp_path / "rusak.csv"
    berkas.write_bytes(isi)

    with pytest.raises(CommandError) as galat:
        impor(berkas)

    assert str(galat.value)[: len(pesan)] == pesan
    assert Informasi.objects.count() == 0


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"unit": "tidak-ada", "lembar": "DIP"}, "Unit “tidak-ada” tidak ada."),
        ({"lembar": "Lain"}, "Lembar “Lain” tidak ada. Yang ada: Sampul, DIP."),
        ({"pemetaan": ["entah=Judul"]}, "Pemetaan “entah=Judul” tidak dikenal."),
    ],
)
def test_pilihan_yang_keliru_ditolak(impor, tmp_path, isian, pesan):
    with pytest.raises(CommandError) as galat:
        impor(tulis_xlsx(tmp_path, ["Kategori", "Judul"]), **isian)

    assert str(galat.value)[: len(pesan)] == pesan


def test_berkas_yang_tidak_ada_disebut(impor, tmp_path):
    with pytest.raises(CommandError, match=r"Berkas tiada\.csv tidak dapat dibuka"):
        impor(tmp_path / "tiada.csv")
