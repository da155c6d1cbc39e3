"""What helps people find: the officers' list of synonyms."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.peran import MEJA_PPID, PEMEGANG_BERKAS, Pelaku
from ppid_portal.kernel.sandi import TeksSandi

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


class SaranPencarian(models.Model):
    """How often published items were offered to people who were writing a request; counts alone."""

    tanggal = models.DateField(_("tanggal"), unique=True)
    ditampilkan = models.PositiveIntegerField(_("ditampilkan"), default=0)
    dibuka = models.PositiveIntegerField(_("dibuka"), default=0)
    tetap_diajukan = models.PositiveIntegerField(_("tetap mengajukan"), default=0)

    data_pribadi = ()

    class Meta:
        verbose_name = _("saran saat menulis permohonan")
        verbose_name_plural = _("saran saat menulis permohonan")
        ordering = ("-tanggal",)

    def __str__(self) -> str:
        return self.tanggal.isoformat()


class PencarianKosong(models.Model):
    """A query that found nothing, tidied, counted by month; never one that may name a person's data."""

    bulan = models.DateField(_("bulan"))
    kueri = models.CharField(_("yang dicari"), max_length=200)
    jumlah = models.PositiveIntegerField(_("berapa kali"), default=1)

    data_pribadi = ()

    class Meta:
        verbose_name = _("pencarian tanpa hasil")
        verbose_name_plural = _("dicari tetapi tidak ada")
        ordering = ("-bulan", "-jumlah", "kueri")
        constraints = [
            # Finds the row of a query in its month.
            models.UniqueConstraint(fields=["bulan", "kueri"], name="pencarian_kosong_sekali"),
            models.CheckConstraint(condition=Q(bulan__day=1), name="pencarian_kosong_awal_bulan"),
        ]
        indexes = [
            # The monthly list, the most wanted first.
            models.Index(fields=["-bulan", "-jumlah", "kueri"], name="pencarian_kosong_bulan"),
        ]

    def __str__(self) -> str:
        return self.kueri


class LanggananPencarian(models.Model):
    """A search that somebody wants to hear of: confirmed by mail, and gone when they stop it."""

    surel = TeksSandi(_("surel"))
    surel_indeks = models.CharField(max_length=64)
    pilihan = models.JSONField(_("pencarian"))  # the words and filters, as in the address
    sidik = models.CharField(max_length=64)  # the same in one fixed order, hashed
    dibuat_pada = models.DateTimeField(_("dibuat pada"))
    disetujui_pada = models.DateTimeField(_("disetujui pada"), null=True)
    dikabari_sampai = models.DateTimeField(_("dikabari sampai"))

    data_pribadi = ("surel", "surel_indeks")

    class Meta:
        verbose_name = _("langganan pencarian")
        verbose_name_plural = _("langganan pencarian")
        constraints = [
            # Finds what one address follows.
            models.UniqueConstraint(fields=["surel_indeks", "sidik"], name="langganan_sekali"),
        ]
        indexes = [
            # Those whose turn it is, and those that were never confirmed.
            models.Index(fields=["disetujui_pada", "dikabari_sampai"], name="langganan_giliran"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.pilihan.values())


class LayananPublikQuerySet(models.QuerySet["LayananPublik"]):
    def terlihat_oleh(self, pelaku: Pelaku) -> LayananPublikQuerySet:
        if pelaku.peran & MEJA_PPID:
            return self
        return self.filter(unit__in=pelaku.unit_sebagai(*PEMEGANG_BERKAS))


class LayananPublik(models.Model):
    """A public service of a unit as its standard says it (UU 25/2009 ps. 21): what, how, how long."""

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="layanan", verbose_name=_("unit penyelenggara")
    )
    nama = models.CharField(_("nama layanan"), max_length=200)
    persyaratan = models.TextField(_("persyaratan"))
    prosedur = models.TextField(_("prosedur"))
    waktu = models.CharField(_("jangka waktu"), max_length=200)
    biaya = models.CharField(_("biaya"), max_length=200, help_text=_("Tulis Gratis bila gratis."))
    produk = models.CharField(_("produk layanan"), max_length=200)
    pengaduan = models.TextField(_("cara mengadu"), blank=True)
    tautan = models.URLField(_("tautan layanan"), blank=True)
    aktif = models.BooleanField(_("tampil di laman unit"), default=True)
    diubah_pada = models.DateTimeField(_("terakhir diubah"), auto_now=True)

    data_pribadi = ()

    objects = LayananPublikQuerySet.as_manager()

    class Meta:
        verbose_name = _("layanan publik")
        verbose_name_plural = _("layanan publik")
        ordering = ("nama", "pk")
        constraints = [
            # Also finds the services of a unit.
            models.UniqueConstraint(
                fields=["unit", "nama"],
                name="layanan_sekali",
                violation_error_message=_("Unit ini sudah mempunyai layanan dengan nama itu."),
            )
        ]

    def __str__(self) -> str:
        return self.nama
