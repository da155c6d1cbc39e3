"""What beat asks of the request: empty the outbox, remind, take the steps of silence, recount."""

from __future__ import annotations

from datetime import date

from celery import shared_task
from django.utils import timezone

from permohonan import actions


@shared_task
def olah_peristiwa() -> int:
    """Make the letters and messages that wait; returns how many events are done."""
    return actions.olah_peristiwa()


@shared_task
def ingatkan_tenggat(hari: str = "") -> int:
    """Make the reminders of a day (default: today); returns how many."""
    return actions.ingatkan_tenggat(date.fromisoformat(hari) if hari else timezone.localdate())


@shared_task
def langkah_otomatis() -> int:
    """Take the steps that lapsed terms bring about; returns how many."""
    return actions.langkah_otomatis(timezone.now())


@shared_task
def hitung_ulang_tenggat() -> int:
    """Recount open terms by the calendar in force; returns how many cases moved."""
    return actions.hitung_ulang_tenggat(timezone.now())
