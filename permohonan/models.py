"""The request, who asked, what was asked item by item, and the dispositions to units."""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from informasi.models import Informasi
from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN
from permohonan.enums import (
    CaraMemperoleh,
    CaraSalinan,
    DasarPenolakan,
    JenisPemohon,
    Kanal,
    KategoriBerkas,
    Keputusan,
    Penguasaan,
    Status,
    StatusDisposisi,
)
from ppid_portal.kernel.alur import BELUM_ADA, Alur
from ppid_portal.kernel.models import Berkas, JangkaWaktu, Pengingat, Peristiwa, Perkara, Unit
from ppid_portal.kernel.pagar import TANPA_HAPUS, pagar_alur, pagar_status_awal
from ppid_portal.kernel.peran import MEJA_PPID, PEMEGANG_BERKAS, Pelaku
from ppid_portal.kernel.sandi import TeksSandi


class PermohonanQuerySet(models.QuerySet["Permohonan"]):
    def terlihat_oleh(self, pelaku: Pelaku) -> PermohonanQuerySet:
        """Return what this officer may see: the desk all, a unit the cases it holds or held."""
        if pelaku.peran & MEJA_PPID:
            return self
        return self.filter(Q(pk__in=Disposisi.objects.terlihat_oleh(pelaku).values("permohonan")))

    def berjalan(self) -> PermohonanQuerySet:
        """Return requests whose answer is still due."""
        return self.filter(batas_waktu__isnull=False)

    def terlambat(self, pada: date) -> PermohonanQuerySet:
        """Return requests unanswered past their term; silence is a ground for objection."""
        return self.berjalan().filter(batas_waktu__lt=pada)


class Permohonan(Perkara):
    """A request for public information (UU 14/2008 ps. 22; form: Perki 1/2021 Lampiran VI)."""

    alur: ClassVar[Alur] = ALUR_PERMOHONAN

    kode = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nomor = models.CharField(_("nomor pendaftaran"), max_length=80, unique=True)
    tahun = models.PositiveSmallIntegerField(_("tahun"))
    urut = models.PositiveIntegerField(_("urut"))
    kanal = models.CharField(_("disampaikan lewat"), max_length=16, choices=Kanal)
    diterima_pada = models.DateTimeField(_("diterima pada"), default=timezone.now)
    jenis_pemohon = models.CharField(_("jenis pemohon"), max_length=16, choices=JenisPemohon)
    tujuan = models.TextField(_("tujuan penggunaan informasi"))
    cara_memperoleh = models.CharField(
        _("cara memperoleh informasi"), max_length=16, choices=CaraMemperoleh
    )
    cara_salinan = models.CharField(
        _("cara mendapat salinan"), max_length=16, choices=CaraSalinan, blank=True
    )
    pencarian_asal = models.CharField(_("kata yang dicari"), max_length=200, blank=True)
    sidik_rahasia = models.CharField(max_length=64, editable=False)
    kunci_kirim = models.UUIDField(unique=True, editable=False, default=uuid.uuid4)
    versi_pemberitahuan = models.CharField(_("pemberitahuan data pribadi"), max_length=20)
    dicatat_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    data_pribadi = ("tujuan", "pencarian_asal")

    objects = PermohonanQuerySet.as_manager()

    class Meta:
        verbose_name = _("permohonan")
        verbose_name_plural = _("permohonan")
        ordering = ("-tahun", "-urut")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[BELUM_ADA, *Status.values]),
                name="permohonan_status_dikenal",
            ),
            models.UniqueConstraint(fields=["tahun", "urut"], name="permohonan_tanpa_celah"),
        ]
        indexes = [
            # Worklists: open requests by their last day.
            models.Index(
                fields=["batas_waktu", "id"],
                condition=Q(batas_waktu__isnull=False),
                name="permohonan_batas_waktu",
            ),
            # Look-up by the number as people type it (queries.cari_perkara).
            models.Index(
                Upper(Replace("nomor", Value(" "), Value(""))), name="permohonan_nomor_rapi"
            ),
        ]
        triggers = [pagar_alur(ALUR_PERMOHONAN), pagar_status_awal(ALUR_PERMOHONAN), TANPA_HAPUS]

    def __str__(self) -> str:
        return self.nomor

    def get_absolute_url(self) -> str:
        return reverse("permohonan:lihat", args=[self.kode])

    def get_status_display(self) -> str:
        return str(Status(self.status).label)


def telepon_rapi(nomor: str) -> str:
    """Return digits as they are dialled at home: `+62 812-34` and `0812 34` are one number."""
    angka = "".join(h for h in nomor if h.isdigit())
    return f"0{angka[2:]}" if angka.startswith("62") else angka


