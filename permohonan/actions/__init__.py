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
from permohonan.actions.pengajuan import ajukan, cabut, catat_unduhan, lengkapi

__all__ = [
    "LANGKAH",
    "ajukan",
    "ambil",
    "buka_identitas",
    "cabut",
    "catat_unduhan",
    "disposisikan",
    "jawab",
    "kembalikan",
    "kirim_jawaban",
    "lengkapi",
    "minta_ulang",
    "perpanjang",
    "promosikan",
    "putuskan_butir",
    "serahkan",
    "tarik",
    "terima",
]
