"""Close information and open it again: proposal, consequence test, decision, end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from informasi.actions.butir import ubah
from informasi.enums import AksiPengecualian, Kelas, Status, StatusPengecualian
from informasi.models import Informasi, PengecualianInformasi
from informasi.surat import terbitkan_sk
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.peran import SISTEM, Pelaku
from ppid_portal.kernel.perkara import jalankan

# The test sheet (hukum C10): what must be filled, and what may be.
LEMBAR_WAJIB = (
    "tanggal_uji", "tempat_uji", "peserta", "akibat_dibuka", "akibat_ditutup", "kepentingan_umum",
    "kesimpulan", "mulai",
)  # fmt: skip
LEMBAR = (*LEMBAR_WAJIB, "bagian_dihitamkan", "sampai", "sampai_peristiwa")
INGATKAN_SEBELUM = 30  # working days before the end (hukum A15)


@transaction.atomic
def usulkan_pengecualian(
    pengecualian: PengecualianInformasi, pelaku: Pelaku, *, pada: datetime | None = None
) -> PengecualianInformasi:
    """Store a proposal to close an item of one's own unit."""
    pada = pada or timezone.now()
    pengecualian.tanggal_terima = timezone.localdate(pada)
    pengecualian.clean_fields()
    pengecualian.validate_constraints()
    pengecualian.save()
    return jalankan(pengecualian, AksiPengecualian.USULKAN, pelaku, pada=pada)


@transaction.atomic
def uji(
    pengecualian: PengecualianInformasi,
    pelaku: Pelaku,
    *,
    versi: int | None = None,
    pada: datetime | None = None,
    **lembar: Any,
) -> PengecualianInformasi:
    """Record the consequence test; raises ValidationError where the sheet is not complete."""
    kosong = [nama for nama in LEMBAR_WAJIB if not lembar.get(nama)]
    if not lembar.get("sampai") and not lembar.get("sampai_peristiwa"):
        kosong.append("sampai")
    if kosong:
        raise ValidationError(dict.fromkeys(kosong, _("Wajib diisi.")))
    pengecualian = jalankan(pengecualian, AksiPengecualian.UJI, pelaku, versi=versi, pada=pada)
    for nama in LEMBAR:
        bawaan = None if nama == "sampai" else ""
        setattr(pengecualian, nama, lembar.get(nama) or bawaan)
    pengecualian.clean_fields()
    pengecualian.validate_constraints()
    pengecualian.save(update_fields=LEMBAR)
    return pengecualian


@transaction.atomic
def tetapkan(
    pengecualian: PengecualianInformasi,
    pelaku: Pelaku,
    *,
    persetujuan: str = "",
    versi: int | None = None,
    pada: datetime | None = None,
) -> PengecualianInformasi:
    """Decide that an item is closed, and issue the numbered decision."""
    pada = pada or timezone.now()
    pengecualian = jalankan(
        pengecualian,
        AksiPengecualian.TETAPKAN,
        pelaku,
        versi=versi,
        pada=pada,
        persetujuan=persetujuan,
    )
    pengecualian.persetujuan = persetujuan
    pengecualian.surat = terbitkan_sk(pengecualian, timezone.localdate(pada))
    pengecualian.save(update_fields=["persetujuan", "surat"])
    return pengecualian


@transaction.atomic
def buka(
    pengecualian: PengecualianInformasi,
    pelaku: Pelaku,
    *,
    alasan: str,
    versi: int | None = None,
    pada: datetime | None = None,
) -> PengecualianInformasi:
    """Declare an item open before its day, or after a test that found it open."""
    pada = pada or timezone.now()
    pengecualian = jalankan(
        pengecualian, AksiPengecualian.BUKA, pelaku, versi=versi, pada=pada, alasan=alasan
    )
    _jadikan_terbuka(pengecualian.informasi, pada)
    return pengecualian


def langkah_otomatis(pada: datetime) -> int:
    """Remind of what ends within 30 working days, open what has ended; returns how many steps.

    On its last day the item opens by itself, whether anybody decided or not (PP 61/2010 ps. 11).
    """
    hari_ini = timezone.localdate(pada)
    ditetapkan = PengecualianInformasi.objects.filter(status=StatusPengecualian.DITETAPKAN)
    selesai = ditetapkan.filter(sampai__lte=hari_ini)
    mendekat = ditetapkan.filter(
        sampai__gt=hari_ini, sampai__lte=kalender_berlaku().tambah(hari_ini, INGATKAN_SEBELUM)
    ).exclude(peristiwa__aksi=AksiPengecualian.INGATKAN)
    return _ambil(selesai, _akhiri, pada) + _ambil(mendekat, _ingatkan, pada)


def hari_pengingat(sampai: date) -> date:
    """Return the last day on which the PPID should decide: 30 working days before the end."""
    return kalender_berlaku().mundur(sampai, INGATKAN_SEBELUM)


def _ambil(
    semua: QuerySet[PengecualianInformasi],
    langkah: Callable[[PengecualianInformasi, datetime], object],
    pada: datetime,
) -> int:
    jumlah = 0
    for satu in semua.select_related("informasi").order_by("sampai", "pk"):
        try:
            langkah(satu, pada)
        except TransisiDitolak:
            continue  # somebody took another step meanwhile
        jumlah += 1
    return jumlah


@transaction.atomic
def _akhiri(pengecualian: PengecualianInformasi, pada: datetime) -> None:
    jalankan(pengecualian, AksiPengecualian.AKHIRI, SISTEM, pada=pada)
    _jadikan_terbuka(pengecualian.informasi, pada)


def _ingatkan(pengecualian: PengecualianInformasi, pada: datetime) -> None:
    jalankan(pengecualian, AksiPengecualian.INGATKAN, SISTEM, pada=pada)


def _jadikan_terbuka(informasi: Informasi, pada: datetime) -> None:
    """Put an item among those available at any time; what was withdrawn stays withdrawn."""
    if informasi.status != Status.DITARIK and informasi.kelas == Kelas.DIKECUALIKAN:
        informasi.kelas = Kelas.SETIAP_SAAT
        ubah(informasi, SISTEM, pada=pada)
