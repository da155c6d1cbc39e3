"""Terms: where they start (K1), how they are lengthened, what silence does."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError

from permohonan import actions, queries
from permohonan.enums import Aksi, AlasanPerpanjangan, Status
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.peran import PEMOHON
from tests.factories.permohonan import PETUGAS, PPID, SENIN, ZONA, PermohonanFactory

pytestmark = pytest.mark.django_db


def pukul_sembilan(tahun, bulan, hari):
    return datetime(tahun, bulan, hari, 9, 0, tzinfo=ZONA)


def batas(permohonan, kunci):
    return permohonan.jangka.filter(kunci=kunci, berhenti_pada__isnull=True).get().batas


def perpanjang(permohonan, pada):
    return actions.perpanjang(
        permohonan,
        PPID,
        alasan_perpanjangan=AlasanPerpanjangan.BELUM_DIKUASAI,
        alasan="Arsip sedang dicari.",
        pada=pada,
    )


# --- hukum J, T17-T19: received Monday 2026-03-16
def test_t17_pemeriksaan_tiga_hari_kerja(acuan):
    permohonan = PermohonanFactory(pada=pukul_sembilan(2026, 3, 16))

    assert batas(permohonan, "periksa") == date(2026, 3, 26)


def test_t18_pemohon_melengkapi_tiga_hari_kerja(acuan):
    permohonan = PermohonanFactory(pada=pukul_sembilan(2026, 3, 16))

    actions.ambil(
        permohonan,
        Aksi.MINTA_PERBAIKAN,
        PETUGAS,
        pada=pukul_sembilan(2026, 3, 25),
        alasan="KTP belum terbaca",
    )

    assert batas(permohonan, "perbaikan") == date(2026, 3, 30)


def test_t19_jawaban_dihitung_sejak_diterima(acuan):
    permohonan = PermohonanFactory(pada=pukul_sembilan(2026, 3, 16))

    lengkap = actions.ambil(
        permohonan, Aksi.TERIMA_LENGKAP, PETUGAS, pada=pukul_sembilan(2026, 3, 26)
    )

    assert (permohonan.batas_waktu, lengkap.batas_waktu) == (date(2026, 4, 7), date(2026, 4, 7))


def test_t19_setelah_diminta_melengkapi_dihitung_sejak_lengkap(acuan):
    permohonan = PermohonanFactory(pada=pukul_sembilan(2026, 3, 16))
    actions.ambil(
        permohonan,
        Aksi.MINTA_PERBAIKAN,
        PETUGAS,
        pada=pukul_sembilan(2026, 3, 25),
        alasan="KTP belum terbaca",
    )

    lengkap = actions.lengkapi(
        permohonan, perbaikan="Terlampir", pelaku=PEMOHON, pada=pukul_sembilan(2026, 3, 30)
    )

    assert lengkap.batas_waktu == date(2026, 4, 14)


def test_kekurangan_tidak_dapat_diberitahukan_setelah_masa_periksa(acuan):
    permohonan = PermohonanFactory(pada=pukul_sembilan(2026, 3, 16))

    with pytest.raises(TransisiDitolak):
        actions.ambil(
            permohonan,
            Aksi.MINTA_PERBAIKAN,
            PETUGAS,
            pada=pukul_sembilan(2026, 3, 27),
            alasan="KTP",
        )


# --- the one extension
def test_perpanjangan_tujuh_hari_kerja_dari_batas_lama(acuan):
    permohonan = PermohonanFactory(lengkap=True, pada=pukul_sembilan(2025, 3, 21))

    diperpanjang = perpanjang(permohonan, pukul_sembilan(2025, 3, 24))

    assert (permohonan.batas_waktu, diperpanjang.batas_waktu) == (
        date(2025, 4, 15),
        date(2025, 4, 25),
    )


def test_perpanjang_hanya_sekali():
    permohonan = perpanjang(PermohonanFactory(lengkap=True, pada=SENIN), SENIN)

    with pytest.raises(TransisiDitolak):
        perpanjang(permohonan, SENIN)


def test_perpanjang_setelah_telaah_tetap_hanya_sekali():
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)
    perpanjang(permohonan, SENIN)

    assert queries.jam(permohonan, date(2026, 2, 2)).batas == date(2026, 2, 25)
    with pytest.raises(TransisiDitolak):
        perpanjang(permohonan, SENIN)


def test_perpanjang_pada_hari_terakhir_masih_boleh():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    assert perpanjang(permohonan, pukul_sembilan(2026, 2, 16)).status == Status.DIPERPANJANG


def test_perpanjang_setelah_batas_ditolak():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    with pytest.raises(TransisiDitolak):
        perpanjang(permohonan, pukul_sembilan(2026, 2, 17))


def test_perpanjang_tanpa_alasan_yang_dikenal_ditolak():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    with pytest.raises(ValidationError) as galat:
        actions.perpanjang(
            permohonan, PPID, alasan_perpanjangan="sibuk", alasan="Sibuk", pada=SENIN
        )

    assert list(galat.value.message_dict) == ["alasan_perpanjangan"]


# --- silence
def test_pemeriksaan_yang_lewat_berarti_lengkap():
    permohonan = PermohonanFactory(pada=SENIN)

    sebelum = actions.langkah_otomatis(pukul_sembilan(2026, 2, 5))
    sesudah = actions.langkah_otomatis(pukul_sembilan(2026, 2, 6))

    permohonan.refresh_from_db()
    assert (sebelum, sesudah, permohonan.status) == (0, 1, Status.TERDAFTAR_LENGKAP)


def test_batas_lewat_membuka_hak_keberatan_sekali_saja():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    jumlah = [actions.langkah_otomatis(pukul_sembilan(2026, 2, hari)) for hari in (16, 17, 18)]

    permohonan.refresh_from_db()
    assert (jumlah, permohonan.status) == ([0, 1, 0], Status.TERDAFTAR_LENGKAP)
    assert batas(permohonan, "keberatan") == date(2026, 3, 30)
    assert permohonan.batas_waktu == date(2026, 2, 16)


def test_jendela_keberatan_setelah_perpanjangan_dihitung_dari_batas_baru():
    permohonan = perpanjang(PermohonanFactory(lengkap=True, pada=SENIN), SENIN)

    actions.langkah_otomatis(pukul_sembilan(2026, 2, 26))

    assert batas(permohonan, "keberatan") == date(2026, 4, 8)


def test_t20_jendela_keberatan_setelah_jawaban(acuan):
    permohonan = PermohonanFactory(ditolak=True, pada=pukul_sembilan(2025, 2, 26))

    assert batas(permohonan, "keberatan") == date(2025, 4, 21)


def test_hak_keberatan_disebut_setelah_ditolak():
    permohonan = PermohonanFactory(ditolak=True, pada=SENIN)

    berikutnya = queries.berikutnya(permohonan, date(2026, 2, 3))

    assert (berikutnya.oleh, berikutnya.paling_lambat) == ("Pemohon", date(2026, 3, 16))
    assert queries.berikutnya(permohonan, date(2026, 3, 17)) is None
