"""Sample data for the papers of the register, beside those of the letters."""

from typing import Any

from tests.kernel.contoh_surat import DASAR, ENAM
from tests.kernel.contoh_surat import MAKSIMAL as SURAT_MAKSIMAL
from tests.kernel.contoh_surat import MINIMAL as SURAT_MINIMAL

BARIS: dict[str, Any] = {
    "nomor": "1",
    "judul": "Laporan realisasi anggaran",
    "ringkasan": "",
    "pejabat": "Badan Pengelolaan Keuangan Daerah",
    "penanggung_jawab": "",
    "waktu_tempat": "",
    "bentuk": "Softcopy",
    "retensi": "5 tahun",
}
LENGKAP: list[dict[str, Any]] = [
    {
        "nomor": str(n),
        "judul": butir,
        "ringkasan": f"Uraian tentang {butir}",
        "pejabat": "Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
        "penanggung_jawab": "PPID Pelaksana Dinas Pekerjaan Umum",
        "waktu_tempat": "Januari 2026, Contoh Raya",
        "bentuk": "Softcopy, hardcopy, laman",
        "retensi": "Selama berlaku",
    }
    for n, butir in enumerate(ENAM[:2], start=1)
]
DIP: dict[str, Any] = {
    **DASAR,
    "badan": "Kabupaten Contoh Raya",
    "jumlah": "1",
    "kelas": [{"nama": "Berkala", "baris": [BARIS]}],
}

KLASIFIKASI: dict[str, Any] = {
    **DASAR,
    "badan": "Kabupaten Contoh Raya",
    "unit": "Dinas Pekerjaan Umum",
    "informasi": "Gambar teknis reservoir air bersih",
    "klasifikasi": "Dikecualikan seluruhnya",
    "dasar": "Pasal 17 huruf c: pertahanan dan keamanan negara",
    "alasan": "Letak bagian yang rawan diketahui sehingga mudah dirusak.",
    "bagian": "",
    "jangka": "2 Maret 2026 sampai 2 Maret 2031",
    "persetujuan": "Nota dinas 12/2026",
}

MINIMAL = {**SURAT_MINIMAL, "dip": DIP, "penetapan_klasifikasi": KLASIFIKASI}
MAKSIMAL = {
    **SURAT_MAKSIMAL,
    "penetapan_klasifikasi": {**KLASIFIKASI, "contoh": True, "bagian": "Halaman 4 sampai 9"},
    "dip": {
        **DIP,
        "contoh": True,
        "jumlah": "4",
        "kelas": [{"nama": nama, "baris": LENGKAP} for nama in ("Berkala", "Setiap saat")],
    },
}
