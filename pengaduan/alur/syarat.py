"""Guards of the complaint: each looks at the case and answers why not, or nothing."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from pengaduan.alur.tenggat import (
    BUKA_KEMBALI,
    DIAM,
    LENGKAPI,
    PRATUTUP,
    UU25_LENGKAPI,
)
from pengaduan.enums import NYATA, Aksi, JenisTanggapan, Kerahasiaan, Klasifikasi
from ppid_portal.kernel.alur import Konteks, Syarat, Tenggat
from ppid_portal.kernel.kata import hari_tanggal
from ppid_portal.kernel.peran import Peran

PEMEGANG = (Peran.PEJABAT_PENGHUBUNG, Peran.KEPALA_OPD)
# For these an answer is the work itself; a complaint wants something done or dated.
CUKUP_DIJAWAB = (Klasifikasi.ASPIRASI, Klasifikasi.INFORMASI)


def _berjalan(perkara: Any, *kunci: str) -> Any:
    return (
        perkara.jangka.filter(kunci__in=kunci, berhenti_pada__isnull=True).order_by("batas").last()
    )


def unit_sendiri(perkara: Any, konteks: Konteks) -> str:
    """The powers of a unit role end at its unit and those below it."""
    if perkara.unit_id is not None and perkara.unit_id in konteks.pelaku.unit_sebagai(*PEMEGANG):
        return ""
    return _("Laporan ini tidak sedang dipegang unit Anda.")


def unit_sendiri_atau_kepala_daerah(perkara: Any, konteks: Konteks) -> str:
    if konteks.pelaku.memegang(Peran.KEPALA_DAERAH):
        return ""
    return unit_sendiri(perkara, konteks)


def tidak_lebih_dari(tenggat: Tenggat) -> Syarat:
    """A category may promise a shorter term than its class, never a longer one."""

    def tidak_lebih_dari_kelas(perkara: Any, konteks: Konteks) -> str:
        panjang = tenggat.panjang(konteks.hari_ini)
        if int(konteks.isian.get("lama_hari") or 0) <= panjang:
            return ""
        return _("Batas waktu jenis laporan ini paling lama %s hari kerja.") % panjang

    return tidak_lebih_dari_kelas


def masa_lengkapi_lewat(perkara: Any, konteks: Konteks) -> str:
    """Archiving waits for the longer of both: a house rule cannot shorten UU 25/2009 ps. 44."""
    jangka = _berjalan(perkara, LENGKAPI.kunci, UU25_LENGKAPI.kunci)
    if jangka is None or konteks.hari_ini <= jangka.batas:
        return _("Pelapor masih dapat melengkapi laporan ini.")
    return ""


def tindak_lanjut_nyata(perkara: Any, konteks: Konteks) -> str:
    """Done means done: proof of work or a dated plan, newer than the reporter's last word.

    Proof and date are demanded where the follow-up is stored (`Tanggapan`, its constraints and
    `actions.beri_tanggapan`).
    """
    terakhir = perkara.tanggapan.filter(jenis=JenisTanggapan.BALASAN).order_by("-pk").first()
    baru = perkara.tanggapan.filter(pk__gt=terakhir.pk if terakhir else 0)
    cukup = [*NYATA]
    if perkara.klasifikasi in CUKUP_DIJAWAB:
        cukup.append(JenisTanggapan.JAWABAN)
    if baru.filter(jenis__in=cukup).exists():
        return ""
    return _("Selesai menuntut bukti pekerjaan atau rencana bertanggal.")


def diam_lewat(perkara: Any, konteks: Konteks) -> str:
    jangka = _berjalan(perkara, DIAM.kunci)
    if jangka is None or konteks.hari_ini <= jangka.batas:
        return _("Pelapor masih dapat membalas.")
    return ""


def belum_diberitahu(perkara: Any, konteks: Konteks) -> str:
    return _("Pelapor sudah diberi tahu.") if _berjalan(perkara, PRATUTUP.kunci) else ""


def sudah_diberitahu(perkara: Any, konteks: Konteks) -> str:
    jangka = _berjalan(perkara, PRATUTUP.kunci)
    if jangka is None:
        return _("Pelapor belum diberi tahu bahwa laporan akan ditutup.")
    if konteks.hari_ini <= jangka.batas:
        return _("Pemberitahuan kepada pelapor berlaku sampai %s.") % hari_tanggal(jangka.batas)
    return ""


def belum_pernah_dibuka(perkara: Any, konteks: Konteks) -> str:
    aksi = [Aksi.BUKA_KEMBALI, Aksi.BUKA_KEMBALI_TERTUTUP]
    sudah = perkara.peristiwa.filter(aksi__in=aksi).exists()
    return _("Laporan hanya dapat dibuka kembali satu kali.") if sudah else ""


def dalam_masa_buka(perkara: Any, konteks: Konteks) -> str:
    jangka = _berjalan(perkara, BUKA_KEMBALI.kunci)
    if jangka is None or konteks.hari_ini > jangka.batas:
        return _("Masa untuk membuka kembali laporan ini sudah lewat.")
    return ""


def tidak_tertutup(perkara: Any, konteks: Konteks) -> str:
    return _("Laporan ini ditangani tertutup.") if perkara.tertutup else ""


def tertutup(perkara: Any, konteks: Konteks) -> str:
    return "" if perkara.tertutup else _("Laporan ini tidak ditangani tertutup.")


def pelapor_dikenal(perkara: Any, konteks: Konteks) -> str:
    """A request for information needs a name (UU 14/2008 ps. 22 ayat (4))."""
    if perkara.kerahasiaan == Kerahasiaan.ANONIM:
        return _(
            "Laporan anonim tidak dapat menjadi permohonan: permohonan memerlukan nama pemohon."
        )
    return ""
