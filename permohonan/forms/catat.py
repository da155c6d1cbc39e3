"""A request that came on paper, by telephone or in person, as the desk records it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import (
    UnfoldAdminEmailInputWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from permohonan.enums import CaraMemperoleh, CaraSalinan, JenisPemohon, Kanal, KategoriBerkas
from permohonan.forms.meja import BanyakBerkas
from permohonan.models import Pemohon, Permohonan

VERSI_PEMBERITAHUAN = "meja-1"


def _teks(
    label: Any, *, wajib: bool = False, maks: int = 200, bantuan: Any = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=wajib,
        max_length=maks,
        help_text=bantuan,
        widget=UnfoldAdminTextInputWidget,
    )


def _pilih(label: Any, pilihan: Any, *, wajib: bool = True) -> forms.ChoiceField:
    semua = pilihan.choices if wajib else [("", "—"), *pilihan.choices]
    return forms.ChoiceField(
        label=label, required=wajib, choices=semua, widget=UnfoldAdminSelectWidget
    )


def _panjang(
    label: Any, *, wajib: bool = True, baris: int = 3, bantuan: Any = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=wajib,
        help_text=bantuan,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": baris}),
    )


class CatatForm(forms.Form):
    """The official form, keyed in by an officer; receipt may lie before today, never after."""

    kunci_kirim = forms.UUIDField(widget=forms.HiddenInput)
    kanal = _pilih(gettext_lazy("Disampaikan lewat"), Kanal)
    diterima_pada = forms.DateTimeField(
        label=gettext_lazy("Diterima pada"),
        initial=timezone.localtime,
        widget=UnfoldAdminTextInputWidget(attrs={"type": "datetime-local"}),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S"],
        help_text=gettext_lazy("Tanggal terima menjadi hari ke-0; tidak boleh di masa depan."),
    )
    jenis_pemohon = _pilih(gettext_lazy("Jenis pemohon"), JenisPemohon)
    nama = _teks(gettext_lazy("Nama lengkap"), wajib=True)
    nama_badan = _teks(gettext_lazy("Nama badan hukum atau kelompok"))
    nomor_pengesahan = _teks(gettext_lazy("Nomor pengesahan badan hukum"), maks=120)
    nik = _teks(gettext_lazy("NIK atau nomor paspor"), maks=40)
    alamat = _panjang(gettext_lazy("Alamat"), baris=2)
    surel = forms.EmailField(
        label=gettext_lazy("Surel"), required=False, widget=UnfoldAdminEmailInputWidget
    )
    telepon = _teks(gettext_lazy("Telepon"), maks=40)
    pekerjaan = _teks(gettext_lazy("Pekerjaan"), maks=80)
    nama_kuasa = _teks(gettext_lazy("Penerima kuasa"))
    butir = _panjang(
        gettext_lazy("Informasi yang diminta"),
        baris=6,
        bantuan=gettext_lazy("Satu butir per baris."),
    )
    tujuan = _panjang(gettext_lazy("Tujuan penggunaan informasi"))
    cara_memperoleh = _pilih(gettext_lazy("Cara memperoleh informasi"), CaraMemperoleh)
    cara_salinan = _pilih(gettext_lazy("Cara mendapat salinan"), CaraSalinan, wajib=False)
    identitas = BanyakBerkas(label=gettext_lazy("Salinan identitas"), required=False)

    def clean_diterima_pada(self) -> datetime:
        diterima: datetime = self.cleaned_data["diterima_pada"]
        if diterima > timezone.now():
            raise forms.ValidationError(_("Waktu terima tidak boleh di masa depan."))
        return diterima

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        salinan = isi.get("cara_memperoleh") != CaraMemperoleh.MELIHAT
        if salinan and not isi.get("cara_salinan"):
            self.add_error("cara_salinan", _("Pilih cara mendapat salinan."))
        return isi

    def untuk_aksi(self) -> dict[str, Any]:
        """Return what `actions.ajukan` takes."""
        isi = self.cleaned_data
        milik_pemohon = (
            "nama", "nama_badan", "nomor_pengesahan", "nik", "alamat", "surel", "telepon",
            "pekerjaan", "nama_kuasa",
        )  # fmt: skip
        milik_permohonan = (
            "kunci_kirim", "kanal", "diterima_pada", "jenis_pemohon", "tujuan", "cara_memperoleh",
            "cara_salinan",
        )  # fmt: skip
        identitas: list[UploadedFile[Any]] = isi["identitas"]
        return {
            "permohonan": Permohonan(
                versi_pemberitahuan=VERSI_PEMBERITAHUAN, **{n: isi[n] for n in milik_permohonan}
            ),
            "pemohon": Pemohon(**{n: isi[n] for n in milik_pemohon}),
            "butir": isi["butir"].splitlines(),
            "lampiran": [(satu, KategoriBerkas.IDENTITAS) for satu in identitas],
        }
