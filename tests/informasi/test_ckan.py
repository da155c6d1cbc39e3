"""The action API of CKAN, asked by CKAN's own client and by hands that mean ill."""

import json

import pytest
from ckanapi import NotFound, RemoteCKAN, ValidationError
from ckanapi.errors import SearchQueryError
from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given
from hypothesis import settings as atur
from hypothesis import strategies as st

from informasi import actions
from informasi.models import Informasi
from informasi.views.ckan import AKSI
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db
AKAR = settings.ALAMAT_SITUS


@pytest.fixture
def register(db):
    a = UnitFactory(slug="bpkad", nama="Badan Keuangan", surel="bpkad@contoh.go.id")
    b = UnitFactory(slug="dlh", nama="Dinas Lingkungan")
    InformasiFactory(
        terbit=True, judul="APBD", ringkasan="Anggaran", kelas="berkala", unit=a, berkas=2,
        kelompok="Laporan keuangan", pejabat="Kepala BPKAD", tahun=2026, bentuk=["pdf"],
    )  # fmt: skip
    InformasiFactory(terbit=True, judul="RKA", ringkasan="Anggaran", unit=a, kelompok="Rencana")
    InformasiFactory(terbit=True, judul="Kualitas udara", ringkasan="", unit=b)
    InformasiFactory(judul="Draf anggaran", unit=b)


@pytest.fixture
def tanya(client):
    def jalankan(aksi, **isian):
        return client.get(f"/api/3/action/{aksi}", isian).json()["result"]

    return jalankan


def nama(hasil):
    return [p["name"] for p in hasil["results"]]


# --- CKAN's own client, over a real socket


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("hanya_get", [True, False], ids=["get", "post"])
def test_klien_ckan_membaca_seluruh_register(live_server, register, hanya_get):
    with RemoteCKAN(live_server.url, get_only=hanya_get, user_agent="uji") as ckan:
        aksi = ckan.action
        assert aksi.site_read() is True
        assert aksi.status_show()["site_url"] == AKAR
        assert aksi.package_list() == ["apbd", "rka", "kualitas-udara"]
        assert aksi.package_list(limit=1, offset=1) == ["rka"]
        assert aksi.organization_list() == ["bpkad", "dlh"]
        assert aksi.organization_show(id="bpkad")["package_count"] == 2
        assert aksi.group_list() == ["berkala", "serta_merta", "setiap_saat", "dikecualikan"]
        assert aksi.tag_list() == ["Laporan keuangan", "Rencana"]
        assert aksi.package_show(id="apbd")["num_resources"] == 2
        hasil = aksi.package_search(q="anggaran", fq="organization:bpkad", sort="name asc", rows=1)
        assert (hasil["count"], nama(hasil)) == (2, ["apbd"])
        with pytest.raises(NotFound):
            aksi.package_show(id="draf-anggaran")
        with pytest.raises(ValidationError):
            aksi.package_search(rows=-1)
        with pytest.raises(SearchQueryError):
            aksi.package_search(fq="rahasia:ya")


# --- what a package is


def test_paket_memuat_unit_kelas_dan_berkasnya(tanya, register):
    informasi = Informasi.objects.get(slug="apbd")
    berkas = Berkas.objects.get(nama="1.pdf")

    paket = tanya("package_show", id="apbd")
    sumber = paket["resources"][1]

    assert tanya("package_show", id=str(informasi.pk)) == paket
    assert (paket["title"], paket["notes"], paket["private"]) == ("APBD", "Anggaran", False)
    assert paket["url"] == f"{AKAR}/informasi/apbd/"
    assert (paket["organization"]["name"], paket["maintainer_email"]) == (
        "bpkad",
        "bpkad@contoh.go.id",
    )
    assert [g["name"] for g in paket["groups"]] == ["berkala"]
    assert [t["name"] for t in paket["tags"]] == ["Laporan keuangan"]
    assert paket["metadata_created"] == f"{informasi.diumumkan_pada:%Y-%m-%dT%H:%M:%S.%f}"
    assert {e["key"]: e["value"] for e in paket["extras"]} == {
        "pejabat": "Kepala BPKAD", "tahun": "2026", "bentuk": "PDF", "retensi": "Tidak disebut",
    }  # fmt: skip
    assert (sumber["id"], sumber["package_id"]) == (str(berkas.pk), str(informasi.pk))
    assert sumber["url"] == f"{AKAR}{reverse('informasi:berkas', args=[berkas.pk])}"
    assert (sumber["format"], sumber["mimetype"], sumber["size"], sumber["hash"]) == (
        "PDF", "application/pdf", berkas.ukuran, f"sha256:{berkas.sha256}",
    )  # fmt: skip


