"""The working calendar at the desk: drafts are edited, versions in force are only followed."""

from datetime import date

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from ppid_portal.kernel.libur import kalender_berlaku, versi_baru
from ppid_portal.kernel.models import HariLibur, VersiKalender
from ppid_portal.kernel.peran import Peran
from tests.kernel.contoh_meja import daftar, laman, tindakan, tombol

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

SKB_2026 = "SKB 1497/2/5 Tahun 2025"


def _isian_kalender(versi, **ganti):
    """Return the form of a version as a browser sends it back."""
    hari = list(versi.hari.all())
    isian = {
        "tahun": versi.tahun,
        "dasar": versi.dasar,
        "ditetapkan": versi.ditetapkan.isoformat(),
        "sumber": versi.sumber,
        "hari-TOTAL_FORMS": len(hari),
        "hari-INITIAL_FORMS": len(hari),
        "hari-MIN_NUM_FORMS": 0,
        "hari-MAX_NUM_FORMS": 1000,
    }
    for n, satu in enumerate(hari):
        isian |= {
            f"hari-{n}-id": satu.pk,
            f"hari-{n}-versi": versi.pk,
            f"hari-{n}-tanggal": satu.tanggal.isoformat(),
            f"hari-{n}-nama": satu.nama,
            f"hari-{n}-jenis": satu.jenis,
        }
    return isian | ganti


@pytest.fixture
def draf(acuan):
    return versi_baru(
        VersiKalender.objects.get(dasar=SKB_2026), dasar="SKB Baru", ditetapkan=date(2026, 3, 1)
    )


def test_ppid_utama_mengubah_draf_kalender(masuk, draf):
    baru = len(draf.hari.all())
    isian = {
        "hari-TOTAL_FORMS": baru + 1,
        f"hari-{baru}-tanggal": "2026-11-09",
        f"hari-{baru}-nama": "Cuti bersama uji",
        f"hari-{baru}-jenis": "cuti_bersama",
    }

    jawaban = masuk(Peran.PPID_UTAMA).post(laman(draf), _isian_kalender(draf, **isian))

    assert jawaban.status_code == 302
    assert draf.hari.get(tanggal=date(2026, 11, 9)).nama == "Cuti bersama uji"


def test_hari_di_luar_tahunnya_ditolak_di_samping_isiannya(masuk, draf):
    isian = _isian_kalender(draf, **{"hari-0-tanggal": "2027-01-01"})

    jawaban = masuk(Peran.PPID_UTAMA).post(laman(draf), isian)

    (formset,) = (f.formset for f in jawaban.context["inline_admin_formsets"])
    assert jawaban.status_code == 200
    assert formset.errors[0] == {"tanggal": ["Kalender ini untuk tahun 2026."]}
    assert draf.hari.first().tanggal == date(2026, 1, 1)


def test_petugas_membaca_kalender_tetapi_tidak_mengubah(masuk, draf):
    petugas = masuk(Peran.PETUGAS)

    dibaca = petugas.get(laman(draf))
    diubah = petugas.post(laman(draf), _isian_kalender(draf, dasar="Palsu"))

    draf.refresh_from_db()
    assert (dibaca.status_code, diubah.status_code, draf.dasar) == (200, 403, "SKB Baru")
    assert tombol(dibaca) == []


def test_kalender_yang_berlaku_tidak_dapat_diubah_siapa_pun(masuk, acuan):
    berlaku = VersiKalender.objects.get(dasar=SKB_2026)

    jawaban = masuk(Peran.PPID_UTAMA).post(
        laman(berlaku), _isian_kalender(berlaku, dasar="Palsu", **{"hari-0-nama": "Palsu"})
    )

    berlaku.refresh_from_db()
    assert (jawaban.status_code, berlaku.dasar) == (403, SKB_2026)
    assert berlaku.hari.first().nama == "Tahun Baru Masehi"


def test_draf_dan_yang_berlaku_menawarkan_tombol_masing_masing(masuk, draf):
    utama = masuk(Peran.PPID_UTAMA)

    di_draf = utama.get(laman(draf))
    di_berlaku = utama.get(laman(VersiKalender.objects.get(dasar=SKB_2026)))

    assert (tombol(di_draf), tombol(di_berlaku)) == (["Berlakukan"], ["Buat versi baru"])
    assert di_draf.context["peringatan"] == [
        "Draf: belum dipakai menghitung tenggat sampai diberlakukan."
    ]
    assert di_berlaku.context["peringatan"] == []


def test_konfirmasi_menyebut_tenggat_dihitung_ulang_dan_tidak_berbuat_apa_apa(masuk, draf):
    jawaban = masuk(Peran.PPID_UTAMA).get(tindakan(draf, "berlakukan"))

    draf.refresh_from_db()
    assert jawaban.context["akibat"] == [
        "Tenggat yang sedang berjalan dihitung ulang dengan kalender ini.",
        "Batas semula tetap tersimpan, dan setiap perubahan tercatat di riwayat perkaranya.",
        "Waktu milik pemohon tidak pernah berkurang.",
        "Kalender yang sudah berlaku tidak dapat diubah; perubahan dibuat sebagai versi baru.",
    ]
    assert "Tenggat yang sedang berjalan dihitung ulang" in jawaban.content.decode()
    assert draf.diberlakukan_pada is None


