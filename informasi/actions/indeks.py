"""The search's own tables, kept in the transaction that changes an item."""

from __future__ import annotations

from django.db import connection

from informasi.models import IndeksInformasi, Informasi, KataInformasi
from informasi.queries.halaman import kata_berkas
from informasi.queries.kata import PANJANG_MAKS, huruf_urut, rapikan
from informasi.queries.sql import KONFIGURASI

TEKS_MAKS = 200_000  # letters of one item that are searched; a vector holds 1 MB
PENDEK = 3


def susun_indeks(informasi: Informasi) -> None:
    """Write the search row of a published item; of an excluded one only what the DIK shows."""
    judul = rapikan(informasi.judul)
    isi = rapikan(f"{informasi.ringkasan} {informasi.kelompok}")[:TEKS_MAKS]
    unit = [informasi.unit.nama, informasi.unit.singkatan]
    if not informasi.dikecualikan:
        unit += [informasi.pejabat, informasi.penanggung_jawab]
    milik = rapikan(" ".join(unit))[:TEKS_MAKS]
    with connection.cursor() as kursor:
        kursor.execute(
            f"""
            INSERT INTO {IndeksInformasi._meta.db_table}
                (informasi_id, diumumkan_pada, unit_id, kelas, kelompok, tahun, bentuk,
                judul_rapi, vektor)
            VALUES (%(pk)s, %(pada)s, %(unit)s, %(kelas)s, %(kelompok)s, %(tahun)s,
                %(bentuk)s::varchar[], %(rapi)s,
                setweight(to_tsvector(%(konf)s::regconfig, %(judul)s), 'A')
                || setweight(to_tsvector(%(konf)s::regconfig, %(isi)s), 'B')
                || setweight(to_tsvector(%(konf)s::regconfig, %(milik)s), 'C')
                || setweight(to_tsvector(%(konf)s::regconfig, %(berkas)s), 'D'))
            ON CONFLICT (informasi_id) DO UPDATE SET
                diumumkan_pada = excluded.diumumkan_pada, unit_id = excluded.unit_id,
                kelas = excluded.kelas, kelompok = excluded.kelompok, tahun = excluded.tahun,
                bentuk = excluded.bentuk, judul_rapi = excluded.judul_rapi, vektor = excluded.vektor
            """,  # noqa: S608 - fixed text, values are parameters
            {
                "pk": informasi.pk,
                "pada": informasi.diumumkan_pada,
                "unit": informasi.unit_id,
                "kelas": informasi.kelas,
                "kelompok": "" if informasi.dikecualikan else informasi.kelompok,
                "tahun": None if informasi.dikecualikan else informasi.tahun,
                "bentuk": [] if informasi.dikecualikan else informasi.bentuk,
                "rapi": judul[:300],
                "konf": KONFIGURASI,
                "judul": judul,
                "isi": isi,
                "milik": milik,
                "berkas": kata_berkas(informasi),
            },
        )
    catat_kata(f"{judul} {isi} {milik}")


def cabut_indeks(informasi: Informasi) -> None:
    IndeksInformasi.objects.filter(informasi=informasi).delete()


def catat_kata(rapi: str) -> None:
    """Remember the words; in one order, so that two publishers never wait for each other in a ring."""
    kata = sorted({k for k in rapi.split() if PENDEK <= len(k) <= PANJANG_MAKS and k.isalpha()})
    KataInformasi.objects.bulk_create(
        [KataInformasi(kata=k, huruf=huruf_urut(k)) for k in kata],
        ignore_conflicts=True,
        batch_size=1_000,
    )
