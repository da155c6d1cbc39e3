"""The register of public information: item, edition, file; and the narrow table that is searched."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from informasi.alur import ALUR_INFORMASI
from informasi.enums import Bentuk, Kelas, Pindaian, Retensi, Status
from ppid_portal.kernel.alur import BELUM_ADA, Alur
from ppid_portal.kernel.models import Berkas, JangkaWaktu, Peristiwa, Perkara, Unit
from ppid_portal.kernel.pagar import TANPA_HAPUS, pagar_alur, pagar_status_awal
from ppid_portal.kernel.peran import MEJA_PPID, PEMEGANG_BERKAS, Pelaku


class InformasiQuerySet(models.QuerySet["Informasi"]):
    def terbit(self) -> InformasiQuerySet:
        """Return what the public may see; of excluded items the page shows the DIK columns only."""
        return self.filter(status=Status.TERBIT)

    def terlihat_oleh(self, pelaku: Pelaku) -> InformasiQuerySet:
        if pelaku.peran & MEJA_PPID:
            return self
        return self.filter(unit__in=pelaku.unit_sebagai(*PEMEGANG_BERKAS))


class Informasi(Perkara):
    """One item of the Daftar Informasi Publik, with the regulator's columns (Perki 1/2021).

    `kunci_impor` recognises the row of an imported list, `sidik_impor` its content then.
    """

    alur: ClassVar[Alur] = ALUR_INFORMASI

    slug = models.SlugField(_("alamat laman"), max_length=120, unique=True)
    judul = models.CharField(_("judul"), max_length=300)
    ringkasan = models.TextField(_("ringkasan isi"), blank=True)
    kelas = models.CharField(_("kelas"), max_length=16, choices=Kelas)
    kelompok = models.CharField(_("kelompok"), blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="informasi", verbose_name=_("unit pemilik")
    )
    pejabat = models.CharField(_("pejabat yang menguasai"), blank=True)
    penanggung_jawab = models.CharField(
        _("penanggung jawab penerbitan"), max_length=200, blank=True
    )
    waktu_pembuatan = models.CharField(_("waktu pembuatan"), blank=True)
    tempat_pembuatan = models.CharField(_("tempat pembuatan"), blank=True)
    tahun = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    bentuk = ArrayField(
        models.CharField(max_length=24, choices=Bentuk),
        verbose_name=_("bentuk"),
        default=list,
        blank=True,
    )
    bentuk_asli = models.CharField(_("bentuk menurut unit"), blank=True)
    retensi = models.CharField(
        _("jangka simpan"), max_length=24, choices=Retensi, default=Retensi.TIDAK_DISEBUT
    )
    retensi_bulan = models.PositiveSmallIntegerField(
        _("lama simpan (bulan)"), null=True, blank=True
    )
    retensi_asli = models.CharField(_("jangka simpan menurut unit"), blank=True)
    sumber = models.TextField(_("sumber baris"), blank=True)
    kunci_impor = models.CharField(
        max_length=64, unique=True, null=True, blank=True, editable=False
    )
    sidik_impor = models.CharField(max_length=64, blank=True, editable=False)
    diumumkan_pada = models.DateTimeField(
        _("diumumkan pada"), null=True, blank=True, editable=False
    )
    diubah_pada = models.DateTimeField(_("terakhir diubah"), auto_now=True)

    data_pribadi = ()

    objects = InformasiQuerySet.as_manager()

    class Meta:
        verbose_name = _("informasi publik")
        verbose_name_plural = _("daftar informasi publik")
        ordering = ("-diumumkan_pada", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[BELUM_ADA, *Status.values]), name="informasi_status_dikenal"
            ),
            models.CheckConstraint(
                condition=(Q(retensi=Retensi.BULAN) & Q(retensi_bulan__isnull=False))
                | (~Q(retensi=Retensi.BULAN) & Q(retensi_bulan__isnull=True)),
                name="informasi_retensi_bulan",
                violation_error_message=_(
                    "Isi jumlah bulan bila, dan hanya bila, jangka simpan berupa bulan."
                ),
            ),
        ]
        indexes = [
            # The public list, newest first, page by key.
            models.Index(
                fields=["-diumumkan_pada", "-id"],
                condition=Q(status="terbit"),
                name="informasi_terbit",
            ),
            models.Index(
                fields=["unit", "-diumumkan_pada", "-id"],
                condition=Q(status="terbit"),
                name="informasi_terbit_unit",
            ),
        ]
        triggers = [pagar_alur(ALUR_INFORMASI), pagar_status_awal(ALUR_INFORMASI), TANPA_HAPUS]

    def __str__(self) -> str:
        return self.judul

    def get_absolute_url(self) -> str:
        return reverse("informasi:lihat", args=[self.slug])

    def get_status_display(self) -> str:
        return str(Status(self.status).label)

    @property
    def dikecualikan(self) -> bool:
        return self.kelas == Kelas.DIKECUALIKAN

    @property
    def bentuk_kata(self) -> str:
        """Return the forms in words, the unit's own words where there are some."""
        return self.bentuk_asli or ", ".join(str(Bentuk(b).label) for b in self.bentuk)

    @property
    def retensi_kata(self) -> str:
        """Return how long it is kept, in the unit's own words where there are some."""
        if self.retensi_asli:
            return self.retensi_asli
        if self.retensi == Retensi.BULAN:
            return _("%s bulan") % self.retensi_bulan
        return str(Retensi(self.retensi).label)


