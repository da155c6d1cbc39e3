"""What both worklists share: columns counted once per page, and the filter of late cases."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.views import ChangeList as UnfoldChangeList

from ppid_portal.kernel.kata import tanggal
from ppid_portal.kernel.libur import kalender_berlaku

PANJANG_RINGKASAN = 90


class DaftarKerja(UnfoldChangeList):  # type: ignore[misc]
    """A page of cases, each told how many working days are left."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        kalender, hari_ini = kalender_berlaku(), timezone.localdate()
        for perkara in self.result_list:
            batas = perkara.batas_waktu
            perkara.sisa = kalender.antara(hari_ini, batas) if batas else None


def batas_kata(perkara: Any) -> str:
    """Return the last day with what is left of it."""
    if perkara.batas_waktu is None:
        return "–"
    hari = tanggal(perkara.batas_waktu)
    sisa = getattr(perkara, "sisa", None)
    if sisa is None:
        return hari
    if perkara.batas_waktu < timezone.localdate():
        return format_html(
            '<strong class="text-red-700">{}<br>{}</strong>',
            hari,
            _("lewat %s hari kerja") % -sisa,
        )
    kata = _("hari ini hari terakhir") if sisa == 0 else _("tersisa %s hari kerja") % sisa
    return format_html("{}<br>{}", hari, kata)


def ringkas(butir: Any) -> str:
    """Return the first item in short, and how many more there are."""
    semua = list(butir)
    if not semua:
        return "–"
    awal = semua[0].rincian
    awal = awal if len(awal) <= PANJANG_RINGKASAN else f"{awal[:PANJANG_RINGKASAN].rstrip()}…"
    lebih = _(" (+%s butir)") % (len(semua) - 1) if len(semua) > 1 else ""
    return f"{awal}{lebih}"


class TerlambatFilter(admin.SimpleListFilter):
    title = gettext_lazy("batas waktu")
    parameter_name = "batas"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("terlambat", _("Terlambat")), ("berjalan", _("Masih berjalan"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        hari_ini = timezone.localdate()
        if self.value() == "terlambat":
            return queryset.filter(batas_waktu__lt=hari_ini)
        if self.value() == "berjalan":
            return queryset.filter(batas_waktu__gte=hari_ini)
        return queryset


class StatusFilter(admin.SimpleListFilter):
    """Cases in one status; the words stand in the admin's `status_enum`."""

    title = gettext_lazy("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(nilai, str(label)) for nilai, label in model_admin.status_enum.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(status=self.value()) if self.value() else queryset
