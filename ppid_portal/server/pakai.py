"""Hold the embedded servers for the life of this process, starting those that are missing."""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ppid_portal.server import alamat
from ppid_portal.server.layanan import Tempat
from ppid_portal.server.proses import GagalMenyala, ekor, nyalakan

_BATAS = 120.0
_BATAS_HENTI = 30.0
_PENGGANTI = {"postgres": "DATABASE_URL", "redis": "REDIS_URL"}
_akar_kode = Path(__file__).resolve().parent.parent.parent


class Pemakaian:
    """The use of one server: a shared lock that the kernel drops when this process ends."""

    def __init__(self, tempat: Tempat) -> None:
        tempat.siapkan()
        self.tempat = tempat
        self._penjaga: subprocess.Popen[bytes] | None = None
        self._kunci: IO[str] = tempat.kunci_pemakai.open("a+")
        fcntl.flock(self._kunci, fcntl.LOCK_SH)  # waits for a keeper that is just stopping

    def hidup(self) -> bool:
        """Whether the server runs and has a living keeper."""
        return _terkunci(self.tempat.kunci_siap)

    def upayakan(self) -> bool:
        """Start a keeper where there is none; True once the server runs."""
        if self.hidup():
            return True
        if self._penjaga and self._penjaga.poll():
            raise GagalMenyala(self._alasan())
        if not self._ada_penjaga() and (self._penjaga is None or self._penjaga.poll() == 0):
            self._penjaga = nyalakan(
                [sys.executable, "-m", "ppid_portal.server.penjaga", *self._argumen()],
                log=self.tempat.folder / "penjaga.log",
                folder=_akar_kode,
                lingkungan=dict(os.environ),
            )
        return False

    def lepas(self) -> None:
        """Give up the use; the server stops soon if this was the last one."""
        self._kunci.close()

    def akhiri(self) -> None:
        """Give up the use and, if nobody else is left, see the server stop before returning."""
        if _coba(self._sendirian):
            with contextlib.suppress(OSError, ValueError):  # gone already, or not ready yet
                os.kill(int(self.tempat.kunci_siap.read_text()), signal.SIGTERM)
                batas = time.monotonic() + _BATAS_HENTI
                while self._ada_penjaga() and time.monotonic() < batas:
                    time.sleep(0.03)
            if self._penjaga and not self._ada_penjaga():
                self._penjaga.wait()  # it has stopped; nobody else collects it
        self.lepas()

    def _sendirian(self) -> bool:
        """Whether this is the only use; if so, newcomers wait."""
        try:
            fcntl.flock(self._kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _argumen(self) -> list[str]:
        return [str(self.tempat.base), self.tempat.cluster, self.tempat.nama]

    def _ada_penjaga(self) -> bool:
        return _terkunci(self.tempat.kunci_penjaga)

    def _alasan(self) -> str:
        with contextlib.suppress(OSError):
            return self.tempat.gagal.read_text()
        log = self.tempat.folder / "penjaga.log"
        return f"{self.tempat.nama} tidak menyala. Baris terakhir {log}:\n{ekor(log)}"


def _terkunci(berkas: Path) -> bool:
    """Whether somebody holds this lock exclusively; the kernel never leaves a stale one."""
    with berkas.open() as kunci:
        try:
            fcntl.flock(kunci, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _coba(syarat: Callable[[], bool]) -> bool:
    """Ask a few times: the keeper itself holds the lock for an instant now and then."""
    for _ in range(3):
        if syarat():
            return True
        time.sleep(0.03)
    return False


_dipegang: list[Pemakaian] = []


def yang_kurang() -> list[str]:
    """Servers for which no address was given."""
    return [nama for nama, variabel in _PENGGANTI.items() if not os.environ.get(variabel)]


def pastikan(base: Path, cluster: str | None = None) -> list[Pemakaian]:
    """See to it that the servers nobody gave an address for run while this process lives."""
    nama_cluster = cluster or alamat.cluster()
    pemakaian = [Pemakaian(Tempat(Path(base), nama_cluster, nama)) for nama in yang_kurang()]
    _dipegang.extend(pemakaian)
    batas = time.monotonic() + _BATAS
    menunggu = pemakaian
    while menunggu := [p for p in menunggu if not p.upayakan()]:
        if time.monotonic() > batas:
            folder = alamat.folder_data(base, nama_cluster)
            raise GagalMenyala(
                f"PostgreSQL dan Redis belum juga menyala. Lihat catatan di {folder}."
            )
        time.sleep(0.03)
    return pemakaian
