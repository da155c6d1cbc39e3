"""The whole register as one file: what stands in it, and what it never does to who opens it."""

import csv
import io
import json

import pytest
from django.conf import settings
from django.urls import reverse
from openpyxl import load_workbook

from informasi import actions
from informasi.models import Informasi
from informasi.rules.lembar import baca
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db
AKAR = settings.ALAMAT_SITUS
KOLOM = [
    "Judul informasi", "Ringkasan isi informasi", "Pejabat/unit/satker yang menguasai",
    "Penanggung jawab pembuatan/penerbitan informasi", "Waktu pembuatan informasi",
    "Tempat pembuatan informasi", "Bentuk informasi yang tersedia",
    "Jangka waktu penyimpanan/retensi arsip", "Klasifikasi informasi", "Kelompok informasi",
    "Unit kerja", "Tanggal diumumkan", "Terakhir diubah", "Tautan", "Tautan berkas",
]  # fmt: skip


def isi(jawaban):
    return b"".join(jawaban.streaming_content)


def baris_csv(client):
    return list(
        csv.reader(io.StringIO(isi(client.get("/informasi/unduh.csv")).decode("utf-8-sig")))
    )


def baris_xlsx(client):
    buku = load_workbook(io.BytesIO(isi(client.get("/informasi/unduh.xlsx"))))
    return [[sel.value or "" for sel in baris] for baris in buku["DIP"].iter_rows()]


@pytest.fixture
def apbd():
    return InformasiFactory(
        terbit=True, judul="APBD 2026", ringkasan="Anggaran\ndan belanja", kelas="berkala", berkas=2,
        kelompok="Keuangan", pejabat="Kepala BPKAD", penanggung_jawab="Sekretaris",
        waktu_pembuatan="Februari 2026", tempat_pembuatan="Kota Contoh", bentuk=["softcopy", "pdf"],
        retensi="bulan", retensi_bulan=60, tahun=2026, unit=UnitFactory(nama="Badan Keuangan", slug="b"),
    )  # fmt: skip


def harapan(apbd):
    berkas = [
        f"{AKAR}{reverse('informasi:berkas', args=[b.pk])}" for b in Berkas.objects.order_by("nama")
    ]
    return [
        "APBD 2026", "Anggaran\ndan belanja", "Kepala BPKAD", "Sekretaris", "Februari 2026",
        "Kota Contoh", "Softcopy, PDF", "60 bulan", "Berkala", "Keuangan", "Badan Keuangan",
        apbd.diumumkan_pada.isoformat(), apbd.diubah_pada.isoformat(),
        f"{AKAR}/informasi/apbd-2026/", "\n".join(berkas),
    ]  # fmt: skip


def test_csv_dan_xlsx_memuat_kolom_menurut_peraturan(client, apbd):
    assert baris_csv(client) == [KOLOM, harapan(apbd)]
    assert baris_xlsx(client) == [KOLOM, harapan(apbd)]


def test_json_memuat_butir_dengan_berkasnya(client, apbd):
    kosong = InformasiFactory(terbit=True, judul="Kosong")

    semua = json.loads(isi(client.get("/informasi/unduh.json")))

    assert [b["slug"] for b in semua] == [kosong.slug, "apbd-2026"]
    assert semua[1].pop("berkas") == [
        {
            "judul": b.nama, "nama": b.nama, "edisi": "2026 versi 1", "tipe": "application/pdf",
            "ukuran": b.ukuran, "sha256": b.sha256,
            "url": f"{AKAR}{reverse('informasi:berkas', args=[b.pk])}",
        }
        for b in Berkas.objects.order_by("nama")
    ]  # fmt: skip
    assert semua[1] == {
        "slug": "apbd-2026", "judul": "APBD 2026", "ringkasan": "Anggaran\ndan belanja",
        "kelas": "berkala", "kelompok": "Keuangan", "unit": {"slug": "b", "nama": "Badan Keuangan"},
        "pejabat": "Kepala BPKAD", "penanggung_jawab": "Sekretaris",
        "waktu_pembuatan": "Februari 2026", "tempat_pembuatan": "Kota Contoh", "tahun": 2026,
        "bentuk": "Softcopy, PDF", "retensi": "60 bulan",
        "diumumkan_pada": apbd.diumumkan_pada.isoformat(),
        "diubah_pada": apbd.diubah_pada.isoformat(), "url": f"{AKAR}/informasi/apbd-2026/",
    }  # fmt: skip


