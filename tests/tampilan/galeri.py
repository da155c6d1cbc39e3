"""Every component in each of its states, on one page, to be looked at and tested.

By hand: `python -m tests.tampilan FOLDER`, then serve FOLDER and open it in a browser.
"""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

from django import forms
from django.template import engines
from django.template.loader import render_to_string
from django.test import override_settings
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe

from ppid_portal.kernel.jam import Jam, susun
from ppid_portal.kernel.kalender import Kalender, Libur

KATA_PANJANG = "Pertanggungjawabanpenyelenggaraanpemerintahandaerahkabupatensukamajusetahunpenuh"
SITUS = {
    "nama_portal": "PPID Kabupaten Sukamaju",
    "nama_badan": "Kabupaten Sukamaju",
    "nama_panjang": "Pejabat Pengelola Informasi dan Dokumentasi",
    "alamat": "Jalan Merdeka Nomor 1, Sukamaju 70000\nLantai dasar Kantor Bupati",
    "telepon": "(0500) 123-456",
    "whatsapp": "0800-0000-0001",
    "surel": "ppid@sukamaju.example",
    "jam_layanan": "Senin-Kamis 08.00-15.30, Jumat 08.00-11.00",
    "zona": "WITA",
    "demo": True,
    "url_kotak_surat": "/kotak-surat/",
}
LIBUR_2026 = {
    date(2026, 3, 18): "Cuti bersama Hari Suci Nyepi",
    date(2026, 3, 19): "Hari Suci Nyepi Tahun Baru Saka 1948",
    date(2026, 3, 20): "Cuti bersama Idulfitri 1447 H",
    date(2026, 3, 21): "Hari Raya Idulfitri 1447 H",
    date(2026, 3, 22): "Hari Raya Idulfitri 1447 H",
    date(2026, 3, 23): "Cuti bersama Idulfitri 1447 H",
    date(2026, 3, 24): "Cuti bersama Idulfitri 1447 H",
    date(2026, 4, 3): "Wafat Yesus Kristus",
}
KALENDER = Kalender({hari: Libur(nama) for hari, nama in LIBUR_2026.items()}, frozenset({2026}))
KALENDER_BELUM_PASTI = Kalender(KALENDER.libur)


class FormContoh(forms.Form):
    """One field of every kind that the portal asks for."""

    nama = forms.CharField(label="Nama lengkap", help_text="Seperti pada tanda pengenal.")
    surel = forms.EmailField(label="Surel", required=False)
    rincian = forms.CharField(label="Rincian informasi yang dibutuhkan", widget=forms.Textarea)
    mulai = forms.DateField(label="Tanggal mulai", widget=forms.DateInput({"type": "date"}))
    kategori = forms.ChoiceField(
        label="Anda mengajukan sebagai",
        choices=[("orang", "Perorangan"), ("badan", "Badan hukum"), ("kelompok", "Kelompok orang")],
    )
    cara = forms.ChoiceField(
        label="Cara memperoleh informasi",
        help_text="Pilih satu.",
        widget=forms.RadioSelect,
        choices=[
            ("lihat", "Melihat, membaca, mendengarkan, atau mencatat"),
            ("salin", "Mendapatkan salinan"),
        ],
    )
    salinan = forms.MultipleChoiceField(
        label="Bentuk salinan",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("lunak", "Berkas digital"), ("cetak", "Cetakan")],
    )
    lampiran = forms.FileField(
        label="Lampiran", required=False, help_text="PDF atau foto, paling besar 25 MB."
    )
    setuju = forms.BooleanField(
        label="Keterangan saya benar",
        help_text="Data Anda hanya dipakai untuk menjawab permohonan ini.",
    )


def jam(
    mulai: date, panjang: int, hari_ini: date, judul: str = "", kalender: Kalender = KALENDER
) -> Jam:
    """Return the clock of a term, as the kernel draws it."""
    return susun(
        kalender,
        judul=judul,
        mulai=mulai,
        batas=kalender.tambah(mulai, panjang),
        panjang=panjang,
        hari_ini=hari_ini,
        dasar="UU 14/2008 Pasal 22 ayat (7)",
    )


def form_salah() -> FormContoh:
    return FormContoh({"surel": "bukan-surel", "kategori": "orang", "nama": ""})


