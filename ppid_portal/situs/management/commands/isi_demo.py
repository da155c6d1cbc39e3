"""Fill an empty database with the demo regency."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from ppid_portal.kernel.models import Unit
from ppid_portal.situs import actions


class Command(BaseCommand):
    help = "Isi basis data kosong dengan daerah contoh (hanya di mode demo)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jika-kosong", action="store_true", help="Diam saja bila basis data sudah berisi."
        )

    def handle(self, *args: Any, **pilihan: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "Hanya di mode demo (PPID_DEMO=1): akun demo tidak boleh ada di peladen."
            )
        if Unit.objects.exists():
            if pilihan["jika_kosong"]:
                return
            raise CommandError("Basis data sudah berisi; tidak ada yang diubah.")
        with transaction.atomic():  # all or nothing: a half-filled demo would never be completed
            actions.bangun_daerah()
            jumlah = actions.isi_daftar_informasi(self.stdout)
            perkara = actions.isi_permohonan()
        self.stdout.write(
            f"Daerah contoh siap: {Unit.objects.count()} unit, {jumlah} informasi, {perkara} permohonan."
        )
