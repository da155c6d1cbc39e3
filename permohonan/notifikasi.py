"""Who is told of what: the tables, and the messages made from an event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from permohonan.enums import Aksi, AksiDisposisi
from permohonan.models import Disposisi, PeristiwaDisposisi, PeristiwaPermohonan, Permohonan
from permohonan.rules import MASA_TAUTAN, tautan_masuk
from ppid_portal.kernel.models import (
    Berkas,
    Instansi,
    JangkaWaktu,
    Pengguna,
    Perkara,
    Pesan,
    Surat,
    VersiKalender,
)
from ppid_portal.kernel.models.pesan import Keadaan
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.pengingat import Tingkat
from ppid_portal.kernel.peran import BERUNIT, Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH
from ppid_portal.kernel.pesan import antrekan

PEMOHON = (Peran.PEMOHON,)
# Step -> who hears of it. The applicant's text lies in email/<step>.txt, the officers' in
# email/meja/<step>.txt, a unit's in email/unit/<step>.txt.
PEMBERITAHUAN: dict[str, tuple[Peran, ...]] = {
    Aksi.AJUKAN: (*PEMOHON, Peran.PETUGAS),
    Aksi.TERIMA_LENGKAP: (*PEMOHON, Peran.PPID_UTAMA),
    Aksi.ANGGAP_LENGKAP: (*PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA),
    Aksi.MINTA_PERBAIKAN: PEMOHON,
    Aksi.LENGKAPI: (*PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA),
    Aksi.HENTIKAN: PEMOHON,
    Aksi.DISPOSISIKAN: PEMOHON,
    Aksi.TERIMA_JAWABAN: (Peran.PPID_UTAMA,),
    Aksi.CATAT_KEMBALI: (Peran.PPID_UTAMA,),
    Aksi.PERPANJANG: (*PEMOHON, Peran.ATASAN_PPID),
    Aksi.KABULKAN: (*PEMOHON, Peran.PETUGAS),
    Aksi.KABULKAN_SEBAGIAN: (*PEMOHON, Peran.PETUGAS),
    Aksi.TOLAK: (*PEMOHON, Peran.ATASAN_PPID),
    Aksi.NYATAKAN_TIDAK_DIKUASAI: PEMOHON,
    Aksi.SERAHKAN: PEMOHON,
    Aksi.CABUT: (*PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA),
    Aksi.LEWATI_BATAS: (*PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA, Peran.ATASAN_PPID),
    KALENDER_BERUBAH: (*PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA),
}
PEMBERITAHUAN_UNIT: dict[str, tuple[Peran, ...]] = {
    AksiDisposisi.TUGASKAN: (Peran.PPID_PELAKSANA,),
    AksiDisposisi.MINTA_ULANG: (Peran.PPID_PELAKSANA,),
    AksiDisposisi.TARIK: (Peran.PPID_PELAKSANA,),
    KALENDER_BERUBAH: (Peran.PPID_PELAKSANA,),
}
MEJA_INGAT = (Peran.PETUGAS, Peran.PPID_UTAMA)
UNTUK_MEJA = "Anda menerima surel ini karena bertugas di meja layanan PPID."
UNTUK_UNIT = "Anda menerima surel ini karena bertugas untuk unit yang memegang permohonan ini, atau atasannya."
# The first message waits this long for the receipt to be attached, and then goes without it.
TUNGGU_SURAT = timedelta(minutes=2)


def susun(templat: str, **isi: Any) -> tuple[str, str]:
    """Return subject and body of a text: the subject is its first line."""
    konteks = {"instansi": Instansi.sekarang(), **isi}
    teks = render_to_string(f"permohonan/email/{templat}.txt", konteks)
    judul, _baris, badan = teks.strip().partition("\n")
    return judul.strip()[:200], badan.strip() + "\n"


def alamat_pemohon(permohonan: Permohonan) -> str:
    """Return the plain address, which asks for the secret."""
    return f"{settings.ALAMAT_SITUS}{permohonan.get_absolute_url()}"


def _untuk_pemohon(permohonan: Permohonan) -> dict[str, Any]:
    """Return what every message to the applicant needs: the case, and the way into it."""
    return {
        "permohonan": permohonan,
        "tautan": tautan_masuk(permohonan),
        "masa_hari": MASA_TAUTAN.days,
    }


def alamat_meja(perkara: Perkara) -> str:
    nama = f"admin:{perkara._meta.app_label}_{perkara._meta.model_name}_change"
    return f"{settings.ALAMAT_SITUS}{reverse(nama, args=[perkara.pk])}"


def kunci_pemohon(peristiwa: PeristiwaPermohonan) -> str:
    return f"peristiwapermohonan:{peristiwa.pk}/pemohon"


def kirim_rahasia(permohonan: Permohonan, rahasia: str, pada: datetime) -> None:
    """Write the one message that carries the secret, encrypted, with the case itself.

    It waits shortly for the receipt, which `kabari` attaches.
    """
    peristiwa = permohonan.peristiwa.get(aksi=Aksi.AJUKAN)
    judul, isi = susun(
        Aksi.AJUKAN.value,
        **_untuk_pemohon(permohonan),
        rahasia=rahasia,
        alamat=alamat_pemohon(permohonan),
        batas=peristiwa.batas_baru,
    )
    antrekan(
        kunci_pemohon(peristiwa),
        tujuan=permohonan.pemohon.surel,
        judul=judul,
        isi=isi,
        perkara=permohonan.rujukan,
        setelah=timezone.now() + TUNGGU_SURAT,
    )


def kabari(peristiwa: PeristiwaPermohonan, surat: Iterable[Surat]) -> int:
    """Write the messages of a request's event; returns how many are new."""
    peran = PEMBERITAHUAN.get(peristiwa.aksi, ())
    berkas = [satu.berkas for satu in surat]
    baru = 0
    if Peran.PEMOHON in peran:
        baru += _kabari_pemohon(peristiwa, berkas)
    if peristiwa.aksi == KALENDER_BERUBAH:
        return baru  # officers read all that moved in one message: `kabari_kalender`
    pejabat = set(peran) - {Peran.PEMOHON}
    hari = timezone.localdate(peristiwa.waktu)
    penerima = pemegang(pejabat, hari) if pejabat else []
    return baru + _kabari_pejabat(peristiwa, f"meja/{peristiwa.aksi}", penerima, [])


