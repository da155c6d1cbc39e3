"""The kernel's tables at the desk: who may look, who may change, and what an act does."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ppid_portal.kernel.models import (
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
from tests.kernel.contoh_meja import daftar, laman, tindakan, tombol

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.lambat,
    pytest.mark.usefixtures("templat_unfold"),
]


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
