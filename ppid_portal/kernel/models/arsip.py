"""Numbers without gaps, private files, and letters that were issued."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.kata import ukuran
from ppid_portal.kernel.pagar import TANPA_HAPUS


class Penomoran(models.Model):
    """The last number given out per series and year."""

    seri = models.CharField(max_length=40)
    tahun = models.PositiveSmallIntegerField()
    terakhir = models.PositiveIntegerField(default=0)

    data_pribadi = ()

    class Meta:
        verbose_name = _("penomoran")
        verbose_name_plural = _("penomoran")
        constraints = [
            models.UniqueConstraint(fields=["seri", "tahun"], name="penomoran_seri_tahun")
        ]

    def __str__(self) -> str:
        return f"{self.seri} {self.tahun}: {self.terakhir}"


def tempat_berkas(berkas: Berkas, nama: str) -> str:
    """Return the path of a private file: its random id, never a word that somebody typed."""
    kode = berkas.pk.hex
    return f"{kode[:2]}/{kode[2:4]}/{kode}"


def penyimpanan_berkas() -> Storage:
    return storages["default"]


class Berkas(models.Model):
    """A file outside every web root; who may open it is asked of the case it belongs to."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    nama = models.CharField(_("nama berkas"), max_length=160)
    tipe = models.CharField(_("tipe"), max_length=100)
    ukuran = models.PositiveBigIntegerField(_("ukuran"), help_text=_("byte"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    isi = models.FileField(upload_to=tempat_berkas, storage=penyimpanan_berkas, max_length=80)
    bersandi = models.BooleanField(_("tersandi"), default=False)
    dibuat_pada = models.DateTimeField(_("dibuat pada"), auto_now_add=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    data_pribadi = ("nama",)

    class Meta:
        verbose_name = _("berkas")
        verbose_name_plural = _("berkas")

    def __str__(self) -> str:
        return self.nama

    @property
    def ukuran_kata(self) -> str:
        return ukuran(self.ukuran)

    @property
    def ekstensi(self) -> str:
        return self.nama.rpartition(".")[2].upper()


class Surat(models.Model):
    """A letter that left the house: rendered once, numbered, stored with its hash."""

    kode = models.CharField(_("kode pemeriksaan"), max_length=20, unique=True)
    jenis = models.CharField(_("jenis"), max_length=40)
    judul = models.CharField(_("judul"), max_length=120)
    nomor = models.CharField(_("nomor surat"), max_length=80)
    tahun = models.PositiveSmallIntegerField(_("tahun"))
    urut = models.PositiveIntegerField(_("urut"))
    tanggal = models.DateField(_("tanggal"))
    perkara = models.CharField(_("perkara"), max_length=80, db_index=True)
    rujukan = models.CharField(max_length=120, unique=True)
    berkas = models.OneToOneField(Berkas, models.PROTECT, related_name="surat")
    dibuat_pada = models.DateTimeField(_("dibuat pada"), auto_now_add=True)

    data_pribadi = ()

    class Meta:
        verbose_name = _("surat keluar")
        verbose_name_plural = _("surat keluar")
        ordering = ("-tahun", "-urut")
        constraints = [models.UniqueConstraint(fields=["tahun", "urut"], name="surat_tanpa_celah")]
        triggers = [TANPA_HAPUS]

    def __str__(self) -> str:
        return self.nomor
