"""The embedded servers: they come when needed and go when nobody is left, however it ended."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg
import pytest
import redis
from cryptography.fernet import Fernet

from ppid_portal.server import alamat, pakai
from ppid_portal.server.layanan import Tempat, hentikan_sisa
from ppid_portal.server.pakai import yang_kurang
from ppid_portal.server.postgres import VERSI
from ppid_portal.server.proses import GagalMenyala, Turun
from ppid_portal.server.redis import program
from tests.server.conftest import AKAR, Pemakai, lingkungan, proses_milik, tunggu

CLUSTER = "uji-sendiri"
_TANYA = """
import django
django.setup()
from django.core.cache import cache
from django.db import connection
with connection.cursor() as c:
    c.execute("SELECT current_database(), current_setting('unix_socket_directories')")
    print(*c.fetchone())
cache.set("jejak", 1)
"""
lambat = pytest.mark.lambat


def sql(base: Path, perintah: str) -> tuple[object, ...] | None:
    """Result of one statement, over a connection of its own."""
    soket = str(alamat.folder_soket(base, CLUSTER))
    with psycopg.connect(host=soket, user="ppid", dbname="ppid", autocommit=True) as c:
        kursor = c.execute(perintah)
        return kursor.fetchone() if kursor.description else None


def penjaga(base: Path, nama: str) -> psutil.Process:
    return psutil.Process(int(Tempat(base, CLUSTER, nama).kunci_siap.read_text()))


def pid_postmaster(base: Path) -> int:
    berkas = Tempat(base, CLUSTER, "postgres").data / "postmaster.pid"
    return int(berkas.read_text().splitlines()[0])


@lambat
def test_menyala_lalu_berhenti_bila_sepi(checkout: Path, pemakai: Callable[..., Pemakai]) -> None:
    satu = pemakai(checkout)
    satu.tunggu_siap()
    dua = pemakai(checkout)
    dua.tunggu_siap()

    sql(checkout, "CREATE EXTENSION IF NOT EXISTS pg_trgm")
    sql(checkout, "CREATE EXTENSION IF NOT EXISTS unaccent")
    versi, kata = sql(checkout, "SELECT version(), upper(unaccent('é') || 'é')")
    soket = alamat.soket_redis(checkout, CLUSTER)
    with redis.Redis(unix_socket_path=str(soket)) as r:
        assert r.ping()
    assert (versi.split()[1].split(".")[0], kata) == (VERSI, "EÉ")

    assert satu.pergi() == 0
    assert sql(checkout, "SELECT 1") == (1,)
    assert dua.pergi() == 0
    assert tunggu(lambda: not alamat.folder_soket(checkout, CLUSTER).exists())


@lambat
def test_tidak_membuka_port_tcp(checkout: Path, pemakai: Callable[..., Pemakai]) -> None:
    pemakai(checkout).tunggu_siap()

    semua = [psutil.Process(int(p.split()[0])) for p in proses_milik(checkout)]
    assert len(semua) >= 5
    assert [k for p in semua for k in p.net_connections(kind="inet")] == []


@lambat
def test_kill_9_pemakai_tidak_meninggalkan_proses(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    satu = pemakai(checkout)
    satu.tunggu_siap()

    satu.proses.send_signal(signal.SIGKILL)

    assert tunggu(lambda: proses_milik(checkout) == []), proses_milik(checkout)


@lambat
def test_kill_9_penjaga_lalu_pemakai_berikutnya_dilayani(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    satu = pemakai(checkout)
    satu.tunggu_siap()
    sql(checkout, "CREATE TABLE IF NOT EXISTS jejak (n int)")
    for nama in ("postgres", "redis"):
        penjaga(checkout, nama).send_signal(signal.SIGKILL)

    pemakai(checkout).tunggu_siap()

    assert sql(checkout, "SELECT count(*) FROM jejak") == (0,)


@lambat
def test_kill_9_semuanya_dengan_pid_yang_terpakai_ulang(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    satu = pemakai(checkout)
    satu.tunggu_siap()
    penjaga_semua = [penjaga(checkout, nama) for nama in ("postgres", "redis")]
    os.kill(pid_postmaster(checkout), signal.SIGSTOP)  # so that it cannot tidy up
    for proses in (*penjaga_semua, psutil.Process(pid_postmaster(checkout))):
        proses.send_signal(signal.SIGKILL)
    satu.proses.send_signal(signal.SIGKILL)
    assert tunggu(lambda: proses_milik(checkout) == [])
    berkas = Tempat(checkout, CLUSTER, "postgres").data / "postmaster.pid"
    isi = berkas.read_text().splitlines()
    berkas.write_text("\n".join([str(os.getpid()), *isi[1:]]) + "\n")

    pemakai(checkout).tunggu_siap()

    assert sql(checkout, "SELECT 1") == (1,)


@lambat
def test_lima_pemakai_serentak_memakai_server_yang_sama(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    semua = [pemakai(checkout) for _ in range(5)]
    for satu in semua:
        satu.tunggu_siap()

    perintah = [p.split(" ", 1)[1] for p in proses_milik(checkout)]
    assert len([p for p in perintah if " -D " in p]) == 1
    assert len([p for p in perintah if "redis-server" in p]) == 1


@lambat
def test_dua_checkout_berdampingan(
    checkout: Path, tmp_path: Path, pemakai: Callable[..., Pemakai]
) -> None:
    lain = tmp_path / ("dalam-" * 25)
    lain.mkdir()
    for base in (checkout, lain):
        pemakai(base).tunggu_siap()

    sql(lain, "CREATE TABLE hanya_di_sini (n int)")

    assert sql(checkout, "SELECT to_regclass('hanya_di_sini')") == (None,)


@lambat
def test_alamat_yang_diberi_tidak_dinyalakan(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    pemakai(checkout, DATABASE_URL="postgresql://di-tempat-lain/ppid").tunggu_siap()

    with redis.Redis(unix_socket_path=str(alamat.soket_redis(checkout, CLUSTER))) as r:
        assert r.ping()
    assert [p for p in proses_milik(checkout) if " -D " in p] == []


@lambat
def test_settings_memakai_server_yang_alamatnya_diberi(
    checkout: Path, pemakai: Callable[..., Pemakai]
) -> None:
    pemakai(checkout).tunggu_siap()
    soket = alamat.folder_soket(checkout, CLUSTER)
    milik_sendiri = {
        "DATABASE_URL": f"postgresql://ppid@/postgres?host={soket}",
        "REDIS_URL": f"unix://{soket}/redis.sock?db=5",
        "SECRET_KEY": "x" * 50,
        "KUNCI_DATA": Fernet.generate_key().decode(),
    }

    hasil = subprocess.run(
        [sys.executable, "-c", _TANYA],
        cwd=AKAR,
        env=lingkungan(DJANGO_SETTINGS_MODULE="ppid_portal.settings", **milik_sendiri),
        capture_output=True,
        text=True,
        check=False,
    )

    assert hasil.stdout == f"postgres {soket}\n", hasil.stderr
    with redis.Redis(unix_socket_path=str(soket / "redis.sock"), db=5) as r:
        assert r.keys() == [b":1:jejak"]


@lambat
def test_data_versi_lain_ditolak_dengan_penjelasan(
    tmp_path: Path, pemakai: Callable[..., Pemakai]
) -> None:
    data = Tempat(tmp_path, CLUSTER, "postgres").data
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("12\n")

    satu = pemakai(tmp_path)
    _, pesan = satu.proses.communicate(timeout=60)

    assert "dibuat oleh PostgreSQL 12" in pesan
    assert tunggu(lambda: proses_milik(tmp_path) == [])


@lambat
def test_pemakai_terakhir_dapat_menunggu_sampai_berhenti(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PPID_TENGGANG", "60")
    monkeypatch.setenv("DATABASE_URL", "postgresql://di-tempat-lain/ppid")
    monkeypatch.delenv("REDIS_URL", raising=False)
    (satu,) = pakai.pastikan(tmp_path, CLUSTER)
    assert satu.hidup()

    satu.akhiri()

    assert not satu.hidup()
    assert [p for p in proses_milik(tmp_path) if "redis-server" in p] == []


@pytest.mark.parametrize(
    ("diberi", "kurang"),
    [
        ({}, ["postgres", "redis"]),
        ({"DATABASE_URL": "postgresql://x/y"}, ["redis"]),
        ({"REDIS_URL": "redis://x"}, ["postgres"]),
        ({"DATABASE_URL": "postgresql://x/y", "REDIS_URL": "redis://x"}, []),
        ({"DATABASE_URL": "", "REDIS_URL": ""}, ["postgres", "redis"]),
    ],
)
def test_tiap_server_berdiri_sendiri(
    monkeypatch: pytest.MonkeyPatch, diberi: dict[str, str], kurang: list[str]
) -> None:
    for nama in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(nama, raising=False)
    for nama, nilai in diberi.items():
        monkeypatch.setenv(nama, nilai)

    assert yang_kurang() == kurang


def test_tanpa_redis_dikatakan_apa_yang_dipasang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ppid_portal.server.redis._calon", list)

    with pytest.raises(GagalMenyala, match="apt install redis-server"):
        program()


def test_sinyal_kematian_dipasang_sesudah_turun_dari_root() -> None:
    ruang_nama = Turun(("unshare", "--user"), 0, True)
    nobody = Turun(("setpriv", "--reuid=65534"), 65534, True)
    biasa = Turun((), None)

    assert [t.perintah(["postgres"], signal.SIGINT) for t in (ruang_nama, nobody, biasa)] == [
        ["unshare", "--user", "--", "setpriv", "--pdeathsig", "INT", "--", "postgres"],
        ["setpriv", "--reuid=65534", "--pdeathsig", "INT", "--", "postgres"],
        ["postgres"],
    ]


def test_proses_orang_lain_tidak_dihentikan(tmp_path: Path) -> None:
    berkas = tmp_path / "postmaster.pid"
    berkas.write_text(f"{os.getpid()}\n{tmp_path}\n")

    hentikan_sisa(berkas, tmp_path, signal.SIGTERM)

    assert not berkas.exists()
