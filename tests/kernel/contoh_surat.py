"""Sample data for every letter: the least that prints, and more than an office would ever send."""

from typing import Any

from ppid_portal.kernel.pdf import gambar_qr

JAHAT = [
    "#panic()",
    "*tebal*",
    "_miring_",
    "$x^2$",
    "<label>",
    "@rujukan",
    "#import",
    "```kode```",
    "= Judul",
    "\\u{41}",
    "[isi]",
    '"kutip"',
    "'petik'",
    "a--b...c~d",
    "//komentar",
    "/*komentar*/",
    "{#let}",
    "https://contoh.example/?a=1&b=<c>",
]
KATA_PANJANG = "mempertanggungjawabkankeseluruhannya" * 5

KOP = {
    "pemda": "Pemerintah Kabupaten Contoh Raya",
    "ppid": "Pejabat Pengelola Informasi dan Dokumentasi",
    "alamat": "Jalan Merdeka Nomor 1, Contoh Raya 40000",
    "telepon": "(021) 555-0100",
    "surel": "ppid@contohraya.example",
    "laman": "ppid.contohraya.example",
}
DASAR: dict[str, Any] = {
    "kop": KOP,
    "nomor": "555/12/PPID/VIII/2026",
    "tempat": "Contoh Raya",
    "tanggal": "14 Agustus 2026",
    "penanda_tangan": {
        "jabatan": "PPID Utama",
        "nama": "Dra. Sri Wahyuni Lestari, M.Si.",
        "nip": "19700101 199503 2 001",
    },
    "verifikasi": {
        "url": "https://ppid.contohraya.example/periksa/",
        "kode": "7K3M-Q9XD",
        "qr": gambar_qr("https://ppid.contohraya.example/periksa/?kode=7K3M-Q9XD"),
    },
}
PENDAFTARAN: dict[str, Any] = {
    "nomor_pendaftaran": "012/PPID/VIII/2026",
    "diterima": {"tanggal": "Jumat, 14 Agustus 2026"},
    "pemohon": {"nama": "Budi Santoso", "alamat": "Jalan Kenanga 7, Kecamatan Sukamaju"},
}
KEBERATAN: dict[str, Any] = {
    "kepada": "Sekretaris Daerah selaku Atasan PPID",
    "lama": "30 hari kerja",
    "sampai": "Jumat, 9 Oktober 2026",
    "cara": "Keberatan dapat diajukan di ppid.contohraya.example/keberatan/ atau di meja layanan.",
}
BUTIR = ["Rencana Kerja dan Anggaran Dinas Pekerjaan Umum tahun 2026"]
ENAM = [
    *BUTIR,
    "Daftar ruas jalan kabupaten yang diperbaiki pada tahun 2025, dengan panjang, biaya, dan penyedianya",
    "Dokumen kontrak perbaikan Jalan Melati tahap II, termasuk adendum dan berita acara serah terima",
    "Hasil evaluasi kinerja perorangan pegawai bidang bina marga",
    "Data penerima bantuan sosial per desa tahun 2024 dan 2025 dalam bentuk angka",
    "Laporan hasil pemeriksaan internal atas pengadaan lampu jalan",
]

