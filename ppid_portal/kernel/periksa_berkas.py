"""What an upload really is, and the hostile kinds that are refused at the door."""

from __future__ import annotations

import re
import threading
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import IO

import pypdfium2 as pdfium
from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.kata import ukuran

OOXML = "application/vnd.openxmlformats-officedocument"
BAGIAN = {
    "word": f"{OOXML}.wordprocessingml.document",
    "xl": f"{OOXML}.spreadsheetml.sheet",
    "ppt": f"{OOXML}.presentationml.presentation",
}
ODF = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|spreadsheet)")
AWAL_ZIP, AKHIR_ZIP, PANJANG_AKHIR_ZIP = b"PK\x03\x04", b"PK\x05\x06", 22
AWAL_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what a locked Office file looks like outside
ARSIP_LAIN = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
BERSARANG_MAKS = 1  # a chart may carry its workbook, which carries nothing more
EKOR_PDF = 1024  # bytes that a PDF may have behind its end
ALIRAN = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)
OBJEK_PADAT = re.compile(rb"/ObjStm[^>]*?>>\s*stream\r?\n(.*?)endstream", re.DOTALL)
OBJEK_PADAT_MAKS = 20_000_000  # bytes of unpacked objects that are looked through
HURUF_PDF = re.compile(rb"#([0-9A-Fa-f]{2})")  # /J#61vaScript is /JavaScript
PDF_AKTIF = re.compile(rb"/(JavaScript|Launch|RichMedia)(?![A-Za-z])")
PDF_BERISI = re.compile(rb"/(EmbeddedFile|EmbeddedFiles|FileAttachment)(?![A-Za-z])")
# Never free a page while another thread reads one: the library keeps one state for all.
PDFIUM = threading.Lock()
FORMAT_GAMBAR = {"image/jpeg": "JPEG", "image/png": "PNG"}


@dataclass
class _Jatah:
    """What is left of the limits while one archive and those inside it are looked through."""

    isi: int
    byte: int


def periksa_isi(isi: bytes, tipe: str) -> None:
    """Look inside a file of this type; raises BerkasDitolak with the reason in words."""
    if tipe in FORMAT_GAMBAR:
        _periksa_gambar(isi)
    elif tipe == "application/pdf":
        _periksa_pdf(isi)
    elif isi.startswith(AWAL_ZIP):
        _periksa_arsip(isi, _Jatah(settings.ISI_ARSIP_MAKS, settings.UKURAN_ARSIP_MAKS))


def tipe_arsip(sumber: IO[bytes]) -> str:
    """Return the true type of an office file by the parts it holds; empty for any other archive."""
    sumber.seek(0)
    try:
        with zipfile.ZipFile(sumber) as arsip:
            nama = arsip.namelist()
            if len(nama) > settings.ISI_ARSIP_MAKS:
                raise BerkasDitolak(_pesan_bom())
            if nama[:1] == ["mimetype"]:
                with arsip.open("mimetype") as masuk:
                    jenis = masuk.read(200).strip()
                return jenis.decode() if ODF.fullmatch(jenis) else ""
            if "[Content_Types].xml" not in nama:
                return ""
            ada = {satu.partition("/")[0] for satu in nama} & BAGIAN.keys()
            return BAGIAN[ada.pop()] if len(ada) == 1 else ""
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error, EOFError, OSError):
        return ""
    finally:
        sumber.seek(0)


def terkunci(awal: bytes, isi: bytes) -> bool:
    """Answer whether an office file is locked: an old container around an encrypted package."""
    return awal.startswith(AWAL_OLE) and "EncryptedPackage".encode("utf-16-le") in isi


def gambar_bersih(isi: bytes, tipe: str) -> bytes:
    """Return a picture drawn anew: turned upright, without EXIF, place, comments or a tail."""
    try:
        with Image.open(BytesIO(isi), formats=[FORMAT_GAMBAR[tipe]]) as asal:
            profil = asal.info.get("icc_profile")
            gambar = ImageOps.exif_transpose(asal)
            gambar.info = {k: v for k, v in gambar.info.items() if k == "transparency"}
            keluar = BytesIO()
            pilihan = {"quality": 90, "optimize": True} if tipe == "image/jpeg" else {}
            gambar.save(keluar, FORMAT_GAMBAR[tipe], icc_profile=profil, **pilihan)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as galat:
        raise BerkasDitolak(_pesan_gambar()) from galat
    return keluar.getvalue()


def _periksa_gambar(isi: bytes) -> None:
    try:
        with Image.open(BytesIO(isi), formats=list(FORMAT_GAMBAR.values())) as gambar:
            lebar, tinggi = gambar.size
            if lebar * tinggi > settings.PIKSEL_GAMBAR_MAKS:
                raise BerkasDitolak(
                    _("Gambar ini terlalu besar untuk dibuka: %(lebar)s × %(tinggi)s piksel.")
                    % {"lebar": lebar, "tinggi": tinggi}
                )
            gambar.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as galat:
        raise BerkasDitolak(_("Gambar ini terlalu besar untuk dibuka.")) from galat
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as galat:
        raise BerkasDitolak(_pesan_gambar()) from galat
    if zipfile.is_zipfile(BytesIO(isi)) or any(tanda in isi for tanda in ARSIP_LAIN):
        raise BerkasDitolak(_("Gambar ini menyembunyikan arsip di belakangnya."))


