"""Submitting: one number, one case, nothing readable that tells who asked."""

import threading
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from permohonan import actions, queries
from permohonan.enums import Aksi, KategoriBerkas, Status
from permohonan.models import BerkasPermohonan, Pemohon, Permohonan
from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.galat import BerkasDitolak
from ppid_portal.kernel.models import Berkas, Pesan
from tests.factories.permohonan import (
    PETUGAS,
    SENIN,
    ZONA,
    PemohonFactory,
    PermohonanFactory,
    pdf,
)

pytestmark = pytest.mark.django_db


def test_permohonan_pertama_mendapat_nomor_satu():
    permohonan = PermohonanFactory(pada=SENIN)

    assert (permohonan.nomor, permohonan.status) == ("001/PPID/II/2026", Status.DITERIMA)
    assert permohonan.tanggal_terima == date(2026, 2, 2)


def test_tanggal_terima_menurut_jam_setempat():
    masih_kemarin_di_greenwich = datetime(2026, 2, 3, 0, 30, tzinfo=ZONA)

    assert PermohonanFactory(pada=masih_kemarin_di_greenwich).tanggal_terima == date(2026, 2, 3)


def test_kunci_kirim_yang_sama_hanya_satu_perkara():
    kunci = uuid4()
    pertama = PermohonanFactory(kunci_kirim=kunci)

    kedua = PermohonanFactory(kunci_kirim=kunci)

    assert (kedua.pk, kedua.rahasia, Permohonan.objects.count()) == (pertama.pk, "", 1)


def test_meja_mencatat_yang_diterima_kemarin():
    kemarin = SENIN - timedelta(days=3)

    permohonan = PermohonanFactory(pada=SENIN, diterima_pada=kemarin, pelaku=PETUGAS)

    assert permohonan.tanggal_terima == date(2026, 1, 30)


def test_waktu_terima_di_masa_depan_ditolak():
    with pytest.raises(ValidationError) as galat:
        PermohonanFactory(pada=SENIN, diterima_pada=SENIN + timedelta(hours=1), pelaku=PETUGAS)

    assert list(galat.value.message_dict) == ["diterima_pada"]


def test_pemohon_tidak_dapat_memundurkan_tanggal_terima():
    permohonan = PermohonanFactory(pada=SENIN, diterima_pada=SENIN - timedelta(days=30))

    assert permohonan.tanggal_terima == date(2026, 2, 2)


def test_tanpa_butir_ditolak_dan_nomor_tidak_terpakai():
    with pytest.raises(ValidationError):
        PermohonanFactory(pada=SENIN, butir=["  "])

    assert PermohonanFactory(pada=SENIN).urut == 1


def test_berkas_yang_ditolak_tidak_menyisakan_apa_pun(folder_berkas):
    palsu = pdf("ktp.jpg")

    with pytest.raises(BerkasDitolak):
        PermohonanFactory(
            lampiran=[(pdf(), KategoriBerkas.IDENTITAS), (palsu, KategoriBerkas.IDENTITAS)]
        )

    assert Permohonan.objects.count() == 0
    assert [p for p in folder_berkas.rglob("*") if p.is_file()] == []


def test_identitas_tersimpan_tersandi(folder_berkas):
    PermohonanFactory(lampiran=[(pdf("ktp.pdf"), KategoriBerkas.IDENTITAS)])

    (di_disk,) = [p for p in folder_berkas.rglob("*") if p.is_file()]
    berkas = BerkasPermohonan.objects.get().berkas
    assert (b"PDF" in di_disk.read_bytes(), baca(berkas)[:4]) == (False, b"%PDF")


def test_kolom_identitas_tersandi_di_basis_data():
    pemohon = PermohonanFactory(pemohon=PemohonFactory(nama_badan="Perkumpulan Jelita")).pemohon
    terbuka = [pemohon.nama, pemohon.nik, pemohon.alamat, pemohon.surel, pemohon.telepon]
    terbuka += [pemohon.nama_badan]

    with connection.cursor() as kursor:
        kursor.execute("SELECT to_jsonb(p)::text FROM permohonan_pemohon p")
        mentah = kursor.fetchone()[0]
        kursor.execute("SELECT to_jsonb(p)::text FROM kernel_pesan p")
        pesan = kursor.fetchone()[0]

    assert [kata for kata in terbuka if kata in mentah] == []
    assert [kata for kata in terbuka if kata in pesan] == []


def test_nomor_dan_rahasia_membuka_perkara():
    permohonan = PermohonanFactory(pada=SENIN)
    tulisan = f"  {permohonan.nomor.lower().replace('/', ' / ')} "

    assert queries.cari_perkara(tulisan, permohonan.rahasia.lower()) == permohonan


@pytest.mark.parametrize("nomor", ["", "999/PPID/II/2026"])
def test_nomor_tak_dikenal_tidak_membuka_apa_pun(nomor):
    assert queries.cari_perkara(nomor, PermohonanFactory().rahasia) is None


def test_rahasia_perkara_lain_tidak_membuka():
    satu, dua = PermohonanFactory(), PermohonanFactory()

    assert queries.cari_perkara(satu.nomor, dua.rahasia) is None


def test_rahasia_hanya_ada_di_surel_pertama():
    permohonan = PermohonanFactory()

    actions.ambil(permohonan, Aksi.TERIMA_LENGKAP, PETUGAS)
    actions.olah_peristiwa()

    memuat = [p.judul for p in Pesan.objects.all() if permohonan.rahasia in p.isi]
    assert memuat == [f"Permohonan informasi Anda terdaftar: {permohonan.nomor}"]
    assert permohonan.rahasia not in str(list(permohonan.peristiwa.values()))


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_dua_kiriman_serentak_mendapat_dua_nomor_tanpa_celah():
    gerbang = threading.Barrier(4)
    nomor, galat = [], []

    def kirim():
        try:
            gerbang.wait()
            nomor.append(PermohonanFactory(pada=SENIN).urut)
        except Exception as e:
            galat.append(e)
        finally:
            connections.close_all()

    utas = [threading.Thread(target=kirim) for _ in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()

    assert (sorted(nomor), galat) == ([1, 2, 3, 4], [])


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_tombol_kirim_ditekan_dua_kali_serentak_satu_perkara():
    gerbang, kunci, hasil = threading.Barrier(2), uuid4(), []

    def kirim():
        try:
            gerbang.wait()
            hasil.append(PermohonanFactory(pada=SENIN, kunci_kirim=kunci))
        finally:
            connections.close_all()

    utas = [threading.Thread(target=kirim) for _ in range(2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()

    assert len({p.pk for p in hasil}) == 1
    assert sorted(bool(p.rahasia) for p in hasil) == [False, True]
    assert (Pemohon.objects.count(), Berkas.objects.count()) == (1, 0)
