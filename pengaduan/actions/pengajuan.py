"""What the reporter does: report, complete, answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pengaduan.actions.langkah import buang_bila_gagal, lampirkan, simpan_tanggapan
from pengaduan.enums import Aksi, JenisTanggapan, Kerahasiaan, Klasifikasi, Seri
from pengaduan.models import Pelapor, Pengaduan
from pengaduan.rules import kode_kembali
from ppid_portal.kernel.nomor import nomor_berikut, tulis_nomor
from ppid_portal.kernel.peran import Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan
from ppid_portal.kernel.sandi import indeks_buta, sidik_rahasia

FORMAT_NOMOR = "{urut:03d}/{kode}/{bulan}/{tahun}"
KODE_NOMOR = {Seri.UMUM: "ADU", Seri.TERTUTUP: "ADK"}


def ajukan(
    *,
    pengaduan: Pengaduan,
    pelapor: Pelapor | None = None,
    pelaku: Pelaku,
    lampiran: Sequence[UploadedFile[Any]] = (),
    pada: datetime | None = None,
) -> tuple[Pengaduan, str]:
    """Register a report; returns it with the reporter's code.

    The same `kunci_kirim` again returns the case of that time with the same code. A report about
    officials (`berkadar_pengawasan`) goes sealed to the Inspektorat at once, under a number of
    its own series. Of an anonymous reporter nothing is kept, whatever was sent. Raises
    ValidationError, and BerkasDitolak for a file that may not come in.
    """
    pada = pada or timezone.now()
    _periksa_waktu(pengaduan, pelaku, pada)
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext(%s))",
                [f"kirim_pengaduan/{pengaduan.kunci_kirim}"],
            )
        ada = Pengaduan.objects.filter(kunci_kirim=pengaduan.kunci_kirim).first()
        if ada is not None:
            return ada, kode_kembali(ada)
        kode = kode_kembali(pengaduan)
        _daftarkan(pengaduan, kode, pelaku, pada)
        if pengaduan.kerahasiaan != Kerahasiaan.ANONIM:
            _simpan_pelapor(pengaduan, pelapor)
        lampirkan(pengaduan, lampiran, tersimpan)
        aksi = Aksi.AJUKAN_TERTUTUP if pengaduan.tertutup else Aksi.AJUKAN
        return jalankan(pengaduan, aksi, pelaku, pada=pada), kode


def _periksa_waktu(pengaduan: Pengaduan, pelaku: Pelaku, pada: datetime) -> None:
    if pelaku.memegang(Peran.PELAPOR):
        pengaduan.diterima_pada = pada  # only the desk and a channel record what came in before
    if pengaduan.diterima_pada > pada:
        raise ValidationError({"diterima_pada": _("Waktu terima tidak boleh di masa depan.")})


def _daftarkan(pengaduan: Pengaduan, kode: str, pelaku: Pelaku, pada: datetime) -> None:
    hari_ini = timezone.localdate(pada)
    pengaduan.tertutup = pengaduan.klasifikasi == Klasifikasi.BERKADAR
    seri = Seri.TERTUTUP if pengaduan.tertutup else Seri.UMUM
    pengaduan.seri = seri
    pengaduan.tanggal_terima = timezone.localdate(pengaduan.diterima_pada)
    pengaduan.tahun = hari_ini.year
    pengaduan.urut = nomor_berikut(seri.value, hari_ini.year)
    pengaduan.nomor = tulis_nomor(FORMAT_NOMOR, pengaduan.urut, hari_ini, KODE_NOMOR[seri])
    pengaduan.sidik_rahasia = sidik_rahasia(str(pengaduan.kode), kode)
    pengaduan.dicatat_oleh_id = pelaku.pengguna_id
    pengaduan.full_clean(exclude=["status"])
    pengaduan.save(force_insert=True)


def _simpan_pelapor(pengaduan: Pengaduan, pelapor: Pelapor | None) -> None:
    pelapor = pelapor or Pelapor()
    pelapor.pengaduan = pengaduan
    pelapor.surel_indeks = indeks_buta(pelapor.surel)
    pelapor.telepon_indeks = indeks_buta(pelapor.telepon)
    pelapor.full_clean(exclude=["pengaduan"])
    pelapor.save(force_insert=True)


def lengkapi(
    pengaduan: Pengaduan,
    *,
    perbaikan: str,
    pelaku: Pelaku,
    lampiran: Sequence[UploadedFile[Any]] = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Hand in what was missing; the desk verifies anew. Raises as `jalankan` does."""
    pada = pada or timezone.now()
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        hasil = jalankan(
            pengaduan, Aksi.LENGKAPI, pelaku, versi=versi, pada=pada, perbaikan=perbaikan.strip()
        )
        ucapan = simpan_tanggapan(hasil, JenisTanggapan.PERBAIKAN, perbaikan, pelaku, pada)
        lampirkan(hasil, lampiran, tersimpan, ucapan)
        return hasil


def balas(
    pengaduan: Pengaduan,
    *,
    balasan: str,
    pelaku: Pelaku,
    aksi: Aksi = Aksi.BALAS,
    lampiran: Sequence[UploadedFile[Any]] = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Answer a follow-up, or reopen with `aksi=Aksi.BUKA_KEMBALI` (or its sealed sister)."""
    pada = pada or timezone.now()
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        hasil = jalankan(pengaduan, aksi, pelaku, versi=versi, pada=pada, balasan=balasan.strip())
        ucapan = simpan_tanggapan(hasil, JenisTanggapan.BALASAN, balasan, pelaku, pada)
        lampirkan(hasil, lampiran, tersimpan, ucapan)
        return hasil
