"""What a complaint carries: who reported it, who held it, what was said, files, steps and terms."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pengaduan.enums import NYATA, JenisTanggapan, KategoriBerkas, LingkupAkses
from pengaduan.models.pengaduan import Pengaduan
from ppid_portal.kernel.models import Berkas, JangkaWaktu, Pengingat, Peristiwa, Unit
from ppid_portal.kernel.pagar import TANPA_HAPUS
from ppid_portal.kernel.sandi import TeksSandi


class Pelapor(models.Model):
    """Who reported; every column that tells a person is ciphertext. An anonymous report has none."""

    pengaduan = models.OneToOneField(Pengaduan, models.PROTECT, related_name="pelapor")
    nama = TeksSandi(_("nama"), blank=True)
    alamat = TeksSandi(_("alamat"), blank=True)
    surel = TeksSandi(_("surel"), blank=True)
    surel_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    telepon = TeksSandi(_("telepon atau WhatsApp"), blank=True)
    telepon_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    data_pribadi = ("nama", "alamat", "surel", "surel_indeks", "telepon", "telepon_indeks")

    class Meta:
        verbose_name = _("pelapor")
        verbose_name_plural = _("pelapor")

    def __str__(self) -> str:
        return str(_("Pelapor %s") % self.pengaduan_id)

    def clean(self) -> None:
        """Ask for a way to be answered, in whatever form the person has one."""
        if not (self.surel or self.telepon or self.alamat):
            raise ValidationError(
                _("Isi surel, telepon, atau alamat agar kami dapat menjawab, atau pilih anonim.")
            )


class PenugasanPengaduan(models.Model):
    """That a unit held a complaint, from when to when; their number counts the hops."""

    pengaduan = models.ForeignKey(Pengaduan, models.PROTECT, related_name="penugasan")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("unit"))
    instruksi = models.TextField(_("instruksi"), blank=True)
    mulai_pada = models.DateTimeField(_("sejak"))
    berakhir_pada = models.DateTimeField(_("sampai"), null=True, editable=False)
    alasan_kembali = models.TextField(_("alasan dikembalikan"), blank=True)

    data_pribadi = ()

    class Meta:
        verbose_name = _("penugasan unit")
        verbose_name_plural = _("penugasan unit")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["pengaduan"],
                condition=Q(berakhir_pada__isnull=True),
                name="penugasan_pengaduan_satu_berjalan",
            )
        ]
        triggers = [TANPA_HAPUS]

    def __str__(self) -> str:
        return f"{self.unit} {self.mulai_pada:%d-%m-%Y}"


class Tanggapan(models.Model):
    """What was said about a complaint, by the office or the reporter; never edited."""

    pengaduan = models.ForeignKey(Pengaduan, models.PROTECT, related_name="tanggapan")
    jenis = models.CharField(_("jenis"), max_length=16, choices=JenisTanggapan)
    isi = models.TextField(_("isi"))
    tanggal = models.DateField(
        _("tanggal"),
        null=True,
        blank=True,
        help_text=_("Hari pekerjaan selesai atau direncanakan."),
    )
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    waktu = models.DateTimeField(_("waktu"))

    data_pribadi = ("isi",)

    class Meta:
        verbose_name = _("tanggapan")
        verbose_name_plural = _("tanggapan")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(jenis__in=[j.value for j in NYATA]) | Q(tanggal__isnull=False),
                name="tanggapan_nyata_bertanggal",
                violation_error_message=_("Rencana dan pekerjaan wajib bertanggal."),
            )
        ]
        triggers = [
            pgtrigger.Protect(name="tanpa_ubah", operation=pgtrigger.Update),
            TANPA_HAPUS,
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.waktu:%d-%m-%Y}"


class BerkasPengaduan(models.Model):
    """A file of a complaint, encrypted at rest: what the reporter sent, or proof of work."""

    pengaduan = models.ForeignKey(Pengaduan, models.PROTECT, related_name="berkas")
    berkas = models.OneToOneField(Berkas, models.PROTECT, related_name="di_pengaduan")
    kategori = models.CharField(_("kategori"), max_length=16, choices=KategoriBerkas)
    tanggapan = models.ForeignKey(
        Tanggapan, models.PROTECT, null=True, blank=True, related_name="berkas"
    )

    data_pribadi = ()

    class Meta:
        verbose_name = _("berkas pengaduan")
        verbose_name_plural = _("berkas pengaduan")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=~Q(kategori=KategoriBerkas.BUKTI) | Q(tanggapan__isnull=False),
                name="berkas_bukti_punya_tanggapan",
            )
        ]

    def __str__(self) -> str:
        return str(self.berkas)


class AksesPengaduan(models.Model):
    """That an officer opened a sealed case or read an identity; kept, never edited."""

    pengaduan = models.ForeignKey(Pengaduan, models.PROTECT, related_name="akses")
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("oleh")
    )
    lingkup = models.CharField(_("yang dibuka"), max_length=16, choices=LingkupAkses)
    waktu = models.DateTimeField(_("waktu"))

    data_pribadi = ()

    class Meta:
        verbose_name = _("catatan akses")
        verbose_name_plural = _("catatan akses")
        ordering = ("-pk",)
        triggers = [
            pgtrigger.Protect(name="tanpa_ubah", operation=pgtrigger.Update),
            TANPA_HAPUS,
        ]

    def __str__(self) -> str:
        return f"{self.get_lingkup_display()} {self.waktu:%d-%m-%Y}"


class PeristiwaPengaduan(Peristiwa):
    """One step in the life of a complaint."""

    perkara = models.ForeignKey(Pengaduan, models.PROTECT, related_name="peristiwa")


class JangkaPengaduan(JangkaWaktu):
    """A term of a complaint."""

    perkara = models.ForeignKey(Pengaduan, models.PROTECT, related_name="jangka")


class PengingatPengaduan(Pengingat):
    """A reminder of a complaint's term."""

    jangka = models.ForeignKey(JangkaPengaduan, models.PROTECT, related_name="pengingat")
