"""The update duty: what is stale is said to the public, and its unit is reminded step by step."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from informasi import actions, tasks
from informasi.models import Informasi, PengingatInformasi, PeristiwaInformasi
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.peran import SISTEM, Peran
from ppid_portal.situs.meja import papan
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
DULU = datetime(2026, 3, 2, 3, tzinfo=UTC)  # six months later: Wednesday 2 September 2026
BATAS = date(2026, 9, 2)


@pytest.fixture
def unit(db):
    return UnitFactory()


@pytest.fixture
def pelaksana(unit):
    return PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit)


def berkala(unit, pada=DULU, **isian):
    informasi = InformasiFactory(terbit=True, kelas="berkala", unit=unit, **isian)
    return actions.perbarui(informasi, SISTEM, pada=pada)


def tujuan(mulai="pengingat/informasi"):
    return sorted(p.tujuan for p in Pesan.objects.filter(kunci__startswith=mulai))


def isi(jawaban):
    return " ".join(jawaban.content.decode().split())


@pytest.mark.parametrize(
    ("hari", "tingkat", "siapa"),
    [
        (date(2026, 8, 26), None, []),
        (date(2026, 8, 28), "h-3", ["pelaksana"]),
        (date(2026, 9, 1), "h-1", ["pelaksana"]),
        (BATAS, "h-0", ["pelaksana"]),
        (date(2026, 9, 3), "h+1", ["pelaksana", "kepala"]),
        (date(2026, 9, 7), "h+3", ["pelaksana", "kepala", "ppid"]),
    ],
)
def test_tangga_pengingat_pembaruan(hari, tingkat, siapa, unit, pelaksana):
    orang = {
        "pelaksana": pelaksana,
        "kepala": PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit),
        "ppid": PenggunaFactory(peran=Peran.PPID_UTAMA),
    }
    PenggunaFactory(peran=Peran.PPID_PELAKSANA)  # of another unit
    berkala(unit)

    tasks.ingatkan_tenggat(hari.isoformat())

    assert [p.tingkat for p in PengingatInformasi.objects.all()] == ([tingkat] if tingkat else [])
    assert tujuan() == sorted(orang[nama].email for nama in siapa)


def test_pengingat_tidak_pernah_dua_kali_dan_satu_surel_untuk_semua(unit, pelaksana):
    for n in range(12):
        berkala(unit, judul=f"Laporan {n:02d}")

    jumlah = [actions.ingatkan_tenggat(date(2026, 9, 1)) for _ in range(2)]

    pesan = Pesan.objects.get(kunci__startswith="pengingat/informasi")
    disebut = [b.removeprefix("- ") for b in pesan.isi.splitlines() if b.startswith("- ")]
    assert jumlah == [12, 0]
    assert pesan.judul.endswith(": 12 informasi berkala perlu diperbarui dalam 1 hari kerja")
    assert disebut == [f"Laporan {n:02d}" for n in range(10)]
    assert [b for b in pesan.isi.splitlines() if b.startswith("dan ")] == ["dan 2 lainnya"]


def test_yang_sudah_sampai_anak_tangga_terakhir_tidak_dibaca_lagi(unit, pelaksana):
    berkala(unit)
    actions.ingatkan_tenggat(date(2026, 9, 7))

    with CaptureQueriesContext(
        connection,
    ) as kueri:
        jumlah = actions.ingatkan_tenggat(date(2026, 9, 8))

    dikunci = [k["sql"] for k in kueri.captured_queries if "FOR UPDATE" in k["sql"]]
    assert (jumlah, dikunci) == (0, [])


def test_yang_diperbarui_dan_yang_ditarik_tidak_diingatkan(unit, pelaksana):
    actions.perbarui(berkala(unit), SISTEM, pada=datetime(2026, 8, 31, 3, tzinfo=UTC))
    ppid = PenggunaFactory(peran=Peran.PPID_UTAMA).sebagai_pelaku()
    actions.tarik(berkala(unit), ppid, alasan="Salah unggah")

    assert actions.ingatkan_tenggat(date(2026, 9, 7)) == 0


def test_umum_membaca_sejak_kapan_isinya_tidak_diperbarui(client, unit):
    usang = berkala(unit, pada=datetime(2020, 3, 2, 3, tzinfo=UTC), judul="Neraca lama")
    InformasiFactory(terbit=True, kelas="berkala", unit=unit, judul="Neraca baru")

    laman = isi(client.get(usang.get_absolute_url()))
    daftar = isi(client.get("/informasi/"))

    assert laman.count("Belum diperbarui sejak 2 Maret 2020") == 1
    assert daftar.count("Belum diperbarui sejak 2 Maret 2020") == 1
    assert isi(client.get("/informasi/neraca-baru/")).count("Belum diperbarui") == 0


def test_jumlah_kueri_daftar_tidak_ikut_banyaknya_yang_usang(client, unit):
    def kueri():
        with CaptureQueriesContext(connection) as tercatat:
            client.get("/informasi/")
        return len(tercatat)

    berkala(unit, pada=datetime(2020, 3, 2, 3, tzinfo=UTC))
    satu = kueri()
    for _ in range(4):
        berkala(unit, pada=datetime(2020, 3, 2, 3, tzinfo=UTC))

    assert kueri() == satu


def test_papan_unit_menyebut_yang_usang_miliknya(unit, pelaksana):
    lama = datetime(2020, 3, 2, 3, tzinfo=UTC)
    berkala(unit, pada=lama, judul="Milik unit")
    berkala(UnitFactory(), pada=lama, judul="Milik unit lain")
    InformasiFactory(terbit=True, kelas="berkala", unit=unit, judul="Mutakhir")

    bagian = {b["judul"]: b for b in papan(pelaksana.sebagai_pelaku())}

    usang = bagian["Informasi berkala yang perlu diperbarui"]
    assert [(b["judul"], b["nada"]) for b in usang["baris"]] == [("Milik unit", "lewat")]


# --- the outbox of the register


def test_usul_kembali_dan_terbit_dikabarkan(unit, pelaksana):
    ppid = PenggunaFactory(peran=Peran.PPID_UTAMA)
    penulis = pelaksana.sebagai_pelaku()
    informasi = actions.catat(Informasi(judul="APBD", kelas="setiap_saat", unit=unit), penulis)
    informasi = actions.usulkan(informasi, penulis)
    informasi = actions.kembalikan(informasi, ppid.sebagai_pelaku(), alasan="Judul kurang jelas")
    informasi = actions.usulkan(informasi, penulis)
    actions.terbitkan(informasi, ppid.sebagai_pelaku())

    assert tasks.olah_peristiwa() == 5
    assert tasks.olah_peristiwa() == 0

    pesan = list(Pesan.objects.order_by("pk"))
    assert [(p.judul, p.tujuan) for p in pesan] == [
        ("Menunggu telaah: APBD", ppid.email),
        ("Dikembalikan: APBD", pelaksana.email),
        ("Menunggu telaah: APBD", ppid.email),
        ("Diumumkan: APBD", pelaksana.email),
    ]
    assert [b for b in pesan[1].isi.splitlines() if b.startswith("Alasan")] == [
        "Alasan: Judul kurang jelas"
    ]


def test_kerja_sistem_tidak_mengabari_siapa_pun(unit, pelaksana):
    InformasiFactory(terbit=True, kelas="berkala", unit=unit)

    assert actions.olah_peristiwa() == 4
    assert Pesan.objects.count() == 0
    assert PeristiwaInformasi.objects.filter(diolah_pada__isnull=True).count() == 0


def test_peristiwa_yang_gagal_diulang_dan_tidak_menahan_yang_lain(unit, pelaksana, monkeypatch):
    PenggunaFactory(peran=Peran.PPID_UTAMA)
    penulis = pelaksana.sebagai_pelaku()
    for judul in ("Rusak", "Baik"):
        butir = actions.catat(Informasi(judul=judul, kelas="setiap_saat", unit=unit), penulis)
        actions.usulkan(butir, penulis)
    asli = actions.waktu.kabari

    def kadang_gagal(peristiwa):
        if peristiwa.perkara.judul == "Rusak":
            raise RuntimeError
        return asli(peristiwa)

    monkeypatch.setattr(actions.waktu, "kabari", kadang_gagal)
    actions.olah_peristiwa()
    assert [p.judul for p in Pesan.objects.all()] == ["Menunggu telaah: Baik"]

    monkeypatch.undo()
    assert actions.olah_peristiwa() == 1
    assert sorted(p.judul for p in Pesan.objects.all()) == [
        "Menunggu telaah: Baik", "Menunggu telaah: Rusak",
    ]  # fmt: skip
