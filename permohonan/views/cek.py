"""Coming back to a request: by number and secret, by the link in a message, and leaving again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from permohonan import queries
from permohonan.forms.lanjutan import CekForm, RahasiaForm
from permohonan.models import Permohonan
from permohonan.rules import MASA_TAUTAN, buka_token
from permohonan.views import laju
from permohonan.views.akses import AKSES, beri_akses, pribadi
from permohonan.views.resi import RESI


@pribadi
@require_http_methods(["GET", "HEAD", "POST"])
def cek(request: HttpRequest) -> HttpResponse:
    """Open a case by its number and secret."""
    formulir = CekForm(request.POST or None, initial={"nomor": request.GET.get("nomor", "")})
    if formulir.is_valid():
        nomor, rahasia = formulir.cleaned_data["nomor"], formulir.cleaned_data["rahasia"]
        if permohonan := _buka(request, formulir, nomor, nomor, rahasia):
            return redirect(permohonan)
    return render(request, "permohonan/cek.html", {"form": formulir})


def tanya_rahasia(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Ask for the secret of the case behind an address, whether or not there is one."""
    formulir = RahasiaForm(request.POST if "rahasia" in request.POST else None)
    if formulir.is_valid():
        nomor = Permohonan.objects.filter(kode=kode).values_list("nomor", flat=True).first() or ""
        rahasia = formulir.cleaned_data["rahasia"]
        if permohonan := _buka(request, formulir, kode.hex, nomor, rahasia):
            return redirect(permohonan)
    return render(request, "permohonan/rahasia.html", {"form": formulir})


def _buka(
    request: HttpRequest, formulir: RahasiaForm, perkara: str, nomor: str, rahasia: str
) -> Permohonan | None:
    """Return the case for a right pair; one message for every wrong one."""
    tunggu = laju.tunggu_cek(request, perkara)
    if tunggu:
        pesan = _("Terlalu banyak percobaan. Silakan coba lagi %s lagi.")
        formulir.add_error(None, pesan % laju.lama(tunggu))
        return None
    permohonan = queries.cari_perkara(nomor, rahasia)
    if permohonan is None:
        laju.catat_gagal(request, perkara)
        formulir.add_error(
            None, _("Nomor dan kode rahasia ini tidak cocok. Periksa keduanya, lalu coba lagi.")
        )
        return None
    beri_akses(request, permohonan)
    return permohonan


@pribadi
@require_safe
def masuk(request: HttpRequest, token: str) -> HttpResponse:
    """Open a case by the link that was sent to the applicant."""
    permohonan = buka_token(token)
    if permohonan is None:
        isi = {"masa_hari": MASA_TAUTAN.days}
        return render(request, "permohonan/tautan_mati.html", isi, status=404)
    beri_akses(request, permohonan)
    return redirect(permohonan)


@pribadi
@require_POST
def tutup(request: HttpRequest) -> HttpResponse:
    """Forget in this browser which cases were opened: for a borrowed telephone."""
    for kunci in (AKSES, RESI):
        request.session.pop(kunci, None)
    return render(request, "permohonan/tertutup.html")
