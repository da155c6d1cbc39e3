"""What was found in files that wait for release."""

from __future__ import annotations

from django.db.models import QuerySet

from informasi.models import Informasi, Temuan


def temuan_terbuka(informasi: Informasi) -> QuerySet[Temuan]:
    """Return what nobody has justified yet in the files that are not public."""
    return Temuan.objects.filter(
        dibenarkan_pada__isnull=True,
        olahan__berkas__di_edisi__edisi__informasi=informasi,
        olahan__berkas__di_edisi__edisi__diumumkan_pada__isnull=True,
    ).select_related("olahan__berkas")
