"""Officers and what they are appointed to do."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.models.unit import Unit
from ppid_portal.kernel.peran import BERUNIT, PERAN_PEJABAT, Pelaku, Peran


class Pengguna(AbstractUser):
    """An officer's account; roles come from `Penugasan`, never from groups."""

    nama = models.CharField(_("nama lengkap"), max_length=150)
    nip = models.CharField(_("NIP"), max_length=18, blank=True)
    jabatan = models.CharField(_("jabatan"), max_length=150, blank=True)

    data_pribadi = ("nama", "nip", "email")

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")

    def __str__(self) -> str:
        return self.nama or self.username

    def get_full_name(self) -> str:
        return str(self)

    def sebagai_pelaku(self, pada: date | None = None) -> Pelaku:
        """Return what this officer may act as on a day (default: today)."""
        tugas = list(
            self.penugasan.berlaku(pada or timezone.localdate()).values_list("peran", "unit__jalur")
        )
        jalur = [(Peran(p), awalan) for p, awalan in tugas if awalan and Peran(p) in BERUNIT]
        bawahan = Unit.objects.beserta_bawahan([awalan for _p, awalan in jalur])
        unit = list(bawahan.values_list("pk", "jalur")) if jalur else []
        return Pelaku(
            peran=frozenset(Peran(peran) for peran, _jalur in tugas),
            pengguna_id=self.pk,
            unit=frozenset(pk for pk, _jalur in unit),
            nama=str(self),
            unit_peran=frozenset(
                (peran, pk) for peran, awal in jalur for pk, letak in unit if letak.startswith(awal)
            ),
        )


class PenugasanQuerySet(models.QuerySet["Penugasan"]):
    def berlaku(self, pada: date) -> PenugasanQuerySet:
        return self.filter(
            Q(sampai__isnull=True) | Q(sampai__gte=pada), mulai__lte=pada, pengguna__is_active=True
        )


class Penugasan(models.Model):
    """An appointment: who holds which role, for which unit, from when to when."""

    pengguna = models.ForeignKey(
        Pengguna, models.CASCADE, related_name="penugasan", verbose_name=_("pengguna")
    )
    peran = models.CharField(
        _("peran"), max_length=32, choices=[(p.value, p.label) for p in PERAN_PEJABAT]
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="penugasan",
        verbose_name=_("unit"),
    )
    mulai = models.DateField(_("mulai"), default=timezone.localdate)
    sampai = models.DateField(_("sampai dengan"), null=True, blank=True)
    dasar = models.CharField(_("nomor SK penugasan"), max_length=120, blank=True)

    data_pribadi = ()

    objects = PenugasanQuerySet.as_manager()

    class Meta:
        verbose_name = _("penugasan")
        verbose_name_plural = _("penugasan")
        constraints = [
            models.CheckConstraint(
                condition=~Q(peran__in=[p.value for p in Peran if p in BERUNIT])
                | Q(unit__isnull=False),
                name="penugasan_berunit_punya_unit",
                violation_error_message=_("Peran ini dipegang untuk satu unit: pilih unitnya."),
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gte=models.F("mulai")),
                name="penugasan_rentang_benar",
                violation_error_message=_("Tanggal akhir mendahului tanggal mulai."),
            ),
        ]

    def __str__(self) -> str:
        return f"{Peran(self.peran).label} {self.unit or ''}".strip()

    def clean(self) -> None:
        if self.peran and Peran(self.peran) in BERUNIT and self.unit_id is None:
            raise ValidationError({"unit": _("Peran ini dipegang untuk satu unit: pilih unitnya.")})
