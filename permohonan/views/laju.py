"""Brakes on guessing and flooding: growing waits, kept in the cache, open when the cache is down.

Whole schools and villages share one address, so an address alone is slowed late and briefly, and
the wait falls first on the pair of address and case.
"""

from __future__ import annotations

import ipaddress
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import ngettext
from redis.exceptions import RedisError

from ppid_portal.kernel.sandi import indeks_buta

T = TypeVar("T")

catatan = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rem:
    """So many tries are free within a time; each further one doubles the wait, up to a limit."""

    nama: str
    bebas: int
    masa: int
    jeda: int
    jeda_maks: int

    def tunggu(self, siapa: str) -> int:
        """Return the seconds still to wait; 0 when free."""
        sampai = _aman(lambda: cache.get(self._kunci(siapa, "sampai")), None)
        return max(0, math.ceil(float(sampai) - time.time())) if sampai else 0

    def catat(self, siapa: str) -> None:
        """Count one try."""
        _aman(lambda: self._catat(siapa), None)

    def _catat(self, siapa: str) -> None:
        kunci = self._kunci(siapa, "kali")
        cache.add(kunci, 0, self.masa)
        try:
            lebih = cache.incr(kunci) - self.bebas
        except ValueError:  # it expired between the two lines
            return
        if lebih > 0:
            jeda = min(self.jeda_maks, self.jeda * 2 ** min(lebih - 1, 20))
            cache.set(self._kunci(siapa, "sampai"), time.time() + jeda, jeda)

    def _kunci(self, siapa: str, apa: str) -> str:
        return f"laju:{self.nama}:{apa}:{indeks_buta(siapa)}"


AJUKAN = Rem("ajukan", bebas=60, masa=3600, jeda=60, jeda_maks=600)
CEK_PASANGAN = Rem("cek-pasangan", bebas=5, masa=3600, jeda=15, jeda_maks=900)
CEK_PERKARA = Rem("cek-perkara", bebas=60, masa=3600, jeda=5, jeda_maks=120)
CEK_SAMBUNGAN = Rem("cek-sambungan", bebas=120, masa=3600, jeda=5, jeda_maks=120)


def _aman(kerja: Callable[[], T], bila_mati: T) -> T:
    try:
        return kerja()
    except (RedisError, OSError):
        catatan.warning("Cache tidak menjawab; pembatasan laju dilewati.")
        return bila_mati


def tunggu_cek(request: HttpRequest, perkara: str) -> int:
    """Return the seconds before another pair may be tried on this case from here."""
    dari = sambungan(request)
    return max(
        CEK_PASANGAN.tunggu(f"{dari}/{perkara}"),
        CEK_PERKARA.tunggu(perkara),
        CEK_SAMBUNGAN.tunggu(dari),
    )


def catat_gagal(request: HttpRequest, perkara: str) -> None:
    """Count a wrong pair."""
    dari = sambungan(request)
    CEK_PASANGAN.catat(f"{dari}/{perkara}")
    CEK_PERKARA.catat(perkara)
    CEK_SAMBUNGAN.catat(dari)


def sambungan(request: HttpRequest) -> str:
    """Return the address a request came from; behind our proxy the one that the proxy saw."""
    alamat: str = request.META.get("REMOTE_ADDR") or ""
    if settings.SECURE_PROXY_SSL_HEADER:
        alamat = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or alamat
    try:
        ip = ipaddress.ip_address(alamat)
    except ValueError:
        return alamat
    if ip.version == 6:  # a household holds a whole /64
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def lama(detik: int) -> str:
    """Return a wait in words."""
    if detik < 60:
        return ngettext("%d detik", "%d detik", detik) % detik
    menit = math.ceil(detik / 60)
    return ngettext("%d menit", "%d menit", menit) % menit
