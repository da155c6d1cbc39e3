"""Every write of the request: one function per act, each through the kernel's one door."""

from permohonan.actions.disposisi import (
    disposisikan,
    jawab,
    kembalikan,
    minta_ulang,
    tarik,
    terima,
)
from permohonan.actions.keputusan import (
    LANGKAH,
    buka_identitas,
    kirim_jawaban,
    perpanjang,
    promosikan,
    putuskan_butir,
    serahkan,
)
from permohonan.actions.langkah import ambil
from permohonan.actions.olah import olah_peristiwa
from permohonan.actions.pengajuan import ajukan, cabut, catat_unduhan, lengkapi
from permohonan.actions.tenggat import hitung_ulang_tenggat, ingatkan_tenggat, langkah_otomatis

__all__ = [
    "LANGKAH",
    "ajukan",
    "ambil",
    "buka_identitas",
    "cabut",
    "catat_unduhan",
    "disposisikan",
    "hitung_ulang_tenggat",
    "ingatkan_tenggat",
    "jawab",
    "kembalikan",
    "kirim_jawaban",
    "langkah_otomatis",
    "lengkapi",
    "minta_ulang",
    "olah_peristiwa",
    "perpanjang",
    "promosikan",
    "putuskan_butir",
    "serahkan",
    "tarik",
    "terima",
]
