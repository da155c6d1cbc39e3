"""The action API of CKAN, read only, so that a data portal harvests us with the client it has."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.http import ConditionalGetMiddleware
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.decorators import decorator_from_middleware
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from informasi.enums import Kelas
from informasi.queries import ckan as register
from informasi.queries.terbuka import BerkasTerbuka, Terbuka, alamat_penuh, tertulis
from ppid_portal.kernel.models import Instansi, Unit

ISI_MAKS = 64_000  # bytes of a question
BARIS_MAKS = 100
DAFTAR_MAKS = 1_000
DALAM_MAKS = 10_000  # rows that may be skipped; whoever wants all of them takes a download
VERSI = "2.10.0"  # of CKAN, whose answers these resemble
PENYARING = {
    "organization": "unit", "owner_org": "unit", "groups": "kelas", "kelas": "kelas",
    "tags": "tag", "name": "nama",
}  # fmt: skip
SARINGAN = re.compile(r'\+?\b(\w+):\s*(\([^)]*\)|"[^"]*"|[^\s"()]+)')
NILAI = re.compile(r'"([^"]*)"|([^\s"()]+)')
PENGHUBUNG = {"AND", "OR"}

Isian = dict[str, Any]


class Ditolak(Exception):
    """A question that has no answer here, told in the words of CKAN."""

    def __init__(self, jenis: str, kode: int, pesan: str, kolom: str = "") -> None:
        super().__init__(pesan)
        self.kode = kode
        self.galat: Isian = {"__type": jenis, "message": pesan}
        if kolom:
            self.galat[kolom] = [pesan]


def _salah(kolom: str, pesan: str) -> Ditolak:
    return Ditolak("Validation Error", 409, pesan, kolom)


def _tidak_ada() -> Ditolak:
    return Ditolak("Not Found Error", 404, _("Tidak ditemukan"))


bersyarat = decorator_from_middleware(ConditionalGetMiddleware)


@csrf_exempt
@bersyarat
@require_http_methods(["GET", "HEAD", "POST"])
def aksi(request: HttpRequest, nama: str) -> HttpResponse:
    """Answer an action; reads only, so that a forged POST gains nobody anything."""
    bantuan = reverse("ckan", args=["help_show"])
    isi: Isian = {"help": alamat_penuh(f"{bantuan}?{urlencode({'name': nama})}")}
    kode = 200
    try:
        if nama not in AKSI:
            raise Ditolak("Not Found Error", 404, _("Tindakan ini tidak dikenal"))
        isi |= {"success": True, "result": AKSI[nama][0](_isian(request))}
    except Ditolak as galat:
        kode = galat.kode
        isi |= {"success": False, "error": galat.galat}
    jawaban = JsonResponse(isi, status=kode, json_dumps_params={"ensure_ascii": False})
    jawaban["Access-Control-Allow-Origin"] = "*"
    if request.method != "POST" and kode == 200:
        patch_cache_control(jawaban, public=True, max_age=0, s_maxage=30)
    return jawaban


def _isian(request: HttpRequest) -> Isian:
    """Return the question: from the address, or the JSON of a POST."""
    if request.method != "POST":
        return {k: v for k, v in request.GET.items() if "\x00" not in v}
    if len(request.body) > ISI_MAKS:
        raise Ditolak("Bad Request", 400, _("Isi permintaan terlalu besar"))
    try:
        isi = json.loads(request.body or b"{}")
    except (ValueError, RecursionError) as galat:
        raise Ditolak("Bad Request", 400, _("Isi permintaan bukan JSON")) from galat
    if not isinstance(isi, dict):
        raise Ditolak("Bad Request", 400, _("Isi permintaan bukan objek JSON"))
    return isi


def _teks(isian: Isian, kolom: str) -> str:
    nilai = isian.get(kolom) or ""
    if not isinstance(nilai, str):
        raise _salah(kolom, _("Harus berupa teks"))
    return tertulis(nilai).strip()


def _bulat(isian: Isian, kolom: str, *, baku: int, paling: int) -> int:
    nilai = isian.get(kolom, baku)
    if isinstance(nilai, bool | float) or not re.fullmatch(r"[0-9]{1,9}", str(nilai)):
        raise _salah(kolom, _("Harus berupa bilangan bulat, nol atau lebih"))
    return min(int(nilai), paling)


def _mulai(isian: Isian, kolom: str) -> int:
    """Return how many rows to skip; the database would read them all before it skips them."""
    mulai = _bulat(isian, kolom, baku=0, paling=DALAM_MAKS + 1)
    if mulai > DALAM_MAKS:
        unduhan = alamat_penuh(reverse("informasi:unduh", args=["json"]))
        pesan = _("Terlalu jauh. Persempit dengan fq, atau unduh seluruh daftar: %s") % unduhan
        raise _salah(kolom, pesan)
    return mulai


def _benar(isian: Isian, kolom: str) -> bool:
    return str(isian.get(kolom, "")).lower() in {"true", "1", "yes"}


# --- packages


def _package_list(isian: Isian) -> list[str]:
    banyak = _bulat(isian, "limit", baku=DAFTAR_MAKS, paling=DAFTAR_MAKS)
    return register.nama_paket(_mulai(isian, "offset"), banyak)


def _package_show(isian: Isian) -> Isian:
    nama = _teks(isian, "id") or _teks(isian, "name_or_id")
    if not nama:
        raise _salah("id", _("Wajib diisi"))
    butir = register.paket(nama)
    if butir is None:
        raise _tidak_ada()
    return _paket(butir)


def _package_search(isian: Isian) -> Isian:
    q = _teks(isian, "q")
    cari = register.Cari(
        q="" if q in {"*:*", "*"} else q[:200],
        **_saringan(isian),
        urut=_urut(_teks(isian, "sort")),
        mulai=_mulai(isian, "start"),
        banyak=_bulat(isian, "rows", baku=10, paling=BARIS_MAKS),
    )
    jumlah, butir = register.cari_paket(cari)
    jenis = _jenis_pilah(isian)
    pilah = register.pilah(cari) if jenis else {}
    banyak = _bulat(isian, "facet.limit", baku=50, paling=DAFTAR_MAKS)
    terpilah = {nama: dict(pilah[nama].most_common(banyak or None)) for nama in jenis}
    return {
        "count": jumlah,
        "sort": _teks(isian, "sort") or "metadata_modified desc",
        "results": [_paket(satu) for satu in butir],
        "facets": terpilah,
        "search_facets": {
            nama: {
                "title": nama,
                "items": [{"name": n, "display_name": n, "count": c} for n, c in isi.items()],
            }
            for nama, isi in terpilah.items()
        },
    }


def _saringan(isian: Isian) -> dict[str, tuple[str, ...]]:
    """Read `organization:bpkad +kelas:("berkala" OR "setiap_saat")`; raises Ditolak."""
    hasil: dict[str, tuple[str, ...]] = {}
    daftar = isian.get("fq_list") or []
    if not isinstance(daftar, list) or not all(isinstance(satu, str) for satu in daftar):
        raise _salah("fq_list", _("Harus berupa daftar teks"))
    fq = " ".join([_teks(isian, "fq"), *map(tertulis, daftar)])[:2_000]
    for kolom, isi in SARINGAN.findall(fq):
        if kolom not in PENYARING:
            raise Ditolak("Search Query Error", 400, _("Saringan tidak dikenal: %s") % kolom)
        nilai = tuple(a or b for a, b in NILAI.findall(isi) if b not in PENGHUBUNG)
        kunci = PENYARING[kolom]
        sama = hasil.get(kunci)
        hasil[kunci] = nilai if sama is None else tuple(n for n in nilai if n in sama) or ("",)
    if SARINGAN.sub("", fq).replace("AND", "").strip("+ \t\r\n"):
        raise Ditolak("Search Query Error", 400, _("Saringan tidak dapat dibaca"))
    return hasil


def _urut(teks: str) -> tuple[str, ...]:
    urut: list[str] = []
    for bagian in teks.split(",") if teks else ["metadata_modified desc"]:
        kolom, _spasi, arah = bagian.strip().partition(" ")
        if kolom in {"score", "relevance"}:
            continue
        if kolom not in register.URUTAN or arah.strip().lower() not in {"", "asc", "desc"}:
            raise Ditolak("Search Query Error", 400, _("Urutan tidak dikenal: %s") % bagian)
        turun = "-" if arah.strip().lower() == "desc" else ""
        urut.append(f"{turun}{register.URUTAN[kolom]}")
    return tuple(urut[:3]) or ("-diubah_pada",)


def _jenis_pilah(isian: Isian) -> list[str]:
    diminta = isian.get("facet.field") or []
    if isinstance(diminta, str):
        try:
            diminta = json.loads(diminta.replace("'", '"'))
        except (ValueError, RecursionError) as galat:
            raise _salah("facet.field", _("Harus berupa daftar teks")) from galat
    if not isinstance(diminta, list):
        raise _salah("facet.field", _("Harus berupa daftar teks"))
    return [nama for nama in ("organization", "groups", "tags") if nama in diminta]


def _paket(butir: Terbuka) -> Isian:
    return {
        "id": str(butir.pk),
        "name": butir.slug,
        "title": butir.judul,
        "notes": butir.ringkasan,
        "type": "dataset",
        "state": "active",
        "private": False,
        "isopen": bool(butir.lisensi),
        "url": butir.url,
        "license_id": "notspecified" if not butir.lisensi else butir.lisensi,
        "license_url": butir.lisensi,
        "author": butir.penanggung_jawab,
        "maintainer": butir.unit.nama,
        "maintainer_email": butir.unit.surel,
        "metadata_created": _waktu(butir.diumumkan_pada),
        "metadata_modified": _waktu(butir.diubah_pada),
        "owner_org": str(butir.unit.pk),
        "organization": _organisasi(butir.unit),
        "groups": [_grup(Kelas(butir.kelas))],
        "tags": [_tanda(butir.kelompok)] if butir.kelompok else [],
        "num_tags": int(bool(butir.kelompok)),
        "resources": [_sumber(butir, urut, b) for urut, b in enumerate(butir.berkas)],
        "num_resources": len(butir.berkas),
        "extras": [
            {"key": kunci, "value": nilai}
            for kunci, nilai in (
                ("pejabat", butir.pejabat),
                ("waktu_pembuatan", butir.waktu_pembuatan),
                ("tempat_pembuatan", butir.tempat_pembuatan),
                ("tahun", str(butir.tahun or "")),
                ("bentuk", butir.bentuk_kata),
                ("retensi", butir.retensi_kata),
            )
            if nilai
        ],
    }


def _sumber(butir: Terbuka, urut: int, berkas: BerkasTerbuka) -> Isian:
    return {
        "id": berkas.kunci,
        "package_id": str(butir.pk),
        "name": berkas.judul,
        "description": berkas.edisi,
        "url": berkas.url,
        "format": berkas.nama.rpartition(".")[2].upper(),
        "mimetype": berkas.tipe,
        "size": berkas.ukuran,
        "hash": f"sha256:{berkas.sha256}",
        "created": _waktu(berkas.diumumkan_pada),
        "state": "active",
        "position": urut,
    }


def _waktu(saat: datetime) -> str:
    """Return a moment as CKAN writes it: UTC without a zone."""
    return saat.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")


# --- organizations, groups, tags, the site


def _organisasi(unit: Unit) -> Isian:
    return {
        "id": str(unit.pk),
        "name": unit.slug,
        "title": unit.nama,
        "description": "",
        "type": "organization",
        "is_organization": True,
        "state": "active",
        "approval_status": "approved",
        "image_url": "",
    }


def _organization_list(isian: Isian) -> list[Any]:
    semua = register.organisasi()
    mulai = _mulai(isian, "offset")
    banyak = _bulat(isian, "limit", baku=DAFTAR_MAKS, paling=DAFTAR_MAKS)
    halaman = semua[mulai : mulai + banyak]
    if _benar(isian, "all_fields"):
        return [_organisasi(unit) | _isi_organisasi(unit, n) for unit, n in halaman]
    return [unit.slug for unit, _n in halaman]


def _organization_show(isian: Isian) -> Isian:
    nama = _teks(isian, "id")
    if not nama:
        raise _salah("id", _("Wajib diisi"))
    for unit, n in register.organisasi(nama):
        return _organisasi(unit) | _isi_organisasi(unit, n)
    raise _tidak_ada()


def _isi_organisasi(unit: Unit, n: int) -> Isian:
    return {
        "display_name": unit.nama,
        "package_count": n,
        "url": alamat_penuh(unit.get_absolute_url()),
    }


def _grup(kelas: Kelas) -> Isian:
    label = str(kelas.label)
    return {"id": kelas.value, "name": kelas.value, "title": label, "display_name": label}


def _group_list(isian: Isian) -> list[Any]:
    semua = register.jumlah_kelas()
    if _benar(isian, "all_fields"):
        return [_grup(kelas) | {"package_count": n, "type": "group"} for kelas, n in semua]
    return [kelas.value for kelas, _n in semua]


def _tanda(nama: str) -> Isian:
    return {"name": nama, "display_name": nama, "state": "active"}


def _tag_list(isian: Isian) -> list[Any]:
    banyak = _bulat(isian, "limit", baku=DAFTAR_MAKS, paling=DAFTAR_MAKS)
    semua = register.kelompok(_mulai(isian, "offset"), banyak)
    return [_tanda(nama) for nama in semua] if _benar(isian, "all_fields") else semua


def _status_show(isian: Isian) -> Isian:
    instansi = Instansi.sekarang()
    return {
        "ckan_version": VERSI,
        "site_url": settings.ALAMAT_SITUS,
        "site_title": instansi.nama_portal,
        "site_description": _("Daftar Informasi Publik"),
        "error_emails_to": instansi.surel or None,
        "locale_default": "id",
        "extensions": [],
    }


def _site_read(isian: Isian) -> bool:
    return True


def _help_show(isian: Isian) -> str:
    nama = _teks(isian, "name")
    if nama not in AKSI:
        raise _tidak_ada()
    return str(AKSI[nama][1])


AKSI: dict[str, tuple[Callable[[Isian], Any], str | Promise]] = {
    "group_list": (_group_list, gettext_lazy("Kelas informasi publik, sebagai kelompok data.")),
    "help_show": (_help_show, gettext_lazy("Keterangan satu tindakan (name).")),
    "organization_list": (
        _organization_list,
        gettext_lazy("Unit badan publik (all_fields, offset, limit)."),
    ),
    "organization_show": (_organization_show, gettext_lazy("Satu unit badan publik (id).")),
    "package_list": (
        _package_list,
        gettext_lazy("Nama informasi yang diumumkan, yang baru di akhir (offset, limit)."),
    ),
    "package_search": (
        _package_search,
        gettext_lazy("Cari informasi (q, fq, sort, start, rows, facet.field)."),
    ),
    "package_show": (_package_show, gettext_lazy("Satu informasi dengan berkasnya (id).")),
    "site_read": (_site_read, gettext_lazy("Portal ini dapat dibaca siapa pun.")),
    "status_show": (_status_show, gettext_lazy("Nama dan alamat portal ini.")),
    "tag_list": (_tag_list, gettext_lazy("Kelompok informasi, sebagai tanda (offset, limit).")),
}
