"""Exclusions at the desk: a unit proposes, the PPID tests and decides."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import ForeignKey, Model
from django.forms import ModelChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from informasi import actions
from informasi.admin.register import HanyaBaca
from informasi.alur import PENULIS
from informasi.enums import AksiPengecualian, Kelas, Status
from informasi.forms.hukum import KlasifikasiForm, UjiForm
from informasi.models import Informasi, PengecualianInformasi, PeristiwaPengecualian
from ppid_portal.kernel.admin import PerkaraAdmin, pelaku
from ppid_portal.kernel.peran import MEJA_PPID, Peran


class PeristiwaPengecualianInline(HanyaBaca):
    model = PeristiwaPengecualian
    fields = ("waktu", "langkah", "oleh", "alasan")
    readonly_fields = fields
    verbose_name_plural = _("riwayat")

    @admin.display(description=_("langkah"))
    def langkah(self, peristiwa: PeristiwaPengecualian) -> str:
        return str(AksiPengecualian(peristiwa.aksi).label)


@admin.register(PengecualianInformasi)
class PengecualianAdmin(PerkaraAdmin):
    """A proposal is written once; what follows are steps with forms of their own."""

    aksi_enum = AksiPengecualian
    lihat = MEJA_PPID | {Peran.KEPALA_OPD}
    tambah = PENULIS
    formulir = {AksiPengecualian.UJI: UjiForm, AksiPengecualian.TETAPKAN: KlasifikasiForm}
    tindakan = {
        AksiPengecualian.UJI: actions.uji,
        AksiPengecualian.TETAPKAN: actions.tetapkan,
        AksiPengecualian.BUKA: actions.buka,
    }
    list_display = ("informasi", "dasar", "keadaan", "sampai")
    list_filter = ("status", "dasar")
    list_select_related = ("informasi",)
    inlines = (PeristiwaPengecualianInline,)
    usulan = ("informasi", "dasar", "undang_undang", "uraian")
    readonly_fields = ("keadaan", "surat")

    @admin.display(description=_("keadaan"), ordering="status")
    def keadaan(self, pengecualian: PengecualianInformasi) -> str:
        return pengecualian.get_status_display()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return [(None, {"fields": self.usulan})]
        lembar = (
            "tanggal_uji", "tempat_uji", "peserta", "akibat_dibuka", "akibat_ditutup",
            "kepentingan_umum", "kesimpulan", "bagian_dihitamkan",
        )  # fmt: skip
        akhir = ("mulai", "sampai", "sampai_peristiwa", "persetujuan", "surat")
        return [
            (None, {"fields": ("keadaan", *self.usulan)}),
            (_("Uji konsekuensi"), {"fields": lembar}),
            (_("Penetapan"), {"fields": akhir}),
        ]

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Model] | None:
        if db_field.name == "informasi":
            milik = Informasi.objects.terlihat_oleh(pelaku(request))
            kwargs["queryset"] = milik.filter(
                kelas=Kelas.DIKECUALIKAN, pengecualian__isnull=True
            ).exclude(status=Status.DITARIK)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[no-any-return]

    def save_model(
        self, request: HttpRequest, obj: PengecualianInformasi, form: Any, change: bool
    ) -> None:
        actions.usulkan_pengecualian(obj, pelaku(request))
