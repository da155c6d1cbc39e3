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
