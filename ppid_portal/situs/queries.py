"""Reads that pages across apps need."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from informasi.alur import ALUR_INFORMASI, ALUR_PENGECUALIAN
from informasi.models import Informasi
from pengaduan.alur import ALUR_PENGADUAN
from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN
from permohonan.alur.tenggat import BALASAN, JENDELA_KEBERATAN, PERPANJANGAN
from ppid_portal.kernel.alur import Alur
from ppid_portal.kernel.kalender import Kalender

BARU_DIUMUMKAN = 5


def semua_alur() -> tuple[Alur, ...]:
    """Return every workflow table of the portal."""
    return (
        ALUR_PERMOHONAN,
        ALUR_DISPOSISI,
        ALUR_INFORMASI,
        ALUR_PENGECUALIAN,
        ALUR_PENGADUAN,
    )


def lama_tenggat(pada: date) -> dict[str, int]:
    """Return the statutory terms in working days, for texts: never written out by hand."""
    return {
        "balasan": BALASAN.panjang(pada),
        "perpanjangan": PERPANJANGAN.panjang(pada),
        "keberatan": JENDELA_KEBERATAN.panjang(pada),
    }


def batas_bila_hari_ini(kalender: Kalender, hari_ini: date) -> date:
    """Return the last day of an answer to a request that is lodged today."""
    return kalender.tambah(hari_ini, BALASAN.panjang(hari_ini))


def baru_diumumkan() -> list[Informasi]:
    terbit = Informasi.objects.terbit().select_related("unit")
    return list(terbit.order_by("-diumumkan_pada", "-pk")[:BARU_DIUMUMKAN])


def daftar_surel() -> list[str]:
    """Return the names of the demo's mails, newest first."""
    berkas = settings.EMAIL_FILE_PATH.glob("*.eml") if settings.DEMO else ()
    return [b.name for b in sorted(berkas, key=lambda b: b.stat().st_mtime, reverse=True)]
