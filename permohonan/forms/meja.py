"""What officers type at a step of a request or of a disposition."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Field
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminIntegerFieldWidget,
    UnfoldAdminRadioSelectWidget,
    UnfoldAdminSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from informasi.enums import Kelas
from permohonan import queries
from permohonan.actions.disposisi import LAMA_TERPANJANG
from permohonan.actions.keputusan import ISI_KEPUTUSAN, MEMBERI
from permohonan.alur.tenggat import PASOKAN
from permohonan.enums import (
    AlasanPerpanjangan,
    CaraMemperoleh,
    DasarPenolakan,
    KategoriBerkas,
    Keputusan,
    Penguasaan,
)
from permohonan.models import BerkasPermohonan, Butir
from ppid_portal.kernel.berkas import DOKUMEN, periksa_unggahan
from ppid_portal.kernel.forms import AksiForm
from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.models.unit import JenisUnit


class MejaForm(AksiForm):
    """A step that asks for a reason where the workflow demands one."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        required=False,
        help_text=gettext_lazy("Tertulis di riwayat dan, bila ada suratnya, di surat."),
    )


class MintaPerbaikanForm(MejaForm):
    alasan = forms.CharField(
        label=gettext_lazy("Yang perlu dilengkapi"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 5}),
        help_text=gettext_lazy("Satu kekurangan per baris; tertulis di surat kepada pemohon."),
    )


class BanyakBerkasInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class BanyakBerkas(forms.FileField):
    """Any number of uploads, each checked by its content."""

    widget = BanyakBerkasInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(f".{jenis}" for jenis in DOKUMEN)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        semua = data if isinstance(data, list | tuple) else [data] if data else []
        if self.required and not semua:
            raise ValidationError(self.error_messages["required"], code="required")
        hasil = [super(BanyakBerkas, self).clean(satu, initial) for satu in semua]
        for unggahan in hasil:
            try:
                periksa_unggahan(unggahan)
            except BerkasDitolak as galat:
                raise ValidationError(str(galat)) from None
        return hasil


