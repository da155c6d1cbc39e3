"""What every test gets without asking: private files of its own."""

import pytest

from ppid_portal.kernel.models import Berkas


@pytest.fixture(autouse=True)
def _berkas_milik_tes(monkeypatch, tmp_path, settings):
    """No test writes into the checkout: the storage is told another place, once made as it is."""
    folder = tmp_path / "berkas"
    simpanan = Berkas._meta.get_field("isi").storage
    for nama in ("base_location", "location"):
        monkeypatch.setitem(vars(simpanan), nama, str(folder))
    settings.BERKAS_ROOT = folder
