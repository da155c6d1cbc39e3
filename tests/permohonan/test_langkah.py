"""The officers' steps and their records: who may, what is demanded, what follows."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from permohonan import actions, queries
from permohonan.enums import (
    Aksi,
    AksiDisposisi,
    CaraMemperoleh,
    CaraSalinan,
    KategoriBerkas,
    Keputusan,
    Status,
    StatusDisposisi,
)
from permohonan.models import Permohonan
from ppid_portal.kernel.galat import BukanWewenang, FormBasi, TransisiDitolak
from ppid_portal.kernel.peran import Pelaku
from tests.factories.kernel import UnitFactory
from tests.factories.permohonan import (
    PETUGAS,
    PPID,
    SENIN,
    PermohonanFactory,
    berpejabat,
    dikabulkan,
    ditolak,
    pdf,
    putuskan,
    unit_pelaksana,
)

pytestmark = pytest.mark.django_db
ASING = Pelaku(frozenset())


def segar(perkara):
    return type(perkara).objects.get(pk=perkara.pk)


# --- decisions
CACAT = [
    ({"keputusan": Keputusan.DITOLAK, "penguasaan": "dikuasai"}, "butir_ditolak_berdasar"),
    (ditolak() | {"konsekuensi": ""}, "butir_ditolak_berdasar"),
    (ditolak() | {"dasar_penolakan": "17j"}, "butir_huruf_j_menyebut_uu"),
    (dikabulkan(materi=""), "butir_dikabulkan_menyebut_materi"),
    (
        dikabulkan() | {"keputusan": Keputusan.DIKABULKAN_SEBAGIAN},
        "butir_sebagian_menyebut_hitam",
    ),
    (
        {"keputusan": Keputusan.TIDAK_DIKUASAI, "penguasaan": "dikuasai"},
        "butir_tidak_dikuasai_beralasan",
    ),
]


@pytest.mark.parametrize(("keputusan", "pagar"), CACAT)
def test_keputusan_cacat_ditolak_pintu(keputusan, pagar):
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)

    with pytest.raises(ValidationError):
        putuskan(permohonan, keputusan, SENIN)

    assert permohonan.butir.get().keputusan == ""


@pytest.mark.parametrize(("keputusan", "pagar"), CACAT)
def test_keputusan_cacat_ditolak_basis_data(keputusan, pagar):
    butir = PermohonanFactory(pada=SENIN).butir

    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        butir.update(**keputusan)

    assert pagar in str(galat.value)


def test_jawaban_tidak_boleh_berbeda_dari_keputusan_butir():
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)
    putuskan(permohonan, ditolak(), SENIN, diserahkan=[])

    with pytest.raises(TransisiDitolak):
        actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.KABULKAN, pada=SENIN)


def test_salinan_lunak_dikabulkan_harus_ada_berkas():
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)
    putuskan(permohonan, dikabulkan(), SENIN, diserahkan=[])

    with pytest.raises(TransisiDitolak):
        actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.KABULKAN, pada=SENIN)


def test_selain_salinan_lunak_harus_menyebut_bentuk():
    permohonan = PermohonanFactory(
        telaah=True, pada=SENIN, cara_memperoleh=CaraMemperoleh.MELIHAT, cara_salinan=""
    )
    putuskan(permohonan, dikabulkan(), SENIN, diserahkan=[])

    with pytest.raises(ValidationError) as galat:
        actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.KABULKAN, pada=SENIN)

    assert list(galat.value.message_dict) == ["bentuk"]
    assert segar(permohonan).status == Status.TELAAH_PPID


def test_ditolak_tidak_menyerahkan_berkas():
    permohonan = PermohonanFactory(telaah=True, pada=SENIN)
    putuskan(permohonan, ditolak(), SENIN)

    with pytest.raises(ValidationError):
        actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.TOLAK, pada=SENIN)

    assert segar(permohonan).status == Status.TELAAH_PPID


def test_jawaban_menarik_disposisi_yang_masih_terbuka():
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)
    putuskan(permohonan, ditolak(), SENIN)

    actions.kirim_jawaban(permohonan, PPID, aksi=Aksi.TOLAK, pada=SENIN)

    assert permohonan.disposisi.get().status == StatusDisposisi.DITARIK


def test_berkas_pemohon_tidak_dapat_diserahkan():
    permohonan = PermohonanFactory(
        telaah=True, pada=SENIN, lampiran=[(pdf("ktp.pdf"), KategoriBerkas.IDENTITAS)]
    )

    putuskan(permohonan, dikabulkan(), SENIN, diserahkan=list(permohonan.berkas.all()))

    assert [b.kategori for b in permohonan.berkas.filter(diserahkan=True)] == ["jawaban"]


def test_form_yang_basi_ditolak():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)

    with pytest.raises(FormBasi):
        actions.disposisikan(
            permohonan,
            unit=[berpejabat(UnitFactory())],
            instruksi="x",
            pelaku=PPID,
            versi=permohonan.versi - 1,
            pada=SENIN,
        )


@pytest.mark.parametrize("aksi", sorted(actions.LANGKAH))
def test_orang_asing_tidak_boleh_satu_langkah_pun(aksi):
    baris = next(t for t in Permohonan.alur.transisi if t.aksi == aksi)
    permohonan = PermohonanFactory(pada=SENIN)
    with connection.cursor() as kursor:
        kursor.execute("SET LOCAL session_replication_role = replica")
        kursor.execute("UPDATE permohonan_permohonan SET status = %s", [baris.dari[0].value])
        kursor.execute("SET LOCAL session_replication_role = origin")

    with pytest.raises(BukanWewenang):
        actions.LANGKAH[aksi](segar(permohonan), ASING)


# --- handing over
def test_unduhan_terakhir_menyelesaikan_permohonan():
    permohonan = PermohonanFactory(dikabulkan=True, pada=SENIN)
    berkas = permohonan.berkas.get(diserahkan=True)

    for _ in range(2):
        actions.catat_unduhan(berkas, SENIN)

    assert segar(permohonan).status == Status.SELESAI
    (peristiwa,) = permohonan.peristiwa.filter(aksi=Aksi.SERAHKAN)
    assert (peristiwa.peran, peristiwa.data) == ("sistem", {"bukti": "diunduh pemohon"})


def test_unduhan_tidak_menyelesaikan_yang_diambil_langsung():
    permohonan = PermohonanFactory(dikabulkan=True, pada=SENIN, cara_salinan=CaraSalinan.SUREL)

    actions.catat_unduhan(permohonan.berkas.get(diserahkan=True), SENIN)

    assert segar(permohonan).status == Status.DIKABULKAN


def test_penyerahan_tanpa_bukti_ditolak():
    permohonan = PermohonanFactory(dikabulkan=True, pada=SENIN)

    with pytest.raises(ValidationError) as galat:
        actions.serahkan(permohonan, PETUGAS, pada=SENIN)

    assert list(galat.value.message_dict) == ["bukti"]


def test_promosi_mengumumkan_jawaban_sekali():
    unit = berpejabat(UnitFactory())
    permohonan = PermohonanFactory(dikabulkan=True, pada=SENIN, unit=unit)
    isian = {
        "judul": "Rencana Kerja 2026",
        "ringkasan": "Rencana kerja dinas.",
        "unit": unit,
        "kelas": "setiap_saat",
        "berkas": list(permohonan.berkas.filter(diserahkan=True)),
        "pelaku": PPID,
    }

    informasi = actions.promosikan(permohonan, **isian)

    assert (informasi.status, permohonan.butir.get().informasi) == ("terbit", informasi)
    with pytest.raises(TransisiDitolak):
        actions.promosikan(permohonan, **isian)


def test_perjalanan_dari_awal_sampai_akhir():
    permohonan = PermohonanFactory(selesai=True, pada=SENIN)

    assert [langkah.judul for langkah in queries.perjalanan(permohonan)] == [
        "Permohonan diterima dan didaftarkan",
        "Permohonan dinyatakan lengkap",
        "Permohonan diteruskan ke unit",
        "Jawaban unit diterima PPID",
        "Permohonan dikabulkan",
        "Informasi diserahkan",
    ]


def test_langkah_disposisi_seluruhnya_lewat_pintu():
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)
    disposisi = permohonan.disposisi.get()

    actions.terima(disposisi, pelaku=unit_pelaksana(disposisi.unit), pada=SENIN)

    assert [p.aksi for p in disposisi.peristiwa.order_by("urut")] == [
        AksiDisposisi.TUGASKAN,
        AksiDisposisi.TERIMA,
    ]
