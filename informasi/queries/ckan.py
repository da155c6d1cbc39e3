"""The register as CKAN asks for it: packages by filter and place, organizations, groups, tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from informasi.enums import Kelas
from informasi.models import Informasi
from informasi.queries.pencarian import cocok
from informasi.queries.terbuka import Terbuka, jadikan_terbuka, register_terbuka
from ppid_portal.kernel.models import Unit

URUTAN = {
    "metadata_modified": "diubah_pada",
    "metadata_created": "diumumkan_pada",
    "title": "judul",
    "title_string": "judul",
    "name": "slug",
}


@dataclass(frozen=True, slots=True)
class Cari:
    """What a client asks for; a filter that names nothing we know finds nothing."""

    q: str = ""
    unit: tuple[str, ...] = ()
    kelas: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    nama: tuple[str, ...] = ()
    urut: tuple[str, ...] = ("-diubah_pada",)
    mulai: int = 0
    banyak: int = 10

    def berlaku(self) -> QuerySet[Informasi]:
        """Return the published items that pass the filters and hold the words."""
        hasil: QuerySet[Informasi] = register_terbuka()
        if self.unit:
            hasil = hasil.filter(_bernama("unit__", self.unit))
        if self.kelas:
            hasil = hasil.filter(kelas__in=self.kelas)
        if self.tag:
            hasil = hasil.filter(kelompok__in=self.tag)
        if self.nama:
            hasil = hasil.filter(slug__in=self.nama)
        return hasil.filter(pk__in=cocok(self.q)) if self.q else hasil


def cari_paket(cari: Cari) -> tuple[int, list[Terbuka]]:
    """Return how many packages match, and those of the page."""
    berlaku = cari.berlaku()
    jumlah = berlaku.count()
    baris = berlaku.order_by(*cari.urut, "-pk")[cari.mulai : cari.mulai + cari.banyak]
    return jumlah, jadikan_terbuka(baris if cari.banyak else [])


def pilah(cari: Cari) -> dict[str, Counter[str]]:
    """Count the matching packages by organization, group and tag."""
    baris = (
        cari.berlaku()
        .order_by()
        .values_list("unit__slug", "kelas", "kelompok")
        .annotate(n=Count("pk"))
    )
    hasil: dict[str, Counter[str]] = {
        "organization": Counter(),
        "groups": Counter(),
        "tags": Counter(),
    }
    for unit, kelas, kelompok, n in baris:
        hasil["organization"][unit] += n
        hasil["groups"][kelas] += n
        if kelompok:
            hasil["tags"][kelompok] += n
    return hasil


def paket(nama: str) -> Terbuka | None:
    """Return a published item by its name or its number."""
    # A name may be made of digits; then the name wins over the number.
    calon = sorted(register_terbuka().filter(_bernama("", [nama])), key=lambda i: i.slug != nama)
    return next(iter(jadikan_terbuka(calon[:1])), None)


def nama_paket(mulai: int, banyak: int) -> list[str]:
    """Return names of packages in the order of their making: what comes new comes last."""
    urut = Informasi.objects.terbit().order_by("pk").values_list("slug", flat=True)
    return list(urut[mulai : mulai + banyak])


def organisasi(nama: str = "") -> list[tuple[Unit, int]]:
    """Return the active units, or the one of this name, with the number of their published items."""
    unit = Unit.objects.aktif().order_by("slug")
    terbit = Informasi.objects.terbit().order_by().values_list("unit")
    jumlah: dict[int, int] = dict(terbit.annotate(n=Count("pk")))
    pilihan = unit.filter(_bernama("", [nama])) if nama else unit
    return [(satu, jumlah.get(satu.pk, 0)) for satu in pilihan]


def _bernama(awalan: str, nama: Sequence[str]) -> Q:
    """Match a thing by its name or by its number, as CKAN lets a client do."""
    nomor = [int(n) for n in nama if n.isascii() and n.isdecimal() and len(n) < 19]
    return Q(**{f"{awalan}slug__in": nama}) | Q(**{f"{awalan}pk__in": nomor})


def kelompok(mulai: int, banyak: int) -> list[str]:
    """Return the groups of the law that items stand in, as tags."""
    semua = Informasi.objects.terbit().exclude(kelompok="").order_by("kelompok")
    return list(semua.values_list("kelompok", flat=True).distinct()[mulai : mulai + banyak])


def jumlah_kelas() -> list[tuple[Kelas, int]]:
    """Return the classes with the number of their published items."""
    baris = Informasi.objects.terbit().order_by().values_list("kelas").annotate(n=Count("pk"))
    jumlah = dict(baris)
    return [(kelas, jumlah.get(kelas.value, 0)) for kelas in Kelas]
