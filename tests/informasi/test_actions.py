"""What may happen to an item, by whom, and what follows."""

from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import connection

from informasi import actions
from informasi.models import IndeksInformasi, Informasi
from ppid_portal.kernel.berkas import baca
from ppid_portal.kernel.galat import BerkasDitolak, BukanWewenang, FormBasi, TransisiDitolak
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran
from tests.factories.informasi import PPID_UTAMA, InformasiFactory, pdf, unggahan
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
SENIN = datetime(2026, 3, 2, 3, tzinfo=UTC)


def pelaksana(unit):
    return PenggunaFactory(peran=Peran.PPID_PELAKSANA, unit=unit).sebagai_pelaku()


def ppid():
    return PenggunaFactory(peran=Peran.PPID_UTAMA).sebagai_pelaku()


def aksi(informasi):
    return [p.aksi for p in informasi.peristiwa.all()]


def test_pelaksana_menulis_dan_ppid_mengumumkan():
    unit = UnitFactory()
    penulis = pelaksana(unit)

    informasi = actions.catat(Informasi(judul="APBD 2026", kelas="berkala", unit=unit), penulis)
    informasi = actions.usulkan(informasi, penulis)
    informasi = actions.terbitkan(informasi, ppid(), pada=SENIN)

    assert (informasi.status, informasi.slug, informasi.diumumkan_pada) == (
        "terbit",
        "apbd-2026",
        SENIN,
    )
    assert informasi.batas_waktu == date(2026, 9, 2)  # six months, UU 14/2008 ps. 9 ayat (3)
    assert aksi(informasi) == ["catat", "usulkan", "terbitkan", "perbarui"]
    assert IndeksInformasi.objects.get().informasi == informasi


def test_yang_bukan_berkala_tidak_punya_tenggat():
    informasi = InformasiFactory(terbit=True, kelas="setiap_saat")

    assert (informasi.batas_waktu, aksi(informasi)) == (None, ["catat", "usulkan", "terbitkan"])


def test_pembaruan_memulai_tenggat_baru():
    informasi = InformasiFactory(terbit=True, kelas="berkala")

    informasi = actions.perbarui(informasi, pelaksana(informasi.unit), pada=SENIN)

    assert informasi.batas_waktu == date(2026, 9, 2)
    assert informasi.jangka.filter(berhenti_pada__isnull=True).count() == 1


def test_pengusul_tidak_mengumumkan_usulannya():
    siapa = ppid()
    informasi = actions.usulkan(InformasiFactory(), siapa)

    with pytest.raises(TransisiDitolak, match="Pengusul tidak boleh"):
        actions.terbitkan(informasi, siapa)

    assert actions.terbitkan(informasi, ppid()).status == "terbit"


@pytest.mark.parametrize("langkah", [actions.usulkan, actions.terbitkan, actions.perbarui])
def test_unit_lain_dan_orang_asing_tidak_menulis(langkah):
    informasi = InformasiFactory(terbit=langkah is actions.perbarui, kelas="berkala")

    for siapa in (pelaksana(UnitFactory()), Pelaku(frozenset({Peran.AUDITOR}))):
        with pytest.raises(TransisiDitolak):
            langkah(informasi, siapa)

    assert Informasi.objects.get().versi == informasi.versi


def test_draf_tidak_dipindahkan_ke_unit_lain():
    informasi = InformasiFactory()
    siapa = pelaksana(informasi.unit)
    informasi.unit = UnitFactory()

    with pytest.raises(BukanWewenang, match="milik unit lain"):
        actions.ubah(informasi, siapa)


def test_alamat_ikut_judul_hanya_selama_draf():
    informasi = InformasiFactory(judul="Nama lama")
    informasi.judul = "Nama baru"
    informasi = actions.ubah(informasi, PPID_UTAMA)
    assert informasi.slug == "nama-baru"

    informasi = actions.terbitkan(actions.usulkan(informasi, SISTEM), SISTEM)
    informasi.judul = "Nama akhir"
    informasi = actions.ubah(informasi, SISTEM)

    assert (informasi.slug, informasi.judul) == ("nama-baru", "Nama akhir")
    assert IndeksInformasi.objects.get().judul_rapi == "nama akhir"
    assert informasi.peristiwa.filter(aksi="ubah").last().data == {"kolom": ["judul"]}


