"""The whole public register as one file, in the regulator's columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from tempfile import NamedTemporaryFile
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from informasi.queries.terbuka import Terbuka, alirkan, sidik_register, tertulis
from ppid_portal.kernel.models import Instansi

# A cell that begins with one of these is a formula to a spreadsheet.
PEMBUKA_RUMUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
PANJANG_SEL = 32_767  # characters that one cell of a sheet holds

# The regulator's columns, and after them what makes the list of use to a machine.
KOLOM: tuple[tuple[str | Promise, Callable[[Terbuka], str]], ...] = (
    (_("Judul informasi"), lambda b: b.judul),
    (_("Ringkasan isi informasi"), lambda b: b.ringkasan),
    (_("Pejabat/unit/satker yang menguasai"), lambda b: b.pejabat),
    (
        _("Penanggung jawab pembuatan/penerbitan informasi"),
        lambda b: b.penanggung_jawab,
    ),
    (_("Waktu pembuatan informasi"), lambda b: b.waktu_pembuatan),
    (_("Tempat pembuatan informasi"), lambda b: b.tempat_pembuatan),
    (_("Bentuk informasi yang tersedia"), lambda b: b.bentuk_kata),
    (_("Jangka waktu penyimpanan/retensi arsip"), lambda b: b.retensi_kata),
    (_("Klasifikasi informasi"), lambda b: b.kelas_kata),
    (_("Kelompok informasi"), lambda b: b.kelompok),
    (_("Unit kerja"), lambda b: b.unit.nama),
    (_("Tanggal diumumkan"), lambda b: b.diumumkan_pada.isoformat()),
    (_("Terakhir diubah"), lambda b: b.diubah_pada.isoformat()),
    (_("Tautan"), lambda b: b.url),
    (_("Tautan berkas"), lambda b: "\n".join(f.url for f in b.berkas)),
)


class _Gema:
    """A file that gives back what is written into it."""

    def write(self, isi: str) -> str:
        return isi


@require_safe
def unduh(request: HttpRequest, bentuk: str) -> HttpResponseBase:
    """Hand out the register as CSV, XLSX or JSON; a cache may keep it, a mark tells its age."""
    if bentuk not in PEMBUAT:
        raise Http404
    etag = f'"{sidik_register()}-{bentuk}"'
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if jawaban is None:
        nama = slugify(Instansi.sekarang().nama_badan)
        jawaban = PEMBUAT[bentuk](f"daftar-informasi-publik-{nama}.{bentuk}")
    jawaban["ETag"] = etag
    jawaban["Cache-Control"] = "public, max-age=0, s-maxage=300"
    return jawaban


def aman(teks: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    bersih = tertulis(teks)
    return f"'{bersih}" if bersih.startswith(PEMBUKA_RUMUS) else bersih


def _nama_kolom() -> list[str]:
    return [str(nama) for nama, _isi in KOLOM]


def _csv(nama: str) -> HttpResponseBase:
    def baris() -> Iterator[str]:
        penulis = csv.writer(_Gema())
        yield "\ufeff"
        yield penulis.writerow(_nama_kolom())
        for butir in alirkan():
            yield penulis.writerow([aman(isi(butir)) for _nama, isi in KOLOM])

    return _aliran(baris(), "text/csv; charset=utf-8", nama)


def _json(nama: str) -> HttpResponseBase:
    def baris() -> Iterator[str]:
        yield "[\n"
        for urut, butir in enumerate(alirkan()):
            awal = ",\n" if urut else ""
            yield f"{awal}{json.dumps(_sebagai_json(butir), ensure_ascii=False)}"
        yield "\n]\n"

    return _aliran(baris(), "application/json", nama)


def _aliran(baris: Iterator[str], tipe: str, nama: str) -> HttpResponseBase:
    jawaban = StreamingHttpResponse(baris, content_type=tipe)
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    return jawaban


def _xlsx(nama: str) -> HttpResponseBase:
    """Write row by row to a file that is gone once it has been sent."""
    buku = Workbook(write_only=True)
    lembar = buku.create_sheet("DIP")
    lembar.append(_nama_kolom())
    for butir in alirkan():
        lembar.append([_sel(lembar, isi(butir)) for _nama, isi in KOLOM])
    sementara = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 - the answer closes it
    buku.save(sementara.name)
    return FileResponse(
        sementara,
        as_attachment=True,
        filename=nama,
        content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    )


def _sel(lembar: Any, teks: str) -> Any:
    """Return a cell of text, also where it looks like a formula."""
    sel = WriteOnlyCell(lembar, tertulis(teks)[:PANJANG_SEL])
    sel.data_type = "s"
    return sel


def _sebagai_json(butir: Terbuka) -> dict[str, Any]:
    return {
        "slug": butir.slug,
        "judul": butir.judul,
        "ringkasan": butir.ringkasan,
        "kelas": butir.kelas,
        "kelompok": butir.kelompok,
        "unit": {"slug": butir.unit.slug, "nama": butir.unit.nama},
        "pejabat": butir.pejabat,
        "penanggung_jawab": butir.penanggung_jawab,
        "waktu_pembuatan": butir.waktu_pembuatan,
        "tempat_pembuatan": butir.tempat_pembuatan,
        "tahun": butir.tahun,
        "bentuk": butir.bentuk_kata,
        "retensi": butir.retensi_kata,
        "diumumkan_pada": butir.diumumkan_pada.isoformat(),
        "diubah_pada": butir.diubah_pada.isoformat(),
        "url": butir.url,
        "berkas": [
            {
                "judul": f.judul,
                "nama": f.nama,
                "edisi": f.edisi,
                "tipe": f.tipe,
                "ukuran": f.ukuran,
                "sha256": f.sha256,
                "url": f.url,
            }
            for f in butir.berkas
        ],
    }


PEMBUAT: dict[str, Callable[[str], HttpResponseBase]] = {"csv": _csv, "json": _json, "xlsx": _xlsx}
