"""What an officer says about findings in files that wait for release."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from informasi.models import Informasi, Temuan
from informasi.queries.temuan import temuan_terbuka
from ppid_portal.kernel.forms import AksiForm


class TemuanField(forms.ModelMultipleChoiceField[Temuan]):
    """Findings by file, kind and place; the excerpt is masked."""

    def label_from_instance(self, obj: Temuan) -> str:
        kutipan = f" ({obj.kutipan})" if obj.kutipan else ""
        return f"{obj.olahan.berkas}: {obj}{kutipan}"


class TemuanForm(AksiForm):
    """The findings that may stand, and why."""

    tampil = ("alasan",)
    temuan = TemuanField(
        label=_("Temuan yang boleh terbit"),
        queryset=Temuan.objects.none(),
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
    )
    field_order = ("temuan", "alasan")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(self.perkara, Informasi)
        pilihan = self.fields["temuan"]
        assert isinstance(pilihan, TemuanField)
        pilihan.queryset = temuan_terbuka(self.perkara)
        self.fields["alasan"].help_text = _("Misalnya: nomor kantor, bukan nomor pribadi.")
