"""Facets: what can be filtered by, how many there are, and that nothing hidden is counted."""

import pytest

from informasi import queries
from informasi.models import IndeksInformasi
from informasi.queries import sql
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import UnitFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tiga(db):
    satu = UnitFactory(slug="dinas-satu", singkatan="Dinas Satu")
    dua = UnitFactory(slug="dinas-dua", singkatan="Dinas Dua")
    anggaran = {"kelompok": "Keuangan", "kelas": "berkala", "terbit": True}
    InformasiFactory(unit=satu, judul="APBD 2024", tahun=2024, bentuk=["pdf", "excel"], **anggaran)
    InformasiFactory(unit=dua, judul="APBD 2025", tahun=2025, bentuk=["pdf"], **anggaran)
    InformasiFactory(unit=dua, judul="Sejarah", kelompok="Profil", tahun=2025, terbit=True)


def angka(pilah):
    return {p.nilai: p.jumlah for p in pilah}


def judul(hasil):
    return sorted(b.informasi.judul for b in hasil.butir)


def test_setiap_saringan_menyebut_jumlahnya(tiga):
    hasil = queries.cari()

    assert angka(hasil.kelompok) == {"Keuangan": 2, "Profil": 1}
    assert [(p.nilai, p.jumlah) for p in hasil.tahun] == [("2025", 2), ("2024", 1)]
    assert {p.label: p.jumlah for p in hasil.bentuk} == {"PDF": 2, "Excel": 1}


@pytest.mark.parametrize(
    ("saringan", "isi"),
    [
        ({"kelompok": "Keuangan"}, ["APBD 2024", "APBD 2025"]),
        ({"tahun": "2025"}, ["APBD 2025", "Sejarah"]),
        ({"bentuk": "excel"}, ["APBD 2024"]),
        ({"tahun": "2025", "bentuk": "pdf", "kelas": "berkala"}, ["APBD 2025"]),
        ({"tahun": "2025", "bentuk": "excel"}, []),
        ({"kelompok": "Tidak ada"}, []),
        ({"tahun": "dua ribu"}, []),
        ({"tahun": "²"}, []),
        ({"tahun": "9" * 30}, []),
        ({"bentuk": "kertas"}, []),
        ({"kelompok": "a\x00b"}, []),
    ],
)
@pytest.mark.parametrize("q", ["", "apbd sejarah"])
def test_saringan_menyisakan_yang_cocok(tiga, saringan, isi, q):
    hasil = queries.cari(q, **saringan)

    assert (judul(hasil), hasil.jumlah) == (isi, len(isi))


def test_jumlah_satu_saringan_mengikuti_saringan_lain(tiga):
    hasil = queries.cari(unit="dinas-dua", tahun="2025")

    assert angka(hasil.unit) == {"dinas-dua": 2}
    assert angka(hasil.tahun) == {"2025": 2}
    assert angka(hasil.kelompok) == {"Keuangan": 1, "Profil": 1}
    assert [p.nilai for p in hasil.tahun if p.dipilih] == ["2025"]


def test_pilihan_yang_kosong_tetap_terlihat(tiga):
    hasil = queries.cari(tahun="1999")

    assert [(p.nilai, p.jumlah, p.dipilih) for p in hasil.tahun] == [
        ("2025", 2, False), ("2024", 1, False), ("1999", 0, True),
    ]  # fmt: skip


def test_di_atas_batas_hitungan_tersaring_tetap_benar(tiga, monkeypatch):
    monkeypatch.setattr(sql, "PALING_BANYAK", 1)
    monkeypatch.setattr("informasi.queries.pencarian.PALING_BANYAK", 1)

    hasil = queries.cari("apbd", tahun="2024")

    assert (judul(hasil), hasil.jumlah) == (["APBD 2024"], 1)


def test_yang_dikecualikan_tidak_tersaring_lewat_kolom_di_luar_dik():
    InformasiFactory(
        terbit=True, kelas="dikecualikan", kelompok="Rahasiaku", tahun=2021, bentuk=["pdf"]
    )
    hasil = queries.cari()

    assert (hasil.kelompok, hasil.tahun, hasil.bentuk) == ((), (), ())
    assert queries.cari(tahun="2021").butir == ()


def test_draf_tidak_ikut_dihitung():
    InformasiFactory(kelompok="Rahasiaku", tahun=2021)
    InformasiFactory(ditarik=True, kelompok="Rahasiaku", tahun=2021)

    assert queries.cari().kelompok == ()
    assert IndeksInformasi.objects.count() == 0


def test_saringan_ada_di_alamat_dan_dapat_dihapus(client, tiga):
    halaman = client.get("/informasi/", {"q": "apbd", "tahun": "2024", "bentuk": "pdf"})

    isi = halaman.content.decode()
    assert '<option value="2024" selected>2024 (1)</option>' in isi
    assert '<option value="pdf" selected>PDF (1)</option>' in isi
    assert '<a href="/informasi/?q=apbd">Hapus saringan</a>' in isi
