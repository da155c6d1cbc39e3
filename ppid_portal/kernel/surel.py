"""Mail for machines without a mail server: each message becomes one file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class SurelKeBerkas(BaseEmailBackend):
    """Write each message to EMAIL_FILE_PATH, named by its Message-ID.

    A message that is sent again lands on the same file, so the reader has it once.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for surel in email_messages:
            isi = surel.message()
            nama = str(isi["Message-ID"]).strip("<>").replace("/", "_")
            sementara = folder / f".{nama}.{os.getpid()}"
            sementara.write_bytes(isi.as_bytes())
            sementara.replace(folder / f"{nama}.eml")
        return len(email_messages)
