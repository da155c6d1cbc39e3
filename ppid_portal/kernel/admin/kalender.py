"""The working calendar at the desk: a draft is edited, then put in force and never touched again."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import TabularInline
from unfold.widgets import UnfoldAdminTextInputWidget

from ppid_portal.kernel.admin.tindakan import Tindakan, TindakanAdmin
from ppid_portal.kernel.libur import berlakukan, versi_baru, versi_berlaku
from ppid_portal.kernel.models import HariLibur, VersiKalender
from ppid_portal.kernel.peran import MEJA_PPID, Peran


class VersiBaruForm(forms.Form):
    """The decree that changes the calendar of a year."""

    dasar = forms.CharField(
        label=gettext_lazy("SKB / Keppres"), max_length=200, widget=UnfoldAdminTextInputWidget
    )
    ditetapkan = forms.DateField(
        label=gettext_lazy("Tanggal ditetapkan"),
        widget=UnfoldAdminTextInputWidget(attrs={"type": "date"}),
    )


def _belum_berlaku(versi: VersiKalender) -> bool:
    return versi.diberlakukan_pada is None


def _sudah_berlaku(versi: VersiKalender) -> bool:
    return not _belum_berlaku(versi)


def _buat_versi_baru(versi: VersiKalender, *, dasar: str, ditetapkan: date) -> VersiKalender:
    return versi_baru(versi, dasar=dasar, ditetapkan=ditetapkan)


def _berlakukan(versi: VersiKalender) -> VersiKalender:
    return berlakukan(versi)


def _akibat_versi_baru(versi: VersiKalender) -> list[str]:
    return [
        _("Semua hari libur kalender ini disalin ke versi baru."),
        _("Versi baru dapat Anda ubah dan belum dipakai menghitung sampai diberlakukan."),
    ]


def _akibat_berlakukan(versi: VersiKalender) -> list[str]:
    akibat = [
        _("Tenggat yang sedang berjalan dihitung ulang dengan kalender ini."),
        _("Batas semula tetap tersimpan, dan setiap perubahan tercatat di riwayat perkaranya."),
        _("Waktu milik pemohon tidak pernah berkurang."),
        _("Kalender yang sudah berlaku tidak dapat diubah; perubahan dibuat sebagai versi baru."),
    ]
    if not versi.pasti:
        akibat.append(
            _("Kalender ini belum resmi: tenggat yang menyentuhnya tampil sebagai sementara.")
        )
    return akibat


class HariLiburInline(TabularInline):  # type: ignore[misc]
    """The free days of a version, edited as long as the version itself may be."""

    model = HariLibur
    fields = ("tanggal", "nama", "jenis")
    extra = 0

    def _boleh(self, request: HttpRequest, versi: VersiKalender | None) -> bool:
        meja = admin.site.get_model_admin(VersiKalender)
        return bool(meja.has_change_permission(request, versi))

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True  # whoever sees the calendar sees its days

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._boleh(request, obj)


@admin.register(VersiKalender)
class VersiKalenderAdmin(TindakanAdmin):
    """One version per decree."""

    lihat = MEJA_PPID
    ubah = tambah = frozenset({Peran.PPID_UTAMA})
    list_display = ("tahun", "dasar", "ditetapkan", "pasti", "keadaan")
    list_filter = ("tahun",)
    fields = ("tahun", "dasar", "ditetapkan", "pasti", "sumber", "diberlakukan_pada")
    readonly_fields = ("diberlakukan_pada",)
    inlines = (HariLiburInline,)
    tindakan = (
        Tindakan(
            kunci="berlakukan",
            label=gettext_lazy("Berlakukan"),
            kerjakan=_berlakukan,
            boleh=_belum_berlaku,
            akibat=_akibat_berlakukan,
        ),
        Tindakan(
            kunci="versi-baru",
            label=gettext_lazy("Buat versi baru"),
            kerjakan=_buat_versi_baru,
            boleh=_sudah_berlaku,
            akibat=_akibat_versi_baru,
            formulir=VersiBaruForm,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[VersiKalender]:
        dipakai = versi_berlaku().values("pk")
        semua: QuerySet[VersiKalender] = super().get_queryset(request)
        return semua.annotate(
            dipakai=Exists(VersiKalender.objects.filter(pk=OuterRef("pk"), pk__in=dipakai))
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        boleh = super().has_change_permission(request, obj)
        return boleh and (obj is None or _belum_berlaku(obj))

    @admin.display(description=gettext_lazy("keadaan"))
    def keadaan(self, versi: Any) -> str:
        if _belum_berlaku(versi):
            return _("draf")
        return _("berlaku") if versi.dipakai else _("digantikan")

    def peringatan(self, obj: VersiKalender) -> list[str]:
        if _sudah_berlaku(obj):
            return []
        return [_("Draf: belum dipakai menghitung tenggat sampai diberlakukan.")]
