"""The desk's worklist and page of a request; who asked stays masked until somebody says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from permohonan import actions, queries
from permohonan.admin import catat, identitas
from permohonan.admin.daftar import StatusFilter, TerlambatFilter, ringkas
from permohonan.admin.laman import LamanPerkara
from permohonan.enums import Aksi, Status
from permohonan.forms import meja
from permohonan.models import Permohonan
from permohonan.notifikasi import PEMBERITAHUAN
from permohonan.rules import tertutup
from permohonan.surat import JENIS
from ppid_portal.kernel.admin import pelaku
from ppid_portal.kernel.alur import Transisi
from ppid_portal.kernel.berkas import kirim_berkas
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import MEJA_PPID, Pelaku, Peran
from ppid_portal.kernel.sandi import samarkan, samarkan_nama, samarkan_surel

# Steps that follow from another act and have no button.
TANPA_TOMBOL = frozenset(
    {
        Aksi.AJUKAN,
        Aksi.TERIMA_JAWABAN,
        Aksi.CATAT_KEMBALI,
        Aksi.MINTA_ULANG,
        Aksi.BUKA_IDENTITAS,
    }
)
MENJAWAB = (
    Aksi.TERIMA_LENGKAP,
    Aksi.MINTA_PERBAIKAN,
    Aksi.LENGKAPI,
    Aksi.KABULKAN,
    Aksi.KABULKAN_SEBAGIAN,
    Aksi.TOLAK,
    Aksi.NYATAKAN_TIDAK_DIKUASAI,
    Aksi.SERAHKAN,
    Aksi.PROMOSIKAN,
)
URUTAN = (Aksi.DISPOSISIKAN, Aksi.PUTUSKAN_BUTIR, Aksi.PERPANJANG, Aksi.HENTIKAN)


def _lengkapi(permohonan: Permohonan, siapa: Pelaku, **isian: Any) -> Any:
    return actions.lengkapi(permohonan, pelaku=siapa, **isian)


def _disposisikan(permohonan: Permohonan, siapa: Pelaku, **isian: Any) -> Any:
    return actions.disposisikan(permohonan, pelaku=siapa, **isian)


def _putuskan(permohonan: Permohonan, siapa: Pelaku, **isian: Any) -> Any:
    return actions.putuskan_butir(permohonan, pelaku=siapa, **isian)


def _promosikan(permohonan: Permohonan, siapa: Pelaku, **isian: Any) -> Any:
    return actions.promosikan(permohonan, pelaku=siapa, **isian)


@admin.register(Permohonan)
class PermohonanAdmin(LamanPerkara):
    """Requests, the most pressing first."""

    lihat = MEJA_PPID
    tambah = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA})
    aksi_enum = Aksi
    change_form_template = "permohonan/admin/permohonan.html"
    formulir: ClassVar[Mapping[str, type[AksiForm]]] = {
        **dict.fromkeys(Aksi.values, meja.MejaForm),
        Aksi.MINTA_PERBAIKAN: meja.MintaPerbaikanForm,
        Aksi.LENGKAPI: meja.LengkapiMejaForm,
        Aksi.DISPOSISIKAN: meja.DisposisikanForm,
        Aksi.PERPANJANG: meja.PerpanjangForm,
        Aksi.PUTUSKAN_BUTIR: meja.PutuskanButirForm,
        Aksi.KABULKAN: meja.KirimJawabanForm,
        Aksi.KABULKAN_SEBAGIAN: meja.KirimJawabanForm,
        Aksi.SERAHKAN: meja.SerahkanForm,
        Aksi.PROMOSIKAN: meja.PromosikanForm,
    }
    tindakan: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **actions.LANGKAH,
        Aksi.LENGKAPI: _lengkapi,
        Aksi.DISPOSISIKAN: _disposisikan,
        Aksi.PUTUSKAN_BUTIR: _putuskan,
        Aksi.PROMOSIKAN: _promosikan,
    }
    list_display = ("nomor", "isi", "pemohon_samar", "keadaan", "batas", "pemegang")
    status_enum = Status
    list_filter = (StatusFilter, "kanal", TerlambatFilter)
    search_fields = ("nomor",)
    search_help_text = gettext_lazy(
        "Nomor, kata dalam butir, atau nama, NIK, telepon, surel pemohon (ditulis lengkap)."
    )
    pemberitahuan = PEMBERITAHUAN
    fields = (
        "nomor", "keadaan", "hari_terima", "hari_terakhir", "pemegang", "kanal", "jenis_pemohon",
        "cara_memperoleh", "cara_salinan", "dicatat_oleh",
    )  # fmt: skip

    # --- the list
    def get_queryset(self, request: HttpRequest) -> QuerySet[Permohonan]:
        semua = super().get_queryset(request).select_related("pemohon")
        return semua.prefetch_related("butir", "disposisi__unit")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Permohonan], search_term: str
    ) -> tuple[QuerySet[Permohonan], bool]:
        kata = search_term.strip()
        if not kata:
            return queryset, False
        cocok = (
            Q(nomor__icontains=kata)
            | Q(butir__rincian__icontains=kata)
            | queries.cari_pemohon(kata)
        )
        return queryset.filter(cocok), True

    @admin.display(description=gettext_lazy("informasi yang diminta"))
    def isi(self, permohonan: Permohonan) -> str:
        return ringkas(permohonan.butir.all())

    @admin.display(description=gettext_lazy("pemohon"))
    def pemohon_samar(self, permohonan: Permohonan) -> str:
        return samarkan_nama(permohonan.pemohon.nama)

    @admin.display(description=gettext_lazy("dipegang"))
    def pemegang(self, permohonan: Permohonan) -> str:
        return queries.pemegang(permohonan) or "–"

    # --- the case
    def get_urls(self) -> list[URLPattern]:
        pandangan = self.admin_site.admin_view
        return [
            path(
                "<int:pk>/identitas/",
                pandangan(self.identitas_view),
                name="permohonan_permohonan_identitas",
            ),
            path(
                "<int:pk>/berkas/<int:berkas>/",
                pandangan(self.berkas_view),
                name="permohonan_permohonan_berkas",
            ),
            path(
                "<int:pk>/surat/<int:surat>/",
                pandangan(self.surat_view),
                name="permohonan_permohonan_surat",
            ),
            *super().get_urls(),
        ]

    def urutan_tombol(self, perkara: Any) -> Sequence[str]:
        """Return the steps, that of the ordinary run first: once answered, units come last."""
        dijawab = perkara.status in {Status.TELAAH_PPID, Status.DIPERPANJANG}
        return [*MENJAWAB, *([Aksi.PUTUSKAN_BUTIR] if dijawab else []), *URUTAN]

    def tombol(self, request: HttpRequest, perkara: Any) -> list[dict[str, Any]]:
        tanpa = {self.label(aksi) for aksi in TANPA_TOMBOL}
        return [t for t in super().tombol(request, perkara) if t["label"] not in tanpa]

    def konteks_perkara(self, request: HttpRequest, perkara: Any) -> dict[str, Any]:
        hari_ini = timezone.localdate()
        pemohon = perkara.pemohon
        berkas = list(perkara.berkas.select_related("berkas"))
        return {
            **super().konteks_perkara(request, perkara),
            "jam": queries.jam(perkara, hari_ini),
            "berikutnya": queries.berikutnya(perkara, hari_ini),
            "butir": perkara.butir.all(),
            "disposisi": [
                (satu, [b for b in berkas if b.disposisi_id == satu.pk])
                for satu in perkara.disposisi.select_related("unit").order_by("pk")
            ],
            "berkas": [(satu, tertutup(satu)) for satu in berkas if satu.disposisi_id is None],
            "surat_terbuka": pelaku(request).memegang(Peran.PETUGAS, Peran.PPID_UTAMA),
            "samar": {
                "nama": samarkan_nama(pemohon.nama),
                "nik": samarkan(pemohon.nik),
                "surel": samarkan_surel(pemohon.surel),
                "telepon": samarkan(pemohon.telepon, 4, 2),
            },
            "permohonan": perkara,
        }

    def aksi_view(self, request: HttpRequest, pk: int, aksi: str) -> HttpResponse:
        if aksi == Aksi.BUKA_IDENTITAS:
            return redirect("admin:permohonan_permohonan_identitas", pk)
        if aksi in TANPA_TOMBOL:
            raise Http404
        return super().aksi_view(request, pk, aksi)

    def akibat(self, perkara: Any, baris: Transisi) -> list[str]:
        hasil = super().akibat(perkara, baris)
        if baris.surat:
            judul = JENIS[baris.surat].judul
            hasil.append(_("Surat “%s” diterbitkan dengan nomor surat.") % judul)
        return hasil

    def identitas_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return identitas.buka(self, request, self.perkara_terlihat(request, pk))

    def berkas_view(self, request: HttpRequest, pk: int, berkas: int) -> HttpResponseBase:
        """Send one file of the case; what may show who asked only right after the identity was opened."""
        perkara = self.perkara_terlihat(request, pk)
        satu = get_object_or_404(perkara.berkas.select_related("berkas"), pk=berkas)
        if tertutup(satu) and not identitas.berizin(request, perkara):
            raise PermissionDenied
        return kirim_berkas(satu.berkas, di_halaman=True)

    def surat_view(self, request: HttpRequest, pk: int, surat: int) -> HttpResponseBase:
        perkara = self.perkara_terlihat(request, pk)
        satu = get_object_or_404(
            Surat.objects.select_related("berkas"), pk=surat, perkara=perkara.rujukan
        )
        meja_sendiri = pelaku(request).memegang(Peran.PETUGAS, Peran.PPID_UTAMA)
        if not meja_sendiri and not identitas.berizin(request, perkara):
            raise PermissionDenied
        return kirim_berkas(satu.berkas, di_halaman=True)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Record a request that came otherwise."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return catat.catat(self, request)
