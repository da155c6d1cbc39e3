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
from informasi.actions.edisi import promosikan, tambah_edisi, umumkan_edisi
from informasi.actions.impor import HasilImpor, impor
from informasi.actions.indeks import susun_indeks
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
    "olah_peristiwa",
    "muat_sinonim",
    "perbarui",
    "promosikan",
    "simpan_sinonim",
    "susun_indeks",
    "tambah_edisi",
    "tarik",
    "terbitkan",
    "ubah",
    "umumkan_edisi",
    "usulkan",
]
