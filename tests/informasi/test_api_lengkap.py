"""The parts of the read API: files, editions, facets, units; and whatever else is asked of it."""

from datetime import UTC, datetime
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as atur
from hypothesis import strategies as st

from informasi import actions
from informasi.models import Informasi
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import PPID_UTAMA, InformasiFactory, unggahan
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db


def test_berkas_satu_butir_dengan_sidiknya(client):
    InformasiFactory(terbit=True, judul="APBD", berkas=2)

    jawaban = client.get("/api/v1/informasi/apbd/berkas/")

    assert jawaban.json() == [
        {
            "nama": b.nama, "judul": "", "tipe": "application/pdf", "ukuran": b.ukuran,
            "sha256": b.sha256, "url": f"http://testserver/informasi/berkas/{b.pk}/",
        }
        for b in Berkas.objects.order_by("nama")
    ]  # fmt: skip


def test_edisi_satu_butir_terbaru_lebih_dahulu(client):
    butir = InformasiFactory(terbit=True, judul="APBD", berkas=1)
    actions.tambah_edisi(butir, tahun=2027, berkas=[unggahan()], pelaku=PPID_UTAMA)
    sebelum = client.get("/api/v1/informasi/apbd/edisi/").json()
    butir.edisi.update(diumumkan_pada=datetime(2026, 1, 1, tzinfo=UTC))

    semua = client.get("/api/v1/informasi/apbd/edisi/").json()

    assert [e["tahun"] for e in sebelum] == [2026]
    assert [(e["tahun"], len(e["berkas"])) for e in semua] == [(2027, 1), (2026, 1)]


@pytest.mark.parametrize("bagian", ["edisi", "berkas"])
def test_bagian_yang_tertutup_tidak_ada(client, bagian):
    InformasiFactory(judul="Draf", berkas=1)
    InformasiFactory(ditarik=True, judul="Ditarik", berkas=1)
    rahasia = InformasiFactory(terbit=True, judul="Rahasia", berkas=1)
    rahasia.kelas = "dikecualikan"
    actions.ubah(rahasia, SISTEM)

    assert client.get(f"/api/v1/informasi/draf/{bagian}/").status_code == 404
    assert client.get(f"/api/v1/informasi/ditarik/{bagian}/").status_code == 404
    assert client.get(f"/api/v1/informasi/rahasia/{bagian}/").json() == []


def test_pilah_menghitung_seperti_halaman_pencarian(client):
    a, b = UnitFactory(slug="a", nama="Dinas A"), UnitFactory(slug="b", nama="Dinas B")
    InformasiFactory(terbit=True, judul="Laporan satu", unit=a, kelas="berkala")
    InformasiFactory(
        terbit=True, judul="Laporan dua", unit=b, kelompok="Rencana", tahun=2026, bentuk=["pdf"]
    )
    InformasiFactory(terbit=True, judul="Kontrak", ringkasan="", unit=b)

    isi = client.get("/api/v1/pilah/?q=laporan").json()

    assert (isi["jumlah"], isi["lebih"], isi["maksud"]) == (2, False, "")
    assert {p["nilai"]: p["jumlah"] for p in isi["unit"]} == {"a": 1, "b": 1}
    assert {p["nilai"]: p["jumlah"] for p in isi["kelas"]} == {
        "berkala": 1, "serta_merta": 0, "setiap_saat": 1, "dikecualikan": 0,
    }  # fmt: skip
    for nama, nilai in {"kelompok": "Rencana", "tahun": "2026", "bentuk": "pdf"}.items():
        assert {p["nilai"]: p["jumlah"] for p in isi[nama] if p["jumlah"]} == {nilai: 1}
        assert client.get(f"/api/v1/pilah/?{nama}={nilai}").json()["jumlah"] == 1
    assert client.get("/api/v1/pilah/?unit=b").json()["jumlah"] == 2
    assert client.get("/api/v1/pilah/?unit=entah").json()["jumlah"] == 0
    assert client.get("/api/v1/pilah/?kelas=entah").status_code == 400


def test_satu_unit(client):
    UnitFactory(slug="dlh", nama="Dinas Lingkungan")
    UnitFactory(slug="bubar", aktif=False)

    assert client.get("/api/v1/unit/dlh/").json()["nama"] == "Dinas Lingkungan"
    assert client.get("/api/v1/unit/bubar/").status_code == 404


def test_saringan_kelompok_dan_waktu_ubah(client):
    lama = InformasiFactory(terbit=True, judul="Lama", kelompok="Anggaran")
    InformasiFactory(terbit=True, judul="Baru", kelompok="Rencana")
    Informasi.objects.filter(pk=lama.pk).update(diubah_pada=datetime(2020, 1, 1, tzinfo=UTC))

    def judul(**saring):
        isi = client.get(f"/api/v1/informasi/?{urlencode(saring)}").json()
        return [b["judul"] for b in isi["results"]]

    assert judul(kelompok="Anggaran") == ["Lama"]
    assert judul(diubah_sejak="2021-01-01T00:00:00+07:00") == ["Baru"]
    assert judul(diubah_sejak="2019-01-01") == ["Baru", "Lama"]


@pytest.mark.parametrize(
    "alamat", ["informasi/apbd/edisi/", "informasi/apbd/berkas/", "pilah/", "unit/dlh/"]
)
def test_bagian_bersyarat_dan_hanya_dibaca(client, alamat):
    InformasiFactory(terbit=True, judul="APBD", berkas=1, unit=UnitFactory(slug="dlh"))

    satu = client.get(f"/api/v1/{alamat}")
    sama = client.get(f"/api/v1/{alamat}", headers={"if-none-match": satu["ETag"]})

    assert (satu.status_code, sama.status_code, satu.cookies) == (200, 304, {})
    assert client.post(f"/api/v1/{alamat}").status_code == 405


# --- whatever is asked: an answer or a refusal, never a failure

NAMA = [
    "q",
    "kelas",
    "unit",
    "tahun",
    "kelompok",
    "bentuk",
    "diubah_sejak",
    "cursor",
    "banyak",
    "format",
    "lain",
]
NILAI = st.one_of(
    st.text(max_size=40), st.integers().map(str), st.floats().map(str), st.datetimes().map(str),
    st.binary(max_size=12).map(lambda b: b.hex()),
    st.sampled_from(["berkala", "dlh", "apbd", "2026", "1e400", "-1", "NaN", "\x00", "99999999999999999999",
                     "cD0yMDI2", "json", "bz0xMA==", "0001-01-01T00:00:00+14:00", "' OR 1=1 --"]),
)  # fmt: skip
ALAMAT = ["informasi/", "informasi/apbd/", "informasi/apbd/edisi/", "informasi/apbd/berkas/",
          "informasi/entah/", "pilah/", "unit/", "unit/dlh/"]  # fmt: skip


@pytest.mark.lambat
@atur(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    alamat=st.sampled_from(ALAMAT), tanya=st.dictionaries(st.sampled_from(NAMA), NILAI, max_size=4)
)
def test_tidak_ada_pertanyaan_yang_merusak(client, satu_butir, alamat, tanya):
    """An unexpected failure would be raised by the client."""
    teks = {k: v.encode("utf-8", "replace").decode() for k, v in tanya.items()}

    jawaban = client.get(f"/api/v1/{alamat}", teks)

    assert {jawaban.status_code} - {200, 400, 404} == set()
    assert jawaban.json() is not None


@pytest.fixture
def satu_butir(db):
    return InformasiFactory(terbit=True, judul="APBD", berkas=1, unit=UnitFactory(slug="dlh"))