LANGKAH = [
    {
        "judul": "Diterima dan dicatat",
        "keadaan": "sudah",
        "pada": datetime(2026, 3, 11, 1, 14, tzinfo=UTC),
        "url": "#tanda-bukti",
        "label_url": "Tanda bukti (PDF)",
    },
    {"judul": "Lengkap, diteruskan ke Dinas PUPR", "keadaan": "sudah", "pada": date(2026, 3, 12)},
    {"judul": "Batas dalam terlampaui", "keadaan": "lewat", "keterangan": "seharusnya 17 Maret"},
    {
        "judul": "Dinas PUPR menyiapkan dokumen",
        "keadaan": "kini",
        "keterangan": "dipegang sejak 12 Maret",
    },
    {"judul": "Jawaban tertulis PPID", "keadaan": "depan", "keterangan": "paling lambat 1 April"},
]
BERKAS = {
    "nama": f"{KATA_PANJANG}_2026_final_revisi.pdf",
    "ekstensi": "PDF",
    "ukuran_kata": "2,1 MB",
    "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
}


def contoh() -> list[tuple[str, str, dict[str, object]]]:
    """Return heading, component and variables of everything in the gallery."""
    return [
        ("Jam, berjalan", "jam", {"jam": jam(date(2026, 3, 11), 10, date(2026, 3, 16), "Waktu jawaban")}),
        ("Jam, hari ini libur", "jam", {"jam": jam(date(2026, 3, 16), 7, date(2026, 3, 21))}),
        ("Jam, hari terakhir", "jam", {"jam": jam(date(2026, 3, 15), 1, date(2026, 3, 16), kalender=KALENDER_BELUM_PASTI)}),
        ("Jam, panjang", "jam", {"jam": jam(date(2026, 2, 25), 30, date(2026, 6, 1))}),
        ("Langkah", "langkah", {"langkah": LANGKAH}),
        *[
            (f"Tanda {nada}", "tanda", {"kata": kata, "nada": nada})
            for kata, nada in [
                ("Berkala", ""),
                ("Menunggu Anda", "dekat"),
                ("Lewat waktu", "lewat"),
                ("Sudah dijawab", "selesai"),
                ("Dicabut", "diam"),
            ]
        ],
        *[
            (f"Pemberitahuan {nada}", "pemberitahuan", {"nada": nada, "judul": judul, "isi": isi})
            for nada, judul, isi in [
                ("info", "Permohonan Anda sedang disiapkan", "Anda akan menerima surel begitu jawaban siap."),
                ("peringatan", "", "Nomor dan kode rahasia hanya ditampilkan sekali. Simpanlah."),
                ("berhasil", "Permohonan diterima", "Tanda bukti sudah kami kirim ke surel Anda."),
                ("bahaya", KATA_PANJANG, "Berkas ini tidak dapat dibuka."),
            ]
        ],
        ("Kosong", "kosong", {
            "judul": "Tidak ada hasil untuk “adendum jalan”",
            "uraian": "Coba kata lain, atau mintalah dokumennya kepada kami.",
            "url": "#ajukan",
            "label_url": "Ajukan permohonan",
        }),
        ("Kartu", "kartu", {"judul": "Cek status", "url": "#cek", "uraian": KATA_PANJANG, "gambar": "status"}),
        ("Kartu tanpa gambar", "kartu", {"judul": "Maklumat pelayanan", "url": "#maklumat"}),
        ("Berkas", "berkas", {"berkas": BERKAS, "url": "#unduh"}),
        ("Halaman tengah", "halaman", {"url_sebelum": "#a", "url_sesudah": "#b", "keterangan": "20 dari 1.204 butir"}),
        ("Ringkasan galat", "ringkasan_galat", {"form": form_salah()}),
    ]  # fmt: skip


def komponen(nama: str, **isi: object) -> str:
    """Render one component as a page would."""
    return render_to_string(f"_komponen/{nama}.html", isi)


def isian(form: forms.Form) -> str:
    return "".join(komponen("isian", isian=medan) for medan in form)


TABEL = """<table class="tabel" role="table"><caption>Kinerja per triwulan</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">Triwulan</th>
<th role="columnheader" scope="col" class="kanan">Masuk</th></tr></thead><tbody role="rowgroup"><tr role="row">
<th role="rowheader" scope="row" data-label="Triwulan">I</th>
<td role="cell" class="kanan" data-label="Masuk">42</td></tr></tbody></table>"""
RESI = """<dl class="resi"><div><dt>Nomor pendaftaran</dt><dd>014/PPID/III/2026</dd></div>
<div><dt>Kode rahasia</dt><dd>K7QM-2XRT-9HPA</dd></div></dl>"""
KARTU = """<div class="kartu"><dl class="rincian"><div><dt>Butir 1</dt><dd>Kontrak peningkatan jalan</dd></div>
<div><dt>Cara memperoleh</dt><dd>Salinan berkas digital</dd></div></dl>
<p class="baris"><button type="button" class="tombol">Kirim pesan</button>
<button type="button" class="tombol tombol--kedua">Lengkapi</button>
<button type="button" class="tombol tombol--bahaya">Cabut permohonan</button></p></div>"""


