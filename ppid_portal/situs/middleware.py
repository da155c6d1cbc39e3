"""Response headers that depend on where in the portal one is."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

IZIN_PERAMBAN = "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"


def kepala_aman(
    jawab: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Give the back office what Unfold's scripts need and no other page more than itself."""
    meja = reverse("admin:index")

    def tengah(request: HttpRequest) -> HttpResponse:
        jawaban = jawab(request)
        jawaban["Permissions-Policy"] = IZIN_PERAMBAN
        if request.path.startswith(meja):
            jawaban._csp_update = settings.CSP_MEJA  # type: ignore[attr-defined]
            jawaban.setdefault("Cache-Control", "private, no-store")
        return jawaban

    return tengah
