"""Every write of the complaint: one function per act, each through the kernel's one door."""

from pengaduan.actions.penanganan import (
    alihkan_ke_permohonan,
    arsipkan,
    beri_tanggapan,
    disposisikan,
    kembalikan_disposisi,
    nyatakan_bukan_kewenangan,
    teruskan,
)
from pengaduan.actions.pengajuan import ajukan, balas, lengkapi
from pengaduan.actions.waktu import (
    arsipkan_yang_lewat,
    beri_tahu_penutupan,
    catat_akses,
    hitung_ulang_semua,
    ingatkan,
    olah,
    tutup_yang_diam,
)

__all__ = [
    "ajukan",
    "alihkan_ke_permohonan",
    "arsipkan",
    "arsipkan_yang_lewat",
    "balas",
    "beri_tahu_penutupan",
    "beri_tanggapan",
    "catat_akses",
    "disposisikan",
    "hitung_ulang_semua",
    "ingatkan",
    "kembalikan_disposisi",
    "lengkapi",
    "nyatakan_bukan_kewenangan",
    "olah",
    "teruskan",
    "tutup_yang_diam",
]
