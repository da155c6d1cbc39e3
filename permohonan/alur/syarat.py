"""Guards of the request: each looks at the case and answers why not, or nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from permohonan.alur.tenggat import JENDELA_KEBERATAN, PERBAIKAN, PERIKSA, PERPANJANGAN
from permohonan.enums import CaraMemperoleh, Keputusan, Status, StatusDisposisi
from ppid_portal.kernel.alur import Konteks
from ppid_portal.kernel.kata import hari_tanggal
from ppid_portal.kernel.peran import Peran

JALUR_BUTIR: dict[Keputusan, Status] = {
    Keputusan.DIKABULKAN: Status.DIKABULKAN,
    Keputusan.DIKABULKAN_SEBAGIAN: Status.DIKABULKAN_SEBAGIAN,
    Keputusan.DITOLAK: Status.DITOLAK,
    Keputusan.TIDAK_DIKUASAI: Status.TIDAK_DIKUASAI,
}


def status_dari_butir(keputusan: Iterable[str]) -> Status | None:
    """Return what the items together make of the request; None while one is undecided.

    All alike: that. Something given and something not: partly granted. Nothing given for mixed
    reasons: refused (B1, split rule).
    """
    semua = set(keputusan)
    if not semua or "" in semua:
        return None
    if len(semua) == 1:
        return JALUR_BUTIR[Keputusan(semua.pop())]
    if semua & {Keputusan.DIKABULKAN, Keputusan.DIKABULKAN_SEBAGIAN}:
        return Status.DIKABULKAN_SEBAGIAN
    return Status.DITOLAK


def _berjalan(perkara: Any, kunci: str) -> Any:
    return perkara.jangka.filter(kunci=kunci, berhenti_pada__isnull=True).first()


def dalam_masa_periksa(perkara: Any, konteks: Konteks) -> str:
    """A defect is notified within A3 only; afterwards the file counts as complete (K2)."""
    jangka = _berjalan(perkara, PERIKSA.kunci)
    if jangka and konteks.hari_ini > jangka.batas:
        return _("Masa pemeriksaan berakhir %s; permohonan dianggap lengkap.") % hari_tanggal(
            jangka.batas
        )
    return ""


def masa_periksa_lewat(perkara: Any, konteks: Konteks) -> str:
    jangka = _berjalan(perkara, PERIKSA.kunci)
    return "" if jangka and konteks.hari_ini > jangka.batas else _("Masa pemeriksaan belum lewat.")


def masa_perbaikan_lewat(perkara: Any, konteks: Konteks) -> str:
    jangka = _berjalan(perkara, PERBAIKAN.kunci)
    if jangka and konteks.hari_ini <= jangka.batas:
        return _("Pemohon masih dapat melengkapi sampai %s.") % hari_tanggal(jangka.batas)
    return ""


def sebelum_batas(perkara: Any, konteks: Konteks) -> str:
    """The notice of extension must leave before A5 ends (A7)."""
    batas = perkara.batas_waktu
    return _("Batas waktu sudah lewat.") if batas is None or konteks.hari_ini > batas else ""


def batas_lewat(perkara: Any, konteks: Konteks) -> str:
    batas = perkara.batas_waktu
    return "" if batas and konteks.hari_ini > batas else _("Batas waktu belum lewat.")


def belum_diperpanjang(perkara: Any, konteks: Konteks) -> str:
    sudah = perkara.jangka.filter(kunci=PERPANJANGAN.kunci).exists()
    return _("Perpanjangan hanya boleh satu kali.") if sudah else ""


def jendela_belum_dibuka(perkara: Any, konteks: Konteks) -> str:
    dibuka = perkara.jangka.filter(kunci=JENDELA_KEBERATAN.kunci).exists()
    return _("Hak keberatan sudah terbuka.") if dibuka else ""


def semua_disposisi_selesai(perkara: Any, konteks: Konteks) -> str:
    terbuka = perkara.disposisi.terbuka().exists()
    return _("Masih ada unit yang belum menjawab.") if terbuka else ""


def ada_jawaban(perkara: Any, konteks: Konteks) -> str:
    dijawab = perkara.disposisi.filter(status=StatusDisposisi.DIJAWAB).exists()
    return "" if dijawab else _("Belum ada unit yang menjawab.")


def ada_disposisi_terbuka(perkara: Any, konteks: Konteks) -> str:
    terbuka = perkara.disposisi.terbuka().exists()
    return "" if terbuka else _("Tidak ada unit yang sedang mengerjakan.")


def berkas_siap(perkara: Any, konteks: Konteks) -> str:
    """A softcopy is handed over with the answer; other forms are named in the answer."""
    if perkara.cara_memperoleh != CaraMemperoleh.SALINAN_LUNAK:
        return ""
    siap = perkara.berkas.filter(diserahkan=True).exists()
    return "" if siap else _("Pilih dahulu berkas yang diserahkan kepada pemohon.")


def _hasil(perkara: Any) -> Status | None:
    return status_dari_butir(perkara.butir.values_list("keputusan", flat=True))


def hasil_dikabulkan(perkara: Any, konteks: Konteks) -> str:
    return _cocok(perkara, Status.DIKABULKAN)


def hasil_sebagian(perkara: Any, konteks: Konteks) -> str:
    return _cocok(perkara, Status.DIKABULKAN_SEBAGIAN)


def hasil_ditolak(perkara: Any, konteks: Konteks) -> str:
    return _cocok(perkara, Status.DITOLAK)


def hasil_tidak_dikuasai(perkara: Any, konteks: Konteks) -> str:
    return _cocok(perkara, Status.TIDAK_DIKUASAI)


def _cocok(perkara: Any, status: Status) -> str:
    hasil = _hasil(perkara)
    if hasil is None:
        return _("Putuskan dahulu setiap butir.")
    return "" if hasil == status else _("Keputusan butir tidak sesuai dengan jawaban ini.")


def belum_dipromosikan(perkara: Any, konteks: Konteks) -> str:
    sudah = perkara.butir.filter(informasi__isnull=False).exists()
    return _("Jawaban ini sudah diumumkan.") if sudah else ""


def unit_sendiri(disposisi: Any, konteks: Konteks) -> str:
    if disposisi.unit_id in konteks.pelaku.unit_sebagai(Peran.PPID_PELAKSANA):
        return ""
    return _("Disposisi ini milik unit lain.")


def bebas_diminta_ulang(disposisi: Any, konteks: Konteks) -> str:
    """A unit mends its answer only while the request is unanswered and it holds no newer task."""
    if disposisi.permohonan.batas_waktu is None:
        return _("Permohonan ini sudah dijawab.")
    memegang = disposisi.permohonan.disposisi.terbuka().filter(unit=disposisi.unit_id).exists()
    return _("Unit ini sudah memegang disposisi yang lebih baru.") if memegang else ""
