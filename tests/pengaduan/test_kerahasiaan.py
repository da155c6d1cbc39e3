"""Secrecy: a sealed case exists for the Inspektorat alone, an identity for the desk alone."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from pengaduan import actions
from pengaduan.enums import Aksi, JenisTanggapan, Status
from pengaduan.models import AksesPengaduan, Pelapor, Pengaduan
from pengaduan.rules import BukaIdentitas, buka_identitas
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.peran import PELAPOR, PERAN_PEJABAT, SISTEM, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan
from ppid_portal.kernel.pesan import antrekan
from tests.factories.kernel import PenggunaFactory
from tests.factories.pengaduan import PelaporFactory, PengaduanFactory, saat
from tests.pengaduan.conftest import INSPEKTORAT, KOORDINATOR

LAIN = [p for p in PERAN_PEJABAT if p != Peran.INSPEKTORAT]
DAFTAR = "admin:pengaduan_pengaduan_changelist"
LIHAT = "admin:pengaduan_pengaduan_change"


def sebagai(client, peran, unit=None, **isian):
    pengguna = PenggunaFactory(peran=peran, unit=unit, **isian)
    client.force_login(pengguna, backend="django.contrib.auth.backends.ModelBackend")
    return pengguna


@pytest.fixture
def tersegel(terverifikasi):
    """A case that a unit held before it was sealed."""
    jalankan(terverifikasi, Aksi.SEGEL, KOORDINATOR, alasan="Pejabat.", pada=saat("2026-04-08"))
    return Pengaduan.objects.get(pk=terverifikasi.pk)


# --- who sees which


@pytest.mark.parametrize("peran", LAIN)
def test_laporan_tertutup_tidak_ada_bagi_peran_lain(tersegel, unit, peran):
    PengaduanFactory(tertutup=True)
    siapa = Pelaku(frozenset({peran}), unit=frozenset({unit.pk}))

    assert list(Pengaduan.objects.terlihat_oleh(siapa)) == []


def test_inspektorat_melihat_yang_tertutup_saja(tersegel):
    langsung = PengaduanFactory(tertutup=True)
    PengaduanFactory()

    assert set(Pengaduan.objects.terlihat_oleh(INSPEKTORAT)) == {tersegel, langsung}


def test_inspektorat_melihat_juga_yang_dipegang_unitnya(terverifikasi, unit):
    siapa = Pelaku(
        frozenset({Peran.INSPEKTORAT, Peran.PEJABAT_PENGHUBUNG}), unit=frozenset({unit.pk})
    )

    assert list(Pengaduan.objects.terlihat_oleh(siapa)) == [terverifikasi]


@pytest.mark.parametrize(
    ("peran", "jumlah"),
    [
        (Peran.ADMIN_KOORDINATOR, 2),
        (Peran.KEPALA_DAERAH, 2),
        (Peran.AUDITOR, 2),
        (Peran.PEJABAT_PENGHUBUNG, 1),
        (Peran.KEPALA_OPD, 1),
        (Peran.PPID_PELAKSANA, 0),
        (Peran.PPID_UTAMA, 0),
        (Peran.PETUGAS, 0),
        (Peran.INSPEKTORAT, 0),
    ],
)
def test_siapa_melihat_laporan_biasa(terverifikasi, unit, peran, jumlah):
    PengaduanFactory()
    siapa = Pelaku(frozenset({peran}), unit=frozenset({unit.pk}))

    assert Pengaduan.objects.terlihat_oleh(siapa).count() == jumlah


def test_unit_lain_tidak_melihat(terverifikasi, penghubung_lain):
    assert list(Pengaduan.objects.terlihat_oleh(penghubung_lain)) == []


def test_unit_lama_tidak_melihat_setelah_mengembalikan(terverifikasi, penghubung):

    actions.kembalikan_disposisi(terverifikasi, alasan="Bukan kami.", pelaku=penghubung)

    assert list(Pengaduan.objects.terlihat_oleh(penghubung)) == []


# --- once sealed, for ever


def test_segel_tidak_dapat_dibuka_walau_lewat_sql(tersegel):
    with connection.cursor() as kursor:
        kursor.execute(
            "UPDATE pengaduan_pengaduan SET tertutup = false WHERE id = %s", [tersegel.pk]
        )
    tersegel.refresh_from_db()

    assert tersegel.tertutup is True


def test_laporan_tertutup_yang_selesai_tetap_tertutup_dan_dibuka_kembali_tertutup(tersegel):
    actions.beri_tanggapan(
        tersegel, tanggapan="Diperiksa.", jenis=JenisTanggapan.RENCANA, pelaku=INSPEKTORAT,
        tanggal=saat("2026-05-04").date(), pada=saat("2026-04-20"),
    )  # fmt: skip
    selesai = jalankan(tersegel, Aksi.SELESAIKAN, INSPEKTORAT, pada=saat("2026-04-21"))
    assert (selesai.status, selesai.tertutup) == (Status.SELESAI, True)
    assert list(Pengaduan.objects.terlihat_oleh(KOORDINATOR)) == []

    hasil = actions.balas(
        selesai, balasan="Belum.", aksi=Aksi.BUKA_KEMBALI_TERTUTUP, pelaku=PELAPOR,
        pada=saat("2026-04-22"),
    )  # fmt: skip

    assert hasil.status == Status.WBS


def test_laporan_berkadar_pengawasan_tidak_dapat_terbuka(baru):
    with pytest.raises(IntegrityError, match="pengaduan_berkadar_tertutup"), transaction.atomic():
        Pengaduan.objects.filter(pk=baru.pk).update(klasifikasi="berkadar_pengawasan")


# --- who sees whom


@pytest.mark.parametrize(
    ("kerahasiaan", "peran", "tingkat"),
    [
        ("terbuka", Peran.ADMIN_KOORDINATOR, BukaIdentitas.UTUH),
        ("rahasia", Peran.ADMIN_KOORDINATOR, BukaIdentitas.UTUH),
        ("terbuka", Peran.PEJABAT_PENGHUBUNG, BukaIdentitas.NAMA),
        ("rahasia", Peran.PEJABAT_PENGHUBUNG, BukaIdentitas.TERTUTUP),
        ("rahasia", Peran.KEPALA_OPD, BukaIdentitas.TERTUTUP),
        ("terbuka", Peran.KEPALA_DAERAH, BukaIdentitas.TERTUTUP),
        ("terbuka", Peran.AUDITOR, BukaIdentitas.TERTUTUP),
        ("terbuka", Peran.INSPEKTORAT, BukaIdentitas.TERTUTUP),
    ],
)
def test_siapa_melihat_pelapor(terverifikasi, unit, kerahasiaan, peran, tingkat):
    terverifikasi.kerahasiaan = kerahasiaan
    siapa = Pelaku(frozenset({peran}), unit=frozenset({unit.pk}))

    assert buka_identitas(terverifikasi, siapa) == tingkat


def test_pelapor_laporan_tertutup_hanya_bagi_inspektorat(tersegel):
    assert buka_identitas(tersegel, INSPEKTORAT) == BukaIdentitas.UTUH
    assert buka_identitas(tersegel, KOORDINATOR) == BukaIdentitas.TERTUTUP


def test_identitas_tersandi_di_basis_data(baru):
    with connection.cursor() as kursor:
        kursor.execute("SELECT string_agg(p::text, ' ') FROM pengaduan_pelapor p")
        isi = kursor.fetchone()[0].casefold()

    rahasia = ("siti", "rahmawati", "contoh.id", "0812", "melati")
    assert [kata for kata in rahasia if kata in isi] == []
    assert Pelapor.objects.get().nama == "Siti Rahmawati"


# --- the desk's own pages


@pytest.mark.parametrize("peran", LAIN)
@pytest.mark.lambat
@pytest.mark.ignore_template_errors
def test_meja_menyembunyikan_laporan_tertutup(client, tersegel, unit, peran):
    sebagai(client, peran, unit if peran in {Peran.PEJABAT_PENGHUBUNG, Peran.KEPALA_OPD} else None)
    tiada = tersegel.pk + 1000
    jawaban = {}
    for pk in (tersegel.pk, tiada):
        alamat = [
            reverse(LIHAT, args=[pk]),
            reverse("admin:pengaduan_pengaduan_history", args=[pk]),
            reverse("admin:pengaduan_pengaduan_aksi", args=[pk, Aksi.TANGGAPI]),
        ]
        hasil = [client.get(satu) for satu in alamat]
        jawaban[pk] = [(h.status_code, h.headers.get("Location")) for h in hasil]
    cari = client.get(reverse(DAFTAR), {"q": tersegel.nomor})

    assert jawaban[tersegel.pk] == jawaban[tiada]
    assert tersegel.judul not in cari.content.decode()


@pytest.mark.lambat
@pytest.mark.ignore_template_errors  # Unfold's own
def test_pengelola_teknis_tidak_masuk_meja_pengaduan(client, tersegel):
    sebagai(client, None, is_superuser=True)

    assert client.get(reverse(DAFTAR)).status_code == 403
    assert client.get(reverse(LIHAT, args=[tersegel.pk])).status_code == 403


@pytest.mark.lambat
@pytest.mark.ignore_template_errors  # Unfold's own
def test_inspektorat_membuka_dan_pembukaan_tercatat(client, tersegel):
    pengguna = sebagai(client, Peran.INSPEKTORAT)
    jawaban = client.get(reverse(LIHAT, args=[tersegel.pk]))

    assert jawaban.status_code == 200
    assert "Siti Rahmawati" in jawaban.content.decode()
    assert list(AksesPengaduan.objects.order_by("pk").values_list("oleh", "lingkup")) == [
        (pengguna.pk, "tertutup"),
        (pengguna.pk, "identitas"),
    ]


@pytest.mark.parametrize(
    ("peran", "kerahasiaan", "nama", "kontak"),
    [
        (Peran.ADMIN_KOORDINATOR, "rahasia", True, True),
        (Peran.PEJABAT_PENGHUBUNG, "terbuka", True, False),
        (Peran.PEJABAT_PENGHUBUNG, "rahasia", False, False),
        (Peran.KEPALA_DAERAH, "terbuka", False, False),
        (Peran.AUDITOR, "terbuka", False, False),
    ],
)
@pytest.mark.lambat
@pytest.mark.ignore_template_errors
def test_halaman_laporan_hanya_memuat_identitas_bagi_yang_berhak(
    client, kalender, unit, peran, kerahasiaan, nama, kontak
):
    pengaduan = actions.teruskan(
        PengaduanFactory(kerahasiaan=kerahasiaan), aksi=Aksi.TERUSKAN_PENGADUAN, unit=unit,
        pelaku=KOORDINATOR,
    )  # fmt: skip
    sebagai(client, peran, unit if peran == Peran.PEJABAT_PENGHUBUNG else None)
    isi = client.get(reverse(LIHAT, args=[pengaduan.pk])).content.decode()

    assert pengaduan.judul in isi
    assert ("Siti Rahmawati" in isi, "siti@contoh.id" in isi) == (nama, kontak)


@pytest.mark.lambat
@pytest.mark.ignore_template_errors
def test_tombol_meja_mengikuti_tabel(client, terverifikasi, unit):
    sebagai(client, Peran.PEJABAT_PENGHUBUNG, unit)
    tombol = client.get(reverse(LIHAT, args=[terverifikasi.pk])).context["tombol"]
    assert [satu["label"] for satu in tombol] == [
        "Kembalikan ke koordinator",
        "Kirim tanggapan awal",
    ]

    alamat = reverse("admin:pengaduan_pengaduan_aksi", args=[terverifikasi.pk, Aksi.TANGGAP_AWAL])
    client.post(alamat, {"versi": terverifikasi.versi, "tanggapan": "Kami periksa."})

    terverifikasi.refresh_from_db()
    assert (terverifikasi.status, terverifikasi.tanggapan.get().isi) == (
        Status.DIPROSES,
        "Kami periksa.",
    )


@pytest.mark.lambat
@pytest.mark.ignore_template_errors
def test_koordinator_meneruskan_lewat_meja(client, baru, unit):
    sebagai(client, Peran.ADMIN_KOORDINATOR)
    alamat = reverse("admin:pengaduan_pengaduan_aksi", args=[baru.pk, Aksi.TERUSKAN_ASPIRASI])
    client.post(alamat, {"versi": baru.versi, "unit": unit.pk, "instruksi": "Mohon ditanggapi."})

    baru.refresh_from_db()
    assert (baru.status, baru.unit, baru.klasifikasi) == (Status.TERVERIFIKASI, unit, "aspirasi")
    assert baru.penugasan.get().instruksi == "Mohon ditanggapi."


# --- messages


def kotak():
    return [(p.tujuan, p.judul, p.isi, p.perkara) for p in Pesan.objects.order_by("pk")]


def test_surel_pejabat_tanpa_data_pelapor(terverifikasi, unit):
    penghubung = PenggunaFactory(peran=Peran.PEJABAT_PENGHUBUNG, unit=unit)
    koordinator = PenggunaFactory(peran=Peran.ADMIN_KOORDINATOR)
    assert actions.olah() == 2
    pejabat = {koordinator.email, penghubung.email}
    surel = [isi for isi in kotak() if isi[0] in pejabat]

    assert {isi[0] for isi in surel} == pejabat
    bocor = ("Siti", "siti@", "0812", "Melati", "Lampu", "balai desa")
    assert [kata for isi in surel for kata in bocor if kata in " ".join(isi)] == []


def test_surel_pelapor_memuat_nomor_dan_kode_sekali(kalender):
    _pengaduan, kode = actions.ajukan(
        pengaduan=PengaduanFactory.build(), pelapor=PelaporFactory(), pelaku=PELAPOR,
        pada=saat("2026-04-06"),
    )  # fmt: skip
    actions.olah()
    [(tujuan, judul, isi, _perkara)] = kotak()

    assert (tujuan, judul) == ("siti@contoh.id", "Laporan 001/ADU/IV/2026 kami terima")
    assert (isi.count(kode), isi.count("Kamis, 9 April 2026")) == (1, 1)
    assert actions.olah() == 0


def test_kabar_laporan_tertutup_hanya_ke_inspektorat_dan_tidak_bercerita(kalender):
    inspektorat = PenggunaFactory(peran=Peran.INSPEKTORAT)
    for peran in LAIN:
        PenggunaFactory(peran=peran)
    pengaduan = PengaduanFactory(tertutup=True)
    actions.olah()
    actions.ingatkan(saat("2026-07-08"))
    semua = kotak()

    assert {isi[0] for isi in semua} == {"siti@contoh.id", inspektorat.email}
    assert {isi[3] for isi in semua} == {"tertutup"}
    bocor = (pengaduan.nomor, "Lampu", "aporan tertutup", "Inspektorat", "Siti Rahmawati")
    assert [kata for isi in semua for kata in bocor if kata in " ".join(isi)] == []


def test_pelapor_anonim_tidak_disurati(kalender):
    PengaduanFactory(anonim=True)

    assert actions.olah() == 1
    assert kotak() == []


@pytest.mark.parametrize("siapa", [PELAPOR, SISTEM])
def test_yang_bukan_pejabat_tidak_melihat_daftar(baru, siapa):
    assert list(Pengaduan.objects.terlihat_oleh(siapa)) == []


@pytest.mark.ignore_template_errors
@pytest.mark.django_db
def test_pesan_perkara_tertutup_tidak_tampak_di_daftar_pesan(client):
    petugas = PenggunaFactory(peran=Peran.PPID_UTAMA)
    for perkara in ("tertutup", "pengaduan:1"):
        antrekan(
            perkara, tujuan="a@contoh.id", judul=f"Judul {perkara}", isi="Isi", perkara=perkara
        )
    client.force_login(petugas, backend="django.contrib.auth.backends.ModelBackend")

    daftar = client.get("/admin/kernel/pesan/")

    assert [p.judul for p in daftar.context["cl"].result_list] == ["Judul pengaduan:1"]