def test_nama_dari_angka_mendahului_nomor(tanya):
    satu = InformasiFactory(terbit=True, judul="Satu")
    angka = InformasiFactory(terbit=True, judul=str(satu.pk))

    assert tanya("package_show", id=str(satu.pk))["id"] == str(angka.pk)


def test_yang_dikecualikan_hanya_kolom_dik(tanya):
    rahasia = InformasiFactory(
        terbit=True, judul="Rencana", berkas=1, pejabat="x", penanggung_jawab="y", tahun=2026
    )
    rahasia.kelas = "dikecualikan"
    actions.ubah(rahasia, SISTEM)

    paket = tanya("package_show", id="rencana")

    assert (paket["resources"], paket["extras"], paket["author"]) == ([], [], "")


# --- search


@pytest.mark.parametrize(
    ("isian", "ada"),
    [
        ({}, ["kualitas-udara", "rka", "apbd"]),
        ({"q": "*:*"}, ["kualitas-udara", "rka", "apbd"]),
        ({"q": "anggaran"}, ["rka", "apbd"]),
        ({"q": "tidakada"}, []),
        ({"fq": "organization:bpkad"}, ["rka", "apbd"]),
        ({"fq": "+organization:bpkad +kelas:berkala"}, ["apbd"]),
        ({"fq": "organization:bpkad AND groups:berkala"}, ["apbd"]),
        ({"fq": "organization:(bpkad OR dlh)"}, ["kualitas-udara", "rka", "apbd"]),
        ({"fq": 'tags:"Laporan keuangan"'}, ["apbd"]),
        ({"fq": "name:rka"}, ["rka"]),
        ({"fq": "organization:bpkad organization:dlh"}, []),
        ({"fq": "organization:entah"}, []),
        ({"sort": "title asc"}, ["apbd", "kualitas-udara", "rka"]),
        ({"sort": "score desc, metadata_created asc"}, ["apbd", "rka", "kualitas-udara"]),
        ({"rows": 1, "start": 1, "sort": "name asc"}, ["kualitas-udara"]),
        ({"rows": 0}, []),
    ],
)
def test_pencarian_paket(tanya, register, isian, ada):
    assert nama(tanya("package_search", **isian)) == ada


def test_jumlah_dan_pilah_menghitung_semua_yang_cocok(tanya, register):
    hasil = tanya(
        "package_search", rows=0, fq="organization:bpkad",
        **{"facet.field": '["organization", "groups", "tags", "lain"]'},
    )  # fmt: skip

    assert hasil["count"] == 2
    assert hasil["facets"] == {
        "organization": {"bpkad": 2},
        "groups": {"berkala": 1, "setiap_saat": 1},
        "tags": {"Laporan keuangan": 1, "Rencana": 1},
    }
    assert hasil["search_facets"]["organization"]["items"] == [
        {"name": "bpkad", "display_name": "bpkad", "count": 2}
    ]


