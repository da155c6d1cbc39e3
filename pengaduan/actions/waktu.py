"""What the clock does: messages of events, reminders, notices, closings, recounting; and who looked."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from pengaduan import notifikasi, queries
from pengaduan.enums import Aksi, LingkupAkses
from pengaduan.models import (
    AksesPengaduan,
    JangkaPengaduan,
    Pelapor,
    Pengaduan,
    PengingatPengaduan,
    PeristiwaPengaduan,
)
from pengaduan.rules import BukaIdentitas, buka_identitas
from ppid_portal.kernel import antrean, pengingat
from ppid_portal.kernel.alur import Milik
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import JangkaWaktu
from ppid_portal.kernel.peran import SISTEM, Pelaku
from ppid_portal.kernel.perkara import hitung_ulang, jalankan

logger = logging.getLogger(__name__)


def olah(maks: int = antrean.SEKALI_JALAN) -> int:
    """Write the messages of events that have none yet; returns how many events were ticked off."""
    return antrean.olah(PeristiwaPengaduan, notifikasi.kabari, maks)


def ingatkan(pada: datetime | None = None) -> int:
    """Remind officers of the body's terms; the reporter's own windows need no officer."""
    return pengingat.ingatkan(
        JangkaPengaduan.objects.filter(milik=Milik.BADAN),
        PengingatPengaduan,
        timezone.localdate(pada),
        _kirim_pengingat,
    )


def _kirim_pengingat(jangka: JangkaWaktu, tingkat: pengingat.Tingkat, sisa: int) -> None:
    assert isinstance(jangka, JangkaPengaduan)
    notifikasi.ingatkan_pejabat(jangka, tingkat.kunci, sisa)


def _langkah_sistem(semua: Iterable[Pengaduan], aksi: Aksi, pada: datetime | None) -> int:
    """Take a step of the clock on each case; one that a guard holds back is left as it is."""
    jumlah = 0
    for pengaduan in semua:
        try:
            jalankan(pengaduan, aksi, SISTEM, pada=pada)
        except TransisiDitolak:
            continue
        jumlah += 1
    return jumlah


def arsipkan_yang_lewat(pada: datetime | None = None) -> int:
    """Archive what was sent back and never completed (UU 25/2009 ps. 44 ayat (5))."""
    semua = queries.dapat_diarsipkan(timezone.localdate(pada))
    return _langkah_sistem(semua, Aksi.ARSIP_OTOMATIS, pada)


def beri_tahu_penutupan(pada: datetime | None = None) -> int:
    """Tell reporters whose silence is about to close their case."""
    semua = queries.perlu_diberi_tahu(timezone.localdate(pada), kalender_berlaku())
    return _langkah_sistem(semua, Aksi.BERITAHU_TUTUP, pada)


def tutup_yang_diam(pada: datetime | None = None) -> int:
    """Close what was answered, announced and left unanswered for ten working days."""
    semua = queries.dapat_ditutup(timezone.localdate(pada))
    return _langkah_sistem(semua, Aksi.TUTUP_OTOMATIS, pada)


def hitung_ulang_semua(pada: datetime | None = None) -> int:
    """Recount running terms by the calendar in force; returns how many cases moved."""
    kalender, saat = kalender_berlaku(), pada or timezone.now()
    return sum(
        bool(hitung_ulang(pengaduan, kalender, saat))
        for pengaduan in queries.perlu_dihitung_ulang(kalender)
    )


def catat_akses(pengaduan: Pengaduan, pelaku: Pelaku, pada: datetime | None = None) -> None:
    """Put on record that an officer opened a sealed case, or saw who reported."""
    if pelaku.pengguna_id is None:
        return
    lingkup = []
    if pengaduan.tertutup:
        lingkup.append(LingkupAkses.TERTUTUP)
    terlihat = buka_identitas(pengaduan, pelaku) != BukaIdentitas.TERTUTUP
    if terlihat and Pelapor.objects.filter(pengaduan=pengaduan).exists():
        lingkup.append(LingkupAkses.IDENTITAS)
    AksesPengaduan.objects.bulk_create(
        AksesPengaduan(
            pengaduan=pengaduan,
            oleh_id=pelaku.pengguna_id,
            lingkup=satu,
            waktu=pada or timezone.now(),
        )
        for satu in lingkup
    )
