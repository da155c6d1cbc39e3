from datetime import date

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse

from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.models import Surat
from ppid_portal.situs.queries import lama_tenggat

pytestmark = pytest.mark.django_db


@pytest.fixture
def kalender():
    call_command("muat_acuan", verbosity=0)


@pytest.fixture
def surat(db):
    berkas = simpan_isi(b"%PDF-1.7 uji", nama="surat.pdf", tipe="application/pdf")
    return Surat.objects.create(
        kode="ACDEFGHJKMNP",
        jenis="perpanjangan",
        judul="Pemberitahuan Perpanjangan Waktu",
        nomor="001/PP/PPID/III/2026",
        tahun=2026,
        urut=1,
        tanggal=date(2026, 3, 9),
        perkara="permohonan:1",
        rujukan="uji",
        berkas=berkas,
    )


@time_machine.travel("2025-03-21 09:00 +0700", tick=False)
def test_beranda_menjanjikan_tanggal_menurut_kalender(client, kalender):
    laman = client.get(reverse("situs:beranda"))

    assert laman.context["contoh_batas"] == date(2025, 4, 15)
    assert "Selasa, 15 April 2025" in laman.content.decode()


@time_machine.travel("2025-03-21 09:00 +0700", tick=False)
def test_kalkulator_menjelaskan_setiap_hari(client, kalender):
    laman = client.get(reverse("situs:tenggat"), {"mulai": "2025-03-21", "hari": "10"})

    jam = laman.context["jam"]
    assert jam.batas == date(2025, 4, 15)
    assert [h.nomor for h in jam.hari if h.nomor] == list(range(1, 11))
    assert [h.tanggal for h in jam.hari if h.alasan and h.tanggal.weekday() < 5] == [
        date(2025, 3, 28),
        date(2025, 3, 31),
        *(date(2025, 4, h) for h in (1, 2, 3, 4, 7)),
    ]


@pytest.mark.parametrize(
    ("isian", "kolom"),
    [
        ({"mulai": "kemarin", "hari": "10"}, "mulai"),
        ({"mulai": "2025-03-21", "hari": "0"}, "hari"),
        ({"mulai": "1900-01-01", "hari": "10"}, "mulai"),
        ({"mulai": "2025-03-21", "hari": "9999999999"}, "hari"),
    ],
)
def test_kalkulator_menyebut_kolom_yang_salah(client, kalender, isian, kolom):
    laman = client.get(reverse("situs:tenggat"), isian)

    assert list(laman.context["form"].errors) == [kolom]
    assert laman.context["jam"] is None


def test_teks_tenggat_berasal_dari_tabel(client, kalender):
    assert lama_tenggat(date(2026, 1, 1)) == {"balasan": 10, "perpanjangan": 7, "keberatan": 30}


def test_periksa_surat_menyebut_nomor_tanpa_perkara(client, surat):
    laman = client.get(reverse("situs:periksa_surat", args=[surat.kode]))

    isi = laman.content.decode()
    assert "001/PP/PPID/III/2026" in isi
    assert "permohonan:1" not in isi


def test_periksa_surat_membandingkan_berkas(client, surat, tmp_path):
    url = reverse("situs:periksa_surat_form")
    asli, palsu = tmp_path / "asli.pdf", tmp_path / "palsu.pdf"
    asli.write_bytes(b"%PDF-1.7 uji")
    palsu.write_bytes(b"%PDF-1.7 diubah")

    hasil = []
    for berkas in (asli, palsu):
        with berkas.open("rb") as isi:
            hasil.append(client.post(url, {"kode": "acde-fghj-kmnp", "berkas": isi}))

    assert [laman.context["berkas_sama"] for laman in hasil] == ["ya", "tidak"]


def test_kode_surat_yang_tidak_dikenal_tidak_dibenarkan(client, surat):
    laman = client.get(reverse("situs:periksa_surat", args=["TIDAKADA"]))

    assert laman.context["surat"] is None
    assert "tidak kami kenal" in laman.content.decode()


def test_kotak_surat_hanya_ada_di_demo(client, settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    (tmp_path / "pesan-1@localhost.eml").write_bytes(
        b"Subject: Tanda bukti\nTo: siti@contoh.id\nDate: Mon, 09 Mar 2026 09:00:00 +0700\n\nHalo"
    )

    settings.DEMO = False
    assert client.get(reverse("situs:kotak_surat")).status_code == 404
    assert (
        client.get(reverse("situs:isi_kotak_surat", args=["pesan-1@localhost.eml"])).status_code
        == 404
    )
    settings.DEMO = True
    assert client.get(reverse("situs:kotak_surat")).context["daftar"][0]["judul"] == "Tanda bukti"
    assert client.get("/kotak-surat/..%2Frahasia.eml/").status_code == 404


def test_halaman_warga_memakai_csp_ketat(client, kalender):
    laman = client.get(reverse("situs:beranda"))

    csp = dict(b.strip().partition(" ")[::2] for b in laman["Content-Security-Policy"].split(";"))
    assert csp["default-src"] == "'self'"
    assert "unsafe" not in laman["Content-Security-Policy"]
    assert laman["X-Frame-Options"] == "DENY"
    assert laman["X-Content-Type-Options"] == "nosniff"
    assert laman.cookies == {}


def test_galat_tak_terduga_memberi_kode_rujukan(client, kalender, monkeypatch, caplog):
    def rusak(*args):
        raise RuntimeError("rahasia pemohon")

    monkeypatch.setattr("ppid_portal.situs.queries.baru_diumumkan", rusak)
    client.raise_request_exception = False

    laman = client.get(reverse("situs:beranda"))

    assert laman.status_code == 500
    kode = laman.context["kode_rujukan"]
    assert kode in laman.content.decode()
    assert "rahasia pemohon" not in laman.content.decode()
    assert any(kode in catatan.getMessage() for catatan in caplog.records)
