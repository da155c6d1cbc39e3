"""The demo regency: invented, marked as such everywhere, and made of real register rows."""

from __future__ import annotations

from dataclasses import dataclass

from ppid_portal.kernel.models.unit import JenisUnit
from ppid_portal.kernel.peran import Peran

KATA_SANDI = "sukamaju-demo-2026"  # accounts that exist in demo mode only

DAERAH = {
    "nama_badan": "Kabupaten Sukamaju",
    "nama_portal": "PPID Kabupaten Sukamaju",
    "ibu_kota": "Sukamaju",
    "alamat": "Jl. Merdeka No. 1, Sukamaju (alamat rekaan)",
    "telepon": "(000) 555-0101",
    "whatsapp": "0800-0000-0101",
    "surel": "ppid@sukamaju.example",
    "jam_layanan": "Senin–Kamis 08.00–15.30, Jumat 08.00–11.00",
    "nama_ppid": "Ratna Wulandari, S.Sos., M.Si.",
    "jabatan_ppid": "Kepala Dinas Komunikasi dan Informatika selaku PPID Utama",
    "nip_ppid": "197000000000000001",
    "nama_atasan": "Drs. H. Bambang Sutrisno, M.M.",
    "jabatan_atasan": "Sekretaris Daerah selaku Atasan PPID",
    "nip_atasan": "196800000000000002",
    "contoh": True,
}

