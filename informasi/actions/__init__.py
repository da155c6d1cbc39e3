"""Every write to the register."""

from informasi.actions.butir import (
    catat,
    kembalikan,
    perbarui,
    tarik,
    terbitkan,
    ubah,
    usulkan,
)
from informasi.actions.dip import tetapkan_dip
from informasi.actions.edisi import promosikan, tambah_edisi, umumkan_edisi
from informasi.actions.impor import HasilImpor, impor
from informasi.actions.indeks import susun_indeks
from informasi.actions.olah import olah_antrean
from informasi.actions.sinonim import muat_sinonim, simpan_sinonim
from informasi.actions.temu import catat_pencarian_kosong, catat_saran
from informasi.actions.waktu import ingatkan_tenggat, olah_peristiwa

__all__ = [
    "HasilImpor",
    "catat",
    "catat_pencarian_kosong",
    "catat_saran",
    "impor",
    "ingatkan_tenggat",
    "kembalikan",
    "muat_sinonim",
    "olah_antrean",
    "olah_peristiwa",
    "perbarui",
    "promosikan",
    "simpan_sinonim",
    "susun_indeks",
    "tambah_edisi",
    "tarik",
    "terbitkan",
    "tetapkan_dip",
    "ubah",
    "umumkan_edisi",
    "usulkan",
]
