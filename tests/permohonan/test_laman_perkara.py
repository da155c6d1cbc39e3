"""The page of a case: what the applicant sees in each state, and what stays unseen."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from permohonan.enums import Aksi, KategoriBerkas, Keputusan, Status
from permohonan.models import BerkasPermohonan, Butir, Permohonan
from permohonan.surat import terbitkan_semua
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.models import Instansi, Surat
from ppid_portal.kernel.perkara import jalankan
from tests.factories.permohonan import PETUGAS, PPID
from tests.permohonan.contoh_isian import NIK, PDF, URL_AJUKAN, berkas, isian, unduh

pytestmark = pytest.mark.django_db
RAHASIA_UNIT = "Catatan dalam: belum boleh keluar"


@pytest.fixture(autouse=True)
def _cache_kosong():
    cache.clear()


@pytest.fixture
def permohonan(client):
    """A request of two items, sent by `client`, which therefore may see it."""
    client.post(URL_AJUKAN, isian(butir_2="Hasil evaluasi pegawai", identitas=berkas()))
    return Permohonan.objects.get()


@pytest.fixture
def url(permohonan):
    return f"/permohonan/{permohonan.kode}/"


def putuskan(permohonan):
    """Decide the first item for, the second against, as the desk does before it answers."""
    Butir.objects.filter(permohonan=permohonan, urut=1).update(
        penguasaan="dikuasai", keputusan=Keputusan.DIKABULKAN, materi="Kontrak, 12 halaman"
    )
    Butir.objects.filter(permohonan=permohonan, urut=2).update(
        penguasaan="dikuasai",
        keputusan=Keputusan.DITOLAK,
        dasar_penolakan="17h",
        konsekuensi="Mengungkap rahasia pribadi pegawai.",
    )


def lampirkan(permohonan, *, diserahkan, nama="kontrak.pdf"):
    return BerkasPermohonan.objects.create(
        permohonan=permohonan,
        kategori=KategoriBerkas.JAWABAN,
        diserahkan=diserahkan,
        berkas=simpan_isi(PDF, nama=nama, tipe="application/pdf"),
    )


def jawab(permohonan):
    """Send the answer; nothing is granted without a file to hand over."""
    putuskan(permohonan)
    if not permohonan.berkas.filter(diserahkan=True).exists():
        lampirkan(permohonan, diserahkan=True, nama="jawaban.pdf")
    jalankan(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS)
    return jalankan(permohonan, Aksi.KABULKAN_SEBAGIAN, PPID)


def aksi(laman):
    return laman.context["aksi"]


# --- received
def test_permohonan_baru_menunjukkan_jam_pemegang_dan_langkah_berikutnya(client, permohonan, url):
    laman = client.get(url)

    assert laman.context["jam"].batas == permohonan.batas_waktu
    assert laman.context["pemegang"] == "Petugas layanan informasi"
    assert laman.context["berikutnya"].judul == "Memeriksa kelengkapan permohonan"
    assert [satu["keadaan"] for satu in laman.context["perjalanan"]] == ["kini"]
    assert aksi(laman) == {Aksi.CABUT}
    assert laman["Cache-Control"] == "private, no-store"
    assert laman["X-Robots-Tag"] == "noindex, nofollow, noarchive"


def test_halaman_perkara_tidak_menampilkan_data_pribadi(client, permohonan, url):
    isi = client.get(url).content.decode()

    pemohon = permohonan.pemohon
    data = (
        pemohon.nama,
        NIK,
        "9999 9901 0190 0001",
        pemohon.alamat,
        pemohon.surel,
        "0001",
        "ktp.pdf",
    )
    assert [nilai for nilai in data if nilai in isi] == []
    assert isi.count(permohonan.nomor) > 0


def test_hak_keberatan_disebut_dengan_tanggal_sebelum_batas(client, permohonan, url):
    keberatan = client.get(url).context["keberatan"]

    assert keberatan.batas == permohonan.batas_waktu
    assert (keberatan.terbuka, keberatan.lewat) == (False, False)
    assert keberatan.mulai > permohonan.batas_waktu


def test_batas_yang_lewat_diakui_dan_keberatan_terbuka(client, permohonan, url):
    jalankan(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS)
    kode = {"sessionid": client.cookies["sessionid"].value}
    besok = timezone.now() + timedelta(days=25)
    sesi = client.session
    sesi["akses_permohonan"] = {permohonan.kode.hex: int((besok + timedelta(hours=1)).timestamp())}
    sesi.set_expiry(timedelta(days=60))
    sesi.save()

    with time_machine.travel(besok, tick=False):
        laman = client.get(url)

    assert kode["sessionid"] == sesi.session_key
    assert laman.context["nada"] == "lewat"
    assert laman.context["keberatan"].terbuka is True
    assert laman.content.decode().count("Kami terlambat; hak Anda ada di bawah.") == 1


def test_keberatan_ditujukan_ke_atasan_dan_alamat_daerah_ini(client, permohonan, url):
    Instansi.objects.update_or_create(
        pk=1, defaults={"jabatan_atasan": "Sekretaris Daerah", "alamat": "Jalan Pendopo 1"}
    )

    isi = client.get(url).content.decode()

    assert isi.count("<dd>Sekretaris Daerah</dd>") == 1
    assert isi.count("Jalan Pendopo 1") == 2  # here and in the footer


# --- to be completed
def test_yang_kurang_disebut_satu_per_satu(client, permohonan, url):
    jalankan(permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, alasan="- Foto KTP buram\n- Tahun dokumen")

    laman = client.get(url)

    assert laman.context["kekurangan"] == ["Foto KTP buram", "Tahun dokumen"]
    assert aksi(laman) == {Aksi.LENGKAPI, Aksi.CABUT}
    assert client.get(f"{url}lengkapi/").context["kekurangan"] == [
        "Foto KTP buram",
        "Tahun dokumen",
    ]


def test_lengkapi_menyimpan_jawaban_dan_berkas(client, permohonan, url):
    jalankan(permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, alasan="Foto KTP buram")
    data = {"perbaikan": "Foto baru terlampir.", "identitas": berkas("ktp-baru.pdf")}

    jawaban = client.post(f"{url}lengkapi/", data)

    assert jawaban.url == url
    permohonan.refresh_from_db()
    assert permohonan.status == Status.TERDAFTAR_LENGKAP
    assert list(permohonan.berkas.values_list("berkas__nama", "kategori")) == [
        ("ktp.pdf", KategoriBerkas.IDENTITAS),
        ("ktp-baru.pdf", KategoriBerkas.IDENTITAS),
    ]
    assert client.get(url).context["kekurangan"] == []


def test_lengkapi_yang_kosong_menyebut_galat_dan_berkas_yang_hilang(client, permohonan, url):
    jalankan(permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, alasan="Foto KTP buram")

    laman = client.post(f"{url}lengkapi/", {"perbaikan": " ", "pendukung": berkas("peta.pdf")})

    form = laman.context["form"]
    assert dict(form.errors) == {"perbaikan": ["Tulis apa yang Anda lengkapi. Satu kalimat cukup."]}
    assert str(form["pendukung"].help_text).startswith("<strong>Berkas “peta.pdf” belum tersimpan.")


def test_lengkapi_berkas_jahat_ditolak(client, permohonan, url):
    jalankan(permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, alasan="Foto KTP buram")

    laman = client.post(
        f"{url}lengkapi/", {"perbaikan": "Ini", "identitas": berkas("ktp.pdf", b"<html>")}
    )

    assert list(laman.context["form"].errors) == ["identitas"]
    assert permohonan.berkas.count() == 1


def test_lengkapi_ketika_tidak_diminta_kembali_ke_perkara(client, permohonan, url):
    assert client.post(f"{url}lengkapi/", {"perbaikan": "Ini"}).url == url
    permohonan.refresh_from_db()
    assert permohonan.status == Status.DITERIMA


# --- withdrawn
def test_cabut_bertanya_dahulu(client, permohonan, url):
    laman = client.get(f"{url}cabut/")

    assert laman.templates[0].name == "permohonan/cabut.html"
    permohonan.refresh_from_db()
    assert permohonan.status == Status.DITERIMA


def test_cabut_mencabut_dan_menyimpan_alasan(client, permohonan, url):
    jawaban = client.post(f"{url}cabut/", {"alasan": "Sudah saya temukan"})

    assert jawaban.url == url
    permohonan.refresh_from_db()
    assert permohonan.status == Status.DICABUT
    assert permohonan.peristiwa.get(aksi=Aksi.CABUT).alasan == "Sudah saya temukan"
    laman = client.get(url)
    assert (aksi(laman), laman.context["nada"], laman.context["keberatan"]) == (set(), "diam", None)


def test_cabut_dua_kali_tidak_apa_apa(client, permohonan, url):
    jawaban = [client.post(f"{url}cabut/") for _ in range(2)]

    assert [satu.url for satu in jawaban] == [url, url]
    assert permohonan.peristiwa.filter(aksi=Aksi.CABUT).count() == 1


# --- decided, not yet sent
def test_keputusan_dan_berkas_tidak_tampak_sebelum_dikirim(client, permohonan, url):
    putuskan(permohonan)
    satu = lampirkan(permohonan, diserahkan=True, nama="bocor.pdf")

    laman = client.get(url)

    isi = laman.content.decode()
    assert [kata in isi for kata in ("Kontrak, 12 halaman", "17 huruf h", "bocor.pdf")] == [
        False
    ] * 3
    assert list(laman.context["jawaban"]) == []
    assert client.get(f"{url}berkas/{satu.berkas_id}/").status_code == 404
    satu.refresh_from_db()
    assert satu.diunduh_pada is None


def test_langkah_dalam_tidak_tampak(client, permohonan, url):
    jalankan(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS)
    jalankan(permohonan, Aksi.PUTUSKAN_BUTIR, PPID, alasan=RAHASIA_UNIT)

    laman = client.get(url)

    assert [satu["judul"] for satu in laman.context["perjalanan"]] == [
        "Permohonan diterima dan didaftarkan",
        "Permohonan dinyatakan lengkap",
    ]
    assert laman.content.decode().count(RAHASIA_UNIT) == 0


# --- answered
def test_jawaban_tiap_butir_dalam_kata_biasa(client, permohonan, url):
    jawab(permohonan)

    laman = client.get(url)

    isi = laman.content.decode()
    assert isi.count("Informasi ini diberikan kepada Anda.") == 1
    assert isi.count("Kontrak, 12 halaman") == 1
    assert isi.count("Pasal 17 huruf h: rahasia pribadi") == 1
    assert isi.count("Mengungkap rahasia pribadi pegawai.") == 1
    assert laman.context["nada"] == "selesai"
    assert aksi(laman) == set()


def test_hak_keberatan_setelah_dijawab_dengan_hari_terakhir(client, permohonan, url):
    jawab(permohonan)

    laman = client.get(url)

    jendela = permohonan.jangka.get(kunci="keberatan")
    assert laman.context["keberatan"].sampai == jendela.batas
    assert laman.context["keberatan"].terbuka is True


def test_berkas_jawaban_dapat_diunduh_dan_unduhannya_dicatat(client, permohonan, url):
    satu = lampirkan(permohonan, diserahkan=True)
    jawab(permohonan)

    jawaban, isi = unduh(client, f"{url}berkas/{satu.berkas_id}/")

    assert isi == PDF
    assert jawaban["Content-Disposition"] == 'attachment; filename="kontrak.pdf"'
    assert jawaban["Cache-Control"] == "private, no-store"
    satu.refresh_from_db()
    assert timezone.localdate(satu.diunduh_pada) == timezone.localdate()


def test_berkas_yang_tidak_diserahkan_atau_kiriman_pemohon_tidak_dapat_diunduh(
    client, permohonan, url
):
    tertahan = lampirkan(permohonan, diserahkan=False)
    identitas = permohonan.berkas.get(kategori=KategoriBerkas.IDENTITAS)
    jawab(permohonan)

    kode = [
        client.get(f"{url}berkas/{satu}/").status_code
        for satu in (tertahan.berkas_id, identitas.berkas_id, uuid4())
    ]

    assert kode == [404, 404, 404]


def test_berkas_perkara_lain_tidak_terbuka_lewat_perkara_sendiri(client, permohonan, url):
    jawab(permohonan)
    lain = type(client)()
    lain.post(URL_AJUKAN, isian(butir_2="Dua"))
    perkara_lain = Permohonan.objects.exclude(pk=permohonan.pk).get()
    berkas_lain = lampirkan(perkara_lain, diserahkan=True)
    jawab(perkara_lain)
    surat_lain = terbitkan_semua(perkara_lain.peristiwa.get(aksi=Aksi.AJUKAN))[0]

    kode = [
        client.get(f"{url}berkas/{berkas_lain.berkas_id}/").status_code,
        client.get(f"{url}surat/{surat_lain.pk}/").status_code,
        unduh(lain, f"/permohonan/{perkara_lain.kode}/surat/{surat_lain.pk}/")[0].status_code,
    ]

    assert kode == [404, 404, 200]


def test_surat_tampak_di_perjalanan_dan_daftar_surat(client, permohonan, url):
    jawab(permohonan)
    for peristiwa in permohonan.peristiwa.all():
        terbitkan_semua(peristiwa)

    laman = client.get(url)

    surat = list(laman.context["surat"])
    assert {satu.jenis for satu in surat} == {
        "tanda_bukti",
        "pemberitahuan_tertulis",
        "surat_keputusan_penolakan",
    }
    alamat = [f"{url}surat/{satu.pk}/" for satu in surat]
    assert [unduh(client, satu)[1][:5] for satu in alamat] == [b"%PDF-"] * 3
    assert laman.context["perjalanan"][0]["url"] in alamat


def test_surat_untuk_petugas_tidak_terbuka_bagi_pemohon(client, permohonan, url):
    surat = Surat.objects.create(
        kode="AAAA",
        jenis="lembar_disposisi",
        judul="Lembar Disposisi",
        nomor="1",
        tahun=2026,
        urut=9999,
        tanggal=date(2026, 11, 24),
        perkara=permohonan.rujukan,
        rujukan="uji:1",
        berkas=simpan_isi(PDF, nama="lembar.pdf", tipe="application/pdf"),
    )

    assert list(client.get(url).context["surat"]) == []
    assert client.get(f"{url}surat/{surat.pk}/").status_code == 404


def test_tidak_dikuasai_menunjuk_badan_yang_menguasai(client, permohonan, url):
    permohonan.butir.update(
        penguasaan="badan_lain", badan_lain="Balai Besar Jalan", keputusan=Keputusan.TIDAK_DIKUASAI
    )
    jalankan(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS)
    jalankan(permohonan, Aksi.NYATAKAN_TIDAK_DIKUASAI, PPID)

    isi = client.get(url).content.decode()

    kalimat = "Informasi ini ada pada Balai Besar Jalan. Ajukan permohonan Anda ke sana."
    assert isi.count(kalimat) == 2


def test_tulisan_pemohon_tidak_menjadi_html(client, permohonan, url):
    Butir.objects.filter(permohonan=permohonan, urut=1).update(rincian="<img src=x onerror=1>")

    assert client.get(url).content.decode().count("<img src=x") == 0


def test_halaman_perkara_hemat_pertanyaan_ke_basis_data(
    client, permohonan, url, django_assert_max_num_queries
):
    jawab(permohonan)

    with django_assert_max_num_queries(30):
        client.get(url)
