"""Units, appointments, and who is told: the nearest holder of an office."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ppid_portal.kernel.models import Penugasan, Unit
from ppid_portal.kernel.pejabat import pemegang
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory, PenugasanFactory, UnitFactory

HARI = date(2026, 11, 6)


@pytest.fixture
def pohon(db):
    """A body with two agencies, one of which has a unit of its own."""
    pemda = UnitFactory(nama="Pemda", jenis="pemda")
    dinas = UnitFactory(nama="Dinas", induk=pemda)
    upt = UnitFactory(nama="UPT", induk=dinas)
    lain = UnitFactory(nama="Badan", induk=pemda)
    return pemda, dinas, upt, lain


# --- the tree


def test_jalur_menyebut_semua_induk(pohon):
    pemda, dinas, upt, _lain = pohon

    assert pemda.jalur == f"/{pemda.pk}/"
    assert upt.jalur == f"/{pemda.pk}/{dinas.pk}/{upt.pk}/"


def test_pindah_induk_membawa_semua_bawahan(pohon):
    pemda, dinas, upt, lain = pohon

    dinas.induk = lain
    dinas.save()

    assert Unit.objects.get(pk=dinas.pk).jalur == f"/{pemda.pk}/{lain.pk}/{dinas.pk}/"
    assert Unit.objects.get(pk=upt.pk).jalur == f"/{pemda.pk}/{lain.pk}/{dinas.pk}/{upt.pk}/"
    assert set(Unit.objects.beserta_bawahan([lain.jalur])) == {lain, dinas, upt}


def test_lepas_dari_induk_menjadi_puncak(pohon):
    _pemda, dinas, upt, _lain = pohon

    dinas.induk = None
    dinas.save()

    assert Unit.objects.get(pk=upt.pk).jalur == f"/{dinas.pk}/{upt.pk}/"


def test_beserta_bawahan_tidak_mengambil_awalan_angka_yang_mirip(db):
    satu = UnitFactory(pk=1)
    dua_belas = UnitFactory(pk=12)
    bawahan = UnitFactory(pk=121, induk=dua_belas)

    assert set(Unit.objects.beserta_bawahan([satu.jalur])) == {satu}
    assert set(Unit.objects.beserta_bawahan([dua_belas.jalur])) == {dua_belas, bawahan}
    assert list(Unit.objects.beserta_bawahan([])) == []


def test_unit_tidak_dapat_berada_di_bawah_bawahannya(pohon):
    pemda, _dinas, upt, _lain = pohon
    pemda.induk = upt

    with pytest.raises(ValidationError) as ditolak:
        pemda.full_clean()

    assert ditolak.value.message_dict == {
        "induk": ["Unit tidak dapat berada di bawah dirinya sendiri."]
    }


def test_hanya_unit_aktif(pohon):
    pemda, dinas, upt, lain = pohon
    Unit.objects.filter(pk=lain.pk).update(aktif=False)

    assert set(Unit.objects.aktif()) == {pemda, dinas, upt}


def test_nama_tampil_memakai_singkatan_bila_ada(db):
    assert str(UnitFactory(nama="Dinas Kesehatan", singkatan="Dinkes")) == "Dinkes"
    assert str(UnitFactory(nama="Dinas Kesehatan")) == "Dinas Kesehatan"


# --- appointments


def test_peran_berunit_melihat_unitnya_dan_bawahannya(pohon):
    _pemda, dinas, upt, _lain = pohon
    siti = PenggunaFactory(nama="Siti", peran=Peran.PPID_PELAKSANA, unit=dinas)

    pelaku = siti.sebagai_pelaku(HARI)
    assert (pelaku.pengguna_id, pelaku.nama) == (siti.pk, "Siti")
    assert (pelaku.peran, pelaku.unit) == ({Peran.PPID_PELAKSANA}, {dinas.pk, upt.pk})


def test_unit_dibedakan_menurut_peran_yang_dipegang_di_sana(pohon):
    _pemda, dinas, upt, lain = pohon
    siti = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)
    PenugasanFactory(pengguna=siti, peran="kepala_opd", unit=lain)

    pelaku = siti.sebagai_pelaku(HARI)
    assert pelaku.unit == {dinas.pk, upt.pk, lain.pk}
    assert pelaku.unit_sebagai(Peran.PPID_PELAKSANA) == {dinas.pk, upt.pk}
    assert pelaku.unit_sebagai(Peran.KEPALA_OPD) == {lain.pk}
    assert pelaku.unit_sebagai(Peran.PPID_PELAKSANA, Peran.KEPALA_OPD) == pelaku.unit
    assert pelaku.unit_sebagai(Peran.PEJABAT_PENGHUBUNG) == frozenset()


def test_peran_umum_tidak_membawa_unit(pohon):
    pemda, *_ = pohon
    budi = PenggunaFactory(peran=Peran.PPID_UTAMA, unit=pemda)

    assert budi.sebagai_pelaku(HARI).unit == frozenset()


def test_peran_rangkap_digabung(pohon):
    _pemda, dinas, _upt, lain = pohon
    siti = PenggunaFactory(peran=Peran.PETUGAS)
    for unit in (dinas, lain):
        PenugasanFactory(pengguna=siti, peran=Peran.KEPALA_OPD.value, unit=unit)

    pelaku = siti.sebagai_pelaku(HARI)
    assert pelaku.peran == {Peran.PETUGAS, Peran.KEPALA_OPD}
    assert {dinas.pk, lain.pk} < pelaku.unit
    assert pelaku.memegang(Peran.KEPALA_OPD, Peran.AUDITOR) is True
    assert pelaku.memegang(Peran.AUDITOR) is False


@pytest.mark.parametrize(
    ("mulai", "sampai", "berlaku"),
    [
        ("2026-11-06", None, True),
        ("2026-11-06", "2026-11-06", True),
        ("2026-11-07", None, False),
        ("2026-01-01", "2026-11-05", False),
    ],
)
def test_penugasan_berlaku_menurut_tanggalnya(db, mulai, sampai, berlaku):
    siti = PenggunaFactory()
    PenugasanFactory(pengguna=siti, peran="petugas", mulai=mulai, sampai=sampai)

    assert siti.sebagai_pelaku(HARI).memegang(Peran.PETUGAS) is berlaku


def test_akun_yang_dinonaktifkan_tidak_memegang_apa_pun(db):
    siti = PenggunaFactory(peran=Peran.PETUGAS, is_active=False)

    assert siti.sebagai_pelaku(HARI).peran == frozenset()


def test_pengelola_teknis_tanpa_penugasan_bukan_pejabat(db):
    assert PenggunaFactory(pengelola=True).sebagai_pelaku(HARI).peran == frozenset()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"peran": "kepala_opd"}, {"unit": ["Peran ini dipegang untuk satu unit: pilih unitnya."]}),
        (
            {"peran": "petugas", "mulai": HARI, "sampai": date(2026, 11, 5)},
            {"__all__": ["Tanggal akhir mendahului tanggal mulai."]},
        ),
    ],
)
def test_penugasan_yang_keliru_ditolak_formulir_dan_basis_data(db, isi, pesan):
    siti = PenggunaFactory()
    keliru = Penugasan(pengguna=siti, **({"mulai": HARI} | isi))

    with pytest.raises(ValidationError) as ditolak:
        keliru.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        keliru.save()

    for bidang, kata in pesan.items():
        assert ditolak.value.message_dict[bidang] == kata


# --- who is told


def test_pemegang_di_unit_itu(pohon):
    _pemda, dinas, _upt, lain = pohon
    siti = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=lain)

    assert pemegang([Peran.PPID_PELAKSANA], HARI, dinas) == [siti]


def test_tanpa_pemegang_naik_ke_induk_terdekat(pohon):
    pemda, dinas, upt, _lain = pohon
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=pemda)
    siti = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)

    assert pemegang([Peran.PPID_PELAKSANA], HARI, upt) == [siti]


def test_pemegang_di_unit_sendiri_menutup_induknya(pohon):
    _pemda, dinas, upt, _lain = pohon
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)
    budi = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=upt)

    assert pemegang([Peran.PPID_PELAKSANA], HARI, upt) == [budi]


def test_setiap_peran_mencari_tingkatnya_sendiri(pohon):
    pemda, dinas, upt, _lain = pohon
    pelaksana = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=upt)
    kepala = PenggunaFactory(peran=Peran.KEPALA_OPD, unit=dinas)
    utama = PenggunaFactory(peran=Peran.PPID_UTAMA, unit=pemda)
    PenggunaFactory(peran=Peran.AUDITOR)

    diminta = [Peran.PPID_PELAKSANA, Peran.KEPALA_OPD, Peran.PPID_UTAMA]
    assert pemegang(diminta, HARI, upt) == [pelaksana, kepala, utama]


def test_pemegang_rangkap_disebut_sekali(pohon):
    _pemda, dinas, _upt, _lain = pohon
    siti = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)
    PenugasanFactory(pengguna=siti, peran="kepala_opd", unit=dinas)
    PenugasanFactory(pengguna=siti, peran="ppid_utama")

    diminta = [Peran.PPID_PELAKSANA, Peran.KEPALA_OPD, Peran.PPID_UTAMA]
    assert pemegang(diminta, HARI, dinas) == [siti]


def test_penugasan_yang_berakhir_tidak_menutup_induk(pohon):
    _pemda, dinas, upt, _lain = pohon
    siti = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)
    lama = PenggunaFactory()
    PenugasanFactory(pengguna=lama, peran="ppid_pelaksana", unit=upt, sampai=date(2026, 11, 5))
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=upt, is_active=False)

    assert pemegang([Peran.PPID_PELAKSANA], HARI, upt) == [siti]


def test_peran_berunit_tanpa_unit_tidak_menyebut_siapa_pun(pohon):
    _pemda, dinas, _upt, _lain = pohon
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=dinas)

    assert pemegang([Peran.PPID_PELAKSANA], HARI) == []


def test_unit_satu_peran_tidak_berlaku_untuk_peran_lain(db):
    satu, dua = UnitFactory(), UnitFactory()
    pengguna = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=satu)
    PenugasanFactory(pengguna=pengguna, peran=Peran.PEJABAT_PENGHUBUNG, unit=dua)

    pelaku = pengguna.sebagai_pelaku()

    assert pelaku.unit == {satu.pk, dua.pk}
    assert pelaku.unit_sebagai(Peran.PPID_PELAKSANA) == {satu.pk}
    assert pelaku.unit_sebagai(Peran.PEJABAT_PENGHUBUNG) == {dua.pk}
    assert pelaku.unit_sebagai(Peran.KEPALA_OPD) == frozenset()
