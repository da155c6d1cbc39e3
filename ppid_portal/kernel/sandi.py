"""Identity data at rest: encrypted columns, blind indexes for look-up, secrets for citizens."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from functools import lru_cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models

# No 0/O, 1/I/L, 5/S, 2/Z, 8/B: people read these aloud and copy them from paper.
ABJAD_RAHASIA = "ACDEFGHJKMNPQRTUVWXY34679"
PANJANG_RAHASIA = 12  # 25 ** 12, about 55 bits


@lru_cache(maxsize=4)
def _fernet(kunci: tuple[str, ...]) -> MultiFernet:
    if not kunci:
        raise ImproperlyConfigured("KUNCI_DATA kosong: data identitas tidak dapat disandikan.")
    turunan = [hashlib.sha256(b"ppid/fernet/" + k.encode()).digest() for k in kunci]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(t)) for t in turunan])


def kunci_aktif() -> MultiFernet:
    """Return the keys that encrypt (the first) and decrypt (any) identity data."""
    return _fernet(tuple(settings.KUNCI_DATA))


def indeks_buta(nilai: str) -> str:
    """Return a keyed hash by which an encrypted value can be found but not read; empty stays empty.

    It is keyed by the oldest key, so that adding a newer one does not lose what was stored.
    """
    rapi = "".join(nilai.split()).casefold()
    if not rapi:
        return ""
    kunci = hashlib.sha256(b"ppid/indeks/" + settings.KUNCI_DATA[-1].encode()).digest()
    return hmac.new(kunci, rapi.encode(), hashlib.sha256).hexdigest()


class TeksSandi(models.TextField[str, str]):
    """A text column that is ciphertext in the database and text in Python.

    Raises InvalidToken when none of KUNCI_DATA opens it. It cannot be filtered on; keep an
    `indeks_buta` beside it where people must be found again.
    """

    def get_prep_value(self, value: Any) -> Any:
        teks = super().get_prep_value(value)
        return kunci_aktif().encrypt(teks.encode()).decode() if teks else teks

    def from_db_value(self, value: str | None, *_: Any) -> str | None:
        return kunci_aktif().decrypt(value.encode()).decode() if value else value

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name not in {"isnull", "exact"}:
            raise TypeError("Kolom bersandi tidak dapat dicari; pakai indeks buta.")
        return super().get_lookup(lookup_name)


def samarkan(nilai: str, awal: int = 4, akhir: int = 4) -> str:
    """Return a value with its middle hidden: `3201********0001`."""
    if len(nilai) <= awal + akhir:
        return "•" * len(nilai)
    return nilai[:awal] + "•" * (len(nilai) - awal - akhir) + nilai[-akhir:]


def samarkan_nama(nama: str) -> str:
    """Return `B••• S•••••` for a name on a page that others may see."""
    return " ".join(kata[0] + "•" * (len(kata) - 1) for kata in nama.split())


def samarkan_surel(surel: str) -> str:
    """Return `s•••@contoh.id`."""
    depan, _, belakang = surel.partition("@")
    return f"{depan[:1]}•••@{belakang}" if belakang else samarkan(surel)


def rahasia_baru() -> str:
    """Return a new secret for a citizen, in groups of four: `KQ7M-XPDA-9FTR`."""
    huruf = "".join(secrets.choice(ABJAD_RAHASIA) for _ in range(PANJANG_RAHASIA))
    return "-".join(huruf[i : i + 4] for i in range(0, PANJANG_RAHASIA, 4))


def sidik_rahasia(garam: str, rahasia: str) -> str:
    """Return the hash under which a citizen's secret is kept; salted by the case, never reversible."""
    rapi = "".join(h for h in rahasia.upper() if h.isalnum())
    return hashlib.sha256(f"ppid/rahasia/{garam}/{rapi}".encode()).hexdigest()


def rahasia_cocok(garam: str, rahasia: str, sidik: str) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(sidik_rahasia(garam, rahasia), sidik)


def sandikan(isi: bytes) -> bytes:
    """Encrypt the content of a file."""
    return kunci_aktif().encrypt(isi)


def buka_sandi(isi: bytes) -> bytes:
    """Decrypt the content of a file; raises InvalidToken when no key fits."""
    return kunci_aktif().decrypt(isi)


__all__ = [
    "InvalidToken",
    "TeksSandi",
    "buka_sandi",
    "indeks_buta",
    "rahasia_baru",
    "rahasia_cocok",
    "samarkan",
    "samarkan_nama",
    "samarkan_surel",
    "sandikan",
    "sidik_rahasia",
]
