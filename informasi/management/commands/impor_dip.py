"""Import a Daftar Informasi Publik from CSV or XLSX and say what became of every row."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from informasi.actions import HasilImpor, impor
from informasi.actions.impor import PencariUnit
from informasi.rules.baris import susun
from informasi.rules.lembar import SINONIM, LembarRusak, baca, kunci
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.models.unit import JenisUnit


class Command(BaseCommand):
    help = "Mengimpor Daftar Informasi Publik dari CSV atau XLSX; aman diulang."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("berkas", type=Path)
        parser.add_argument(
            "--pemetaan",
            nargs="+",
            action="extend",
            default=[],
            metavar="KOLOM=NAMA",
            help=f"kolom kami = judul kolom di berkas; kolom: {', '.join(SINONIM)}",
        )
        parser.add_argument(
            "--unit", default="", metavar="SLUG", help="pemilik bila tidak dikenali"
        )
        parser.add_argument("--lembar", default="", metavar="NAMA", help="nama lembar XLSX")
        parser.add_argument("--terbitkan", action="store_true", default=True)
        parser.add_argument(
            "--tanpa-terbit", action="store_false", dest="terbitkan", help="simpan sebagai draf"
        )

    def handle(self, *args: Any, **isian: Any) -> None:
        pemetaan = _pemetaan(isian["pemetaan"])
        try:
            lembar = baca(isian["berkas"], pemetaan=pemetaan, lembar=isian["lembar"])
        except LembarRusak as galat:
            raise CommandError(str(galat)) from galat
        pencari = PencariUnit.dari(Unit.objects.aktif(), _unit_cadangan(isian["unit"]))
        self._laporkan(impor(susun(lembar), pencari, umumkan=isian["terbitkan"]))

    def _laporkan(self, hasil: HasilImpor) -> None:
        for ditolak in hasil.ditolak:
            self.stdout.write(f"Baris {ditolak.nomor} ditolak: {ditolak.alasan}")
        for nomor, kata in hasil.catatan:
            self.stdout.write(f"Baris {nomor}: {kata}")
        self.stdout.write(
            f"Baru {hasil.baru}, berubah {hasil.berubah}, sama {hasil.sama}, "
            f"ditolak {len(hasil.ditolak)}."
        )


def _pemetaan(pasangan: list[str]) -> dict[str, str]:
    """Return our column -> heading; raises CommandError for a column that we do not have."""
    dikenal = {kunci(nama): kolom for kolom, lain in SINONIM.items() for nama in (kolom, *lain)}
    hasil = {}
    for satu in pasangan:
        kolom, sama_dengan, nama = satu.partition("=")
        if not sama_dengan or kunci(kolom) not in dikenal:
            raise CommandError(
                f"Pemetaan “{satu}” tidak dikenal. Tulis KOLOM=NAMA; kolom: {', '.join(SINONIM)}."
            )
        hasil[dikenal[kunci(kolom)]] = nama
    return hasil


def _unit_cadangan(slug: str) -> Unit:
    """Return the owner of rows that name nobody we know: as told, else the body itself."""
    if slug:
        unit = Unit.objects.filter(slug=slug).first()
        if unit is None:
            raise CommandError(f"Unit “{slug}” tidak ada.")
        return unit
    induk = Unit.objects.filter(jenis=JenisUnit.PEMDA).order_by("jalur").first()
    if induk is None:
        raise CommandError("Belum ada unit pemerintah daerah; sebutkan pemilik dengan --unit.")
    return induk
