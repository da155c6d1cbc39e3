"""The synonyms that are in force: each term with what else it may be called, ready for a query."""

from __future__ import annotations

import logging

from django.core.cache import cache
from redis.exceptions import RedisError

from informasi.models import Sinonim
from informasi.queries.kata import Peta, frasa, kata_cari

KUNCI = "informasi/sinonim"
MASA = 600  # seconds; a reader who fills the cache beside a writer errs no longer than this

catatan = logging.getLogger(__name__)


def peta() -> Peta:
    """Return the synonyms by their words, from the cache; from the table when the cache is away."""
    try:
        isi: Peta | None = cache.get(KUNCI)
        if isi is None:
            isi = susun()
            cache.set(KUNCI, isi, MASA)
    except RedisError:
        catatan.warning("Cache tidak terjangkau; sinonim dibaca dari basis data.")
        isi = susun()
    return isi


def lupakan() -> None:
    """Let the next search read the table again."""
    try:
        cache.delete(KUNCI)
    except RedisError:
        catatan.warning("Cache tidak terjangkau; sinonim yang lama berlaku sampai kedaluwarsa.")


def susun() -> Peta:
    """Read the table: of a term in several groups, all of them hold."""
    hasil: Peta = {}
    for istilah, searah in Sinonim.objects.filter(aktif=True).values_list("istilah", "searah"):
        for satu in istilah[:1] if searah else istilah:
            kunci = tuple(kata_cari(satu))
            lain = [frasa(i) for i in istilah if tuple(kata_cari(i)) != kunci]
            ada = hasil.get(kunci, ())
            hasil[kunci] = (*ada, *(i for i in dict.fromkeys(lain) if i and i not in ada))
    return {kunci: arti for kunci, arti in hasil.items() if kunci and arti}
