"""What the statute adds to the register: reminders of the update duty."""

from __future__ import annotations

from django.db import models

from informasi.models.register import JangkaInformasi
from ppid_portal.kernel.models import Pengingat


class PengingatInformasi(Pengingat):
    """A reminder that was made of the update duty of an item."""

    jangka = models.ForeignKey(JangkaInformasi, models.PROTECT, related_name="pengingat")
