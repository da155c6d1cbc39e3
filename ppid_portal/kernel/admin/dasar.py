"""Bases of the back office: rights by role, and a case whose buttons are the rows of its Alur."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, TypeVar, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin

from ppid_portal.kernel.alur import Konteks, Transisi
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.galat import BerkasDitolak, BukanWewenang, TransisiDitolak
from ppid_portal.kernel.models import Perkara
from ppid_portal.kernel.peran import Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan, tersedia

M = TypeVar("M", bound=Model)
P = TypeVar("P", bound=Perkara)


def pelaku(request: HttpRequest) -> Pelaku:
    """Return who is acting; asked of the database once per request."""
    ada: Pelaku | None = getattr(request, "_pelaku", None)
    if ada is None:
        pengguna = request.user
        ada = Pelaku(frozenset())
        if pengguna.is_authenticated:
            ada = pengguna.sebagai_pelaku()
        request._pelaku = ada  # type: ignore[attr-defined]
    return ada


class BerperanAdmin(ModelAdmin):  # type: ignore[misc]
    """Rights come from the roles held today: who may look, who may change. Nobody deletes.

    `pengelola` lets a technical administrator (superuser) in as well; never for cases.
    """

    lihat: ClassVar[frozenset[Peran]] = frozenset()
    ubah: ClassVar[frozenset[Peran]] = frozenset()
    tambah: ClassVar[frozenset[Peran]] = frozenset()
    pengelola: ClassVar[bool] = False

    def _boleh(self, request: HttpRequest, peran: frozenset[Peran]) -> bool:
        pengguna = request.user
        if not (pengguna.is_active and getattr(pengguna, "is_staff", False)):
            return False
        istimewa = self.pengelola and getattr(pengguna, "is_superuser", False)
        return istimewa or bool(peran & pelaku(request).peran)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, self.lihat | self.ubah | self.tambah)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, self.ubah)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, self.tambah)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class PerkaraAdmin(BerperanAdmin):
    """A case: fields to read, its clock and history, and one button per row that may be taken now.

    Each button opens a short confirmation at an address of its own; a POST there is one call of
    the action. Subclasses declare the words of the actions, the forms that ask for more than a
    reason, and the functions that do more than move the case.
    """

    change_form_template = "kernel/admin/perkara.html"
    aksi_enum: ClassVar[Any]
    formulir: ClassVar[Mapping[str, type[AksiForm]]] = {}
    tindakan: ClassVar[Mapping[str, Callable[..., Any]]] = {}

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # fields are read; what changes a case is an action

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return cast(QuerySet[Any], super().get_queryset(request).terlihat_oleh(pelaku(request)))

    def get_urls(self) -> list[URLPattern]:
        nama = f"{self.opts.app_label}_{self.opts.model_name}_aksi"
        rute = path(
            "<int:pk>/aksi/<slug:aksi>/", self.admin_site.admin_view(self.aksi_view), name=nama
        )
        return [rute, *super().get_urls()]

    def label(self, aksi: str) -> str:
        return str(self.aksi_enum(aksi).label)

    def tombol(self, request: HttpRequest, perkara: Perkara) -> list[dict[str, Any]]:
        nama = f"admin:{self.opts.app_label}_{self.opts.model_name}_aksi"
        return [
            {
                "label": self.label(baris.aksi),
                "url": reverse(nama, args=[perkara.pk, baris.aksi]),
                "dasar": baris.dasar,
            }
            for baris in tersedia(perkara, pelaku(request))
        ]

    def konteks_perkara(self, request: HttpRequest, perkara: Any) -> dict[str, Any]:
        """Return what the case page shows beside the fields; subclasses add to it."""
        return {"tombol": self.tombol(request, perkara)}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        perkara = self.get_object(request, object_id) if object_id else None
        tambahan = self.konteks_perkara(request, perkara) if perkara else {}
        return cast(
            HttpResponse,
            super().changeform_view(
                request, object_id, form_url, {**(extra_context or {}), **tambahan}
            ),
        )

    def aksi_view(self, request: HttpRequest, pk: int, aksi: str) -> HttpResponse:
        """Ask for confirmation (GET) or take the step (POST)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        perkara = self.get_object(request, str(pk))
        if perkara is None:
            raise Http404
        if aksi not in self.aksi_enum.values:
            raise Http404
        siapa = pelaku(request)
        try:
            baris = perkara.alur.cari(perkara.status, aksi)
            if not baris.boleh(siapa):
                raise BukanWewenang(_("Langkah ini bukan wewenang Anda."))
            if halangan := baris.halangan(perkara, Konteks(siapa, timezone.localdate())):
                raise TransisiDitolak(" ".join(halangan))
        except BukanWewenang as galat:
            raise PermissionDenied(str(galat)) from None
        except TransisiDitolak as galat:
            messages.error(request, str(galat))
            return redirect(self._alamat(perkara))
        return self._konfirmasi(request, perkara, baris, siapa)

    def _konfirmasi(
        self, request: HttpRequest, perkara: Any, baris: Transisi, siapa: Pelaku
    ) -> HttpResponse:
        kelas = self.formulir.get(baris.aksi, AksiForm)
        form = kelas(
            request.POST or None,
            request.FILES or None,
            perkara=perkara,
            baris=baris,
            pelaku=siapa,
        )
        if request.method == "POST" and form.is_valid():
            try:
                self.tindakan.get(baris.aksi, _langkah_biasa(baris.aksi))(
                    perkara, siapa, **form.isian()
                )
            except ValidationError as galat:
                _ke_form(form, galat)
            except (TransisiDitolak, BerkasDitolak) as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, _("%s: tercatat.") % self.label(baris.aksi))
                return redirect(self._alamat(perkara))
        return self._laman_aksi(request, perkara, baris, form)

    def _laman_aksi(
        self, request: HttpRequest, perkara: Any, baris: Transisi, form: AksiForm
    ) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"{self.label(baris.aksi)} – {perkara}",
            "label": self.label(baris.aksi),
            "perkara": perkara,
            "baris": baris,
            "form": form,
            "opts": self.opts,
            "kembali": self._alamat(perkara),
            "akibat": self.akibat(perkara, baris),
        }
        kode = 409 if form.errors and request.method == "POST" else 200
        return TemplateResponse(request, "kernel/admin/aksi.html", konteks, status=kode)

    def akibat(self, perkara: Any, baris: Transisi) -> list[str]:
        """Return in plain words what this step will send and start; subclasses add to it."""
        return [
            _("Tenggat “%(judul)s” mulai berjalan (%(dasar)s).")
            % {"judul": t.judul, "dasar": t.dasar}
            for t in baris.mulai
        ]

    def _alamat(self, perkara: Any) -> str:
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[perkara.pk]
        )


def _langkah_biasa(aksi: str) -> Callable[..., Any]:
    def langkah(perkara: Perkara, siapa: Pelaku, **isian: Any) -> Perkara:
        return jalankan(perkara, aksi, siapa, **isian)

    return langkah


def _ke_form(form: AksiForm, galat: ValidationError) -> None:
    """Put each complaint beside its field; those of no field stand on top."""
    if not hasattr(galat, "error_dict"):
        form.add_error(None, galat)
        return
    for nama, pesan in galat.error_dict.items():
        form.add_error(nama if nama in form.fields else None, pesan)
