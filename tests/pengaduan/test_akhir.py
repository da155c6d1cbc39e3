"""The ends of a complaint: done means done, reopened once, converted with both numbers."""

import pytest
from django.core.exceptions import ValidationError

from pengaduan import actions
from pengaduan.enums import Aksi, JenisTanggapan, Status
from permohonan.models import Permohonan
from ppid_portal.kernel.galat import BukanWewenang, TransisiDitolak
from ppid_portal.kernel.peran import PELAPOR, SISTEM, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan
from tests.factories.pengaduan import (
    PengaduanFactory,
    foto,
    saat,
)
from tests.pengaduan.conftest import INSPEKTORAT, KOORDINATOR

AUDITOR = Pelaku(frozenset({Peran.AUDITOR}))


# --- done means done


def jawab(pengaduan, penghubung, pada="2026-04-10"):
    return actions.beri_tanggapan(
        pengaduan, tanggapan="Sudah kami catat.", jenis=JenisTanggapan.JAWABAN, pelaku=penghubung,
        pada=saat(pada),
    )  # fmt: skip


def test_jawaban_saja_tidak_membuat_pengaduan_selesai(diproses, penghubung):
    hasil = jawab(diproses, penghubung)

    with pytest.raises(TransisiDitolak, match="bukti pekerjaan atau rencana bertanggal"):
        jalankan(hasil, Aksi.SELESAIKAN, PELAPOR)


def test_aspirasi_selesai_dengan_jawaban(baru, unit, penghubung):
    teruskan = actions.teruskan(
        baru, aksi=Aksi.TERUSKAN_ASPIRASI, unit=unit, pelaku=KOORDINATOR, pada=saat("2026-04-07")
    )
    awal = actions.beri_tanggapan(
        teruskan, tanggapan="Terima kasih.", pelaku=penghubung, pada=saat("2026-04-08")
    )
    hasil = jalankan(jawab(awal, penghubung), Aksi.SELESAIKAN, PELAPOR)

    assert hasil.status == Status.SELESAI


def test_rencana_lama_tidak_berlaku_setelah_pelapor_membalas(ditanggapi, penghubung):
    dibalas = actions.balas(
        ditanggapi, balasan="Belum menyala.", pelaku=PELAPOR, pada=saat("2026-04-13")
    )
    assert dibalas.status == Status.DIPROSES

    hasil = jawab(dibalas, penghubung, "2026-04-14")
    with pytest.raises(TransisiDitolak, match="bukti pekerjaan"):
        jalankan(hasil, Aksi.SELESAIKAN, PELAPOR)


def test_pejabat_tidak_menyatakan_selesai(ditanggapi, penghubung):
    with pytest.raises(BukanWewenang):
        jalankan(ditanggapi, Aksi.SELESAIKAN, penghubung)


# --- reopening


def buka(pengaduan, pada, aksi=Aksi.BUKA_KEMBALI):
    return actions.balas(
        pengaduan, balasan="Padam lagi.", aksi=aksi, pelaku=PELAPOR, pada=saat(pada)
    )


def test_buka_kembali_pada_hari_terakhir(selesai):
    assert buka(selesai, "2026-05-13").status == Status.DIPROSES  # 13 April + 30 days


def test_buka_kembali_sehari_terlambat_ditolak(selesai):
    with pytest.raises(TransisiDitolak, match="sudah lewat"):
        buka(selesai, "2026-05-14")


def test_buka_kembali_hanya_satu_kali(selesai, penghubung):
    dibuka = buka(selesai, "2026-04-20")
    dijawab = actions.beri_tanggapan(
        dibuka, tanggapan="Diganti.", jenis=JenisTanggapan.DIKERJAKAN, bukti=[foto()],
        tanggal=saat("2026-04-21").date(), pelaku=penghubung, pada=saat("2026-04-21"),
    )  # fmt: skip
    lagi = jalankan(dijawab, Aksi.SELESAIKAN, PELAPOR, pada=saat("2026-04-22"))

    with pytest.raises(TransisiDitolak, match="hanya dapat dibuka kembali satu kali"):
        buka(lagi, "2026-04-23")


