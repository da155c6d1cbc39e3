"""What feed readers and search engines fetch: Atom, sitemap, robots.txt, schema.org data."""

import json
import re
from datetime import UTC, datetime

import pytest
from defusedxml import ElementTree
from django.conf import settings
from django.urls import reverse

from informasi import actions
from informasi.models import Informasi
from ppid_portal.kernel.models import Berkas, Instansi
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db
ATOM = {"a": "http://www.w3.org/2005/Atom"}
PETA = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
AKAR = settings.ALAMAT_SITUS
DUA_HARI = (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 2, tzinfo=UTC))


def umpan(client, tanya=""):
    return ElementTree.fromstring(client.get(f"/informasi/umpan.atom{tanya}").content)


def judul(akar):
    return [e.findtext("a:title", None, ATOM) for e in akar.findall("a:entry", ATOM)]


def alamat(client, jalur):
    akar = ElementTree.fromstring(client.get(jalur).content)
    return {
        e.findtext("s:loc", None, PETA).removeprefix(AKAR): e.findtext("s:lastmod", None, PETA)
        for e in akar
    }


def data(jawaban):
    isi = jawaban.content.decode()
    pola = r'<script type="application/ld\+json">(.*?)</script>'
    (satu,) = re.findall(pola, isi, re.DOTALL)
    return json.loads(satu)


# --- Atom


def test_umpan_memuat_yang_terbaru_dengan_berkasnya(client):
    unit = UnitFactory(nama="Badan Keuangan")
    InformasiFactory(terbit=True, judul="Lama")
    InformasiFactory(
        terbit=True, judul="APBD <2026>", ringkasan="Isi & lampiran", unit=unit, berkas=2
    )

    akar = umpan(client)
    (butir, _lama) = akar.findall("a:entry", ATOM)
    lampiran = [t for t in butir.findall("a:link", ATOM) if t.get("rel") == "enclosure"]

    assert judul(akar) == ["APBD <2026>", "Lama"]
    assert butir.findtext("a:id", None, ATOM) == f"{AKAR}/informasi/apbd-2026/"
    assert butir.findtext("a:summary", None, ATOM) == "Isi & lampiran"
    assert butir.findtext("a:author/a:name", None, ATOM) == "Badan Keuangan"
    assert [t.get("href") for t in lampiran] == [
        f"{AKAR}{reverse('informasi:berkas', args=[b.pk])}" for b in Berkas.objects.order_by("nama")
    ]
    assert [t.get("type") for t in lampiran] == ["application/pdf"] * 2


def test_umpan_menurut_unit_kelas_dan_pencarian(client):
    a, b = UnitFactory(slug="a", singkatan="DLH"), UnitFactory(slug="b")
    InformasiFactory(terbit=True, judul="Laporan satu", unit=a, kelas="berkala")
    InformasiFactory(
        terbit=True, judul="Laporan dua", unit=b, kelompok="Rencana", tahun=2026, bentuk=["pdf"]
    )
    InformasiFactory(terbit=True, judul="Kontrak", ringkasan="", unit=b)

    for tanya, ada in {
        "?unit=a": ["Laporan satu"],
        "?kelas=berkala": ["Laporan satu"],
        "?q=laporan": ["Laporan dua", "Laporan satu"],
        "?q=laporan+kontrak": [],
        "?kelompok=Rencana": ["Laporan dua"],
        "?tahun=2026": ["Laporan dua"],
        "?bentuk=pdf": ["Laporan dua"],
        "?unit=entah": [],
        "?tahun=0000000012026999999999": [],
    }.items():
        assert (tanya, judul(umpan(client, tanya))) == (tanya, ada)
    akar = umpan(client, "?q=laporan&unit=a")
    tautan = {t.get("rel"): t.get("href") for t in akar.findall("a:link", ATOM)}
    assert akar.findtext("a:title", None, ATOM) == (
        "Informasi publik · “laporan” · DLH · PPID Kabupaten Contoh"
    )
    assert tautan["self"] == f"{AKAR}/informasi/umpan.atom?q=laporan&unit=a"


