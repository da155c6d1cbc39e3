"""A real browser against the live server, with a real Celery worker beside it."""

from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from celery.contrib.testing.worker import start_worker
from django.core.cache import cache

from ppid_portal.celery import app

LEBAR = {"telepon": {"width": 360, "height": 800}, "meja": {"width": 1280, "height": 900}}


@pytest.fixture(params=LEBAR, ids=list(LEBAR))
def lebar(request):
    return LEBAR[request.param]


@pytest.fixture
def orang(chromium, live_server, lebar):
    """Return a maker of people: each has a browser of its own, and pages that name their errors."""
    konteks = []

    def buat(**pilihan):
        satu = chromium.new_context(
            viewport=lebar,
            base_url=live_server.url,
            locale="id-ID",
            accept_downloads=True,
            **pilihan,
        )
        konteks.append(satu)
        laman = satu.new_page()
        laman.set_default_timeout(15_000)
        laman.galat = []
        laman.on("pageerror", lambda e: laman.galat.append(str(e)))
        laman.on(
            "console",
            lambda m: laman.galat.append(m.text) if "Content Security Policy" in m.text else None,
        )
        return laman

    yield buat
    for satu in konteks:
        satu.close()


@pytest.fixture
def axe():
    """Return a check: no violation of WCAG 2.2 AA on the page as it stands, nothing wider than it."""
    mesin = Axe()

    def periksa(laman):
        hasil = mesin.run(
            laman,
            options={
                "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
            },
        )
        temuan = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in hasil.response["violations"]]
        assert temuan == [], f"{laman.url}: {temuan}"
        assert laman.galat == []
        lebih = laman.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert lebih <= 0, f"{laman.url}: {lebih} px lebih lebar dari layar"

    return periksa


@pytest.fixture
def pekerja(transactional_db):
    """A real worker on the real broker, for as long as the block lasts."""

    @contextmanager
    def jalan():
        with app.connection_for_write() as sambungan:
            sambungan.default_channel.client.flushdb()
        # A worker of another test may have told the app to listen elsewhere.
        antrean = [app.conf.task_default_queue]
        with start_worker(
            app, queues=antrean, perform_ping_check=False, pool="solo", shutdown_timeout=60
        ):
            yield

    cache.clear()
    return jalan
