"""Tables that more than one app stands on."""

from ppid_portal.kernel.models.arsip import Berkas, Penomoran, Surat
from ppid_portal.kernel.models.instansi import Instansi
from ppid_portal.kernel.models.kalender import HariLibur, VersiKalender
from ppid_portal.kernel.models.pengguna import Pengguna, Penugasan
from ppid_portal.kernel.models.perkara import JangkaWaktu, Pengingat, Peristiwa, Perkara
from ppid_portal.kernel.models.pesan import Pesan
from ppid_portal.kernel.models.unit import Unit

__all__ = [
    "Berkas",
    "HariLibur",
    "Instansi",
    "JangkaWaktu",
    "Pengguna",
    "Pengingat",
    "Penomoran",
    "Penugasan",
    "Peristiwa",
    "Perkara",
    "Pesan",
    "Surat",
    "Unit",
    "VersiKalender",
]
