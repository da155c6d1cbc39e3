"""Rules of the house that no linter knows."""

import ast
import re
from itertools import chain
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template
from django.urls import URLPattern, get_resolver

from informasi.alur import ALUR_INFORMASI, ALUR_PENGECUALIAN
from informasi.enums import Aksi as AksiInformasi
from informasi.enums import AksiPengecualian, StatusPengecualian
from informasi.enums import Status as StatusInformasi
from pengaduan.alur import ALUR_PENGADUAN
from pengaduan.enums import Aksi as AksiPengaduan
from pengaduan.enums import Status as StatusPengaduan
from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN
from permohonan.enums import Aksi, AksiDisposisi, Status, StatusDisposisi
from permohonan.notifikasi import PEMBERITAHUAN, PEMBERITAHUAN_UNIT
from permohonan.surat import JENIS, SK_PENOLAKAN
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH
from ppid_portal.kernel.sandi import TeksSandi

AKAR = Path(settings.BASE_DIR)
APLIKASI = ("ppid_portal", "informasi", "permohonan", "pengaduan")
KODE = sorted(p for a in APLIKASI for p in (AKAR / a).rglob("*.py") if "migrations" not in p.parts)
UJI = sorted((AKAR / "tests").rglob("*.py"))
TAMPILAN = sorted(
    chain.from_iterable((AKAR / folder).rglob("*.*") for folder in ("templates", "static"))
)
TEKS = {".html", ".txt", ".typ", ".css", ".js"}
HTML = [p for p in TAMPILAN if p.suffix == ".html"]
# Pages that a visitor sees; Unfold's own pages are not ours to strip of scripts.
PUBLIK = [p for p in HTML if "admin" not in p.relative_to(AKAR).parts]
SURAT = AKAR / "templates" / "surat"
EMAIL = AKAR / "templates" / "permohonan" / "email"
ALUR = {
    "permohonan": (ALUR_PERMOHONAN, Status, Aksi),
    "disposisi": (ALUR_DISPOSISI, StatusDisposisi, AksiDisposisi),
    "informasi": (ALUR_INFORMASI, StatusInformasi, AksiInformasi),
    "pengecualian": (ALUR_PENGECUALIAN, StatusPengecualian, AksiPengecualian),
    "pengaduan": (ALUR_PENGADUAN, StatusPengaduan, AksiPengaduan),
}
MAKS_BERKAS = 400  # lines
MAKS_KELAS = 200


def nama(berkas):
    return berkas.relative_to(AKAR).as_posix()


def pohon(berkas):
    return ast.parse(berkas.read_text())


# --- size and names


def test_berkas_tidak_lebih_dari_400_baris():
    semua = [*KODE, *UJI, *(p for p in TAMPILAN if p.suffix in TEKS)]
    panjang = {nama(p): len(p.read_text().splitlines()) for p in semua}

    assert {n: baris for n, baris in panjang.items() if baris > MAKS_BERKAS} == {}


def test_kelas_tidak_lebih_dari_200_baris():
    kelas = {
        f"{nama(p)}:{simpul.name}": simpul.end_lineno - simpul.lineno + 1
        for p in KODE
        for simpul in ast.walk(pohon(p))
        if isinstance(simpul, ast.ClassDef)
    }

    assert {n: baris for n, baris in kelas.items() if baris > MAKS_KELAS} == {}


NAMA_TERLARANG = {
    "utils", "util", "helpers", "helper", "services", "service", "signals", "constants", "mixins",
    "managers", "common", "misc", "tools", "lib", "shared", "umum", "bantuan", "pembantu", "alat",
    "layanan_umum", "konstanta", "lain", "serbaguna",
}  # fmt: skip


def test_tidak_ada_nama_berkas_yang_tidak_berkata_apa_apa():
    bagian = {part.removesuffix(".py") for p in KODE for part in p.relative_to(AKAR).parts}

    assert bagian & NAMA_TERLARANG == set()


def test_setiap_modul_bermula_dengan_satu_kalimat():
    tanpa = [
        nama(p)
        for p in KODE
        if p.name not in {"__init__.py", "apps.py", "urls.py"} and not ast.get_docstring(pohon(p))
    ]

    assert tanpa == []


