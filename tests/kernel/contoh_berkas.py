"""Small real files, and the database rows for them."""

import zipfile
from io import BytesIO

from PIL import Image

from ppid_portal.kernel.berkas import simpan_isi

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
EXE = b"MZ\x90\x00" + b"\x00" * 64


def gambar(jenis, ukuran=(4, 2), **isian):
    """Return a small real picture."""
    wadah = BytesIO()
    Image.new("RGB", ukuran, "red").save(wadah, jenis, **isian)
    return wadah.getvalue()


PNG, JPG = gambar("PNG"), gambar("JPEG")


def zip_berisi(*isi):
    """Return a zip of these (name, text), stored as office programs do: the first one plain."""
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        for nama, teks in isi:
            arsip.writestr(nama, teks)
    return wadah.getvalue()


def ooxml(folder):
    return zip_berisi(
        ("[Content_Types].xml", "<Types/>"), ("_rels/.rels", "<x/>"), (f"{folder}/isi.xml", "<x/>")
    )


DOCX, XLSX, PPTX = ooxml("word"), ooxml("xl"), ooxml("ppt")
ODT = zip_berisi(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))
ODS = zip_berisi(
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")
)


def berkas(isi=PDF, nama="berkas.pdf", tipe="application/pdf", **lain):
    return simpan_isi(isi, nama=nama, tipe=tipe, **lain)
