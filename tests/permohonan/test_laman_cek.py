"""The doors to a case: the right pair opens it, and everything else looks the same."""

import logging
import re
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone
from redis.exceptions import ConnectionError as RedisMati

from permohonan.models import Permohonan
from permohonan.rules import MASA_TAUTAN, buka_token, tautan_masuk, token_masuk
from permohonan.views import laju
from tests.permohonan.contoh_isian import URL_AJUKAN, URL_CEK, URL_TERKIRIM, isian

pytestmark = pytest.mark.django_db
TIDAK_COCOK = ["Nomor dan kode rahasia ini tidak cocok. Periksa keduanya, lalu coba lagi."]


@pytest.fixture(autouse=True)
def _cache_kosong():
    cache.clear()


@pytest.fixture
def ajukan(client_baru):
    """Return a maker of cases: each with its secret, sent from a browser of its own."""

    def buat(**ganti):
        peramban = client_baru()
        peramban.post(URL_AJUKAN, isian(**ganti))
        resi = peramban.get(URL_TERKIRIM).context["resi"]
        return resi.permohonan, resi.rahasia, peramban

    return buat


@pytest.fixture
def client_baru(client):
    return lambda: type(client)()


def galat(jawaban):
    return jawaban.context["form"].non_field_errors()


def tanpa_csrf(jawaban):
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", jawaban.content)


def url(permohonan):
    return f"/permohonan/{permohonan.kode}/"


# --- number and secret
def test_pasangan_benar_membuka_perkara(client, ajukan):
    permohonan, rahasia, _ = ajukan()

    jawaban = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert (jawaban.status_code, jawaban.url) == (302, url(permohonan))
    assert client.get(jawaban.url).context["permohonan"] == permohonan


def test_rahasia_boleh_huruf_kecil_tanpa_tanda_hubung(client, ajukan):
    permohonan, rahasia, _ = ajukan()

    tulis = {"nomor": f" {permohonan.nomor.lower()} ", "rahasia": rahasia.lower().replace("-", " ")}

    assert client.post(URL_CEK, tulis).url == url(permohonan)


def test_pasangan_salah_tidak_memberi_tahu_mana_yang_salah(client, ajukan):
    permohonan, rahasia, _ = ajukan()
    lain, rahasia_lain, _ = ajukan()

    coba = [
        (permohonan.nomor, "AAAA-AAAA-AAAA"),
        ("999/PPID/I/2026", rahasia),
        (permohonan.nomor, rahasia_lain),
        (str(permohonan.kode), rahasia),
        ("%", rahasia),
    ]
    jawaban = [client.post(URL_CEK, {"nomor": n, "rahasia": r}) for n, r in coba]

    assert [galat(satu) for satu in jawaban] == [TIDAK_COCOK] * 5
    assert [satu.status_code for satu in jawaban] == [200] * 5
    assert [client.get(url(satu)).templates[0].name for satu in (permohonan, lain)] == [
        "permohonan/rahasia.html"
    ] * 2


def test_nomor_yang_ditulis_tetap_ada_setelah_salah(client):
    jawaban = client.post(URL_CEK, {"nomor": "014/PPID/XI/2026", "rahasia": "X"})

    assert jawaban.context["form"]["nomor"].value() == "014/PPID/XI/2026"


def test_nomor_dari_kode_qr_sudah_terisi(client):
    jawaban = client.get(URL_CEK, {"nomor": "014/PPID/XI/2026"})

    assert jawaban.context["form"]["nomor"].value() == "014/PPID/XI/2026"