class Pemohon(models.Model):
    """Who asked; every column that tells a person is ciphertext, found only by a blind index."""

    permohonan = models.OneToOneField(Permohonan, models.PROTECT, related_name="pemohon")
    nama = TeksSandi(_("nama lengkap"))
    nama_indeks = ArrayField(models.CharField(max_length=64), default=list, editable=False)
    nik = TeksSandi(_("NIK atau nomor paspor"), blank=True)
    nik_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    alamat = TeksSandi(_("alamat"))
    surel = TeksSandi(_("surel"), blank=True)
    surel_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    telepon = TeksSandi(_("telepon"), blank=True)
    telepon_indeks = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    pekerjaan = models.CharField(_("pekerjaan"), max_length=80, blank=True)
    nama_badan = TeksSandi(_("nama badan hukum atau kelompok"), blank=True)
    nomor_pengesahan = models.CharField(
        _("nomor pengesahan badan hukum"), max_length=120, blank=True
    )
    anggota = TeksSandi(_("anggota kelompok"), blank=True)
    nama_kuasa = TeksSandi(_("penerima kuasa"), blank=True)
    kebutuhan_khusus = TeksSandi(_("kebutuhan khusus"), blank=True)

    data_pribadi = (
        "nama", "nama_indeks", "nik", "nik_indeks", "alamat", "surel", "surel_indeks", "telepon",
        "telepon_indeks", "pekerjaan", "nama_badan", "anggota", "nama_kuasa", "kebutuhan_khusus",
    )  # fmt: skip

    class Meta:
        verbose_name = _("pemohon")
        verbose_name_plural = _("pemohon")
        indexes = [GinIndex(fields=["nama_indeks"], name="pemohon_nama")]

    def __str__(self) -> str:
        return str(_("Pemohon %s") % self.permohonan_id)


class Butir(models.Model):
    """One item of a request, decided on its own."""

    permohonan = models.ForeignKey(Permohonan, models.PROTECT, related_name="butir")
    urut = models.PositiveSmallIntegerField(_("butir"))
    rincian = models.TextField(_("informasi yang diminta"))
    penguasaan = models.CharField(_("penguasaan"), max_length=24, choices=Penguasaan, blank=True)
    badan_lain = models.CharField(_("badan publik yang menguasai"), max_length=200, blank=True)
    keputusan = models.CharField(_("keputusan"), max_length=24, choices=Keputusan, blank=True)
    materi = models.TextField(_("materi yang diberikan"), blank=True)
    dihitamkan = models.TextField(_("bagian yang dihitamkan dan alasannya"), blank=True)
    dasar_penolakan = models.CharField(
        _("dasar penolakan"), max_length=8, choices=DasarPenolakan, blank=True
    )
    undang_undang = models.CharField(
        _("undang-undang dan pasal"),
        max_length=200,
        blank=True,
        help_text=_("Wajib untuk huruf j."),
    )
    konsekuensi = models.TextField(_("konsekuensi bila dibuka"), blank=True)
    uji = models.CharField(
        _("nomor SK klasifikasi atau berita acara uji"), max_length=200, blank=True
    )
    jangka_pengecualian = models.CharField(
        _("jangka waktu pengecualian"), max_length=200, blank=True
    )
    informasi = models.ForeignKey(
        Informasi,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="butir",
        verbose_name=_("butir DIP"),
    )

    data_pribadi = ("rincian",)

    class Meta:
        verbose_name = _("butir permohonan")
        verbose_name_plural = _("butir permohonan")
        ordering = ("urut",)
        constraints = [
            models.UniqueConstraint(fields=["permohonan", "urut"], name="butir_urut_sekali"),
            models.CheckConstraint(
                condition=~Q(keputusan=Keputusan.DITOLAK)
                | (~Q(dasar_penolakan="") & ~Q(konsekuensi="")),
                name="butir_ditolak_berdasar",
                violation_error_message=_(
                    "Penolakan wajib menyebut huruf Pasal 17 dan konsekuensinya."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(dasar_penolakan=DasarPenolakan.J) | ~Q(undang_undang=""),
                name="butir_huruf_j_menyebut_uu",
                violation_error_message=_("Huruf j wajib menyebut undang-undang dan pasalnya."),
            ),
            models.CheckConstraint(
                condition=~Q(keputusan=Keputusan.DIKABULKAN_SEBAGIAN) | ~Q(dihitamkan=""),
                name="butir_sebagian_menyebut_hitam",
                violation_error_message=_("Sebut bagian yang dihitamkan dan alasannya."),
            ),
            models.CheckConstraint(
                condition=~Q(keputusan__in=[Keputusan.DIKABULKAN, Keputusan.DIKABULKAN_SEBAGIAN])
                | ~Q(materi=""),
                name="butir_dikabulkan_menyebut_materi",
                violation_error_message=_("Sebut materi yang diberikan."),
            ),
            models.CheckConstraint(
                condition=~Q(keputusan=Keputusan.TIDAK_DIKUASAI)
                | ~Q(penguasaan__in=["", Penguasaan.DIKUASAI]),
                name="butir_tidak_dikuasai_beralasan",
                violation_error_message=_(
                    "Penguasaan tidak sesuai dengan keputusan “tidak dikuasai”."
                ),
            ),
        ]
        triggers = [TANPA_HAPUS]

    def __str__(self) -> str:
        return f"{self.urut}. {self.rincian[:80]}"


class DisposisiQuerySet(models.QuerySet["Disposisi"]):
    def terlihat_oleh(self, pelaku: Pelaku) -> DisposisiQuerySet:
        if pelaku.peran & MEJA_PPID:
            return self
        return self.filter(unit__in=pelaku.unit_sebagai(*PEMEGANG_BERKAS))

    def terbuka(self) -> DisposisiQuerySet:
        return self.filter(status__in=[StatusDisposisi.DITUGASKAN, StatusDisposisi.DIKERJAKAN])


class Disposisi(Perkara):
    """A request handed to one unit, with an instruction and an inner term."""

    alur: ClassVar[Alur] = ALUR_DISPOSISI

    permohonan = models.ForeignKey(Permohonan, models.PROTECT, related_name="disposisi")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="disposisi", verbose_name=_("unit"))
    instruksi = models.TextField(_("instruksi"))
    jawaban = models.TextField(_("jawaban unit"), blank=True)

    data_pribadi = ()

    objects = DisposisiQuerySet.as_manager()

    class Meta:
        verbose_name = _("disposisi")
        verbose_name_plural = _("disposisi")
        ordering = ("batas_waktu", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[BELUM_ADA, *StatusDisposisi.values]),
                name="disposisi_status_dikenal",
            ),
            models.UniqueConstraint(
                fields=["permohonan", "unit"],
                condition=Q(status__in=["ditugaskan", "dikerjakan"]),
                name="disposisi_satu_per_unit",
                violation_error_message=_("Unit ini sudah memegang permohonan tersebut."),
            ),
        ]
        triggers = [pagar_alur(ALUR_DISPOSISI), pagar_status_awal(ALUR_DISPOSISI), TANPA_HAPUS]

    def __str__(self) -> str:
        return f"{self.permohonan.nomor} – {self.unit.nama_tampil}"

    def get_status_display(self) -> str:
        return str(StatusDisposisi(self.status).label)


