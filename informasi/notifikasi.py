"""Who is told what happens in the register: proposals, returns, publications, stale items."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from informasi.enums import Aksi, AksiPengecualian, Status
from informasi.models import (
    Informasi,
    LanggananPencarian,
    PeristiwaInformasi,
    PeristiwaPengecualian,
)
from ppid_portal.kernel.models import Instansi, JangkaWaktu, Pesan
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.pengingat import Tingkat
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.pesan import antrekan

# Steps of an officer that others are told of; the text has the name of the step.
PEMBERITAHUAN: dict[str, tuple[Peran, ...]] = {
    Aksi.USULKAN: (Peran.PPID_UTAMA,),
    Aksi.KEMBALIKAN: (Peran.PPID_PELAKSANA,),
    Aksi.TERBITKAN: (Peran.PPID_PELAKSANA,),
}
# Steps of an exclusion that its unit and the PPID are told of; text and subject are the step's own.
PEMBERITAHUAN_PENGECUALIAN: dict[str, tuple[Peran, ...]] = {
    AksiPengecualian.USULKAN: (Peran.PPID_UTAMA,),
    AksiPengecualian.TETAPKAN: (Peran.PPID_PELAKSANA,),
    AksiPengecualian.INGATKAN: (Peran.PPID_UTAMA, Peran.PPID_PELAKSANA),
    AksiPengecualian.AKHIRI: (Peran.PPID_UTAMA, Peran.PPID_PELAKSANA),
    AksiPengecualian.BUKA: (Peran.PPID_PELAKSANA,),
}
DISEBUT = 10  # titles in one reminder; the rest is a number


def susun(templat: str, **isi: Any) -> tuple[str, str]:
    """Return subject and body of a text: the subject is its first line."""
    teks = render_to_string(
        f"informasi/email/{templat}.txt", {"instansi": Instansi.sekarang(), **isi}
    )
    judul, _baris, badan = teks.strip().partition("\n")
    return judul.strip()[:200], badan.strip() + "\n"


def kabari(peristiwa: PeristiwaInformasi) -> int:
    """Write the messages of an event; returns how many are new. Whoever acted is not told."""
    informasi = peristiwa.perkara
    hari_ini = timezone.localdate(peristiwa.waktu)
    penerima = pemegang(PEMBERITAHUAN[peristiwa.aksi], hari_ini, informasi.unit)
    judul, badan = susun(
        peristiwa.aksi,
        informasi=informasi,
        peristiwa=peristiwa,
        tautan=_meja("informasi_informasi_change", informasi.pk),
    )
    return sum(
        antrekan(
            f"peristiwainformasi:{peristiwa.pk}/pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=badan,
            perkara=informasi.rujukan,
        )
        for satu in penerima
        if satu.pk != peristiwa.oleh_id
    )


def kabari_pengecualian(peristiwa: PeristiwaPengecualian) -> int:
    """Write the messages of a step of an exclusion; returns how many are new."""
    pengecualian = peristiwa.perkara
    peran = PEMBERITAHUAN_PENGECUALIAN.get(peristiwa.aksi, ())
    hari_ini = timezone.localdate(peristiwa.waktu)
    judul, badan = susun(
        "pengecualian",
        pengecualian=pengecualian,
        langkah=peristiwa.aksi,
        tautan=_meja("informasi_pengecualianinformasi_change", pengecualian.pk),
    )
    return sum(
        antrekan(
            f"peristiwapengecualian:{peristiwa.pk}/pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=badan,
            perkara=pengecualian.rujukan,
        )
        for satu in pemegang(peran, hari_ini, pengecualian.informasi.unit)
        if satu.pk != peristiwa.oleh_id
    )


def ingatkan_pembaruan(jangka: JangkaWaktu, tingkat: Tingkat, sisa: int) -> None:
    """Remind a unit of all its items that are due on one day, in one message per step and reader."""
    unit = jangka.perkara.unit
    awalan = f"pengingat/informasi/{unit.pk}/{jangka.batas:%Y%m%d}/{tingkat.kunci}/"
    if Pesan.objects.filter(kunci__startswith=awalan).exists():
        return  # another item of the same unit and day has spoken for this one
    serentak = Informasi.objects.filter(
        status=Status.TERBIT, unit=unit, batas_waktu=jangka.batas
    ).order_by("judul", "pk")
    jumlah = serentak.count()
    judul, badan = susun(
        "pengingat",
        unit=unit,
        informasi=serentak[:DISEBUT],
        jumlah=jumlah,
        lainnya=max(jumlah - DISEBUT, 0),
        jangka=jangka,
        sisa=sisa,
        lewat=-sisa,
        tautan=f"{settings.ALAMAT_SITUS}{reverse('admin:index')}",
    )
    for satu in pemegang(tingkat.peran, timezone.localdate(), unit):
        antrekan(
            f"{awalan}pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=badan,
            perkara=unit.slug,
        )


def _meja(nama: str, pk: int) -> str:
    return f"{settings.ALAMAT_SITUS}{reverse(f'admin:{nama}', args=[pk])}"


def minta_setuju(langganan: LanggananPencarian, tanda: str, pada: datetime) -> bool:
    """Ask the owner of an address whether they want this search; at most once a day."""
    judul, isi = susun("langganan_setuju", langganan=langganan, tautan=_tautan_langganan(tanda))
    return antrekan(
        f"langganan-setuju-{langganan.pk}-{timezone.localdate(pada)}",
        tujuan=langganan.surel, judul=judul, isi=isi, perkara="langganan pencarian",
    )  # fmt: skip


def kabari_langganan(
    langganan: LanggananPencarian, baru: list[Informasi], tanda: str, pada: datetime
) -> bool:
    """Tell of new items, with the link that stops it."""
    daftar = [(i.judul, f"{settings.ALAMAT_SITUS}{i.get_absolute_url()}") for i in baru]
    judul, isi = susun(
        "langganan_baru", langganan=langganan, baru=daftar, tautan=_tautan_langganan(tanda)
    )
    return antrekan(
        f"langganan-{langganan.pk}-{timezone.localdate(pada)}",
        tujuan=langganan.surel, judul=judul, isi=isi, perkara="langganan pencarian",
    )  # fmt: skip


def _tautan_langganan(tanda: str) -> str:
    return f"{settings.ALAMAT_SITUS}{reverse('informasi:langganan-satu', args=[tanda])}"
