"""What an officer types about finding: a group of synonyms, one term a line."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminTextareaWidget

from informasi.models import Sinonim
from informasi.models.temu import ISTILAH_MAKS, PANJANG_ISTILAH
from informasi.queries.kata import rapikan


class IstilahField(forms.CharField):
    """A list of terms, each on a line of its own."""

    widget = UnfoldAdminTextareaWidget

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        """Return the terms, each once; what holds no letter is none."""
        teks: str = super().clean(value)
        satuan: dict[str, str] = {}
        for baris in teks.splitlines():
            satuan.setdefault(rapikan(baris), " ".join(baris.split()))
        satuan.pop("", None)
        istilah = list(satuan.values())
        if not 2 <= len(istilah) <= ISTILAH_MAKS:
            raise ValidationError(
                _("Tulis 2 sampai %s istilah, satu pada tiap baris.") % ISTILAH_MAKS
            )
        if any(len(satu) > PANJANG_ISTILAH for satu in istilah):
            raise ValidationError(_("Satu istilah paling panjang %s huruf.") % PANJANG_ISTILAH)
        return istilah


class SinonimForm(forms.ModelForm[Sinonim]):
    istilah = IstilahField(
        label=_("Istilah"),
        help_text=_("Satu pada tiap baris; istilah boleh terdiri atas beberapa kata."),
    )

    class Meta:
        model = Sinonim
        fields = ("istilah", "searah", "aktif")
