"""The page of a unit, from the regency down to the village."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from informasi.queries.unit import laman_unit
from informasi.views.laman import CACHE, halaman_bersyarat


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """Show address, officials, figures, list, services and the units below."""
    laman = laman_unit(slug, timezone.localdate())
    if laman is None:
        raise Http404
    return render(request, "informasi/unit.html", {"laman": laman, "unit": laman.unit})
