"""A request in any state, made only through its actions."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

import factory
from django.core.files.uploadedfile import SimpleUploadedFile

from permohonan import actions
from permohonan.enums import (
    Aksi,
    CaraMemperoleh,
    CaraSalinan,
    DasarPenolakan,
    JenisPemohon,
    Kanal,
    KategoriBerkas,
    Keputusan,
    Penguasaan,
)
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.peran import PEMOHON, Pelaku, Peran
from tests.factories.kernel import PenggunaFactory, UnitFactory

ZONA = ZoneInfo("Asia/Jakarta")
SENIN = datetime(2026, 2, 2, 9, 0, tzinfo=ZONA)
PETUGAS = Pelaku(frozenset({Peran.PETUGAS}), nama="Petugas")
PPID = Pelaku(frozenset({Peran.PPID_UTAMA}), nama="PPID Utama")


def nik(n: int) -> str:
    """Return a well-formed NIK that belongs to nobody: district 999999 does not exist."""
    return f"999999{1 + n % 28:02d}0190{n % 10000:04d}"


class PemohonFactory(factory.Factory):
    class Meta:
        model = Pemohon

    nama = factory.Sequence(lambda n: f"Ratnasari Pertiwi{n}")
    nik = factory.Sequence(nik)
    alamat = "Jalan Kenanga 7, Kecamatan Sukamaju"
    surel = factory.Sequence(lambda n: f"ratnasari{n}@warga.example")
    telepon = factory.Sequence(lambda n: f"0812{7000000 + n}")
    pekerjaan = "Guru"
    nama_badan = ""


def unit_pelaksana(unit):
    """Return an officer of a unit as the door sees one."""
    return Pelaku(frozenset({Peran.PPID_PELAKSANA}), unit=frozenset({unit.pk}), nama="Unit")


def berpejabat(unit):
    """Return a unit that may get a disposition: it has an officer, who reads no mail."""
    if not pemegang([Peran.PPID_PELAKSANA], SENIN.date(), unit):
        PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit, email="")
    return unit


def pdf(nama="jawaban.pdf"):
    return SimpleUploadedFile(nama, b"%PDF-1.7\n%contoh\n", content_type="application/pdf")


def dikabulkan(materi="Salinan lengkap"):
    """Return the decision of an item that is granted."""
    return {
        "penguasaan": Penguasaan.DIKUASAI,
        "keputusan": Keputusan.DIKABULKAN,
        "materi": materi,
    }


def ditolak():
    """Return the decision of an item that is refused lawfully."""
    return {
        "penguasaan": Penguasaan.DIKUASAI,
        "keputusan": Keputusan.DITOLAK,
        "dasar_penolakan": DasarPenolakan.H,
        "konsekuensi": "Mengungkap riwayat kesehatan seseorang.",
    }


def putuskan(permohonan, keputusan, pada=None, diserahkan=None):
    """Decide every item alike; what was answered goes out unless told otherwise."""
    if diserahkan is None:
        diserahkan = list(permohonan.berkas.filter(kategori=KategoriBerkas.JAWABAN))
    return actions.putuskan_butir(
        permohonan,
        keputusan={butir.urut: keputusan for butir in permohonan.butir.all()},
        diserahkan=diserahkan,
        pelaku=PPID,
        pada=pada,
    )


class PermohonanFactory(factory.Factory):
    """A request through the real actions; `lengkap=True`, `diproses=True` … say how far it went.

    `pada` is the moment of receipt and of every step; without it, now. The applicant's secret
    stands in `rahasia`.
    """

    class Meta:
        model = Permohonan

    class Params:
        lengkap = factory.Trait(sampai="lengkap")
        perlu_perbaikan = factory.Trait(sampai="perlu_perbaikan")
        diproses = factory.Trait(sampai="diproses")
        telaah = factory.Trait(sampai="telaah")
        dikabulkan = factory.Trait(sampai="dikabulkan")
        ditolak = factory.Trait(sampai="ditolak")
        selesai = factory.Trait(sampai="selesai")

    kanal = Kanal.LAMAN
    jenis_pemohon = JenisPemohon.PERORANGAN
    tujuan = "Penelitian anggaran"
    cara_memperoleh = CaraMemperoleh.SALINAN_LUNAK
    cara_salinan = CaraSalinan.UNDUH
    versi_pemberitahuan = "uji"
    kunci_kirim = factory.LazyFunction(uuid4)
    sampai = "diterima"
    pada = None
    pemohon = factory.SubFactory(PemohonFactory)
    pelaku = PEMOHON
    unit = None
    lampiran = ()
    butir = ("Rencana kerja Dinas Pekerjaan Umum tahun 2026",)

    @classmethod
    def _create(
        cls, model_class, *args, sampai, pada, pemohon, butir, pelaku, unit, lampiran, **isi
    ):
        if pada is not None:
            isi.setdefault("diterima_pada", pada)
        permohonan, rahasia = actions.ajukan(
            permohonan=model_class(**isi),
            pemohon=pemohon,
            butir=butir,
            pelaku=pelaku,
            lampiran=lampiran,
            pada=pada,
        )
        permohonan = _majukan(permohonan, sampai, pada, unit)
        permohonan.rahasia = rahasia
        return permohonan


def _majukan(permohonan, sampai, pada, unit):
    if sampai == "diterima":
        return permohonan
    if sampai == "perlu_perbaikan":
        return actions.ambil(
            permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, pada=pada, alasan="Salinan KTP"
        )
    permohonan = actions.ambil(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS, pada=pada)
    if sampai == "lengkap":
        return permohonan
    unit = berpejabat(unit or UnitFactory())
    (disposisi,) = actions.disposisikan(
        permohonan, unit=[unit], instruksi="Siapkan dokumen.", pelaku=PPID, pada=pada
    )
    if sampai != "diproses":
        pelaksana = unit_pelaksana(unit)
        actions.jawab(disposisi, jawaban="Terlampir.", berkas=[pdf()], pelaku=pelaksana, pada=pada)
    permohonan = _putus(Permohonan.objects.get(pk=permohonan.pk), sampai, pada)
    return Permohonan.objects.get(pk=permohonan.pk)


def _putus(permohonan, sampai, pada):
    if sampai in {"dikabulkan", "selesai"}:
        permohonan = putuskan(permohonan, dikabulkan(), pada)
        permohonan = actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.KABULKAN, pada=pada)
    if sampai == "ditolak":
        permohonan = putuskan(permohonan, ditolak(), pada, diserahkan=[])
        permohonan = actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.TOLAK, pada=pada)
    if sampai == "selesai":
        permohonan = actions.serahkan(permohonan, PETUGAS, bukti="tanda terima", pada=pada)
    return permohonan
