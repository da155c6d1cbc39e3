"""Handling: who may forward and answer, what is kept with a step, what is refused."""

import pytest
from django.core.exceptions import ValidationError

from pengaduan import actions, queries
from pengaduan.enums import Aksi, JenisTanggapan, Klasifikasi, Status
from pengaduan.models import BerkasPengaduan, Pengaduan
from ppid_portal.kernel.galat import BukanWewenang, FormBasi, TransisiDitolak
from ppid_portal.kernel.peran import PELAPOR, SISTEM, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan
from tests.factories.kernel import UnitFactory
from tests.factories.pengaduan import (
    KategoriFactory,
    foto,
    saat,
)
from tests.pengaduan.conftest import INSPEKTORAT, KOORDINATOR

AUDITOR = Pelaku(frozenset({Peran.AUDITOR}))


def status(pengaduan):
    return Pengaduan.objects.get(pk=pengaduan.pk).status


# --- forwarding


def test_koordinator_meneruskan_dan_unit_memegang(terverifikasi, unit):
    assert (terverifikasi.status, terverifikasi.unit) == (Status.TERVERIFIKASI, unit)
    assert terverifikasi.klasifikasi == Klasifikasi.TIDAK_BERKADAR


@pytest.mark.parametrize("siapa", [PELAPOR, INSPEKTORAT, AUDITOR, SISTEM])
def test_orang_lain_tidak_meneruskan(baru, unit, siapa):
    with pytest.raises(BukanWewenang):
        actions.teruskan(baru, aksi=Aksi.TERUSKAN_PENGADUAN, unit=unit, pelaku=siapa)

    assert status(baru) == Status.BARU


def test_janji_kategori_memendekkan_batas(baru, unit):
    kategori = KategoriFactory(lama_hari=5)
    hasil = actions.teruskan(
        baru, aksi=Aksi.TERUSKAN_PENGADUAN, unit=unit, kategori=kategori, pelaku=KOORDINATOR,
        pada=saat("2026-04-07"),
    )  # fmt: skip

    assert (hasil.kategori, hasil.batas_waktu) == (kategori, saat("2026-04-14").date())


def test_janji_kategori_tidak_memanjangkan_batas(baru, unit):
    hasil = actions.teruskan(
        baru, aksi=Aksi.TERUSKAN_RINGAN, unit=unit, kategori=KategoriFactory(lama_hari=30),
        pelaku=KOORDINATOR, pada=saat("2026-04-07"),
    )  # fmt: skip

    assert hasil.batas_waktu == saat("2026-04-09").date()


def test_pintu_menolak_batas_lebih_lama_dari_kelasnya(baru, unit):
    with pytest.raises(TransisiDitolak, match="paling lama 2 hari kerja"):
        jalankan(baru, Aksi.TERUSKAN_RINGAN, KOORDINATOR, unit=unit, lama_hari=3)


def test_formulir_basi_ditolak(baru, unit):
    with pytest.raises(FormBasi):
        actions.teruskan(baru, aksi=Aksi.TERUSKAN_PENGADUAN, unit=unit, pelaku=KOORDINATOR, versi=0)


# --- the unit


def test_unit_pemegang_menanggapi(diproses):
    assert diproses.status == Status.DIPROSES
    assert diproses.tanggapan.get().jenis == JenisTanggapan.AWAL


def test_unit_lain_tidak_menanggapi(terverifikasi, penghubung_lain):
    with pytest.raises(TransisiDitolak, match="tidak sedang dipegang unit Anda"):
        actions.beri_tanggapan(terverifikasi, tanggapan="Kami periksa.", pelaku=penghubung_lain)

    assert terverifikasi.tanggapan.count() == 0


def test_orang_asing_tidak_menanggapi(terverifikasi):
    with pytest.raises(BukanWewenang):
        actions.beri_tanggapan(terverifikasi, tanggapan="Kami periksa.", pelaku=AUDITOR)


