"""The back office's own pages: the menu by role, and “Hari ini”."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import F
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from informasi import queries as register
from informasi.enums import Status as StatusInformasi
from informasi.models import Informasi
from permohonan.enums import Status
from permohonan.models import Disposisi, Permohonan
from ppid_portal.kernel.admin import pelaku
from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Perkara
from ppid_portal.kernel.peran import MEJA_PPID, Pelaku, Peran

SEBARIS = 20  # cases shown per heading on “Hari ini”


def lingkungan(request: HttpRequest) -> list[str] | None:
    """Mark the demo plainly in the header of the back office."""
    return [_("Demo, data rekaan"), "warning"] if settings.DEMO else None


def gaya(request: HttpRequest) -> str:
    """Return the address of the back office's own style sheet."""
    return static("css/meja.css")


def _menu(judul: Any, ikon: str, model: str) -> dict[str, Any]:
    app, nama = model.split(".")

    def boleh(request: HttpRequest) -> bool:
        daftar = request.__dict__.setdefault("_model_terlihat", None)
        if daftar is None:
            daftar = _model_terlihat(request)
            request.__dict__["_model_terlihat"] = daftar
        return model in daftar

    return {
        "title": judul,
        "icon": ikon,
        "link": reverse_lazy(f"admin:{app}_{nama}_changelist"),
        "permission": boleh,
    }


def _model_terlihat(request: HttpRequest) -> set[str]:
    return {
        model._meta.label_lower
        for model, meja in admin.site._registry.items()
        if meja.has_view_permission(request)
    }


def navigasi(request: HttpRequest) -> list[dict[str, Any]]:
    """Return the menu; each entry shows only to whom its list would open."""
    return [
        {
            "title": _("Pelayanan"),
            "items": [
                {
                    "title": _("Hari ini"),
                    "icon": "today",
                    "link": reverse_lazy("admin:index"),
                },
                _menu(gettext_lazy("Permohonan"), "inbox", "permohonan.permohonan"),
                _menu(gettext_lazy("Disposisi"), "assignment", "permohonan.disposisi"),
                _menu(gettext_lazy("Pengaduan"), "campaign", "pengaduan.pengaduan"),
                _menu(gettext_lazy("Informasi publik"), "library_books", "informasi.informasi"),
                _menu(gettext_lazy("Layanan publik"), "room_service", "informasi.layananpublik"),
                _menu(gettext_lazy("Dicari, tidak ada"), "search_off", "informasi.pencariankosong"),
                _menu(gettext_lazy("Saran pencarian"), "lightbulb", "informasi.saranpencarian"),
                _menu(gettext_lazy("Penetapan DIP"), "gavel", "informasi.penetapandip"),
                _menu(gettext_lazy("Pengecualian"), "lock", "informasi.pengecualianinformasi"),
            ],
        },
        {
            "title": _("Tata usaha"),
            "separator": True,
            "items": [
                _menu(gettext_lazy("Surat keluar"), "mail", "kernel.surat"),
                _menu(gettext_lazy("Pesan"), "outbox", "kernel.pesan"),
            ],
        },
        {
            "title": _("Pengaturan"),
            "separator": True,
            "items": [
                _menu(gettext_lazy("Sinonim pencarian"), "manage_search", "informasi.sinonim"),
                _menu(gettext_lazy("Kalender kerja"), "calendar_month", "kernel.versikalender"),
                _menu(gettext_lazy("Unit"), "account_tree", "kernel.unit"),
                _menu(gettext_lazy("Pengguna"), "group", "kernel.pengguna"),
                _menu(gettext_lazy("Instansi"), "account_balance", "kernel.instansi"),
            ],
        },
    ]


def _baris(perkara: Perkara, judul: str, ket: str, kalender: Kalender) -> dict[str, Any]:
    hari_ini = timezone.localdate()
    batas = perkara.batas_waktu
    sisa = kalender.antara(hari_ini, batas) if batas else None
    app, model = perkara._meta.app_label, perkara._meta.model_name
    return {
        "judul": judul,
        "keterangan": ket,
        "url": reverse(f"admin:{app}_{model}_change", args=[perkara.pk]),
        "batas": batas,
        "sisa": sisa,
        "nada": "aman" if sisa is None or sisa > 3 else "dekat" if sisa >= 0 else "lewat",
        "kata": _kata_sisa(sisa),
    }


def _kata_sisa(sisa: int | None) -> str:
    if sisa is None:
        return _("tanpa batas")
    if sisa < 0:
        return _("terlambat %s hari kerja") % -sisa
    return _("hari terakhir") if sisa == 0 else _("%s hari kerja lagi") % sisa


