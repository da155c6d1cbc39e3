"""Private files: what may come in, where it lies, how it goes out."""

import hashlib
import stat
from contextlib import closing

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ppid_portal.kernel.berkas import (
    baca,
    kirim_berkas,
    nama_aman,
    periksa_unggahan,
    simpan_unggahan,
)
from ppid_portal.kernel.galat import BerkasDitolak
from tests.kernel.contoh_berkas import (
    DOCX,
    EXE,
    JPG,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    XLSX,
    berkas,
    zip_berisi,
)

OOXML = "application/vnd.openxmlformats-officedocument"


def _unggah(nama, isi):
    return SimpleUploadedFile(nama, isi, content_type="application/pdf")  # the browser's word


@pytest.mark.parametrize(
    ("nama", "isi", "tipe"),
    [
        ("a.pdf", PDF, "application/pdf"),
        ("A.PDF", PDF, "application/pdf"),
        ("a.png", PNG, "image/png"),
        ("a.jpg", JPG, "image/jpeg"),
        ("a.jpeg", JPG, "image/jpeg"),
        ("a.docx", DOCX, f"{OOXML}.wordprocessingml.document"),
        ("a.xlsx", XLSX, f"{OOXML}.spreadsheetml.sheet"),
        ("a.pptx", PPTX, f"{OOXML}.presentationml.presentation"),
        ("a.odt", ODT, "application/vnd.oasis.opendocument.text"),
        ("a.ods", ODS, "application/vnd.oasis.opendocument.spreadsheet"),
        ("a.csv", "no,judul\n1,Anggaran\n".encode("utf-8-sig"), "text/csv"),
        ("a.txt", "é".encode() * 8000, "text/plain"),
    ],
)
def test_jenis_dikenali_dari_isinya(nama, isi, tipe):
    assert periksa_unggahan(_unggah(nama, isi)) == tipe


BELUM_DITERIMA = (
    "Jenis berkas ini belum diterima. Yang diterima: "
    "csv, docx, jpeg, jpg, ods, odt, pdf, png, pptx, txt, xlsx."
)


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.pdf", b"", "Berkas “a.pdf” kosong (0 byte)."),
        ("a.pdf", EXE, "Isi berkas “a.pdf” tidak sesuai dengan akhiran .pdf."),
        ("a.pdf", b"<script>", "Isi berkas “a.pdf” tidak sesuai dengan akhiran .pdf."),
        ("a.png", PDF, "Isi berkas “a.png” tidak sesuai dengan akhiran .png."),
        ("a.docx", XLSX, "Isi berkas “a.docx” tidak sesuai dengan akhiran .docx."),
        (
            "a.docx",
            zip_berisi(("a.txt", "x")),
            "Isi berkas “a.docx” tidak sesuai dengan akhiran .docx.",
        ),
        ("a.csv", "é".encode("latin-1"), "Isi berkas “a.csv” tidak sesuai dengan akhiran .csv."),
        ("a.txt", b"teks\x00biner", "Isi berkas “a.txt” tidak sesuai dengan akhiran .txt."),
        ("a.exe", EXE, BELUM_DITERIMA),
        ("a.svg", b"<svg/>", BELUM_DITERIMA),
        ("a.html", b"<p>", BELUM_DITERIMA),
        ("a.pdf.exe", EXE, BELUM_DITERIMA),
        ("tanpa-akhiran", PDF, BELUM_DITERIMA),
    ],
)
def test_unggahan_yang_ditolak_menyebut_sebabnya(nama, isi, kata):
    with pytest.raises(BerkasDitolak) as ditolak:
        periksa_unggahan(_unggah(nama, isi))

    assert str(ditolak.value) == kata


