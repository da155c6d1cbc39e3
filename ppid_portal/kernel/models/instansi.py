"""The regency itself: name, address, letterhead; one row, edited by officers."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

PANJANG_NOMOR = 80  # characters that a number may have in the register


def _bentuk_terpakai(bentuk: str) -> bool:
    """Answer whether a form gives each number of each year its own short text."""
    try:
        contoh = [
            bentuk.format(urut=urut, bulan="VIII", tahun=tahun, kode="KODE")
            for urut, tahun in ((1, 2026), (2, 2026), (1, 2027), (99_999, 2026))
        ]
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return False
    return len(set(contoh)) == len(contoh) and max(map(len, contoh)) <= PANJANG_NOMOR


class Instansi(models.Model):
    """The one public body of this installation (primary key 1)."""

    nama_badan = models.CharField(_("nama daerah"), max_length=120, default="Kabupaten Contoh")
    nama_portal = models.CharField(
        _("nama portal"), max_length=120, default="PPID Kabupaten Contoh"
    )
    ibu_kota = models.CharField(_("tempat surat dibuat"), max_length=80, blank=True)
    alamat = models.TextField(_("alamat meja layanan"), blank=True)
    telepon = models.CharField(_("telepon"), max_length=40, blank=True)
    whatsapp = models.CharField(_("nomor WhatsApp"), max_length=40, blank=True)
    surel = models.EmailField(_("surel"), blank=True)
    laman = models.URLField(_("alamat laman"), blank=True)
    jam_layanan = models.CharField(_("jam layanan"), max_length=200, blank=True)
    format_nomor = models.CharField(
        _("bentuk nomor pendaftaran"),
        max_length=80,
        default="{urut:03d}/PPID/{bulan}/{tahun}",
        help_text=_("Pakai {urut:03d}, {bulan} (romawi) dan {tahun}."),
    )
    format_nomor_surat = models.CharField(
        _("bentuk nomor surat"), max_length=80, default="{urut:03d}/{kode}/PPID/{bulan}/{tahun}"
    )
    nama_ppid = models.CharField(_("nama PPID Utama"), max_length=120, blank=True)
    jabatan_ppid = models.CharField(_("jabatan PPID Utama"), max_length=160, blank=True)
    nip_ppid = models.CharField(_("NIP PPID Utama"), max_length=18, blank=True)
    nama_atasan = models.CharField(_("nama Atasan PPID"), max_length=120, blank=True)
    jabatan_atasan = models.CharField(_("jabatan Atasan PPID"), max_length=160, blank=True)
    nip_atasan = models.CharField(_("NIP Atasan PPID"), max_length=18, blank=True)
    contoh = models.BooleanField(
        _("daerah contoh"),
        default=False,
        help_text=_("Data rekaan; ditandai di setiap halaman dan surat."),
    )

    data_pribadi = ()

    class Meta:
        verbose_name = _("instansi")
        verbose_name_plural = _("instansi")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="instansi_hanya_satu")]

    def __str__(self) -> str:
        return self.nama_badan

    def clean(self) -> None:
        """Try the forms of the numbers, so that no submission ever fails on them."""
        galat = {
            nama: _(
                "Bentuk nomor ini tidak dapat dipakai. Contoh: {urut:03d}/PPID/{bulan}/{tahun}."
            )
            for nama in ("format_nomor", "format_nomor_surat")
            if not _bentuk_terpakai(getattr(self, nama))
        }
        if galat:
            raise ValidationError(galat)

    @classmethod
    def sekarang(cls) -> Instansi:
        """Return the body of this installation, with defaults where nobody has filled it in."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
