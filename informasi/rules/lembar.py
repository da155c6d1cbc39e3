"""A list as a file: CSV in the encodings that offices send, or XLSX, row by row with line numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

Baris = tuple[int, list[str]]

# Our column -> the headings under which offices keep it (compared without case, blanks and signs).
SINONIM: Mapping[str, tuple[str, ...]] = {
    "badan_publik": ("badan publik", "nama badan publik", "instansi", "nama instansi"),
    "kategori": (
        "kategori", "kelas", "klasifikasi", "jenis informasi", "kategori informasi",
        "klasifikasi informasi", "sifat informasi",
    ),
    "sub_kategori": ("sub kategori", "kelompok", "kelompok informasi", "sub jenis", "rincian jenis informasi"),
    "judul_informasi": (
        "judul informasi", "judul", "nama informasi", "nama dokumen", "judul dokumen",
        "jenis/judul informasi", "judul/jenis informasi", "informasi publik",
    ),
    "ringkasan_isi": (
        "ringkasan isi", "ringkasan isi informasi", "ringkasan", "ringkasan informasi", "isi informasi",
        "uraian", "keterangan isi",
    ),
    "pejabat_menguasai": (
        "pejabat menguasai", "pejabat yang menguasai", "pejabat/unit yang menguasai",
        "pejabat/unit/satker yang menguasai", "pejabat yang menguasai informasi",
        "pejabat/unit kerja yang menguasai informasi",
    ),
    "unit_penerbit": ("unit penerbit", "unit", "unit kerja", "opd", "perangkat daerah", "skpd", "unit pemilik"),
    "penanggung_jawab": (
        "penanggung jawab", "penanggung jawab pembuatan", "penanggungjawab pembuatan informasi",
        "penanggung jawab pembuatan atau penerbitan informasi", "penanggung jawab penerbitan",
        "penanggung jawab pembuatan/penerbitan informasi",
    ),
    "waktu_pembuatan": (
        "waktu pembuatan", "waktu pembuatan informasi", "tahun pembuatan", "tahun", "waktu",
        "waktu dan tempat pembuatan", "waktu dan tempat pembuatan informasi",
    ),
    "tempat_pembuatan": ("tempat pembuatan", "tempat pembuatan informasi", "tempat"),
    "bentuk": (
        "bentuk", "bentuk informasi", "format", "bentuk/format", "bentuk informasi yang tersedia",
        "format informasi", "bentuk/format yang tersedia", "jenis media",
    ),
    "jangka_simpan": (
        "jangka simpan", "jangka waktu penyimpanan", "retensi", "retensi arsip", "masa simpan",
        "jangka waktu penyimpanan/retensi arsip", "jangka waktu penyimpanan atau retensi arsip",
    ),
    "sumber": ("sumber", "sumber data"),
}  # fmt: skip
WAJIB = ("judul_informasi", "kategori")
CARI_KEPALA = 30  # rows above the heading: title of the list, its decree
PEMISAH = ",;\t"


class LembarRusak(Exception):
    """The file as a whole cannot be read; the text says why, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """A list whose heading was found: our column -> its place, and the rows below."""

    kolom: Mapping[str, int]
    lebar: int
    baris: tuple[Baris, ...]


def baca(jalur: Path, *, pemetaan: Mapping[str, str], lembar: str = "") -> Lembar:
    """Read a list; `pemetaan` gives our column the heading of this file. Raises LembarRusak."""
    try:
        isi = jalur.read_bytes()
    except OSError as galat:
        raise LembarRusak(f"Berkas {jalur.name} tidak dapat dibuka: {galat.strerror}.") from galat
    if not isi.strip():
        raise LembarRusak(f"Berkas {jalur.name} kosong.")
    semua = list(_baris_xlsx(isi, lembar) if isi.startswith(b"PK\x03\x04") else _baris_csv(isi))
    return _dengan_kepala(semua, pemetaan)


def kunci(judul: str) -> str:
    """Compare headings by letters and digits alone."""
    return re.sub(r"[^a-z0-9]", "", judul.casefold())


def _urai(isi: bytes) -> str:
    for sandi in ("utf-8-sig", "cp1252"):
        try:
            return isi.decode(sandi)
        except UnicodeDecodeError:
            continue
    raise LembarRusak("Berkas bukan teks UTF-8 atau Windows-1252. Simpan ulang sebagai CSV UTF-8.")


def _baris_csv(isi: bytes) -> Iterator[Baris]:
    teks = _urai(isi)
    if "\x00" in teks:
        raise LembarRusak("Berkas ini bukan CSV dan bukan XLSX.")
    kepala = "\n".join(teks.splitlines()[:CARI_KEPALA])
    pemisah = max(PEMISAH, key=kepala.count)
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah)
    awal = 1
    try:
        for sel in pembaca:
            yield awal, sel
            awal = pembaca.line_num + 1
    except csv.Error as galat:
        raise LembarRusak(f"Baris {awal} tidak dapat dibaca sebagai CSV: {galat}.") from galat


def _baris_xlsx(isi: bytes, lembar: str) -> Iterator[Baris]:
    try:
        buku = load_workbook(io.BytesIO(isi), read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, OSError) as galat:
        raise LembarRusak("Berkas XLSX ini rusak atau bukan buku kerja Excel.") from galat
    if lembar and lembar not in buku.sheetnames:
        raise LembarRusak(f"Lembar “{lembar}” tidak ada. Yang ada: {', '.join(buku.sheetnames)}.")
    pilihan = buku[lembar] if lembar else buku.worksheets[0]
    for nomor, sel in enumerate(pilihan.iter_rows(values_only=True), 1):
        yield nomor, [_teks_sel(nilai) for nilai in sel]
    buku.close()


def _teks_sel(nilai: object) -> str:
    """Return a cell as typed: 2025 and not 2025.0, nothing and not None."""
    if nilai is None:
        return ""
    if isinstance(nilai, float) and nilai.is_integer():
        return str(int(nilai))
    return str(nilai)


def _dengan_kepala(semua: list[Baris], pemetaan: Mapping[str, str]) -> Lembar:
    """Find the heading among the first rows: the first one that names every column we cannot do without."""
    for urut, (_nomor, sel) in enumerate(semua[:CARI_KEPALA]):
        kolom = _kolom(sel, pemetaan)
        if all(nama in kolom for nama in WAJIB):
            baris = tuple((n, isi) for n, isi in semua[urut + 1 :] if any(s.strip() for s in isi))
            return Lembar(kolom, len(sel), baris)
    terbaca = ", ".join(f"“{s.strip()}”" for s in (semua[0][1] if semua else []) if s.strip())
    raise LembarRusak(
        f"Kolom judul dan kategori tidak ditemukan. Baris pertama berisi: {terbaca or 'kosong'}. "
        "Sebutkan dengan --pemetaan judul_informasi=NAMA kategori=NAMA."
    )


def _kolom(sel: list[str], pemetaan: Mapping[str, str]) -> dict[str, int]:
    tempat: dict[str, int] = {}
    for i, judul in enumerate(sel):
        tempat.setdefault(kunci(judul), i)
    hasil: dict[str, int] = {}
    for nama, sinonim in SINONIM.items():
        judul_lain = [pemetaan[nama]] if nama in pemetaan else [nama, *sinonim]
        ada = [tempat[kunci(j)] for j in judul_lain if kunci(j) in tempat]
        if ada:
            hasil[nama] = ada[0]
    return hasil
