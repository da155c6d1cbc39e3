"""The desk: worklists, the case page, buttons and forms."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from permohonan import actions
from permohonan.enums import Aksi, KategoriBerkas, Status, StatusDisposisi
from permohonan.models import Permohonan
from ppid_portal.kernel.kata import hari_tanggal
from tests.factories.kernel import UnitFactory
from tests.factories.permohonan import PermohonanFactory, pdf
from tests.permohonan.contoh_meja import ambil, laman, langkah, masuk, teks

# Unfold's own templates read variables that are not there.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
DAFTAR = "admin:permohonan_permohonan_changelist"
DAFTAR_DISPOSISI = "admin:permohonan_disposisi_changelist"


# --- worklists
@pytest.mark.lambat
@pytest.mark.parametrize("banyak", [1, 3])
def test_daftar_permohonan_sekian_kueri(client, petugas, django_assert_num_queries, banyak):
    for _ in range(banyak):
        PermohonanFactory(diproses=True)
    masuk(client, petugas).get(reverse(DAFTAR))

    with django_assert_num_queries(12):
        jawaban = client.get(reverse(DAFTAR))

    assert len(jawaban.context["cl"].result_list) == banyak


@pytest.mark.lambat
@pytest.mark.parametrize("banyak", [1, 3])
def test_daftar_disposisi_sekian_kueri(client, unit, pelaksana, django_assert_num_queries, banyak):
    for _ in range(banyak):
        PermohonanFactory(diproses=True, unit=unit)
    masuk(client, pelaksana).get(reverse(DAFTAR_DISPOSISI))

    with django_assert_num_queries(11):
        jawaban = client.get(reverse(DAFTAR_DISPOSISI))

    assert len(jawaban.context["cl"].result_list) == banyak


def test_daftar_mendahulukan_yang_paling_dekat_batasnya(client, petugas):
    kini = timezone.now()
    selesai = PermohonanFactory(ditolak=True)
    baru = PermohonanFactory()
    lama = PermohonanFactory(pada=kini - timedelta(days=30))

    jawaban = masuk(client, petugas).get(reverse(DAFTAR))

    assert list(jawaban.context["cl"].result_list) == [lama, baru, selesai]


def test_daftar_menyebut_sisa_dan_terlambat(client, petugas):
    PermohonanFactory(pada=timezone.now() - timedelta(days=60))

    jawaban = masuk(client, petugas).get(reverse(DAFTAR), {"batas": "terlambat"})

    (perkara,) = jawaban.context["cl"].result_list
    assert f"lewat {-perkara.sisa} hari kerja" in teks(jawaban)


@pytest.mark.parametrize("kata", ["nomor", "nama", "nik", "telepon", "surel", "butir"])
def test_pencarian_menemukan_satu_permohonan(client, petugas, kata):
    dicari = PermohonanFactory(butir=["Peta jalan Kecamatan Sukamaju"])
    PermohonanFactory()
    pemohon = dicari.pemohon
    tulisan = {
        "nomor": dicari.nomor,
        "nama": pemohon.nama.upper(),
        "nik": pemohon.nik,
        "telepon": f"+62 {pemohon.telepon[1:]}",
        "surel": pemohon.surel,
        "butir": "peta JALAN",
    }[kata]

    jawaban = masuk(client, petugas).get(reverse(DAFTAR), {"q": tulisan})

    assert list(jawaban.context["cl"].result_list) == [dicari]


# --- three people at every list and page
def test_siapa_melihat_permohonan(client, petugas, unit, pelaksana, unit_lain, orang_asing):
    permohonan = PermohonanFactory(diproses=True, unit=unit)

    kode = {}
    semua = {"petugas": petugas, "unit": pelaksana, "lain": unit_lain, "asing": orang_asing}
    for nama, siapa in semua.items():
        masuk(client, siapa)
        kode[nama] = (
            client.get(reverse(DAFTAR)).status_code,
            client.get(laman(permohonan)).status_code,
        )

    assert kode == {"petugas": (200, 200)} | dict.fromkeys(["unit", "lain", "asing"], (403, 403))


def test_siapa_melihat_disposisi(client, ppid, unit, pelaksana, unit_lain, orang_asing):
    disposisi = PermohonanFactory(diproses=True, unit=unit).disposisi.get()

    kode = {}
    semua = {"ppid": ppid, "unit": pelaksana, "lain": unit_lain, "asing": orang_asing}
    for nama, siapa in semua.items():
        kode[nama] = masuk(client, siapa).get(laman(disposisi)).status_code

    assert kode == {"ppid": 200, "unit": 200, "lain": 302, "asing": 403}


def test_bawahan_terlihat_oleh_unit_induk(client, unit, pelaksana):
    bawahan = UnitFactory(induk=unit)
    disposisi = PermohonanFactory(diproses=True, unit=bawahan).disposisi.get()

    assert masuk(client, pelaksana).get(laman(disposisi)).status_code == 200


@pytest.mark.lambat
def test_laman_unit_tidak_memuat_apa_pun_tentang_pemohon(client, unit, pelaksana):
    permohonan = PermohonanFactory(
        diproses=True,
        unit=unit,
        tujuan="Skripsi di Universitas Contoh",
        lampiran=[(pdf("ktp-ratnasari.pdf"), KategoriBerkas.IDENTITAS)],
    )
    actions.olah_peristiwa()
    disposisi, pemohon = permohonan.disposisi.get(), permohonan.pemohon
    masuk(client, pelaksana)

    isi = "".join(
        teks(client.get(alamat))
        for alamat in (
            reverse(DAFTAR_DISPOSISI),
            laman(disposisi),
            *(langkah(disposisi, aksi) for aksi in ("terima", "jawab", "kembalikan")),
        )
    )

    rahasia = [*pemohon.nama.split(), pemohon.nik, pemohon.surel, pemohon.telepon, pemohon.alamat]
    rahasia += [permohonan.tujuan, "ktp-ratnasari", "Buka identitas"]
    assert [kata for kata in rahasia if kata in isi] == []
    assert permohonan.nomor in isi


# --- the case page
@pytest.mark.lambat
def test_laman_perkara_memuat_jam_butir_dan_riwayat(client, petugas):
    permohonan = PermohonanFactory(telaah=True)
    actions.olah_peristiwa()

    isi = teks(masuk(client, petugas).get(laman(permohonan)))

    ada = ["Rencana kerja Dinas Pekerjaan Umum", "Jawaban unit masuk", "Tanda Bukti Penerimaan"]
    assert [kata for kata in ada if kata not in isi] == []
    assert [kata for kata in permohonan.pemohon.nama.split() if kata in isi] == []


@pytest.mark.parametrize(
    ("sifat", "siapa", "tombol"),
    [
        ({}, "petugas", ["Nyatakan lengkap", "Minta dilengkapi"]),
        ({"perlu_perbaikan": True}, "petugas", ["Lengkapi permohonan"]),
        ({"lengkap": True}, "petugas", []),
        (
            {"lengkap": True},
            "ppid",
            ["Disposisikan ke unit", "Putuskan tiap butir", "Perpanjang waktu"],
        ),
        (
            {"telaah": True},
            "ppid",
            ["Putuskan tiap butir", "Disposisikan ke unit", "Perpanjang waktu"],
        ),
        ({"dikabulkan": True}, "petugas", ["Catat penyerahan"]),
        (
            {"dikabulkan": True},
            "ppid",
            ["Catat penyerahan", "Umumkan jawaban di daftar informasi"],
        ),
    ],
)
def test_tombol_menurut_keadaan_dan_peran(client, request, sifat, siapa, tombol):
    permohonan = PermohonanFactory(**sifat)
    masuk(client, request.getfixturevalue(siapa))

    jawaban = client.get(laman(permohonan))

    assert [t["label"] for t in jawaban.context["tombol"]] == tombol


@pytest.mark.lambat
def test_yang_diminta_dan_tujuannya_mendahului_rincian(client, petugas):
    permohonan = PermohonanFactory(telaah=True, tujuan="Skripsi tentang jalan desa")

    isi = teks(masuk(client, petugas).get(laman(permohonan)))

    urut = [
        "Berikutnya",
        permohonan.butir.get().rincian,
        "Skripsi tentang jalan desa",
        "Dijawab unit",
        "Terlampir.",
        "jawaban.pdf",
        ">Rincian<",
        f'">{hari_tanggal(permohonan.tanggal_terima)}</dd>',
        ">Pemohon</h2>",
        ">Riwayat</h2>",
    ]
    letak = [isi.index(kata, isi.index('id="content-main"')) for kata in urut]
    assert letak == sorted(letak)
    assert isi.count(">Pemohon</h2>") + isi.count("<dt>Pemohon</dt>") == 1


@pytest.mark.parametrize("perkara", ["permohonan", "disposisi"])
def test_laman_perkara_hanya_punya_satu_riwayat(client, ppid, perkara):
    permohonan = PermohonanFactory(diproses=True)
    satu = permohonan if perkara == "permohonan" else permohonan.disposisi.get()

    isi = teks(masuk(client, ppid).get(laman(satu)))

    assert (isi.count(">Riwayat</h2>"), isi.count(laman(satu, "history"))) == (1, 0)


def test_laman_disposisi_mendahulukan_butir_instruksi_dan_jawaban(client, unit, pelaksana):
    disposisi = PermohonanFactory(telaah=True, unit=unit).disposisi.get()

    isi = teks(masuk(client, pelaksana).get(laman(disposisi)))

    urut = ["Rencana kerja Dinas", "Siapkan dokumen.", "Terlampir.", "jawaban.pdf", ">Rincian<"]
    letak = [isi.index(kata, isi.index('id="content-main"')) for kata in urut]
    assert letak == sorted(letak)


def test_langkah_menyebut_apa_yang_akan_dikirim(client, petugas):
    isi = teks(masuk(client, petugas).get(langkah(PermohonanFactory(), "minta_perbaikan")))

    ada = [
        "Pemberitahuan dikirim kepada: Pemohon.",
        "Surat “Surat Keterangan Tidak Lengkap” diterbitkan",
        "Tenggat “Pemohon melengkapi permohonan” mulai berjalan",
    ]
    assert [kata for kata in ada if kata not in isi] == []


# --- steps through the desk
def test_jalan_lengkap_lewat_meja(client, petugas, ppid, unit, pelaksana):
    permohonan = PermohonanFactory()
    segar = Permohonan.objects.get
    masuk(client, petugas)
    ambil(client, permohonan, "terima_lengkap")
    masuk(client, ppid)
    ambil(
        client,
        segar(),
        "disposisikan",
        unit=[unit.pk],
        instruksi="Siapkan",
        lama_hari=3,
    )
    disposisi = segar().disposisi.get()
    masuk(client, pelaksana)
    ambil(client, disposisi, "terima")
    disposisi.refresh_from_db()
    ambil(client, disposisi, "jawab", jawaban="Terlampir", berkas=[pdf("a.pdf"), pdf("b.pdf")])
    masuk(client, ppid)
    berkas = segar().berkas.first()
    ambil(
        client,
        segar(),
        "putuskan_butir",
        butir_1_penguasaan="dikuasai",
        butir_1_keputusan="dikabulkan",
        butir_1_materi="Renja 2026",
        diserahkan=[berkas.pk],
    )
    ambil(client, segar(), "kabulkan")
    ambil(
        client,
        segar(),
        "promosikan",
        judul="Renja 2026",
        ringkasan="Rencana kerja.",
        unit=unit.pk,
        kelas="setiap_saat",
        berkas=[berkas.pk],
    )
    masuk(client, petugas)
    ambil(client, segar(), "serahkan", bukti="tanda terima")

    assert [p.aksi for p in segar().peristiwa.order_by("urut")] == [
        Aksi.AJUKAN,
        Aksi.TERIMA_LENGKAP,
        Aksi.DISPOSISIKAN,
        Aksi.TERIMA_JAWABAN,
        Aksi.PUTUSKAN_BUTIR,
        Aksi.KABULKAN,
        Aksi.PROMOSIKAN,
        Aksi.SERAHKAN,
    ]
    assert segar().butir.get().informasi.judul == "Renja 2026"
    assert [b.diserahkan for b in segar().berkas.order_by("pk")] == [True, False]


def test_penolakan_tanpa_dasar_ditolak_form(client, ppid):
    permohonan = PermohonanFactory(telaah=True)

    jawaban = ambil(
        masuk(client, ppid),
        permohonan,
        "putuskan_butir",
        butir_1_penguasaan="dikuasai",
        butir_1_keputusan="ditolak",
    )

    assert (jawaban.status_code, jawaban.context["form"].errors["butir_1_keputusan"]) == (
        409,
        ["Penolakan wajib menyebut huruf Pasal 17 dan konsekuensinya."],
    )


def test_perpanjang_lewat_meja_hanya_sekali(client, ppid):
    permohonan = PermohonanFactory(lengkap=True)
    isi = {"alasan_perpanjangan": "belum_dikuasai", "alasan": "Dicari."}

    kode = [
        ambil(masuk(client, ppid), Permohonan.objects.get(), "perpanjang", **isi).status_code
        for _ in range(2)
    ]

    permohonan.refresh_from_db()
    assert (kode, permohonan.status) == ([302, 302], Status.DIPERPANJANG)
    assert permohonan.peristiwa.filter(aksi=Aksi.PERPANJANG).count() == 1


def test_langkah_bukan_wewenang_ditolak_meja(client, petugas, unit_lain, unit):
    permohonan = PermohonanFactory(diproses=True, unit=unit)
    disposisi = permohonan.disposisi.get()

    kode = {
        "petugas memperpanjang": ambil(
            masuk(client, petugas), permohonan, "perpanjang", alasan="x"
        ).status_code,
        "petugas menjawab": ambil(client, disposisi, "jawab", jawaban="x").status_code,
        "unit lain menjawab": ambil(
            masuk(client, unit_lain), disposisi, "jawab", jawaban="x"
        ).status_code,
    }

    assert kode == {
        "petugas memperpanjang": 403,
        "petugas menjawab": 403,
        "unit lain menjawab": 404,
    }
    disposisi.refresh_from_db()
    assert disposisi.status == StatusDisposisi.DITUGASKAN


@pytest.mark.parametrize("aksi", ["ajukan", "terima_jawaban", "minta_ulang"])
def test_langkah_tanpa_tombol_tidak_punya_laman(client, ppid, aksi):
    assert masuk(client, ppid).get(langkah(PermohonanFactory(), aksi)).status_code == 404


def test_berkas_jawaban_yang_bukan_dokumen_ditolak_form(client, unit, pelaksana):
    disposisi = PermohonanFactory(diproses=True, unit=unit).disposisi.get()

    jawaban = ambil(
        masuk(client, pelaksana), disposisi, "jawab", jawaban="Ada", berkas=[pdf("virus.exe")]
    )

    assert list(jawaban.context["form"].errors) == ["berkas"]
