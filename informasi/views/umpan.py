"""What feed readers and search engines fetch: Atom, sitemap, robots.txt."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import StringIO
from urllib.parse import urlencode
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.db.models import F, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from django.urls import reverse
from django.utils.decorators import decorator_from_middleware
from django.utils.feedgenerator import Atom1Feed, Enclosure, rfc3339_date
from django.utils.translation import gettext as _
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from informasi import queries
from informasi.enums import Kelas
from informasi.models import Informasi
from informasi.queries.terbuka import Terbuka, alamat_penuh, jadikan_terbuka, tertulis
from ppid_portal.kernel.models import Instansi, Unit

CACHE = {"public": True, "max_age": 0, "s_maxage": 300, "stale_while_revalidate": 600}
SARINGAN = ("q", "kelas", "unit", "kelompok", "tahun", "bentuk")
PANJANG_KUERI = 200
SEPETA = 10_000  # keys of the register that one sitemap covers; the protocol allows 50.000
PETA_MAKS = 50_000  # maps that an index may name
RUANG_PETA = "http://www.sitemaps.org/schemas/sitemap/0.9"
LAMAN_TETAP = (
    "situs:beranda",
    "informasi:daftar",
    "permohonan:ajukan",
    "permohonan:cek",
    "situs:tenggat",
)
BELUM_ADA_ISI = datetime(2010, 4, 30, tzinfo=UTC)  # the day the statute came into force

bersyarat = decorator_from_middleware(ConditionalGetMiddleware)


class Umpan(Atom1Feed):
    """An Atom feed whose date stands still as long as nothing new is in it."""

    def latest_post_date(self) -> datetime:
        tanggal: Iterable[datetime] = (butir["updateddate"] for butir in self.items)
        return max(tanggal, default=BELUM_ADA_ISI)


@require_safe
@cache_control(**CACHE)
@bersyarat
def atom(request: HttpRequest) -> HttpResponse:
    """Answer the newest items of the register, of a unit, of a class or of a query."""
    saring = {
        nama: tertulis(request.GET.get(nama, "")).strip()[:PANJANG_KUERI] for nama in SARINGAN
    }
    hasil = queries.cari(
        saring["q"],
        unit=saring["unit"] or None,
        kelas=saring["kelas"] or None,
        kelompok=saring["kelompok"] or None,
        tahun=saring["tahun"][:5] or None,  # five digits are more than any year has
        bentuk=saring["bentuk"] or None,
        urut=queries.TERBARU,
    )
    instansi = Instansi.sekarang()
    unit = Unit.objects.filter(slug=saring["unit"]).first() if saring["unit"] else None
    dipakai = urlencode({nama: nilai for nama, nilai in saring.items() if nilai})
    tanya = f"?{dipakai}" if dipakai else ""
    umpan = Umpan(
        title=tertulis(" · ".join(_judul_umpan(saring, unit, instansi))),
        link=alamat_penuh(f"{reverse('informasi:daftar')}{tanya}"),
        feed_url=alamat_penuh(f"{reverse('informasi:umpan')}{tanya}"),
        feed_guid=alamat_penuh(f"{reverse('informasi:umpan')}{tanya}"),
        description=None,
        subtitle=_("Informasi publik yang terakhir diumumkan."),
        language="id",
        author_name=tertulis(instansi.nama_portal),
        author_link=alamat_penuh("/"),
    )
    # Items with only some of the words help who reads a page; in a feed they are noise.
    for butir in jadikan_terbuka([] if hasil.sebagian else [b.informasi for b in hasil.butir]):
        _tambahkan(umpan, butir)
    return HttpResponse(
        umpan.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8"
    )


def _judul_umpan(saring: dict[str, str], unit: Unit | None, instansi: Instansi) -> list[str]:
    bagian = [_("Informasi publik")]
    if saring["q"]:
        bagian.append(f"“{saring['q']}”")
    if unit is not None:
        bagian.append(unit.nama_tampil)
    if saring["kelas"] in Kelas.values:
        bagian.append(str(Kelas(saring["kelas"]).label))
    return [*bagian, instansi.nama_portal]


def _tambahkan(umpan: Umpan, butir: Terbuka) -> None:
    umpan.add_item(
        title=tertulis(butir.judul),
        link=butir.url,
        unique_id=butir.url,
        description=tertulis(butir.ringkasan or butir.judul),
        author_name=tertulis(butir.unit.nama),
        categories=(butir.kelas_kata,),
        pubdate=butir.diumumkan_pada,
        updateddate=max(butir.diubah_pada, butir.diumumkan_pada),
        enclosures=[Enclosure(b.url, str(b.ukuran), b.tipe) for b in butir.berkas],
    )


@require_safe
@cache_control(**CACHE)
@bersyarat
def peta_situs(request: HttpRequest) -> HttpResponse:
    """Answer the index: one map of the pages, one for each range of the register's keys."""
    peta = [(alamat_penuh(reverse("peta_laman")), _terakhir())]
    rentang = (
        Informasi.objects.terbit()
        .order_by()
        .values(bagian=F("pk") / SEPETA)
        .annotate(akhir=Max("diubah_pada"))
        .order_by("bagian")
    )
    for baris in rentang:
        alamat = reverse("peta_informasi", args=[baris["bagian"]])
        peta.append((alamat_penuh(alamat), baris["akhir"]))
    return _tulis_peta("sitemapindex", "sitemap", peta)


