"""Addresses of the embedded servers and local secrets, computed without starting anything.

Settings import this module, so it stays light: standard library only. No TCP port is opened; both
servers listen on Unix sockets in a private folder whose name follows from the checkout's path, so
two checkouts never meet. The folder lies in /tmp because a socket path may have at most 107 bytes
and because every process of the same user must compute the same one, with or without a login
session.
"""

import base64
import contextlib
import hashlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any

AKAR_SOKET = Path("/tmp")  # noqa: S108 - the folder inside is 0700 and its owner is checked
NAMA_BASIS_DATA = "ppid"
CLUSTER_BIASA = "dev"
AWALAN_UJI = "uji"  # clusters of this name are thrown away, so they need not survive a power cut


def cluster() -> str:
    """Name of the embedded cluster this process uses."""
    return os.environ.get("PPID_CLUSTER") or CLUSTER_BIASA


def folder_soket(base: Path, nama: str | None = None) -> Path:
    """Private folder that holds the sockets of one cluster of one checkout."""
    kunci = f"{Path(base).resolve()}|{nama or cluster()}"
    sidik = hashlib.sha256(kunci.encode()).hexdigest()[:10]
    return AKAR_SOKET / f"ppid-{os.geteuid()}-{sidik}"


def folder_data(base: Path, nama: str | None = None) -> Path:
    """Folder that holds the data, logs and locks of one cluster."""
    return Path(base).resolve() / "var" / "server" / (nama or cluster())


def soket_redis(base: Path, nama: str | None = None) -> Path:
    return folder_soket(base, nama) / "redis.sock"


def database(base: Path) -> dict[str, Any]:
    """Entry for Django's DATABASES; the port names the socket file and opens nothing."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": NAMA_BASIS_DATA,
        "USER": NAMA_BASIS_DATA,
        "HOST": str(folder_soket(base)),
        "PORT": "5432",
    }


def _nomor_pekerja() -> int:
    """Number of this xdist worker, so that each has Redis databases of its own."""
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def redis_broker(base: Path) -> str:
    return f"redis+socket://{soket_redis(base)}?virtual_host={2 * _nomor_pekerja()}"


def redis_cache(base: Path) -> str:
    return f"unix://{soket_redis(base)}?db={2 * _nomor_pekerja() + 1}"


def rahasia(base: Path, nama: str) -> str:
    """Random secret of this checkout, made on first use: 32 bytes in URL-safe base64.

    The shape is that of a Fernet key. The file appears whole or not at all, and when two processes
    make it at once both read the same one.
    """
    berkas = Path(base).resolve() / "var" / "rahasia" / nama
    if not berkas.exists():
        berkas.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        nomor, sementara = tempfile.mkstemp(dir=berkas.parent, prefix=f".{nama}-")  # mode 0600
        try:
            with os.fdopen(nomor, "wb") as f:
                f.write(base64.urlsafe_b64encode(secrets.token_bytes(32)))
                f.flush()
                os.fsync(f.fileno())
            with contextlib.suppress(FileExistsError):  # somebody was quicker: use theirs
                os.link(sementara, berkas)
        finally:
            os.unlink(sementara)
    return berkas.read_text().strip()
