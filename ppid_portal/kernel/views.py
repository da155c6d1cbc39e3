"""Doors of the kernel for machines: is the house alive."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ppid_portal.kernel import sehat as kesehatan


@never_cache
@require_safe
def sehat(request: HttpRequest) -> JsonResponse:
    """Answer 200 when every part answers, 503 when one does not."""
    bagian = kesehatan.periksa()
    baik = all(bagian.values())
    kata = {nama: "baik" if hidup else "mati" for nama, hidup in bagian.items()}
    return JsonResponse({"sehat": baik, "bagian": kata}, status=200 if baik else 503)
