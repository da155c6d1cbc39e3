"""Intake: numbers without gaps, one case per submission, nothing kept of the anonymous."""

import threading
import uuid
from io import BytesIO, StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from PIL import Image

from pengaduan import actions, queries
from pengaduan.enums import Kerahasiaan, Status
from pengaduan.models import Pelapor, Pengaduan
from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.models import Penomoran
from ppid_portal.kernel.peran import PELAPOR, Pelaku, Peran
from tests.factories.pengaduan import (
    PNG,
    PelaporFactory,
    PengaduanFactory,
    foto,
    saat,
)
from tests.pengaduan.conftest import KOORDINATOR

AUDITOR = Pelaku(frozenset({Peran.AUDITOR}))


# --- intake


def test_ajukan_memberi_nomor_kode_dan_keadaan_baru(kalender):
    pengaduan, kode = actions.ajukan(
        pengaduan=PengaduanFactory.build(), pelapor=PelaporFactory(), pelaku=PELAPOR,
        pada=saat("2026-04-06"),
    )  # fmt: skip

    assert (pengaduan.nomor, pengaduan.status) == ("001/ADU/IV/2026", Status.BARU)
    assert queries.cari_perkara(" 001/adu/iv/2026", kode.lower()) == pengaduan
    assert queries.cari_perkara(pengaduan.nomor, "AAAA-AAAA-AAAA") is None


def test_kunci_kirim_yang_sama_satu_laporan_dan_kode_yang_sama(kalender):
    kunci = uuid.uuid4()
    kirim = [
        actions.ajukan(
            pengaduan=PengaduanFactory.build(kunci_kirim=kunci), pelapor=PelaporFactory(),
            pelaku=PELAPOR, pada=saat("2026-04-06", jam),
        )
        for jam in (9, 10)
    ]  # fmt: skip

    assert kirim[0] == kirim[1]
    assert Pengaduan.objects.count() == 1


def test_kode_tidak_tersimpan_dan_berbeda_tiap_laporan(kalender):
    pasangan = [
        actions.ajukan(
            pengaduan=PengaduanFactory.build(kunci_kirim=uuid.uuid4()),
            pelapor=PelaporFactory(), pelaku=PELAPOR, pada=saat("2026-04-06"),
        )
        for _ in range(2)
    ]  # fmt: skip

    assert pasangan[0][1] != pasangan[1][1]
    with connection.cursor() as kursor:
        kursor.execute("SELECT string_agg(p::text, ' ') FROM pengaduan_pengaduan p")
        isi = kursor.fetchone()[0]
    assert [kode for _, kode in pasangan if kode in isi or kode.replace("-", "") in isi] == []


def test_laporan_yang_gagal_mengembalikan_nomornya(kalender):
    with pytest.raises(ValidationError):
        PengaduanFactory(judul="")
    PengaduanFactory()

    assert list(Pengaduan.objects.values_list("urut", flat=True)) == [1]


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_dua_laporan_serentak_mendapat_dua_nomor_tanpa_celah():

    call_command("muat_acuan", stdout=StringIO())
    siap, galat = threading.Barrier(4), []

    def kirim():
        try:
            siap.wait(timeout=10)
            PengaduanFactory()
        except Exception as satu:
            galat.append(satu)
        finally:
            connection.close()

    utas = [threading.Thread(target=kirim) for _ in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()

    assert galat == []
    assert sorted(Pengaduan.objects.values_list("urut", flat=True)) == [1, 2, 3, 4]


def test_laporan_tertutup_bernomor_seri_sendiri(kalender):
    nomor = [PengaduanFactory(tertutup=rahasia).nomor for rahasia in (False, True, False)]

    assert nomor == ["001/ADU/IV/2026", "001/ADK/IV/2026", "002/ADU/IV/2026"]
    assert dict(Penomoran.objects.values_list("seri", "terakhir")) == {
        "pengaduan": 2,
        "pengaduan_tertutup": 1,
    }


def test_anonim_tidak_menyimpan_identitas_walau_dikirim(kalender):
    pengaduan = PengaduanFactory(anonim=True)

    assert pengaduan.kerahasiaan == Kerahasiaan.ANONIM
    assert Pelapor.objects.count() == 0


def test_anonim_tidak_menuntut_apa_pun(kalender):
    assert PengaduanFactory(anonim=True, pelapor=None).status == Status.BARU


def test_rahasia_adalah_bawaan(kalender):
    assert PengaduanFactory().kerahasiaan == Kerahasiaan.RAHASIA


def test_pelapor_tanpa_jalan_menjawab_ditolak(kalender):
    with pytest.raises(ValidationError, match="pilih anonim"):
        PengaduanFactory(pelapor=Pelapor(nama="Siti"))

    assert Pengaduan.objects.count() == 0


def test_meja_mencatat_surat_yang_masuk_kemarin(kalender):
    pengaduan = PengaduanFactory(
        pelaku=KOORDINATOR, kanal="surat", diterima_pada=saat("2026-04-02"), pada=saat("2026-04-06")
    )

    assert pengaduan.tanggal_terima == saat("2026-04-02").date()
    assert pengaduan.batas_waktu == saat("2026-04-08").date()  # Friday 3 April is free


def test_pelapor_tidak_memundurkan_hari_terima(kalender):
    pengaduan = PengaduanFactory(diterima_pada=saat("2026-03-02"), pada=saat("2026-04-06"))

    assert pengaduan.tanggal_terima == saat("2026-04-06").date()


def test_hari_terima_di_masa_depan_ditolak(kalender):
    with pytest.raises(ValidationError, match="masa depan"):
        PengaduanFactory(
            pelaku=KOORDINATOR, diterima_pada=saat("2026-04-07"), pada=saat("2026-04-06")
        )


def test_lampiran_tersandi_di_cakram(kalender):
    pengaduan, _kode = actions.ajukan(
        pengaduan=PengaduanFactory.build(), pelapor=PelaporFactory(), pelaku=PELAPOR,
        lampiran=[foto()], pada=saat("2026-04-06"),
    )  # fmt: skip
    berkas = pengaduan.berkas.get().berkas

    with berkas.isi.open("rb") as di_cakram:
        assert PNG not in di_cakram.read()
    assert Image.open(BytesIO(baca(berkas))).size == Image.open(BytesIO(PNG)).size


def test_foto_laporan_kehilangan_keterangan_alatnya(kalender):
    wadah, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "Merek Telepon"
    Image.new("RGB", (8, 8)).save(wadah, "JPEG", exif=exif)
    satu = SimpleUploadedFile("rumah.jpg", wadah.getvalue(), "image/jpeg")

    pengaduan, _kode = actions.ajukan(
        pengaduan=PengaduanFactory.build(), pelapor=PelaporFactory(), pelaku=PELAPOR,
        lampiran=[satu], pada=saat("2026-04-06"),
    )  # fmt: skip

    tersimpan = baca(pengaduan.berkas.get().berkas)
    assert b"Merek Telepon" in wadah.getvalue()
    assert b"Merek Telepon" not in tersimpan
