"""Who may know who reported, and by which code the reporter comes back."""

from __future__ import annotations

from enum import StrEnum

from pengaduan.enums import Kerahasiaan
from pengaduan.models import PEMEGANG_UNIT, Pengaduan
from ppid_portal.kernel.peran import Pelaku, Peran
from ppid_portal.kernel.sandi import ABJAD_RAHASIA, PANJANG_RAHASIA, indeks_buta


class BukaIdentitas(StrEnum):
    """How much of the reporter a person may see."""

    UTUH = "utuh"
    NAMA = "nama"
    TERTUTUP = "tertutup"


def buka_identitas(pengaduan: Pengaduan, pelaku: Pelaku) -> BukaIdentitas:
    """Return what this person may see of who reported.

    The desk that answers sees it whole: the coordinator, or for a sealed case the Inspektorat
    alone. The unit that holds an open case sees the name. Nobody sees more.
    """
    meja = Peran.INSPEKTORAT if pengaduan.tertutup else Peran.ADMIN_KOORDINATOR
    if pelaku.memegang(meja):
        return BukaIdentitas.UTUH
    terbuka = pengaduan.kerahasiaan == Kerahasiaan.TERBUKA and not pengaduan.tertutup
    if terbuka and pengaduan.unit_id in pelaku.unit_sebagai(*PEMEGANG_UNIT):
        return BukaIdentitas.NAMA
    return BukaIdentitas.TERTUTUP


def kode_kembali(pengaduan: Pengaduan) -> str:
    """Return the reporter's code, always the same for one submission.

    It is derived from `kunci_kirim` by the keys of KUNCI_DATA: who reports anonymously over a
    line that breaks gets on the second attempt the code that was lost with the first answer.
    Only its hash is stored.
    """
    angka = int(indeks_buta(f"pengaduan/kode/{pengaduan.kunci_kirim}"), 16)
    huruf = ""
    for _ke in range(PANJANG_RAHASIA):
        angka, sisa = divmod(angka, len(ABJAD_RAHASIA))
        huruf += ABJAD_RAHASIA[sisa]
    return "-".join(huruf[i : i + 4] for i in range(0, PANJANG_RAHASIA, 4))
