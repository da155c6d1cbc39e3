"""Messages: written with the event, sent at least once, and never twice to the reader."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.models import Berkas, Pesan
from ppid_portal.kernel.models.pesan import Kanal, Keadaan

logger = logging.getLogger(__name__)

PERCOBAAN_MAKS = 8
JEDA_AWAL = timedelta(minutes=1)  # doubled at each failure: 1, 2, 4 … 64 minutes
MASA_KLAIM = timedelta(minutes=5)  # a sender that died is replaced after this


def antrekan(
    kunci: str,
    *,
    tujuan: str,
    judul: str,
    isi: str,
    perkara: str,
    kanal: Kanal = Kanal.SUREL,
    berkas: Iterable[Berkas] = (),
    setelah: datetime | None = None,
) -> bool:
    """Write a message to the outbox; False where this one was written before or nobody can get it."""
    if not tujuan:
        return False
    pesan, baru = Pesan.objects.get_or_create(
        kunci=kunci,
        defaults={
            "kanal": kanal,
            "tujuan": tujuan,
            "judul": judul,
            "isi": isi,
            "perkara": perkara,
            "kirim_setelah": setelah or timezone.now(),
        },
    )
    if baru:
        pesan.berkas.set(berkas)
    return baru


def kirim_surel(pesan: Pesan) -> None:
    """Hand a message to the mail server, under the same Message-ID at every attempt."""
    ranah = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    surel = EmailMessage(
        subject=pesan.judul,
        body=pesan.isi,
        to=[pesan.tujuan],
        headers={"Message-ID": f"<pesan-{pesan.pk}@{ranah}>", "Auto-Submitted": "auto-generated"},
    )
    for berkas in pesan.berkas.all():
        surel.attach(berkas.nama, baca(berkas), berkas.tipe)
    surel.send()


# A channel is one function; WhatsApp and SMS join here with their gateway.
SALURAN: Mapping[Kanal, Callable[[Pesan], None]] = {Kanal.SUREL: kirim_surel}


def klaim(pada: datetime) -> Pesan | None:
    """Take the next message for this sender alone, for MASA_KLAIM.

    What is encrypted is opened only when the message is sent: one that no key opens fails alone.
    """
    with transaction.atomic():
        pesan = (
            Pesan.objects.select_for_update(skip_locked=True)
            .filter(keadaan=Keadaan.ANTRE, kirim_setelah__lte=pada, kanal__in=SALURAN)
            .defer("tujuan", "isi")
            .order_by("kirim_setelah", "id")
            .first()
        )
        if pesan is not None:
            pesan.percobaan += 1
            pesan.kirim_setelah = pada + MASA_KLAIM
            pesan.save(update_fields=["percobaan", "kirim_setelah"])
        return pesan


@transaction.atomic
def kirim_ulang(pesan: Pesan) -> Pesan:
    """Put a failed message back in the queue; raises ValidationError for one in another state."""
    terkunci = Pesan.objects.select_for_update().defer("tujuan", "isi").get(pk=pesan.pk)
    if terkunci.keadaan != Keadaan.GAGAL:
        raise ValidationError(gettext("Hanya pesan yang gagal yang dapat dikirim ulang."))
    terkunci.keadaan = Keadaan.ANTRE
    terkunci.percobaan = 0
    terkunci.kirim_setelah = timezone.now()
    terkunci.save(update_fields=["keadaan", "percobaan", "kirim_setelah"])
    return terkunci


def kirim_antrean(maks: int = 50) -> int:
    """Send what is due, at most `maks` messages; returns how many went out."""
    terkirim = 0
    for _ in range(maks):
        pesan = klaim(timezone.now())
        if pesan is None:
            break
        terkirim += _kirim(pesan)
    return terkirim


def _kirim(pesan: Pesan) -> bool:
    try:
        SALURAN[Kanal(pesan.kanal)](pesan)
    except Exception as galat:  # whatever is wrong with one message, the others go out
        _catat_gagal(pesan, galat)
        return False
    pesan.keadaan = Keadaan.TERKIRIM
    pesan.terkirim_pada = timezone.now()
    pesan.galat = ""
    pesan.save(update_fields=["keadaan", "terkirim_pada", "galat"])
    return True


def _catat_gagal(pesan: Pesan, galat: Exception) -> None:
    """Keep the message for another attempt, with a growing pause; the log never holds the address."""
    logger.warning("Pesan %s gagal dikirim: %s", pesan.pk, type(galat).__name__)
    habis = pesan.percobaan >= PERCOBAAN_MAKS
    pesan.keadaan = Keadaan.GAGAL if habis else Keadaan.ANTRE
    pesan.galat = type(galat).__name__
    pesan.kirim_setelah = timezone.now() + JEDA_AWAL * 2 ** (pesan.percobaan - 1)
    pesan.save(update_fields=["keadaan", "galat", "kirim_setelah"])
