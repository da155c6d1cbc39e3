"""Web, worker and beat: started together, stopped together, gone when their parent is gone."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from ppid_portal.demo import pelabuhan
from ppid_portal.server.proses import hentikan, nyalakan

_BATAS_HENTI = 15


def perintah_web(port: int) -> list[str]:
    """The web server; `--preload` imports Django once, the control socket would sit in HOME."""
    return [
        *("-m", "gunicorn", "ppid_portal.wsgi:application", "--bind", f"{pelabuhan.HOST}:{port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "4"),
        *("--preload", "--no-control-socket"),
    ]


def perintah_worker() -> list[str]:
    pilihan = ("--concurrency", "2", "--loglevel", "INFO", "--without-gossip", "--without-mingle")
    return ["-m", "celery", "-A", "ppid_portal", "worker", *pilihan]


def perintah_beat() -> list[str]:
    """The clock; an empty pid file name, since a stale one would stop the next start."""
    return ["-m", "celery", "-A", "ppid_portal", "beat", "--loglevel", "INFO", "--pidfile="]


class Rombongan:
    """The three processes of the demo."""

    def __init__(self, base: Path, lingkungan: dict[str, str]) -> None:
        self.base = base
        self.lingkungan = lingkungan
        self.log = base / "var" / "log"
        self.anggota: dict[str, subprocess.Popen[bytes]] = {}

    def berangkat(self, port: int) -> None:
        self.log.mkdir(parents=True, exist_ok=True)
        perintah = {"web": perintah_web(port), "worker": perintah_worker(), "beat": perintah_beat()}
        for nama, argumen in perintah.items():
            self.anggota[nama] = nyalakan(
                [sys.executable, *argumen],
                log=self.log / f"{nama}.log",
                folder=self.base,
                lingkungan=self.lingkungan,
                pdeathsig=signal.SIGTERM,
            )

    def yang_berhenti(self) -> str | None:
        """Name of a process that ended by itself."""
        for nama, proses in self.anggota.items():
            if proses.poll() is not None:
                return nama
        return None

    def hentikan(self) -> None:
        """Beat first, so that nothing new is queued; then whoever lingers loses patience."""
        urutan = [self.anggota[n] for n in ("beat", "web", "worker") if n in self.anggota]
        for proses in urutan:
            if proses.poll() is None:
                proses.terminate()
        batas = time.monotonic() + _BATAS_HENTI
        for proses in urutan:
            _tunggu(proses, batas)


def _tunggu(proses: subprocess.Popen[bytes], batas: float) -> None:
    try:
        proses.wait(max(0.1, batas - time.monotonic()))
    except subprocess.TimeoutExpired:
        hentikan(proses, signal.SIGTERM, 1)
    finally:
        _sapu(proses.pid)


def _sapu(grup: int) -> None:
    """Kill what a member left behind in its session."""
    try:
        os.killpg(grup, signal.SIGKILL)
    except ProcessLookupError:
        return
