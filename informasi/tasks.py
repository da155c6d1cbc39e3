"""What beat asks of the register."""

from __future__ import annotations

from datetime import date

from celery import shared_task
from django.utils import timezone

from informasi import actions
from informasi.actions import langganan


@shared_task
def olah_peristiwa() -> int:
    """Write the messages of new events; returns how many events are done."""
    return actions.olah_peristiwa()


@shared_task
def langkah_otomatis() -> int:
    """Remind of exclusions that end and open those that have; returns how many."""
    return actions.langkah_otomatis(timezone.now())


@shared_task
def ingatkan_tenggat(hari: str = "") -> int:
    """Make the reminders of a day (default: today); returns how many."""
    return actions.ingatkan_tenggat(date.fromisoformat(hari) if hari else timezone.localdate())


@shared_task
def olah_berkas() -> int:
    """Read the files that wait; returns how many."""
    return actions.olah_antrean()


@shared_task
def kirim_langganan() -> int:
    """Tell of what is new in saved searches; returns how many messages were written."""
    return langganan.kirim_langganan(timezone.now())
