"""The complaint desk: worklists, one case with its clock and history, the tree of topics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.admin import TabularInline

from pengaduan import actions, forms, queries
from pengaduan.alur import TERUSAN
from pengaduan.enums import Aksi
from pengaduan.models import (
    MEJA_PENGADUAN,
    PEMEGANG_UNIT,
    AksesPengaduan,
    BerkasPengaduan,
    JangkaPengaduan,
    Kategori,
    Pelapor,
    Pengaduan,
    PenugasanPengaduan,
    PeristiwaPengaduan,
    Tanggapan,
)
from pengaduan.rules import BukaIdentitas, buka_identitas
from ppid_portal.kernel.admin import BerperanAdmin, PerkaraAdmin, pelaku
from ppid_portal.kernel.jam import jam_jangka
from ppid_portal.kernel.peran import Pelaku, Peran


def _langkah(tindakan: Callable[..., Any], **tetap: Any) -> Callable[..., Any]:
    """Turn an action into what PerkaraAdmin calls: the case, who acts, and what was typed."""

    def langkah(perkara: Pengaduan, siapa: Pelaku, **isian: Any) -> Any:
        return tindakan(perkara, pelaku=siapa, **tetap, **isian)

    return langkah


class InlineBaca(TabularInline):  # type: ignore[misc]
    """Rows of a case to be read; whoever may open the case may read them."""

    extra = 0
    can_delete = False
    show_change_link = False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class TanggapanInline(InlineBaca):
    model = Tanggapan
    fields = ("waktu", "jenis", "tanggal", "isi", "oleh")


class JangkaInline(InlineBaca):
    model = JangkaPengaduan
    fields = ("judul", "mulai", "batas", "batas_semula", "berhenti_pada", "dasar")


class PeristiwaInline(InlineBaca):
    model = PeristiwaPengaduan
    fields = ("waktu", "langkah", "peran", "oleh", "alasan")

    @admin.display(description=gettext_lazy("langkah"))
    def langkah(self, peristiwa: PeristiwaPengaduan) -> str:
        kata = dict(Aksi.choices)
        return str(kata.get(peristiwa.aksi, peristiwa.aksi))


class PenugasanInline(InlineBaca):
    model = PenugasanPengaduan
    fields = ("unit", "mulai_pada", "berakhir_pada", "instruksi", "alasan_kembali")


class BerkasInline(InlineBaca):
    model = BerkasPengaduan
    fields = ("berkas", "kategori", "tanggapan")


class AksesInline(InlineBaca):
    """Who looked; shown to those who see identities themselves."""

    model = AksesPengaduan
    fields = ("waktu", "oleh", "lingkup")


IDENTITAS = {
    BukaIdentitas.UTUH: ("nama_pelapor", "kontak_pelapor"),
    BukaIdentitas.NAMA: ("nama_pelapor",),
    BukaIdentitas.TERTUTUP: ("pelapor_dirahasiakan",),
}


@admin.register(Pengaduan)
class PengaduanAdmin(PerkaraAdmin):
    """Cases; who may see which is asked of the queryset, how much of whom of `rules`."""

    lihat: ClassVar[frozenset[Peran]] = MEJA_PENGADUAN | PEMEGANG_UNIT | {Peran.INSPEKTORAT}
    aksi_enum = Aksi
    list_display = ("nomor", "judul", "status", "klasifikasi", "unit", "batas_waktu")
    list_filter = ("status", "klasifikasi", "kanal", "kategori")
    list_select_related = ("unit",)
    search_fields = ("nomor", "judul", "isi")
    ordering = ("batas_waktu", "pk")
    inlines = (
        TanggapanInline, JangkaInline, PenugasanInline, BerkasInline, PeristiwaInline, AksesInline,
    )  # fmt: skip
    readonly_fields = ("nama_pelapor", "kontak_pelapor", "pelapor_dirahasiakan")
    formulir = {
        **dict.fromkeys(TERUSAN, forms.TeruskanForm),
        Aksi.DISPOSISIKAN: forms.UnitForm,
        Aksi.INSTRUKSIKAN: forms.InstruksiForm,
        Aksi.TANGGAP_AWAL: forms.TanggapAwalForm,
        Aksi.TANGGAPI: forms.TanggapiForm,
        Aksi.BALAS: forms.BalasForm,
        Aksi.LENGKAPI: forms.LengkapiForm,
        Aksi.NYATAKAN_BUKAN_KEWENANGAN: forms.BukanKewenanganForm,
        Aksi.ARSIPKAN: forms.ArsipForm,
        Aksi.ALIHKAN_KE_PERMOHONAN: forms.AlihkanForm,
    }
    tindakan = {
        **{aksi: _langkah(actions.teruskan, aksi=aksi) for aksi in TERUSAN},
        Aksi.DISPOSISIKAN: _langkah(actions.disposisikan),
        Aksi.KEMBALIKAN_DISPOSISI: _langkah(actions.kembalikan_disposisi),
        Aksi.TANGGAP_AWAL: _langkah(actions.beri_tanggapan),
        Aksi.TANGGAPI: _langkah(actions.beri_tanggapan),
        Aksi.BALAS: _langkah(actions.balas),
        Aksi.LENGKAPI: _langkah(actions.lengkapi),
        Aksi.NYATAKAN_BUKAN_KEWENANGAN: _langkah(actions.nyatakan_bukan_kewenangan),
        Aksi.ARSIPKAN: _langkah(actions.arsipkan),
        Aksi.ALIHKAN_KE_PERMOHONAN: _langkah(actions.alihkan_ke_permohonan),
    }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pengaduan]:
        return super().get_queryset(request).select_related("pelapor", "kategori", "unit")

    def get_fieldsets(self, request: HttpRequest, obj: Pengaduan | None = None) -> Any:
        tingkat = buka_identitas(obj, pelaku(request)) if obj else BukaIdentitas.TERTUTUP
        return (
            (None, {"fields": ("nomor", "judul", "isi", "lokasi", "wilayah", "tanggal_kejadian")}),
            (
                _("Penanganan"),
                {
                    "fields": (
                        "status", "klasifikasi", "kategori", "unit", "batas_waktu", "kanal",
                        "diterima_pada", "instansi_tujuan", "alasan_arsip", "permohonan",
                    )
                },
            ),
            (_("Pelapor"), {"fields": ("kerahasiaan", *IDENTITAS[tingkat])}),
        )  # fmt: skip

    def get_inline_instances(self, request: HttpRequest, obj: Pengaduan | None = None) -> list[Any]:
        semua: list[Any] = super().get_inline_instances(request, obj)
        if obj and buka_identitas(obj, pelaku(request)) == BukaIdentitas.UTUH:
            return semua
        return [satu for satu in semua if not isinstance(satu, AksesInline)]

    def konteks_perkara(self, request: HttpRequest, perkara: Pengaduan) -> dict[str, Any]:
        actions.catat_akses(perkara, pelaku(request))
        hari_ini = timezone.localdate()
        utama = perkara.jangka.filter(berhenti_pada__isnull=True, utama=True).first()
        return {
            **super().konteks_perkara(request, perkara),
            "jam": jam_jangka(utama, hari_ini) if utama else None,
            "peringatan": self._peringatan(perkara),
        }

    def _peringatan(self, perkara: Pengaduan) -> list[str]:
        kata = []
        if pindah := queries.jumlah_pindah(perkara):
            kata.append(_("Sudah berpindah unit %s kali.") % pindah)
        if perkara.tertutup:
            kata.append(_("Laporan tertutup. Setiap pembukaan tercatat."))
        return kata

    @admin.display(description=gettext_lazy("nama"))
    def nama_pelapor(self, perkara: Pengaduan) -> str:
        pelapor = _pelapor(perkara)
        return pelapor.nama if pelapor else _("Anonim")

    @admin.display(description=gettext_lazy("kontak"))
    def kontak_pelapor(self, perkara: Pengaduan) -> str:
        pelapor = _pelapor(perkara)
        isi = [pelapor.surel, pelapor.telepon, pelapor.alamat] if pelapor else []
        return " · ".join(kata for kata in isi if kata)

    @admin.display(description=gettext_lazy("identitas"))
    def pelapor_dirahasiakan(self, perkara: Pengaduan) -> str:
        return _("Tidak dibuka untuk peran Anda")


def _pelapor(perkara: Pengaduan) -> Pelapor | None:
    return getattr(perkara, "pelapor", None)


@admin.register(Kategori)
class KategoriAdmin(BerperanAdmin):
    """The tree of topics, kept by the coordinator."""

    lihat: ClassVar[frozenset[Peran]] = MEJA_PENGADUAN | PEMEGANG_UNIT
    ubah: ClassVar[frozenset[Peran]] = frozenset({Peran.ADMIN_KOORDINATOR})
    tambah: ClassVar[frozenset[Peran]] = frozenset({Peran.ADMIN_KOORDINATOR})
    pengelola = True
    list_display = ("nama", "induk", "unit", "klasifikasi", "lama_hari", "aktif")
    list_filter = ("klasifikasi", "aktif")
    list_select_related = ("induk", "unit")
    search_fields = ("nama",)
    prepopulated_fields = {"slug": ("nama",)}
