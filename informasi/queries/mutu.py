"""How well the search does: real questions beside the item that answers them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from informasi.queries.kata import rapikan
from informasi.queries.pencarian import cari

TERATAS = 3


@dataclass(frozen=True, slots=True)
class Mutu:
    """What a list of questions gave; `meleset` holds question, expected title and what came instead."""

    jumlah: int
    pertama: int
    tiga: int
    meleset: tuple[tuple[str, str, tuple[str, ...]], ...]

    @property
    def persen_tiga(self) -> float:
        return 100 * self.tiga / self.jumlah if self.jumlah else 0.0


def ukur(berkas: Path) -> Mutu:
    """Ask every question of a CSV (`kueri`, `judul`); raises KeyError where a column is missing."""
    with berkas.open(encoding="utf-8", newline="") as isi:
        pasangan = [(b["kueri"], b["judul"]) for b in csv.DictReader(isi)]
    pertama = tiga = 0
    meleset = []
    for kueri, judul in pasangan:
        ada = tuple(b.informasi.judul for b in cari(kueri).butir[:TERATAS])
        rapi = [rapikan(satu) for satu in ada]
        pertama += rapi[:1] == [rapikan(judul)]
        if rapikan(judul) in rapi:
            tiga += 1
        else:
            meleset.append((kueri, judul, ada))
    return Mutu(len(pasangan), pertama, tiga, tuple(meleset))
