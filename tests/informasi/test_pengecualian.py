"""Excluded information: closed by a test and a decision, open again on the right day, never leaking."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pypdf
import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.template import engines

from informasi import actions, tasks
from informasi.models import PengecualianInformasi, PeristiwaPengecualian
from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.galat import BukanWewenang, TransisiDitolak
from ppid_portal.kernel.models import Pesan, Surat
from ppid_portal.kernel.peran import Pelaku, Peran
from tests.factories.informasi import PPID_UTAMA, InformasiFactory
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
PADA = datetime(2026, 3, 2, 3, tzinfo=UTC)
SAMPAI = date(2026, 8, 3)
RAHASIA = "rahasiasekali"
MEJA = "/admin/informasi/pengecualianinformasi/"
LEMBAR = {
    "tanggal_uji": date(2026, 2, 23),
    "tempat_uji": f"Ruang rapat {RAHASIA}",
    "peserta": f"Sri {RAHASIA}, Kepala Bidang",
    "akibat_dibuka": "Letak bagian rawan diketahui",
    "akibat_ditutup": f"Terlindungi {RAHASIA}",
    "kepentingan_umum": f"Menutup lebih besar manfaatnya {RAHASIA}",
    "kesimpulan": "dikecualikan",
    "mulai": date(2026, 3, 2),
    "sampai": SAMPAI,
}


@pytest.fixture(autouse=True)
def seperti_di_server(monkeypatch):
    """Unfold's own templates ask for variables that nobody sets; a server shows nothing there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def butir(**isian):
    isian = {"terbit": True, "kelas": "dikecualikan", "judul": "Gambar reservoir", **isian}
    return InformasiFactory(**isian)


def usul(informasi=None, **isian):
    isian = {"dasar": "17c", "uraian": f"Lembar 3 {RAHASIA}", **isian}
    baru = PengecualianInformasi(informasi=informasi or butir(), **isian)
    return actions.usulkan_pengecualian(baru, PPID_UTAMA, pada=PADA)


def diuji(informasi=None, **lembar):
    return actions.uji(usul(informasi), PPID_UTAMA, pada=PADA, **{**LEMBAR, **lembar})


def ditetapkan(informasi=None, **lembar):
    return actions.tetapkan(
        diuji(informasi, **lembar), PPID_UTAMA, persetujuan=f"Nota {RAHASIA}", pada=PADA
    )


def jalan(hari):
    return actions.langkah_otomatis(datetime(hari.year, hari.month, hari.day, 3, tzinfo=UTC))


def aksi():
    return list(PeristiwaPengecualian.objects.order_by("pk").values_list("aksi", flat=True))


def test_terbuka_sendiri_tepat_pada_harinya(client):
    pengecualian = ditetapkan()

    jalan(SAMPAI - timedelta(days=1))
    pengecualian.refresh_from_db()
    assert (pengecualian.status, pengecualian.informasi.kelas) == ("ditetapkan", "dikecualikan")

    jalan(SAMPAI)
    pengecualian = PengecualianInformasi.objects.get()
    assert (pengecualian.status, pengecualian.informasi.kelas) == ("berakhir", "setiap_saat")
    assert pengecualian.informasi.status == "terbit"
    assert aksi() == ["usulkan", "uji", "tetapkan", "ingatkan", "akhiri"]
    assert jalan(SAMPAI + timedelta(days=1)) == 0

    laman = client.get("/informasi/dik/")
    assert (laman.context["berlaku"], list(laman.context["terbuka"])) == ([], [pengecualian])
    temuan = client.get("/informasi/?kelas=setiap_saat").context["hasil"].butir
    assert [b.informasi.judul for b in temuan] == ["Gambar reservoir"]


def test_pengingat_tiga_puluh_hari_kerja_sebelumnya_dan_hanya_sekali():
    unit = UnitFactory()
    pelaksana = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit)
    ppid = PenggunaFactory(peran=Peran.PPID_UTAMA)
    ditetapkan(butir(unit=unit))
    actions.olah_peristiwa()
    Pesan.objects.all().delete()
    harinya = actions.pengecualian.hari_pengingat(SAMPAI)

    jumlah = [jalan(h) for h in (harinya - timedelta(days=1), harinya, harinya)]
    tasks.olah_peristiwa()

    assert jumlah == [0, 1, 0]
    assert sorted(p.tujuan for p in Pesan.objects.all()) == sorted([pelaksana.email, ppid.email])
    isi = Pesan.objects.first().isi
    assert isi.count("berakhir pada Senin, 3 Agustus 2026") == 1
    assert PeristiwaPengecualian.objects.filter(diolah_pada__isnull=True).count() == 0


