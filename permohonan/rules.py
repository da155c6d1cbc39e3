"""Who may open what beyond the role table."""

from __future__ import annotations

from permohonan.enums import KategoriBerkas
from permohonan.models import BerkasPermohonan

# What may show who asked; opened by those alone who said why.
TERTUTUP = frozenset({KategoriBerkas.IDENTITAS, KategoriBerkas.KUASA, KategoriBerkas.PENDUKUNG})


def tertutup(berkas: BerkasPermohonan) -> bool:
    """Answer whether a file may show who asked."""
    return berkas.kategori in TERTUTUP
