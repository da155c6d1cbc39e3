"""Hostile uploads: each is refused with its reason, and nothing is stored."""

import zipfile
from io import BytesIO

import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from ppid_portal.kernel.berkas import baca, periksa_unggahan, simpan_unggahan
from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.models import Berkas
from tests.kernel.contoh_berkas import DOCX, EXE, JPG, PNG, XLSX, gambar, zip_berisi

DAFTAR_ISI = ("[Content_Types].xml", "<Types/>")


def _pdf(ubah=lambda penulis: None):
    penulis = pypdf.PdfWriter()
    penulis.add_blank_page(100, 100)
    ubah(penulis)
    wadah = BytesIO()
    penulis.write(wadah)
    return wadah.getvalue()


def _perintah(jenis, kunci, nilai):
    """Return a PDF that does something as it opens."""

    def ubah(penulis):
        aksi = DictionaryObject(
            {NameObject("/S"): NameObject(jenis), NameObject(kunci): TextStringObject(nilai)}
        )
        penulis._root_object[NameObject("/OpenAction")] = aksi

    return _pdf(ubah)


def _padat(*isi):
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, teks in (DAFTAR_ISI, ("word/document.xml", "<x/>"), *isi):
            arsip.writestr(nama, teks)
    return wadah.getvalue()


def _berkunci_zip():
    isi = bytearray(DOCX)
    isi[isi.rfind(b"PK\x01\x02") + 8] |= 1  # the flag in the list of contents
    return bytes(isi)


def _halaman(banyak):
    """Return a small PDF that says it has so many pages."""
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count " + str(banyak).encode() + b">>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n"
        b"trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n"
    )


BOM = "Isi berkas ini terlalu besar bila dibuka (paling besar 200.0 MB).".replace(".0", ",0")
MAKRO = "Dokumen ini memuat makro atau program. Simpan tanpa makro."
KUNCI = "Berkas ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi."
SKRIP = "PDF ini memuat skrip atau perintah. Cetak ulang sebagai PDF biasa."
BERISI = "PDF ini memuat berkas lain di dalamnya. Unggah terpisah."
EKOR = "PDF ini menyembunyikan isi lain di belakang dokumennya."
EKOR_ZIP = "Dokumen ini rusak, atau menyembunyikan isi lain di belakangnya."
EKOR_GAMBAR = "Gambar ini menyembunyikan arsip di belakangnya."
LUAR = "Dokumen ini memuat nama berkas yang menunjuk ke luar folder."
BERSARANG = "Dokumen ini memuat arsip di dalam arsip."
MANIFES = "<m><manifest:encryption-data/></m>"
ODT = ("mimetype", "application/vnd.oasis.opendocument.text")

