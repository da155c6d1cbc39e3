"""What the page of a unit shows: who answers for it, what it publishes, what it serves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from informasi.enums import Kelas
from informasi.models import IndeksInformasi, Informasi, LayananPublik
from ppid_portal.kernel.models import Penugasan, Unit
from ppid_portal.kernel.peran import Peran

TERBARU_DI_UNIT = 10
# Whose names a unit's page tells; a role in sealed complaints is nobody's business.
DISEBUT = {Peran.KEPALA_OPD: 0, Peran.PPID_PELAKSANA: 1}


@dataclass(frozen=True, slots=True)
class LamanUnit:
    """One page; `angka` holds each class with what is published of it."""

    unit: Unit
    induk: tuple[Unit, ...]
    bawahan: tuple[Unit, ...]
    pejabat: tuple[tuple[str, str], ...]
    angka: tuple[tuple[str, int], ...]
    terbaru: tuple[Informasi, ...]
    layanan: tuple[LayananPublik, ...]

    @property
    def jumlah(self) -> int:
        return sum(n for _label, n in self.angka)


def laman_unit(slug: str, pada: date) -> LamanUnit | None:
    """Return the page of an active unit; None where there is none."""
    unit = Unit.objects.aktif().filter(slug=slug).first()
    if unit is None:
        return None
    di_atas = [int(pk) for pk in unit.jalur.strip("/").split("/")][:-1]
    induk = {u.pk: u for u in Unit.objects.aktif().filter(pk__in=di_atas)}
    per_kelas = dict(
        IndeksInformasi.objects.filter(unit=unit)
        .values_list("kelas")
        .annotate(n=Count("pk"))
        .order_by()
    )
    terbit = Informasi.objects.terbit().filter(unit=unit).order_by("-diumumkan_pada", "-pk")
    return LamanUnit(
        unit=unit,
        induk=tuple(induk[pk] for pk in di_atas if pk in induk),
        bawahan=tuple(unit.bawahan.filter(aktif=True).order_by("nama")),
        pejabat=_pejabat(unit, pada),
        angka=tuple((str(k.label), per_kelas[k]) for k in Kelas if per_kelas.get(k)),
        terbaru=tuple(terbit[:TERBARU_DI_UNIT]),
        layanan=tuple(LayananPublik.objects.filter(unit=unit, aktif=True)),
    )


def _pejabat(unit: Unit, pada: date) -> tuple[tuple[str, str], ...]:
    """Return role and name of the officials of this very unit; never an address or a number."""
    berlaku = Penugasan.objects.berlaku(pada).filter(unit=unit, peran__in=DISEBUT)
    baris = sorted(
        (DISEBUT[Peran(peran)], nama, Peran(peran))
        for peran, nama in berlaku.values_list("peran", "pengguna__nama")
        if nama
    )
    return tuple(dict.fromkeys((peran.label, nama) for _urut, nama, peran in baris))
