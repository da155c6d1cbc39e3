"""Command line of the demo: `python -m ppid_portal.demo [--port 8123]`."""

import argparse
import sys

from ppid_portal.demo.jalan import Jalan
from ppid_portal.demo.pelabuhan import PortTerpakai
from ppid_portal.server.proses import GagalMenyala, ikut_induk


def main() -> int:
    pengurai = argparse.ArgumentParser(
        prog="python -m ppid_portal.demo", description="Menjalankan portal PPID di komputer ini."
    )
    pengurai.add_argument(
        "--port", type=int, help="port web; tanpa ini dicari yang bebas dari 8000"
    )
    pengurai.add_argument(
        "--ikut-induk", action="store_true", help="berhenti bila proses yang memanggil mati (make)"
    )
    argumen = pengurai.parse_args()
    if argumen.ikut_induk:
        ikut_induk()
    try:
        return Jalan(argumen.port).jalankan()
    except (GagalMenyala, PortTerpakai) as e:
        sys.stderr.write(f"{e}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
