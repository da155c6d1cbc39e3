"""Facets: each value that the matches can be filtered by, with how many there are of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from informasi.enums import Bentuk, Kelas
from informasi.queries.sql import Golongan, Hitungan, Saring
from ppid_portal.kernel.models import Unit

KELOMPOK_MAKS = 40  # groups that are offered, the fullest ones
TAHUN_MAKS = 9999


@dataclass(frozen=True, slots=True)
class Pilah:
    """One value to filter by; `lebih` says that there are at least so many."""

    nilai: str
    label: str
    jumlah: int
    lebih: bool
    dipilih: bool


@dataclass(frozen=True, slots=True)
class Pilahan:
    """What somebody chose, as it stands in the address."""

    unit: str | None = None
    kelas: str | None = None
    kelompok: str | None = None
    tahun: str | None = None
    bentuk: str | None = None

    def asing(self, per_slug: dict[str, Unit]) -> bool:
        """Answer whether something was chosen that nothing can have."""
        return bool(
            (self.unit and self.unit not in per_slug)
            or (self.kelas and self.kelas not in Kelas.values)
            or (self.bentuk and self.bentuk not in Bentuk.values)
            or (self.tahun and not _tahun(self.tahun))
            or "\x00" in (self.kelompok or "")
        )


def _tahun(teks: str) -> bool:
    return teks.isascii() and teks.isdigit() and 0 < int(teks[:9]) <= TAHUN_MAKS


def pilahan(
    hitungan: Hitungan,
    saring: Saring,
    per_slug: dict[str, Unit],
    pilihan: Pilahan,
    *,
    lebih: bool = False,
) -> dict[str, tuple[Pilah, ...]]:
    """Return the facets; each counts what the other filters let through."""

    def jumlahkan(nama: str, nilai: Callable[[Golongan], Iterable[str]]) -> Counter[str]:
        jumlah: Counter[str] = Counter()
        for golongan, banyak in hitungan.items():
            if saring.cocok(golongan, kecuali=nama):
                jumlah.update(dict.fromkeys(nilai(golongan), banyak))
        return jumlah

    def susun(
        nama: str, label: dict[str, str], jumlah: Counter[str], *, kosong: bool = False
    ) -> tuple[Pilah, ...]:
        dipilih = getattr(pilihan, nama)
        semua = (Pilah(n, kata, jumlah[n], lebih, n == dipilih) for n, kata in label.items())
        return tuple(p for p in semua if kosong or p.jumlah or p.dipilih)

    slug = {u.pk: s for s, u in per_slug.items()}
    kelompok = jumlahkan("kelompok", lambda g: [g.kelompok] if g.kelompok else [])
    tahun = jumlahkan("tahun", lambda g: [str(g.tahun)] if g.tahun else [])
    terisi = sorted(k for k, _n in kelompok.most_common(KELOMPOK_MAKS))
    return {
        "kelas": susun(
            "kelas",
            {k.value: str(k.label) for k in Kelas},
            jumlahkan("kelas", lambda g: [g.kelas]),
            kosong=True,
        ),
        "unit": susun(
            "unit",
            {s: u.nama_tampil for s, u in per_slug.items()},
            jumlahkan("unit", lambda g: [slug[g.unit]] if g.unit in slug else []),
            kosong=lebih,
        ),
        "kelompok": susun("kelompok", _dengan(terisi, pilihan.kelompok), kelompok),
        "tahun": susun("tahun", _dengan(sorted(tahun, reverse=True), pilihan.tahun), tahun),
        "bentuk": susun(
            "bentuk",
            {b.value: str(b.label) for b in Bentuk},
            jumlahkan("bentuk", lambda g: g.bentuk),
        ),
    }


def _dengan(nilai: list[str], dipilih: str | None) -> dict[str, str]:
    """Return the values as their own labels, the chosen one in any case."""
    return {n: n for n in dict.fromkeys([*nilai, *([dipilih] if dipilih else [])])}
