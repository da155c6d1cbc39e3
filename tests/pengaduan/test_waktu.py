"""The clock of the complaint: each term in its own unit of time, closing only after a notice."""

from datetime import date

import pytest
from django.db.models import F

from pengaduan import actions
from pengaduan.enums import Aksi, JenisTanggapan, Klasifikasi, Status
from pengaduan.models import PengingatPengaduan
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.libur import berlakukan, versi_baru
from ppid_portal.kernel.models import VersiKalender
from ppid_portal.kernel.peran import PELAPOR, SISTEM, Peran
from ppid_portal.kernel.perkara import jalankan
from tests.factories.kernel import PenggunaFactory
from tests.factories.pengaduan import PengaduanFactory, saat
from tests.pengaduan.conftest import KOORDINATOR


def hari(teks):
    return saat(teks).date()


def berjalan(pengaduan):
    """Return the running terms of a case by key."""
    return dict(pengaduan.jangka.filter(berhenti_pada__isnull=True).values_list("kunci", "batas"))


def test_jam_sejak_diterima(baru):
    assert berjalan(baru) == {
        "verifikasi": hari("2026-04-09"),  # 3 working days from Monday 6 April
        "uu25_jawab": hari("2026-04-20"),  # 14 days
    }


@pytest.mark.parametrize(
    ("aksi", "kunci", "batas"),
    [
        (Aksi.TERUSKAN_RINGAN, "ringan", "2026-04-09"),  # 2 HK
        (Aksi.TERUSKAN_INFORMASI, "informasi", "2026-04-14"),  # 5 HK
        (Aksi.TERUSKAN_PENGADUAN, "pengaduan", "2026-04-27"),  # 14 HK
        (Aksi.TERUSKAN_ASPIRASI, "aspirasi", "2026-04-27"),  # 14 HK
    ],
)
def test_jam_menurut_klasifikasi(baru, unit, aksi, kunci, batas):
    hasil = actions.teruskan(
        baru, aksi=aksi, unit=unit, pelaku=KOORDINATOR, pada=saat("2026-04-07")
    )

    assert berjalan(hasil) == {
        "respons": hari("2026-04-14"),
        kunci: hari(batas),
        "uu25_putusan": hari("2026-06-06"),  # 60 days from 7 April
    }
    assert hasil.batas_waktu == hari(batas)


def test_pengawasan_enam_puluh_hari_kerja_dan_peringatan_hari_kalender(kalender):
    hasil = PengaduanFactory(tertutup=True)

    assert berjalan(hasil) == {
        "pengawasan": hari("2026-07-08"),  # 60 working days; 1, 14, 15, 27, 28 May, 1, 16 June free
        "uu25_jawab": hari("2026-04-20"),
        "uu25_putusan": hari("2026-06-05"),  # 60 days: the earlier warning (K17)
    }


def test_jam_dikembalikan_milik_pelapor(baru):
    hasil = jalankan(
        baru, Aksi.KEMBALIKAN, KOORDINATOR, alasan="Sebut jalannya.", pada=saat("2026-04-07")
    )

    assert berjalan(hasil) == {
        "lengkapi": hari("2026-04-21"),  # 10 working days
        "uu25_lengkapi": hari("2026-05-07"),  # 30 days
    }
    assert hasil.batas_waktu is None


def test_arsip_otomatis_menunggu_hari_undang_undang(baru):
    jalankan(baru, Aksi.KEMBALIKAN, KOORDINATOR, alasan="Sebut jalannya.", pada=saat("2026-04-07"))

    assert actions.arsipkan_yang_lewat(saat("2026-04-22")) == 0
    assert actions.arsipkan_yang_lewat(saat("2026-05-07")) == 0
    assert actions.arsipkan_yang_lewat(saat("2026-05-08")) == 1
    baru.refresh_from_db()
    assert (baru.status, berjalan(baru)) == (Status.ARSIP, {})


def test_tindak_lanjut_menghentikan_jam_unit(ditanggapi):
    assert berjalan(ditanggapi) == {
        "diam": hari("2026-04-24"),
        "uu25_putusan": hari("2026-06-06"),
    }
    assert ditanggapi.batas_waktu is None


def test_balasan_memulai_jam_unit_lagi(ditanggapi):
    hasil = actions.balas(ditanggapi, balasan="Belum.", pelaku=PELAPOR, pada=saat("2026-04-13"))

    assert berjalan(hasil) == {
        "respons_ulang": hari("2026-04-20"),
        "uu25_putusan": hari("2026-06-06"),
    }