class BerkasPermohonan(models.Model):
    """A file of a request: what the applicant sent, or what is answered."""

    permohonan = models.ForeignKey(Permohonan, models.PROTECT, related_name="berkas")
    berkas = models.OneToOneField(Berkas, models.PROTECT, related_name="di_permohonan")
    kategori = models.CharField(_("kategori"), max_length=16, choices=KategoriBerkas)
    disposisi = models.ForeignKey(
        Disposisi, models.PROTECT, null=True, blank=True, related_name="berkas"
    )
    diserahkan = models.BooleanField(
        _("diserahkan kepada pemohon"), default=False, help_text=_("Hanya berkas jawaban.")
    )
    diunduh_pada = models.DateTimeField(_("pertama diunduh pemohon"), null=True, blank=True)

    data_pribadi = ()

    class Meta:
        verbose_name = _("berkas permohonan")
        verbose_name_plural = _("berkas permohonan")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(diserahkan=False) | Q(kategori=KategoriBerkas.JAWABAN),
                name="berkas_diserahkan_hanya_jawaban",
            )
        ]

    def __str__(self) -> str:
        return str(self.berkas)


class PeristiwaPermohonan(Peristiwa):
    """One step in the life of a request."""

    perkara = models.ForeignKey(Permohonan, models.PROTECT, related_name="peristiwa")


class JangkaPermohonan(JangkaWaktu):
    """A term of a request."""

    perkara = models.ForeignKey(Permohonan, models.PROTECT, related_name="jangka")


class PengingatPermohonan(Pengingat):
    """A reminder of a request's term."""

    jangka = models.ForeignKey(JangkaPermohonan, models.PROTECT, related_name="pengingat")


class PeristiwaDisposisi(Peristiwa):
    """One step in the life of a disposition."""

    perkara = models.ForeignKey(Disposisi, models.PROTECT, related_name="peristiwa")


class JangkaDisposisi(JangkaWaktu):
    """The inner term of a disposition."""

    perkara = models.ForeignKey(Disposisi, models.PROTECT, related_name="jangka")


class PengingatDisposisi(Pengingat):
    """A reminder of an inner term."""

    jangka = models.ForeignKey(JangkaDisposisi, models.PROTECT, related_name="pengingat")