@pytest.mark.parametrize(("lebih", "diterima"), [(0, True), (1, False)])
def test_ukuran_paling_besar(settings, lebih, diterima):
    settings.UKURAN_UNGGAH_MAKS = 2_500_000
    unggahan = _unggah("a.pdf", PDF.ljust(2_500_000 + lebih))

    if diterima:
        assert periksa_unggahan(unggahan) == "application/pdf"
    else:
        with pytest.raises(BerkasDitolak, match=r"^Berkas “a.pdf” melebihi 2,5 MB\.$"):
            periksa_unggahan(unggahan)


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("laporan.pdf", "laporan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\dokumen\\ktp.jpg", "ktp.jpg"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"),
        ('surat "penting".pdf', "surat 'penting'.pdf"),
        ("\u202egnp.pdf", "gnp.pdf"),
        ("   .. ", "berkas"),
        ("", "berkas"),
        (".htaccess", "htaccess"),
        ("é.pdf", "é.pdf"),
        ("a" * 300 + ".pdf", "a" * 120 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 10),
        ("a" * 300, "a" * 120),
    ],
)
def test_nama_aman(nama, aman):
    assert nama_aman(nama) == aman


def test_unggahan_disimpan_dengan_nama_acak_di_luar_laman(db, berkas_sementara):
    ada = simpan_unggahan(_unggah("../laporan.pdf", PDF))

    (di_disk,) = [b for b in berkas_sementara.rglob("*") if b.is_file()]
    kode = ada.pk.hex
    assert di_disk.relative_to(berkas_sementara).as_posix() == f"{kode[:2]}/{kode[2:4]}/{kode}"
    assert stat.S_IMODE(di_disk.stat().st_mode) == 0o600
    assert (di_disk.read_bytes(), baca(ada)) == (PDF, PDF)
    assert (ada.nama, ada.tipe, ada.ukuran) == ("laporan.pdf", "application/pdf", len(PDF))
    assert ada.sha256 == hashlib.sha256(PDF).hexdigest()


def test_unggahan_yang_ditolak_tidak_meninggalkan_apa_pun(db, berkas_sementara):
    with pytest.raises(BerkasDitolak):
        simpan_unggahan(_unggah("a.pdf", EXE))

    assert not berkas_sementara.exists()


def test_berkas_identitas_tersandi_di_disk(db, berkas_sementara):
    ada = berkas(JPG, "ktp.jpg", "image/jpeg", bersandi=True)

    (di_disk,) = [b for b in berkas_sementara.rglob("*") if b.is_file()]
    assert b"JFIF" not in di_disk.read_bytes()
    assert baca(ada) == JPG
    assert (ada.ukuran, ada.sha256) == (len(JPG), hashlib.sha256(JPG).hexdigest())


@pytest.mark.parametrize("bersandi", [True, False])
@pytest.mark.parametrize(
    ("tipe", "di_halaman", "cara"),
    [
        ("application/pdf", False, "attachment"),
        ("application/pdf", True, "inline"),
        ("image/png", True, "attachment"),
        ("text/csv", True, "attachment"),
    ],
)
def test_kepala_jawaban_berkas(db, berkas_sementara, bersandi, tipe, di_halaman, cara):
    ada = berkas(PDF, "laporan.pdf", tipe, bersandi=bersandi)

    with closing(kirim_berkas(ada, di_halaman=di_halaman)) as jawaban:
        isi = jawaban.getvalue()

    assert isi == PDF
    assert jawaban["Content-Type"] == tipe
    assert jawaban["Content-Disposition"] == f'{cara}; filename="laporan.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert jawaban["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("bersandi", [True, False])
def test_nama_berkas_di_luar_ascii_tetap_terbaca(db, berkas_sementara, bersandi):
    ada = berkas(PDF, "Keputusan “Ā”.pdf", bersandi=bersandi)

    with closing(kirim_berkas(ada)) as jawaban:
        jawaban.getvalue()

    assert jawaban["Content-Disposition"] == (
        "attachment; filename*=utf-8''Keputusan%20%E2%80%9C%C4%80%E2%80%9D.pdf"
    )
