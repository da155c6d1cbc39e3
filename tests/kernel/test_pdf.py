"""Letters: what was typed is what is printed, every file is accessible, and errors keep secrets."""

import re
import threading
from collections import Counter
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pypdfium2
import pytest
from django.conf import settings
from django.utils.translation import gettext_lazy

from ppid_portal.kernel.pdf import PENGGANTI, GalatCetak, cetak, gambar_qr
from tests.kernel.contoh_daftar import MAKSIMAL, MINIMAL
from tests.kernel.contoh_surat import JAHAT, KATA_PANJANG, isi_jahat, tempat_teks

SEMUA = sorted(MINIMAL)
JUDUL = {
    "tanda_bukti": "Tanda Bukti Penerimaan Permohonan Informasi Publik",
    "tidak_lengkap": "Surat Keterangan Tidak Lengkap",
    "perpanjangan": "Pemberitahuan Perpanjangan Waktu",
    "pemberitahuan_tertulis": "Pemberitahuan Tertulis",
    "surat_keputusan_penolakan": "Surat Keputusan tentang Penolakan Permohonan Informasi",
    "lembar_disposisi": "Lembar Disposisi",
    "formulir_permohonan": "Formulir Permohonan Informasi Publik",
    "dip": "Daftar Informasi Publik",
    "penetapan_klasifikasi": "Penetapan Klasifikasi Informasi",
}
KONTAK = {"/pemohon/kontak", "/pemohon/pekerjaan"}
# What a letter is given here and rightly leaves out.
TAK_DICETAK = {
    "tanda_bukti": KONTAK | {"/pemohon/alamat", "/sifat", "/lampiran"},
    "tidak_lengkap": KONTAK,
    "perpanjangan": KONTAK | {"/keberatan/cara"},
    "pemberitahuan_tertulis": {"/sifat", "/lampiran"},
    "surat_keputusan_penolakan": {"/sifat", "/lampiran"},
    "lembar_disposisi": set(),
    "formulir_permohonan": set(),
    "dip": set(),
    "penetapan_klasifikasi": set(),
}
# Papers that answer no applicant.
TANPA_HAK = {"lembar_disposisi", "formulir_permohonan", "dip", "penetapan_klasifikasi"}
REBAH = {"dip": 842}  # points wide; the others are upright


def surat(nama, data=None, **lain):
    return cetak(f"surat/{nama}.typ", MINIMAL[nama] if data is None else data, **lain)


def halaman(pdf):
    dokumen = pypdfium2.PdfDocument(pdf)
    try:
        # PDFium reports a hyphen at the end of a line as U+FFFE.
        return [h.get_textpage().get_text_range().replace("\ufffe", "-") for h in dokumen]
    finally:
        dokumen.close()


def rapat(teks):
    return re.sub(r"\s+", "", teks).casefold()


def isi(pdf):
    return rapat("".join(halaman(pdf)))


