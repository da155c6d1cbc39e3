"""Text, first page and covered words of a PDF; the first page of a picture is the picture."""

from __future__ import annotations

import base64
import ctypes
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from informasi.rules.isi import TEKS_HALAMAN, Bacaan, Halaman, Temuan
from informasi.rules.jejak import samarkan

LEBAR_SAMPUL = 400  # pixels
GELAP = 60  # of 255: a fill that covers
TULISAN_MAKS = 5_000  # text objects of one page that are compared with what covers them

Kotak = tuple[float, float, float, float]  # left, bottom, right, top


def baca_pdf(isi: bytes, paling: int) -> Bacaan:
    """Read a PDF page by page; raises PdfiumError for a broken one."""
    dokumen = pdfium.PdfDocument(isi)
    bacaan = Bacaan(jumlah=len(dokumen))
    for nomor in range(min(len(dokumen), paling)):
        halaman = dokumen[nomor]
        teks = halaman.get_textpage()
        kata = str(teks.get_text_range()).replace("\r\n", "\n").replace("\x00", "")
        sebutan = f"halaman {nomor + 1}"
        bacaan.halaman.append(Halaman(nomor + 1, sebutan, kata[:TEKS_HALAMAN]))
        bacaan.temuan += [
            Temuan("tertutup", sebutan, samarkan(t)) for t in _tertutup(halaman, teks)
        ]
        if nomor == 0:
            skala = LEBAR_SAMPUL / max(halaman.get_width(), 1)
            bacaan.sampul = _kecil(halaman.render(scale=min(skala, 3)).to_pil())
        teks.close()
        halaman.close()
    return bacaan


def baca_gambar(isi: bytes, paling: int) -> Bacaan:
    """A picture has one page and, until it is read by OCR, no words."""
    with Image.open(BytesIO(isi)) as gambar:
        return Bacaan([Halaman(1, "", "")], 1, sampul=_kecil(gambar.convert("RGB")))


def _kecil(gambar: Image.Image) -> str:
    gambar.thumbnail((LEBAR_SAMPUL, LEBAR_SAMPUL * 2))
    keluar = BytesIO()
    gambar.convert("RGB").save(keluar, "WEBP", quality=70)
    return base64.b64encode(keluar.getvalue()).decode()


def _tertutup(halaman: Any, teks: Any) -> list[str]:
    """Return words that a dark box drawn after them hides from the eye, though not from a machine."""
    tulisan: list[Kotak] = []
    hasil: list[str] = []
    for objek in halaman.get_objects(max_depth=1):
        if objek.type == raw.FPDF_PAGEOBJ_TEXT and len(tulisan) < TULISAN_MAKS:
            tulisan.append(objek.get_bounds())
        elif objek.type == raw.FPDF_PAGEOBJ_PATH and tulisan and _gelap(objek):
            kotak = objek.get_bounds()
            if any(_menutup(kotak, satu) for satu in tulisan):
                kata = str(teks.get_text_bounded(*kotak)).strip()
                hasil += [kata] if kata else []
    return hasil


def _menutup(kotak: Kotak, tulisan: Kotak) -> bool:
    tengah = (tulisan[1] + tulisan[3]) / 2
    lebar = min(kotak[2], tulisan[2]) - max(kotak[0], tulisan[0])
    return kotak[1] <= tengah <= kotak[3] and lebar > 2


def _gelap(objek: Any) -> bool:
    isi, garis = ctypes.c_int(), ctypes.c_int()
    merah, hijau, biru, pekat = (ctypes.c_uint() for _ in range(4))
    ada = raw.FPDFPath_GetDrawMode(objek, isi, garis) and raw.FPDFPageObj_GetFillColor(
        objek, merah, hijau, biru, pekat
    )
    terang = max(merah.value, hijau.value, biru.value)
    return bool(ada and isi.value and terang < GELAP and pekat.value > 200)