# (slug, short name, full name) of the 30 offices.
OPD: tuple[tuple[str, str, str], ...] = (
    ("setda", "Setda", "Sekretariat Daerah"),
    ("setwan", "Sekretariat DPRD", "Sekretariat Dewan Perwakilan Rakyat Daerah"),
    ("inspektorat", "Inspektorat", "Inspektorat Daerah"),
    ("bappeda", "Bappeda", "Badan Perencanaan Pembangunan Daerah"),
    ("bpkad", "BPKAD", "Badan Pengelolaan Keuangan dan Aset Daerah"),
    ("bapenda", "Bapenda", "Badan Pendapatan Daerah"),
    ("bkpsdm", "BKPSDM", "Badan Kepegawaian dan Pengembangan SDM"),
    ("kesbangpol", "Kesbangpol", "Badan Kesatuan Bangsa dan Politik"),
    ("bpbd", "BPBD", "Badan Penanggulangan Bencana Daerah"),
    ("diskominfo", "Diskominfo", "Dinas Komunikasi dan Informatika"),
    ("disdik", "Dinas Pendidikan", "Dinas Pendidikan dan Kebudayaan"),
    ("dinkes", "Dinas Kesehatan", "Dinas Kesehatan"),
    ("rsud", "RSUD Sukamaju", "Rumah Sakit Umum Daerah Sukamaju"),
    ("dpupr", "DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    ("disperkim", "Disperkim", "Dinas Perumahan dan Kawasan Permukiman"),
    ("satpolpp", "Satpol PP", "Satuan Polisi Pamong Praja"),
    ("dinsos", "Dinas Sosial", "Dinas Sosial"),
    ("disnaker", "Disnaker", "Dinas Tenaga Kerja"),
    ("dp3akb", "DP3AKB", "Dinas Pemberdayaan Perempuan, Perlindungan Anak, dan KB"),
    ("dkp", "Dinas Ketahanan Pangan", "Dinas Ketahanan Pangan"),
    ("dlh", "DLH", "Dinas Lingkungan Hidup"),
    ("disdukcapil", "Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil"),
    ("dpmd", "DPMD", "Dinas Pemberdayaan Masyarakat dan Desa"),
    ("dishub", "Dishub", "Dinas Perhubungan"),
    ("diskop", "Diskop UKM", "Dinas Koperasi dan Usaha Kecil Menengah"),
    ("dpmptsp", "DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu"),
    ("dispora", "Dispora", "Dinas Pemuda, Olahraga, dan Pariwisata"),
    ("dispusip", "Dispusip", "Dinas Perpustakaan dan Kearsipan"),
    ("distan", "Dinas Pertanian", "Dinas Pertanian dan Perikanan"),
    ("disperindag", "Disperindag", "Dinas Perindustrian dan Perdagangan"),
)  # fmt: skip

KECAMATAN = (
    "Sukamaju", "Harapan Jaya", "Muara Tenang", "Bukit Indah", "Tanjung Sari", "Rawa Bening",
    "Gunung Lestari", "Padang Hijau", "Sungai Damai", "Lembah Asri", "Pantai Makmur", "Karang Elok",
    "Batu Sejahtera", "Talang Baru", "Kota Lama", "Simpang Rukun", "Hulu Mandiri", "Hilir Mandiri",
)  # fmt: skip

DESA = (
    ("Harapan Jaya", "Desa Mekar Rekaan", JenisUnit.DESA),
    ("Sukamaju", "Kelurahan Pasar Rekaan", JenisUnit.KELURAHAN),
)


@dataclass(frozen=True, slots=True)
class Akun:
    """One demo account: what it may do, and for which unit."""

    nama_pengguna: str
    nama: str
    peran: tuple[Peran, ...]
    unit: str = ""
    keterangan: str = ""


AKUN: tuple[Akun, ...] = (
    Akun("petugas", "Sari Petugas", (Peran.PETUGAS,), keterangan="meja layanan PPID"),
    Akun("ppid", "Ratna Wulandari", (Peran.PPID_UTAMA,), keterangan="PPID Utama"),
    Akun("atasan", "Bambang Sutrisno", (Peran.ATASAN_PPID,), keterangan="Atasan PPID"),
    Akun("dpupr", "Joko Pelaksana", (Peran.PPID_PELAKSANA,), "dpupr", "PPID Pelaksana DPUPR"),
    Akun("bpkad", "Dewi Pelaksana", (Peran.PPID_PELAKSANA,), "bpkad", "PPID Pelaksana BPKAD"),
    Akun(
        "disdukcapil",
        "Lina Pelaksana",
        (Peran.PPID_PELAKSANA,),
        "disdukcapil",
        "PPID Pelaksana Disdukcapil",
    ),
    Akun("kepala-dpupr", "Hadi Kepala", (Peran.KEPALA_OPD,), "dpupr", "Kepala DPUPR"),
    Akun(
        "pengaduan",
        "Rina Koordinator",
        (Peran.ADMIN_KOORDINATOR,),
        keterangan="Admin Koordinator Pengaduan",
    ),
    Akun("auditor", "Agus Auditor", (Peran.AUDITOR,), keterangan="Auditor (hanya membaca)"),
)

# What the launcher prints: user name, password, what it is for.
AKUN_DEMO: list[tuple[str, str, str]] = [
    (a.nama_pengguna, KATA_SANDI, a.keterangan) for a in AKUN
] + [("pengelola", KATA_SANDI, "pengelola teknis (pengguna, unit)")]


@dataclass(frozen=True, slots=True)
class Contoh:
    """A demo request: real words of a real request, an invented person, and how far it has come."""

    baris: tuple[int, ...]  # numbers in data/contoh/permohonan.csv
    nama: str
    jenis: str
    sampai: str  # diterima, diproses, telaah, dikabulkan, dikabulkan_sebagian, ditolak
    hari: int  # working days ago
    unit: str = "bpkad"
    tujuan: str = ""
    nama_badan: str = ""


CONTOH_PERMOHONAN: tuple[Contoh, ...] = (
    Contoh((43,), "Siti Rekaan", "perorangan", "dikabulkan", 9),
    Contoh((23, 24, 25), "Yayasan Pantau Rekaan", "badan_hukum", "dikabulkan_sebagian", 8,
           nama_badan="Yayasan Pantau Rekaan"),
    Contoh((42,), "Andi Rekaan", "perorangan", "ditolak", 8, "disdukcapil"),
    Contoh((36, 38), "Maria Rekaan", "perorangan", "telaah", 6),
    Contoh((30, 31), "Forum Warga Rekaan", "kelompok", "diproses", 5, "dpupr",
           nama_badan="Forum Warga Rekaan"),
    Contoh((53, 54), "Udin Rekaan", "perorangan", "diproses", 9, "dpupr"),
    Contoh((48,), "Dewi Rekaan", "perorangan", "diterima", 1),
    Contoh((67,), "Joko Rekaan", "perorangan", "diterima", 0),
)  # fmt: skip

# How the items of a demo request are decided, and which answer that makes.
KEPUTUSAN: dict[str, dict[str, str]] = {
    "dikabulkan": {
        "penguasaan": "dikuasai",
        "keputusan": "dikabulkan",
        "materi": "Salinan lengkap dokumen.",
    },
    "dikabulkan_sebagian": {
        "penguasaan": "dikuasai",
        "keputusan": "dikabulkan_sebagian",
        "materi": "Salinan dokumen.",
        "dihitamkan": "Nomor rekening dan NPWP perorangan (Pasal 17 huruf h).",
        "dasar_penolakan": "17h",
        "konsekuensi": "Membuka data keuangan pribadi pihak ketiga.",
        "uji": "Lembar uji konsekuensi demo 1",
        "jangka_pengecualian": "Selama yang bersangkutan tidak memberi persetujuan",
    },
    "ditolak": {
        "penguasaan": "dikuasai",
        "keputusan": "ditolak",
        "dasar_penolakan": "17h",
        "konsekuensi": "Membuka riwayat dan keadaan keluarga penduduk satu per satu.",
        "uji": "Lembar uji konsekuensi demo 2",
        "jangka_pengecualian": "Selama yang bersangkutan tidak memberi persetujuan",
    },
}
SISANYA = {
    "dikabulkan": "dikabulkan",
    "dikabulkan_sebagian": "dikabulkan",
    "ditolak": "ditolak",
}
JAWABAN = {"dikabulkan": "kabulkan", "dikabulkan_sebagian": "kabulkan_sebagian", "ditolak": "tolak"}

# Which demo office a real row goes to, by the words of its title or group; the first that fits.
PEMILIK: tuple[tuple[str, str], ...] = (
    ("camat", "kec-sukamaju"),
    ("keuangan", "bpkad"),
    ("apbd", "bpkad"),
    ("dipa", "bpkad"),
    ("aset", "bpkad"),
    ("perbendaharaan", "bpkad"),
    ("kepegawaian", "bkpsdm"),
    ("rekrutmen", "bkpsdm"),
    ("lhkpn", "inspektorat"),
    ("spip", "inspektorat"),
    ("bencana", "bpbd"),
    ("racun", "dinkes"),
    ("kesehatan", "dinkes"),
    ("sekolah", "disdik"),
    ("pendidikan", "disdik"),
    ("perizinan", "dpmptsp"),
    ("izin", "dpmptsp"),
    ("rencana", "bappeda"),
    ("renstra", "bappeda"),
    ("kinerja", "bappeda"),
    ("statistik", "bappeda"),
    ("dana desa", "dpmd"),
    ("arsip", "dispusip"),
    ("jalan", "dpupr"),
    ("pengadaan", "setda"),
    ("sk bupati", "setda"),
    ("peraturan", "setda"),
)


def pemilik(judul: str, kelompok: str) -> str:
    """Return the slug of the demo office that a row belongs to."""
    kata = f"{judul} {kelompok}".casefold()
    return next((slug for kunci, slug in PEMILIK if kunci in kata), "diskominfo")
