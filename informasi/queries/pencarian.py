"""Search in the register: bounded whatever is asked, never a rank or a count of everything."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString

from informasi.models import Informasi
from informasi.queries import sql
from informasi.queries.halaman import Petikan, petikan
from informasi.queries.kata import kata_cari, kelompok_kata, kueri, rapikan
from informasi.queries.pilah import Pilah, Pilahan, pilahan
from informasi.queries.sinonim import peta
from informasi.queries.sorot import sorot
from informasi.queries.sql import PALING_BANYAK, RELEVANSI, TERBARU, Hitungan, Saring

SEHALAMAN = 20


@dataclass(frozen=True, slots=True)
class Butir:
    """One hit: the item, its title and excerpt with the found words marked; the page of a file."""

    informasi: Informasi
    judul: SafeString
    kutipan: SafeString
    petikan: Petikan | None = None


@dataclass(frozen=True, slots=True)
class Hasil:
    """One page of hits.

    `maksud` is the corrected query whose hits these are, `sebagian` says that no item holds all of
    the words; `setelah` and `sebelum` are the keys of the neighbouring pages.
    """

    butir: tuple[Butir, ...] = ()
    jumlah: int = 0
    lebih: bool = False
    maksud: str = ""
    sebagian: bool = False
    kelas: tuple[Pilah, ...] = ()
    unit: tuple[Pilah, ...] = ()
    kelompok: tuple[Pilah, ...] = ()
    tahun: tuple[Pilah, ...] = ()
    bentuk: tuple[Pilah, ...] = ()
    setelah: str = ""
    sebelum: str = ""


def cari(
    q: str = "",
    *,
    unit: str | None = None,
    kelas: str | None = None,
    kelompok: str | None = None,
    tahun: str | None = None,
    bentuk: str | None = None,
    urut: str = RELEVANSI,
    setelah: str | None = None,
) -> Hasil:
    """Return a page of published items: by relevance, exact titles first, or newest first.

    A query that finds nothing is tried again with its misspelled words put right, then with any
    of its words. A page beyond a key that nobody gave out is the first page.
    """
    per_slug = {u.slug: u for u in sql.unit_terbit()}
    kata = kata_cari(q)
    pilihan = Pilahan(unit, kelas, kelompok, tahun, bentuk)
    if pilihan.asing(per_slug) or (q.strip() and not kata):
        return _berpilah(Hasil(), pilahan({}, Saring(), per_slug, pilihan))
    mundur, kunci = _buka_kunci(setelah)
    saring = Saring(
        tepat=rapikan(q)[:300],
        unit=per_slug[unit].pk if unit else None,
        kelas=kelas or None,
        kelompok=kelompok or None,
        tahun=int(tahun) if tahun else None,
        bentuk=bentuk or None,
        urut=urut,
        kunci=kunci,
        mundur=mundur,
    )
    susunan, maksud, sebagian, hitungan = _kueri_berisi(kata)
    hasil = _hasil(replace(saring, kueri=susunan), hitungan, maksud, sebagian)
    lebih = sum(hitungan.values()) > PALING_BANYAK
    return _berpilah(hasil, pilahan(hitungan, saring, per_slug, pilihan, lebih=lebih))


def cocok(q: str) -> list[int]:
    """Return the keys of at most 2,000 published items that hold these words; of more, the newest."""
    susunan, _maksud, _sebagian, hitungan = _kueri_berisi(kata_cari(q))
    if not susunan or not hitungan:
        return []
    saring = Saring(kueri=susunan, urut=TERBARU)
    return [b[0] for b in sql.baris(saring, sum(hitungan.values()), PALING_BANYAK)]


def _kueri_berisi(kata: list[str]) -> tuple[str, str, bool, Hitungan]:
    """Return the query that finds something: as typed, put right, or with any of the words."""
    sinonim = peta() if kata else {}
    susunan = kueri(kelompok_kata(kata, sinonim))
    hitungan = sql.hitung(Saring(kueri=susunan))
    if hitungan or not kata:
        return susunan, "", False, hitungan
    tebakan = sql.tebakan(kata)
    if tebakan:
        betul = [tebakan.get(k, k) for k in kata]
        susunan = kueri(kelompok_kata(betul, sinonim))
        if hitungan := sql.hitung(Saring(kueri=susunan)):
            return susunan, " ".join(betul), False, hitungan
        kata = betul
    if len(kata) > 1:
        susunan = kueri([*kelompok_kata(kata), *kelompok_kata(kata, sinonim)], "|")
        if hitungan := sql.hitung(Saring(kueri=susunan)):
            return susunan, " ".join(kata) if tebakan else "", True, hitungan
    return susunan, "", False, {}


def _hasil(saring: Saring, hitungan: Hitungan, maksud: str, sebagian: bool) -> Hasil:
    lebih = sum(hitungan.values()) > PALING_BANYAK
    tersaring = hitungan
    if saring.tersaring:
        if lebih:
            tersaring = sql.hitung(saring)
        tersaring = {g: n for g, n in tersaring.items() if saring.cocok(g)}
    jumlah = sum(tersaring.values())
    baris = sql.baris(saring, jumlah, SEHALAMAN + 1) if jumlah else []
    ada_lagi, baris = len(baris) > SEHALAMAN, baris[:SEHALAMAN]
    if saring.mundur:
        baris.reverse()
    kunci = [b[0] for b in baris]
    muat, petik = sql.muat(kunci, saring.kueri), petikan(kunci, saring.kueri)
    lanjut = ada_lagi or saring.mundur
    balik = ada_lagi if saring.mundur else bool(saring.kunci)
    return Hasil(
        butir=tuple(_butir(muat[k], petik.get(k)) for k in kunci if k in muat),
        jumlah=min(jumlah, PALING_BANYAK),
        lebih=jumlah > PALING_BANYAK,
        maksud=maksud,
        sebagian=sebagian,
        setelah=_tutup_kunci(baris[-1], mundur=False) if baris and lanjut else "",
        sebelum=_tutup_kunci(baris[0], mundur=True) if baris and balik else "",
    )


def _berpilah(hasil: Hasil, pilah: dict[str, tuple[Pilah, ...]]) -> Hasil:
    return replace(
        hasil,
        kelas=pilah["kelas"],
        unit=pilah["unit"],
        kelompok=pilah["kelompok"],
        tahun=pilah["tahun"],
        bentuk=pilah["bentuk"],
    )


def _butir(informasi: Any, petik: Petikan | None) -> Butir:
    return Butir(informasi, sorot(informasi.sorot_judul), sorot(informasi.sorot_ringkasan), petik)


def _tutup_kunci(baris: tuple[Any, ...], *, mundur: bool) -> str:
    isi = json.dumps([int(mundur), baris[1], baris[2].isoformat(), baris[0]], separators=(",", ":"))
    return base64.urlsafe_b64encode(isi.encode()).decode().rstrip("=")


def _buka_kunci(teks: str | None) -> tuple[bool, tuple[Any, ...]]:
    """Return direction and place of a key; the first page for anything else."""
    try:
        isi = base64.urlsafe_b64decode(f"{teks or ''}===")
        mundur, skor, waktu, pk = json.loads(isi)
        return bool(mundur), (float(skor), datetime.fromisoformat(waktu), int(pk))
    except (ValueError, TypeError, binascii.Error):
        return False, ()
