"""The ladder of reminders: before the last day, on it, and after it, one step higher each time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import JangkaWaktu, Pengingat
from ppid_portal.kernel.peran import Peran


@dataclass(frozen=True, slots=True)
class Tingkat:
    """One step: `sisa` working days before (or, negative, after) the last day; who is told."""

    kunci: str
    sisa: int
    peran: tuple[Peran, ...]


PELAKSANA = (Peran.PPID_PELAKSANA,)
TANGGA: tuple[Tingkat, ...] = (
    Tingkat("h-3", 3, PELAKSANA),
    Tingkat("h-1", 1, PELAKSANA),
    Tingkat("h-0", 0, PELAKSANA),
    Tingkat("h+1", -1, (*PELAKSANA, Peran.KEPALA_OPD)),
    Tingkat("h+3", -3, (*PELAKSANA, Peran.KEPALA_OPD, Peran.PPID_UTAMA)),
)

Kirim = Callable[[JangkaWaktu, Tingkat, int], None]


def tingkat_untuk(sisa: int) -> Tingkat | None:
    """Return the highest step reached with so many working days left; None before the first."""
    tercapai = [t for t in TANGGA if sisa <= t.sisa]
    return tercapai[-1] if tercapai else None


def jatuh_tempo(
    jangka: QuerySet[JangkaWaktu], hari_ini: date, kalender: Kalender
) -> Iterator[JangkaWaktu]:
    """Yield the running terms that have reached the ladder, the most pressing first."""
    ujung = kalender.tambah(hari_ini, TANGGA[0].sisa)
    berjalan = jangka.filter(berhenti_pada__isnull=True, batas__lte=ujung)
    yield from berjalan.order_by("batas", "pk").iterator(chunk_size=500)


def ingatkan(
    jangka: QuerySet[JangkaWaktu], pengingat: type[Pengingat], hari_ini: date, kirim: Kirim
) -> int:
    """Make each reminder that is due and was not made before; returns how many were made.

    Nothing is said on a free day. Each reminder is its own transaction: two workers or a crash
    make none twice, and none is lost.
    """
    kalender = kalender_berlaku()
    if not kalender.hari_kerja(hari_ini):
        return 0
    return sum(
        _ingatkan_satu(satu, pengingat, hari_ini, kalender, kirim)
        for satu in jatuh_tempo(jangka, hari_ini, kalender)
    )


@transaction.atomic
def _ingatkan_satu(
    jangka: JangkaWaktu,
    pengingat: type[Pengingat],
    hari_ini: date,
    kalender: Kalender,
    kirim: Kirim,
) -> bool:
    berjalan = type(jangka)._base_manager.select_for_update(of=("self",))
    terkunci = berjalan.filter(pk=jangka.pk, berhenti_pada__isnull=True).first()
    if terkunci is None:
        return False  # answered since the list was read
    sisa = kalender.antara(hari_ini, terkunci.batas)
    tingkat = tingkat_untuk(sisa)
    if tingkat is None:
        return False
    catatan: Any = pengingat._base_manager  # the concrete class has the foreign key
    _, baru = catatan.get_or_create(jangka=terkunci, batas=terkunci.batas, tingkat=tingkat.kunci)
    if baru:
        kirim(terkunci, tingkat, sisa)
    return bool(baru)
