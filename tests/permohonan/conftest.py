"""What the request's tests share: officers of every kind, and the letters kept out of the way."""

from io import StringIO

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command

from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory, UnitFactory


@pytest.fixture(autouse=True)
def folder_berkas(settings, monkeypatch, tmp_path):
    """Keep uploads and letters of a test in its own folder; nothing is collected for tests."""
    statis, berkas = tmp_path / "statis", tmp_path / "berkas"
    statis.mkdir()
    settings.STATIC_ROOT = statis
    kolom = Berkas._meta.get_field("isi")
    monkeypatch.setattr(kolom, "storage", FileSystemStorage(location=berkas))
    return berkas


@pytest.fixture
def acuan(db):
    """Load the reference calendar into this test's database."""
    call_command("muat_acuan", stdout=StringIO())


@pytest.fixture
def unit(db):
    return UnitFactory()


@pytest.fixture
def petugas(db):
    return PenggunaFactory(peran=Peran.PETUGAS)


@pytest.fixture
def ppid(db):
    return PenggunaFactory(peran=Peran.PPID_UTAMA)


@pytest.fixture
def pelaksana(unit):
    return PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit)


@pytest.fixture
def unit_lain(db):
    """Return an officer of another unit."""
    return PenggunaFactory(peran=Peran.PPID_PELAKSANA)


@pytest.fixture
def orang_asing(db):
    """Return an account without any role."""
    return PenggunaFactory()
