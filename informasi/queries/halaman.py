"""The words inside public files: those that the search knows, and the page that holds a hit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import F
from django.db.models.functions import Left
from django.utils.safestring import SafeString

from informasi.models import BerkasEdisi, Informasi, TeksHalaman
from informasi.queries.kata import KATA_UMUM, PANJANG_MAKS, rapikan
from informasi.queries.sorot import AKHIR, AWAL, sorot
from informasi.queries.sql import KONFIGURASI

KATA_BERKAS_MAKS = 5_000  # letters of different words that one item brings from its files
HALAMAN_MAKS = 200  # pages of one item that are looked through for them
PETIK_MAKS = 20_000  # letters of one page in which the found words are marked
PENDEK = 3
MILIK = "olahan__berkas__di_edisi__edisi__informasi_id"


@dataclass(frozen=True, slots=True)
class Petikan:
    """Where a hit stands inside a file: its name, the page in words, the words marked."""

    berkas: str
    sebutan: str
    teks: SafeString


def kata_berkas(informasi: Informasi) -> str:
    """Return the different words of an item's public files, newest edition first, up to a limit."""
    halaman = (
        TeksHalaman.objects.filter(
            olahan__berkas__di_edisi__in=BerkasEdisi.objects.terbuka().filter(
                edisi__informasi=informasi
            )
        )
        .order_by("-olahan__berkas__di_edisi__edisi_id", "olahan_id", "nomor")
        .values_list(Left("teks", PETIK_MAKS), flat=True)
    )
    kata: dict[str, None] = {}
    besar = 0
    for teks in halaman[:HALAMAN_MAKS]:
        for satu in rapikan(teks).split():
            if satu in kata or satu in KATA_UMUM or not PENDEK <= len(satu) <= PANJANG_MAKS:
                continue
            besar += len(satu) + 1
            if besar > KATA_BERKAS_MAKS:
                return " ".join(kata)
            kata[satu] = None
    return " ".join(kata)


def petikan(kunci: Sequence[int], kueri: str) -> dict[int, Petikan]:
    """Return for each of these items the first page of a public file that holds the query."""
    if not kunci or not kueri:
        return {}
    cari = SearchQuery(kueri, config=KONFIGURASI, search_type="raw")
    terbuka = BerkasEdisi.objects.terbuka().filter(edisi__informasi__in=kunci)
    pertama = (
        TeksHalaman.objects.filter(olahan__berkas__di_edisi__in=terbuka, vektor=cari)
        .order_by(MILIK, "-olahan__berkas__di_edisi__edisi_id", "olahan_id", "nomor")
        .distinct(MILIK)
    )
    tersorot = TeksHalaman.objects.filter(pk__in=pertama.values("pk")).annotate(
        milik=F(MILIK),
        nama=F("olahan__berkas__nama"),
        petik=SearchHeadline(
            Left("teks", PETIK_MAKS),
            cari,
            config=KONFIGURASI,
            start_sel=AWAL,
            stop_sel=AKHIR,
            max_words=30,
            min_words=15,
        ),
    )
    return {
        milik: Petikan(nama, sebutan, sorot(teks))
        for milik, nama, sebutan, teks in tersorot.values_list("milik", "nama", "sebutan", "petik")
    }
