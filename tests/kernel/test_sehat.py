"""Is the house alive: 200 when every part answers, 503 naming exactly the part that does not."""

import time

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test import override_settings
from kombu import Connection

from ppid_portal.kernel import sehat as kesehatan
from ppid_portal.kernel.tasks import detak

pytestmark = pytest.mark.django_db

SEMUA = {"basis_data": "baik", "broker": "baik", "pekerja": "baik", "penyimpanan": "baik"}


@pytest.fixture(autouse=True)
def berdetak(settings, tmp_path):
    settings.BERKAS_ROOT = tmp_path / "berkas"
    detak()
    yield
    cache.delete(kesehatan.KUNCI_DETAK)


def _jawaban(client):
    jawaban = client.get("/sehat/")
    return jawaban.status_code, jawaban.json()


def _mati(*bagian):
    return 503, {"sehat": False, "bagian": SEMUA | dict.fromkeys(bagian, "mati")}


def test_semua_bagian_hidup(client):
    assert _jawaban(client) == (200, {"sehat": True, "bagian": SEMUA})


def test_jawaban_tidak_disimpan_dan_hanya_dibaca(client):
    assert "no-store" in client.get("/sehat/")["Cache-Control"]
    assert client.post("/sehat/").status_code == 405


def test_basis_data_mati(client, monkeypatch):
    def putus():
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection, "cursor", putus)

    assert _jawaban(client) == _mati("basis_data")


@pytest.mark.lambat
def test_broker_mati(client, monkeypatch, tmp_path):
    alamat = f"redis+socket://{tmp_path}/tidak-ada.sock"
    monkeypatch.setattr(kesehatan.current_app, "connection_for_read", lambda: Connection(alamat))

    assert _jawaban(client) == _mati("broker")


@pytest.mark.parametrize(
    ("umur", "hidup"), [(0, True), (kesehatan.DETAK_MAKS - 5, True), (kesehatan.DETAK_MAKS, False)]
)
def test_detak_pekerja_menjadi_basi(client, umur, hidup):
    cache.set(kesehatan.KUNCI_DETAK, time.time() - umur)

    assert _jawaban(client) == (
        (200, {"sehat": True, "bagian": SEMUA}) if hidup else _mati("pekerja")
    )


def test_pekerja_yang_belum_pernah_berdetak_mati(client):
    cache.delete(kesehatan.KUNCI_DETAK)

    assert _jawaban(client) == _mati("pekerja")


def test_cache_mati_berarti_pekerja_tidak_terdengar(client, tmp_path):
    mati = {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": f"unix://{tmp_path}/tidak-ada.sock?db=0",
    }

    with override_settings(CACHES={"default": mati}):
        assert _jawaban(client) == _mati("pekerja")


def test_penyimpanan_mati(client, settings, tmp_path):
    bukan_folder = tmp_path / "berkas-biasa"
    bukan_folder.write_text("x")
    settings.BERKAS_ROOT = bukan_folder / "berkas"

    assert _jawaban(client) == _mati("penyimpanan")


def test_pemeriksaan_tidak_meninggalkan_berkas(client, settings):
    _jawaban(client)

    assert list(settings.BERKAS_ROOT.iterdir()) == []


def test_beberapa_bagian_mati_disebut_semua(client, settings, tmp_path, monkeypatch):
    cache.delete(kesehatan.KUNCI_DETAK)
    bukan_folder = tmp_path / "berkas-biasa"
    bukan_folder.write_text("x")
    settings.BERKAS_ROOT = bukan_folder

    assert _jawaban(client) == _mati("pekerja", "penyimpanan")
