"""The public doors of the register."""

from informasi.views.ckan import aksi as aksi_ckan
from informasi.views.hukum import dik, dip, dip_rinci, dip_unduh
from informasi.views.katalog import katalog
from informasi.views.laman import berkas, daftar, lihat
from informasi.views.sampul import sampul
from informasi.views.umpan import atom, peta_informasi, peta_laman, peta_situs, robots
from informasi.views.unduh import unduh

__all__ = [
    "aksi_ckan",
    "atom",
    "berkas",
    "daftar",
    "dik",
    "dip",
    "dip_rinci",
    "dip_unduh",
    "katalog",
    "lihat",
    "peta_informasi",
    "peta_laman",
    "peta_situs",
    "robots",
    "sampul",
    "unduh",
]