def test_simpan_tanpa_perubahan_tidak_mencatat_apa_pun():
    informasi = InformasiFactory()

    actions.ubah(informasi, PPID_UTAMA)

    assert aksi(informasi) == ["catat"]


def test_yang_sudah_diumumkan_tidak_disunting_petugas():
    informasi = InformasiFactory(terbit=True)
    informasi.judul = "Diam-diam berubah"

    with pytest.raises(BukanWewenang):
        actions.ubah(informasi, PPID_UTAMA)


def test_formulir_lama_ditolak():
    informasi = InformasiFactory()
    lama = informasi.versi
    actions.usulkan(informasi, PPID_UTAMA)

    with pytest.raises(FormBasi):
        actions.kembalikan(informasi, PPID_UTAMA, alasan="Lengkapi", versi=lama)


def test_judul_sama_mendapat_alamat_sendiri():
    alamat = [InformasiFactory(judul=j).slug for j in ("Renja", "Renja", "RENJA!", "Renja 2", "🙂")]

    assert alamat == ["renja", "renja-2", "renja-3", "renja-2-2", "informasi"]


def test_ditarik_keluar_dari_pencarian():
    informasi = InformasiFactory(terbit=True, kelas="berkala")

    informasi = actions.tarik(informasi, PPID_UTAMA, alasan="Memuat NIK")

    assert (informasi.status, informasi.batas_waktu) == ("ditarik", None)
    assert IndeksInformasi.objects.count() == 0


def test_berkas_informasi_dikecualikan_tidak_pernah_diumumkan():
    informasi = actions.usulkan(InformasiFactory(kelas="dikecualikan", berkas=1), SISTEM)

    with pytest.raises(TransisiDitolak, match="dikecualikan"):
        actions.terbitkan(informasi, PPID_UTAMA)

    terbit = InformasiFactory(kelas="dikecualikan", terbit=True)
    with pytest.raises(TransisiDitolak, match="dikecualikan"):
        actions.tambah_edisi(terbit, berkas=[unggahan()], pelaku=PPID_UTAMA)
    assert terbit.edisi.count() == 0


def test_edisi_baru_menunggu_orang_lain():
    informasi = InformasiFactory(terbit=True, kelas="berkala")
    penyusun, penelaah = ppid(), ppid()

    edisi = actions.tambah_edisi(informasi, tahun=2026, berkas=[unggahan()], pelaku=penyusun)
    assert list(informasi.edisi.terbit()) == []
    with pytest.raises(TransisiDitolak, match="Penyusun edisi"):
        actions.umumkan_edisi(informasi, penyusun)
    informasi = actions.umumkan_edisi(informasi, penelaah, pada=SENIN)

    assert list(informasi.edisi.terbit()) == [edisi]
    assert informasi.batas_waktu == date(2026, 9, 2)
    with pytest.raises(TransisiDitolak, match="Tidak ada edisi"):
        actions.umumkan_edisi(informasi, penelaah)


def test_edisi_dari_sistem_tidak_mengeluarkan_edisi_orang_lain():
    informasi = InformasiFactory(terbit=True)
    menunggu = actions.tambah_edisi(informasi, tahun=2025, pelaku=PPID_UTAMA)

    langsung = actions.tambah_edisi(informasi, tahun=2026, pelaku=SISTEM)

    assert list(informasi.edisi.terbit()) == [langsung]
    assert list(informasi.edisi.filter(diumumkan_pada__isnull=True)) == [menunggu]


