"""Letters: a typst template and plain data become a tagged PDF/UA file."""

from __future__ import annotations

import io
import json
import re
import threading
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import segno
import typst
from django.conf import settings
from django.utils.functional import Promise

# What stands in for a character that none of the bundled fonts can draw.
PENGGANTI = "\N{WHITE SQUARE}"

_KUNCI_HILANG = re.compile(r'does not contain key "([^"]*)"')
_TAK_TERGAMBAR = re.compile(r'(?:the text|disallowed codepoint) `"((?:[^"\\]|\\.)*)"`')
_LOLOSAN = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_COBA = 3  # compilations per letter; replacing one cluster may uncover another

_setempat = threading.local()


class GalatCetak(Exception):
    """A letter could not be made; the text says why and never quotes the data."""

    def __init__(self, templat: str, sebab: str, kunci: str | None = None) -> None:
        super().__init__(f"{templat}: {sebab}")
        self.templat = templat
        self.kunci = kunci


def cetak(templat: str, data: Mapping[str, Any], *, pada: datetime | None = None) -> bytes:
    """Render `templates/<templat>` with `data`; the same arguments give the same bytes.

    `pada` becomes the creation date in the file's properties; without it the file bears none.
    """
    sumber = _berkas_templat(templat)
    isi = _bersih(data, templat)
    for _ in range(_COBA):
        try:
            return _susun(sumber, isi, pada)
        except typst.TypstError as galat:
            tak_tergambar = _gugus_tak_tergambar(galat.diagnostic)
            if not tak_tergambar:
                raise _galat_cetak(templat, galat, isi) from None
            isi = _tukar(isi, tak_tergambar)
    raise GalatCetak(templat, "ada aksara yang tidak dapat digambar")


def gambar_qr(isi: str) -> str:
    """Return a QR code as SVG text with its quiet zone."""
    wadah = io.BytesIO()
    segno.make(isi, error="m", micro=False).save(
        wadah, kind="svg", xmldecl=False, border=4, light="#fff", omitsize=True
    )
    return wadah.getvalue().decode().strip()


def _berkas_templat(templat: str) -> Path:
    akar = _akar()
    berkas = (Path(settings.BASE_DIR) / "templates" / templat).resolve()
    if not berkas.is_relative_to(akar) or berkas.suffix != ".typ" or not berkas.is_file():
        raise GalatCetak(templat, "tidak ada templat surat dengan nama ini")
    return berkas


def _akar() -> Path:
    """Return the only directory that a template may read."""
    return (Path(settings.BASE_DIR) / "templates" / "surat").resolve()


@cache
def _huruf() -> typst.Fonts:
    """Return the fonts inside the wheel, and no others: a letter looks the same on every machine."""
    return typst.Fonts(include_system_fonts=False)


def _susun(sumber: Path, isi: Any, pada: datetime | None) -> bytes:
    masukan = {"data": json.dumps(isi, ensure_ascii=False)}
    if pada is not None:
        masukan["pada"] = pada.isoformat()
    hasil = _penyusun().compile(
        str(sumber),
        format="pdf",
        sys_inputs=masukan,
        pdf_standards=["ua-1"],
        timestamp=0 if pada is None else int(pada.timestamp()),
    )
    assert isinstance(hasil, bytes)
    return hasil


def _penyusun() -> typst.Compiler:
    """Return this thread's compiler; one shared by two threads fails with "Already borrowed"."""
    akar = str(_akar())
    if getattr(_setempat, "akar", None) != akar:
        _setempat.penyusun = typst.Compiler(
            root=akar, font_paths=_huruf(), ignore_system_fonts=True
        )
        _setempat.akar = akar
    penyusun: typst.Compiler = _setempat.penyusun
    return penyusun


def _bersih(nilai: Any, templat: str) -> Any:
    """Copy the data with every text made printable; refuse what JSON does not know."""
    if isinstance(nilai, str | Promise):
        return _teks_bersih(str(nilai))
    if nilai is None or isinstance(nilai, bool | int | float):
        return nilai
    if isinstance(nilai, Mapping):
        return {str(kunci): _bersih(anak, templat) for kunci, anak in nilai.items()}
    if isinstance(nilai, Sequence) and not isinstance(nilai, bytes | bytearray):
        return [_bersih(anak, templat) for anak in nilai]
    raise GalatCetak(templat, f"data memuat nilai berjenis {type(nilai).__name__}")


def _teks_bersih(teks: str) -> str:
    """Drop what no reader sees, such as marks that reverse the writing; keep line breaks."""
    teks = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    return re.sub(r"\n{3,}", "\n\n", "".join(map(_huruf_bersih, teks)))


def _huruf_bersih(huruf: str) -> str:
    if huruf == "\n" or huruf.isprintable():
        return huruf
    jenis = unicodedata.category(huruf)
    if jenis == "Cf":
        return ""
    return PENGGANTI if jenis in {"Co", "Cn", "Cs"} else " "


def _gugus_tak_tergambar(diagnosa: str) -> list[str]:
    """Return the clusters that no font can draw, longest first."""
    gugus = {_LOLOSAN.sub(_urai, temu) for temu in _TAK_TERGAMBAR.findall(diagnosa)}
    return sorted(gugus - {"", PENGGANTI}, key=len, reverse=True)


def _urai(temu: re.Match[str]) -> str:
    return chr(int(temu[1], 16)) if temu[1] else temu[2]


def _tukar(nilai: Any, gugus: list[str]) -> Any:
    pola = re.compile("|".join(map(re.escape, gugus)))
    return _peta(nilai, lambda teks: pola.sub(PENGGANTI, teks))


def _peta(nilai: Any, ubah: Callable[[str], str]) -> Any:
    if isinstance(nilai, str):
        return ubah(nilai)
    if isinstance(nilai, dict):
        return {kunci: _peta(anak, ubah) for kunci, anak in nilai.items()}
    if isinstance(nilai, list):
        return [_peta(anak, ubah) for anak in nilai]
    return nilai


def _galat_cetak(templat: str, galat: typst.TypstError, isi: Any) -> GalatCetak:
    if temu := _KUNCI_HILANG.search(galat.message):
        return GalatCetak(templat, f'data tidak memuat "{temu[1]}"', temu[1])
    # Only the place is taken from the long form: its source lines and hints could grow to show values.
    tempat = re.search(r"┌─ (\S+\.typ:\d+:\d+)", galat.diagnostic)
    sebab = galat.message
    for teks in sorted(_daun(isi), key=len, reverse=True):
        sebab = sebab.replace(teks, "…")
    return GalatCetak(templat, f"{sebab} ({tempat[1]})" if tempat else sebab)


def _daun(nilai: Any) -> set[str]:
    """Return every text in the data."""
    terkumpul: set[str] = set()

    def catat(teks: str) -> str:
        terkumpul.add(teks)
        return teks

    _peta(nilai, catat)
    return terkumpul - {""}
