"""The guard before a release: what is found in a file holds it back until an officer says why."""

import pytest
from django.template import engines

from informasi import actions
from informasi.alur import ALUR_INFORMASI
from informasi.models import Informasi, OlahanBerkas, Temuan
from informasi.queries.temuan import temuan_terbuka
from ppid_portal.kernel.galat import BukanWewenang, TransisiDitolak
from ppid_portal.kernel.peran import SISTEM, Peran
from tests.factories.informasi import InformasiFactory, unggahan
from tests.factories.kernel import PenggunaFactory, UnitFactory
from tests.informasi.contoh_isi import NIK, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
TERTAHAN = (
    "Ada 2 temuan di berkasnya. Benarkan setiap temuan, atau buang edisinya lalu unggah gantinya."
)


@pytest.fixture
def pelaksana():
    return PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=UnitFactory())


@pytest.fixture
def draf(pelaksana):
    """Return a draft with a clean file and one that shows an identity number and a telephone."""
    informasi = InformasiFactory(unit=pelaksana.penugasan.get().unit)
    isi = pdf(f"Penerima NIK {NIK}", "Telepon 0812-3456-7890")
    berkas = [unggahan("bersih.pdf", pdf("Rencana kerja")), unggahan("nama.pdf", isi)]
    actions.tambah_edisi(informasi, berkas=berkas, pelaku=pelaksana.sebagai_pelaku())
    return _baru(informasi)


def _baru(informasi):
    return Informasi.objects.get(pk=informasi.pk)


def _tertahan(langkah):
    with pytest.raises(TransisiDitolak) as ditolak:
        langkah()
    return str(ditolak.value)


def test_usulan_tertahan_dan_temuannya_tercatat(draf, pelaksana):
    kata = _tertahan(lambda: actions.usulkan(draf, pelaksana.sebagai_pelaku()))

    assert (kata, _baru(draf).status) == (TERTAHAN, "draf")
    assert [(str(t.olahan.berkas), str(t), t.kutipan) for t in temuan_terbuka(draf)] == [
        ("nama.pdf", "NIK, halaman 1 baris 1", "33••••••••••••01"),
        ("nama.pdf", "Nomor telepon seluler, halaman 2 baris 1", "08••••••••••90"),
    ]


def test_usulan_jalan_setelah_setiap_temuan_dibenarkan(draf, pelaksana):
    siapa = pelaksana.sebagai_pelaku()
    _tertahan(lambda: actions.usulkan(draf, siapa))
    satu, dua = temuan_terbuka(draf)

    actions.benarkan_temuan(draf, siapa, temuan=[satu], alasan="Contoh pengisian")
    assert _tertahan(lambda: actions.usulkan(_baru(draf), siapa)).startswith("Ada 1 temuan")
    actions.benarkan_temuan(_baru(draf), siapa, temuan=[dua], alasan="Nomor layanan")

    assert actions.usulkan(_baru(draf), siapa).status == "ditelaah"
    satu.refresh_from_db()
    assert (satu.alasan, satu.oleh, satu.dibenarkan_pada is None) == (
        "Contoh pengisian",
        pelaksana,
        False,
    )
    catatan = draf.peristiwa.filter(aksi="benarkan_temuan").order_by("urut").first()
    assert (catatan.oleh, catatan.alasan, catatan.data) == (
        pelaksana,
        "Contoh pengisian",
        {"temuan": [satu.pk]},
    )


def test_edisi_bertemuan_dibuang_lalu_diganti(draf, pelaksana):
    siapa = pelaksana.sebagai_pelaku()
    _tertahan(lambda: actions.usulkan(draf, siapa))

    actions.buang_edisi(draf, siapa, alasan="Memuat NIK")
    ganti = [unggahan("b.pdf", pdf("Penerima"))]
    actions.tambah_edisi(_baru(draf), berkas=ganti, pelaku=siapa)

    assert actions.usulkan(_baru(draf), siapa).status == "ditelaah"
    assert [b.berkas.nama for e in draf.edisi.all() for b in e.berkas.all()] == ["b.pdf"]


def test_edisi_baru_dari_butir_terbit_tertahan(pelaksana):
    informasi = InformasiFactory(unit=pelaksana.penugasan.get().unit, terbit=True)
    ppid = PenggunaFactory(peran=Peran.PPID_UTAMA).sebagai_pelaku()
    berkas = [unggahan("a.pdf", pdf(f"NIK {NIK}"))]
    edisi = actions.tambah_edisi(informasi, berkas=berkas, pelaku=pelaksana.sebagai_pelaku())

    kata = _tertahan(lambda: actions.umumkan_edisi(_baru(informasi), ppid))

    edisi.refresh_from_db()
    assert (kata.startswith("Ada 1 temuan"), edisi.diumumkan_pada) == (True, None)


