"""Dispositions: to whom, until when, and what each step of a unit does to the request."""

import pytest
from django.core.exceptions import ValidationError

from permohonan import actions, queries
from permohonan.enums import (
    Aksi,
    Status,
    StatusDisposisi,
)
from permohonan.models import Disposisi
from ppid_portal.kernel.galat import BerkasDitolak, BukanWewenang, TransisiDitolak
from ppid_portal.kernel.models import Penugasan
from ppid_portal.kernel.peran import PEMOHON, Pelaku, Peran
from tests.factories.kernel import PenggunaFactory, UnitFactory
from tests.factories.permohonan import (
    PPID,
    SENIN,
    PermohonanFactory,
    berpejabat,
    pdf,
    unit_pelaksana,
)

pytestmark = pytest.mark.django_db
ASING = Pelaku(frozenset())


def segar(perkara):
    return type(perkara).objects.get(pk=perkara.pk)


def test_disposisi_ke_beberapa_unit_masing_masing_bertenggat():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    unit = [berpejabat(UnitFactory()), berpejabat(UnitFactory())]

    hasil = actions.disposisikan(
        permohonan, unit=unit, instruksi="Cari", lama_hari=5, pelaku=PPID, pada=SENIN
    )

    assert [(d.unit, str(segar(d).batas_waktu)) for d in hasil] == [
        (satu, "2026-02-09") for satu in unit
    ]
    assert queries.pemegang(segar(permohonan)) == f"{unit[0].nama} dan {unit[1].nama}"


@pytest.mark.parametrize("lama", [0, 11])
def test_waktu_unit_di_luar_batas_ditolak(lama):
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    with pytest.raises(ValidationError) as galat:
        actions.disposisikan(
            permohonan,
            unit=[berpejabat(UnitFactory())],
            instruksi="x",
            lama_hari=lama,
            pelaku=PPID,
            pada=SENIN,
        )

    assert list(galat.value.message_dict) == ["lama_hari"]
    assert segar(permohonan).status == Status.TERDAFTAR_LENGKAP


def test_waktu_unit_tidak_melewati_batas_jawaban():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    with pytest.raises(ValidationError):
        actions.disposisikan(
            permohonan,
            unit=[berpejabat(UnitFactory())],
            instruksi="x",
            lama_hari=4,
            pelaku=PPID,
            pada=SENIN.replace(day=11),
        )

    assert Disposisi.objects.count() == 0


def test_unit_yang_sudah_memegang_tidak_mendapat_dua_disposisi():
    unit = berpejabat(UnitFactory())
    permohonan = PermohonanFactory(diproses=True, unit=unit, pada=SENIN)

    with pytest.raises(ValidationError) as galat:
        actions.disposisikan(permohonan, unit=[unit], instruksi="x", pelaku=PPID, pada=SENIN)

    assert list(galat.value.message_dict) == ["unit"]


def test_jawaban_terakhir_membawa_permohonan_ke_telaah():
    unit = [berpejabat(UnitFactory()), berpejabat(UnitFactory())]
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    pertama, kedua = actions.disposisikan(
        permohonan, unit=unit, instruksi="x", pelaku=PPID, pada=SENIN
    )

    keadaan = []
    for disposisi in (pertama, kedua):
        actions.jawab(disposisi, jawaban="Ada", pelaku=unit_pelaksana(disposisi.unit), pada=SENIN)
        keadaan.append(segar(permohonan).status)

    assert keadaan == [Status.DIPROSES, Status.TELAAH_PPID]


def test_berkas_jawaban_yang_ditolak_tidak_mengirim_jawaban(folder_berkas):
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)
    disposisi = permohonan.disposisi.get()

    with pytest.raises(BerkasDitolak):
        actions.jawab(
            disposisi,
            jawaban="Ada",
            berkas=[pdf(), pdf("program.exe")],
            pelaku=unit_pelaksana(disposisi.unit),
            pada=SENIN,
        )

    assert segar(disposisi).status == StatusDisposisi.DITUGASKAN
    assert [p for p in folder_berkas.rglob("*") if p.is_file()] == []


