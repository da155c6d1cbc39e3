"""Who may see a request: whoever showed its secret or opened the link sent to them, for two hours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control

from permohonan.models import Permohonan

AKSES = "akses_permohonan"
MASA_AKSES = timedelta(hours=2)

Laman = Callable[..., HttpResponseBase]


def pribadi(laman: Laman) -> Laman:
    """Keep a page out of every cache and out of search engines."""

    @wraps(laman)
    def dijaga(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        jawaban = laman(request, *args, **kwargs)
        patch_cache_control(jawaban, private=True, no_store=True)
        jawaban["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return jawaban

    return dijaga


def beri_akses(request: HttpRequest, permohonan: Permohonan) -> None:
    """Let this browser see one case for two hours; the session gets a new key first."""
    request.session.cycle_key()
    sampai = timezone.now() + MASA_AKSES
    akses = _akses(request) | {permohonan.kode.hex: int(sampai.timestamp())}
    request.session[AKSES] = akses


def boleh_lihat(request: HttpRequest, kode: UUID) -> bool:
    """Tell whether this browser may see that case now."""
    return kode.hex in _akses(request)


def terbuka(request: HttpRequest, kode: UUID) -> Permohonan | None:
    """Return the case if this browser may see it; a case that is not there looks the same."""
    if not boleh_lihat(request, kode):
        return None
    return Permohonan.objects.filter(kode=kode).first()


def _akses(request: HttpRequest) -> dict[str, int]:
    kini = timezone.now().timestamp()
    semua: dict[str, int] = request.session.get(AKSES, {})
    return {kode: sampai for kode, sampai in semua.items() if sampai > kini}
