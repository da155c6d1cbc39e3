"""Reading files in the background: claimed one by one, each in a process that can be killed."""

from __future__ import annotations

import base64
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.postgres.search import SearchVector
from django.db import transaction
from django.db.models import Value
from django.utils import timezone
from django.utils.translation import gettext as _

from informasi.actions.indeks import susun_indeks
from informasi.enums import Pindaian, Status
from informasi.models import Informasi
from informasi.models.berkas import (
    JenisTemuan,
    KeadaanOlah,
    OlahanBerkas,
    TeksHalaman,
    Temuan,
)
from informasi.queries.kata import rapikan
from informasi.queries.sql import KONFIGURASI
from informasi.rules.baca import PEMBACA
from ppid_portal.kernel import antivirus
from ppid_portal.kernel.berkas import baca, simpan_isi
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import Pelaku, Peran

logger = logging.getLogger(__name__)

PERCOBAAN_MAKS = 3
MASA_KLAIM = timedelta(minutes=10)  # a reader that died is replaced after this
SEKALI_JALAN = 20  # files of one run
VEKTOR_MAKS = 200_000  # letters of one page that are searched
SCAN = ("image/jpeg", "image/png")


class TidakTerbaca(Exception):
    """A file that cannot be read; the text says why, in Indonesian."""


def antrekan_olahan() -> int:
    """Queue the files of the register that nobody has read yet; returns how many."""
    belum = Berkas.objects.filter(di_edisi__isnull=False, olahan__isnull=True)
    baru = [OlahanBerkas(berkas=berkas) for berkas in belum.only("pk")[:500]]
    return len(OlahanBerkas.objects.bulk_create(baru, ignore_conflicts=True))


def olah_antrean(maks: int = SEKALI_JALAN) -> int:
    """Read what is due, at most `maks` files; returns how many."""
    antrekan_olahan()
    for sudah in range(maks):
        olahan = klaim_olahan(timezone.now())
        if olahan is None:
            return sudah
        olah(olahan)
    return maks


def baca_sekarang(informasi: Informasi, pelaku: Pelaku) -> None:
    """Read the files that an officer is about to let out; raises TransisiDitolak while another reads.

    What the system itself lets out is read in the background.
    """
    if pelaku.memegang(Peran.SISTEM):
        return
    kunci = list(
        Berkas.objects.filter(
            di_edisi__edisi__informasi=informasi, di_edisi__edisi__diumumkan_pada__isnull=True
        ).values_list("pk", flat=True)
    )
    OlahanBerkas.objects.bulk_create(
        (OlahanBerkas(berkas_id=satu) for satu in kunci), ignore_conflicts=True
    )
    while olahan := klaim_olahan(timezone.now(), kunci):
        olah(olahan)
    if OlahanBerkas.objects.filter(berkas__in=kunci, keadaan=KeadaanOlah.ANTRE).exists():
        raise TransisiDitolak(_("Berkasnya sedang diperiksa. Coba lagi sebentar."))


def klaim_olahan(pada: datetime, kunci: Sequence[UUID] | None = None) -> OlahanBerkas | None:
    """Take the next file (of these) for this reader alone, for MASA_KLAIM."""
    antre = OlahanBerkas.objects.filter(keadaan=KeadaanOlah.ANTRE, coba_setelah__lte=pada)
    if kunci is not None:
        antre = antre.filter(berkas__in=kunci)
    with transaction.atomic():
        olahan = (
            antre.select_for_update(skip_locked=True, of=("self",))
            .select_related("berkas")
            .order_by("coba_setelah", "id")
            .first()
        )
        if olahan is not None:
            olahan.percobaan += 1
            olahan.coba_setelah = pada + MASA_KLAIM
            olahan.save(update_fields=["percobaan", "coba_setelah"])
        return olahan


def olah(olahan: OlahanBerkas) -> OlahanBerkas:
    """Read one file and write what came of it; whatever it holds, it ends in a state with a reason."""
    try:
        if olahan.percobaan > PERCOBAAN_MAKS:
            raise TidakTerbaca(_("Pembacaan terhenti berulang kali."))
        isi = baca(olahan.berkas)
        virus = _pindai(olahan, isi)
        if virus:
            raise TidakTerbaca(_("Pemindai menemukan virus: %s.") % virus[:100])
        if olahan.berkas.tipe not in PEMBACA:
            return _selesai(olahan, KeadaanOlah.DILEWATI, _("Jenis ini tidak berisi teks."))
        bacaan, catatan = _dengan_ocr(isi, olahan.berkas.tipe)
    except TidakTerbaca as galat:
        return _selesai(olahan, KeadaanOlah.GAGAL, str(galat))
    except (OSError, ValueError) as galat:
        logger.warning("Berkas %s gagal dibaca: %s", olahan.berkas_id, type(galat).__name__)
        return _selesai(olahan, KeadaanOlah.GAGAL, _("Berkas tidak ditemukan atau rusak."))
    with transaction.atomic():
        _simpan(olahan, bacaan)
        return _selesai(olahan, KeadaanOlah.BERHASIL, catatan)


