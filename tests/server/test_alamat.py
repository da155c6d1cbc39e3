"""Addresses and secrets that are computed without starting anything."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from ppid_portal.server import alamat


def test_jalur_soket_pendek_walau_checkout_dalam(tmp_path: Path) -> None:
    dalam = tmp_path / ("a" * 190)

    assert len(f"{alamat.folder_soket(dalam)}/.s.PGSQL.5432.lock") < 108


def test_dua_checkout_mendapat_alamat_berbeda(tmp_path: Path) -> None:
    folder = {
        alamat.folder_soket(tmp_path / checkout, cluster)
        for checkout in ("satu", "dua")
        for cluster in ("dev", "uji")
    }

    assert len(folder) == 4


def test_pekerja_xdist_mendapat_basis_data_redis_sendiri(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw3")

    assert alamat.redis_broker(tmp_path).endswith("/redis.sock?virtual_host=6")
    assert alamat.redis_cache(tmp_path).endswith("/redis.sock?db=7")


def test_rahasia_tetap_sama_dan_tertutup(tmp_path: Path) -> None:
    pertama = alamat.rahasia(tmp_path, "kunci_data")

    berkas = tmp_path / "var" / "rahasia" / "kunci_data"
    assert alamat.rahasia(tmp_path, "kunci_data") == pertama
    assert stat.S_IMODE(berkas.stat().st_mode) == 0o600
    assert stat.S_IMODE(berkas.parent.stat().st_mode) == 0o700
    assert Fernet(pertama).decrypt(Fernet(pertama).encrypt(b"3174")) == b"3174"


def test_rahasia_yang_dibuat_serentak_hanya_satu(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as kolam:
        hasil = set(kolam.map(lambda _: alamat.rahasia(tmp_path, "secret_key"), range(16)))

    assert len(hasil) == 1
    assert [b.name for b in (tmp_path / "var" / "rahasia").iterdir()] == ["secret_key"]
