"""Reads one file in a process of its own: bytes come in, pages, picture and findings go out as JSON.

Run as `python -m informasi.rules.baca TYPE MEMORY SECONDS PAGES`. Whatever a broken file does here, it ends
with this process; nothing of the portal is loaded in it.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict

from informasi.rules.baca_office import baca_odf, baca_presentasi, baca_tabel, baca_tulisan
from informasi.rules.baca_pdf import baca_gambar, baca_pdf
from informasi.rules.isi import Bacaan, Halaman
from informasi.rules.jejak import telusuri

OOXML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"
SEKALI_TEKS = 20_000  # letters of one page of a plain text


def baca_teks(isi: bytes, paling: int) -> Bacaan:
    """Cut a plain text or CSV into pages."""
    teks = isi.decode("utf-8-sig", "replace")
    potong = [teks[i : i + SEKALI_TEKS] for i in range(0, len(teks), SEKALI_TEKS)]
    return Bacaan([Halaman(n, "", p) for n, p in enumerate(potong[:paling], start=1)], len(potong))


PEMBACA: Mapping[str, Callable[[bytes, int], Bacaan]] = {
    "application/pdf": baca_pdf,
    "image/jpeg": baca_gambar,
    "image/png": baca_gambar,
    f"{OOXML}.wordprocessingml.document": baca_tulisan,
    f"{OOXML}.spreadsheetml.sheet": baca_tabel,
    f"{OOXML}.presentationml.presentation": baca_presentasi,
    f"{ODF}.text": baca_odf,
    f"{ODF}.spreadsheet": baca_odf,
    "text/csv": baca_teks,
    "text/plain": baca_teks,
}


def baca(isi: bytes, tipe: str, paling: int) -> Bacaan:
    """Return what a file holds, its findings among it; raises whatever its library raises."""
    bacaan = PEMBACA[tipe](isi, paling)
    bacaan.temuan += telusuri(bacaan.halaman)
    return bacaan


def main(tipe: str, memori: str, detik: str, paling: str) -> int:
    """Read from standard input under limits; a broken file is an exit code, its words go nowhere."""
    resource.setrlimit(resource.RLIMIT_AS, (int(memori), int(memori)))
    resource.setrlimit(resource.RLIMIT_CPU, (int(detik), int(detik)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        bacaan = baca(sys.stdin.buffer.read(), tipe, int(paling))
    except MemoryError:
        return 3
    sys.stdout.write(json.dumps(asdict(bacaan)))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
