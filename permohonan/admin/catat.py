"""Record a request that came on paper, by telephone or in person."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from permohonan import actions
from permohonan.enums import Aksi
from permohonan.forms.catat import CatatForm
from permohonan.models import Permohonan
from ppid_portal.kernel.admin import PerkaraAdmin, pelaku
from ppid_portal.kernel.galat import BerkasDitolak


def catat(meja: PerkaraAdmin, request: HttpRequest) -> HttpResponse:
    """Show the form, or register what was keyed in; the secret is shown once, for the applicant."""
    form = CatatForm(
        request.POST or None, request.FILES or None, initial={"kunci_kirim": uuid.uuid4()}
    )
    if request.method == "POST" and form.is_valid():
        try:
            perkara, rahasia = actions.ajukan(**form.untuk_aksi(), pelaku=pelaku(request))
        except ValidationError as galat:
            form.add_error(None, " ".join(galat.messages))
        except BerkasDitolak as galat:
            form.add_error("identitas", str(galat))
        else:
            return _tercatat(meja, request, perkara, rahasia)
    konteks = {
        **meja.admin_site.each_context(request),
        "title": _("Catat permohonan"),
        "label": _("Catat permohonan"),
        "perkara": _("Disampaikan langsung, lewat surat, telepon, atau surel"),
        "baris": Permohonan.alur.cari("", Aksi.AJUKAN),
        "opts": meja.opts,
        "form": form,
        "akibat": [],
        "kembali": reverse("admin:permohonan_permohonan_changelist"),
    }
    kode = 409 if form.errors else 200
    return TemplateResponse(request, "kernel/admin/aksi.html", konteks, status=kode)


def _tercatat(
    meja: PerkaraAdmin, request: HttpRequest, perkara: Permohonan, rahasia: str
) -> HttpResponse:
    if not rahasia:
        messages.info(request, _("Permohonan ini sudah tercatat sebelumnya."))
        return redirect("admin:permohonan_permohonan_change", perkara.pk)
    konteks = {
        **meja.admin_site.each_context(request),
        "title": _("Tercatat: %s") % perkara.nomor,
        "opts": meja.opts,
        "perkara": perkara,
        "rahasia": rahasia,
    }
    laman = TemplateResponse(request, "permohonan/admin/tercatat.html", konteks)
    laman["Cache-Control"] = "private, no-store"
    return laman
