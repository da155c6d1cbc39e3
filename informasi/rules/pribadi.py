"""Which typed words may be kept: none that look like a number or an address of a person."""

from __future__ import annotations

import re

# Six digits or more, also when written in groups: telephone, NIK, account.
ANGKA_PANJANG = re.compile(r"\d(?:[ .\-/()+]*\d){5,}")


def boleh_disimpan(teks: str) -> bool:
    """Answer whether words that somebody typed hold no long number and no e-mail address."""
    return "@" not in teks and not ANGKA_PANJANG.search(teks)
