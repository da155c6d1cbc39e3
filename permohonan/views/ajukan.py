"""Asking for information, and the receipt right after."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from informasi import actions as informasi_actions
from informasi import queries as informasi_queries
from informasi.models import Informasi
from permohonan import actions, queries
from permohonan.forms.publik import PermohonanForm
from permohonan.models import Permohonan
from permohonan.views import laju
from permohonan.views.akses import beri_akses, pribadi
from permohonan.views.resi import Resi, teks_resi
from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.peran import PEMOHON

BUTIR_TAMBAHAN = 3  # a page on a slow line is dear: several rows at once


@pribadi
@require_http_methods(["GET", "HEAD", "POST"])
def ajukan(request: HttpRequest) -> HttpResponse:
    """Show the form, lengthen it, or take the request in."""
    if request.method != "POST":
        return _laman(request, PermohonanForm(initial=_dari_pencarian(request)))
    if "tambah" in request.POST:
        berkas = {nama: isi for nama, isi in request.FILES.items() if not isinstance(isi, list)}
        return _laman(request, PermohonanForm.dilanjutkan(request.POST, berkas, BUTIR_TAMBAHAN))
    formulir = PermohonanForm(request.POST, request.FILES)
    if not formulir.is_valid() or _terlalu_cepat(request, formulir):
        return _laman(request, formulir)
    permohonan = _kirim(request, formulir)
    return _laman(request, formulir) if permohonan is None else redirect("permohonan:terkirim")


def _dari_pencarian(request: HttpRequest) -> dict[str, str]:
    dicari = " ".join(request.GET.get("dicari", "").replace("\x00", "").split())
    return {"pencarian_asal": dicari[:200], "butir_1": dicari}


def _terlalu_cepat(request: HttpRequest, formulir: PermohonanForm) -> bool:
    dari = laju.sambungan(request)
    tunggu = laju.AJUKAN.tunggu(dari)
    if tunggu:
        pesan = _("Terlalu banyak permohonan dari jaringan ini. Tekan Kirim lagi %s lagi.")
        formulir.add_error(None, pesan % laju.lama(tunggu))
        return True
    laju.AJUKAN.catat(dari)
    return False


def _kirim(request: HttpRequest, formulir: PermohonanForm) -> Permohonan | None:
    try:
        permohonan, rahasia = actions.ajukan(
            permohonan=formulir.permohonan(),
            pemohon=formulir.pemohon(),
            butir=formulir.butir(),
            lampiran=formulir.lampiran(),
            pelaku=PEMOHON,
        )
    except (ValidationError, BerkasDitolak) as galat:
        formulir.add_error(
            None, galat.messages if isinstance(galat, ValidationError) else str(galat)
        )
        return None
    if "saran_dilihat" in request.POST:
        informasi_actions.catat_saran("tetap_diajukan", timezone.localdate())
    beri_akses(request, permohonan)
    Resi.simpan(request, permohonan, rahasia)
    return permohonan


def _saran(request: HttpRequest, formulir: PermohonanForm) -> list[Informasi]:
    """Return published items that may be meant, for the form that comes back or from a search."""
    if request.method != "POST" and not request.GET.get("dicari"):
        return []
    saran = informasi_queries.saran(str(b.value() or "") for b in formulir.isian_butir)
    if saran and request.method != "HEAD" and "saran_dilihat" not in request.POST:
        informasi_actions.catat_saran("ditampilkan", timezone.localdate())
    return saran


def _laman(request: HttpRequest, formulir: PermohonanForm) -> HttpResponse:
    return render(
        request,
        "permohonan/ajukan.html",
        {
            "form": formulir,
            "saran": _saran(request, formulir),
            "butir_berikut": len(formulir.isian_butir) + 1,
            "berdata_pribadi": formulir.butir_berdata_pribadi,
            "buka_berkas": formulir.is_bound or bool(request.FILES),
        },
    )


@pribadi
@require_safe
def terkirim(request: HttpRequest) -> HttpResponse:
    """Show number, secret and dates to the browser that has just asked."""
    resi = Resi.dari(request)
    if resi is None:
        return redirect("permohonan:cek")
    jam = queries.jam(resi.permohonan, timezone.localdate())
    isi = {"resi": resi, "teks": teks_resi(resi), "jam": jam}
    return render(request, "permohonan/terkirim.html", isi)


@pribadi
@require_safe
def teks(request: HttpRequest) -> HttpResponse:
    """Give the receipt as plain text, to keep or to forward; the secret is not in it."""
    resi = Resi.dari(request)
    if resi is None:
        return redirect("permohonan:cek")
    return HttpResponse(teks_resi(resi), content_type="text/plain; charset=utf-8")
