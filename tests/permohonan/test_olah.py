"""The outbox: each event's letter and messages once, whole or not at all, and nothing about who asked."""

import logging
import re

import pytest

from permohonan import actions, surat
from permohonan.enums import Aksi, CaraMemperoleh, CaraSalinan, KategoriBerkas
from permohonan.models import Disposisi, PeristiwaPermohonan, Permohonan
from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.models import Penomoran, Pesan, Surat
from ppid_portal.kernel.models.pesan import Keadaan
from ppid_portal.kernel.pdf import GalatCetak
from ppid_portal.kernel.peran import PEMOHON, Peran
from tests.factories.kernel import PenggunaFactory
from tests.factories.permohonan import (
    PETUGAS,
    PPID,
    SENIN,
    PemohonFactory,
    PermohonanFactory,
    dikabulkan,
    ditolak,
    pdf,
    putuskan,
    unit_pelaksana,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def tanpa_cetak(monkeypatch):
    """Print nothing: these tests are about who gets what."""
    monkeypatch.setattr("ppid_portal.kernel.surat.cetak", lambda *a, **k: b"%PDF-1.7 contoh")


def jenis(permohonan):
    return sorted(Surat.objects.filter(perkara=permohonan.rujukan).values_list("jenis", flat=True))


@pytest.mark.lambat
def test_tanda_bukti_terbit_dan_terlampir_di_surel_pertama():
    permohonan = PermohonanFactory(pada=SENIN)

    assert actions.olah_peristiwa() == 1

    (bukti,) = Surat.objects.all()
    pesan = Pesan.objects.get()
    assert (bukti.jenis, bukti.nomor) == ("tanda_bukti", "001/TB/PPID/II/2026")
    assert baca(bukti.berkas)[:5] == b"%PDF-"
    assert list(pesan.berkas.all()) == [bukti.berkas]
    assert pesan.tujuan == permohonan.pemohon.surel


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("sifat", "isi"),
    [
        ("perlu_perbaikan", ["tanda_bukti", "tidak_lengkap"]),
        ("dikabulkan", ["pemberitahuan_tertulis", "tanda_bukti"]),
        ("ditolak", ["pemberitahuan_tertulis", "surat_keputusan_penolakan", "tanda_bukti"]),
    ],
)
def test_setiap_langkah_bersurat_menerbitkan_suratnya(sifat, isi):
    permohonan = PermohonanFactory(**{sifat: True}, pada=SENIN)

    actions.olah_peristiwa()

    assert jenis(permohonan) == isi
    assert PeristiwaPermohonan.objects.filter(diolah_pada__isnull=True).count() == 0


@pytest.mark.lambat
def test_lembar_disposisi_terbit_tanpa_nama_pemohon():
    permohonan = PermohonanFactory(diproses=True, pada=SENIN)
    disposisi = Disposisi.objects.get()

    actions.olah_peristiwa()

    lembar = Surat.objects.get(perkara=disposisi.rujukan)
    data = surat.PENYUSUN["lembar_disposisi"](disposisi.peristiwa.get(aksi="tugaskan"))
    assert (lembar.jenis, data["nomor_pendaftaran"]) == ("lembar_disposisi", permohonan.nomor)
    assert permohonan.pemohon.nama not in str(data)


@pytest.mark.lambat
def test_surat_perpanjangan_menyebut_batas_lama_dan_baru():
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    actions.perpanjang(
        permohonan, PPID, alasan_perpanjangan="belum_dikuasai", alasan="Dicari.", pada=SENIN
    )

    peristiwa = permohonan.peristiwa.get(aksi=Aksi.PERPANJANG)
    data = surat.PENYUSUN["perpanjangan"](peristiwa)

    assert surat.terbitkan_untuk(peristiwa).jenis == "perpanjangan"
    assert (data["batas"]["lama"], data["batas"]["baru"]) == (
        "Senin, 16 Februari 2026",
        "Rabu, 25 Februari 2026",
    )


@pytest.mark.lambat
def test_surat_yang_sama_tidak_terbit_dua_kali():
    peristiwa = PermohonanFactory(pada=SENIN).peristiwa.get()
    lebih_dahulu = surat.terbitkan_untuk(peristiwa)

    actions.olah_peristiwa()

    assert (Surat.objects.get(), Penomoran.objects.get(seri="surat").terakhir) == (lebih_dahulu, 1)


def test_salinan_keras_menyebut_bentuk_di_pemberitahuan():
    permohonan = PermohonanFactory(
        telaah=True,
        pada=SENIN,
        cara_memperoleh=CaraMemperoleh.SALINAN_KERAS,
        cara_salinan=CaraSalinan.AMBIL,
    )
    putuskan(permohonan, dikabulkan(), SENIN, diserahkan=[])
    actions.kirim_jawaban(
        permohonan, PPID, aksi=Aksi.KABULKAN, bentuk="Fotokopi 12 lembar", pada=SENIN
    )

    data = surat.PENYUSUN["pemberitahuan_tertulis"](permohonan.peristiwa.get(aksi=Aksi.KABULKAN))

    assert data["penyampaian"]["bentuk"] == "Fotokopi 12 lembar"


