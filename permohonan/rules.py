"""Who may open what beyond the role table: closed files, and the signed link sent to an applicant."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from permohonan.enums import KategoriBerkas
from permohonan.models import BerkasPermohonan, Permohonan

# What may show who asked; opened by those alone who said why.
TERTUTUP = frozenset({KategoriBerkas.IDENTITAS, KategoriBerkas.KUASA, KategoriBerkas.PENDUKUNG})
MASA_TAUTAN = timedelta(days=30)


def tertutup(berkas: BerkasPermohonan) -> bool:
    """Answer whether a file may show who asked."""
    return berkas.kategori in TERTUTUP


def token_masuk(permohonan: Permohonan) -> str:
    """Return a token that opens one case for MASA_TAUTAN; a new secret makes it void."""
    return _penanda(permohonan.sidik_rahasia).sign(permohonan.kode.hex)


def tautan_masuk(permohonan: Permohonan) -> str:
    """Return the whole address for a message to the applicant."""
    jalur = reverse("permohonan:masuk", args=[token_masuk(permohonan)])
    return f"{settings.ALAMAT_SITUS}{jalur}"


def buka_token(token: str) -> Permohonan | None:
    """Return the case of a token; None when it is forged, too old, or void."""
    try:
        kode = UUID(token.partition(".")[0])
        permohonan = Permohonan.objects.filter(kode=kode).first()
        sidik = permohonan.sidik_rahasia if permohonan else ""
        _penanda(sidik).unsign(token, max_age=MASA_TAUTAN)
    except (ValueError, signing.BadSignature):
        return None
    return permohonan


def _penanda(sidik: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"permohonan.masuk/{sidik}", sep=".")
