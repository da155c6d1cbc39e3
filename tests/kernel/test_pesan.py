"""The outbox: written once, sent at least once, never twice to the reader, never lost."""

import email
import logging
import threading
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.core import mail
from django.db import connection, transaction
from django.utils import timezone

from ppid_portal.kernel import pesan as kotak
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.models.pesan import Kanal, Keadaan
from ppid_portal.kernel.pesan import MASA_KLAIM, PERCOBAAN_MAKS, antrekan, kirim_antrean, klaim
from tests.kernel.contoh_berkas import PDF, berkas

SUREL = "siti@contoh.id"


def _antrekan(kunci="permohonan:1/ajukan", **ganti):
    isi = {
        "tujuan": SUREL,
        "judul": "Permohonan diterima",
        "isi": "Isi.",
        "perkara": "permohonan:1",
    }
    return antrekan(kunci, **(isi | ganti))


@pytest.fixture
def surel_ke_berkas(settings, tmp_path):
    settings.EMAIL_BACKEND = "ppid_portal.kernel.surel.SurelKeBerkas"
    settings.EMAIL_FILE_PATH = tmp_path / "surel"
    return settings.EMAIL_FILE_PATH


@pytest.fixture
def saluran_rusak(monkeypatch):
    """Let the channel fail with what is appended here; with nothing left it works."""
    galat = []
    asli = kotak.kirim_surel

    def kirim(pesan):
        if galat:
            raise galat.pop(0)
        asli(pesan)

    monkeypatch.setitem(kotak.SALURAN, Kanal.SUREL, kirim)
    return galat


# --- writing


def test_satu_kunci_satu_pesan(db):
    assert [_antrekan(), _antrekan(judul="Lain")] == [True, False]
    assert [(p.judul, p.tujuan) for p in Pesan.objects.all()] == [("Permohonan diterima", SUREL)]


def test_tanpa_alamat_tidak_ada_pesan(db):
    assert _antrekan(tujuan="") is False
    assert Pesan.objects.count() == 0


# --- sending


def test_pesan_terkirim_dengan_lampiran(db, berkas_sementara):
    _antrekan(berkas=[berkas(PDF, "jawaban.pdf", bersandi=True)])

    assert kirim_antrean() == 1

    (surel,) = mail.outbox
    pesan = Pesan.objects.get()
    assert (surel.to, surel.subject, surel.body) == ([SUREL], "Permohonan diterima", "Isi.")
    assert surel.attachments == [("jawaban.pdf", PDF, "application/pdf")]
    assert surel.extra_headers == {
        "Message-ID": f"<pesan-{pesan.pk}@localhost>",
        "Auto-Submitted": "auto-generated",
    }
    assert (pesan.keadaan, pesan.percobaan, pesan.galat) == (Keadaan.TERKIRIM, 1, "")
    assert pesan.terkirim_pada is not None


def test_pesan_terkirim_tidak_dikirim_lagi(db):
    _antrekan()

    assert [kirim_antrean(), kirim_antrean(), len(mail.outbox)] == [1, 0, 1]


def test_pesan_menunggu_waktunya(db):
    nanti = timezone.now() + timedelta(hours=1)
    _antrekan(setelah=nanti)

    sekarang = kirim_antrean()
    with time_machine.travel(nanti, tick=False):
        kemudian = kirim_antrean()

    assert (sekarang, kemudian) == (0, 1)


def test_kiriman_dibatasi_dan_yang_lama_didahulukan(db):
    for n in range(3):
        _antrekan(f"k{n}", judul=str(n), setelah=timezone.now() - timedelta(minutes=n))

    assert kirim_antrean(maks=2) == 2
    assert [surel.subject for surel in mail.outbox] == ["2", "1"]


def test_saluran_yang_belum_ada_dibiarkan_menunggu(db):
    _antrekan(kanal=Kanal.WHATSAPP)

    assert (kirim_antrean(), Pesan.objects.get().percobaan) == (0, 0)


# --- two senders, a dead sender


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_dua_pengirim_tidak_mengambil_pesan_yang_sama():
    _antrekan("a")
    _antrekan("b")
    pada = timezone.now() + timedelta(minutes=1)
    diambil, boleh_selesai, hasil = threading.Event(), threading.Event(), []

    def pengirim_pertama():
        try:
            with transaction.atomic():
                hasil.append(klaim(pada).kunci)
                diambil.set()
                boleh_selesai.wait(10)
        finally:
            connection.close()

    utas = threading.Thread(target=pengirim_pertama)
    utas.start()
    diambil.wait(10)
    hasil += [klaim(pada).kunci, klaim(pada)]
    boleh_selesai.set()
    utas.join(10)

    assert hasil == ["a", "b", None]


def test_pengirim_yang_mati_digantikan_setelah_masa_klaim(db):
    _antrekan()
    mulai = timezone.now()

    assert klaim(mulai).percobaan == 1  # and dies
    assert klaim(mulai + MASA_KLAIM - timedelta(seconds=1)) is None
    assert klaim(mulai + MASA_KLAIM).percobaan == 2


