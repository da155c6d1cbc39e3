"""Build the demo regency: offices, accounts, the register from real rows, a few requests."""

from __future__ import annotations

import csv
from datetime import datetime, time
from io import TextIOBase

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
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
    KategoriBerkas,
    Keputusan,
)
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Berkas, Instansi, Pengguna, Penugasan, Unit
from ppid_portal.kernel.models.unit import JenisUnit
from ppid_portal.kernel.pdf import cetak
from ppid_portal.kernel.peran import PEMOHON, SISTEM, Pelaku, Peran
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


def isi_daftar_informasi(keluaran: TextIOBase) -> int:
    """Import the real register rows, give each to a demo office, add files, publish them."""
    sumber = settings.BASE_DIR / "data" / "contoh" / "dip.csv"
    call_command("impor_dip", str(sumber), unit="diskominfo", terbitkan=False, stdout=keluaran)
    unit = {u.slug: u for u in Unit.objects.all()}
    for n, informasi in enumerate(Informasi.objects.filter(status=Status.DRAF).order_by("pk")):
        informasi.unit = unit[demo.pemilik(informasi.judul, informasi.kelompok)]
        informasi.save(update_fields=["unit", "diubah_pada"])
        if n < JUMLAH_BERKAS and informasi.kelas != Kelas.DIKECUALIKAN:
            tahun = informasi.tahun or 2025
            informasi_actions.tambah_edisi(
                informasi, tahun=tahun, berkas=[_dokumen(informasi, tahun)], pelaku=SISTEM
            )
        informasi_actions.terbitkan(informasi_actions.usulkan(informasi, SISTEM), SISTEM)
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


def isi_permohonan() -> int:
    """Carry a few real requests to different points of their way, by the officers' own steps."""
    with (settings.BASE_DIR / "data" / "contoh" / "permohonan.csv").open(encoding="utf-8") as isi:
        baris = {int(b["no"]): b for b in csv.DictReader(isi)}
    kalender, kini = kalender_berlaku(), timezone.now()
    for contoh in demo.CONTOH_PERMOHONAN:
        hari = kalender.mundur(timezone.localdate(kini), contoh.hari)
        mulai = datetime.combine(hari, time(9, 15), tzinfo=timezone.get_current_timezone())
        with transaction.atomic():
            _jalankan_contoh(contoh, [baris[no] for no in contoh.baris], min(mulai, kini))
    return len(demo.CONTOH_PERMOHONAN)


def _jalankan_contoh(contoh: demo.Contoh, baris: list[dict[str, str]], pada: datetime) -> None:
    lunak, surel = CaraMemperoleh.SALINAN_LUNAK, contoh.nama.split()[0].lower()
    permohonan, _rahasia = permohonan_actions.ajukan(
        permohonan=Permohonan(
            kanal=Kanal.LAMAN,
            jenis_pemohon=contoh.jenis,
            tujuan=contoh.tujuan or baris[0]["tujuan"],
            cara_memperoleh=lunak,
            cara_salinan=CaraSalinan.UNDUH,
            versi_pemberitahuan="demo",
            diterima_pada=pada,
        ),
        pemohon=Pemohon(
            nama=contoh.nama,
            nama_badan=contoh.nama_badan,
            nik="0000000000000000" if contoh.jenis == JenisPemohon.PERORANGAN else "",
            alamat="Alamat rekaan, Kabupaten Sukamaju",
            surel=f"{surel}@warga.example",
            pekerjaan="Warga",
        ),
        butir=[b["informasi_yang_diminta"] for b in baris],
        pelaku=PEMOHON,
        pada=pada,
    )
    if contoh.sampai != "diterima":
        _kerjakan_contoh(contoh, permohonan, pada)


def _kerjakan_contoh(contoh: demo.Contoh, permohonan: Permohonan, pada: datetime) -> None:
    petugas, ppid = _akun("petugas"), _akun("ppid")
    langkah = permohonan_actions.LANGKAH
    langkah[Aksi.TERIMA_LENGKAP](permohonan, petugas, pada=pada)
    unit = Unit.objects.get(slug=contoh.unit)
    instruksi = "Siapkan salinan yang diminta, atau jelaskan bila tidak ada."
    disposisi = permohonan_actions.disposisikan(
        permohonan, unit=[unit], instruksi=instruksi, lama_hari=3, pelaku=ppid, pada=pada
    )[0]
    if contoh.sampai == "diproses":
        return
    pelaksana = Pelaku(frozenset({Peran.PPID_PELAKSANA}), None, frozenset({unit.pk}), "Pelaksana")
    nama = f"jawaban-{permohonan.urut}.pdf"
    berkas = SimpleUploadedFile(nama, _isi_jawaban(permohonan, unit), "application/pdf")
    permohonan_actions.jawab(
        disposisi, jawaban="Dokumen terlampir.", berkas=[berkas], pelaku=pelaksana, pada=pada
    )
    if contoh.sampai == "telaah":
        return
    _putuskan_contoh(contoh, permohonan, ppid, pada)


def _isi_jawaban(permohonan: Permohonan, unit: Unit) -> bytes:
    butir = permohonan.butir.first()
    isi = {"judul": "Jawaban permohonan", "unit": unit.nama, "tahun": str(permohonan.tahun)}
    return cetak("surat/contoh/dokumen.typ", isi | {"ringkasan": butir.rincian if butir else ""})


def _putuskan_contoh(
    contoh: demo.Contoh, permohonan: Permohonan, ppid: Pelaku, pada: datetime
) -> None:
    keputusan = {
        b.urut: demo.KEPUTUSAN[contoh.sampai if b.urut == 1 else demo.SISANYA[contoh.sampai]]
        for b in permohonan.butir.all()
    }
    diberi = contoh.sampai != Keputusan.DITOLAK
    permohonan_actions.putuskan_butir(
        permohonan,
        keputusan=keputusan,
        diserahkan=list(permohonan.berkas.filter(kategori=KategoriBerkas.JAWABAN))
        if diberi
        else [],
        pelaku=ppid,
        pada=pada,
    )
    permohonan_actions.LANGKAH[demo.JAWABAN[contoh.sampai]](permohonan, ppid, pada=pada)


def _akun(nama: str) -> Pelaku:
    return Pengguna.objects.get(username=nama).sebagai_pelaku()
