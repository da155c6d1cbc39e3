"""What machines may know of the register: one gate for feeds, downloads and catalogues."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models import Count, Max, Prefetch, QuerySet, prefetch_related_objects

from informasi.enums import Bentuk, Kelas, Status
from informasi.models import BerkasEdisi, Edisi, Informasi, InformasiQuerySet
from ppid_portal.kernel.models import Instansi, Unit

SEKALI_BACA = 1_000  # rows that are held in memory at once
# Characters that neither XML nor a spreadsheet can hold.
TAK_TERTULIS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class BerkasTerbuka:
    """A file that anybody may download."""

    kunci: str
    nama: str
    judul: str
    tipe: str
    ukuran: int
    sha256: str
    url: str
    edisi: str
    diumumkan_pada: datetime


@dataclass(frozen=True, slots=True)
class Terbuka:
    """One published item; of an excluded one the DIK columns, everything else empty.

    `lisensi` is the address of the licence; empty as long as the body has not named one.
    """

    pk: int
    slug: str
    url: str
    judul: str
    ringkasan: str
    kelas: str
    kelas_kata: str
    kelompok: str
    unit: Unit
    diumumkan_pada: datetime
    diubah_pada: datetime
    pejabat: str = ""
    penanggung_jawab: str = ""
    waktu_pembuatan: str = ""
    tempat_pembuatan: str = ""
    tahun: int | None = None
    bentuk: tuple[str, ...] = ()
    bentuk_kata: str = ""
    retensi_kata: str = ""
    lisensi: str = ""
    berkas: tuple[BerkasTerbuka, ...] = ()

    @property
    def dikecualikan(self) -> bool:
        return self.kelas == Kelas.DIKECUALIKAN


def alamat_penuh(jalur: str) -> str:
    """Return the address by which the world knows a page, whatever host was asked."""
    return f"{settings.ALAMAT_SITUS}{jalur}"


def tertulis(teks: str) -> str:
    """Return a text without the characters that a feed or a sheet cannot hold."""
    return TAK_TERTULIS.sub("", teks)


def register_terbuka() -> InformasiQuerySet:
    """Return everything published, newest first."""
    return Informasi.objects.terbit().select_related("unit")


def dengan_berkas(butir: QuerySet[Informasi]) -> QuerySet[Informasi]:
    """Let the rows bring their open files along."""
    return butir.prefetch_related(_prapanggil())


def jadikan_terbuka(butir: Iterable[Informasi]) -> list[Terbuka]:
    """Return what may be known of these rows, their files read in one go."""
    daftar = [i for i in butir if i.status == Status.TERBIT]
    prefetch_related_objects(daftar, _prapanggil())
    return [_terbuka(i) for i in daftar]


def dari_halaman(informasi: Informasi, edisi: list[Edisi]) -> Terbuka:
    """Return what a page shows of an item, from what the page has already read."""
    informasi.edisi_terbuka = edisi  # type: ignore[attr-defined]
    return _terbuka(informasi)


def alirkan() -> Iterator[Terbuka]:
    """Yield the whole public register, some rows in memory at a time."""
    for satu in dengan_berkas(register_terbuka()).iterator(chunk_size=SEKALI_BACA):
        yield _terbuka(satu)


def sidik_register() -> str:
    """Return a mark that changes with whatever a download of the register shows."""
    butir = Informasi.objects.terbit().aggregate(
        n=Count("pk"), diubah=Max("diubah_pada"), baru=Max("diumumkan_pada")
    )
    berkas = BerkasEdisi.objects.terbuka().aggregate(
        n=Count("pk"), akhir=Max("pk"), baru=Max("edisi__diumumkan_pada")
    )
    unit = Unit.objects.order_by("pk").values_list("pk", "nama", "singkatan", "slug")
    instansi = Instansi.sekarang()
    semua = (butir, berkas, list(unit), instansi.nama_badan, settings.ALAMAT_SITUS)
    return hashlib.sha256(repr(semua).encode()).hexdigest()[:32]


def _prapanggil() -> Prefetch[str]:
    """Read published editions of items that are not excluded, and of them the open files."""
    berkas = BerkasEdisi.objects.terbuka().select_related("berkas")
    edisi = Edisi.objects.terbit().exclude(informasi__kelas=Kelas.DIKECUALIKAN)
    return Prefetch("edisi", edisi.prefetch_related(Prefetch("berkas", berkas)), "edisi_terbuka")


def _terbuka(informasi: Informasi) -> Terbuka:
    assert informasi.diumumkan_pada is not None  # what is published bears its day
    dik = Terbuka(
        pk=informasi.pk,
        slug=informasi.slug,
        url=alamat_penuh(informasi.get_absolute_url()),
        judul=informasi.judul,
        ringkasan=informasi.ringkasan,
        kelas=informasi.kelas,
        kelas_kata=str(Kelas(informasi.kelas).label),
        kelompok=informasi.kelompok,
        unit=informasi.unit,
        diumumkan_pada=informasi.diumumkan_pada,
        diubah_pada=informasi.diubah_pada,
    )
    return dik if informasi.dikecualikan else _lengkapi(dik, informasi)


def _lengkapi(dik: Terbuka, informasi: Informasi) -> Terbuka:
    """Add what an excluded item keeps to itself."""
    edisi: list[Edisi] = informasi.edisi_terbuka  # type: ignore[attr-defined]
    return replace(
        dik,
        pejabat=informasi.pejabat,
        penanggung_jawab=informasi.penanggung_jawab,
        waktu_pembuatan=informasi.waktu_pembuatan,
        tempat_pembuatan=informasi.tempat_pembuatan,
        tahun=informasi.tahun,
        bentuk=tuple(str(Bentuk(b).label) for b in informasi.bentuk),
        bentuk_kata=informasi.bentuk_kata,
        retensi_kata=str(informasi.retensi_kata),
        berkas=tuple(_berkas(satu, isi) for satu in edisi for isi in satu.berkas.all()),
    )


def _berkas(edisi: Edisi, isi: BerkasEdisi) -> BerkasTerbuka:
    assert edisi.diumumkan_pada is not None  # only published editions are read
    return BerkasTerbuka(
        kunci=str(isi.berkas_id),
        nama=isi.berkas.nama,
        judul=isi.judul or isi.berkas.nama,
        tipe=isi.berkas.tipe,
        ukuran=isi.berkas.ukuran,
        sha256=isi.berkas.sha256,
        url=alamat_penuh(isi.get_absolute_url()),
        edisi=str(edisi),
        diumumkan_pada=edisi.diumumkan_pada,
    )
