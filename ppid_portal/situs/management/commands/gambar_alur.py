"""Draw the workflow tables into README.md, between their marks."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from ppid_portal.situs.queries import semua_alur


def sisipkan(teks: str) -> str:
    """Return the README with each diagram as its table is now."""
    for alur in semua_alur():
        awal, akhir = f"<!-- alur:{alur.nama} -->\n", "<!-- /alur -->"
        gambar = f"{awal}```mermaid\n{alur.mermaid()}\n```\n{akhir}"
        teks = re.sub(rf"{awal}.*?{akhir}", gambar, teks, flags=re.DOTALL)
    return teks


class Command(BaseCommand):
    help = "Perbarui diagram alur di README.md dari tabel alur."

    def handle(self, *args: Any, **pilihan: Any) -> None:
        berkas = settings.BASE_DIR / "README.md"
        berkas.write_text(sisipkan(berkas.read_text()))
        self.stdout.write("Diagram di README.md sesuai tabel alur.")
