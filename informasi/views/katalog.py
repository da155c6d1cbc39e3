"""The register as a DCAT-AP catalogue, for national and provincial data portals to harvest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from informasi.enums import Kelas
from informasi.models import Informasi
from informasi.queries.terbuka import (
    BerkasTerbuka,
    Terbuka,
    alamat_penuh,
    alirkan,
    sidik_register,
    tertulis,
)
from informasi.rules.rdf import Iri, Nilai, Simpul, Teks, jsonld, turtle
from ppid_portal.kernel.models import Instansi, Unit

BAHASA = "id"
OTORITAS = "http://publications.europa.eu/resource/authority"
BAHASA_INDONESIA = Iri(f"{OTORITAS}/language/IND")
PEMERINTAHAN = Iri(f"{OTORITAS}/data-theme/GOVE")
TERBUKA_UMUM = Iri(f"{OTORITAS}/access-right/PUBLIC")
TIDAK_UMUM = Iri(f"{OTORITAS}/access-right/NON_PUBLIC")
MEDIA = "https://www.iana.org/assignments/media-types"
# Endings of file names -> the name in the authority table of file types.
JENIS_BERKAS = {
    "csv": "CSV", "doc": "DOC", "docx": "DOCX", "jpeg": "JPEG", "jpg": "JPEG", "json": "JSON",
    "ods": "ODS", "odt": "ODT", "pdf": "PDF", "png": "PNG", "ppt": "PPT", "pptx": "PPTX",
    "txt": "TXT", "xls": "XLS", "xlsx": "XLSX", "xml": "XML", "zip": "ZIP",
}  # fmt: skip
PENULIS = {
    "jsonld": (jsonld, "application/ld+json"),
    "ttl": (turtle, "text/turtle; charset=utf-8"),
}


@require_safe
def katalog(request: HttpRequest, bentuk: str) -> HttpResponseBase:
    """Stream the catalogue as JSON-LD or Turtle; both say the same."""
    if bentuk not in PENULIS:
        raise Http404
    etag = f'"{sidik_register()}-{bentuk}"'
    jawaban: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if jawaban is None:
        tulis, tipe = PENULIS[bentuk]
        jawaban = StreamingHttpResponse(tulis(_semua()), content_type=tipe)
    jawaban["ETag"] = etag
    jawaban["Cache-Control"] = "public, max-age=0, s-maxage=300"
    jawaban["Access-Control-Allow-Origin"] = "*"
    return jawaban


def _semua() -> Iterator[Simpul]:
    """Yield the catalogue, its classes, its publishers, then each item with its files."""
    instansi = Instansi.sekarang()
    yield _katalog(instansi)
    yield _badan(instansi)
    yield Simpul(
        "skos:ConceptScheme", (("dct:title", _kata(_("Kelas informasi publik"))),), _tema()
    )
    for kelas in Kelas:
        sebutan = (("skos:prefLabel", _kata(str(kelas.label))), ("skos:inScheme", _tema()))
        yield Simpul("skos:Concept", sebutan, _tema(kelas))
    disebut: set[int] = set()
    for butir in alirkan():
        if butir.unit.pk not in disebut:
            disebut.add(butir.unit.pk)
            yield _penerbit(butir.unit)
        yield Simpul("", (("dcat:dataset", Iri(butir.url)),), _nama_katalog())
        yield _dataset(butir)
        yield from (distribusi(butir, berkas) for berkas in butir.berkas)


def _katalog(instansi: Instansi) -> Simpul:
    urut = Informasi.objects.terbit().order_by
    terbaru = urut("-diubah_pada").values_list("diubah_pada", flat=True).first()
    pertama = urut("diumumkan_pada").values_list("diumumkan_pada", flat=True).first()
    sifat: list[tuple[str, Nilai]] = [
        ("dct:title", _kata(f"{_('Daftar Informasi Publik')} {instansi.nama_badan}")),
        (
            "dct:description",
            _kata(_("Seluruh informasi publik yang diumumkan menurut UU 14/2008.")),
        ),
        ("dct:publisher", _nama_badan()),
        ("dct:language", BAHASA_INDONESIA),
        ("dcat:themeTaxonomy", _tema()),
        ("foaf:homepage", Iri(alamat_penuh("/"))),
    ]
    if pertama and terbaru:
        sifat += [("dct:issued", _waktu(pertama)), ("dct:modified", _waktu(terbaru))]
    return Simpul("dcat:Catalog", tuple(sifat), _nama_katalog())


def _badan(instansi: Instansi) -> Simpul:
    sifat = [("foaf:name", _kata(instansi.nama_badan))]
    return Simpul("foaf:Agent", tuple(sifat), _nama_badan())


def _penerbit(unit: Unit) -> Simpul:
    return Simpul("foaf:Agent", (("foaf:name", _kata(unit.nama)),), _nama_unit(unit))


def _dataset(butir: Terbuka) -> Simpul:
    sifat: list[tuple[str, Nilai]] = [
        ("dct:title", _kata(butir.judul)),
        ("dct:description", _kata(butir.ringkasan or butir.judul)),
        ("dct:identifier", Teks(butir.url)),
        ("dct:publisher", _nama_unit(butir.unit)),
        ("dcat:contactPoint", _kontak(butir.unit)),
        ("dct:issued", _waktu(butir.diumumkan_pada)),
        ("dct:modified", _waktu(butir.diubah_pada)),
        ("dct:language", BAHASA_INDONESIA),
        ("dcat:theme", _tema(butir.kelas)),
        ("dcat:theme", PEMERINTAHAN),
        ("dct:accessRights", TIDAK_UMUM if butir.dikecualikan else TERBUKA_UMUM),
        ("dcat:landingPage", Iri(butir.url)),
    ]
    if butir.kelompok:
        sifat.append(("dcat:keyword", _kata(butir.kelompok)))
    if butir.tahun:
        sifat.append(("dct:temporal", _masa(butir.tahun)))
    sifat += [("dcat:distribution", _nama_berkas(berkas)) for berkas in butir.berkas]
    return Simpul("dcat:Dataset", tuple(sifat), Iri(butir.url))


def distribusi(butir: Terbuka, berkas: BerkasTerbuka) -> Simpul:
    sidik = Simpul(
        "spdx:Checksum",
        (
            ("spdx:algorithm", Iri("spdx:checksumAlgorithm_sha256")),
            ("spdx:checksumValue", Teks(berkas.sha256, jenis="xsd:hexBinary")),
        ),
    )
    sifat: list[tuple[str, Nilai]] = [
        ("dct:title", _kata(berkas.judul)),
        ("dct:description", _kata(berkas.edisi)),
        ("dcat:accessURL", Iri(butir.url)),
        ("dcat:downloadURL", Iri(berkas.url)),
        ("dcat:mediaType", Iri(f"{MEDIA}/{berkas.tipe}")),
        ("dcat:byteSize", Teks(str(berkas.ukuran), jenis="xsd:nonNegativeInteger")),
        ("dct:issued", _waktu(berkas.diumumkan_pada)),
        ("spdx:checksum", sidik),
    ]
    if jenis := JENIS_BERKAS.get(berkas.nama.rpartition(".")[2].lower()):
        sifat.append(("dct:format", Iri(f"{OTORITAS}/file-type/{jenis}")))
    if butir.lisensi:
        sifat.append(("dct:license", Iri(butir.lisensi)))
    return Simpul("dcat:Distribution", tuple(sifat), _nama_berkas(berkas))


def _kontak(unit: Unit) -> Simpul:
    sifat: list[tuple[str, Nilai]] = [
        ("vcard:fn", _kata(unit.nama)),
        ("vcard:hasURL", Iri(alamat_penuh(unit.get_absolute_url()))),
    ]
    if unit.surel:
        sifat.append(("vcard:hasEmail", Iri(f"mailto:{unit.surel}")))
    return Simpul("vcard:Organization", tuple(sifat))


def _masa(tahun: int) -> Simpul:
    awal = ("dcat:startDate", Teks(f"{tahun:04d}-01-01", jenis="xsd:date"))
    akhir = ("dcat:endDate", Teks(f"{tahun:04d}-12-31", jenis="xsd:date"))
    return Simpul("dct:PeriodOfTime", (awal, akhir))


def _kata(teks: str) -> Teks:
    return Teks(tertulis(teks), bahasa=BAHASA)


def _waktu(saat: datetime) -> Teks:
    return Teks(saat.isoformat(), jenis="xsd:dateTime")


def _nama_katalog() -> Iri:
    return Iri(alamat_penuh(f"{reverse('informasi:daftar')}#katalog"))


def _nama_badan() -> Iri:
    return Iri(alamat_penuh("/#badan"))


def _nama_unit(unit: Unit) -> Iri:
    return Iri(f"{alamat_penuh(unit.get_absolute_url())}#unit")


def _nama_berkas(berkas: BerkasTerbuka) -> Iri:
    return Iri(f"{berkas.url}#berkas")


def _tema(kelas: str = "") -> Iri:
    akhir = f"#kelas-{kelas}" if kelas else "#kelas"
    return Iri(alamat_penuh(f"{reverse('informasi:daftar')}{akhir}"))
