"""The desk: an officer of a unit sees and writes what belongs to that unit, and nothing else."""

import pytest
from django.template import engines
from django.urls import reverse

from informasi.models import Informasi
from ppid_portal.kernel.models import Berkas
from ppid_portal.kernel.peran import Peran
from tests.factories.informasi import PDF, InformasiFactory, unggahan
from tests.factories.kernel import PenggunaFactory, UnitFactory

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
DAFTAR = "/admin/informasi/informasi/"


@pytest.fixture(autouse=True)
def seperti_di_server(monkeypatch):
    """Unfold's own templates ask for variables that nobody sets; a server shows nothing there."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


def masuk(client, peran=Peran.PPID_PELAKSANA, unit=None):
    pengguna = PenggunaFactory(peran=peran, unit=unit)
    client.force_login(pengguna)
    return pengguna


def alamat(informasi, *lanjut):
    return "/".join([f"{DAFTAR}{informasi.pk}", *lanjut, ""])


def isian(unit, **ganti):
    return {
        "judul": "Laporan keuangan",
        "kelas": "berkala",
        "unit": unit.pk,
        "retensi": "bulan",
        "retensi_bulan": "60",
        "bentuk": ["softcopy", "pdf"],
        "edisi-TOTAL_FORMS": "0",
        "edisi-INITIAL_FORMS": "0",
        "peristiwa-TOTAL_FORMS": "0",
        "peristiwa-INITIAL_FORMS": "0",
        **ganti,
    }


def test_pelaksana_membuat_draf_unitnya(client):
    unit = UnitFactory()
    pengguna = masuk(client, unit=unit)

    jawaban = client.post(f"{DAFTAR}add/", isian(unit))

    informasi = Informasi.objects.get()
    assert jawaban.url == alamat(informasi, "change")
    assert (informasi.status, informasi.slug, informasi.bentuk) == (
        "draf", "laporan-keuangan", ["softcopy", "pdf"],
    )  # fmt: skip
    assert informasi.peristiwa.get().oleh == pengguna
    assert client.get(jawaban.url).status_code == 200


def test_pelaksana_tidak_dapat_memilih_unit_lain(client):
    unit, lain = UnitFactory(), UnitFactory()
    masuk(client, unit=unit)

    halaman = client.get(f"{DAFTAR}add/")
    jawaban = client.post(f"{DAFTAR}add/", isian(lain))

    pilihan = halaman.context["adminform"].form.fields["unit"].queryset
    assert list(pilihan) == [unit]
    assert list(jawaban.context["adminform"].form.errors) == ["unit"]
    assert Informasi.objects.count() == 0


def test_draf_disunting_dan_yang_lain_hanya_dibaca(client):
    unit = UnitFactory()
    masuk(client, unit=unit)
    draf = InformasiFactory(unit=unit)

    client.post(alamat(draf, "change"), isian(unit, judul="Nama baru", dibuka=draf.versi))
    assert Informasi.objects.get().judul == "Nama baru"

    for keadaan in ({"ditelaah": True}, {"terbit": True}):
        lain = InformasiFactory(unit=unit, judul="Tetap", **keadaan)
        assert client.get(alamat(lain, "change")).status_code == 200
        assert client.post(alamat(lain, "change"), isian(unit)).status_code == 403
        assert Informasi.objects.get(pk=lain.pk).judul == "Tetap"


def test_formulir_basi_tidak_menimpa(client):
    unit = UnitFactory()
    masuk(client, unit=unit)
    draf = InformasiFactory(unit=unit, judul="Asli")

    jawaban = client.post(alamat(draf, "change"), isian(unit, judul="Timpa", dibuka=draf.versi - 1))

    assert list(jawaban.context["adminform"].form.errors) == ["dibuka"]
    assert "baru saja diubah orang lain" in jawaban.content.decode()
    assert Informasi.objects.get().judul == "Asli"


def test_draf_unit_lain_tidak_ada_baginya(client):
    draf = InformasiFactory(judul="Draf rahasia", berkas=1)
    berkas = Berkas.objects.get()
    halaman = [
        DAFTAR,
        alamat(draf, "change"),
        alamat(draf, "aksi", "usulkan"),
        alamat(draf, "berkas", str(berkas.pk)),
    ]
    kode = {}
    for nama, peran, unit in [
        ("pemilik", Peran.PPID_PELAKSANA, draf.unit),
        ("unit lain", Peran.PPID_PELAKSANA, None),
        ("tanpa peran", None, None),
    ]:
        masuk(client, peran, unit)
        jawaban = [client.get(h) for h in halaman]
        if jawaban[-1].streaming:
            assert b"".join(jawaban[-1].streaming_content) == PDF
        kode[nama] = [j.status_code for j in jawaban]
        tampak = jawaban[0].content.decode().count("Draf rahasia") if kode[nama][0] == 200 else 0
        assert (nama, tampak > 0) == (nama, nama == "pemilik")

    assert kode == {
        "pemilik": [200, 200, 200, 200],
        "unit lain": [200, 302, 404, 404],
        "tanpa peran": [403, 403, 403, 403],
    }


def test_pengelola_teknis_tidak_melihat_daftar(client):
    client.force_login(PenggunaFactory(pengelola=True))

    assert client.get(DAFTAR).status_code == 403


def test_tombol_menurut_alur_dan_peran(client):
    unit = UnitFactory()
    draf = InformasiFactory(unit=unit)
    telaah = InformasiFactory(unit=unit, ditelaah=True)
    terbit = InformasiFactory(unit=unit, kelas="berkala", terbit=True)
    label = {}
    for peran in (Peran.PPID_PELAKSANA, Peran.PPID_UTAMA, Peran.AUDITOR):
        masuk(client, peran, unit if peran == Peran.PPID_PELAKSANA else None)
        label[peran] = [
            [t["label"] for t in client.get(alamat(i, "change")).context["tombol"]]
            for i in (draf, telaah, terbit)
        ]

    tulis = ["Tambah edisi dan berkas", "Usulkan untuk diumumkan"]
    assert label == {
        Peran.PPID_PELAKSANA: [tulis, [], ["Tambah edisi dan berkas", "Catat pembaruan"]],
        Peran.PPID_UTAMA: [
            tulis,
            ["Kembalikan ke unit", "Umumkan"],
            ["Tambah edisi dan berkas", "Catat pembaruan", "Tarik dari pengumuman"],
        ],
        Peran.AUDITOR: [[], [], []],
    }


def test_dari_draf_sampai_terbit_dengan_berkas(client):
    unit = UnitFactory()
    masuk(client, unit=unit)
    draf = InformasiFactory(unit=unit)

    client.post(
        alamat(draf, "aksi", "tambah_edisi"),
        {
            "versi": draf.versi,
            "tahun": 2026,
            "periode": "",
            "berkas": [unggahan("a.pdf"), unggahan("b.pdf")],
        },
    )
    client.post(alamat(draf, "aksi", "usulkan"), {"versi": draf.versi + 1})
    masuk(client, Peran.PPID_UTAMA)
    client.post(alamat(draf, "aksi", "terbitkan"), {"versi": draf.versi + 2})

    draf.refresh_from_db()
    edisi = draf.edisi.terbit().get()
    assert (draf.status, edisi.tahun) == ("terbit", 2026)
    assert [b.berkas.nama for b in edisi.berkas.all()] == ["a.pdf", "b.pdf"]
    halaman = client.get(alamat(draf, "change")).content.decode()
    assert (
        halaman.count(
            reverse(
                "admin:informasi_informasi_berkas", args=[draf.pk, edisi.berkas.first().berkas_id]
            )
        )
        == 1
    )


@pytest.mark.parametrize(
    ("nama", "isi", "keluhan"),
    [
        ("kosong.pdf", b"", "Berkas “kosong.pdf” kosong (0 byte)."),
        ("palsu.pdf", b"MZ program", "Isi berkas “palsu.pdf” tidak sesuai dengan akhiran .pdf."),
        ("../../x.php", b"<?php", "Jenis berkas ini belum diterima."),
        ("besar.pdf", b"%PDF-1.7" + b"x" * 2_000, "Berkas “besar.pdf” melebihi 1 KB."),
    ],
)
def test_unggahan_buruk_dijelaskan_di_samping_isian(
    client, settings, tempat_berkas, nama, isi, keluhan
):
    settings.UKURAN_UNGGAH_MAKS = 1_000
    unit = UnitFactory()
    masuk(client, unit=unit)
    draf = InformasiFactory(unit=unit)

    jawaban = client.post(
        alamat(draf, "aksi", "tambah_edisi"),
        {
            "versi": draf.versi,
            "tahun": 2026,
            "periode": "Triwulan I",
            "berkas": [unggahan("baik.pdf"), unggahan(nama, isi)],
        },
    )

    form = jawaban.context["form"]
    assert [k[: len(keluhan)] for k in form.errors["berkas"]] == [keluhan]
    assert (form["tahun"].value(), form["periode"].value()) == ("2026", "Triwulan I")
    assert (Berkas.objects.count(), draf.edisi.count()) == (0, 0)
    assert list(tempat_berkas.rglob("*")) == []


def test_alasan_penarikan_diminta(client):
    masuk(client, Peran.PPID_UTAMA)
    terbit = InformasiFactory(terbit=True)

    tanpa = client.post(alamat(terbit, "aksi", "tarik"), {"versi": terbit.versi, "alasan": ""})
    dengan = client.post(
        alamat(terbit, "aksi", "tarik"), {"versi": terbit.versi, "alasan": "Keliru"}
    )

    assert list(tanpa.context["form"].errors) == ["alasan"]
    assert (dengan.status_code, Informasi.objects.get().status) == (302, "ditarik")


@pytest.mark.parametrize("aksi", ["catat", "ubah", "ubah_kelas", "hapus"])
def test_langkah_tanpa_tombol_tidak_punya_alamat(client, aksi):
    masuk(client, Peran.PPID_UTAMA)
    draf = InformasiFactory()

    assert client.post(alamat(draf, "aksi", aksi), {"versi": draf.versi}).status_code == 404


def test_tidak_ada_yang_menghapus(client):
    masuk(client, Peran.PPID_UTAMA)
    draf = InformasiFactory()

    assert client.post(alamat(draf, "delete"), {"post": "yes"}).status_code == 403
    assert Informasi.objects.count() == 1


def test_pelaksana_tidak_mengumumkan(client):
    unit = UnitFactory()
    masuk(client, unit=unit)
    telaah = InformasiFactory(unit=unit, ditelaah=True)

    jawaban = client.post(alamat(telaah, "aksi", "terbitkan"), {"versi": telaah.versi})

    assert (jawaban.status_code, Informasi.objects.get().status) == (403, "ditelaah")
