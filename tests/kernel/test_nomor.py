"""Register numbers: no gap, no duplicate, also when two people submit at once."""

import threading
from datetime import date

import pytest
from django.db import connection, transaction

from ppid_portal.kernel.models import Penomoran
from ppid_portal.kernel.nomor import nomor_berikut, tulis_nomor


def test_nomor_berurutan_per_seri_dan_tahun(db):
    urut = [nomor_berikut(*kunci) for kunci in [("a", 2026), ("a", 2026), ("b", 2026), ("a", 2027)]]

    assert urut == [1, 2, 1, 1]


@pytest.mark.django_db(transaction=True)
def test_nomor_di_luar_transaksi_ditolak():
    with pytest.raises(RuntimeError):
        nomor_berikut("a", 2026)

    assert Penomoran.objects.count() == 0


def test_bentuk_nomor_menurut_badan():
    bentuk = "{urut:03d}/{kode}/PPID/{bulan}/{tahun}"

    assert tulis_nomor(bentuk, 14, date(2026, 11, 6), "SKP") == "014/SKP/PPID/XI/2026"


def _pakai(hasil, mulai, ambil, lanjut, *, batal):
    """Take a number in a transaction of this thread's own; report, wait, then keep or give back."""
    try:
        mulai.wait(10)
        with transaction.atomic():
            nomor = nomor_berikut("uji", 2026)
            ambil.set()
            lanjut.wait(10)
            if batal:
                transaction.set_rollback(True)
            else:
                hasil.append(nomor)
    finally:
        connection.close()


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("batal", "nomor"), [(True, [1]), (False, [1, 2])])
def test_dua_transaksi_serentak_tanpa_celah_dan_tanpa_kembar(batal, nomor):
    hasil, segera = [], threading.Event()
    segera.set()
    diambil, lanjut, kedua = threading.Event(), threading.Event(), threading.Event()
    satu = threading.Thread(
        target=_pakai, args=(hasil, segera, diambil, lanjut), kwargs={"batal": batal}
    )
    dua = threading.Thread(
        target=_pakai, args=(hasil, diambil, kedua, segera), kwargs={"batal": False}
    )
    satu.start()
    dua.start()

    assert diambil.wait(10)
    assert kedua.wait(0.3) is False  # the second waits while the first is undecided
    lanjut.set()
    satu.join(10)
    dua.join(10)

    assert sorted(hasil) == nomor
    assert Penomoran.objects.get().terakhir == len(nomor)


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_delapan_pengajuan_serentak_mendapat_delapan_nomor():
    hasil, mulai = [], threading.Barrier(8)
    segera = threading.Event()
    segera.set()

    def ajukan(batal):
        mulai.wait(10)
        _pakai(hasil, segera, threading.Event(), segera, batal=batal)

    pekerja = [threading.Thread(target=ajukan, args=(n % 4 == 3,)) for n in range(8)]
    for satu in pekerja:
        satu.start()
    for satu in pekerja:
        satu.join(20)

    assert sorted(hasil) == [1, 2, 3, 4, 5, 6]  # two were given back
