"""What a page says to machines: its description as schema.org data, inert to the browser."""

from __future__ import annotations

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from informasi.models import Edisi, Informasi
from informasi.queries.terbuka import BerkasTerbuka, Terbuka, alamat_penuh, dari_halaman

register = template.Library()

# What could end the element or begin another, as JSON writes it.
BAHAYA = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.filter
def penuh(jalur: str) -> str:
    """Return the address by which the world knows this page."""
    return alamat_penuh(jalur)


@register.simple_tag(takes_context=True)
def data_terstruktur(context: Context, informasi: Informasi, edisi: list[Edisi]) -> SafeString:
    """Return schema.org data of an item, safe inside a script element of data."""
    data = susun(dari_halaman(informasi, edisi), context["situs"].nama_badan)
    teks = json.dumps(data, ensure_ascii=False).translate(BAHAYA)
    return mark_safe(teks)  # noqa: S308 - nothing is left that a parser of HTML sees


def susun(butir: Terbuka, badan: str) -> dict[str, Any]:
    """Return an item as schema.org Dataset; its files only where they are open."""
    unit = butir.unit
    semua: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": butir.url,
        "url": butir.url,
        "identifier": butir.slug,
        "name": butir.judul,
        "description": butir.ringkasan or butir.judul,
        "inLanguage": "id",
        "isAccessibleForFree": not butir.dikecualikan,
        "keywords": [kata for kata in (butir.kelas_kata, butir.kelompok) if kata],
        "datePublished": butir.diumumkan_pada.isoformat(),
        "dateModified": butir.diubah_pada.isoformat(),
        "temporalCoverage": str(butir.tahun or ""),
        "license": butir.lisensi,
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": unit.nama,
            "alternateName": unit.singkatan,
            "url": alamat_penuh(unit.get_absolute_url()),
            "email": unit.surel,
            "telephone": unit.telepon,
            "parentOrganization": {"@type": "GovernmentOrganization", "name": badan},
        },
        "distribution": [_distribusi(berkas) for berkas in butir.berkas],
    }
    semua["publisher"] = _terisi(semua["publisher"])
    return _terisi(semua)


def _distribusi(berkas: BerkasTerbuka) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "name": berkas.judul,
        "contentUrl": berkas.url,
        "encodingFormat": berkas.tipe,
        "contentSize": f"{berkas.ukuran} B",
        "sha256": berkas.sha256,
        "datePublished": berkas.diumumkan_pada.isoformat(),
    }


def _terisi(isi: dict[str, Any]) -> dict[str, Any]:
    return {nama: nilai for nama, nilai in isi.items() if nilai not in ("", [], None)}
