"""Count a term on the command line: the last day, and on request every day with its reason."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from ppid_portal.kernel.alur import Satuan, hitung_batas
from ppid_portal.kernel.kalender import SEHARI, Kalender
from ppid_portal.kernel.kata import hari_tanggal
from ppid_portal.kernel.libur import kalender_berlaku

LAMA_MAKS = 3660
SALAH_PAKAI = 2  # exit code


class Command(BaseCommand):
    """Arguments are read here and not by argparse, so that every complaint is in Indonesian."""

    help = "Hitung hari terakhir suatu tenggat: tenggat 2025-03-21 10"
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("mulai", nargs="?", default="", help="hari ke-0, TTTT-BB-HH")
        parser.add_argument("lama", nargs="?", default="", help="lamanya, bilangan bulat")
        parser.add_argument("--jelaskan", action="store_true", help="sebut setiap hari")
        parser.add_argument("--mundur", action="store_true", help="hitung ke belakang")
        parser.add_argument("--per", nargs="?", const="", help="kalender yang dikenal hari itu")
        parser.add_argument(
            "--satuan", nargs="?", const="", default=Satuan.HARI_KERJA.value, help=_pilihan()
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        mulai = _tanggal(pilihan["mulai"])
        lama = _lama(pilihan["lama"])
        satuan = _satuan(pilihan["satuan"])
        per = None if pilihan["per"] is None else _tanggal(pilihan["per"])
        kalender = kalender_berlaku(per)
        try:
            batas = _hitung(kalender, mulai, lama, satuan, mundur=pilihan["mundur"])
        except (OverflowError, ValueError):
            raise _salah(_("Hasilnya di luar jangkauan penanggalan.")) from None
        self.stdout.write(batas.isoformat())
        if pilihan["jelaskan"]:
            for baris in _jelaskan(kalender, mulai, batas, satuan):
                self.stdout.write(baris)
        for tahun in _belum_resmi(kalender, mulai, batas, satuan):
            kata = _("Peringatan: kalender %s belum resmi; hasil ini masih sementara.") % tahun
            self.stderr.write(kata)


def _salah(kata: str) -> CommandError:
    return CommandError(kata, returncode=SALAH_PAKAI)


def _pilihan() -> str:
    return ", ".join(satuan.value for satuan in Satuan)


def _tanggal(teks: str) -> date:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", teks):
            return date.fromisoformat(teks)
    except ValueError:
        pass
    kata = _("“%s” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2025-03-21.")
    raise _salah(kata % teks)


def _lama(teks: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", teks) and 1 <= int(teks) <= LAMA_MAKS:
        return int(teks)
    isi = {"teks": teks, "maks": LAMA_MAKS}
    raise _salah(_("“%(teks)s” bukan lama waktu. Tulis bilangan bulat 1 sampai %(maks)s.") % isi)


def _satuan(teks: str) -> Satuan:
    try:
        return Satuan(teks)
    except ValueError:
        isi = {"teks": teks, "pilihan": _pilihan()}
        raise _salah(_("“%(teks)s” bukan satuan. Pilih: %(pilihan)s.") % isi) from None


def _hitung(kalender: Kalender, mulai: date, lama: int, satuan: Satuan, *, mundur: bool) -> date:
    if not mundur:
        return hitung_batas(kalender, mulai, lama, satuan)
    if satuan == Satuan.HARI_KERJA:
        return kalender.mundur(mulai, lama)
    return hitung_batas(kalender, mulai, -lama, satuan)


def _jelaskan(kalender: Kalender, mulai: date, batas: date, satuan: Satuan) -> Iterator[str]:
    """Yield each day from day 0 to the last, in the direction of counting."""
    langkah = SEHARI if mulai <= batas else -SEHARI
    yield _("%s: hari ke-0, tidak dihitung") % hari_tanggal(mulai)
    hari, nomor = mulai, 0
    while hari != batas:
        hari += langkah
        alasan = kalender.alasan_libur(hari) if satuan == Satuan.HARI_KERJA else ""
        nomor += not alasan
        if alasan:
            isi = {"hari": hari_tanggal(hari), "alasan": alasan}
            yield _("%(hari)s: dilewati, %(alasan)s") % isi
        else:
            yield _("%(hari)s: hari ke-%(nomor)s") % {"hari": hari_tanggal(hari), "nomor": nomor}


def _belum_resmi(kalender: Kalender, mulai: date, batas: date, satuan: Satuan) -> list[int]:
    """Return the years without a confirmed decree that the count relied on."""
    if satuan != Satuan.HARI_KERJA:
        return []
    awal, akhir = sorted((mulai, batas))
    return [t for t in range(awal.year, akhir.year + 1) if t not in kalender.tahun_pasti]
