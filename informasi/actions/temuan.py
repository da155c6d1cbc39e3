"""The guard before a release: an officer says why a finding may stand, or discards the edition."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from informasi.enums import Aksi
from informasi.models import BerkasEdisi, Informasi, Temuan
from informasi.models.berkas import JenisTemuan
from informasi.queries.temuan import temuan_terbuka
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.peran import Pelaku
from ppid_portal.kernel.perkara import jalankan


@transaction.atomic
def benarkan_temuan(
    informasi: Informasi,
    pelaku: Pelaku,
    *,
    temuan: Sequence[Temuan],
    alasan: str,
    versi: int | None = None,
    pada: datetime | None = None,
) -> Informasi:
    """Let these findings stand for a reason; raises TransisiDitolak for a virus or another item's."""
    pada = pada or timezone.now()
    kunci = sorted(satu.pk for satu in temuan)
    informasi = jalankan(
        informasi,
        Aksi.BENARKAN_TEMUAN,
        pelaku,
        versi=versi,
        pada=pada,
        alasan=alasan,
        data={"temuan": kunci},
    )
    dipilih = temuan_terbuka(informasi).filter(pk__in=kunci)
    if dipilih.filter(jenis=JenisTemuan.VIRUS).exists():
        raise TransisiDitolak(_("Berkas yang terinfeksi tidak dapat dibenarkan."))
    if not kunci or dipilih.count() != len(kunci):
        raise TransisiDitolak(_("Temuan ini bukan milik butir ini, atau sudah dibenarkan."))
    Temuan.objects.filter(pk__in=kunci).update(
        alasan=alasan.strip()[:500], oleh_id=pelaku.pengguna_id, dibenarkan_pada=pada
    )
    return informasi


@transaction.atomic
def buang_edisi(
    informasi: Informasi, pelaku: Pelaku, *, alasan: str, versi: int | None = None
) -> Informasi:
    """Take the editions with open findings off the item; they were never public."""
    informasi = jalankan(informasi, Aksi.BUANG_EDISI, pelaku, versi=versi, alasan=alasan)
    berkas = temuan_terbuka(informasi).values("olahan__berkas")
    dibuang = informasi.edisi.filter(diumumkan_pada__isnull=True, berkas__berkas__in=berkas)
    kunci = list(dibuang.values_list("pk", flat=True))
    BerkasEdisi.objects.filter(edisi__in=kunci).delete()
    informasi.edisi.filter(pk__in=kunci).delete()
    return informasi
