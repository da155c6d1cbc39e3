"""What the background made of a file: its state in words, its text by page, what was found in it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from informasi.enums import Pindaian
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.pagar import TANPA_HAPUS


class KeadaanOlah(models.TextChoices):
    ANTRE = "antre", _("Menunggu dibaca")
    BERHASIL = "berhasil", _("Terbaca")
    GAGAL = "gagal", _("Tidak dapat dibaca")
    DILEWATI = "dilewati", _("Dilewati")


class JenisTemuan(models.TextChoices):
    NIK = "nik", _("NIK")
    TELEPON = "telepon", _("Nomor telepon seluler")
    NPWP = "npwp", _("NPWP")
    REKENING = "rekening", _("Nomor rekening")
    TERSEMBUNYI = "tersembunyi", _("Bagian tersembunyi")
    KOMENTAR = "komentar", _("Komentar")
    PERUBAHAN = "perubahan", _("Perubahan terlacak")
    TERTUTUP = "tertutup", _("Teks di bawah kotak hitam")
    VIRUS = "virus", _("Virus")


class OlahanBerkas(models.Model):
    """The reading of one file; `coba_setelah` is when it is due, or how long its reader has it."""

    berkas = models.OneToOneField(
        Berkas, models.PROTECT, related_name="olahan", verbose_name=_("berkas")
    )
    keadaan = models.CharField(
        _("keadaan"), max_length=12, choices=KeadaanOlah, default=KeadaanOlah.ANTRE
    )
    sebab = models.CharField(_("keterangan"), max_length=300, blank=True)
    jumlah_halaman = models.PositiveIntegerField(_("jumlah halaman"), default=0)
    percobaan = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    coba_setelah = models.DateTimeField(_("dibaca setelah"), auto_now_add=True)
    diolah_pada = models.DateTimeField(_("dibaca pada"), null=True)
    pindaian = models.CharField(
        _("pemindaian virus"), max_length=12, choices=Pindaian, default=Pindaian.BELUM
    )
    sampul = models.OneToOneField(
        Berkas, models.PROTECT, null=True, related_name="sampul_dari", verbose_name=_("sampul")
    )

    data_pribadi = ()

    class Meta:
        verbose_name = _("pembacaan berkas")
        verbose_name_plural = _("pembacaan berkas")
        constraints = [
            models.CheckConstraint(
                condition=Q(keadaan__in=KeadaanOlah.values), name="olahan_keadaan_dikenal"
            ),
            models.CheckConstraint(
                condition=Q(keadaan__in=[KeadaanOlah.ANTRE, KeadaanOlah.BERHASIL]) | ~Q(sebab=""),
                name="olahan_gagal_bersebab",
            ),
        ]
        indexes = [
            # The next file to read (actions/olah.py).
            models.Index(
                fields=["coba_setelah", "id"], condition=Q(keadaan="antre"), name="olahan_antre"
            )
        ]
        triggers = [TANPA_HAPUS]

    def __str__(self) -> str:
        return f"{self.berkas}: {self.get_keadaan_display()}"


class TeksHalaman(models.Model):
    """The words of one page, sheet or slide, as they were when the file was read."""

    olahan = models.ForeignKey(OlahanBerkas, models.CASCADE, related_name="halaman")
    nomor = models.PositiveIntegerField(_("nomor"))
    sebutan = models.CharField(_("sebutan"), max_length=60, blank=True)
    teks = models.TextField(_("teks"))
    vektor = SearchVectorField()

    data_pribadi = ("teks",)

    class Meta:
        verbose_name = _("teks halaman")
        verbose_name_plural = _("teks halaman")
        ordering = ("olahan", "nomor")
        constraints = [
            models.UniqueConstraint(fields=["olahan", "nomor"], name="teks_halaman_sekali")
        ]
        indexes = [
            # The page of a hit that is shown (queries/halaman.py).
            GinIndex(fields=["vektor"], name="teks_halaman_vektor")
        ]

    def __str__(self) -> str:
        return f"{self.olahan.berkas} {self.sebutan}"


class Temuan(models.Model):
    """Something that should not go out unseen; the officer who lets it stand says why.

    `kutipan` is masked: enough to find the place again, not enough to use.
    """

    olahan = models.ForeignKey(OlahanBerkas, models.PROTECT, related_name="temuan")
    jenis = models.CharField(_("jenis"), max_length=12, choices=JenisTemuan)
    tempat = models.CharField(_("tempat"), max_length=120)
    kutipan = models.CharField(_("kutipan (disamarkan)"), max_length=60, blank=True)
    alasan = models.CharField(_("alasan boleh terbit"), max_length=500, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    dibenarkan_pada = models.DateTimeField(_("dibenarkan pada"), null=True, editable=False)

    data_pribadi = ("kutipan",)

    class Meta:
        verbose_name = _("temuan sebelum terbit")
        verbose_name_plural = _("temuan sebelum terbit")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis__in=JenisTemuan.values), name="temuan_jenis_dikenal"
            ),
            models.CheckConstraint(
                condition=(Q(alasan="") & Q(dibenarkan_pada__isnull=True))
                | (~Q(alasan="") & Q(dibenarkan_pada__isnull=False)),
                name="temuan_beralasan",
            ),
        ]
        indexes = [
            # Whether something still stands in the way of a release (queries/temuan.py).
            models.Index(
                fields=["olahan"], condition=Q(dibenarkan_pada__isnull=True), name="temuan_terbuka"
            )
        ]
        triggers = [TANPA_HAPUS]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()}, {self.tempat}"
