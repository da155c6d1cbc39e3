#!/usr/bin/env python
"""Django's command line; starts the servers a command needs when no address for them was given."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from ppid_portal.server.pakai import pastikan
from ppid_portal.server.proses import GagalMenyala

TANPA_SERVER = {
    "",
    "help",
    "version",
    "check",
    "collectstatic",
    "findstatic",
    "makemessages",
    "compilemessages",
    "spectacular",
}


def butuh_server(argumen: list[str]) -> bool:
    """Whether this command line may touch the database or the queue."""
    perintah = argumen[1] if len(argumen) > 1 else ""
    minta_bantuan = perintah.startswith("-") or {"-h", "--help"} & set(argumen)
    return not (minta_bantuan or perintah in TANPA_SERVER)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ppid_portal.settings")
    if butuh_server(sys.argv):
        try:
            pastikan(Path(__file__).resolve().parent)
        except GagalMenyala as e:
            sys.exit(str(e))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