def test_mati_setelah_mengirim_berarti_terkirim_lagi_dengan_nama_yang_sama(db):
    _antrekan()
    kotak.kirim_surel(klaim(timezone.now()))  # and dies before it was written down

    with time_machine.travel(timezone.now() + MASA_KLAIM, tick=False):
        assert kirim_antrean() == 1

    satu, dua = (surel.extra_headers["Message-ID"] for surel in mail.outbox)
    assert satu == dua
    assert Pesan.objects.get().keadaan == Keadaan.TERKIRIM


def test_kotak_surat_berkas_menyimpan_kiriman_ulang_satu_kali(db, surel_ke_berkas):
    _antrekan()
    kotak.kirim_surel(klaim(timezone.now()))
    with time_machine.travel(timezone.now() + MASA_KLAIM, tick=False):
        kirim_antrean()

    pk = Pesan.objects.get().pk
    assert [b.name for b in surel_ke_berkas.iterdir()] == [f"pesan-{pk}@localhost.eml"]
    surel = email.message_from_bytes((surel_ke_berkas / f"pesan-{pk}@localhost.eml").read_bytes())
    assert (surel["To"], surel["Subject"]) == (SUREL, "Permohonan diterima")


# --- failure


def test_gagal_dicoba_lagi_dengan_jeda_yang_berlipat(db, saluran_rusak):
    _antrekan()
    saluran_rusak.extend([ConnectionRefusedError()] * PERCOBAAN_MAKS)
    jeda = []
    with time_machine.travel(timezone.now(), tick=False) as waktu:
        for _ in range(PERCOBAAN_MAKS - 1):
            kirim_antrean()
            pesan = Pesan.objects.get()
            jeda.append((pesan.kirim_setelah - timezone.now()).seconds // 60)
            assert pesan.keadaan == Keadaan.ANTRE
            waktu.move_to(pesan.kirim_setelah)
        kirim_antrean()
        akhir = Pesan.objects.get()
        waktu.shift(timedelta(days=30))
        kirim_antrean()

    assert jeda == [1, 2, 4, 8, 16, 32, 64]
    assert (akhir.keadaan, akhir.percobaan, akhir.galat) == (
        Keadaan.GAGAL, PERCOBAAN_MAKS, "ConnectionRefusedError",
    )  # fmt: skip
    assert mail.outbox == []


def test_gagal_lalu_berhasil_menghapus_galat(db, saluran_rusak):
    _antrekan()
    saluran_rusak.append(SMTPServerDisconnected("putus"))
    with time_machine.travel(timezone.now(), tick=False) as waktu:
        kirim_antrean()
        gagal = Pesan.objects.get()
        waktu.move_to(gagal.kirim_setelah)
        kirim_antrean()

    pesan = Pesan.objects.get()
    assert (gagal.galat, pesan.galat) == ("SMTPServerDisconnected", "")
    assert (pesan.keadaan, pesan.percobaan) == (Keadaan.TERKIRIM, 2)


def test_satu_pesan_yang_gagal_tidak_menahan_yang_lain(db, saluran_rusak):
    for kunci in "abc":
        _antrekan(kunci)
    saluran_rusak.append(OSError())

    assert (kirim_antrean(), len(mail.outbox)) == (2, 2)


def test_pesan_yang_tidak_dapat_disusun_tidak_menahan_yang_lain(db):
    _antrekan("a", judul="dua\nbaris")  # no mail header may hold a line break
    _antrekan("b")

    assert (kirim_antrean(), len(mail.outbox)) == (1, 1)
    assert Pesan.objects.get(kunci="a").galat == "BadHeaderError"


def test_pesan_yang_tidak_dapat_dibuka_tidak_menahan_yang_lain(db, settings):
    settings.KUNCI_DATA = ["hilang"]
    _antrekan("a")
    settings.KUNCI_DATA = ["ada"]
    _antrekan("b")

    assert (kirim_antrean(), len(mail.outbox)) == (1, 1)
    assert Pesan.objects.filter(kunci="a").values_list("galat", "keadaan").get() == (
        "InvalidToken", Keadaan.ANTRE,
    )  # fmt: skip


def test_catatan_tidak_memuat_alamat(db, saluran_rusak, caplog):
    caplog.set_level(logging.DEBUG)
    _antrekan()
    saluran_rusak.append(SMTPServerDisconnected(f"{SUREL}: mailbox unavailable"))

    kirim_antrean()

    pesan = Pesan.objects.get()
    catatan = [r.getMessage() for r in caplog.records if r.name == "ppid_portal.kernel.pesan"]
    assert catatan == [f"Pesan {pesan.pk} gagal dikirim: SMTPServerDisconnected"]
    assert SUREL not in caplog.text
    assert SUREL not in pesan.galat
