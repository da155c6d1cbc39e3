"""Synonyms: what they find, who edits them, and that a search knows them at once."""

import json
from io import StringIO

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from redis.exceptions import ConnectionError as TanpaCache

from informasi import actions, queries
from informasi.models import Sinonim
from informasi.queries import sinonim
from informasi.queries.kata import kelompok_kata
from ppid_portal.kernel.peran import Peran
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import PenggunaFactory

pytestmark = pytest.mark.django_db
DAFTAR = "/admin/informasi/sinonim/"


@pytest.fixture(autouse=True)
def seperti_di_server(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def kelompok(*istilah, **isian):
    sinonim.lupakan()
    return actions.simpan_sinonim(Sinonim(istilah=list(istilah), **isian))


def judul(q):
    return [b.informasi.judul for b in queries.cari(q).butir]


def test_istilah_lain_menemukan_butir_yang_sama():
    InformasiFactory(terbit=True, judul="Penerimaan pegawai")
    kelompok("loker", "lowongan kerja", "penerimaan pegawai")

    assert [judul(q) for q in ("loker", "lowongan kerja", "Lowongan  Kerja")] == [
        ["Penerimaan pegawai"]
    ] * 3


def test_frasa_hanya_cocok_berurutan():
    InformasiFactory(terbit=True, judul="Kerja sama dan lowongan parkir")
    kelompok("loker", "lowongan kerja")

    assert judul("loker") == []


def test_kata_dalam_frasa_tidak_diperluas_sendiri():
    InformasiFactory(terbit=True, judul="Loker")
    kelompok("loker", "lowongan kerja")

    assert judul("kerja") == []


def test_yang_searah_tidak_berlaku_sebaliknya():
    InformasiFactory(terbit=True, judul="Bencana alam")
    InformasiFactory(terbit=True, judul="Banjir kiriman")
    kelompok("banjir", "bencana", searah=True)

    assert (sorted(judul("banjir")), judul("bencana")) == (
        ["Banjir kiriman", "Bencana alam"],
        ["Bencana alam"],
    )


def test_yang_dimatikan_tidak_berlaku():
    InformasiFactory(terbit=True, judul="Bantuan sosial")
    kelompok("bansos", "bantuan sosial", aktif=False)

    assert judul("bansos") == []


def test_salah_ketik_pada_istilah_dimaafkan():
    InformasiFactory(terbit=True, judul="Bantuan sosial")
    kelompok("bansos", "bantuan sosial")

    hasil = queries.cari("bnasos")

    assert ([b.informasi.judul for b in hasil.butir], hasil.maksud) == (
        ["Bantuan sosial"],
        "bansos",
    )


def test_sinonim_tidak_membuka_draf():
    InformasiFactory(judul="Bantuan sosial")
    InformasiFactory(ditarik=True, judul="Bantuan sosial lama")
    kelompok("bansos", "bantuan sosial")

    assert judul("bansos") == []


def test_kelompok_kata_mengambil_istilah_terpanjang():
    peta = {("a", "b"): ("x",), ("a",): ("y",)}

    assert kelompok_kata(["a", "b", "a"], peta) == [("(a & b)", "x"), ("a", "y")]


def test_pencarian_kedua_tidak_membaca_tabel_lagi():
    kelompok("bansos", "bantuan sosial")
    queries.cari("bansos")

    with CaptureQueriesContext(
        connection,
    ) as kueri:
        queries.cari("bansos")

    assert [k for k in kueri if "informasi_sinonim" in k["sql"]] == []


def test_yang_disimpan_langsung_berlaku(django_capture_on_commit_callbacks):
    InformasiFactory(terbit=True, judul="Bantuan sosial")
    sebelum = judul("bansos")

    with django_capture_on_commit_callbacks(execute=True):
        actions.simpan_sinonim(Sinonim(istilah=["bansos", "bantuan sosial"]))

    assert (sebelum, judul("bansos")) == ([], ["Bantuan sosial"])


def test_tanpa_cache_pencarian_tetap_mengenal_sinonim(monkeypatch):
    InformasiFactory(terbit=True, judul="Bantuan sosial")
    kelompok("bansos", "bantuan sosial")

    def putus(*_isian):
        raise TanpaCache

    monkeypatch.setattr(type(cache._connections["default"]), "get", putus)

    assert judul("bansos") == ["Bantuan sosial"]


def test_satu_istilah_bukan_kelompok():
    with pytest.raises(IntegrityError, match="sinonim_dua_istilah"):
        Sinonim.objects.create(istilah=["bansos"])


# --- who edits


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("peran", "lihat", "tambah"),
    [
        (Peran.PETUGAS, 200, 200),
        (Peran.PPID_UTAMA, 200, 200),
        (Peran.AUDITOR, 200, 403),
        (Peran.PPID_PELAKSANA, 403, 403),
        (Peran.KEPALA_OPD, 403, 403),
    ],
)
def test_hanya_meja_ppid_yang_mengubah(client, peran, lihat, tambah):
    client.force_login(PenggunaFactory(peran=peran))

    kode = [client.get(a).status_code for a in (DAFTAR, f"{DAFTAR}add/")]

    assert kode == [lihat, tambah]


@pytest.mark.lambat
def test_petugas_menulis_satu_istilah_per_baris(client):
    client.force_login(PenggunaFactory(peran=Peran.PETUGAS))

    isian = {"istilah": "bansos\r\n bantuan   sosial \r\n\r\nBansos", "aktif": "on"}
    client.post(f"{DAFTAR}add/", isian)
    satu = Sinonim.objects.get()
    halaman = client.get(f"{DAFTAR}{satu.pk}/change/").content.decode()

    assert satu.istilah == ["bansos", "bantuan sosial"]
    assert "bansos\nbantuan sosial</textarea>" in halaman


@pytest.mark.lambat
def test_satu_istilah_saja_ditolak_dengan_kata(client):
    client.force_login(PenggunaFactory(peran=Peran.PETUGAS))

    halaman = client.post(f"{DAFTAR}add/", {"istilah": "bansos\n!!!", "aktif": "on"})

    assert Sinonim.objects.count() == 0
    assert "Tulis 2 sampai 16 istilah" in halaman.content.decode()


# --- the list that comes along


def muat(*pilihan):
    keluar = StringIO()
    call_command("muat_sinonim", *pilihan, stdout=keluar)
    return keluar.getvalue().strip()


def test_muat_sinonim_aman_diulang_dan_tidak_menimpa():
    muat()
    Sinonim.objects.filter(istilah__0="bansos").update(istilah=["bansos", "sembako"])

    assert muat() == "0 kelompok sinonim dimuat."
    assert Sinonim.objects.get(istilah__0="bansos").istilah == ["bansos", "sembako"]


def test_berkas_sinonim_yang_rusak_ditolak_seluruhnya(tmp_path):
    berkas = tmp_path / "sinonim.json"
    berkas.write_text(json.dumps([{"istilah": ["a", "b"]}, {"istilah": ["c"]}]))

    with pytest.raises(CommandError, match="tidak terbaca"):
        muat("--berkas", str(berkas))
    assert Sinonim.objects.count() == 0
