"""The picture of a file's first page, for as long as the file itself is public."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from informasi import queries
from ppid_portal.kernel.berkas import kirim_berkas


@require_safe
def sampul(request: HttpRequest, kunci: UUID) -> HttpResponseBase:
    """Hand out the picture of a public file; anything else is not there."""
    gambar = queries.sampul_terbuka(kunci)
    if gambar is None:
        raise Http404
    jawaban = kirim_berkas(gambar)
    jawaban["Cache-Control"] = "public, max-age=0, s-maxage=30"
    return jawaban
