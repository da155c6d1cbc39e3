"""A workflow table: what it refuses at import, and what it answers."""

from datetime import date

import pytest

from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Alur, Konteks, Tenggat, Transisi
from ppid_portal.kernel.galat import TransisiDitolak
from ppid_portal.kernel.peran import Pelaku, Peran

PETUGAS = Pelaku(frozenset({Peran.PETUGAS}))
JAWAB = Tenggat(
    kunci="jawab",
    judul="Jawab",
    versi=((date(2010, 4, 30), 10), (date(2020, 1, 1), 7)),
    dasar="ps. 1",
)


def _baris(aksi, dari, ke, **isi):
    bawaan = {"oleh": frozenset({Peran.PETUGAS}), "dasar": "ps. 1"}
    return Transisi(aksi=aksi, dari=dari, ke=ke, **(bawaan | isi))


ALUR = Alur(
    "uji",
    (
        _baris("tulis", (BELUM_ADA,), "baru", mulai=(JAWAB,)),
        _baris("catat", ("baru",), TETAP, syarat=(lambda perkara, konteks: perkara.keberatan,)),
        _baris("tutup", ("baru", "lama"), "selesai"),
    ),
)


class _Perkara:
    def __init__(self, status, keberatan=""):
        self.status, self.keberatan = status, keberatan


def test_baris_tanpa_dasar_hukum_ditolak():
    with pytest.raises(ValueError, match=r"^uji: tutup tanpa dasar hukum\.$"):
        Alur("uji", (_baris("tutup", ("baru",), "selesai", dasar=""),))


def test_baris_kembar_ditolak():
    kembar = _baris("tutup", ("lama",), "selesai")

    with pytest.raises(ValueError, match=r"^uji: lama/tutup tertulis dua kali\.$"):
        Alur("uji", (*ALUR.transisi, kembar))


def test_status_langkah_dan_akhir_menurut_tabel():
    assert ALUR.status == {"baru", "selesai"}
    assert ALUR.akhir == {"selesai"}
    assert ALUR.langkah == [("", "baru"), ("baru", "selesai"), ("lama", "selesai")]
    assert ALUR.tenggat == {"jawab": JAWAB}


def test_cari_baris():
    assert ALUR.cari("baru", "tutup").ke == "selesai"
    with pytest.raises(TransisiDitolak):
        ALUR.cari("selesai", "tutup")


@pytest.mark.parametrize(
    ("perkara", "pelaku", "langkah"),
    [
        (_Perkara("baru"), PETUGAS, ["catat", "tutup"]),
        (_Perkara("baru", keberatan="belum lengkap"), PETUGAS, ["tutup"]),
        (_Perkara("selesai"), PETUGAS, []),
        (_Perkara("baru"), Pelaku(frozenset({Peran.AUDITOR})), []),
    ],
)
def test_langkah_yang_tersedia(perkara, pelaku, langkah):
    konteks = Konteks(pelaku, date(2026, 11, 6))

    assert [baris.aksi for baris in ALUR.tersedia(perkara, konteks)] == langkah


@pytest.mark.parametrize(
    ("pada", "panjang"), [("2010-04-30", 10), ("2019-12-31", 10), ("2020-01-01", 7)]
)
def test_panjang_tenggat_menurut_hari_berlaku(pada, panjang):
    assert JAWAB.panjang(date.fromisoformat(pada)) == panjang


def test_tenggat_sebelum_dasarnya_berlaku_ditolak():
    with pytest.raises(ValueError, match="belum berlaku pada 2010-04-29"):
        JAWAB.panjang(date(2010, 4, 29))


def test_gambar_alur():
    assert ALUR.mermaid() == (
        "stateDiagram-v2\n"
        "    [*] --> baru: tulis\n"
        "    baru --> selesai: tutup\n"
        "    lama --> selesai: tutup\n"
        "    selesai --> [*]"
    )
