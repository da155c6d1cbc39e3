"""First half of `make run`: migrations, reference data, the demo regency on an empty database.

It runs in a process of its own, so that the process that watches over the rest stays small. Words
for the newcomer go to standard error; the last word, one JSON object, to standard output.
"""

import importlib
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO, cast

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.urls import reverse

from ppid_portal.celery import app as celery_app

KUNCI_MIGRASI = 0x70706964  # "ppid": two starts at once migrate one after the other


@contextmanager
def kunci_basis_data(nomor: int) -> Iterator[None]:
    """Hold a session-level advisory lock; it goes with the connection, also after a crash."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_lock(%s)", [nomor])
    try:
        yield
    finally:
        with connection.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_unlock(%s)", [nomor])


def ada_migrasi() -> bool:
    """Whether migrations wait; asking is much cheaper than running `migrate` to no effect."""
    pelaksana = MigrationExecutor(connection)
    return bool(pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()))


def buka_catatan() -> TextIO:
    """Log of the last preparation."""
    folder = settings.BASE_DIR / "var" / "log"
    folder.mkdir(parents=True, exist_ok=True)
    return cast(TextIO, (folder / "siapkan.log").open("w"))


def isi_basis_data(catatan: TextIO) -> None:
    """Bring the tables and the data up to date; the details go into a log."""
    if ada_migrasi():
        sys.stderr.write("Membuat tabel dan memuat kabupaten contoh, sekali saja. (First run.)\n")
        call_command("migrate", "--noinput", verbosity=0, stdout=catatan)
    call_command("muat_acuan", stdout=catatan)
    call_command("muat_sinonim", stdout=catatan)
    call_command("isi_demo", "--jika-kosong", stdout=catatan)


def main() -> int:
    logging.disable(logging.INFO)  # this one speaks to a newcomer's terminal
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ppid_portal.settings")
    django.setup()
    try:
        with buka_catatan() as catatan, kunci_basis_data(KUNCI_MIGRASI):
            isi_basis_data(catatan)
    except CommandError as e:
        sys.stderr.write(f"{e}\n")
        return 1
    celery_app.send_task("ppid_portal.kernel.tasks.detak")  # the worker's first task: be healthy
    contoh = importlib.import_module("ppid_portal.situs.demo")
    json.dump({"akun": contoh.AKUN_DEMO, "meja": reverse("admin:index")}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