def test_ditutup_sesudah_sepuluh_hari_kerja_diam(ditanggapi):
    """J T27: answer Friday 2026-04-10, close after Friday 2026-04-24."""
    assert actions.beri_tahu_penutupan(saat("2026-04-20")) == 0
    assert actions.beri_tahu_penutupan(saat("2026-04-21")) == 1
    assert actions.beri_tahu_penutupan(saat("2026-04-22")) == 0
    assert actions.tutup_yang_diam(saat("2026-04-24")) == 0
    assert actions.tutup_yang_diam(saat("2026-04-25")) == 1
    ditanggapi.refresh_from_db()
    assert (ditanggapi.status, berjalan(ditanggapi)) == (
        Status.SELESAI,
        {"buka_kembali": hari("2026-05-25")},
    )


def test_tanpa_pemberitahuan_tidak_ditutup(ditanggapi):
    assert actions.tutup_yang_diam(saat("2026-05-04")) == 0
    with pytest.raises(TransisiDitolak, match="belum diberi tahu"):
        jalankan(ditanggapi, Aksi.TUTUP_OTOMATIS, SISTEM, pada=saat("2026-05-04"))


def test_pemberitahuan_yang_terlambat_tetap_memberi_tiga_hari_kerja(ditanggapi):
    actions.beri_tahu_penutupan(saat("2026-04-27"))

    assert actions.tutup_yang_diam(saat("2026-04-30")) == 0
    assert actions.tutup_yang_diam(saat("2026-05-02")) == 1


def test_balasan_membatalkan_penutupan(ditanggapi):
    actions.beri_tahu_penutupan(saat("2026-04-21"))
    actions.balas(ditanggapi, balasan="Belum.", pelaku=PELAPOR, pada=saat("2026-04-22"))

    assert actions.tutup_yang_diam(saat("2026-04-27")) == 0


def test_jawaban_tanpa_bukti_tidak_ditutup_oleh_waktu(diproses, penghubung):
    actions.beri_tanggapan(
        diproses,
        tanggapan="Sudah kami catat.",
        jenis=JenisTanggapan.JAWABAN,
        pelaku=penghubung,
        pada=saat("2026-04-10"),
    )

    assert actions.beri_tahu_penutupan(saat("2026-04-23")) == 0
    assert actions.tutup_yang_diam(saat("2026-05-04")) == 0


def test_kalender_baru_menggeser_batas_dan_menyimpan_yang_lama(baru):
    baru_versi = versi_baru(
        VersiKalender.objects.filter(tahun=2026, diberlakukan_pada__isnull=False).latest("pk"),
        dasar="SKB perubahan",
        ditetapkan=date(2026, 4, 7),
    )
    baru_versi.hari.create(tanggal=hari("2026-04-08"), nama="Libur rekaan")
    berlakukan(baru_versi, saat("2026-04-07"))

    assert actions.hitung_ulang_semua(saat("2026-04-07")) == 1
    assert actions.hitung_ulang_semua(saat("2026-04-07", 10)) == 0
    jangka = baru.jangka.get(kunci="verifikasi")
    assert (jangka.batas, jangka.batas_semula) == (hari("2026-04-10"), hari("2026-04-09"))


def test_pengingat_naik_dan_tidak_terulang(terverifikasi, unit):
    PenggunaFactory(peran=Peran.PEJABAT_PENGHUBUNG, unit=unit)
    jumlah = [
        actions.ingatkan(saat(tanggal))
        for tanggal in ("2026-04-08", "2026-04-09", "2026-04-09", "2026-04-11", "2026-04-15")
    ]

    assert jumlah == [0, 1, 0, 0, 1]  # respons ends 14 April: H-3, again, Saturday, H+1
    assert list(
        PengingatPengaduan.objects.annotate(kunci=F("jangka__kunci"))
        .order_by("pk")
        .values_list("kunci", "tingkat")
    ) == [("respons", "h-3"), ("respons", "h+1")]


def test_jendela_pelapor_tidak_mengingatkan_pejabat(baru):
    jalankan(baru, Aksi.KEMBALIKAN, KOORDINATOR, alasan="Sebut jalannya.", pada=saat("2026-04-07"))

    assert actions.ingatkan(saat("2026-04-21")) == 0


def test_segel_menghentikan_jam_biasa_dan_mempertahankan_peringatan(terverifikasi):
    hasil = jalankan(
        terverifikasi,
        Aksi.SEGEL,
        KOORDINATOR,
        alasan="Menyangkut pejabat.",
        pada=saat("2026-04-08"),
    )

    assert berjalan(hasil) == {
        "pengawasan": hari("2026-07-10"),
        "uu25_putusan": hari("2026-06-06"),
    }
    hasil.refresh_from_db()
    assert (hasil.tertutup, hasil.unit, hasil.klasifikasi) == (True, None, Klasifikasi.BERKADAR)
