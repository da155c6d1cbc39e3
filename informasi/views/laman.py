"""Public pages of the register: no login, no session, no cookie; a cache may keep them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.decorators import decorator_from_middleware
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from informasi import actions, queries
from informasi.enums import Aksi, Status
from informasi.models import Informasi
from ppid_portal.kernel.berkas import kirim_berkas

CACHE = {"public": True, "max_age": 0, "s_maxage": 30, "stale_while_revalidate": 60}
PANJANG_KUERI = 200
SARINGAN = ("kelas", "unit", "kelompok", "tahun", "bentuk")
PARAMETER = ("q", *SARINGAN, "urut")

halaman_bersyarat = decorator_from_middleware(ConditionalGetMiddleware)


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def daftar(request: HttpRequest) -> HttpResponse:
    """Show the register, newest first, or what a query finds."""
    isian = {nama: request.GET.get(nama, "").strip()[:PANJANG_KUERI] for nama in PARAMETER}
    hasil = queries.cari(
        isian["q"],
        unit=isian["unit"] or None,
        kelas=isian["kelas"] or None,
        kelompok=isian["kelompok"] or None,
        tahun=isian["tahun"] or None,
        bentuk=isian["bentuk"] or None,
        urut=isian["urut"] or queries.RELEVANSI,
        setelah=request.GET.get("setelah"),
    )
    queries.tandai_usang([b.informasi for b in hasil.butir], timezone.localdate())
    _catat_kosong(request, isian, hasil)
    konteks: dict[str, Any] = {
        **isian,
        "hasil": hasil,
        "tersaring": _tersaring(isian),
        "url_maksud": _alamat(isian, q=hasil.maksud),
        "url_tanpa_saring": _alamat(isian, **dict.fromkeys(SARINGAN, "")),
        "url_sebelum": _alamat(isian, setelah=hasil.sebelum) if hasil.sebelum else "",
        "url_sesudah": _alamat(isian, setelah=hasil.setelah) if hasil.setelah else "",
        "url_langganan": _alamat_langganan(isian),
        "url_ajukan": _alamat_ajukan(isian["q"]),
    }
    return render(request, "informasi/daftar.html", konteks)


@require_safe
@cache_control(**CACHE)
@halaman_bersyarat
def lihat(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one item; of a withdrawn one the reason, of an excluded one the DIK columns."""
    informasi = queries.untuk_alamat(slug)
    if informasi is None:
        raise Http404
    if informasi.status == Status.DITARIK:
        return _ditarik(request, informasi)
    queries.tandai_usang([informasi], timezone.localdate())
    konteks = {
        "informasi": informasi,
        "edisi": queries.edisi_terbit(informasi),
        "induk": [(_("Informasi publik"), reverse("informasi:daftar"))],
        "url_ajukan": _alamat_ajukan(informasi.judul),
        "diubah_pada": informasi.diubah_pada,
    }
    return render(request, "informasi/lihat.html", konteks)


@require_safe
def berkas(request: HttpRequest, kunci: UUID) -> HttpResponseBase:
    """Hand out a file of a published item; anything else is not there."""
    satu = queries.berkas_terbuka(kunci)
    if satu is None:
        raise Http404
    etag = f'"{satu.sha256}"'
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    jawaban = jawaban or kirim_berkas(satu)
    jawaban["ETag"] = etag
    jawaban["Cache-Control"] = "public, max-age=0, s-maxage=30"
    return jawaban


def _tersaring(isian: dict[str, str]) -> bool:
    return any(isian[nama] for nama in SARINGAN)


def _catat_kosong(request: HttpRequest, isian: dict[str, str], hasil: queries.Hasil) -> None:
    """Count what was looked for in the whole register and is not there."""
    if request.method == "GET" and isian["q"] and not hasil.butir and not _tersaring(isian):
        actions.catat_pencarian_kosong(isian["q"], timezone.localdate())


def _ditarik(request: HttpRequest, informasi: Informasi) -> HttpResponse:
    """Answer 410 with when and why, and nothing of what stood here."""
    peristiwa = informasi.peristiwa.filter(aksi=Aksi.TARIK).latest("urut")
    konteks = {
        "alasan": peristiwa.alasan,
        "pada": peristiwa.waktu,
        "url_ajukan": _alamat_ajukan(""),
    }
    return render(request, "informasi/ditarik.html", konteks, status=410)


def _alamat(isian: dict[str, str], **ganti: str) -> str:
    pilihan = {nama: nilai for nama, nilai in {**isian, **ganti}.items() if nilai}
    return (
        f"{reverse('informasi:daftar')}?{urlencode(pilihan)}"
        if pilihan
        else reverse("informasi:daftar")
    )


def _alamat_ajukan(dicari: str) -> str:
    """Return the request form with what was looked for, so that nobody types it twice."""
    alamat = reverse("permohonan:ajukan")
    return f"{alamat}?{urlencode({'dicari': dicari})}" if dicari else alamat


def _alamat_langganan(isian: dict[str, str]) -> str:
    """Return the page that saves this search; empty where nothing was searched."""
    pilihan = {nama: isian[nama] for nama in ("q", *SARINGAN) if isian[nama]}
    return f"{reverse('informasi:langganan')}?{urlencode(pilihan)}" if pilihan else ""
