"""“Apakah ini yang Anda cari?”: published items for the words of a request that is being written."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from informasi import actions, queries
from informasi.enums import Status


@never_cache
@require_POST
def saran_butir(request: HttpRequest) -> HttpResponse:
    """Answer with a piece of HTML, empty where nothing fits; the words stay out of every log."""
    daftar = queries.saran([request.POST.get("teks", "")])
    if daftar and "pertama" in request.POST:
        actions.catat_saran("ditampilkan", timezone.localdate())
    return render(request, "informasi/_saran_isi.html", {"saran": daftar})


@never_cache
@require_safe
def buka_saran(request: HttpRequest, slug: str) -> HttpResponse:
    """Count that an offered item was opened, and go there."""
    informasi = queries.untuk_alamat(slug)
    if informasi is None or informasi.status != Status.TERBIT:
        raise Http404
    if request.method == "GET":
        actions.catat_saran("dibuka", timezone.localdate())
    return redirect(informasi)
