"""Writes to the list of synonyms; a search knows them as soon as the write is through."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from informasi.actions.indeks import catat_kata
from informasi.models import Sinonim
from informasi.queries.kata import rapikan
from informasi.queries.sinonim import lupakan


@transaction.atomic
def simpan_sinonim(sinonim: Sinonim) -> Sinonim:
    """Save a group; its words become words that a misspelled one may have meant."""
    sinonim.save()
    catat_kata(" ".join(rapikan(satu) for satu in sinonim.istilah))
    transaction.on_commit(lupakan)
    return sinonim


@transaction.atomic
def muat_sinonim(kelompok: Iterable[tuple[list[str], bool]]) -> int:
    """Add the groups whose first term leads none yet; what officers changed stays. Returns how many."""
    ada = {istilah[0] for istilah in Sinonim.objects.values_list("istilah", flat=True)}
    baru = [
        simpan_sinonim(Sinonim(istilah=istilah, searah=searah))
        for istilah, searah in kelompok
        if istilah[0] not in ada
    ]
    return len(baru)
