"""The words of the register: classes, statuses, forms and retention as the law and the field use them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kelas(models.TextChoices):
    """The four classes (UU 14/2008 ps. 9-11, 17)."""

    BERKALA = "berkala", _("Berkala")
    SERTA_MERTA = "serta_merta", _("Serta merta")
    SETIAP_SAAT = "setiap_saat", _("Setiap saat")
    DIKECUALIKAN = "dikecualikan", _("Dikecualikan")


class Status(models.TextChoices):
    DRAF = "draf", _("Draf")
    DITELAAH = "ditelaah", _("Menunggu telaah")
    TERBIT = "terbit", _("Diumumkan")
    DITARIK = "ditarik", _("Ditarik")


class Aksi(models.TextChoices):
    CATAT = "catat", _("Catat")
    UBAH = "ubah", _("Ubah isi")
    UBAH_KELAS = "ubah_kelas", _("Ubah kelas")
    TAMBAH_EDISI = "tambah_edisi", _("Tambah edisi dan berkas")
    USULKAN = "usulkan", _("Usulkan untuk diumumkan")
    TERBITKAN = "terbitkan", _("Umumkan")
    KEMBALIKAN = "kembalikan", _("Kembalikan ke unit")
    UMUMKAN_EDISI = "umumkan_edisi", _("Umumkan edisi baru")
    PERBARUI = "perbarui", _("Catat pembaruan")
    TARIK = "tarik", _("Tarik dari pengumuman")
    BENARKAN_TEMUAN = "benarkan_temuan", _("Benarkan temuan")
    BUANG_EDISI = "buang_edisi", _("Buang edisi yang bertemuan")


class Bentuk(models.TextChoices):
    """The forms in which information is held, normalised (lapangan 4)."""

    SOFTCOPY = "softcopy", _("Softcopy")
    HARDCOPY = "hardcopy", _("Hardcopy")
    PDF = "pdf", _("PDF")
    EXCEL = "excel", _("Excel")
    DOKUMEN = "dokumen", _("Dokumen")
    BROSUR = "brosur", _("Brosur")
    INFOGRAFIS = "infografis", _("Infografis")
    MULTIMEDIA = "multimedia", _("Multimedia")
    LAMAN = "laman", _("Laman")
    MEDIA_SOSIAL = "media_sosial", _("Media sosial")
    PAPAN_PENGUMUMAN = "papan_pengumuman", _("Papan pengumuman")


class Retensi(models.TextChoices):
    PERMANEN = "permanen", _("Permanen")
    SELAMA_BERLAKU = "selama_berlaku", _("Selama berlaku")
    SELAMA_MENJABAT = "selama_menjabat", _("Selama menjabat")
    SELAMA_PROSES = "selama_proses", _("Selama proses berlangsung")
    BULAN = "bulan", _("Sejumlah bulan")
    TIDAK_DISEBUT = "tidak_disebut", _("Tidak disebut")


class DasarPengecualian(models.TextChoices):
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


class KesimpulanUji(models.TextChoices):
    DIKECUALIKAN = "dikecualikan", _("Dikecualikan seluruhnya")
    SEBAGIAN = "sebagian", _("Dikecualikan sebagian")
    TERBUKA = "terbuka", _("Terbuka")


class StatusPengecualian(models.TextChoices):
    DIUSULKAN = "diusulkan", _("Diusulkan")
    DIUJI = "diuji", _("Sudah diuji")
    DITETAPKAN = "ditetapkan", _("Ditetapkan")
    BERAKHIR = "berakhir", _("Berakhir, dinyatakan terbuka")
    DIBUKA = "dibuka", _("Dinyatakan terbuka")


class AksiPengecualian(models.TextChoices):
    USULKAN = "usulkan", _("Usulkan pengecualian")
    UJI = "uji", _("Isi lembar uji konsekuensi")
    TETAPKAN = "tetapkan", _("Tetapkan klasifikasi")
    INGATKAN = "ingatkan", _("Ingatkan masa pengecualian")
    AKHIRI = "akhiri", _("Akhiri pengecualian")
    BUKA = "buka", _("Nyatakan terbuka")


class Pindaian(models.TextChoices):
    """What the virus scanner said; without a scanner nothing is called clean."""

    BELUM = "belum", _("Belum dipindai")
    BERSIH = "bersih", _("Tidak ditemukan virus")
    TERINFEKSI = "terinfeksi", _("Terinfeksi")
