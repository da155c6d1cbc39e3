"""Writes to the public services of the units."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from informasi.models import LayananPublik
from ppid_portal.kernel.peran import Pelaku, Peran


def boleh_menulis(pelaku: Pelaku, unit: int) -> bool:
    """Answer whether this officer writes for this unit: the desk for all, the others for their own."""
    if pelaku.memegang(Peran.PETUGAS, Peran.PPID_UTAMA):
        return True
    return unit in pelaku.unit_sebagai(Peran.PPID_PELAKSANA)


def simpan_layanan(layanan: LayananPublik, pelaku: Pelaku) -> LayananPublik:
    """Save a service; raises PermissionDenied for a unit that is not one's own, now or before."""
    lama = LayananPublik.objects.filter(pk=layanan.pk).values_list("unit", flat=True)
    for unit in {layanan.unit_id, *lama}:
        if not boleh_menulis(pelaku, unit):
            raise PermissionDenied
    layanan.save()
    return layanan
