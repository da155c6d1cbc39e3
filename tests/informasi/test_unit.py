"""The page of a unit, and the public services that its own officers write."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection
from django.template import engines
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from informasi import actions
from informasi.models import LayananPublik
from ppid_portal.kernel.models import Penugasan
from ppid_portal.kernel.peran import Peran
from tests.factories.informasi import InformasiFactory
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
DAFTAR = "/admin/informasi/layananpublik/"
ISI = {
    "nama": "Kartu keluarga",
    "persyaratan": "Surat nikah",
    "prosedur": "Datang ke loket",
    "waktu": "1 hari",
    "biaya": "Gratis",
    "produk": "Kartu keluarga",
}


@pytest.fixture
def seperti_di_server(monkeypatch):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def laman(client, unit):
    return client.get(f"/unit/{unit.slug}/").content.decode()


def test_laman_unit_menyebut_kantor_daftar_dan_bawahannya(client):
    pemda = UnitFactory(jenis="pemda", nama="Kabupaten Contoh")
    camat = UnitFactory(
        jenis="kecamatan", nama="Kecamatan Sukamaju", induk=pemda, alamat="Jalan Melati 1",
        jam_layanan="Senin-Jumat 08.00-15.00",
    )  # fmt: skip
    desa = UnitFactory(jenis="desa", nama="Desa Sukasari", induk=camat)
    butir = InformasiFactory(unit=camat, terbit=True, kelas="berkala", judul="Renstra kecamatan")

    isi = laman(client, camat)

    for kata in (
        "Jalan Melati 1", "Senin-Jumat 08.00-15.00", "Renstra kecamatan", "Berkala: 1",
        f'href="/unit/{desa.slug}/"', f'href="/unit/{pemda.slug}/"',
        f'href="{butir.get_absolute_url()}"',
    ):  # fmt: skip
        assert kata in isi
    assert "Desa Sukasari" in laman(client, desa)


def test_nama_pejabat_tanpa_kontak_dan_hanya_yang_bertugas(client):
    unit = UnitFactory()
    kepala = PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit, nama="Siti Kepala")
    PenggunaFactory(peran=Peran.PEJABAT_PENGHUBUNG, unit=unit, nama="Budi Penghubung")
    lama = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit, nama="Rudi Lama")
    Penugasan.objects.filter(pengguna=lama).update(sampai=date(2020, 1, 1))
    PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit, nama="Ani Pergi", is_active=False)

    isi = laman(client, unit)

    terlihat = {n: n in isi for n in ("Siti Kepala", "Budi Penghubung", "Rudi Lama", "Ani Pergi")}
    assert [n for n, ada in terlihat.items() if ada] == ["Siti Kepala"]
    assert (kepala.email in isi, kepala.username in isi) == (False, False)


def test_yang_tidak_terbit_tidak_tampil_dan_tidak_dihitung(client):
    unit = UnitFactory()
    InformasiFactory(unit=unit, judul="Rahasiaku draf")
    InformasiFactory(unit=unit, judul="Rahasiaku telaah", ditelaah=True)
    InformasiFactory(unit=unit, judul="Rahasiaku tarik", ditarik=True)
    InformasiFactory(terbit=True, judul="Rahasiaku unit lain")

    isi = laman(client, unit)

    assert ("Rahasiaku" in isi, "Unit ini belum mengumumkan informasi." in isi) == (False, True)


def test_unit_yang_tidak_aktif_tidak_punya_laman(client):
    unit = UnitFactory(aktif=False)

    assert client.get(f"/unit/{unit.slug}/").status_code == 404
    assert client.get("/unit/tidak-ada/").status_code == 404


def test_unit_yang_dinonaktifkan_tidak_disebut_di_induknya(client):
    induk = UnitFactory()
    UnitFactory(nama="Balai Lama", induk=induk, aktif=False)

    assert "Balai Lama" not in laman(client, induk)


def test_jumlah_pernyataan_laman_unit_tetap(client):
    unit = UnitFactory()
    jumlah = []
    for _n in range(2):
        InformasiFactory(unit=unit, terbit=True)
        UnitFactory(induk=unit)
        LayananPublik.objects.create(unit=unit, **{**ISI, "nama": f"Layanan {_n}"})
        laman(client, unit)
        with CaptureQueriesContext(connection) as kueri:
            laman(client, unit)
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]


def test_butir_menunjuk_laman_unitnya(client):
    butir = InformasiFactory(terbit=True)

    isi = client.get(butir.get_absolute_url()).content.decode()

    assert f'<a href="/unit/{butir.unit.slug}/">' in isi


# --- services


def test_layanan_tampil_selama_aktif(client):
    unit = UnitFactory()
    LayananPublik.objects.create(unit=unit, **ISI)
    LayananPublik.objects.create(unit=unit, **{**ISI, "nama": "Layanan lama", "aktif": False})
    LayananPublik.objects.create(unit=UnitFactory(), **{**ISI, "nama": "Layanan tetangga"})

    isi = laman(client, unit)

    ada = [n in isi for n in ("Surat nikah", "Gratis", "Layanan lama", "Layanan tetangga")]
    assert ada == [True, True, False, False]


def test_satu_unit_satu_nama_layanan():
    satu = LayananPublik.objects.create(unit=UnitFactory(), **ISI)

    with pytest.raises(IntegrityError, match="layanan_sekali"):
        LayananPublik.objects.create(unit=satu.unit, **ISI)


def pelaku(peran, unit=None):
    return PenggunaFactory(peran=peran, unit=unit).sebagai_pelaku()


def test_pelaksana_menulis_untuk_unitnya_dan_bawahannya():
    unit = UnitFactory()
    bawahan = UnitFactory(induk=unit)
    siapa = pelaku(Peran.PPID_PELAKSANA, unit)

    for milik in (unit, bawahan):
        actions.simpan_layanan(LayananPublik(unit=milik, **ISI), siapa)

    assert LayananPublik.objects.count() == 2


def test_layanan_unit_lain_tidak_dapat_diambil_alih():
    unit = UnitFactory()
    layanan = LayananPublik.objects.create(unit=UnitFactory(), **ISI)
    layanan.unit = unit

    with pytest.raises(PermissionDenied):
        actions.simpan_layanan(layanan, pelaku(Peran.PPID_PELAKSANA, unit))


@pytest.mark.parametrize("peran", [Peran.KEPALA_OPD, Peran.AUDITOR, Peran.PEJABAT_PENGHUBUNG])
def test_peran_lain_tidak_menulis(peran):
    unit = UnitFactory()

    with pytest.raises(PermissionDenied):
        actions.simpan_layanan(LayananPublik(unit=unit, **ISI), pelaku(peran, unit))


@pytest.mark.lambat
@pytest.mark.usefixtures("seperti_di_server")
@pytest.mark.parametrize(
    ("peran", "sendiri", "lain", "tambah"),
    [
        (Peran.PPID_PELAKSANA, 200, 302, 200),
        (Peran.KEPALA_OPD, 200, 302, 403),
        (Peran.PETUGAS, 200, 200, 200),
        (Peran.PEJABAT_PENGHUBUNG, 403, 403, 403),
    ],
)
def test_meja_terbatas_pada_unit_sendiri(client, peran, sendiri, lain, tambah):
    unit = UnitFactory()
    milik = LayananPublik.objects.create(unit=unit, **ISI)
    tetangga = LayananPublik.objects.create(unit=UnitFactory(), **ISI)
    berunit = {} if peran == Peran.PETUGAS else {"unit": unit}
    client.force_login(PenggunaFactory(peran=peran, **berunit))

    alamat = [f"{DAFTAR}{milik.pk}/change/", f"{DAFTAR}{tetangga.pk}/change/", f"{DAFTAR}add/"]
    assert [client.get(a).status_code for a in alamat] == [sendiri, lain, tambah]


@pytest.mark.lambat
@pytest.mark.usefixtures("seperti_di_server")
def test_pelaksana_tidak_dapat_memilih_unit_lain(client):
    unit, lain = UnitFactory(), UnitFactory()
    client.force_login(PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit))

    client.post(f"{DAFTAR}add/", {**ISI, "unit": lain.pk, "aktif": "on"})
    client.post(f"{DAFTAR}add/", {**ISI, "unit": unit.pk, "aktif": "on"})

    assert list(LayananPublik.objects.values_list("unit", flat=True)) == [unit.pk]


def test_penugasan_yang_belum_mulai_belum_disebut(client):
    unit = UnitFactory()
    PenggunaFactory(peran=Peran.KEPALA_OPD, unit=unit, nama="Siti Nanti")
    Penugasan.objects.update(mulai=timezone.localdate() + timedelta(days=1))

    assert "Siti Nanti" not in laman(client, unit)
