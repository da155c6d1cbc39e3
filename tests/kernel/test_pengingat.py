"""The ladder of reminders: each step once, on a working day, and never after the answer."""

import threading
import time
from datetime import date, timedelta

import pytest
from django.db import connection

from permohonan.models import JangkaPermohonan, PengingatPermohonan
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.pengingat import TANGGA, ingatkan, tingkat_untuk
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import hitung_ulang
from tests.factories.kernel import PenggunaFactory, UnitFactory
from tests.kernel.contoh_perkara import (
    permohonan_dijawab,
    permohonan_lengkap,
    perpanjang,
    siang,
)

RABU = date(2025, 8, 6)
BATAS = date(2025, 8, 21)  # Thu; Mon 18 August is cuti bersama


class Kotak:
    """Collects what would be sent."""

    def __init__(self):
        self.isi = []

    def __call__(self, jangka, tingkat, sisa):
        self.isi.append((jangka.perkara.nomor, jangka.batas, tingkat.kunci, sisa))

    @property
    def tingkat(self):
        return [tingkat for _nomor, _batas, tingkat, _sisa in self.isi]


@pytest.fixture
def kotak():
    return Kotak()


def _ingatkan(hari, kirim):
    return ingatkan(JangkaPermohonan.objects.filter(utama=True), PengingatPermohonan, hari, kirim)


@pytest.mark.parametrize(
    ("sisa", "kunci"),
    [
        (9, None), (4, None), (3, "h-3"), (2, "h-3"), (1, "h-1"), (0, "h-0"),
        (-1, "h+1"), (-2, "h+1"), (-3, "h+3"), (-30, "h+3"),
    ],
)  # fmt: skip
def test_tingkat_menurut_sisa_hari(sisa, kunci):
    tingkat = tingkat_untuk(sisa)

    assert (tingkat and tingkat.kunci) == kunci


def test_setiap_tingkat_sekali_pada_harinya(acuan, kotak):
    nomor = permohonan_lengkap(RABU).nomor
    terkirim = {}
    for n in range(35):
        hari, sebelum = RABU + timedelta(days=n), len(kotak.isi)
        jumlah = _ingatkan(hari, kotak) + _ingatkan(hari, kotak)
        if jumlah:
            terkirim[hari] = kotak.isi[sebelum:]

    assert terkirim == {
        date(2025, 8, 15): [(nomor, BATAS, "h-3", 3)],  # Fri
        date(2025, 8, 20): [(nomor, BATAS, "h-1", 1)],  # Wed
        date(2025, 8, 21): [(nomor, BATAS, "h-0", 0)],
        date(2025, 8, 22): [(nomor, BATAS, "h+1", -1)],  # Fri
        date(2025, 8, 26): [(nomor, BATAS, "h+3", -3)],  # Tue
    }


@pytest.mark.parametrize("hari", ["2025-08-16", "2025-08-17", "2025-08-18"])
def test_hari_libur_sunyi(acuan, kotak, hari):
    permohonan_lengkap(RABU)

    assert (_ingatkan(date.fromisoformat(hari), kotak), kotak.isi) == (0, [])


@pytest.mark.parametrize(
    ("hari", "tingkat"),
    [
        ("2025-08-19", "h-3"), ("2025-08-20", "h-1"), ("2025-08-21", "h-0"),
        ("2025-08-25", "h+1"), ("2025-09-30", "h+3"),
    ],
)  # fmt: skip
def test_hari_yang_terlewat_langsung_ke_tingkat_yang_benar(acuan, kotak, hari, tingkat):
    permohonan_lengkap(RABU)

    _ingatkan(date.fromisoformat(hari), kotak)

    assert kotak.tingkat == [tingkat]


def test_yang_sudah_dijawab_tidak_diingatkan(acuan, kotak):
    permohonan_dijawab(RABU, date(2025, 8, 20))

    assert (_ingatkan(BATAS, kotak), kotak.isi) == (0, [])


