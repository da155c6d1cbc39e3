"""The register's workflows as tables."""

from informasi.alur.pengecualian import ALUR_PENGECUALIAN
from informasi.alur.register import ALUR_INFORMASI, PEMBARUAN, PENULIS, unit_sendiri

__all__ = ["ALUR_INFORMASI", "ALUR_PENGECUALIAN", "PEMBARUAN", "PENULIS", "unit_sendiri"]
