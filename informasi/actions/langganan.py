"""Saved searches: asked for, confirmed, told once of what is new, stopped."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import urlencode

from django.core import signing
from django.db import transaction

from informasi import notifikasi
from informasi.models import Informasi, LanggananPencarian
from informasi.queries.pencarian import cari
from informasi.queries.sql import TERBARU
from ppid_portal.kernel.sandi import indeks_buta

GARAM = "informasi.langganan"
MASA_SETUJU = timedelta(days=7)
MENUNGGU_MAKS = 3  # searches of one address that wait for a yes: nobody's box is filled by others
LANGGANAN_MAKS = 20
JEDA = timedelta(hours=20)  # at most one message a day for one search
PILIHAN = ("q", "kelas", "unit", "kelompok", "tahun", "bentuk")


def tanda(langganan: LanggananPencarian) -> str:
    """Return what the links in the mails carry."""
    return signing.Signer(salt=GARAM).sign(str(langganan.pk))


def buka_tanda(teks: str) -> LanggananPencarian | None:
    """Return the search of a link; None for a link that we did not write or that was stopped."""
    try:
        pk = int(signing.Signer(salt=GARAM).unsign(teks))
    except (signing.BadSignature, ValueError):
        return None
    return LanggananPencarian.objects.filter(pk=pk).first()


@transaction.atomic
def langgan(surel: str, pilihan: Mapping[str, str], pada: datetime) -> bool:
    """Note a search and ask its owner for a yes by mail; False where no mail was written."""
    isi = {nama: pilihan[nama] for nama in PILIHAN if pilihan.get(nama)}
    sidik = sha256(urlencode(isi).encode()).hexdigest()
    indeks = indeks_buta(surel)
    milik = LanggananPencarian.objects.filter(surel_indeks=indeks)
    langganan = milik.filter(sidik=sidik).first()
    if langganan is None:
        menunggu = milik.filter(disetujui_pada__isnull=True).count()
        if menunggu >= MENUNGGU_MAKS or milik.count() >= LANGGANAN_MAKS:
            return False
        langganan, _baru = LanggananPencarian.objects.get_or_create(
            surel_indeks=indeks,
            sidik=sidik,
            defaults={
                "surel": surel, "pilihan": isi, "dibuat_pada": pada, "dikabari_sampai": pada,
            },
        )  # fmt: skip
    if langganan.disetujui_pada:
        return False
    return notifikasi.minta_setuju(langganan, tanda(langganan), pada)


@transaction.atomic
def setujui(langganan: LanggananPencarian, pada: datetime) -> None:
    """Begin to tell; what was published before is not new."""
    LanggananPencarian.objects.filter(pk=langganan.pk, disetujui_pada__isnull=True).update(
        disetujui_pada=pada, dikabari_sampai=pada
    )


def hentikan(langganan: LanggananPencarian) -> None:
    """Forget the search and its address."""
    langganan.delete()


def kirim_langganan(pada: datetime) -> int:
    """Write the messages of a day and drop what nobody confirmed; returns how many were written."""
    LanggananPencarian.objects.filter(
        disetujui_pada__isnull=True, dibuat_pada__lt=pada - MASA_SETUJU
    ).delete()
    giliran = LanggananPencarian.objects.filter(
        disetujui_pada__isnull=False, dikabari_sampai__lte=pada - JEDA
    )
    return sum(_kabari(pk, pada) for pk in giliran.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _kabari(pk: int, pada: datetime) -> bool:
    """Tell of one search; the moment up to which was told moves with the message or not at all."""
    terkunci = LanggananPencarian.objects.select_for_update(skip_locked=True)
    langganan = terkunci.filter(pk=pk, dikabari_sampai__lte=pada - JEDA).first()
    if langganan is None:
        return False
    baru = _yang_baru(langganan, pada)
    dikabari = bool(baru) and notifikasi.kabari_langganan(langganan, baru, tanda(langganan), pada)
    langganan.dikabari_sampai = pada
    langganan.save(update_fields=["dikabari_sampai"])
    return dikabari


def _yang_baru(langganan: LanggananPencarian, pada: datetime) -> list[Informasi]:
    """Return what was published since; guesses and half matches are not what was asked for."""
    hasil = cari(**langganan.pilihan, urut=TERBARU)
    if hasil.maksud or hasil.sebagian:
        return []
    sejak = langganan.dikabari_sampai
    semua = (butir.informasi for butir in hasil.butir)
    return [i for i in semua if i.diumumkan_pada and sejak < i.diumumkan_pada <= pada]
