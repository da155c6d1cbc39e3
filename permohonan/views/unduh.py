"""Letters and files of a request, only to whoever may see that very request."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from redis.exceptions import RedisError

from permohonan import actions
from permohonan.alur.tenggat import (
    BALASAN,
    JENDELA_KEBERATAN,
    PERPANJANGAN,
    SENGKETA,
    TANGGAPAN,
)
from permohonan.enums import Aksi
from permohonan.models import Permohonan
from permohonan.surat import terbitkan_untuk
from permohonan.views.akses import pribadi, terbuka
from permohonan.views.lihat import DIJAWAB, SURAT_PEMOHON, berkas_jawaban
from ppid_portal.kernel.berkas import kirim_berkas
from ppid_portal.kernel.models import Instansi, Surat
from ppid_portal.kernel.pdf import cetak
from ppid_portal.kernel.surat import kop

FORMULIR = "surat/formulir_permohonan.typ"
MASA_FORMULIR = 24 * 3600
# What the form on paper promises, by the name that its template knows.
LAMA_DI_FORMULIR = {
    "jawaban": BALASAN,
    "perpanjangan": PERPANJANGAN,
    "keberatan": JENDELA_KEBERATAN,
    "tanggapan": TANGGAPAN,
    "sengketa": SENGKETA,
}


def _terbuka(request: HttpRequest, kode: UUID) -> Permohonan:
    permohonan = terbuka(request, kode)
    if permohonan is None:
        raise Http404
    return permohonan


@pribadi
@require_safe
def surat(request: HttpRequest, kode: UUID, pk: int) -> HttpResponseBase:
    """Send one letter of this request."""
    permohonan = _terbuka(request, kode)
    milik = Surat.objects.filter(perkara=permohonan.rujukan, jenis__in=SURAT_PEMOHON)
    return kirim_berkas(get_object_or_404(milik.select_related("berkas"), pk=pk).berkas)


@pribadi
@require_safe
def tanda_bukti(request: HttpRequest, kode: UUID) -> HttpResponseBase:
    """Send the receipt; it is made now when the worker has not come to it yet."""
    permohonan = _terbuka(request, kode)
    peristiwa = permohonan.peristiwa.filter(aksi=Aksi.AJUKAN).order_by("urut").first()
    bukti = terbitkan_untuk(peristiwa) if peristiwa else None
    if bukti is None:
        raise Http404
    return kirim_berkas(bukti.berkas)


@pribadi
@require_safe
def berkas(request: HttpRequest, kode: UUID, pk: UUID) -> HttpResponseBase:
    """Send one file of the answer, and note that it was fetched."""
    permohonan = _terbuka(request, kode)
    if permohonan.status not in DIJAWAB:
        raise Http404
    satu = get_object_or_404(berkas_jawaban(permohonan), berkas_id=pk)
    jawaban = kirim_berkas(satu.berkas)
    if request.method == "GET":
        actions.catat_unduhan(satu)
    return jawaban


@require_safe
def formulir(request: HttpRequest) -> HttpResponse:
    """Send the blank form on paper; everybody gets the same, so it is kept for a day."""
    data = _data_formulir()
    sidik = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()
    kunci = f"formulir-permohonan:{sidik}"
    try:
        isi = cache.get(kunci)
        if isi is None:
            isi = cetak(FORMULIR, data)
            cache.set(kunci, isi, MASA_FORMULIR)
    except (RedisError, OSError):
        isi = cetak(FORMULIR, data)
    jawaban = HttpResponse(isi, content_type="application/pdf")
    jawaban["Content-Disposition"] = 'attachment; filename="formulir-permohonan-informasi.pdf"'
    patch_cache_control(jawaban, public=True, max_age=3600)
    return jawaban


def _data_formulir() -> dict[str, Any]:
    instansi, hari_ini = Instansi.sekarang(), timezone.localdate()
    return {
        "nomor": "Formulir Permohonan Informasi Publik",
        "contoh": instansi.contoh,
        "kop": kop(instansi),
        "lama": {
            nama: f"{tenggat.panjang(hari_ini)} hari kerja"
            for nama, tenggat in LAMA_DI_FORMULIR.items()
        },
    }
