"""Published items for somebody who is writing a request: few, and only where they fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from informasi.models import Informasi
from informasi.queries.kata import kata_cari
from informasi.queries.pencarian import Butir, cari

PALING_BANYAK_SARAN = 3
BUTIR_DIBACA = 3  # items of one request that are looked at
HURUF_DIBACA = 300
PENDEK = 4  # letters, below which nobody has asked anything yet
TANDA = re.compile(r"<mark>(.*?)</mark>")


def saran(teks: Iterable[str]) -> list[Informasi]:
    """Return at most three published items that these texts may be about; excluded ones never."""
    hasil: dict[int, Informasi] = {}
    isi = [satu.strip()[:HURUF_DIBACA] for satu in teks]
    for satu in [s for s in isi if len(s) >= PENDEK][:BUTIR_DIBACA]:
        temuan = cari(satu)
        for butir in temuan.butir:
            if not butir.informasi.dikecualikan and (not temuan.sebagian or _cukup(butir, satu)):
                hasil.setdefault(butir.informasi.pk, butir.informasi)
    return list(hasil.values())[:PALING_BANYAK_SARAN]


def _cukup(butir: Butir, teks: str) -> bool:
    """Where no item holds all the words, one of them is chance: at least two, a third of all."""
    kena = {satu.casefold() for satu in TANDA.findall(f"{butir.judul} {butir.kutipan}")}
    return len(kena) >= max(2, len(kata_cari(teks)) // 3)
