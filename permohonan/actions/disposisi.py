"""Hand a request to units, and take their answers back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from permohonan.actions.langkah import ambil, buang_bila_gagal, kunci_permohonan
from permohonan.enums import Aksi, AksiDisposisi, KategoriBerkas, Status, StatusDisposisi
from permohonan.models import BerkasPermohonan, Disposisi, Permohonan
from ppid_portal.kernel.berkas import simpan_unggahan
from ppid_portal.kernel.kata import daftar, hari_tanggal
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Pengguna, Unit
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran

LAMA_TERPANJANG = 10  # working days


@transaction.atomic
def disposisikan(
    permohonan: Permohonan,
    *,
    unit: Sequence[Unit],
    instruksi: str,
    pelaku: Pelaku,
    lama_hari: int = 3,
    versi: int | None = None,
    pada: datetime | None = None,
) -> list[Disposisi]:
    """Hand a request to one or several units; their inner term never ends after the case's own.

    Raises ValidationError for a unit where nobody would hear of it, beside what `jalankan` raises.
    """
    pada = pada or timezone.now()
    if not unit:
        raise ValidationError({"unit": _("Pilih sedikitnya satu unit.")})
    data = {"unit": [satu.nama for satu in unit]}
    terkunci = ambil(permohonan, Aksi.DISPOSISIKAN, pelaku, pada=pada, versi=versi, data=data)
    _periksa_lama(terkunci, lama_hari, pada)
    _periksa_pemegang(unit)
    hasil = []
    for satu in unit:
        baru = Disposisi(
            permohonan=terkunci,
            unit=satu,
            instruksi=instruksi,
            tanggal_terima=timezone.localdate(pada),
        )
        if Disposisi.objects.terbuka().filter(permohonan=terkunci, unit=satu).exists():
            raise ValidationError({"unit": _("%s sudah memegang permohonan ini.") % satu})
        baru.full_clean(exclude=["status"])
        baru.save(force_insert=True)
        isian = {"instruksi": instruksi, "lama_hari": lama_hari}
        hasil.append(ambil(baru, AksiDisposisi.TUGASKAN, pelaku, pada=pada, **isian))
    return hasil


def _periksa_pemegang(unit: Sequence[Unit]) -> None:
    """Refuse what would lie unseen: a unit for which nobody, there or above it, is appointed today."""
    hari_ini = timezone.localdate()
    kosong = [satu.nama for satu in unit if not pemegang([Peran.PPID_PELAKSANA], hari_ini, satu)]
    if kosong:
        pesan = _(
            "Belum ada PPID Pelaksana untuk %s, sehingga disposisi ini tidak akan dibaca siapa pun. "
            "Minta pengelola mencatat penugasannya di menu Pengguna, atau pilih unit lain."
        )
        raise ValidationError({"unit": pesan % daftar(kosong)})


def _periksa_lama(permohonan: Permohonan, lama_hari: int, pada: datetime) -> None:
    if not 1 <= lama_hari <= LAMA_TERPANJANG:
        pesan = _("Isi antara 1 dan %s hari kerja.") % LAMA_TERPANJANG
        raise ValidationError({"lama_hari": pesan})
    hari_ini, batas = timezone.localdate(pada), permohonan.batas_waktu
    lewat = batas is not None and kalender_berlaku().tambah(hari_ini, lama_hari) > batas
    if batas is not None and lewat and hari_ini < batas:  # a late case is handed on all the same
        pesan = _("Batas unit tidak boleh melewati batas jawaban, %s.") % hari_tanggal(batas)
        raise ValidationError({"lama_hari": pesan})


def terima(
    disposisi: Disposisi, *, pelaku: Pelaku, versi: int | None = None, pada: datetime | None = None
) -> Disposisi:
    """Take a disposition on."""
    return ambil(disposisi, AksiDisposisi.TERIMA, pelaku, versi=versi, pada=pada)


def jawab(
    disposisi: Disposisi,
    *,
    jawaban: str,
    pelaku: Pelaku,
    berkas: Sequence[UploadedFile[Any]] = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Disposisi:
    """Answer with words and files; when no unit is left the request goes to PPID for review."""
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        permohonan = kunci_permohonan(disposisi.permohonan)
        hasil = ambil(
            disposisi, AksiDisposisi.JAWAB, pelaku, versi=versi, pada=pada, jawaban=jawaban.strip()
        )
        hasil.jawaban = jawaban.strip()
        hasil.save(update_fields=["jawaban"])
        oleh = Pengguna.objects.filter(pk__in=[pelaku.pengguna_id]).first()
        for unggahan in berkas:
            satu = simpan_unggahan(unggahan, oleh)
            tersimpan.append(satu)
            BerkasPermohonan.objects.create(
                permohonan=permohonan,
                disposisi=hasil,
                kategori=KategoriBerkas.JAWABAN,
                berkas=satu,
            )
        _naikkan_bila_selesai(permohonan, pelaku, pada)
        return hasil


@transaction.atomic
def kembalikan(
    disposisi: Disposisi,
    *,
    alasan: str,
    pelaku: Pelaku,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Disposisi:
    """Give a disposition back with a reason; PPID is told and chooses another unit."""
    permohonan = kunci_permohonan(disposisi.permohonan)
    hasil = ambil(
        disposisi, AksiDisposisi.KEMBALIKAN, pelaku, versi=versi, pada=pada, alasan=alasan
    )
    data = {"unit": hasil.unit.nama}
    permohonan = ambil(permohonan, Aksi.CATAT_KEMBALI, pelaku, pada=pada, data=data, alasan=alasan)
    _naikkan_bila_selesai(permohonan, pelaku, pada)
    return hasil


def _naikkan_bila_selesai(permohonan: Permohonan, pelaku: Pelaku, pada: datetime | None) -> None:
    selesai = not permohonan.disposisi.terbuka().exists()
    dijawab = permohonan.disposisi.filter(status=StatusDisposisi.DIJAWAB).exists()
    if selesai and dijawab and permohonan.status in {Status.DIPROSES, Status.DIPERPANJANG}:
        ambil(permohonan, Aksi.TERIMA_JAWABAN, pelaku, pada=pada)


@transaction.atomic
def minta_ulang(
    disposisi: Disposisi,
    *,
    alasan: str,
    pelaku: Pelaku,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Disposisi:
    """Ask a unit to mend its answer; the request goes back to it, and its clock runs on."""
    permohonan = kunci_permohonan(disposisi.permohonan)
    hasil = ambil(
        disposisi, AksiDisposisi.MINTA_ULANG, pelaku, versi=versi, pada=pada, alasan=alasan
    )
    if permohonan.status == Status.TELAAH_PPID:
        ambil(permohonan, Aksi.MINTA_ULANG, pelaku, pada=pada)
    return hasil


@transaction.atomic
def tarik(
    disposisi: Disposisi,
    *,
    alasan: str,
    pelaku: Pelaku,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Disposisi:
    """Take a disposition away from a unit."""
    permohonan = kunci_permohonan(disposisi.permohonan)
    hasil = ambil(disposisi, AksiDisposisi.TARIK, pelaku, versi=versi, pada=pada, alasan=alasan)
    _naikkan_bila_selesai(permohonan, pelaku, pada)
    return hasil


def tarik_semua(permohonan: Permohonan, alasan: str, pada: datetime | None = None) -> None:
    """The request is closed: whoever still holds it may stop."""
    for disposisi in permohonan.disposisi.terbuka():
        ambil(disposisi, AksiDisposisi.TARIK, SISTEM, pada=pada, alasan=alasan)
