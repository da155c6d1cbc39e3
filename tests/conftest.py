"""What every test gets without asking: private files of its own; and one browser for all."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from ppid_portal.kernel.models import Berkas

# Playwright's loop lives in this thread; Django's guard against that does not apply to tests.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
PERAMBAN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BENDERA = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def chromium():
    """One browser a session: two loops of Playwright do not live in one thread."""
    jalur = next(filter(None, map(shutil.which, PERAMBAN)), None)
    assert jalur, "Tes peramban memerlukan Chromium."
    with sync_playwright() as pw:
        satu = pw.chromium.launch(executable_path=jalur, args=BENDERA)
        yield satu
        satu.close()


@pytest.fixture(autouse=True)
def _berkas_milik_tes(monkeypatch, tmp_path, settings):
    """No test writes into the checkout: the storage is told another place, once made as it is."""
    folder = tmp_path / "berkas"
    simpanan = Berkas._meta.get_field("isi").storage
    for nama in ("base_location", "location"):
        monkeypatch.setitem(vars(simpanan), nama, str(folder))
    settings.BERKAS_ROOT = folder
