"""Public services at the desk: every office writes its own."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import ForeignKey, Model, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest
from unfold.widgets import UnfoldAdminURLInputWidget

from informasi import actions
from informasi.actions.layanan import boleh_menulis
from informasi.models import LayananPublik
from ppid_portal.kernel.admin import BerperanAdmin, pelaku
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.peran import MEJA_PPID, Peran

PENULIS_LAYANAN = frozenset({Peran.PPID_PELAKSANA, Peran.PETUGAS, Peran.PPID_UTAMA})


@admin.register(LayananPublik)
class LayananPublikAdmin(BerperanAdmin):
    """The list, the rows and the units to choose are those of one's own offices."""

    lihat = MEJA_PPID | {Peran.KEPALA_OPD}
    ubah = PENULIS_LAYANAN
    tambah = PENULIS_LAYANAN
    list_display = ("nama", "unit", "aktif", "diubah_pada")
    list_filter = ("aktif",)
    list_select_related = ("unit",)
    search_fields = ("nama",)
    formfield_overrides = {
        models.URLField: {"widget": UnfoldAdminURLInputWidget, "assume_scheme": "https"}
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[LayananPublik]:
        layanan: QuerySet[LayananPublik] = super().get_queryset(request)
        return layanan & LayananPublik.objects.terlihat_oleh(pelaku(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        boleh = super().has_change_permission(request, obj)
        return boleh and (obj is None or boleh_menulis(pelaku(request), obj.unit_id))

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> ModelChoiceField[Model] | None:
        if db_field.name == "unit":
            unit, siapa = Unit.objects.aktif(), pelaku(request)
            if not siapa.memegang(Peran.PETUGAS, Peran.PPID_UTAMA):
                unit = unit.filter(pk__in=siapa.unit_sebagai(Peran.PPID_PELAKSANA))
            kwargs["queryset"] = unit
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[no-any-return]

    def save_model(self, request: HttpRequest, obj: LayananPublik, form: Any, change: bool) -> None:
        actions.simpan_layanan(obj, pelaku(request))