@pytest.mark.parametrize("aksi", ["terima", "jawab", "kembalikan"])
def test_unit_lain_dan_orang_asing_tidak_memegang_disposisi(aksi):
    disposisi = PermohonanFactory(diproses=True, pada=SENIN).disposisi.get()
    isian = {"terima": {}, "jawab": {"jawaban": "x"}, "kembalikan": {"alasan": "x"}}[aksi]

    with pytest.raises(TransisiDitolak):
        getattr(actions, aksi)(disposisi, pelaku=unit_pelaksana(berpejabat(UnitFactory())), **isian)
    with pytest.raises(BukanWewenang):
        getattr(actions, aksi)(disposisi, pelaku=ASING, **isian)

    assert segar(disposisi).status == StatusDisposisi.DITUGASKAN


def test_dikembalikan_tercatat_di_permohonan_tanpa_terlihat_pemohon():
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)
    disposisi = permohonan.disposisi.get()

    actions.kembalikan(
        disposisi, alasan="Bukan kami", pelaku=unit_pelaksana(disposisi.unit), pada=SENIN
    )

    peristiwa = permohonan.peristiwa.get(aksi=Aksi.CATAT_KEMBALI)
    assert (peristiwa.alasan, peristiwa.data) == ("Bukan kami", {"unit": disposisi.unit.nama})
    assert segar(permohonan).status == Status.DIPROSES
    assert "Bukan kami" not in str(queries.perjalanan(permohonan))


def test_minta_ulang_mengembalikan_permohonan_ke_unit():
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)
    disposisi = permohonan.disposisi.get()

    actions.minta_ulang(disposisi, alasan="Lampiran kurang", pelaku=PPID, pada=SENIN)

    assert (segar(disposisi).status, segar(permohonan).status) == (
        StatusDisposisi.DIKERJAKAN,
        Status.DIPROSES,
    )


def test_minta_ulang_setelah_dijawab_ditolak():
    permohonan = PermohonanFactory(dikabulkan=True, pada=SENIN)

    with pytest.raises(TransisiDitolak):
        actions.minta_ulang(permohonan.disposisi.get(), alasan="x", pelaku=PPID, pada=SENIN)


def test_permohonan_dicabut_menarik_disposisi():
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)

    actions.cabut(permohonan, pelaku=PEMOHON, pada=SENIN)

    assert permohonan.disposisi.get().status == StatusDisposisi.DITARIK


def test_unit_terakhir_ditarik_maka_jawaban_lain_ditelaah():
    unit = [berpejabat(UnitFactory()), berpejabat(UnitFactory())]
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    pertama, kedua = actions.disposisikan(
        permohonan, unit=unit, instruksi="x", pelaku=PPID, pada=SENIN
    )
    actions.jawab(pertama, jawaban="Ada", pelaku=unit_pelaksana(unit[0]), pada=SENIN)

    actions.tarik(kedua, alasan="Sudah cukup", pelaku=PPID, pada=SENIN)

    assert segar(permohonan).status == Status.TELAAH_PPID


# --- nobody would hear of it
def test_disposisi_ke_unit_tanpa_pejabat_ditolak_dengan_namanya():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    kosong = UnitFactory(nama="Dinas Tanpa Pejabat")
    ada = berpejabat(UnitFactory())

    with pytest.raises(ValidationError) as galat:
        actions.disposisikan(permohonan, unit=[ada, kosong], instruksi="x", pelaku=PPID, pada=SENIN)

    assert galat.value.message_dict == {
        "unit": [
            "Belum ada PPID Pelaksana untuk Dinas Tanpa Pejabat, sehingga disposisi ini tidak akan "
            "dibaca siapa pun. Minta pengelola mencatat penugasannya di menu Pengguna, atau pilih "
            "unit lain."
        ]
    }
    assert (segar(permohonan).status, Disposisi.objects.count()) == (Status.TERDAFTAR_LENGKAP, 0)


def test_pejabat_unit_di_atasnya_cukup():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    bawahan = UnitFactory(induk=berpejabat(UnitFactory()))

    actions.disposisikan(permohonan, unit=[bawahan], instruksi="x", pelaku=PPID, pada=SENIN)

    assert segar(permohonan).status == Status.DIPROSES


def test_kepala_tanpa_pelaksana_atau_tugas_yang_berakhir_tidak_cukup():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    unit = UnitFactory()
    PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit)
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit)
    Penugasan.objects.filter(peran=Peran.PPID_PELAKSANA.value).update(sampai=SENIN.date())

    with pytest.raises(ValidationError):
        actions.disposisikan(permohonan, unit=[unit], instruksi="x", pelaku=PPID, pada=SENIN)
