"""What templates may say: dates and sizes in words, icons, and where the reader is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from django import template
from django.template import Context
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ppid_portal.kernel import kata
from ppid_portal.kernel.jam import HariJam, KeadaanHari
from ppid_portal.kernel.kalender import NAMA_AKHIR_PEKAN

register = template.Library()


def sebagai_tanggal(nilai: date | datetime) -> date:
    """Return the local date of a moment, or the date itself."""
    if not isinstance(nilai, datetime):
        return nilai
    return (timezone.localtime(nilai) if timezone.is_aware(nilai) else nilai).date()


@register.filter
def tanggal(nilai: date | datetime | None) -> str:
    """Return `14 Agustus 2026`; empty for no date."""
    return kata.tanggal(sebagai_tanggal(nilai)) if nilai else ""


@register.filter
def hari_tanggal(nilai: date | datetime | None) -> str:
    """Return `Jumat, 14 Agustus 2026`; empty for no date."""
    return kata.hari_tanggal(sebagai_tanggal(nilai)) if nilai else ""


@register.filter
def pukul(nilai: datetime | None) -> str:
    """Return the local time as `09.14`; empty for no moment."""
    return timezone.localtime(nilai).strftime("%H.%M") if nilai else ""


@register.filter
def bulan_pendek(nilai: date) -> str:
    """Return `Agu`, for a cell of a calendar."""
    return kata.BULAN[nilai.month - 1][:3]


@register.filter
def nama_hari(nilai: date) -> str:
    """Return `Jumat`."""
    return kata.HARI[nilai.weekday()]


@register.filter
def nama_bulan(nilai: date) -> str:
    """Return `Agustus`."""
    return kata.BULAN[nilai.month - 1]


@register.filter
def ukuran(byte: int | None) -> str:
    """Return a size as `2,1 MB`; empty where it is unknown."""
    return kata.ukuran(byte) if byte is not None else ""


@register.filter
def dilewati(jam_hari: Iterable[HariJam]) -> list[dict[str, str]]:
    """Gather the skipped days of a clock by reason, weekends last: `alasan` and `tanggal` in words."""
    akhir_pekan = _("Akhir pekan")
    per_alasan: dict[str, list[date]] = {}
    for hari in jam_hari:
        if hari.alasan and hari.keadaan != KeadaanHari.AWAL:
            pekan = hari.alasan in NAMA_AKHIR_PEKAN.values()
            per_alasan.setdefault(akhir_pekan if pekan else hari.alasan, []).append(hari.tanggal)
    urut = sorted(per_alasan.items(), key=lambda butir: (butir[0] == akhir_pekan, butir[1][0]))
    return [{"alasan": alasan, "tanggal": _sebaris(hari)} for alasan, hari in urut]


def _sebaris(tanggal: list[date]) -> str:
    """Return `28 dan 29 Maret; 4 dan 5 April 2026`."""
    bulan = []
    for (tahun, _bulan), isi in groupby(tanggal, key=lambda hari: (hari.year, hari.month)):
        sebulan = list(isi)
        teks = f"{kata.daftar([str(hari.day) for hari in sebulan])} {nama_bulan(sebulan[0])}"
        terakhir_setahun = sebulan[-1] == max(hari for hari in tanggal if hari.year == tahun)
        bulan.append(f"{teks} {tahun}" if terakhir_setahun else teks)
    return "; ".join(bulan)


@register.simple_tag
def ikon(nama: str) -> SafeString:
    """Draw one sign of the sprite; it is an ornament, the word beside it carries the meaning."""
    return format_html(
        '<svg class="ikon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("gambar/ikon.svg"),
        nama,
    )


@register.simple_tag(takes_context=True)
def kini(context: Context, *nama: str) -> SafeString:
    """Mark a menu link as current when the page's URL name is one of these (`app:` means the whole app)."""
    cocok = getattr(context.get("request"), "resolver_match", None)
    sini = getattr(cocok, "view_name", None) or ""
    if sini == nama[0]:
        return SafeString(' aria-current="page"')
    if sini and any(
        sini == satu or (satu.endswith(":") and sini.startswith(satu)) for satu in nama
    ):
        return SafeString(' aria-current="true"')
    return SafeString("")


@register.filter
def nomor_telepon(nilai: str) -> str:
    """Keep what a telephone can dial: `(0511) 330-1234` becomes `05113301234`."""
    return "".join(huruf for huruf in nilai if huruf.isdigit() or huruf == "+")


@register.filter
def nomor_wa(nilai: str) -> str:
    """Return the number as wa.me wants it: `0812-3456` becomes `628123456`."""
    angka = nomor_telepon(nilai).removeprefix("+")
    return f"62{angka[1:]}" if angka.startswith("0") else angka
