"""Saved searches: nobody is told without a yes, nothing is told twice, a stop forgets the address."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from informasi.actions import langganan as actions
from informasi.models import IndeksInformasi, Informasi, LanggananPencarian
from informasi.tasks import kirim_langganan
from ppid_portal.kernel.models import Pesan
from ppid_portal.kernel.pesan import kirim_antrean
from tests.factories.informasi import InformasiFactory

pytestmark = pytest.mark.django_db
BARU = "/informasi/langganan/baru/"
SUREL = "siti@contoh.id"


def langganan(q="retribusi", surel=SUREL, *, setuju=True, lalu=timedelta(days=2)):
    pada = timezone.now() - lalu
    actions.langgan(surel, {"q": q}, pada)
    satu = LanggananPencarian.objects.latest("pk")
    if setuju:
        actions.setujui(satu, pada)
    return LanggananPencarian.objects.get(pk=satu.pk)


def kabar():
    return [
        p.isi
        for p in Pesan.objects.order_by("pk")
        if p.kunci.startswith("langganan-") and "setuju" not in p.kunci
    ]


def terbit(judul, lalu=timedelta(hours=1), **isian):
    satu = InformasiFactory(judul=judul, terbit=True, **isian)
    pada = timezone.now() - lalu
    Informasi.objects.filter(pk=satu.pk).update(diumumkan_pada=pada)
    IndeksInformasi.objects.filter(pk=satu.pk).update(diumumkan_pada=pada)
    return satu


def test_tanpa_persetujuan_tidak_ada_kabar():
    langganan(setuju=False)
    terbit("Laporan retribusi")

    assert (actions.kirim_langganan(timezone.now()), kabar()) == (0, [])


def test_hanya_yang_terbit_sesudahnya_yang_dikabarkan():
    terbit("Retribusi lama", lalu=timedelta(days=5))
    langganan()
    baru = terbit("Retribusi baru")
    terbit("Sejarah kota")

    assert actions.kirim_langganan(timezone.now()) == 1
    assert [
        (baru.get_absolute_url() in isi, "Retribusi lama" in isi, "Sejarah" in isi)
        for isi in kabar()
    ] == [(True, False, False)]


def test_tidak_pernah_dua_kali():
    langganan()
    terbit("Retribusi baru")
    kini = timezone.now()

    hitungan = [actions.kirim_langganan(kini + timedelta(hours=n)) for n in (0, 1, 24, 48)]

    assert (hitungan, len(kabar())) == ([1, 0, 0, 0], 1)


def test_yang_tersembunyi_tidak_dikabarkan():
    langganan()
    InformasiFactory(judul="Retribusi draf")
    InformasiFactory(judul="Retribusi ditelaah", ditelaah=True)
    InformasiFactory(judul="Retribusi ditarik", ditarik=True)

    assert (actions.kirim_langganan(timezone.now()), kabar()) == (0, [])


def test_tebakan_dan_sebagian_kata_bukan_kabar():
    langganan("retribusi pasar")
    langganan("retirbusi")
    terbit("Retribusi parkir")

    assert actions.kirim_langganan(timezone.now()) == 0


def test_yang_tidak_disetujui_dihapus_setelah_tujuh_hari():
    langganan(setuju=False, lalu=timedelta(days=8))
    tetap = langganan("pajak", setuju=False, lalu=timedelta(days=6))

    actions.kirim_langganan(timezone.now())

    assert list(LanggananPencarian.objects.all()) == [tetap]


def test_surel_tersandi_di_tabel():
    langganan()
    with connection.cursor() as kursor:
        kursor.execute("SELECT surel, surel_indeks FROM informasi_langgananpencarian")
        baris = kursor.fetchone()

    assert [SUREL in isi for isi in baris] == [False, False]


def test_kotak_surat_orang_tidak_dapat_dipenuhi():
    pada = timezone.now()

    surat = [actions.langgan(SUREL, {"q": f"kata {n}"}, pada) for n in range(5)]
    lagi = actions.langgan(SUREL, {"q": "kata 0"}, pada)

    assert (surat, lagi) == ([True, True, True, False, False], False)


def test_tugas_harian_mengabarkan():
    langganan()
    terbit("Retribusi baru")

    assert kirim_langganan() == 1


def test_dari_halaman_sampai_kabar_dan_berhenti(client):
    halaman = client.get(BARU, {"q": "retribusi", "tahun": "2025"})
    kirim = client.post(BARU, {"q": "retribusi", "tahun": "2025", "surel": SUREL})
    kirim_antrean()
    satu = LanggananPencarian.objects.get()
    tautan = f"/informasi/langganan/{actions.tanda(satu)}/"

    assert '<input type="hidden" name="tahun" value="2025">' in halaman.content.decode()
    assert "Periksa kotak surat Anda" in kirim.content.decode()
    assert (satu.pilihan, satu.disetujui_pada) == ({"q": "retribusi", "tahun": "2025"}, None)
    assert [(s.to, tautan in s.body) for s in mail.outbox] == [([SUREL], True)]

    client.get(tautan)
    belum = LanggananPencarian.objects.get().disetujui_pada
    setuju = client.post(tautan, {"langkah": "setuju"})
    sudah = LanggananPencarian.objects.get().disetujui_pada
    berhenti = client.post(tautan)

    assert (belum, sudah is not None) == (None, True)
    assert "Kabar untuk pencarian ini berjalan" in setuju.content.decode()
    assert "Kabar dihentikan" in berhenti.content.decode()
    assert LanggananPencarian.objects.count() == 0
    assert client.get(tautan).status_code == 404


def test_jawaban_sama_untuk_alamat_yang_sudah_berlangganan(client):
    langganan()

    dua = [client.post(BARU, {"q": "retribusi", "surel": s}) for s in (SUREL, "budi@contoh.id")]

    assert dua[0].content.decode().count("Periksa kotak surat Anda") == 1
    assert len(dua[0].content) == len(dua[1].content)


@pytest.mark.parametrize("tanda", ["1", "1:palsu", "x:y"])
def test_tautan_palsu_tidak_membuka_apa_apa(client, tanda):
    langganan()

    assert client.get(f"/informasi/langganan/{tanda}/").status_code == 404


@pytest.mark.parametrize("isian", [{"surel": "bukan surel"}, {"surel": SUREL, "laman_web": "x"}])
def test_isian_keliru_tidak_disimpan(client, isian):
    halaman = client.post(BARU, {"q": "retribusi", **isian})

    assert (halaman.status_code, LanggananPencarian.objects.count()) == (200, 0)


def test_tanpa_pencarian_kembali_ke_daftar(client):
    assert client.get(BARU).url == "/informasi/"


def test_daftar_menawarkan_kabar_hanya_setelah_mencari(client):
    InformasiFactory(terbit=True, judul="Retribusi")

    isi = [client.get("/informasi/", s).content.decode() for s in ({}, {"q": "retribusi"})]

    assert ["langganan/baru/" in satu for satu in isi] == [False, True]