# --- the address of a case alone
def test_alamat_perkara_tanpa_akses_sama_dengan_alamat_yang_tidak_ada(client, ajukan):
    permohonan, _, _ = ajukan()

    ada, tidak = client.get(url(permohonan)), client.get(f"/permohonan/{uuid4()}/")

    assert (ada.status_code, tidak.status_code) == (200, 200)
    assert tanpa_csrf(ada) == tanpa_csrf(tidak)
    assert ada["X-Robots-Tag"] == tidak["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert ada["Cache-Control"] == tidak["Cache-Control"] == "private, no-store"


def test_rahasia_salah_di_alamat_perkara_sama_dengan_alamat_yang_tidak_ada(client, ajukan):
    permohonan, _, _ = ajukan()

    ada, tidak = (
        client.post(alamat, {"rahasia": "AAAA-AAAA-AAAA"})
        for alamat in (url(permohonan), f"/permohonan/{uuid4()}/")
    )

    assert tanpa_csrf(ada) == tanpa_csrf(tidak)
    assert galat(ada) == TIDAK_COCOK


def test_rahasia_benar_di_alamat_perkara_membukanya(client, ajukan):
    permohonan, rahasia, _ = ajukan()

    assert client.post(url(permohonan), {"rahasia": rahasia}).url == url(permohonan)
    assert client.get(url(permohonan)).context["permohonan"] == permohonan


def test_akses_satu_perkara_tidak_membuka_perkara_lain(ajukan):
    permohonan, _, _ = ajukan()
    _, _, peramban_lain = ajukan()

    tujuan = [
        ("get", url(permohonan), 200),
        ("get", f"{url(permohonan)}lengkapi/", 302),
        ("post", f"{url(permohonan)}cabut/", 302),
        ("get", f"{url(permohonan)}tanda-bukti/", 404),
        ("get", f"{url(permohonan)}surat/1/", 404),
        ("get", f"{url(permohonan)}berkas/{uuid4()}/", 404),
    ]
    jawaban = [getattr(peramban_lain, cara)(alamat) for cara, alamat, _ in tujuan]

    assert [satu.status_code for satu in jawaban] == [kode for _, _, kode in tujuan]
    assert jawaban[0].templates[0].name == "permohonan/rahasia.html"
    permohonan.refresh_from_db()
    assert permohonan.status == "diterima"


def test_akses_berakhir_setelah_dua_jam(ajukan):
    permohonan, _, peramban = ajukan()
    sekarang = timezone.now()

    with time_machine.travel(sekarang + timedelta(hours=1, minutes=59), tick=False):
        assert peramban.get(url(permohonan)).templates[0].name == "permohonan/lihat.html"
    with time_machine.travel(sekarang + timedelta(hours=2, minutes=1), tick=False):
        assert peramban.get(url(permohonan)).templates[0].name == "permohonan/rahasia.html"


def test_tutup_menghapus_akses_dari_peramban(ajukan):
    permohonan, _, peramban = ajukan()

    peramban.post("/permohonan/tutup/")

    assert peramban.get(url(permohonan)).templates[0].name == "permohonan/rahasia.html"


def test_tutup_hanya_dengan_tombol(client):
    assert client.get("/permohonan/tutup/").status_code == 405


def test_sesi_berganti_kunci_saat_perkara_dibuka(client, ajukan):
    permohonan, rahasia, _ = ajukan()
    client.session.save()
    sesi = client.session
    sesi["penanda"] = "x"
    sesi.save()
    kunci = sesi.session_key

    client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert client.session["penanda"] == "x"
    assert (client.session.session_key == kunci) is False


def test_rahasia_tidak_pernah_di_alamat_kuki_atau_log(client, ajukan, caplog):
    caplog.set_level(logging.DEBUG)
    permohonan, rahasia, _ = ajukan()

    salah = client.post(URL_CEK, {"nomor": "x", "rahasia": rahasia})
    benar = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia}, follow=True)

    jejak = (
        str(client.cookies) + str(dict(client.session)) + caplog.text + str(benar.redirect_chain)
    )
    assert benar.redirect_chain == [(url(permohonan), 302)]
    assert [bentuk in jejak for bentuk in (rahasia, rahasia.replace("-", ""))] == [False, False]
    assert salah.status_code == 200


# --- the link in a message
def test_tautan_dari_surel_membuka_perkara(client, ajukan, settings):
    permohonan, _, _ = ajukan()
    tautan = tautan_masuk(permohonan)

    assert tautan.startswith(f"{settings.ALAMAT_SITUS}/permohonan/masuk/")
    jawaban = client.get(tautan.removeprefix(settings.ALAMAT_SITUS))
    assert (jawaban.status_code, jawaban.url) == (302, url(permohonan))
    assert client.get(jawaban.url).context["permohonan"] == permohonan


