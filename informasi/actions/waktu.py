"""What time does to the register: the outbox is emptied, units are reminded of what grows stale."""

from __future__ import annotations

import logging
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from informasi.models import (
    JangkaInformasi,
    PengingatInformasi,
    PeristiwaInformasi,
    PeristiwaPengecualian,
)
from informasi.notifikasi import (
    PEMBERITAHUAN,
    ingatkan_pembaruan,
    kabari,
    kabari_pengecualian,
)
from ppid_portal.kernel.antrean import olah
from ppid_portal.kernel.pengingat import TANGGA, ingatkan

logger = logging.getLogger(__name__)

SEKALI_JALAN = 200  # events that tell somebody
SEKALI_CENTANG = 2_000  # events that tell nobody


def olah_peristiwa() -> int:
    """Write the messages of what officers did and tick it off; returns how many events are done.

    What the system did (an import, a term that starts) is ticked off without a word. An event that
    fails stays for the next run and holds up no other; two workers share the work.
    """
    selesai = olah(PeristiwaPengecualian, kabari_pengecualian) + _centang_yang_diam()
    sesudah = 0
    for _ in range(SEKALI_JALAN):
        pk, berhasil = _olah_berikut(sesudah)
        if pk is None:
            break
        sesudah = pk
        selesai += berhasil
    return selesai


def ingatkan_tenggat(hari_ini: date) -> int:
    """Remind units of periodic items that are due; returns how many reminders were made.

    An item whose last step was taken is not looked at again, however long it stays stale.
    """
    habis = PengingatInformasi.objects.filter(
        jangka=OuterRef("pk"), batas=OuterRef("batas"), tingkat=TANGGA[-1].kunci
    )
    jangka = JangkaInformasi.objects.filter(~Exists(habis))
    return ingatkan(jangka, PengingatInformasi, hari_ini, ingatkan_pembaruan)


def _antre() -> QuerySet[PeristiwaInformasi]:
    antre = PeristiwaInformasi.objects.select_for_update(skip_locked=True, of=("self",))
    return antre.filter(diolah_pada__isnull=True)


@transaction.atomic
def _centang_yang_diam() -> int:
    diam = _antre().exclude(Q(aksi__in=PEMBERITAHUAN) & Q(oleh__isnull=False))
    pk = list(diam.order_by("pk").values_list("pk", flat=True)[:SEKALI_CENTANG])
    if not pk:
        return 0
    return PeristiwaInformasi.objects.filter(pk__in=pk).update(diolah_pada=timezone.now())


@transaction.atomic
def _olah_berikut(sesudah: int) -> tuple[int | None, bool]:
    bersuara = _antre().filter(aksi__in=PEMBERITAHUAN, oleh__isnull=False, pk__gt=sesudah)
    peristiwa = bersuara.order_by("pk").first()
    if peristiwa is None:
        return None, False
    try:
        with transaction.atomic():
            kabari(peristiwa)
            peristiwa.diolah_pada = timezone.now()
            peristiwa.save(update_fields=["diolah_pada"])
    except Exception as galat:  # one bad message must not stop the others; it is tried again
        logger.error("peristiwainformasi:%s gagal diolah: %s", peristiwa.pk, type(galat).__name__)
        return peristiwa.pk, False
    return peristiwa.pk, True
