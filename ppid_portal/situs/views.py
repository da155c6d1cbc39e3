"""Pages across apps: the front page, the calculator, the proof of a letter, the demo's outbox."""

from __future__ import annotations

import email
import email.policy
import hashlib
import logging
import secrets
from email.message import EmailMessage
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_update
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ppid_portal.kernel import jam
from ppid_portal.kernel.kata import tanggal
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Surat
from ppid_portal.situs import queries
from ppid_portal.situs.forms import PeriksaSuratForm, TenggatForm

logger = logging.getLogger(__name__)

# Swagger's page styles itself; no other public page may.
gaya_dokumen = csp_update({"style-src": [SELF, UNSAFE_INLINE]})


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    hari_ini = timezone.localdate()
    konteks = {
        "contoh_batas": queries.batas_bila_hari_ini(kalender_berlaku(), hari_ini),
        "terbaru": queries.baru_diumumkan(),
        "sering_dicari": ["APBD", "rencana kerja", "standar pelayanan", "PPID"],
        "angka": [],
    }
    return render(request, "situs/beranda.html", konteks)


@require_safe
def tenggat(request: HttpRequest) -> HttpResponse:
    """Answer `until when`, with each counted and skipped day; the address carries the question."""
    hari_ini = timezone.localdate()
    lama = queries.lama_tenggat(hari_ini)
    awal = {"mulai": hari_ini, "hari": lama["balasan"]}
    form = TenggatForm(request.GET or awal)
    hasil = None
    if form.is_valid():
        mulai, hari = form.cleaned_data["mulai"], form.cleaned_data["hari"]
        judul = _("%(n)s hari kerja sejak %(hari)s") % {
            "n": hari,
            "hari": tanggal(mulai),
        }
        hasil = jam.jam_hitung(mulai, hari, hari_ini, judul)
    return render(request, "situs/tenggat.html", {"form": form, "jam": hasil, "lama": lama})


@require_http_methods(["GET", "HEAD", "POST"])
def periksa_surat(request: HttpRequest, kode: str = "") -> HttpResponse:
    """Prove a letter by its code, and a file by its hash; says nothing of whom it concerns."""
    if request.method == "POST":
        form = PeriksaSuratForm(request.POST, request.FILES)
    else:
        form = PeriksaSuratForm({"kode": kode} if kode else None)
    konteks: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        surat = (
            Surat.objects.filter(kode=form.cleaned_data["kode"]).select_related("berkas").first()
        )
        berkas = form.cleaned_data.get("berkas")
        konteks |= {"dicari": True, "surat": surat}
        if surat and berkas:
            sama = hashlib.sha256(berkas.read()).hexdigest() == surat.berkas.sha256
            konteks["berkas_sama"] = "ya" if sama else "tidak"
    return render(request, "situs/periksa_surat.html", konteks)


def _baca_surel(nama: str) -> EmailMessage:
    if nama not in queries.daftar_surel():
        raise Http404
    isi = (settings.EMAIL_FILE_PATH / nama).read_bytes()
    return email.message_from_bytes(isi, policy=email.policy.default)


@require_safe
def kotak_surat(request: HttpRequest) -> HttpResponse:
    """Show what the demo has sent; exists in demo mode only."""
    if not settings.DEMO:
        raise Http404
    surel = [(nama, _baca_surel(nama)) for nama in queries.daftar_surel()[:50]]
    daftar = [
        {"nama": nama, "judul": s["Subject"], "kepada": s["To"], "waktu": s["Date"].datetime}
        for nama, s in surel
    ]
    return render(request, "situs/kotak_surat.html", {"daftar": daftar})


@require_safe
def isi_kotak_surat(request: HttpRequest, nama: str) -> HttpResponse:
    if not settings.DEMO:
        raise Http404
    surel = _baca_surel(nama)
    lampiran = list(surel.iter_attachments())
    if (minta := request.GET.get("lampiran", "")).isdigit() and int(minta) < len(lampiran):
        satu = lampiran[int(minta)]
        jawaban = HttpResponse(satu.get_content(), content_type="application/pdf")
        jawaban["Content-Disposition"] = f'inline; filename="{satu.get_filename()}"'
        return jawaban
    tubuh = surel.get_body(("plain",))
    konteks = {
        "surel": {
            "judul": surel["Subject"],
            "kepada": surel["To"],
            "waktu": surel["Date"].datetime,
        },
        "isi": tubuh.get_content() if tubuh else "",
        "lampiran": [s.get_filename() for s in lampiran],
    }
    return render(request, "situs/surel.html", konteks)


def galat_server(request: HttpRequest) -> HttpResponse:
    """Answer an unexpected failure with a reference code that the log holds too."""
    kode = secrets.token_hex(4).upper()
    logger.error("Galat tak terduga, kode rujukan %s di %s", kode, request.path)
    return render(request, "500.html", {"kode_rujukan": kode}, status=500)
