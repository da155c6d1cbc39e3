"""What must not come out of any public door of the register, with something that could."""

import io
from dataclasses import dataclass

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from informasi import actions
from informasi.enums import Pindaian
from informasi.models import BerkasEdisi, OlahanBerkas
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM, Peran
from tests.factories.informasi import PPID_UTAMA, InformasiFactory, unggahan
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
RAHASIA = "rahasiasekali"
JUDUL = "judulrahasia"
CKAN = "/api/3/action"
PINTU = [
    "/",
    "/informasi/",
    "/informasi/?q=uraian",
    "/informasi/umpan.atom",
    "/informasi/umpan.atom?q=uraian",
    "/informasi/umpan.atom?unit=bpkad",
    "/informasi/unduh.csv",
    "/informasi/unduh.json",
    "/informasi/unduh.xlsx",
    "/sitemap.xml",
    "/sitemap-laman.xml",
    "/katalog.jsonld",
    "/katalog.ttl",
    "/api/v1/informasi/",
    "/api/v1/informasi/?q=uraian",
    "/api/v1/informasi/?unit=bpkad",
    "/api/v1/pilah/?q=uraian",
    "/api/v1/unit/",
    f"{CKAN}/package_list",
    f"{CKAN}/package_search?q=uraian",
    f"{CKAN}/package_search?rows=100&facet.field=%5B%22tags%22%5D",
    f"{CKAN}/organization_list?all_fields=true",
    f"{CKAN}/group_list?all_fields=true",
    f"{CKAN}/tag_list",
]
SATU = [
    "/informasi/{slug}/",
    "/api/v1/informasi/{slug}/",
    "/api/v1/informasi/{slug}/edisi/",
    "/api/v1/informasi/{slug}/berkas/",
    f"{CKAN}/package_show?id={{slug}}",
    f"{CKAN}/package_show?id={{pk}}",
    f"{CKAN}/package_search?fq=name:{{slug}}",
]


@dataclass
class Tertutup:
    """An item with something to hide, and the words that would show that it came out."""

    butir: object
    jejak: list


def buat(judul, **isian):
    """Make an item whose every column could leak."""
    return InformasiFactory(
        judul=judul, unit=UnitFactory(slug="bpkad", nama="Badan Keuangan"), berkas=1, tahun=1987,
        pejabat=RAHASIA, penanggung_jawab=RAHASIA, waktu_pembuatan=RAHASIA, tempat_pembuatan=RAHASIA,
        bentuk_asli=RAHASIA, retensi_asli=RAHASIA, sumber=RAHASIA, **isian,
    )  # fmt: skip


def jejak_berkas(butir):
    semua = Berkas.objects.filter(di_edisi__edisi__informasi=butir)
    semua.update(nama=f"{RAHASIA}.pdf")
    return [kata for b in semua for kata in (str(b.pk), b.sha256)]


def draf():
    butir = buat(f"Draf {JUDUL}", ringkasan=f"Uraian {RAHASIA}", kelompok=RAHASIA)
    return Tertutup(butir, [JUDUL, RAHASIA, "1987", *jejak_berkas(butir)])


def ditelaah():
    butir = buat(
        f"Telaah {RAHASIA}", ringkasan=f"Uraian {RAHASIA}", kelompok=RAHASIA, ditelaah=True
    )
    return Tertutup(butir, [JUDUL, RAHASIA, "1987", *jejak_berkas(butir)])


def ditarik():
    butir = buat(f"Tarik {JUDUL}", ringkasan=f"Uraian {RAHASIA}", kelompok=RAHASIA, ditarik=True)
    return Tertutup(butir, [JUDUL, RAHASIA, "1987", *jejak_berkas(butir)])


def dikecualikan():
    """An item that was open with its file, before its class changed."""
    butir = buat("Rencana pengamanan", ringkasan="Uraian rencana", terbit=True)
    butir.kelas = "dikecualikan"
    butir = actions.ubah(butir, SISTEM)
    return Tertutup(butir, [RAHASIA, "1987", *jejak_berkas(butir)])


