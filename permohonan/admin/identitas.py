"""Open who asked: say what for, be written down, see it once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from permohonan import actions
from permohonan.enums import Aksi
from permohonan.forms.meja import BukaIdentitasForm
from permohonan.models import Permohonan
from permohonan.rules import tertutup
from ppid_portal.kernel.admin import PerkaraAdmin, pelaku
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.models import Surat

MASA_IZIN = 900  # seconds in which an opened identity lets its files be fetched


def buka(meja: PerkaraAdmin, request: HttpRequest, perkara: Permohonan) -> HttpResponse:
    """Ask what for (GET); then write it down and show (POST)."""
    siapa = pelaku(request)
    baris = perkara.alur.cari(perkara.status, Aksi.BUKA_IDENTITAS)
    if not baris.boleh(siapa):
        raise PermissionDenied
    form = BukaIdentitasForm(request.POST or None, perkara=perkara, baris=baris, pelaku=siapa)
    if request.method == "POST" and form.is_valid():
        try:
            perkara = actions.buka_identitas(perkara, siapa, **form.isian())
        except TransisiDitolak as galat:
            form.add_error(None, str(galat))
        else:
            return _laman(meja, request, perkara)
    return meja._laman_aksi(request, perkara, baris, form)


def _laman(meja: PerkaraAdmin, request: HttpRequest, perkara: Permohonan) -> HttpResponse:
    berkas = perkara.berkas.select_related("berkas")
    konteks: dict[str, Any] = {
        **meja.admin_site.each_context(request),
        "title": _("Identitas pemohon %s") % perkara.nomor,
        "opts": meja.opts,
        "pemohon": perkara.pemohon,
        "berkas": [satu for satu in berkas if tertutup(satu)],
        "surat": Surat.objects.filter(perkara=perkara.rujukan),
        "izin": _izin(request, perkara),
        "perkara": perkara,
    }
    laman = TemplateResponse(request, "permohonan/admin/identitas.html", konteks)
    laman["Cache-Control"] = "private, no-store"
    return laman


def _pemberi() -> TimestampSigner:
    return TimestampSigner(salt="buka-identitas")


def _izin(request: HttpRequest, perkara: Permohonan) -> str:
    return _pemberi().sign(f"{request.user.pk}:{perkara.pk}")


def berizin(request: HttpRequest, perkara: Permohonan) -> bool:
    """Answer whether this officer opened this identity a short while ago."""
    try:
        isi = _pemberi().unsign(request.GET.get("izin", ""), max_age=MASA_IZIN)
    except BadSignature:
        return False
    return bool(isi == f"{request.user.pk}:{perkara.pk}")
