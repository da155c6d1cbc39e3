"""A new calendar version: open terms move, the old day stays known, an applicant loses nothing."""

from datetime import date

import pgtrigger
import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from permohonan.enums import Aksi
from ppid_portal.kernel.libur import berlakukan, kalender_berlaku, versi_baru
from ppid_portal.kernel.models import HariLibur, VersiKalender
from ppid_portal.kernel.perkara import KALENDER_BERUBAH, hitung_ulang, jalankan
from tests.kernel.conftest import SEBELUM_SKB_AGUSTUS
from tests.kernel.contoh_perkara import (
    PPID,
    jangka,
    lewati_batas,
    permohonan_dijawab,
    permohonan_lengkap,
    perpanjang,
    siang,
)

RABU = date(2025, 8, 6)
SKB_2025 = "SKB 1017/2/2 Tahun 2024"
CUTI = date(2025, 8, 18)  # Mon


@pytest.fixture
def versi_lama(acuan):
    """Leave only the first decree of 2025 in force, as on 6 August 2025."""
    kelak = VersiKalender.objects.filter(tahun=2025).exclude(dasar=SKB_2025)
    with pgtrigger.ignore("kernel.VersiKalender:kalender_tetap"):
        kelak.update(diberlakukan_pada=None)
    return VersiKalender.objects.get(dasar=SKB_2025)


def _berlakukan_baru(dari, tambah=(), kurang=()):
    """Put a changed copy in force and return the calendar that now holds."""
    baru = versi_baru(dari, dasar="SKB Perubahan", ditetapkan=date(2025, 8, 7))
    for hari in tambah:
        HariLibur.objects.create(versi=baru, tanggal=hari, nama="Cuti", jenis="cuti_bersama")
    baru.hari.filter(tanggal__in=kurang).delete()
    berlakukan(baru)
    return kalender_berlaku()


PADA = siang(date(2025, 8, 8))


def test_t11_tenggat_berjalan_bergeser_dan_batas_semula_tersimpan(versi_lama):
    ada = permohonan_lengkap(RABU)
    semula = ada.batas_waktu

    geser = hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    ada.refresh_from_db()
    balasan = jangka(ada, "balasan")
    assert geser == [("balasan", date(2025, 8, 20), date(2025, 8, 21))]
    assert (semula, ada.batas_waktu) == (date(2025, 8, 20), date(2025, 8, 21))
    assert (balasan.batas, balasan.batas_semula) == (date(2025, 8, 21), date(2025, 8, 20))
    assert balasan.versi_kalender == "2025: SKB Perubahan"


def test_pergeseran_tercatat_sebagai_peristiwa(versi_lama):
    ada = permohonan_lengkap(RABU)

    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    ada.refresh_from_db()
    akhir = ada.peristiwa.last()
    assert (akhir.aksi, akhir.dari, akhir.ke, akhir.peran, akhir.oleh) == (
        KALENDER_BERUBAH, ada.status, ada.status, "sistem", None,
    )  # fmt: skip
    assert (akhir.batas_lama, akhir.batas_baru) == (date(2025, 8, 20), date(2025, 8, 21))
    assert akhir.data == {"geser": [["balasan", "2025-08-20", "2025-08-21"]]}
    assert (akhir.waktu, akhir.urut, ada.versi) == (PADA, 3, 3)


def test_hitung_ulang_kedua_kali_tidak_berbuat_apa_apa(versi_lama):
    ada = permohonan_lengkap(RABU)
    kalender = _berlakukan_baru(versi_lama, tambah=[CUTI])
    hitung_ulang(ada, kalender, PADA)

    assert hitung_ulang(ada, kalender, PADA) == []
    assert ada.peristiwa.count() == 3


def test_kalender_yang_tidak_menyentuh_tenggat_tidak_menulis_peristiwa(versi_lama):
    ada = permohonan_lengkap(RABU)

    geser = hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[date(2025, 11, 3)]), PADA)

    assert (geser, ada.peristiwa.count()) == ([], 2)
    assert jangka(ada, "balasan").versi_kalender == "2025: SKB Perubahan"


