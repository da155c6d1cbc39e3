"""The outbox of events: each is worked off once, alone, and none holds up another."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone

from ppid_portal.kernel.models import Peristiwa

logger = logging.getLogger(__name__)

SEKALI_JALAN = 200  # events a run


def olah(
    model: type[Peristiwa], kerjakan: Callable[[Any], object], maks: int = SEKALI_JALAN
) -> int:
    """Give each waiting event to `kerjakan` and tick it off; returns how many are done.

    Letters, messages and the tick stand in one transaction, all or nothing. An event that fails
    stays for the next run; two workers share the work. The log never holds what an event says.
    """
    selesai, sesudah = 0, 0
    for _ in range(maks):
        pk, berhasil = _olah_berikut(model, kerjakan, sesudah)
        if pk is None:
            break
        sesudah = pk
        selesai += berhasil
    return selesai


@transaction.atomic
def _olah_berikut(
    model: type[Peristiwa], kerjakan: Callable[[Any], object], sesudah: int
) -> tuple[int | None, bool]:
    antre = model._base_manager.select_for_update(skip_locked=True, of=("self",))
    peristiwa = antre.filter(diolah_pada__isnull=True, pk__gt=sesudah).order_by("pk").first()
    if peristiwa is None:
        return None, False
    try:
        with transaction.atomic():
            kerjakan(peristiwa)
            peristiwa.diolah_pada = timezone.now()
            peristiwa.save(update_fields=["diolah_pada"])
    except Exception as galat:  # one bad letter must not stop the others; it is tried again
        nama = f"{peristiwa._meta.model_name}:{peristiwa.pk} ({peristiwa.aksi})"
        logger.error("%s gagal diolah: %s", nama, type(galat).__name__)
        return peristiwa.pk, False
    return peristiwa.pk, True
