"""Offers while a request is written, and the list of what nobody found."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.template import engines
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from informasi import actions, queries
from informasi.models import PencarianKosong, SaranPencarian
from informasi.rules.pribadi import boleh_disimpan
from ppid_portal.kernel.peran import Peran
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import PenggunaFactory

pytestmark = pytest.mark.django_db
SARAN = "/informasi/saran/butir/"
HARI = date(2026, 3, 17)


@pytest.fixture(autouse=True)
def seperti_di_server(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def hitungan():
    return list(SaranPencarian.objects.values_list("ditampilkan", "dibuka", "tetap_diajukan"))


def judul(*teks):
    return [i.judul for i in queries.saran(teks)]


# --- what is offered


def test_kalimat_orang_menemukan_yang_sudah_diumumkan():
    InformasiFactory(terbit=True, judul="Realisasi anggaran Dinas Pendidikan 2025")
    InformasiFactory(terbit=True, judul="Daftar pasar tradisional")

    saran = judul("Saya ingin meminta salinan realisasi anggaran dinas pendidikan tahun 2025")

    assert saran == ["Realisasi anggaran Dinas Pendidikan 2025"]


def test_satu_kata_yang_kebetulan_sama_bukan_saran():
    InformasiFactory(terbit=True, judul="Daftar pasar tradisional", ringkasan="")

    assert judul("kontrak pembangunan gedung pasar lantai dua") == []


def test_paling_banyak_tiga_dan_tidak_berulang():
    for n in range(5):
        InformasiFactory(terbit=True, judul=f"Laporan retribusi {n}")

    assert len(judul("laporan retribusi", "retribusi")) == 3


def test_yang_tidak_terbuka_tidak_ditawarkan():
    InformasiFactory(judul="Laporan rahasiaku")
    InformasiFactory(ditelaah=True, judul="Laporan rahasiaku dua")
    InformasiFactory(ditarik=True, judul="Laporan rahasiaku tiga")
    InformasiFactory(terbit=True, kelas="dikecualikan", judul="Laporan rahasiaku empat")

    assert judul("laporan rahasiaku") == []


def test_potongan_html_dan_hitungan(client):
    butir = InformasiFactory(terbit=True, judul="Laporan <b>retribusi</b>")

    isi = client.post(SARAN, {"teks": "laporan retribusi", "pertama": "1"}).content.decode()
    client.post(SARAN, {"teks": "laporan retribusi"})
    client.post(SARAN, {"teks": "tidak ada sama sekali", "pertama": "1"})

    assert f'href="/informasi/saran/{butir.slug}/"' in isi
    assert "Laporan &lt;b&gt;retribusi&lt;/b&gt;" in isi
    assert hitungan() == [(1, 0, 0)]


def test_tanpa_yang_cocok_jawabannya_kosong(client):
    assert client.post(SARAN, {"teks": "laporan retribusi"}).content.strip() == b""


def test_kata_orang_tidak_boleh_lewat_alamat(client):
    assert client.get(SARAN, {"teks": "laporan"}).status_code == 405


def test_tanpa_tanda_csrf_ditolak():
    peramban = Client(enforce_csrf_checks=True)

    assert peramban.post(SARAN, {"teks": "laporan"}).status_code == 403


def test_membuka_saran_dihitung_lalu_diantar(client):
    butir = InformasiFactory(terbit=True)

    jawaban = client.get(f"/informasi/saran/{butir.slug}/")

    assert (jawaban.status_code, jawaban.url) == (302, butir.get_absolute_url())
    assert hitungan() == [(0, 1, 0)]


@pytest.mark.parametrize("keadaan", [{}, {"ditelaah": True}, {"ditarik": True}])
def test_saran_ke_yang_tidak_terbit_tidak_ada(client, keadaan):
    butir = InformasiFactory(**keadaan)

    assert client.get(f"/informasi/saran/{butir.slug}/").status_code == 404
    assert hitungan() == []


def test_hitungan_sehari_satu_baris():
    for apa in ("ditampilkan", "ditampilkan", "dibuka", "tetap_diajukan"):
        actions.catat_saran(apa, HARI)

    assert hitungan() == [(2, 1, 1)]


# --- in the form


def test_dari_pencarian_saran_tampil_tanpa_skrip(client):
    InformasiFactory(terbit=True, judul="Laporan retribusi")

    isi = client.get(reverse("permohonan:ajukan"), {"dicari": "retribusi"}).content.decode()

    assert "Apakah ini yang Anda cari?" in isi
    assert 'name="saran_dilihat"' in isi
    assert hitungan() == [(1, 0, 0)]


def test_formulir_baru_tanpa_saran(client):
    InformasiFactory(terbit=True)

    isi = client.get(reverse("permohonan:ajukan")).content.decode()

    assert "Apakah ini yang Anda cari?" not in isi
    assert 'aria-live="polite" data-saran="/informasi/saran/butir/"' in isi
    assert hitungan() == []


def test_formulir_yang_kembali_menawarkan_sekali(client):
    InformasiFactory(terbit=True, judul="Laporan retribusi")
    alamat = reverse("permohonan:ajukan")

    pertama = client.post(alamat, {"butir_1": "laporan retribusi", "tambah": "1"})
    client.post(alamat, {"butir_1": "laporan retribusi", "tambah": "1", "saran_dilihat": "1"})

    assert "Apakah ini yang Anda cari?" in pertama.content.decode()
    assert hitungan() == [(1, 0, 0)]


# --- what nobody found


@pytest.mark.parametrize(
    ("teks", "boleh"),
    [
        ("denah taman kota", True),
        ("perda 3/2024", True),
        ("renstra 2016-2021", False),  # eight digits in a row but for a sign: rather not
        ("3312345678901234", False),
        ("0812 3456 789", False),
        ("surat budi@contoh.id", False),
        ("rekening 123.456", False),
        ("pasal 12345", True),
    ],
)
def test_yang_mungkin_data_orang_tidak_disimpan(teks, boleh):
    assert boleh_disimpan(teks) is boleh


def test_yang_tidak_ditemukan_dihitung_per_bulan():
    for q, hari in (
        ("Denah  Taman!", HARI), ("denah taman", HARI), ("denah taman", date(2026, 4, 1)),
        ("nik 3312345678901234", HARI), ("!!!", HARI),
    ):  # fmt: skip
        actions.catat_pencarian_kosong(q, hari)

    assert list(PencarianKosong.objects.values_list("bulan", "kueri", "jumlah")) == [
        (date(2026, 4, 1), "denah taman", 1),
        (date(2026, 3, 1), "denah taman", 2),
    ]


def test_robot_tidak_memenuhi_tabel(monkeypatch):
    monkeypatch.setattr("informasi.actions.temu.KUERI_SEBULAN", 1)

    hasil = [actions.catat_pencarian_kosong(q, HARI) for q in ("satu", "dua", "satu")]

    assert hasil == [True, False, True]


def test_hanya_pencarian_kosong_tanpa_saringan_yang_dicatat(client):
    InformasiFactory(terbit=True, judul="Laporan retribusi")

    for isian in ({"q": "denah"}, {"q": "retribusi"}, {"q": "denah", "kelas": "berkala"}, {}):
        client.get("/informasi/", isian)
    client.head("/informasi/", {"q": "denah"})

    bulan = timezone.localdate().replace(day=1)
    assert list(PencarianKosong.objects.values_list("bulan", "kueri", "jumlah")) == [
        (bulan, "denah", 1)
    ]


def test_bulan_disimpan_sebagai_tanggal_satu():
    with pytest.raises(IntegrityError, match="pencarian_kosong_awal_bulan"):
        PencarianKosong.objects.create(bulan=HARI, kueri="denah")


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("peran", "kode"),
    [(Peran.PPID_UTAMA, 200), (Peran.PETUGAS, 200), (Peran.PPID_PELAKSANA, 403)],
)
def test_daftar_untuk_meja_ppid_saja(client, peran, kode):
    client.force_login(PenggunaFactory(peran=peran))
    daftar = ("pencariankosong", "saranpencarian")

    assert [client.get(f"/admin/informasi/{d}/").status_code for d in daftar] == [kode, kode]
    tambah = client.get("/admin/informasi/pencariankosong/add/")
    assert tambah.status_code == 403


@pytest.mark.lambat
def test_daftar_dapat_diunduh_sebagai_csv(client):
    client.force_login(PenggunaFactory(peran=Peran.PPID_UTAMA))
    actions.catat_pencarian_kosong("denah taman", HARI)
    satu = PencarianKosong.objects.get()

    isian = {"action": "unduh_csv", "_selected_action": [satu.pk]}
    jawaban = client.post("/admin/informasi/pencariankosong/", isian)

    assert jawaban.content.decode() == "bulan,kueri,jumlah\r\n2026-03,denah taman,1\r\n"
