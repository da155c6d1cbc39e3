"""Small real documents: PDF, Word, Excel, PowerPoint, OpenDocument."""

from io import BytesIO

import typst
from openpyxl import Workbook
from openpyxl.comments import Comment

from tests.kernel.contoh_berkas import zip_berisi

JENIS = ("[Content_Types].xml", "<Types/>")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
ODF = " ".join(
    f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
    for n in ("office", "text", "table")
)
NIK = "3302011502900001"


def pdf(*halaman):
    """Return a PDF with these pages, each written in Typst."""
    isi = "#set page(width: 10cm, height: 6cm)\n" + "\n#pagebreak()\n".join(halaman)
    return typst.compile(isi.encode())


def docx(*alinea, tambahan=""):
    isi = "".join(f"<w:p><w:r><w:t>{a}</w:t></w:r></w:p>" for a in alinea)
    naskah = f"<w:document {W}><w:body>{isi}{tambahan}</w:body></w:document>"
    komentar = f'<w:comments {W}><w:comment w:id="0"/></w:comments>'
    return zip_berisi(JENIS, ("word/document.xml", naskah), ("word/comments.xml", komentar))


def pptx(*salindia, lipat=0):
    bagian = []
    for n, teks in enumerate(salindia, start=1):
        tampil = 0 if n == lipat else 1
        isi = f'<p:sld {P} {A} show="{tampil}"><a:p><a:t>{teks}</a:t></a:p></p:sld>'
        bagian.append((f"ppt/slides/slide{n}.xml", isi))
    return zip_berisi(JENIS, ("ppt/presentation.xml", "<x/>"), *bagian)


def xlsx():
    """Two sheets, the second one hidden, a hidden row and column, a comment, an identity number."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = "Anggaran"
    lembar["A1"], lembar["B2"], lembar["C3"] = "Belanja pegawai", NIK, 125
    lembar["A1"].comment = Comment("periksa lagi", "Budi")
    lembar.row_dimensions[2].hidden = True
    lembar.column_dimensions["C"].hidden = True
    buku.create_sheet("Rahasia").sheet_state = "hidden"
    wadah = BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def odt(*alinea):
    isi = "".join(f"<text:p>{a}</text:p>" for a in alinea)
    naskah = (
        f"<office:document-content {ODF}><office:annotation/><text:changed-region/>"
        f"{isi}</office:document-content>"
    )
    return zip_berisi(
        ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", naskah)
    )
