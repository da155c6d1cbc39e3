"""What the office does: forward, hand on, follow up, convert, close."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pengaduan.actions.langkah import (
    buang_bila_gagal,
    kunci_pengaduan,
    lampirkan,
    simpan_tanggapan,
)
from pengaduan.alur import TERUSAN
from pengaduan.enums import TINDAK_LANJUT, Aksi, AlasanArsip, JenisTanggapan, KategoriBerkas
from pengaduan.models import Kategori, Pelapor, Pengaduan, PenugasanPengaduan
from permohonan import actions as permohonan_actions
from permohonan.enums import CaraMemperoleh, CaraSalinan, JenisPemohon, Kanal
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.peran import Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan


@transaction.atomic
def teruskan(
    pengaduan: Pengaduan,
    *,
    aksi: Aksi,
    unit: Unit,
    pelaku: Pelaku,
    instruksi: str = "",
    kategori: Kategori | None = None,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Verify, classify and forward in one step (`aksi` is one of TERUSAN).

    The category's own promise shortens the class term where it has one.
    """
    klasifikasi, tenggat = TERUSAN[aksi]
    kategori = kategori or pengaduan.kategori
    batas_kelas = tenggat.panjang(timezone.localdate(pada))
    janji = kategori.lama_hari if kategori and kategori.lama_hari else batas_kelas
    hasil = jalankan(
        pengaduan, aksi, pelaku, versi=versi, pada=pada, data={"unit": unit.nama},
        unit=unit, lama_hari=min(janji, batas_kelas),
    )  # fmt: skip
    hasil.klasifikasi, hasil.kategori = klasifikasi, kategori
    hasil.save(update_fields=["klasifikasi", "kategori"])
    return _serahkan(hasil, unit, instruksi, pada)