def _kabari_pemohon(peristiwa: PeristiwaPermohonan, berkas: list[Berkas]) -> bool:
    permohonan: Permohonan = peristiwa.perkara
    kunci = kunci_pemohon(peristiwa)
    if peristiwa.aksi == Aksi.AJUKAN:
        _sertakan(kunci, berkas)
        return False
    judul, isi = susun(
        peristiwa.aksi,
        **_untuk_pemohon(permohonan),
        peristiwa=peristiwa,
        batas=peristiwa.batas_baru,
        jangka={j.kunci: j for j in permohonan.jangka.filter(berhenti_pada__isnull=True)},
    )
    return antrekan(
        kunci,
        tujuan=permohonan.pemohon.surel,
        judul=judul,
        isi=isi,
        perkara=permohonan.rujukan,
        berkas=berkas,
    )


def _sertakan(kunci: str, berkas: list[Berkas]) -> None:
    """Attach the receipt to the message that waits for it, and let it go."""
    menunggu = Pesan.objects.select_for_update().filter(
        kunci=kunci, keadaan=Keadaan.ANTRE, percobaan=0
    )
    if (pesan := menunggu.first()) is not None:
        pesan.berkas.set(berkas)
        pesan.kirim_setelah = timezone.now()
        pesan.save(update_fields=["kirim_setelah"])


def kabari_unit(peristiwa: PeristiwaDisposisi, surat: Iterable[Surat]) -> int:
    """Write the messages of a disposition's event, to the unit that holds it."""
    peran = PEMBERITAHUAN_UNIT.get(peristiwa.aksi, ())
    if not peran or peristiwa.aksi == KALENDER_BERUBAH:
        return 0
    disposisi: Disposisi = peristiwa.perkara
    penerima = pemegang(peran, timezone.localdate(peristiwa.waktu), disposisi.unit)
    berkas = [satu.berkas for satu in surat]
    return _kabari_pejabat(peristiwa, f"unit/{peristiwa.aksi}", penerima, berkas)


def _kabari_pejabat(
    peristiwa: PeristiwaPermohonan | PeristiwaDisposisi,
    templat: str,
    penerima: list[Pengguna],
    berkas: list[Berkas],
) -> int:
    """Officers read number, link and day; never a word about who asked."""
    if not penerima:
        return 0
    perkara = peristiwa.perkara
    judul, isi = susun(
        templat,
        nomor=nomor_perkara(perkara),
        tautan=alamat_meja(perkara),
        batas=peristiwa.batas_baru,
        batas_lama=peristiwa.batas_lama,
    )
    awalan = f"{peristiwa._meta.model_name}:{peristiwa.pk}"
    return sum(
        antrekan(
            f"{awalan}/pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=isi,
            perkara=perkara.rujukan,
            berkas=berkas,
        )
        for satu in penerima
    )


def nomor_perkara(perkara: Perkara) -> str:
    """Return the registration number of a request or of the request behind a disposition."""
    permohonan = perkara.permohonan if isinstance(perkara, Disposisi) else perkara
    assert isinstance(permohonan, Permohonan)
    return permohonan.nomor


# --- a new calendar
@dataclass(frozen=True, slots=True)
class Geser:
    """One term that a new calendar moved."""

    nomor: str
    judul: str
    lama: date
    baru: date
    tautan: str


