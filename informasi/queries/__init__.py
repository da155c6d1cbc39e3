"""Reads of the register that more than one door uses."""

from informasi.queries.hukum import (
    dik,
    dinyatakan_terbuka,
    dip_pada,
    perlu_diperbarui,
    tandai_usang,
    untuk_dip,
)
from informasi.queries.pencarian import SEHALAMAN, Butir, Hasil, cari, cocok
from informasi.queries.pilah import Pilah
from informasi.queries.publik import berkas_terbuka, edisi_terbit, sampul_terbuka, untuk_alamat
from informasi.queries.saran import saran
from informasi.queries.sql import PALING_BANYAK, RELEVANSI, TERBARU

__all__ = [
    "PALING_BANYAK",
    "RELEVANSI",
    "SEHALAMAN",
    "TERBARU",
    "Butir",
    "Hasil",
    "Pilah",
    "berkas_terbuka",
    "cari",
    "cocok",
    "dik",
    "dinyatakan_terbuka",
    "dip_pada",
    "edisi_terbit",
    "perlu_diperbarui",
    "sampul_terbuka",
    "saran",
    "tandai_usang",
    "untuk_alamat",
    "untuk_dip",
]
