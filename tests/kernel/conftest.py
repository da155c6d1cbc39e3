"""What the kernel's tests share: the reference calendar as `muat_acuan` loads it."""

from datetime import date
from io import StringIO

import pgtrigger
import pytest
from django.core.management import call_command
from django.db import transaction
from django.template import engines

from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Berkas, HariLibur, VersiKalender
from tests.factories.kernel import PenggunaFactory

SEBELUM_SKB_AGUSTUS = date(2025, 8, 6)


@pytest.fixture(scope="session")
def _dimuat(django_db_setup, django_db_blocker):
    """Load once a session and take it back: the calendars, and the rows to copy them from."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("muat_acuan", stdout=StringIO())
        kalender = {hari: kalender_berlaku(hari) for hari in (None, SEBELUM_SKB_AGUSTUS)}
        baris = list(VersiKalender.objects.order_by("pk")), list(HariLibur.objects.all())
        transaction.set_rollback(True)
    return kalender, baris


@pytest.fixture(scope="session")
def kalender_menurut_hari(_dimuat):
    """The calendar now (None), and as it was known on a day."""
    return _dimuat[0]


@pytest.fixture(scope="session")
def kalender_acuan(kalender_menurut_hari):
    return kalender_menurut_hari[None]


def salin_acuan(dimuat):
    """Write the reference calendar into this test's database."""
    versi, hari = dimuat[1]
    with pgtrigger.ignore("kernel.HariLibur:hari_tetap"):
        VersiKalender.objects.bulk_create(versi)
        HariLibur.objects.bulk_create(hari)


@pytest.fixture
def acuan(db, _dimuat):
    salin_acuan(_dimuat)


@pytest.fixture
def acuan_nyata(transactional_db, _dimuat):
    """The same where transactions are real: for threads."""
    salin_acuan(_dimuat)


@pytest.fixture
def berkas_sementara(monkeypatch, tmp_path):
    """Let private files lie in this test's own folder."""
    folder = tmp_path / "berkas"
    simpanan = Berkas._meta.get_field("isi").storage
    for nama in ("base_location", "location"):
        monkeypatch.setitem(vars(simpanan), nama, str(folder))
    return folder


@pytest.fixture
def templat_unfold(monkeypatch):
    """Let Unfold's own templates use variables that are not always there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def masuk(client, templat_unfold):
    """Log in as a new officer and return the client."""

    def sebagai(peran=None, **lain):
        client.force_login(PenggunaFactory(peran=peran, **lain))
        return client

    return sebagai
