"""Write the gallery into a folder, to be looked at: `python -m tests.tampilan FOLDER`."""

import os
import sys
from importlib import import_module
from pathlib import Path

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ppid_portal.settings")
    django.setup()
    import_module("tests.tampilan.galeri").tulis(Path(sys.argv[1]))
