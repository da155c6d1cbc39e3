"""What the database keeps by itself, whatever the code above it does."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction

from pengaduan.models import Kategori, Pengaduan, Tanggapan
from tests.factories.pengaduan import KategoriFactory, PengaduanFactory


def sql(perintah, *isi):
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah, isi)


def test_status_di_luar_tabel_ditolak_basis_data(baru):
    with pytest.raises(IntegrityError, match="baru ke selesai tidak dikenal"):
        sql("UPDATE pengaduan_pengaduan SET status = 'selesai' WHERE id = %s", baru.pk)


def test_laporan_tidak_lahir_berstatus(baru):
    baru.pk = None
    with pytest.raises(IntegrityError, match="tidak boleh berstatus"), transaction.atomic():
        baru.save(force_insert=True)


@pytest.mark.parametrize(
    ("kolom", "nilai"),
    [
        ("tanggal_terima", "2026-05-01"),
        ("diterima_pada", "2026-05-01 00:00+07"),
        ("nomor", "009/ADU/IV/2026"),
        ("urut", "9"),
    ],
)
def test_nomor_dan_hari_terima_tidak_dapat_diubah(baru, kolom, nilai):
    with pytest.raises(DatabaseError, match="Cannot update"):
        sql(f"UPDATE pengaduan_pengaduan SET {kolom} = %s WHERE id = %s", nilai, baru.pk)


@pytest.mark.parametrize("tabel", ["pengaduan_pengaduan", "pengaduan_peristiwapengaduan"])
def test_laporan_dan_riwayat_tidak_dapat_dihapus(baru, tabel):
    with pytest.raises(DatabaseError, match="Cannot delete"):
        sql(f"DELETE FROM {tabel}")


def test_tanggapan_tidak_dapat_diubah(ditanggapi):
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Tanggapan.objects.update(isi="Lain")


def test_nomor_asal_tercatat_sekali_per_kanal(kalender):
    PengaduanFactory(kanal="sp4n", nomor_asal="7654321")
    with pytest.raises(ValidationError, match="sudah tercatat"):
        PengaduanFactory(kanal="sp4n", nomor_asal="7654321")

    assert Pengaduan.objects.count() == 1


def test_kategori_tidak_berputar(db):
    induk = KategoriFactory()
    anak = KategoriFactory(induk=induk)
    induk.induk = anak
    with pytest.raises(ValidationError, match="di bawah dirinya sendiri"):
        induk.full_clean()


def test_nama_kategori_sekali_di_bawah_satu_induk(db):
    KategoriFactory(nama="Jalan")
    with pytest.raises(IntegrityError, match="kategori_nama_sekali"), transaction.atomic():
        KategoriFactory(nama="Jalan")

    assert Kategori.objects.count() == 1


def test_setiap_model_menyatakan_data_pribadinya():
    tanpa = [
        model.__name__
        for model in apps.get_app_config("pengaduan").get_models()
        for nama in model.data_pribadi
        if not any(kolom.name == nama for kolom in model._meta.get_fields())
    ]
    assert tanpa == []


def test_riwayat_berantai(ditanggapi):
    sidik = list(ditanggapi.peristiwa.values_list("sidik_sebelum", "sidik"))
    assert [sebelum for sebelum, _ in sidik] == ["", *(s for _, s in sidik[:-1])]
