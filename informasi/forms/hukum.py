"""What an officer types of an exclusion: the proposal, the test sheet, the decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from informasi.actions.pengecualian import LEMBAR, LEMBAR_WAJIB
from informasi.enums import KesimpulanUji
from ppid_portal.kernel.forms import AksiForm


def _panjang(label: Any, bantuan: Any = "", *, wajib: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=bantuan,
        required=wajib,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
    )


class UjiForm(AksiForm):
    """The consequence test sheet (hukum C10); filled again, it begins with what stands there."""

    tanggal_uji = forms.DateField(label=_("Tanggal uji"), widget=UnfoldAdminDateWidget)
    tempat_uji = forms.CharField(
        label=_("Tempat uji"), max_length=120, widget=UnfoldAdminTextInputWidget
    )
    peserta = _panjang(_("Peserta"), _("Nama dan jabatan, satu baris untuk tiap orang."))
    akibat_dibuka = _panjang(
        _("Akibat bila dibuka"), _("Tampil untuk umum. Jangan menulis isi yang dikecualikan.")
    )
    akibat_ditutup = _panjang(_("Akibat bila ditutup"))
    kepentingan_umum = _panjang(
        _("Pertimbangan kepentingan publik"), _("Mana yang lebih besar, dan mengapa.")
    )
    kesimpulan = forms.ChoiceField(
        label=_("Kesimpulan"), choices=KesimpulanUji.choices, widget=UnfoldAdminSelectWidget
    )
    bagian_dihitamkan = _panjang(
        _("Bagian yang dihitamkan"), _("Isi bila dikecualikan sebagian."), wajib=False
    )
    mulai = forms.DateField(label=_("Dikecualikan sejak"), widget=UnfoldAdminDateWidget)
    sampai = forms.DateField(
        label=_("Dibuka pada"), required=False, widget=UnfoldAdminDateWidget,
        help_text=_("Pada hari ini informasi terbuka dengan sendirinya."),
    )  # fmt: skip
    sampai_peristiwa = forms.CharField(
        label=_("Atau dibuka setelah"),
        max_length=200,
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Peristiwa yang mengakhirinya, bila tanggalnya belum diketahui."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in LEMBAR:
            self.fields[nama].initial = getattr(self.perkara, nama)
            self.fields[nama].required = nama in LEMBAR_WAJIB

    def clean(self) -> dict[str, Any]:
        isian = super().clean() or self.cleaned_data
        sebagian = isian.get("kesimpulan") == KesimpulanUji.SEBAGIAN
        if sebagian and not isian.get("bagian_dihitamkan"):
            self.add_error("bagian_dihitamkan", _("Sebut bagian yang dihitamkan."))
        if not isian.get("sampai") and not isian.get("sampai_peristiwa"):
            self.add_error("sampai", _("Isi tanggal atau peristiwa yang mengakhirinya."))
        mulai, sampai = isian.get("mulai"), isian.get("sampai")
        if mulai and sampai and sampai <= mulai:
            self.add_error("sampai", _("Tanggal dibuka harus sesudah tanggal mulai."))
        return isian


class KlasifikasiForm(AksiForm):
    persetujuan = forms.CharField(
        label=_("Persetujuan pimpinan badan publik"),
        max_length=200,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Nomor dan tanggal persetujuannya."),
    )