@pytest.mark.parametrize("siapa", [KOORDINATOR, INSPEKTORAT, SISTEM])
def test_hanya_pelapor_membuka_kembali(selesai, siapa):
    with pytest.raises(BukanWewenang):
        jalankan(selesai, Aksi.BUKA_KEMBALI, siapa, balasan="Padam lagi.", pada=saat("2026-04-20"))


# --- other ends


def test_bukan_kewenangan_menyebut_instansinya(baru):
    hasil = actions.nyatakan_bukan_kewenangan(
        baru, instansi_tujuan="PLN", alasan="Jaringan milik PLN.", pelaku=KOORDINATOR
    )

    assert (hasil.status, hasil.instansi_tujuan) == (Status.BUKAN_KEWENANGAN, "PLN")


def test_bukan_kewenangan_tanpa_instansi_ditolak(baru):
    with pytest.raises(ValidationError):
        actions.nyatakan_bukan_kewenangan(
            baru, instansi_tujuan=" ", alasan="Bukan kami.", pelaku=KOORDINATOR
        )


def test_duplikat_menunjuk_laporan_lain(baru):
    kedua = PengaduanFactory()
    hasil = actions.arsipkan(
        kedua, alasan_arsip="duplikat", alasan="Sama.", duplikat_dari=baru, pelaku=KOORDINATOR
    )

    assert (hasil.status, hasil.duplikat_dari) == (Status.ARSIP, baru)


@pytest.mark.parametrize("alasan", ["duplikat", "spam"])
def test_duplikat_dan_hanya_duplikat_menyebut_laporan_lain(baru, alasan):
    lain = None if alasan == "duplikat" else PengaduanFactory()
    with pytest.raises(ValidationError):
        actions.arsipkan(
            baru, alasan_arsip=alasan, alasan="Sama.", duplikat_dari=lain, pelaku=KOORDINATOR
        )


def test_dialihkan_menyimpan_kedua_nomor_dan_hari_terima(terverifikasi):
    hasil, rahasia = actions.alihkan_ke_permohonan(
        terverifikasi, rincian="Salinan kontrak lampu jalan", pelaku=KOORDINATOR,
        pada=saat("2026-04-09"),
    )  # fmt: skip

    permohonan = Permohonan.objects.get()
    assert (hasil.status, hasil.permohonan) == (Status.DIALIHKAN_KE_PERMOHONAN, permohonan)
    assert permohonan.asal_pengaduan.nomor == "001/ADU/IV/2026"
    assert permohonan.diterima_pada == terverifikasi.diterima_pada
    assert permohonan.batas_waktu == saat("2026-04-20").date()  # 10 HK from Monday 6 April
    assert permohonan.pemohon.nama == "Siti Rahmawati"
    assert len(rahasia) == 14


def test_anonim_tidak_dapat_dialihkan(kalender):
    with pytest.raises(TransisiDitolak, match="anonim"):
        actions.alihkan_ke_permohonan(
            PengaduanFactory(anonim=True), rincian="Salinan kontrak", pelaku=KOORDINATOR
        )

    assert Permohonan.objects.count() == 0


def test_pengalihan_yang_ditolak_tidak_meninggalkan_permohonan(baru):
    with pytest.raises(BukanWewenang):
        actions.alihkan_ke_permohonan(baru, rincian="Salinan kontrak", pelaku=AUDITOR)

    assert Permohonan.objects.count() == 0


def test_dikembalikan_lalu_dilengkapi_kembali_ke_meja(baru):
    kembali = jalankan(
        baru, Aksi.KEMBALIKAN, KOORDINATOR, alasan="Sebut nama jalan.", pada=saat("2026-04-07")
    )
    assert kembali.status == Status.DIKEMBALIKAN

    hasil = actions.lengkapi(
        kembali, perbaikan="Jalan Cemara.", pelaku=PELAPOR, pada=saat("2026-04-10")
    )

    assert (hasil.status, hasil.tanggapan.get().isi) == (Status.BARU, "Jalan Cemara.")
    assert hasil.tanggal_terima == saat("2026-04-06").date()
