"""The request as a citizen sends it: what is checked, and what it becomes."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any

import phonenumbers
from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from permohonan.enums import CaraMemperoleh, CaraSalinan, JenisPemohon, Kanal
from permohonan.forms.formulir import GARAM_WAKTU, FormulirPermohonan, stempel_waktu
from permohonan.forms.isian import Teks, memuat_data_pribadi
from permohonan.models import Pemohon, Permohonan

VERSI_PEMBERITAHUAN = "2026-11"  # UU 27/2022 ps. 21; grows when the notice on the page changes
BUTIR_MIN = 3
BUTIR_MAKS = 10
DETIK_MENGISI = 3  # nobody fills the form faster

PASPOR = re.compile(r"(?=.*[A-Z])[A-Z0-9]{5,20}")
POLA_BUTIR = re.compile(r"butir_(?:[1-9]|10)")


class PermohonanForm(FormulirPermohonan):
    """The form of Perki 1/2021 Lampiran VI; nothing that was typed is refused for its length."""

    WAJIB_MENURUT_JENIS: Mapping[str, Mapping[str, Any]] = {
        JenisPemohon.PERORANGAN: {"nik": _("Isi NIK (16 angka) atau nomor paspor Anda.")},
        JenisPemohon.BADAN_HUKUM: {
            "nama_badan": _("Tulis nama badan hukum."),
            "nomor_pengesahan": _("Tulis nomor surat keputusan pengesahan badan hukum."),
        },
        JenisPemohon.KELOMPOK: {
            "nik": _("Isi NIK (16 angka) atau nomor paspor wakil kelompok."),
            "nama_kelompok": _("Tulis nama kelompok."),
            "anggota": _("Tulis nama anggota, satu orang per baris."),
        },
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asal: Mapping[str, Any] = self.data if self.is_bound else self.initial
        semua = range(1, BUTIR_MAKS + 1)
        hadir = [n for n in semua if f"butir_{n}" in asal]
        lain = self.is_bound and any(str(asal[f"butir_{n}"]).strip() for n in hadir)
        for nomor in range(1, max([BUTIR_MIN, *hadir]) + 1):
            self.fields[f"butir_{nomor}"] = self._isian_butir(nomor, wajib=nomor == 1 and not lain)
        self.order_fields([f"butir_{n}" for n in semua])
        if asal.get("cara_memperoleh") == CaraMemperoleh.MELIHAT:
            self.fields["cara_salinan"].required = False

    @staticmethod
    def _isian_butir(nomor: int, *, wajib: bool) -> Teks:
        return Teks(
            label=_("Butir %d") % nomor,
            required=wajib,
            widget=forms.Textarea(attrs={"rows": 3, "data-butir": nomor}),
            error_messages={"required": _("Tulis paling sedikit satu informasi yang Anda minta.")},
        )

    @classmethod
    def dilanjutkan(
        cls, data: QueryDict, berkas: Mapping[str, UploadedFile[Any]], tambah: int
    ) -> PermohonanForm:
        """Return the form as typed so far, unchecked, with some more empty items."""
        nilai: dict[str, Any] = {k: data[k] for k in data if k in cls.base_fields}
        butir = {k: data[k] for k in data if POLA_BUTIR.fullmatch(k)}
        mulai = max([BUTIR_MIN, *(int(k.removeprefix("butir_")) for k in butir)])
        akhir = min(mulai + tambah, BUTIR_MAKS)
        baru = {f"butir_{n}": "" for n in range(mulai + 1, akhir + 1)}
        formulir = cls(initial={**nilai, **baru, **butir})
        for nama in formulir.kategori:
            formulir.ingatkan_berkas(nama, berkas.get(nama))
        return formulir

    @property
    def isian_butir(self) -> list[forms.BoundField]:
        return [self[nama] for nama in self.fields if nama.startswith("butir_")]

    @property
    def penuh(self) -> bool:
        return len(self.isian_butir) >= BUTIR_MAKS

    @property
    def butir_berdata_pribadi(self) -> list[int]:
        """Return the numbers of the items that seem to hold a NIK or a telephone number."""
        isi = enumerate((str(isian.value() or "") for isian in self.isian_butir), start=1)
        return [nomor for nomor, teks in isi if memuat_data_pribadi(teks)]

    def clean_kunci_kirim(self) -> uuid.UUID:
        kunci: uuid.UUID | None = self.cleaned_data["kunci_kirim"]
        return kunci or uuid.uuid4()

    def clean_nik(self) -> str:
        nilai = re.sub(r"[\s.-]", "", self.cleaned_data["nik"]).upper()
        if not nilai:
            return ""
        if nilai.isdigit() and nilai.isascii():
            if len(nilai) != 16:
                raise forms.ValidationError(
                    _("NIK terdiri dari 16 angka; yang tertulis %d angka.") % len(nilai)
                )
        elif not PASPOR.fullmatch(nilai):
            raise forms.ValidationError(_("Isi 16 angka NIK, atau huruf dan angka nomor paspor."))
        return nilai

    def clean_telepon(self) -> str:
        nilai: str = self.cleaned_data["telepon"]
        if not nilai:
            return ""
        pesan = _("Nomor ini belum dapat dihubungi. Tulis lengkap, mis. 0812 3456 7890.")
        try:
            nomor = phonenumbers.parse(nilai, "ID")
        except phonenumbers.NumberParseException as galat:
            raise forms.ValidationError(pesan) from galat
        if not phonenumbers.is_possible_number(nomor):
            raise forms.ValidationError(pesan)
        return phonenumbers.format_number(nomor, phonenumbers.PhoneNumberFormat.E164)

    def clean(self) -> dict[str, Any]:
        isi = self.cleaned_data
        for nama, pesan in self.WAJIB_MENURUT_JENIS.get(isi.get("jenis_pemohon", ""), {}).items():
            if nama not in self.errors and not isi.get(nama):
                self.add_error(nama, pesan)
        self._periksa_kontak(isi)
        self._periksa_salinan(isi)
        self._periksa_robot(isi)
        return isi

    def _periksa_kontak(self, isi: dict[str, Any]) -> None:
        if {"surel", "telepon"} & self.errors.keys():
            return
        if isi.get("cara_salinan") == CaraSalinan.SUREL and not isi.get("surel"):
            if isi.get("cara_memperoleh") != CaraMemperoleh.MELIHAT:
                self.add_error("surel", _("Isi surel, karena Anda memilih salinan lewat surel."))
        elif not isi.get("surel") and not isi.get("telepon"):
            pesan = _("Isi surel atau nomor telepon, supaya kami dapat menghubungi Anda.")
            self.add_error("surel", pesan)

    def _periksa_salinan(self, isi: dict[str, Any]) -> None:
        cara, salinan = isi.get("cara_memperoleh"), isi.get("cara_salinan")
        if cara == CaraMemperoleh.MELIHAT:
            isi["cara_salinan"] = CaraSalinan.AMBIL  # at the desk; nothing is sent
        elif cara == CaraMemperoleh.SALINAN_KERAS and salinan in {
            CaraSalinan.UNDUH,
            CaraSalinan.SUREL,
        }:
            pesan = _("Salinan kertas tidak dapat diunduh. Pilih ambil langsung, pos, atau kurir.")
            self.add_error("cara_salinan", pesan)

    def _periksa_robot(self, isi: dict[str, Any]) -> None:
        """Ask whoever looks like a robot to press the button once more; a robot does not."""
        stempel = signing.TimestampSigner(salt=GARAM_WAKTU)
        ganti = {"laman_web": ""}
        try:
            stempel.unsign(isi.get("dibuka", ""), max_age=DETIK_MENGISI)
            tergesa = True
        except signing.SignatureExpired:
            tergesa = False
        except signing.BadSignature:
            tergesa = True
            ganti["dibuka"] = stempel_waktu()
        if tergesa or isi.get("laman_web"):
            self.data = {**dict(self.data.items()), **ganti}
            if self.errors:  # the form comes back anyway
                return
            pesan = _(
                "Kami perlu memastikan formulir ini diisi orang. Periksa isinya, lalu tekan Kirim sekali lagi."
            )
            self.add_error(None, pesan)

    def butir(self) -> list[str]:
        """Return the items asked for, without the empty rows."""
        semua = (self.cleaned_data.get(isian.name, "") for isian in self.isian_butir)
        return [teks for teks in semua if teks]

    def permohonan(self) -> Permohonan:
        """Return the request, unsaved."""
        isi = self.cleaned_data
        return Permohonan(
            kanal=Kanal.LAMAN,
            jenis_pemohon=isi["jenis_pemohon"],
            tujuan=isi["tujuan"],
            cara_memperoleh=isi["cara_memperoleh"],
            cara_salinan=isi["cara_salinan"],
            pencarian_asal=isi["pencarian_asal"][:200],
            kunci_kirim=isi["kunci_kirim"],
            versi_pemberitahuan=VERSI_PEMBERITAHUAN,
        )

    def pemohon(self) -> Pemohon:
        """Return who asks, unsaved; what belongs to another kind of applicant is left out."""
        isi, jenis = self.cleaned_data, self.cleaned_data["jenis_pemohon"]
        badan, kelompok = jenis == JenisPemohon.BADAN_HUKUM, jenis == JenisPemohon.KELOMPOK
        selalu = ("nama", "alamat", "surel", "telepon", "nama_kuasa", "kebutuhan_khusus")
        return Pemohon(
            **{nama: isi[nama] for nama in selalu},
            nik="" if badan else isi["nik"],
            pekerjaan=isi["pekerjaan"] if jenis == JenisPemohon.PERORANGAN else "",
            nama_badan=isi["nama_badan"] if badan else isi["nama_kelompok"] if kelompok else "",
            nomor_pengesahan=isi["nomor_pengesahan"] if badan else "",
            anggota=isi["anggota"] if kelompok else "",
        )
