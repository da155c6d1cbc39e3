"""The list as decisions fixed it: printed again on any later day, and never more than is public."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO, StringIO

import pypdfium2
import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.template import engines
from openpyxl import load_workbook

from informasi import actions, queries
from informasi.models import BarisDIP, Informasi, PenetapanDIP
from ppid_portal.kernel.galat import BukanWewenang
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran
from tests.factories.informasi import PPID_UTAMA, InformasiFactory
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = pytest.mark.django_db
MARET = datetime(2026, 3, 2, 3, tzinfo=UTC)
AGUSTUS = datetime(2026, 8, 14, 3, tzinfo=UTC)
KEPALA = [
    "Nomor", "Kelas", "Judul", "Ringkasan isi informasi", "Pejabat atau unit yang menguasai",
    "Penanggung jawab penerbitan", "Waktu dan tempat pembuatan", "Bentuk yang tersedia",
    "Jangka simpan", "Tautan",
]  # fmt: skip


@pytest.fixture(autouse=True)
def seperti_di_server(monkeypatch):
    """Unfold's own templates ask for variables that nobody sets; a server shows nothing there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def tetapkan(nomor="188/1/2026", pada=MARET, pelaku=PPID_UTAMA):
    penetapan = PenetapanDIP(nomor_sk=nomor, tanggal_sk=pada.date())
    return actions.tetapkan_dip(penetapan, pelaku, pada=pada)


def unduh(client, penetapan, bentuk):
    jawaban = client.get(f"/informasi/dip/{penetapan.pk}/{bentuk}/")
    assert jawaban.status_code == 200
    return b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content


def baris_csv(client, penetapan):
    return list(csv.reader(StringIO(unduh(client, penetapan, "csv").decode("utf-8-sig"))))


def judul(client, penetapan):
    return [b[2] for b in baris_csv(client, penetapan)[1:]]


def test_dua_penetapan_berbeda_tepat_pada_yang_berubah(client):
    tetap = InformasiFactory(terbit=True, judul="Neraca")
    berubah = InformasiFactory(terbit=True, judul="Rencana kerja")
    ditarik = InformasiFactory(terbit=True, judul="Daftar aset")
    satu = tetapkan()
    cetak_pertama = unduh(client, satu, "pdf")

    berubah.judul = "Rencana kerja 2026"
    actions.ubah(berubah, SISTEM)
    actions.tarik(ditarik, PPID_UTAMA, alasan="Salah unggah")
    InformasiFactory(terbit=True, judul="Kontrak jalan")
    dua = tetapkan("188/2/2026", AGUSTUS)

    lama, baru = ({tuple(b[1:]) for b in baris_csv(client, p)[1:]} for p in (satu, dua))
    assert sorted(b[1] for b in lama - baru) == ["Daftar aset", "Rencana kerja"]
    assert sorted(b[1] for b in baru - lama) == ["Kontrak jalan", "Rencana kerja 2026"]
    assert [b[1] for b in lama & baru] == [tetap.judul]
    assert unduh(client, satu, "pdf") == cetak_pertama
    assert [queries.dip_pada(h) for h in (date(2026, 3, 1), date(2026, 8, 13), date(2026, 8, 14))] == [
        None, satu, dua,
    ]  # fmt: skip


def test_ketiga_bentuk_memuat_kolom_yang_sama(client):
    InformasiFactory(
        terbit=True, kelas="berkala", judul="Neraca", ringkasan="Posisi keuangan",
        unit=UnitFactory(nama="Badan Keuangan"), pejabat="Kepala Bidang Akuntansi",
        penanggung_jawab="PPID Pelaksana", waktu_pembuatan="Januari 2026",
        tempat_pembuatan="Contoh", bentuk_asli="Softcopy", retensi_asli="5 tahun",
    )  # fmt: skip
    penetapan = tetapkan()

    harap = [
        "1", "Berkala", "Neraca", "Posisi keuangan", "Kepala Bidang Akuntansi, Badan Keuangan",
        "PPID Pelaksana", "Januari 2026, Contoh", "Softcopy", "5 tahun", "/informasi/neraca/",
    ]  # fmt: skip
    assert baris_csv(client, penetapan) == [KEPALA, harap]
    lembar = load_workbook(BytesIO(unduh(client, penetapan, "xlsx"))).active
    assert [[sel.value for sel in baris] for baris in lembar.rows] == [KEPALA, harap]
    dokumen = pypdfium2.PdfDocument(unduh(client, penetapan, "pdf"))
    teks = "".join("".join(h.get_textpage().get_text_range().split()) for h in dokumen)
    dokumen.close()
    hilang = [h for h in harap[2:9] if "".join(h.split()) not in teks]
    assert hilang == []


