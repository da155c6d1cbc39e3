"""Private files: what may come in, where it lies, how it goes out."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

import filetype
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.kata import ukuran
from ppid_portal.kernel.models import Berkas, Pengguna
from ppid_portal.kernel.periksa_berkas import (
    BAGIAN,
    FORMAT_GAMBAR,
    gambar_bersih,
    periksa_isi,
    terkunci,
    tipe_arsip,
)
from ppid_portal.kernel.sandi import buka_sandi, sandikan

ODF = "application/vnd.oasis.opendocument"
# Extension -> true types by content; text formats have no signature and are checked as UTF-8.
DOKUMEN: Mapping[str, frozenset[str]] = {
    "pdf": frozenset({"application/pdf"}),
    "jpg": frozenset({"image/jpeg"}),
    "jpeg": frozenset({"image/jpeg"}),
    "png": frozenset({"image/png"}),
    "docx": frozenset({BAGIAN["word"]}),
    "xlsx": frozenset({BAGIAN["xl"]}),
    "pptx": frozenset({BAGIAN["ppt"]}),
    "odt": frozenset({f"{ODF}.text"}),
    "ods": frozenset({f"{ODF}.spreadsheet"}),
    "csv": frozenset({"text/csv"}),
    "txt": frozenset({"text/plain"}),
}
TEKS = {"csv": "text/csv", "txt": "text/plain"}
BERARSIP = frozenset({"docx", "xlsx", "pptx", "odt", "ods"})  # a zip, told apart by its parts
AWAL_ISI = 8192  # bytes that tell a type


def nama_aman(nama: str) -> str:
    """Return a file name without path, control characters or surprises; never empty."""
    dasar = PurePosixPath(PureWindowsPath(nama).name).name
    bersih = "".join(h for h in unicodedata.normalize("NFC", dasar) if h.isprintable())
    bersih = bersih.replace('"', "'").strip(" .") or "berkas"
    depan, titik, belakang = bersih.rpartition(".")
    return f"{depan[:120]}.{belakang[:10]}" if titik else bersih[:120]


def periksa_unggahan(unggahan: UploadedFile[Any]) -> str:
    """Return the true type of an upload; raises BerkasDitolak with words for the sender."""
    mentah = unggahan.name or ""
    nama = nama_aman(mentah)
    if "/" in mentah or "\\" in mentah:
        raise BerkasDitolak(_("Nama berkas “%s” memuat folder. Ganti namanya.") % nama)
    _periksa_besar(unggahan.size or 0, nama)
    ekstensi = nama.rpartition(".")[2].lower()
    if ekstensi not in DOKUMEN:
        boleh = ", ".join(sorted(DOKUMEN))
        raise BerkasDitolak(_("Jenis berkas ini belum diterima. Yang diterima: %s.") % boleh)
    tipe = _tipe_sebenarnya(unggahan, ekstensi)
    if tipe not in DOKUMEN[ekstensi]:
        raise BerkasDitolak(
            _("Isi berkas “%(nama)s” tidak sesuai dengan akhiran .%(ekstensi)s.")
            % {"nama": nama, "ekstensi": ekstensi}
        )
    if ekstensi not in TEKS:
        try:
            periksa_isi(_semua(unggahan), tipe)
        except BerkasDitolak as galat:
            raise BerkasDitolak(f"“{nama}”: {galat}") from galat
    return tipe


def _periksa_besar(besar: int, nama: str) -> None:
    if besar == 0:
        raise BerkasDitolak(_("Berkas “%(nama)s” kosong (0 byte).") % {"nama": nama})
    if besar > settings.UKURAN_UNGGAH_MAKS:
        batas = ukuran(settings.UKURAN_UNGGAH_MAKS)
        raise BerkasDitolak(
            _("Berkas “%(nama)s” melebihi %(batas)s.") % {"nama": nama, "batas": batas}
        )


def _semua(unggahan: UploadedFile[Any]) -> bytes:
    unggahan.seek(0)
    isi: bytes = unggahan.read()
    unggahan.seek(0)
    return isi


def _tipe_sebenarnya(unggahan: UploadedFile[Any], ekstensi: str) -> str:
    unggahan.seek(0)
    awal = unggahan.read(AWAL_ISI)
    unggahan.seek(0)
    if ekstensi in TEKS:
        try:
            awal[: AWAL_ISI - 4].decode("utf-8-sig")
        except UnicodeDecodeError:
            return ""
        return TEKS[ekstensi] if b"\x00" not in awal else ""
    if ekstensi in BERARSIP:
        if terkunci(awal, _semua(unggahan)):
            raise BerkasDitolak(
                _("Dokumen ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi.")
            )
        return tipe_arsip(unggahan)
    return str(filetype.guess_mime(awal) or "")


def simpan_unggahan(
    unggahan: UploadedFile[Any], oleh: Pengguna | None = None, *, bersandi: bool = False
) -> Berkas:
    """Store an upload after checking it, a picture without what it says of itself."""
    tipe = periksa_unggahan(unggahan)
    isi = _semua(unggahan)
    if tipe in FORMAT_GAMBAR:
        isi = gambar_bersih(isi, tipe)
    return simpan_isi(isi, nama=unggahan.name or "", tipe=tipe, oleh=oleh, bersandi=bersandi)


def simpan_isi(
    isi: bytes, *, nama: str, tipe: str, oleh: Pengguna | None = None, bersandi: bool = False
) -> Berkas:
    """Store bytes as a private file; with `bersandi` they lie encrypted on disk."""
    berkas = Berkas(
        nama=nama_aman(nama),
        tipe=tipe,
        ukuran=len(isi),
        sha256=hashlib.sha256(isi).hexdigest(),
        bersandi=bersandi,
        oleh=oleh,
    )
    berkas.isi.save(berkas.nama, ContentFile(sandikan(isi) if bersandi else isi), save=False)
    berkas.save()
    return berkas


def baca(berkas: Berkas) -> bytes:
    """Return the bytes as they came in."""
    with berkas.isi.open("rb") as sumber:
        isi: bytes = sumber.read()
    return buka_sandi(isi) if berkas.bersandi else isi


def kirim_berkas(berkas: Berkas, *, di_halaman: bool = False) -> HttpResponse | FileResponse:
    """Answer with a file; whoever calls has already asked whether this person may have it.

    `di_halaman` shows a PDF in the browser; every other type is always a download.
    """
    sebaris = di_halaman and berkas.tipe == "application/pdf"
    jawaban: HttpResponse | FileResponse
    if berkas.bersandi:
        cara = content_disposition_header(not sebaris, berkas.nama)
        jawaban = HttpResponse(
            baca(berkas), content_type=berkas.tipe, headers={"Content-Disposition": cara}
        )
    else:
        jawaban = FileResponse(
            berkas.isi.open("rb"),
            as_attachment=not sebaris,
            filename=berkas.nama,
            content_type=berkas.tipe,
        )
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
