"""Rights after the answer: a late objection is never turned away (K7), and the form tells every term."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from permohonan.alur.tenggat import SENGKETA, SENGKETA_SETELAH_DIAM, TANGGAPAN
from permohonan.rules import tautan_masuk
from permohonan.views import unduh
from ppid_portal.kernel.alur import Milik, Sejak
from tests.factories.permohonan import PermohonanFactory

pytestmark = pytest.mark.django_db
TETAP_DITERIMA = "Keberatan sesudahnya tetap kami terima dan dicatat sebagai terlambat;"


@pytest.mark.parametrize(("hari", "jumlah"), [(10, 0), (90, 1)])
def test_keberatan_terlambat_tetap_diterima_dan_diputus_atasan(client, settings, hari, jumlah):
    permohonan = PermohonanFactory(ditolak=True)

    with time_machine.travel(timezone.now() + timedelta(days=hari), tick=False):
        tautan = tautan_masuk(permohonan).removeprefix(settings.ALAMAT_SITUS)
        laman = client.get(tautan, follow=True)

    isi = laman.content.decode()
    assert laman.context["keberatan"].lewat is bool(jumlah)
    assert isi.count(TETAP_DITERIMA) == jumlah
    assert isi.count("Cara mengajukan keberatan") == 1


def test_formulir_menyebut_lama_tiap_hak_menurut_tabel(client, monkeypatch):
    dicetak = {}
    monkeypatch.setattr(unduh, "cetak", lambda _templat, data: dicetak.update(data) or b"%PDF-1.7")
    monkeypatch.setattr(unduh.cache, "get", lambda _kunci: None)
    monkeypatch.setattr(unduh.cache, "set", lambda *_: None)

    client.get("/permohonan/formulir.pdf")

    assert dicetak["lama"] == {
        "jawaban": "10 hari kerja",
        "perpanjangan": "7 hari kerja",
        "keberatan": "30 hari kerja",
        "tanggapan": "30 hari kerja",
        "sengketa": "14 hari kerja",
    }


def test_sengketa_hak_pemohon_sejak_tanggapan_atau_sejak_diam():
    assert (TANGGAPAN.milik, SENGKETA.milik) == (Milik.BADAN, Milik.PEMOHON)
    assert (SENGKETA.sejak, SENGKETA_SETELAH_DIAM.sejak) == (Sejak.PERISTIWA, Sejak.BATAS_LAMA)
    assert (SENGKETA.kunci, SENGKETA.versi) == (
        SENGKETA_SETELAH_DIAM.kunci,
        SENGKETA_SETELAH_DIAM.versi,
    )
