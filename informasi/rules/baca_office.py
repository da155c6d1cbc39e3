"""Text of office files, and what they carry that nobody sees: hidden parts, comments, changes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from informasi.rules.isi import TEKS_HALAMAN, Bacaan, Halaman, Temuan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
T = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
X = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"  # noqa: E741 - as the format calls it
ANGKA = re.compile(r"(\d+)")
LEMBAR_TULISAN = re.compile(r"word/(document\d*|header\d+|footer\d+|footnotes|endnotes)\.xml")
POTONG = 20_000  # letters of a text without pages that make one
MAKS = 50  # findings of one kind


def baca_tulisan(isi: bytes, paling: int) -> Bacaan:
    """Read a DOCX; it has no pages until somebody prints it."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        bagian = {n: _xml(arsip, n) for n in arsip.namelist() if LEMBAR_TULISAN.fullmatch(n)}
        catatan = _komentar(arsip, r"word/comments\d*\.xml", f"{W}comment")
    teks = "\n".join(
        "".join(_kata_tulisan(alinea)) for akar in bagian.values() for alinea in akar.iter(f"{W}p")
    )
    potong = [teks[i : i + POTONG] for i in range(0, len(teks), POTONG)][:paling]
    bacaan = Bacaan([Halaman(n, "", p) for n, p in enumerate(potong, start=1)], temuan=catatan)
    for akar in bagian.values():
        if any(next(akar.iter(f"{W}{tanda}"), None) is not None for tanda in ("ins", "del")):
            bacaan.temuan.append(Temuan("perubahan", "naskah"))
        if next(akar.iter(f"{W}vanish"), None) is not None:
            bacaan.temuan.append(Temuan("tersembunyi", "naskah"))
    return bacaan


def _kata_tulisan(alinea: Element) -> Iterator[str]:
    for simpul in alinea.iter():
        if simpul.tag == f"{W}t":
            yield simpul.text or ""
        elif simpul.tag in {f"{W}tab", f"{W}br"}:
            yield " "


def baca_tabel(isi: bytes, paling: int) -> Bacaan:
    """Read an XLSX: a sheet is a page, a line is `cell TAB value`."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        bersama = _kata_bersama(arsip)
        letak = {
            r.get("Id"): r.get("Target", "").removeprefix("/xl/")
            for r in _xml(arsip, "xl/_rels/workbook.xml.rels")
        }
        bacaan = Bacaan(temuan=_komentar(arsip, r"xl/comments.*\.xml", f"{S}comment"))
        for nomor, lembar in enumerate(_xml(arsip, "xl/workbook.xml").iter(f"{S}sheet"), start=1):
            bacaan.jumlah = nomor
            if nomor > paling:
                continue
            sebutan = f"lembar {lembar.get('name')}"
            if lembar.get("state", "visible") != "visible":
                bacaan.temuan.append(Temuan("tersembunyi", sebutan))
            jalur = f"xl/{letak.get(lembar.get(REL), '')}"
            if jalur in arsip.namelist():
                akar = _xml(arsip, jalur)
                bacaan.halaman.append(Halaman(nomor, sebutan, _sel(akar, bersama)))
                bacaan.temuan += _lipatan(akar, sebutan)
    return bacaan


def _kata_bersama(arsip: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in arsip.namelist():
        return []
    akar = _xml(arsip, "xl/sharedStrings.xml")
    return ["".join(t.text or "" for t in si.iter(f"{S}t")) for si in akar.iter(f"{S}si")]


def _sel(akar: Element, bersama: list[str]) -> str:
    baris: list[str] = []
    besar = 0
    for sel in akar.iter(f"{S}c"):
        isi = sel.findtext(f"{S}v") or "".join(t.text or "" for t in sel.iter(f"{S}t"))
        if sel.get("t") == "s" and isi.isdigit() and int(isi) < len(bersama):
            isi = bersama[int(isi)]
        if isi:
            baris.append(f"{sel.get('r')}\t{' '.join(isi.split())}")
            besar += len(baris[-1])
        if besar > TEKS_HALAMAN:
            break
    return "\n".join(baris)


def _lipatan(akar: Element, sebutan: str) -> list[Temuan]:
    baris = [r.get("r", "") for r in akar.iter(f"{S}row") if r.get("hidden") in {"1", "true"}]
    kolom = [c.get("min", "") for c in akar.iter(f"{S}col") if c.get("hidden") in {"1", "true"}]
    return [Temuan("tersembunyi", f"{sebutan} baris {n}") for n in baris[:MAKS]] + [
        Temuan("tersembunyi", f"{sebutan} kolom {n}") for n in kolom[:MAKS]
    ]


def baca_presentasi(isi: bytes, paling: int) -> Bacaan:
    """Read a PPTX slide by slide."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        slide = _berurut(arsip, r"ppt/slides/slide\d+\.xml")
        bacaan = Bacaan(jumlah=len(slide), temuan=_komentar(arsip, r"ppt/comments/.*\.xml", None))
        for nomor, nama in enumerate(slide[:paling], start=1):
            akar = _xml(arsip, nama)
            sebutan = f"salindia {nomor}"
            teks = "\n".join(
                "".join(t.text or "" for t in alinea.iter(f"{A}t")) for alinea in akar.iter(f"{A}p")
            )
            bacaan.halaman.append(Halaman(nomor, sebutan, teks[:TEKS_HALAMAN]))
            if akar.get("show") in {"0", "false"}:
                bacaan.temuan.append(Temuan("tersembunyi", sebutan))
    return bacaan