def _periksa_pdf(isi: bytes) -> None:
    halaman = _buka_pdf(isi)
    if halaman > settings.HALAMAN_MAKS:
        raise BerkasDitolak(
            _("PDF ini memuat %(ada)s halaman; paling banyak %(batas)s. Pecah menjadi beberapa.")
            % {"ada": halaman, "batas": settings.HALAMAN_MAKS}
        )
    ekor = isi[isi.rfind(b"%%EOF") + 5 :].strip(b"\x00\r\n\t ") if b"%%EOF" in isi else b""
    if len(ekor) > EKOR_PDF or zipfile.is_zipfile(BytesIO(isi)):
        raise BerkasDitolak(_("PDF ini menyembunyikan isi lain di belakang dokumennya."))
    struktur = HURUF_PDF.sub(lambda m: bytes([int(m[1], 16)]), ALIRAN.sub(b"", isi) + _padat(isi))
    if PDF_AKTIF.search(struktur):
        raise BerkasDitolak(_("PDF ini memuat skrip atau perintah. Cetak ulang sebagai PDF biasa."))
    if PDF_BERISI.search(struktur):
        raise BerkasDitolak(_("PDF ini memuat berkas lain di dalamnya. Unggah terpisah."))


def _buka_pdf(isi: bytes) -> int:
    """Return the number of pages, 0 for a broken file: that one gets its state in the background."""
    with PDFIUM:
        try:
            dokumen = pdfium.PdfDocument(isi)
        except pdfium.PdfiumError as galat:
            if galat.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
                raise BerkasDitolak(_pesan_kunci()) from galat
            return 0
        try:
            bersandi = pdfium.raw.FPDF_GetSecurityHandlerRevision(dokumen) != -1
            halaman = len(dokumen)
        finally:
            dokumen.close()
    if bersandi:
        raise BerkasDitolak(_pesan_kunci())
    return halaman


def _padat(isi: bytes) -> bytes:
    """Return the objects that a PDF keeps compressed, up to a limit."""
    hasil: list[bytes] = []
    sisa = OBJEK_PADAT_MAKS
    for temu in OBJEK_PADAT.finditer(isi):
        try:
            bagian = zlib.decompressobj().decompress(temu[1], max(sisa, 1))
        except zlib.error:
            continue
        hasil.append(bagian)
        sisa -= len(bagian)
        if sisa <= 0:
            raise BerkasDitolak(_pesan_bom())
    return b"\n".join(hasil)


def _periksa_arsip(isi: bytes, jatah: _Jatah, kedalaman: int = 0) -> None:
    ekor = isi[-PANJANG_AKHIR_ZIP:]
    if not ekor.startswith(AKHIR_ZIP) or not isi.startswith(AWAL_ZIP):
        raise BerkasDitolak(_("Dokumen ini rusak, atau menyembunyikan isi lain di belakangnya."))
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            _periksa_daftar(arsip.infolist(), len(isi), jatah)
            _periksa_makro(arsip)
            if arsip.testzip() is not None:
                raise BerkasDitolak(_pesan_rusak())
            for butir in arsip.infolist():
                with arsip.open(butir) as masuk:
                    if masuk.read(4) != AWAL_ZIP:
                        continue
                if kedalaman >= BERSARANG_MAKS or butir.filename.lower().endswith(".zip"):
                    raise BerkasDitolak(_("Dokumen ini memuat arsip di dalam arsip."))
                _periksa_arsip(arsip.read(butir), jatah, kedalaman + 1)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as galat:
        raise BerkasDitolak(_pesan_rusak()) from galat


def _periksa_daftar(butir: list[zipfile.ZipInfo], besar: int, jatah: _Jatah) -> None:
    """Check an archive by its list of contents, before anything in it is unpacked."""
    jatah.isi -= len(butir)
    jatah.byte -= sum(satu.file_size for satu in butir)
    tumpang = sum(satu.compress_size for satu in butir) > besar
    if jatah.isi < 0 or jatah.byte < 0 or tumpang or any(_menggelembung(satu) for satu in butir):
        raise BerkasDitolak(_pesan_bom())
    if any(satu.flag_bits & 0x1 for satu in butir):
        raise BerkasDitolak(_pesan_kunci())
    for satu in butir:
        bagian = satu.filename.replace("\\", "/").split("/")
        if satu.filename.startswith("/") or ".." in bagian or "\\" in satu.orig_filename:
            raise BerkasDitolak(_("Dokumen ini memuat nama berkas yang menunjuk ke luar folder."))


def _menggelembung(butir: zipfile.ZipInfo) -> bool:
    padat = max(butir.compress_size, 1)
    return butir.file_size > 1_000_000 and butir.file_size / padat > settings.RASIO_ARSIP_MAKS


def _periksa_makro(arsip: zipfile.ZipFile) -> None:
    nama = [satu.lower() for satu in arsip.namelist()]
    ekor = ("vbaproject.bin", "vbadata.xml", ".docm", ".xlsm", ".pptm", ".dotm", ".xlam", ".exe")
    makro = any(satu.endswith(ekor) or satu.startswith(("basic/", "scripts/")) for satu in nama)
    if "[Content_Types].xml" in arsip.namelist():
        makro = makro or b"macroenabled" in arsip.read("[Content_Types].xml").lower()
    if makro:
        raise BerkasDitolak(_("Dokumen ini memuat makro atau program. Simpan tanpa makro."))
    manifes = "META-INF/manifest.xml"
    if manifes in arsip.namelist() and b"encryption-data" in arsip.read(manifes):
        raise BerkasDitolak(_pesan_kunci())


def _pesan_kunci() -> str:
    return _("Berkas ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi.")


def _pesan_rusak() -> str:
    return _("Dokumen ini rusak dan tidak dapat dibuka.")


def _pesan_gambar() -> str:
    return _("Gambar ini rusak dan tidak dapat dibuka.")


def _pesan_bom() -> str:
    batas = ukuran(settings.UKURAN_ARSIP_MAKS)
    return _("Isi berkas ini terlalu besar bila dibuka (paling besar %s).") % batas
