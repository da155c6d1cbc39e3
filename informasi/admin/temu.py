"""What officers do for finding: the list of synonyms."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from informasi import actions
from informasi.forms.temu import SinonimForm
from informasi.models import Sinonim
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
