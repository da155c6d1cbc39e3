"""The port the demo listens on, and whether something answers there."""

import http.client
import socket

HOST = "127.0.0.1"
PORT_BIASA = 8000
_BATAS_COBA = 50


class PortTerpakai(Exception):
    """The port asked for is taken, or none is free."""


def bebas(port: int) -> bool:
    """Whether a server could listen here."""
    with socket.socket(socket.AF_INET) as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            s.bind((HOST, port))
        except OSError:
            return False
    return True


def pilih(diminta: int | None) -> int:
    """The port asked for, or the first free one from 8000 up when none was."""
    if diminta is not None:
        if not bebas(diminta):
            raise PortTerpakai(
                f"Port {diminta} sedang dipakai program lain. Pilih yang lain: make run PORT={diminta + 1}"
            )
        return diminta
    for port in range(PORT_BIASA, PORT_BIASA + _BATAS_COBA):
        if bebas(port):
            return port
    raise PortTerpakai(
        f"Port {PORT_BIASA} sampai {PORT_BIASA + _BATAS_COBA - 1} terpakai semua. "
        "Sebutkan port yang bebas, misalnya: make run PORT=9000"
    )


def jawaban(port: int, jalur: str) -> int | None:
    """Status code of a GET, None while nobody answers."""
    sambungan = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        sambungan.request("GET", jalur)
        return sambungan.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        sambungan.close()
