"""Found words made visible: what the database marked, escaped first and tagged after."""

from __future__ import annotations

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# PostgreSQL's headline does not escape; it marks with characters that no text may hold.
AWAL, AKHIR = "\x02", "\x03"
BERTANDA = re.compile(f"{AWAL}([^{AWAL}{AKHIR}]*){AKHIR}")


def sorot(teks: str) -> SafeString:
    """Return safe HTML in which the marked words stand in <mark>."""
    bertanda = BERTANDA.sub(r"<mark>\1</mark>", escape(teks))
    return mark_safe(bertanda.replace(AWAL, "").replace(AKHIR, ""))  # noqa: S308 - escaped above
