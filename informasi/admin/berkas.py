"""What the desk sees of the reading of files: state, scan for viruses, findings with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from informasi.models import BerkasEdisi, Edisi, OlahanBerkas
from ppid_portal.kernel import antivirus
from ppid_portal.kernel.admin import BerperanAdmin
from ppid_portal.kernel.peran import Peran


def keadaan_berkas(edisi: Edisi) -> SafeString:
    """Return the state of each file of an edition, and below it what was found there."""
    return format_html_join("", "<p>{}</p>", ((baris,) for baris in _baris(edisi.berkas.all())))


def _baris(berkas: Any) -> Iterator[SafeString]:
    satu: BerkasEdisi
    for satu in berkas:
        olahan = getattr(satu.berkas, "olahan", None)
        if olahan is None:
            yield format_html("{}: {}", satu.berkas.nama, _("menunggu dibaca"))
            continue
        yield format_html("{}: {}", satu.berkas.nama, keadaan_kata(olahan))
        for temuan in olahan.temuan.all():
            sikap = (
                _("dibenarkan %(siapa)s: %(alasan)s")
                % {"siapa": temuan.oleh or "–", "alasan": temuan.alasan}
                if temuan.alasan
                else _("belum dibenarkan")
            )
            yield format_html("• {} {} – {}", temuan, temuan.kutipan, sikap)


def keadaan_kata(olahan: OlahanBerkas) -> str:
    """Return `Terbaca, 3 halaman, belum dipindai virus`; never “bersih” without a scanner's word."""
    bagian = [str(olahan.get_keadaan_display()), olahan.sebab.rstrip(".")]
    if olahan.jumlah_halaman:
        bagian.append(_("%s halaman") % olahan.jumlah_halaman)
    bagian.append(pindaian_kata(olahan))
    return ", ".join(kata for kata in bagian if kata)


def pindaian_kata(olahan: OlahanBerkas) -> str:
    if olahan.pindaian == "belum" and not antivirus.tersedia():
        return str(_("belum dipindai: pemindai virus tidak terpasang"))
    return str(olahan.get_pindaian_display()).lower()


@admin.register(OlahanBerkas)
class OlahanBerkasAdmin(BerperanAdmin):
    """Every file of the register and how far its reading came, for the PPID's own desk."""

    lihat = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA})
    list_display = ("nama", "keadaan", "sebab", "jumlah_halaman", "virus", "diolah_pada")
    list_filter = ("keadaan", "pindaian")
    ordering = ("-diolah_pada", "-pk")
    fields = ("nama", "keadaan", "sebab", "jumlah_halaman", "percobaan", "virus", "diolah_pada")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[OlahanBerkas]:
        olahan: QuerySet[OlahanBerkas] = super().get_queryset(request)
        return olahan.select_related("berkas")

    @admin.display(description=_("berkas"))
    def nama(self, olahan: OlahanBerkas) -> str:
        return olahan.berkas.nama

    @admin.display(description=_("pemindaian virus"))
    def virus(self, olahan: OlahanBerkas) -> str:
        return pindaian_kata(olahan)