def test_t11_perpanjangan_berjalan_dihitung_dari_batas_lama_yang_baru(versi_lama):
    ada = perpanjang(permohonan_lengkap(RABU), RABU)
    semula = jangka(ada, "perpanjangan")

    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    ada.refresh_from_db()
    baru = jangka(ada, "perpanjangan")
    assert (semula.mulai, semula.batas) == (date(2025, 8, 20), date(2025, 8, 29))
    assert (baru.mulai, baru.batas) == (date(2025, 8, 21), date(2025, 9, 1))
    assert (baru.batas_semula, ada.batas_waktu) == (date(2025, 8, 29), date(2025, 9, 1))


def test_jendela_pemohon_ikut_bertambah(versi_lama):
    ada = permohonan_dijawab(RABU, RABU)

    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    keberatan = jangka(ada, "keberatan")
    assert (keberatan.batas_semula, keberatan.batas) == (date(2025, 9, 18), date(2025, 9, 19))


def test_jendela_pemohon_tidak_pernah_berkurang(versi_lama):
    ada = permohonan_dijawab(RABU, RABU)
    semula = jangka(ada, "keberatan").batas
    penyerahan = jangka(ada, "penyerahan").batas

    geser = hitung_ulang(ada, _berlakukan_baru(versi_lama, kurang=[date(2025, 9, 5)]), PADA)

    assert (geser, jangka(ada, "keberatan").batas) == ([], semula)
    assert jangka(ada, "penyerahan").batas == penyerahan  # before the day that changed


def test_tenggat_badan_boleh_berkurang(versi_lama):
    ada = permohonan_lengkap(date(2025, 9, 3))
    semula = ada.batas_waktu

    hitung_ulang(ada, _berlakukan_baru(versi_lama, kurang=[date(2025, 9, 5)]), PADA)

    ada.refresh_from_db()
    assert (semula, ada.batas_waktu) == (date(2025, 9, 18), date(2025, 9, 17))


def test_jendela_setelah_diam_dihitung_dari_batas_jawaban_yang_baru(versi_lama):
    ada = lewati_batas(permohonan_lengkap(RABU), date(2025, 8, 21))
    semula = jangka(ada, "keberatan")

    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    baru = jangka(ada, "keberatan")
    assert (semula.mulai, baru.mulai) == (date(2025, 8, 20), date(2025, 8, 21))
    assert baru.batas == kalender_berlaku().tambah(date(2025, 8, 21), 30)


def test_tenggat_yang_sudah_selesai_tidak_disentuh(versi_lama):
    ada = permohonan_dijawab(RABU, RABU)
    balasan = ada.jangka.get(kunci="balasan")

    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    assert ada.jangka.filter(kunci="balasan").values().get() == {
        nama: nilai for nama, nilai in vars(balasan).items() if not nama.startswith("_")
    }


def test_langkah_setelah_kalender_berubah_memakai_batas_baru(versi_lama):
    ada = permohonan_lengkap(RABU)
    hitung_ulang(ada, _berlakukan_baru(versi_lama, tambah=[CUTI]), PADA)

    ada = perpanjang(ada, date(2025, 8, 21))  # allowed only because the last day moved

    assert ada.batas_waktu == date(2025, 9, 1)


def test_sementara_hilang_setelah_skb_terbit(acuan):
    ada = permohonan_lengkap(date(2026, 12, 18))
    sebelum = jangka(ada, "balasan").sementara
    perkiraan = VersiKalender.objects.get(tahun=2027)
    resmi = versi_baru(perkiraan, dasar="SKB 2027", ditetapkan=date(2026, 12, 1))
    VersiKalender.objects.filter(pk=resmi.pk).update(pasti=True)
    berlakukan(resmi)

    geser = hitung_ulang(ada, kalender_berlaku(), siang(date(2026, 12, 21)))

    assert (sebelum, geser, jangka(ada, "balasan").sementara) == (True, [], False)


