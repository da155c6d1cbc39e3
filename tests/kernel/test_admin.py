"""The kernel's tables at the desk: who may look, who may change, and what an act does."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError
from django.template import engines
from django.urls import reverse
from django.utils import timezone

from ppid_portal.kernel.libur import kalender_berlaku, versi_baru
from ppid_portal.kernel.models import (
    HariLibur,
    Instansi,
    Pengguna,
    Penugasan,
    Pesan,
    Surat,
    Unit,
    VersiKalender,
)
from ppid_portal.kernel.models.pesan import Keadaan
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.pesan import kirim_ulang
from tests.factories.kernel import PenggunaFactory, UnitFactory
from tests.kernel.contoh_berkas import berkas

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

SKB_2026 = "SKB 1497/2/5 Tahun 2025"


@pytest.fixture(autouse=True)
def templat_unfold(monkeypatch):
    """Let Unfold's own templates use variables that are not always there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def masuk(client):
    """Log in as a new officer and return the client."""

    def sebagai(peran=None, **lain):
        client.force_login(PenggunaFactory(peran=peran, **lain))
        return client

    return sebagai


def daftar(model):
    return reverse(f"admin:kernel_{model._meta.model_name}_changelist")


def laman(obj):
    return reverse(f"admin:kernel_{obj._meta.model_name}_change", args=[obj.pk])


def tindakan(obj, kunci):
    return reverse(f"admin:kernel_{obj._meta.model_name}_tindakan", args=[obj.pk, kunci])


def tombol(jawaban):
    return [str(satu["label"]) for satu in jawaban.context["tombol"]]


# --- who may look at which list; who may add


@pytest.mark.parametrize(
    ("model", "boleh"),
    [
        (VersiKalender, {"utama", "petugas"}),
        (Instansi, {"utama", "petugas"}),
        (Surat, {"utama", "petugas"}),
        (Unit, {"utama", "petugas", "pengelola"}),
        (Pesan, {"utama", "petugas", "pengelola"}),
        (Pengguna, {"pengelola"}),
    ],
)
def test_daftar_terbuka_menurut_peran(client, model, boleh):
    orang = {
        "utama": PenggunaFactory(peran=Peran.PPID_UTAMA),
        "petugas": PenggunaFactory(peran=Peran.PETUGAS),
        "pelaksana": PenggunaFactory(peran=Peran.PPID_PELAKSANA),
        "pengelola": PenggunaFactory(pengelola=True),
        "tanpa tugas": PenggunaFactory(),
    }
    buka = set()
    for nama, siapa in orang.items():
        client.force_login(siapa)
        kode = client.get(daftar(model), follow=True).status_code
        assert kode in {200, 403}
        buka |= {nama} if kode == 200 else set()

    assert buka == boleh


@pytest.mark.parametrize("model", [VersiKalender, Instansi, Surat, Unit, Pesan, Pengguna])
def test_orang_luar_diminta_masuk(client, model):
    assert client.get(daftar(model)).headers["Location"] == f"/admin/login/?next={daftar(model)}"


@pytest.mark.parametrize(
    ("model", "boleh"),
    [
        (VersiKalender, {"utama"}),
        (Unit, {"pengelola"}),
        (Pengguna, {"pengelola"}),
        (Instansi, set()),
        (Surat, set()),
        (Pesan, set()),
    ],
)
def test_menambah_menurut_peran(client, model, boleh):
    orang = {
        "utama": PenggunaFactory(peran=Peran.PPID_UTAMA),
        "petugas": PenggunaFactory(peran=Peran.PETUGAS),
        "pengelola": PenggunaFactory(pengelola=True),
    }
    alamat = reverse(f"admin:kernel_{model._meta.model_name}_add")
    buka = set()
    for nama, siapa in orang.items():
        client.force_login(siapa)
        buka |= {nama} if client.get(alamat).status_code == 200 else set()

    assert buka == boleh


# --- calendar


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


# --- officers


def _isian_penugasan(**baris):
    awal = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    return {f"penugasan-{k}": v for k, v in awal.items()} | {
        f"penugasan-0-{k}": v for k, v in baris.items()
    }


def test_pengelola_menambah_pengguna(masuk):
    isian = {
        "username": "siti",
        "usable_password": "true",
        "password1": "sebelas-gajah-biru",
        "password2": "sebelas-gajah-biru",
        "nama": "Siti Aminah",
        "is_staff": "on",
    } | _isian_penugasan(peran="petugas", mulai="2026-01-01")

    jawaban = masuk(pengelola=True).post(reverse("admin:kernel_pengguna_add"), isian)

    siti = Pengguna.objects.get(username="siti")
    assert jawaban.status_code == 302
    assert siti.check_password("sebelas-gajah-biru")
    assert siti.sebagai_pelaku(date(2026, 11, 6)).peran == {Peran.PETUGAS}


