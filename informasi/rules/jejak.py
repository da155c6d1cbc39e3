"""Personal numbers in a text: each with its place, and masked, so that a finding leaks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from phonenumbers import PhoneNumberMatcher, PhoneNumberType, number_type

from informasi.rules.isi import Halaman, Temuan

TEMUAN_MAKS = 200  # of one file; more say nothing new
NIK = re.compile(r"(?<![\d.])(\d{6})(\d{2})(\d{2})\d{6}(?![\d])")
NPWP = re.compile(r"(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?!\d)")
REKENING = re.compile(r"\brek(?:ening)?\b[^\n\d]{0,40}(\d(?:[ .-]?\d){7,15})(?!\d)", re.IGNORECASE)
PROVINSI = range(11, 97)


def telusuri(halaman: Iterable[Halaman]) -> list[Temuan]:
    """Return what looks like somebody's number, page by page."""
    hasil: list[Temuan] = []
    for satu in halaman:
        for nomor, baris in enumerate(satu.teks.split("\n"), start=1):
            sel, _pisah, isi = (
                baris.partition("\t") if satu.sebutan.startswith("lembar") else ("", "", baris)
            )
            tempat = " ".join(
                k for k in (satu.sebutan, f"sel {sel}" if sel else f"baris {nomor}") if k
            )
            hasil += [Temuan(jenis, tempat, samarkan(kata)) for jenis, kata in _nomor(isi)]
            if len(hasil) >= TEMUAN_MAKS:
                return hasil[:TEMUAN_MAKS]
    return hasil


def samarkan(kata: str) -> str:
    """Return `33••••01`: enough to find it again, not enough to use it."""
    return f"{kata[:2]}{'•' * max(len(kata) - 4, 1)}{kata[-2:]}"


def nik_masuk_akal(kata: str) -> bool:
    """Answer whether 16 digits can be an identity number: province, day (women plus 40), month."""
    hari, bulan = int(kata[6:8]), int(kata[8:10])
    return (
        int(kata[:2]) in PROVINSI and hari % 40 in range(1, 32) and hari <= 71 and 1 <= bulan <= 12
    )


def _nomor(teks: str) -> Iterator[tuple[str, str]]:
    if not any(huruf.isdigit() for huruf in teks):
        return
    for temu in NIK.finditer(teks):
        if nik_masuk_akal(temu[0]):
            yield "nik", temu[0]
    for temu in NPWP.finditer(teks):
        yield "npwp", temu[0]
    for temu in REKENING.finditer(teks):
        yield "rekening", temu[1]
    for cocok in PhoneNumberMatcher(teks, "ID"):
        if number_type(cocok.number) == PhoneNumberType.MOBILE:
            yield "telepon", cocok.raw_string
