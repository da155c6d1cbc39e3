"""The explained clock: its sentence on each kind of day, its cells, its blanks."""

from datetime import date

import pytest

from ppid_portal.kernel.jam import HariJam, KeadaanHari, jam_hitung, jam_jangka, susun
from tests.kernel.contoh_perkara import jangka, permohonan_lengkap

MULAI, BATAS = date(2025, 8, 13), date(2025, 8, 19)  # Wed, Tue: three working days


@pytest.fixture
def jam(kalender_acuan, db):
    def pada(hari_ini, mulai=MULAI, batas=BATAS, panjang=3):
        return susun(
            kalender_acuan, judul="Jawaban", mulai=mulai, batas=batas, panjang=panjang,
            hari_ini=hari_ini, dasar="ps. 22",
        )  # fmt: skip

    return pada


@pytest.mark.parametrize(
    ("hari_ini", "kalimat"),
    [
        ("2025-08-13", "Mulai dihitung pada hari kerja berikutnya. Paling lambat Selasa, 19 Agustus 2025."),
        ("2025-08-14", "Hari ke-1 dari 3. Paling lambat Selasa, 19 Agustus 2025."),
        ("2025-08-15", "Hari ke-2 dari 3. Paling lambat Selasa, 19 Agustus 2025."),
        ("2025-08-16", "Hari ke-2 dari 3. Paling lambat Selasa, 19 Agustus 2025."),  # Sat
        ("2025-08-18", "Hari ke-2 dari 3. Paling lambat Selasa, 19 Agustus 2025."),  # cuti
        ("2025-08-19", "Hari ini hari terakhir, Selasa, 19 Agustus 2025."),
        ("2025-08-20", "Batasnya sudah lewat: Selasa, 19 Agustus 2025."),
    ],
)  # fmt: skip
def test_kalimat_menurut_hari(jam, hari_ini, kalimat):
    assert jam(date.fromisoformat(hari_ini)).kalimat == kalimat


def test_hari_libur_sesudah_hari_nol_belum_dihitung(jam):
    sabtu = jam(date(2025, 6, 8), mulai=date(2025, 6, 7), batas=date(2025, 6, 11), panjang=2)

    assert sabtu.kalimat == (
        "Mulai dihitung pada hari kerja berikutnya. Paling lambat Rabu, 11 Juni 2025."
    )


def test_setiap_sel_menyebut_keadaannya(jam):
    keadaan = KeadaanHari
    libur = "Proklamasi Kemerdekaan RI"

    assert jam(date(2025, 8, 15)).hari == (
        HariJam(date(2025, 8, 13), 0, "", keadaan.AWAL, False),
        HariJam(date(2025, 8, 14), 1, "", keadaan.LALU, False),
        HariJam(date(2025, 8, 15), 2, "", keadaan.KINI, True),
        HariJam(date(2025, 8, 16), None, "Sabtu", keadaan.LIBUR, False),
        HariJam(date(2025, 8, 17), None, libur, keadaan.LIBUR, False),
        HariJam(date(2025, 8, 18), None, f"Cuti bersama {libur}", keadaan.LIBUR, False),
        HariJam(date(2025, 8, 19), 3, "", keadaan.BATAS, False),
    )


def test_hari_depan_dan_hari_ini_yang_libur(jam):
    keadaan = {h.tanggal.day: (h.keadaan, h.hari_ini) for h in jam(date(2025, 8, 14)).hari}
    libur = {h.tanggal.day: (h.keadaan, h.hari_ini) for h in jam(date(2025, 8, 17)).hari}

    assert keadaan[15] == (KeadaanHari.DEPAN, False)
    assert libur[17] == (KeadaanHari.LIBUR, True)


@pytest.mark.parametrize(
    ("mulai", "kosong"),
    [("2025-08-11", 0), ("2025-08-13", 2), ("2025-08-15", 4), ("2025-08-16", 5), ("2025-08-17", 6)],
)
def test_sel_kosong_sebelum_hari_nol(jam, mulai, kosong):
    hari = date.fromisoformat(mulai)

    assert jam(hari, mulai=hari).kosong_awal == kosong


@pytest.mark.parametrize(
    ("mulai", "batas", "keterangan"),
    [
        ("2025-08-04", "2025-08-06", "Akhir pekan tidak dihitung."),
        ("2025-08-13", "2025-08-19",
         "Proklamasi Kemerdekaan RI, Cuti bersama Proklamasi Kemerdekaan RI dan akhir pekan tidak dihitung."),
        ("2025-03-27", "2025-04-09", "Hari libur, cuti bersama, dan akhir pekan tidak dihitung."),
    ],
)  # fmt: skip
def test_keterangan_menyebut_setiap_libur_sekali(jam, mulai, batas, keterangan):
    mulai, batas = date.fromisoformat(mulai), date.fromisoformat(batas)

    assert jam(mulai, mulai=mulai, batas=batas).keterangan == keterangan


def test_sementara_dan_lewat(jam):
    akhir_tahun = jam(date(2026, 12, 21), mulai=date(2026, 12, 18), batas=date(2027, 1, 7))
    pasti = jam(date(2025, 8, 20))

    assert (akhir_tahun.sementara, akhir_tahun.lewat) == (True, False)
    assert (pasti.sementara, pasti.lewat, pasti.dasar) == (False, True, "ps. 22")


def test_jam_hitung_memakai_kalender_yang_berlaku(acuan):
    jam = jam_hitung(date(2025, 3, 21), 10, date(2025, 3, 24), "Hitung")

    assert (jam.judul, jam.batas) == ("Hitung", date(2025, 4, 15))
    assert jam.kalimat == "Hari ke-1 dari 10. Paling lambat Selasa, 15 April 2025."


def test_jam_perkara_menurut_tenggatnya(acuan):
    balasan = jangka(permohonan_lengkap(date(2025, 8, 6)), "balasan")

    jam = jam_jangka(balasan, date(2025, 8, 7))

    assert (jam.mulai, jam.batas, jam.dasar) == (balasan.mulai, balasan.batas, balasan.dasar)
    assert jam.kalimat == "Hari ke-1 dari 10. Paling lambat Kamis, 21 Agustus 2025."


@pytest.mark.parametrize("satuan", ["hari_kalender", "bulan"])
def test_jam_hanya_untuk_hari_kerja(acuan, satuan):
    balasan = jangka(permohonan_lengkap(date(2025, 8, 6)), "balasan")
    balasan.satuan = satuan

    assert jam_jangka(balasan, date(2025, 8, 7)) is None
