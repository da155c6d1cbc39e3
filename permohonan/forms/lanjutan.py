"""What a citizen types after asking: the pair that opens the case, and the steps left to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from permohonan.enums import KategoriBerkas
from permohonan.forms.isian import DenganBerkas, Teks, Unggahan


class RahasiaForm(forms.Form):
    """The secret alone, for a case whose address is known."""

    use_required_attribute = False

    rahasia = Teks(
        label=_("Kode rahasia"),
        help_text=_("12 huruf dan angka, mis. KQ7M-XPDA-9FTR. Tanda hubung boleh tidak ditulis."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": _("Tulis kode rahasia dari tanda terima Anda.")},
    )


class CekForm(RahasiaForm):
    """Number and secret."""

    nomor = Teks(
        label=_("Nomor pendaftaran"),
        help_text=_("Seperti tertulis di tanda bukti, mis. 014/PPID/XI/2026."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Tulis nomor pendaftaran Anda.")},
    )
    field_order = ("nomor", "rahasia")


class LengkapiForm(DenganBerkas):
    """What was missing."""

    kategori = {
        "identitas": KategoriBerkas.IDENTITAS,
        "surat_kuasa": KategoriBerkas.KUASA,
        "pendukung": KategoriBerkas.PENDUKUNG,
    }

    perbaikan = Teks(
        label=_("Jawaban atau perbaikan Anda"),
        help_text=_("Tulis apa yang Anda lengkapi. Bila hanya mengirim berkas, sebut berkasnya."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Tulis apa yang Anda lengkapi. Satu kalimat cukup.")},
    )
    identitas = Unggahan(label=_("Foto atau pindaian identitas"))
    surat_kuasa = Unggahan(label=_("Surat kuasa"))
    pendukung = Unggahan(label=_("Berkas lain"))

    def untuk_aksi(self) -> dict[str, Any]:
        """Return what goes to the action."""
        return {"perbaikan": self.cleaned_data["perbaikan"], "lampiran": self.lampiran()}


class CabutForm(forms.Form):
    """Why the request is withdrawn, where the applicant wants to say."""

    use_required_attribute = False

    alasan = Teks(
        label=_("Alasan"),
        help_text=_("Hanya bila Anda ingin menyampaikannya."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def untuk_aksi(self) -> dict[str, Any]:
        """Return what goes to the action."""
        return {"alasan": self.cleaned_data["alasan"]}
