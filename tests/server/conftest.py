"""Users of embedded servers in processes of their own, on a checkout made for the test."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

AKAR = Path(__file__).resolve().parent.parent.parent
_PEMAKAI = """
import sys
from pathlib import Path
from ppid_portal.server.pakai import pastikan
from ppid_portal.server.proses import GagalMenyala
try:
    pastikan(Path(sys.argv[1]))
except GagalMenyala as e:
    sys.exit(f"gagal: {e}")
sys.stdout.write("siap\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def lingkungan(**tambahan: str) -> dict[str, str]:
    """Environment of a user that was given no addresses."""
    bersih = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    return bersih | {"PPID_CLUSTER": "uji-sendiri", "PPID_TENGGANG": "0.3"} | tambahan


def proses_milik(base: Path) -> list[str]:
    """Processes that work inside a checkout or name it in their command."""
    ketemu = []
    for proses in psutil.process_iter():
        try:
            perintah = " ".join(proses.cmdline())
            if str(base) in perintah or Path(proses.cwd()).is_relative_to(base):
                ketemu.append(f"{proses.pid} {perintah}")
        except (psutil.Error, OSError):
            continue
    return ketemu


def tunggu(syarat: Callable[[], bool], detik: float = 20) -> bool:
    """Wait until something holds."""
    batas = time.monotonic() + detik
    while not syarat():
        if time.monotonic() > batas:
            return False
        time.sleep(0.05)
    return True


class Pemakai:
    """A process that holds the servers until its standard input closes."""

    def __init__(self, base: Path, **tambahan: str) -> None:
        self.proses = subprocess.Popen(
            [sys.executable, "-c", _PEMAKAI, str(base)],
            cwd=AKAR,
            env=lingkungan(**tambahan),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def tunggu_siap(self) -> None:
        baris = self.proses.stdout.readline()
        assert baris == "siap\n", self.proses.stderr.read()

    def pergi(self) -> int:
        self.proses.communicate(timeout=30)
        return self.proses.returncode


@pytest.fixture
def pemakai() -> Iterator[Callable[..., Pemakai]]:
    """Start users; those that are left at the end are killed."""
    semua: list[Pemakai] = []

    def mulai(base: Path, **tambahan: str) -> Pemakai:
        semua.append(Pemakai(base, **tambahan))
        return semua[-1]

    yield mulai
    for satu in semua:
        satu.proses.kill()
        satu.proses.communicate()


@pytest.fixture(scope="session")
def _checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checkout")


@pytest.fixture
def checkout(_checkout: Path) -> Iterator[Path]:
    """A checkout whose cluster is made once; each test finds it stopped and must leave it so."""
    yield _checkout
    assert tunggu(lambda: proses_milik(_checkout) == []), proses_milik(_checkout)
