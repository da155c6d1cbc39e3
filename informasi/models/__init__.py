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
from informasi.models.temu import PencarianKosong, SaranPencarian, Sinonim

__all__ = [
    "BerkasEdisi",
    "Edisi",
    "IndeksInformasi",
    "Informasi",
    "InformasiQuerySet",
    "JangkaInformasi",
    "KataInformasi",
    "PencarianKosong",
    "PengingatInformasi",
    "PeristiwaInformasi",
    "SaranPencarian",
    "Sinonim",
]