def test_register_kosong_tetap_dapat_diunduh(client):
    assert baris_csv(client) == [KOLOM]
    assert baris_xlsx(client) == [KOLOM]
    assert json.loads(isi(client.get("/informasi/unduh.json"))) == []


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_sel_tidak_pernah_menjadi_rumus(client, awal):
    teks = f"{awal}HYPERLINK(1)"
    InformasiFactory(terbit=True, judul="Judul", ringkasan=teks)

    sel_csv = baris_csv(client)[1][1]
    buku = load_workbook(io.BytesIO(isi(client.get("/informasi/unduh.xlsx"))))
    sel = buku["DIP"]["B2"]

    assert sel_csv == f"'{teks}"
    assert (sel.data_type, sel.value.strip()) == ("s", teks.strip())


def test_huruf_kendali_dan_isi_panjang_tidak_merusak_lembar(client):
    InformasiFactory(terbit=True, judul="Judul\x01", ringkasan="a" * 40_000)

    assert baris_csv(client)[1][:2] == ["Judul", "a" * 40_000]
    assert baris_xlsx(client)[1][:2] == ["Judul", "a" * 32_767]


def test_unduhan_dapat_diimpor_kembali(client, apbd, tmp_path):
    berkas = tmp_path / "dip.csv"
    berkas.write_bytes(isi(client.get("/informasi/unduh.csv")))

    lembar = baca(berkas, pemetaan={})

    terbaca = {nama: lembar.baris[0][1][i] for nama, i in lembar.kolom.items()}
    assert terbaca == {
        "judul_informasi": "APBD 2026",
        "ringkasan_isi": "Anggaran\ndan belanja",
        "pejabat_menguasai": "Kepala BPKAD",
        "penanggung_jawab": "Sekretaris",
        "waktu_pembuatan": "Februari 2026",
        "tempat_pembuatan": "Kota Contoh",
        "bentuk": "Softcopy, PDF",
        "jangka_simpan": "60 bulan",
        "kategori": "Berkala",
        "sub_kategori": "Keuangan",
        "unit_penerbit": "Badan Keuangan",
    }


@pytest.mark.parametrize("bentuk", ["csv", "json", "xlsx"])
def test_yang_tidak_berubah_tidak_diunduh_dua_kali(client, apbd, bentuk):
    alamat = f"/informasi/unduh.{bentuk}"

    satu = client.get(alamat)
    isi(satu)
    sama = client.get(alamat, headers={"if-none-match": satu["ETag"]})
    apbd.ringkasan = "Lain"
    actions.ubah(apbd, SISTEM)
    lain = client.get(alamat, headers={"if-none-match": satu["ETag"]})
    isi(lain)

    assert (satu.status_code, sama.status_code, lain.status_code) == (200, 304, 200)
    assert (satu.cookies, satu.get("Vary", "")) == ({}, "")
    assert satu["Content-Disposition"] == (
        f'attachment; filename="daftar-informasi-publik-kabupaten-contoh.{bentuk}"'
    )


def test_bentuk_lain_tidak_ada(client):
    assert client.get("/informasi/unduh.pdf").status_code == 404
    assert client.post("/informasi/unduh.csv").status_code == 405


def test_sidik_berubah_bersama_unit_dan_berkas(client, apbd):
    def sidik():
        return client.head("/informasi/unduh.csv")["ETag"]

    awal = sidik()
    apbd.unit.nama = "Badan Pengelola Keuangan"
    apbd.unit.save()
    unit = sidik()
    InformasiFactory(terbit=True)
    butir = sidik()
    Informasi.objects.all()[0].edisi.create(versi=9)
    draf = sidik()

    assert len({awal, unit, butir}) == 3
    assert draf == butir
