"""The statute as tables: the request and its dispositions."""

from permohonan.alur.disposisi import ALUR_DISPOSISI
from permohonan.alur.permohonan import ALUR_PERMOHONAN, TERBUKA

__all__ = ["ALUR_DISPOSISI", "ALUR_PERMOHONAN", "TERBUKA"]
