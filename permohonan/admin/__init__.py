"""The desk: requests for PPID, dispositions for the units."""

from permohonan.admin.disposisi import DisposisiAdmin
from permohonan.admin.permohonan import PermohonanAdmin

__all__ = ["DisposisiAdmin", "PermohonanAdmin"]
