"""The tables are closed: every row lawful, every word used, every letter and message there."""

import pytest
from django.template.loader import get_template

from permohonan import surat
from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN
from permohonan.alur.syarat import status_dari_butir
from permohonan.enums import Aksi, AksiDisposisi, Keputusan, Status, StatusDisposisi
from permohonan.notifikasi import PEMBERITAHUAN, PEMBERITAHUAN_UNIT
from permohonan.queries import JUDUL_LANGKAH, SELANJUTNYA
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH

ALUR = [ALUR_PERMOHONAN, ALUR_DISPOSISI]


@pytest.mark.parametrize("alur", ALUR, ids=lambda a: a.nama)
def test_setiap_baris_menyebut_dasar_hukum(alur):
    assert [t.aksi for t in alur.transisi if not t.dasar.strip()] == []


@pytest.mark.parametrize(
    ("alur", "status"), [(ALUR_PERMOHONAN, Status), (ALUR_DISPOSISI, StatusDisposisi)]
)
def test_semua_status_dicapai(alur, status):
    assert alur.status == set(status.values)


@pytest.mark.parametrize(
    ("alur", "aksi"), [(ALUR_PERMOHONAN, Aksi), (ALUR_DISPOSISI, AksiDisposisi)]
)
def test_semua_aksi_dipakai(alur, aksi):
    assert {t.aksi for t in alur.transisi} == set(aksi.values)


def test_status_akhir_permohonan_persis_ini():
    assert ALUR_PERMOHONAN.akhir == {
        Status.SELESAI,
        Status.DITOLAK,
        Status.TIDAK_DIKUASAI,
        Status.DICABUT,
        Status.TIDAK_DILANJUTKAN,
    }


def test_status_akhir_disposisi_persis_ini():
    assert ALUR_DISPOSISI.akhir == {StatusDisposisi.DIKEMBALIKAN, StatusDisposisi.DITARIK}


def test_setiap_surat_di_tabel_punya_jenis_dan_penyusun():
    di_tabel = {t.surat for alur in ALUR for t in alur.transisi if t.surat}

    assert di_tabel | {surat.SK_PENOLAKAN} == set(surat.JENIS) == set(surat.PENYUSUN)


@pytest.mark.parametrize("jenis", surat.JENIS.values(), ids=lambda j: j.kunci)
def test_setiap_jenis_surat_punya_templat(jenis, settings):
    assert (settings.BASE_DIR / "templates" / jenis.templat).is_file()


def test_setiap_pemberitahuan_menyebut_langkah_yang_ada():
    assert set(PEMBERITAHUAN) - {KALENDER_BERUBAH} <= set(Aksi.values)
    assert set(PEMBERITAHUAN_UNIT) - {KALENDER_BERUBAH} <= set(AksiDisposisi.values)


@pytest.mark.parametrize(
    "templat",
    [
        *(f"{aksi}" for aksi, peran in PEMBERITAHUAN.items() if Peran.PEMOHON in peran),
        *(f"meja/{aksi}" for aksi, peran in PEMBERITAHUAN.items() if set(peran) - {Peran.PEMOHON}),
        *(f"unit/{aksi}" for aksi in PEMBERITAHUAN_UNIT),
        "pengingat",
    ],
)
def test_setiap_pemberitahuan_punya_surel(templat):
    assert get_template(f"permohonan/email/{templat}.txt")


def test_setiap_langkah_publik_punya_judul():
    publik = {t.aksi for t in ALUR_PERMOHONAN.transisi if t.publik} | {KALENDER_BERUBAH}

    assert set(JUDUL_LANGKAH) == publik


def test_setiap_status_yang_belum_akhir_punya_langkah_berikut():
    assert set(SELANJUTNYA) == set(Status) - ALUR_PERMOHONAN.akhir


@pytest.mark.parametrize(
    ("keputusan", "hasil"),
    [
        ([], None),
        (["", Keputusan.DITOLAK], None),
        ([Keputusan.DIKABULKAN, Keputusan.DIKABULKAN], Status.DIKABULKAN),
        ([Keputusan.DIKABULKAN, Keputusan.DITOLAK], Status.DIKABULKAN_SEBAGIAN),
        ([Keputusan.DIKABULKAN_SEBAGIAN], Status.DIKABULKAN_SEBAGIAN),
        ([Keputusan.DITOLAK, Keputusan.TIDAK_DIKUASAI], Status.DITOLAK),
        ([Keputusan.TIDAK_DIKUASAI], Status.TIDAK_DIKUASAI),
    ],
)
def test_keputusan_butir_menentukan_jawaban(keputusan, hasil):
    assert status_dari_butir(keputusan) == hasil
