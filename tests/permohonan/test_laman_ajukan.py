"""Sending a request as a citizen does: nothing is sent twice or lost, on any line and any telephone."""

import logging
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.core import signing
from django.core.cache import cache
from redis.exceptions import ConnectionError as RedisMati

from permohonan.enums import Kanal, Status
from permohonan.forms.formulir import GARAM_WAKTU
from permohonan.forms.publik import VERSI_PEMBERITAHUAN, PermohonanForm
from permohonan.models import Permohonan
from permohonan.views import laju
from permohonan.views.resi import RESI
from tests.permohonan.contoh_isian import (
    NIK,
    URL_AJUKAN,
    URL_CEK,
    URL_TERKIRIM,
    galat,
    isi_laman,
    isian,
    kirim,
    unduh,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cache_kosong():
    cache.clear()


# --- the empty form
def test_formulir_kosong_menawarkan_tiga_butir(client):
    jawaban = client.get(URL_AJUKAN)

    assert jawaban.status_code == 200
    butir = [isian.name for isian in jawaban.context["form"].isian_butir]
    assert butir == ["butir_1", "butir_2", "butir_3"]


def test_kata_yang_dicari_ikut_ke_formulir(client):
    data = isi_laman(client.get(URL_AJUKAN, {"dicari": "  kontrak \x00 jalan melati "}))

    assert data["pencarian_asal"] == "kontrak jalan melati"
    assert data["butir_1"] == "kontrak jalan melati"


def test_kata_yang_dicari_sangat_panjang_tetap_utuh_di_butir(client):
    dicari = "anggaran " * 60

    data = isi_laman(client.get(URL_AJUKAN, {"dicari": dicari}))

    assert data["butir_1"] == dicari.strip()
    assert data["pencarian_asal"] == dicari.strip()[:200].strip()


def test_formulir_tidak_disimpan_peramban_atau_mesin_pencari(client):
    jawaban = client.get(URL_AJUKAN)

    assert jawaban["Cache-Control"] == "private, no-store"
    assert jawaban["X-Robots-Tag"] == "noindex, nofollow, noarchive"


# --- sending
def test_kirim_mencatat_permohonan_lengkap(client):
    jawaban = kirim(client, pencarian_asal="jalan melati", butir_3="Daftar ruas jalan 2025")

    assert (jawaban.status_code, jawaban.url) == (302, URL_TERKIRIM)
    permohonan = Permohonan.objects.get()
    assert permohonan.status == Status.DITERIMA
    assert permohonan.kanal == Kanal.LAMAN
    assert permohonan.pencarian_asal == "jalan melati"
    assert permohonan.versi_pemberitahuan == VERSI_PEMBERITAHUAN
    assert [b.rincian for b in permohonan.butir.all()] == [
        "Kontrak perbaikan Jalan Melati tahap II tahun 2025",
        "Daftar ruas jalan 2025",
    ]
    pemohon = permohonan.pemohon
    assert (pemohon.nik, pemohon.telepon) == (NIK, "+6281270000001")
    assert (pemohon.surel, pemohon.pekerjaan) == ("ratnasari@warga.example", "Guru")


def test_terkirim_menampilkan_nomor_rahasia_dan_tanggal_dalam_kata(client):
    laman = kirim(client, butir_1="Daftar aset") and client.get(URL_TERKIRIM)

    permohonan, isi = Permohonan.objects.get(), laman.content.decode()
    resi = laman.context["resi"]
    assert isi.count(f"<dd>{permohonan.nomor}</dd>") == 1
    assert isi.count(f"<dd>{resi.rahasia}</dd>") == 1
    assert resi.jadwal.jawaban == laman.context["jam"].batas == permohonan.batas_waktu
    assert laman["Cache-Control"] == "private, no-store"


def test_terkirim_tanpa_kiriman_menuju_cek_status(client):
    jawaban = client.get(URL_TERKIRIM)

    assert (jawaban.status_code, jawaban.url) == (302, URL_CEK)


def test_terkirim_bertahan_bila_dimuat_ulang_lalu_hilang_setelah_ditutup(client):
    kirim(client)
    pertama = client.get(URL_TERKIRIM).context["resi"].rahasia

    assert client.get(URL_TERKIRIM).context["resi"].rahasia == pertama

    client.post("/permohonan/tutup/")
    assert client.get(URL_TERKIRIM).status_code == 302


def test_rahasia_di_sesi_tersandi_dan_tidak_ada_di_kuki_atau_log(client, caplog):
    caplog.set_level(logging.DEBUG)
    kirim(client)
    laman = client.get(URL_TERKIRIM)

    rahasia = laman.context["resi"].rahasia
    tertulis = str(dict(client.session)) + str(client.cookies) + caplog.text
    assert client.session[RESI]["kode"] == Permohonan.objects.get().kode.hex
    assert [rahasia in tertulis, rahasia.replace("-", "") in tertulis] == [False, False]


def test_teks_untuk_diteruskan_tanpa_rahasia_dan_tanpa_nama(client):
    kirim(client)
    resi = client.get(URL_TERKIRIM).context["resi"]
    jawaban = client.get(f"{URL_TERKIRIM}teks/")

    isi = jawaban.content.decode()
    assert jawaban["Content-Type"] == "text/plain; charset=utf-8"
    assert f"Nomor pendaftaran: {resi.permohonan.nomor}" in isi.splitlines()
    assert [resi.rahasia in isi, "Ratnasari" in isi, NIK in isi] == [False, False, False]


def test_tanda_bukti_pdf_dapat_diunduh_dari_halaman_terkirim(client):
    kirim(client)
    permohonan = Permohonan.objects.get()

    jawaban, isi = unduh(client, f"/permohonan/{permohonan.kode}/tanda-bukti/")

    assert jawaban["Content-Type"] == "application/pdf"
    assert isi[:5] == b"%PDF-"


def test_dua_kali_menekan_kirim_satu_perkara_satu_rahasia(client):
    data = isian()
    client.post(URL_AJUKAN, data)
    pertama = client.get(URL_TERKIRIM).context["resi"]
    client.cookies.clear()  # the second press left before the first answer set a cookie

    jawaban = client.post(URL_AJUKAN, data)

    kedua = client.get(URL_TERKIRIM).context["resi"]
    assert jawaban.url == URL_TERKIRIM
    assert Permohonan.objects.count() == 1
    assert (kedua.permohonan, kedua.rahasia) == (pertama.permohonan, pertama.rahasia)


def test_kirim_ulang_lama_kemudian_tidak_menampilkan_rahasia(client):
    data = isian()
    client.post(URL_AJUKAN, data)
    cache.clear()
    client.cookies.clear()

    client.post(URL_AJUKAN, data)

    laman = client.get(URL_TERKIRIM)
    assert laman.context["resi"].rahasia == ""
    assert laman.content.decode().count("<dt>Kode rahasia</dt>") == 0


# --- without script
def test_tambah_butir_menyimpan_semua_yang_ditulis(client):
    data = isian(butir_2="Dua", nama="O'Neil <b>", tujuan="", jenis_pemohon="kelompok")
    jawaban = client.post(URL_AJUKAN, {**data, "tambah": "1"})

    baru = isi_laman(jawaban)
    assert {nama: baru[nama] for nama in data} == data
    assert galat(jawaban) == {}
    assert len(jawaban.context["form"].isian_butir) == 6
    assert Permohonan.objects.count() == 0


def test_tambah_butir_berhenti_di_sepuluh(client):
    data = isian(**{f"butir_{n}": f"Isi {n}" for n in range(1, 10)}, butir_11="x", butir_99="x")

    jawaban = client.post(URL_AJUKAN, {**data, "tambah": "1"})

    nama = [isian.name for isian in jawaban.context["form"].isian_butir]
    assert nama == [f"butir_{n}" for n in range(1, 11)]
    assert jawaban.context["form"].penuh is True


def test_alur_tanpa_skrip_dari_formulir_sampai_terkirim(client):
    data = isi_laman(client.get(URL_AJUKAN)) | {
        "butir_1": "Satu",
        "tujuan": "Tahu",
        "nama": "Siti",
        "nik": NIK,
        "alamat": "Sukamaju",
        "telepon": "0812 7000 0001",
    }
    data = isi_laman(client.post(URL_AJUKAN, {**data, "tambah": "1"}))
    data["butir_6"] = "Enam"
    galat_dulu = client.post(URL_AJUKAN, data)  # faster than a person

    akhir = client.post(URL_AJUKAN, isi_laman(galat_dulu) | {"dibuka": isian()["dibuka"]})

    assert akhir.url == URL_TERKIRIM
    assert [b.rincian for b in Permohonan.objects.get().butir.all()] == ["Satu", "Enam"]


# --- robots and floods
def test_perangkap_robot_meminta_sekali_lagi_dan_manusia_lolos(client):
    data = isian(laman_web="https://spam.example")
    jawaban = client.post(URL_AJUKAN, data)

    assert list(galat(jawaban)) == ["__all__"]
    assert client.post(URL_AJUKAN, isi_laman(jawaban)).url == URL_TERKIRIM


def test_terlalu_cepat_meminta_sekali_lagi(client):
    baru = signing.TimestampSigner(salt=GARAM_WAKTU).sign("x")

    assert list(galat(kirim(client, dibuka=baru))) == ["__all__"]
    assert Permohonan.objects.count() == 0


@pytest.mark.parametrize("dibuka", ["", "x:1:palsu"])
def test_stempel_palsu_diganti_yang_baru(client, dibuka):
    jawaban = kirim(client, dibuka=dibuka)

    stempel = signing.TimestampSigner(salt=GARAM_WAKTU)
    assert stempel.unsign(isi_laman(jawaban)["dibuka"]) == "x"


def test_banjir_dari_satu_jaringan_ditahan_sebentar_tanpa_kehilangan_tulisan(client):
    with patch.object(laju, "AJUKAN", laju.Rem("uji", bebas=1, masa=60, jeda=30, jeda_maks=60)):
        hasil = [kirim(client) for _ in range(3)]

    assert [jawaban.status_code for jawaban in hasil] == [302, 302, 200]
    assert list(galat(hasil[2])) == ["__all__"]
    assert isi_laman(hasil[2])["nama"] == "Ratnasari Pertiwi"


def test_tetap_menerima_ketika_cache_mati(client):
    with (
        patch.object(cache, "get", side_effect=RedisMati),
        patch.object(cache, "add", side_effect=RedisMati),
        patch.object(cache, "set", side_effect=RedisMati),
    ):
        jawaban = kirim(client)

    assert jawaban.url == URL_TERKIRIM
    assert Permohonan.objects.count() == 1


def test_alamat_pemohon_di_belakang_proxy_dari_proxy_sendiri(rf, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    permintaan = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9")

    assert laju.sambungan(permintaan) == "203.0.113.9"


def test_satu_rumah_ipv6_satu_sambungan(rf):
    satu = rf.get("/", REMOTE_ADDR="2001:db8:1:2::a")
    dua = rf.get("/", REMOTE_ADDR="2001:db8:1:2:ffff::b")

    assert laju.sambungan(satu) == laju.sambungan(dua) == "2001:db8:1:2::/64"


def test_kunci_kirim_tiap_formulir_berbeda():
    kunci = {str(PermohonanForm()["kunci_kirim"].value()) for _ in range(3)} | {str(uuid4())}

    assert len(kunci) == 4


def test_formulir_kertas_dapat_diunduh_dan_disimpan_di_cache(client):
    pertama = client.get("/permohonan/formulir.pdf")
    with patch("permohonan.views.unduh.cetak") as cetak:
        kedua = client.get("/permohonan/formulir.pdf")

    assert pertama.content[:5] == b"%PDF-"
    assert kedua.content == pertama.content
    assert cetak.call_count == 0
