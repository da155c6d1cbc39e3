"""The keeper: a detached process that runs one server for as long as anybody uses it.

It holds `penjaga.kunci` exclusively, and `siap.kunci` as long as the server answers. Every user holds `pemakai.kunci` shared for its life; the
kernel drops that lock even after kill -9. When the keeper could take it for a few seconds, nobody
is left, and it stops the server and leaves. There are no counts and no pid lists to go stale.
"""

import contextlib
import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ppid_portal.server import alamat
from ppid_portal.server.layanan import Layanan, Tempat, siapkan_folder_soket
from ppid_portal.server.postgres import Postgres
from ppid_portal.server.proses import GagalMenyala, ekor, hentikan, lingkungan_bersih, nyalakan
from ppid_portal.server.redis import Redis

LAYANAN: dict[str, type[Postgres] | type[Redis]] = {"postgres": Postgres, "redis": Redis}
_JEDA = 0.2
_BATAS_MENYALA = 90.0


def _tenggang() -> float:
    """Seconds without a user before the server stops."""
    return float(os.environ.get("PPID_TENGGANG") or 3)


def _ambil(berkas: IO[str], cara: int) -> bool:
    try:
        fcntl.flock(berkas, cara | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


class Penjaga:
    """One server and its life."""

    def __init__(self, layanan: Layanan) -> None:
        self.layanan = layanan
        self.tempat = layanan.tempat
        self.diminta_henti = False
        self.proses: subprocess.Popen[bytes] | None = None

    def jaga(self) -> int:
        """Run the server until nobody uses it; 0 when all went well or another keeper is at work."""
        self.tempat.siapkan()
        with self.tempat.kunci_penjaga.open("a+") as kunci:
            if not _ambil(kunci, fcntl.LOCK_EX):
                return 0
            self.tempat.gagal.unlink(missing_ok=True)
            for sinyal in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                signal.signal(sinyal, self._minta_henti)
            try:
                return self._nyala_lalu_tunggu()
            except GagalMenyala as e:
                self.tempat.gagal.write_text(str(e))
                return 1

    def _minta_henti(self, *_: object) -> None:
        self.diminta_henti = True

    def _nyala_lalu_tunggu(self) -> int:
        pemakai = self.tempat.kunci_pemakai.open("a+")
        siap = self.tempat.kunci_siap.open("w")
        with pemakai, siap:
            try:
                with _kunci_soket(self.tempat, fcntl.LOCK_SH):
                    siapkan_folder_soket(self.tempat.soket)
                    self.layanan.siapkan()
                    self._nyalakan()
                siap.write(str(os.getpid()))
                siap.flush()
                fcntl.flock(siap, fcntl.LOCK_EX)
                self._tunggu_sepi(pemakai)
            finally:
                fcntl.flock(siap, fcntl.LOCK_UN)
                self._hentikan()
        return 0

    def _nyalakan(self) -> None:
        self.proses = nyalakan(
            self.layanan.perintah(),
            log=self.tempat.log,
            folder=Path("/"),
            lingkungan=lingkungan_bersih(),
            pdeathsig=self.layanan.sinyal_henti,
        )
        batas = time.monotonic() + _BATAS_MENYALA
        while not self.layanan.siap():
            if self.proses.poll() is not None or time.monotonic() > batas:
                raise GagalMenyala(
                    f"{self.tempat.nama} tidak menyala. Baris terakhir {self.tempat.log}:\n"
                    f"{ekor(self.tempat.log)}"
                )
            if self.diminta_henti:
                return
            time.sleep(0.02)

    def _tunggu_sepi(self, pemakai: IO[str]) -> None:
        """Return when the server ended, a stop was asked for, or nobody is left.

        In the last case the users' lock stays ours, so that a newcomer waits until all is stopped
        instead of meeting a server that is about to go.
        """
        sepi_sejak: float | None = None
        while not self.diminta_henti and self.proses and self.proses.poll() is None:
            if _ambil(pemakai, fcntl.LOCK_EX):
                sepi_sejak = sepi_sejak or time.monotonic()
                if time.monotonic() - sepi_sejak >= _tenggang():
                    return
                fcntl.flock(pemakai, fcntl.LOCK_UN)
            else:
                sepi_sejak = None
            time.sleep(_JEDA)

    def _hentikan(self) -> None:
        if self.proses:
            hentikan(self.proses, self.layanan.sinyal_henti)
        with _kunci_soket(self.tempat, fcntl.LOCK_EX) as sendiri:
            if sendiri:
                with contextlib.suppress(OSError):  # the other server's socket is still in it
                    self.tempat.soket.rmdir()


@contextlib.contextmanager
def _kunci_soket(tempat: Tempat, cara: int) -> Iterator[bool]:
    """Keep one keeper from removing the socket folder while the other starts in it."""
    with (alamat.folder_data(tempat.base, tempat.cluster) / "soket.kunci").open("a+") as berkas:
        if cara == fcntl.LOCK_SH:
            fcntl.flock(berkas, cara)
            yield True
        else:
            yield _ambil(berkas, cara)


def main(argumen: list[str]) -> int:
    base, cluster, nama = argumen
    return Penjaga(LAYANAN[nama](Tempat(Path(base), cluster, nama))).jaga()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
