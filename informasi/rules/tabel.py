"""Tables for spreadsheets: CSV and XLSX in which no cell is ever taken for a formula."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

AWALAN_RUMUS = ("=", "+", "-", "@", "\t", "\r")
PANJANG_SEL = 32_767  # what a cell of a spreadsheet holds


def csv_dari(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Return UTF-8 with a BOM, as office programs expect; a text that looks like a formula is quoted."""
    wadah = StringIO()
    penulis = csv.writer(wadah)
    penulis.writerow(kepala)
    penulis.writerows([tak_berumus(sel) for sel in satu] for satu in baris)
    return wadah.getvalue().encode("utf-8-sig")


def xlsx_dari(judul: str, kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> bytes:
    """Return a workbook of one sheet; every cell is a text, whatever it begins with."""
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet(judul[:31])
    lembar.freeze_panes = "A2"

    def sel(teks: str, *, tebal: bool = False) -> Cell:
        satu: Cell = WriteOnlyCell(lembar, value=ILLEGAL_CHARACTERS_RE.sub("", teks)[:PANJANG_SEL])
        satu.data_type = "s"
        if tebal:
            satu.font = Font(bold=True)
        return satu

    lembar.append([sel(nama, tebal=True) for nama in kepala])
    for satu in baris:
        lembar.append([sel(teks) for teks in satu])
    wadah = BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def tak_berumus(teks: str) -> str:
    return f"'{teks}" if teks.startswith(AWALAN_RUMUS) else teks
