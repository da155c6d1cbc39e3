"""The request for machines: a number and a secret out, never a word about who asked."""

from uuid import uuid4

import pytest
from django.core.cache import cache
from django.urls import reverse

from permohonan.enums import Status
from permohonan.models import Permohonan
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory
from tests.factories.permohonan import PermohonanFactory

pytestmark = pytest.mark.django_db
AJUKAN = "/api/v1/permohonan/"
STATUS = "/api/v1/permohonan/status/"


@pytest.fixture(autouse=True)
def tanpa_hitungan_laju():
    cache.clear()


def isian(**ubah):
    return {
        "kunci_kirim": str(uuid4()),
        "jenis_pemohon": "perorangan",
        "pemohon": {
            "nama": "Ratnasari Pertiwi",
            "nik": "9999990101900001",
            "alamat": "Jalan Kenanga 7",
            "surel": "ratnasari@warga.example",
        },
        "butir": ["Rencana kerja 2026"],
        "tujuan": "Penelitian",
        "cara_memperoleh": "salinan_lunak",
        "cara_salinan": "unduh",
    } | ubah


def kirim(client, alamat, isi):
    return client.post(alamat, isi, content_type="application/json")


def test_kirim_permohonan(client):
    jawaban = kirim(client, AJUKAN, isian())

    permohonan = Permohonan.objects.get()
    assert jawaban.status_code == 201
    assert sorted(jawaban.json()) == ["batas_waktu", "nomor", "rahasia", "status"]
    assert jawaban.json()["nomor"] == permohonan.nomor


def test_kirim_ulang_tidak_mendaftarkan_dua_kali(client):
    isi = isian()

    kode = [kirim(client, AJUKAN, isi).status_code for _ in range(2)]

    assert (kode, Permohonan.objects.count()) == ([201, 200], 1)


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"butir": []}, "butir"),
        ({"tujuan": ""}, "tujuan"),
        ({"cara_memperoleh": "terbang"}, "cara_memperoleh"),
        ({"pemohon": {"nama": "A", "nik": "1", "alamat": "B"}}, "pemohon"),
    ],
)
def test_isian_yang_salah_disebut_medannya(client, ubah, medan):
    jawaban = kirim(client, AJUKAN, isian(**ubah))

    assert (jawaban.status_code, list(jawaban.json())) == (400, [medan])
    assert Permohonan.objects.count() == 0


def test_laju_kiriman_dibatasi(client):
    kode = [kirim(client, AJUKAN, {}).status_code for _ in range(11)]

    assert kode == [400] * 10 + [429]


def test_status_dengan_nomor_dan_rahasia(client):
    permohonan = PermohonanFactory()

    jawaban = kirim(client, STATUS, {"nomor": permohonan.nomor, "rahasia": permohonan.rahasia})

    assert jawaban.status_code == 200
    assert sorted(jawaban.json()) == [
        "batas_waktu",
        "nomor",
        "pemegang",
        "status",
        "status_kata",
        "tanggal_terima",
    ]
    assert permohonan.pemohon.nama not in jawaban.content.decode()


@pytest.mark.parametrize("rahasia", ["", "AAAA-AAAA-AAAA"])
def test_status_dengan_rahasia_salah_tidak_ada(client, rahasia):
    permohonan = PermohonanFactory()

    jawaban = kirim(client, STATUS, {"nomor": permohonan.nomor, "rahasia": rahasia or "x"})

    assert jawaban.status_code == 404


# --- officers
def langkah(client, permohonan, aksi, **isi):
    alamat = reverse("permohonan_aksi", args=[permohonan.kode, aksi])
    return kirim(client, alamat, isi).status_code


def test_petugas_menyatakan_lengkap(client, petugas):
    permohonan = PermohonanFactory()
    client.force_login(petugas)

    assert langkah(client, permohonan, "terima_lengkap", versi=permohonan.versi) == 200

    permohonan.refresh_from_db()
    assert permohonan.status == Status.TERDAFTAR_LENGKAP


def test_kode_jawaban_menurut_siapa_yang_meminta(client, unit, pelaksana, unit_lain, orang_asing):
    permohonan = PermohonanFactory(diproses=True, unit=unit)

    kode = {}
    for nama, siapa in {"unit": pelaksana, "unit lain": unit_lain, "asing": orang_asing}.items():
        client.force_login(siapa)
        kode[nama] = langkah(client, permohonan, "perpanjang", alasan="x")
    client.logout()
    kode["tamu"] = langkah(client, permohonan, "perpanjang", alasan="x")

    assert kode == {"unit": 403, "unit lain": 404, "asing": 404, "tamu": 403}


def test_langkah_dari_keadaan_yang_salah_bertentangan(client, petugas):
    permohonan = PermohonanFactory(lengkap=True)
    client.force_login(petugas)

    assert langkah(client, permohonan, "terima_lengkap") == 409


def test_langkah_tanpa_alasan_yang_wajib_ditolak(client, petugas):
    permohonan = PermohonanFactory()
    client.force_login(petugas)

    assert langkah(client, permohonan, "minta_perbaikan") == 400


def test_langkah_pemohon_tidak_dapat_dipinjam_pejabat(client):
    permohonan = PermohonanFactory()
    client.force_login(PenggunaFactory(peran=Peran.PPID_UTAMA))

    kode = {aksi: langkah(client, permohonan, aksi) for aksi in ("cabut", "anggap_lengkap", "x")}

    assert kode == {"cabut": 403, "anggap_lengkap": 403, "x": 404}


def test_langkah_dengan_versi_lama_bertentangan(client, petugas):
    permohonan = PermohonanFactory()
    client.force_login(petugas)

    assert langkah(client, permohonan, "terima_lengkap", versi=0) == 409
