"""The commands `tenggat` and `muat_acuan`."""

import json
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils.translation import gettext

from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import HariLibur, Instansi, VersiKalender

BERKAS_ACUAN = sorted((settings.BASE_DIR / "data" / "acuan" / "kalender").glob("*.json"))


def tenggat(*argumen):
    """Return what the command wrote: standard output and standard error."""
    keluar, galat = StringIO(), StringIO()
    call_command("tenggat", *argumen, stdout=keluar, stderr=galat)
    return keluar.getvalue(), galat.getvalue()


# --- tenggat


@pytest.mark.parametrize(
    ("argumen", "hasil"),
    [
        (["2025-03-21", "10"], "2025-04-15"),
        (["2026-12-31", "30", "--mundur"], "2026-11-17"),
        (["2025-08-06", "10", "--per", "2025-08-06"], "2025-08-20"),
        (["2025-08-06", "10", "--per", "2025-08-07"], "2025-08-21"),
        (["2026-05-08", "14", "--satuan", "hari_kalender"], "2026-05-22"),
        (["2026-05-22", "14", "--satuan", "hari_kalender", "--mundur"], "2026-05-08"),
        (["2025-12-31", "3", "--satuan", "bulan"], "2026-03-31"),
        (["2026-03-31", "3", "--satuan", "bulan", "--mundur"], "2025-12-31"),
    ],
)
def test_tenggat_mencetak_hari_terakhir_saja(acuan, argumen, hasil):
    assert tenggat(*argumen) == (f"{hasil}\n", "")


def test_tenggat_menjelaskan_setiap_hari(acuan):
    keluar, _galat = tenggat("2025-04-16", "2", "--jelaskan")

    assert keluar.splitlines() == [
        "2025-04-21",
        "Rabu, 16 April 2025: hari ke-0, tidak dihitung",
        "Kamis, 17 April 2025: hari ke-1",
        "Jumat, 18 April 2025: dilewati, Wafat Yesus Kristus",
        "Sabtu, 19 April 2025: dilewati, Sabtu",
        "Minggu, 20 April 2025: dilewati, Kebangkitan Yesus Kristus (Paskah)",
        "Senin, 21 April 2025: hari ke-2",
    ]


def test_tenggat_menjelaskan_hitungan_mundur(acuan):
    keluar, _galat = tenggat("2026-12-31", "4", "--mundur", "--jelaskan")

    assert keluar.splitlines() == [
        "2026-12-23",
        "Kamis, 31 Desember 2026: hari ke-0, tidak dihitung",
        "Rabu, 30 Desember 2026: hari ke-1",
        "Selasa, 29 Desember 2026: hari ke-2",
        "Senin, 28 Desember 2026: hari ke-3",
        "Minggu, 27 Desember 2026: dilewati, Minggu",
        "Sabtu, 26 Desember 2026: dilewati, Sabtu",
        "Jumat, 25 Desember 2026: dilewati, Natal",
        "Kamis, 24 Desember 2026: dilewati, Cuti bersama Natal",
        "Rabu, 23 Desember 2026: hari ke-4",
    ]


def test_tenggat_hari_kalender_tidak_melewati_apa_pun(acuan):
    keluar, _galat = tenggat("2026-05-08", "2", "--satuan", "hari_kalender", "--jelaskan")

    assert keluar.splitlines()[2:] == [
        "Sabtu, 9 Mei 2026: hari ke-1",
        "Minggu, 10 Mei 2026: hari ke-2",
    ]


def test_tenggat_memperingatkan_tahun_yang_belum_resmi(acuan):
    keluar, galat = tenggat("2026-12-18", "10")

    assert keluar == "2027-01-07\n"
    assert galat == "Peringatan: kalender 2027 belum resmi; hasil ini masih sementara.\n"


def test_tenggat_tidak_memperingatkan_bila_hari_libur_tidak_berpengaruh(acuan):
    assert tenggat("2026-12-18", "30", "--satuan", "hari_kalender") == ("2027-01-17\n", "")


TANGGAL_SALAH = "“%s” bukan tanggal. Tulis tahun-bulan-hari, misalnya 2025-03-21."
LAMA_SALAH = "“%s” bukan lama waktu. Tulis bilangan bulat 1 sampai 3660."
SATUAN_SALAH = "“%s” bukan satuan. Pilih: hari_kerja, hari_kalender, bulan."


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ([], TANGGAL_SALAH % ""),
        (["21-03-2025", "10"], TANGGAL_SALAH % "21-03-2025"),
        (["2025-02-30", "10"], TANGGAL_SALAH % "2025-02-30"),
        (["20250321", "10"], TANGGAL_SALAH % "20250321"),
        (["2025-03-21"], LAMA_SALAH % ""),
        (["2025-03-21", "sepuluh"], LAMA_SALAH % "sepuluh"),
        (["2025-03-21", "0"], LAMA_SALAH % "0"),
        (["2025-03-21", "-5"], LAMA_SALAH % "-5"),
        (["2025-03-21", "3661"], LAMA_SALAH % "3661"),
        (["2025-03-21", "10", "--satuan", "minggu"], SATUAN_SALAH % "minggu"),
        (["2025-03-21", "10", "--satuan"], SATUAN_SALAH % ""),
        (["2025-03-21", "10", "--per", "kemarin"], TANGGAL_SALAH % "kemarin"),
        (["2025-03-21", "10", "--per"], TANGGAL_SALAH % ""),
        (["9999-12-30", "10"], "Hasilnya di luar jangkauan penanggalan."),
        (["9999-12-30", "1", "--satuan", "bulan"], "Hasilnya di luar jangkauan penanggalan."),
        (["0001-01-01", "9", "--mundur"], "Hasilnya di luar jangkauan penanggalan."),
    ],
)
def test_tenggat_menolak_isian_yang_salah_dengan_kode_2(acuan, argumen, kata):
    with pytest.raises(CommandError) as galat:
        tenggat(*argumen)

    assert (str(galat.value), galat.value.returncode) == (kata, 2)


