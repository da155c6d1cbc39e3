"""What the form takes and what it asks again: everything typed stays, ordinary text is never refused."""

import pytest
from django.core.cache import cache

from permohonan.enums import CaraSalinan, JenisPemohon, KategoriBerkas
from permohonan.models import Pemohon, Permohonan
from tests.permohonan.contoh_isian import (
    URL_AJUKAN,
    URL_TERKIRIM,
    berkas,
    galat,
    isi_laman,
    isian,
    kirim,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cache_kosong():
    cache.clear()


# --- what is refused, and what is not
def test_galat_di_sebelah_isian_dan_semua_yang_ditulis_tetap_ada(client):
    data = isian(nik="123", surel="siapa@", telepon="12", tujuan="", kebutuhan_khusus="Huruf besar")

    jawaban = client.post(URL_AJUKAN, data)

    assert galat(jawaban) == {
        "nik": ["NIK terdiri dari 16 angka; yang tertulis 3 angka."],
        "surel": ["Surel ini belum lengkap. Contoh: nama@contoh.id."],
        "telepon": ["Nomor ini belum dapat dihubungi. Tulis lengkap, mis. 0812 3456 7890."],
        "tujuan": ["Tulis tujuan Anda. Satu kalimat cukup."],
    }
    assert {nama: isi_laman(jawaban)[nama] for nama in data} == data
    isi = jawaban.content.decode()
    for nama in ("nik", "surel", "telepon", "tujuan"):
        assert isi.count(f'href="#id_{nama}"') == 1
        assert isi.count(f'id="id_{nama}_error"') == 1
        assert isi.count(f"id_{nama}_error") == 2  # the control is described by it
    assert Permohonan.objects.count() == 0


def test_berkas_yang_hilang_karena_galat_dikatakan_di_sebelahnya(client):
    jawaban = client.post(URL_AJUKAN, isian(tujuan="", identitas=berkas("<i>ktp.pdf")))

    petunjuk = str(jawaban.context["form"]["identitas"].help_text)
    assert petunjuk.startswith(
        "<strong>Berkas “&lt;i&gt;ktp.pdf” belum tersimpan. Pilih sekali lagi sebelum mengirim.</strong>"
    )


def test_berkas_yang_hilang_karena_tambah_butir_dikatakan_juga(client):
    jawaban = client.post(URL_AJUKAN, isian(identitas=berkas(), tambah="1"))

    petunjuk = str(jawaban.context["form"]["identitas"].help_text)
    assert petunjuk.startswith("<strong>Berkas “ktp.pdf” belum tersimpan.")


@pytest.mark.parametrize(
    "teks",
    [
        "Mengapa 50% anggaran <script>alert(1)</script> tidak terpakai?",
        "'; DROP TABLE permohonan; --",
        "Dokumen “RKA–DPA” & lampirannya 💧 ꦲꦏ꧀ꦱꦫ",
        "panjang " * 2000,
        "satu\r\ndua\r\n\r\ntiga",
    ],
)
def test_tulisan_biasa_tidak_ditolak_dan_tidak_dipotong(client, teks):
    jawaban = kirim(client, butir_1=teks, tujuan=teks, alamat=teks, nama=teks[:300])

    assert jawaban.status_code == 302
    permohonan = Permohonan.objects.get()
    utuh = teks.strip().replace("\r\n", "\n")
    assert permohonan.butir.get().rincian == utuh
    assert (permohonan.tujuan, permohonan.pemohon.alamat) == (utuh, utuh)


def test_huruf_nul_dibuang_dan_tidak_merusak(client):
    kirim(client, butir_1="Daftar\x00 aset")

    assert Permohonan.objects.get().butir.get().rincian == "Daftar aset"


def test_nik_di_dalam_butir_diingatkan_tanpa_ditolak(client):
    butir = "Data bantuan untuk NIK 9999 9901 0190 0001"
    ulang = client.post(URL_AJUKAN, isian(butir_2=butir, tujuan=""))
    kirim(client, butir_2=butir)

    assert ulang.context["berdata_pribadi"] == [2]
    assert list(galat(ulang)) == ["tujuan"]
    assert client.get(URL_TERKIRIM).context["resi"].butir_berdata_pribadi == [2]


@pytest.mark.parametrize(
    "teks", ["Perbup 12 Tahun 2024", "Rp1.250.000.000", "Kode 4.1.01.09.01.0001", "2019-2025"]
)
def test_angka_biasa_tidak_dikira_data_pribadi(client, teks):
    assert client.post(URL_AJUKAN, isian(butir_1=teks, tujuan="")).context["berdata_pribadi"] == []


def test_sedikitnya_satu_butir(client):
    assert galat(kirim(client, butir_1="  ")) == {
        "butir_1": ["Tulis paling sedikit satu informasi yang Anda minta."]
    }


def test_butir_pertama_boleh_kosong_bila_yang_lain_terisi(client):
    kirim(client, butir_1="", butir_2="Daftar aset")

    assert [b.rincian for b in Permohonan.objects.get().butir.all()] == ["Daftar aset"]


# --- who asks
def test_paspor_diterima_tanpa_pertanyaan(client):
    kirim(client, nik="x 1234567")

    assert Pemohon.objects.get().nik == "X1234567"


@pytest.mark.parametrize("nik", ["12345678901234567", "999999010190000", "????", "ＡＢ"])
def test_nik_yang_bukan_nik_dijelaskan(client, nik):
    assert list(galat(kirim(client, nik=nik))) == ["nik"]


def test_satu_kontak_cukup(client):
    kirim(client, surel="")

    assert (Pemohon.objects.get().surel, Pemohon.objects.get().telepon) == ("", "+6281270000001")


def test_tanpa_kontak_sama_sekali_ditanya(client):
    assert galat(kirim(client, surel="", telepon="")) == {
        "surel": ["Isi surel atau nomor telepon, supaya kami dapat menghubungi Anda."]
    }


def test_salinan_lewat_surel_memerlukan_surel(client):
    assert galat(kirim(client, cara_salinan="surel", surel="")) == {
        "surel": ["Isi surel, karena Anda memilih salinan lewat surel."]
    }


def test_salinan_kertas_tidak_dapat_diunduh(client):
    assert galat(kirim(client, cara_memperoleh="salinan_keras")) == {
        "cara_salinan": [
            "Salinan kertas tidak dapat diunduh. Pilih ambil langsung, pos, atau kurir."
        ]
    }


def test_melihat_di_tempat_tidak_menanyakan_salinan(client):
    data = isian(cara_memperoleh="melihat")
    del data["cara_salinan"]
    client.post(URL_AJUKAN, data)

    assert Permohonan.objects.get().cara_salinan == CaraSalinan.AMBIL


def test_badan_hukum_menyebut_nama_dan_nomor_pengesahan(client):
    kosong = kirim(client, jenis_pemohon="badan_hukum")
    kirim(
        client,
        jenis_pemohon="badan_hukum",
        nama_badan="Yayasan Terang",
        nomor_pengesahan="AHU-1",
        anggota="sisa isian kelompok",
    )

    assert list(galat(kosong)) == ["nama_badan", "nomor_pengesahan"]
    pemohon = Pemohon.objects.get()
    assert (pemohon.nama_badan, pemohon.nomor_pengesahan) == ("Yayasan Terang", "AHU-1")
    assert (pemohon.nik, pemohon.anggota, pemohon.pekerjaan) == ("", "", "")


def test_kelompok_menyebut_nama_dan_anggota(client):
    kosong = kirim(client, jenis_pemohon="kelompok", nik="")
    kirim(client, jenis_pemohon="kelompok", nama_kelompok="Warga RT 3", anggota="Ani\nBudi")

    assert list(galat(kosong)) == ["nik", "nama_kelompok", "anggota"]
    pemohon = Pemohon.objects.get()
    assert (pemohon.nama_badan, pemohon.anggota) == ("Warga RT 3", "Ani\nBudi")
    assert pemohon.permohonan.jenis_pemohon == JenisPemohon.KELOMPOK


# --- files
def test_identitas_dan_kuasa_disimpan_tersandi(client):
    kirim(client, identitas=berkas(), nama_kuasa="Rahmat", surat_kuasa=berkas("kuasa.pdf"))

    semua = Permohonan.objects.get().berkas.select_related("berkas")
    assert [(b.kategori, b.berkas.nama, b.berkas.bersandi) for b in semua] == [
        (KategoriBerkas.IDENTITAS, "ktp.pdf", True),
        (KategoriBerkas.KUASA, "kuasa.pdf", True),
    ]


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("virus.exe", b"MZ\x90\x00"),
        ("foto.jpg", b"<?php system($_GET[0]);"),
        ("ktp.pdf", b"<html><script>alert(1)</script>"),
        ("ktp.svg", b"<svg onload=alert(1)>"),
        ("ktp", b"%PDF-1.7\n"),
        ("ktp.pdf.html", b"%PDF-1.7\n"),
        ("kosong.pdf", b""),
    ],
)
def test_berkas_berbahaya_ditolak_di_sebelah_isiannya(client, nama, isi):
    jawaban = kirim(client, identitas=berkas(nama, isi))

    assert list(galat(jawaban)) == ["identitas"]
    assert Permohonan.objects.count() == 0


def test_berkas_terlalu_besar_ditolak_dengan_batasnya(client, settings):
    settings.UKURAN_UNGGAH_MAKS = 10

    assert galat(kirim(client, identitas=berkas())) == {
        "identitas": ["Berkas “ktp.pdf” melebihi 10 byte."]
    }