JAHAT = {
    "bom_rasio": ("a.docx", lambda: _padat(("word/a.xml", b"0" * 3_000_000)), BOM),
    "bom_banyak": ("a.docx", lambda: _padat(*((f"word/{n}", "") for n in range(5_001))), BOM),
    "bom_bersarang": (
        "a.docx",
        lambda: _padat(("word/a.xlsx", _padat(("xl/a.xml", b"0" * 3_000_000)))),
        BOM,
    ),
    "arsip_di_dalam": ("a.docx", lambda: _padat(("word/a.zip", DOCX)), BERSARANG),
    "tiga_lapis": (
        "a.docx",
        lambda: _padat(("word/a.xlsx", _padat(("word/b.xlsx", XLSX)))),
        BERSARANG,
    ),
    "makro": ("a.docx", lambda: _padat(("word/vbaProject.bin", "x")), MAKRO),
    "makro_di_dalam": ("a.docx", lambda: _padat(("word/embeddings/a.xlsm", "x")), MAKRO),
    "makro_menurut_jenis": (
        "a.xlsx",
        lambda: zip_berisi(
            ("[Content_Types].xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
            ("xl/workbook.xml", "<x/>"),
        ),
        MAKRO,
    ),
    "makro_odf": (
        "a.odt",
        lambda: zip_berisi(ODT, ("Basic/Standard/Modul.xml", "x")),
        MAKRO,
    ),
    "sandi_office": (
        "a.docx",
        lambda: (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(512)
            + "EncryptedPackage".encode("utf-16-le")
        ),
        "Dokumen ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi.",
    ),
    "sandi_zip": ("a.docx", _berkunci_zip, KUNCI),
    "sandi_odf": ("a.odt", lambda: zip_berisi(ODT, ("META-INF/manifest.xml", MANIFES)), KUNCI),
    "sandi_pdf": ("a.pdf", lambda: _pdf(lambda p: p.encrypt("rahasia")), KUNCI),
    "batasan_pdf": ("a.pdf", lambda: _pdf(lambda p: p.encrypt("", "pemilik")), KUNCI),
    "skrip_pdf": ("a.pdf", lambda: _perintah("/JavaScript", "/JS", "app.alert(1)"), SKRIP),
    "skrip_tersamar": (
        "a.pdf",
        lambda: _perintah("/JavaScript", "/JS", "x").replace(b"/JavaScript", b"/J#61vaScript"),
        SKRIP,
    ),
    "perintah_pdf": ("a.pdf", lambda: _perintah("/Launch", "/F", "cmd.exe"), SKRIP),
    "lampiran_pdf": ("a.pdf", lambda: _pdf(lambda p: p.add_attachment("a.exe", EXE)), BERISI),
    "pdf_berekor_zip": ("a.pdf", lambda: _pdf() + DOCX, EKOR),
    "pdf_berekor": ("a.pdf", lambda: _pdf() + b"<script>" * 200, EKOR),
    "docx_berekor": ("a.docx", lambda: DOCX + b"x" * 30, EKOR_ZIP),
    "gambar_berekor_zip": ("a.png", lambda: PNG + DOCX, EKOR_GAMBAR),
    "gambar_berekor_rar": ("a.jpg", lambda: JPG + b"Rar!\x1a\x07\x00", EKOR_GAMBAR),
    "keluar_folder": ("a.docx", lambda: _padat(("word/../../etc/passwd", "x")), LUAR),
    "halaman": (
        "a.pdf",
        lambda: _halaman(10_000),
        "PDF ini memuat 10000 halaman; paling banyak 5000. Pecah menjadi beberapa.",
    ),
    "gambar_rusak": (
        "a.png",
        lambda: PNG[:40] + b"\x00" * 20,
        "Gambar ini rusak dan tidak dapat dibuka.",
    ),
    "gambar_raksasa": (
        "a.png",
        lambda: gambar("PNG", (8_000, 7_000)),
        "Gambar ini terlalu besar untuk dibuka: 8000 × 7000 piksel.",
    ),
}


@pytest.mark.lambat
@pytest.mark.parametrize("kasus", JAHAT)
def test_unggahan_jahat_ditolak_dan_tidak_tersimpan(db, berkas_sementara, kasus):
    nama, isi, kata = JAHAT[kasus]

    with pytest.raises(BerkasDitolak) as ditolak:
        simpan_unggahan(SimpleUploadedFile(nama, isi()))

    assert str(ditolak.value).removeprefix(f"“{nama}”: ") == kata
    assert (Berkas.objects.count(), berkas_sementara.exists()) == (0, False)


def test_nama_berfolder_ditolak():
    with pytest.raises(BerkasDitolak, match=r"^Nama berkas “a.pdf” memuat folder\. Ganti namanya"):
        periksa_unggahan(SimpleUploadedFile("..\\a.pdf", _pdf()))


def test_isi_yang_lain_dari_ukurannya_ditolak():
    """A list of contents that understates what unpacks."""
    isi = bytearray(_padat(("word/a.xml", b"0" * 50_000)))
    letak = isi.rfind(b"PK\x01\x02") + 24
    assert int.from_bytes(isi[letak : letak + 4], "little") == 50_000
    isi[letak : letak + 4] = (10).to_bytes(4, "little")

    with pytest.raises(BerkasDitolak, match="Dokumen ini rusak dan tidak dapat dibuka"):
        periksa_unggahan(SimpleUploadedFile("a.docx", bytes(isi)))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", _pdf()),
        ("a.pdf", _halaman(5_000)),
        ("a.pdf", _pdf() + b"\r\n\x00\x00"),
        ("a.docx", _padat(("word/embeddings/grafik.xlsx", XLSX))),
        ("a.docx", _padat(("word/a.xml", "\n".join(f"Baris {n * n}" for n in range(100_000))))),
    ],
)
def test_dokumen_biasa_diterima(nama, isi):
    assert periksa_unggahan(SimpleUploadedFile(nama, isi))


def test_gambar_disimpan_tegak_dan_tanpa_tempat(db, berkas_sementara):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010F] = "KAMERA"

    ada = simpan_unggahan(SimpleUploadedFile("a.jpg", gambar("JPEG", (40, 20), exif=exif)))

    with Image.open(BytesIO(baca(ada))) as hasil:
        assert (hasil.size, dict(hasil.getexif()), "exif" in hasil.info) == ((20, 40), {}, False)
    assert b"KAMERA" not in baca(ada)


def test_gambar_png_kehilangan_keterangannya(db, berkas_sementara):
    ada = simpan_unggahan(SimpleUploadedFile("a.png", gambar("PNG", dpi=(72, 72)) + b"rahasia"))

    with Image.open(BytesIO(baca(ada))) as hasil:
        assert (hasil.size, hasil.info) == ((4, 2), {})
    assert b"rahasia" not in baca(ada)


def test_gambar_identitas_dapat_disimpan_tersandi(db, berkas_sementara):
    ada = simpan_unggahan(SimpleUploadedFile("ktp.jpg", JPG), bersandi=True)

    with Image.open(BytesIO(baca(ada))) as hasil:
        assert (hasil.size, ada.bersandi) == ((4, 2), True)
