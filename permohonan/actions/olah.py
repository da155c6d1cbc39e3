"""Empty the outbox: make the letters and messages of each event, exactly once."""

from __future__ import annotations

from permohonan.models import PeristiwaDisposisi, PeristiwaPermohonan
from permohonan.notifikasi import kabari, kabari_unit
from permohonan.surat import terbitkan_semua
from ppid_portal.kernel import antrean


def olah_peristiwa(maks: int = antrean.SEKALI_JALAN) -> int:
    """Process what waits; returns how many events are done."""
    return antrean.olah(PeristiwaPermohonan, _permohonan, maks) + antrean.olah(
        PeristiwaDisposisi, _disposisi, maks
    )


def _permohonan(peristiwa: PeristiwaPermohonan) -> None:
    kabari(peristiwa, terbitkan_semua(peristiwa))


def _disposisi(peristiwa: PeristiwaDisposisi) -> None:
    kabari_unit(peristiwa, terbitkan_semua(peristiwa))
