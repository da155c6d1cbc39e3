"""The roles that the statute names, and who is acting in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Peran(StrEnum):
    """A role; stored and shown everywhere by these words alone."""

    PEMOHON = "pemohon"
    PELAPOR = "pelapor"
    PETUGAS = "petugas"
    PPID_PELAKSANA = "ppid_pelaksana"
    PPID_UTAMA = "ppid_utama"
    ATASAN_PPID = "atasan_ppid"
    TIM_PERTIMBANGAN = "tim_pertimbangan"
    KEPALA_OPD = "kepala_opd"
    KEPALA_DAERAH = "kepala_daerah"
    BENDAHARA = "bendahara"
    ADMIN_KOORDINATOR = "admin_koordinator"
    PEJABAT_PENGHUBUNG = "pejabat_penghubung"
    INSPEKTORAT = "inspektorat"
    AUDITOR = "auditor"
    SISTEM = "sistem"

    @property
    def label(self) -> str:
        return LABEL[self]


LABEL: dict[Peran, str] = {
    Peran.PEMOHON: "Pemohon",
    Peran.PELAPOR: "Pelapor",
    Peran.PETUGAS: "Petugas layanan informasi",
    Peran.PPID_PELAKSANA: "PPID Pelaksana",
    Peran.PPID_UTAMA: "PPID Utama",
    Peran.ATASAN_PPID: "Atasan PPID",
    Peran.TIM_PERTIMBANGAN: "Tim Pertimbangan",
    Peran.KEPALA_OPD: "Kepala OPD",
    Peran.KEPALA_DAERAH: "Kepala Daerah",
    Peran.BENDAHARA: "Bendahara",
    Peran.ADMIN_KOORDINATOR: "Admin Koordinator Pengaduan",
    Peran.PEJABAT_PENGHUBUNG: "Pejabat Penghubung",
    Peran.INSPEKTORAT: "Inspektorat",
    Peran.AUDITOR: "Auditor",
    Peran.SISTEM: "Sistem",
}

# Roles held for one unit and those below it; all others are held for the whole body.
BERUNIT = frozenset({Peran.PPID_PELAKSANA, Peran.KEPALA_OPD, Peran.PEJABAT_PENGHUBUNG})

# Roles that an officer's account can hold (the others act without an account).
PERAN_PEJABAT = tuple(p for p in Peran if p not in {Peran.PEMOHON, Peran.PELAPOR, Peran.SISTEM})

# Roles that see every request and every item of the body, whatever the unit.
MEJA_PPID = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA, Peran.ATASAN_PPID, Peran.AUDITOR})


# Roles that see what their office holds: its requests, its dispositions, its items.
PEMEGANG_BERKAS = (Peran.PPID_PELAKSANA, Peran.KEPALA_OPD)


@dataclass(frozen=True, slots=True)
class Pelaku:
    """Someone who acts: the roles held, the units they are held for, the account where there is one."""

    peran: frozenset[Peran]
    pengguna_id: int | None = None
    unit: frozenset[int] = field(default_factory=frozenset)
    nama: str = ""
    unit_peran: frozenset[tuple[Peran, int]] = field(default_factory=frozenset)

    def unit_sebagai(self, *peran: Peran) -> frozenset[int]:
        """Return the units for which one of these roles is held; without `unit_peran`, all of `unit`."""
        if not self.unit_peran:
            return self.unit if self.memegang(*peran) else frozenset()
        return frozenset(pk for satu, pk in self.unit_peran if satu in peran)

    def memegang(self, *peran: Peran) -> bool:
        return bool(self.peran & set(peran))


PEMOHON = Pelaku(frozenset({Peran.PEMOHON}), nama="Pemohon")
PELAPOR = Pelaku(frozenset({Peran.PELAPOR}), nama="Pelapor")
SISTEM = Pelaku(frozenset({Peran.SISTEM}), nama="Sistem")
