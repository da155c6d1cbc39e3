"""Asks clamd whether a file carries a virus, where CLAMD_SOCKET says that there is one."""

from __future__ import annotations

import socket
import struct

from django.conf import settings

POTONG = 65_536  # bytes sent at once
JEDA = 60.0  # seconds without a word from the scanner
JAWABAN_MAKS = 4_096  # bytes


class PemindaiGagal(Exception):
    """The scanner did not answer, or not in a way that says anything about the file."""


def tersedia() -> bool:
    """Answer whether a scanner is configured at all."""
    return bool(settings.CLAMD_SOCKET)


def pindai(isi: bytes) -> str:
    """Return the name of the virus, empty for none; raises PemindaiGagal."""
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as saluran:
            saluran.settimeout(JEDA)
            saluran.connect(settings.CLAMD_SOCKET)
            saluran.sendall(b"zINSTREAM\0")
            for awal in range(0, len(isi), POTONG):
                potong = isi[awal : awal + POTONG]
                saluran.sendall(struct.pack("!L", len(potong)) + potong)
            saluran.sendall(struct.pack("!L", 0))
            jawaban = _jawaban(saluran)
    except OSError as galat:
        raise PemindaiGagal(type(galat).__name__) from galat
    kata = jawaban.removeprefix("stream: ")
    if kata == "OK":
        return ""
    if kata.endswith(" FOUND"):
        return kata.removesuffix(" FOUND")
    raise PemindaiGagal(kata[:100])


def _jawaban(saluran: socket.socket) -> str:
    hasil = b""
    while not hasil.endswith(b"\0") and len(hasil) < JAWABAN_MAKS:
        bagian = saluran.recv(1_024)
        if not bagian:
            break
        hasil += bagian
    return hasil.rstrip(b"\0\n").decode("utf-8", "replace")
