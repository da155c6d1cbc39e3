"""What beat asks of the kernel: send the outbox, show that a worker lives."""

from celery import shared_task

from ppid_portal.kernel import pesan, sehat


@shared_task
def kirim_pesan() -> int:
    """Send what is due; returns how many messages went out."""
    return pesan.kirim_antrean()


@shared_task(ignore_result=True)
def detak() -> None:
    sehat.catat_detak()
