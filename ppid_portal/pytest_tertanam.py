"""Pytest plugin, loaded by `-p` so that the servers run before pytest-django reads the settings.

The cluster is thrown away: it skips fsync. Set PPID_CLUSTER=uji-NAME to run a second suite beside
the first in the same checkout.
"""

import os
from pathlib import Path

import pytest

from ppid_portal.server import alamat
from ppid_portal.server.pakai import pastikan
from ppid_portal.server.proses import GagalMenyala

if not alamat.cluster().startswith(alamat.AWALAN_UJI):
    os.environ["PPID_CLUSTER"] = alamat.AWALAN_UJI
try:
    _pemakaian = pastikan(Path(__file__).resolve().parent.parent)
except GagalMenyala as e:
    pytest.exit(str(e), returncode=3)


def pytest_unconfigure() -> None:
    """See the servers stop, so that the summary is the last word of a run."""
    for satu in _pemakaian:
        satu.akhiri()
