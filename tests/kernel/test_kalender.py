"""The test vectors of the statute (hukum J), the calendar's own rules, and an independent reckoning."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid_portal.kernel.alur import Satuan, hitung_batas
from ppid_portal.kernel.kalender import Hari, JenisLibur, Kalender, Libur, TerimaHariLibur
from tests.kernel.conftest import SEBELUM_SKB_AGUSTUS

pytestmark = pytest.mark.django_db  # the calendar is read from the database once a session

# --- the calendars: typed here from the decrees, and the one that muat_acuan put into the database

NASIONAL = {
    2024: "1/1 8/2 10/2 14/2 11/3 29/3 31/3 10/4 11/4 1/5 9/5 23/5 1/6 17/6 7/7 17/8 16/9 27/11 25/12",
    2025: "1/1 27/1 29/1 29/3 31/3 1/4 18/4 20/4 1/5 12/5 29/5 1/6 6/6 27/6 17/8 5/9 25/12",
    2026: "1/1 16/1 17/2 19/3 21/3 22/3 3/4 5/4 1/5 14/5 27/5 31/5 1/6 16/6 17/8 25/8 25/12",
    2027: "1/1 5/1",  # as far as T32 needs it
}
CUTI_BERSAMA = {
    2024: "9/2 12/3 8/4 9/4 12/4 15/4 10/5 24/5 18/6 26/12",
    2025: "28/1 28/3 2/4 3/4 4/4 7/4 13/5 30/5 9/6 18/8 26/12",
    2026: "16/2 18/3 20/3 23/3 24/3 15/5 28/5 24/12",
}
CUTI_18_AGUSTUS = date(2025, 8, 18)


def _hari(daftar):
    for tahun, baris in daftar.items():
        for satu in baris.split():
            hari, bulan = satu.split("/")
            yield date(tahun, int(bulan), int(hari))


def _polos(tanpa=()):
    libur = {h: Libur("libur nasional") for h in _hari(NASIONAL)}
    libur |= {h: Libur("cuti bersama", JenisLibur.CUTI_BERSAMA) for h in _hari(CUTI_BERSAMA)}
    return Kalender(
        libur={h: alasan for h, alasan in libur.items() if h not in tanpa},
        tahun_pasti=frozenset({2024, 2025, 2026}),
    )


@pytest.fixture(params=["polos", "basis_data"])
def kalender(request):
    if request.param == "polos":
        return _polos()
    return request.getfixturevalue("kalender_acuan")


@pytest.fixture(params=["polos", "basis_data"])
def kalender_lama(request):
    """The calendar as it was known on 6 August 2025."""
    if request.param == "polos":
        return _polos(tanpa={CUTI_18_AGUSTUS})
    return request.getfixturevalue("kalender_menurut_hari")[SEBELUM_SKB_AGUSTUS]


def tgl(teks):
    return date.fromisoformat(teks)


# --- hukum J; each row: day 0, days, last day, last day if cuti bersama were worked

VEKTOR = [
    ("T1", "2024-02-06", 10, "2024-02-23", "2024-02-22"),  # Tue; Fri, Thu
    ("T1 +7", "2024-02-06", 17, "2024-03-05", "2024-03-04"),  # Tue, Mon
    ("T3", "2024-06-14", 10, "2024-07-02", "2024-07-01"),  # Fri; Tue, Mon
    ("T3 +7", "2024-06-14", 17, "2024-07-11", "2024-07-10"),  # Thu, Wed
    ("T4", "2024-11-20", 10, "2024-12-05", "2024-12-05"),  # Wed; Thu
    ("T4 +7", "2024-11-20", 17, "2024-12-16", "2024-12-16"),  # Mon
    ("T6", "2025-03-10", 10, "2025-03-24", "2025-03-24"),  # Mon; Mon
    ("T6 +7", "2025-03-10", 17, "2025-04-11", "2025-04-04"),  # Fri, Fri
    ("T7", "2025-03-21", 10, "2025-04-15", "2025-04-08"),  # Fri; Tue, Tue
    ("T7 +7", "2025-03-21", 17, "2025-04-25", "2025-04-17"),  # Fri, Thu
    ("T9", "2025-05-09", 10, "2025-05-27", "2025-05-26"),  # Fri; Tue, Mon
    ("T9 +7", "2025-05-09", 17, "2025-06-11", "2025-06-05"),  # Wed, Thu
    ("T10", "2025-06-07", 10, "2025-06-23", "2025-06-20"),  # Sat; Mon, Fri
    ("T10 +7", "2025-06-07", 17, "2025-07-03", "2025-07-02"),  # Thu, Wed
    ("T11 setelah SKB Agustus", "2025-08-06", 10, "2025-08-21", "2025-08-20"),  # Wed; Thu, Wed
    ("T11 +7", "2025-08-06", 17, "2025-09-01", None),  # Mon
    ("T12", "2025-12-19", 10, "2026-01-07", "2026-01-06"),  # Fri; Wed, Tue
    ("T12 +7", "2025-12-19", 17, "2026-01-19", "2026-01-15"),  # Mon, Thu
    ("T15", "2026-03-17", 10, "2026-04-08", "2026-04-01"),  # Tue; Wed, Wed
    ("T15 +7", "2026-03-17", 17, "2026-04-17", "2026-04-13"),  # Fri, Mon
    ("T17", "2026-03-16", 3, "2026-03-26", None),  # Mon; Thu
    ("T18", "2026-03-25", 3, "2026-03-30", None),  # Wed; Mon
    ("T19 sejak diterima", "2026-03-16", 10, "2026-04-07", None),  # Mon; Tue
    ("T19 sejak lengkap", "2026-03-30", 10, "2026-04-14", None),  # Mon; Tue
    ("T20", "2025-02-26", 30, "2025-04-21", "2025-04-11"),  # Wed; Mon, Fri
    ("T23", "2025-12-18", 14, "2026-01-12", None),  # Thu; Mon
    ("T25 hari kerja", "2026-05-08", 14, "2026-06-04", None),  # Fri; Thu
    ("T27", "2026-04-10", 10, "2026-04-24", None),  # Fri; Fri
    ("T32", "2026-12-18", 10, "2027-01-07", None),  # Fri; Thu
    ("T32 +7", "2026-12-18", 17, "2027-01-18", None),  # Mon
]
BARIS = [pytest.param(*isi, id=kasus) for kasus, *isi in VEKTOR]
BARIS_CUTI = [
    pytest.param(mulai, hari, cuti, id=kasus) for kasus, mulai, hari, _b, cuti in VEKTOR if cuti
]


@pytest.mark.parametrize(("mulai", "hari", "batas", "_cuti"), BARIS)
def test_batas_menurut_hukum_j(kalender, mulai, hari, batas, _cuti):
    assert kalender.tambah(tgl(mulai), hari) == tgl(batas)


@pytest.mark.parametrize(("mulai", "hari", "batas_cuti"), BARIS_CUTI)
def test_batas_bila_cuti_bersama_dihitung_hari_kerja(kalender, mulai, hari, batas_cuti):
    bekerja = replace(kalender, cuti_bersama_bekerja=True)

    assert bekerja.tambah(tgl(mulai), hari) == tgl(batas_cuti)


@pytest.mark.parametrize(
    ("aturan", "hari_nol", "batas"),
    [
        (TerimaHariLibur.APA_ADANYA, "2025-06-07", "2025-06-23"),  # T10: Sat; Mon
        (TerimaHariLibur.HARI_KERJA_BERIKUT, "2025-06-10", "2025-06-24"),  # T10b: Tue; Tue
    ],
)
def test_diterima_pada_hari_libur(kalender, aturan, hari_nol, batas):
    diterima = kalender.diterima(date(2025, 6, 7), aturan)  # Sat

    assert (diterima, kalender.tambah(diterima, 10)) == (tgl(hari_nol), tgl(batas))


@pytest.mark.parametrize("aturan", list(TerimaHariLibur))
def test_diterima_pada_hari_kerja_tetap_hari_itu(kalender, aturan):
    assert kalender.diterima(date(2025, 6, 10), aturan) == date(2025, 6, 10)  # Tue


def test_t11_kalender_sebelum_skb_agustus(kalender_lama):
    assert kalender_lama.tambah(date(2025, 8, 6), 10) == date(2025, 8, 20)  # Wed; Wed


def test_t25_hari_kalender_lebih_cepat_daripada_hari_kerja(kalender):
    putusan = date(2026, 5, 8)  # Fri

    assert hitung_batas(kalender, putusan, 14, Satuan.HARI_KALENDER) == date(2026, 5, 22)  # Fri
    assert hitung_batas(kalender, putusan, 14, Satuan.HARI_KERJA) == date(2026, 6, 4)  # Thu


def test_t28_hitung_mundur_tanpa_hari_akhir(kalender):
    assert kalender.mundur(date(2026, 12, 31), 30) == date(2026, 11, 17)  # Thu; Tue


@pytest.mark.parametrize(
    ("mulai", "bulan", "batas"),
    [
        ("2025-12-31", 3, "2026-03-31"),  # T29
        ("2025-11-30", 3, "2026-02-28"),  # no 30 February
        ("2023-11-30", 3, "2024-02-29"),  # leap year
        ("2025-12-15", 1, "2026-01-15"),
        ("2025-12-31", 12, "2026-12-31"),
        ("2026-03-31", -1, "2026-02-28"),
    ],
)
def test_bulan_dihitung_menurut_kalender(kalender, mulai, bulan, batas):
    assert hitung_batas(kalender, tgl(mulai), bulan, Satuan.BULAN) == tgl(batas)


def test_t32_menyentuh_tahun_yang_belum_resmi(kalender):
    mulai = date(2026, 12, 18)  # Fri

    assert kalender.sementara(mulai, kalender.tambah(mulai, 10)) is True  # into 2027
    assert kalender.sementara(mulai, kalender.tambah(mulai, 3)) is False  # Wed 23 December


def test_nama_keputusan_dicatat_per_tahun(kalender_acuan):
    assert kalender_acuan.versi_untuk(date(2025, 12, 19), date(2026, 1, 7)) == (
        "2025: SKB 933/1/3 Tahun 2025 (perubahan atas SKB 1017/2/2 Tahun 2024); "
        "2026: SKB 1497/2/5 Tahun 2025"
    )
    assert kalender_acuan.versi_untuk(date(2027, 1, 1), date(2028, 1, 1)) == (
        "2027: Perkiraan 2027 (belum resmi); 2028: belum ada SKB"
    )


# --- reasons


def test_jelaskan_menyebut_setiap_hari_dan_alasannya(kalender_acuan):
    hari = kalender_acuan.jelaskan(date(2025, 4, 16), date(2025, 4, 22))

    assert hari == [
        Hari(date(2025, 4, 16), 0),
        Hari(date(2025, 4, 17), 1),
        Hari(date(2025, 4, 18), None, "Wafat Yesus Kristus"),
        Hari(date(2025, 4, 19), None, "Sabtu"),
        Hari(date(2025, 4, 20), None, "Kebangkitan Yesus Kristus (Paskah)"),
        Hari(date(2025, 4, 21), 2),
        Hari(date(2025, 4, 22), 3),
    ]


def test_pekan_enam_hari_menghitung_sabtu():
    enam = Kalender(pekan=frozenset(range(6)))

    assert enam.tambah(date(2026, 11, 6), 2) == date(2026, 11, 9)  # Fri; Sat, Mon


def test_hari_yang_bukan_bagian_pekan_kerja_disebut_libur_mingguan():
    empat = Kalender(pekan=frozenset({1, 2, 3, 4}))

    assert empat.alasan_libur(date(2026, 11, 9)) == "libur mingguan"  # Mon


def test_cuti_bersama_pada_sabtu_tetap_akhir_pekan_walau_dihitung_bekerja():
    sabtu = date(2026, 11, 7)
    libur = {sabtu: Libur("Cuti bersama", JenisLibur.CUTI_BERSAMA)}

    assert Kalender(libur, cuti_bersama_bekerja=True).alasan_libur(sabtu) == "Sabtu"


# --- the loaded data against the package `holidays`, and working days per year


@pytest.mark.parametrize(
    ("tahun", "hari_kerja"),
    [
        (2017, 239), (2018, 239), (2019, 246), (2020, 243), (2021, 248), (2022, 246),
        (2023, 239), (2024, 238), (2025, 237), (2026, 240), (2027, 242),
    ],
)  # fmt: skip
def test_jumlah_hari_kerja_setahun(kalender_acuan, tahun, hari_kerja):
    assert kalender_acuan.antara(date(tahun - 1, 12, 31), date(tahun, 12, 31)) == hari_kerja


@pytest.mark.parametrize("tahun", range(2017, 2028))
def test_hari_libur_sama_dengan_paket_holidays(kalender_acuan, tahun):
    umum = holidays.country_holidays("ID", years=tahun, categories=("public",))
    bersama = holidays.country_holidays("ID", years=tahun, categories=("government",))
    ada = {h: libur.jenis for h, libur in kalender_acuan.libur.items() if h.year == tahun}

    assert {h for h, jenis in ada.items() if jenis != JenisLibur.CUTI_BERSAMA} == set(umum)
    assert {h for h, jenis in ada.items() if jenis == JenisLibur.CUTI_BERSAMA} == set(bersama)


def test_hanya_2027_yang_belum_resmi(kalender_acuan):
    assert kalender_acuan.tahun_pasti == frozenset(range(2017, 2027))


def test_hari_pemungutan_suara_ditandai(kalender_acuan):
    hari = {h for h, libur in kalender_acuan.libur.items() if libur.jenis == JenisLibur.PEMILU}

    assert hari == {
        date(2017, 2, 15), date(2018, 6, 27), date(2019, 4, 17), date(2020, 12, 9),
        date(2024, 2, 14), date(2024, 11, 27),
    }  # fmt: skip


# --- an independent reckoning: all working days as a sorted list, and places in it

AWAL, AKHIR = date(2016, 6, 1), date(2028, 12, 31)
SEMUA = [AWAL + timedelta(days=n) for n in range((AKHIR - AWAL).days + 1)]
HARI_UJI = st.dates(date(2017, 1, 1), date(2027, 9, 30))
LAMA_UJI = st.integers(1, 40)


def _daftar_kerja(kalender):
    """Return the working days by ISO weekday and plain sets, without asking the calendar."""
    bebas = {
        h
        for h, libur in kalender.libur.items()
        if not (kalender.cuti_bersama_bekerja and libur.jenis is JenisLibur.CUTI_BERSAMA)
    }
    iso = {h + 1 for h in kalender.pekan}
    return [h for h in SEMUA if h.isoweekday() in iso and h not in bebas]


@pytest.fixture(scope="session")
def kerja(kalender_acuan):
    return _daftar_kerja(kalender_acuan)


@st.composite
def kalender_acak(draw):
    """A calendar with any free days, four to six days a week, with and without cuti bersama."""
    hari = draw(st.lists(st.dates(date(2025, 1, 1), date(2025, 3, 31)), max_size=30, unique=True))
    return Kalender(
        libur={h: Libur("libur", draw(st.sampled_from(JenisLibur))) for h in hari},
        pekan=draw(st.sampled_from([frozenset(range(n)) for n in (4, 5, 6)])),
        cuti_bersama_bekerja=draw(st.booleans()),
    )


@given(mulai=HARI_UJI, hari=LAMA_UJI)
def test_tambah_sama_dengan_hitungan_lain(kalender_acuan, kerja, mulai, hari):
    assert kalender_acuan.tambah(mulai, hari) == kerja[bisect_right(kerja, mulai) + hari - 1]


@given(akhir=HARI_UJI, hari=LAMA_UJI)
def test_mundur_sama_dengan_hitungan_lain(kalender_acuan, kerja, akhir, hari):
    assert kalender_acuan.mundur(akhir, hari) == kerja[bisect_left(kerja, akhir) - hari]


@given(mulai=HARI_UJI, jarak=st.integers(-90, 90))
def test_antara_sama_dengan_hitungan_lain(kalender_acuan, kerja, mulai, jarak):
    akhir = mulai + timedelta(days=jarak)

    selisih = bisect_right(kerja, akhir) - bisect_right(kerja, mulai)
    assert kalender_acuan.antara(mulai, akhir) == selisih


@given(kalender=kalender_acak(), mulai=st.dates(date(2025, 1, 1), date(2025, 3, 31)), hari=LAMA_UJI)
def test_kalender_apa_pun_sama_dengan_hitungan_lain(kalender, mulai, hari):
    kerja = _daftar_kerja(kalender)

    assert kalender.tambah(mulai, hari) == kerja[bisect_right(kerja, mulai) + hari - 1]
    assert kalender.mundur(mulai, hari) == kerja[bisect_left(kerja, mulai) - hari]


@given(mulai=HARI_UJI, hari=LAMA_UJI)
def test_tambah_antara_dan_jelaskan_sepakat(kalender_acuan, mulai, hari):
    batas = kalender_acuan.tambah(mulai, hari)
    rinci = kalender_acuan.jelaskan(mulai, batas)

    assert kalender_acuan.antara(mulai, batas) == hari
    assert [h.tanggal for h in rinci] == [
        mulai + timedelta(days=n) for n in range((batas - mulai).days + 1)
    ]
    assert [h.nomor for h in rinci if h.nomor is not None] == list(range(hari + 1))
    assert all(h.alasan for h in rinci if h.nomor is None)


@given(mulai=HARI_UJI, hari=LAMA_UJI)
def test_hari_terakhir_tidak_pernah_hari_libur(kalender_acuan, mulai, hari):
    batas = kalender_acuan.tambah(mulai, hari)

    assert kalender_acuan.alasan_libur(batas) == ""
    assert kalender_acuan.alasan_libur(kalender_acuan.mundur(mulai, hari)) == ""


@given(mulai=HARI_UJI)
def test_sepuluh_lalu_tujuh_sama_dengan_tujuh_belas(kalender_acuan, mulai):
    lanjutan = kalender_acuan.tambah(kalender_acuan.tambah(mulai, 10), 7)

    assert lanjutan == kalender_acuan.tambah(mulai, 17)


@given(mulai=HARI_UJI, hari=LAMA_UJI)
def test_batas_tidak_pernah_mundur(kalender_acuan, mulai, hari):
    batas = kalender_acuan.tambah(mulai, hari)

    assert batas <= kalender_acuan.tambah(mulai + timedelta(days=1), hari)
    assert batas < kalender_acuan.tambah(mulai, hari + 1)


@given(mulai=HARI_UJI, hari=LAMA_UJI)
def test_maju_lalu_mundur_kembali_ke_hari_kerja_asal(kalender_acuan, kerja, mulai, hari):
    kembali = kalender_acuan.mundur(kalender_acuan.tambah(mulai, hari), hari)

    assert kembali == kerja[bisect_right(kerja, mulai) - 1]
