"""What the public may see of one item: pages, files and the API ask here."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Prefetch

from informasi.enums import Status
from informasi.models import BerkasEdisi, Edisi, Informasi
from ppid_portal.kernel.models import Berkas


def untuk_alamat(slug: str) -> Informasi | None:
    """Return the item at a public address, published or withdrawn; None for anything else."""
    pernah_terbit = Informasi.objects.filter(status__in=[Status.TERBIT, Status.DITARIK])
    return pernah_terbit.select_related("unit").filter(slug=slug).first()


def edisi_terbit(informasi: Informasi) -> list[Edisi]:
    """Return the published editions with their files, newest first; none of an excluded item."""
    if informasi.dikecualikan or informasi.status != Status.TERBIT:
        return []
    berkas = BerkasEdisi.objects.select_related("berkas")
    bersampul = berkas.annotate(sampul=F("berkas__olahan__sampul"))
    return list(informasi.edisi.terbit().prefetch_related(Prefetch("berkas", bersampul)))


def berkas_terbuka(kunci: UUID) -> Berkas | None:
    """Return a file that anybody may download."""
    satu = BerkasEdisi.objects.terbuka().select_related("berkas").filter(berkas=kunci).first()
    return satu.berkas if satu else None


def sampul_terbuka(kunci: UUID) -> Berkas | None:
    """Return the picture of the first page of a file that anybody may download."""
    satu = BerkasEdisi.objects.terbuka().filter(berkas__olahan__sampul=kunci).first()
    return Berkas.objects.get(pk=kunci) if satu else None
