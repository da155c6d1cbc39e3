"""What somebody types who wants to hear of new items: an address, and what robots fill in too."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class LanggananForm(forms.Form):
    use_required_attribute = False

    surel = forms.EmailField(
        label=_("Alamat surel"),
        max_length=200,
        help_text=_("Kami mengirim satu surel untuk memastikan alamat ini milik Anda."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Tulis alamat surel Anda.")},
    )
    laman_web = forms.CharField(required=False, label=_("Kosongkan isian ini"))

    def clean_laman_web(self) -> str:
        if self.cleaned_data.get("laman_web"):
            raise ValidationError(_("Kosongkan isian ini."))
        return ""