@transaction.atomic
def disposisikan(
    pengaduan: Pengaduan,
    *,
    unit: Unit,
    pelaku: Pelaku,
    instruksi: str = "",
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Hand a case on to another unit; the term told to the reporter runs on."""
    data = {"unit": unit.nama}
    hasil = jalankan(
        pengaduan, Aksi.DISPOSISIKAN, pelaku, versi=versi, pada=pada, data=data, unit=unit
    )
    if hasil.unit_id == unit.pk:
        raise TransisiDitolak(_("Laporan ini sudah dipegang unit tersebut."))
    return _serahkan(hasil, unit, instruksi, pada)


def _serahkan(pengaduan: Pengaduan, unit: Unit, instruksi: str, pada: datetime | None) -> Pengaduan:
    _akhiri_penugasan(pengaduan, pada)
    PenugasanPengaduan.objects.create(
        pengaduan=pengaduan, unit=unit, instruksi=instruksi, mulai_pada=pada or timezone.now()
    )
    pengaduan.unit = unit
    pengaduan.save(update_fields=["unit"])
    return pengaduan


def _akhiri_penugasan(pengaduan: Pengaduan, pada: datetime | None, alasan: str = "") -> None:
    pengaduan.penugasan.filter(berakhir_pada__isnull=True).update(
        berakhir_pada=pada or timezone.now(), alasan_kembali=alasan
    )


@transaction.atomic
def kembalikan_disposisi(
    pengaduan: Pengaduan,
    *,
    alasan: str,
    pelaku: Pelaku,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Give a case back to the coordinator with a reason; the hop stays on record."""
    terkunci = kunci_pengaduan(pengaduan)
    data = {"unit": terkunci.unit.nama if terkunci.unit else ""}
    hasil = jalankan(
        terkunci,
        Aksi.KEMBALIKAN_DISPOSISI,
        pelaku,
        versi=versi,
        pada=pada,
        data=data,
        alasan=alasan,
    )
    _akhiri_penugasan(hasil, pada, alasan)
    hasil.unit = None
    hasil.save(update_fields=["unit"])
    return hasil


def beri_tanggapan(
    pengaduan: Pengaduan,
    *,
    tanggapan: str,
    pelaku: Pelaku,
    jenis: JenisTanggapan = JenisTanggapan.AWAL,
    tanggal: date | None = None,
    bukti: Sequence[UploadedFile[Any]] = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Send the first response (`AWAL`) or a follow-up: an answer, a dated plan, or work with proof.

    Raises ValidationError for work without proof, or for a date on the wrong side of today.
    """
    aksi = Aksi.TANGGAP_AWAL if jenis == JenisTanggapan.AWAL else Aksi.TANGGAPI
    _periksa_tindak_lanjut(jenis, tanggal, bukti, timezone.localdate(pada))
    pada = pada or timezone.now()
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        hasil = jalankan(
            pengaduan, aksi, pelaku, versi=versi, pada=pada,
            data={"jenis": jenis.value}, tanggapan=tanggapan.strip(),
        )  # fmt: skip
        ucapan = simpan_tanggapan(hasil, jenis, tanggapan, pelaku, pada, tanggal=tanggal)
        lampirkan(hasil, bukti, tersimpan, ucapan, KategoriBerkas.BUKTI)
        return hasil


def _periksa_tindak_lanjut(
    jenis: JenisTanggapan, tanggal: date | None, bukti: Sequence[UploadedFile[Any]], hari_ini: date
) -> None:
    if jenis not in {JenisTanggapan.AWAL, *TINDAK_LANJUT}:
        raise ValidationError({"jenis": _("Pilih jenis tindak lanjut.")})
    if jenis == JenisTanggapan.DIKERJAKAN and not bukti:
        raise ValidationError({"bukti": _("Lampirkan bukti pekerjaan, misalnya foto.")})
    if jenis == JenisTanggapan.DIKERJAKAN and tanggal and tanggal > hari_ini:
        raise ValidationError(
            {"tanggal": _("Pekerjaan yang sudah selesai tidak bertanggal nanti.")}
        )
    if jenis == JenisTanggapan.RENCANA and tanggal and tanggal < hari_ini:
        raise ValidationError({"tanggal": _("Rencana tidak bertanggal yang sudah lewat.")})


@transaction.atomic
def nyatakan_bukan_kewenangan(
    pengaduan: Pengaduan,
    *,
    instansi_tujuan: str,
    alasan: str,
    pelaku: Pelaku,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Say whose matter it is instead; ends the case here."""
    terkunci = kunci_pengaduan(pengaduan)
    terkunci.instansi_tujuan = instansi_tujuan.strip()
    terkunci.save(update_fields=["instansi_tujuan"])
    return jalankan(
        terkunci, Aksi.NYATAKAN_BUKAN_KEWENANGAN, pelaku, versi=versi, pada=pada, alasan=alasan,
        data={"instansi_tujuan": terkunci.instansi_tujuan},
        instansi_tujuan=terkunci.instansi_tujuan,
    )  # fmt: skip


@transaction.atomic
def arsipkan(
    pengaduan: Pengaduan,
    *,
    alasan_arsip: str,
    alasan: str,
    pelaku: Pelaku,
    duplikat_dari: Pengaduan | None = None,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Pengaduan:
    """Close without follow-up, for one of four reasons; a duplicate names what it repeats."""
    duplikat = alasan_arsip == AlasanArsip.DUPLIKAT
    if duplikat != (duplikat_dari is not None) or duplikat_dari == pengaduan:
        raise ValidationError(
            {"duplikat_dari": _("Sebut laporan lain yang sama, hanya untuk duplikat.")}
        )
    terkunci = kunci_pengaduan(pengaduan)
    terkunci.alasan_arsip, terkunci.duplikat_dari = alasan_arsip, duplikat_dari
    terkunci.save(update_fields=["alasan_arsip", "duplikat_dari"])
    return jalankan(
        terkunci, Aksi.ARSIPKAN, pelaku, versi=versi, pada=pada, alasan=alasan,
        data={"alasan_arsip": alasan_arsip}, alasan_arsip=alasan_arsip,
    )  # fmt: skip


@transaction.atomic
def alihkan_ke_permohonan(
    pengaduan: Pengaduan,
    *,
    rincian: str,
    pelaku: Pelaku,
    alamat: str = "",
    tujuan: str = "",
    versi: int | None = None,
    pada: datetime | None = None,
) -> tuple[Pengaduan, str]:
    """Make a request for information of a report; returns the report with the request's secret.

    Both numbers stay, each case names the other, and the request's clock runs from the day the
    report came in (hukum B4, K18).
    """
    terkunci = kunci_pengaduan(pengaduan)
    pelapor = Pelapor.objects.filter(pengaduan=terkunci).first()
    if pelapor is None:
        raise TransisiDitolak(_("Laporan anonim tidak dapat menjadi permohonan."))
    petugas = Pelaku(frozenset({Peran.PETUGAS}), pelaku.pengguna_id, nama=pelaku.nama)
    permohonan, rahasia = permohonan_actions.ajukan(
        permohonan=Permohonan(
            kunci_kirim=uuid.uuid5(terkunci.kode, "permohonan"),
            kanal=Kanal.LAMAN,
            diterima_pada=terkunci.diterima_pada,
            jenis_pemohon=JenisPemohon.PERORANGAN,
            tujuan=tujuan or _("Dialihkan dari laporan %s.") % terkunci.nomor,
            cara_memperoleh=CaraMemperoleh.SALINAN_LUNAK,
            cara_salinan=CaraSalinan.SUREL if pelapor.surel else CaraSalinan.AMBIL,
            versi_pemberitahuan=terkunci.versi_pemberitahuan,
        ),
        pemohon=Pemohon(
            nama=pelapor.nama,
            alamat=alamat or pelapor.alamat,
            surel=pelapor.surel,
            telepon=pelapor.telepon,
        ),
        butir=[rincian],
        pelaku=petugas,
        pada=pada,
    )
    terkunci.permohonan = permohonan
    terkunci.save(update_fields=["permohonan"])
    _akhiri_penugasan(terkunci, pada)
    hasil = jalankan(
        terkunci, Aksi.ALIHKAN_KE_PERMOHONAN, pelaku, versi=versi, pada=pada,
        data={"permohonan": permohonan.nomor}, permohonan=permohonan,
    )  # fmt: skip
    return hasil, rahasia
