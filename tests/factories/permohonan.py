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
    JenisPemohon,
    Kanal,
    Keputusan,
    Penguasaan,
)
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.peran import PEMOHON, Pelaku, Peran
from tests.factories.kernel import UnitFactory

ZONA = ZoneInfo("Asia/Jakarta")
SENIN = datetime(2026, 3, 2, 9, 0, tzinfo=ZONA)  # two free weeks behind, one before Nyepi
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


def pdf(nama="jawaban.pdf"):
    return SimpleUploadedFile(nama, b"%PDF-1.7\n%contoh\n", content_type="application/pdf")
