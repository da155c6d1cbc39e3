"""The working calendar as the database knows it: which version holds, and how a new one enters."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from ppid_portal.kernel.kalender import JenisLibur, Kalender, Libur
from ppid_portal.kernel.models import HariLibur, VersiKalender


def versi_berlaku(ditetapkan_sampai: date | None = None) -> QuerySet[VersiKalender]:
    """Return the version in force of each year, as known on a day (default: now)."""
    versi = VersiKalender.objects.filter(diberlakukan_pada__isnull=False)
    if ditetapkan_sampai is not None:
        versi = versi.filter(ditetapkan__lte=ditetapkan_sampai)
    return versi.order_by("tahun", "-ditetapkan", "-pk").distinct("tahun")


def kalender_berlaku(ditetapkan_sampai: date | None = None) -> Kalender:
    """Return the calendar to count by; with a day, as it was known on that day. Two queries."""
    versi = list(versi_berlaku(ditetapkan_sampai))
    hari = HariLibur.objects.filter(versi__in=versi).values_list("tanggal", "nama", "jenis")
    return Kalender(
        libur={tanggal: Libur(nama, JenisLibur(jenis)) for tanggal, nama, jenis in hari},
        tahun_pasti=frozenset(v.tahun for v in versi if v.pasti),
        versi={v.tahun: v.dasar if v.pasti else f"{v.dasar} (belum resmi)" for v in versi},
    )


@transaction.atomic
def versi_baru(dari: VersiKalender, *, dasar: str, ditetapkan: date) -> VersiKalender:
    """Return an editable copy of a version, to be changed and then put in force."""
    baru = VersiKalender.objects.create(
        tahun=dari.tahun, dasar=dasar, ditetapkan=ditetapkan, pasti=dari.pasti, sumber=dari.sumber
    )
    HariLibur.objects.bulk_create(
        HariLibur(versi=baru, tanggal=h.tanggal, nama=h.nama, jenis=h.jenis)
        for h in dari.hari.all()
    )
    return baru


@transaction.atomic
def berlakukan(versi: VersiKalender, pada: datetime | None = None) -> VersiKalender:
    """Put a version in force; open terms are recomputed by the apps' own tasks right after.

    Raises ValidationError when a day lies outside the year or the version holds already.
    """
    terkunci = VersiKalender.objects.select_for_update().get(pk=versi.pk)
    if terkunci.diberlakukan_pada:
        raise ValidationError(_("Kalender ini sudah berlaku."))
    if terkunci.hari.exclude(tanggal__year=terkunci.tahun).exists():
        raise ValidationError(_("Ada hari libur di luar tahun kalender ini."))
    terkunci.diberlakukan_pada = pada or timezone.now()
    terkunci.save(update_fields=["diberlakukan_pada"])
    return terkunci
