"""The main job from end to end, as citizen, officer, office staff and PPID, on a telephone and at a desk."""

import email
import email.policy
import io
import re

import pytest
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import expect

from permohonan.models import Permohonan
from permohonan.tasks import olah_peristiwa
from ppid_portal.kernel.models import Pesan, Unit
from ppid_portal.kernel.models.pesan import Keadaan
from ppid_portal.kernel.pdf import cetak
from ppid_portal.kernel.tasks import kirim_pesan
from ppid_portal.situs import actions, demo

pytestmark = [
    pytest.mark.lambat,
    pytest.mark.peramban,
    pytest.mark.ignore_template_errors,  # Unfold's own templates lean on missing variables
]

ISIAN = {
    "butir_1": "Dokumen kontrak peningkatan jalan ruas Simpang Tiga tahun 2025",
    "butir_2": "Berita acara serah terima pekerjaan yang sama",
    "tujuan": "Mengawasi pembangunan jalan di desa saya",
    "nama": "Siti Aminah Rekaan",
    "nik": "3201 0150 0190 0001",
    "alamat": "Jl. Mawar No. 3, Desa Mekar Rekaan",
    "surel": "siti@warga.example",
}


@pytest.fixture
def daerah(transactional_db, settings, tmp_path):
    settings.EMAIL_BACKEND = "ppid_portal.kernel.surel.SurelKeBerkas"
    settings.EMAIL_FILE_PATH = tmp_path / "surel"
    settings.DEMO = True
    cache.clear()
    call_command("muat_acuan", verbosity=0)
    actions.bangun_daerah()
    actions.isi_daftar_informasi(io.StringIO())
    return tmp_path


def masuk(laman, nama):
    laman.goto("/admin/login/")
    laman.fill("[name=username]", nama)
    laman.fill("[name=password]", demo.KATA_SANDI)
    laman.locator("button[type=submit], input[type=submit]").first.click()
    expect(laman.get_by_role("heading", name="Hari ini")).to_be_visible()


def buka_tugas(laman, nama):
    laman.goto("/admin/")
    laman.locator("main, #main, body").get_by_role("link", name=nama).first.click()


def langkah(laman, label, axe=None, **isian):
    """Press one of the case's buttons, fill the short form, confirm."""
    laman.get_by_role("link", name=label, exact=True).click()
    if axe:
        axe(laman)
    for nama, nilai in isian.items():
        medan = laman.locator(f"[name={nama}]")
        if medan.evaluate("e => e.tagName") == "SELECT":
            medan.select_option(nilai)
        else:
            medan.fill(nilai)
    laman.get_by_role("button", name=label, exact=True).click()
    expect(laman.get_by_text(f"{label}: tercatat.")).to_be_visible()


def isi_formulir(warga):
    warga.get_by_role("button", name="Tambah butir").click()
    for nama, nilai in ISIAN.items():
        warga.fill(f"[name={nama}]", nilai)
    warga.check("[name=cara_memperoleh][value=salinan_lunak]")
    warga.check("[name=cara_salinan][value=unduh]")


def test_dari_pencarian_sampai_jawaban_dan_pengumuman(daerah, orang, pekerja, axe):
    warga = orang()
    with pekerja():
        nomor, rahasia = warga_mengajukan(warga, axe)
        meja_mengerjakan(orang, axe, nomor, daerah)
        warga_menerima(warga, axe, nomor, rahasia, daerah)
    jawaban_diumumkan(orang, warga, axe, nomor)


def warga_mengajukan(warga, axe):
    warga.goto("/")
    axe(warga)
    warga.fill("[name=q]", "lambang daerha")
    warga.keyboard.press("Enter")
    expect(warga.get_by_role("link", name=re.compile("Lambang Daerah")).first).to_be_visible()
    axe(warga)
    warga.get_by_role("link", name=re.compile("Lambang Daerah")).first.click()
    axe(warga)
    with warga.expect_download() as unduhan:
        warga.get_by_role("link", name=re.compile(r"lambang-daerah|Unduh|PDF")).last.click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")

    warga.goto("/informasi/?q=kontrak+jalan+simpang+tiga+zzyx")
    axe(warga)
    warga.locator("main a[href*='permohonan/ajukan']").first.click()
    expect(warga.locator("[name=butir_1]")).to_have_value("kontrak jalan simpang tiga zzyx")
    axe(warga)

    warga.locator("main form [type=submit]").last.click()
    expect(warga.locator("[name=butir_1]")).to_have_value("kontrak jalan simpang tiga zzyx")
    assert warga.locator("[aria-invalid=true]").count() > 0
    axe(warga)
    isi_formulir(warga)
    warga.wait_for_timeout(3100)
    warga.locator("main form [type=submit]").last.click()
    warga.wait_for_url("**/permohonan/terkirim/")
    axe(warga)
    nomor, rahasia = warga.locator(".resi dd").all_inner_texts()
    with warga.expect_download() as unduhan:
        warga.get_by_role("link", name="Unduh tanda bukti (PDF)").click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")
    return nomor, rahasia


