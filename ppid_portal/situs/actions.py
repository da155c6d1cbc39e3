"""Build the demo regency: offices, accounts, the register from real rows, a few requests."""

from __future__ import annotations

from typing import TextIO

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils.text import slugify

from informasi import actions as informasi_actions
from informasi.enums import Kelas, Status
from informasi.models import Informasi
from permohonan import actions as permohonan_actions
from permohonan.enums import (
    Aksi,
    CaraMemperoleh,
    CaraSalinan,
    JenisPemohon,
    Kanal,
)
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.models import Berkas, Instansi, Pengguna, Penugasan, Unit
from ppid_portal.kernel.models.unit import JenisUnit
from ppid_portal.kernel.pdf import cetak
from ppid_portal.kernel.peran import PEMOHON, SISTEM
from ppid_portal.kernel.perkara import jalankan
from ppid_portal.situs import demo

JUMLAH_BERKAS = 24  # register items that get a stand-in file


@transaction.atomic
def bangun_daerah() -> None:
    """Create the body, its tree of units and the demo accounts."""
    Instansi.objects.update_or_create(pk=1, defaults=demo.DAERAH)
    akar = Unit.objects.create(
        jenis=JenisUnit.PEMDA, nama=f"Pemerintah {demo.DAERAH['nama_badan']}", slug="pemda"
    )
    for slug, singkatan, nama in demo.OPD:
        Unit.objects.create(
            jenis=JenisUnit.OPD, nama=nama, singkatan=singkatan, slug=slug, induk=akar
        )
    for nama in demo.KECAMATAN:
        Unit.objects.create(
            jenis=JenisUnit.KECAMATAN,
            nama=f"Kecamatan {nama}",
            slug=f"kec-{slugify(nama)}",
            induk=akar,
        )
    for kecamatan, nama, jenis in demo.DESA:
        induk = Unit.objects.get(slug=f"kec-{slugify(kecamatan)}")
        Unit.objects.create(jenis=jenis, nama=nama, slug=slugify(nama), induk=induk)
    _buat_akun()


def _buat_akun() -> None:
    for akun in demo.AKUN:
        pengguna = Pengguna.objects.create_user(
            akun.nama_pengguna,
            email=f"{akun.nama_pengguna}@sukamaju.example",
            password=demo.KATA_SANDI,
            nama=akun.nama,
            jabatan=akun.keterangan,
            is_staff=True,
        )
        unit = Unit.objects.get(slug=akun.unit) if akun.unit else None
        for peran in akun.peran:
            Penugasan.objects.create(pengguna=pengguna, peran=peran.value, unit=unit)
    Pengguna.objects.create_superuser(
        "pengelola",
        email="pengelola@sukamaju.example",
        password=demo.KATA_SANDI,
        nama="Pengelola Teknis",
    )


def isi_daftar_informasi(keluaran: TextIO) -> int:
    """Import the real register rows, give each to a demo office, publish them, add files."""
    sumber = settings.BASE_DIR / "data" / "contoh" / "dip.csv"
    call_command("impor_dip", str(sumber), unit="diskominfo", terbitkan=False, stdout=keluaran)
    unit = {u.slug: u for u in Unit.objects.all()}
    for informasi in Informasi.objects.filter(status=Status.DRAF).order_by("pk"):
        informasi.unit = unit[demo.pemilik(informasi.judul, informasi.kelompok)]
        informasi.save(update_fields=["unit", "diubah_pada"])
        informasi_actions.usulkan(informasi, pelaku=SISTEM)
        informasi_actions.terbitkan(informasi, pelaku=SISTEM)
    terbit = Informasi.objects.terbit().exclude(kelas=Kelas.DIKECUALIKAN).select_related("unit")
    for informasi in terbit.order_by("pk")[:JUMLAH_BERKAS]:
        tahun = informasi.tahun or 2025
        informasi_actions.tambah_edisi(
            informasi, tahun=tahun, periode="", berkas=[_dokumen(informasi, tahun)], pelaku=SISTEM
        )
    return Informasi.objects.terbit().count()


def _dokumen(informasi: Informasi, tahun: int) -> Berkas:
    isi = cetak(
        "surat/contoh/dokumen.typ",
        {
            "judul": informasi.judul,
            "unit": informasi.unit.nama,
            "ringkasan": informasi.ringkasan or informasi.judul,
            "tahun": str(tahun),
        },
    )
    return simpan_isi(isi, nama=f"{informasi.slug}.pdf", tipe="application/pdf")
