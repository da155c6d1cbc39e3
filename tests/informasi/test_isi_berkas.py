"""The words inside files are found, with their page; never those of a file that is not public."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from informasi import actions
from informasi.models import Informasi, OlahanBerkas, TeksHalaman
from informasi.queries import cari
from informasi.queries.halaman import kata_berkas
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.peran import SISTEM, Peran
from tests.factories.informasi import PPID_UTAMA, InformasiFactory, unggahan
from tests.factories.kernel import PenggunaFactory
from tests.informasi.contoh_isi import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def _baca(informasi, *halaman):
    """Give an item an edition with this file, read in the background."""
    berkas = simpan_isi(pdf(*halaman), nama="laporan.pdf", tipe="application/pdf")
    actions.tambah_edisi(informasi, berkas=[berkas], pelaku=SISTEM)
    actions.olah_antrean()
    return Informasi.objects.get(pk=informasi.pk)


def _temu(q):
    return [b.informasi.pk for b in cari(q).butir]


def test_kata_di_dalam_berkas_ditemukan_dengan_halamannya():
    informasi = _baca(InformasiFactory(terbit=True), "Pengantar", "Rencana jembatan gantung")

    (butir,) = cari("jembatan").butir

    assert (butir.informasi, butir.petikan.berkas, butir.petikan.sebutan) == (
        informasi,
        "laporan.pdf",
        "halaman 2",
    )
    assert butir.petikan.teks.strip() == "Rencana <mark>jembatan</mark> gantung"


def test_judul_mendahului_isi_berkas():
    isi = _baca(InformasiFactory(terbit=True), "Rencana jembatan gantung")
    judul = InformasiFactory(judul="Data jembatan", terbit=True)

    assert _temu("jembatan") == [judul.pk, isi.pk]


def test_halaman_pencarian_menyebut_berkas_dan_halamannya(client):
    _baca(InformasiFactory(terbit=True), "Pengantar", "Rencana A & B jembatan")

    teks = client.get(reverse("informasi:daftar"), {"q": "jembatan"}).content.decode()

    assert teks.count("Di dalam laporan.pdf, halaman 2:") == 1
    assert teks.count("Rencana A &amp; B <mark>jembatan</mark>") == 1


def test_berkas_yang_terbaca_sebelum_terbit_ditemukan_setelahnya():
    informasi = _baca(InformasiFactory(), "Rencana jembatan gantung")
    assert _temu("jembatan") == []

    informasi = actions.usulkan(informasi, SISTEM)
    actions.terbitkan(informasi, PPID_UTAMA)

    assert _temu("jembatan") == [informasi.pk]


@pytest.mark.parametrize("keadaan", [{}, {"ditelaah": True}])
def test_isi_berkas_butir_yang_belum_terbit_tidak_ditemukan(keadaan):
    informasi = _baca(InformasiFactory(), "Rencana jembatan gantung")
    if keadaan:
        actions.usulkan(informasi, SISTEM)

    assert TeksHalaman.objects.count() == 1
    assert (_temu("jembatan"), kata_berkas(informasi)) == ([], "")


def test_isi_edisi_yang_menunggu_tidak_ditemukan_sampai_diumumkan():
    informasi = InformasiFactory(judul="Laporan jembatan", terbit=True)
    penulis = PenggunaFactory(peran=Peran.PETUGAS).sebagai_pelaku()
    berkas = [unggahan("a.pdf", pdf("Rahasia jembatan kemiri"))]
    actions.tambah_edisi(informasi, berkas=berkas, pelaku=penulis)
    actions.olah_antrean()

    assert TeksHalaman.objects.count() == 1
    assert (_temu("kemiri"), cari("jembatan").butir[0].petikan) == ([], None)

    actions.umumkan_edisi(
        Informasi.objects.get(), PenggunaFactory(peran=Peran.PPID_UTAMA).sebagai_pelaku()
    )

    assert _temu("kemiri") == [informasi.pk]
    assert cari("kemiri").butir[0].petikan.sebutan == "halaman 1"


def test_isi_berkas_butir_yang_ditarik_tidak_ditemukan():
    informasi = _baca(InformasiFactory(terbit=True), "Rencana jembatan gantung")

    actions.tarik(informasi, PPID_UTAMA, alasan="Memuat data pribadi")
    actions.olah_antrean()

    assert _temu("jembatan") == []


def test_isi_berkas_yang_dikecualikan_kemudian_tidak_ditemukan():
    informasi = _baca(InformasiFactory(judul="Daftar pos", terbit=True), "Rencana jembatan kemiri")
    assert _temu("kemiri") == [informasi.pk]

    informasi.kelas = "dikecualikan"
    actions.ubah(informasi, SISTEM)

    assert (_temu("kemiri"), cari("pos").butir[0].petikan) == ([], None)


def test_kata_dari_berkas_terbatas():
    informasi = _baca(InformasiFactory(terbit=True), " ".join(f"kata{n}" for n in range(1_500)))

    assert 4_900 < len(kata_berkas(informasi)) <= 5_000


def test_banyak_hasil_tidak_menambah_kueri():
    _baca(InformasiFactory(terbit=True), "Rencana jembatan satu")
    dengan_satu = _banyak_kueri()
    for n in range(3):
        _baca(InformasiFactory(terbit=True), f"Rencana jembatan {n}")

    assert (_banyak_kueri(), len(_temu("jembatan"))) == (dengan_satu, 4)


def _banyak_kueri():
    with CaptureQueriesContext(connection) as kueri:
        cari("jembatan")
    return len(kueri)


def test_sampul_tampil_di_halaman_butir_selama_berkasnya_terbuka(client):
    informasi = _baca(InformasiFactory(terbit=True), "Rencana")
    sampul = reverse("informasi:sampul", args=[OlahanBerkas.objects.get().sampul_id])

    teks = client.get(informasi.get_absolute_url()).content.decode()
    gambar = client.get(sampul)

    img = f'<img src="{sampul}" width="200" loading="lazy" alt="Halaman pertama laporan.pdf">'
    assert (teks.count(img), gambar.status_code, gambar["Content-Type"]) == (1, 200, "image/webp")
    assert b"".join(gambar.streaming_content)[8:12] == b"WEBP"
    actions.tarik(informasi, PPID_UTAMA, alasan="Memuat data pribadi")
    assert client.get(sampul).status_code == 404


def test_sampul_draf_tidak_terbuka(client):
    _baca(InformasiFactory(), "Rencana")

    sampul = reverse("informasi:sampul", args=[OlahanBerkas.objects.get().sampul_id])
    assert client.get(sampul).status_code == 404
