"""Empty the outbox: make the letters and messages of each event, exactly once."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from permohonan.models import PeristiwaDisposisi, PeristiwaPermohonan
from permohonan.notifikasi import kabari, kabari_unit
from permohonan.surat import terbitkan_semua

logger = logging.getLogger(__name__)

KABARI: dict[type[Any], Callable[..., int]] = {
    PeristiwaPermohonan: kabari,
    PeristiwaDisposisi: kabari_unit,
}
SEKALI_JALAN = 200


def olah_peristiwa(maks: int = SEKALI_JALAN) -> int:
    """Process what waits, each event in its own transaction; returns how many are done.

    An event that fails stays for the next run and holds up no other; two workers share the work.
    """
    return sum(_olah_model(model, maks) for model in KABARI)


def _olah_model(model: type[Any], maks: int) -> int:
    selesai, sesudah = 0, 0
    for _ in range(maks):
        pk, berhasil = _olah_berikut(model, sesudah)
        if pk is None:
            break
        sesudah = pk
        selesai += berhasil
    return selesai


@transaction.atomic
def _olah_berikut(model: type[Any], sesudah: int) -> tuple[int | None, bool]:
    antre = model.objects.select_for_update(skip_locked=True, of=("self",))
    peristiwa = antre.filter(diolah_pada__isnull=True, pk__gt=sesudah).order_by("pk").first()
    if peristiwa is None:
        return None, False
    try:
        with transaction.atomic():
            olah_satu(peristiwa)
    except Exception as galat:  # one bad letter must not stop the others; it is tried again
        logger.error("%s gagal diolah: %s", peristiwa_kata(peristiwa), type(galat).__name__)
        return peristiwa.pk, False
    return peristiwa.pk, True


def olah_satu(peristiwa: Any) -> None:
    """Make letters and messages of one event and tick it off, all or nothing."""
    surat = terbitkan_semua(peristiwa)
    KABARI[type(peristiwa)](peristiwa, surat)
    peristiwa.diolah_pada = timezone.now()
    peristiwa.save(update_fields=["diolah_pada"])


def peristiwa_kata(peristiwa: Any) -> str:
    """Name an event for the log, without a word of what it holds."""
    return f"{peristiwa._meta.model_name}:{peristiwa.pk} ({peristiwa.aksi})"