def test_yang_berakhir_karena_peristiwa_menunggu_ppid():
    pengecualian = ditetapkan(sampai=None, sampai_peristiwa="putusan berkekuatan tetap")

    assert jalan(date(2099, 1, 5)) == 0
    pengecualian = actions.buka(pengecualian, PPID_UTAMA, alasan="Putusan sudah ada")

    assert (pengecualian.status, pengecualian.informasi.kelas) == ("dibuka", "setiap_saat")


def test_yang_sudah_ditarik_tidak_terbit_lagi(client):
    informasi = butir()
    ditetapkan(informasi)
    informasi.refresh_from_db()
    actions.tarik(informasi, PPID_UTAMA, alasan="Salah catat")

    jalan(SAMPAI)

    informasi.refresh_from_db()
    assert (informasi.status, informasi.kelas) == ("ditarik", "dikecualikan")
    laman = client.get("/informasi/dik/")
    assert (laman.context["berlaku"], list(laman.context["terbuka"])) == ([], [])


def test_sk_bernomor_memuat_enam_isi_dan_tidak_memuat_isinya():
    pengecualian = ditetapkan(kesimpulan="sebagian", bagian_dihitamkan="Halaman 4")

    surat = Surat.objects.get()
    lembar = pypdf.PdfReader(BytesIO(baca(surat.berkas))).pages
    teks = " ".join(" ".join(h.extract_text() for h in lembar).split())
    isi = [
        surat.nomor, "Dikecualikan sebagian", pengecualian.informasi.unit.nama, "Halaman 4",
        "Letak bagian rawan diketahui", "2 Maret 2026 sampai 3 Agustus 2026", "Pasal 17 huruf c",
    ]  # fmt: skip
    assert [satu for satu in isi if satu not in teks] == []
    assert teks.count("Lembar 3") == 0
    assert pengecualian.surat == surat


# --- what the public never reads


def test_laman_dik_hanya_memuat_kolom_dik(client):
    pengecualian = ditetapkan(kesimpulan="sebagian", bagian_dihitamkan="Halaman 4")

    for alamat in (
        "/informasi/dik/", pengecualian.informasi.get_absolute_url(), "/informasi/?q=reservoir",
        "/informasi/dip/", f"/api/v1/informasi/{pengecualian.informasi.slug}/",
    ):  # fmt: skip
        jawaban = client.get(alamat)
        assert (jawaban.status_code, jawaban.content.decode().count(RAHASIA)) == (200, 0)
    baris = " ".join(client.get("/informasi/dik/").content.decode().split())
    kolom = [
        "Gambar reservoir", "Pasal 17 huruf c", "Letak bagian rawan", "Halaman 4",
        "2 Maret 2026 sampai 3 Agustus 2026", pengecualian.informasi.unit.nama,
        pengecualian.surat.nomor,
    ]  # fmt: skip
    assert [satu for satu in kolom if satu not in baris] == []
    assert client.get("/informasi/dik/").cookies == {}


def test_yang_belum_ditetapkan_dan_draf_tidak_tampil(client):
    usul(butir(judul="Rahasia usul"))
    diuji(butir(judul="Rahasia uji"))
    ditetapkan(butir(judul="Rahasia draf", terbit=False))

    jawaban = client.get("/informasi/dik/")

    assert (jawaban.context["berlaku"], jawaban.content.count(b"Rahasia")) == ([], 0)


# --- the guards


@pytest.mark.parametrize(
    ("isian", "galat"),
    [
        ({"dasar": "17j"}, "Sebut undang-undang"),
        ({"dasar": "17z"}, "17z"),
        ({"uraian": ""}, "uraian"),
    ],
)
def test_usul_yang_tidak_lengkap_ditolak(isian, galat):
    with pytest.raises(ValidationError, match=galat):
        usul(**isian)


@pytest.mark.parametrize("kosong", actions.pengecualian.LEMBAR_WAJIB)
def test_lembar_uji_harus_lengkap(kosong):
    pengecualian = usul()

    with pytest.raises(ValidationError) as galat:
        actions.uji(pengecualian, PPID_UTAMA, **{**LEMBAR, kosong: ""})

    assert list(galat.value.message_dict) == [kosong]


def test_jangka_bagian_dan_urutan_tanggal_diperiksa():
    for lembar in (
        {"sampai": None},
        {"sampai": date(2026, 3, 1)},
        {"kesimpulan": "sebagian"},
    ):
        with pytest.raises(ValidationError), transaction.atomic():
            diuji(butir(), **lembar)