def edisi_menunggu():
    butir = InformasiFactory(
        terbit=True, judul="Laporan", ringkasan="Uraian", unit=UnitFactory(slug="bpkad")
    )
    actions.tambah_edisi(butir, tahun=1987, periode=RAHASIA, berkas=[unggahan()], pelaku=PPID_UTAMA)
    return Tertutup(butir, [RAHASIA, "1987", *jejak_berkas(butir)])


KEADAAN = [draf, ditelaah, ditarik, dikecualikan, edisi_menunggu]


def isi(client, alamat):
    """Return everything that an answer says, of a sheet its cells."""
    jawaban = client.get(alamat)
    if not jawaban.streaming:
        return f"{jawaban.content.decode()} {dict(jawaban.headers)}"
    mentah = b"".join(jawaban.streaming_content)
    if alamat.endswith(".xlsx"):
        buku = load_workbook(io.BytesIO(mentah))
        return " ".join(str(sel.value) for baris in buku["DIP"].iter_rows() for sel in baris)
    return mentah.decode()


def bocor(client, alamat, jejak):
    teks = isi(client, alamat)
    return [kata for kata in jejak if kata in teks]


@pytest.fixture
def tetangga():
    """Something that is open beside it, so that no door is empty."""
    return InformasiFactory(terbit=True, judul="Tetangga", ringkasan="Uraian", berkas=1)


