"""The Celery application, and the clock of the house: which task runs when."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ppid_portal.settings")

app = Celery("ppid_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

JAM_KERJA = crontab(minute="5", hour="8-15")  # reminders; a free day is skipped by the task itself
SERING = 5  # seconds


def _tugas(nama: str, jadwal: float | crontab) -> dict[str, object]:
    """A task that nobody took before its next turn is dropped: the next one does the same work."""
    kedaluwarsa = {"expires": 30} if isinstance(jadwal, int) else {"expires": 1800}
    return {"task": nama, "schedule": jadwal, "options": kedaluwarsa}


app.conf.beat_schedule = {
    "detak": _tugas("ppid_portal.kernel.tasks.detak", SERING),
    "kirim-pesan": _tugas("ppid_portal.kernel.tasks.kirim_pesan", SERING),
    "olah_peristiwa-informasi": _tugas("informasi.tasks.olah_peristiwa", SERING),
    "olah_berkas-informasi": _tugas("informasi.tasks.olah_berkas", SERING * 3),
    "langkah_otomatis-informasi": _tugas("informasi.tasks.langkah_otomatis", crontab(minute="20")),
    "kirim_langganan-informasi": _tugas(
        "informasi.tasks.kirim_langganan", crontab(minute="30", hour="6")
    ),
    "ingatkan_tenggat-informasi": _tugas("informasi.tasks.ingatkan_tenggat", JAM_KERJA),
} | {
    f"{nama}-{rumah}": _tugas(f"{rumah}.tasks.{nama}", jadwal)
    for rumah in ("permohonan", "pengaduan")
    for nama, jadwal in (
        ("olah_peristiwa", SERING),
        ("ingatkan_tenggat", JAM_KERJA),
        ("langkah_otomatis", crontab(minute="20")),
        ("hitung_ulang_tenggat", crontab(minute="*/2")),  # nothing to do unless a calendar is new
    )
}
