"""The lists that the statute asks for, at the desk: the PPID fixes them, the others read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from informasi import actions, queries
from informasi.models import PenetapanDIP
from ppid_portal.kernel.admin import BerperanAdmin, pelaku
from ppid_portal.kernel.peran import MEJA_PPID, Peran


class PenetapanDIPForm(forms.ModelForm[PenetapanDIP]):
    class Meta:
        model = PenetapanDIP
        fields = ("nomor_sk", "tanggal_sk")

    def clean(self) -> dict[str, Any]:
        isian = super().clean() or self.cleaned_data
        tanggal = isian.get("tanggal_sk")
        if tanggal and tanggal > timezone.localdate():
            raise ValidationError({"tanggal_sk": _("Tanggal SK belum tiba.")})
        if not queries.untuk_dip().exists():
            raise ValidationError(_("Belum ada informasi yang diumumkan."))
        return isian


@admin.register(PenetapanDIP)
class PenetapanDIPAdmin(BerperanAdmin):
    """A decision is added once and never changed."""

    form = PenetapanDIPForm
    lihat = MEJA_PPID
    tambah = frozenset({Peran.PPID_UTAMA})
    list_display = ("nomor_sk", "tanggal_sk", "jumlah")
    readonly_fields = ("jumlah", "ditetapkan_pada", "oleh", "laman")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Say before a decision how much it would fix."""
        if obj is not None:
            kolom = ("nomor_sk", "tanggal_sk", "jumlah", "ditetapkan_pada", "oleh", "laman")
            return [(None, {"fields": kolom})]
        akibat = _(
            "Menetapkan %(jumlah)s informasi yang kini diumumkan, sebagaimana bunyinya saat ini. "
            "Penetapan tidak dapat diubah atau dihapus."
        ) % {"jumlah": queries.untuk_dip().count()}
        return [(_("Tetapkan DIP"), {"fields": ("nomor_sk", "tanggal_sk"), "description": akibat})]

    def save_model(self, request: HttpRequest, obj: PenetapanDIP, form: Any, change: bool) -> None:
        actions.tetapkan_dip(obj, pelaku(request))

    @admin.display(description=_("laman"))
    def laman(self, penetapan: PenetapanDIP) -> SafeString:
        return format_html(
            '<a href="{}" class="underline">{}</a>',
            penetapan.get_absolute_url(),
            _("Buka laman dan unduhannya"),
        )
