"""What time does to a request: reminders, the steps that silence takes, and a new calendar."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from permohonan.actions.langkah import ambil, bangunkan
from permohonan.alur.permohonan import DIKERJAKAN
from permohonan.alur.tenggat import PERIKSA
from permohonan.enums import Aksi, Status
from permohonan.models import (
    Disposisi,
    JangkaDisposisi,
    JangkaPermohonan,
    PengingatDisposisi,
    PengingatPermohonan,
    Permohonan,
)
from permohonan.notifikasi import ingatkan_disposisi, ingatkan_permohonan, kabari_kalender
from ppid_portal.kernel.alur import Milik
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import JangkaWaktu, Perkara
from ppid_portal.kernel.pengingat import ingatkan
from ppid_portal.kernel.peran import SISTEM
from ppid_portal.kernel.perkara import batas_menurut, hitung_ulang

# A window that ended longer ago than this is history; a new calendar does not reopen it.
MASA_LALU = timedelta(days=60)


def ingatkan_tenggat(hari_ini: date) -> int:
    """Make the reminders that are due on a day; returns how many."""
    disposisi = JangkaDisposisi.objects.filter(milik=Milik.BADAN.value)
    permohonan = JangkaPermohonan.objects.filter(milik=Milik.BADAN.value)
    return ingatkan(disposisi, PengingatDisposisi, hari_ini, ingatkan_disposisi) + ingatkan(
        permohonan, PengingatPermohonan, hari_ini, ingatkan_permohonan
    )


def langkah_otomatis(pada: datetime) -> int:
    """Take the steps that lapsed terms bring about; returns how many."""
    hari_ini = timezone.localdate(pada)
    lewat = JangkaPermohonan.objects.filter(berhenti_pada__isnull=True, batas__lt=hari_ini)
    diperiksa = Permohonan.objects.filter(
        status=Status.DITERIMA, jangka__in=lewat.filter(kunci=PERIKSA.kunci)
    )
    jumlah = _ambil_semua(diperiksa, Aksi.ANGGAP_LENGKAP, pada)
    terlambat = Permohonan.objects.terlambat(hari_ini).filter(status__in=DIKERJAKAN)
    belum = terlambat.exclude(peristiwa__aksi=Aksi.LEWATI_BATAS)
    return jumlah + _ambil_semua(belum, Aksi.LEWATI_BATAS, pada)


def _ambil_semua(perkara: QuerySet[Permohonan], aksi: Aksi, pada: datetime) -> int:
    jumlah = 0
    for satu in perkara.order_by("pk").distinct():
        try:
            ambil(satu, aksi, SISTEM, pada=pada)
        except TransisiDitolak:
            continue  # somebody took another step meanwhile, or the window stands open already
        jumlah += 1
    return jumlah


def hitung_ulang_tenggat(pada: datetime) -> int:
    """Recount every open term that the calendar in force counts otherwise; returns cases that moved.

    Each case is its own transaction, and its event tells the applicant; officers get one message
    when nothing is left to recount. A second run finds nothing: a term remembers the calendar it
    was counted by.
    """
    kalender, hari_ini = kalender_berlaku(), timezone.localdate(pada)
    terdampak = list(_terdampak(kalender, hari_ini))
    geser = sum(bool(hitung_ulang(perkara, kalender, pada)) for perkara in terdampak)
    if geser:
        bangunkan()
    if not terdampak or next(_terdampak(kalender, hari_ini), None) is None:
        kabari_kalender(hari_ini)
    return geser


def _terdampak(kalender: Kalender, hari_ini: date) -> Iterator[Perkara]:
    sumber: tuple[tuple[Any, Any], ...] = (
        (JangkaPermohonan, Permohonan),
        (JangkaDisposisi, Disposisi),
    )
    for jangka, model in sumber:
        berjalan = jangka.objects.filter(berhenti_pada__isnull=True).exclude(
            milik=Milik.PEMOHON.value, batas__lt=hari_ini - MASA_LALU
        )
        pk = {
            satu.perkara_id
            for satu in berjalan.select_related("lanjutan_dari").iterator(chunk_size=500)
            if _berubah(kalender, satu)
        }
        for kunci in sorted(pk):
            yield model.objects.get(pk=kunci)


def _berubah(kalender: Kalender, jangka: JangkaWaktu) -> bool:
    mulai, batas = batas_menurut(kalender, jangka)
    if jangka.milik == Milik.PEMOHON:
        batas = max(batas, jangka.batas)
    dihitung = (mulai, batas, kalender.versi_untuk(mulai, batas), kalender.sementara(mulai, batas))
    return dihitung != (jangka.mulai, jangka.batas, jangka.versi_kalender, jangka.sementara)
