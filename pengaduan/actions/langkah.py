"""What the acts share: a case locked for its step, words and files kept with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from pengaduan.enums import JenisTanggapan, KategoriBerkas
from pengaduan.models import BerkasPengaduan, Pengaduan, Tanggapan
from ppid_portal.kernel.berkas import simpan_unggahan
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import Pelaku


def kunci_pengaduan(pengaduan: Pengaduan) -> Pengaduan:
    """Return the case as it stands, locked until this transaction ends."""
    return Pengaduan.objects.select_for_update(of=("self",)).get(pk=pengaduan.pk)


@contextmanager
def buang_bila_gagal() -> Iterator[list[Berkas]]:
    """A file that was written for a transaction that failed does not stay on disk."""
    tersimpan: list[Berkas] = []
    try:
        yield tersimpan
    except BaseException:
        for berkas in tersimpan:
            berkas.isi.delete(save=False)
        raise


def simpan_tanggapan(
    pengaduan: Pengaduan,
    jenis: JenisTanggapan,
    isi: str,
    pelaku: Pelaku,
    pada: datetime | None,
    *,
    tanggal: date | None = None,
) -> Tanggapan:
    """Keep what was said; raises ValidationError where it is empty or lacks the date it needs."""
    tanggapan = Tanggapan(
        pengaduan=pengaduan,
        jenis=jenis,
        isi=isi.strip(),
        tanggal=tanggal,
        oleh_id=pelaku.pengguna_id,
        waktu=pada or timezone.now(),
    )
    tanggapan.full_clean()
    tanggapan.save(force_insert=True)
    return tanggapan


def lampirkan(
    pengaduan: Pengaduan,
    unggahan: Sequence[UploadedFile[Any]],
    tersimpan: list[Berkas],
    tanggapan: Tanggapan | None = None,
    kategori: KategoriBerkas = KategoriBerkas.LAMPIRAN,
) -> None:
    """Keep files encrypted: a photo or a letter may show who reported; raises BerkasDitolak."""
    for satu in unggahan:
        berkas = simpan_unggahan(satu, bersandi=True)
        tersimpan.append(berkas)
        BerkasPengaduan.objects.create(
            pengaduan=pengaduan, berkas=berkas, kategori=kategori, tanggapan=tanggapan
        )
