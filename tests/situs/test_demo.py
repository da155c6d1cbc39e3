"""The demo regency: only in demo mode, once, from real rows, at different ends."""

import io

import pytest
from django.core.management import CommandError, call_command

from informasi.models import Informasi
from permohonan.models import Permohonan
from ppid_portal.kernel.models import Instansi, Pengguna, Unit
from ppid_portal.situs import demo

pytestmark = pytest.mark.django_db


def test_akun_demo_tidak_dapat_dibuat_di_peladen(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="Hanya di mode demo"):
        call_command("isi_demo")

    assert Pengguna.objects.count() == 0


@pytest.mark.lambat
def test_daerah_contoh_terisi_sekali_dengan_baris_nyata(settings):
    settings.DEMO = True
    call_command("muat_acuan", stdout=io.StringIO())
    call_command("isi_demo", stdout=io.StringIO())
    sebelum = Permohonan.objects.count()
    call_command("isi_demo", jika_kosong=True, stdout=io.StringIO())

    per_jenis = {j: Unit.objects.filter(jenis=j).count() for j in ("opd", "kecamatan")}
    assert per_jenis == {"opd": 30, "kecamatan": 18}
    assert Informasi.objects.terbit().count() == 126
    assert Permohonan.objects.count() == sebelum == len(demo.CONTOH_PERMOHONAN)
    assert Instansi.sekarang().contoh
    ujung = {c.nama: c.sampai for c in demo.CONTOH_PERMOHONAN}
    status = {p.pemohon.nama: p.status for p in Permohonan.objects.select_related("pemohon")}
    beda = {"telaah": "telaah_ppid"}
    assert status == {nama: beda.get(sampai, sampai) for nama, sampai in ujung.items()}


def test_setiap_akun_demo_dicetak_dengan_keterangan():
    assert [nama for nama, _sandi, _ket in demo.AKUN_DEMO] == [
        *(a.nama_pengguna for a in demo.AKUN),
        "pengelola",
    ]
    assert all(ket for _nama, _sandi, ket in demo.AKUN_DEMO)