def test_pengelola_menugaskan_pejabat_untuk_unit(masuk):
    siti, unit = PenggunaFactory(), UnitFactory()
    isian = {"username": siti.username, "nama": siti.nama, "is_active": "on", "is_staff": "on"}
    tugas = _isian_penugasan(peran="kepala_opd", unit=unit.pk, mulai="2026-01-01")

    jawaban = masuk(pengelola=True).post(laman(siti), isian | tugas)

    assert jawaban.status_code == 302
    assert Penugasan.objects.filter(pengguna=siti).values_list("peran", "unit").get() == (
        "kepala_opd", unit.pk,
    )  # fmt: skip


def test_penugasan_berunit_tanpa_unit_ditolak_di_samping_isiannya(masuk):
    siti = PenggunaFactory()
    isian = {"username": siti.username, "nama": siti.nama, "is_active": "on", "is_staff": "on"}
    tugas = _isian_penugasan(peran="kepala_opd", mulai="2026-01-01")

    jawaban = masuk(pengelola=True).post(laman(siti), isian | tugas)

    (formset,) = (f.formset for f in jawaban.context["inline_admin_formsets"])
    assert formset.errors[0]["unit"] == ["Peran ini dipegang untuk satu unit: pilih unitnya."]
    assert Penugasan.objects.count() == 0


def test_grup_dan_izin_tidak_ditawarkan(masuk):
    siti = PenggunaFactory()

    jawaban = masuk(pengelola=True).get(laman(siti))

    assert {"groups", "user_permissions"} & set(jawaban.context["adminform"].form.fields) == set()


@pytest.mark.parametrize("peran", [Peran.PPID_UTAMA, Peran.PETUGAS, None])
def test_hanya_pengelola_yang_menyentuh_akun(masuk, peran):
    siti = PenggunaFactory()
    meja = masuk(peran)
    isian = {"username": siti.username, "nama": "Palsu", "is_superuser": "on"}
    sandi = reverse("admin:auth_user_password_change", args=[siti.pk])

    kode = [
        meja.post(laman(siti), isian | _isian_penugasan()).status_code,
        meja.post(sandi, {"password1": "x", "password2": "x"}).status_code,
    ]

    siti.refresh_from_db()
    assert (kode, siti.is_superuser) == ([403, 403], False)


# --- units and the body


def test_pengelola_memindahkan_unit(masuk):
    induk, unit = UnitFactory(), UnitFactory()
    isian = {"nama": unit.nama, "slug": unit.slug, "jenis": "opd", "induk": induk.pk, "aktif": "on"}

    jawaban = masuk(pengelola=True).post(laman(unit), isian)

    unit.refresh_from_db()
    assert (jawaban.status_code, unit.jalur) == (302, f"/{induk.pk}/{unit.pk}/")


@pytest.mark.parametrize("peran", [Peran.PPID_UTAMA, Peran.PETUGAS, Peran.PPID_PELAKSANA])
def test_peran_meja_tidak_mengubah_unit(masuk, peran):
    unit = UnitFactory(nama="Dinas Lama")

    jawaban = masuk(peran).post(laman(unit), {"nama": "Palsu", "slug": "p", "jenis": "opd"})

    unit.refresh_from_db()
    assert (jawaban.status_code, unit.nama) == (403, "Dinas Lama")


def _isian_instansi(**ganti):
    instansi = Instansi()
    bidang = [f.name for f in Instansi._meta.fields if f.name not in {"id", "contoh"}]
    return {nama: getattr(instansi, nama) for nama in bidang} | ganti


def test_daftar_instansi_langsung_membuka_barisnya(masuk):
    jawaban = masuk(Peran.PPID_UTAMA).get(daftar(Instansi))

    assert jawaban.headers["Location"] == laman(Instansi.objects.get())


def test_ppid_utama_mengubah_instansi(masuk):
    Instansi.objects.create(pk=1)

    jawaban = masuk(Peran.PPID_UTAMA).post(
        laman(Instansi(pk=1)), _isian_instansi(nama_badan="Kabupaten Baru")
    )

    assert (jawaban.status_code, Instansi.sekarang().nama_badan) == (302, "Kabupaten Baru")


@pytest.mark.parametrize("lain", [{"peran": Peran.PETUGAS}, {"pengelola": True}])
def test_orang_lain_tidak_mengubah_instansi(masuk, lain):
    Instansi.objects.create(pk=1)

    jawaban = masuk(**lain).post(laman(Instansi(pk=1)), _isian_instansi(nama_badan="Palsu"))

    assert (jawaban.status_code, Instansi.sekarang().nama_badan) == (403, "Kabupaten Contoh")


@pytest.mark.parametrize(
    "bentuk",
    [
        "{nomor}/PPID", "{urut:03d", "{}/{tahun}", "014/{tahun}", "{urut}/PPID", "{urut:d}{tahun:q}",
        "{urut.__class__}/{tahun}", "{urut:0200d}/{tahun}",
    ],
)  # fmt: skip
def test_bentuk_nomor_yang_tidak_terpakai_ditolak(bentuk):
    with pytest.raises(ValidationError) as ditolak:
        Instansi(pk=1, format_nomor=bentuk).full_clean()

    assert list(ditolak.value.message_dict) == ["format_nomor"]


