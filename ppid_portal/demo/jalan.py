"""The life of one demo: start everything, say where it is, stop everything."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NoReturn

from ppid_portal.demo import pelabuhan
from ppid_portal.demo.rombongan import Rombongan
from ppid_portal.server.pakai import Pemakaian, pastikan
from ppid_portal.server.proses import GagalMenyala, mati_bersama_induk

BASE = Path(__file__).resolve().parent.parent.parent
_BATAS_WEB = 90.0  # seconds until the web server must answer
_BATAS_SEHAT = 15.0  # seconds more until all parts must be well
_TUNDA = 0.1


class Berhenti(Exception):
    """Somebody asked the demo to stop."""


def _minta_henti(*_: object) -> None:
    raise Berhenti


def _tulis(teks: str) -> None:
    """Tell whoever watches; a terminal that was closed must not keep us from tidying up."""
    with contextlib.suppress(OSError):
        sys.stdout.write(teks + "\n")
        sys.stdout.flush()


def _lingkungan(port: int) -> dict[str, str]:
    alamat = f"http://{pelabuhan.HOST}:{port}"
    return {"ALAMAT_SITUS": alamat, **os.environ, "PPID_DEMO": "1", "PYTHONUNBUFFERED": "1"}


def _siapkan(lingkungan: dict[str, str]) -> dict[str, Any]:
    """Migrate and load data in a process of its own; give back what it reports."""
    with subprocess.Popen(
        [sys.executable, "-m", "ppid_portal.demo.siapkan"],
        cwd=BASE,
        env=lingkungan,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        start_new_session=True,  # Ctrl-C is ours to pass on
        preexec_fn=mati_bersama_induk(signal.SIGTERM),
    ) as proses:
        try:
            keluaran, _ = proses.communicate()
        except Berhenti:
            proses.terminate()
            raise
    if proses.returncode:
        raise GagalMenyala("Basis data tidak dapat disiapkan. Sebabnya tertulis di atas.")
    laporan: dict[str, Any] = json.loads(keluaran)
    return laporan


class Jalan:
    """One run of the demo."""

    def __init__(self, port: int | None) -> None:
        self.port = pelabuhan.pilih(port)
        self.mulai = time.monotonic()
        self.waktu: list[tuple[str, float]] = []
        self.pemakaian: list[Pemakaian] = []
        self.rombongan: Rombongan | None = None

    def _catat(self, nama: str) -> None:
        """Note how long the step that just ended took."""
        self.waktu.append((nama, time.monotonic() - self.mulai - sum(w for _, w in self.waktu)))

    def jalankan(self) -> int:
        """Start, announce, watch; whatever happens, leave nothing behind."""
        for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sinyal, _minta_henti)
        try:
            self._awasi(self._nyalakan())
        except Berhenti:
            return 0
        finally:
            for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(sinyal, signal.SIG_IGN)
            self._hentikan()

    def _nyalakan(self) -> Rombongan:
        _tulis("Menyiapkan portal PPID. (Starting.)")
        self.pemakaian = pastikan(BASE)
        self._catat("server")
        lingkungan = _lingkungan(self.port)
        laporan = _siapkan(lingkungan)
        self._catat("data")
        self.rombongan = Rombongan(BASE, lingkungan)
        self.rombongan.berangkat(self.port)
        sehat = self._tunggu_web(self.rombongan)
        self._catat("web")
        _tulis(self._pengumuman(laporan, sehat))
        return self.rombongan

    def _hentikan(self) -> None:
        if self.rombongan:
            _tulis("\nMenghentikan semuanya. (Stopping.)")
            self.rombongan.hentikan()
        for pemakaian in self.pemakaian:
            pemakaian.akhiri()

    def _tunggu_web(self, rombongan: Rombongan) -> bool:
        """Wait for the first answer, then a little longer for a good one."""
        batas = time.monotonic() + _BATAS_WEB
        pernah_menjawab = False
        while time.monotonic() < batas:
            self._periksa(rombongan)
            status = pelabuhan.jawaban(self.port, "/sehat/")
            if status == 200:
                return True
            if status is not None and not pernah_menjawab:
                pernah_menjawab = True
                batas = time.monotonic() + _BATAS_SEHAT
            time.sleep(_TUNDA)
        if not pernah_menjawab:
            raise GagalMenyala(f"Web belum juga menjawab. Lihat catatan di {rombongan.log}.")
        return False

    def _awasi(self, rombongan: Rombongan) -> NoReturn:
        while True:
            self._periksa(rombongan)
            time.sleep(1)

    def _periksa(self, rombongan: Rombongan) -> None:
        if nama := rombongan.yang_berhenti():
            raise GagalMenyala(
                f"Proses {nama} berhenti sendiri. Lihat {rombongan.log / f'{nama}.log'}."
            )
        for pemakaian in self.pemakaian:
            if not pemakaian.hidup():
                raise GagalMenyala(
                    f"{pemakaian.tempat.nama} berhenti sendiri. Lihat {pemakaian.tempat.log}."
                )

    def _pengumuman(self, laporan: dict[str, Any], sehat: bool) -> str:
        alamat = f"http://{pelabuhan.HOST}:{self.port}"
        rinci = ", ".join(f"{nama} {_detik(lama)}" for nama, lama in self.waktu)
        baris = [
            "",
            f"Portal siap dalam {_detik(sum(w for _, w in self.waktu))} ({rinci}). (Ready.)",
            f"  Halaman warga (public site)  {alamat}/",
            f"  Meja petugas (back office)   {alamat}{laporan['meja']}",
            "",
            "Akun contoh, hanya untuk peragaan (demo accounts: user, password, role)",
            *_tabel(laporan["akun"]),
            "",
            "Tekan Ctrl-C untuk menghentikan semuanya. (Ctrl-C stops everything.)",
        ]
        if not sehat:
            baris.insert(
                2, f"  Belum semua bagian sehat. Lihat {alamat}/sehat/ (not all parts are well yet)"
            )
        return "\n".join(baris)


def _detik(lama: float) -> str:
    return f"{lama:.1f} dtk".replace(".", ",")


def _tabel(akun: list[list[str]]) -> list[str]:
    """Accounts in aligned columns."""
    lebar = [max((len(a[i]) for a in akun), default=0) for i in (0, 1)]
    return [f"  {nama:<{lebar[0]}}  {sandi:<{lebar[1]}}  {ket}" for nama, sandi, ket in akun]
