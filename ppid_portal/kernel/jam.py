"""The explained clock: a term as one sentence and as days, each counted or skipped with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from ppid_portal.kernel.alur import Satuan
from ppid_portal.kernel.kalender import NAMA_AKHIR_PEKAN, Hari, Kalender
from ppid_portal.kernel.kata import daftar, hari_tanggal
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import JangkaWaktu

MAKS_SEBUT = 2  # free days named in the sentence itself


class KeadaanHari(StrEnum):
    AWAL = "awal"
    LALU = "lalu"
    KINI = "kini"
    DEPAN = "depan"
    LIBUR = "libur"
    BATAS = "batas"


@dataclass(frozen=True, slots=True)
class HariJam:
    """One cell of the clock."""

    tanggal: date
    nomor: int | None
    alasan: str
    keadaan: KeadaanHari
    hari_ini: bool


@dataclass(frozen=True, slots=True)
class Jam:
    """The clock as a page draws it."""

    judul: str
    kalimat: str
    keterangan: str
    hari: tuple[HariJam, ...]
    kosong_awal: int
    mulai: date
    batas: date
    sementara: bool
    lewat: bool
    dasar: str = ""


def _keadaan(hari: Hari, batas: date, hari_ini: date) -> KeadaanHari:
    if hari.tanggal == batas:
        return KeadaanHari.BATAS
    if hari.nomor == 0:
        return KeadaanHari.AWAL
    if hari.nomor is None:
        return KeadaanHari.LIBUR
    if hari.tanggal == hari_ini:
        return KeadaanHari.KINI
    return KeadaanHari.LALU if hari.tanggal < hari_ini else KeadaanHari.DEPAN


def _kalimat(panjang: int, ke: int, batas: date, hari_ini: date) -> str:
    isi = {"ke": ke, "n": panjang, "batas": hari_tanggal(batas)}
    if hari_ini > batas:
        return _("Batasnya sudah lewat: %(batas)s.") % isi
    if hari_ini == batas:
        return _("Hari ini hari terakhir, %(batas)s.") % isi
    if ke < 1:
        return _("Mulai dihitung pada hari kerja berikutnya. Paling lambat %(batas)s.") % isi
    return _("Hari ke-%(ke)s dari %(n)s. Paling lambat %(batas)s.") % isi


def _keterangan(hari: list[Hari]) -> str:
    """Name what is skipped; where that is much, in general words, for each day says its own."""
    nama = dict.fromkeys(
        h.alasan for h in hari if h.nomor is None and h.alasan not in NAMA_AKHIR_PEKAN.values()
    )
    if not nama:
        return _("Akhir pekan tidak dihitung.")
    if len(nama) > MAKS_SEBUT:
        return _("Hari libur, cuti bersama, dan akhir pekan tidak dihitung.")
    return _("%s tidak dihitung.") % daftar([*nama, _("akhir pekan")])


def susun(
    kalender: Kalender,
    *,
    judul: str,
    mulai: date,
    batas: date,
    panjang: int,
    hari_ini: date,
    dasar: str = "",
) -> Jam:
    """Return the clock from day 0 to the last day, as it stands on a day."""
    hari = kalender.jelaskan(mulai, batas)
    ke = max((h.nomor or 0 for h in hari if h.tanggal <= hari_ini), default=0)
    sel = tuple(
        HariJam(h.tanggal, h.nomor, h.alasan, _keadaan(h, batas, hari_ini), h.tanggal == hari_ini)
        for h in hari
    )
    return Jam(
        judul=judul,
        kalimat=_kalimat(panjang, ke, batas, hari_ini),
        keterangan=_keterangan(hari),
        hari=sel,
        kosong_awal=mulai.weekday(),
        mulai=mulai,
        batas=batas,
        sementara=kalender.sementara(mulai, batas),
        lewat=hari_ini > batas,
        dasar=dasar,
    )


def jam_hitung(mulai: date, panjang: int, hari_ini: date, judul: str) -> Jam:
    """Return the clock of a term that nobody runs: the public calculator."""
    kalender = kalender_berlaku()
    batas = kalender.tambah(mulai, panjang)
    return susun(
        kalender, judul=judul, mulai=mulai, batas=batas, panjang=panjang, hari_ini=hari_ini
    )


def jam_jangka(jangka: JangkaWaktu, hari_ini: date) -> Jam | None:
    """Return the clock of a running term in working days; None for terms in other units."""
    if jangka.satuan != Satuan.HARI_KERJA:
        return None
    return susun(
        kalender_berlaku(),
        judul=jangka.judul,
        mulai=jangka.mulai,
        batas=jangka.batas,
        panjang=jangka.panjang,
        hari_ini=hari_ini,
        dasar=jangka.dasar,
    )
