"""Load the synonyms that the portal brings along; what officers wrote or changed stays."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from informasi.actions import muat_sinonim
from informasi.models.temu import ISTILAH_MAKS


class Command(BaseCommand):
    help = "Memuat sinonim pencarian dari data/acuan/sinonim.json; aman diulang."

    def add_arguments(self, parser: ArgumentParser) -> None:
        bawaan = settings.BASE_DIR / "data" / "acuan" / "sinonim.json"
        parser.add_argument("--berkas", type=Path, default=bawaan)

    def handle(self, *args: Any, berkas: Path, **isian: Any) -> None:
        try:
            baris = json.loads(berkas.read_text(encoding="utf-8"))
            kelompok = [(_istilah(b["istilah"]), bool(b.get("searah", False))) for b in baris]
        except (OSError, ValueError, KeyError, TypeError) as galat:
            raise CommandError(f"{berkas.name} tidak terbaca: {galat}") from galat
        self.stdout.write(f"{muat_sinonim(kelompok)} kelompok sinonim dimuat.")


def _istilah(isi: list[str]) -> list[str]:
    if not (2 <= len(isi) <= ISTILAH_MAKS and all(isinstance(satu, str) for satu in isi)):
        raise ValueError(f"kelompok {isi}")
    return isi
