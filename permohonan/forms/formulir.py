"""The fields of the request form, in the words of citizens (Perki 1/2021 Lampiran VI)."""

from __future__ import annotations

import uuid

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from permohonan.enums import CaraMemperoleh, CaraSalinan, JenisPemohon, KategoriBerkas
from permohonan.forms.isian import DenganBerkas, Teks, Unggahan

GARAM_WAKTU = "permohonan.formulir"


def stempel_waktu() -> str:
    """Return now, signed: when this form was opened."""
    return signing.TimestampSigner(salt=GARAM_WAKTU).sign("x")


class FormulirPermohonan(DenganBerkas):
    """What is asked, and no more than the law asks of each kind of applicant."""

    kategori = {"identitas": KategoriBerkas.IDENTITAS, "surat_kuasa": KategoriBerkas.KUASA}

    kunci_kirim = forms.UUIDField(widget=forms.HiddenInput, required=False, initial=uuid.uuid4)
    dibuka = forms.CharField(widget=forms.HiddenInput, required=False, initial=stempel_waktu)
    pencarian_asal = Teks(widget=forms.HiddenInput, required=False)
    # A field that people never see; robots fill it.
    laman_web = forms.CharField(
        label=_("Kosongkan isian ini"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    tujuan = Teks(
        label=_("Untuk apa informasi ini?"),
        help_text=_(
            "Satu kalimat cukup. Tujuan tidak menentukan dikabulkan atau tidaknya permohonan."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Tulis tujuan Anda. Satu kalimat cukup.")},
    )
    cara_memperoleh = forms.ChoiceField(
        label=_("Bagaimana Anda ingin memperolehnya?"),
        choices=(
            (CaraMemperoleh.SALINAN_LUNAK, _("Salinan digital (softcopy)")),
            (CaraMemperoleh.SALINAN_KERAS, _("Salinan kertas (hardcopy)")),
            (
                CaraMemperoleh.MELIHAT,
                _("Melihat, membaca, mendengarkan, atau mencatat di tempat kami"),
            ),
        ),
        initial=CaraMemperoleh.SALINAN_LUNAK,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu cara.")},
    )
    cara_salinan = forms.ChoiceField(
        label=_("Bagaimana salinan sampai kepada Anda?"),
        choices=(
            (CaraSalinan.UNDUH, _("Saya unduh di laman ini")),
            (CaraSalinan.SUREL, _("Dikirim lewat surel (e-mail)")),
            (CaraSalinan.AMBIL, _("Saya ambil langsung di meja layanan")),
            (CaraSalinan.POS, _("Pos, ke alamat saya")),
            (CaraSalinan.KURIR, _("Kurir, ke alamat saya")),
        ),
        initial=CaraSalinan.UNDUH,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih cara salinan sampai kepada Anda.")},
    )

    jenis_pemohon = forms.ChoiceField(
        label=_("Anda mengajukan sebagai"),
        choices=(
            (
                JenisPemohon.PERORANGAN,
                _("Perorangan, untuk diri saya atau orang yang memberi kuasa"),
            ),
            (JenisPemohon.BADAN_HUKUM, _("Badan hukum, mis. perusahaan, yayasan, perkumpulan")),
            (JenisPemohon.KELOMPOK, _("Kelompok orang, mis. warga satu lingkungan")),
        ),
        initial=JenisPemohon.PERORANGAN,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )
    nama_badan = Teks(label=_("Nama badan hukum"), required=False)
    nomor_pengesahan = Teks(
        label=_("Nomor pengesahan badan hukum"),
        help_text=_("Ada di surat keputusan Kementerian Hukum, mis. AHU-0012345.AH.01.04."),
        required=False,
        max_length=120,
    )
    nama_kelompok = Teks(label=_("Nama kelompok"), required=False)
    anggota = Teks(
        label=_("Anggota kelompok"),
        help_text=_("Satu orang per baris: nama lengkap, lalu NIK."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    nama = Teks(
        label=_("Nama lengkap Anda"),
        help_text=_("Untuk badan hukum atau kelompok: nama orang yang mewakili."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Tulis nama lengkap Anda.")},
    )
    nik = Teks(
        label=_("NIK atau nomor paspor"),
        help_text=_(
            "NIK 16 angka, boleh memakai spasi. Diminta karena hak ini milik warga negara Indonesia "
            "(UU 14/2008 Pasal 1 angka 12). Disimpan tersandi, tidak pernah ditampilkan."
        ),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    alamat = Teks(
        label=_("Alamat"),
        help_text=_("Jawaban tertulis dialamatkan ke sini."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
        error_messages={"required": _("Tulis alamat Anda.")},
    )
    surel = forms.EmailField(
        label=_("Surel (e-mail)"),
        help_text=_(
            "Isi surel, nomor telepon, atau keduanya. Kabar permohonan kami kirim ke surel."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": _("Surel ini belum lengkap. Contoh: nama@contoh.id.")},
    )
    telepon = Teks(
        label=_("Nomor telepon atau WhatsApp"),
        help_text=_("Contoh: 0812 3456 7890."),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    pekerjaan = Teks(
        label=_("Pekerjaan"),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )
    kebutuhan_khusus = Teks(
        label=_("Kebutuhan khusus"),
        help_text=_(
            "Mis. huruf besar, berkas yang dapat dibaca pembaca layar, juru bahasa isyarat."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    nama_kuasa = Teks(
        label=_("Nama penerima kuasa"),
        help_text=_("Hanya bila permohonan ini diurus orang lain dengan surat kuasa."),
        required=False,
    )
    surat_kuasa = Unggahan(
        label=_("Surat kuasa"),
        help_text=_("Foto atau PDF. Bila belum ada, petugas akan memintanya."),
    )
    identitas = Unggahan(
        label=_("Foto atau pindaian identitas"),
        help_text=_(
            "KTP, paspor, atau SK pengesahan. Tidak wajib sekarang; petugas memintanya bila diperlukan."
        ),
    )
