"""What beat asks of complaints."""

from celery import shared_task

from pengaduan import actions


@shared_task
def olah_peristiwa() -> int:
    """Write the messages of new events."""
    return actions.olah()


@shared_task
def ingatkan_tenggat() -> int:
    """Remind officers before a term ends, on the day, and after it."""
    return actions.ingatkan()


@shared_task
def langkah_otomatis() -> int:
    """Archive, announce and close what the table leaves to the clock."""
    return actions.arsipkan_yang_lewat() + actions.tutup_yang_diam() + actions.beri_tahu_penutupan()


@shared_task
def hitung_ulang_tenggat() -> int:
    """Recount open terms after a change of the calendar."""
    return actions.hitung_ulang_semua()
