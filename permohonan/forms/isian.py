"""The kinds of fields that citizens fill in, and what a form with files owes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from permohonan.enums import KategoriBerkas
from ppid_portal.kernel.berkas import DOKUMEN, nama_aman, periksa_unggahan
from ppid_portal.kernel.galat import BerkasDitolak

MIRIP_NIK = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
MIRIP_TELEPON = re.compile(r"(?<!\d)(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){6,10}(?!\d)")


def memuat_data_pribadi(teks: str) -> bool:
    """Tell whether a text seems to hold an identity or telephone number."""
    return bool(MIRIP_NIK.search(teks) or MIRIP_TELEPON.search(teks))


class Teks(forms.CharField):
    """A text as typed: never cut, one kind of line break, no NUL that the database would refuse."""

    def to_python(self, value: Any) -> str:
        teks = str(super().to_python(value) or "")
        return teks.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")


class Unggahan(forms.FileField):
    """An upload checked by its content, with words for the sender."""

    widget = forms.FileInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.widget.attrs["accept"] = ",".join(f".{jenis}" for jenis in DOKUMEN)
        self.error_messages["empty"] = str(_("Berkas ini kosong (0 byte). Pilih berkas yang lain."))

    def clean(self, data: Any, initial: Any = None) -> Any:
        unggahan = super().clean(data, initial)
        if isinstance(unggahan, UploadedFile):
            try:
                periksa_unggahan(unggahan)
            except BerkasDitolak as galat:
                raise forms.ValidationError(str(galat)) from galat
        return unggahan


class DenganBerkas(forms.Form):
    """A form with files: says plainly that a browser cannot keep them over an error."""

    use_required_attribute = False
    kategori: Mapping[str, KategoriBerkas] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in self.kategori:
            self.ingatkan_berkas(nama, self.files.get(nama))

    def ingatkan_berkas(self, nama: str, unggahan: UploadedFile[Any] | None) -> None:
        """Say beside the field that this file has to be chosen again."""
        if unggahan is None:
            return
        pesan = _("Berkas “{}” belum tersimpan. Pilih sekali lagi sebelum mengirim.")
        isian = self.fields[nama]
        isian.help_text = format_html(
            "<strong>{}</strong> {}",
            str(pesan).format(nama_aman(unggahan.name or "")),
            isian.help_text,
        )

    def lampiran(self) -> list[tuple[UploadedFile[Any], KategoriBerkas]]:
        """Return the files that came, each with what it is."""
        pasangan = ((self.cleaned_data.get(nama), k) for nama, k in self.kategori.items())
        return [(berkas, kategori) for berkas, kategori in pasangan if berkas]