def test_kalender_yang_belum_resmi_disebut_sementara(masuk, acuan):
    perkiraan = VersiKalender.objects.get(tahun=2027)
    salinan = versi_baru(perkiraan, dasar="Perkiraan kedua", ditetapkan=date(2026, 6, 1))

    jawaban = masuk(Peran.PPID_UTAMA).get(tindakan(salinan, "berlakukan"))

    assert jawaban.context["akibat"][-1] == (
        "Kalender ini belum resmi: tenggat yang menyentuhnya tampil sebagai sementara."
    )


def test_ppid_utama_memberlakukan_draf(masuk, draf):
    jawaban = masuk(Peran.PPID_UTAMA).post(tindakan(draf, "berlakukan"))

    assert jawaban.headers["Location"] == laman(draf)
    assert kalender_berlaku().versi[2026] == "SKB Baru"
    assert LogEntry.objects.get().change_message == "Berlakukan"


def test_memberlakukan_dua_kali_ditolak(masuk, draf):
    utama = masuk(Peran.PPID_UTAMA)
    utama.post(tindakan(draf, "berlakukan"))
    pada = VersiKalender.objects.get(pk=draf.pk).diberlakukan_pada

    jawaban = utama.post(tindakan(draf, "berlakukan"), follow=True)

    assert [str(m) for m in jawaban.context["messages"]][-1] == (
        "Langkah ini tidak dapat dilakukan sekarang."
    )
    assert VersiKalender.objects.get(pk=draf.pk).diberlakukan_pada == pada


def test_draf_yang_cacat_tidak_dapat_diberlakukan(masuk, draf):
    HariLibur.objects.create(versi=draf, tanggal=date(2027, 1, 1), nama="Salah")

    jawaban = masuk(Peran.PPID_UTAMA).post(tindakan(draf, "berlakukan"))

    draf.refresh_from_db()
    assert jawaban.status_code == 409
    assert jawaban.context["form"].non_field_errors() == [
        "Ada hari libur di luar tahun kalender ini."
    ]
    assert draf.diberlakukan_pada is None


def test_versi_baru_dibuat_dari_yang_berlaku(masuk, acuan):
    berlaku = VersiKalender.objects.get(dasar=SKB_2026)
    isian = {"dasar": "SKB Perubahan 2026", "ditetapkan": "2026-03-02"}

    jawaban = masuk(Peran.PPID_UTAMA).post(tindakan(berlaku, "versi-baru"), isian)

    baru = VersiKalender.objects.get(dasar="SKB Perubahan 2026")
    assert jawaban.headers["Location"] == laman(baru)
    assert (baru.ditetapkan, baru.diberlakukan_pada) == (date(2026, 3, 2), None)
    assert baru.hari.count() == berlaku.hari.count()


def test_versi_baru_tanpa_dasar_ditolak(masuk, acuan):
    berlaku = VersiKalender.objects.get(dasar=SKB_2026)

    jawaban = masuk(Peran.PPID_UTAMA).post(tindakan(berlaku, "versi-baru"), {"dasar": " "})

    assert jawaban.status_code == 409
    assert set(jawaban.context["form"].errors) == {"dasar", "ditetapkan"}
    assert VersiKalender.objects.filter(tahun=2026).count() == 1


@pytest.mark.parametrize("lain", [{"peran": Peran.PETUGAS}, {"pengelola": True}, {}])
def test_orang_lain_tidak_dapat_memberlakukan(masuk, draf, lain):
    jawaban = masuk(**lain).post(tindakan(draf, "berlakukan"))

    draf.refresh_from_db()
    assert (jawaban.status_code, draf.diberlakukan_pada) == (403, None)


@pytest.mark.parametrize(("pk", "kunci"), [(0, "berlakukan"), (None, "hapus")])
def test_tindakan_yang_tidak_dikenal_tidak_ada(masuk, draf, pk, kunci):
    alamat = reverse(
        "admin:kernel_versikalender_tindakan", args=[draf.pk if pk is None else pk, kunci]
    )

    assert masuk(Peran.PPID_UTAMA).post(alamat).status_code == 404


def test_daftar_kalender_menyebut_keadaannya(masuk, draf):
    jawaban = masuk(Peran.PPID_UTAMA).get(daftar(VersiKalender))

    meja = jawaban.context["cl"].model_admin
    keadaan = {v.dasar: meja.keadaan(v) for v in jawaban.context["cl"].queryset}
    assert [keadaan[d] for d in ("SKB Baru", SKB_2026, "SKB 1017/2/2 Tahun 2024")] == [
        "draf", "berlaku", "digantikan",
    ]  # fmt: skip
