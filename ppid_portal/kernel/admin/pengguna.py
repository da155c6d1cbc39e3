"""Officers' accounts and appointments, kept by the technical administrator."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.forms import AdminPasswordChangeForm, UserChangeForm, UserCreationForm

from ppid_portal.kernel.admin.dasar import BerperanAdmin
from ppid_portal.kernel.models import Pengguna, Penugasan


class PenugasanInline(TabularInline):  # type: ignore[misc]
    """Appointments end by their date and are kept; the account's admin decides who may touch them."""

    model = Penugasan
    fields = ("peran", "unit", "mulai", "sampai", "dasar")
    autocomplete_fields = ("unit",)
    extra = 0

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Pengguna)
class PenggunaAdmin(UserAdmin, BerperanAdmin):  # type: ignore[misc, type-arg]
    """Roles come from appointments alone, so groups and permissions are not offered."""

    pengelola = True
    form = UserChangeForm
    add_form = UserCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "nama", "jabatan", "is_active", "is_superuser")
    list_filter = ("is_active", "is_superuser", "penugasan__peran")
    search_fields = ("username", "nama", "nip", "email")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("last_login", "date_joined")
    inlines = (PenugasanInline,)
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Pejabat"), {"fields": ("nama", "nip", "jabatan", "email")}),
        (_("Akses"), {"fields": ("is_active", "is_staff", "is_superuser")}),
        (_("Waktu"), {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        (_("Pejabat"), {"fields": ("nama", "nip", "jabatan", "email")}),
        (_("Akses"), {"fields": ("is_staff",)}),
    )
