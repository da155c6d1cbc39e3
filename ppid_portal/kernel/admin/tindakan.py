"""Acts on the kernel's own tables: a button, a confirmation that says what follows, a POST."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, cast

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from ppid_portal.kernel.admin.dasar import BerperanAdmin


@dataclass(frozen=True, slots=True, kw_only=True)
class Tindakan:
    """One act; `kerjakan` does it and returns the row to show next."""

    kunci: str
    label: Any
    kerjakan: Callable[..., Model]
    boleh: Callable[[Any], bool]
    akibat: Callable[[Any], list[str]]
    formulir: type[forms.Form] = forms.Form


class TindakanAdmin(BerperanAdmin):
    """Whoever may change the table may take its acts; the fields may still be read-only."""

    change_form_template = "kernel/admin/perkara.html"
    tindakan: ClassVar[Sequence[Tindakan]] = ()

    def boleh_bertindak(self, request: HttpRequest) -> bool:
        return self._boleh(request, self.ubah)

    def peringatan(self, obj: Any) -> list[str]:
        """Return what stands above the fields; subclasses say it."""
        return []

    def get_urls(self) -> list[URLPattern]:
        rute = path(
            "<int:pk>/tindakan/<slug:kunci>/",
            self.admin_site.admin_view(self.tindakan_view),
            name=f"{self.opts.app_label}_{self.opts.model_name}_tindakan",
        )
        return [rute, *super().get_urls()]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        obj = self.get_object(request, object_id) if object_id else None
        tambahan: dict[str, Any] = dict(extra_context or {})
        if obj is not None:
            tambahan |= {
                "tombol": self._tombol(request, obj),
                "peringatan": self.peringatan(obj),
            }
        return cast(HttpResponse, super().changeform_view(request, object_id, form_url, tambahan))

    def _tombol(self, request: HttpRequest, obj: Any) -> list[dict[str, Any]]:
        if not self.boleh_bertindak(request):
            return []
        nama = f"admin:{self.opts.app_label}_{self.opts.model_name}_tindakan"
        return [
            {"label": t.label, "url": reverse(nama, args=[obj.pk, t.kunci]), "dasar": ""}
            for t in self.tindakan
            if t.boleh(obj)
        ]

    def tindakan_view(self, request: HttpRequest, pk: int, kunci: str) -> HttpResponse:
        """Ask for confirmation (GET) or act (POST)."""
        if not self.boleh_bertindak(request):
            raise PermissionDenied
        obj = self.get_object(request, str(pk))
        tindakan = next((t for t in self.tindakan if t.kunci == kunci), None)
        if obj is None or tindakan is None:
            raise Http404
        if not tindakan.boleh(obj):
            messages.error(request, _("Langkah ini tidak dapat dilakukan sekarang."))
            return redirect(self._alamat(obj))
        form = tindakan.formulir(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                hasil = tindakan.kerjakan(obj, **form.cleaned_data)
            except ValidationError as galat:
                form.add_error(None, galat)
            else:
                self.log_change(request, obj, str(tindakan.label))
                messages.success(request, _("%s: tercatat.") % tindakan.label)
                return redirect(self._alamat(hasil))
        return self._konfirmasi(request, obj, tindakan, form)

    def _konfirmasi(
        self, request: HttpRequest, obj: Any, tindakan: Tindakan, form: forms.Form
    ) -> HttpResponse:
        konteks = {
            **self.admin_site.each_context(request),
            "title": f"{tindakan.label} – {obj}",
            "label": tindakan.label,
            "perkara": obj,
            "form": form,
            "opts": self.opts,
            "kembali": self._alamat(obj),
            "akibat": tindakan.akibat(obj),
        }
        kode = 409 if form.errors else 200
        return TemplateResponse(request, "kernel/admin/aksi.html", konteks, status=kode)

    def _alamat(self, obj: Model) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[obj.pk])