def baca_odf(isi: bytes, paling: int) -> Bacaan:
    """Read an ODT or ODS: each sheet is a page, a text is one."""
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        akar = _xml(arsip, "content.xml")
    bacaan = Bacaan(temuan=list(_tersimpan_odf(akar)))
    lembar = list(akar.iter(f"{O}spreadsheet"))
    bagian: Iterable[Element] = lembar[0].iter(f"{T}table") if lembar else [akar]
    for nomor, satu in enumerate(bagian, start=1):
        bacaan.jumlah = nomor if lembar else 0
        if nomor > paling:
            continue
        teks = "\n".join(" ".join(p.itertext()) for p in satu.iter(f"{X}p"))
        sebutan = f"tabel {satu.get(f'{T}name')}" if lembar else ""
        bacaan.halaman.append(Halaman(nomor, sebutan, teks[:TEKS_HALAMAN]))
    return bacaan


def _tersimpan_odf(akar: Element) -> Iterator[Temuan]:
    if next(akar.iter(f"{O}annotation"), None) is not None:
        yield Temuan("komentar", "naskah")
    if next(akar.iter(f"{X}changed-region"), None) is not None:
        yield Temuan("perubahan", "naskah")
    lipat = {"collapse", "filter"}
    bagian = (f"{T}table-row", f"{T}table-column")
    if any(s.get(f"{T}visibility") in lipat for tanda in bagian for s in akar.iter(tanda)):
        yield Temuan("tersembunyi", "baris atau kolom")


def _komentar(arsip: zipfile.ZipFile, pola: str, tanda: str | None) -> list[Temuan]:
    """Return a finding for each file of comments that holds some."""
    nama = _berurut(arsip, pola)
    if tanda is not None:
        nama = [n for n in nama if next(_xml(arsip, n).iter(tanda), None) is not None]
    return [Temuan("komentar", n.rpartition("/")[2]) for n in nama[:MAKS]]


def _berurut(arsip: zipfile.ZipFile, pola: str) -> list[str]:
    cocok = [n for n in arsip.namelist() if re.fullmatch(pola, n)]
    return sorted(cocok, key=lambda n: [int(a) for a in ANGKA.findall(n)])


def _xml(arsip: zipfile.ZipFile, nama: str) -> Element:
    akar: Element = fromstring(arsip.read(nama))
    return akar
