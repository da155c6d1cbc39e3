"""Factories of the register."""

import factory
from django.core.files.uploadedfile import SimpleUploadedFile

from informasi import actions
from informasi.models import Informasi
from ppid_portal.kernel.berkas import simpan_isi
from ppid_portal.kernel.peran import SISTEM, Pelaku, Peran
from tests.factories.kernel import UnitFactory

PPID_UTAMA = Pelaku(frozenset({Peran.PPID_UTAMA}), nama="PPID Utama")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


class InformasiFactory(factory.django.DjangoModelFactory):
    """An item on its way: a draft, `ditelaah=True`, `terbit=True` or `ditarik=True`."""

    class Meta:
        model = Informasi

    judul = factory.Sequence(lambda n: f"Laporan contoh {n}")
    ringkasan = "Uraian singkat isi laporan"
    kelas = "setiap_saat"
    unit = factory.SubFactory(UnitFactory)
    ditelaah = False
    terbit = False
    ditarik = False
    berkas = 0

    @classmethod
    def _create(cls, model_class, *args, ditelaah, terbit, ditarik, berkas, **isian):
        informasi = actions.catat(model_class(**isian), SISTEM)
        if berkas:
            actions.tambah_edisi(
                informasi,
                tahun=2026,
                berkas=[pdf(f"{n}.pdf") for n in range(berkas)],
                pelaku=SISTEM,
            )
        if ditelaah or terbit or ditarik:
            informasi = actions.usulkan(informasi, SISTEM)
        if terbit or ditarik:
            informasi = actions.terbitkan(informasi, SISTEM)
        if ditarik:
            informasi = actions.tarik(informasi, PPID_UTAMA, alasan="Memuat data pribadi")
        return Informasi.objects.get(pk=informasi.pk)


def pdf(nama="laporan.pdf", isi=PDF):
    """Return a stored file."""
    return simpan_isi(isi, nama=nama, tipe="application/pdf")


def unggahan(nama="laporan.pdf", isi=PDF):
    """Return a file as a browser sends it."""
    return SimpleUploadedFile(nama, isi)
