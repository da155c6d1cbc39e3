"""What both case pages share: scope, buttons in working order, what a step sends, the history in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from permohonan import queries
from permohonan.admin.daftar import DaftarKerja, batas_kata
from ppid_portal.kernel.admin import PerkaraAdmin
from ppid_portal.kernel.alur import Transisi
from ppid_portal.kernel.kata import daftar, hari_tanggal
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import Peran


class LamanPerkara(PerkaraAdmin):
    """A worklist, the most pressing first, and the page of one case in it."""

    list_per_page = 50
    view_on_site = False
    urutan: ClassVar[Sequence[str]] = ()  # of the buttons; those not named come last
    pemberitahuan: ClassVar[Mapping[str, tuple[Peran, ...]]] = {}

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        return [F("batas_waktu").asc(nulls_last=True), "-pk"]

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[DaftarKerja]:
        return DaftarKerja

    @admin.display(description=gettext_lazy("status"), ordering="status")
    def keadaan(self, perkara: Any) -> str:
        return str(perkara.get_status_display())

    @admin.display(description=gettext_lazy("paling lambat"), ordering="batas_waktu")
    def batas(self, perkara: Any) -> str:
        return batas_kata(perkara)

    @admin.display(description=gettext_lazy("paling lambat"))
    def hari_terakhir(self, perkara: Any) -> str:
        return hari_tanggal(perkara.batas_waktu) if perkara.batas_waktu else "–"

    @admin.display(description=gettext_lazy("diterima"))
    def hari_terima(self, perkara: Any) -> str:
        return hari_tanggal(perkara.tanggal_terima)

    def urutan_tombol(self, perkara: Any) -> Sequence[str]:
        return self.urutan

    def tombol(self, request: HttpRequest, perkara: Any) -> list[dict[str, Any]]:
        urutan = self.urutan_tombol(perkara)
        tempat = {self.label(aksi): n for n, aksi in reversed(list(enumerate(urutan)))}
        semua = super().tombol(request, perkara)
        return sorted(semua, key=lambda satu: tempat.get(satu["label"], len(urutan)))

    def konteks_perkara(self, request: HttpRequest, perkara: Any) -> dict[str, Any]:
        return {
            **super().konteks_perkara(request, perkara),
            "riwayat": [
                (satu, queries.nama_langkah(satu.aksi), Peran(satu.peran).label)
                for satu in perkara.peristiwa.select_related("oleh").order_by("-urut")
            ],
            "surat": Surat.objects.filter(perkara=perkara.rujukan),
        }

    def akibat(self, perkara: Any, baris: Transisi) -> list[str]:
        hasil = super().akibat(perkara, baris)
        if penerima := self.pemberitahuan.get(baris.aksi, ()):
            nama = daftar([p.label for p in penerima])
            hasil.insert(0, _("Pemberitahuan dikirim kepada: %s.") % nama)
        return hasil

    def perkara_terlihat(self, request: HttpRequest, pk: int) -> Any:
        """Return the case within the same scope as the list; 404 outside it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        perkara = self.get_object(request, str(pk))
        if perkara is None:
            raise Http404
        return perkara
