"""Following a request, and the steps that are left to the applicant."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from permohonan import actions, queries
from permohonan.alur.tenggat import JENDELA_SETELAH_DIAM
from permohonan.enums import Aksi, KategoriBerkas, Status
from permohonan.forms.lanjutan import CabutForm, LengkapiForm
from permohonan.models import BerkasPermohonan, Permohonan
from permohonan.views.akses import pribadi, terbuka
from permohonan.views.cek import tanya_rahasia
from ppid_portal.kernel.alur import hitung_batas
from ppid_portal.kernel.galat import BerkasDitolak, TransisiDitolak
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import PEMOHON
from ppid_portal.kernel.perkara import tersedia

DIJAWAB = frozenset(
    {
        Status.DIKABULKAN,
        Status.DIKABULKAN_SEBAGIAN,
        Status.DITOLAK,
        Status.TIDAK_DIKUASAI,
        Status.SELESAI,
    }
)
NADA = {
    Status.PERLU_PERBAIKAN: "dekat",
    Status.DIKABULKAN: "selesai",
    Status.DIKABULKAN_SEBAGIAN: "selesai",
    Status.SELESAI: "selesai",
    Status.DICABUT: "diam",
    Status.TIDAK_DILANJUTKAN: "diam",
}
# Letters that are written to the applicant; a disposition sheet is not.
SURAT_PEMOHON = frozenset(
    {baris.surat for baris in Permohonan.alur.transisi if baris.surat and baris.publik}
    | {"surat_keputusan_penolakan"}
)


@dataclass(frozen=True, slots=True)
class Keberatan:
    """When the applicant may object: after the day of an answer or of silence, from when, until when."""

    batas: date
    mulai: date
    sampai: date
    terbuka: bool
    lewat: bool


@pribadi
@require_http_methods(["GET", "HEAD", "POST"])
def lihat(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Show where the request stands to whoever may see it; others are asked for the secret."""
    permohonan = terbuka(request, kode)
    if permohonan is None:
        return tanya_rahasia(request, kode)
    if request.method == "POST":
        return redirect(permohonan)
    return render(request, "permohonan/lihat.html", _isi(permohonan, timezone.localdate()))


