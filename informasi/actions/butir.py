"""The life of an item: written, proposed, published, kept up to date, withdrawn."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from informasi.actions.indeks import cabut_indeks, susun_indeks
from informasi.actions.olah import baca_sekarang
from informasi.alur import unit_sendiri
from informasi.enums import Aksi, Kelas, Status
from informasi.models import Informasi
from ppid_portal.kernel.alur import Konteks
from ppid_portal.kernel.galat import BukanWewenang
from ppid_portal.kernel.peran import SISTEM, Pelaku
from ppid_portal.kernel.perkara import jalankan

# What a person or an import may write; everything else is the workflow's.
KOLOM = (
    "judul", "ringkasan", "kelas", "kelompok", "unit_id", "pejabat", "penanggung_jawab",
    "waktu_pembuatan", "tempat_pembuatan", "tahun", "bentuk", "bentuk_asli", "retensi",
    "retensi_bulan", "retensi_asli", "sumber", "kunci_impor", "sidik_impor",
)  # fmt: skip
PANJANG_SLUG = 100
# Addresses of the register itself, which no item takes.
ALAMAT_TETAP = frozenset({"dip", "dik", "berkas"})


@transaction.atomic
def catat(informasi: Informasi, pelaku: Pelaku, *, pada: datetime | None = None) -> Informasi:
    """Store a new item as a draft; its address follows from its title until it is published."""
    pada = pada or timezone.now()
    informasi.tanggal_terima = timezone.localdate(pada)
    informasi.slug = slug_untuk(informasi.judul)
    informasi.save()
    return jalankan(informasi, Aksi.CATAT, pelaku, pada=pada)


@transaction.atomic
def ubah(
    informasi: Informasi, pelaku: Pelaku, *, versi: int | None = None, pada: datetime | None = None
) -> Informasi:
    """Write the columns that differ from what is stored; nothing happens when none does.

    Published items are changed by an import only; their address stays, their search row follows,
    and a changed class ends or starts the update duty. Raises BukanWewenang when the item would
    go to a unit that the actor does not write for.
    """
    pada = pada or timezone.now()
    lama = Informasi.objects.select_for_update(of=("self",)).get(pk=informasi.pk)
    beda = [k for k in KOLOM if getattr(lama, k) != getattr(informasi, k)]
    if not beda:
        return lama
    if halangan := unit_sendiri(informasi, Konteks(pelaku, timezone.localdate(pada))):
        raise BukanWewenang(halangan)
    baru = jalankan(lama, Aksi.UBAH, pelaku, pada=pada, versi=versi, data={"kolom": beda})
    for kolom in beda:
        setattr(baru, kolom, getattr(informasi, kolom))
    if "judul" in beda and baru.status == Status.DRAF:
        baru.slug = slug_untuk(baru.judul, baru.pk)
    baru.save()
    if baru.status == Status.TERBIT:
        baru = _ganti_kelas(baru, pada) if "kelas" in beda else baru
        susun_indeks(baru)
    return baru


def usulkan(
    informasi: Informasi, pelaku: Pelaku, *, versi: int | None = None, pada: datetime | None = None
) -> Informasi:
    """Propose a draft; its files are read first, so that nothing in them goes out unseen."""
    baca_sekarang(informasi, pelaku)
    return jalankan(informasi, Aksi.USULKAN, pelaku, versi=versi, pada=pada)


def kembalikan(
    informasi: Informasi, pelaku: Pelaku, *, alasan: str, versi: int | None = None
) -> Informasi:
    return jalankan(informasi, Aksi.KEMBALIKAN, pelaku, versi=versi, alasan=alasan)


@transaction.atomic
def terbitkan(
    informasi: Informasi, pelaku: Pelaku, *, versi: int | None = None, pada: datetime | None = None
) -> Informasi:
    """Publish an item with all its editions; a periodic one starts its update duty."""
    pada = pada or timezone.now()
    informasi = jalankan(informasi, Aksi.TERBITKAN, pelaku, versi=versi, pada=pada)
    informasi.diumumkan_pada = pada
    informasi.save(update_fields=["diumumkan_pada", "diubah_pada"])
    informasi.edisi.update(diumumkan_pada=pada)
    susun_indeks(informasi)
    return mulai_pembaruan(informasi, pada)


@transaction.atomic
def perbarui(
    informasi: Informasi, pelaku: Pelaku, *, versi: int | None = None, pada: datetime | None = None
) -> Informasi:
    """Record that a periodic item was looked over; its term starts anew."""
    informasi = jalankan(informasi, Aksi.PERBARUI, pelaku, versi=versi, pada=pada)
    informasi.save(update_fields=["diubah_pada"])
    return informasi


@transaction.atomic
def tarik(
    informasi: Informasi, pelaku: Pelaku, *, alasan: str, versi: int | None = None
) -> Informasi:
    """Withdraw an item: its address answers with the reason and nothing else, no search finds it."""
    informasi = jalankan(informasi, Aksi.TARIK, pelaku, versi=versi, alasan=alasan)
    informasi.save(update_fields=["diubah_pada"])
    cabut_indeks(informasi)
    return informasi


def mulai_pembaruan(informasi: Informasi, pada: datetime) -> Informasi:
    """Start the update duty of a published periodic item; others have none."""
    if informasi.kelas != Kelas.BERKALA:
        return informasi
    return jalankan(informasi, Aksi.PERBARUI, SISTEM, pada=pada)


def _ganti_kelas(informasi: Informasi, pada: datetime) -> Informasi:
    informasi = jalankan(informasi, Aksi.UBAH_KELAS, SISTEM, pada=pada)
    return mulai_pembaruan(informasi, pada)


def slug_untuk(judul: str, pk: int | None = None) -> str:
    """Return a free address for a title: `sejarah`, `sejarah-2`."""
    dasar = slugify(judul)[:PANJANG_SLUG].strip("-") or "informasi"
    lain = Informasi.objects.filter(slug__startswith=dasar)
    if pk is not None:
        lain = lain.exclude(pk=pk)
    terpakai = ALAMAT_TETAP | set(lain.values_list("slug", flat=True))
    if dasar not in terpakai:
        return dasar
    return next(s for n in range(2, len(terpakai) + 3) if (s := f"{dasar}-{n}") not in terpakai)