def bagian() -> str:
    """Return all sections of the gallery as HTML."""
    butir = [(judul, komponen(nama, **isi)) for judul, nama, isi in contoh()]
    butir += [
        ("Isian kosong", f'<div class="formulir">{isian(FormContoh(auto_id="kosong_%s"))}</div>'),
        ("Isian salah", f'<div class="formulir">{isian(form_salah())}</div>'),
        ("Tabel", TABEL),
        ("Resi", RESI),
        ("Kartu isi", KARTU),
    ]
    return format_html_join(
        "",
        '<section class="bagian wadah"><p class="lirih">{}</p>{}</section>',
        ((judul, mark_safe(isi)) for judul, isi in butir),
    )


LAMA = {"balasan": 10, "perpanjangan": 7, "keberatan": 30}


def halaman(nama: str, **isi: object) -> str:
    """Render one page of the frame with the demo regency around it."""
    sini = {"situs/beranda.html": "situs:beranda", "situs/tenggat.html": "situs:tenggat"}.get(nama)
    permintaan = SimpleNamespace(resolver_match=SimpleNamespace(view_name=sini))
    return render_to_string(nama, {"situs": SITUS, "request": permintaan} | isi)


def galeri() -> str:
    """Render the whole gallery as a page."""
    sumber = '{% extends "dasar.html" %}{% block isi %}<h1 class="wadah bagian">Galeri</h1>{{ bagian }}{% endblock %}'
    return engines["django"].from_string(sumber).render({"situs": SITUS, "bagian": bagian()})


class FormTenggat(forms.Form):
    mulai = forms.DateField(
        label="Diterima pada",
        widget=forms.DateInput({"type": "date"}),
        help_text="Hari permohonan diterima.",
    )
    hari = forms.IntegerField(label="Jumlah hari kerja", widget=forms.NumberInput({"min": 1}))


def informasi(judul: str, kelas: str) -> SimpleNamespace:
    return SimpleNamespace(
        judul=judul,
        get_absolute_url="#informasi",
        get_kelas_display=kelas,
        unit=SimpleNamespace(nama_tampil="Badan Pengelola Keuangan dan Aset Daerah"),
        diumumkan_pada=date(2026, 11, 20),
    )


BERANDA_PENUH = {
    "contoh_batas": date(2026, 12, 4),
    "terbaru": [
        informasi("Laporan Realisasi Anggaran Triwulan III 2026", "Berkala"),
        informasi(KATA_PANJANG, "Serta merta"),
        informasi(
            "Kontrak peningkatan jalan ruas Simpang Tiga-Muara dan adendumnya", "Setiap saat"
        ),
    ],
    "angka": [
        {"label": "Permohonan selesai", "nilai": "142"},
        {"label": "Tepat waktu", "nilai": "96%"},
        {"label": "Median hari kerja", "nilai": "6"},
        {"label": "Keberatan", "nilai": "5"},
    ],
    "sering_dicari": ["APBD", "izin tambang", "lowongan kerja", "RTRW"],
    "mendesak": {"judul": "Peringatan dini banjir Sungai Maju, Kecamatan Hulu", "url": "#banjir"},
    "diubah_pada": date(2026, 11, 20),
}


def semua_halaman() -> dict[str, str]:
    """Return every page of the gallery by its name."""
    hasil = jam(date(2026, 3, 11), 10, date(2026, 3, 16))
    resmi = SITUS | {"demo": False}
    return {
        "galeri": galeri(),
        "beranda": halaman("situs/beranda.html", **BERANDA_PENUH),
        "beranda-kosong": halaman("situs/beranda.html", situs=resmi),
        "tenggat": halaman(
            "situs/tenggat.html",
            lama=LAMA,
            form=FormTenggat({"mulai": "2026-03-11", "hari": 10}),
            jam=hasil,
        ),
        "tenggat-kosong": halaman("situs/tenggat.html", lama=LAMA, form=FormTenggat()),
        "tenggat-salah": halaman(
            "situs/tenggat.html", lama=LAMA, form=FormTenggat({"mulai": "kemarin", "hari": 0})
        ),
        "404": halaman("404.html"),
        "403": halaman("403.html"),
        "403_csrf": halaman("403_csrf.html"),
        "500": halaman("500.html", kode_rujukan="7F3A-91C2"),
    }


def tulis(folder: Path) -> None:
    """Write every page beside a copy of the static files."""
    shutil.copytree("static", folder / "static", dirs_exist_ok=True)
    with override_settings(ROOT_URLCONF="tests.tampilan.urls"):
        for nama, isi in semua_halaman().items():
            (folder / f"{nama}.html").write_text(isi, encoding="utf-8")
