"""What the complaint's tests share: the calendar of 2026, officers, a case at each stage."""

from io import StringIO

import pytest
from django.core.management import call_command

from pengaduan import actions
from pengaduan.enums import Aksi, JenisTanggapan
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import PELAPOR, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan
from tests.factories.kernel import UnitFactory
from tests.factories.pengaduan import PengaduanFactory, saat

KOORDINATOR = Pelaku(frozenset({Peran.ADMIN_KOORDINATOR}), nama="Koordinator")
INSPEKTORAT = Pelaku(frozenset({Peran.INSPEKTORAT}), nama="Inspektorat")


@pytest.fixture(autouse=True)
def berkas_sementara(monkeypatch, tmp_path):
    """Let private files lie in this test's own folder."""
    simpanan = Berkas._meta.get_field("isi").storage
    for nama in ("base_location", "location"):
        monkeypatch.setitem(vars(simpanan), nama, str(tmp_path))


@pytest.fixture
def kalender(db):
    call_command("muat_acuan", stdout=StringIO())


@pytest.fixture
def unit(db):
    return UnitFactory(nama="Dinas Perhubungan")


@pytest.fixture
def penghubung(unit):
    return Pelaku(frozenset({Peran.PEJABAT_PENGHUBUNG}), unit=frozenset({unit.pk}))


@pytest.fixture
def penghubung_lain(db):
    lain = UnitFactory(nama="Dinas Kesehatan")
    return Pelaku(frozenset({Peran.PEJABAT_PENGHUBUNG}), unit=frozenset({lain.pk}))


@pytest.fixture
def baru(kalender):
    return PengaduanFactory()


@pytest.fixture
def terverifikasi(baru, unit):
    return actions.teruskan(
        baru, aksi=Aksi.TERUSKAN_PENGADUAN, unit=unit, pelaku=KOORDINATOR, pada=saat("2026-04-07")
    )


@pytest.fixture
def diproses(terverifikasi, penghubung):
    return actions.beri_tanggapan(
        terverifikasi, tanggapan="Kami periksa.", pelaku=penghubung, pada=saat("2026-04-08")
    )


@pytest.fixture
def ditanggapi(diproses, penghubung):
    """Answered on Friday 10 April 2026 with a dated plan."""
    return actions.beri_tanggapan(
        diproses,
        tanggapan="Lampu diganti bulan depan.",
        jenis=JenisTanggapan.RENCANA,
        tanggal=saat("2026-05-04").date(),
        pelaku=penghubung,
        pada=saat("2026-04-10"),
    )


@pytest.fixture
def selesai(ditanggapi):
    """Closed by the reporter on Monday 13 April 2026."""
    return jalankan(ditanggapi, Aksi.SELESAIKAN, PELAPOR, pada=saat("2026-04-13"))
