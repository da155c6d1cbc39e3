"""What left the house: letters as an agenda, messages with their state."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ppid_portal.kernel.admin.dasar import BerperanAdmin
from ppid_portal.kernel.admin.tindakan import Tindakan, TindakanAdmin
from ppid_portal.kernel.models import Pesan, Surat
from ppid_portal.kernel.models.pesan import PERKARA_TERTUTUP, Keadaan
from ppid_portal.kernel.peran import MEJA_PPID, Peran
from ppid_portal.kernel.pesan import kirim_ulang
from ppid_portal.kernel.sandi import samarkan_surel


def _gagal(pesan: Pesan) -> bool:
    return pesan.keadaan == Keadaan.GAGAL


def _akibat_kirim_ulang(pesan: Pesan) -> list[str]:
    return [
        _("Pesan kembali mengantre dan dikirim dalam beberapa detik."),
        _("Bila gagal lagi, pengiriman dicoba beberapa kali dengan jeda yang makin panjang."),
    ]


@admin.register(Pesan)
class PesanAdmin(TindakanAdmin):
    """Whether a message reached its reader; neither its words nor the full address are shown."""

    lihat = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA})
    ubah = lihat
    pengelola = True
    list_display = (
        "dibuat_pada", "judul", "perkara", "kanal", "alamat", "keadaan", "percobaan", "galat",
    )  # fmt: skip
    list_filter = ("keadaan", "kanal")
    search_fields = ("judul", "perkara")
    fields = (
        "judul", "perkara", "kanal", "alamat", "keadaan", "percobaan", "galat", "dibuat_pada",
        "kirim_setelah", "terkirim_pada",
    )  # fmt: skip
    readonly_fields = fields
    tindakan = (
        Tindakan(
            kunci="kirim-ulang",
            label=gettext_lazy("Kirim ulang"),
            kerjakan=kirim_ulang,
            boleh=_gagal,
            akibat=_akibat_kirim_ulang,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pesan]:
        pesan: QuerySet[Pesan] = super().get_queryset(request).exclude(perkara=PERKARA_TERTUTUP)
        return pesan.defer("isi")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("tujuan"))
    def alamat(self, pesan: Pesan) -> str:
        return samarkan_surel(pesan.tujuan)


@admin.register(Surat)
class SuratAdmin(BerperanAdmin):
    """The agenda of letters that went out."""

    lihat = MEJA_PPID
    list_display = ("nomor", "tanggal", "judul", "perkara")
    list_filter = ("tahun", "jenis")
    search_fields = ("nomor", "perkara", "kode")
    fields = ("nomor", "tanggal", "judul", "perkara", "kode", "dibuat_pada")
    readonly_fields = fields
