"""What the readers make of a file, and what they find in it before release."""

import base64
from io import BytesIO

import pytest
from PIL import Image

from informasi.rules.baca import OOXML, baca
from informasi.rules.isi import Halaman, Temuan
from informasi.rules.jejak import nik_masuk_akal, samarkan, telusuri
from tests.informasi.contoh_isi import NIK, docx, odt, pdf, pptx, xlsx

pytestmark = pytest.mark.lambat
TERTUTUP = "#box[#text(size: 9pt)[rahasia]#place(top + left, rect(width: 100%, height: 100%, fill: black))]"


def _temuan(bacaan):
    return [(t.jenis, t.tempat) for t in bacaan.temuan]


def test_pdf_dibaca_per_halaman_dengan_gambar_halaman_pertama():
    bacaan = baca(pdf("Rencana kerja", "Anggaran dinas"), "application/pdf", 10)

    assert [(h.nomor, h.sebutan, h.teks.strip()) for h in bacaan.halaman] == [
        (1, "halaman 1", "Rencana kerja"),
        (2, "halaman 2", "Anggaran dinas"),
    ]
    with Image.open(BytesIO(base64.b64decode(bacaan.sampul))) as sampul:
        assert (sampul.format, sampul.width) == ("WEBP", 400)
    assert (bacaan.jumlah, bacaan.temuan) == (2, [])


def test_teks_di_bawah_kotak_hitam_ditemukan():
    assert _temuan(baca(pdf("biasa", TERTUTUP), "application/pdf", 10)) == [
        ("tertutup", "halaman 2")
    ]


def test_kepala_tabel_gelap_bukan_penghitaman():
    kepala = "#block(fill: black)[#text(fill: white)[Uraian]]"

    assert baca(pdf(kepala), "application/pdf", 10).temuan == []


def test_docx_dibaca_dengan_komentar_dan_perubahannya():
    isi = docx("Rencana", "kerja", tambahan="<w:ins/><w:p><w:rPr><w:vanish/></w:rPr></w:p>")

    bacaan = baca(isi, f"{OOXML}.wordprocessingml.document", 10)

    assert bacaan.halaman == [Halaman(1, "", "Rencana\nkerja\n")]
    assert _temuan(bacaan) == [
        ("komentar", "comments.xml"),
        ("perubahan", "naskah"),
        ("tersembunyi", "naskah"),
    ]


def test_xlsx_dibaca_per_lembar_dengan_bagian_tersembunyinya():
    bacaan = baca(xlsx(), f"{OOXML}.spreadsheetml.sheet", 10)

    assert [(h.nomor, h.sebutan, h.teks) for h in bacaan.halaman] == [
        (1, "lembar Anggaran", f"A1\tBelanja pegawai\nB2\t{NIK}\nC3\t125"),
        (2, "lembar Rahasia", ""),
    ]
    assert _temuan(bacaan) == [
        ("komentar", "comment1.xml"),
        ("tersembunyi", "lembar Anggaran baris 2"),
        ("tersembunyi", "lembar Anggaran kolom 3"),
        ("tersembunyi", "lembar Rahasia"),
        ("nik", "lembar Anggaran sel B2"),
    ]


def test_pptx_dibaca_per_salindia():
    bacaan = baca(pptx("Pembuka", "Penutup", lipat=2), f"{OOXML}.presentationml.presentation", 10)

    assert [(h.sebutan, h.teks) for h in bacaan.halaman] == [
        ("salindia 1", "Pembuka"),
        ("salindia 2", "Penutup"),
    ]
    assert (bacaan.jumlah, _temuan(bacaan)) == (2, [("tersembunyi", "salindia 2")])


def test_odt_dibaca():
    bacaan = baca(odt("Rencana", "kerja"), "application/vnd.oasis.opendocument.text", 10)

    assert bacaan.halaman == [Halaman(1, "", "Rencana\nkerja")]
    assert _temuan(bacaan) == [("komentar", "naskah"), ("perubahan", "naskah")]


def test_csv_dibaca():
    assert baca("no,judul\n1,Anggaran".encode("utf-8-sig"), "text/csv", 10).halaman == [
        Halaman(1, "", "no,judul\n1,Anggaran")
    ]


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        (f"NIK {NIK}", ["nik"]),
        ("NIK 3302015502900001", ["nik"]),  # a woman: day plus 40
        ("Nomor 3302019902900001", []),  # no such day
        ("Nomor 3302011513900001", []),  # no such month
        ("Nomor 9902011502900001", []),  # no such province
        (f"Kode {NIK}7", []),
        ("NPWP 09.254.294.3-407.000", ["npwp"]),
        ("Hubungi 0812-3456-7890", ["telepon"]),
        ("Hubungi +62 812 3456 7890", ["telepon"]),
        ("Kantor (0281) 636079", []),  # an office's own line is public
        ("Rekening BRI 0021-01-123456-50-1", ["rekening"]),
        ("Kode rekening 5.1.02.01", []),
        ("Rp 1.250.000.000 pada tahun 2026", []),
    ],
)
def test_nomor_pribadi_dikenali(teks, jenis):
    assert [t.jenis for t in telusuri([Halaman(1, "halaman 1", teks)])] == jenis


def test_temuan_menyebut_tempat_dan_menyamarkan_kutipan():
    assert telusuri([Halaman(3, "halaman 3", f"satu\nNIK {NIK}")]) == [
        Temuan("nik", "halaman 3 baris 2", "33••••••••••••01")
    ]


def test_temuan_satu_berkas_terbatas():
    assert len(telusuri([Halaman(1, "", f"{NIK}\n" * 500)])) == 200


def test_samaran_kata_pendek_tetap_menutup():
    assert (samarkan("abcd"), nik_masuk_akal(NIK)) == ("ab•cd", True)
