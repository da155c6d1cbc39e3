"""Dates and amounts in Indonesian words, for letters, messages and pages alike."""

from __future__ import annotations

from datetime import date

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


def tanggal(hari: date) -> str:
    """Return `14 Agustus 2026`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def hari_tanggal(hari: date) -> str:
    """Return `Jumat, 14 Agustus 2026`."""
    return f"{HARI[hari.weekday()]}, {tanggal(hari)}"


def bulan_romawi(hari: date) -> str:
    return ROMAWI[hari.month - 1]


def ukuran(byte: int) -> str:
    """Return a size in bytes as `2,1 MB` (1 MB = 1.000.000 bytes)."""
    if byte < 1_000:
        return f"{byte} byte"
    if byte < 999_500:  # what would round to 1000 KB is 1,0 MB
        return f"{byte / 1_000:.0f} KB"
    return f"{byte / 1_000_000:.1f} MB".replace(".", ",")


def daftar(butir: list[str]) -> str:
    """Join words as a sentence does: `a, b dan c`."""
    if len(butir) < 2:
        return "".join(butir)
    return f"{', '.join(butir[:-1])} dan {butir[-1]}"