@transaction.atomic
def kabari_kalender(hari_ini: date) -> int:
    """Tell each officer once, in one message, what the latest calendar moved; returns how many are new.

    All messages of a calendar are written together, so that a run that died is made up for.
    """
    versi = versi_terakhir()
    if versi is None or Pesan.objects.filter(kunci__startswith=_awalan_kalender(versi)).exists():
        return 0
    peran_meja = set(PEMBERITAHUAN[KALENDER_BERUBAH]) - {Peran.PEMOHON}
    peran_unit = PEMBERITAHUAN_UNIT[KALENDER_BERUBAH]
    meja = [b for p in _bergeser(PeristiwaPermohonan, versi) for b in _baris_geser(p)]
    di_meja = pemegang(peran_meja, hari_ini) if meja else []
    per_pejabat: dict[Pengguna, list[Geser]] = {satu: [*meja] for satu in di_meja}
    for peristiwa in _bergeser(PeristiwaDisposisi, versi):
        for satu in pemegang(peran_unit, hari_ini, peristiwa.perkara.unit):
            per_pejabat.setdefault(satu, []).extend(_baris_geser(peristiwa))
    return sum(
        _kirim_geser(versi, satu, geser, "meja" if satu in di_meja else "unit")
        for satu, geser in per_pejabat.items()
    )


def versi_terakhir() -> VersiKalender | None:
    """Return the calendar that was put in force last."""
    berlaku = VersiKalender.objects.filter(diberlakukan_pada__isnull=False)
    return berlaku.order_by("-diberlakukan_pada", "-pk").first()


def _awalan_kalender(versi: VersiKalender) -> str:
    return f"kalender:{versi.pk}/permohonan/"


def _bergeser(model: type[Any], versi: VersiKalender) -> list[Any]:
    terkait = (
        ("perkara",) if model is PeristiwaPermohonan else ("perkara__permohonan", "perkara__unit")
    )
    sejak = model.objects.filter(aksi=KALENDER_BERUBAH, waktu__gte=versi.diberlakukan_pada)
    return list(sejak.select_related(*terkait).order_by("pk"))


def _baris_geser(peristiwa: PeristiwaPermohonan | PeristiwaDisposisi) -> list[Geser]:
    perkara = peristiwa.perkara
    nomor, tautan = nomor_perkara(perkara), alamat_meja(perkara)
    return [
        Geser(
            nomor,
            perkara.alur.tenggat[kunci].judul,
            date.fromisoformat(lama),
            date.fromisoformat(baru),
            tautan,
        )
        for kunci, lama, baru in peristiwa.data["geser"]
    ]


def _kirim_geser(versi: VersiKalender, satu: Pengguna, geser: list[Geser], teks: str) -> bool:
    perkara = len({baris.tautan for baris in geser})
    judul, isi = susun(f"{teks}/{KALENDER_BERUBAH}", geser=geser, jumlah=perkara, dasar=versi.dasar)
    return antrekan(
        f"{_awalan_kalender(versi)}pengguna:{satu.pk}",
        tujuan=satu.email,
        judul=judul,
        isi=isi,
        perkara=f"versikalender:{versi.pk}",
    )


# --- reminders
def ingatkan_disposisi(jangka: JangkaWaktu, tingkat: Tingkat, sisa: int) -> None:
    """Remind the unit that holds a disposition; later its head, then PPID (kernel.pengingat)."""
    disposisi: Disposisi = jangka.perkara
    penerima = pemegang(tingkat.peran, timezone.localdate(), disposisi.unit)
    _ingatkan(jangka, tingkat, sisa, disposisi, dict.fromkeys(penerima, UNTUK_UNIT))


def ingatkan_permohonan(jangka: JangkaWaktu, tingkat: Tingkat, sisa: int) -> None:
    """Remind the desk and PPID of a request, and whichever units still hold it."""
    permohonan: Permohonan = jangka.perkara
    hari = timezone.localdate()  # roles are asked as they stand when it is sent
    _ingatkan(
        jangka, tingkat, sisa, permohonan, dict.fromkeys(pemegang(MEJA_INGAT, hari), UNTUK_MEJA)
    )
    peran_unit = set(tingkat.peran) & BERUNIT
    for disposisi in permohonan.disposisi.terbuka().select_related("unit"):
        penerima = pemegang(peran_unit, hari, disposisi.unit)
        _ingatkan(jangka, tingkat, sisa, disposisi, dict.fromkeys(penerima, UNTUK_UNIT))


def _ingatkan(
    jangka: JangkaWaktu,
    tingkat: Tingkat,
    sisa: int,
    perkara: Permohonan | Disposisi,
    penerima: dict[Pengguna, str],
) -> None:
    """Write one message per officer: what, until when, why they get it, and where to act."""
    if not penerima:
        return
    awalan = f"pengingat/{jangka._meta.model_name}:{jangka.pk}/{jangka.batas}/{tingkat.kunci}"
    for satu, sebab in penerima.items():
        judul, isi = susun(
            "pengingat",
            nomor=nomor_perkara(perkara),
            tenggat=jangka.judul,
            batas=jangka.batas,
            sisa=sisa,
            lewat=-sisa,
            sebab=_(sebab),
            tautan=alamat_meja(perkara),
        )
        antrekan(
            f"{awalan}/{perkara.rujukan}/pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=isi,
            perkara=perkara.rujukan,
        )
