"""The words of the request: statuses, steps, and the choices of the official form."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a request stands (hukum B1)."""

    DITERIMA = "diterima", _("Diterima, sedang diperiksa")
    PERLU_PERBAIKAN = "perlu_perbaikan", _("Menunggu Anda melengkapi")
    TERDAFTAR_LENGKAP = "terdaftar_lengkap", _("Lengkap dan terdaftar")
    DIPROSES = "diproses", _("Sedang dikerjakan unit")
    TELAAH_PPID = "telaah_ppid", _("Ditelaah PPID")
    DIPERPANJANG = "diperpanjang", _("Waktu diperpanjang")
    DIKABULKAN = "dikabulkan", _("Dikabulkan")
    DIKABULKAN_SEBAGIAN = "dikabulkan_sebagian", _("Dikabulkan sebagian")
    DITOLAK = "ditolak", _("Ditolak")
    TIDAK_DIKUASAI = "tidak_dikuasai", _("Tidak dikuasai badan ini")
    SELESAI = "selesai", _("Selesai, informasi diserahkan")
    DICABUT = "dicabut", _("Dicabut pemohon")
    TIDAK_DILANJUTKAN = "tidak_dilanjutkan", _("Tidak dilanjutkan")


class Aksi(models.TextChoices):
    """The steps that move a request."""

    AJUKAN = "ajukan", _("Ajukan")
    TERIMA_LENGKAP = "terima_lengkap", _("Nyatakan lengkap")
    ANGGAP_LENGKAP = "anggap_lengkap", _("Anggap lengkap")
    MINTA_PERBAIKAN = "minta_perbaikan", _("Minta dilengkapi")
    LENGKAPI = "lengkapi", _("Lengkapi permohonan")
    HENTIKAN = "hentikan", _("Tidak lanjutkan")
    DISPOSISIKAN = "disposisikan", _("Disposisikan ke unit")
    TERIMA_JAWABAN = "terima_jawaban", _("Jawaban unit masuk")
    CATAT_KEMBALI = "catat_kembali", _("Disposisi dikembalikan")
    MINTA_ULANG = "minta_ulang", _("Jawaban unit diminta diperbaiki")
    PERPANJANG = "perpanjang", _("Perpanjang waktu")
    PUTUSKAN_BUTIR = "putuskan_butir", _("Putuskan tiap butir")
    KABULKAN = "kabulkan", _("Kirim jawaban: dikabulkan")
    KABULKAN_SEBAGIAN = "kabulkan_sebagian", _("Kirim jawaban: dikabulkan sebagian")
    TOLAK = "tolak", _("Kirim jawaban: ditolak")
    NYATAKAN_TIDAK_DIKUASAI = "nyatakan_tidak_dikuasai", _("Kirim jawaban: tidak dikuasai")
    SERAHKAN = "serahkan", _("Catat penyerahan")
    PROMOSIKAN = "promosikan", _("Umumkan jawaban di daftar informasi")
    CABUT = "cabut", _("Cabut permohonan")
    LEWATI_BATAS = "lewati_batas", _("Batas jawaban lewat")
    BUKA_IDENTITAS = "buka_identitas", _("Buka identitas pemohon")


class StatusDisposisi(models.TextChoices):
    DITUGASKAN = "ditugaskan", _("Menunggu diterima unit")
    DIKERJAKAN = "dikerjakan", _("Dikerjakan unit")
    DIJAWAB = "dijawab", _("Dijawab unit")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan unit")
    DITARIK = "ditarik", _("Ditarik PPID")


class AksiDisposisi(models.TextChoices):
    TUGASKAN = "tugaskan", _("Tugaskan")
    TERIMA = "terima", _("Terima tugas")
    JAWAB = "jawab", _("Kirim jawaban ke PPID")
    KEMBALIKAN = "kembalikan", _("Kembalikan ke PPID")
    MINTA_ULANG = "minta_ulang", _("Minta jawaban diperbaiki")
    TARIK = "tarik", _("Tarik disposisi")


