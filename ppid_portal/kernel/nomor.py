"""Register numbers: one after another within a year, without gaps and without races."""

from __future__ import annotations

from datetime import date

from django.db import connection

from ppid_portal.kernel.kata import bulan_romawi


def nomor_berikut(seri: str, tahun: int) -> int:
    """Return the next number of a series; call it inside the transaction that uses it.

    The row stays locked until that transaction ends, so two at once get two numbers, and a
    transaction that fails gives its number back.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Nomor hanya boleh diambil di dalam transaksi yang memakainya.")
    with connection.cursor() as kursor:
        kursor.execute(
            """
            INSERT INTO kernel_penomoran (seri, tahun, terakhir) VALUES (%s, %s, 1)
            ON CONFLICT (seri, tahun) DO UPDATE SET terakhir = kernel_penomoran.terakhir + 1
            RETURNING terakhir
            """,
            [seri, tahun],
        )
        return int(kursor.fetchone()[0])


def tulis_nomor(bentuk: str, urut: int, pada: date, kode: str = "") -> str:
    """Return a number in the body's own form, such as `014/PPID/XI/2026`."""
    return bentuk.format(urut=urut, bulan=bulan_romawi(pada), tahun=pada.year, kode=kode)
