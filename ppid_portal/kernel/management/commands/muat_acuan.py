"""Load reference data: the working calendar of each decree, and the body's default row."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils.translation import gettext as _

from ppid_portal.kernel.libur import berlakukan
from ppid_portal.kernel.models import HariLibur, Instansi, VersiKalender

Hari = set[tuple[date, str, str]]


class Command(BaseCommand):
    """Each file is one version; one that is in force is never edited, a new file is a new version."""

    help = "Muat kalender kerja dari data/acuan/kalender dan baris instansi; aman diulang."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--folder",
            type=Path,
            default=settings.BASE_DIR / "data" / "acuan" / "kalender",
            help="Folder berkas JSON, satu berkas per keputusan.",
        )

    @transaction.atomic
    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        berkas = sorted(folder.glob("*.json"))
        if not berkas:
            raise CommandError(_("Tidak ada berkas JSON di %s.") % folder)
        with connection.cursor() as kursor:  # two loaders at once make no version twice
            kursor.execute("SELECT pg_advisory_xact_lock(hashtext('muat_acuan'))")
        for satu in berkas:
            self.stdout.write(f"{satu.name}: {_muat(satu)}")
        _instansi, baru = Instansi.objects.get_or_create(pk=1)
        self.stdout.write(
            _("Instansi: baris bawaan dibuat.") if baru else _("Instansi: sudah ada.")
        )


def _muat(berkas: Path) -> str:
    """Load one file; returns in words what became of it. Raises CommandError naming the file."""
    try:
        isi, hari = _baca(berkas)
        ada = VersiKalender.objects.filter(
            tahun=isi["tahun"], dasar=isi["dasar"], ditetapkan=isi["ditetapkan"]
        ).first()
        if ada is not None:
            sama = set(ada.hari.values_list("tanggal", "nama", "jenis")) == hari
            return _("sudah ada.") if sama else _("sudah ada dan berbeda; yang ada tidak diubah.")
        return _berlakukan(isi, hari)
    except KeyError as galat:
        raise CommandError(f"{berkas.name}: {_('tanpa isian')} {galat}.") from None
    except ValidationError as galat:
        raise CommandError(f"{berkas.name}: {_keluhan(galat)}") from None
    except (TypeError, ValueError) as galat:
        raise CommandError(f"{berkas.name}: {_('tidak terbaca')} ({galat}).") from None


def _keluhan(galat: ValidationError) -> str:
    """Return the complaints in one line, each after the field it is about."""
    if not hasattr(galat, "error_dict"):
        return " ".join(galat.messages)
    return " ".join(f"{nama}: {kata}" for nama, isi in galat.message_dict.items() for kata in isi)


def _baca(berkas: Path) -> tuple[dict[str, Any], Hari]:
    isi = json.loads(berkas.read_text(encoding="utf-8"))
    isi["ditetapkan"] = date.fromisoformat(isi["ditetapkan"])
    hari = {(date.fromisoformat(h["tanggal"]), h["nama"], h["jenis"]) for h in isi["hari"]}
    if len({tanggal for tanggal, *_sisa in hari}) < len(isi["hari"]):
        raise ValueError(_("ada tanggal yang tertulis dua kali"))
    return isi, hari


def _berlakukan(isi: dict[str, Any], hari: Hari) -> str:
    versi = VersiKalender(
        tahun=isi["tahun"],
        dasar=isi["dasar"],
        ditetapkan=isi["ditetapkan"],
        pasti=isi["pasti"],
        sumber=isi["sumber"],
    )
    versi.full_clean()
    versi.save()
    baris = [HariLibur(versi=versi, tanggal=t, nama=n, jenis=j) for t, n, j in sorted(hari)]
    for satu in baris:
        satu.clean_fields(exclude=["versi"])
    HariLibur.objects.bulk_create(baris)
    berlakukan(versi)
    return _("%(tahun)s diberlakukan, %(jumlah)s hari.") % {
        "tahun": versi.tahun,
        "jumlah": len(hari),
    }
