"""The units of the body, and the body itself."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminURLInputWidget

from ppid_portal.kernel.admin.dasar import BerperanAdmin
from ppid_portal.kernel.models import Instansi, Unit
from ppid_portal.kernel.peran import MEJA_PPID, Peran


@admin.register(Unit)
class UnitAdmin(BerperanAdmin):
    """The tree, kept by the technical administrator."""

    lihat = MEJA_PPID
    pengelola = True
    list_display = ("nama", "singkatan", "jenis", "induk", "aktif")
    list_filter = ("jenis", "aktif")
    list_select_related = ("induk",)
    search_fields = ("nama", "singkatan")
    autocomplete_fields = ("induk",)
    prepopulated_fields = {"slug": ("nama",)}


@admin.register(Instansi)
class InstansiAdmin(BerperanAdmin):
    """One row: its list is its form."""

    lihat = MEJA_PPID
    ubah = frozenset({Peran.PPID_UTAMA})
    formfield_overrides = {
        models.URLField: {"widget": UnfoldAdminURLInputWidget, "assume_scheme": "https"}
    }
    fieldsets = (
        (None, {"fields": ("nama_badan", "nama_portal", "ibu_kota", "contoh")}),
        (
            _("Meja layanan"),
            {"fields": ("alamat", "telepon", "whatsapp", "surel", "laman", "jam_layanan")},
        ),
        (_("Penomoran"), {"fields": ("format_nomor", "format_nomor_surat")}),
        (
            _("Pejabat"),
            {
                "fields": (
                    ("nama_ppid", "jabatan_ppid", "nip_ppid"),
                    ("nama_atasan", "jabatan_atasan", "nip_atasan"),
                )
            },
        ),
    )

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        instansi, _baru = Instansi.objects.get_or_create(pk=1)
        return redirect("admin:kernel_instansi_change", instansi.pk)
