"""The short confirmation that stands before every step of a case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.alur import Transisi
from ppid_portal.kernel.models import Perkara
from ppid_portal.kernel.peran import Pelaku


class AksiForm(forms.Form):
    """Base of every step's form: carries the state it was opened at, and a reason where one is due.

    A step with more to fill in subclasses this; what it declares goes to the action by name.
    """

    versi = forms.IntegerField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label=_("Alasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=_("Tertulis di riwayat dan, bila ada suratnya, di surat."),
    )

    def __init__(
        self, *args: Any, perkara: Perkara, baris: Transisi, pelaku: Pelaku, **kwargs: Any
    ) -> None:
        self.perkara, self.baris, self.pelaku = perkara, baris, pelaku
        super().__init__(*args, **kwargs)
        self.fields["versi"].initial = perkara.versi
        if "alasan" in baris.wajib:
            self.fields["alasan"].required = True
        elif "alasan" not in type(self).__dict__.get("tampil", ()):
            del self.fields["alasan"]

    def isian(self) -> dict[str, Any]:
        """Return what goes to the action."""
        return {k: v for k, v in self.cleaned_data.items() if v not in (None, "", [])}
