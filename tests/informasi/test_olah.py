"""Files read in the background: every file ends in a state with a reason, none is stuck."""

import socket
import stat
import struct
import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from informasi.actions import olah as olah_
from informasi.actions.olah import klaim_olahan, olah_antrean
from informasi.models import OlahanBerkas, TeksHalaman
from ppid_portal.kernel.berkas import simpan_isi
from tests.factories.informasi import InformasiFactory
from tests.factories.informasi import pdf as pdf_rusak
from tests.informasi.contoh_isi import pdf

pytestmark = [pytest.mark.lambat, pytest.mark.django_db]
ISI = ("Rencana kerja", "Anggaran pembangunan jembatan")


def _edisi(isi=None, nama="a.pdf", tipe="application/pdf", **isian):
    """Return an item with one file of this content."""
    informasi = InformasiFactory(**isian)
    edisi = informasi.edisi.create(tahun=2026)
    berkas = pdf_rusak() if isi is None else simpan_isi(isi, nama=nama, tipe=tipe)
    edisi.berkas.create(berkas=berkas)
    return informasi


def _satu():
    return OlahanBerkas.objects.get()


@pytest.fixture(autouse=True)
def tanpa_alat(monkeypatch, tmp_path):
    """A machine without OCR; a test puts its own tools into this folder."""
    folder = tmp_path / "alat"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _alat(folder, nama, isi):
    berkas = folder / nama
    berkas.write_text(f"#!/bin/sh\n{isi}\n")
    berkas.chmod(berkas.stat().st_mode | stat.S_IEXEC)


def test_pdf_terbaca_per_halaman_dengan_sampul():
    _edisi(pdf(*ISI))

    assert olah_antrean() == 1

    satu = _satu()
    assert (satu.keadaan, satu.sebab, satu.jumlah_halaman) == ("berhasil", "", 2)
    assert [(h.nomor, h.teks.strip()) for h in satu.halaman.all()] == list(enumerate(ISI, 1))
    assert (satu.sampul.tipe, satu.pindaian) == ("image/webp", "belum")


def test_berkas_dibaca_sekali_saja():
    _edisi(pdf(*ISI))

    assert (olah_antrean(), olah_antrean()) == (1, 0)


def test_berkas_rusak_mendapat_sebab():
    _edisi()

    assert olah_antrean() == 1

    assert (_satu().keadaan, _satu().sebab) == ("gagal", "Berkas rusak dan tidak dapat dibaca.")


def test_berkas_yang_hilang_dari_cakram_mendapat_sebab(tempat_berkas):
    informasi = _edisi(pdf(*ISI))
    informasi.edisi.get().berkas.get().berkas.isi.delete(save=False)

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == ("gagal", "Berkas tidak ditemukan atau rusak.")


def test_pembaca_yang_kehabisan_memori_mendapat_sebab(settings):
    settings.MEMORI_BACA_MAKS = 300_000_000
    _edisi(b"no,judul\n" * 20_000_000, "a.csv", "text/csv")

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == ("gagal", "Isi berkas terlalu besar untuk dibaca.")


def test_pembaca_yang_tidak_selesai_dihentikan(settings):
    settings.WAKTU_BACA_MAKS = 0.05
    _edisi(pdf(*ISI))

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == ("gagal", "Pembacaan melewati batas waktu.")


def test_jenis_tanpa_pembaca_dilewati():
    _edisi(b"x", "a.bin", "application/octet-stream")

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == ("dilewati", "Jenis ini tidak berisi teks.")


def test_pembaca_yang_mati_diganti_lalu_menyerah():
    _edisi(pdf(*ISI))
    olah_.antrekan_olahan()
    pada = timezone.now()

    klaim = [klaim_olahan(pada + timedelta(minutes=m)) for m in (1, 2, 12, 23, 34)]
    assert [k and k.percobaan for k in klaim] == [1, None, 2, 3, 4]

    assert olah_.olah(klaim[-1]).sebab == "Pembacaan terhenti berulang kali."


def test_hasil_pindai_tanpa_ocr_mengatakannya():
    _edisi(pdf("#rect(fill: gray)"))

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == (
        "berhasil",
        "Hasil pindai: belum terbaca (tanpa OCR).",
    )


def test_hasil_pindai_dibaca_dengan_ocr_bila_ada(tanpa_alat, tmp_path):
    terbaca = tmp_path / "terbaca.pdf"
    terbaca.write_bytes(pdf("Surat keputusan"))
    _alat(tanpa_alat, "ocrmypdf", f'/bin/cp "{terbaca}" "$6"')
    _edisi(pdf("#rect(fill: gray)"))

    olah_antrean()

    assert (_satu().sebab, TeksHalaman.objects.get().teks.strip()) == (
        "Dibaca dengan OCR.",
        "Surat keputusan",
    )


def test_ocr_yang_gagal_mengatakannya(tanpa_alat):
    _alat(tanpa_alat, "ocrmypdf", "exit 5")
    _edisi(pdf("#rect(fill: gray)"))

    olah_antrean()

    assert (_satu().keadaan, _satu().sebab) == ("berhasil", "OCR gagal.")


@pytest.fixture
def clamd(settings, tmp_path):
    """A scanner that answers what the test wants, and keeps what it was sent."""
    pendengar = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    settings.CLAMD_SOCKET = str(tmp_path / "c.sock")
    pendengar.bind(settings.CLAMD_SOCKET)
    pendengar.listen(1)
    terima = {"jawaban": b"stream: OK\0", "isi": b""}

    def layani():
        saluran, _alamat = pendengar.accept()
        with saluran, saluran.makefile("rb") as masuk:
            terima["perintah"] = masuk.read(10)
            while panjang := struct.unpack("!L", masuk.read(4))[0]:
                terima["isi"] += masuk.read(panjang)
            saluran.sendall(terima["jawaban"])

    utas = threading.Thread(target=layani)
    utas.start()
    yield terima
    utas.join(5)
    pendengar.close()


def test_berkas_bersih_menurut_pemindai(clamd):
    isi = pdf(*ISI)
    _edisi(isi)

    olah_antrean()

    assert (_satu().keadaan, _satu().pindaian) == ("berhasil", "bersih")
    assert (clamd["perintah"], clamd["isi"]) == (b"zINSTREAM\0", isi)


def test_berkas_terinfeksi_tidak_dibaca(clamd):
    clamd["jawaban"] = b"stream: Eicar-Signature FOUND\0"
    _edisi(pdf(*ISI))

    olah_antrean()

    satu = _satu()
    assert (satu.keadaan, satu.pindaian, satu.halaman.count()) == ("gagal", "terinfeksi", 0)
    assert satu.sebab == "Pemindai menemukan virus: Eicar-Signature."
    assert [(t.jenis, t.tempat) for t in satu.temuan.all()] == [("virus", "Eicar-Signature")]


def test_pemindai_yang_menolak_tidak_disebut_bersih(clamd):
    clamd["jawaban"] = b"INSTREAM size limit exceeded. ERROR\0"
    _edisi(pdf(*ISI))

    olah_antrean()

    assert (_satu().keadaan, _satu().pindaian) == ("berhasil", "belum")


def test_pemindai_yang_mati_tidak_disebut_bersih(settings, tmp_path):
    settings.CLAMD_SOCKET = str(tmp_path / "tiada.sock")
    _edisi(pdf(*ISI))

    olah_antrean()

    assert (_satu().keadaan, _satu().pindaian) == ("berhasil", "belum")
