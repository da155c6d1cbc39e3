"""The complaint itself and the tree of topics."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pengaduan.alur import ALUR_PENGADUAN
from pengaduan.enums import AlasanArsip, Kanal, Kerahasiaan, Klasifikasi, Seri, Status
from permohonan.models import Permohonan
from ppid_portal.kernel.alur import BELUM_ADA, Alur
from ppid_portal.kernel.models import Perkara, Unit
from ppid_portal.kernel.pagar import TANPA_HAPUS, pagar_alur, pagar_status_awal
from ppid_portal.kernel.peran import Pelaku, Peran

# Roles that see every complaint but the sealed ones, and those that see what their units hold.
MEJA_PENGADUAN = frozenset({Peran.ADMIN_KOORDINATOR, Peran.KEPALA_DAERAH, Peran.AUDITOR})
PEMEGANG_UNIT = frozenset({Peran.PEJABAT_PENGHUBUNG, Peran.KEPALA_OPD})

# A case once sealed stays sealed and belongs to no unit, whatever the code above does.
SEGEL_TETAP = pgtrigger.Trigger(
    name="segel_tetap",
    operation=pgtrigger.Update,
    when=pgtrigger.Before,
    condition=pgtrigger.Condition("NEW.status = 'wbs' OR OLD.tertutup"),
    func=f"""
        NEW.tertutup := true;
        NEW.unit_id := NULL;
        NEW.klasifikasi := '{Klasifikasi.BERKADAR.value}';
        RETURN NEW;
    """,
)
# When it came in and under which number is never rewritten, however often it changes hands.
PENERIMAAN_TETAP = pgtrigger.ReadOnly(
    name="penerimaan_tetap",
    fields=["kode", "nomor", "seri", "tahun", "urut", "tanggal_terima", "diterima_pada"],
)


class Kategori(models.Model):
    """A topic of the tree: which unit, which kind, how soon, and what people are told."""

    induk = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bawahan",
        verbose_name=_("induk"),
    )
    nama = models.CharField(_("nama"), max_length=120)
    slug = models.SlugField(_("kode"), max_length=80, unique=True)
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("unit penanggung jawab"),
    )
    klasifikasi = models.CharField(
        _("klasifikasi"), max_length=32, choices=Klasifikasi, default=Klasifikasi.TIDAK_BERKADAR
    )
    lama_hari = models.PositiveSmallIntegerField(
        _("janji layanan (hari kerja)"),
        null=True,
        blank=True,
        help_text=_(
            "Kosongkan untuk memakai batas klasifikasinya. Tidak pernah lebih lama dari itu."
        ),
    )
    petunjuk_pelapor = models.TextField(_("petunjuk untuk pelapor"), blank=True)
    petunjuk_petugas = models.TextField(_("petunjuk penanganan"), blank=True)
    aktif = models.BooleanField(_("aktif"), default=True)

    data_pribadi = ()

    class Meta:
        verbose_name = _("kategori")
        verbose_name_plural = _("kategori")
        ordering = ("nama",)
        constraints = [
            models.UniqueConstraint(
                fields=["induk", "nama"],
                nulls_distinct=False,
                name="kategori_nama_sekali",
                violation_error_message=_("Nama ini sudah ada di bawah induk tersebut."),
            ),
            models.CheckConstraint(
                condition=Q(lama_hari__isnull=True) | Q(lama_hari__gt=0), name="kategori_lama_wajar"
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def clean(self) -> None:
        induk = self.induk
        while induk is not None:
            if self.pk and induk.pk == self.pk:
                raise ValidationError(
                    {"induk": _("Kategori tidak dapat berada di bawah dirinya sendiri.")}
                )
            induk = induk.induk


class PengaduanQuerySet(models.QuerySet["Pengaduan"]):
    def terlihat_oleh(self, pelaku: Pelaku) -> PengaduanQuerySet:
        """Return what this person may know of; a sealed case exists for the Inspektorat alone."""
        terlihat = Q(pk__in=[])
        if pelaku.peran & MEJA_PENGADUAN:
            terlihat |= Q(tertutup=False)
        elif pelaku.peran & PEMEGANG_UNIT:
            terlihat |= Q(tertutup=False, unit__in=pelaku.unit_sebagai(*PEMEGANG_UNIT))
        if pelaku.memegang(Peran.INSPEKTORAT):
            terlihat |= Q(tertutup=True)
        return self.filter(terlihat)


class Pengaduan(Perkara):
    """A report of a citizen: complaint, aspiration or request for information (hukum B4, I).

    `unit` is who holds it now. `tertutup` is set by the database when a case reaches `wbs` and
    never taken back.
    """

    alur: ClassVar[Alur] = ALUR_PENGADUAN

    kode = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField(_("nomor laporan"), max_length=80, unique=True)
    seri = models.CharField(max_length=24, choices=Seri, default=Seri.UMUM, editable=False)
    tahun = models.PositiveSmallIntegerField(_("tahun"))
    urut = models.PositiveIntegerField(_("urut"))
    klasifikasi = models.CharField(_("klasifikasi"), max_length=32, choices=Klasifikasi)
    kerahasiaan = models.CharField(
        _("kerahasiaan"), max_length=16, choices=Kerahasiaan, default=Kerahasiaan.RAHASIA
    )
    kanal = models.CharField(_("disampaikan lewat"), max_length=16, choices=Kanal)
    nomor_asal = models.CharField(_("nomor di kanal asal"), max_length=80, blank=True)
    diterima_pada = models.DateTimeField(_("diterima pada"), default=timezone.now)
    judul = models.CharField(_("judul"), max_length=200)
    isi = models.TextField(_("isi laporan"))
    tanggal_kejadian = models.DateField(_("tanggal kejadian"), null=True, blank=True)
    lokasi = models.TextField(_("tempat kejadian"), blank=True)
    wilayah = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("desa atau kelurahan"),
    )
    kategori = models.ForeignKey(
        Kategori,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengaduan",
        verbose_name=_("kategori"),
    )
    unit = models.ForeignKey(
        Unit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="pengaduan",
        verbose_name=_("unit penangan"),
    )
    tertutup = models.BooleanField(_("tertutup"), default=False, editable=False)
    instansi_tujuan = models.CharField(_("instansi yang berwenang"), max_length=200, blank=True)
    alasan_arsip = models.CharField(
        _("alasan diarsipkan"), max_length=16, choices=AlasanArsip, blank=True
    )
    duplikat_dari = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="duplikat",
        verbose_name=_("sama dengan"),
    )
    permohonan = models.OneToOneField(
        Permohonan, models.PROTECT, null=True, blank=True, related_name="asal_pengaduan"
    )
    sidik_rahasia = models.CharField(max_length=64, editable=False)
    kunci_kirim = models.UUIDField(unique=True, editable=False, default=uuid.uuid4)
    versi_pemberitahuan = models.CharField(_("pemberitahuan data pribadi"), max_length=20)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    data_pribadi = ("judul", "isi", "lokasi")

    objects = PengaduanQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengaduan")
        verbose_name_plural = _("pengaduan")
        ordering = ("-tahun", "-urut")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[BELUM_ADA, *Status.values]), name="pengaduan_status_dikenal"
            ),
            models.UniqueConstraint(fields=["seri", "tahun", "urut"], name="pengaduan_tanpa_celah"),
            models.UniqueConstraint(
                fields=["kanal", "nomor_asal"],
                condition=~Q(nomor_asal=""),
                name="pengaduan_asal_sekali",
                violation_error_message=_("Laporan dengan nomor asal ini sudah tercatat."),
            ),
            models.CheckConstraint(
                condition=~Q(klasifikasi=Klasifikasi.BERKADAR) | Q(tertutup=True),
                name="pengaduan_berkadar_tertutup",
            ),
            models.CheckConstraint(
                condition=Q(tertutup=False) | Q(status__in=[BELUM_ADA, Status.WBS, Status.SELESAI]),
                name="pengaduan_tertutup_tetap_tertutup",
            ),
            models.CheckConstraint(
                condition=Q(tertutup=False) | Q(unit__isnull=True),
                name="pengaduan_tertutup_tanpa_unit",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.DIALIHKAN_KE_PERMOHONAN) | Q(permohonan__isnull=False),
                name="pengaduan_dialihkan_punya_permohonan",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.BUKAN_KEWENANGAN) | ~Q(instansi_tujuan=""),
                name="pengaduan_bukan_kewenangan_bertujuan",
            ),
            models.CheckConstraint(
                condition=Q(duplikat_dari__isnull=True) | Q(alasan_arsip=AlasanArsip.DUPLIKAT),
                name="pengaduan_duplikat_beralasan",
            ),
        ]
        indexes = [
            # Worklist of the desk: open reports by their last day.
            models.Index(
                fields=["batas_waktu", "id"],
                condition=Q(batas_waktu__isnull=False, tertutup=False),
                name="pengaduan_batas_waktu",
            ),
            # Worklist of a unit (terlihat_oleh), newest first within a status.
            models.Index(
                fields=["unit", "status", "-id"],
                condition=Q(tertutup=False),
                name="pengaduan_unit_status",
            ),
            # The steps that the clock takes (queries.py).
            models.Index(fields=["status", "id"], name="pengaduan_status"),
        ]
        triggers = [
            pagar_alur(ALUR_PENGADUAN),
            pagar_status_awal(ALUR_PENGADUAN),
            PENERIMAAN_TETAP,
            SEGEL_TETAP,
            TANPA_HAPUS,
        ]

    def __str__(self) -> str:
        return self.nomor

    def get_status_display(self) -> str:
        return str(Status(self.status).label)
