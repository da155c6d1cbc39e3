"""What the desk and the clock ask of complaints: find one by its code, and which step is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from pengaduan.alur import DIAM, LENGKAPI, PRATUTUP, UU25_LENGKAPI
from pengaduan.enums import Status
from pengaduan.models import JangkaPengaduan, Pengaduan
from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.sandi import rahasia_cocok

SIDIK_KOSONG = "0" * 64


def cari_perkara(nomor: str, rahasia: str) -> Pengaduan | None:
    """Return the case for its number and code; the same work is done for an unknown number."""
    pengaduan = Pengaduan.objects.filter(nomor=" ".join(nomor.split()).upper()).first()
    garam = str(pengaduan.kode) if pengaduan else "-"
    sidik = pengaduan.sidik_rahasia if pengaduan else SIDIK_KOSONG
    return pengaduan if rahasia_cocok(garam, rahasia, sidik) else None


def jumlah_pindah(pengaduan: Pengaduan) -> int:
    """Return how often a case went from one unit to another."""
    return max(pengaduan.penugasan.count() - 1, 0)


def _berjalan(*kunci: str) -> QuerySet[JangkaPengaduan]:
    return JangkaPengaduan.objects.filter(
        perkara=OuterRef("pk"), berhenti_pada__isnull=True, kunci__in=kunci
    )


def dapat_diarsipkan(hari_ini: date) -> QuerySet[Pengaduan]:
    """Return reports that were sent back and not completed in time."""
    masih = _berjalan(LENGKAPI.kunci, UU25_LENGKAPI.kunci).filter(batas__gte=hari_ini)
    return Pengaduan.objects.filter(~Exists(masih), status=Status.DIKEMBALIKAN)


def perlu_diberi_tahu(hari_ini: date, kalender: Kalender) -> QuerySet[Pengaduan]:
    """Return answered reports whose silence ends so soon that the reporter must be told now."""
    ujung = kalender.tambah(hari_ini, PRATUTUP.panjang(hari_ini))
    return Pengaduan.objects.filter(
        ~Exists(_berjalan(PRATUTUP.kunci)),
        Exists(_berjalan(DIAM.kunci).filter(batas__lte=ujung)),
        status=Status.DITANGGAPI,
    )


def dapat_ditutup(hari_ini: date) -> QuerySet[Pengaduan]:
    """Return answered reports whose silence and notice are both over."""
    return Pengaduan.objects.filter(
        Exists(_berjalan(DIAM.kunci).filter(batas__lt=hari_ini)),
        Exists(_berjalan(PRATUTUP.kunci).filter(batas__lt=hari_ini)),
        status=Status.DITANGGAPI,
    )


def perlu_dihitung_ulang(kalender: Kalender) -> Iterable[Pengaduan]:
    """Return the cases with a running term that was counted by another calendar than this."""
    berjalan = JangkaPengaduan.objects.filter(berhenti_pada__isnull=True).only(
        "perkara_id", "mulai", "batas", "versi_kalender", "sementara"
    )
    usang = {
        j.perkara_id
        for j in berjalan.iterator(chunk_size=2000)
        if j.versi_kalender != kalender.versi_untuk(j.mulai, j.batas)
        or j.sementara != kalender.sementara(j.mulai, j.batas)
    }
    return Pengaduan.objects.filter(pk__in=usang).order_by("pk")
