"""How well the search answers real questions over the real rows."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from informasi.queries import sinonim
from informasi.queries.mutu import ukur
from tests.factories.informasi import InformasiFactory

KUERI = settings.BASE_DIR / "tests" / "informasi" / "kueri.csv"
pytestmark = pytest.mark.django_db


def berkas(folder, isi):
    satu = folder / "kueri.csv"
    satu.write_text(isi)
    return satu


@pytest.mark.lambat
def test_yang_dicari_ada_di_tiga_teratas_pada_95_dari_100(impor):
    impor()
    call_command("muat_sinonim", stdout=StringIO())
    sinonim.lupakan()

    mutu = ukur(KUERI)

    assert (mutu.jumlah >= 60, mutu.persen_tiga >= 95) == (True, True), mutu.meleset


def test_yang_meleset_disebut_dengan_apa_yang_muncul(tmp_path):
    InformasiFactory(terbit=True, judul="Laporan Keuangan")
    InformasiFactory(terbit=True, judul="Daftar Aset")
    keluar = StringIO()

    isi = "kueri,judul\nlaporan keuangan,Laporan Keuangan\ndaftar aset,Daftar Harta\n"
    call_command("mutu_pencarian", "--berkas", str(berkas(tmp_path, isi)), stdout=keluar)

    assert keluar.getvalue().splitlines() == [
        "“daftar aset”: Daftar Harta tidak di tiga teratas; ada: Daftar Aset",
        "2 kueri: pertama 1 (50.0 %), tiga teratas 1 (50.0 %).",
    ]


def test_berkas_tanpa_kolomnya_ditolak(tmp_path):
    with pytest.raises(CommandError, match="tidak terbaca"):
        call_command("mutu_pencarian", "--berkas", str(berkas(tmp_path, "a,b\n1,2\n")))
