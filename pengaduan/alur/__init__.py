"""The complaint as a table, with the classes that verification chooses from."""

from pengaduan.alur.pengaduan import ALUR_PENGADUAN
from pengaduan.alur.tenggat import DIAM, LENGKAPI, PRATUTUP, TERUSAN, UU25_LENGKAPI

__all__ = ["ALUR_PENGADUAN", "DIAM", "LENGKAPI", "PRATUTUP", "TERUSAN", "UU25_LENGKAPI"]