def test_yang_disimpulkan_terbuka_tidak_dapat_dikecualikan():
    pengecualian = diuji(kesimpulan="terbuka")

    with pytest.raises(TransisiDitolak, match="terbuka"):
        actions.tetapkan(pengecualian, PPID_UTAMA, persetujuan="Nota 1")

    assert actions.buka(pengecualian, PPID_UTAMA, alasan="Hasil uji").status == "dibuka"


def test_butir_terbuka_tidak_ditutup_lewat_jalan_ini():
    with pytest.raises(TransisiDitolak, match="bukan dikecualikan"):
        usul(butir(kelas="setiap_saat"))


def test_tanpa_persetujuan_pimpinan_tidak_ditetapkan():
    with pytest.raises(ValidationError):
        actions.tetapkan(diuji(), PPID_UTAMA)

    assert Surat.objects.count() == 0


@pytest.mark.parametrize("peran", [Peran.PPID_PELAKSANA, Peran.PETUGAS, Peran.AUDITOR])
def test_hanya_ppid_utama_menguji_dan_menetapkan(peran):
    pengecualian = diuji()
    siapa = Pelaku(frozenset({peran}), unit=frozenset({pengecualian.informasi.unit_id}))

    with pytest.raises(BukanWewenang):
        actions.uji(pengecualian, siapa, **LEMBAR)
    with pytest.raises(BukanWewenang):
        actions.tetapkan(pengecualian, siapa, persetujuan="Nota 1")
    with pytest.raises(BukanWewenang):
        actions.buka(pengecualian, siapa, alasan="Sudah waktunya")


def test_unit_hanya_mengusulkan_miliknya_dan_tidak_ada_yang_dihapus():
    informasi = butir()
    asing = PenggunaFactory(peran=Peran.PPID_PELAKSANA).sebagai_pelaku()
    pemilik = PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=informasi.unit).sebagai_pelaku()
    baru = PengecualianInformasi(informasi=informasi, dasar="17c", uraian="x")

    with pytest.raises(TransisiDitolak, match="unit lain"), transaction.atomic():
        actions.usulkan_pengecualian(baru, asing)
    baru.pk = None
    assert actions.usulkan_pengecualian(baru, pemilik).status == "diusulkan"
    with pytest.raises(Error), transaction.atomic():
        PengecualianInformasi.objects.all().delete()


# --- the desk


@pytest.mark.lambat
def test_meja_dari_usul_sampai_sk(client):
    informasi = butir()
    tanpa_riwayat = {"peristiwa-TOTAL_FORMS": "0", "peristiwa-INITIAL_FORMS": "0"}
    client.force_login(PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=informasi.unit))
    client.post(
        f"{MEJA}add/",
        {"informasi": informasi.pk, "dasar": "17c", "uraian": "Lembar 3", **tanpa_riwayat},
    )
    pengecualian = PengecualianInformasi.objects.get()
    alamat = f"{MEJA}{pengecualian.pk}"
    assert client.get(f"{alamat}/aksi/uji/").status_code == 403

    client.force_login(PenggunaFactory(peran=Peran.PPID_UTAMA))
    kurang = client.post(f"{alamat}/aksi/uji/", {**LEMBAR, "sampai": "", "versi": 1})
    assert list(kurang.context["form"].errors) == ["sampai"]
    client.post(f"{alamat}/aksi/uji/", {**LEMBAR, "versi": 1})
    client.post(f"{alamat}/aksi/tetapkan/", {"persetujuan": "Nota 12", "versi": 2})

    pengecualian.refresh_from_db()
    assert (pengecualian.status, pengecualian.persetujuan) == ("ditetapkan", "Nota 12")
    assert client.get(f"{alamat}/change/").status_code == 200


@pytest.mark.lambat
def test_pengecualian_unit_lain_tidak_ada_baginya(client):
    pengecualian = ditetapkan()
    kode = {}
    for nama, peran, unit in (
        ("pemilik", Peran.PPID_PELAKSANA, pengecualian.informasi.unit),
        ("unit lain", Peran.PPID_PELAKSANA, None),
        ("tanpa peran", None, None),
    ):
        client.force_login(PenggunaFactory(peran=peran, unit=unit))
        daftar, satu = client.get(MEJA), client.get(f"{MEJA}{pengecualian.pk}/change/")
        kode[nama] = (
            daftar.status_code,
            daftar.content.count(b"Gambar reservoir"),
            satu.status_code,
        )

    assert kode["pemilik"][0::2] == (200, 200)
    assert (kode["unit lain"], kode["tanpa peran"]) == ((200, 0, 302), (403, 0, 403))