def test_rumus_tidak_pernah_dijalankan_lembar_kerja(client):
    InformasiFactory(terbit=True, judul="=HYPERLINK(1)", ringkasan="+1", pejabat="@SUM(A1)")
    penetapan = tetapkan()

    baris = baris_csv(client, penetapan)[1]
    lembar = load_workbook(BytesIO(unduh(client, penetapan, "xlsx"))).active
    sel = list(lembar.rows)[1]

    assert (baris[2], baris[3], baris[4][:9]) == ("'=HYPERLINK(1)", "'+1", "'@SUM(A1)")
    assert {s.data_type for s in sel} - {"s", "inlineStr"} == set()
    assert sel[2].value == "=HYPERLINK(1)"


def test_yang_bukan_untuk_umum_tidak_pernah_ikut(client):
    unit = UnitFactory()
    InformasiFactory(terbit=True, unit=unit, judul="Terbuka")
    InformasiFactory(terbit=True, unit=unit, judul="Rahasia dikecualikan", kelas="dikecualikan")
    InformasiFactory(unit=unit, judul="Rahasia draf")
    InformasiFactory(ditelaah=True, unit=unit, judul="Rahasia telaah")
    InformasiFactory(ditarik=True, unit=unit, judul="Rahasia ditarik")

    penetapan = tetapkan()

    assert judul(client, penetapan) == ["Terbuka"]
    for alamat in ("/informasi/dip/", penetapan.get_absolute_url()):
        assert client.get(alamat).content.count(b"Rahasia") == 0
    with pytest.raises(Error), transaction.atomic():
        BarisDIP.objects.create(
            penetapan=penetapan, nomor=2, kelas="dikecualikan", judul="x",
            informasi=Informasi.objects.get(judul="Rahasia dikecualikan"),
        )  # fmt: skip


def test_yang_ditetapkan_tidak_dapat_diubah_atau_dihapus():
    InformasiFactory(terbit=True)
    penetapan = tetapkan()

    for kerja in (
        lambda: PenetapanDIP.objects.update(nomor_sk="lain"),
        lambda: BarisDIP.objects.update(judul="lain"),
        lambda: BarisDIP.objects.all().delete(),
        lambda: penetapan.delete(),
    ):
        with pytest.raises(Error), transaction.atomic():
            kerja()

    assert list(BarisDIP.objects.values_list("judul", flat=True)) == [Informasi.objects.get().judul]


@pytest.mark.parametrize("peran", [Peran.PPID_PELAKSANA, Peran.PETUGAS, Peran.AUDITOR])
def test_hanya_ppid_utama_menetapkan(peran):
    InformasiFactory(terbit=True)

    with pytest.raises(BukanWewenang):
        tetapkan(pelaku=Pelaku(frozenset({peran})))

    assert PenetapanDIP.objects.count() == 0


def test_tanggal_yang_belum_tiba_dan_daftar_kosong_ditolak():
    with pytest.raises(ValidationError, match="Belum ada informasi"):
        tetapkan()
    InformasiFactory(terbit=True)
    with pytest.raises(ValidationError, match="belum tiba"):
        actions.tetapkan_dip(
            PenetapanDIP(nomor_sk="1", tanggal_sk=date(2026, 3, 3)), PPID_UTAMA, pada=MARET
        )


