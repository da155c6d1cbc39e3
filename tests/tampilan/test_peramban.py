"""The gallery in a real browser: axe finds nothing, nothing overflows, the clock keeps its promise."""

from mimetypes import guess_type

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import override_settings

from tests.tampilan import galeri

pytestmark = [pytest.mark.peramban, pytest.mark.lambat]

ALAMAT = "http://galeri.test"
ATURAN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def peramban(chromium):
    """Open a browser that is served from memory and from the static folder, without a network."""
    with override_settings(ROOT_URLCONF="tests.tampilan.urls"):
        halaman = galeri.semua_halaman()

    def jawab(rute):
        nama = rute.request.url.removeprefix(f"{ALAMAT}/")
        if nama in halaman:
            return rute.fulfill(body=halaman[nama], content_type="text/html; charset=utf-8")
        berkas = settings.BASE_DIR / nama
        return rute.fulfill(body=berkas.read_bytes(), content_type=guess_type(nama)[0])

    konteks = chromium.new_context()
    konteks.route("**/*", jawab)
    yield konteks, list(halaman)
    konteks.close()


def test_galeri_tanpa_pelanggaran_axe(peramban):
    konteks, halaman = peramban
    lembar = konteks.new_page()
    temuan = []

    for lebar, nama in [*((360, satu) for satu in halaman), (1280, "tenggat"), (1280, "beranda")]:
        lembar.set_viewport_size({"width": lebar, "height": 800})
        lembar.goto(f"{ALAMAT}/{nama}")
        hasil = (
            Axe()
            .run(lembar, options={"runOnly": ATURAN, "resultTypes": ["violations"]})
            .response["violations"]
        )
        temuan += [(nama, lebar, satu["id"]) for satu in hasil]

    assert temuan == []


def test_tidak_ada_halaman_yang_meluber(peramban):
    konteks, halaman = peramban
    lembar = konteks.new_page()
    meluber = []

    for nama in halaman:
        lembar.goto(f"{ALAMAT}/{nama}")
        for lebar in (180, 320, 360, 768, 1024):  # 180: a 360 px screen at 200 %
            lembar.set_viewport_size({"width": lebar, "height": 800})
            if lembar.evaluate("document.documentElement.scrollWidth") > lebar:
                meluber.append((nama, lebar))

    assert meluber == []


def test_loncat_ke_isi_adalah_perhentian_pertama(peramban):
    konteks, _halaman = peramban
    lembar = konteks.new_page()
    lembar.goto(f"{ALAMAT}/beranda")

    lembar.keyboard.press("Tab")
    lembar.keyboard.press("Enter")

    assert lembar.evaluate("document.activeElement.id") == "isi"


def test_ringkasan_galat_mendapat_fokus_dan_membawa_ke_isian(peramban):
    konteks, _halaman = peramban
    lembar = konteks.new_page()
    lembar.goto(f"{ALAMAT}/tenggat-salah")

    assert lembar.evaluate("document.activeElement.hasAttribute('data-ringkasan-galat')")
    lembar.locator("[data-ringkasan-galat] a").first.click()
    assert lembar.evaluate("document.activeElement.id") == "id_mulai"


def test_sasaran_sentuh_menu_paling_sedikit_44_piksel(peramban):
    konteks, _halaman = peramban
    lembar = konteks.new_page()
    kecil = []

    for lebar in (360, 1280):
        lembar.set_viewport_size({"width": lebar, "height": 800})
        lembar.goto(f"{ALAMAT}/tenggat")
        for tautan in lembar.locator(".menu a, .tombol").all():
            kotak = tautan.bounding_box()
            if min(kotak["width"], kotak["height"]) < 44:
                kecil.append((lebar, tautan.inner_text(), kotak))

    assert kecil == []
