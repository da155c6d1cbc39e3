"""One step of a case through the kernel's door, and a nudge to the worker once it is committed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from permohonan.models import Permohonan
from ppid_portal.kernel.models import Berkas, Perkara
from ppid_portal.kernel.peran import Pelaku
from ppid_portal.kernel.perkara import jalankan

logger = logging.getLogger(__name__)

P = TypeVar("P", bound=Perkara)
OLAH_PERISTIWA = "permohonan.tasks.olah_peristiwa"


def ambil(perkara: P, aksi: str, pelaku: Pelaku, **isian: Any) -> P:
    """Take a step, and have its letters and messages made at once; see `jalankan` for what it raises."""
    hasil = jalankan(perkara, aksi, pelaku, **isian)
    bangunkan()
    return hasil


def bangunkan() -> None:
    """Ask a worker to empty the outbox after this transaction; beat asks again when nobody hears."""
    transaction.on_commit(_minta_olah, robust=True)


def _minta_olah() -> None:
    try:
        current_app.send_task(OLAH_PERISTIWA, retry=False, ignore_result=True, expires=30)
    except (OperationalError, OSError) as galat:
        logger.warning("Pekerja belum dapat diminta: %s", type(galat).__name__)


def kunci_permohonan(permohonan: Permohonan) -> Permohonan:
    """Return the case as it stands, locked until this transaction ends; cases before dispositions."""
    return Permohonan.objects.select_for_update(of=("self",)).get(pk=permohonan.pk)


@contextmanager
def buang_bila_gagal() -> Iterator[list[Berkas]]:
    """A file that was written for a transaction that failed does not stay on disk."""
    tersimpan: list[Berkas] = []
    try:
        yield tersimpan
    except BaseException:
        for berkas in tersimpan:
            berkas.isi.delete(save=False)
        raise
