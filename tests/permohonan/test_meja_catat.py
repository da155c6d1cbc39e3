"""What officers key in for an applicant: the request itself, and what was missing."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from permohonan.enums import Aksi, KategoriBerkas, Status
from permohonan.models import Permohonan
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory
from tests.factories.permohonan import PETUGAS, PermohonanFactory, ditolak, pdf, putuskan
from tests.permohonan.contoh_meja import ambil, laman, langkah, masuk, teks

# Unfold's own templates read variables that are not there.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


# --- recorded at the desk
def catatan(**ubah):
    return {
        "kunci_kirim": str(uuid4()),
        "kanal": "whatsapp",
        "diterima_pada": (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M"),
        "jenis_pemohon": "perorangan",
        "nama": "Ratnasari Pertiwi",
        "nik": "9999990101900001",
        "alamat": "Jalan Kenanga 7",
        "butir": "Renja 2026\n\nRKA 2026",
        "tujuan": "Penelitian",
        "cara_memperoleh": "salinan_keras",
        "cara_salinan": "ambil",
    } | ubah


def test_petugas_mencatat_permohonan_lisan(client, petugas):
    jawaban = masuk(client, petugas).post(reverse("admin:permohonan_permohonan_add"), catatan())

    permohonan = Permohonan.objects.get()
    rahasia = re.search(r"<code>([A-Z0-9-]{14})</code>", teks(jawaban)).group(1)
    assert permohonan.dicatat_oleh == petugas
    assert [b.rincian for b in permohonan.butir.all()] == ["Renja 2026", "RKA 2026"]
    assert permohonan.tanggal_terima == timezone.localdate() - timedelta(days=1)
    assert len(rahasia) == 14


def test_catatan_di_masa_depan_ditolak(client, petugas):
    besok = (timezone.localtime() + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")

    jawaban = masuk(client, petugas).post(
        reverse("admin:permohonan_permohonan_add"), catatan(diterima_pada=besok)
    )

    assert (list(jawaban.context["form"].errors), Permohonan.objects.count()) == (
        ["diterima_pada"],
        0,
    )


def test_auditor_tidak_mencatat_permohonan(client):
    auditor = PenggunaFactory(peran=Peran.AUDITOR)

    jawaban = masuk(client, auditor).get(reverse("admin:permohonan_permohonan_add"))

    assert jawaban.status_code == 403


def test_tidak_ada_penghapusan_dan_status_tidak_dapat_diisi(client, ppid):
    permohonan = PermohonanFactory(telaah=True)
    putuskan(permohonan, ditolak(), diserahkan=[])
    masuk(client, ppid)

    hapus = client.post(laman(permohonan, "delete"), {"post": "yes"}).status_code
    client.post(laman(permohonan), {"status": "selesai"})

    permohonan.refresh_from_db()
    assert (hapus, permohonan.status) == (403, Status.TELAAH_PPID)


# --- completed at the desk
def test_petugas_melengkapi_permohonan_kertas_di_meja(client, petugas):
    permohonan = PermohonanFactory(perlu_perbaikan=True, pelaku=PETUGAS, kanal="formulir_desa")
    masuk(client, petugas)

    halaman = client.get(langkah(permohonan, "lengkapi"))
    jawaban = ambil(
        client,
        permohonan,
        "lengkapi",
        perbaikan="KTP dibawa perangkat desa.",
        identitas=[pdf("ktp.pdf")],
        pendukung=[pdf("surat-a.pdf"), pdf("surat-b.pdf")],
    )

    permohonan.refresh_from_db()
    peristiwa = permohonan.peristiwa.get(aksi=Aksi.LENGKAPI)
    assert "<li>– Salinan KTP</li>" in teks(halaman)
    assert (jawaban.status_code, permohonan.status) == (302, Status.TERDAFTAR_LENGKAP)
    assert (peristiwa.oleh, peristiwa.peran) == (petugas, Peran.PETUGAS.value)
    assert peristiwa.data == {"perbaikan": "KTP dibawa perangkat desa."}
    assert list(permohonan.berkas.order_by("pk").values_list("kategori", "berkas__nama")) == [
        (KategoriBerkas.IDENTITAS, "ktp.pdf"),
        (KategoriBerkas.PENDUKUNG, "surat-a.pdf"),
        (KategoriBerkas.PENDUKUNG, "surat-b.pdf"),
    ]
    assert list(permohonan.berkas.values_list("berkas__bersandi", flat=True)) == [True] * 3


def test_melengkapi_di_meja_tanpa_isi_atau_dengan_laman_basi_ditolak(client, petugas):
    permohonan = PermohonanFactory(perlu_perbaikan=True)
    masuk(client, petugas)

    kosong = ambil(client, permohonan, "lengkapi", perbaikan=" ")
    basi = client.post(
        langkah(permohonan, "lengkapi"), {"versi": permohonan.versi - 1, "perbaikan": "KTP"}
    )

    permohonan.refresh_from_db()
    assert (kosong.status_code, list(kosong.context["form"].errors)) == (409, ["perbaikan"])
    assert (basi.status_code, permohonan.status) == (409, Status.PERLU_PERBAIKAN)


def test_auditor_tidak_melengkapi_di_meja(client):
    permohonan = PermohonanFactory(perlu_perbaikan=True)
    auditor = PenggunaFactory(peran=Peran.AUDITOR)

    assert masuk(client, auditor).get(langkah(permohonan, "lengkapi")).status_code == 403
