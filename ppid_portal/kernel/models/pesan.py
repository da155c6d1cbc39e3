"""The outbox: one row per message and reader, written with the event and sent by a worker."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.sandi import TeksSandi


class Kanal(models.TextChoices):
    SUREL = "surel", _("Surel")
    WHATSAPP = "whatsapp", _("WhatsApp")
    SMS = "sms", _("SMS")


class Keadaan(models.TextChoices):
    ANTRE = "antre", _("Menunggu dikirim")
    TERKIRIM = "terkirim", _("Terkirim")
    GAGAL = "gagal", _("Gagal, perlu ditangani")
    BATAL = "batal", _("Dibatalkan")


# `perkara` of a message about a sealed case: no list of messages shows it.
PERKARA_TERTUTUP = "tertutup"


class Pesan(models.Model):
    """A message; `kunci` makes a second one for the same event and reader impossible."""

    kunci = models.CharField(max_length=160, unique=True)
    kanal = models.CharField(_("kanal"), max_length=16, choices=Kanal)
    tujuan = TeksSandi(_("tujuan"))
    judul = models.CharField(_("judul"), max_length=200)
    isi = TeksSandi(_("isi"))
    berkas = models.ManyToManyField("kernel.Berkas", blank=True, related_name="+")
    perkara = models.CharField(_("perkara"), max_length=80, db_index=True)
    keadaan = models.CharField(_("keadaan"), max_length=16, choices=Keadaan, default=Keadaan.ANTRE)
    percobaan = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    kirim_setelah = models.DateTimeField(_("kirim setelah"))
    terkirim_pada = models.DateTimeField(_("terkirim pada"), null=True, blank=True)
    galat = models.CharField(_("galat terakhir"), max_length=300, blank=True)
    dibuat_pada = models.DateTimeField(_("dibuat pada"), auto_now_add=True)

    data_pribadi = ("tujuan", "isi")

    class Meta:
        verbose_name = _("pesan")
        verbose_name_plural = _("pesan")
        ordering = ("-dibuat_pada", "-pk")
        indexes = [
            # What a sender takes next (kernel/pesan.py).
            models.Index(
                fields=["kirim_setelah", "id"], condition=Q(keadaan="antre"), name="pesan_antre"
            )
        ]

    def __str__(self) -> str:
        return self.judul
