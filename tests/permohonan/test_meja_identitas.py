"""Identity at the desk: it opens only to who says why, and so do the letters that name it."""

import re

import pytest
from django.urls import reverse

from permohonan import actions
from permohonan.enums import Aksi, KategoriBerkas
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import Peran
from tests.factories.kernel import PenggunaFactory
from tests.factories.permohonan import PermohonanFactory, pdf
from tests.permohonan.contoh_meja import kode, laman, masuk, teks

# Unfold's own templates read variables that are not there.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]


def test_identitas_tampil_setelah_menyebut_keperluan_dan_tercatat(client, petugas):
    permohonan = PermohonanFactory()
    alamat = laman(permohonan, "identitas")
    masuk(client, petugas)

    sebelum = teks(client.get(alamat))
    jawaban = client.post(
        alamat, {"versi": permohonan.versi, "tujuan": "Menelepon pemohon tentang KTP"}
    )

    peristiwa = permohonan.peristiwa.get(aksi=Aksi.BUKA_IDENTITAS)
    assert permohonan.pemohon.nik not in sebelum
    assert permohonan.pemohon.nik in teks(jawaban)
    assert jawaban["Cache-Control"].split(", ")[:2] == ["private", "no-store"]
    assert (peristiwa.oleh, peristiwa.data, peristiwa.publik) == (
        petugas,
        {"tujuan": "Menelepon pemohon tentang KTP"},
        False,
    )


def test_identitas_tanpa_keperluan_tidak_terbuka(client, petugas):
    permohonan = PermohonanFactory()

    jawaban = masuk(client, petugas).post(
        laman(permohonan, "identitas"), {"versi": permohonan.versi, "tujuan": " "}
    )

    assert permohonan.pemohon.nik not in teks(jawaban)
    assert permohonan.peristiwa.filter(aksi=Aksi.BUKA_IDENTITAS).count() == 0


def test_berkas_identitas_hanya_dengan_izin_yang_baru(client, petugas, ppid):
    permohonan = PermohonanFactory(lampiran=[(pdf("ktp.pdf"), KategoriBerkas.IDENTITAS)])
    berkas = permohonan.berkas.get()
    alamat = reverse("admin:permohonan_permohonan_berkas", args=[permohonan.pk, berkas.pk])
    masuk(client, petugas)
    tanpa = client.get(alamat).status_code
    isi = teks(
        client.post(laman(permohonan, "identitas"), {"versi": permohonan.versi, "tujuan": "Cek"})
    )
    (tautan,) = re.findall(rf'href="({re.escape(alamat)}\?izin=[^"]+)"', isi)

    dengan = client.get(tautan)
    orang_lain = masuk(client, ppid).get(tautan).status_code

    assert (tanpa, dengan.status_code, orang_lain) == (403, 200, 403)
    assert dengan.content[:4] == b"%PDF"


@pytest.mark.lambat
def test_berkas_dan_surat_mengikuti_lingkup_daftar(client, unit, pelaksana, unit_lain):
    permohonan = PermohonanFactory(telaah=True, unit=unit)
    actions.olah_peristiwa()
    disposisi = permohonan.disposisi.get()
    lembar = Surat.objects.get(perkara=disposisi.rujukan)
    berkas = disposisi.berkas.get()
    alamat = [
        reverse("admin:permohonan_disposisi_berkas", args=[disposisi.pk, berkas.pk]),
        reverse("admin:permohonan_disposisi_surat", args=[disposisi.pk, lembar.pk]),
        reverse("admin:permohonan_permohonan_berkas", args=[permohonan.pk, berkas.pk]),
    ]

    hasil = {
        siapa.pk: [kode(masuk(client, siapa), satu) for satu in alamat]
        for siapa in (pelaksana, unit_lain)
    }

    assert hasil == {pelaksana.pk: [200, 200, 403], unit_lain.pk: [404, 404, 403]}


@pytest.mark.lambat
def test_surat_bernama_pemohon_tidak_terbuka_bagi_auditor_tanpa_izin(client, petugas):
    permohonan = PermohonanFactory()
    actions.olah_peristiwa()
    surat = Surat.objects.get()
    alamat = reverse("admin:permohonan_permohonan_surat", args=[permohonan.pk, surat.pk])
    auditor = PenggunaFactory(peran=Peran.AUDITOR)

    hasil = [kode(masuk(client, siapa), alamat) for siapa in (petugas, auditor)]

    assert hasil == [200, 403]
