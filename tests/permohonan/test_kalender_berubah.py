"""A calendar that changes: what moves, what never does, and who is told, once."""

from datetime import date, datetime, timedelta

import pytest

from permohonan import actions
from permohonan.models import Permohonan
from ppid_portal.kernel.libur import berlakukan, versi_baru
from ppid_portal.kernel.models import HariLibur, Pesan, VersiKalender
from ppid_portal.kernel.perkara import KALENDER_BERUBAH
from tests.factories.permohonan import SENIN, ZONA, PermohonanFactory

pytestmark = pytest.mark.django_db


def pukul_sembilan(tahun, bulan, hari):
    return datetime(tahun, bulan, hari, 9, 0, tzinfo=ZONA)


def batas(permohonan, kunci):
    return permohonan.jangka.filter(kunci=kunci, berhenti_pada__isnull=True).get().batas


@pytest.fixture
def kalender_2026(db):
    return berlakukan(
        VersiKalender.objects.create(
            tahun=2026, dasar="SKB awal", ditetapkan=date(2025, 9, 1), pasti=True
        ),
        pukul_sembilan(2025, 9, 1),
    )


def libur_baru(kalender, hari, berlaku=3):
    sejak = pukul_sembilan(2026, 2, berlaku)
    baru = versi_baru(kalender, dasar="SKB perubahan", ditetapkan=sejak.date())
    HariLibur.objects.create(versi=baru, tanggal=hari, nama="Hari Baru")
    return berlakukan(baru, sejak)


def test_kalender_baru_menggeser_batas_dan_menyimpan_batas_semula(kalender_2026, petugas):
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    libur_baru(kalender_2026, date(2026, 2, 10))

    jumlah = [actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4)) for _ in range(2)]

    permohonan.refresh_from_db()
    jangka = permohonan.jangka.get(kunci="balasan")
    assert jumlah == [1, 0]
    assert (permohonan.batas_waktu, jangka.batas_semula) == (date(2026, 2, 17), date(2026, 2, 16))
    peristiwa = permohonan.peristiwa.get(aksi=KALENDER_BERUBAH)
    assert (peristiwa.batas_lama, peristiwa.batas_baru) == (date(2026, 2, 16), date(2026, 2, 17))


def pesan_kalender():
    return list(Pesan.objects.filter(kunci__startswith="kalender:").order_by("pk"))


def test_kalender_baru_dikabarkan_dalam_satu_surel_per_pejabat(
    kalender_2026, petugas, ppid, unit, pelaksana
):
    pertama = PermohonanFactory(lengkap=True, pada=SENIN)
    kedua = PermohonanFactory(diproses=True, unit=unit, pada=SENIN)
    versi = libur_baru(kalender_2026, date(2026, 2, 4))

    for _ in range(2):
        actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4))
        actions.olah_peristiwa()

    surel = {p.tujuan: p for p in pesan_kalender()}
    kepada_pejabat = [p for p in Pesan.objects.all() if "Kalender kerja berubah:" in p.judul]
    assert sorted(surel) == sorted([petugas.email, ppid.email, pelaksana.email])
    assert len(kepada_pejabat) == 3
    assert {p.kunci for p in surel.values()} == {
        f"kalender:{versi.pk}/permohonan/pengguna:{satu.pk}" for satu in (petugas, ppid, pelaksana)
    }
    assert surel[petugas.email].judul == "Kalender kerja berubah: 2 perkara bergeser"
    geser = "Jawaban tertulis: semula Senin, 16 Februari 2026, menjadi Selasa, 17 Februari 2026"
    baris = [b for b in surel[petugas.email].isi.splitlines() if "Jawaban tertulis" in b]
    assert baris == [f"- {p.nomor} · {geser}" for p in (pertama, kedua)]
    assert [b for b in surel[pelaksana.email].isi.splitlines() if b.startswith("- ")] == [
        f"- {kedua.nomor} · Unit menjawab disposisi: "
        "semula Kamis, 5 Februari 2026, menjadi Jumat, 6 Februari 2026"
    ]


def test_kabar_kalender_yang_terputus_disusulkan_sekali(kalender_2026, petugas, monkeypatch):
    PermohonanFactory(lengkap=True, pada=SENIN)
    libur_baru(kalender_2026, date(2026, 2, 10))

    def mati(_hari):
        raise KeyboardInterrupt

    with monkeypatch.context() as sementara:
        sementara.setattr("permohonan.actions.tenggat.kabari_kalender", mati)
        with pytest.raises(KeyboardInterrupt):
            actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4))
    sebelum = len(pesan_kalender())
    jumlah = [actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4)) for _ in range(2)]

    assert (sebelum, jumlah, [p.tujuan for p in pesan_kalender()]) == (0, [0, 0], [petugas.email])


def test_kabar_kalender_menunggu_sampai_semua_dihitung(kalender_2026, petugas, monkeypatch):
    PermohonanFactory(lengkap=True, pada=SENIN)
    libur_baru(kalender_2026, date(2026, 2, 10))

    with monkeypatch.context() as sementara:  # another worker still holds the case
        sementara.setattr("permohonan.actions.tenggat.hitung_ulang", lambda *_: [])
        actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4))
    sebelum = len(pesan_kalender())
    actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4))

    assert (sebelum, len(pesan_kalender())) == (0, 1)


def test_kalender_berikutnya_dikabarkan_lagi(kalender_2026, petugas):
    PermohonanFactory(lengkap=True, pada=SENIN)
    for hari, berlaku in ((10, 3), (11, 5)):
        versi = libur_baru(VersiKalender.objects.latest("pk"), date(2026, 2, hari), berlaku)
        actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, berlaku + 1))

    assert [p.isi.count("\n- ") for p in pesan_kalender()] == [1, 1]
    assert pesan_kalender()[-1].kunci.startswith(f"kalender:{versi.pk}/")


def test_jendela_pemohon_tidak_pernah_menyempit(kalender_2026):
    dengan_libur = libur_baru(kalender_2026, date(2026, 2, 11))
    permohonan = PermohonanFactory(ditolak=True, pada=SENIN)
    semula = batas(permohonan, "keberatan")
    baru = versi_baru(dengan_libur, dasar="SKB dicabut", ditetapkan=date(2026, 2, 4))
    baru.hari.all().delete()
    berlakukan(baru)

    jumlah = [actions.hitung_ulang_tenggat(pukul_sembilan(2026, 2, 4)) for _ in range(2)]

    assert (batas(permohonan, "keberatan"), jumlah) == (semula, [0, 0])


def test_perkara_yang_tidak_bergeser_tidak_mendapat_peristiwa(kalender_2026):
    PermohonanFactory(lengkap=True, pada=SENIN)
    libur_baru(kalender_2026, date(2026, 12, 10))

    assert actions.hitung_ulang_tenggat(SENIN + timedelta(days=1)) == 0
    assert Permohonan.objects.get().peristiwa.filter(aksi=KALENDER_BERUBAH).count() == 0