def test_unit_mengembalikan_dan_pindahan_terhitung(terverifikasi, unit, penghubung):
    terima = terverifikasi.tanggal_terima
    hasil = actions.kembalikan_disposisi(
        terverifikasi, alasan="Bukan jalan kabupaten.", pelaku=penghubung, pada=saat("2026-04-08")
    )
    assert (hasil.status, hasil.unit) == (Status.TERVERIFIKASI, None)

    lain = UnitFactory()
    hasil = actions.disposisikan(hasil, unit=lain, pelaku=KOORDINATOR, pada=saat("2026-04-09"))

    assert (hasil.unit, hasil.tanggal_terima, queries.jumlah_pindah(hasil)) == (lain, terima, 1)
    catatan = hasil.penugasan.values_list("unit", "alasan_kembali", "berakhir_pada")
    assert list(catatan) == [
        (unit.pk, "Bukan jalan kabupaten.", saat("2026-04-08")),
        (lain.pk, "", None),
    ]
    assert hasil.batas_waktu == terverifikasi.batas_waktu


def test_memindahkan_ke_unit_yang_sama_ditolak(terverifikasi, unit):
    with pytest.raises(TransisiDitolak, match="sudah dipegang"):
        actions.disposisikan(terverifikasi, unit=unit, pelaku=KOORDINATOR)

    assert terverifikasi.peristiwa.count() == 2


def test_kepala_daerah_memberi_instruksi_di_unit_mana_pun(terverifikasi):
    siapa = Pelaku(frozenset({Peran.KEPALA_DAERAH}))
    hasil = jalankan(terverifikasi, Aksi.INSTRUKSIKAN, siapa, alasan="Selesaikan pekan ini.")

    akhir = hasil.peristiwa.last()
    assert (akhir.alasan, akhir.publik) == ("Selesaikan pekan ini.", False)


def test_kepala_opd_lain_tidak_memberi_instruksi(terverifikasi, penghubung_lain):
    siapa = Pelaku(frozenset({Peran.KEPALA_OPD}), unit=penghubung_lain.unit)
    with pytest.raises(TransisiDitolak):
        jalankan(terverifikasi, Aksi.INSTRUKSIKAN, siapa, alasan="Selesaikan pekan ini.")


def test_dikerjakan_tanpa_bukti_ditolak(diproses, penghubung):
    with pytest.raises(ValidationError, match="Lampirkan bukti"):
        actions.beri_tanggapan(
            diproses, tanggapan="Sudah diganti.", jenis=JenisTanggapan.DIKERJAKAN,
            tanggal=saat("2026-04-09").date(), pelaku=penghubung, pada=saat("2026-04-10"),
        )  # fmt: skip


@pytest.mark.parametrize("jenis", [JenisTanggapan.RENCANA, JenisTanggapan.DIKERJAKAN])
def test_rencana_dan_pekerjaan_wajib_bertanggal(diproses, penghubung, jenis):
    with pytest.raises(ValidationError, match="wajib bertanggal"):
        actions.beri_tanggapan(
            diproses, tanggapan="Lampu diganti.", jenis=jenis, bukti=[foto()], pelaku=penghubung
        )

    assert (status(diproses), BerkasPengaduan.objects.count()) == (Status.DIPROSES, 0)


def test_bukti_pekerjaan_tersimpan_dengan_tanggapannya(diproses, penghubung):
    hasil = actions.beri_tanggapan(
        diproses, tanggapan="Sudah diganti.", jenis=JenisTanggapan.DIKERJAKAN, bukti=[foto()],
        tanggal=saat("2026-04-09").date(), pelaku=penghubung, pada=saat("2026-04-10"),
    )  # fmt: skip

    tanggapan = hasil.tanggapan.last()
    assert hasil.status == Status.DITANGGAPI
    assert hasil.berkas.get(kategori="bukti").tanggapan == tanggapan