def baca_terpisah(isi: bytes, tipe: str) -> dict[str, Any]:
    """Return what a process of its own read; raises TidakTerbaca with the reason in words."""
    perintah = [sys.executable, "-m", "informasi.rules.baca", tipe]
    batas = (settings.MEMORI_BACA_MAKS, settings.WAKTU_BACA_MAKS, settings.HALAMAN_MAKS)
    kode, keluar = _jalankan([*perintah, *map(str, batas)], isi)
    if kode in (3, -signal.SIGSEGV, -signal.SIGKILL, -signal.SIGXCPU):
        raise TidakTerbaca(_("Isi berkas terlalu besar untuk dibaca."))
    if kode:
        raise TidakTerbaca(_("Berkas rusak dan tidak dapat dibaca."))
    hasil: dict[str, Any] = json.loads(keluar)
    return hasil


def _dengan_ocr(isi: bytes, tipe: str) -> tuple[dict[str, Any], str]:
    """Read a file; pages without words are read by OCR where this machine has it."""
    bacaan = baca_terpisah(isi, tipe)
    kosong = not any(h["teks"].strip() for h in bacaan["halaman"])
    if not kosong or tipe not in (*SCAN, "application/pdf"):
        return bacaan, ""
    alat = shutil.which("tesseract" if tipe in SCAN else "ocrmypdf")
    if alat is None:
        return bacaan, _("Hasil pindai: belum terbaca (tanpa OCR).")
    if tipe in SCAN:
        kode, keluar = _jalankan([alat, "stdin", "stdout", "-l", "ind"], isi)
        teks = baca_terpisah(keluar, "text/plain") if not kode else bacaan
        bacaan |= {"halaman": teks["halaman"], "temuan": teks["temuan"]}
    else:
        kode, terbaca = _ocr_pdf(alat, isi)
        teks = baca_terpisah(terbaca, tipe) if not kode else bacaan
        bacaan |= {"halaman": teks["halaman"], "temuan": bacaan["temuan"] + teks["temuan"]}
    return bacaan, _("OCR gagal.") if kode else _("Dibaca dengan OCR.")


def _ocr_pdf(alat: str, isi: bytes) -> tuple[int, bytes]:
    with tempfile.TemporaryDirectory(prefix="ocr-") as folder:
        asal, hasil = Path(folder, "asal.pdf"), Path(folder, "hasil.pdf")
        asal.write_bytes(isi)
        perintah = [alat, "-l", "ind", "--skip-text", "--quiet", str(asal), str(hasil)]
        kode, _keluar = _jalankan(perintah, b"")
        return kode, b"" if kode else hasil.read_bytes()


def _jalankan(perintah: Sequence[str], masuk: bytes) -> tuple[int, bytes]:
    """Run a reader without the portal's secrets; past its time it and its children are killed."""
    lingkungan = {
        "PATH": os.environ.get("PATH", ""),
        "LANG": "C.UTF-8",
        "PYTHONIOENCODING": "utf-8",
    }
    with subprocess.Popen(  # noqa: S603 - fixed commands, the file comes through standard input
        perintah,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=settings.BASE_DIR,
        env=lingkungan,
        start_new_session=True,
    ) as proses:
        try:
            keluar, _galat = proses.communicate(masuk, timeout=settings.WAKTU_BACA_MAKS)
        except subprocess.TimeoutExpired:
            os.killpg(proses.pid, signal.SIGKILL)
            proses.communicate()
            raise TidakTerbaca(_("Pembacaan melewati batas waktu.")) from None
    return proses.returncode, keluar


def _pindai(olahan: OlahanBerkas, isi: bytes) -> str:
    """Ask the scanner where there is one; without an answer the file stays unscanned."""
    if not antivirus.tersedia():
        return ""
    try:
        virus = antivirus.pindai(isi)
    except antivirus.PemindaiGagal as galat:
        logger.warning("Pemindai virus tidak menjawab: %s", galat)
        return ""
    olahan.pindaian = Pindaian.TERINFEKSI if virus else Pindaian.BERSIH
    if virus:
        olahan.temuan.create(jenis=JenisTemuan.VIRUS, tempat=virus[:120])
    return virus


def _simpan(olahan: OlahanBerkas, bacaan: dict[str, Any]) -> None:
    olahan.jumlah_halaman = bacaan["jumlah"]
    olahan.halaman.all().delete()
    for satu in bacaan["halaman"]:
        teks = satu["teks"].replace("\x00", "")
        TeksHalaman.objects.create(
            olahan=olahan,
            nomor=satu["nomor"],
            sebutan=satu["sebutan"][:60],
            teks=teks,
            vektor=SearchVector(Value(rapikan(teks)[:VEKTOR_MAKS]), config=KONFIGURASI),
        )
    Temuan.objects.bulk_create(
        Temuan(olahan=olahan, jenis=t["jenis"], tempat=t["tempat"][:120], kutipan=t["kutipan"][:60])
        for t in bacaan["temuan"]
    )
    if bacaan["sampul"] and olahan.sampul is None:
        gambar = base64.b64decode(bacaan["sampul"])
        olahan.sampul = simpan_isi(gambar, nama="sampul.webp", tipe="image/webp")


def _selesai(olahan: OlahanBerkas, keadaan: KeadaanOlah, sebab: str) -> OlahanBerkas:
    olahan.keadaan, olahan.sebab, olahan.diolah_pada = keadaan, sebab[:300], timezone.now()
    olahan.save()
    for informasi in Informasi.objects.filter(
        status=Status.TERBIT, edisi__berkas__berkas=olahan.berkas_id
    ):
        susun_indeks(informasi)
    return olahan
