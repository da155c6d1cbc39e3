"""Each message to the reporter is written whole, with the day that matters."""

from pengaduan import actions
from pengaduan.enums import Aksi
from pengaduan.models import PeristiwaPengaduan
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.peran import PELAPOR
from ppid_portal.kernel.perkara import jalankan
from tests.factories.kernel import UnitFactory
from tests.factories.pengaduan import PengaduanFactory, saat
from tests.pengaduan.conftest import KOORDINATOR


def kabar(pengaduan):
    """Write all messages and return the reporter's texts by subject, in order."""
    actions.olah()
    assert not PeristiwaPengaduan.objects.filter(diolah_pada__isnull=True).exists()
    pesan = Pesan.objects.filter(perkara=pengaduan.rujukan).order_by("pk")
    return {p.judul: p.isi for p in pesan if p.tujuan == "siti@contoh.id"}


def test_perjalanan_lengkap_dikabarkan(ditanggapi):
    actions.beri_tahu_penutupan(saat("2026-04-21"))
    actions.tutup_yang_diam(saat("2026-04-25"))
    isi = kabar(ditanggapi)

    assert list(isi) == [
        "Laporan 001/ADU/IV/2026 kami terima",
        "Laporan 001/ADU/IV/2026 diteruskan kepada unit",
        "Tanggapan awal untuk laporan 001/ADU/IV/2026",
        "Tindak lanjut untuk laporan 001/ADU/IV/2026",
        "Laporan 001/ADU/IV/2026 akan ditutup",
        "Laporan 001/ADU/IV/2026 selesai",
    ]
    hari = [
        "Kamis, 9 April 2026",
        "Senin, 27 April 2026",
        "Kami periksa.",
        "Jumat, 24 April 2026",
        "Jumat, 24 April 2026",
        "Senin, 25 Mei 2026",
    ]
    assert [satu for teks, satu in zip(isi.values(), hari, strict=True) if satu not in teks] == []
    assert "Rencana penanganan, Senin, 4 Mei 2026" in isi[list(isi)[3]]


def test_permintaan_kelengkapan_menyebut_kedua_hari(baru):
    jalankan(
        baru, Aksi.KEMBALIKAN, KOORDINATOR, alasan="Sebut R&D jalannya.", pada=saat("2026-04-07")
    )
    actions.lengkapi(baru, perbaikan="Jalan Cemara.", pelaku=PELAPOR, pada=saat("2026-04-08"))
    isi = kabar(baru)["Laporan 001/ADU/IV/2026 perlu Anda lengkapi"]

    sebut = ("Sebut R&D jalannya.", "Selasa, 21 April 2026", "Kamis, 7 Mei 2026")
    assert [satu for satu in sebut if satu not in isi] == []


def test_akhir_lain_dikabarkan(terverifikasi):
    pindah = actions.disposisikan(
        terverifikasi, unit=UnitFactory(nama="Dinas PU"), pelaku=KOORDINATOR
    )
    actions.nyatakan_bukan_kewenangan(
        pindah, instansi_tujuan="PLN", alasan="Jaringan milik PLN.", pelaku=KOORDINATOR
    )
    isi = kabar(pindah)

    assert "Dinas PU" in isi["Laporan 001/ADU/IV/2026 dipindahkan ke unit lain"]
    assert "PLN" in isi["Laporan 001/ADU/IV/2026 bukan kewenangan kami"]


def test_pengarsipan_dan_pengalihan_dikabarkan(baru):
    kedua = PengaduanFactory()
    actions.arsipkan(baru, alasan_arsip="spam", alasan="Percobaan.", pelaku=KOORDINATOR)
    actions.alihkan_ke_permohonan(kedua, rincian="Salinan kontrak", pelaku=KOORDINATOR)

    assert "Percobaan." in kabar(baru)["Laporan 001/ADU/IV/2026 kami arsipkan"]
    judul = "Laporan 002/ADU/IV/2026 menjadi permohonan informasi"
    assert (
        f"nomor {kedua.__class__.objects.get(pk=kedua.pk).permohonan.nomor}" in kabar(kedua)[judul]
    )
