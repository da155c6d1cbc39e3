"""Words of a query: tidied, without stop words, compared letter by letter."""

from __future__ import annotations

import re
import unicodedata

KATA_MAKS = 12  # words of one query that are looked at
PANJANG_MAKS = 40  # letters of one word

# The words of a term -> what else it may be called, each written for to_tsquery.
Peta = dict[tuple[str, ...], tuple[str, ...]]

# The built-in Indonesian configuration has a stemmer and no stop words.
UMUM = """
    ada adalah adapun agar akan aku anda antara apa apabila apakah atas atau bagaimana bagi bahwa
    baik banyak beberapa begitu belum berapa berbagai beserta bila bisa boleh bukan cara cari cukup
    dalam dan dapat dari daripada demi dengan di dia dimana dimiliki diri dong dua dulu guna hal
    hanya hingga ia ialah info informasi ingin ini itu iya jadi jangan jika juga kah kalau kami
    kan kapan karena ke kenapa kepada ketika kita kok lagi lah lain lalu lebih maka mana mau
    melalui mencari mengapa mengenai menjadi merupakan mereka mohon namun nomor oleh pada paling
    para per perihal pernah pun saat saja sambil sampai sangat saya sebab sebagai sebuah secara
    sedang sehingga sejak sekali selain selama seluruh semua seperti serta sesuai setelah setiap
    si siapa suatu sudah supaya tahun tanpa tapi telah tentang terhadap tersebut tidak tolong
    untuk yaitu yakni yang
"""
KATA_UMUM = frozenset(UMUM.split())


def rapikan(teks: str) -> str:
    """Return words in small letters without accents and signs: `Perda No. 3/2024` → `perda no 3 2024`."""
    terurai = unicodedata.normalize("NFKD", teks.casefold())
    polos = "".join(h for h in terurai if not unicodedata.combining(h))
    return " ".join(re.findall(r"[^\W_]+", polos))


def kata_cari(q: str) -> list[str]:
    """Return the words that carry a query; of a query of stop words alone, all of them."""
    kata = [k for k in dict.fromkeys(rapikan(q).split()) if len(k) <= PANJANG_MAKS]
    return ([k for k in kata if k not in KATA_UMUM] or kata)[:KATA_MAKS]


def frasa(istilah: str) -> str:
    """Write a term for to_tsquery: several words only in this order, side by side."""
    kata = rapikan(istilah).split()
    return f"({' <-> '.join(kata)})" if len(kata) > 1 else "".join(kata)


def kelompok_kata(kata: list[str], sinonim: Peta | None = None) -> list[tuple[str, ...]]:
    """Return for each word, or run of words that is a term, everything it may stand for."""
    sinonim = sinonim or {}
    panjang = max(map(len, sinonim), default=1)
    kelompok: list[tuple[str, ...]] = []
    mulai = 0
    while mulai < len(kata):
        for akhir in range(min(mulai + panjang, len(kata)), mulai, -1):
            bagian = tuple(kata[mulai:akhir])
            if bagian in sinonim or akhir == mulai + 1:
                tertulis = bagian[0] if len(bagian) == 1 else f"({' & '.join(bagian)})"
                kelompok.append((tertulis, *sinonim.get(bagian, ())))
                break
        mulai = akhir
    return kelompok


def kueri(kelompok: list[tuple[str, ...]], penghubung: str = "&") -> str:
    """Write groups of words for to_tsquery; the words hold letters and digits only."""
    return f" {penghubung} ".join(f"({' | '.join(arti)})" for arti in kelompok)


def huruf_urut(kata: str) -> str:
    """Return the letters in order, the same for `apbd` and `abpd`."""
    return "".join(sorted(kata))


def jarak(a: str, b: str) -> int:
    """Count the letters to add, drop, change or swap with a neighbour until both are the same."""
    sebelum: list[int] = []
    lama: list[int] = []
    baris = list(range(len(b) + 1))
    for i, huruf_a in enumerate(a, 1):
        sebelum, lama, baris = lama, baris, [i]
        for j, huruf_b in enumerate(b, 1):
            biaya = min(lama[j] + 1, baris[j - 1] + 1, lama[j - 1] + (huruf_a != huruf_b))
            if i > 1 and j > 1 and huruf_a == b[j - 2] and a[i - 2] == huruf_b:
                biaya = min(biaya, sebelum[j - 2] + 1)
            baris.append(biaya)
    return baris[-1]


def boleh_meleset(kata: str) -> int:
    """Return how many letters a guess may be off: long words forgive more."""
    return 1 if len(kata) <= 4 else 2 if len(kata) <= 8 else 3
