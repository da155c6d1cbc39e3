"""The units' worklist: what PPID handed them, never who asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from permohonan import actions
from permohonan.admin.daftar import StatusFilter, TerlambatFilter, ringkas
from permohonan.admin.laman import LamanPerkara
from permohonan.enums import AksiDisposisi, StatusDisposisi
from permohonan.forms import meja
from permohonan.models import Disposisi
from permohonan.notifikasi import PEMBERITAHUAN_UNIT
from ppid_portal.kernel.alur import Transisi
from ppid_portal.kernel.berkas import kirim_berkas
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.jam import jam_jangka
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import MEJA_PPID, Pelaku, Peran

URUTAN = (
    AksiDisposisi.TERIMA,
    AksiDisposisi.JAWAB,
    AksiDisposisi.KEMBALIKAN,
    AksiDisposisi.MINTA_ULANG,
    AksiDisposisi.TARIK,
)


def _oleh(tindakan: Callable[..., Any]) -> Callable[..., Any]:
    def langkah(disposisi: Disposisi, siapa: Pelaku, **isian: Any) -> Any:
        return tindakan(disposisi, pelaku=siapa, **isian)

    return langkah


@admin.register(Disposisi)
class DisposisiAdmin(LamanPerkara):
    """Dispositions of the own unit and those below it, the most pressing first."""

    lihat = MEJA_PPID | {Peran.PPID_PELAKSANA, Peran.KEPALA_OPD}
    aksi_enum = AksiDisposisi
    status_enum = StatusDisposisi
    change_form_template = "permohonan/admin/disposisi.html"
    formulir: ClassVar[Mapping[str, type[AksiForm]]] = {
        **dict.fromkeys(AksiDisposisi.values, meja.MejaForm),
        AksiDisposisi.JAWAB: meja.JawabForm,
    }
    tindakan: ClassVar[Mapping[str, Callable[..., Any]]] = {
        AksiDisposisi.TERIMA: _oleh(actions.terima),
        AksiDisposisi.JAWAB: _oleh(actions.jawab),
        AksiDisposisi.KEMBALIKAN: _oleh(actions.kembalikan),
        AksiDisposisi.MINTA_ULANG: _oleh(actions.minta_ulang),
        AksiDisposisi.TARIK: _oleh(actions.tarik),
    }
    list_display = ("nomor", "isi", "unit", "keadaan", "batas")
    list_filter = (StatusFilter, TerlambatFilter)
    search_fields = ("permohonan__nomor",)
    search_help_text = gettext_lazy("Nomor permohonan atau kata dalam butir.")
    urutan = URUTAN
    pemberitahuan = PEMBERITAHUAN_UNIT
    fields = ("nomor", "nama_unit", "keadaan", "hari_terima", "hari_terakhir")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Disposisi]:
        semua = super().get_queryset(request).select_related("permohonan", "unit")
        return semua.prefetch_related("permohonan__butir")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Disposisi], search_term: str
    ) -> tuple[QuerySet[Disposisi], bool]:
        kata = search_term.strip()
        if not kata:
            return queryset, False
        cocok = Q(permohonan__nomor__icontains=kata) | Q(permohonan__butir__rincian__icontains=kata)
        return queryset.filter(cocok), True

    @admin.display(description=gettext_lazy("permohonan"))
    def nomor(self, disposisi: Disposisi) -> str:
        return disposisi.permohonan.nomor

    @admin.display(description=gettext_lazy("unit"))
    def nama_unit(self, disposisi: Disposisi) -> str:
        return disposisi.unit.nama

    @admin.display(description=gettext_lazy("informasi yang diminta"))
    def isi(self, disposisi: Disposisi) -> str:
        return ringkas(disposisi.permohonan.butir.all())

    def get_urls(self) -> list[URLPattern]:
        pandangan = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/berkas/<int:berkas>/",
                pandangan(self.berkas_view),
                name="permohonan_disposisi_berkas",
            ),
            path(
                "<int:pk>/surat/<int:surat>/",
                pandangan(self.surat_view),
                name="permohonan_disposisi_surat",
            ),
            *super().get_urls(),
        ]

    def konteks_perkara(self, request: HttpRequest, perkara: Any) -> dict[str, Any]:
        jangka = perkara.jangka.filter(berhenti_pada__isnull=True).first()
        return {
            **super().konteks_perkara(request, perkara),
            "jam": jam_jangka(jangka, timezone.localdate()) if jangka else None,
            "butir": perkara.permohonan.butir.all(),
            "berkas": perkara.berkas.select_related("berkas"),
            "disposisi": perkara,
        }

    def akibat(self, perkara: Any, baris: Transisi) -> list[str]:
        hasil = super().akibat(perkara, baris)
        if baris.aksi == AksiDisposisi.JAWAB:
            hasil.append(_("Bila semua unit sudah menjawab, permohonan masuk telaah PPID."))
        return hasil

    def berkas_view(self, request: HttpRequest, pk: int, berkas: int) -> HttpResponseBase:
        """Send a file of this disposition; nothing that the applicant sent hangs on one."""
        milik = self.perkara_terlihat(request, pk).berkas.select_related("berkas")
        return kirim_berkas(get_object_or_404(milik, pk=berkas).berkas, di_halaman=True)

    def surat_view(self, request: HttpRequest, pk: int, surat: int) -> HttpResponseBase:
        perkara = self.perkara_terlihat(request, pk)
        semua = Surat.objects.select_related("berkas")
        satu = get_object_or_404(semua, pk=surat, perkara=perkara.rujukan)
        return kirim_berkas(satu.berkas, di_halaman=True)
