"""What the statute's duties look like from outside: which items are stale, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import F, Prefetch, QuerySet, prefetch_related_objects

from informasi.alur import PEMBARUAN
from informasi.enums import Kelas, Status
from informasi.models import (
    Informasi,
    JangkaInformasi,
    PenetapanDIP,
    PengecualianInformasi,
)
from ppid_portal.kernel.peran import Pelaku


def tandai_usang(informasi: Iterable[Informasi], hari_ini: date) -> None:
    """Give each stale item its running term as `pembaruan_lewat`; the others get nothing."""
    usang = [i for i in informasi if _usang(i, hari_ini)]
    lewat = JangkaInformasi.objects.filter(
        kunci=PEMBARUAN.kunci, berhenti_pada__isnull=True, batas__lt=hari_ini
    )
    prefetch_related_objects(usang, Prefetch("jangka", lewat, to_attr="pembaruan_lewat"))


def perlu_diperbarui(siapa: Pelaku, sampai: date) -> QuerySet[Informasi]:
    """Return the periodic items of these units whose update is due by a day, the oldest first."""
    berkala = Informasi.objects.terlihat_oleh(siapa).terbit().filter(kelas=Kelas.BERKALA)
    return berkala.filter(batas_waktu__lte=sampai).order_by(F("batas_waktu").asc(), "pk")


def _usang(informasi: Informasi, hari_ini: date) -> bool:
    return bool(
        informasi.status == Status.TERBIT
        and informasi.kelas == Kelas.BERKALA
        and informasi.batas_waktu
        and informasi.batas_waktu < hari_ini
    )


# --- the list as decisions fixed it
def untuk_dip() -> QuerySet[Informasi]:
    """Return what a decision would fix now: everything published that is not excluded."""
    return (
        Informasi.objects.terbit()
        .exclude(kelas=Kelas.DIKECUALIKAN)
        .select_related("unit")
        .order_by("kelas", "unit__nama", "judul", "pk")
    )


def dip_pada(hari: date) -> PenetapanDIP | None:
    """Return the decision in force on a day; None before the first."""
    berlaku = PenetapanDIP.objects.filter(tanggal_sk__lte=hari).select_related("berkas")
    return berlaku.order_by("-tanggal_sk", "-pk").first()


# --- what is closed, and what was declared open
def dik() -> QuerySet[PengecualianInformasi]:
    """Return the lines of the public DIK, by unit and title; what stays inside is not even read."""
    berlaku = PengecualianInformasi.objects.berlaku().select_related("informasi__unit", "surat")
    dalam = ("uraian", "peserta", "akibat_ditutup", "kepentingan_umum", "persetujuan")
    return berlaku.defer(*dalam).order_by("informasi__unit__nama", "informasi__judul", "pk")


def dinyatakan_terbuka() -> QuerySet[PengecualianInformasi]:
    """Return what was closed once and is announced now, the latest first."""
    terbuka = PengecualianInformasi.objects.terbuka().select_related("informasi__unit")
    return terbuka.order_by("-sampai", "-pk")
