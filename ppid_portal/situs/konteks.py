"""What every page knows: whose portal this is."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from ppid_portal.kernel.models import Instansi

ZONA = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


class Situs:
    """The body's identity, read from the database only when a template asks."""

    @cached_property
    def instansi(self) -> Instansi:
        return Instansi.sekarang()

    def __getattr__(self, nama: str) -> Any:
        if nama.startswith("_"):
            raise AttributeError(nama)
        return getattr(self.instansi, nama)

    @property
    def demo(self) -> bool:
        return bool(settings.DEMO or self.instansi.contoh)

    @property
    def zona(self) -> str:
        return ZONA.get(settings.TIME_ZONE, str(settings.TIME_ZONE))

    @property
    def nama_panjang(self) -> str:
        return "Pejabat Pengelola Informasi dan Dokumentasi"

    @property
    def url_kotak_surat(self) -> str:
        return reverse("situs:kotak_surat") if settings.DEMO else ""


def situs(request: HttpRequest) -> dict[str, Any]:
    return {"situs": SimpleLazyObject(Situs)}
