"""What `make run` runs: it starts everything, says where it is, and leaves nothing behind."""

import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ppid_portal.demo import pelabuhan
from tests.server.conftest import AKAR, lingkungan, proses_milik, tunggu

TIDAK_IKUT = {"var", "tests", "docs"}


@pytest.fixture
def port_terpakai() -> Iterator[int]:
    with socket.socket() as s:
        s.bind((pelabuhan.HOST, 0))
        s.listen()
        yield s.getsockname()[1]


def test_port_yang_diminta_tetapi_terpakai_ditolak(port_terpakai: int) -> None:
    with pytest.raises(pelabuhan.PortTerpakai, match=f"Port {port_terpakai} sedang dipakai"):
        pelabuhan.pilih(port_terpakai)


def test_tanpa_permintaan_port_terpakai_dilewati(
    port_terpakai: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pelabuhan, "PORT_BIASA", port_terpakai)

    assert port_terpakai < pelabuhan.pilih(None) < port_terpakai + 50


def test_belum_ada_yang_menjawab() -> None:
    assert pelabuhan.jawaban(1, "/sehat/") is None


def salin_checkout(tujuan: Path) -> None:
    """A second checkout, with folders of its own for data, logs and secrets."""
    for asal in AKAR.iterdir():
        if asal.is_dir() and not asal.name.startswith(".") and asal.name not in TIDAK_IKUT:
            shutil.copytree(asal, tujuan / asal.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(AKAR / "manage.py", tujuan)


@contextmanager
def peragaan(base: Path) -> "Iterator[subprocess.Popen[str]]":
    """A running demo; killed at the end when it still runs."""
    with subprocess.Popen(
        [sys.executable, "-m", "ppid_portal.demo"],
        cwd=base,
        env=lingkungan(PYTHONPATH=str(base)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as demo:
        try:
            yield demo
        finally:
            demo.kill()


def alamat_warga(demo: "subprocess.Popen[str]") -> str:
    """Read the announcement up to its last line and give back the public address."""
    dibaca: list[str] = []
    alamat = ""
    for baris in demo.stdout:
        dibaca.append(baris)
        if "(public site)" in baris:
            alamat = baris.split()[-1]
        if "Ctrl-C" in baris:
            return alamat
    raise AssertionError("".join(dibaca))


@pytest.mark.lambat
def test_peragaan_menyala_dan_berhenti_tanpa_sisa(tmp_path: Path) -> None:
    salin_checkout(tmp_path)
    with peragaan(tmp_path) as demo:
        with urllib.request.urlopen(f"{alamat_warga(demo)}sehat/") as jawaban:
            assert jawaban.status == 200
        demo.send_signal(signal.SIGINT)
        assert demo.wait(40) == 0
    assert proses_milik(tmp_path) == []

    with peragaan(tmp_path) as demo:
        alamat_warga(demo)
        demo.kill()
        demo.wait()
        assert tunggu(lambda: proses_milik(tmp_path) == []), proses_milik(tmp_path)
