"""What the desk and PPID decide: complete or not, longer, item by item, the answer, the handing over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from informasi import actions as informasi_actions
from informasi.models import Informasi
from permohonan.actions.disposisi import tarik_semua
from permohonan.actions.langkah import ambil
from permohonan.enums import Aksi, AlasanPerpanjangan, CaraMemperoleh, KategoriBerkas, Keputusan
from permohonan.models import BerkasPermohonan, Butir, Permohonan
from ppid_portal.kernel.models import Unit
from ppid_portal.kernel.peran import Pelaku

ISI_KEPUTUSAN = (
    "penguasaan",
    "badan_lain",
    "keputusan",
    "materi",
    "dihitamkan",
    "dasar_penolakan",
    "undang_undang",
    "konsekuensi",
    "uji",
    "jangka_pengecualian",
)
MEMBERI = frozenset({Aksi.KABULKAN, Aksi.KABULKAN_SEBAGIAN})


def perpanjang(
    permohonan: Permohonan,
    pelaku: Pelaku,
    *,
    alasan_perpanjangan: str = "",
    alasan: str = "",
    **lain: Any,
) -> Permohonan:
    """Extend the answer's term, once, for one of the two reasons that allow it."""
    if alasan_perpanjangan and alasan_perpanjangan not in AlasanPerpanjangan.values:
        raise ValidationError({"alasan_perpanjangan": _("Pilih salah satu alasan.")})
    return ambil(
        permohonan,
        Aksi.PERPANJANG,
        pelaku,
        data={"alasan_perpanjangan": alasan_perpanjangan},
        alasan_perpanjangan=alasan_perpanjangan,
        alasan=alasan,
        **lain,
    )


@transaction.atomic
def putuskan_butir(
    permohonan: Permohonan,
    *,
    keputusan: Mapping[int, Mapping[str, str]],
    pelaku: Pelaku,
    diserahkan: Iterable[BerkasPermohonan] = (),
    versi: int | None = None,
    pada: datetime | None = None,
) -> Permohonan:
    """Write the decision of each item (by its number) and choose the files that go out.

    Raises ValidationError where a decision lacks what the law demands of it.
    """
    data = {"butir": {str(urut): isi.get("keputusan", "") for urut, isi in keputusan.items()}}
    hasil = ambil(permohonan, Aksi.PUTUSKAN_BUTIR, pelaku, versi=versi, pada=pada, data=data)
    for butir in hasil.butir.select_for_update().filter(urut__in=keputusan):
        for nama in ISI_KEPUTUSAN:
            setattr(butir, nama, keputusan[butir.urut].get(nama, ""))
        periksa_butir(butir)
        butir.save(update_fields=ISI_KEPUTUSAN)
    jawaban = hasil.berkas.filter(kategori=KategoriBerkas.JAWABAN)
    jawaban.update(diserahkan=False)
    jawaban.filter(pk__in=[satu.pk for satu in diserahkan]).update(diserahkan=True)
    return hasil


def periksa_butir(butir: Butir) -> None:
    """Say which item is incomplete, in words; the database refuses it as well."""
    try:
        butir.full_clean(exclude=["permohonan"], validate_unique=False)
    except ValidationError as galat:
        pesan = " ".join(galat.messages)
        raise ValidationError(
            _("Butir %(n)s: %(pesan)s") % {"n": butir.urut, "pesan": pesan}
        ) from None


@transaction.atomic
def kirim_jawaban(
    permohonan: Permohonan, pelaku: Pelaku, *, aksi: str, bentuk: str = "", **lain: Any
) -> Permohonan:
    """Answer the request as its items were decided; whoever still works on it may stop."""
    hasil = ambil(permohonan, aksi, pelaku, data={"bentuk": bentuk}, bentuk=bentuk, **lain)
    for butir in hasil.butir.all():
        periksa_butir(butir)
    lunak = hasil.cara_memperoleh == CaraMemperoleh.SALINAN_LUNAK
    if aksi in MEMBERI and not lunak and not bentuk:
        raise ValidationError({"bentuk": _("Sebut bentuk informasi yang diberikan.")})
    if aksi not in MEMBERI and hasil.berkas.filter(diserahkan=True).exists():
        raise ValidationError(_("Tidak ada butir yang dikabulkan; jangan pilih berkas."))
    tarik_semua(hasil, _("Permohonan sudah dijawab."), lain.get("pada"))
    return hasil


def serahkan(permohonan: Permohonan, pelaku: Pelaku, *, bukti: str = "", **lain: Any) -> Permohonan:
    """Record that the information was handed over, and by what that is proved."""
    return ambil(permohonan, Aksi.SERAHKAN, pelaku, data={"bukti": bukti}, bukti=bukti, **lain)


def buka_identitas(
    permohonan: Permohonan, pelaku: Pelaku, *, tujuan: str = "", **lain: Any
) -> Permohonan:
    """Record who opened the applicant's identity, and for what."""
    tujuan = tujuan.strip()
    data = {"tujuan": tujuan}
    return ambil(permohonan, Aksi.BUKA_IDENTITAS, pelaku, data=data, tujuan=tujuan, **lain)


@transaction.atomic
def promosikan(
    permohonan: Permohonan,
    *,
    judul: str,
    ringkasan: str,
    unit: Unit,
    kelas: str,
    pelaku: Pelaku,
    kelompok: str = "",
    berkas: Sequence[BerkasPermohonan] = (),
    **lain: Any,
) -> Informasi:
    """Put an answer into the public register, with the files that were handed over."""
    hasil = ambil(permohonan, Aksi.PROMOSIKAN, pelaku, **lain)
    boleh = hasil.berkas.filter(diserahkan=True, pk__in=[satu.pk for satu in berkas])
    informasi = informasi_actions.promosikan(
        judul=judul,
        ringkasan=ringkasan,
        unit=unit,
        kelas=kelas,
        berkas=[satu.berkas for satu in boleh.select_related("berkas")],
        pelaku=pelaku,
        kelompok=kelompok,
    )
    diberi = [Keputusan.DIKABULKAN, Keputusan.DIKABULKAN_SEBAGIAN]
    hasil.butir.filter(keputusan__in=diberi).update(informasi=informasi)
    return informasi


def _biasa(aksi: Aksi) -> Callable[..., Permohonan]:
    def langkah(permohonan: Permohonan, pelaku: Pelaku, **isian: Any) -> Permohonan:
        return ambil(permohonan, aksi, pelaku, **isian)

    return langkah


# The officers' steps that need no more than words, for every door alike.
LANGKAH: dict[str, Callable[..., Permohonan]] = {
    Aksi.TERIMA_LENGKAP: _biasa(Aksi.TERIMA_LENGKAP),
    Aksi.MINTA_PERBAIKAN: _biasa(Aksi.MINTA_PERBAIKAN),
    Aksi.HENTIKAN: _biasa(Aksi.HENTIKAN),
    Aksi.PERPANJANG: perpanjang,
    Aksi.KABULKAN: partial(kirim_jawaban, aksi=Aksi.KABULKAN),
    Aksi.KABULKAN_SEBAGIAN: partial(kirim_jawaban, aksi=Aksi.KABULKAN_SEBAGIAN),
    Aksi.TOLAK: partial(kirim_jawaban, aksi=Aksi.TOLAK),
    Aksi.NYATAKAN_TIDAK_DIKUASAI: partial(kirim_jawaban, aksi=Aksi.NYATAKAN_TIDAK_DIKUASAI),
    Aksi.SERAHKAN: serahkan,
}
