"""What an officer types: a draft, an edition with its files, the reason of a withdrawal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from informasi.enums import Bentuk
from informasi.models import Informasi
from ppid_portal.kernel.berkas import DOKUMEN, periksa_unggahan
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.kata import ukuran


class DrafForm(forms.ModelForm[Informasi]):
    """The columns of a draft; `dibuka` is the state it was opened at."""

    dibuka = forms.IntegerField(widget=forms.HiddenInput, required=False)
    bentuk = forms.MultipleChoiceField(
        label=_("Bentuk"),
        choices=Bentuk.choices,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        required=False,
    )

    class Meta:
        model = Informasi
        fields = (
            "judul", "ringkasan", "kelas", "kelompok", "unit", "pejabat", "penanggung_jawab",
            "waktu_pembuatan", "tempat_pembuatan", "tahun", "bentuk", "retensi", "retensi_bulan",
            "retensi_asli",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dibuka"].initial = self.instance.versi

    def clean_dibuka(self) -> int:
        dibuka: int | None = self.cleaned_data.get("dibuka")
        if dibuka is not None and self.instance.pk and dibuka != self.instance.versi:
            raise ValidationError(
                _("Butir ini baru saja diubah orang lain. Muat ulang, lalu periksa kembali.")
            )
        return self.instance.versi


class BanyakBerkasInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class BanyakBerkasField(forms.FileField):
    """Several uploads at once, each checked before any is stored."""

    widget = BanyakBerkasInput(
        attrs={
            "accept": ",".join(f".{jenis}" for jenis in sorted(DOKUMEN)),
            "class": "block w-full rounded-default border border-base-300 px-3 py-2",
        }
    )

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        berkas = data if isinstance(data, list | tuple) else [data]
        semua = [s for satu in berkas if (s := super(BanyakBerkasField, self).clean(satu, initial))]
        galat = [pesan for satu in semua if (pesan := _keluhan(satu))]
        if galat:
            raise ValidationError(galat)
        return semua


class EdisiForm(AksiForm):
    tahun = forms.IntegerField(
        label=_("Tahun"),
        min_value=1900,
        max_value=2100,
        required=False,
        widget=UnfoldAdminIntegerFieldWidget,
    )
    periode = forms.CharField(
        label=_("Periode"),
        max_length=60,
        required=False,
        help_text=_("Misalnya Triwulan I."),
        widget=UnfoldAdminTextInputWidget,
    )
    berkas = BanyakBerkasField(
        label=_("Berkas"),
        allow_empty_file=True,  # the kernel says it in plainer words
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas"].help_text = _(
            "Boleh lebih dari satu, masing-masing paling besar %(batas)s. Jenis: %(jenis)s."
        ) % {"batas": ukuran(settings.UKURAN_UNGGAH_MAKS), "jenis": ", ".join(sorted(DOKUMEN))}


class TarikForm(AksiForm):
    alasan = forms.CharField(
        label=_("Alasan"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("Tampil di laman butir ini untuk umum. Jangan menulis isi yang ditarik."),
    )


def _keluhan(unggahan: UploadedFile[Any]) -> str:
    try:
        periksa_unggahan(unggahan)
    except BerkasDitolak as galat:
        return str(galat)
    return ""
