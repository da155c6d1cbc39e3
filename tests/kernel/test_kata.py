"""Words for dates, sizes and lists."""

from datetime import date

import pytest

from ppid_portal.kernel.kata import bulan_romawi, daftar, hari_tanggal, tanggal, ukuran


def test_tanggal_dengan_kata():
    assert tanggal(date(2026, 8, 14)) == "14 Agustus 2026"
    assert hari_tanggal(date(2026, 8, 14)) == "Jumat, 14 Agustus 2026"
    assert [bulan_romawi(date(2026, b, 1)) for b in (1, 4, 9, 12)] == ["I", "IV", "IX", "XII"]


@pytest.mark.parametrize(
    ("byte", "kata"),
    [
        (0, "0 byte"), (999, "999 byte"), (1_000, "1 KB"), (25_400, "25 KB"),
        (999_499, "999 KB"), (999_500, "1,0 MB"), (999_999, "1,0 MB"), (2_100_000, "2,1 MB"),
    ],
)  # fmt: skip
def test_ukuran_dengan_koma(byte, kata):
    assert ukuran(byte) == kata


@pytest.mark.parametrize(
    ("butir", "kata"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b dan c")],
)
def test_daftar_seperti_kalimat(butir, kata):
    assert daftar(butir) == kata