def test_laman_menyebut_yang_berlaku_pada_hari_yang_diminta(client):
    InformasiFactory(terbit=True)
    satu = tetapkan()
    tetapkan("188/2/2026", AGUSTUS)

    jawaban = client.get("/informasi/dip/?pada=2026-08-13")

    assert jawaban.context["berlaku"] == satu
    assert [p.nomor_sk for p in jawaban.context["semua"]] == ["188/2/2026", "188/1/2026"]
    assert client.get("/informasi/dip/?pada=2020-01-01").context["berlaku"] is None
    assert client.get("/informasi/dip/?pada=kemarin").context["keliru"] is True
    assert client.get(f"/informasi/dip/{satu.pk}/docx/").status_code == 404
    assert client.get("/informasi/dip/").cookies == {}


@pytest.mark.lambat
def test_daftar_panjang_dibaca_halaman_demi_halaman(client):
    unit = UnitFactory()
    for _ in range(51):
        InformasiFactory(terbit=True, unit=unit)
    alamat = tetapkan().get_absolute_url()

    satu, dua = client.get(alamat), client.get(f"{alamat}?dari=51")

    assert (len(satu.context["baris"]), satu.context["url_sesudah"]) == (50, f"{alamat}?dari=51")
    assert (len(dua.context["baris"]), dua.context["url_sesudah"]) == (1, "")
    assert [client.get(f"{alamat}?dari={d}").status_code for d in ("0", "999", "x", "-1")] == [
        200
    ] * 4


def test_butir_bernama_dip_tidak_menutupi_lamannya(client):
    butir = InformasiFactory(terbit=True, judul="DIP")

    assert butir.slug == "dip-2"
    assert client.get("/informasi/dip/").templates[0].name == "informasi/dip.html"


@pytest.mark.lambat
def test_meja_menetapkan_dengan_pratinjau_jumlah(client):
    InformasiFactory(terbit=True)
    InformasiFactory()
    isian = {"nomor_sk": "188/9/2026", "tanggal_sk": "2026-01-05"}
    kode = {}
    for peran in (Peran.PPID_PELAKSANA, Peran.AUDITOR, Peran.PPID_UTAMA):
        client.force_login(PenggunaFactory(peran=peran))
        halaman = client.get("/admin/informasi/penetapandip/add/")
        kode[peran] = (
            client.get("/admin/informasi/penetapandip/").status_code,
            halaman.status_code,
            client.post("/admin/informasi/penetapandip/add/", isian).status_code,
        )

    assert kode == {
        Peran.PPID_PELAKSANA: (403, 403, 403),
        Peran.AUDITOR: (200, 403, 403),
        Peran.PPID_UTAMA: (200, 200, 302),
    }
    assert halaman.content.decode().count("Menetapkan 1 informasi yang kini diumumkan") == 1
    penetapan = PenetapanDIP.objects.get()
    assert (penetapan.jumlah, penetapan.nomor_sk) == (
        1, "188/9/2026",
    )  # fmt: skip
    meja = client.get(f"/admin/informasi/penetapandip/{penetapan.pk}/change/")
    assert meja.content.decode().count(f'href="{penetapan.get_absolute_url()}"') == 1


def test_menetapkan_lagi_dengan_nomor_yang_sama_ditolak_formulir(client):
    InformasiFactory(terbit=True)
    tetapkan()
    client.force_login(PenggunaFactory(peran=Peran.PPID_UTAMA))

    jawaban = client.post(
        "/admin/informasi/penetapandip/add/", {"nomor_sk": "188/1/2026", "tanggal_sk": "2099-01-01"}
    )

    assert sorted(jawaban.context["adminform"].form.errors) == ["nomor_sk", "tanggal_sk"]
    assert PenetapanDIP.objects.count() == 1


def test_daftar_informasi_menunjuk_ke_kedua_daftar(client):
    isi = client.get("/informasi/").content.decode()

    assert [isi.count(f'href="{alamat}"') for alamat in ("/informasi/dip/", "/informasi/dik/")] == [
        1,
        1,
    ]
