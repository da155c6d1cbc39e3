"""What the applicant does: submit, complete, withdraw, download."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from permohonan import notifikasi
from permohonan.actions.disposisi import tarik_semua
from permohonan.actions.langkah import ambil, buang_bila_gagal
from permohonan.enums import Aksi, CaraMemperoleh, CaraSalinan, KategoriBerkas
from permohonan.models import BerkasPermohonan, Butir, Pemohon, Permohonan, telepon_rapi
from ppid_portal.kernel.berkas import simpan_unggahan
from ppid_portal.kernel.models import Berkas, Instansi
from ppid_portal.kernel.nomor import nomor_berikut, tulis_nomor
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran
from ppid_portal.kernel.sandi import indeks_buta, rahasia_baru, sidik_rahasia

SERI = "permohonan"
Lampiran = Sequence[tuple[UploadedFile[Any], KategoriBerkas]]


def ajukan(
    *,
    permohonan: Permohonan,
    pemohon: Pemohon,
    butir: Sequence[str],
    pelaku: Pelaku,
    lampiran: Lampiran = (),
    pada: datetime | None = None,
) -> tuple[Permohonan, str]:
    """Register a request; returns it with the applicant's secret, which nobody can read again.

    The secret is empty when this `kunci_kirim` was submitted before: then the case of that time
    is returned. Raises ValidationError, and BerkasDitolak for a file that may not come in.
    """
    pada = pada or timezone.now()
    rincian = [teks.strip() for teks in butir if teks.strip()]
    _periksa(permohonan, rincian, pelaku, pada)
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        with connection.cursor() as kursor:
            kursor.execute(
                "SELECT pg_advisory_xact_lock(hashtext(%s))", [f"kirim/{permohonan.kunci_kirim}"]
            )
        ada = Permohonan.objects.filter(kunci_kirim=permohonan.kunci_kirim).first()
        if ada is not None:
            return ada, ""
        rahasia = rahasia_baru()
        _daftarkan(permohonan, rahasia, pelaku, pada)
        _simpan_pemohon(permohonan, pemohon)
        Butir.objects.bulk_create(
            Butir(permohonan=permohonan, urut=urut, rincian=teks)
            for urut, teks in enumerate(rincian, start=1)
        )
        _lampirkan(permohonan, lampiran, tersimpan)
        hasil = ambil(permohonan, Aksi.AJUKAN, pelaku, pada=pada)
        notifikasi.kirim_rahasia(hasil, rahasia, pada)
        return hasil, rahasia


def _periksa(permohonan: Permohonan, rincian: list[str], pelaku: Pelaku, pada: datetime) -> None:
    if not rincian:
        raise ValidationError(
            {"butir": _("Tuliskan sedikitnya satu informasi yang Anda perlukan.")}
        )
    if pelaku.memegang(Peran.PEMOHON):
        permohonan.diterima_pada = pada  # only the desk records what came in before
    if permohonan.diterima_pada > pada:
        raise ValidationError({"diterima_pada": _("Waktu terima tidak boleh di masa depan.")})


def _daftarkan(permohonan: Permohonan, rahasia: str, pelaku: Pelaku, pada: datetime) -> None:
    hari_ini = timezone.localdate(pada)
    permohonan.tanggal_terima = timezone.localdate(permohonan.diterima_pada)
    permohonan.tahun = hari_ini.year
    permohonan.urut = nomor_berikut(SERI, hari_ini.year)
    permohonan.nomor = tulis_nomor(Instansi.sekarang().format_nomor, permohonan.urut, hari_ini)
    permohonan.sidik_rahasia = sidik_rahasia(str(permohonan.kode), rahasia)
    permohonan.dicatat_oleh_id = pelaku.pengguna_id
    permohonan.full_clean(exclude=["status"])
    permohonan.save(force_insert=True)


def _simpan_pemohon(permohonan: Permohonan, pemohon: Pemohon) -> None:
    pemohon.permohonan = permohonan
    nama = {*pemohon.nama.split(), *pemohon.nama_badan.split()}
    pemohon.nama_indeks = sorted(indeks_buta(kata) for kata in nama)
    pemohon.nik_indeks = indeks_buta(pemohon.nik)
    pemohon.surel_indeks = indeks_buta(pemohon.surel)
    pemohon.telepon_indeks = indeks_buta(telepon_rapi(pemohon.telepon))
    pemohon.full_clean(exclude=["permohonan"])
    pemohon.save(force_insert=True)


def _lampirkan(permohonan: Permohonan, lampiran: Lampiran, tersimpan: list[Berkas]) -> None:
    """Keep what the applicant sends encrypted: it may be an identity card."""
    for unggahan, kategori in lampiran:
        berkas = simpan_unggahan(unggahan, bersandi=True)
        tersimpan.append(berkas)
        BerkasPermohonan.objects.create(permohonan=permohonan, berkas=berkas, kategori=kategori)


def lengkapi(
    permohonan: Permohonan,
    *,
    perbaikan: str,
    pelaku: Pelaku,
    lampiran: Lampiran = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Permohonan:
    """Hand in what was missing; the answer's term starts anew. Raises as `jalankan` does."""
    with buang_bila_gagal() as tersimpan, transaction.atomic():
        _lampirkan(permohonan, lampiran, tersimpan)
        return ambil(
            permohonan,
            Aksi.LENGKAPI,
            pelaku,
            pada=pada,
            versi=versi,
            data={"perbaikan": perbaikan},
            perbaikan=perbaikan.strip(),
        )


@transaction.atomic
def cabut(
    permohonan: Permohonan, *, pelaku: Pelaku, alasan: str = "", pada: datetime | None = None
) -> Permohonan:
    """Withdraw a request; units that still hold it are told to stop."""
    hasil = ambil(permohonan, Aksi.CABUT, pelaku, pada=pada, alasan=alasan)
    tarik_semua(hasil, _("Permohonan dicabut pemohon."), pada)
    return hasil


@transaction.atomic
def catat_unduhan(berkas: BerkasPermohonan, pada: datetime | None = None) -> None:
    """Note the applicant's first download; with the last file of a download case it is handed over."""
    pada = pada or timezone.now()
    permohonan = Permohonan.objects.select_for_update(of=("self",)).get(pk=berkas.permohonan_id)
    BerkasPermohonan.objects.filter(
        pk=berkas.pk, diserahkan=True, diunduh_pada__isnull=True
    ).update(diunduh_pada=pada)
    lewat_unduhan = (
        permohonan.cara_memperoleh == CaraMemperoleh.SALINAN_LUNAK
        and permohonan.cara_salinan == CaraSalinan.UNDUH
    )
    baris = {(dari, t.aksi) for t in permohonan.alur.transisi for dari in t.dari}
    dapat_diserahkan = (permohonan.status, Aksi.SERAHKAN) in baris
    sisa = permohonan.berkas.filter(diserahkan=True, diunduh_pada__isnull=True).exists()
    if lewat_unduhan and dapat_diserahkan and not sisa:
        bukti = _("diunduh pemohon")
        ambil(permohonan, Aksi.SERAHKAN, SISTEM, pada=pada, data={"bukti": bukti}, bukti=bukti)
