"""The register's back office."""

from informasi.admin.berkas import OlahanBerkasAdmin
from informasi.admin.hukum import PenetapanDIPAdmin
from informasi.admin.layanan import LayananPublikAdmin
from informasi.admin.pengecualian import PengecualianAdmin
from informasi.admin.register import TANPA_TOMBOL, InformasiAdmin
from informasi.admin.temu import PencarianKosongAdmin, SaranPencarianAdmin, SinonimAdmin

__all__ = [
    "TANPA_TOMBOL",
    "InformasiAdmin",
    "LayananPublikAdmin",
    "OlahanBerkasAdmin",
    "PencarianKosongAdmin",
    "PenetapanDIPAdmin",
    "PengecualianAdmin",
    "SaranPencarianAdmin",
    "SinonimAdmin",
]