class EdisiQuerySet(models.QuerySet["Edisi"]):
    def terbit(self) -> EdisiQuerySet:
        """Return the editions that somebody else than their author let out."""
        return self.filter(diumumkan_pada__isnull=False)


class Edisi(models.Model):
    """One issue of an item: a year, a period, a version; public once `diumumkan_pada` is set."""

    informasi = models.ForeignKey(Informasi, models.PROTECT, related_name="edisi")
    tahun = models.PositiveSmallIntegerField(_("tahun"), null=True, blank=True)
    periode = models.CharField(_("periode"), max_length=60, blank=True)
    versi = models.PositiveSmallIntegerField(_("versi"), default=1)
    keterangan = models.CharField(_("keterangan"), max_length=300, blank=True)
    dibuat_pada = models.DateTimeField(_("dibuat pada"), auto_now_add=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    diumumkan_pada = models.DateTimeField(_("diumumkan pada"), null=True, editable=False)

    data_pribadi = ()

    objects = EdisiQuerySet.as_manager()

    class Meta:
        verbose_name = _("edisi")
        verbose_name_plural = _("edisi")
        ordering = ("-tahun", "-versi", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["informasi", "tahun", "periode", "versi"],
                name="edisi_sekali",
                nulls_distinct=False,
                violation_error_message=_("Edisi ini sudah ada; naikkan versinya."),
            )
        ]

    def __str__(self) -> str:
        bagian = [str(self.tahun or ""), self.periode, f"versi {self.versi}"]
        return " ".join(kata for kata in bagian if kata)


class BerkasEdisiQuerySet(models.QuerySet["BerkasEdisi"]):
    def terbuka(self) -> BerkasEdisiQuerySet:
        """Return the files that anybody may download.

        Item and edition are published, the item is not excluded, no virus was found.
        """
        terbit = self.filter(
            edisi__informasi__status=Status.TERBIT, edisi__diumumkan_pada__isnull=False
        ).exclude(edisi__informasi__kelas=Kelas.DIKECUALIKAN)
        return terbit.exclude(berkas__olahan__pindaian=Pindaian.TERINFEKSI)


class BerkasEdisi(models.Model):
    """A file of an edition; the file itself lies outside every web root."""

    edisi = models.ForeignKey(Edisi, models.PROTECT, related_name="berkas")
    berkas = models.OneToOneField(Berkas, models.PROTECT, related_name="di_edisi")
    judul = models.CharField(_("judul berkas"), max_length=200, blank=True)

    data_pribadi = ()

    objects = BerkasEdisiQuerySet.as_manager()

    class Meta:
        verbose_name = _("berkas edisi")
        verbose_name_plural = _("berkas edisi")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.judul or str(self.berkas)

    def get_absolute_url(self) -> str:
        return reverse("informasi:berkas", args=[self.berkas_id])


class IndeksInformasi(models.Model):
    """What the search reads: narrow, so that a match costs little; only published items stand here."""

    informasi = models.OneToOneField(
        Informasi, models.CASCADE, primary_key=True, related_name="indeks"
    )
    diumumkan_pada = models.DateTimeField()
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+")
    kelas = models.CharField(max_length=16)
    kelompok = models.CharField(default="", blank=True)
    tahun = models.PositiveSmallIntegerField(null=True)
    bentuk = ArrayField(models.CharField(max_length=24), default=list, blank=True)
    judul_rapi = models.CharField(max_length=300)
    vektor = SearchVectorField()

    data_pribadi = ()

    class Meta:
        indexes = [
            GinIndex(fields=["vektor"], name="indeks_informasi_vektor"),
            models.Index(fields=["-diumumkan_pada", "-informasi"], name="indeks_informasi_baru"),
            models.Index(
                fields=["unit", "-diumumkan_pada", "-informasi"], name="indeks_informasi_unit"
            ),
            models.Index(
                fields=["kelas", "-diumumkan_pada", "-informasi"], name="indeks_informasi_kelas"
            ),
        ]

    def __str__(self) -> str:
        return self.judul_rapi


class KataInformasi(models.Model):
    """A word of the published register, to guess what a misspelled one meant.

    `huruf` are its letters in order, which finds a word with two of them exchanged. Words stay when
    their item is withdrawn: a guess is shown only where it finds something.
    """

    kata = models.CharField(max_length=40, primary_key=True)
    huruf = models.CharField(max_length=40, db_index=True)

    data_pribadi = ()

    class Meta:
        indexes = [
            GinIndex(fields=["kata"], opclasses=["gin_trgm_ops"], name="kata_informasi_mirip")
        ]

    def __str__(self) -> str:
        return self.kata


class PeristiwaInformasi(Peristiwa):
    """One step in the life of an item."""

    perkara = models.ForeignKey(Informasi, models.PROTECT, related_name="peristiwa")


class JangkaInformasi(JangkaWaktu):
    """The update duty of an item."""

    perkara = models.ForeignKey(Informasi, models.PROTECT, related_name="jangka")
