"""Class, retention and form as offices write them, brought to the register's own words.

The original wording is kept beside the normalised value by whoever calls.
"""

from __future__ import annotations

import re

from informasi.enums import Bentuk, Kelas, Retensi

KOSONG = frozenset({"", "-", "--", "–", "—", "n/a", "nihil", "tidak ada"})
ANGKA = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
)
BULAN_MAKS = 32_767  # what the column holds

CIRI_KELAS: tuple[tuple[Kelas, str], ...] = (
    (Kelas.DIKECUALIKAN, r"kecuali"),
    (Kelas.SERTA_MERTA, r"serta[\s\-_]*merta"),
    (Kelas.SETIAP_SAAT, r"se?tiap[\s\-_]*saat"),
    (Kelas.BERKALA, r"berkala"),
)
CIRI_RETENSI: tuple[tuple[Retensi, str], ...] = (
    (Retensi.PERMANEN, r"permanen|selamanya|seterusnya|abadi"),
    (Retensi.SELAMA_MENJABAT, r"menjabat|masa jabatan"),
    (Retensi.SELAMA_PROSES, r"selama\s+(masih\s+)?(dalam\s+)?proses"),
    (
        Retensi.SELAMA_BERLAKU,
        r"selama\s+(masih\s+)?(berlaku|relevan|aktif)|^(masih\s+)?(berlaku|aktif)$",
    ),
)
CIRI_BENTUK: tuple[tuple[Bentuk, str], ...] = (
    (Bentuk.SOFTCOPY, r"soft\s*-?\s*(copy|kopi|file)|digital|elektronik"),
    (Bentuk.HARDCOPY, r"hard\s*-?\s*(copy|kopi|file)|tercetak|cetak(an)?\b|kertas"),
    (Bentuk.PDF, r"\bpdf\b"),
    (Bentuk.EXCEL, r"\bexcel\b|\bxlsx?\b|lembar sebar"),
    (Bentuk.DOKUMEN, r"\bdokumen\b"),
    (Bentuk.BROSUR, r"brosur|leaflet|pamflet|buku saku"),
    (Bentuk.INFOGRAFIS, r"infografi"),
    (Bentuk.MULTIMEDIA, r"multi\s*media|video|audio|rekam"),
    (Bentuk.LAMAN, r"website|\bweb\b|laman|online|daring|portal|dashboard"),
    (Bentuk.MEDIA_SOSIAL, r"media\s*sosial|medsos|instagram|facebook|youtube|tiktok"),
    (Bentuk.PAPAN_PENGUMUMAN, r"pengumuman"),
)
LAMA = re.compile(r"(\d+)\s*(?:\([^)]*\)\s*)?(tahun|thn|th|bulan|bln)\b")
TAHUN = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def isi(teks: str) -> str:
    """Return the text without outer and doubled blanks; empty for what offices write for nothing."""
    rapat = " ".join(teks.split())
    return "" if rapat.casefold() in KOSONG else rapat


def kelas(teks: str) -> Kelas | None:
    """Return the class; None when no class or more than one is named."""
    kecil = teks.casefold()
    cocok = [k for k, ciri in CIRI_KELAS if re.search(ciri, kecil)]
    return cocok[0] if len(cocok) == 1 else None


def retensi(teks: str) -> tuple[Retensi, int | None]:
    """Return how long an item is kept, and the months where it is a number of them.

    "Setiap saat" and "seketika" tell when it can be had, not how long it is kept.
    """
    kecil = isi(teks).casefold()
    for satu, ciri in CIRI_RETENSI:
        if re.search(ciri, kecil):
            return satu, None
    for angka, kata in enumerate(ANGKA):
        kecil = re.sub(rf"(?<![(\w]){kata}(?=\s+(tahun|thn|th|bulan|bln)\b)", str(angka), kecil)
    bulan = sum(
        int(angka) * (1 if satuan.startswith("b") else 12) for angka, satuan in LAMA.findall(kecil)
    )
    if 0 < bulan <= BULAN_MAKS:
        return Retensi.BULAN, bulan
    return Retensi.TIDAK_DISEBUT, None


def bentuk(teks: str) -> list[Bentuk]:
    """Return every form that the text names, in the order of the list."""
    kecil = isi(teks).casefold()
    return [satu for satu, ciri in CIRI_BENTUK if re.search(ciri, kecil)]


def tahun(teks: str) -> int | None:
    """Return the first year that the text names."""
    cocok = TAHUN.search(teks)
    return int(cocok.group()) if cocok else None
