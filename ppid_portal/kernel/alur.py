"""A workflow written as a table: who may move a case, from where to where, by which article."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.peran import Pelaku, Peran

# The status of a case that is being written and does not exist yet.
BELUM_ADA = ""
# `ke` of a row that leaves the status as it is.
TETAP = "="


class Sejak(StrEnum):
    """The day from which a term runs."""

    PERISTIWA = "peristiwa"
    DITERIMA = "diterima"  # the day the case was received, whatever the day of this event
    BATAS_LAMA = "batas_lama"  # the last day of the main term that stands


class Satuan(StrEnum):
    HARI_KERJA = "hari_kerja"
    HARI_KALENDER = "hari_kalender"
    BULAN = "bulan"


class Milik(StrEnum):
    """Whose term it is: an applicant's window never shrinks, a body's term may move."""

    BADAN = "badan"
    PEMOHON = "pemohon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat:
    """A term as the statute sets it.

    `versi` lists (in force from, length) in order; `tanda` keeps the mark of a fact that was
    recalled and not read in the source, or of a house rule. A main term (`utama`) is the one
    told to the citizen as "we answer by".
    """

    kunci: str
    judul: str
    versi: tuple[tuple[date, int], ...]
    dasar: str
    satuan: Satuan = Satuan.HARI_KERJA
    sejak: Sejak = Sejak.PERISTIWA
    milik: Milik = Milik.BADAN
    utama: bool = False
    luwes: bool = False  # an inner term whose length the officer may set (`lama_hari`)
    tanda: str = ""

    def panjang(self, pada: date) -> int:
        """Return the length in force on a day, in the term's own unit; raises ValueError before the first."""
        berlaku = [panjang for sejak, panjang in self.versi if sejak <= pada]
        if not berlaku:
            raise ValueError(f"Tenggat {self.kunci} belum berlaku pada {pada}.")
        return berlaku[-1]


def hitung_batas(kalender: Kalender, mulai: date, panjang: int, satuan: Satuan) -> date:
    """Return the last day of a term; the day of the event is day 0 (hukum A.4 rule 2)."""
    if satuan == Satuan.HARI_KERJA:
        return kalender.tambah(mulai, panjang)
    if satuan == Satuan.HARI_KALENDER:
        return mulai + timedelta(days=panjang)
    tahun, bulan = divmod(mulai.month - 1 + panjang, 12)
    tahun, bulan = mulai.year + tahun, bulan + 1
    return date(tahun, bulan, min(mulai.day, monthrange(tahun, bulan)[1]))


@dataclass(frozen=True, slots=True)
class Konteks:
    """What a guard may look at beside the case itself."""

    pelaku: Pelaku
    hari_ini: date
    isian: Mapping[str, Any] = field(default_factory=dict)


# A guard looks at the case and the circumstances, and answers why not; an empty answer lets pass.
Syarat = Callable[[Any, Konteks], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transisi:
    """One row of the table.

    `mulai` are the terms that start, `henti` the keys of those that end; a clock that no row
    stops runs on (the statute knows no pause). `publik` rows are part of the history that the
    applicant reads.
    """

    aksi: str
    dari: tuple[str, ...]
    ke: str
    oleh: frozenset[Peran]
    dasar: str
    mulai: tuple[Tenggat, ...] = ()
    henti: tuple[str, ...] = ()
    wajib: tuple[str, ...] = ()
    syarat: tuple[Syarat, ...] = ()
    surat: str = ""
    publik: bool = True

    def boleh(self, pelaku: Pelaku) -> bool:
        return bool(self.oleh & pelaku.peran)

    def halangan(self, perkara: Any, konteks: Konteks) -> list[str]:
        return [kata for syarat in self.syarat if (kata := syarat(perkara, konteks))]


@dataclass(frozen=True)
class Alur:
    """A checked table of transitions.

    Raises ValueError at import when a row stands twice or cites no article.
    """

    nama: str
    transisi: Sequence[Transisi]
    _indeks: dict[tuple[str, str], Transisi] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        indeks: dict[tuple[str, str], Transisi] = {}
        for baris in self.transisi:
            if not baris.dasar:
                raise ValueError(f"{self.nama}: {baris.aksi} tanpa dasar hukum.")
            for status in baris.dari:
                if (status, baris.aksi) in indeks:
                    raise ValueError(f"{self.nama}: {status}/{baris.aksi} tertulis dua kali.")
                indeks[status, baris.aksi] = baris
        object.__setattr__(self, "_indeks", indeks)

    @property
    def status(self) -> frozenset[str]:
        return frozenset({baris.ke for baris in self.transisi if baris.ke != TETAP})

    @property
    def akhir(self) -> frozenset[str]:
        """The statuses that no row leaves for another."""
        asal = {s for baris in self.transisi if baris.ke != TETAP for s in baris.dari}
        return self.status - asal

    @property
    def langkah(self) -> list[tuple[str, str]]:
        """Every (from, to) that the table knows, for the guard in the database."""
        pindah = [t for t in self.transisi if t.ke != TETAP]
        return sorted({(dari, t.ke) for t in pindah for dari in t.dari})

    @property
    def tenggat(self) -> dict[str, Tenggat]:
        return {t.kunci: t for baris in self.transisi for t in baris.mulai}

    def cari(self, status: str, aksi: str) -> Transisi:
        """Return the row; raises TransisiDitolak when the table has none."""
        try:
            return self._indeks[status, aksi]
        except KeyError:
            pesan = f"Langkah “{aksi}” tidak dapat dilakukan dari keadaan “{status}”."
            raise TransisiDitolak(pesan) from None

    def tersedia(self, perkara: Any, konteks: Konteks) -> list[Transisi]:
        """Return the rows that this actor may take now."""
        return [
            baris
            for baris in self.transisi
            if perkara.status in baris.dari
            and baris.boleh(konteks.pelaku)
            and not baris.halangan(perkara, konteks)
        ]

    def mermaid(self) -> str:
        """Draw the table, for the README and the admin's help; rows that move nothing are left out."""
        panah: dict[tuple[str, str], list[str]] = {}
        for baris in self.transisi:
            for dari in baris.dari:
                ke = dari if baris.ke == TETAP else baris.ke
                panah.setdefault((dari, ke), []).append(baris.aksi)
        garis = [
            f"    {dari or '[*]'} --> {ke}: {', '.join(aksi)}"
            for (dari, ke), aksi in panah.items()
            if dari != ke
        ]
        akhir = [f"    {status} --> [*]" for status in sorted(self.akhir)]
        return "\n".join(["stateDiagram-v2", *garis, *akhir])
