"""The citizen's pages in a real browser: what script adds, what style hides, what axe says."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache

from permohonan.enums import Aksi
from permohonan.models import Permohonan
from permohonan.rules import token_masuk
from ppid_portal.kernel.perkara import jalankan
from tests.factories.permohonan import PETUGAS
from tests.permohonan.contoh_isian import NIK, URL_AJUKAN, URL_TERKIRIM

pytestmark = [pytest.mark.peramban, pytest.mark.lambat, pytest.mark.django_db(transaction=True)]
ATURAN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KATA_PANJANG = "Pertanggungjawabanpenyelenggaraanpemerintahandaerah" * 8


@pytest.fixture
def buka(chromium, live_server):
    """Return a maker of pages on a small telephone."""
    cache.clear()
    konteks = []

    def buat(**pilihan):
        satu = chromium.new_context(
            viewport={"width": 360, "height": 800},
            base_url=live_server.url,
            locale="id-ID",
            **pilihan,
        )
        konteks.append(satu)
        return satu.new_page()

    yield buat
    for satu in konteks:
        satu.close()


def cacat(laman):
    """Return the violations of axe, and whether the page is wider than the telephone."""
    hasil = Axe().run(laman, options={"runOnly": ATURAN}).response["violations"]
    terlalu_lebar = laman.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [satu["id"] for satu in hasil] + (["lebar"] if terlalu_lebar else [])


def isi(laman, butir="Daftar aset"):
    laman.fill("#id_butir_1", butir)
    laman.fill("#id_tujuan", "Ingin tahu.")
    laman.fill("#id_nama", "Ratnasari Pertiwi")
    laman.fill("#id_nik", NIK)
    laman.fill("#id_alamat", "Sukamaju")
    laman.fill("#id_telepon", "0812 7000 0001")


def test_setiap_keadaan_halaman_pemohon_lolos_axe(buka):
    laman, temuan = buka(), {}

    laman.goto(URL_AJUKAN)
    temuan["kosong"] = cacat(laman)
    laman.check("[value=kelompok]")
    laman.click("main .tombol--besar")
    temuan["galat"] = cacat(laman)
    laman.check("[value=perorangan]")
    isi(laman, KATA_PANJANG)
    laman.wait_for_timeout(4000)  # faster than that is a robot
    laman.click("main .tombol--besar")
    laman.wait_for_url(f"**{URL_TERKIRIM}")
    temuan["terkirim"] = cacat(laman)
    permohonan = Permohonan.objects.get()
    laman.goto(f"/permohonan/{permohonan.kode}/")
    temuan["perkara"] = cacat(laman)
    laman.goto(f"/permohonan/{permohonan.kode}/cabut/")
    temuan["cabut"] = cacat(laman)
    jalankan(permohonan, Aksi.MINTA_PERBAIKAN, PETUGAS, alasan="Foto KTP buram")
    laman.goto(f"/permohonan/{permohonan.kode}/lengkapi/")
    laman.click("main button[type=submit]")
    temuan["lengkapi"] = cacat(laman)

    assert temuan == {satu: [] for satu in temuan}
    assert len(temuan) == 6


def test_perkara_orang_lain_dan_tautan_mati_lolos_axe(buka):
    laman, temuan = buka(), {}
    alamat = ["/permohonan/cek/", "/permohonan/masuk/x/", f"/permohonan/{Permohonan().kode}/"]

    for satu in alamat:
        laman.goto(satu)
        temuan[satu] = cacat(laman)

    assert temuan == {satu: [] for satu in alamat}


def test_tambah_butir_dengan_skrip_tidak_memuat_ulang(buka):
    laman = buka()
    laman.goto(URL_AJUKAN)
    laman.fill("#id_butir_1", "Satu")
    laman.evaluate("window.masihSama = true")

    for _ in range(7):
        laman.click("[data-tambah-butir]")

    assert laman.evaluate("window.masihSama") is True
    assert laman.evaluate("document.activeElement.name") == "butir_10"
    assert laman.locator("[data-daftar-butir] textarea").count() == 10
    assert laman.locator("[data-tambah-butir]").is_hidden() is True


def test_tanpa_skrip_semua_tetap_dapat_dipakai(buka):
    laman = buka(java_script_enabled=False)
    laman.goto(URL_AJUKAN)
    isi(laman)

    laman.click("[data-tambah-butir]")
    laman.fill("#id_butir_6", "Enam")
    laman.wait_for_timeout(4000)
    laman.press("#id_nama", "Enter")  # the Enter key sends, it does not add a row

    laman.wait_for_url(f"**{URL_TERKIRIM}")
    assert [b.rincian for b in Permohonan.objects.get().butir.all()] == ["Daftar aset", "Enam"]


def test_isian_yang_tidak_perlu_tidak_tampak(buka):
    laman = buka(java_script_enabled=False)
    laman.goto(URL_AJUKAN)
    nama = ("nik", "nama_badan", "anggota", "pekerjaan", "cara_salinan_0")

    def tampak():
        return [satu for satu in nama if laman.locator(f"#id_{satu}").is_visible()]

    perorangan = tampak()
    laman.check("[value=badan_hukum]")
    badan = tampak()
    laman.check("[value=kelompok]")
    laman.check("[value=melihat]")

    assert perorangan == ["nik", "pekerjaan", "cara_salinan_0"]
    assert badan == ["nama_badan", "cara_salinan_0"]
    assert tampak() == ["nik", "anggota"]


def test_nik_di_butir_diingatkan_saat_mengetik(buka):
    laman = buka()
    laman.goto(URL_AJUKAN)
    kabar = laman.locator("[data-kabar-butir]")
    dulu = kabar.is_visible()

    laman.fill("#id_butir_2", f"Bantuan untuk {NIK}")
    laman.focus("#id_tujuan")

    assert (dulu, kabar.is_visible()) == (False, True)


def test_dua_ketukan_pada_kirim_hanya_satu_permohonan(buka):
    laman = buka()
    laman.goto(URL_AJUKAN)
    isi(laman)
    laman.wait_for_timeout(4000)

    laman.dblclick("main .tombol--besar")

    laman.wait_for_url(f"**{URL_TERKIRIM}")
    assert Permohonan.objects.count() == 1
    assert laman.locator(".resi dd").count() == 2


def test_tautan_surel_dan_tombol_tutup(buka):
    laman = buka()
    laman.goto(URL_AJUKAN)
    isi(laman)
    laman.wait_for_timeout(4000)
    laman.click("main .tombol--besar")
    laman.wait_for_url(f"**{URL_TERKIRIM}")
    lain, permohonan = buka(), Permohonan.objects.get()

    lain.goto(f"/permohonan/masuk/{token_masuk(permohonan)}/")
    alamat = lain.url
    lain.click("text=Tutup permohonan di peramban ini")
    lain.goto(alamat)

    assert alamat.endswith(f"/permohonan/{permohonan.kode}/")
    assert lain.locator("h1").inner_text() == "Buka permohonan dengan kode rahasia"
