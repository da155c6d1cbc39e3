"""The public doors of the register."""

from informasi.views.laman import berkas, daftar, lihat

__all__ = ["berkas", "daftar", "lihat"]
