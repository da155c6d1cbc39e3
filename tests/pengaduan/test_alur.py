"""The table of the complaint is closed: every row has a basis, every word is used."""

from datetime import date

import pytest
from django.template.loader import get_template

from pengaduan.alur import ALUR_PENGADUAN, TERUSAN
from pengaduan.enums import Aksi, Klasifikasi, Status
from pengaduan.notifikasi import PEMBERITAHUAN, TEKS_PELAPOR
from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Milik, Satuan
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH

HK, HKAL = Satuan.HARI_KERJA, Satuan.HARI_KALENDER
PADA = date(2026, 4, 6)


def test_setiap_baris_berdasar():
    assert [baris.aksi for baris in ALUR_PENGADUAN.transisi if not baris.dasar] == []


def test_setiap_status_dipakai():
    assert ALUR_PENGADUAN.status == set(Status)


def test_setiap_aksi_dipakai():
    assert {baris.aksi for baris in ALUR_PENGADUAN.transisi} == set(Aksi)


def test_status_akhir_tepat():
    assert ALUR_PENGADUAN.akhir == {
        Status.BUKAN_KEWENANGAN,
        Status.ARSIP,
        Status.DIALIHKAN_KE_PERMOHONAN,
    }


def test_jalan_antar_status_tepat_seperti_b4():
    jalan = {(dari, ke) for dari, ke in ALUR_PENGADUAN.langkah if dari != ke}
    assert jalan == {
        (BELUM_ADA, "baru"),
        (BELUM_ADA, "wbs"),
        ("baru", "dikembalikan"),
        ("baru", "terverifikasi"),
        ("baru", "bukan_kewenangan"),
        ("baru", "arsip"),
        ("baru", "dialihkan_ke_permohonan"),
        ("baru", "wbs"),
        ("dikembalikan", "baru"),
        ("dikembalikan", "arsip"),
        ("dikembalikan", "wbs"),
        ("terverifikasi", "diproses"),
        ("terverifikasi", "bukan_kewenangan"),
        ("terverifikasi", "arsip"),
        ("terverifikasi", "dialihkan_ke_permohonan"),
        ("terverifikasi", "wbs"),
        ("diproses", "terverifikasi"),
        ("diproses", "ditanggapi"),
        ("diproses", "dialihkan_ke_permohonan"),
        ("diproses", "wbs"),
        ("ditanggapi", "diproses"),
        ("ditanggapi", "selesai"),
        ("ditanggapi", "wbs"),
        ("selesai", "diproses"),
        ("selesai", "wbs"),
        ("wbs", "selesai"),
    }


def test_laporan_tertutup_hanya_di_tangan_inspektorat_pelapor_dan_sistem():
    pelaku = {p for b in ALUR_PENGADUAN.transisi if Status.WBS in b.dari for p in b.oleh}
    assert pelaku == {Peran.INSPEKTORAT, Peran.PELAPOR}


@pytest.mark.parametrize(
    ("kunci", "panjang", "satuan", "tanda"),
    [
        ("verifikasi", 3, HK, "found"),  # A40
        ("respons", 5, HK, "found"),  # A41
        ("diam", 10, HK, "found"),  # A42
        ("informasi", 5, HK, "found"),  # A43
        ("pengaduan", 14, HK, "found"),  # A44
        ("pengawasan", 60, HK, "found"),  # A45
        ("ringan", 2, HK, "local"),  # A46
        ("aspirasi", 14, HK, "local"),  # A47
        ("uu25_jawab", 14, HKAL, "recalled"),  # A50
        ("uu25_lengkapi", 30, HKAL, "recalled"),  # A51
        ("uu25_putusan", 60, HKAL, "recalled"),  # A52
        ("lengkapi", 10, HK, "local"),  # B4
        ("buka_kembali", 30, HKAL, "local"),  # B4, K20
        ("pratutup", 3, HK, "local"),
        ("respons_ulang", 5, HK, "local"),
    ],
)
def test_tenggat_menurut_tabel(kunci, panjang, satuan, tanda):
    tenggat = ALUR_PENGADUAN.tenggat[kunci]
    assert (tenggat.panjang(PADA), tenggat.satuan, tenggat.tanda) == (panjang, satuan, tanda)


def test_tidak_ada_tenggat_lain():
    assert len(ALUR_PENGADUAN.tenggat) == 15


def test_jendela_pelapor_milik_pelapor():
    milik = {t.kunci for t in ALUR_PENGADUAN.tenggat.values() if t.milik == Milik.PEMOHON}
    assert milik == {"lengkapi", "uu25_lengkapi", "diam", "pratutup", "buka_kembali"}


def test_verifikasi_memilih_klasifikasi():
    assert {aksi: kelas for aksi, (kelas, _tenggat) in TERUSAN.items()} == {
        Aksi.TERUSKAN_PENGADUAN: Klasifikasi.TIDAK_BERKADAR,
        Aksi.TERUSKAN_RINGAN: Klasifikasi.TIDAK_BERKADAR,
        Aksi.TERUSKAN_ASPIRASI: Klasifikasi.ASPIRASI,
        Aksi.TERUSKAN_INFORMASI: Klasifikasi.INFORMASI,
    }


def test_setiap_langkah_dikabarkan():
    assert set(PEMBERITAHUAN) == {*Aksi, KALENDER_BERUBAH}


@pytest.mark.parametrize(
    "aksi",
    [
        aksi
        for aksi, peran in PEMBERITAHUAN.items()
        if Peran.PELAPOR in peran and aksi not in {Aksi.AJUKAN_TERTUTUP, Aksi.SEGEL}
    ],
)
def test_langkah_yang_dikabarkan_kepada_pelapor_punya_teks(aksi):
    nama = f"pengaduan/email/{TEKS_PELAPOR.get(aksi, aksi)}.txt"
    assert get_template(nama).template.name == nama


def test_hanya_baris_yang_mengubah_keadaan_dihitung_berpindah():
    tetap = {b.aksi for b in ALUR_PENGADUAN.transisi if b.ke == TETAP}
    assert tetap == {Aksi.INSTRUKSIKAN, Aksi.BERITAHU_TUTUP, Aksi.TANGGAPI, Aksi.BALAS}
