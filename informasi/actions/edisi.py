"""Editions and their files: added by one person, let out by another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from informasi.actions.butir import catat, mulai_pembaruan, terbitkan, usulkan
from informasi.actions.indeks import susun_indeks
from informasi.actions.olah import baca_sekarang
from informasi.enums import Aksi, Status
from informasi.models import BerkasEdisi, Edisi, Informasi
from ppid_portal.kernel.berkas import baca, periksa_unggahan, simpan_isi, simpan_unggahan
from ppid_portal.kernel.galat import BukanWewenang, TransisiDitolak
from ppid_portal.kernel.models import Berkas, Pengguna, Unit
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan


@transaction.atomic
def tambah_edisi(
    informasi: Informasi,
    *,
    tahun: int | None = None,
    periode: str = "",
    berkas: Iterable[Berkas | UploadedFile[Any]] = (),
    pelaku: Pelaku,
    versi: int | None = None,
) -> Edisi:
    """Add an edition; the public sees it once the item, or this edition, is published.

    On a published item an officer's edition waits for another officer; the system's does not.

    Raises BerkasDitolak, with nothing stored, when one of the uploads may not come in, and
    TransisiDitolak for a file of an excluded item that is published.
    """
    berkas = list(berkas)
    for satu in berkas:
        if isinstance(satu, UploadedFile):
            periksa_unggahan(satu)
    informasi = jalankan(informasi, Aksi.TAMBAH_EDISI, pelaku, versi=versi)
    if berkas and informasi.dikecualikan and informasi.status == Status.TERBIT:
        raise TransisiDitolak(_("Berkas informasi yang dikecualikan tidak boleh diumumkan."))
    sama = informasi.edisi.filter(tahun=tahun, periode=periode)
    terakhir = sama.aggregate(terakhir=Max("versi"))["terakhir"] or 0
    pengguna = _akun(pelaku)
    edisi = informasi.edisi.create(tahun=tahun, periode=periode, versi=terakhir + 1, oleh=pengguna)
    for satu in berkas:
        tersimpan = simpan_unggahan(satu, pengguna) if isinstance(satu, UploadedFile) else satu
        BerkasEdisi.objects.create(edisi=edisi, berkas=tersimpan)
    if informasi.status == Status.TERBIT and pelaku.memegang(Peran.SISTEM):
        _umumkan(informasi, informasi.edisi.filter(pk=edisi.pk), pelaku)
    return edisi


def umumkan_edisi(
    informasi: Informasi, pelaku: Pelaku, *, versi: int | None = None, pada: datetime | None = None
) -> Informasi:
    """Let out the editions that wait; for a periodic item this is its update.

    Their files are read first; what is found in them stays on record when the step is refused.
    """
    baca_sekarang(informasi, pelaku)
    with transaction.atomic():
        menunggu = informasi.edisi.filter(diumumkan_pada__isnull=True)
        return _umumkan(informasi, menunggu, pelaku, versi=versi, pada=pada)


@transaction.atomic
def promosikan(
    *,
    judul: str,
    ringkasan: str,
    unit: Unit,
    kelas: str,
    berkas: Iterable[Berkas],
    pelaku: Pelaku,
    kelompok: str = "",
) -> Informasi:
    """Make a released answer an item of the register and publish it, in one act of the PPID.

    The decision on the answer was the review, so the system proposes and the PPID publishes. The
    item gets copies of the files; the applicant's own stay theirs. Raises BukanWewenang before
    anything is stored when this actor does not publish.
    """
    informasi = Informasi(
        judul=judul, ringkasan=ringkasan, unit=unit, kelas=kelas, kelompok=kelompok
    )
    if not informasi.alur.cari(Status.DITELAAH, Aksi.TERBITKAN).boleh(pelaku):
        raise BukanWewenang(_("Mengumumkan jawaban adalah wewenang PPID Utama."))
    if informasi.dikecualikan:
        raise TransisiDitolak(_("Jawaban yang diberikan bukan informasi yang dikecualikan."))
    informasi = catat(informasi, SISTEM)
    pengguna = _akun(pelaku)
    salinan = [
        simpan_isi(baca(asal), nama=asal.nama, tipe=asal.tipe, oleh=pengguna) for asal in berkas
    ]
    tambah_edisi(informasi, tahun=timezone.localdate().year, berkas=salinan, pelaku=SISTEM)
    informasi = usulkan(informasi, SISTEM)
    return terbitkan(informasi, pelaku)


def _umumkan(
    informasi: Informasi,
    edisi: QuerySet[Edisi],
    pelaku: Pelaku,
    *,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Informasi:
    pada = pada or timezone.now()
    informasi = jalankan(informasi, Aksi.UMUMKAN_EDISI, pelaku, versi=versi, pada=pada)
    edisi.update(diumumkan_pada=pada)
    informasi.save(update_fields=["diubah_pada"])
    susun_indeks(informasi)  # the words of its files are found from now on
    return mulai_pembaruan(informasi, pada)


def _akun(pelaku: Pelaku) -> Pengguna | None:
    return Pengguna.objects.get(pk=pelaku.pengguna_id) if pelaku.pengguna_id else None