def test_surat_yang_gagal_menunggu_dan_tidak_menahan_yang_lain(monkeypatch, caplog):
    pertama = PermohonanFactory(pada=SENIN, pemohon=PemohonFactory(nama="Zulfikar Nasution"))
    kedua = PermohonanFactory(pada=SENIN)

    def cetak(templat, data, **_):
        if data["nomor_pendaftaran"] == pertama.nomor:
            raise GalatCetak(templat, "data tidak lengkap")
        return b"%PDF-1.7 contoh"

    monkeypatch.setattr("ppid_portal.kernel.surat.cetak", cetak)
    with caplog.at_level(logging.ERROR):
        assert actions.olah_peristiwa() == 1

    assert (jenis(pertama), jenis(kedua)) == ([], ["tanda_bukti"])
    assert pertama.peristiwa.get().diolah_pada is None
    assert "Zulfikar" not in caplog.text
    assert Penomoran.objects.get(seri="surat").terakhir == 1


def test_mati_di_antara_surat_dan_pesan_tidak_menyisakan_separuh(tanpa_cetak, monkeypatch):
    permohonan = PermohonanFactory(lengkap=True, pada=SENIN)
    sebelum = Pesan.objects.count()

    def mati(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as sementara:
        sementara.setattr("permohonan.actions.olah.kabari", mati)
        with pytest.raises(KeyboardInterrupt):
            actions.olah_peristiwa()
    separuh = (Surat.objects.count(), Pesan.objects.count())
    actions.olah_peristiwa()

    assert separuh == (0, sebelum)
    assert jenis(permohonan) == ["tanda_bukti"]


def test_peristiwa_yang_sudah_diolah_tidak_diolah_lagi(tanpa_cetak):
    PermohonanFactory(diproses=True, pada=SENIN)

    jumlah = [actions.olah_peristiwa() for _ in range(2)]

    assert jumlah == [4, 0]


def test_surel_pertama_tetap_terkirim_bila_surat_gagal(monkeypatch):
    def gagal(templat, data, **_):
        raise GalatCetak(templat, "x")

    monkeypatch.setattr("ppid_portal.kernel.surat.cetak", gagal)
    PermohonanFactory(pada=SENIN)
    actions.olah_peristiwa()

    assert Pesan.objects.get().keadaan == Keadaan.ANTRE


def test_pemohon_tanpa_surel_tidak_membuat_pesan(tanpa_cetak):
    PermohonanFactory(lengkap=True, pada=SENIN, pemohon=PemohonFactory(surel=""))

    actions.olah_peristiwa()

    assert Pesan.objects.count() == 0


def test_broker_mati_tidak_menggagalkan_permohonan(monkeypatch, django_capture_on_commit_callbacks):
    def putus(*_, **__):
        raise OSError

    monkeypatch.setattr("permohonan.actions.langkah.current_app.send_task", putus)
    with django_capture_on_commit_callbacks(execute=True) as panggilan:
        permohonan = PermohonanFactory()

    assert (len(panggilan), permohonan.urut) == (1, 1)


# --- nothing about who asked
@pytest.fixture
def jalan_penuh(tanpa_cetak, unit, pelaksana, petugas, ppid):
    """Walk a case through every notice to officers; returns the request."""
    PenggunaFactory(peran=Peran.ATASAN_PPID)
    PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit)
    permohonan = PermohonanFactory(
        diproses=True,
        unit=unit,
        pada=SENIN,
        tujuan="Skripsi di Universitas Contoh",
        lampiran=[(pdf("ktp.pdf"), KategoriBerkas.IDENTITAS)],
    )
    disposisi = permohonan.disposisi.get()
    pelaku = unit_pelaksana(unit)
    actions.jawab(disposisi, jawaban="Terlampir", berkas=[pdf()], pelaku=pelaku, pada=SENIN)
    actions.minta_ulang(disposisi, alasan="Kurang", pelaku=PPID, pada=SENIN)
    actions.kembalikan(disposisi, alasan="Bukan kami", pelaku=pelaku, pada=SENIN)
    permohonan.refresh_from_db()
    actions.cabut(permohonan, alasan="Sudah tidak perlu", pelaku=PEMOHON, pada=SENIN)
    actions.olah_peristiwa()
    return permohonan


def test_surel_pejabat_tidak_memuat_apa_pun_tentang_pemohon(jalan_penuh):
    pemohon = jalan_penuh.pemohon
    rahasia = [pemohon.nama, *pemohon.nama.split(), pemohon.nik, pemohon.surel, pemohon.telepon]
    rahasia += [pemohon.alamat, jalan_penuh.tujuan]
    kepada_pejabat = [p for p in Pesan.objects.all() if p.tujuan != pemohon.surel]

    bocor = {kata for p in kepada_pejabat for kata in rahasia if kata in p.judul + p.isi}

    assert bocor == set()
    assert len(kepada_pejabat) == 8
    assert {nama for p in kepada_pejabat for nama in p.berkas.values_list("nama", flat=True)} == {
        "lembar_disposisi-2-2026.pdf"
    }


