"""Who holds an office today: the readers of notices and reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ppid_portal.kernel.models import Pengguna, Penugasan, Unit
from ppid_portal.kernel.peran import BERUNIT, Peran


def pemegang(peran: Iterable[Peran], pada: date, unit: Unit | None = None) -> list[Pengguna]:
    """Return the officers who hold one of these roles on a day, each once.

    Roles of a unit are looked for at the unit itself and, where nobody holds one there, at the
    next unit above that has somebody.
    """
    diminta = set(peran)
    umum = Penugasan.objects.berlaku(pada).filter(peran__in=diminta - BERUNIT)
    hasil = {t.pengguna_id: t.pengguna for t in umum.select_related("pengguna")}
    if unit is not None:
        for p in sorted(diminta & BERUNIT):
            hasil |= _terdekat(p, pada, unit)
    return [hasil[kunci] for kunci in sorted(hasil)]


def _terdekat(peran: Peran, pada: date, unit: Unit) -> dict[int, Pengguna]:
    jalur = [int(pk) for pk in unit.jalur.strip("/").split("/")]
    tugas = Penugasan.objects.berlaku(pada).filter(peran=peran, unit__in=jalur)
    per_unit: dict[int | None, dict[int, Pengguna]] = {}
    for t in tugas.select_related("pengguna"):
        per_unit.setdefault(t.unit_id, {})[t.pengguna_id] = t.pengguna
    return next((per_unit[pk] for pk in reversed(jalur) if pk in per_unit), {})
