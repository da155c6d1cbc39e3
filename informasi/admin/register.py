"""The register at the desk: drafts of one's own unit, and the steps that the workflow allows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import ModelChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline

from informasi import actions
from informasi.admin.berkas import keadaan_berkas
from informasi.alur import PENULIS
from informasi.enums import Aksi, Status
from informasi.forms import DrafForm, EdisiForm, TarikForm
from informasi.forms.berkas import TemuanForm
from informasi.models import BerkasEdisi, Edisi, Informasi, PeristiwaInformasi
from ppid_portal.kernel.admin import PerkaraAdmin, pelaku
from ppid_portal.kernel.berkas import kirim_berkas
from ppid_portal.kernel.models import Berkas, Perkara, Unit
from ppid_portal.kernel.peran import MEJA_PPID, Pelaku, Peran

# Steps that follow from something else and have no button of their own.
TANPA_TOMBOL = frozenset({Aksi.CATAT, Aksi.UBAH, Aksi.UBAH_KELAS})


class HanyaBaca(TabularInline):  # type: ignore[misc]
    extra = 0
    can_delete = False
    hide_title = True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True  # whoever sees the item sees its rows

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class EdisiInline(HanyaBaca):
    model = Edisi
    fields = ("tahun", "periode", "versi", "isi_berkas", "pembacaan", "diumumkan_pada")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edisi]:
        edisi: QuerySet[Edisi] = super().get_queryset(request)
        return edisi.prefetch_related("berkas__berkas__olahan__temuan__oleh")

    @admin.display(description=_("pembacaan dan temuan"))
    def pembacaan(self, edisi: Edisi) -> SafeString:
        return keadaan_berkas(edisi)

    @admin.display(description=_("berkas"))
    def isi_berkas(self, edisi: Edisi) -> SafeString:
        return format_html_join(
            ", ",
            '<a href="{}" class="underline">{} ({})</a>',
            (_tautan(edisi, b) for b in edisi.berkas.all()),
        )


class PeristiwaInline(HanyaBaca):
    model = PeristiwaInformasi
    fields = ("waktu", "langkah", "oleh", "alasan")
    readonly_fields = fields
    verbose_name_plural = _("riwayat")

    @admin.display(description=_("langkah"))
    def langkah(self, peristiwa: PeristiwaInformasi) -> str:
        return str(Aksi(peristiwa.aksi).label) if peristiwa.aksi in Aksi.values else peristiwa.aksi


def _tambah_edisi(informasi: Informasi, siapa: Pelaku, **isian: Any) -> Edisi:
    return actions.tambah_edisi(informasi, pelaku=siapa, **isian)


@admin.register(Informasi)
class InformasiAdmin(PerkaraAdmin):
    """Officers of a unit write drafts of their own unit; the PPID reviews and publishes."""

    aksi_enum = Aksi
    lihat = MEJA_PPID | {Peran.KEPALA_OPD}
    tambah = PENULIS
    form = DrafForm
    formulir = {
        Aksi.TAMBAH_EDISI: EdisiForm,
        Aksi.TARIK: TarikForm,
        Aksi.BENARKAN_TEMUAN: TemuanForm,
    }
    tindakan = {
        Aksi.TAMBAH_EDISI: _tambah_edisi,
        Aksi.USULKAN: actions.usulkan,
        Aksi.KEMBALIKAN: actions.kembalikan,
        Aksi.TERBITKAN: actions.terbitkan,
        Aksi.UMUMKAN_EDISI: actions.umumkan_edisi,
        Aksi.PERBARUI: actions.perbarui,
        Aksi.TARIK: actions.tarik,
        Aksi.BENARKAN_TEMUAN: actions.benarkan_temuan,
        Aksi.BUANG_EDISI: actions.buang_edisi,
    }
    list_display = ("judul", "kelas", "unit", "keadaan", "diubah_pada")
    list_filter = ("status", "kelas")
    list_select_related = ("unit",)
    search_fields = ("judul", "ringkasan")
    ordering = ("-diubah_pada",)
    inlines = (EdisiInline, PeristiwaInline)
    fieldsets = (
        (None, {"fields": ("keadaan", "judul", "ringkasan", "kelas", "kelompok", "unit", "dibuka")}),
        (
            _("Asal"),
            {
                "fields": (
                    "pejabat", "penanggung_jawab", "waktu_pembuatan", "tempat_pembuatan", "tahun",
                )
            },
        ),
        (_("Bentuk dan jangka simpan"), {"fields": ("bentuk", "retensi", "retensi_bulan", "retensi_asli")}),
    )  # fmt: skip
    readonly_fields = ("keadaan",)

    @admin.display(description=_("keadaan"), ordering="status")
    def keadaan(self, informasi: Informasi) -> str:
        return informasi.get_status_display() if informasi.status else "–"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Only a draft is edited, by those who write for its unit."""
        return (
            obj is not None
            and obj.status == Status.DRAF
            and self._boleh(request, PENULIS)
            and (_semua_unit(pelaku(request)) or obj.unit_id in pelaku(request).unit)
        )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out the hidden state where nothing can be typed."""
        if obj is None or self.has_change_permission(request, obj):
            return super().get_fieldsets(request, obj)
        return [
            (judul, {**isi, "fields": [f for f in isi["fields"] if f != "dibuka"]})
            for judul, isi in super().get_fieldsets(request, obj)
        ]

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Model] | None:
        if db_field.name == "unit":
            unit = Unit.objects.aktif()
            siapa = pelaku(request)
            kwargs["queryset"] = unit if _semua_unit(siapa) else unit.filter(pk__in=siapa.unit)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[no-any-return]

    def save_model(self, request: HttpRequest, obj: Informasi, form: Any, change: bool) -> None:
        """Write through the actions; the page goes on with the row as they left it."""
        siapa = pelaku(request)
        obj.bentuk_asli = obj.bentuk_asli if "bentuk" not in form.changed_data else ""
        if change:
            actions.ubah(obj, siapa, versi=obj.versi)
        else:
            actions.catat(obj, siapa)

    def response_post_save_add(self, request: HttpRequest, obj: Informasi) -> HttpResponse:
        """Go on to the new draft, where the files are added."""
        return redirect("admin:informasi_informasi_change", obj.pk)

    def tombol(self, request: HttpRequest, perkara: Perkara) -> list[dict[str, Any]]:
        tanpa = {self.label(aksi) for aksi in TANPA_TOMBOL}
        return [t for t in super().tombol(request, perkara) if t["label"] not in tanpa]

    def aksi_view(self, request: HttpRequest, pk: int, aksi: str) -> Any:
        if aksi in TANPA_TOMBOL:
            raise Http404
        return super().aksi_view(request, pk, aksi)

    def get_urls(self) -> list[URLPattern]:
        rute = path(
            "<int:pk>/berkas/<uuid:kunci>/",
            self.admin_site.admin_view(self.berkas_view),
            name="informasi_informasi_berkas",
        )
        return [rute, *super().get_urls()]

    def berkas_view(self, request: HttpRequest, pk: int, kunci: UUID) -> HttpResponseBase:
        """Hand out a file of an item that this officer sees, published or not."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        informasi = self.get_object(request, str(pk))
        berkas = Berkas.objects.filter(pk=kunci, di_edisi__edisi__informasi=informasi).first()
        if informasi is None or berkas is None:
            raise Http404
        return kirim_berkas(berkas)


def _semua_unit(siapa: Pelaku) -> bool:
    return siapa.memegang(Peran.PETUGAS, Peran.PPID_UTAMA)


def _tautan(edisi: Edisi, berkas: BerkasEdisi) -> tuple[str, str, str]:
    alamat = reverse(
        "admin:informasi_informasi_berkas", args=[edisi.informasi_id, berkas.berkas_id]
    )
    return alamat, berkas.berkas.nama, berkas.berkas.ukuran_kata