@require_safe
@cache_control(**CACHE)
@bersyarat
def peta_laman(request: HttpRequest) -> HttpResponse:
    """Answer the pages that stand, and the units that have something published."""
    terakhir = {reverse("situs:beranda"): _terakhir(), reverse("informasi:daftar"): _terakhir()}
    peta = [
        (alamat_penuh(jalur), terakhir.get(jalur)) for jalur in (reverse(n) for n in LAMAN_TETAP)
    ]
    terbit = Informasi.objects.terbit().order_by().values_list("unit")
    akhir: dict[int, datetime] = dict(terbit.annotate(akhir=Max("diubah_pada")))
    unit = Unit.objects.filter(pk__in=akhir).order_by("slug")
    peta += [(alamat_penuh(satu.get_absolute_url()), akhir[satu.pk]) for satu in unit]
    return _tulis_peta("urlset", "url", peta)


@require_safe
@cache_control(**CACHE)
@bersyarat
def peta_informasi(request: HttpRequest, bagian: int) -> HttpResponse:
    """Answer the published items of one range of keys, each with its last change."""
    if bagian > PETA_MAKS:
        raise Http404
    rentang = (bagian * SEPETA, (bagian + 1) * SEPETA - 1)
    butir = (
        Informasi.objects.terbit()
        .filter(pk__range=rentang)
        .order_by("pk")
        .only("slug", "diubah_pada")
    )
    peta = [(alamat_penuh(i.get_absolute_url()), i.diubah_pada) for i in butir]
    if not peta:
        raise Http404
    return _tulis_peta("urlset", "url", peta)


@require_safe
@cache_control(**CACHE)
def robots(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where the map is; a demo stays out of search engines."""
    if settings.DEMO or Instansi.sekarang().contoh:
        larangan = ["Disallow: /"]
    else:
        larangan = ["Disallow: /admin/", "Disallow: /*?*setelah=", "Allow: /"]
    baris = ["User-agent: *", *larangan, "", f"Sitemap: {alamat_penuh(reverse('peta_situs'))}", ""]
    return HttpResponse("\n".join(baris), content_type="text/plain; charset=utf-8")


def _terakhir() -> datetime | None:
    akhir: datetime | None = Informasi.objects.terbit().aggregate(akhir=Max("diubah_pada"))["akhir"]
    return akhir


def _tulis_peta(akar: str, unsur: str, peta: Iterable[tuple[str, datetime | None]]) -> HttpResponse:
    hasil = StringIO()
    xml = SimplerXMLGenerator(hasil, "utf-8")
    xml.startDocument()
    xml.startElement(akar, AttributesImpl({"xmlns": RUANG_PETA}))
    for alamat, diubah in peta:
        xml.startElement(unsur, AttributesImpl({}))
        xml.addQuickElement("loc", alamat)
        if diubah is not None:
            xml.addQuickElement("lastmod", rfc3339_date(diubah))
        xml.endElement(unsur)
    xml.endElement(akar)
    xml.endDocument()
    return HttpResponse(hasil.getvalue(), content_type="application/xml; charset=utf-8")
