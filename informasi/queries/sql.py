"""Every statement of the search; nothing outside this room knows how it is asked."""
# ruff: noqa: S608 - the statements are put together from fixed text; every value is a parameter

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db import connection
from django.db.models import CharField, Value
from django.db.models.functions import Cast

from informasi.models import IndeksInformasi, Informasi, KataInformasi
from informasi.queries.kata import boleh_meleset, huruf_urut, jarak
from informasi.queries.sorot import AKHIR, AWAL
from ppid_portal.kernel.models import Unit

PALING_BANYAK = 2_000  # matches that are counted and ranked
KONFIGURASI = "id_ppid"
RELEVANSI, TERBARU = "relevansi", "terbaru"


class Golongan(NamedTuple):
    """What an item can be filtered by."""

    kelas: str
    unit: int
    kelompok: str
    tahun: int | None
    bentuk: tuple[str, ...]


Hitungan = dict[Golongan, int]

INDEKS = IndeksInformasi._meta.db_table
KATA = KataInformasi._meta.db_table
KUERI = "to_tsquery(%(konf)s::regconfig, %(q)s)"
SARINGAN = """(%(unit)s::bigint IS NULL OR unit_id = %(unit)s)
    AND (%(kelas)s::text IS NULL OR kelas = %(kelas)s)
    AND (%(kelompok)s::text IS NULL OR kelompok = %(kelompok)s)
    AND (%(tahun)s::int IS NULL OR tahun = %(tahun)s)
    AND (%(bentuk)s::text IS NULL OR %(bentuk)s = ANY (bentuk))"""
TERBARU_DULU = "ORDER BY diumumkan_pada DESC, informasi_id DESC LIMIT %(paling)s"
# An exact title first, then a title that holds the words as typed, then the weights of the vector.
SKOR = f"""(100 * (judul_rapi = %(tepat)s)::int + (position(%(tepat)s IN judul_rapi) > 0)::int
    + ts_rank('{{0.05, 0.1, 0.3, 1.0}}', vektor, {KUERI}, 1))::float8"""

LEWAT_INDEKS_KATA = f"""informasi_cocok({KUERI}, %(paling)s, %(unit)s, %(kelas)s, %(kelompok)s,
    %(tahun)s, %(bentuk)s)"""
SEMUA = f"(SELECT * FROM {INDEKS} WHERE {SARINGAN})"
SEMUA_TERBARU = f"(SELECT * FROM {INDEKS} WHERE {SARINGAN} {TERBARU_DULU})"
COCOK = f"(SELECT * FROM {INDEKS} WHERE vektor @@ {KUERI} AND {SARINGAN})"
COCOK_TERBARU = f"(SELECT * FROM {INDEKS} WHERE vektor @@ {KUERI} AND {SARINGAN} {TERBARU_DULU})"


@dataclass(frozen=True, slots=True)
class Saring:
    """What is asked: the words as a tsquery, the filters, the order, the place in it."""

    kueri: str = ""
    tepat: str = ""
    unit: int | None = None
    kelas: str | None = None
    kelompok: str | None = None
    tahun: int | None = None
    bentuk: str | None = None
    urut: str = RELEVANSI
    kunci: tuple[Any, ...] = field(default_factory=tuple)  # score, moment, key
    mundur: bool = False

    @property
    def peringkat(self) -> bool:
        return bool(self.kueri) and self.urut != TERBARU

    @property
    def tersaring(self) -> bool:
        return any((self.unit, self.kelas, self.kelompok, self.tahun, self.bentuk))

    def cocok(self, satu: Golongan, *, kecuali: str = "") -> bool:
        """Answer whether these filters let such items through, one of them left aside."""
        return (
            (not self.kelas or kecuali == "kelas" or satu.kelas == self.kelas)
            and (not self.unit or kecuali == "unit" or satu.unit == self.unit)
            and (not self.kelompok or kecuali == "kelompok" or satu.kelompok == self.kelompok)
            and (not self.tahun or kecuali == "tahun" or satu.tahun == self.tahun)
            and (not self.bentuk or kecuali == "bentuk" or self.bentuk in satu.bentuk)
        )

    def isian(self, paling: int) -> dict[str, Any]:
        return {
            "konf": KONFIGURASI,
            "q": self.kueri,
            "tepat": self.tepat,
            "unit": self.unit,
            "kelas": self.kelas,
            "kelompok": self.kelompok,
            "tahun": self.tahun,
            "bentuk": self.bentuk,
            "paling": paling,
        }


def hitung(saring: Saring) -> Hitungan:
    """Count matches by what they can be filtered by, at most one more than the limit."""
    sumber = LEWAT_INDEKS_KATA if saring.kueri else SEMUA_TERBARU
    with connection.cursor() as kursor:
        kursor.execute(
            f"""SELECT kelas, unit_id, kelompok, tahun, bentuk, count(*)
            FROM {sumber} AS c GROUP BY 1, 2, 3, 4, 5""",
            saring.isian(PALING_BANYAK + 1),
        )
        return {
            Golongan(kelas, unit, kelompok, tahun, tuple(bentuk)): jumlah
            for kelas, unit, kelompok, tahun, bentuk, jumlah in kursor.fetchall()
        }


