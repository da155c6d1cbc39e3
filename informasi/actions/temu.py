"""Counts about finding: what was offered, opened and asked anyway; what nobody found."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.db.models import F

from informasi.models import PencarianKosong, SaranPencarian
from informasi.queries.kata import rapikan
from informasi.rules.pribadi import boleh_disimpan

KUERI_SEBULAN = 5_000  # different queries kept of one month: a robot does not fill the table
PANJANG_KUERI = 200


def catat_saran(apa: Literal["ditampilkan", "dibuka", "tetap_diajukan"], pada: date) -> None:
    """Count one on this day."""
    SaranPencarian.objects.bulk_create([SaranPencarian(tanggal=pada)], ignore_conflicts=True)
    SaranPencarian.objects.filter(tanggal=pada).update(**{apa: F(apa) + 1})


def catat_pencarian_kosong(q: str, pada: date) -> bool:
    """Count a query that found nothing; False where its words are not to be kept."""
    kueri = rapikan(q)[:PANJANG_KUERI]
    if not kueri or not boleh_disimpan(q):
        return False
    bulan = pada.replace(day=1)
    baris = PencarianKosong.objects.filter(bulan=bulan)
    if baris.filter(kueri=kueri).update(jumlah=F("jumlah") + 1):
        return True
    if baris.count() >= KUERI_SEBULAN:
        return False
    satu = PencarianKosong(bulan=bulan, kueri=kueri)
    PencarianKosong.objects.bulk_create([satu], ignore_conflicts=True)
    return True
