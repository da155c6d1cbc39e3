"""Reminders: the ladder, who is told at each step, and never twice, whatever dies meanwhile."""

import os
import signal
import subprocess
import sys
import time
from datetime import date

import pytest
from celery import current_app
from celery.contrib.testing.worker import start_worker
from django.conf import settings as pengaturan
from django.db import connection, transaction

from permohonan import actions, tasks
from permohonan.models import JangkaDisposisi, PengingatDisposisi, PengingatPermohonan
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory, UnitFactory
from tests.factories.permohonan import SENIN, PermohonanFactory


@pytest.fixture
def kepala(unit):
    return PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit)


def penerima(mulai):
    semua = Pesan.objects.filter(kunci__startswith=mulai)
    return sorted(p.tujuan for p in semua)


# The inner term: Monday 2 February, three working days, last day Thursday 5 February.
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("hari", "tingkat", "siapa"),
    [
        (date(2026, 2, 2), "h-3", ["pelaksana"]),
        (date(2026, 2, 4), "h-1", ["pelaksana"]),
        (date(2026, 2, 5), "h-0", ["pelaksana"]),
        (date(2026, 2, 6), "h+1", ["pelaksana", "kepala"]),
        (date(2026, 2, 10), "h+3", ["pelaksana", "kepala", "ppid"]),
    ],
)
def test_tangga_pengingat_disposisi(hari, tingkat, siapa, unit, pelaksana, kepala, ppid):
    orang = {"pelaksana": pelaksana, "kepala": kepala, "ppid": ppid}
    PermohonanFactory(diproses=True, unit=unit, pada=SENIN)

    actions.ingatkan_tenggat(hari)

    assert [p.tingkat for p in PengingatDisposisi.objects.all()] == [tingkat]
    assert penerima("pengingat/jangkadisposisi") == sorted(orang[nama].email for nama in siapa)


@pytest.mark.django_db
def test_pengingat_permohonan_ke_meja_dan_unit_yang_memegang(unit, pelaksana, petugas, ppid):
    UnitFactory()
    PermohonanFactory(diproses=True, unit=unit, pada=SENIN)

    actions.ingatkan_tenggat(date(2026, 2, 11))

    assert [p.tingkat for p in PengingatPermohonan.objects.all()] == ["h-3"]
    assert penerima("pengingat/jangkapermohonan") == sorted(
        [petugas.email, ppid.email, pelaksana.email]
    )


@pytest.mark.django_db
def test_pengingat_tidak_pernah_dua_kali(unit, pelaksana):
    PermohonanFactory(diproses=True, unit=unit, pada=SENIN)

    jumlah = [actions.ingatkan_tenggat(date(2026, 2, 4)) for _ in range(3)]

    assert (jumlah, Pesan.objects.filter(kunci__startswith="pengingat").count()) == ([1, 0, 0], 1)


@pytest.mark.django_db
def test_hari_libur_tidak_ada_pengingat(unit, pelaksana):
    PermohonanFactory(diproses=True, unit=unit, pada=SENIN)

    assert actions.ingatkan_tenggat(date(2026, 2, 7)) == 0


@pytest.mark.django_db
def test_yang_sudah_dijawab_tidak_diingatkan(unit, pelaksana):
    PermohonanFactory(telaah=True, unit=unit, pada=SENIN)

    actions.ingatkan_tenggat(date(2026, 2, 5))

    assert PengingatDisposisi.objects.count() == 0


@pytest.mark.django_db
def test_pengingat_menyebut_apa_kapan_mengapa_dan_tautan(unit, pelaksana):
    permohonan = PermohonanFactory(diproses=True, unit=unit, pada=SENIN)
    disposisi = permohonan.disposisi.get()

    actions.ingatkan_tenggat(date(2026, 2, 4))

    pesan = Pesan.objects.get(kunci__startswith="pengingat")
    baris = [satu for satu in pesan.isi.splitlines() if satu]
    assert pesan.judul == f"{permohonan.nomor}: tersisa 1 hari kerja"
    assert baris[0] == (
        f"Unit menjawab disposisi untuk permohonan {permohonan.nomor}: "
        "paling lambat Kamis, 5 Februari 2026."
    )
    assert baris[2] == (
        f"Buka di meja PPID: {pengaturan.ALAMAT_SITUS}"
        f"/admin/permohonan/disposisi/{disposisi.pk}/change/"
    )
    assert permohonan.pemohon.nama not in pesan.isi


# --- real workers on the real broker
RABU = "2026-02-04"  # one working day before the last of the inner terms
PEKERJA = """
import sys
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[1]
from ppid_portal.celery import app
app.worker_main(["worker", "--pool=solo", "-Q", sys.argv[2], "--without-gossip", "--without-mingle"])
"""


@pytest.fixture
def antrean():
    """Return the name of a queue of this test alone."""
    nama = f"uji-{os.getpid()}-{time.monotonic_ns()}"
    yield nama
    with current_app.connection_for_write() as sambungan:
        sambungan.default_channel.queue_delete(nama)


def tunggu(syarat, detik=30):
    selesai = time.monotonic() + detik
    while time.monotonic() < selesai:
        if syarat():
            return True
        time.sleep(0.05)
    return False


def disposisi_sebanyak(banyak, unit):
    for _ in range(banyak):
        PermohonanFactory(diproses=True, unit=unit, pada=SENIN)


def kunci_pengingat():
    return list(Pesan.objects.filter(kunci__startswith="pengingat").values_list("kunci", flat=True))


def pekerja(antrean, nama):
    return start_worker(
        current_app,
        pool="solo",
        queues=[antrean],
        hostname=f"{nama}@uji",
        perform_ping_check=False,
        shutdown_timeout=60,
    )


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_masing_masing_pengingat_sekali(unit, pelaksana, antrean):
    disposisi_sebanyak(8, unit)

    with pekerja(antrean, "satu"), pekerja(antrean, "dua"):
        for _ in range(4):
            tasks.ingatkan_tenggat.apply_async([RABU], queue=antrean)
        assert tunggu(lambda: len(kunci_pengingat()) == 8)

    assert PengingatDisposisi.objects.count() == 8
    assert len(kunci_pengingat()) == 8


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_pekerja_yang_dibunuh_tidak_menggandakan_dan_tidak_menghilangkan(unit, pelaksana, antrean):
    disposisi_sebanyak(6, unit)
    keempat = JangkaDisposisi.objects.order_by("batas", "pk")[3]
    korban = subprocess.Popen(
        [sys.executable, "-c", PEKERJA, connection.settings_dict["NAME"], antrean],
        cwd=pengaturan.BASE_DIR,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        with transaction.atomic():  # the worker stops before the fourth, and dies there
            JangkaDisposisi.objects.select_for_update().get(pk=keempat.pk)
            tasks.ingatkan_tenggat.apply_async([RABU], queue=antrean)
            assert tunggu(lambda: PengingatDisposisi.objects.count() == 3)
            korban.send_signal(signal.SIGKILL)
            korban.wait(timeout=10)
    finally:
        korban.kill()
    sebelum = len(kunci_pengingat())

    with pekerja(antrean, "pengganti"):
        tasks.ingatkan_tenggat.apply_async([RABU], queue=antrean)
        assert tunggu(lambda: len(kunci_pengingat()) == 6)

    assert (sebelum, PengingatDisposisi.objects.count(), len(kunci_pengingat())) == (3, 6, 6)
