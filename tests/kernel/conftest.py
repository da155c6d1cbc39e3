"""What the kernel's tests share: the reference calendar, and a case on real tables."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from ppid_portal.kernel.libur import kalender_berlaku

SEBELUM_SKB_AGUSTUS = date(2025, 8, 6)


@pytest.fixture(scope="session")
def kalender_menurut_hari(django_db_setup, django_db_blocker):
    """Return the calendar as `muat_acuan` puts it into the database: now, and as known on a day."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("muat_acuan", stdout=StringIO())
        hasil = {hari: kalender_berlaku(hari) for hari in (None, SEBELUM_SKB_AGUSTUS)}
        transaction.set_rollback(True)
    return hasil


@pytest.fixture(scope="session")
def kalender_acuan(kalender_menurut_hari):
    return kalender_menurut_hari[None]


@pytest.fixture
def acuan(db):
    """Load the reference calendar into this test's database."""
    call_command("muat_acuan", stdout=StringIO())
