"""Health checks of the containers: `python -m ppid_portal.server.periksa web|beat`."""

import http.client
import os
import sys
import time
from pathlib import Path

_PORT = 8000
_UMUR_JADWAL = 900  # seconds; beat writes its schedule every few minutes


def web_sehat(port: int = _PORT) -> bool:
    """Whether the web server answers that all parts are well, asked as the proxy would."""
    tuan_rumah = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0]
    sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        sambungan.request("GET", "/sehat/", headers={"Host": tuan_rumah})
        return sambungan.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        sambungan.close()


def beat_berdetak(jadwal: Path, sekarang: float) -> bool:
    """Whether beat has written its schedule lately."""
    try:
        return sekarang - jadwal.stat().st_mtime < _UMUR_JADWAL
    except OSError:
        return False


def main(argumen: list[str]) -> int:
    match argumen:
        case ["web"]:
            return 0 if web_sehat() else 1
        case ["beat", jadwal]:
            return 0 if beat_berdetak(Path(jadwal), time.time()) else 1
    sys.stderr.write("python -m ppid_portal.server.periksa web | beat BERKAS_JADWAL\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