def meja_mengerjakan(orang, axe, nomor, daerah):  # noqa: PLR0915
    petugas = orang()
    masuk(petugas, "petugas")
    axe(petugas)
    buka_tugas(petugas, nomor)
    axe(petugas)
    langkah(petugas, "Nyatakan lengkap", axe)

    ppid = orang()
    masuk(ppid, "ppid")
    buka_tugas(ppid, nomor)
    langkah(
        ppid,
        "Disposisikan ke unit",
        axe,
        unit=str(Unit.objects.get(slug="dpupr").pk),
        instruksi="Siapkan kontrak dan berita acaranya.",
        lama_hari="3",
    )

    opd = orang()
    masuk(opd, "dpupr")
    axe(opd)
    buka_tugas(opd, nomor)
    axe(opd)
    assert "Siti" not in opd.content()
    langkah(opd, "Terima tugas")
    jawaban = daerah / "kontrak.pdf"
    isi = {"judul": "Kontrak", "unit": "DPUPR", "ringkasan": "Kontrak", "tahun": "2025"}
    jawaban.write_bytes(cetak("surat/contoh/dokumen.typ", isi))
    opd.get_by_role("link", name="Kirim jawaban ke PPID", exact=True).click()
    axe(opd)
    opd.fill("[name=jawaban]", "Kontrak terlampir; berita acara belum ada.")
    opd.set_input_files("[name=berkas]", jawaban)
    opd.get_by_role("button", name="Kirim jawaban ke PPID", exact=True).click()
    expect(opd.get_by_text("Kirim jawaban ke PPID: tercatat.")).to_be_visible()

    buka_tugas(ppid, nomor)
    ppid.get_by_role("link", name="Putuskan tiap butir", exact=True).click()
    axe(ppid)
    for butir, penguasaan, keputusan in (
        (1, "dikuasai", "dikabulkan"),
        (2, "tidak_dikuasai", "tidak_dikuasai"),
    ):
        ppid.select_option(f"[name=butir_{butir}_penguasaan]", penguasaan)
        ppid.select_option(f"[name=butir_{butir}_keputusan]", keputusan)
    ppid.fill("[name=butir_1_materi]", "Salinan kontrak lengkap")
    ppid.check("[name=diserahkan]")
    ppid.get_by_role("button", name="Putuskan tiap butir", exact=True).click()
    langkah(ppid, "Kirim jawaban: dikabulkan sebagian", axe)
    axe(ppid)


def warga_menerima(warga, axe, nomor, rahasia, daerah):
    warga.context.clear_cookies()
    warga.goto("/permohonan/cek/")
    axe(warga)
    warga.fill("[name=nomor]", nomor)
    warga.fill("[name=rahasia]", rahasia)
    warga.locator("main form [type=submit]").last.click()
    expect(warga.get_by_role("heading", level=1)).to_contain_text(nomor)
    axe(warga)
    for _ in range(30):
        if warga.get_by_role("link", name=re.compile("Pemberitahuan Tertulis")).count():
            break
        olah_peristiwa.delay()  # what beat asks every few seconds
        warga.wait_for_timeout(500)
        warga.reload()
    with warga.expect_download() as surat:
        warga.get_by_role("link", name=re.compile("Pemberitahuan Tertulis")).first.click()
    assert surat.value.path().read_bytes().startswith(b"%PDF")
    with warga.expect_download() as jawaban:
        warga.get_by_role("link", name=re.compile("kontrak")).first.click()
    assert jawaban.value.path().read_bytes() == (daerah / "kontrak.pdf").read_bytes()
    warga.reload()
    assert Permohonan.objects.get(nomor=nomor).status == "selesai"
    kirim_pesan.delay()  # what beat asks every few seconds
    for _ in range(30):
        if not Pesan.objects.filter(keadaan=Keadaan.ANTRE).exists():
            break
        warga.wait_for_timeout(500)
    kepada_siti = [isi for kepada, isi in surel_terkirim(daerah) if kepada == "siti@warga.example"]
    assert sum(rahasia in isi for isi in kepada_siti) == 1
    assert all(nomor in isi for isi in kepada_siti)


def surel_terkirim(daerah):
    """Yield (to, subject and text) of every mail that went out."""
    for berkas in (daerah / "surel").glob("*.eml"):
        surel = email.message_from_bytes(berkas.read_bytes(), policy=email.policy.default)
        yield surel["To"], f"{surel['Subject']}\n{surel.get_body(('plain',)).get_content()}"


def jawaban_diumumkan(orang, warga, axe, nomor):
    ppid = orang()
    masuk(ppid, "ppid")
    ppid.goto(f"/admin/permohonan/permohonan/?q={nomor}")
    ppid.get_by_role("link", name=nomor).first.click()
    langkah(
        ppid,
        "Umumkan jawaban di daftar informasi",
        axe,
        judul="Kontrak peningkatan jalan Simpang Tiga 2025",
        ringkasan="Kontrak lengkap, diserahkan atas permohonan warga.",
    )

    warga.goto("/informasi/?q=kontrak+simpang+tiga")
    warga.get_by_role("link", name="Kontrak peningkatan jalan Simpang Tiga 2025").click()
    axe(warga)
    assert "Siti" not in warga.content()
