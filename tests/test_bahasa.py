"""What packages say is Indonesian here too, and what we say stays as it was written."""

import ast
import re
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation
from django.utils.translation.template import templatize

KATALOG = Path(settings.LOCALE_PATHS[0]) / "id" / "LC_MESSAGES"
# The name under which a package stands in the catalogue, and the modules that hold its words.
PAKET = {
    "django-unfold": ("unfold",),
    "django": ("django.core", "django.db.models", "django.forms"),
    "django.contrib.admin": ("django.contrib.admin",),
    "django.contrib.auth": ("django.contrib.auth",),
    "django-axes": ("axes",),
    "django-filter": ("django_filters",),
    "djangorestframework": ("rest_framework",),
    "drf-spectacular": ("drf_spectacular",),
}
RUMAH = ("ppid_portal", "informasi", "permohonan", "pengaduan", "templates")
POLA_PANGGIL = re.compile(r"(?<!\w)(?:n?p?gettext|_)\(")
POLA_ISIAN = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*(?::\w+)?\}|</?[a-z][^>]*>")


def _kata_python(sumber):
    """Every first argument that is a plain text; `pgettext` has its context there instead."""
    for simpul in ast.walk(ast.parse(sumber)):
        if not (isinstance(simpul, ast.Call) and simpul.args):
            continue
        nama = getattr(simpul.func, "id", None) or getattr(simpul.func, "attr", "")
        if nama != "_" and "gettext" not in nama:
            continue
        arg = simpul.args[1 if "pgettext" in nama else 0]
        if isinstance(arg, ast.Constant) and isinstance(arg.value, str):
            yield arg.value


def _kata_templat(sumber):
    """Django turns a template into pseudo-Python; read each call up to the bracket that closes it."""
    semu = templatize(sumber)
    for awal in POLA_PANGGIL.finditer(semu):
        ekor = semu[awal.start() :]
        for tutup in re.finditer(r"\)", ekor):
            try:
                yield from _kata_python(ekor[: tutup.end()])
            except SyntaxError:
                continue
            break


def kata_folder(folder):
    for berkas in folder.rglob("*"):
        if berkas.suffix == ".py" and "gettext" in (sumber := berkas.read_text()):
            yield from _kata_python(sumber)
        elif berkas.suffix in {".html", ".txt"}:
            yield from _kata_templat(berkas.read_text())


@cache
def kata_paket(paket):
    folder = [Path(find_spec(modul).submodule_search_locations[0]) for modul in PAKET[paket]]
    return {kata for satu in folder for kata in kata_folder(satu)}


@cache
def katalog():
    return polib.pofile(KATALOG / "django.po")


def pasangan():
    """Each text beside what it becomes; a plural is compared by its plural."""
    for entri in katalog():
        yield entri.msgid_plural or entri.msgid, entri.msgstr or entri.msgstr_plural[0]


def test_katalog_terkompilasi_sama_dengan_sumbernya():
    assert (KATALOG / "django.mo").read_bytes() == katalog().to_binary()


def test_tidak_ada_entri_kosong_atau_ragu():
    assert katalog().untranslated_entries() + katalog().fuzzy_entries() == []


@pytest.mark.lambat
def test_setiap_kata_unfold_diterjemahkan():
    assert kata_paket("django-unfold") - {entri.msgid for entri in katalog()} == set()


@pytest.mark.lambat
def test_setiap_kata_django_filter_ada_terjemahannya():
    with translation.override("id"):
        sama = {kata for kata in kata_paket("django-filter") if translation.gettext(kata) == kata}

    assert sama == set()


@pytest.mark.lambat
@pytest.mark.parametrize("paket", PAKET)
def test_setiap_entri_masih_diucapkan_paketnya(paket):
    milik = {e.msgid for e in katalog() if paket in [nama for nama, _baris in e.occurrences]}

    assert milik
    assert milik - kata_paket(paket) == set()


def test_setiap_entri_menyebut_paket_yang_dikenal():
    assert {nama for e in katalog() for nama, _baris in e.occurrences} == set(PAKET)


def test_penanda_isian_dan_tag_tidak_berubah():
    def isian(teks):
        return Counter(POLA_ISIAN.findall(teks))

    assert [asli for asli, hasil in pasangan() if isian(asli) != isian(hasil)] == []


def test_spasi_tepi_tidak_berubah():
    def tepi(teks):
        return teks[: len(teks) - len(teks.lstrip())], teks[len(teks.rstrip()) :]

    assert [asli for asli, hasil in pasangan() if tepi(asli) != tepi(hasil)] == []


@pytest.mark.lambat
def test_kata_kita_sendiri_tidak_diubah_katalog_mana_pun():
    kata = {k for nama in RUMAH for k in kata_folder(settings.BASE_DIR / nama)}

    with translation.override("id"):
        berubah = {k: translation.gettext(k) for k in kata if translation.gettext(k) != k}

    assert len(kata) > 400
    assert berubah == {}


@pytest.mark.parametrize(
    ("asli", "hasil"),
    [
        ("Save and continue editing", "Simpan dan lanjut menyunting"),  # over Django's own
        ("This field is required.", "Wajib diisi."),  # over that of Django REST framework
        ("Type to search", "Ketik untuk mencari"),
    ],
)
def test_katalog_kita_mendahului_yang_lain(asli, hasil):
    with translation.override("id"):
        assert translation.gettext(asli) == hasil


def test_kalimat_berjumlah_dipilih_bentuknya():
    templat = Template(
        "{% load i18n %}{% blocktranslate count counter=3 %}{{ counter }} result"
        "{% plural %}{{ counter }} results{% endblocktranslate %}"
    )

    with translation.override("id"):
        assert templat.render(Context()) == "3 hasil"