def _sumber(saring: Saring, jumlah: int) -> str:
    """Few matches come from the word index; of many, only the newest are ranked."""
    if not saring.kueri:
        return SEMUA
    if jumlah <= PALING_BANYAK:
        return LEWAT_INDEKS_KATA
    return COCOK_TERBARU if saring.peringkat else COCOK


def baris(saring: Saring, jumlah: int, banyak: int) -> list[tuple[Any, ...]]:
    """Return (key, score, moment) of the next rows after the place, given how many match in all.

    Without a score the order is by moment and key alone, which an index holds.
    """
    banding, arah = (">", "ASC") if saring.mundur else ("<", "DESC")
    kolom = ["skor", "diumumkan_pada", "informasi_id"]
    nilai = ["%(k0)s", "%(k1)s::timestamptz", "%(k2)s"]
    if not saring.peringkat:
        kolom, nilai = kolom[1:], nilai[1:]
    tempat = f"WHERE ({', '.join(kolom)}) {banding} ({', '.join(nilai)})" if saring.kunci else ""
    isian = saring.isian(PALING_BANYAK)
    isian |= {f"k{i}": isi for i, isi in enumerate(saring.kunci)} | {"banyak": banyak}
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            SELECT informasi_id, skor, diumumkan_pada FROM (
                SELECT c.informasi_id, c.diumumkan_pada,
                    {SKOR if saring.peringkat else "0::float8"} AS skor
                FROM {_sumber(saring, jumlah)} AS c
            ) AS s {tempat}
            ORDER BY {", ".join(f"{k} {arah}" for k in kolom)} LIMIT %(banyak)s
            """,
            isian,
        )
        return list(kursor.fetchall())


def tebakan(kata: list[str]) -> dict[str, str]:
    """Return for each word that the register does not know the nearest one that it knows.

    A slip of the finger seldom hits the first letter: a guess begins as the word does, or has the
    same letters in another order.
    """
    asing = [k for k in kata if len(k) > 2 and not any(h.isdigit() for h in k)]
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            SELECT a.kata, k.kata FROM unnest(%(asal)s::text[], %(huruf)s::text[]) AS a(kata, huruf)
            CROSS JOIN LATERAL (
                (SELECT kata FROM {KATA} WHERE kata = a.kata)
                UNION (SELECT kata FROM {KATA} WHERE huruf = a.huruf LIMIT 12)
                UNION (SELECT kata FROM {KATA} WHERE kata %% a.kata
                    ORDER BY similarity(kata, a.kata) DESC, kata LIMIT 12)
            ) AS k
            """,
            {"asal": asing, "huruf": [huruf_urut(k) for k in asing]},
        )
        calon: dict[str, list[str]] = {}
        for asal, mirip in kursor.fetchall():
            if asal[0] == mirip[0] or huruf_urut(asal) == huruf_urut(mirip):
                calon.setdefault(asal, []).append(mirip)
    dekat = {asal: min((jarak(asal, m), m) for m in mirip) for asal, mirip in calon.items()}
    return {asal: m for asal, (n, m) in dekat.items() if 0 < n <= boleh_meleset(asal)}


def muat(kunci: Sequence[int], kueri: str) -> dict[int, Informasi]:
    """Read the rows that are shown, with their found words between control characters."""
    terbit = Informasi.objects.terbit().select_related("unit").filter(pk__in=kunci)
    if not kueri:
        polos = terbit.annotate(sorot_judul=Cast("judul", CharField()), sorot_ringkasan=Value(""))
        return {i.pk: i for i in polos}
    cari = SearchQuery(kueri, config=KONFIGURASI, search_type="raw")
    cara: dict[str, Any] = {"config": KONFIGURASI, "start_sel": AWAL, "stop_sel": AKHIR}
    tersorot = terbit.annotate(
        sorot_judul=SearchHeadline("judul", cari, highlight_all=True, **cara),
        sorot_ringkasan=SearchHeadline("ringkasan", cari, max_words=30, min_words=15, **cara),
    )
    return {i.pk: i for i in tersorot}


def unit_terbit() -> list[Unit]:
    """Return the units that have something published, by the name that is shown."""
    return list(
        Unit.objects.raw(
            f"""
            SELECT u.* FROM {Unit._meta.db_table} AS u
            WHERE EXISTS (SELECT 1 FROM {INDEKS} AS i WHERE i.unit_id = u.id)
            ORDER BY lower(coalesce(nullif(u.singkatan, ''), u.nama)), u.id
            """
        )
    )