MINIMAL: dict[str, dict[str, Any]] = {
    "tanda_bukti": {
        **DASAR,
        **PENDAFTARAN,
        "diterima": {"tanggal": "Jumat, 14 Agustus 2026", "jam": "09.12 WIB"},
        "kanal": "laman PPID",
        "butir": BUTIR,
        "batas": {
            "jawaban": "Senin, 31 Agustus 2026",
            "lama": "10 hari kerja",
            "perpanjangan": "Rabu, 9 September 2026",
            "lama_perpanjangan": "7 hari kerja",
        },
        "keberatan": {
            "kepada": "Sekretaris Daerah selaku Atasan PPID",
            "lama": "30 hari kerja",
            "mulai": "Selasa, 1 September 2026",
            "sampai": "Senin, 12 Oktober 2026",
            "mulai_perpanjangan": "Kamis, 10 September 2026",
            "sampai_perpanjangan": "Rabu, 21 Oktober 2026",
        },
        "lacak": {
            "url": "https://ppid.contohraya.example/lacak/",
            "qr": gambar_qr("https://ppid.contohraya.example/lacak/?nomor=012"),
        },
    },
    "tidak_lengkap": {
        **DASAR,
        **PENDAFTARAN,
        "kekurangan": [
            {"hal": "Salinan identitas", "penjelasan": "Berkas yang diunggah tidak terbaca."}
        ],
        "cara": ["Unggah melalui halaman pelacakan permohonan Anda."],
        "batas": {"sampai": "Kamis, 20 Agustus 2026", "lama": "3 hari kerja"},
    },
    "perpanjangan": {
        **DASAR,
        **PENDAFTARAN,
        "butir": BUTIR,
        "alasan": ["Informasi belum selesai didokumentasikan oleh unit yang menguasainya."],
        "batas": {
            "lama": "Senin, 31 Agustus 2026",
            "baru": "Rabu, 9 September 2026",
            "tambahan": "7 hari kerja",
        },
        "keberatan": KEBERATAN,
    },
    "pemberitahuan_tertulis": {
        **DASAR,
        **PENDAFTARAN,
        "butir": [
            {
                "uraian": BUTIR[0],
                "penguasaan": "Dikuasai PPID",
                "keputusan": "Dikabulkan",
                "materi": "RKA Dinas PU 2026 (PDF, 42 halaman)",
            }
        ],
        "penyampaian": {
            "bentuk": "Salinan digital",
            "format": "PDF",
            "cara": "Unduhan di halaman pelacakan",
            "waktu": "Tersedia bersama surat ini",
        },
        "keberatan": KEBERATAN,
    },
    "surat_keputusan_penolakan": {
        **DASAR,
        **PENDAFTARAN,
        "butir": [
            {
                "uraian": ENAM[3],
                "dasar": ["Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008: rahasia pribadi"],
                "konsekuensi": "Mengungkap hasil evaluasi kapabilitas seseorang tanpa persetujuannya.",
                "uji": "Keputusan PPID Nomor 3 Tahun 2026 tentang Klasifikasi Informasi",
                "jangka_waktu": "Sampai ada persetujuan tertulis dari yang bersangkutan",
            }
        ],
        "keberatan": KEBERATAN,
    },
    "lembar_disposisi": {
        **DASAR,
        "nomor_pendaftaran": "012/PPID/VIII/2026",
        "diterima": {"tanggal": "Jumat, 14 Agustus 2026"},
        "dari": "PPID Utama",
        "kepada": "Dinas Pekerjaan Umum dan Penataan Ruang",
        "butir": BUTIR,
        "instruksi": ["Siapkan dokumen dan jawaban untuk setiap butir."],
        "batas": {"dalam": "Rabu, 19 Agustus 2026", "jawaban": "Senin, 31 Agustus 2026"},
    },
    "formulir_permohonan": {
        "kop": KOP,
        "nomor": "Formulir PPID-01",
        "lama": {
            "jawaban": "10 hari kerja",
            "perpanjangan": "7 hari kerja",
            "keberatan": "30 hari kerja",
            "tanggapan": "30 hari kerja",
            "sengketa": "14 hari kerja",
        },
    },
}

