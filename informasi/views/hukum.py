"""The lists that the statute asks for, as decisions fixed them: pages and downloads."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.decorators import decorator_from_middleware
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from informasi import queries
from informasi.models import PenetapanDIP
from informasi.rules.tabel import csv_dari, xlsx_dari
from informasi.surat import kepala_dip, sel_dip
from ppid_portal.kernel.berkas import kirim_berkas

CACHE = {"public": True, "max_age": 0, "s_maxage": 30}
SEHALAMAN = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
halaman_bersyarat = decorator_from_middleware(ConditionalGetMiddleware)


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def dip(request: HttpRequest) -> HttpResponse:
    """Show every decision, newest first, and the one in force on a day that is asked for."""
    diminta = request.GET.get("pada", "").strip()
    hari = _hari(diminta)
    konteks: dict[str, Any] = {
        "semua": PenetapanDIP.objects.select_related("berkas"),
        "diminta": hari.isoformat() if hari else "",
        "hari": hari,
        "keliru": bool(diminta) and hari is None,
        "berlaku": queries.dip_pada(hari) if hari else None,
        "induk": _induk(),
    }
    return render(request, "informasi/dip.html", konteks)


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def dip_rinci(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a list as a decision fixed it, page by page."""
    penetapan = get_object_or_404(PenetapanDIP.objects.select_related("berkas"), pk=pk)
    dari = request.GET.get("dari", "")
    mulai = int(dari) if dari.isdecimal() and len(dari) < 8 else 1
    mulai = min(max(mulai, 1), penetapan.jumlah)
    baris = penetapan.baris.filter(nomor__gte=mulai, nomor__lt=mulai + SEHALAMAN)
    alamat = penetapan.get_absolute_url()
    sesudah = mulai + SEHALAMAN
    konteks = {
        "penetapan": penetapan,
        "baris": baris,
        "induk": [*_induk(), (_("Daftar Informasi Publik"), reverse("informasi:dip"))],
        "url_sebelum": f"{alamat}?dari={max(mulai - SEHALAMAN, 1)}" if mulai > 1 else "",
        "url_sesudah": f"{alamat}?dari={sesudah}" if sesudah <= penetapan.jumlah else "",
    }
    return render(request, "informasi/dip_rinci.html", konteks)


@require_safe
def dip_unduh(request: HttpRequest, pk: int, bentuk: str) -> HttpResponseBase:
    """Hand out a fixed list as PDF, XLSX or CSV, the same on every later day."""
    penetapan = get_object_or_404(PenetapanDIP.objects.select_related("berkas"), pk=pk)
    jawaban: HttpResponseBase
    if bentuk == "pdf":
        jawaban = kirim_berkas(penetapan.berkas)
    elif bentuk in {"csv", "xlsx"}:
        jawaban = _lembar(penetapan, bentuk)
    else:
        raise Http404
    jawaban["Cache-Control"] = "public, max-age=0, s-maxage=30"
    return jawaban


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def dik(request: HttpRequest) -> HttpResponse:
    """Show what is closed, in the DIK columns alone, and what was declared open."""
    halaman = request.GET.get("halaman", "")
    ke = max(int(halaman), 1) if halaman.isdecimal() and len(halaman) < 6 else 1
    awal = (ke - 1) * SEHALAMAN
    berlaku = list(queries.dik()[awal : awal + SEHALAMAN + 1])
    alamat = reverse("informasi:dik")
    konteks = {
        "berlaku": berlaku[:SEHALAMAN],
        "terbuka": queries.dinyatakan_terbuka()[:SEHALAMAN] if ke == 1 else [],
        "induk": _induk(),
        "url_sebelum": f"{alamat}?halaman={ke - 1}" if ke > 1 else "",
        "url_sesudah": f"{alamat}?halaman={ke + 1}" if len(berlaku) > SEHALAMAN else "",
    }
    return render(request, "informasi/dik.html", konteks)


def _lembar(penetapan: PenetapanDIP, bentuk: str) -> HttpResponse:
    kepala, sel = kepala_dip(), sel_dip(penetapan.baris.all())
    if bentuk == "csv":
        jawaban = HttpResponse(csv_dari(kepala, sel), content_type="text/csv; charset=utf-8")
    else:
        jawaban = HttpResponse(xlsx_dari("DIP", kepala, sel), content_type=XLSX)
    nama = f"{penetapan.berkas.nama.rpartition('.')[0]}.{bentuk}"
    jawaban["Content-Disposition"] = content_disposition_header(True, nama) or "attachment"
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban


def _hari(teks: str) -> date | None:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return None


def _induk() -> list[tuple[str, str]]:
    return [(_("Informasi publik"), reverse("informasi:daftar"))]
