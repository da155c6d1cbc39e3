"""The back office: bases that the apps build on, and the admin of the kernel's own tables."""

from ppid_portal.kernel.admin.arsip import PesanAdmin, SuratAdmin
from ppid_portal.kernel.admin.dasar import BerperanAdmin, PerkaraAdmin, pelaku
from ppid_portal.kernel.admin.kalender import VersiKalenderAdmin
from ppid_portal.kernel.admin.pengguna import PenggunaAdmin
from ppid_portal.kernel.admin.unit import InstansiAdmin, UnitAdmin

__all__ = [
    "BerperanAdmin",
    "InstansiAdmin",
    "PenggunaAdmin",
    "PerkaraAdmin",
    "PesanAdmin",
    "SuratAdmin",
    "UnitAdmin",
    "VersiKalenderAdmin",
    "pelaku",
]