# --- versions


def test_versi_baru_adalah_salinan_yang_belum_berlaku(versi_lama):
    baru = versi_baru(versi_lama, dasar="SKB Perubahan", ditetapkan=date(2025, 8, 7))

    lama, salinan = (
        list(v.hari.values_list("tanggal", "nama", "jenis")) for v in (versi_lama, baru)
    )
    assert (salinan, len(salinan)) == (lama, 27)
    assert (baru.tahun, baru.diberlakukan_pada) == (2025, None)
    assert kalender_berlaku().versi[2025] == SKB_2025


def test_versi_berlaku_sekali_saja(versi_lama):
    with pytest.raises(ValidationError) as ditolak:
        berlakukan(versi_lama)

    assert ditolak.value.messages == ["Kalender ini sudah berlaku."]


def test_hari_di_luar_tahunnya_ditolak(versi_lama):
    baru = versi_baru(versi_lama, dasar="SKB Perubahan", ditetapkan=date(2025, 8, 7))
    HariLibur.objects.create(versi=baru, tanggal=date(2026, 1, 1), nama="Salah")

    with pytest.raises(ValidationError) as ditolak:
        berlakukan(baru)

    baru.refresh_from_db()
    assert ditolak.value.messages == ["Ada hari libur di luar tahun kalender ini."]
    assert baru.diberlakukan_pada is None


def test_kalender_sebagaimana_dikenal_pada_suatu_hari(acuan):
    assert kalender_berlaku(SEBELUM_SKB_AGUSTUS).versi[2025] == SKB_2025
    assert kalender_berlaku(date(2025, 8, 7)).versi[2025] != SKB_2025
    assert 2026 not in kalender_berlaku(SEBELUM_SKB_AGUSTUS).versi


def test_kalender_dibaca_dengan_dua_kueri(acuan, django_assert_num_queries):
    with django_assert_num_queries(2):
        kalender_berlaku()


def test_keputusan_di_tanggal_yang_sama_yang_terakhir_dibuat_berlaku(versi_lama):
    for dasar in ("Pertama", "Kedua"):
        berlakukan(versi_baru(versi_lama, dasar=dasar, ditetapkan=date(2025, 8, 7)))

    assert kalender_berlaku().versi[2025] == "Kedua"


def test_langkah_sesudah_versi_baru_menghitung_dengan_versi_itu(versi_lama):
    ada = permohonan_lengkap(RABU)
    _berlakukan_baru(versi_lama, tambah=[CUTI])

    ada = jalankan(ada, Aksi.DISPOSISIKAN, PPID, pada=PADA)
    ada = perpanjang(ada, date(2025, 8, 20))

    assert jangka(ada, "perpanjangan").versi_kalender == "2025: SKB Perubahan"


@pytest.mark.django_db
def test_kalender_yang_berlaku_tidak_dapat_diubah_juga_dengan_sql():
    versi = VersiKalender.objects.create(
        tahun=2031, dasar="SKB uji", ditetapkan=date(2030, 9, 1), pasti=True
    )
    hari = versi.hari.create(tanggal=date(2031, 1, 1), nama="Tahun baru", jenis="nasional")
    berlakukan(versi)

    for ubah in (
        lambda: HariLibur.objects.filter(pk=hari.pk).update(tanggal=date(2031, 1, 2)),
        lambda: HariLibur.objects.filter(pk=hari.pk).delete(),
        lambda: versi.hari.create(tanggal=date(2031, 1, 3), nama="Sisipan", jenis="nasional"),
        lambda: VersiKalender.objects.filter(pk=versi.pk).update(tahun=2032),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()

    assert list(versi.hari.values_list("tanggal", flat=True)) == [date(2031, 1, 1)]
