"""Identity data at rest: ciphertext in the database, keys that may change, nothing to search in."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone

from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.sandi import (
    ABJAD_RAHASIA,
    InvalidToken,
    buka_sandi,
    indeks_buta,
    rahasia_baru,
    rahasia_cocok,
    samarkan,
    samarkan_nama,
    samarkan_surel,
    sandikan,
    sidik_rahasia,
)

SUREL = "siti@contoh.id"


def _pesan(tujuan=SUREL, kunci="a"):
    return Pesan.objects.create(
        kunci=kunci, kanal="surel", tujuan=tujuan, judul="Judul", isi="", perkara="permohonan:1",
        kirim_setelah=timezone.now(),
    )  # fmt: skip


def _mentah(pesan, kolom="tujuan"):
    with connection.cursor() as kursor:
        kursor.execute(f"SELECT {kolom} FROM kernel_pesan WHERE id = %s", [pesan.pk])
        return kursor.fetchone()[0]


def test_basis_data_hanya_menyimpan_sandi(db):
    pesan = _pesan()

    mentah = _mentah(pesan)
    pesan.refresh_from_db()
    assert pesan.tujuan == SUREL
    assert mentah.startswith("gAAAA")
    assert "siti" not in mentah
    assert buka_sandi(mentah.encode()) == SUREL.encode()


def test_isi_yang_sama_tersandi_berbeda(db):
    assert _mentah(_pesan()) != _mentah(_pesan(kunci="b"))


def test_teks_kosong_tetap_kosong(db):
    pesan = _pesan()

    pesan.refresh_from_db()
    assert (_mentah(pesan, "isi"), pesan.isi) == ("", "")


def test_kunci_baru_tetap_membuka_data_lama(db, settings):
    settings.KUNCI_DATA = ["lama"]
    lama = _pesan()
    settings.KUNCI_DATA = ["baru", "lama"]
    baru = _pesan(kunci="b")

    assert [p.tujuan for p in Pesan.objects.order_by("pk")] == [SUREL, SUREL]
    settings.KUNCI_DATA = ["baru"]
    assert Pesan.objects.get(pk=baru.pk).tujuan == SUREL
    with pytest.raises(InvalidToken):
        Pesan.objects.get(pk=lama.pk)


def test_tanpa_kunci_tidak_ada_yang_disimpan(db, settings):
    settings.KUNCI_DATA = []

    with pytest.raises(ImproperlyConfigured):
        _pesan()


@pytest.mark.parametrize("cari", ["icontains", "startswith", "in", "gt", "iexact", "regex"])
def test_kolom_bersandi_tidak_dapat_dicari(db, cari):
    with pytest.raises(TypeError, match="indeks buta"):
        Pesan.objects.filter(**{f"tujuan__{cari}": ["siti"] if cari == "in" else "siti"}).exists()


def test_indeks_buta_mengabaikan_spasi_dan_huruf_besar():
    assert indeks_buta("3201 0101 9001 0001") == indeks_buta("3201010190010001")
    assert indeks_buta("Siti@Contoh.ID") == indeks_buta(SUREL)
    assert indeks_buta("siti@contoh.com") != indeks_buta(SUREL)
    assert indeks_buta("  ") == ""


def test_indeks_buta_bergantung_pada_kunci_tertua(settings):
    settings.KUNCI_DATA = ["lama"]
    semula = indeks_buta(SUREL)

    settings.KUNCI_DATA = ["baru", "lama"]
    sesudah = indeks_buta(SUREL)
    settings.KUNCI_DATA = ["baru"]

    assert (sesudah == semula, indeks_buta(SUREL) == semula) == (True, False)


def test_isi_berkas_disandikan():
    tersandi = sandikan(b"KTP")

    assert (tersandi != b"KTP", buka_sandi(tersandi)) == (True, b"KTP")


def test_rahasia_mudah_dibaca_dan_tidak_berulang():
    rahasia = [rahasia_baru() for _ in range(50)]

    assert [len(r) for r in rahasia] == [14] * 50
    assert {h for r in rahasia for h in r} <= {*ABJAD_RAHASIA, "-"}
    assert len(set(rahasia)) == 50


def test_rahasia_cocok_walau_ditulis_tanpa_tanda_hubung():
    sidik = sidik_rahasia("12", "KQ7M-XPDA-9FTR")

    assert rahasia_cocok("12", "kq7m xpda 9ftr", sidik) is True
    assert rahasia_cocok("13", "KQ7M-XPDA-9FTR", sidik) is False
    assert rahasia_cocok("12", "KQ7M-XPDA-9FTA", sidik) is False


@pytest.mark.parametrize(
    ("samar", "hasil"),
    [
        (samarkan("3201010190010001"), "3201••••••••0001"),
        (samarkan("12345678"), "••••••••"),
        (samarkan_nama("Budi Santoso"), "B••• S••••••"),
        (samarkan_surel(SUREL), "s•••@contoh.id"),
        (samarkan_surel("bukan surel"), "buka•••urel"),
    ],
)
def test_samaran(samar, hasil):
    assert samar == hasil
