"""The register's back office."""

from informasi.admin.register import InformasiAdmin

__all__ = ["InformasiAdmin"]
