"""What helps people find: the officers' list of synonyms."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

ISTILAH_MAKS = 16  # terms of one group
PANJANG_ISTILAH = 100


class Sinonim(models.Model):
    """Terms that mean the same; with `searah` only the first one stands for the others.

    The table is small and read as a whole, into a cache; it needs no index of its own.
    """

    istilah = ArrayField(
        models.CharField(max_length=PANJANG_ISTILAH), size=ISTILAH_MAKS, verbose_name=_("istilah")
    )
    searah = models.BooleanField(
        _("hanya istilah pertama yang diperluas"),
        default=False,
        help_text=_("Pilih bila istilah pertama lebih sempit atau sehari-hari."),
    )
    aktif = models.BooleanField(_("aktif"), default=True)
    diubah_pada = models.DateTimeField(_("terakhir diubah"), auto_now=True)

    data_pribadi = ()

    class Meta:
        verbose_name = _("kelompok sinonim")
        verbose_name_plural = _("sinonim")
        ordering = ("istilah",)
        constraints = [
            models.CheckConstraint(
                condition=Q(istilah__len__gte=2, istilah__len__lte=ISTILAH_MAKS),
                name="sinonim_dua_istilah",
                violation_error_message=_("Tulis paling sedikit dua istilah."),
            ),
        ]

    def __str__(self) -> str:
        return " = ".join(self.istilah)
