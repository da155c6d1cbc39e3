"""What a citizen types, whole and right; tests change one thing at a time."""

import time
from html.parser import HTMLParser
from uuid import uuid4

from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile

from permohonan.forms.formulir import GARAM_WAKTU

URL_AJUKAN = "/permohonan/ajukan/"
URL_TERKIRIM = "/permohonan/terkirim/"
URL_CEK = "/permohonan/cek/"
NIK = "9999990101900001"
PDF = b"%PDF-1.7\n%contoh\n"


class _StempelLama(signing.TimestampSigner):
    def timestamp(self):
        return signing.b62_encode(int(time.time()) - 60)


def isian(**ganti):
    """Return the form's data as a browser posts it, opened a minute ago."""
    return {
        "kunci_kirim": str(uuid4()),
        "dibuka": _StempelLama(salt=GARAM_WAKTU).sign("x"),
        "pencarian_asal": "",
        "laman_web": "",
        "butir_1": "Kontrak perbaikan Jalan Melati tahap II tahun 2025",
        "butir_2": "",
        "butir_3": "",
        "tujuan": "Ingin tahu mengapa jalan itu rusak lagi.",
        "cara_memperoleh": "salinan_lunak",
        "cara_salinan": "unduh",
        "jenis_pemohon": "perorangan",
        "nama_badan": "",
        "nomor_pengesahan": "",
        "nama_kelompok": "",
        "anggota": "",
        "nama": "Ratnasari Pertiwi",
        "nik": "9999 9901 0190 0001",
        "alamat": "Jalan Kenanga 7, Kecamatan Sukamaju",
        "surel": "ratnasari@warga.example",
        "telepon": "0812 7000 0001",
        "pekerjaan": "Guru",
        "kebutuhan_khusus": "",
        "nama_kuasa": "",
        **ganti,
    }


def berkas(nama="ktp.pdf", isi=PDF, tipe="application/pdf"):
    return SimpleUploadedFile(nama, isi, content_type=tipe)


def unduh(client, url):
    """Return answer and bytes of a download; read to its end, it closes its file."""
    jawaban = client.get(url)
    isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    return jawaban, isi


class _Isian(HTMLParser):
    """What a browser without script would send from the page: names and values of its controls."""

    def __init__(self, html):
        super().__init__()
        self.data, self._teks = {}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        if tag == "textarea":
            self._teks = a["name"]
            self.data[self._teks] = ""
        elif tag == "input" and a.get("type") == "radio":
            if "checked" in a:
                self.data[a["name"]] = a["value"]
        elif tag == "input" and a.get("type") != "file":
            self.data[a["name"]] = a.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._teks = None

    def handle_data(self, data):
        if self._teks:
            self.data[self._teks] += data


def isi_laman(jawaban):
    data = _Isian(jawaban.content.decode()).data
    return {nama: nilai.strip() for nama, nilai in data.items() if nama != "csrfmiddlewaretoken"}


def galat(jawaban):
    return {nama: list(pesan) for nama, pesan in jawaban.context["form"].errors.items()}


def kirim(client, **ganti):
    return client.post(URL_AJUKAN, isian(**ganti))