def test_yang_dijawab_saat_daftar_sedang_dibaca_tidak_diingatkan(acuan):
    satu, dua = permohonan_lengkap(RABU), permohonan_lengkap(RABU)
    diingatkan = []

    def kirim(jangka, tingkat, sisa):
        diingatkan.append(jangka.perkara_id)
        dua.jangka.update(berhenti_pada=siang(BATAS))

    assert (_ingatkan(BATAS, kirim), diingatkan) == (1, [satu.pk])


def test_batas_yang_bergeser_saat_daftar_dibaca_dihitung_menurut_yang_baru(acuan):
    satu, dua = permohonan_lengkap(RABU), permohonan_lengkap(RABU)
    diingatkan = []

    def kirim(jangka, tingkat, sisa):
        diingatkan.append(jangka.perkara_id)
        dua.jangka.update(batas=date(2025, 9, 30))

    assert (_ingatkan(BATAS, kirim), diingatkan) == (1, [satu.pk])


def test_yang_paling_mendesak_didahulukan(acuan, kotak):
    nanti, segera = permohonan_lengkap(date(2025, 8, 7)), permohonan_lengkap(RABU)

    _ingatkan(date(2025, 8, 20), kotak)

    assert [nomor for nomor, *_ in kotak.isi] == [segera.nomor, nanti.nomor]


def test_perpanjangan_memulai_tangga_baru(acuan, kotak):
    ada = permohonan_lengkap(RABU)
    _ingatkan(BATAS, kotak)
    perpanjang(ada, BATAS)

    _ingatkan(date(2025, 9, 1), kotak)

    assert [(batas, t) for _n, batas, t, _s in kotak.isi] == [
        (BATAS, "h-0"),
        (date(2025, 9, 1), "h-0"),
    ]


def test_batas_yang_bergeser_oleh_kalender_diingatkan_lagi(acuan, kotak):
    ada = permohonan_lengkap(RABU)
    _ingatkan(BATAS, kotak)
    kalender = kalender_berlaku()
    besok = {BATAS: kalender.libur[date(2025, 8, 18)]}
    geser = type(kalender)(libur={**kalender.libur, **besok}, tahun_pasti=kalender.tahun_pasti)
    hitung_ulang(ada, geser, siang(BATAS))

    _ingatkan(date(2025, 8, 22), kotak)

    assert kotak.tingkat == ["h-0", "h-0"]


def test_gagal_menulis_pesan_diulang_pada_putaran_berikut(acuan, kotak):
    permohonan_lengkap(RABU)

    def mati(jangka, tingkat, sisa):
        raise MemoryError

    with pytest.raises(MemoryError):
        _ingatkan(BATAS, mati)

    assert PengingatPermohonan.objects.count() == 0
    assert (_ingatkan(BATAS, kotak), kotak.tingkat) == (1, ["h-0"])


@pytest.mark.lambat
def test_dua_pekerja_serentak_mengingatkan_sekali(acuan_nyata):
    nomor = [permohonan_lengkap(RABU).nomor for _ in range(3)]
    mulai, terkirim, jumlah = threading.Barrier(2), [], []

    def kirim(jangka, tingkat, sisa):
        time.sleep(0.05)  # long enough for the other worker to meet this one
        terkirim.append(jangka.perkara.nomor)

    def pekerja():
        try:
            mulai.wait(10)
            jumlah.append(_ingatkan(BATAS, kirim))
        finally:
            connection.close()

    utas = [threading.Thread(target=pekerja) for _ in range(2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join(20)

    assert (sorted(terkirim), sum(jumlah), len(jumlah)) == (nomor, 3, 2)
    assert PengingatPermohonan.objects.count() == 3


def test_penerima_bertambah_menurut_tingkat(db):
    dinas = UnitFactory()
    upt = UnitFactory(induk=dinas)
    pelaksana = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=upt)
    kepala = PenggunaFactory(peran=Peran.KEPALA_OPD, unit=dinas)
    utama = PenggunaFactory(peran=Peran.PPID_UTAMA)

    assert {t.kunci: pemegang(t.peran, BATAS, upt) for t in TANGGA} == {
        "h-3": [pelaksana],
        "h-1": [pelaksana],
        "h-0": [pelaksana],
        "h+1": [pelaksana, kepala],
        "h+3": [pelaksana, kepala, utama],
    }