# --- the one door


def _menulis_status(simpul):
    """Answer whether a statement assigns `.status`, sets it by name, or updates the column."""
    if isinstance(simpul, ast.Assign | ast.AugAssign | ast.AnnAssign):
        sasaran = simpul.targets if isinstance(simpul, ast.Assign) else [simpul.target]
        datar = chain.from_iterable(ast.walk(t) for t in sasaran)
        return any(isinstance(t, ast.Attribute) and t.attr == "status" for t in datar)
    if isinstance(simpul, ast.Call):
        disebut = getattr(simpul.func, "attr", getattr(simpul.func, "id", ""))
        kunci = {k.arg for k in simpul.keywords}
        tulis = {"update", "create", "bulk_create", "get_or_create", "update_or_create"}
        if disebut == "setattr":
            return [getattr(a, "value", "") for a in simpul.args[1:2]] == ["status"]
        return disebut in tulis and "status" in kunci
    return False


@pytest.mark.parametrize(
    ("kode", "menulis"),
    [
        ("perkara.status = 'a'", True),
        ("a, perkara.status = 1, 2", True),
        ("setattr(perkara, 'status', 1)", True),
        ("Perkara.objects.update(status='a')", True),
        ("Perkara.objects.create(status='a')", True),
        ("status = perkara.status", False),
        ("Perkara.objects.filter(status='a')", False),
        ("perkara.statusnya = 1", False),
    ],
)
def test_penjaga_pintu_mengenali_cara_menulis_status(kode, menulis):
    assert any(map(_menulis_status, ast.walk(ast.parse(kode)))) is menulis


def test_hanya_satu_pintu_mengubah_status():
    penulis = {nama(p) for p in KODE if any(map(_menulis_status, ast.walk(pohon(p))))}

    assert penulis == {"ppid_portal/kernel/perkara.py"}


# --- tables and their columns


@pytest.mark.django_db
def test_tidak_ada_migrasi_yang_tertinggal():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


MODEL = sorted(
    (m for a in apps.get_app_configs() if a.name.split(".")[0] in APLIKASI for m in a.get_models()),
    key=lambda m: m._meta.label,
)


@pytest.mark.parametrize("model", MODEL, ids=lambda m: m._meta.label)
def test_setiap_tabel_menyebut_data_pribadinya(model):
    kolom = {f.name for f in model._meta.get_fields()}
    tersandi = {f.name for f in model._meta.fields if isinstance(f, TeksSandi)}

    assert isinstance(model.data_pribadi, tuple)
    assert set(model.data_pribadi) - kolom == set()
    assert tersandi - set(model.data_pribadi) == set()


# --- the statute's tables


@pytest.mark.parametrize("kunci", ALUR)
def test_setiap_status_dan_langkah_terpakai(kunci):
    alur, status, aksi = ALUR[kunci]

    assert alur.status == set(status.values)
    assert {baris.aksi for baris in alur.transisi} == set(aksi.values)


@pytest.mark.parametrize("kunci", ALUR)
def test_status_asal_setiap_langkah_dikenal(kunci):
    alur, status, _aksi = ALUR[kunci]
    asal = {s for baris in alur.transisi for s in baris.dari}

    assert asal - {""} - set(status.values) == set()


@pytest.mark.parametrize("kunci", ALUR)
def test_tenggat_yang_dihentikan_pernah_dimulai(kunci):
    alur, *_ = ALUR[kunci]
    dihentikan = {k for baris in alur.transisi for k in baris.henti}

    assert dihentikan - set(alur.tenggat) == set()


# A letter's key may come from the row or, for what follows from the decision, from surat.py.
def test_setiap_surat_punya_jenis_dan_templat():
    diminta = {b.surat for alur, *_ in ALUR.values() for b in alur.transisi if b.surat}

    assert diminta | {SK_PENOLAKAN} == set(JENIS)
    assert {j.kunci: j.templat for j in JENIS.values()} == {k: f"surat/{k}.typ" for k in JENIS}
    # The frame, a blank form; the register's papers, which no step of a request issues.
    bukan_surat = {"kerangka", "formulir_permohonan", "dip", "penetapan_klasifikasi"}
    assert {p.stem for p in SURAT.glob("*.typ")} - bukan_surat == set(JENIS)


