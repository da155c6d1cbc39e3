"""Who is told of what: one table, and the messages made from an event or a reminder.

Officers read number, day and link, never a word about who reported or what. Of a sealed case only
the Inspektorat and the reporter hear, in words that say nothing to a third reader.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pengaduan.alur import DIAM, PRATUTUP
from pengaduan.enums import Aksi
from pengaduan.models import JangkaPengaduan, Pelapor, Pengaduan, PeristiwaPengaduan
from pengaduan.rules import kode_kembali
from ppid_portal.kernel.models import Instansi
from ppid_portal.kernel.models.pesan import PERKARA_TERTUTUP
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH
from ppid_portal.kernel.pesan import antrekan

PELAPOR = (Peran.PELAPOR,)
KOORDINATOR = (Peran.ADMIN_KOORDINATOR,)
UNIT = (Peran.PEJABAT_PENGHUBUNG,)

PEMBERITAHUAN: dict[str, tuple[Peran, ...]] = {
    Aksi.AJUKAN: PELAPOR + KOORDINATOR,
    Aksi.AJUKAN_TERTUTUP: (*PELAPOR, Peran.INSPEKTORAT),
    Aksi.KEMBALIKAN: PELAPOR,
    Aksi.LENGKAPI: KOORDINATOR,
    Aksi.ARSIP_OTOMATIS: PELAPOR,
    Aksi.TERUSKAN_PENGADUAN: PELAPOR + UNIT,
    Aksi.TERUSKAN_RINGAN: PELAPOR + UNIT,
    Aksi.TERUSKAN_ASPIRASI: PELAPOR + UNIT,
    Aksi.TERUSKAN_INFORMASI: PELAPOR + UNIT,
    Aksi.DISPOSISIKAN: PELAPOR + UNIT,
    Aksi.KEMBALIKAN_DISPOSISI: KOORDINATOR,
    Aksi.INSTRUKSIKAN: KOORDINATOR + UNIT,
    Aksi.TANGGAP_AWAL: PELAPOR,
    Aksi.TANGGAPI: PELAPOR,
    Aksi.BALAS: UNIT,
    Aksi.BERITAHU_TUTUP: PELAPOR,
    Aksi.TUTUP_OTOMATIS: PELAPOR,
    Aksi.SELESAIKAN: PELAPOR + UNIT,
    Aksi.BUKA_KEMBALI: KOORDINATOR + UNIT,
    Aksi.BUKA_KEMBALI_TERTUTUP: (Peran.INSPEKTORAT,),
    Aksi.NYATAKAN_BUKAN_KEWENANGAN: PELAPOR,
    Aksi.ARSIPKAN: PELAPOR,
    Aksi.ALIHKAN_KE_PERMOHONAN: PELAPOR,
    Aksi.SEGEL: (*PELAPOR, Peran.INSPEKTORAT),
    KALENDER_BERUBAH: KOORDINATOR + UNIT,
}
# Steps that tell the reporter the same thing share a text.
TEKS_PELAPOR: dict[str, str] = {
    Aksi.TERUSKAN_PENGADUAN: "teruskan",
    Aksi.TERUSKAN_RINGAN: "teruskan",
    Aksi.TERUSKAN_ASPIRASI: "teruskan",
    Aksi.TERUSKAN_INFORMASI: "teruskan",
    Aksi.TUTUP_OTOMATIS: "selesaikan",
    Aksi.ARSIP_OTOMATIS: "arsipkan",
}
DITERUSKAN = _("Laporan ini diserahkan kepada unit Anda. Kirim tanggapan awal kepada pelapor.")
# What an officer is told of a step; the label of the step where nothing more is to be said.
TEKS_PEJABAT: dict[str, Promise] = {
    Aksi.AJUKAN: _("Ada laporan baru yang perlu diverifikasi."),
    Aksi.LENGKAPI: _("Pelapor sudah melengkapi laporan ini. Periksa kembali."),
    Aksi.TERUSKAN_PENGADUAN: DITERUSKAN,
    Aksi.TERUSKAN_RINGAN: DITERUSKAN,
    Aksi.TERUSKAN_ASPIRASI: DITERUSKAN,
    Aksi.TERUSKAN_INFORMASI: DITERUSKAN,
    Aksi.DISPOSISIKAN: DITERUSKAN,
    Aksi.KEMBALIKAN_DISPOSISI: _("Unit mengembalikan laporan ini. Pilih unit lain."),
    Aksi.INSTRUKSIKAN: _("Pimpinan memberi instruksi untuk laporan ini."),
    Aksi.BALAS: _("Pelapor membalas. Laporan ini kembali diproses."),
    Aksi.SELESAIKAN: _("Pelapor menyatakan laporan ini selesai."),
    Aksi.BUKA_KEMBALI: _("Pelapor membuka kembali laporan ini."),
    KALENDER_BERUBAH: _("Kalender kerja berubah dan batas waktu laporan ini dihitung ulang."),
}
TEKS_TERTUTUP = _("Ada perkembangan pada laporan yang Anda tangani.")
# How high a reminder climbs, by its step on the kernel's ladder.
TANGGA_UNIT: dict[str, tuple[Peran, ...]] = {
    "h-3": UNIT,
    "h-1": UNIT,
    "h-0": UNIT,
    "h+1": (*UNIT, Peran.KEPALA_OPD),
    "h+3": (*UNIT, Peran.KEPALA_OPD, Peran.ADMIN_KOORDINATOR),
}


def susun(templat: str, **isi: Any) -> tuple[str, str]:
    """Return subject and body of a text: the subject is its first line."""
    konteks = {"instansi": Instansi.sekarang(), **isi}
    teks = render_to_string(f"pengaduan/email/{templat}.txt", konteks)
    judul, _baris, badan = teks.strip().partition("\n")
    return judul.strip()[:200], badan.strip() + "\n"


def alamat_meja(pengaduan: Pengaduan) -> str:
    alamat = reverse("admin:pengaduan_pengaduan_change", args=[pengaduan.pk])
    return f"{settings.ALAMAT_SITUS}{alamat}"


def rujukan(pengaduan: Pengaduan) -> str:
    """Return what the outbox may show of the case a message belongs to."""
    return PERKARA_TERTUTUP if pengaduan.tertutup else pengaduan.rujukan


def kabari(peristiwa: PeristiwaPengaduan) -> int:
    """Write the messages of an event; returns how many are new."""
    peran = PEMBERITAHUAN.get(peristiwa.aksi, ())
    pengaduan: Pengaduan = peristiwa.perkara
    baru = 0
    if Peran.PELAPOR in peran:
        baru += _kabari_pelapor(pengaduan, peristiwa)
    if pejabat := set(peran) - {Peran.PELAPOR}:
        teks = TEKS_PEJABAT.get(peristiwa.aksi, TEKS_TERTUTUP)
        awalan = f"peristiwapengaduan:{peristiwa.pk}"
        baru += _kabari_pejabat(pengaduan, awalan, "pejabat", pejabat, teks=teks)
    return baru


def _kabari_pelapor(pengaduan: Pengaduan, peristiwa: PeristiwaPengaduan) -> bool:
    pelapor = Pelapor.objects.filter(pengaduan=pengaduan).first()
    if pelapor is None:
        return False
    templat = TEKS_PELAPOR.get(peristiwa.aksi, peristiwa.aksi)
    berlaku = pengaduan.jangka.filter(dimulai_pada__lte=peristiwa.waktu)
    jangka = {j.kunci: j for j in berlaku.exclude(berhenti_pada__lte=peristiwa.waktu)}
    penutup = [j.batas for j in jangka.values() if j.kunci in {DIAM.kunci, PRATUTUP.kunci}]
    judul, isi = susun(
        "tertutup" if pengaduan.tertutup else templat,
        pengaduan=pengaduan,
        kode=kode_kembali(pengaduan) if peristiwa.aksi == Aksi.AJUKAN else "",
        peristiwa=peristiwa,
        ucapan=pengaduan.tanggapan.filter(waktu__lte=peristiwa.waktu).last(),
        jangka=jangka,
        tutup_setelah=max(penutup, default=None),
    )
    return antrekan(
        f"peristiwapengaduan:{peristiwa.pk}/pelapor",
        tujuan=pelapor.surel,
        judul=judul,
        isi=isi,
        perkara=rujukan(pengaduan),
    )


def ingatkan_pejabat(jangka: JangkaPengaduan, tingkat: str, sisa: int) -> int:
    """Write the reminder of a term to whoever holds the case, one step higher each time."""
    pengaduan: Pengaduan = jangka.perkara
    peran = TANGGA_UNIT[tingkat] if pengaduan.unit else KOORDINATOR
    awalan = f"jangkapengaduan:{jangka.pk}/{jangka.batas:%Y%m%d}/{tingkat}"
    return _kabari_pejabat(pengaduan, awalan, "pengingat", peran, jangka=jangka, sisa=sisa)


def _kabari_pejabat(
    pengaduan: Pengaduan, awalan: str, templat: str, peran: Iterable[Peran], **isi: Any
) -> int:
    """Write one message per officer; of a sealed case only the Inspektorat gets any."""
    hari_ini = timezone.localdate()
    if pengaduan.tertutup:
        peran, isi = (Peran.INSPEKTORAT,), isi | {"teks": TEKS_TERTUTUP}
        templat = "pejabat_tertutup"
    judul, badan = susun(templat, pengaduan=pengaduan, tautan=alamat_meja(pengaduan), **isi)
    return sum(
        antrekan(
            f"{awalan}/pengguna:{satu.pk}",
            tujuan=satu.email,
            judul=judul,
            isi=badan,
            perkara=rujukan(pengaduan),
        )
        for satu in pemegang(peran, hari_ini, pengaduan.unit)
    )
