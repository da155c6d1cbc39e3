"""The frame and the rules that every template and style sheet keeps."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings

from ppid_portal.kernel.templatetags.kata import kini
from tests.tampilan import galeri
from tests.tampilan.test_komponen import nilai, tautan, teks, unsur

pytestmark = pytest.mark.urls("tests.tampilan.urls")

AKAR = settings.BASE_DIR
# The desk's own templates are dressed by Unfold.
TEMPLAT = sorted(p for p in (AKAR / "templates").rglob("*.html") if "admin" not in p.parts)
GAYA = sorted((AKAR / "static" / "css").glob("*.css"))
SPRITE = AKAR / "static" / "gambar" / "ikon.svg"


def isi_semua(berkas: list[Path]) -> str:
    return "\n".join(satu.read_text(encoding="utf-8") for satu in berkas)


def pita(**situs: object) -> list[str]:
    html = galeri.halaman("404.html", situs=galeri.SITUS | situs)
    return [teks(isi) for isi in re.findall(r'<div class="pita[^"]*">(.*?)</div>', html, re.DOTALL)]


def test_situs_contoh_tidak_mengaku_resmi():
    assert pita(demo=True, url_kotak_surat="") == [
        "Situs contoh, data rekaan. Permohonan di sini tidak sampai ke badan publik mana pun."
    ]
    assert pita(demo=False) == ["Situs resmi Pemerintah Kabupaten Sukamaju"]


def test_pengumuman_serta_merta_ada_di_atas_setiap_halaman():
    html = galeri.halaman(
        "404.html", mendesak={"judul": "Banjir di Hulu", "url": "/informasi/banjir/"}
    )

    pengumuman = re.findall(r'<div class="pita pita--mendesak">(.*?)</div>', html, re.DOTALL)

    assert [teks(isi) for isi in pengumuman] == ["Serta merta: Banjir di Hulu"]
    assert tautan(pengumuman[0]) == ["/informasi/banjir/"]


def test_halaman_menyebut_kapan_diubah_dan_siapa_yang_ditanya():
    html = galeri.halaman("situs/beranda.html", **galeri.BERANDA_PENUH)
    ujung = html[html.index('<div class="ujung">') : html.index('<div class="kaki">')]

    assert [teks(isi) for isi in unsur(ujung, "p")] == [
        "Halaman ini terakhir diubah Jumat, 20 November 2026.",
        "Ada yang kurang jelas? Tanyakan kepada meja layanan di bawah ini.",
    ]


@pytest.mark.parametrize(
    ("sini", "tanda"),
    [
        ("informasi:daftar", ' aria-current="page"'),
        ("informasi:rinci", ' aria-current="true"'),
        ("permohonan:cek", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_menu_menandai_letak_pembaca(sini, tanda):
    konteks = {"request": SimpleNamespace(resolver_match=SimpleNamespace(view_name=sini))}

    assert kini(konteks, "informasi:daftar", "informasi:") == tanda


def test_menu_tidak_menandai_apa_pun_di_halaman_yang_tidak_ada():
    assert kini({}, "situs:beranda") == ""
    assert kini({"request": SimpleNamespace(resolver_match=None)}, "situs:beranda") == ""


def test_beranda_kosong_menyebut_langkah_berikutnya():
    html = galeri.halaman("situs/beranda.html")

    assert [teks(isi) for isi in unsur(html, "h2")][:3] == [
        "Apa yang Anda perlukan?",
        "Baru diumumkan",
        "Belum ada informasi yang diumumkan",
    ]
    assert re.findall(r'class="tombol" href="([^"]+)"', html) == ["/permohonan/"]


def test_pencarian_beranda_mengirim_kata_ke_daftar():
    html = galeri.halaman("situs/beranda.html")
    formulir = re.search(r"<form.*?</form>", html, re.DOTALL).group()

    assert nilai(formulir, "action") == ["/informasi/"]
    assert nilai(formulir, "method") == ["get"]
    assert nilai(formulir, "name") == ["q"]


def test_halaman_gangguan_tidak_bergantung_pada_apa_pun():
    assert [teks(isi) for isi in unsur(galeri.render_to_string("500.html"), "dd")] == []
    berkode = galeri.render_to_string("500.html", {"kode_rujukan": "7F3A91C2"})
    assert [teks(isi) for isi in unsur(berkode, "dd")] == ["7F3A91C2"]


def test_tidak_ada_gaya_atau_skrip_di_dalam_templat():
    """A script with a type is data (JSON-LD), which no browser runs."""
    sisip = re.findall(
        r"\sstyle=|<style|\son\w+=|<script(?![^>]*\s(?:src|type)=)", isi_semua(TEMPLAT)
    )

    assert sisip == []


def test_setiap_komponen_menjelaskan_variabelnya():
    komponen = sorted((AKAR / "templates" / "_komponen").glob("*.html"))

    diam = [p.name for p in komponen if not p.read_text().startswith("{% comment %}\n")]

    assert diam == []


def test_setiap_kelas_di_templat_ada_gayanya():
    dipakai = set()
    for daftar in re.findall(r'class="((?:\{%.*?%\}|\{\{.*?\}\}|[^"])*)"', isi_semua(TEMPLAT)):
        tanpa_tag = re.sub(r"\S*\{[%{].*?[%}]\}", " ", daftar)
        dipakai |= set(tanpa_tag.split())

    assert sorted(dipakai - set(re.findall(r"\.([a-z][\w-]*)", isi_semua(GAYA)))) == []


def test_setiap_gambar_yang_disebut_ada_di_sprite():
    templat = isi_semua(TEMPLAT)
    disebut = re.findall(r'\{% ikon "(\w+)" %\}', templat) + re.findall(r'gambar="(\w+)"', templat)

    assert sorted(set(disebut) - set(nilai(SPRITE.read_text(), "id"))) == []


def test_setiap_warna_bernama_ada_di_token():
    semua = isi_semua(GAYA)

    dipakai = set(re.findall(r"var\((--[\w-]+)", semua))

    assert sorted(dipakai - set(re.findall(r"(--[\w-]+):", semua))) == []


def test_berat_gaya_dan_kunjungan_pertama():
    def berat(berkas):
        return sum(len(gzip.compress(satu.read_bytes(), 9)) for satu in berkas)

    gaya = berat(GAYA)
    lain = berat([SPRITE, SPRITE.with_name("lambang.svg"), AKAR / "static" / "js" / "portal.js"])
    beranda = len(
        gzip.compress(galeri.halaman("situs/beranda.html", **galeri.BERANDA_PENUH).encode())
    )

    assert gaya <= 15_000
    assert gaya + lain + beranda <= 60_000
