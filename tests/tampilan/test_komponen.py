"""Each component says what it must, in words, in every state."""

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest

from ppid_portal.kernel.jam import HariJam, KeadaanHari
from ppid_portal.kernel.templatetags import kata
from tests.tampilan import galeri

pytestmark = pytest.mark.urls("tests.tampilan.urls")


def teks(html: str) -> str:
    """Return what is left without style, script and tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def unsur(html: str, nama: str) -> list[str]:
    return re.findall(rf"<{nama}\b[^>]*>(.*?)</{nama}>", html, re.DOTALL)


def nilai(html: str, atribut: str) -> list[str]:
    return re.findall(rf'\s{atribut}="([^"]*)"', html)


def tautan(html: str) -> list[str]:
    return re.findall(r'<a\b[^>]*\shref="([^"]*)"', html)


def kalender(html: str) -> str:
    return html[html.index('<ol class="jam__hari"') : html.index("</ol>")]


def test_jam_terbaca_tanpa_gaya_hari_demi_hari():
    jam = galeri.jam(date(2026, 3, 16), 3, date(2026, 3, 17))

    hari = [teks(isi) for isi in unsur(kalender(galeri.komponen("jam", jam=jam)), "li")]

    assert hari == [
        "Senin, 16 Maret 2026: terima, belum dihitung",
        "Selasa, 17 Maret 2026: hari ke-1, hari ini",
        "Rabu, 18 Maret 2026: tidak dihitung, Cuti bersama Hari Suci Nyepi",
        "Kamis, 19 Maret 2026: tidak dihitung, Hari Suci Nyepi Tahun Baru Saka 1948",
        "Jumat, 20 Maret 2026: tidak dihitung, Cuti bersama Idulfitri 1447 H",
        "Sabtu, 21 Maret 2026: tidak dihitung, Hari Raya Idulfitri 1447 H",
        "Minggu, 22 Maret 2026: tidak dihitung, Hari Raya Idulfitri 1447 H",
        "Senin, 23 Maret 2026: tidak dihitung, Cuti bersama Idulfitri 1447 H",
        "Selasa, 24 Maret 2026: tidak dihitung, Cuti bersama Idulfitri 1447 H",
        "Rabu, 25 Maret 2026: hari ke-2",
        "Kamis, 26 Maret 2026: hari ke-3, batas akhir",
    ]


def test_jam_mulai_di_kolom_harinya_dan_menyebut_bulan_baru():
    jam = galeri.jam(date(2026, 3, 31), 2, date(2026, 4, 1))  # Selasa

    html = kalender(galeri.komponen("jam", jam=jam))

    assert [kelas for kelas in nilai(html, "class") if kelas.startswith("h--")] == [
        "h--awal mulai-1",
        "h--kini",
        "h--batas",
    ]
    assert nilai(html, "data-bulan") == ["Mar", "Apr"]
    assert nilai(html, "datetime") == ["2026-03-31", "2026-04-01", "2026-04-02"]


@pytest.mark.parametrize(
    ("hari_ini", "kelas"),
    [
        (date(2026, 3, 20), "h--libur h--hari-ini"),  # cuti bersama
        (date(2026, 3, 26), "h--batas h--hari-ini"),
        (date(2026, 3, 17), "h--kini"),
    ],
)
def test_hari_ini_ditandai_sekali(hari_ini, kelas):
    html = kalender(galeri.komponen("jam", jam=galeri.jam(date(2026, 3, 16), 3, hari_ini)))

    assert re.findall(r'class="(h--[^"]+)"[^>]* aria-current="date"', html) == [kelas]


def test_jam_menyebut_bila_tanggalnya_sementara():
    def judul(kalender):
        jam = galeri.jam(date(2026, 3, 16), 3, date(2026, 3, 17), kalender=kalender)
        return [teks(isi) for isi in unsur(galeri.komponen("jam", jam=jam), "h3")]

    assert judul(galeri.KALENDER) == ["Hari yang tidak dihitung"]
    assert judul(galeri.KALENDER_BELUM_PASTI) == [
        "Tanggal ini masih sementara",
        "Hari yang tidak dihitung",
    ]


def test_hari_yang_dilewati_dikelompokkan_menurut_alasan():
    hari = galeri.jam(date(2026, 3, 11), 17, date(2026, 3, 11)).hari

    assert kata.dilewati(hari) == [
        {"alasan": "Cuti bersama Hari Suci Nyepi", "tanggal": "18 Maret 2026"},
        {"alasan": "Hari Suci Nyepi Tahun Baru Saka 1948", "tanggal": "19 Maret 2026"},
        {"alasan": "Cuti bersama Idulfitri 1447 H", "tanggal": "20, 23 dan 24 Maret 2026"},
        {"alasan": "Hari Raya Idulfitri 1447 H", "tanggal": "21 dan 22 Maret 2026"},
        {"alasan": "Wafat Yesus Kristus", "tanggal": "3 April 2026"},
        {
            "alasan": "Akhir pekan",
            "tanggal": "14, 15, 28 dan 29 Maret; 4, 5, 11 dan 12 April 2026",
        },
    ]


def test_hari_yang_dilewati_menyebut_tiap_tahun():
    hari = [
        HariJam(satu, None, "Libur", KeadaanHari.LIBUR, hari_ini=False)
        for satu in (date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 1))
    ]

    assert kata.dilewati(hari) == [
        {"alasan": "Libur", "tanggal": "25 dan 31 Desember 2026; 1 Januari 2027"}
    ]


def test_hari_terima_yang_libur_bukan_hari_dilewati():
    hari = galeri.jam(date(2026, 3, 15), 1, date(2026, 3, 15)).hari  # Minggu

    assert kata.dilewati(hari) == []


def test_ringkasan_galat_menaut_ke_isian_yang_ada():
    form = galeri.form_salah()

    tujuan = tautan(galeri.komponen("ringkasan_galat", form=form))

    assert tujuan == [
        "#id_nama",
        "#id_surel",
        "#id_rincian",
        "#id_mulai",
        "#id_cara_0",
        "#id_setuju",
    ]
    assert {satu.removeprefix("#") for satu in tujuan} - set(
        nilai(galeri.isian(form), "id")
    ) == set()


def test_ringkasan_galat_diam_bila_tidak_ada_galat():
    assert galeri.komponen("ringkasan_galat", form=galeri.FormContoh()).strip() == ""


def test_ringkasan_galat_menyebut_galat_seluruh_formulir():
    form = galeri.FormTenggat({"mulai": "2026-03-11", "hari": 3})
    form.add_error(None, "Tanggal itu di luar kalender yang ada.")

    butir = [teks(isi) for isi in unsur(galeri.komponen("ringkasan_galat", form=form), "li")]

    assert butir == ["Tanggal itu di luar kalender yang ada."]


def test_isian_menunjuk_petunjuk_dan_galatnya():
    html = galeri.isian(galeri.form_salah())
    id_yang_ada = nilai(html, "id")

    penjelas = nilai(html, "aria-describedby")

    assert penjelas == [
        "id_nama_helptext id_nama_error",
        "id_surel_error",
        "id_rincian_error",
        "id_mulai_error",
        "id_cara_helptext id_cara_error",
        "id_lampiran_helptext",
        "id_setuju_helptext id_setuju_error",
    ]
    assert set(" ".join(penjelas).split()) - set(id_yang_ada) == set()
    assert set(nilai(html, "for")) - set(id_yang_ada) == set()
    assert sorted(set(id_yang_ada)) == sorted(id_yang_ada)


def test_isian_pilihan_ganda_berjudul_legenda():
    html = galeri.isian(galeri.FormContoh())

    assert [teks(isi) for isi in unsur(html, "legend")] == [
        "Cara memperoleh informasi",
        "Bentuk salinan (boleh dikosongkan)",
    ]


def test_isian_tidak_menghilangkan_yang_sudah_ditulis():
    form = galeri.FormContoh({"nama": 'Siti "Aminah" <b>', "cara": "salin"})

    html = galeri.isian(form)

    assert nilai(html, "value")[0] == "Siti &quot;Aminah&quot; &lt;b&gt;"
    assert re.findall(r'value="(\w+)"[^>]* checked', html) == ["salin"]


@pytest.mark.parametrize(
    ("nada", "gambar"),
    [
        ("", []),
        ("dekat", ["jam"]),
        ("lewat", ["peringatan"]),
        ("selesai", ["centang"]),
        ("diam", ["silang"]),
    ],
)
def test_tanda_berkata_dan_bergambar(nada, gambar):
    html = galeri.komponen("tanda", kata="Sudah dijawab", nada=nada)

    assert teks(html) == "Sudah dijawab"
    assert re.findall(r"#(\w+)\"", html) == gambar


def test_langkah_menyebut_keadaannya():
    html = galeri.komponen("langkah", langkah=galeri.LANGKAH)

    assert [teks(isi) for isi in unsur(html, "h3")] == [
        "Selesai: Diterima dan dicatat",
        "Selesai: Lengkap, diteruskan ke Dinas PUPR",
        "Lewat waktu: Batas dalam terlampaui",
        "Sekarang: Dinas PUPR menyiapkan dokumen",
        "Berikutnya: Jawaban tertulis PPID",
    ]
    assert re.findall(r'<li class="(\w+)" aria-current="step"', html) == ["kini"]


@pytest.mark.parametrize(
    ("isi", "arah"),
    [
        ({}, []),
        ({"url_sesudah": "?c=b"}, [("next", "?c=b")]),
        ({"url_sebelum": "?c=a", "url_sesudah": "?c=b"}, [("prev", "?c=a"), ("next", "?c=b")]),
    ],
)
def test_halaman_hanya_menaut_ke_yang_ada(isi, arah):
    html = galeri.komponen("halaman", **isi)

    assert list(zip(nilai(html, "rel"), tautan(html), strict=True)) == arah


def test_remah_berakhir_di_halaman_ini():
    html = galeri.komponen("remah", induk=[("Informasi Publik", "/informasi/")], kini="APBD 2026")

    assert tautan(html) == ["/", "/informasi/"]
    assert [teks(isi) for isi in unsur(html, "li")] == ["Beranda", "Informasi Publik", "APBD 2026"]


def test_berkas_menyebut_jenis_dan_ukuran():
    html = galeri.komponen("berkas", berkas=galeri.BERKAS, url="/unduh/1/", judul="Laporan")

    assert [teks(isi) for isi in unsur(html, "a")] == ["Laporan"]
    assert [teks(isi) for isi in unsur(html, "p")] == ["PDF, 2,1 MB"]
    assert unsur(html, "code") == [galeri.BERKAS["sha256"]]


def test_tanggal_menurut_waktu_setempat():
    larut = datetime(2026, 3, 11, 17, 30, tzinfo=UTC)  # already the 12th in every Indonesian zone

    assert kata.tanggal(larut) == "12 Maret 2026"
    assert kata.hari_tanggal(larut) == "Kamis, 12 Maret 2026"
    assert kata.hari_tanggal(date(2026, 3, 12)) == "Kamis, 12 Maret 2026"
    assert kata.tanggal(None) == ""


@pytest.mark.parametrize(
    ("tertulis", "angka"),
    [("0800-0000-0101", "6280000000101"), ("+62 800 0000 0101", "6280000000101")],
)
def test_nomor_whatsapp_untuk_tautan(tertulis, angka):
    assert kata.nomor_wa(tertulis) == angka


def test_nomor_telepon_dapat_diputar():
    assert kata.nomor_telepon("(000) 555-0101") == "0005550101"


def test_ukuran_yang_tidak_diketahui_kosong():
    assert [kata.ukuran(byte) for byte in (None, 0, 2_100_000)] == ["", "0 byte", "2,1 MB"]
