"""What the keeper needs to know about a server, and where the server lives."""

import contextlib
import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import psutil

from ppid_portal.server import alamat
from ppid_portal.server.proses import NOBODY, GagalMenyala


@dataclass(frozen=True)
class Tempat:
    """Folders and files of one server of one cluster of one checkout."""

    base: Path
    cluster: str
    nama: str

    @property
    def folder(self) -> Path:
        return alamat.folder_data(self.base, self.cluster) / self.nama

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / f"{self.nama}.log"

    @property
    def soket(self) -> Path:
        return alamat.folder_soket(self.base, self.cluster)

    @property
    def tahan(self) -> bool:
        """Whether the data must survive a power cut."""
        return not self.cluster.startswith(alamat.AWALAN_UJI)

    @property
    def kunci_penjaga(self) -> Path:
        return self.folder / "penjaga.kunci"

    @property
    def kunci_pemakai(self) -> Path:
        return self.folder / "pemakai.kunci"

    @property
    def kunci_siap(self) -> Path:
        """Locked by the keeper while the server answers; it then holds the keeper's pid."""
        return self.folder / "siap.kunci"

    @property
    def gagal(self) -> Path:
        return self.folder / "gagal"

    def siapkan(self) -> None:
        """Make the folder; complain where it belongs to somebody else."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for berkas in (self.kunci_penjaga, self.kunci_pemakai, self.kunci_siap):
                berkas.touch()
        except PermissionError as e:
            raise GagalMenyala(
                f"{e.filename} tidak dapat ditulis oleh pengguna ini, mungkin karena pernah dibuat oleh "
                "root. Ubah pemiliknya dengan chown, atau hapus folder var/server."
            ) from e


class Layanan(Protocol):
    """A server the keeper can run."""

    tempat: Tempat
    sinyal_henti: signal.Signals

    def siapkan(self) -> None:
        """Make data, remove what a killed run left; the keeper's lock is held."""

    def perintah(self) -> list[str]:
        """The command that runs the server in the foreground."""

    def siap(self) -> bool:
        """Whether the server answers."""


def siapkan_folder_soket(folder: Path) -> None:
    """Make the private socket folder, refusing one that somebody else has put there."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    keadaan = folder.lstat()
    sah = {os.geteuid()} | ({NOBODY} if os.geteuid() == 0 else set())
    if folder.is_symlink() or not folder.is_dir() or keadaan.st_uid not in sah:
        raise GagalMenyala(f"{folder} milik pengguna lain. Hapus folder itu lebih dahulu.")
    folder.chmod(0o700)


def hentikan_sisa(berkas_pid: Path, data: Path, sinyal: signal.Signals) -> None:
    """Stop the server a killed keeper left on this data folder, then drop its stale pid file.

    The pid may by now belong to an unrelated process, so a process counts as ours only when it
    works inside the data folder. When that cannot be seen, wait for it rather than kill it.
    """
    try:
        proses = psutil.Process(int(berkas_pid.read_text().split("\n", 1)[0]))
        with contextlib.suppress(psutil.AccessDenied):
            if Path(proses.cwd()) != data.resolve():
                raise psutil.NoSuchProcess(proses.pid)
            proses.send_signal(sinyal)
        proses.wait(20)
    except (OSError, ValueError, psutil.NoSuchProcess):
        pass
    except psutil.TimeoutExpired as e:
        raise GagalMenyala(
            f"Proses {e.pid} masih memakai {data}. Hentikan proses itu, lalu coba lagi."
        ) from e
    berkas_pid.unlink(missing_ok=True)
