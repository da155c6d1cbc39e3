"""What officers type for a step of a complaint."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pengaduan.enums import TINDAK_LANJUT, AlasanArsip, JenisTanggapan
from pengaduan.models import Kategori, Pengaduan
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.models import Unit

TEKS_PANJANG = forms.Textarea(attrs={"rows": 5})


class UnitForm(AksiForm):
    """Which unit shall take it, and with what instruction."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    instruksi = forms.CharField(label=_("Instruksi"), widget=TEKS_PANJANG, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        unit.queryset = Unit.objects.aktif()
        kategori = getattr(self.perkara, "kategori", None)
        unit.initial = kategori.unit_id if kategori else None


class TeruskanForm(UnitForm):
    """Forwarding also settles the topic."""

    kategori = forms.ModelChoiceField(
        label=_("Kategori"), queryset=Kategori.objects.filter(aktif=True), required=False
    )
    field_order = ("kategori", "unit", "instruksi")


class InstruksiForm(AksiForm):
    """An instruction of the leader; it stands in the inner history."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["alasan"].label = _("Instruksi")
        self.fields["alasan"].help_text = _("Dibaca unit dan koordinator, tidak oleh pelapor.")


class TanggapAwalForm(AksiForm):
    tanggapan = forms.CharField(label=_("Tanggapan awal"), widget=TEKS_PANJANG)


class TanggapiForm(AksiForm):
    """An answer, a dated plan, or work with its proof; the action checks what each needs."""

    jenis = forms.ChoiceField(
        label=_("Jenis tindak lanjut"),
        choices=[(j.value, j.label) for j in TINDAK_LANJUT],
        widget=forms.RadioSelect,
    )
    tanggapan = forms.CharField(label=_("Isi tindak lanjut"), widget=TEKS_PANJANG)
    tanggal = forms.DateField(
        label=_("Tanggal"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Hari pekerjaan selesai, atau hari yang direncanakan."),
    )
    bukti = forms.FileField(
        label=_("Bukti pekerjaan"),
        required=False,
        help_text=_("Misalnya foto. Wajib bila sudah dikerjakan."),
    )

    def clean_jenis(self) -> JenisTanggapan:
        return JenisTanggapan(self.cleaned_data["jenis"])

    def isian(self) -> dict[str, Any]:
        """Hand the one file over as the list that the action takes."""
        isian = super().isian()
        if "bukti" in isian:
            isian["bukti"] = [isian["bukti"]]
        return isian


class BalasForm(AksiForm):
    balasan = forms.CharField(label=_("Balasan pelapor"), widget=TEKS_PANJANG)


class LengkapiForm(AksiForm):
    perbaikan = forms.CharField(label=_("Kelengkapan dari pelapor"), widget=TEKS_PANJANG)


class BukanKewenanganForm(AksiForm):
    instansi_tujuan = forms.CharField(label=_("Instansi yang berwenang"), max_length=200)


class ArsipForm(AksiForm):
    """Why it is closed without follow-up; a duplicate is chosen among what this officer may see."""

    alasan_arsip = forms.ChoiceField(label=_("Alasan pengarsipan"), choices=AlasanArsip.choices)
    duplikat_dari = forms.CharField(
        label=_("Nomor laporan yang sama"), required=False, help_text=_("Hanya untuk duplikat.")
    )
    field_order = ("alasan_arsip", "duplikat_dari", "alasan")

    def clean_duplikat_dari(self) -> Pengaduan | None:
        nomor = self.cleaned_data["duplikat_dari"].strip()
        if not nomor:
            return None
        lain = Pengaduan.objects.terlihat_oleh(self.pelaku).filter(nomor__iexact=nomor)
        if (ada := lain.exclude(pk=self.perkara.pk).first()) is None:
            raise forms.ValidationError(_("Tidak ada laporan lain dengan nomor ini."))
        return ada


class AlihkanForm(AksiForm):
    """What the request asks for; the address only where the reporter gave none."""

    rincian = forms.CharField(label=_("Informasi yang diminta"), widget=TEKS_PANJANG)
    tujuan = forms.CharField(label=_("Tujuan penggunaan informasi"), required=False)
    alamat = forms.CharField(
        label=_("Alamat pemohon"),
        required=False,
        help_text=_("Wajib bagi permohonan. Kosongkan bila pelapor sudah menuliskannya."),
    )
