"""The public pages: what they show, what they never show, how a cache may keep them."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from informasi import actions
from informasi.models import Informasi
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import PDF, PPID_UTAMA, InformasiFactory, unggahan
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db
RAHASIA = "rahasiasekali"


def isi(jawaban):
    return " ".join(jawaban.content.decode().split())


def kode(client, alamat):
    """Return the status, and read a file to its end so that it is closed."""
    jawaban = client.get(alamat)
    if jawaban.streaming:
        assert b"".join(jawaban.streaming_content) == PDF
    return jawaban.status_code


def alamat_berkas(informasi):
    return [
        reverse("informasi:berkas", args=[b.pk])
        for b in Berkas.objects.filter(di_edisi__edisi__informasi=informasi).order_by("nama")
    ]


def test_daftar_menampilkan_yang_terbit_dan_mencari(client):
    InformasiFactory(terbit=True, judul="Laporan keuangan")
    InformasiFactory(terbit=True, judul="Kontrak jalan")

    semua = client.get("/informasi/")
    hasil = client.get("/informasi/?q=kontrak")

    assert [b.informasi.judul for b in semua.context["hasil"].butir] == [
        "Kontrak jalan",
        "Laporan keuangan",
    ]
    assert [b.informasi.judul for b in hasil.context["hasil"].butir] == ["Kontrak jalan"]
    assert (
        isi(hasil).count('<a href="/informasi/kontrak-jalan/"><mark>Kontrak</mark> jalan</a>') == 1
    )
    assert isi(hasil).count('name="q" type="search" value="kontrak"') == 1


def test_tanpa_hasil_kata_terbawa_ke_permohonan(client):
    InformasiFactory(terbit=True)

    jawaban = client.get("/informasi/", {"q": 'izin "tambang" & <emas>'})

    terbawa = quote('izin "tambang" & <emas>', safe="").replace("%20", "+")
    assert isi(jawaban).count(f'href="{reverse("permohonan:ajukan")}?dicari={terbawa}"') == 1
    assert (
        isi(jawaban).count("Tidak ada hasil untuk “izin &quot;tambang&quot; &amp; &lt;emas&gt;”")
        == 1
    )


def test_salah_ketik_ditawarkan_pembetulannya(client):
    InformasiFactory(terbit=True, judul="Realisasi anggaran")

    jawaban = client.get("/informasi/?q=angaran&kelas=setiap_saat")

    assert (
        isi(jawaban).count(
            'Maksud Anda <a href="/informasi/?q=anggaran&amp;kelas=setiap_saat">anggaran</a>?'
        )
        == 1
    )


@pytest.mark.lambat
def test_halaman_berikutnya_membawa_pencarian(client):
    unit = UnitFactory(slug="bpkad")
    for _ in range(21):
        InformasiFactory(terbit=True, unit=unit)

    satu = client.get("/informasi/?q=laporan&unit=bpkad")
    dua = client.get(satu.context["url_sesudah"])
    balik = client.get(dua.context["url_sebelum"])

    assert [len(j.context["hasil"].butir) for j in (satu, dua, balik)] == [20, 1, 20]
    assert (dua.context["q"], dua.context["unit"], dua.context["url_sesudah"]) == (
        "laporan",
        "bpkad",
        "",
    )


def test_rincian_menampilkan_kolom_berkas_dan_sidik(client):
    informasi = InformasiFactory(
        terbit=True, berkas=2, judul="APBD", pejabat="Kepala BPKAD", retensi_asli="5 (lima) tahun",
        bentuk=["softcopy", "pdf"], waktu_pembuatan="Februari 2024", tempat_pembuatan="Tegal",
    )  # fmt: skip

    jawaban = client.get(informasi.get_absolute_url())

    for kata in ("Kepala BPKAD", "5 (lima) tahun", "Softcopy, PDF", "Februari 2024, Tegal"):
        assert (kata, isi(jawaban).count(kata)) == (kata, 1)
    for alamat in alamat_berkas(informasi):
        assert isi(jawaban).count(f'href="{alamat}"') == 1
    tampak = isi(jawaban).split("<body>")[1]  # the head says it once more, for machines
    assert tampak.count(Berkas.objects.first().sha256) == 2
    assert isi(jawaban).count(f'{reverse("permohonan:ajukan")}?dicari=APBD"') == 1


def test_berkas_terunduh_utuh_dan_dapat_disimpan_cache(client):
    informasi = InformasiFactory(terbit=True, berkas=1)
    alamat = alamat_berkas(informasi)[0]

    jawaban = client.get(alamat)
    ulang = client.get(alamat, headers={"if-none-match": jawaban["ETag"]})

    assert b"".join(jawaban.streaming_content) == PDF
    assert jawaban["Content-Disposition"] == 'attachment; filename="0.pdf"'
    assert jawaban["Content-Type"] == "application/pdf"
    assert jawaban["Cache-Control"] == "public, max-age=0, s-maxage=30"
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert (ulang.status_code, jawaban.cookies, jawaban.get("Vary", "")) == (304, {}, "")


def test_edisi_yang_menunggu_tidak_terlihat(client):
    informasi = InformasiFactory(terbit=True)
    actions.tambah_edisi(informasi, periode=RAHASIA, berkas=[unggahan()], pelaku=PPID_UTAMA)

    jawaban = client.get(informasi.get_absolute_url())
    api = client.get(f"/api/v1/informasi/{informasi.slug}/")

    assert (isi(jawaban).count(RAHASIA), isi(jawaban).count("Berkasnya belum diunggah")) == (0, 1)
    assert api.json()["edisi"] == []
    assert client.get(alamat_berkas(informasi)[0]).status_code == 404


@pytest.mark.parametrize("keadaan", [{}, {"ditelaah": True}])
def test_yang_belum_terbit_tidak_ada_bagi_umum(client, keadaan):
    informasi = InformasiFactory(judul=f"Draf {RAHASIA}", berkas=1, **keadaan)

    jawaban = [
        client.get(alamat)
        for alamat in (
            informasi.get_absolute_url(),
            alamat_berkas(informasi)[0],
            f"/api/v1/informasi/{informasi.slug}/",
            "/informasi/",
            f"/informasi/?q={RAHASIA}x",
            "/api/v1/informasi/",
            f"/api/v1/informasi/?q={RAHASIA}",
        )
    ]

    assert [j.status_code for j in jawaban] == [404, 404, 404, 200, 200, 200, 200]
    assert [isi(j).count(f"Draf {RAHASIA}") for j in jawaban] == [0] * 7


def test_yang_ditarik_meninggalkan_alasan_saja(client):
    informasi = InformasiFactory(
        terbit=True, berkas=1, judul=f"Daftar {RAHASIA}", ringkasan=RAHASIA
    )
    alamat = [
        informasi.get_absolute_url(),
        alamat_berkas(informasi)[0],
        f"/api/v1/informasi/{informasi.slug}/",
    ]
    sebelum = [kode(client, a) for a in alamat]

    actions.tarik(informasi, PPID_UTAMA, alasan="Memuat data <pribadi>")
    sesudah = [client.get(a) for a in [*alamat, "/informasi/", "/api/v1/informasi/"]]

    assert sebelum == [200, 200, 200]
    assert [j.status_code for j in sesudah] == [410, 404, 404, 200, 200]
    assert isi(sesudah[0]).count("Memuat data &lt;pribadi&gt;") == 1
    assert [isi(j).count(RAHASIA) for j in sesudah] == [0] * 5


def test_yang_dikecualikan_hanya_menampilkan_kolom_dik(client):
    """A file that was published before the class changed must vanish with the rest."""
    informasi = InformasiFactory(
        terbit=True, berkas=1, judul="Rencana pengamanan", pejabat=RAHASIA, penanggung_jawab=RAHASIA,
        tempat_pembuatan=RAHASIA, retensi_asli=RAHASIA, bentuk_asli=RAHASIA, sumber=RAHASIA,
    )  # fmt: skip
    informasi.kelas = "dikecualikan"
    actions.ubah(informasi, SISTEM)
    alamat = [
        informasi.get_absolute_url(),
        f"/api/v1/informasi/{informasi.slug}/",
        "/informasi/?q=pengamanan",
        "/api/v1/informasi/",
    ]

    jawaban = [client.get(a) for a in alamat]

    assert [j.status_code for j in jawaban] == [200] * 4
    assert [isi(j).count("encana") > 0 for j in jawaban] == [True] * 4
    assert [isi(j).count(RAHASIA) for j in jawaban] == [0] * 4
    assert [isi(j).count(".pdf") for j in jawaban] == [0] * 4
    assert client.get(alamat_berkas(informasi)[0]).status_code == 404


def test_berkas_lain_tidak_dapat_diambil_lewat_alamat_ini(client):
    InformasiFactory(terbit=True, berkas=1)
    lain = InformasiFactory(berkas=1)

    for alamat in (
        alamat_berkas(lain)[0],
        "/informasi/berkas/00000000-0000-0000-0000-000000000000/",
        "/informasi/berkas/..%2f..%2fetc%2fpasswd/",
    ):
        assert client.get(alamat).status_code == 404


@pytest.mark.parametrize("halaman", ["daftar", "rinci", "api"])
def test_halaman_bersyarat_tanpa_kuki(client, halaman):
    informasi = InformasiFactory(terbit=True)
    alamat = {
        "daftar": "/informasi/?q=laporan",
        "rinci": informasi.get_absolute_url(),
        "api": "/api/v1/informasi/",
    }[halaman]

    jawaban = client.get(alamat)
    sama = client.get(alamat, headers={"if-none-match": jawaban["ETag"]})
    Informasi.objects.update(judul="Laporan yang lain")
    lain = client.get(alamat, headers={"if-none-match": jawaban["ETag"]})

    assert [j.status_code for j in (jawaban, sama, lain)] == [200, 304, 200]
    assert jawaban.cookies == {}
    assert "Cookie" not in jawaban.get("Vary", "")
    assert min(jawaban["Cache-Control"].split(", ")) == "max-age=0"
    assert "public" in jawaban["Cache-Control"].split(", ")


@pytest.mark.parametrize(
    ("cara", "kode"), [("head", 200), ("post", 405), ("put", 405), ("delete", 405)]
)
def test_halaman_hanya_dibaca(client, cara, kode):
    informasi = InformasiFactory(terbit=True)

    assert getattr(client, cara)(informasi.get_absolute_url()).status_code == kode
    assert getattr(client, cara)("/informasi/").status_code == kode


@pytest.mark.parametrize(
    ("alamat", "jumlah"),
    [
        ("/informasi/", 5),
        ("/informasi/?q=laporan", 6),
        ("/informasi/laporan-uji/", 4),
        ("/api/v1/informasi/", 1),
        ("/api/v1/informasi/?q=laporan", 3),
        ("/api/v1/informasi/laporan-uji/", 3),
        ("/api/v1/unit/", 1),
    ],
)
def test_jumlah_pernyataan_tidak_ikut_jumlah_baris(client, alamat, jumlah):
    InformasiFactory(terbit=True, judul="Laporan uji", berkas=1)
    client.get(alamat)  # fills the caches that a running portal has
    with CaptureQueriesContext(connection) as satu:
        client.get(alamat)
    actions.tambah_edisi(
        Informasi.objects.get(), berkas=[unggahan("a.pdf"), unggahan("b.pdf")], pelaku=SISTEM
    )
    InformasiFactory(terbit=True, berkas=2)
    InformasiFactory(terbit=True)
    with CaptureQueriesContext(connection) as tiga:
        client.get(alamat)

    assert (len(satu), len(tiga)) == (jumlah, jumlah)
