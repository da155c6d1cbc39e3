"""Issue a letter: take its number, render it once, store it with its hash, never make it again."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse

from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.kata import tanggal
from ppid_portal.kernel.models import Instansi, Surat
from ppid_portal.kernel.nomor import nomor_berikut, tulis_nomor
from ppid_portal.kernel.pdf import cetak, gambar_qr
from ppid_portal.kernel.sandi import ABJAD_RAHASIA

SERI_SURAT = "surat"
PANJANG_KODE = 12


@dataclass(frozen=True, slots=True)
class JenisSurat:
    """A kind of letter: template, title, the code in its number, and who signs."""

    kunci: str
    judul: str
    kode: str
    templat: str
    oleh_atasan: bool = False


def kop(instansi: Instansi) -> dict[str, Any]:
    """Return the letterhead as the templates want it."""
    return {
        "pemda": f"Pemerintah {instansi.nama_badan}",
        "ppid": "Pejabat Pengelola Informasi dan Dokumentasi",
        "alamat": instansi.alamat,
        "telepon": instansi.telepon,
        "surel": instansi.surel,
        "laman": instansi.laman or settings.ALAMAT_SITUS,
    }


def penanda_tangan(instansi: Instansi, *, oleh_atasan: bool, pada: date) -> dict[str, str]:
    atasan = oleh_atasan
    return {
        "tempat": instansi.ibu_kota,
        "tanggal": tanggal(pada),
        "jabatan": instansi.jabatan_atasan if atasan else instansi.jabatan_ppid,
        "nama": instansi.nama_atasan if atasan else instansi.nama_ppid,
        "nip": instansi.nip_atasan if atasan else instansi.nip_ppid,
    }


def alamat_periksa(kode: str) -> str:
    return f"{settings.ALAMAT_SITUS}{reverse('situs:periksa_surat', args=[kode])}"


@transaction.atomic
def terbitkan(
    jenis: JenisSurat, *, rujukan: str, perkara: str, pada: date, data: Mapping[str, Any]
) -> Surat:
    """Return the letter for `rujukan`, made now when it does not exist yet.

    Two callers at once get the same letter: the second waits for the first. Raises GalatCetak
    when it cannot be rendered; the number is then given back.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"surat/{rujukan}"])
    if (ada := Surat.objects.filter(rujukan=rujukan).select_related("berkas").first()) is not None:
        return ada
    instansi = Instansi.sekarang()
    urut = nomor_berikut(SERI_SURAT, pada.year)
    nomor = tulis_nomor(instansi.format_nomor_surat, urut, pada, jenis.kode)
    kode = "".join(secrets.choice(ABJAD_RAHASIA) for _ in range(PANJANG_KODE))
    isi = cetak(jenis.templat, _lengkap(jenis, instansi, nomor, kode, pada, data))
    berkas = simpan_isi(isi, nama=f"{jenis.kunci}-{urut}-{pada.year}.pdf", tipe="application/pdf")
    return Surat.objects.create(
        kode=kode,
        jenis=jenis.kunci,
        judul=jenis.judul,
        nomor=nomor,
        tahun=pada.year,
        urut=urut,
        tanggal=pada,
        perkara=perkara,
        rujukan=rujukan,
        berkas=berkas,
    )


def _lengkap(
    jenis: JenisSurat,
    instansi: Instansi,
    nomor: str,
    kode: str,
    pada: date,
    data: Mapping[str, Any],
) -> dict[str, Any]:
    alamat = alamat_periksa(kode)
    return {
        "judul": jenis.judul,
        "nomor": nomor,
        "tempat": instansi.ibu_kota,
        "tanggal": tanggal(pada),
        "contoh": instansi.contoh,
        "kop": kop(instansi),
        "penanda_tangan": penanda_tangan(instansi, oleh_atasan=jenis.oleh_atasan, pada=pada),
        "verifikasi": {"kode": kode, "url": alamat, "qr": gambar_qr(alamat)},
        **data,
    }
