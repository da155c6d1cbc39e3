"""Every spelling of the real list, brought to the register's words."""

import csv

import pytest

from informasi.rules import bakuan
from tests.informasi.conftest import DIP

RETENSI = {
    "": ("tidak_disebut", None),
    "-": ("tidak_disebut", None),
    "Setiap Saat": ("tidak_disebut", None),
    "Seketika": ("tidak_disebut", None),
    "Selama Berlaku": ("selama_berlaku", None),
    "selama masih berlaku": ("selama_berlaku", None),
    "Selama Relevan": ("selama_berlaku", None),
    "Aktif": ("selama_berlaku", None),
    "Selama proses berlangsung": ("selama_proses", None),
    "Selamanya": ("permanen", None),
    "5 Tahun": ("bulan", 60),
    "5 tahun": ("bulan", 60),
    "5 (lima) tahun": ("bulan", 60),
    "10 Tahun": ("bulan", 120),
    "3 Tahun": ("bulan", 36),
    "2 tahun": ("bulan", 24),
    "1 Tahun": ("bulan", 12),
    "12 bulan": ("bulan", 12),
    "6 Bulan": ("bulan", 6),
    "3 Bulan": ("bulan", 3),
}
RETENSI_LAIN = {
    "Permanen": ("permanen", None),
    "Selama Menjabat": ("selama_menjabat", None),
    "lima tahun": ("bulan", 60),
    "1 tahun 6 bulan": ("bulan", 18),
    "2 thn": ("bulan", 24),
    "0 tahun": ("tidak_disebut", None),
    "5000 tahun": ("tidak_disebut", None),
    "tidak aktif": ("tidak_disebut", None),
}
BENTUK = {
    "": [],
    "-": [],
    "Softcopy": ["softcopy"],
    "Soft Copy": ["softcopy"],
    "SOFTCOPY": ["softcopy"],
    "Softfile": ["softcopy"],
    "Softcopy (tautan Google Drive)": ["softcopy"],
    "Softcopy (PDF)": ["softcopy", "pdf"],
    "HARDCOPY+SOFTCOPY": ["softcopy", "hardcopy"],
    "softcopy dan hardcopy": ["softcopy", "hardcopy"],
    "Softcopy & Hardcopy": ["softcopy", "hardcopy"],
    "Softcopy & Online": ["softcopy", "laman"],
    "Softcopy & Brosur": ["softcopy", "brosur"],
    "Softcopy & Dashboard Web": ["softcopy", "laman"],
    "Softcopy & Online Portal": ["softcopy", "laman"],
    "Softcopy & Media Sosial": ["softcopy", "media_sosial"],
    "Softcopy & Portal LPSE": ["softcopy", "laman"],
    "Softcopy & Multimedia": ["softcopy", "multimedia"],
    "Softcopy & Infografis": ["softcopy", "infografis"],
    "Softcopy, Website & Media Sosial": ["softcopy", "laman", "media_sosial"],
    "Softcopy, Website & Pengumuman": ["softcopy", "laman", "papan_pengumuman"],
    "Infografis & Papan Pengumuman": ["infografis", "papan_pengumuman"],
    "PDF": ["pdf"],
    "PDF, Excel": ["pdf", "excel"],
    "Dokumen": ["dokumen"],
    "Website": ["laman"],
    "Website, Dokumen": ["dokumen", "laman"],
    "Website, Media Sosial": ["laman", "media_sosial"],
}
KELAS = {
    "Berkala": "berkala",
    "Setiap Saat": "setiap_saat",
    "Serta Merta": "serta_merta",
    "Dikecualikan": "dikecualikan",
    "serta-merta": "serta_merta",
    "Informasi yang wajib disediakan dan diumumkan secara berkala": "berkala",
    "INFORMASI TERSEDIA SETIAP SAAT": "setiap_saat",
    "Informasi yang Dikecualikan": "dikecualikan",
    "setiap_saat": "setiap_saat",
    "Rahasia": None,
    "": None,
    "Berkala / Setiap Saat": None,
}


def sel(kolom):
    with DIP.open(encoding="utf-8") as berkas:
        return {baris[kolom] for baris in csv.DictReader(berkas)}


@pytest.mark.parametrize(("kolom", "tabel"), [("jangka_simpan", RETENSI), ("bentuk", BENTUK)])
def test_tabel_memuat_setiap_ejaan_di_daftar_nyata(kolom, tabel):
    assert sel(kolom) == set(tabel)


@pytest.mark.parametrize(("teks", "baku"), (RETENSI | RETENSI_LAIN).items())
def test_jangka_simpan_dibakukan(teks, baku):
    assert bakuan.retensi(teks) == baku


@pytest.mark.parametrize(("teks", "baku"), BENTUK.items())
def test_bentuk_dibakukan(teks, baku):
    assert bakuan.bentuk(teks) == baku


@pytest.mark.parametrize(("teks", "baku"), KELAS.items())
def test_kelas_dibakukan(teks, baku):
    assert bakuan.kelas(teks) == baku


@pytest.mark.parametrize(
    ("teks", "tahun"),
    [("2025", 2025), ("2025/2026", 2025), ("Februari 2024", 2024), ("", None), ("12345", None)],
)
def test_tahun_dikenali(teks, tahun):
    assert bakuan.tahun(teks) == tahun
