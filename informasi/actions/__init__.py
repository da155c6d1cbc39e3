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
from informasi.actions.layanan import simpan_layanan
from informasi.actions.olah import olah_antrean
from informasi.actions.pengecualian import (
    buka,
    langkah_otomatis,
    tetapkan,
    uji,
    usulkan_pengecualian,
)
from informasi.actions.sinonim import muat_sinonim, simpan_sinonim
from informasi.actions.temu import catat_pencarian_kosong, catat_saran
from informasi.actions.temuan import benarkan_temuan, buang_edisi
from informasi.actions.waktu import ingatkan_tenggat, olah_peristiwa

__all__ = [
    "HasilImpor",
    "benarkan_temuan",
    "buang_edisi",
    "buka",
    "catat",
    "catat_pencarian_kosong",
    "catat_saran",
    "impor",
    "ingatkan_tenggat",
    "kembalikan",
    "langkah_otomatis",
    "muat_sinonim",
    "olah_antrean",
    "olah_peristiwa",
    "perbarui",
    "promosikan",
    "simpan_layanan",
    "simpan_sinonim",
    "susun_indeks",
    "tambah_edisi",
    "tarik",
    "terbitkan",
    "tetapkan",
    "tetapkan_dip",
    "ubah",
    "uji",
    "umumkan_edisi",
    "usulkan",
    "usulkan_pengecualian",
]
