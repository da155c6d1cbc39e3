"""Excluded information with a life: ground, consequence test, decision, end (hukum C10)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from informasi.alur import ALUR_PENGECUALIAN
from informasi.enums import DasarPengecualian, Kelas, KesimpulanUji, Status, StatusPengecualian
from informasi.models.register import Informasi
from ppid_portal.kernel.alur import BELUM_ADA, Alur
from ppid_portal.kernel.kata import tanggal
from ppid_portal.kernel.models import JangkaWaktu, Peristiwa, Perkara, Surat
from ppid_portal.kernel.pagar import TANPA_HAPUS, pagar_alur, pagar_status_awal
from ppid_portal.kernel.peran import MEJA_PPID, PEMEGANG_BERKAS, Pelaku


class PengecualianQuerySet(models.QuerySet["PengecualianInformasi"]):
    def berlaku(self) -> PengecualianQuerySet:
        """Return the lines of the public DIK: decided, not ended, their item announced."""
        return self.filter(
            status=StatusPengecualian.DITETAPKAN,
            informasi__status=Status.TERBIT,
            informasi__kelas=Kelas.DIKECUALIKAN,
        )

    def terbuka(self) -> PengecualianQuerySet:
        """Return what was declared open, as long as its item is announced."""
        selesai = [StatusPengecualian.BERAKHIR, StatusPengecualian.DIBUKA]
        return self.filter(status__in=selesai, informasi__status=Status.TERBIT).exclude(
            informasi__kelas=Kelas.DIKECUALIKAN
        )

    def terlihat_oleh(self, pelaku: Pelaku) -> PengecualianQuerySet:
        if pelaku.peran & MEJA_PPID:
            return self
        return self.filter(informasi__unit__in=pelaku.unit_sebagai(*PEMEGANG_BERKAS))


class PengecualianInformasi(Perkara):
    """Why and until when an item is closed; `uraian` and the test sheet stay inside the house.

    The public reads title, ground, what would follow from opening, period, unit and number of the
    decision, and nothing else.
    """

    alur: ClassVar[Alur] = ALUR_PENGECUALIAN

    informasi = models.OneToOneField(
        Informasi, models.PROTECT, related_name="pengecualian", verbose_name=_("informasi")
    )
    dasar = models.CharField(_("dasar pengecualian"), max_length=4, choices=DasarPengecualian)
    undang_undang = models.CharField(
        _("undang-undang dan pasal yang melarang"),
        max_length=200,
        blank=True,
        help_text=_("Wajib untuk huruf j."),
    )
    uraian = models.TextField(_("informasi dan dokumen yang dikecualikan"))
    tanggal_uji = models.DateField(_("tanggal uji"), null=True, blank=True)
    tempat_uji = models.CharField(_("tempat uji"), max_length=120, blank=True)
    peserta = models.TextField(_("peserta (nama dan jabatan)"), blank=True)
    akibat_dibuka = models.TextField(_("akibat bila dibuka"), blank=True)
    akibat_ditutup = models.TextField(_("akibat bila ditutup"), blank=True)
    kepentingan_umum = models.TextField(_("pertimbangan kepentingan publik"), blank=True)
    kesimpulan = models.CharField(_("kesimpulan"), max_length=16, choices=KesimpulanUji, blank=True)
    bagian_dihitamkan = models.TextField(_("bagian yang dihitamkan"), blank=True)
    mulai = models.DateField(_("dikecualikan sejak"), null=True, blank=True)
    sampai = models.DateField(_("dibuka pada"), null=True, blank=True)
    sampai_peristiwa = models.CharField(_("dibuka setelah"), max_length=200, blank=True)
    persetujuan = models.CharField(
        _("persetujuan pimpinan badan publik"), max_length=200, blank=True
    )
    surat = models.OneToOneField(
        Surat, models.PROTECT, null=True, editable=False, related_name="+", verbose_name=_("SK")
    )

    data_pribadi = ("peserta", "uraian")

    objects = PengecualianQuerySet.as_manager()

    class Meta:
        verbose_name = _("pengecualian informasi")
        verbose_name_plural = _("daftar informasi yang dikecualikan")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=[BELUM_ADA, *StatusPengecualian.values]),
                name="pengecualian_status_dikenal",
            ),
            models.CheckConstraint(
                condition=~Q(dasar=DasarPengecualian.J) | ~Q(undang_undang=""),
                name="pengecualian_huruf_j",
                violation_error_message=_("Sebut undang-undang dan pasalnya untuk huruf j."),
            ),
            models.CheckConstraint(
                condition=~Q(kesimpulan=KesimpulanUji.SEBAGIAN) | ~Q(bagian_dihitamkan=""),
                name="pengecualian_sebagian",
                violation_error_message=_("Sebut bagian yang dihitamkan."),
            ),
            models.CheckConstraint(
                condition=~Q(status=StatusPengecualian.DITETAPKAN)
                | (Q(mulai__isnull=False) & (Q(sampai__isnull=False) | ~Q(sampai_peristiwa=""))),
                name="pengecualian_berjangka",
            ),
            models.CheckConstraint(
                condition=Q(sampai__isnull=True) | Q(sampai__gt=models.F("mulai")),
                name="pengecualian_urut",
                violation_error_message=_("Tanggal dibuka harus sesudah tanggal mulai."),
            ),
        ]
        indexes = [
            # What ends next: reminders and opening (actions/pengecualian.py).
            models.Index(
                fields=["sampai", "id"],
                condition=Q(status="ditetapkan"),
                name="pengecualian_berakhir",
            )
        ]
        triggers = [
            pagar_alur(ALUR_PENGECUALIAN), pagar_status_awal(ALUR_PENGECUALIAN), TANPA_HAPUS,
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.informasi.judul

    @property
    def dasar_kata(self) -> str:
        """Return the ground in words, with the statute where the ground is letter j."""
        dasar = str(DasarPengecualian(self.dasar).label)
        return f"{dasar} ({self.undang_undang})" if self.undang_undang else dasar

    @property
    def jangka_kata(self) -> str:
        """Return from when until when, in words."""
        if self.mulai is None:
            return ""
        akhir = tanggal(self.sampai) if self.sampai else self.sampai_peristiwa
        return gettext("%(mulai)s sampai %(akhir)s") % {
            "mulai": tanggal(self.mulai),
            "akhir": akhir,
        }

    def get_status_display(self) -> str:
        return str(StatusPengecualian(self.status).label) if self.status else "–"


class PeristiwaPengecualian(Peristiwa):
    """One step in the life of an exclusion."""

    perkara = models.ForeignKey(PengecualianInformasi, models.PROTECT, related_name="peristiwa")


class JangkaPengecualian(JangkaWaktu):
    """The terms of an exclusion; its end stands in `sampai`, for the decision sets it."""

    perkara = models.ForeignKey(PengecualianInformasi, models.PROTECT, related_name="jangka")
