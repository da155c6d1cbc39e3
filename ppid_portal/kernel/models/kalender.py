"""The working calendar: one decree (SKB) after another, each a full list of its year."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.kalender import JenisLibur
from ppid_portal.kernel.pagar import HARI_TETAP, KALENDER_TETAP, TANPA_HAPUS


class JenisHari(models.TextChoices):
    NASIONAL = JenisLibur.NASIONAL.value, _("Libur nasional")
    CUTI_BERSAMA = JenisLibur.CUTI_BERSAMA.value, _("Cuti bersama")
    PEMILU = JenisLibur.PEMILU.value, _("Pemungutan suara")
    DAERAH = JenisLibur.DAERAH.value, _("Libur daerah")


class VersiKalender(models.Model):
    """The calendar of one year as one decree set it; once in force it is never edited, only followed.

    A year holds until a version with a later `ditetapkan` is put in force. `pasti` is false for
    a year that is entered ahead of its decree: terms that touch it are shown as provisional.
    """

    tahun = models.PositiveSmallIntegerField(_("tahun"))
    dasar = models.CharField(_("SKB / Keppres"), max_length=200)
    ditetapkan = models.DateField(_("tanggal ditetapkan"))
    pasti = models.BooleanField(
        _("sudah resmi"), default=True, help_text=_("Kosongkan bila SKB tahun itu belum terbit.")
    )
    sumber = models.TextField(_("sumber"), blank=True)
    diberlakukan_pada = models.DateTimeField(_("diberlakukan pada"), null=True, editable=False)

    data_pribadi = ()

    class Meta:
        verbose_name = _("kalender kerja")
        verbose_name_plural = _("kalender kerja")
        ordering = ("-tahun", "-ditetapkan", "-pk")
        triggers = [TANPA_HAPUS, KALENDER_TETAP]
        indexes = [
            # The version in force, year by year (kernel/libur.py).
            models.Index(
                fields=["tahun", "-ditetapkan", "-id"],
                condition=Q(diberlakukan_pada__isnull=False),
                name="kalender_berlaku",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tahun} – {self.dasar}"


class HariLibur(models.Model):
    """One free day of one version."""

    versi = models.ForeignKey(
        VersiKalender, models.CASCADE, related_name="hari", verbose_name=_("kalender")
    )
    tanggal = models.DateField(_("tanggal"))
    nama = models.CharField(_("nama hari"), max_length=120)
    jenis = models.CharField(
        _("jenis"), max_length=16, choices=JenisHari, default=JenisHari.NASIONAL
    )

    data_pribadi = ()

    class Meta:
        verbose_name = _("hari libur")
        verbose_name_plural = _("hari libur")
        ordering = ("tanggal",)
        constraints = [
            models.UniqueConstraint(
                fields=["versi", "tanggal"],
                name="hari_libur_sekali_per_versi",
                violation_error_message=_("Tanggal ini sudah ada di kalender tersebut."),
            )
        ]
        triggers = [HARI_TETAP]

    def __str__(self) -> str:
        return f"{self.tanggal:%d-%m-%Y} {self.nama}"

    def clean(self) -> None:
        hari, tahun = getattr(self.tanggal, "year", None), self.versi.tahun
        if None not in {hari, tahun} and hari != tahun:
            kata = _("Kalender ini untuk tahun %(tahun)s.") % {"tahun": tahun}
            raise ValidationError({"tanggal": kata})
