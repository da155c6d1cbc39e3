"""A list brought in row by row: new ones recorded, changed ones written, bad ones reported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import DataError, IntegrityError, transaction
from django.utils.translation import gettext as _

from informasi.actions.butir import catat, terbitkan, ubah, usulkan
from informasi.enums import Status
from informasi.models import Informasi
from informasi.rules.baris import BarisDitolak, BarisImpor
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.peran import SISTEM

JABATAN = r"^(kepala|ka|kabag|plt|pj|sekretariat daerah bagian)\s+"


@dataclass(slots=True)
class HasilImpor:
    """What became of every row, by its line."""

    baru: int = 0
    berubah: int = 0
    sama: int = 0
    ditolak: list[BarisDitolak] = field(default_factory=list)
    catatan: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PencariUnit:
    """Finds the owner of a row among the units by name, short name or address; else the fallback."""

    unit: dict[str, Unit]
    cadangan: Unit

    @classmethod
    def dari(cls, unit: Iterable[Unit], cadangan: Unit) -> PencariUnit:
        per_nama: dict[str, Unit] = {}
        for satu in unit:
            for nama in (satu.slug, satu.singkatan, satu.nama):
                if nama:
                    per_nama.setdefault(_polos(nama), satu)
        return cls(per_nama, cadangan)

    def cari(self, sebutan: Iterable[str]) -> Unit:
        for bagian in _bagian(sebutan):
            if bagian in self.unit:
                return self.unit[bagian]
        return self.cadangan


def impor(
    baris: Iterable[BarisImpor | BarisDitolak], pencari: PencariUnit, *, umumkan: bool
) -> HasilImpor:
    """Bring in every row that can be; each is a transaction of its own.

    A row whose content is that of the last import is left alone, whatever an officer made of it
    since. A withdrawn item is not brought back.
    """
    hasil = HasilImpor()
    for satu in baris:
        if isinstance(satu, BarisDitolak):
            hasil.ditolak.append(satu)
            continue
        try:
            with transaction.atomic():
                _impor_satu(satu, pencari, hasil, umumkan=umumkan)
        except (TransisiDitolak, DataError, IntegrityError) as galat:
            hasil.ditolak.append(BarisDitolak(satu.nomor, " ".join(str(galat).split())))
        else:
            hasil.catatan += [(satu.nomor, kata) for kata in satu.catatan]
    return hasil


def _impor_satu(
    satu: BarisImpor, pencari: PencariUnit, hasil: HasilImpor, *, umumkan: bool
) -> None:
    ada = Informasi.objects.filter(kunci_impor=satu.kunci).first()
    if ada is None:
        unit = pencari.cari(satu.unit)
        informasi = Informasi(**satu.isi, unit=unit, kunci_impor=satu.kunci, sidik_impor=satu.sidik)
        informasi = catat(informasi, SISTEM)
        if umumkan:
            terbitkan(usulkan(informasi, SISTEM), SISTEM)
        hasil.baru += 1
    elif ada.sidik_impor == satu.sidik:
        hasil.sama += 1
    elif ada.status == Status.DITARIK:
        raise TransisiDitolak(_("Butir ini sudah ditarik dari pengumuman; tidak diubah."))
    else:
        for kolom, nilai in satu.isi.items():
            setattr(ada, kolom, nilai)
        ada.sidik_impor = satu.sidik
        ubah(ada, SISTEM)
        hasil.berubah += 1


def _bagian(sebutan: Iterable[str]) -> Iterator[str]:
    """Yield what a cell may mean: the whole, its parts, `Camat X` as `Kecamatan X`, without an office."""
    for teks in sebutan:
        for satu in (teks, *re.split(r"[/,;]| dan ", teks)):
            rapi = _polos(satu)
            yield rapi
            yield re.sub(r"^camat\s+", "kecamatan ", rapi)
            yield re.sub(JABATAN, "", rapi)


def _polos(nama: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", nama.casefold()))