def test_telaah_tidak_meloloskan_temuan_yang_datang_kemudian(draf, pelaksana):
    """The system proposed it unread; the reviewer is held back by what the background found."""
    actions.usulkan(draf, SISTEM)
    actions.olah_antrean()
    ppid = PenggunaFactory(peran=Peran.PPID_UTAMA).sebagai_pelaku()

    assert _tertahan(lambda: actions.terbitkan(_baru(draf), ppid)) == TERTAHAN


def test_berkas_yang_sedang_dibaca_pekerja_ditunggu(draf, pelaksana):
    actions.olah.antrekan_olahan()
    actions.olah.klaim_olahan(OlahanBerkas.objects.first().coba_setelah)

    assert _tertahan(lambda: actions.usulkan(draf, pelaksana.sebagai_pelaku())) == (
        "Berkasnya sedang diperiksa. Coba lagi sebentar."
    )


def test_virus_tidak_dapat_dibenarkan(draf, pelaksana):
    actions.olah_antrean()
    Temuan.objects.update(jenis="virus")

    assert (
        _tertahan(
            lambda: actions.benarkan_temuan(
                draf, pelaksana.sebagai_pelaku(), temuan=list(temuan_terbuka(draf)), alasan="x"
            )
        )
        == "Berkas yang terinfeksi tidak dapat dibenarkan."
    )


def test_temuan_butir_lain_tidak_dapat_dibenarkan(draf, pelaksana):
    actions.olah_antrean()
    lain = InformasiFactory(unit=draf.unit)
    isi = unggahan("c.pdf", pdf(f"NIK {NIK}"))
    actions.tambah_edisi(lain, berkas=[isi], pelaku=pelaksana.sebagai_pelaku())
    actions.olah_antrean()

    assert (
        _tertahan(
            lambda: actions.benarkan_temuan(
                draf, pelaksana.sebagai_pelaku(), temuan=list(temuan_terbuka(lain)), alasan="x"
            )
        )
        == "Temuan ini bukan milik butir ini, atau sudah dibenarkan."
    )
    assert temuan_terbuka(lain).count() == 1


@pytest.mark.parametrize(
    ("peran", "milik_sendiri", "boleh"),
    [
        (Peran.PPID_PELAKSANA, True, True),
        (Peran.PPID_PELAKSANA, False, False),
        (Peran.PETUGAS, False, True),
        (Peran.KEPALA_OPD, True, False),
    ],
)
def test_siapa_yang_boleh_membenarkan(draf, peran, milik_sendiri, boleh):
    actions.olah_antrean()
    unit = draf.unit if milik_sendiri else UnitFactory()
    siapa = PenggunaFactory(peran=peran, unit=unit).sebagai_pelaku()
    isian = {"temuan": list(temuan_terbuka(draf)), "alasan": "Nomor layanan"}

    if boleh:
        actions.benarkan_temuan(draf, siapa, **isian)
    else:
        with pytest.raises((BukanWewenang, TransisiDitolak)):
            actions.benarkan_temuan(draf, siapa, **isian)

    assert temuan_terbuka(draf).count() == (0 if boleh else 2)


def test_langkah_temuan_tidak_ada_tanpa_temuan():
    baris = [b for b in ALUR_INFORMASI.transisi if b.aksi in {"benarkan_temuan", "buang_edisi"}]
    informasi = InformasiFactory(berkas=1)

    assert [b.syarat[-1](informasi, None) for b in baris] == ["Tidak ada temuan yang terbuka."] * 2


def test_meja_menampilkan_temuan_dan_membenarkannya(client, monkeypatch, draf, pelaksana):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    actions.olah_antrean()
    client.force_login(pelaksana)
    alamat = f"/admin/informasi/informasi/{draf.pk}/"

    halaman = client.get(f"{alamat}change/").content.decode()
    form = client.get(f"{alamat}aksi/benarkan_temuan/").context["form"]
    satu, dua = form.fields["temuan"].queryset
    isian = {"versi": _baru(draf).versi, "alasan": "Nomor layanan", "temuan": [satu.pk, dua.pk]}
    jawaban = client.post(f"{alamat}aksi/benarkan_temuan/", isian)

    assert halaman.count("bersih.pdf: Terbaca, 1 halaman, belum dipindai: pemindai virus") == 1
    assert halaman.count("• NIK, halaman 1 baris 1 33••••••••••••01 – belum dibenarkan") == 1
    assert (NIK in halaman, jawaban.status_code, temuan_terbuka(draf).count()) == (False, 302, 0)
    sesudah = client.get(f"{alamat}change/").content.decode()
    assert sesudah.count(f"dibenarkan {pelaksana}: Nomor layanan") == 2


@pytest.mark.parametrize(
    ("peran", "kode"),
    [(Peran.PPID_UTAMA, 200), (Peran.PETUGAS, 200), (Peran.PPID_PELAKSANA, 403)],
)
def test_daftar_pembacaan_hanya_untuk_meja(client, monkeypatch, draf, peran, kode):
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")
    actions.olah_antrean()
    client.force_login(PenggunaFactory(peran=peran, unit=draf.unit))

    assert client.get("/admin/informasi/olahanberkas/").status_code == kode
