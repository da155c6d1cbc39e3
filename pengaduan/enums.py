"""The words of the complaint: states, steps, kinds, levels of secrecy, channels."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a complaint stands (hukum B4)."""

    BARU = "baru", _("Belum terverifikasi")
    DIKEMBALIKAN = "dikembalikan", _("Perlu dilengkapi")
    BUKAN_KEWENANGAN = "bukan_kewenangan", _("Diteruskan ke instansi lain")
    TERVERIFIKASI = "terverifikasi", _("Terverifikasi, belum ditindaklanjuti")
    DIPROSES = "diproses", _("Sedang diproses")
    DITANGGAPI = "ditanggapi", _("Menunggu tanggapan pelapor")
    SELESAI = "selesai", _("Selesai")
    ARSIP = "arsip", _("Diarsipkan")
    DIALIHKAN_KE_PERMOHONAN = "dialihkan_ke_permohonan", _("Dialihkan ke permohonan informasi")
    WBS = "wbs", _("Ditangani tertutup")


class Aksi(models.TextChoices):
    """The steps that move a complaint."""

    AJUKAN = "ajukan", _("Kirim laporan")
    AJUKAN_TERTUTUP = "ajukan_tertutup", _("Kirim laporan tertutup")
    KEMBALIKAN = "kembalikan", _("Minta pelapor melengkapi")
    LENGKAPI = "lengkapi", _("Lengkapi laporan")
    ARSIP_OTOMATIS = "arsip_otomatis", _("Arsipkan: tidak dilengkapi")
    TERUSKAN_PENGADUAN = "teruskan_pengaduan", _("Teruskan sebagai pengaduan")
    TERUSKAN_RINGAN = "teruskan_ringan", _("Teruskan sebagai pengaduan ringan")
    TERUSKAN_ASPIRASI = "teruskan_aspirasi", _("Teruskan sebagai aspirasi")
    TERUSKAN_INFORMASI = "teruskan_informasi", _("Teruskan sebagai permintaan informasi")
    DISPOSISIKAN = "disposisikan", _("Pindahkan ke unit lain")
    KEMBALIKAN_DISPOSISI = "kembalikan_disposisi", _("Kembalikan ke koordinator")
    INSTRUKSIKAN = "instruksikan", _("Beri instruksi")
    TANGGAP_AWAL = "tanggap_awal", _("Kirim tanggapan awal")
    TANGGAPI = "tanggapi", _("Kirim tindak lanjut")
    BALAS = "balas", _("Balas tindak lanjut")
    BERITAHU_TUTUP = "beritahu_tutup", _("Beri tahu rencana penutupan")
    TUTUP_OTOMATIS = "tutup_otomatis", _("Tutup: tidak ada balasan")
    SELESAIKAN = "selesaikan", _("Nyatakan selesai")
    BUKA_KEMBALI = "buka_kembali", _("Buka kembali")
    BUKA_KEMBALI_TERTUTUP = "buka_kembali_tertutup", _("Buka kembali laporan tertutup")
    NYATAKAN_BUKAN_KEWENANGAN = "nyatakan_bukan_kewenangan", _("Nyatakan bukan kewenangan")
    ARSIPKAN = "arsipkan", _("Arsipkan")
    ALIHKAN_KE_PERMOHONAN = "alihkan_ke_permohonan", _("Alihkan ke permohonan informasi")
    SEGEL = "segel", _("Serahkan tertutup ke Inspektorat")


class Klasifikasi(models.TextChoices):
    """The kinds of SP4N-LAPOR!; the two kinds of complaint differ in who may examine them."""

    TIDAK_BERKADAR = "tidak_berkadar_pengawasan", _("Pengaduan tidak berkadar pengawasan")
    BERKADAR = "berkadar_pengawasan", _("Pengaduan berkadar pengawasan")
    ASPIRASI = "aspirasi", _("Aspirasi")
    INFORMASI = "permintaan_informasi", _("Permintaan informasi")


class Kerahasiaan(models.TextChoices):
    """What the reporter chose; confidential unless said otherwise (lapangan 1.6)."""

    TERBUKA = "terbuka", _("Terbuka: unit yang menangani tahu nama saya")
    RAHASIA = "rahasia", _("Rahasia: hanya meja pengaduan yang tahu siapa saya")
    ANONIM = "anonim", _("Anonim: saya memakai kode, tanpa nama")


class Kanal(models.TextChoices):
    LAMAN = "laman", _("Laman ini")
    LANGSUNG = "langsung", _("Datang langsung")
    TELEPON = "telepon", _("Telepon")
    SURAT = "surat", _("Surat")
    SUREL = "surel", _("Surel")
    WHATSAPP = "whatsapp", _("WhatsApp")
    SMS = "sms", _("SMS")
    MEDIA_SOSIAL = "media_sosial", _("Media sosial")
    KUNJUNGAN = "kunjungan", _("Kunjungan lapangan")
    SP4N = "sp4n", _("SP4N-LAPOR!")


class Seri(models.TextChoices):
    """Series of register numbers; sealed reports have their own, so that no gap betrays one."""

    UMUM = "pengaduan", _("Pengaduan")
    TERTUTUP = "pengaduan_tertutup", _("Pengaduan tertutup")


class AlasanArsip(models.TextChoices):
    DUPLIKAT = "duplikat", _("Sama dengan laporan lain")
    SPAM = "spam", _("Spam atau percobaan")
    TIDAK_JELAS = "tidak_jelas", _("Tidak dapat dipahami")
    DI_LUAR_CAKUPAN = "di_luar_cakupan", _("Di luar cakupan layanan pengaduan")


class JenisTanggapan(models.TextChoices):
    """Answered, planned and done are three things (lapangan 1.2)."""

    AWAL = "awal", _("Tanggapan awal")
    JAWABAN = "jawaban", _("Sudah dijawab")
    RENCANA = "rencana", _("Rencana penanganan")
    DIKERJAKAN = "dikerjakan", _("Sudah dikerjakan")
    BALASAN = "balasan", _("Balasan pelapor")
    PERBAIKAN = "perbaikan", _("Kelengkapan dari pelapor")


# What an officer may post as follow-up, and which of it shows that something is or will be done.
TINDAK_LANJUT = (JenisTanggapan.JAWABAN, JenisTanggapan.RENCANA, JenisTanggapan.DIKERJAKAN)
NYATA = (JenisTanggapan.RENCANA, JenisTanggapan.DIKERJAKAN)


class KategoriBerkas(models.TextChoices):
    LAMPIRAN = "lampiran", _("Lampiran pelapor")
    BUKTI = "bukti", _("Bukti tindak lanjut")


class LingkupAkses(models.TextChoices):
    """What was opened that must not be opened unseen."""

    TERTUTUP = "tertutup", _("Laporan tertutup")
    IDENTITAS = "identitas", _("Identitas pelapor")
