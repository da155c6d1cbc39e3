"""What a reader returns: pages with their text, and things that should be looked at before release."""

from __future__ import annotations

from dataclasses import dataclass, field

TEKS_HALAMAN = 100_000  # letters kept of one page


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page, sheet or slide; `sebutan` is how a reader finds it."""

    nomor: int
    sebutan: str
    teks: str


@dataclass(frozen=True, slots=True)
class Temuan:
    """One thing found: its kind, its place in words, a masked excerpt."""

    jenis: str
    tempat: str
    kutipan: str = ""


@dataclass(slots=True)
class Bacaan:
    """All of one file; `sampul` is a small picture of the first page in base64."""

    halaman: list[Halaman] = field(default_factory=list)
    jumlah: int = 0
    temuan: list[Temuan] = field(default_factory=list)
    sampul: str = ""