# --- messages


def test_setiap_pemberitahuan_punya_templat_dan_tidak_ada_yang_menganggur():
    dipakai = {"_kerangka", "pengingat"}
    for aksi, peran in PEMBERITAHUAN.items():
        dipakai |= {str(aksi)} if Peran.PEMOHON in peran else set()
        dipakai |= {f"meja/{aksi}"} if set(peran) - {Peran.PEMOHON} else set()
    dipakai |= {f"unit/{aksi}" for aksi in PEMBERITAHUAN_UNIT}
    ada = {p.relative_to(EMAIL).with_suffix("").as_posix() for p in EMAIL.rglob("*.txt")}

    assert ada == dipakai


def test_pemberitahuan_hanya_tentang_langkah_yang_ada():
    assert set(PEMBERITAHUAN) - {*Aksi.values, KALENDER_BERUBAH} == set()
    assert set(PEMBERITAHUAN_UNIT) - {*AksiDisposisi.values, KALENDER_BERUBAH} == set()


# --- templates


@pytest.mark.parametrize("berkas", HTML, ids=nama)
def test_templat_dapat_dibaca(berkas):
    assert get_template(berkas.relative_to(AKAR / "templates").as_posix()).origin.name == str(
        berkas
    )


POLA_SEBARIS = {
    "gaya": r"<[^>]+\sstyle\s*=",
    "lembar gaya": r"<style\b",
    "skrip": r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)",
    "pemicu": r"<[^>]+\son[a-z]+\s*=",
    "alamat skrip": r"javascript:",
}


@pytest.mark.parametrize(
    ("potongan", "temuan"),
    [
        ('<p style="color:red">', ["gaya"]),
        ("<style>p{}</style>", ["lembar gaya"]),
        ("<script>a()</script>", ["skrip"]),
        ('<script src="a.js" defer></script>', []),
        ('<button onclick="a()">', ["pemicu"]),
        ('<a href="javascript:a()">', ["alamat skrip"]),
        ('<p class="gaya">style= onclick</p>', []),
    ],
)
def test_penjaga_templat_mengenali_gaya_dan_skrip_sebaris(potongan, temuan):
    assert [
        k for k, pola in POLA_SEBARIS.items() if re.search(pola, potongan, re.IGNORECASE)
    ] == temuan


@pytest.mark.parametrize("berkas", PUBLIK, ids=nama)
def test_halaman_publik_tanpa_gaya_dan_skrip_sebaris(berkas):
    isi = berkas.read_text()

    assert [k for k, pola in POLA_SEBARIS.items() if re.search(pola, isi, re.IGNORECASE)] == []


def _nama_alamat(resolver, awalan=""):
    for pola in resolver.url_patterns:
        if isinstance(pola, URLPattern):
            yield f"{awalan}{pola.name}" if pola.name else ""
        else:
            ruang = f"{awalan}{pola.namespace}:" if pola.namespace else awalan
            yield from _nama_alamat(pola, ruang)


def test_setiap_alamat_di_templat_dikenal():
    dikenal = set(_nama_alamat(get_resolver()))
    dipakai = {
        (nama(p), alamat)
        for p in TAMPILAN
        if p.suffix in {".html", ".txt"}
        for alamat in re.findall(r"""{%\s*url\s+['"]([\w:.-]+)['"]""", p.read_text())
    }

    assert {satu for satu in dipakai if satu[1] not in dikenal} == set()


# --- the README


@pytest.mark.parametrize("kunci", ALUR)
def test_gambar_di_readme_sama_dengan_tabelnya(kunci):
    alur, *_ = ALUR[kunci]
    bacaan = (AKAR / "README.md").read_text()
    gambar = re.findall(rf"<!-- alur:{kunci} -->\n(.*?)<!-- /alur -->", bacaan, re.DOTALL)

    assert [g.strip() for g in gambar] == [f"```mermaid\n{alur.mermaid()}\n```"]
