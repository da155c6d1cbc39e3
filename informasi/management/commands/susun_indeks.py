"""Rebuild the search rows of every published item, after a unit was renamed or a backup restored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from informasi.actions import susun_indeks
from informasi.models import IndeksInformasi, Informasi


class Command(BaseCommand):
    help = "Menyusun ulang indeks pencarian daftar informasi."

    @transaction.atomic
    def handle(self, *args: Any, **isian: Any) -> None:
        terbit = Informasi.objects.terbit()
        IndeksInformasi.objects.exclude(informasi__in=terbit).delete()
        jumlah = 0
        for informasi in terbit.select_related("unit").order_by("pk").iterator(chunk_size=500):
            susun_indeks(informasi)
            jumlah += 1
        self.stdout.write(f"{jumlah} butir diindeks ulang.")
