"""Small rules about what people type and about who may open what."""

from __future__ import annotations

from permohonan.enums import KategoriBerkas
from permohonan.models import BerkasPermohonan

# What may show who asked; opened by those alone who said why.
TERTUTUP = frozenset({KategoriBerkas.IDENTITAS, KategoriBerkas.KUASA, KategoriBerkas.PENDUKUNG})


def telepon_rapi(nomor: str) -> str:
    """Return digits as they are dialled at home: `+62 812-34` and `0812 34` are one number."""
    angka = "".join(h for h in nomor if h.isdigit())
    return f"0{angka[2:]}" if angka.startswith("62") else angka


def tertutup(berkas: BerkasPermohonan) -> bool:
    """Answer whether a file may show who asked."""
    return berkas.kategori in TERTUTUP