@pytest.mark.parametrize("bentuk", ["{urut:03d}/PPID/{bulan}/{tahun}", "{tahun}-{urut}"])
def test_bentuk_nomor_yang_terpakai_diterima(bentuk):
    Instansi(pk=1, format_nomor=bentuk, format_nomor_surat=f"S/{bentuk}").full_clean()


# --- messages and letters


def _pesan(keadaan=Keadaan.GAGAL, **isi):
    return Pesan.objects.create(
        **{
            "kunci": "permohonan:1/ajukan", "kanal": "surel", "tujuan": "siti@contoh.id",
            "judul": "Permohonan diterima", "isi": "Rahasia Anda KQ7M", "perkara": "permohonan:1",
            "keadaan": keadaan, "percobaan": 8, "galat": "ConnectionRefusedError",
            "kirim_setelah": datetime(2026, 11, 6, tzinfo=UTC),
        } | isi
    )  # fmt: skip


def test_pesan_tampil_tanpa_isi_dan_dengan_alamat_tersamar(masuk):
    pesan = _pesan()
    petugas = masuk(Peran.PETUGAS)

    for alamat in (daftar(Pesan), laman(pesan)):
        kata = petugas.get(alamat).content.decode()
        assert [teks in kata for teks in ("s•••@contoh.id", "Permohonan diterima")] == [True, True]
        assert [teks in kata for teks in ("siti@contoh.id", "KQ7M")] == [False, False]


def test_pesan_gagal_dikirim_ulang_setelah_konfirmasi(masuk):
    pesan = _pesan()
    petugas = masuk(Peran.PETUGAS)

    dilihat = petugas.get(laman(pesan))
    ditanya = petugas.get(tindakan(pesan, "kirim-ulang"))
    masih = Pesan.objects.get().keadaan
    dijawab = petugas.post(tindakan(pesan, "kirim-ulang"))

    pesan.refresh_from_db()
    assert (tombol(dilihat), ditanya.status_code, masih) == (["Kirim ulang"], 200, Keadaan.GAGAL)
    assert dijawab.headers["Location"] == laman(pesan)
    assert (pesan.keadaan, pesan.percobaan) == (Keadaan.ANTRE, 0)
    assert pesan.kirim_setelah <= timezone.now()
    assert (pesan.tujuan, pesan.isi) == ("siti@contoh.id", "Rahasia Anda KQ7M")


@pytest.mark.parametrize("keadaan", [Keadaan.ANTRE, Keadaan.TERKIRIM, Keadaan.BATAL])
def test_hanya_pesan_gagal_yang_dikirim_ulang(masuk, keadaan):
    pesan = _pesan(keadaan)

    jawaban = masuk(Peran.PETUGAS).post(tindakan(pesan, "kirim-ulang"))

    with pytest.raises(ValidationError):
        kirim_ulang(pesan)
    assert (jawaban.status_code, Pesan.objects.get().keadaan) == (302, keadaan)


@pytest.mark.parametrize("peran", [Peran.AUDITOR, Peran.PPID_PELAKSANA, None])
def test_orang_lain_tidak_mengirim_ulang(masuk, peran):
    pesan = _pesan()

    jawaban = masuk(peran).post(tindakan(pesan, "kirim-ulang"))

    assert (jawaban.status_code, Pesan.objects.get().keadaan) == (403, Keadaan.GAGAL)


def test_pesan_tidak_dapat_diubah(masuk):
    pesan = _pesan()

    jawaban = masuk(Peran.PPID_UTAMA).post(laman(pesan), {"judul": "Palsu"})

    assert (jawaban.status_code, Pesan.objects.get().judul) == (403, "Permohonan diterima")


def test_agenda_surat_hanya_dibaca(masuk, berkas_sementara):
    surat = Surat.objects.create(
        kode="KODE", jenis="tanda_bukti", judul="Tanda Bukti", nomor="001/TB/PPID/XI/2026",
        tahun=2026, urut=1, tanggal=date(2026, 11, 6), perkara="permohonan:1",
        rujukan="permohonan:1/1", berkas=berkas(),
    )  # fmt: skip
    auditor = masuk(Peran.AUDITOR)

    dibaca = [auditor.get(alamat).status_code for alamat in (daftar(Surat), laman(surat))]
    diubah = auditor.post(laman(surat), {"nomor": "Palsu"}).status_code

    assert (dibaca, diubah, Surat.objects.get().nomor) == ([200, 200], 403, "001/TB/PPID/XI/2026")


@pytest.mark.parametrize("banyak", [1, 3])
def test_daftar_pesan_memakai_kueri_yang_tetap(masuk, django_assert_num_queries, banyak):
    for n in range(banyak):
        _pesan(kunci=str(n))
    petugas = masuk(Peran.PETUGAS)

    with django_assert_num_queries(8):
        petugas.get(daftar(Pesan))


@pytest.mark.parametrize("banyak", [1, 3])
def test_daftar_unit_memakai_kueri_yang_tetap(masuk, django_assert_num_queries, banyak):
    for _ in range(banyak):
        UnitFactory(induk=UnitFactory())
    petugas = masuk(Peran.PETUGAS)

    with django_assert_num_queries(8):
        petugas.get(daftar(Unit))
