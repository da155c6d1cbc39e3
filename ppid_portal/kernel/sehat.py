"""Whether each part of the house is alive."""

from __future__ import annotations

import contextlib
import time
import uuid

from celery import current_app
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

KUNCI_DETAK = "detak:pekerja"
DETAK_MAKS = 60  # seconds without a heartbeat until the worker (or beat) counts as gone


def catat_detak() -> None:
    """Note that beat sent a task and a worker did it."""
    cache.set(KUNCI_DETAK, time.time(), timeout=3600)


def _basis_data() -> bool:
    try:
        with connection.cursor() as kursor:
            kursor.execute("SELECT 1")
            return bool(kursor.fetchone() == (1,))
    except DatabaseError:
        return False


def _broker() -> bool:
    try:
        with current_app.connection_for_read() as sambungan:
            sambungan.ensure_connection(max_retries=1, timeout=2)
            return True
    except (OperationalError, OSError):
        return False


def _pekerja() -> bool:
    try:
        detak = cache.get(KUNCI_DETAK)
    except (RedisError, OSError):
        return False
    return detak is not None and time.time() - detak < DETAK_MAKS


def _penyimpanan() -> bool:
    uji = settings.BERKAS_ROOT / f".sehat-{uuid.uuid4().hex}"
    try:
        settings.BERKAS_ROOT.mkdir(parents=True, exist_ok=True, mode=0o700)
        uji.write_bytes(b"sehat")
        return uji.read_bytes() == b"sehat"
    except OSError:
        return False
    finally:
        with contextlib.suppress(OSError):
            uji.unlink()


def periksa() -> dict[str, bool]:
    """Return each part and whether it answers."""
    return {
        "basis_data": _basis_data(),
        "broker": _broker(),
        "pekerja": _pekerja(),
        "penyimpanan": _penyimpanan(),
    }
