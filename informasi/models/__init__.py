"""The register's tables: items and their search, and what later rooms add."""

from informasi.models.berkas import OlahanBerkas, TeksHalaman, Temuan
from informasi.models.hukum import BarisDIP, PenetapanDIP, PengingatInformasi
from informasi.models.pengecualian import (
    JangkaPengecualian,
    PengecualianInformasi,
    PeristiwaPengecualian,
)
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
from informasi.models.temu import (
    LanggananPencarian,
    LayananPublik,
    PencarianKosong,
    SaranPencarian,
    Sinonim,
)

__all__ = [
    "BarisDIP",
    "BerkasEdisi",
    "Edisi",
    "IndeksInformasi",
    "Informasi",
    "InformasiQuerySet",
    "JangkaInformasi",
    "JangkaPengecualian",
    "KataInformasi",
    "LanggananPencarian",
    "LayananPublik",
    "OlahanBerkas",
    "PencarianKosong",
    "PenetapanDIP",
    "PengecualianInformasi",
    "PengingatInformasi",
    "PeristiwaInformasi",
    "PeristiwaPengecualian",
    "SaranPencarian",
    "Sinonim",
    "TeksHalaman",
    "Temuan",
]
