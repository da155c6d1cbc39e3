"""How a server process is started: clean environment, no root, dies with its parent."""

import ctypes
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

NOBODY = 65534
_LOG_MAKS = 2_000_000
_PR_SET_PDEATHSIG = 1


class GagalMenyala(Exception):
    """A server cannot start; the message says in Indonesian what to do."""


class Turun(NamedTuple):
    """How this process steps down from root: command prefix and owner of the files."""

    awalan: tuple[str, ...]
    pemilik: int | None  # uid that must own the data, None when it is simply ours
    bisa_pdeathsig: bool = False

    def perintah(self, perintah: list[str], pdeathsig: signal.Signals | None = None) -> list[str]:
        """The command with its prefix.

        A change of credentials clears the death signal, so setpriv sets it after the change.
        """
        awalan = list(self.awalan)
        if pdeathsig and self.bisa_pdeathsig:
            if awalan[0] == "unshare":
                awalan += ["--", "setpriv"]
            awalan += ["--pdeathsig", pdeathsig.name.removeprefix("SIG")]
        return [*awalan, *([] if not awalan else ["--"]), *perintah]


_USERNS = ("unshare", "--user", f"--map-user={NOBODY}", f"--map-group={NOBODY}")
_SETPRIV = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
_TEMBUS = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override")


def bisa(perintah: list[str] | tuple[str, ...]) -> bool:
    """Whether the program exists and runs; a pyenv shim exists and may still fail."""
    try:
        hasil = subprocess.run(  # noqa: S603 - fixed commands only
            perintah, capture_output=True, env=lingkungan_bersih(), cwd="/", timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return hasil.returncode == 0


@functools.cache
def turun_dari_root() -> Turun:
    """PostgreSQL refuses uid 0, so find a way down.

    First choice is a user namespace: inside it we are `nobody`, outside still root, so there is no
    chown and no new account. Where containers refuse that, really become `nobody`, if possible
    with the right to pass through closed folders such as /root.
    """
    if os.geteuid() != 0:
        return Turun((), None)
    ada_setpriv = shutil.which("setpriv") is not None
    if os.environ.get("PPID_TANPA_USERNS") != "1" and bisa([*_USERNS, "true"]):
        return Turun(_USERNS, 0, ada_setpriv)
    for awalan in ((*_SETPRIV, *_TEMBUS), _SETPRIV):
        if ada_setpriv and bisa([*awalan, "true"]):
            return Turun(awalan, NOBODY, True)
    raise GagalMenyala(
        "PostgreSQL menolak berjalan sebagai root, dan di mesin ini perintah unshare maupun setpriv "
        "tidak dapat dipakai. Jalankan sebagai pengguna biasa, pasang paket util-linux, atau isi "
        "DATABASE_URL dengan alamat PostgreSQL Anda."
    )


def lingkungan_bersih() -> dict[str, str]:
    """Environment without what would change a server's behaviour."""
    buang = ("PG", "LC_", "LANG", "LD_")
    bersih = {k: v for k, v in os.environ.items() if not k.startswith(buang)}
    return bersih | {"LC_ALL": "C", "TZ": "UTC", "HOME": tempfile.gettempdir()}


def mati_bersama_induk(sinyal: signal.Signals) -> Callable[[], None] | None:
    """Function for `preexec_fn`: the kernel sends this signal when the parent dies (Linux)."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None, use_errno=True)
    induk = os.getpid()

    def pasang() -> None:
        libc.prctl(_PR_SET_PDEATHSIG, int(sinyal))
        if os.getppid() != induk:  # died between fork and prctl
            os.kill(os.getpid(), sinyal)

    return pasang


def ikut_induk() -> None:
    """From now on this process is asked to stop when its parent dies (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGTERM))


def buka_log(berkas: Path) -> IO[bytes]:
    """Log opened for appending; one that has grown large starts anew."""
    besar = berkas.exists() and berkas.stat().st_size > _LOG_MAKS
    return berkas.open("wb" if besar else "ab")


def nyalakan(
    perintah: list[str],
    *,
    log: Path,
    folder: Path,
    lingkungan: dict[str, str],
    pdeathsig: signal.Signals | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own, its output in a log file."""
    with buka_log(log) as keluaran:
        return subprocess.Popen(  # noqa: S603 - our own commands
            perintah,
            cwd=folder,
            env=lingkungan,
            stdin=subprocess.DEVNULL,
            stdout=keluaran,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=mati_bersama_induk(pdeathsig) if pdeathsig else None,
        )


def hentikan(proses: subprocess.Popen[bytes], sinyal: signal.Signals, batas: float = 20) -> None:
    """Ask a process to stop, wait, then kill its whole session."""
    if proses.poll() is not None:
        return
    proses.send_signal(sinyal)
    try:
        proses.wait(batas)
    except subprocess.TimeoutExpired:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait(10)


def ekor(berkas: Path, baris: int = 5) -> str:
    """Last lines of a log, for a message."""
    if not berkas.exists():
        return ""
    return "\n".join(berkas.read_text(errors="replace").splitlines()[-baris:])
