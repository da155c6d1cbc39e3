"""Fix the Daftar Informasi Publik by a decision: a snapshot of what is published, printed once."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from informasi.models import BarisDIP, Informasi, PenetapanDIP
from informasi.queries import untuk_dip
from informasi.surat import cetak_dip
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.galat import BukanWewenang
from ppid_portal.kernel.peran import Pelaku, Peran

SEBUNGKUS = 1_000


@transaction.atomic
def tetapkan_dip(
    penetapan: PenetapanDIP, pelaku: Pelaku, *, pada: datetime | None = None
) -> PenetapanDIP:
    """Store a decision with every published item as it reads now, and print it.

    Raises BukanWewenang for everybody but the PPID Utama, and ValidationError where the day of the
    decision has not come yet or nothing is published.
    """
    pada = pada or timezone.now()
    if not pelaku.memegang(Peran.PPID_UTAMA):
        raise BukanWewenang(_("Menetapkan DIP adalah wewenang PPID Utama."))
    if penetapan.tanggal_sk > timezone.localdate(pada):
        raise ValidationError({"tanggal_sk": _("Tanggal SK belum tiba.")})
    baris = [_baris(n, satu) for n, satu in enumerate(untuk_dip(), start=1)]
    if not baris:
        raise ValidationError(_("Belum ada informasi yang diumumkan."))
    penetapan.ditetapkan_pada, penetapan.oleh_id = pada, pelaku.pengguna_id
    penetapan.jumlah = len(baris)
    nama = f"daftar-informasi-publik-{penetapan.tanggal_sk:%Y-%m-%d}.pdf"
    penetapan.berkas = simpan_isi(cetak_dip(penetapan, baris), nama=nama, tipe="application/pdf")
    penetapan.save()
    for satu in baris:
        satu.penetapan = penetapan
    BarisDIP.objects.bulk_create(baris, batch_size=SEBUNGKUS)
    return penetapan


def _baris(nomor: int, informasi: Informasi) -> BarisDIP:
    waktu_tempat = [k for k in (informasi.waktu_pembuatan, informasi.tempat_pembuatan) if k]
    return BarisDIP(
        nomor=nomor,
        informasi=informasi,
        kelas=informasi.kelas,
        judul=informasi.judul,
        ringkasan=informasi.ringkasan,
        pejabat=", ".join(k for k in (informasi.pejabat, informasi.unit.nama) if k),
        penanggung_jawab=informasi.penanggung_jawab,
        waktu_tempat=", ".join(waktu_tempat),
        bentuk=informasi.bentuk_kata,
        retensi=informasi.retensi_kata,
        tautan=informasi.get_absolute_url(),
    )