@pytest.mark.parametrize(
    ("aksi", "isian", "kode", "jenis"),
    [
        ("package_show", {}, 409, "Validation Error"),
        ("package_show", {"id": "entah"}, 404, "Not Found Error"),
        ("organization_show", {"id": "entah"}, 404, "Not Found Error"),
        ("package_create", {"name": "x"}, 404, "Not Found Error"),
        ("package_search", {"rows": "banyak"}, 409, "Validation Error"),
        ("package_search", {"start": "10001"}, 409, "Validation Error"),
        ("package_list", {"offset": "999999999"}, 409, "Validation Error"),
        ("package_search", {"sort": "oleh asc"}, 400, "Search Query Error"),
        ("package_search", {"sort": "name sideways"}, 400, "Search Query Error"),
        ("package_search", {"fq": "-organization:bpkad"}, 400, "Search Query Error"),
        ("package_search", {"fq": "status:draf"}, 400, "Search Query Error"),
        ("package_search", {"facet.field": "organization"}, 409, "Validation Error"),
        ("help_show", {"name": "entah"}, 404, "Not Found Error"),
    ],
)
def test_yang_tidak_dapat_dijawab_ditolak_dengan_sebabnya(client, aksi, isian, kode, jenis):
    jawaban = client.get(f"/api/3/action/{aksi}", isian)
    isi = jawaban.json()

    assert (jawaban.status_code, isi["success"], isi["error"]["__type"]) == (kode, False, jenis)
    assert "result" not in isi
    assert isi["error"]["message"]


@pytest.mark.parametrize(
    "isi", ["", "[]", '"a"', "{", "[" * 50_000, '{"q": "' + "a" * 70_000 + '"}']
)
def test_post_yang_bukan_pertanyaan(client, isi):
    jawaban = client.post("/api/action/package_list", isi, content_type="application/json")

    assert jawaban.status_code == (200 if isi == "" else 400)


def test_post_dari_situs_lain_tanpa_kuki_tetap_dijawab(register):
    jawaban = Client(enforce_csrf_checks=True).post(
        "/api/action/package_list", "{}", content_type="application/json"
    )

    assert (jawaban.status_code, jawaban.cookies) == (200, {})


def test_baris_sehalaman_dibatasi(client, tanya):
    unit = UnitFactory()
    for n in range(3):
        InformasiFactory(terbit=True, judul=f"Butir {n}", unit=unit)

    assert len(tanya("package_search", rows=999_999_999)["results"]) == 3
    assert tanya("package_list", limit=2) == ["butir-0", "butir-1"]


def test_pertanyaan_yang_sama_tidak_dijawab_dua_kali(client, register):
    alamat = "/api/3/action/package_search?q=anggaran"

    satu = client.get(alamat)
    sama = client.get(alamat, headers={"if-none-match": satu["ETag"]})

    assert (satu.status_code, sama.status_code) == (200, 304)
    assert satu["Access-Control-Allow-Origin"] == "*"


def test_setiap_tindakan_punya_keterangan(client):
    for aksi in AKSI:
        isi = client.get(f"/api/3/action/{aksi}").json()
        bantuan = client.get(isi["help"].removeprefix(AKAR)).json()["result"]
        assert (aksi, bantuan) == (aksi, str(AKSI[aksi][1]))


# --- whatever is asked

NILAI = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30),
    st.lists(st.text(max_size=5), max_size=3), st.dictionaries(st.text(max_size=3), st.none()),
    st.sampled_from(["organization:bpkad", "kelas:(berkala OR", "name desc", '["tags"]', "-1"]),
)  # fmt: skip
ISIAN = st.dictionaries(
    st.sampled_from(
        [
            "q",
            "fq",
            "fq_list",
            "rows",
            "start",
            "sort",
            "facet.field",
            "facet.limit",
            "id",
            "limit",
            "offset",
            "all_fields",
            "name",
        ]
    ),
    NILAI,
    max_size=4,
)


@pytest.mark.lambat
@atur(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(aksi=st.sampled_from(sorted(AKSI)), isian=ISIAN)
def test_tidak_ada_pertanyaan_yang_merusak(client, register, aksi, isian):
    """A refusal is fine; an unexpected failure would be raised by the client."""
    post = client.post(f"/api/3/action/{aksi}", json.dumps(isian), content_type="application/json")
    teks = {k: str(v).encode("utf-8", "replace").decode() for k, v in isian.items()}
    get = client.get(f"/api/3/action/{aksi}", teks)

    assert {post.status_code, get.status_code} - {200, 400, 404, 409} == set()
    assert [j.json()["success"] for j in (post, get)] == [j.status_code == 200 for j in (post, get)]
