"""What the tests of the register share: a place for files that goes away, the real list."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command

from informasi.queries import sinonim
from ppid_portal.kernel.models import Berkas
from tests.factories.kernel import UnitFactory

DIP = settings.BASE_DIR / "data" / "contoh" / "dip.csv"


@pytest.fixture(autouse=True)
def tempat_berkas(tmp_path, monkeypatch):
    """Keep the files of a test in its own folder."""
    folder = tmp_path / "berkas"
    penyimpanan = Berkas._meta.get_field("isi").storage
    monkeypatch.setitem(penyimpanan.__dict__, "base_location", folder)
    monkeypatch.setitem(penyimpanan.__dict__, "location", str(folder))
    return folder


@pytest.fixture(autouse=True)
def sinonim_segar():
    """The cache knows of no synonym until a test forgets it; nothing is left to the next."""
    cache.set(sinonim.KUNCI, {}, sinonim.MASA)
    yield
    sinonim.lupakan()


@pytest.fixture
def pemda(db):
    return UnitFactory(jenis="pemda", nama="Kabupaten Contoh", slug="kabupaten-contoh")


@pytest.fixture
def impor(pemda):
    """Import a list and return what the command said."""

    def jalankan(berkas=DIP, *pilihan, **isian):
        keluaran = StringIO()
        call_command("impor_dip", str(berkas), *pilihan, stdout=keluaran, **isian)
        return keluaran.getvalue().splitlines()

    return jalankan
