"""The units of the body as a tree: from the regency down to the village."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class JenisUnit(models.TextChoices):
    PEMDA = "pemda", _("Pemerintah daerah")
    OPD = "opd", _("Organisasi perangkat daerah")
    UPTD = "uptd", _("UPTD")
    KECAMATAN = "kecamatan", _("Kecamatan")
    KELURAHAN = "kelurahan", _("Kelurahan")
    DESA = "desa", _("Desa")


class UnitQuerySet(models.QuerySet["Unit"]):
    def aktif(self) -> UnitQuerySet:
        return self.filter(aktif=True)

    def beserta_bawahan(self, jalur: list[str]) -> UnitQuerySet:
        """Return the units at these paths and everything below them."""
        syarat = models.Q(pk__in=[])
        for awalan in jalur:
            syarat |= models.Q(jalur__startswith=awalan)
        return self.filter(syarat)


class Unit(models.Model):
    """A public body's unit; `jalur` is its path in the tree (`/1/12/`), kept by `save`."""

    jenis = models.CharField(_("jenis"), max_length=16, choices=JenisUnit)
    nama = models.CharField(_("nama resmi"), max_length=200)
    singkatan = models.CharField(_("singkatan"), max_length=40, blank=True)
    slug = models.SlugField(_("alamat laman"), max_length=80, unique=True)
    induk = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bawahan",
        verbose_name=_("induk"),
    )
    jalur = models.CharField(max_length=255, editable=False, db_index=True)
    alamat = models.TextField(_("alamat"), blank=True)
    telepon = models.CharField(_("telepon kantor"), max_length=40, blank=True)
    surel = models.EmailField(_("surel kantor"), blank=True)
    jam_layanan = models.CharField(_("jam layanan"), max_length=200, blank=True)
    aktif = models.BooleanField(_("aktif"), default=True)

    data_pribadi = ()

    objects = UnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("unit")
        ordering = ("nama",)
        indexes = [
            # Subtree look-ups: jalur LIKE '/1/12/%'.
            models.Index(
                fields=["jalur"], name="unit_jalur_awalan", opclasses=["varchar_pattern_ops"]
            )
        ]

    def __str__(self) -> str:
        return self.nama_tampil

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and carry a changed place in the tree down to every unit below."""
        if self._state.adding:
            super().save(*args, **kwargs)
            args, kwargs = (), {"force_update": True}
        lama = self.jalur
        self.jalur = f"{self.induk.jalur if self.induk else '/'}{self.pk}/"
        super().save(*args, **kwargs)
        if lama and lama != self.jalur:
            for bawahan in self.bawahan.all():
                bawahan.save()

    def get_absolute_url(self) -> str:
        return f"{reverse('informasi:daftar')}?unit={self.slug}"

    @property
    def nama_tampil(self) -> str:
        return self.singkatan or self.nama

    def clean(self) -> None:
        induk = self.induk
        while induk is not None:
            if self.pk and induk.pk == self.pk:
                raise ValidationError(
                    {"induk": _("Unit tidak dapat berada di bawah dirinya sendiri.")}
                )
            induk = induk.induk