@pytest.mark.lambat
@pytest.mark.parametrize("petugas_lain", [False, True], ids=["umum", "petugas_unit_lain"])
@pytest.mark.parametrize("keadaan", KEADAAN, ids=lambda k: k.__name__)
def test_tidak_ada_pintu_yang_membocorkan(client, tetangga, keadaan, petugas_lain):
    tertutup = keadaan()
    if petugas_lain:
        client.force_login(PenggunaFactory(peran=Peran.PPID_PELAKSANA))
    # The neighbour's file has the same bytes: its hash may stand there, once it is another one.
    Berkas.objects.filter(di_edisi__edisi__informasi=tetangga).update(sha256="f" * 64)
    peta = reverse("peta_informasi", args=[tetangga.pk // 10_000])
    satu = [a.format(slug=tertutup.butir.slug, pk=tertutup.butir.pk) for a in SATU]
    # A page repeats the address that was asked; the title in it says nothing new to who asked it.
    semua = {alamat: bocor(client, alamat, tertutup.jejak) for alamat in [*PINTU, peta]}
    semua |= {
        alamat: [k for k in bocor(client, alamat, tertutup.jejak) if k not in alamat]
        for alamat in satu
    }

    assert {alamat: kata for alamat, kata in semua.items() if kata} == {}


@pytest.mark.parametrize("keadaan", KEADAAN, ids=lambda k: k.__name__)
def test_berkasnya_tidak_dapat_diambil(client, keadaan):
    tertutup = keadaan()
    kunci = Berkas.objects.get(di_edisi__edisi__informasi=tertutup.butir).pk

    assert client.get(reverse("informasi:berkas", args=[kunci])).status_code == 404


@pytest.mark.lambat
def test_penjaga_mengenali_yang_terbuka(client):
    """The same words of a published item do come out: the test above looks where it should."""
    terbuka = buat("Laporan", ringkasan=f"Uraian {RAHASIA}", kelompok=RAHASIA, terbit=True)
    berkas = Berkas.objects.get()
    tampak = {
        alamat
        for alamat in PINTU
        if bocor(client, alamat, [RAHASIA, str(berkas.pk), "/informasi/laporan/"])
    }

    assert set(PINTU) - tampak == {
        "/api/v1/unit/",
        "/sitemap.xml",
        "/sitemap-laman.xml",
        f"{CKAN}/package_list",
        f"{CKAN}/organization_list?all_fields=true",
        f"{CKAN}/group_list?all_fields=true",
    }
    assert terbuka.slug in isi(client, f"{CKAN}/package_list")


@pytest.mark.parametrize(
    "alamat",
    [
        "/informasi/?tahun=1987",
        "/informasi/?bentuk=hardcopy",
        f"/informasi/?q={RAHASIA}",
        "/informasi/umpan.atom?tahun=1987",
        "/informasi/umpan.atom?bentuk=hardcopy",
        f"/informasi/umpan.atom?q={RAHASIA}",
        "/api/v1/informasi/?tahun=1987",
        f"/api/v1/informasi/?q={RAHASIA}",
        f"{CKAN}/package_search?q={RAHASIA}",
    ],
)
def test_kolom_yang_tertutup_tidak_dapat_ditebak_lewat_saringan(client, alamat):
    """An excluded item is not among those of its year: the answer would tell the year."""
    tertutup = dikecualikan()
    tertutup.butir.bentuk = ["hardcopy"]
    actions.ubah(tertutup.butir, SISTEM)
    assert isi(client, alamat).count("pengamanan") == 0


def test_hitungan_tidak_menyebut_yang_tertutup(client):
    """Not even that there is something: counts are of what is published."""
    unit = UnitFactory(slug="dlh")
    for keadaan in ({}, {"ditelaah": True}, {"ditarik": True}):
        InformasiFactory(unit=unit, kelompok=RAHASIA, **keadaan)

    def hasil(jalur):
        return client.get(jalur).json()["result"]

    assert hasil(f"{CKAN}/package_search")["count"] == 0
    assert [o["package_count"] for o in hasil(f"{CKAN}/organization_list?all_fields=1")] == [0]
    assert [g["package_count"] for g in hasil(f"{CKAN}/group_list?all_fields=1")] == [0, 0, 0, 0]
    assert hasil(f"{CKAN}/tag_list") == []
    assert client.get("/api/v1/pilah/").json()["jumlah"] == 0
    assert isi(client, "/sitemap-laman.xml").count("unit=dlh") == 0


@pytest.mark.lambat
@pytest.mark.parametrize(
    "alamat",
    [
        "/informasi/umpan.atom",
        "/informasi/umpan.atom?q=laporan&unit=dlh",
        "/informasi/unduh.csv",
        "/informasi/unduh.json",
        "/informasi/unduh.xlsx",
        "/sitemap.xml",
        "/sitemap-laman.xml",
        "/katalog.jsonld",
        "/katalog.ttl",
        "/api/v1/pilah/?q=laporan",
        "/api/v1/informasi/laporan-uji/berkas/",
        "/api/v1/informasi/laporan-uji/edisi/",
        f"{CKAN}/package_list",
        f"{CKAN}/package_search?facet.field=%5B%22tags%22%5D",
        f"{CKAN}/package_search?q=laporan",
        f"{CKAN}/package_show?id=laporan-uji",
        f"{CKAN}/organization_list?all_fields=true",
        f"{CKAN}/group_list?all_fields=true",
        f"{CKAN}/tag_list",
    ],
)
def test_jumlah_pernyataan_tidak_ikut_jumlah_baris(client, alamat):
    butir = InformasiFactory(
        terbit=True, judul="Laporan uji", berkas=1, unit=UnitFactory(slug="dlh"), kelompok="A"
    )
    isi(client, alamat)  # what is remembered between questions is read once
    with CaptureQueriesContext(connection) as satu:
        isi(client, alamat)
    actions.tambah_edisi(butir, berkas=[unggahan("a.pdf"), unggahan("b.pdf")], pelaku=SISTEM)
    InformasiFactory(terbit=True, berkas=2, kelompok="B")
    InformasiFactory(terbit=True, unit=butir.unit, kelompok="C")
    with CaptureQueriesContext(connection) as tiga:
        isi(client, alamat)

    assert len(satu) == len(tiga)


def test_berkas_bervirus_tidak_dapat_diunduh_walau_sudah_terbit(client):
    informasi = InformasiFactory(terbit=True, berkas=1)
    berkas = BerkasEdisi.objects.get(edisi__informasi=informasi)
    alamat = berkas.get_absolute_url()

    jawaban = client.get(alamat)
    assert b"".join(jawaban.streaming_content)
    OlahanBerkas.objects.update_or_create(
        berkas=berkas.berkas, defaults={"pindaian": Pindaian.TERINFEKSI}
    )

    assert (jawaban.status_code, client.get(alamat).status_code) == (200, 404)
