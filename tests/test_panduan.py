"""The guides speak of the portal as it is: its days, its buttons, the words on its pages."""

import re
from functools import cache

import pytest
from django.conf import settings

from informasi.admin import TANPA_TOMBOL as TANPA_TOMBOL_INFORMASI
from informasi.alur import ALUR_INFORMASI
from informasi.enums import Aksi as AksiInformasi
from permohonan.admin.permohonan import TANPA_TOMBOL
from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN, tenggat
from permohonan.enums import Aksi, AksiDisposisi
from ppid_portal.kernel.alur import Satuan, Tenggat
from ppid_portal.kernel.pengingat import TANGGA
from ppid_portal.kernel.peran import Peran
from ppid_portal.situs.meja import navigasi
from tests.test_bahasa import RUMAH, kata_folder, katalog

DOKUMEN = settings.BASE_DIR / "docs"
PANDUAN = {berkas.name: berkas.read_text() for berkas in (DOKUMEN / "panduan").glob("*.md")}
PEJABAT = ("petugas.md", "opd.md", "ppid.md")
KATA_DUA_HALAMAN = 800

# A length of time stands with the key of the table that sets it: `10 hari kerja<!-- balasan -->`.
POLA_LAMA = re.compile(r"(\d+) (hari kerja|hari|bulan|pekan|minggu)(?:<!-- ([\w+ -]+) -->)?")
SEBUTAN = {
    Satuan.HARI_KERJA: "hari kerja",
    Satuan.HARI_KALENDER: "hari",
    Satuan.BULAN: "bulan",
}
# The words of steps, and which of them have no button of their own.
BERTOMBOL = {
    Aksi: TANPA_TOMBOL,
    AksiDisposisi: {AksiDisposisi.TUGASKAN},
    AksiInformasi: TANPA_TOMBOL_INFORMASI,
}
TOMBOL = {
    str(aksi.label) for enum, tanpa in BERTOMBOL.items() for aksi in enum if aksi not in tanpa
}
# Where the words of the back office lie; the way in stands at the foot of every public page.
LAYAR_MEJA = (
    "templates/admin",
    "templates/kernel",
    "templates/permohonan/admin",
    "permohonan/admin",
    "ppid_portal/kernel/admin",
)
PINTU_MEJA = "Masuk untuk petugas"


def semua_tenggat():
    return [nilai for nilai in vars(tenggat).values() if isinstance(nilai, Tenggat)]


def lama_menurut_tabel():
    """Each key with what the tables say: a length and its unit, as a guide would write it."""
    tabel = {**ALUR_PERMOHONAN.tenggat, **ALUR_DISPOSISI.tenggat, **ALUR_INFORMASI.tenggat}
    lama = {k: f"{t.versi[-1][1]} {SEBUTAN[t.satuan]}" for k, t in tabel.items()}
    pengingat = {f"pengingat {t.kunci}": f"{abs(t.sisa)} hari kerja" for t in TANGGA if t.sisa}
    return lama | pengingat


def tebal(nama):
    return set(re.findall(r"\*\*(.+?)\*\*", PANDUAN[nama]))


def menu(request=None):
    bagian = navigasi(request)
    return {str(butir["title"]) for satu in bagian for butir in satu["items"]}


@cache
def kata_di(*folder):
    return {kata for satu in folder for kata in kata_folder(settings.BASE_DIR / satu)}


def tombol(alur, enum, *, milik, bukan=frozenset()):
    """The labels of the buttons that this role may press and none of those others."""
    return {
        str(enum(baris.aksi).label)
        for baris in alur.transisi
        if milik in baris.oleh and not bukan & baris.oleh and baris.aksi not in BERTOMBOL[enum]
    }


def tombol_petugas():
    return tombol(ALUR_PERMOHONAN, Aksi, milik=Peran.PETUGAS)


def tombol_unit():
    unit = Peran.PPID_PELAKSANA
    return (
        tombol(ALUR_PERMOHONAN, Aksi, milik=unit)
        | tombol(ALUR_DISPOSISI, AksiDisposisi, milik=unit)
        | tombol(ALUR_INFORMASI, AksiInformasi, milik=unit)
    )


def tombol_ppid():
    utama = {"milik": Peran.PPID_UTAMA, "bukan": frozenset({Peran.PETUGAS, Peran.PPID_PELAKSANA})}
    return (
        tombol(ALUR_PERMOHONAN, Aksi, **utama)
        | tombol(ALUR_DISPOSISI, AksiDisposisi, **utama)
        | tombol(ALUR_INFORMASI, AksiInformasi, **utama)
    )


def test_panduan_lengkap():
    assert set(PANDUAN) == {"README.md", "warga.md", *PEJABAT}


@pytest.mark.parametrize("nama", PANDUAN)
def test_setiap_lama_waktu_sama_dengan_tabel(nama):
    lama = lama_menurut_tabel()

    salah = [
        temu[0]
        for temu in POLA_LAMA.finditer(PANDUAN[nama])
        if lama.get(temu[3]) != f"{temu[1]} {temu[2]}"
    ]

    assert salah == []


def test_setiap_tenggat_dan_pengingat_disebut():
    disebut = {temu[3] for isi in PANDUAN.values() for temu in POLA_LAMA.finditer(isi)}

    assert disebut == set(lama_menurut_tabel())


@pytest.mark.parametrize("nama", PEJABAT)
def test_tulisan_tebal_pejabat_adalah_tombol_atau_menu(nama):
    umum = {entri.msgstr for entri in katalog()}  # Masuk, Keluar, Simpan

    assert tebal(nama) - TOMBOL - menu() - umum - kata_di(*LAYAR_MEJA) == {PINTU_MEJA}
    assert PINTU_MEJA in kata_di("templates")


def test_tulisan_tebal_warga_ada_di_halaman():
    assert tebal("warga.md") - kata_di("templates") == set()


@pytest.mark.lambat
@pytest.mark.parametrize("nama", PANDUAN)
def test_kata_yang_dikutip_tampil_di_layar(nama):
    assert set(re.findall("“(.+?)”", PANDUAN[nama])) - kata_di(*RUMAH) == set()


@pytest.mark.parametrize(
    ("nama", "boleh"),
    [("petugas.md", tombol_petugas), ("opd.md", tombol_unit), ("ppid.md", tombol_ppid)],
)
def test_setiap_tombol_suatu_peran_diterangkan(nama, boleh):
    assert boleh() - tebal(nama) == set()


@pytest.mark.parametrize("nama", PANDUAN)
def test_panduan_paling_panjang_dua_halaman(nama):
    assert len(PANDUAN[nama].split()) <= KATA_DUA_HALAMAN


@pytest.mark.parametrize("folder", ["panduan", "adr"])
def test_tautan_antardokumen_ada(folder):
    berkas = list((DOKUMEN / folder).glob("*.md"))
    tautan = {(b.parent / t) for b in berkas for t in re.findall(r"\]\(([^)#:]+)\)", b.read_text())}

    assert tautan
    assert [t for t in tautan if not t.is_file()] == []


def test_tanda_setiap_tenggat_tertulis_di_hukum():
    """The table of docs/hukum.md: name, key, length, article, mark."""
    baris = (DOKUMEN / "hukum.md").read_text().splitlines()
    sel = [[isi.strip() for isi in b.strip("|").split("|")] for b in baris if b.startswith("|")]

    tertulis = {(s[1].strip("`"), s[2], s[3], s[4]) for s in sel if re.match(r"`\w+`$", s[1])}

    assert tertulis == {
        (t.kunci, f"{t.versi[-1][1]} working days", t.dasar, t.tanda) for t in semua_tenggat()
    }
