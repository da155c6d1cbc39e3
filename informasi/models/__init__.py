"""The register's tables: items and their search, and what later rooms add."""

from informasi.models.hukum import PengingatInformasi
from informasi.models.register import (
    BerkasEdisi,
    Edisi,
    IndeksInformasi,
    Informasi,
    InformasiQuerySet,
    JangkaInformasi,
    KataInformasi,
    PeristiwaInformasi,
)
from informasi.models.temu import Sinonim

__all__ = [
    "BerkasEdisi",
    "Edisi",
    "IndeksInformasi",
    "Informasi",
    "InformasiQuerySet",
    "JangkaInformasi",
    "KataInformasi",
    "PengingatInformasi",
    "PeristiwaInformasi",
    "Sinonim",
]