def test_umpan_yang_sama_tidak_dikirim_dua_kali(client):
    kosong = [client.get("/informasi/umpan.atom").content for _ in range(2)]
    InformasiFactory(terbit=True)

    satu = client.get("/informasi/umpan.atom")
    sama = client.get("/informasi/umpan.atom", headers={"if-none-match": satu["ETag"]})

    assert kosong[0] == kosong[1] != satu.content
    assert (sama.status_code, satu.cookies, satu["Content-Type"]) == (
        304, {}, "application/atom+xml; charset=utf-8",
    )  # fmt: skip


def test_huruf_kendali_tidak_merusak_umpan(client):
    InformasiFactory(terbit=True, judul="Laporan \x0b\x01 tahunan\ufffe")

    assert judul(umpan(client)) == ["Laporan  tahunan"]
    assert judul(umpan(client, "?q=%00laporan%1f")) == ["Laporan  tahunan"]


# --- sitemap and robots


def test_peta_situs_menyebut_butir_dan_unit_dengan_waktu_yang_tetap(client):
    unit = UnitFactory(slug="bpkad")
    UnitFactory(slug="kosong")
    a = InformasiFactory(terbit=True, unit=unit, judul="APBD")
    b = InformasiFactory(terbit=True, unit=unit, judul="RKA")
    for butir, saat in zip((a, b), DUA_HARI, strict=True):
        Informasi.objects.filter(pk=butir.pk).update(diubah_pada=saat)

    peta = alamat(client, "/sitemap.xml")
    bagian = f"/sitemap-informasi-{a.pk // 10_000}.xml"

    assert peta == {
        "/sitemap-laman.xml": "2026-03-02T00:00:00+00:00",
        bagian: "2026-03-02T00:00:00+00:00",
    }
    assert alamat(client, bagian) == {
        "/informasi/apbd/": "2026-03-01T00:00:00+00:00",
        "/informasi/rka/": "2026-03-02T00:00:00+00:00",
    }
    assert alamat(client, "/sitemap-laman.xml") == {
        "/": "2026-03-02T00:00:00+00:00",
        "/informasi/": "2026-03-02T00:00:00+00:00",
        "/permohonan/ajukan/": None,
        "/permohonan/cek/": None,
        "/tenggat/": None,
        "/informasi/?unit=bpkad": "2026-03-02T00:00:00+00:00",
    }


def test_setiap_alamat_di_peta_situs_dapat_dibuka(client):
    InformasiFactory(terbit=True)

    for peta in alamat(client, "/sitemap.xml"):
        for jalur in alamat(client, peta):
            assert (jalur, client.get(jalur).status_code) == (jalur, 200)


@pytest.mark.parametrize("bagian", ["7", "50001", "9" * 40])
def test_bagian_peta_yang_tidak_ada(client, bagian):
    assert client.get(f"/sitemap-informasi-{bagian}.xml").status_code == 404


@pytest.mark.parametrize(
    ("contoh", "larangan"), [(True, ["/"]), (False, ["/admin/", "/*?*setelah="])]
)
def test_robots_menunjuk_peta_dan_menjauhkan_situs_contoh(client, contoh, larangan):
    Instansi.objects.update_or_create(pk=1, defaults={"contoh": contoh})

    baris = client.get("/robots.txt").content.decode().splitlines()

    assert [b.removeprefix("Disallow: ") for b in baris if b.startswith("Disallow")] == larangan
    assert baris[-1] == f"Sitemap: {AKAR}/sitemap.xml"


# --- what the pages say of themselves


