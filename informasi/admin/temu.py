"""What officers do for finding: the synonyms, what nobody found, what the offers brought."""

from __future__ import annotations

import csv
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from informasi import actions
from informasi.forms.temu import SinonimForm
from informasi.models import PencarianKosong, SaranPencarian, Sinonim
from ppid_portal.kernel.admin import BerperanAdmin
from ppid_portal.kernel.peran import MEJA_PPID, Peran

PENGURUS = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA})


@admin.register(Sinonim)
class SinonimAdmin(BerperanAdmin):
    """Words of citizens beside words of offices; what is saved is in force at once."""

    lihat = MEJA_PPID
    ubah = PENGURUS
    tambah = PENGURUS
    form = SinonimForm
    list_display = ("kelompok", "searah", "aktif", "diubah_pada")
    list_filter = ("aktif", "searah")
    search_fields = ("istilah",)

    @admin.display(description=_("istilah"), ordering="istilah")
    def kelompok(self, sinonim: Sinonim) -> str:
        return " = ".join(sinonim.istilah)

    def save_model(self, request: HttpRequest, obj: Sinonim, form: Any, change: bool) -> None:
        actions.simpan_sinonim(obj)


@admin.register(PencarianKosong)
class PencarianKosongAdmin(BerperanAdmin):
    """What people looked for in vain, by month: what the register should hold next."""

    lihat = MEJA_PPID
    list_display = ("kueri", "jumlah", "bulan")
    date_hierarchy = "bulan"
    search_fields = ("kueri",)
    list_display_links = None
    actions = ("unduh_csv",)

    @admin.action(description=_("Unduh sebagai CSV"), permissions=["view"])
    def unduh_csv(self, request: HttpRequest, queryset: QuerySet[PencarianKosong]) -> HttpResponse:
        jawaban = HttpResponse(content_type="text/csv; charset=utf-8")
        jawaban["Content-Disposition"] = 'attachment; filename="dicari-tetapi-tidak-ada.csv"'
        penulis = csv.writer(jawaban)
        penulis.writerow(["bulan", "kueri", "jumlah"])
        for satu in queryset:
            penulis.writerow([f"{satu.bulan:%Y-%m}", satu.kueri, satu.jumlah])
        return jawaban


@admin.register(SaranPencarian)
class SaranPencarianAdmin(BerperanAdmin):
    """Offers while a request is written: shown, opened, asked anyway."""

    lihat = MEJA_PPID
    list_display = ("tanggal", "ditampilkan", "dibuka", "tetap_diajukan")
    date_hierarchy = "tanggal"
    list_display_links = None
