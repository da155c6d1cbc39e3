"""The DCAT-AP catalogue: both writings say the same, and it passes the shapes."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, FOAF, RDF, SKOS, XSD

from informasi import actions
from informasi.models import Informasi
from informasi.queries.terbuka import jadikan_terbuka
from informasi.rules.rdf import Iri, Simpul, Teks, jsonld, turtle
from informasi.views.katalog import distribusi
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import UnitFactory

# The parser of JSON-LD in rdflib 7 warns of a class of its own.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.lambat,
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]
AKAR = settings.ALAMAT_SITUS
BENTUK = Path(__file__).with_name("bentuk_dcat.ttl")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
OTORITAS = "http://publications.europa.eu/resource/authority"
BUTIR = URIRef(f"{AKAR}/informasi/apbd/")


def baca(client, bentuk):
    jawaban = client.get(f"/katalog.{bentuk}")
    teks = b"".join(jawaban.streaming_content).decode()
    return Graph().parse(data=teks, format={"ttl": "turtle", "jsonld": "json-ld"}[bentuk])


def temuan(graf):
    sesuai, _graf, teks = validate(graf, shacl_graph=Graph().parse(BENTUK, format="turtle"))
    return "" if sesuai else teks


@pytest.fixture
def register():
    unit = UnitFactory(nama='Badan "Keuangan"', slug="bpkad", surel="bpkad@contoh.go.id")
    InformasiFactory(
        terbit=True, judul="APBD", ringkasan='Anggaran\n\t"belanja" \\ & <lain>', kelas="berkala",
        unit=unit, berkas=2, tahun=2026, kelompok="Keuangan",
    )  # fmt: skip
    InformasiFactory(terbit=True, judul="Huruf \x01 kendali", ringkasan="", unit=unit)
    rahasia = InformasiFactory(terbit=True, judul="Rencana", berkas=1, tahun=2020)
    rahasia.kelas = "dikecualikan"
    actions.ubah(rahasia, SISTEM)


def test_turtle_dan_jsonld_mengatakan_hal_yang_sama(client, register):
    ttl, ld = baca(client, "ttl"), baca(client, "jsonld")

    assert len(ttl) == len(ld) > 80
    assert isomorphic(ttl, ld)


@pytest.mark.parametrize("bentuk", ["ttl", "jsonld"])
def test_katalog_memenuhi_bentuk_dcat_ap(client, register, bentuk):
    assert temuan(baca(client, bentuk)) == ""


@pytest.mark.parametrize(
    "rusak",
    [
        (None, DCTERMS.title),
        (None, DCTERMS.description),
        (None, DCTERMS.publisher),
        (None, FOAF.name),
        (None, SKOS.prefLabel),
        (None, DCAT.accessURL),
        (None, SPDX.checksumValue),
        (None, SPDX.algorithm),
        (None, VCARD.fn),
    ],
)
def test_bentuk_menemukan_yang_hilang(client, register, rusak):
    graf = baca(client, "ttl")
    graf.remove((*rusak, None))

    assert temuan(graf).count("Constraint Violation") > 0


def test_butir_dengan_sifat_sifatnya(client, register):
    graf = baca(client, "ttl")
    apbd = Informasi.objects.get(slug="apbd")
    unit = URIRef(f"{AKAR}/informasi/?unit=bpkad#unit")
    kontak = graf.value(BUTIR, DCAT.contactPoint)
    masa = graf.value(BUTIR, DCTERMS.temporal)

    assert graf.value(BUTIR, DCTERMS.title) == Literal("APBD", lang="id")
    assert graf.value(BUTIR, DCTERMS.description) == Literal(
        'Anggaran\n\t"belanja" \\ & <lain>', lang="id"
    )
    assert graf.value(BUTIR, DCTERMS.publisher) == unit
    assert graf.value(unit, FOAF.name) == Literal('Badan "Keuangan"', lang="id")
    assert graf.value(kontak, VCARD.hasEmail) == URIRef("mailto:bpkad@contoh.go.id")
    assert graf.value(BUTIR, DCTERMS.issued).toPython() == apbd.diumumkan_pada
    assert graf.value(BUTIR, DCTERMS.modified).toPython() == apbd.diubah_pada
    assert set(graf.objects(BUTIR, DCAT.theme)) == {
        URIRef(f"{AKAR}/informasi/#kelas-berkala"),
        URIRef(f"{OTORITAS}/data-theme/GOVE"),
    }
    assert graf.value(BUTIR, DCTERMS.accessRights) == URIRef(f"{OTORITAS}/access-right/PUBLIC")
    assert graf.value(BUTIR, DCAT.keyword) == Literal("Keuangan", lang="id")
    assert str(graf.value(masa, DCAT.startDate)) == "2026-01-01"
    assert str(graf.value(masa, DCAT.endDate)) == "2026-12-31"


def test_berkas_dengan_ukuran_jenis_dan_sidiknya(client, register):
    graf = baca(client, "jsonld")
    berkas = Berkas.objects.get(nama="1.pdf")
    alamat = f"{AKAR}{reverse('informasi:berkas', args=[berkas.pk])}"
    satu = URIRef(f"{alamat}#berkas")
    sidik = graf.value(satu, SPDX.checksum)

    assert len(list(graf.objects(BUTIR, DCAT.distribution))) == 2
    assert graf.value(satu, DCAT.downloadURL) == URIRef(alamat)
    assert graf.value(satu, DCAT.accessURL) == BUTIR
    assert graf.value(satu, DCTERMS.format) == URIRef(f"{OTORITAS}/file-type/PDF")
    assert graf.value(satu, DCAT.mediaType) == URIRef(
        "https://www.iana.org/assignments/media-types/application/pdf"
    )
    assert graf.value(satu, DCAT.byteSize) == Literal(
        str(berkas.ukuran), datatype=XSD.nonNegativeInteger
    )
    assert str(graf.value(sidik, SPDX.checksumValue)).lower() == berkas.sha256
    assert graf.value(sidik, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256


def test_yang_dikecualikan_tanpa_berkas_dan_bukan_untuk_umum(client, register):
    graf = baca(client, "ttl")
    rencana = URIRef(f"{AKAR}/informasi/rencana/")

    assert list(graf.objects(rencana, DCAT.distribution)) == []
    assert list(graf.objects(rencana, DCTERMS.temporal)) == []
    assert graf.value(rencana, DCTERMS.accessRights) == URIRef(
        f"{OTORITAS}/access-right/NON_PUBLIC"
    )


def test_lisensi_disebut_bila_ada(register):
    (butir,) = jadikan_terbuka(Informasi.objects.filter(slug="apbd"))
    alamat = "https://creativecommons.org/licenses/by/4.0/"

    def lisensi(satu):
        simpul = distribusi(satu, satu.berkas[0])
        return [nilai.nama for nama, nilai in simpul.sifat if nama == "dct:license"]

    assert (lisensi(butir), lisensi(replace(butir, lisensi=alamat))) == ([], [alamat])


def test_register_kosong_tetap_katalog_yang_terbaca(client):
    ttl = baca(client, "ttl")

    assert isomorphic(ttl, baca(client, "jsonld"))
    assert list(ttl.subjects(RDF.type, DCAT.Catalog)) == [URIRef(f"{AKAR}/informasi/#katalog")]
    assert list(ttl.subjects(RDF.type, DCAT.Dataset)) == []


def test_alamat_yang_ganjil_tidak_merusak_tulisan():
    ganjil = Simpul(
        "dcat:Dataset",
        (("dct:title", Teks('"\\\r\n\x7f')), ("dcat:landingPage", Iri('http://a/<b> {c}|^`"\\'))),
        Iri("http://a/b c"),
    )

    graf = Graph().parse(data="".join(turtle([ganjil])), format="turtle")

    assert isomorphic(graf, Graph().parse(data="".join(jsonld([ganjil])), format="json-ld"))
    assert str(graf.value(URIRef("http://a/b%20c"), DCTERMS.title)) == '"\\\r\n\x7f'


@pytest.mark.parametrize(
    ("bentuk", "tipe"), [("ttl", "text/turtle; charset=utf-8"), ("jsonld", "application/ld+json")]
)
def test_katalog_bersyarat(client, register, bentuk, tipe):
    satu = client.get(f"/katalog.{bentuk}")
    sama = client.get(f"/katalog.{bentuk}", headers={"if-none-match": satu["ETag"]})
    InformasiFactory(terbit=True)
    lain = client.get(f"/katalog.{bentuk}", headers={"if-none-match": satu["ETag"]})

    assert (satu.status_code, sama.status_code, lain.status_code) == (200, 304, 200)
    assert (satu["Content-Type"], satu.cookies) == (tipe, {})
    for jawaban in (satu, lain):
        assert b"".join(jawaban.streaming_content)


def test_katalog_bentuk_lain_tidak_ada(client):
    assert client.get("/katalog.rdf").status_code == 404