def test_pemohon_mendapat_surel_setiap_langkah_publik(jalan_penuh):
    judul = {p.judul for p in Pesan.objects.all() if p.tujuan == jalan_penuh.pemohon.surel}
    nomor = jalan_penuh.nomor

    assert judul == {
        f"Permohonan informasi Anda terdaftar: {nomor}",
        f"Permohonan {nomor} dinyatakan lengkap",
        f"Permohonan {nomor} sedang dikerjakan",
        f"Permohonan {nomor} dicabut",
    }


def test_setiap_surel_pemohon_membawa_tautan_yang_membuka_permohonannya(jalan_penuh, client):
    kepada_pemohon = [p for p in Pesan.objects.all() if p.tujuan == jalan_penuh.pemohon.surel]
    tautan = [re.findall(r"http\S+(/permohonan/masuk/\S+)", p.isi) for p in kepada_pemohon]

    tujuan = [[client.get(satu).url for satu in semua] for semua in tautan]

    assert tujuan == [[jalan_penuh.get_absolute_url()]] * 4


def test_hanya_surel_pertama_memuat_kode_rahasia(jalan_penuh):
    kepada_pemohon = [p for p in Pesan.objects.all() if p.tujuan == jalan_penuh.pemohon.surel]

    memuat = [p.judul for p in kepada_pemohon if jalan_penuh.rahasia in p.isi]

    assert memuat == [f"Permohonan informasi Anda terdaftar: {jalan_penuh.nomor}"]


@pytest.mark.parametrize(
    ("sifat", "judul"),
    [
        ("perlu_perbaikan", "Permohonan {} perlu dilengkapi"),
        ("dikabulkan", "Permohonan {} dikabulkan"),
        ("ditolak", "Jawaban atas permohonan {}"),
        ("selesai", "Informasi untuk permohonan {} sudah diserahkan"),
    ],
)
def test_surel_jawaban_kepada_pemohon(tanpa_cetak, sifat, judul):
    permohonan = PermohonanFactory(**{sifat: True}, pada=SENIN)

    actions.olah_peristiwa()

    semua = [p.judul for p in Pesan.objects.order_by("pk") if p.tujuan == permohonan.pemohon.surel]
    assert semua[-1] == judul.format(permohonan.nomor)


@pytest.mark.parametrize(
    ("lain", "aksi", "judul", "surat"),
    [
        (
            ditolak(),
            Aksi.KABULKAN_SEBAGIAN,
            "Permohonan {} dikabulkan sebagian",
            ["pemberitahuan_tertulis", "surat_keputusan_penolakan", "tanda_bukti"],
        ),
        (
            {
                "penguasaan": "badan_lain",
                "badan_lain": "Kementerian Sosial",
                "keputusan": "tidak_dikuasai",
            },
            Aksi.NYATAKAN_TIDAK_DIKUASAI,
            "Jawaban atas permohonan {}",
            ["pemberitahuan_tertulis", "tanda_bukti"],
        ),
    ],
)
@pytest.mark.lambat
def test_jawaban_per_butir_dengan_suratnya(lain, aksi, judul, surat):
    permohonan = PermohonanFactory(telaah=True, pada=SENIN, butir=["Renja", "Data bantuan"])
    pertama = dikabulkan() if aksi == Aksi.KABULKAN_SEBAGIAN else lain
    berkas = permohonan.berkas.all() if aksi == Aksi.KABULKAN_SEBAGIAN else []
    actions.putuskan_butir(
        permohonan, keputusan={1: pertama, 2: lain}, diserahkan=berkas, pelaku=PPID, pada=SENIN
    )
    actions.kirim_jawaban(permohonan, PPID, aksi=aksi, pada=SENIN)

    actions.olah_peristiwa()

    terakhir = Pesan.objects.filter(perkara=permohonan.rujukan).order_by("pk").last()
    assert jenis(permohonan) == surat
    assert terakhir.judul == judul.format(permohonan.nomor)
    assert terakhir.berkas.count() == len(surat) - 1


def test_hentikan_dan_lewat_batas_dikabarkan(tanpa_cetak, ppid):
    perlu = PermohonanFactory(perlu_perbaikan=True, pada=SENIN)
    actions.ambil(
        perlu, Aksi.HENTIKAN, PETUGAS, alasan="Tidak dilengkapi", pada=SENIN.replace(day=10)
    )
    lambat = PermohonanFactory(lengkap=True, pada=SENIN)
    actions.langkah_otomatis(SENIN.replace(day=20))

    actions.olah_peristiwa()

    judul = {p.judul for p in Pesan.objects.all()}
    assert {
        f"Permohonan {perlu.nomor} tidak dilanjutkan",
        f"Batas jawaban permohonan {lambat.nomor} sudah lewat",
        f"Batas jawaban {lambat.nomor} sudah lewat",
    } <= judul
    assert Permohonan.objects.count() == 2