def _permohonan(
    judul: str, kosong: str, siapa: Pelaku, kalender: Kalender, *status: Status
) -> dict[str, Any]:
    daftar = (
        Permohonan.objects.terlihat_oleh(siapa)
        .filter(status__in=status)
        .prefetch_related("butir")
        .order_by(F("batas_waktu").asc(nulls_last=True), "pk")
    )
    baris = [
        _baris(p, p.nomor, next((b.rincian for b in p.butir.all()), ""), kalender)
        for p in daftar[:SEBARIS]
    ]
    return {"judul": judul, "kosong": kosong, "baris": baris, "jumlah": daftar.count()}


def _disposisi(siapa: Pelaku, kalender: Kalender) -> dict[str, Any]:
    daftar = Disposisi.objects.terlihat_oleh(siapa).terbuka().select_related("permohonan", "unit")
    daftar = daftar.order_by(F("batas_waktu").asc(nulls_last=True), "pk")
    baris = [_baris(d, str(d), d.instruksi, kalender) for d in daftar[:SEBARIS]]
    return {
        "judul": _("Disposisi menunggu unit"),
        "kosong": _("Tidak ada disposisi terbuka."),
        "baris": baris,
        "jumlah": daftar.count(),
    }


def _informasi(
    siapa: Pelaku, kalender: Kalender, status: StatusInformasi, judul: str
) -> dict[str, Any]:
    daftar = Informasi.objects.terlihat_oleh(siapa).filter(status=status).select_related("unit")
    baris = [
        _baris(i, i.judul, i.unit.nama_tampil, kalender) for i in daftar.order_by("pk")[:SEBARIS]
    ]
    return {"judul": judul, "kosong": _("Tidak ada."), "baris": baris, "jumlah": daftar.count()}


def _pembaruan(siapa: Pelaku, kalender: Kalender) -> dict[str, Any]:
    """Periodic items that are stale, or will be within three working days."""
    daftar = register.perlu_diperbarui(siapa, kalender.tambah(timezone.localdate(), 3))
    baris = [
        _baris(i, i.judul, i.unit.nama_tampil, kalender)
        for i in daftar.select_related("unit")[:SEBARIS]
    ]
    return {
        "judul": _("Informasi berkala yang perlu diperbarui"),
        "kosong": _("Semua informasi berkala unit Anda mutakhir."),
        "baris": baris,
        "jumlah": daftar.count(),
    }


def papan(siapa: Pelaku) -> list[dict[str, Any]]:
    """Return the headings of “Hari ini” for these roles, the most pressing first."""
    kalender = kalender_berlaku()
    hasil: list[dict[str, Any]] = []
    if siapa.memegang(Peran.PETUGAS, Peran.PPID_UTAMA):
        hasil.append(
            _permohonan(_("Baru, periksa kelengkapannya"), _("Tidak ada permohonan baru."), siapa,
                        kalender, Status.DITERIMA)
        )  # fmt: skip
    if siapa.memegang(Peran.PPID_UTAMA):
        hasil.append(
            _permohonan(_("Lengkap, menunggu disposisi atau keputusan"), _("Tidak ada."), siapa,
                        kalender, Status.TERDAFTAR_LENGKAP, Status.TELAAH_PPID, Status.DIPERPANJANG)
        )  # fmt: skip
        hasil.append(
            _informasi(siapa, kalender, StatusInformasi.DITELAAH, _("Informasi menunggu telaah"))
        )
    if siapa.peran & MEJA_PPID or siapa.unit:
        hasil.append(_disposisi(siapa, kalender))
    if siapa.memegang(Peran.PETUGAS):
        hasil.append(
            _permohonan(_("Dijawab, belum diserahkan"), _("Tidak ada."), siapa, kalender,
                        Status.DIKABULKAN, Status.DIKABULKAN_SEBAGIAN)
        )  # fmt: skip
    if siapa.memegang(Peran.PPID_PELAKSANA):
        hasil.append(_pembaruan(siapa, kalender))
        hasil.append(
            _informasi(siapa, kalender, StatusInformasi.DRAF, _("Draf informasi unit Anda"))
        )
    return hasil


def hari_ini(request: HttpRequest, konteks: dict[str, Any]) -> dict[str, Any]:
    """Fill the first screen of the back office."""
    siapa = pelaku(request)
    konteks["papan"] = papan(siapa)
    konteks["peran"] = ", ".join(sorted(p.label for p in siapa.peran))
    return konteks
