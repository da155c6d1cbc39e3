"""The public read API of the register."""

from io import StringIO

import pytest
from django.core.management import call_command
from rest_framework.settings import api_settings

from tests.factories.informasi import PDF, InformasiFactory
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db


def judul(jawaban):
    return [b["judul"] for b in jawaban.json()["results"]]


def test_satu_butir_memuat_kolom_yang_disebut_saja(client):
    unit = UnitFactory(nama="Badan Keuangan", singkatan="BPKAD", slug="bpkad")
    informasi = InformasiFactory(
        terbit=True, judul="APBD", ringkasan="Anggaran", kelas="setiap_saat", unit=unit, berkas=1,
        bentuk=["pdf"], tahun=2026, sumber="catatan dalam", retensi="bulan", retensi_bulan=60,
    )  # fmt: skip

    isi = client.get("/api/v1/informasi/apbd/").json()

    edisi = isi.pop("edisi")
    berkas = edisi[0].pop("berkas")
    assert isi == {
        "slug": "apbd",
        "url": "http://testserver/informasi/apbd/",
        "judul": "APBD",
        "ringkasan": "Anggaran",
        "kelas": "setiap_saat",
        "kelompok": "",
        "unit": {"slug": "bpkad", "nama": "Badan Keuangan", "singkatan": "BPKAD"},
        "pejabat": "",
        "penanggung_jawab": "",
        "waktu_pembuatan": "",
        "tempat_pembuatan": "",
        "tahun": 2026,
        "bentuk": ["pdf"],
        "bentuk_asli": "",
        "retensi": "bulan",
        "retensi_bulan": 60,
        "retensi_asli": "",
        "diumumkan_pada": isi["diumumkan_pada"],
        "diubah_pada": isi["diubah_pada"],
    }
    assert set(edisi[0]) == {"tahun", "periode", "versi", "keterangan", "diumumkan_pada"}
    assert set(berkas[0]) == {"nama", "judul", "tipe", "ukuran", "sha256", "url"}
    unduhan = client.get(berkas[0]["url"])
    assert b"".join(unduhan.streaming_content) == PDF
    assert informasi.sumber == "catatan dalam"


def test_saringan(client):
    a, b = UnitFactory(slug="a"), UnitFactory(slug="b")
    InformasiFactory(terbit=True, judul="Laporan satu", unit=a, kelas="berkala", tahun=2025)
    InformasiFactory(terbit=True, judul="Laporan dua", unit=b, kelas="setiap_saat", tahun=2025)
    InformasiFactory(
        terbit=True, judul="Kontrak", ringkasan="", unit=b, kelas="setiap_saat", tahun=2026
    )

    for saringan, ada in {
        "": ["Kontrak", "Laporan dua", "Laporan satu"],
        "kelas=berkala": ["Laporan satu"],
        "unit=b": ["Kontrak", "Laporan dua"],
        "tahun=2025": ["Laporan dua", "Laporan satu"],
        "q=laporan": ["Laporan dua", "Laporan satu"],
        "q=laporn": ["Laporan dua", "Laporan satu"],
        "q=laporan&unit=b": ["Laporan dua"],
        "q=tidakada": [],
        "unit=entah": [],
    }.items():
        assert (saringan, judul(client.get(f"/api/v1/informasi/?{saringan}"))) == (saringan, ada)
    assert client.get("/api/v1/informasi/?kelas=entah").status_code == 400


def test_halaman_dengan_penunjuk(client):
    for n in range(3):
        InformasiFactory(terbit=True, judul=f"Butir {n}")

    satu = client.get("/api/v1/informasi/?banyak=2")
    dua = client.get(satu.json()["next"])

    assert (judul(satu), judul(dua)) == (["Butir 2", "Butir 1"], ["Butir 0"])
    assert (satu.json()["previous"], dua.json()["next"]) == (None, None)


def test_unit_sebagai_pohon(client):
    induk = UnitFactory(slug="kabupaten", jenis="pemda")
    UnitFactory(slug="opd", induk=induk)
    UnitFactory(slug="bubar", aktif=False)

    assert [(u["slug"], u["induk"]) for u in client.get("/api/v1/unit/").json()["results"]] == [
        ("kabupaten", None),
        ("opd", "kabupaten"),
    ]


@pytest.mark.parametrize("cara", ["post", "put", "patch", "delete"])
def test_api_hanya_dibaca(client, cara):
    InformasiFactory(terbit=True, judul="APBD")

    for alamat in ("/api/v1/informasi/", "/api/v1/informasi/apbd/", "/api/v1/unit/"):
        assert getattr(client, cara)(alamat).status_code == 405


def test_terlalu_sering_ditahan(client, monkeypatch):
    pembatas = api_settings.DEFAULT_THROTTLE_CLASSES[0]
    monkeypatch.setattr(pembatas, "THROTTLE_RATES", {"anon": "2/min"})
    alamat = {"REMOTE_ADDR": "203.0.113.77"}

    kode = [client.get("/api/v1/unit/", **alamat).status_code for _ in range(3)]

    assert kode == [200, 200, 429]


@pytest.mark.lambat
def test_skema_sah_tanpa_peringatan():
    skema = StringIO()

    call_command("spectacular", "--validate", "--fail-on-warn", stdout=skema)

    assert [a for a in skema.getvalue().splitlines() if a.startswith("  /api/v1/informasi")] == [
        "  /api/v1/informasi/:",
        "  /api/v1/informasi/{slug}/:",
        "  /api/v1/informasi/{slug}/berkas/:",
        "  /api/v1/informasi/{slug}/edisi/:",
    ]
