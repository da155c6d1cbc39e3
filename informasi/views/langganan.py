"""Saved searches: ask for one, confirm it, stop it; no account, only the address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from informasi.actions import langganan as actions
from informasi.forms.langganan import LanggananForm

PANJANG_PILIHAN = 100


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest) -> HttpResponse:
    """Show what would be followed and ask for an address; the answer is the same for every address."""
    sumber = request.POST if request.method == "POST" else request.GET
    pilihan = {
        nama: sumber.get(nama, "").replace("\x00", "").strip()[:PANJANG_PILIHAN]
        for nama in actions.PILIHAN
    }
    if not any(pilihan.values()):
        return redirect("informasi:daftar")
    form = LanggananForm(request.POST if request.method == "POST" else None)
    terkirim = form.is_bound and form.is_valid()
    if terkirim:
        actions.langgan(form.cleaned_data["surel"], pilihan, timezone.now())
    konteks = {
        "form": form,
        "pilihan": [(nama, isi) for nama, isi in pilihan.items() if isi],
        "terkirim": terkirim,
    }
    return render(request, "informasi/langganan.html", konteks)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, tanda: str) -> HttpResponse:
    """Confirm or stop by one press; looking alone changes nothing, for mail robots look too."""
    langganan = actions.buka_tanda(tanda)
    if langganan is None:
        raise Http404
    keadaan = "menunggu" if langganan.disetujui_pada is None else "berjalan"
    if request.method == "POST":
        if request.POST.get("langkah") == "setuju":
            actions.setujui(langganan, timezone.now())
            keadaan = "berjalan"
        else:
            actions.hentikan(langganan)
            keadaan = "berhenti"
    konteks = {"pilihan": langganan.pilihan, "keadaan": keadaan, "tanda": tanda}
    return render(request, "informasi/langganan_satu.html", konteks)
