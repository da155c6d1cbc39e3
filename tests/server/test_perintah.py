"""Every command written in Dockerfile, docker-compose.yml and Makefile is one that exists."""

import importlib
import importlib.util
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from celery.bin.base import CLIContext
from celery.bin.celery import celery as perintah_celery
from django.core.management import get_commands
from gunicorn.config import Config

from manage import butuh_server
from ppid_portal.celery import app
from ppid_portal.demo.rombongan import perintah_beat, perintah_web, perintah_worker
from ppid_portal.server import periksa
from tests.server.conftest import AKAR

COMPOSE: dict[str, Any] = yaml.safe_load((AKAR / "docker-compose.yml").read_text())
LAYANAN: dict[str, Any] = COMPOSE["services"]


def perintah_docker() -> list[str]:
    (baris,) = re.findall(r"^CMD (\[.*\])$", (AKAR / "Dockerfile").read_text(), re.MULTILINE)
    perintah: list[str] = json.loads(baris)
    return perintah


def uraikan_celery(argumen: list[str]) -> str:
    """Let Celery parse its own options, then name the subcommand."""
    assert argumen[:2] == ["-A", "ppid_portal"]
    nama, *sisa = argumen[2:]
    perintah = perintah_celery.commands[nama]
    konteks = perintah.context_class(perintah, info_name=nama, obj=CLIContext(app, True, None))
    perintah.parse_args(konteks, list(sisa))
    return nama


def uraikan_gunicorn(argumen: list[str]) -> dict[str, Any]:
    """Let gunicorn parse its own options."""
    return vars(Config().parser().parse_args(argumen))


def test_layanan_compose_lengkap() -> None:
    assert sorted(LAYANAN) == [
        "acuan",
        "beat",
        "migrasi",
        "postgres",
        "redis",
        "sinonim",
        "web",
        "worker",
    ]
    assert LAYANAN["postgres"]["image"] == "postgres:18"
    assert LAYANAN["postgres"]["volumes"] == ["postgres:/var/lib/postgresql"]


def test_yang_terus_berjalan_diperiksa_kesehatannya() -> None:
    berjalan = {nama for nama, isi in LAYANAN.items() if isi.get("restart") != "no"}

    assert {nama for nama, isi in LAYANAN.items() if "healthcheck" in isi} == berjalan


def test_perintah_manage_di_compose_ada() -> None:
    perintah = [LAYANAN[nama]["command"] for nama in ("migrasi", "acuan", "sinonim")]

    assert [p[:2] for p in perintah] == [["python", "manage.py"]] * 3
    assert {p[2] for p in perintah} - set(get_commands()) == set()


def test_perintah_celery_di_compose_dikenal_celery() -> None:
    assert [uraikan_celery(LAYANAN[n]["command"][1:]) for n in ("worker", "beat")] == [
        "worker",
        "beat",
    ]


def test_perintah_celery_peragaan_dikenal_celery() -> None:
    perintah = [perintah_worker(), perintah_beat()]

    assert [p[:2] for p in perintah] == [["-m", "celery"]] * 2
    assert [uraikan_celery(p[2:]) for p in perintah] == ["worker", "beat"]


def test_web_di_docker_sama_dengan_web_peragaan() -> None:
    program, *argumen = perintah_docker()
    docker = uraikan_gunicorn(argumen)
    peragaan = uraikan_gunicorn(perintah_web(8123)[2:])

    assert program == "gunicorn"
    assert (docker.pop("bind"), peragaan.pop("bind")) == (["0.0.0.0:8000"], ["127.0.0.1:8123"])
    assert docker == peragaan
    modul, objek = docker["args"][0].split(":")
    assert callable(getattr(importlib.import_module(modul), objek))


def test_pemeriksaan_kesehatan_memanggil_modul_yang_ada() -> None:
    modul = [LAYANAN[n]["healthcheck"]["test"][3] for n in ("web", "beat")]

    assert modul == ["ppid_portal.server.periksa"] * 2
    assert importlib.util.find_spec(modul[0])
    jadwal = LAYANAN["beat"]["healthcheck"]["test"][-1]
    assert jadwal in LAYANAN["beat"]["command"]


def test_periksa_web_gagal_bila_tidak_ada_yang_menjawab() -> None:
    assert not periksa.web_sehat(port=1)


def test_periksa_beat_melihat_umur_jadwal(tmp_path: Path) -> None:
    jadwal = tmp_path / "jadwal"
    assert not periksa.beat_berdetak(jadwal, 0)
    jadwal.touch()
    ditulis = jadwal.stat().st_mtime

    assert periksa.beat_berdetak(jadwal, ditulis + 899)
    assert not periksa.beat_berdetak(jadwal, ditulis + 901)


def test_periksa_menolak_perintah_yang_tidak_dikenal() -> None:
    assert periksa.main(["apa"]) == 2


def test_tiap_isian_compose_dan_env_contoh_dibaca_seseorang() -> None:
    compose = (AKAR / "docker-compose.yml").read_text()
    contoh = set(re.findall(r"^#? ?([A-Z_]+)=", (AKAR / ".env.contoh").read_text(), re.MULTILINE))
    dari_env = set(re.findall(r"\$\{([A-Z_]+)", compose))
    settings = (AKAR / "ppid_portal" / "settings.py").read_text()
    dibaca = set(re.findall(r"env(?:\.\w+)?\(\s*\"([A-Z_]+)\"", settings))

    assert dari_env - contoh == set()
    assert contoh - dari_env - dibaca == set()
    assert set(COMPOSE["x-aplikasi"]["environment"]) - dibaca == set()


@pytest.mark.parametrize(
    ("baris", "butuh"),
    [
        ("migrate", True),
        ("tenggat 2025-03-21 10", True),
        ("makemigrations --check", True),
        ("migrate --help", False),
        ("help migrate", False),
        ("check", False),
        ("collectstatic --noinput", False),
        ("compilemessages", False),
        ("--version", False),
        ("", False),
    ],
)
def test_manage_menyalakan_server_hanya_bila_perlu(baris: str, butuh: bool) -> None:
    assert butuh_server(["manage.py", *baris.split()]) is butuh


@pytest.mark.parametrize("tujuan", ["run", "test", "uji", "periksa", "rapikan", "migrasi", "kunci"])
def test_tujuan_make_ada(tujuan: str) -> None:
    hasil = subprocess.run(
        ["make", "--dry-run", tujuan], cwd=AKAR, capture_output=True, text=True, check=False
    )

    assert (hasil.returncode, hasil.stderr) == (0, "")


def test_ci_hanya_menjalankan_make_test() -> None:
    baris = (AKAR / ".ci" / "run").read_text().splitlines()

    assert [b for b in baris if b and not b.startswith("#")] == [
        "set -e",
        'cd "$(dirname "$0")/.."',
        "make test",
    ]


def test_tiap_paket_langsung_menyebut_gunanya() -> None:
    langsung = re.findall(
        r"^[A-Za-z0-9].*# +(\S.*)$", (AKAR / "requirements.in").read_text(), re.MULTILINE
    )
    for berkas in ("requirements.txt", "requirements-dev.txt"):
        tertulis = re.findall(r"^    # for: (.*)$", (AKAR / berkas).read_text(), re.MULTILINE)
        assert sorted(set(langsung) - set(tertulis)) == []