def pohon(pdf):
    """Return the structure tree as (kind, alternative text) pairs in reading order."""
    hasil = []
    tumpukan = [pypdf.PdfReader(BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"]]
    while tumpukan:
        simpul = tumpukan.pop().get_object()
        if isinstance(simpul, list):
            tumpukan.extend(reversed(simpul))
        elif isinstance(simpul, dict):
            if "/S" in simpul:
                hasil.append((simpul["/S"], simpul.get("/Alt")))
            if "/K" in simpul:
                tumpukan.append(simpul["/K"])
    return hasil


def test_setiap_templat_punya_contoh():
    berkas = (Path(settings.BASE_DIR) / "templates" / "surat").glob("*.typ")
    assert sorted(b.stem for b in berkas) == sorted([*SEMUA, "kerangka"])


@pytest.mark.parametrize("data", [MINIMAL, MAKSIMAL], ids=["minimal", "maksimal"])
@pytest.mark.parametrize("nama", SEMUA)
def test_surat_bertanda_dan_memenuhi_pdf_ua(nama, data):
    pdf = surat(nama, data[nama])
    pembaca = pypdf.PdfReader(BytesIO(pdf))
    akar = pembaca.trailer["/Root"]
    assert akar["/MarkInfo"]["/Marked"].value is True
    assert akar["/Lang"] == "id-ID"
    assert akar["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert pembaca.metadata.title == f"{JUDUL[nama]} {data[nama]['nomor']}"
    xmp = akar["/Metadata"].get_data().decode()
    assert re.findall(r"<pdfuaid:part>(\d)</pdfuaid:part>", xmp) == ["1"]
    jenis = Counter(s for s, _ in pohon(pdf))
    assert jenis["/H1"] == 1
    assert [alt for s, alt in pohon(pdf) if s == "/Figure" and not alt] == []
    assert [
        h.mediabox[2:] for h in pembaca.pages if round(h.mediabox[2]) != REBAH.get(nama, 595)
    ] == []


@pytest.mark.parametrize(
    ("nama", "kepala"),
    [
        ("tanda_bukti", 2 + 3),
        ("tidak_lengkap", 3),
        ("perpanjangan", 2 + 3),
        ("pemberitahuan_tertulis", 4),
        ("lembar_disposisi", 2),
    ],
)
def test_tabel_punya_sel_kepala(nama, kepala):
    assert Counter(s for s, _ in pohon(surat(nama)))["/TH"] == kepala


@pytest.mark.lambat
@pytest.mark.parametrize("nama", SEMUA)
def test_isian_dicetak_apa_adanya(nama):
    hilang = set()
    for mulai in range(
        6
    ):  # a sixth of the markup at a time, so that no page break falls inside a text
        jahat = " ".join(JAHAT[mulai::6]) + " ujung{jalan}#"
        tercetak = isi(surat(nama, isi_jahat(MAKSIMAL[nama], jahat)))
        tempat = tempat_teks(MAKSIMAL[nama])
        hilang |= {t for t in tempat if rapat(jahat.replace("{jalan}", t)) not in tercetak}
    assert hilang == TAK_DICETAK[nama]


@pytest.mark.lambat
@pytest.mark.parametrize("nama", SEMUA)
def test_kata_terpanjang_tidak_keluar_dari_kertas(nama):
    dokumen = pypdfium2.PdfDocument(
        surat(nama, isi_jahat(MAKSIMAL[nama], KATA_PANJANG) | {"contoh": False})
    )
    keluar = []
    for lembar in dokumen:
        teks = lembar.get_textpage()
        kotak = [teks.get_charbox(n) for n in range(teks.count_chars())]
        keluar += [k for k in kotak if k[0] < 65 or k[2] > REBAH.get(nama, 595) - 50]
    dokumen.close()
    assert keluar == []


def test_masukan_sama_memberi_berkas_sama():
    pada = datetime(2026, 8, 14, 2, 12, tzinfo=UTC)
    assert surat("perpanjangan", pada=pada) == surat("perpanjangan", pada=pada)
    assert surat("perpanjangan") == surat("perpanjangan")
    assert surat("perpanjangan") != surat("perpanjangan", pada=pada)


def test_waktu_pembuatan_hanya_bila_diberikan():
    pada = datetime(2026, 8, 14, 2, 12, tzinfo=UTC)
    dengan = pypdf.PdfReader(BytesIO(surat("perpanjangan", pada=pada)))
    tanpa = pypdf.PdfReader(BytesIO(surat("perpanjangan")))
    assert dengan.metadata.creation_date == pada
    assert tanpa.metadata.creation_date is None


def test_kunci_yang_hilang_disebut_tanpa_datanya():
    data = {k: v for k, v in MINIMAL["perpanjangan"].items() if k != "alasan"}
    with pytest.raises(GalatCetak) as galat:
        surat("perpanjangan", data)
    assert str(galat.value) == 'surat/perpanjangan.typ: data tidak memuat "alasan"'
    assert galat.value.kunci == "alasan"
    assert galat.value.__suppress_context__ is True


def test_galat_lain_tidak_membawa_data():
    data = MINIMAL["tidak_lengkap"] | {"penanda_tangan": {"jabatan": 1, "nama": ["rahasia sekali"]}}
    data["verifikasi"] = data["verifikasi"] | {"qr": "rahasia sekali"}
    with pytest.raises(GalatCetak) as galat:
        surat("tidak_lengkap", data)
    assert re.findall("rahasia", str(galat.value)) == []
    assert galat.value.kunci is None


def test_data_bukan_json_ditolak():
    with pytest.raises(GalatCetak) as galat:
        surat(
            "perpanjangan", MINIMAL["perpanjangan"] | {"nomor": datetime(2026, 8, 14, tzinfo=UTC)}
        )
    assert str(galat.value) == "surat/perpanjangan.typ: data memuat nilai berjenis datetime"


@pytest.mark.parametrize(
    "templat",
    ["surat/tak_ada.typ", "surat/../../manage.py", "/etc/passwd", "surat", "surat/../dasar.html"],
)
def test_hanya_templat_surat_yang_dicetak(templat):
    with pytest.raises(GalatCetak) as galat:
        cetak(templat, {})
    assert str(galat.value) == f"{templat}: tidak ada templat surat dengan nama ini"


def test_templat_tidak_memakai_paket_atau_jaringan():
    berkas = (Path(settings.BASE_DIR) / "templates" / "surat").glob("*.typ")
    diimpor = {
        i for b in berkas for i in re.findall(r'#(?:import|include) "([^"]+)"', b.read_text())
    }
    assert diimpor == {"kerangka.typ"}


@pytest.mark.parametrize(
    ("diketik", "tercetak"),
    [
        ("Budi 😀 Santoso", f"Budi {PENGGANTI} Santoso"),
        ("漢字 dan ꦗꦮ", f"{PENGGANTI * 2} dan {PENGGANTI * 2}"),
        ("kiri\u202etanak", "kiritanak"),
        ("a\x00b\x07c\td", "a b c d"),
        ("nol\u200blebar\ufeff", "nollebar"),
        ("\ue000 \U000f0000", f"{PENGGANTI} {PENGGANTI}"),
        ("Jose\u0301 ½ “petik” — ₂", "José ½ “petik” — ₂"),
        ("\ud800rusak", f"{PENGGANTI}rusak"),
    ],
)
def test_aksara_yang_tak_dapat_digambar_diganti(diketik, tercetak):
    data = MINIMAL["tidak_lengkap"] | {
        "pemohon": {"nama": f"awal {diketik} akhir", "alamat": "Jalan"}
    }
    teks = halaman(surat("tidak_lengkap", data))[0]
    assert re.findall(r"Yth\. awal (.*) akhir", teks) == [tercetak]


def test_ribuan_aksara_asing_tetap_tercetak():
    asing = "".join(chr(n) for n in range(0x4E00, 0x4E00 + 2000))
    teks = isi(surat("perpanjangan", MINIMAL["perpanjangan"] | {"alasan": [asing]}))
    assert teks.count(PENGGANTI) == 2000


def test_baris_baru_tetap_baris_baru():
    data = MINIMAL["tidak_lengkap"] | {
        "pemohon": {"nama": "Budi", "alamat": "Jalan Satu\r\nDesa Dua\n\n\n\nTiga"}
    }
    baris = [b for b in halaman(surat("tidak_lengkap", data))[0].splitlines() if b]
    awal = baris.index("Yth. Budi")
    assert baris[awal + 1 : awal + 4] == ["Jalan Satu", "Desa Dua", "Tiga"]


def test_teks_terjemahan_malas_dicetak():
    data = MINIMAL["lembar_disposisi"] | {"dari": gettext_lazy("Meja PPID")}
    assert re.findall(r"Dari\s*:\s*(.*?)\r?\n", halaman(surat("lembar_disposisi", data))[0]) == [
        "Meja PPID"
    ]


def test_tanda_bukti_tanpa_kode_rahasia_kecuali_diberikan():
    tanpa = isi(surat("tanda_bukti"))
    dengan = isi(
        surat("tanda_bukti", MINIMAL["tanda_bukti"] | {"kode_rahasia": "TENANG-LAUT-4821"})
    )
    assert (tanpa.count("simpan:koderahasiaanda"), dengan.count("simpan:koderahasiaanda")) == (0, 1)
    assert dengan.count("tenang-laut-4821") == 1


@pytest.mark.parametrize("nama", SEMUA)
def test_tanda_contoh_hanya_pada_surat_contoh(nama):
    asli = isi(surat(nama)).count("suratcontohuntukperagaan")
    contoh = isi(surat(nama, MINIMAL[nama] | {"contoh": True})).count("suratcontohuntukperagaan")
    assert (asli, contoh) == (0, 1)


@pytest.mark.parametrize("nama", sorted(set(SEMUA) - TANPA_HAK))
def test_surat_menyebut_hak_berikutnya_dan_hari_terakhirnya(nama):
    data = MINIMAL[nama]
    terakhir = data.get("keberatan", data.get("batas"))["sampai"]
    sesudah = isi(surat(nama)).split("hakandaberikutnya")[1]
    assert sesudah.count(rapat(terakhir)) == 1


@pytest.mark.parametrize("nama", sorted(set(SEMUA) - {"formulir_permohonan"}))
def test_surat_menyebut_cara_memeriksa_keasliannya(nama):
    kalimat = "Keaslian surat ini dapat diperiksa di https://ppid.contohraya.example/periksa/ dengan kode 7K3M-Q9XD."
    assert isi(surat(nama)).count(rapat(kalimat)) == 1


def test_halaman_dinomori():
    lembar = halaman(surat("surat_keputusan_penolakan", MAKSIMAL["surat_keputusan_penolakan"]))
    kaki = [re.findall(r"Halaman \d+ dari \d+", teks) for teks in lembar]
    assert kaki == [[f"Halaman {n} dari {len(lembar)}"] for n in range(1, len(lembar) + 1)]


@pytest.mark.parametrize(
    "nama", sorted(set(SEMUA) - {"surat_keputusan_penolakan", "formulir_permohonan"})
)
def test_surat_biasa_cukup_satu_halaman(nama):
    assert len(halaman(surat(nama))) == 1


def test_permohonan_yang_ditolak_semua_tidak_menyebut_penyampaian():
    data = {k: v for k, v in MINIMAL["pemberitahuan_tertulis"].items() if k != "penyampaian"}
    assert isi(surat("pemberitahuan_tertulis", data)).count("penyampaianinformasi") == 0


def test_formulir_kosong_tanpa_centang_dan_terisi_dengan_centang():
    kosong = isi(surat("formulir_permohonan"))
    terisi = isi(surat("formulir_permohonan", MAKSIMAL["formulir_permohonan"]))
    assert (kosong.count("☐"), kosong.count("☑")) == (16, 0)
    assert (terisi.count("☐"), terisi.count("☑")) == (10, 6)


def test_surat_dicetak_serentak_dari_banyak_utas():
    acuan = surat("perpanjangan")
    hasil = []

    def kerja():
        hasil.extend(surat("perpanjangan") == acuan for _ in range(3))

    utas = [threading.Thread(target=kerja) for _ in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert hasil == [True] * 12


def test_lambang_daerah_menggantikan_gambar_sementara():
    lambang = gambar_qr("lambang")
    kop = MINIMAL["perpanjangan"]["kop"]
    pdf = surat("perpanjangan", MINIMAL["perpanjangan"] | {"kop": kop | {"lambang": lambang}})
    keterangan = [alt for jenis, alt in pohon(pdf) if jenis == "/Figure"]
    sementara = [alt for jenis, alt in pohon(surat("perpanjangan")) if jenis == "/Figure"]
    assert keterangan[0] == "Lambang Pemerintah Kabupaten Contoh Raya"
    assert sementara[0] == "Tempat lambang daerah Pemerintah Kabupaten Contoh Raya"
    assert keterangan[1:] == sementara[1:]


def test_qr_berupa_svg_yang_sama_untuk_isi_sama():
    alamat = "https://ppid.contohraya.example/periksa/?kode=<script>"
    gambar = gambar_qr(alamat)
    assert ElementTree.fromstring(gambar).tag == "{http://www.w3.org/2000/svg}svg"
    assert gambar == gambar_qr(alamat)
    assert gambar != gambar_qr(alamat + "x")
