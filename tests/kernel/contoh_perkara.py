"""A case on real tables, without the actions of its app: rows and the door only."""

from datetime import UTC, date, datetime, time
from itertools import count

from permohonan.enums import Aksi
from permohonan.models import Butir, Permohonan
from ppid_portal.kernel.peran import PEMOHON, SISTEM, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan

PPID = Pelaku(frozenset({Peran.PPID_UTAMA}), nama="PPID")
MEJA = Pelaku(frozenset({Peran.PETUGAS}), nama="Meja")
ASING = Pelaku(frozenset({Peran.BENDAHARA}), nama="Bendahara")
ALASAN = {"alasan_perpanjangan": "belum_dikuasai", "alasan": "Arsip masih dikumpulkan."}
_urut = count(1)


def siang(hari):
    """Return noon in Jakarta of a day."""
    return datetime.combine(hari, time(5), UTC)


def permohonan_kosong(terima):
    """Return a request that was written but not yet submitted."""
    urut = next(_urut)
    return Permohonan.objects.create(
        nomor=f"{urut:03d}/PPID/UJI/{terima.year}",
        tahun=terima.year,
        urut=urut,
        kanal="laman",
        jenis_pemohon="perorangan",
        tujuan="Penelitian",
        cara_memperoleh="salinan",
        cara_salinan="surel",
        sidik_rahasia="0" * 64,
        versi_pemberitahuan="1",
        tanggal_terima=terima,
    )


def permohonan_diajukan(terima=date(2025, 8, 6)):
    """Return a request submitted on a day; it waits to be checked."""
    return jalankan(permohonan_kosong(terima), Aksi.AJUKAN, PEMOHON, pada=siang(terima))


def permohonan_lengkap(terima=date(2025, 8, 6)):
    """Return a request that was found complete on the day it came."""
    ada = permohonan_diajukan(terima)
    return jalankan(ada, Aksi.TERIMA_LENGKAP, MEJA, pada=siang(terima))


def permohonan_dijawab(terima, dijawab):
    """Return a request granted on a day; the applicant's window is open."""
    ada = permohonan_lengkap(terima)
    Butir.objects.create(
        permohonan=ada, urut=1, rincian="Laporan", keputusan="dikabulkan", materi="Laporan"
    )
    return jalankan(ada, Aksi.KABULKAN, PPID, pada=siang(dijawab))


def perpanjang(ada, pada):
    return jalankan(ada, Aksi.PERPANJANG, PPID, pada=siang(pada), **ALASAN)


def lewati_batas(ada, pada):
    return jalankan(ada, Aksi.LEWATI_BATAS, SISTEM, pada=siang(pada))


def jangka(ada, kunci):
    """Return the running term of this key."""
    return ada.jangka.get(kunci=kunci, berhenti_pada=None)
