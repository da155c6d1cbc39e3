"""What a visitor types on the pages across apps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ppid_portal.kernel.sandi import ABJAD_RAHASIA

TAHUN_AWAL = 2017  # the first calendar that is kept
TAHUN_AKHIR = 2040


class TenggatForm(forms.Form):
    """The public calculator: from which day, how many working days."""

    mulai = forms.DateField(
        label=_("Tanggal diterima (hari ke-0)"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
    )
    hari = forms.IntegerField(
        label=_("Lama (hari kerja)"), min_value=1, max_value=100, widget=forms.NumberInput
    )

    def clean_mulai(self) -> date:
        mulai: date = self.cleaned_data["mulai"]
        if not TAHUN_AWAL <= mulai.year <= TAHUN_AKHIR:
            raise forms.ValidationError(
                _("Isi tanggal antara tahun %(awal)s dan %(akhir)s.")
                % {"awal": TAHUN_AWAL, "akhir": TAHUN_AKHIR}
            )
        return mulai


class PeriksaSuratForm(forms.Form):
    """Which letter is to be proven: its code, and the file in hand where there is one."""

    kode = forms.CharField(
        label=_("Kode pemeriksaan"),
        max_length=24,
        help_text=_("Tertulis di dekat kotak QR pada surat."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    berkas = forms.FileField(
        label=_("Berkas PDF surat"),
        required=False,
        help_text=_("Bila diunggah, isinya dibandingkan dengan surat yang kami simpan."),
    )

    def clean_kode(self) -> str:
        return "".join(h for h in str(self.cleaned_data["kode"]).upper() if h in ABJAD_RAHASIA)

    def clean_berkas(self) -> Any:
        berkas = self.cleaned_data["berkas"]
        if berkas and berkas.size > 10_000_000:
            raise forms.ValidationError(_("Surat kami tidak pernah lebih dari 10 MB."))
        return berkas