# --- muat_acuan


def _muat(folder=None):
    keluar = StringIO()
    call_command("muat_acuan", *(["--folder", str(folder)] if folder else []), stdout=keluar)
    return keluar.getvalue().splitlines()


def _tulis(folder, nama="a.json", **ganti):
    isi = {
        "tahun": 2026,
        "dasar": "SKB Uji",
        "ditetapkan": "2025-09-19",
        "pasti": True,
        "sumber": "uji",
        "hari": [{"tanggal": "2026-01-01", "nama": "Tahun Baru", "jenis": "nasional"}],
    }
    berkas = folder / nama
    berkas.write_text(json.dumps(isi | ganti))
    return berkas


def test_muat_acuan_memberlakukan_setiap_berkas(db):
    baris = _muat()

    assert baris[0] == "2017-skb-akhir.json: 2017 diberlakukan, 24 hari."
    assert baris[-1] == "Instansi: baris bawaan dibuat."
    assert len(baris) == len(BERKAS_ACUAN) + 1
    assert VersiKalender.objects.filter(diberlakukan_pada=None).count() == 0
    assert Instansi.objects.get().nama_badan == "Kabupaten Contoh"


def test_muat_acuan_aman_diulang(db):
    _muat()
    sebelum = list(VersiKalender.objects.values()), list(HariLibur.objects.values())

    baris = _muat()

    assert baris == [*(f"{b.name}: sudah ada." for b in BERKAS_ACUAN), "Instansi: sudah ada."]
    assert (list(VersiKalender.objects.values()), list(HariLibur.objects.values())) == sebelum


def test_muat_acuan_tidak_menimpa_instansi(db):
    Instansi.objects.create(pk=1, nama_badan="Kabupaten Lain")

    _muat()

    assert Instansi.objects.get().nama_badan == "Kabupaten Lain"


def test_berkas_baru_menjadi_versi_baru_yang_berlaku(db, tmp_path):
    _tulis(tmp_path)
    _muat(tmp_path)
    baru = {"tanggal": "2026-01-02", "nama": "Cuti bersama", "jenis": "cuti_bersama"}
    _tulis(tmp_path, "b.json", dasar="SKB Perubahan", ditetapkan="2026-01-01", hari=[baru])

    baris = _muat(tmp_path)

    assert baris[:2] == ["a.json: sudah ada.", "b.json: 2026 diberlakukan, 1 hari."]
    assert set(kalender_berlaku().libur) == {date(2026, 1, 2)}
    assert set(kalender_berlaku(date(2025, 12, 31)).libur) == {date(2026, 1, 1)}


def test_berkas_yang_berubah_tidak_mengubah_kalender_yang_berlaku(db, tmp_path):
    _tulis(tmp_path)
    _muat(tmp_path)
    _tulis(tmp_path, hari=[])

    baris = _muat(tmp_path)

    assert baris[0] == "a.json: sudah ada dan berbeda; yang ada tidak diubah."
    assert set(kalender_berlaku().libur) == {date(2026, 1, 1)}


def test_perkiraan_kalah_oleh_skb_yang_terbit_kemudian(acuan, tmp_path):
    _tulis(tmp_path, tahun=2027, ditetapkan="2026-09-15", hari=[])

    _muat(tmp_path)

    assert 2027 in kalender_berlaku().tahun_pasti
    assert [h for h in kalender_berlaku().libur if h.year == 2027] == []


HARI = {"tanggal": "2026-01-01", "nama": "Tahun Baru", "jenis": "nasional"}


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"hari": [HARI, HARI]}, "a.json: tidak terbaca (ada tanggal yang tertulis dua kali)."),
        ({"hari": [{"tanggal": "2026-01-01"}]}, "a.json: tanpa isian 'nama'."),
        ({"hari": [HARI | {"tanggal": "2025-12-31"}]}, "a.json: Ada hari libur di luar tahun kalender ini."),
        ({"dasar": ""}, f"a.json: dasar: {gettext('This field cannot be blank.')}"),
        ({"ditetapkan": 5}, "a.json: tidak terbaca (fromisoformat: argument must be str)."),
        ({"hari": [HARI | {"jenis": "lain"}]}, f"a.json: jenis: {gettext('Value %(value)r is not a valid choice.') % {'value': 'lain'}}"),
    ],
)  # fmt: skip
def test_berkas_acuan_yang_cacat_ditolak_seluruhnya(db, tmp_path, ganti, kata):
    _tulis(tmp_path, "0.json", tahun=2025, hari=[])
    _tulis(tmp_path, **ganti)

    with pytest.raises(CommandError) as galat:
        _muat(tmp_path)

    assert str(galat.value) == kata
    assert VersiKalender.objects.count() == 0


def test_folder_tanpa_berkas_acuan_ditolak(db, tmp_path):
    with pytest.raises(CommandError) as galat:
        _muat(tmp_path)

    assert str(galat.value) == f"Tidak ada berkas JSON di {tmp_path}."
