"""Factories of complaints: they go through `actions.ajukan`, like every other complaint."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import factory
from django.core.files.uploadedfile import SimpleUploadedFile

from pengaduan import actions
from pengaduan.enums import Kanal, Kerahasiaan, Klasifikasi
from pengaduan.models import Kategori, Pelapor, Pengaduan
from ppid_portal.kernel.peran import PELAPOR

WIB = ZoneInfo("Asia/Jakarta")
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c636000000002000148afa4710000000049454e44ae426082"
)


def saat(hari, jam=9):
    """Return a moment of a local day, written as `2026-04-10`."""
    return datetime.fromisoformat(f"{hari}T{jam:02}:00:00").replace(tzinfo=WIB)


def foto(nama="perbaikan.png"):
    return SimpleUploadedFile(nama, PNG, content_type="image/png")


class KategoriFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Kategori

    nama = factory.Sequence(lambda n: f"Kategori {n}")
    slug = factory.Sequence(lambda n: f"kategori-{n}")


class PelaporFactory(factory.Factory):
    """An unsaved reporter; `actions.ajukan` keeps it."""

    class Meta:
        model = Pelapor

    nama = "Siti Rahmawati"
    surel = "siti@contoh.id"
    telepon = "0812 3456 789"
    alamat = "Jalan Melati 5"


class PengaduanFactory(factory.Factory):
    """A submitted complaint; `anonim` and `tertutup` as traits, `pada` the moment, `pelapor=` who."""

    class Meta:
        model = Pengaduan

    class Params:
        anonim = factory.Trait(kerahasiaan=Kerahasiaan.ANONIM)
        terbuka = factory.Trait(kerahasiaan=Kerahasiaan.TERBUKA)
        tertutup = factory.Trait(klasifikasi=Klasifikasi.BERKADAR)

    pada = factory.LazyFunction(lambda: saat("2026-04-06"))
    pelaku = PELAPOR
    pelapor = factory.SubFactory(PelaporFactory)
    kunci_kirim = factory.LazyFunction(uuid.uuid4)
    klasifikasi = Klasifikasi.TIDAK_BERKADAR
    kanal = Kanal.LAMAN
    judul = "Lampu jalan padam"
    isi = "Lampu di depan balai desa padam sejak dua minggu."
    versi_pemberitahuan = "2026-01"

    @classmethod
    def _build(cls, model_class, *args, pada, pelaku, pelapor, **isian):
        return model_class(**isian)

    @classmethod
    def _create(cls, model_class, *args, pada, pelaku, pelapor, **isian):
        pengaduan, _kode = actions.ajukan(
            pengaduan=model_class(**isian), pelapor=pelapor, pelaku=pelaku, pada=pada
        )
        return pengaduan
