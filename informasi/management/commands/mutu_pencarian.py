"""Measure the search with a list of real questions and say where it fails."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from informasi.queries.mutu import ukur


class Command(BaseCommand):
    help = "Mengukur mutu pencarian: jawaban yang diharapkan di tempat pertama dan tiga teratas."

    def add_arguments(self, parser: ArgumentParser) -> None:
        bawaan = settings.BASE_DIR / "tests" / "informasi" / "kueri.csv"
        parser.add_argument("--berkas", type=Path, default=bawaan)

    def handle(self, *args: Any, berkas: Path, **isian: Any) -> None:
        try:
            mutu = ukur(berkas)
        except (OSError, KeyError) as galat:
            raise CommandError(f"{berkas.name} tidak terbaca: {galat}") from galat
        for kueri, judul, ada in mutu.meleset:
            self.stdout.write(f"“{kueri}”: {judul} tidak di tiga teratas; ada: {'; '.join(ada)}")
        jumlah = mutu.jumlah or 1
        self.stdout.write(
            f"{mutu.jumlah} kueri: pertama {mutu.pertama} ({100 * mutu.pertama / jumlah:.1f} %), "
            f"tiga teratas {mutu.tiga} ({mutu.persen_tiga:.1f} %)."
        )
