"""What every case has: a status that only the door changes, its events, its running terms."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.pagar import HANYA_TAMBAH, RANTAI

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from ppid_portal.kernel.alur import Alur


class Perkara(models.Model):
    """A case that moves along an Alur; only `kernel.perkara.jalankan` changes its status.

    `batas_waktu` is the last day of the main term that runs, None when none does. `versi`
    grows with every step, so that a form opened before it is recognised as stale.
    """

    alur: ClassVar[Alur]
    if TYPE_CHECKING:
        peristiwa: RelatedManager[Any]
        jangka: RelatedManager[Any]

    status = models.CharField(_("status"), max_length=32, editable=False, default="")
    batas_waktu = models.DateField(_("batas waktu"), null=True, blank=True, editable=False)
    tanggal_terima = models.DateField(_("tanggal diterima"))
    versi = models.PositiveIntegerField(default=0, editable=False)
    dibuat_pada = models.DateTimeField(_("dicatat pada"), auto_now_add=True)

    class Meta:
        abstract = True

    @property
    def rujukan(self) -> str:
        """Return the name by which letters and messages refer to this case: `permohonan:12`."""
        return f"{self._meta.model_name}:{self.pk}"


class Peristiwa(models.Model):
    """What happened to a case: its history, and the outbox of its letters and messages.

    Append-only and chained by hash in the database; `urut`, `sidik_sebelum` and `sidik` are
    written there.
    """

    if TYPE_CHECKING:
        perkara: models.ForeignKey[Any, Any]

    urut = models.PositiveIntegerField(default=0, editable=False)
    aksi = models.CharField(_("langkah"), max_length=32)
    dari = models.CharField(max_length=32, blank=True)
    ke = models.CharField(_("keadaan"), max_length=32)
    peran = models.CharField(_("peran"), max_length=32)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("oleh"),
    )
    alasan = models.TextField(_("alasan"), blank=True)
    data = models.JSONField(default=dict, blank=True)
    publik = models.BooleanField(default=True)
    waktu = models.DateTimeField(_("waktu"))
    batas_lama = models.DateField(null=True, help_text=_("Batas yang berlaku saat itu."))
    batas_baru = models.DateField(null=True)
    sidik_sebelum = models.CharField(max_length=64, blank=True, editable=False)
    sidik = models.CharField(max_length=64, blank=True, editable=False)
    diolah_pada = models.DateTimeField(null=True, editable=False)

    data_pribadi: ClassVar[tuple[str, ...]] = ("alasan", "data")

    class Meta:
        abstract = True
        verbose_name = _("peristiwa")
        verbose_name_plural = _("peristiwa")
        ordering = ("urut",)
        constraints = [
            models.UniqueConstraint(fields=["perkara", "urut"], name="%(class)s_urut_sekali")
        ]
        indexes = [
            # The outbox: events whose letters and messages are still to be made.
            models.Index(
                fields=["id"],
                condition=models.Q(diolah_pada__isnull=True),
                name="%(class)s_antre",
            )
        ]
        triggers = [*HANYA_TAMBAH, RANTAI]

    def __str__(self) -> str:
        return f"{self.waktu:%d-%m-%Y} {self.aksi}"


class JangkaWaktu(models.Model):
    """A term that runs or ran for a case: from which day, by which article and calendar, until when."""

    if TYPE_CHECKING:
        perkara: models.ForeignKey[Any, Any]

    kunci = models.CharField(_("tenggat"), max_length=40)
    judul = models.CharField(_("nama tenggat"), max_length=120)
    dasar = models.CharField(_("dasar hukum"), max_length=160)
    mulai = models.DateField(_("hari ke-0"))
    panjang = models.PositiveSmallIntegerField(_("lama"))
    satuan = models.CharField(_("satuan"), max_length=16)
    milik = models.CharField(max_length=16)
    utama = models.BooleanField(default=False)
    lanjutan_dari = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    batas = models.DateField(_("hari terakhir"))
    batas_semula = models.DateField(_("hari terakhir semula"))
    versi_kalender = models.TextField(_("kalender yang dipakai"))
    sementara = models.BooleanField(_("sementara"), default=False)
    dimulai_pada = models.DateTimeField()
    berhenti_pada = models.DateTimeField(_("selesai pada"), null=True)

    data_pribadi: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        verbose_name = _("jangka waktu")
        verbose_name_plural = _("jangka waktu")
        ordering = ("dimulai_pada", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["perkara", "kunci"],
                condition=models.Q(berhenti_pada__isnull=True),
                name="%(class)s_satu_berjalan",
            )
        ]
        indexes = [
            # Reminders: running terms by their last day.
            models.Index(
                fields=["batas", "id"],
                condition=models.Q(berhenti_pada__isnull=True),
                name="%(class)s_berjalan",
            )
        ]

    def __str__(self) -> str:
        return f"{self.judul} s.d. {self.batas:%d-%m-%Y}"

    def lewat(self, pada: date) -> bool:
        return self.berhenti_pada is None and pada > self.batas


class Pengingat(models.Model):
    """That a reminder for one step of one term was made; the constraint allows no second."""

    if TYPE_CHECKING:
        jangka: models.ForeignKey[Any, Any]

    batas = models.DateField()
    tingkat = models.CharField(max_length=16)
    dibuat_pada = models.DateTimeField(auto_now_add=True)

    data_pribadi: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        verbose_name = _("pengingat")
        verbose_name_plural = _("pengingat")
        constraints = [
            models.UniqueConstraint(
                fields=["jangka", "batas", "tingkat"], name="%(class)s_sekali_saja"
            )
        ]

    def __str__(self) -> str:
        return f"{self.tingkat} {self.batas:%d-%m-%Y}"