def test_tautan_mati_setelah_masanya(ajukan):
    permohonan, _, _ = ajukan()
    token, sekarang = token_masuk(permohonan), timezone.now()

    with time_machine.travel(sekarang + MASA_TAUTAN - timedelta(hours=1), tick=False):
        assert buka_token(token) == permohonan
    with time_machine.travel(sekarang + MASA_TAUTAN + timedelta(minutes=1), tick=False):
        assert buka_token(token) is None


def test_tautan_mati_bila_rahasia_diganti(ajukan):
    permohonan, _, _ = ajukan()
    token = token_masuk(permohonan)

    Permohonan.objects.filter(pk=permohonan.pk).update(sidik_rahasia="0" * 64)

    assert buka_token(token) is None


def test_tautan_palsu_tidak_membuka_apa_pun(client, ajukan):
    permohonan, _, _ = ajukan()
    lain, _, _ = ajukan()
    tanda = token_masuk(lain).partition(".")[2]
    palsu = ["x", str(permohonan.kode), f"{permohonan.kode.hex}.{tanda}", f"{uuid4().hex}.{tanda}"]

    jawaban = [client.get(f"/permohonan/masuk/{token}/") for token in palsu]

    assert [satu.status_code for satu in jawaban] == [404] * 4
    assert {satu.templates[0].name for satu in jawaban} == {"permohonan/tautan_mati.html"}
    masa = f"Tautan berlaku {MASA_TAUTAN.days} hari, dan harus utuh."
    assert [masa in satu.content.decode() for satu in jawaban] == [True] * 4


# --- guessing
def test_menebak_satu_perkara_makin_lama_makin_ditahan(client, ajukan):
    permohonan, rahasia, _ = ajukan()
    salah = {"nomor": permohonan.nomor, "rahasia": "AAAA"}

    pesan = [galat(client.post(URL_CEK, salah)) for _ in range(8)]
    benar = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert pesan[:6] == [TIDAK_COCOK] * 6
    assert pesan[6][0].startswith("Terlalu banyak percobaan.")
    assert galat(benar)[0].startswith("Terlalu banyak percobaan.")


def test_jeda_berlipat_dua_sampai_batasnya():
    rem = laju.Rem("uji", bebas=1, masa=600, jeda=10, jeda_maks=35)
    tunggu = []
    with time_machine.travel(timezone.now(), tick=False):
        for _ in range(5):
            rem.catat("a")
            tunggu.append(rem.tunggu("a"))

    assert tunggu == [0, 10, 20, 35, 35]
    assert rem.tunggu("b") == 0


def test_tetangga_di_alamat_yang_sama_tidak_ikut_terkunci(client, ajukan):
    permohonan, rahasia, _ = ajukan()
    for _ in range(8):
        client.post(URL_CEK, {"nomor": "999/PPID/I/2026", "rahasia": "AAAA"})

    jawaban = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert jawaban.url == url(permohonan)


def test_pemohon_tidak_terkunci_oleh_penebak_dari_tempat_lain(client, ajukan):
    permohonan, rahasia, _ = ajukan()
    for _ in range(8):
        client.post(
            URL_CEK, {"nomor": permohonan.nomor, "rahasia": "AAAA"}, REMOTE_ADDR="198.51.100.7"
        )

    jawaban = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert jawaban.url == url(permohonan)


def test_alamat_jaringan_dan_nomor_tidak_tertulis_di_cache():
    with patch.object(cache, "add") as add, patch.object(cache, "incr", return_value=1):
        laju.CEK_PASANGAN.catat("203.0.113.9/014/PPID/XI/2026")

    kunci = add.call_args.args[0]
    assert re.fullmatch(r"laju:cek-pasangan:kali:[0-9a-f]{64}", kunci)


def test_cek_tetap_terbuka_ketika_cache_mati(client, ajukan):
    permohonan, rahasia, _ = ajukan()

    with (
        patch.object(cache, "get", side_effect=RedisMati),
        patch.object(cache, "add", side_effect=RedisMati),
    ):
        salah = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": "X"})
        benar = client.post(URL_CEK, {"nomor": permohonan.nomor, "rahasia": rahasia})

    assert galat(salah) == TIDAK_COCOK
    assert benar.url == url(permohonan)
