"""The register's back office."""

from informasi.admin.register import TANPA_TOMBOL, InformasiAdmin

__all__ = ["TANPA_TOMBOL", "InformasiAdmin"]