def test_rincian_membawa_data_terstruktur(client):
    unit = UnitFactory(
        nama="Badan Keuangan", singkatan="BPKAD", slug="bpkad", surel="a@contoh.go.id"
    )
    butir = InformasiFactory(
        terbit=True, judul="</script><b>APBD & RKA", slug="apbd", ringkasan="Anggaran", unit=unit,
        tahun=2026, kelompok="Anggaran", berkas=1,
    )  # fmt: skip
    berkas = Berkas.objects.get()

    jawaban = client.get(butir.get_absolute_url())
    isi = data(jawaban)

    (distribusi,) = isi.pop("distribution")
    assert isi == {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "@id": f"{AKAR}{butir.get_absolute_url()}",
        "url": f"{AKAR}{butir.get_absolute_url()}",
        "identifier": butir.slug,
        "name": "</script><b>APBD & RKA",
        "description": "Anggaran",
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "keywords": ["Setiap saat", "Anggaran"],
        "datePublished": butir.diumumkan_pada.isoformat(),
        "dateModified": butir.diubah_pada.isoformat(),
        "temporalCoverage": "2026",
        "publisher": {
            "@type": "GovernmentOrganization",
            "name": "Badan Keuangan",
            "alternateName": "BPKAD",
            "url": f"{AKAR}/informasi/?unit=bpkad",
            "email": "a@contoh.go.id",
            "parentOrganization": {"@type": "GovernmentOrganization", "name": "Kabupaten Contoh"},
        },
    }
    assert distribusi == {
        "@type": "DataDownload",
        "name": "0.pdf",
        "contentUrl": f"{AKAR}{reverse('informasi:berkas', args=[berkas.pk])}",
        "encodingFormat": "application/pdf",
        "contentSize": f"{berkas.ukuran} B",
        "sha256": berkas.sha256,
        "datePublished": distribusi["datePublished"],
    }
    assert "'unsafe-inline'" not in jawaban["Content-Security-Policy"]


def test_data_terstruktur_yang_dikecualikan_hanya_kolom_dik(client):
    butir = InformasiFactory(
        terbit=True, berkas=1, judul="Rencana", ringkasan="Uraian", tahun=2026, pejabat="rahasia"
    )
    butir.kelas = "dikecualikan"
    actions.ubah(butir, SISTEM)

    isi = data(client.get(butir.get_absolute_url()))

    assert (isi["isAccessibleForFree"], isi["keywords"]) == (False, ["Dikecualikan"])
    assert {"distribution", "temporalCoverage"} & set(isi) == set()


def test_halaman_menunjuk_bentuk_lainnya_dan_alamat_tetapnya(client):
    butir = InformasiFactory(terbit=True, judul="APBD", unit=UnitFactory(slug="bpkad"))

    def tautan(jalur):
        isi = client.get(jalur).content.decode()
        pola = r'<link rel="(canonical|alternate)"(?: type="([^"]+)")?(?: title="[^"]*")? href="([^"]*)">'
        return [(tipe or rel, href) for rel, tipe, href in re.findall(pola, isi)]

    assert tautan(butir.get_absolute_url()) == [
        ("canonical", f"{AKAR}/informasi/apbd/"),
        ("application/json", "/api/v1/informasi/apbd/"),
        ("application/atom+xml", "/informasi/umpan.atom?unit=bpkad"),
    ]
    assert tautan("/informasi/?q=apbd&urut=terbaru&setelah=abc")[:2] == [
        ("canonical", f"{AKAR}/informasi/?q=apbd"),
        ("application/atom+xml", "/informasi/umpan.atom?q=apbd"),
    ]
    assert tautan("/informasi/?utm=x") == [
        ("canonical", f"{AKAR}/informasi/"),
        ("application/atom+xml", "/informasi/umpan.atom"),
        ("text/csv", "/informasi/unduh.csv"),
        ("application/json", "/informasi/unduh.json"),
        ("application/ld+json", "/katalog.jsonld"),
        ("text/turtle", "/katalog.ttl"),
    ]