@pribadi
@require_http_methods(["GET", "HEAD", "POST"])
def lengkapi(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Let the applicant send what was missing."""
    permohonan = terbuka(request, kode)
    if permohonan is None or not _boleh(permohonan, Aksi.LENGKAPI):
        return redirect("permohonan:lihat", kode)
    formulir = LengkapiForm(request.POST or None, request.FILES or None)
    if formulir.is_valid() and _jalan(formulir, actions.lengkapi, permohonan):
        messages.success(request, _("Terima kasih. Kelengkapan Anda sudah kami terima."))
        return redirect(permohonan)
    isi = {
        "form": formulir,
        "permohonan": permohonan,
        "kekurangan": queries.kekurangan(permohonan),
        "berikutnya": queries.berikutnya(permohonan, timezone.localdate()),
    }
    return render(request, "permohonan/lengkapi.html", isi)


@pribadi
@require_http_methods(["GET", "HEAD", "POST"])
def cabut(request: HttpRequest, kode: UUID) -> HttpResponse:
    """Let the applicant withdraw, after saying what that means."""
    permohonan = terbuka(request, kode)
    if permohonan is None or not _boleh(permohonan, Aksi.CABUT):
        return redirect("permohonan:lihat", kode)
    formulir = CabutForm(request.POST if request.method == "POST" else None)
    if formulir.is_valid() and _jalan(formulir, actions.cabut, permohonan):
        messages.success(request, _("Permohonan Anda sudah dicabut."))
        return redirect(permohonan)
    return render(request, "permohonan/cabut.html", {"form": formulir, "permohonan": permohonan})


def _jalan(
    formulir: LengkapiForm | CabutForm, aksi: Callable[..., Permohonan], permohonan: Permohonan
) -> bool:
    """Take the step; what stands against it goes to the top of the form."""
    try:
        aksi(permohonan, pelaku=PEMOHON, **formulir.untuk_aksi())
    except ValidationError as galat:
        formulir.add_error(None, galat.messages)
    except (TransisiDitolak, BerkasDitolak) as galat:
        formulir.add_error(None, str(galat))
    return formulir.is_valid()


def _boleh(permohonan: Permohonan, aksi: Aksi) -> bool:
    return any(baris.aksi == aksi for baris in tersedia(permohonan, PEMOHON))


def _isi(permohonan: Permohonan, hari_ini: date) -> dict[str, Any]:
    """Return what the page shows; decisions and files only once the answer was sent."""
    dijawab = permohonan.status in DIJAWAB
    surat = list(
        Surat.objects.filter(perkara=permohonan.rujukan, jenis__in=SURAT_PEMOHON).select_related(
            "berkas"
        )
    )
    return {
        "permohonan": permohonan,
        "nada": _nada(permohonan, hari_ini),
        "dijawab": dijawab,
        "jam": queries.jam(permohonan, hari_ini),
        "pemegang": queries.pemegang(permohonan),
        "berikutnya": queries.berikutnya(permohonan, hari_ini),
        "perjalanan": _perjalanan(permohonan),
        "butir": list(permohonan.butir.select_related("informasi")),
        "kekurangan": queries.kekurangan(permohonan),
        "surat": surat,
        "ada_tanda_bukti": any(satu.jenis == "tanda_bukti" for satu in surat),
        "jawaban": berkas_jawaban(permohonan) if dijawab else (),
        "terkirim": permohonan.berkas.exclude(kategori=KategoriBerkas.JAWABAN).select_related(
            "berkas"
        ),
        "keberatan": _keberatan(permohonan, hari_ini),
        "aksi": {baris.aksi for baris in tersedia(permohonan, PEMOHON)},
    }


def berkas_jawaban(permohonan: Permohonan) -> QuerySet[BerkasPermohonan]:
    """Return the files that were handed to the applicant."""
    semua: QuerySet[BerkasPermohonan] = permohonan.berkas.filter(
        kategori=KategoriBerkas.JAWABAN, diserahkan=True
    )
    return semua.select_related("berkas")


def _nada(permohonan: Permohonan, hari_ini: date) -> str:
    if permohonan.batas_waktu and hari_ini > permohonan.batas_waktu:
        return "lewat"
    return NADA.get(Status(permohonan.status), "netral")


def _perjalanan(permohonan: Permohonan) -> list[dict[str, Any]]:
    """Return the way so far as the component draws it; the latest step is where the case stands."""
    langkah = [
        {
            "judul": satu.judul,
            "pada": satu.waktu,
            "keterangan": satu.keterangan,
            "keadaan": "sudah",
            "url": _alamat_surat(permohonan, satu.surat),
            "label_url": _("Unduh surat (PDF)"),
        }
        for satu in queries.perjalanan(permohonan)
    ]
    if langkah and permohonan.status not in permohonan.alur.akhir:
        langkah[-1]["keadaan"] = "kini"
    return langkah


def _alamat_surat(permohonan: Permohonan, surat: Surat | None) -> str:
    if surat is None or surat.jenis not in SURAT_PEMOHON:
        return ""
    return reverse("permohonan:surat", args=[permohonan.kode, surat.pk])


def _keberatan(permohonan: Permohonan, hari_ini: date) -> Keberatan | None:
    """Return the window to object, also before the clock of the house has opened it."""
    tenggat = JENDELA_SETELAH_DIAM
    jendela = permohonan.jangka.filter(kunci=tenggat.kunci).order_by("-pk").first()
    batas = jendela.mulai if jendela else permohonan.batas_waktu
    if batas is None:
        return None
    kalender = kalender_berlaku()
    mulai = hitung_batas(kalender, batas, 1, tenggat.satuan)
    if jendela is not None:
        sampai = jendela.batas
        mulai = batas if permohonan.status in DIJAWAB else mulai
    else:
        sampai = hitung_batas(kalender, batas, tenggat.panjang(batas), tenggat.satuan)
    return Keberatan(batas, mulai, sampai, mulai <= hari_ini <= sampai, hari_ini > sampai)