_LENGKAP: dict[str, Any] = {
    "contoh": True,
    "sifat": "Segera",
    "lampiran": "2 (dua) berkas",
    "pemohon": {
        "nama": "Perkumpulan Masyarakat Pemantau Anggaran dan Pelayanan Publik Contoh Raya",
        "alamat": "Gedung Bersama lantai 3, Jalan Kenanga Nomor 7, RT 03 RW 05\nKecamatan Sukamaju",
        "kontak": "0812-0000-0000, perkumpulan.pemantau.anggaran.contohraya@surel.example",
        "pekerjaan": "Badan hukum perkumpulan",
    },
}
MAKSIMAL: dict[str, dict[str, Any]] = {
    "tanda_bukti": {
        **MINIMAL["tanda_bukti"],
        **_LENGKAP,
        "butir": ENAM,
        "kode_rahasia": "TENANG-LAUT-4821",
        "penanda_tangan": {
            "jabatan": "Petugas Pelayanan Informasi",
            "nama": "Agus Salim",
            "keterangan": "Dibuat oleh sistem saat permohonan diterima.",
        },
    },
    "tidak_lengkap": {
        **MINIMAL["tidak_lengkap"],
        **_LENGKAP,
        "kekurangan": [
            {
                "hal": f"Kekurangan {n}: salinan pengesahan badan hukum",
                "penjelasan": "Halaman terakhir tidak terbawa, sehingga nomor pengesahan tidak terbaca. "
                * n,
            }
            for n in range(1, 5)
        ],
        "cara": [
            "Unggah melalui halaman pelacakan permohonan Anda.",
            "Kirim ke ppid@contohraya.example dengan menyebut nomor pendaftaran.",
            "Serahkan di meja layanan PPID pada jam kerja.",
        ],
    },
    "perpanjangan": {
        **MINIMAL["perpanjangan"],
        **_LENGKAP,
        "butir": ENAM,
        "alasan": [
            "Informasi belum selesai didokumentasikan oleh unit yang menguasainya.",
            "Status informasi butir 4 belum dapat diputuskan karena masih dalam uji konsekuensi. "
            * 3,
        ],
    },
    "pemberitahuan_tertulis": {
        **MINIMAL["pemberitahuan_tertulis"],
        **_LENGKAP,
        "butir": [
            MINIMAL["pemberitahuan_tertulis"]["butir"][0],
            {
                "uraian": ENAM[1],
                "penguasaan": "Dikuasai PPID",
                "keputusan": "Dikabulkan",
                "materi": "Tabel ruas jalan (XLSX, 318 baris)",
                "catatan": "Biaya dirinci per ruas sejak tahun anggaran 2025.",
            },
            {
                "uraian": ENAM[2],
                "penguasaan": "Dikuasai PPID",
                "keputusan": "Dikabulkan sebagian",
                "materi": "Kontrak dan adendum, 96 halaman",
                "penghitaman": {
                    "bagian": "Nomor rekening dan NPWP penyedia pada halaman 4, 17, dan 61",
                    "alasan": "Rahasia pribadi, Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008",
                },
            },
            {
                "uraian": ENAM[3],
                "penguasaan": "Dikuasai PPID",
                "keputusan": "Ditolak",
                "penolakan": {
                    "alasan": "Hasil evaluasi sehubungan dengan kapabilitas seseorang",
                    "dasar": "Pasal 17 huruf h angka 4 Undang-Undang Nomor 14 Tahun 2008; Keputusan PPID Nomor 3 Tahun 2026",
                },
            },
            {
                "uraian": ENAM[4],
                "penguasaan": "Tidak dikuasai PPID",
                "keputusan": "Tidak dikuasai",
                "badan_publik_lain": {
                    "nama": "Kementerian Sosial",
                    "kontak": "PPID Kementerian Sosial, ppid@kemsos.example",
                },
            },
            {
                "uraian": ENAM[5],
                "penguasaan": "Belum didokumentasikan",
                "keputusan": "Belum dapat diberikan",
                "penolakan": {
                    "alasan": "Informasi yang diminta belum dikuasai atau didokumentasikan",
                    "dasar": "Pasal 6 ayat (3) huruf e Undang-Undang Nomor 14 Tahun 2008",
                },
            },
        ],
        "biaya": {
            "rincian": [
                {
                    "uraian": "Fotokopi",
                    "banyak": "96 lembar",
                    "tarif": "Rp300",
                    "jumlah": "Rp28.800",
                },
                {
                    "uraian": "Pengiriman pos tercatat",
                    "banyak": "1 paket",
                    "tarif": "Rp18.000",
                    "jumlah": "Rp18.000",
                },
            ],
            "total": "Rp46.800",
            "cara_pembayaran": "Tunai di meja layanan, atau transfer ke rekening kas daerah yang tercantum di laman.",
        },
    },
    "surat_keputusan_penolakan": {
        **MINIMAL["surat_keputusan_penolakan"],
        **_LENGKAP,
        "butir": [
            {
                "uraian": uraian,
                "dasar": [
                    "Pasal 17 huruf j Undang-Undang Nomor 14 Tahun 2008: tidak boleh diungkapkan berdasarkan undang-undang",
                    "Pasal 66 ayat (1) Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi",
                ],
                "konsekuensi": "Membuka informasi ini dapat merugikan orang yang datanya tercantum. "
                * 3,
                "uji": "Berita Acara Uji Konsekuensi Nomor 4 Tahun 2026",
                "jangka_waktu": "5 (lima) tahun sejak ditetapkan, sampai dengan 14 Agustus 2031",
            }
            for uraian in ENAM
        ],
    },
    "lembar_disposisi": {
        **MINIMAL["lembar_disposisi"],
        "contoh": True,
        "sifat": "Segera",
        "butir": ENAM,
        "instruksi": [
            "Siapkan dokumen dan jawaban untuk setiap butir.",
            "Beri tahu PPID pada hari yang sama bila suatu butir tidak dikuasai unit Anda.",
            "Tandai bagian yang menurut Anda dikecualikan, dengan dasar hukumnya.",
        ],
        "tembusan": ["Kepala Bagian Hukum Sekretariat Daerah", "Arsip"],
    },
    "formulir_permohonan": {
        **MINIMAL["formulir_permohonan"],
        "contoh": True,
        "nomor_pendaftaran": "012/PPID/VIII/2026",
        "tanggal": "Jumat, 14 Agustus 2026",
        "unit_tujuan": "Dinas Pekerjaan Umum dan Penataan Ruang",
        "pilihan": {
            "kanal": "laman",
            "jenis": "kelompok",
            "perolehan": ["melihat", "salinan"],
            "bentuk": ["digital"],
            "pengambilan": "surel",
        },
        "pemohon": {
            **_LENGKAP["pemohon"],
            "identitas": "KTP 3201********0001",
            "pengesahan": "AHU-0000001.AH.01.07.Tahun 2020",
        },
        "anggota": ["Siti Aminah, KTP 3201********0002", "Joko Susilo, KTP 3201********0003"],
        "kuasa": "Rahmat Hidayat, surat kuasa nomor 1/SK/2026",
        "butir": ENAM,
        "tujuan": "Penelitian tentang keterbukaan anggaran daerah.",
        "kebutuhan": "Huruf besar",
        "petugas": "Agus Salim",
        "kebijakan_data": "ppid.contohraya.example/privasi/",
        "verifikasi": DASAR["verifikasi"],
    },
}

# Values that tick a box or draw a picture; a citizen cannot type them.
BUKAN_TEKS = {"qr", "pilihan"}


def isi_jahat(nilai: Any, teks: str, jalan: str = "") -> Any:
    """Copy data with every text a person could type replaced; `{jalan}` in `teks` becomes its place."""
    if isinstance(nilai, dict):
        return {
            k: v if k in BUKAN_TEKS else isi_jahat(v, teks, f"{jalan}/{k}")
            for k, v in nilai.items()
        }
    if isinstance(nilai, list):
        return [isi_jahat(anak, teks, f"{jalan}/{n}") for n, anak in enumerate(nilai)]
    return teks.replace("{jalan}", jalan) if isinstance(nilai, str) else nilai


def tempat_teks(nilai: Any, jalan: str = "") -> list[str]:
    """Return the places that `isi_jahat` fills."""
    if isinstance(nilai, dict):
        return [
            t
            for k, v in nilai.items()
            if k not in BUKAN_TEKS
            for t in tempat_teks(v, f"{jalan}/{k}")
        ]
    if isinstance(nilai, list):
        return [t for n, anak in enumerate(nilai) for t in tempat_teks(anak, f"{jalan}/{n}")]
    return [jalan] if isinstance(nilai, str) else []
