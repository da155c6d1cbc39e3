"""What the statute adds to the register: reminders of the update duty, the list as decisions fixed it."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from informasi.enums import Kelas
from informasi.models.register import Informasi, JangkaInformasi
from ppid_portal.kernel.models import Berkas, Pengingat

# What a decision fixed is neither changed nor deleted.
BEKU = pgtrigger.Protect(name="beku", operation=pgtrigger.Update | pgtrigger.Delete)


class PengingatInformasi(Pengingat):
    """A reminder that was made of the update duty of an item."""

    jangka = models.ForeignKey(JangkaInformasi, models.PROTECT, related_name="pengingat")


class PenetapanDIP(models.Model):
    """A decision that fixes the Daftar Informasi Publik: a snapshot, never changed, printed once."""

    nomor_sk = models.CharField(_("nomor SK"), max_length=120, unique=True)
    tanggal_sk = models.DateField(_("tanggal SK"))
    jumlah = models.PositiveIntegerField(_("jumlah informasi"), editable=False)
    ditetapkan_pada = models.DateTimeField(_("dicatat pada"), editable=False)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("dicatat oleh"),
    )
    berkas = models.OneToOneField(
        Berkas, models.PROTECT, related_name="penetapan_dip", editable=False
    )

    data_pribadi = ()

    class Meta:
        verbose_name = _("penetapan DIP")
        verbose_name_plural = _("penetapan DIP")
        ordering = ("-tanggal_sk", "-pk")
        indexes = [
            # The decision in force on a day (queries.dip_pada), and the public list.
            models.Index(fields=["-tanggal_sk", "-id"], name="penetapandip_berlaku")
        ]
        triggers = [BEKU]

    def __str__(self) -> str:
        return self.nomor_sk

    def get_absolute_url(self) -> str:
        return reverse("informasi:dip_rinci", args=[self.pk])


class BarisDIP(models.Model):
    """One line of a fixed list, in the regulator's columns (hukum C9), as it read on that day."""

    penetapan = models.ForeignKey(PenetapanDIP, models.PROTECT, related_name="baris")
    nomor = models.PositiveIntegerField(_("nomor"))
    informasi = models.ForeignKey(Informasi, models.PROTECT, related_name="+")
    kelas = models.CharField(_("kelas"), max_length=16, choices=Kelas)
    judul = models.CharField(_("judul"), max_length=300)
    ringkasan = models.TextField(_("ringkasan isi informasi"), blank=True)
    pejabat = models.CharField(_("pejabat atau unit yang menguasai"), blank=True)
    penanggung_jawab = models.CharField(_("penanggung jawab penerbitan"), blank=True)
    waktu_tempat = models.CharField(_("waktu dan tempat pembuatan"), blank=True)
    bentuk = models.CharField(_("bentuk yang tersedia"), blank=True)
    retensi = models.CharField(_("jangka simpan"), blank=True)
    tautan = models.CharField(_("tautan"), max_length=200)

    data_pribadi = ()

    class Meta:
        verbose_name = _("baris DIP")
        verbose_name_plural = _("baris DIP")
        ordering = ("penetapan", "nomor")
        constraints = [
            models.UniqueConstraint(fields=["penetapan", "nomor"], name="barisdip_nomor_sekali"),
            models.UniqueConstraint(fields=["penetapan", "informasi"], name="barisdip_sekali"),
            models.CheckConstraint(
                condition=~Q(kelas=Kelas.DIKECUALIKAN), name="barisdip_bukan_dikecualikan"
            ),
        ]
        triggers = [BEKU]

    def __str__(self) -> str:
        return f"{self.nomor}. {self.judul}"