class JenisPemohon(models.TextChoices):
    """UU 14/2008 ps. 1 angka 12; the form of Perki 1/2021."""

    PERORANGAN = "perorangan", _("Perorangan")
    BADAN_HUKUM = "badan_hukum", _("Badan hukum")
    KELOMPOK = "kelompok", _("Kelompok orang")


class Kanal(models.TextChoices):
    LAMAN = "laman", _("Laman ini")
    LANGSUNG = "langsung", _("Datang langsung")
    SURAT = "surat", _("Surat")
    SUREL = "surel", _("Surel")
    TELEPON = "telepon", _("Telepon")
    WHATSAPP = "whatsapp", _("WhatsApp")
    FORMULIR_DESA = "formulir_desa", _("Formulir kertas dari desa")


class CaraMemperoleh(models.TextChoices):
    MELIHAT = "melihat", _("Melihat, membaca, mendengarkan, atau mencatat")
    SALINAN_LUNAK = "salinan_lunak", _("Mendapat salinan softcopy")
    SALINAN_KERAS = "salinan_keras", _("Mendapat salinan hardcopy")


class CaraSalinan(models.TextChoices):
    UNDUH = "unduh", _("Unduh di laman ini")
    SUREL = "surel", _("Surel")
    AMBIL = "ambil", _("Mengambil langsung")
    POS = "pos", _("Pos")
    KURIR = "kurir", _("Kurir")


class Penguasaan(models.TextChoices):
    """UU 14/2008 ps. 22 ayat (7) huruf a."""

    DIKUASAI = "dikuasai", _("Di bawah penguasaan badan ini")
    BADAN_LAIN = "badan_lain", _("Dikuasai badan publik lain")
    TIDAK_DIKUASAI = "tidak_dikuasai", _("Tidak dikuasai")
    BELUM_DIDOKUMENTASIKAN = "belum_didokumentasikan", _("Belum dikuasai atau didokumentasikan")


class Keputusan(models.TextChoices):
    """The fate of one item."""

    DIKABULKAN = "dikabulkan", _("Dikabulkan")
    DIKABULKAN_SEBAGIAN = "dikabulkan_sebagian", _("Dikabulkan sebagian")
    DITOLAK = "ditolak", _("Ditolak")
    TIDAK_DIKUASAI = "tidak_dikuasai", _("Tidak dikuasai")


class DasarPenolakan(models.TextChoices):
    """UU 14/2008 ps. 17; only these may close information."""

    A = "17a", _("Pasal 17 huruf a: menghambat proses penegakan hukum")
    B = "17b", _("Pasal 17 huruf b: HKI dan persaingan usaha tidak sehat")
    C = "17c", _("Pasal 17 huruf c: pertahanan dan keamanan negara")
    D = "17d", _("Pasal 17 huruf d: kekayaan alam Indonesia")
    E = "17e", _("Pasal 17 huruf e: ketahanan ekonomi nasional")
    F = "17f", _("Pasal 17 huruf f: hubungan luar negeri")
    G = "17g", _("Pasal 17 huruf g: akta otentik pribadi dan wasiat")
    H = "17h", _("Pasal 17 huruf h: rahasia pribadi")
    I = "17i", _("Pasal 17 huruf i: memorandum yang dirahasiakan")  # noqa: E741
    J = "17j", _("Pasal 17 huruf j: dilarang undang-undang")


class AlasanPerpanjangan(models.TextChoices):
    """The two reasons that allow the one extension (Perki 1/2021)."""

    BELUM_DIKUASAI = "belum_dikuasai", _("Informasi belum dikuasai atau didokumentasikan")
    BELUM_DIPUTUSKAN = "belum_diputuskan", _("Status informasi belum dapat diputuskan")


class KategoriBerkas(models.TextChoices):
    IDENTITAS = "identitas", _("Identitas")
    KUASA = "kuasa", _("Surat kuasa")
    PENDUKUNG = "pendukung", _("Lampiran pemohon")
    JAWABAN = "jawaban", _("Jawaban")