def test_edisi_yang_sama_naik_versinya():
    informasi = InformasiFactory()

    versi = [
        actions.tambah_edisi(informasi, tahun=t, periode=p, pelaku=SISTEM).versi
        for t, p in [(2026, "I"), (2026, "I"), (2026, "II"), (None, ""), (None, "")]
    ]

    assert versi == [1, 2, 1, 1, 2]


@pytest.mark.parametrize(
    "buruk",
    [
        unggahan("kosong.pdf", b""),
        unggahan("palsu.pdf", b"MZ\x90\x00 program"),
        unggahan("program.exe", b"MZ\x90\x00"),
        unggahan("gambar.png", b"%PDF-1.7"),
        unggahan("besar.pdf", b"%PDF-1.7" + b"x" * 2_000),
    ],
    ids=lambda u: u.name,
)
def test_unggahan_buruk_ditolak_dan_tidak_ada_yang_tersimpan(buruk, settings, tempat_berkas):
    settings.UKURAN_UNGGAH_MAKS = 1_000
    informasi = InformasiFactory()

    with pytest.raises(BerkasDitolak):
        actions.tambah_edisi(informasi, berkas=[unggahan("baik.pdf"), buruk], pelaku=SISTEM)

    assert (Berkas.objects.count(), informasi.edisi.count()) == (0, 0)
    assert list(tempat_berkas.rglob("*")) == []
    assert Informasi.objects.get().versi == informasi.versi


def test_nama_berkas_tidak_menentukan_tempatnya(tempat_berkas):
    informasi = InformasiFactory()

    actions.tambah_edisi(informasi, berkas=[unggahan("..\\..\\etc/pass\x00wd.pdf")], pelaku=SISTEM)

    berkas = Berkas.objects.get()
    kode = berkas.pk.hex
    assert berkas.nama == "passwd.pdf"
    ada = [p.relative_to(tempat_berkas).as_posix() for p in tempat_berkas.rglob("*") if p.is_file()]
    assert ada == [f"{kode[:2]}/{kode[2:4]}/{kode}"]


def test_jawaban_dipromosikan_dalam_satu_tindakan():
    asal, siapa = pdf("jawaban.pdf"), ppid()

    informasi = actions.promosikan(
        judul="Kontrak jalan", ringkasan="Salinan kontrak", unit=UnitFactory(), kelas="setiap_saat",
        berkas=[asal], pelaku=siapa,
    )  # fmt: skip

    salinan = informasi.edisi.terbit().get().berkas.get().berkas
    assert (informasi.status, salinan.nama, baca(salinan)) == ("terbit", "jawaban.pdf", baca(asal))
    assert (salinan.pk != asal.pk, salinan.isi.name != asal.isi.name) == (True, True)
    assert informasi.peristiwa.get(aksi="terbitkan").oleh_id == siapa.pengguna_id


@pytest.mark.parametrize(
    ("siapa", "kelas"),
    [
        (Pelaku(frozenset({Peran.PPID_PELAKSANA})), "setiap_saat"),
        (Pelaku(frozenset({Peran.PETUGAS})), "setiap_saat"),
        (PPID_UTAMA, "dikecualikan"),
    ],
)
def test_promosi_yang_tidak_boleh_tidak_meninggalkan_apa_pun(siapa, kelas):
    asal = pdf()

    with pytest.raises(TransisiDitolak):
        actions.promosikan(
            judul="Kontrak",
            ringkasan="",
            unit=UnitFactory(),
            kelas=kelas,
            berkas=[asal],
            pelaku=siapa,
        )

    assert (Informasi.objects.count(), Berkas.objects.get()) == (0, asal)


def test_indeks_disusun_ulang_oleh_perintah(capsys):
    informasi = InformasiFactory(terbit=True, judul="Renja")
    with connection.cursor() as kursor:
        kursor.execute("UPDATE informasi_indeksinformasi SET judul_rapi = 'salah'")

    call_command("susun_indeks")

    assert IndeksInformasi.objects.get(informasi=informasi).judul_rapi == "renja"
    assert capsys.readouterr().out == "1 butir diindeks ulang.\n"
