"""Tables of the complaint."""

from pengaduan.models.catatan import (
    AksesPengaduan,
    BerkasPengaduan,
    JangkaPengaduan,
    Pelapor,
    PengingatPengaduan,
    PenugasanPengaduan,
    PeristiwaPengaduan,
    Tanggapan,
)
from pengaduan.models.pengaduan import (
    MEJA_PENGADUAN,
    PEMEGANG_UNIT,
    Kategori,
    Pengaduan,
    PengaduanQuerySet,
)

__all__ = [
    "MEJA_PENGADUAN",
    "PEMEGANG_UNIT",
    "AksesPengaduan",
    "BerkasPengaduan",
    "JangkaPengaduan",
    "Kategori",
    "Pelapor",
    "Pengaduan",
    "PengaduanQuerySet",
    "PengingatPengaduan",
    "PenugasanPengaduan",
    "PeristiwaPengaduan",
    "Tanggapan",
]