class LengkapiMejaForm(MejaForm):
    """What the applicant brought to the desk, sent by WhatsApp or on paper, keyed in by an officer."""

    kategori = {
        "identitas": KategoriBerkas.IDENTITAS,
        "surat_kuasa": KategoriBerkas.KUASA,
        "pendukung": KategoriBerkas.PENDUKUNG,
    }
    perbaikan = forms.CharField(
        label=gettext_lazy("Yang dilengkapi pemohon"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 5}),
    )
    identitas = BanyakBerkas(label=gettext_lazy("Salinan identitas"), required=False)
    surat_kuasa = BanyakBerkas(label=gettext_lazy("Surat kuasa"), required=False)
    pendukung = BanyakBerkas(label=gettext_lazy("Berkas lain"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        diminta = queries.kekurangan(self.perkara)  # type: ignore[arg-type]
        self.fields["perbaikan"].help_text = format_html(
            "{}<ul>{}</ul>",
            _("Tulis dengan kata pemohon. Yang diminta:"),
            format_html_join("", "<li>– {}</li>", ((satu,) for satu in diminta)),
        )

    def isian(self) -> dict[str, Any]:
        isi = self.cleaned_data
        lampiran = [(satu, jenis) for nama, jenis in self.kategori.items() for satu in isi[nama]]
        return {"versi": isi["versi"], "perbaikan": isi["perbaikan"], "lampiran": lampiran}


class DisposisikanForm(MejaForm):
    unit = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Unit yang menguasai informasi"),
        queryset=Unit.objects.aktif().exclude(jenis=JenisUnit.PEMDA),
        widget=UnfoldAdminSelectMultipleWidget(attrs={"size": 10}),
        help_text=gettext_lazy("Pilih satu atau beberapa."),
    )
    instruksi = forms.CharField(
        label=gettext_lazy("Instruksi"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("Jangan menyebut nama atau data pemohon; unit tidak memerlukannya."),
    )
    lama_hari = forms.IntegerField(
        label=gettext_lazy("Waktu untuk unit (hari kerja)"),
        min_value=1,
        max_value=LAMA_TERPANJANG,
        initial=PASOKAN.versi[-1][1],
        widget=UnfoldAdminIntegerFieldWidget,
        help_text=gettext_lazy("Tidak boleh melewati batas jawaban kepada pemohon."),
    )


class JawabForm(MejaForm):
    """The unit's answer."""

    jawaban = forms.CharField(
        label=gettext_lazy("Jawaban unit"), widget=UnfoldAdminTextareaWidget(attrs={"rows": 6})
    )
    berkas = BanyakBerkas(
        label=gettext_lazy("Berkas jawaban"),
        required=False,
        help_text=gettext_lazy("Boleh beberapa. PPID yang memutuskan berkas mana yang diserahkan."),
    )


class PerpanjangForm(MejaForm):
    alasan_perpanjangan = forms.ChoiceField(
        label=gettext_lazy("Alasan menurut aturan"),
        choices=AlasanPerpanjangan.choices,
        widget=UnfoldAdminRadioSelectWidget,
    )
    alasan = forms.CharField(
        label=gettext_lazy("Penjelasan"), widget=UnfoldAdminTextareaWidget(attrs={"rows": 4})
    )


class KirimJawabanForm(MejaForm):
    """The answer itself; for anything but a softcopy it names the form that is given."""

    bentuk = forms.CharField(
        label=gettext_lazy("Bentuk informasi yang diberikan"),
        max_length=200,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Misalnya: fotokopi 12 lembar; melihat dokumen di meja layanan."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lunak = self.perkara.cara_memperoleh == CaraMemperoleh.SALINAN_LUNAK  # type: ignore[attr-defined]
        if lunak or self.baris.aksi not in MEMBERI:
            del self.fields["bentuk"]


class SerahkanForm(MejaForm):
    bukti = forms.CharField(
        label=gettext_lazy("Bukti penyerahan"),
        max_length=200,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Misalnya: tanda terima bertanggal; nomor resi kiriman."),
    )


class BukaIdentitasForm(MejaForm):
    tujuan = forms.CharField(
        label=gettext_lazy("Untuk keperluan apa?"),
        max_length=300,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Tercatat bersama nama Anda dan waktunya."),
    )


def _pilihan(pilihan: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    return [("", "—"), *pilihan]


class PutuskanButirForm(MejaForm):
    """One group of fields per item, and the files that go out."""

    diserahkan = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Berkas yang diserahkan kepada pemohon"),
        queryset=BerkasPermohonan.objects.none(),
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=gettext_lazy("Pastikan bagian yang dikecualikan sudah dihitamkan."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.butir = list(self.perkara.butir.all())  # type: ignore[attr-defined]
        jawaban = self.perkara.berkas.filter(kategori=KategoriBerkas.JAWABAN)  # type: ignore[attr-defined]
        diserahkan = self.fields.pop("diserahkan")
        assert isinstance(diserahkan, forms.ModelMultipleChoiceField)
        for butir in self.butir:
            for nama in ISI_KEPUTUSAN:
                self.fields[f"butir_{butir.urut}_{nama}"] = _isian_butir(butir, nama)
        diserahkan.queryset = jawaban.select_related("berkas")
        diserahkan.initial = list(jawaban.filter(diserahkan=True))
        self.fields["diserahkan"] = diserahkan

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        for butir in self.butir:
            for nama, nilai in self._keputusan(butir, isi).items():
                setattr(butir, nama, nilai)
            if not butir.keputusan:
                self.add_error(f"butir_{butir.urut}_keputusan", _("Putuskan butir ini."))
                continue
            try:
                butir.full_clean(exclude=["permohonan"], validate_unique=False)
            except ValidationError as galat:
                self.add_error(f"butir_{butir.urut}_keputusan", galat.messages)
        return isi

    def _keputusan(self, butir: Butir, isi: dict[str, Any]) -> dict[str, str]:
        return {nama: isi.get(f"butir_{butir.urut}_{nama}", "") for nama in ISI_KEPUTUSAN}

    def isian(self) -> dict[str, Any]:
        isi = self.cleaned_data
        return {
            "versi": isi["versi"],
            "keputusan": {butir.urut: self._keputusan(butir, isi) for butir in self.butir},
            "diserahkan": list(isi["diserahkan"]),
        }


BERPILIHAN: dict[str, list[tuple[str, Any]]] = {
    "penguasaan": _pilihan(Penguasaan.choices),
    "keputusan": _pilihan(Keputusan.choices),
    "dasar_penolakan": _pilihan(DasarPenolakan.choices),
}
PANJANG = frozenset({"materi", "dihitamkan", "konsekuensi"})


def _isian_butir(butir: Butir, nama: str) -> forms.Field:
    kolom = Butir._meta.get_field(nama)
    assert isinstance(kolom, Field)
    umum: dict[str, Any] = {
        "label": _("Butir %(n)s: %(kolom)s") % {"n": butir.urut, "kolom": kolom.verbose_name},
        "required": False,
        "initial": getattr(butir, nama),
        "help_text": butir.rincian if nama == ISI_KEPUTUSAN[0] else kolom.help_text,
    }
    if nama in BERPILIHAN:
        return forms.ChoiceField(choices=BERPILIHAN[nama], widget=UnfoldAdminSelectWidget, **umum)
    if nama in PANJANG:
        return forms.CharField(widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}), **umum)
    return forms.CharField(max_length=200, widget=UnfoldAdminTextInputWidget, **umum)


class PromosikanForm(MejaForm):
    """An answer becomes an item of the register."""

    judul = forms.CharField(
        label=gettext_lazy("Judul"), max_length=300, widget=UnfoldAdminTextInputWidget
    )
    ringkasan = forms.CharField(
        label=gettext_lazy("Ringkasan isi"),
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=gettext_lazy("Jangan menyebut siapa yang meminta."),
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Unit pemilik"),
        queryset=Unit.objects.aktif(),
        widget=UnfoldAdminSelectWidget,
    )
    kelas = forms.ChoiceField(
        label=gettext_lazy("Kelas"),
        choices=[(n, k) for n, k in Kelas.choices if n != Kelas.DIKECUALIKAN],
        initial=Kelas.SETIAP_SAAT,
        widget=UnfoldAdminSelectWidget,
    )
    kelompok = forms.CharField(
        label=gettext_lazy("Kelompok"),
        max_length=160,
        required=False,
        widget=UnfoldAdminTextInputWidget,
    )
    berkas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Berkas yang diumumkan"),
        queryset=BerkasPermohonan.objects.none(),
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        berkas = self.fields["berkas"]
        assert isinstance(berkas, forms.ModelMultipleChoiceField)
        diserahkan = self.perkara.berkas.filter(diserahkan=True)  # type: ignore[attr-defined]
        berkas.queryset = diserahkan.select_related("berkas")
        berkas.initial = list(diserahkan)
        disposisi = self.perkara.disposisi.order_by("pk").first()  # type: ignore[attr-defined]
        if disposisi is not None:
            self.fields["unit"].initial = disposisi.unit_id

    def isian(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
