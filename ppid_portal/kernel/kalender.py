"""Working-day arithmetic, free of Django and of the clock (hukum A.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

SEHARI = timedelta(days=1)
SENIN_JUMAT = frozenset({0, 1, 2, 3, 4})
NAMA_AKHIR_PEKAN = {4: "Jumat", 5: "Sabtu", 6: "Minggu"}


class JenisLibur(StrEnum):
    """Why a weekday is not worked."""

    NASIONAL = "nasional"
    CUTI_BERSAMA = "cuti_bersama"
    PEMILU = "pemilu"
    DAERAH = "daerah"


class TerimaHariLibur(StrEnum):
    """Which day counts as day 0 when something arrives on a free day (A.4 rule 4)."""

    APA_ADANYA = "as_is"
    HARI_KERJA_BERIKUT = "next_hk"


@dataclass(frozen=True, slots=True)
class Libur:
    """One free day and its reason."""

    nama: str
    jenis: JenisLibur = JenisLibur.NASIONAL


@dataclass(frozen=True, slots=True)
class Hari:
    """One day of an explained term: counted days bear a number, skipped days a reason."""

    tanggal: date
    nomor: int | None
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class Kalender:
    """A calendar that knows the working week and the free days it is given.

    `tahun_pasti` are the years whose decree (SKB) is confirmed; terms that touch another
    year are provisional. `versi` names the decrees, year by year, for the record.
    """

    libur: Mapping[date, Libur] = field(default_factory=dict)
    tahun_pasti: frozenset[int] = field(default_factory=frozenset)
    versi: Mapping[int, str] = field(default_factory=dict)
    pekan: frozenset[int] = SENIN_JUMAT
    cuti_bersama_bekerja: bool = False

    def alasan_libur(self, tanggal: date) -> str:
        """Return why this day is not worked; empty for a working day."""
        libur = self.libur.get(tanggal)
        kerja_biasa = tanggal.weekday() in self.pekan
        if libur and (kerja_biasa or libur.jenis != JenisLibur.CUTI_BERSAMA):
            dihitung = self.cuti_bersama_bekerja and libur.jenis == JenisLibur.CUTI_BERSAMA
            return "" if dihitung else libur.nama
        return "" if kerja_biasa else NAMA_AKHIR_PEKAN.get(tanggal.weekday(), "libur mingguan")

    def hari_kerja(self, tanggal: date) -> bool:
        return not self.alasan_libur(tanggal)

    def diterima(self, tanggal: date, aturan: TerimaHariLibur) -> date:
        """Return day 0 for something that arrives on this date."""
        if aturan == TerimaHariLibur.HARI_KERJA_BERIKUT and not self.hari_kerja(tanggal):
            return self.tambah(tanggal, 1)
        return tanggal

    def tambah(self, mulai: date, hari: int) -> date:
        """Return the date `hari` working days after `mulai`; the day of `mulai` is day 0."""
        hasil = mulai
        while hari > 0:
            hasil += SEHARI
            hari -= self.hari_kerja(hasil)
        return hasil

    def mundur(self, akhir: date, hari: int) -> date:
        """Return the date `hari` working days before `akhir`; `akhir` itself is not counted."""
        hasil = akhir
        while hari > 0:
            hasil -= SEHARI
            hari -= self.hari_kerja(hasil)
        return hasil

    def antara(self, mulai: date, akhir: date) -> int:
        """Return the working days after `mulai` up to and with `akhir`; negative when it lies before."""
        awal, ujung = sorted((mulai, akhir))
        jumlah = sum(self.hari_kerja(awal + n * SEHARI) for n in range(1, (ujung - awal).days + 1))
        return jumlah if mulai <= akhir else -jumlah

    def jelaskan(self, mulai: date, batas: date) -> list[Hari]:
        """Return each day from day 0 to the last, counted or skipped with its reason."""
        hasil, nomor = [Hari(mulai, 0, self.alasan_libur(mulai))], 0
        for n in range(1, (batas - mulai).days + 1):
            tanggal = mulai + n * SEHARI
            alasan = self.alasan_libur(tanggal)
            nomor += not alasan
            hasil.append(Hari(tanggal, None if alasan else nomor, alasan))
        return hasil

    def sementara(self, mulai: date, batas: date) -> bool:
        """Answer whether a term touches a year whose decree is not confirmed."""
        return any(tahun not in self.tahun_pasti for tahun in range(mulai.year, batas.year + 1))

    def versi_untuk(self, mulai: date, batas: date) -> str:
        """Name the decrees that a term was counted by."""
        tahun = range(mulai.year, batas.year + 1)
        return "; ".join(f"{t}: {self.versi.get(t, 'belum ada SKB')}" for t in tahun)
