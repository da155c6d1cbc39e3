"""The request as the statute has it (UU 14/2008 ps. 21-22, Perki 1/2021; hukum B1), row by row."""

from __future__ import annotations

from typing import Any

from permohonan.alur import syarat
from permohonan.alur.tenggat import (
    BALASAN,
    BALASAN_SETELAH_LENGKAP,
    JENDELA_KEBERATAN,
    JENDELA_SETELAH_DIAM,
    PENYERAHAN,
    PERBAIKAN,
    PERIKSA,
    PERPANJANGAN,
)
from permohonan.enums import Aksi, Status
from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Alur, Transisi
from ppid_portal.kernel.peran import Peran

# --- who
PEMOHON = frozenset({Peran.PEMOHON})
PENDAFTAR = frozenset({Peran.PEMOHON, Peran.PETUGAS, Peran.PPID_UTAMA})
MEJA = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA})
PPID = frozenset({Peran.PPID_UTAMA})
UNIT = frozenset({Peran.PPID_PELAKSANA})
SISTEM = frozenset({Peran.SISTEM})
BOLEH_IDENTITAS = frozenset({Peran.PETUGAS, Peran.PPID_UTAMA, Peran.ATASAN_PPID, Peran.AUDITOR})

# --- from where
DIKERJAKAN = (
    Status.TERDAFTAR_LENGKAP,
    Status.DIPROSES,
    Status.TELAAH_PPID,
    Status.DIPERPANJANG,
)
TERBUKA = (Status.DITERIMA, Status.PERLU_PERBAIKAN, *DIKERJAKAN)
DIBERI = (Status.DIKABULKAN, Status.DIKABULKAN_SEBAGIAN)
JAWABAN: dict[str, Any] = {
    "dari": DIKERJAKAN,
    "oleh": PPID,
    "mulai": (JENDELA_KEBERATAN,),
    "henti": (BALASAN.kunci, PERPANJANGAN.kunci),
    "surat": "pemberitahuan_tertulis",
}

ALUR_PERMOHONAN = Alur(
    nama="permohonan",
    transisi=(
        Transisi(
            aksi=Aksi.AJUKAN,
            dari=(BELUM_ADA,),
            ke=Status.DITERIMA,
            oleh=PENDAFTAR,
            dasar="UU 14/2008 ps. 22 ayat (1), (4), (5)",
            mulai=(PERIKSA, BALASAN),
            surat="tanda_bukti",
        ),
        Transisi(
            aksi=Aksi.TERIMA_LENGKAP,
            dari=(Status.DITERIMA,),
            ke=Status.TERDAFTAR_LENGKAP,
            oleh=MEJA,
            dasar="Perki 1/2021",
            henti=(PERIKSA.kunci,),
        ),
        Transisi(
            aksi=Aksi.ANGGAP_LENGKAP,
            dari=(Status.DITERIMA,),
            ke=Status.TERDAFTAR_LENGKAP,
            oleh=SISTEM,
            dasar="kebijakan K2: pemeriksaan yang lewat waktu berarti lengkap",
            syarat=(syarat.masa_periksa_lewat,),
            henti=(PERIKSA.kunci,),
        ),
        Transisi(
            aksi=Aksi.MINTA_PERBAIKAN,
            dari=(Status.DITERIMA,),
            ke=Status.PERLU_PERBAIKAN,
            oleh=MEJA,
            dasar="Perki 1/2021",
            mulai=(PERBAIKAN,),
            henti=(PERIKSA.kunci, BALASAN.kunci),
            wajib=("alasan",),
            syarat=(syarat.dalam_masa_periksa,),
            surat="tidak_lengkap",
        ),
        Transisi(
            aksi=Aksi.LENGKAPI,
            dari=(Status.PERLU_PERBAIKAN,),
            ke=Status.TERDAFTAR_LENGKAP,
            oleh=PENDAFTAR,
            dasar="Perki 1/2021",
            mulai=(BALASAN_SETELAH_LENGKAP,),
            henti=(PERBAIKAN.kunci,),
            wajib=("perbaikan",),
        ),
        Transisi(
            aksi=Aksi.HENTIKAN,
            dari=(Status.PERLU_PERBAIKAN,),
            ke=Status.TIDAK_DILANJUTKAN,
            oleh=MEJA,
            dasar="Perki 1/2021; kebijakan K3: dapat diajukan kembali",
            henti=(PERBAIKAN.kunci,),
            wajib=("alasan",),
            syarat=(syarat.masa_perbaikan_lewat,),
        ),
        Transisi(
            aksi=Aksi.DISPOSISIKAN,
            dari=(Status.TERDAFTAR_LENGKAP, Status.DIPROSES, Status.TELAAH_PPID),
            ke=Status.DIPROSES,
            oleh=PPID,
            dasar="Permendagri 3/2017",
        ),
        Transisi(
            aksi=Aksi.DISPOSISIKAN,
            dari=(Status.DIPERPANJANG,),
            ke=TETAP,
            oleh=PPID,
            dasar="Permendagri 3/2017",
        ),
        Transisi(
            aksi=Aksi.TERIMA_JAWABAN,
            dari=(Status.DIPROSES, Status.DIPERPANJANG),
            ke=Status.TELAAH_PPID,
            oleh=UNIT | PPID,
            dasar="Permendagri 3/2017",
            syarat=(syarat.semua_disposisi_selesai, syarat.ada_jawaban),
        ),
        Transisi(
            aksi=Aksi.CATAT_KEMBALI,
            dari=DIKERJAKAN,
            ke=TETAP,
            oleh=UNIT,
            dasar="Permendagri 3/2017",
            wajib=("alasan",),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.MINTA_ULANG,
            dari=(Status.TELAAH_PPID,),
            ke=Status.DIPROSES,
            oleh=PPID,
            dasar="Permendagri 3/2017",
            syarat=(syarat.ada_disposisi_terbuka,),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.PERPANJANG,
            dari=(Status.TERDAFTAR_LENGKAP, Status.DIPROSES, Status.TELAAH_PPID),
            ke=Status.DIPERPANJANG,
            oleh=PPID,
            dasar="UU 14/2008 ps. 22 ayat (8)",
            mulai=(PERPANJANGAN,),
            henti=(BALASAN.kunci,),
            wajib=("alasan_perpanjangan", "alasan"),
            syarat=(syarat.belum_diperpanjang, syarat.sebelum_batas),
            surat="perpanjangan",
        ),
        Transisi(
            aksi=Aksi.PUTUSKAN_BUTIR,
            dari=DIKERJAKAN,
            ke=TETAP,
            oleh=PPID,
            dasar="UU 14/2008 ps. 22 ayat (7)",
            publik=False,
        ),
        Transisi(
            aksi=Aksi.KABULKAN,
            ke=Status.DIKABULKAN,
            dasar="UU 14/2008 ps. 22 ayat (7)",
            syarat=(syarat.hasil_dikabulkan, syarat.berkas_siap),
            **(JAWABAN | {"mulai": (PENYERAHAN, JENDELA_KEBERATAN)}),
        ),
        Transisi(
            aksi=Aksi.KABULKAN_SEBAGIAN,
            ke=Status.DIKABULKAN_SEBAGIAN,
            dasar="UU 14/2008 ps. 22 ayat (7) huruf d dan e",
            syarat=(syarat.hasil_sebagian, syarat.berkas_siap),
            **(JAWABAN | {"mulai": (PENYERAHAN, JENDELA_KEBERATAN)}),
        ),
        Transisi(
            aksi=Aksi.TOLAK,
            ke=Status.DITOLAK,
            dasar="UU 14/2008 ps. 17 jo. ps. 22 ayat (7) huruf c",
            syarat=(syarat.hasil_ditolak,),
            **JAWABAN,
        ),
        Transisi(
            aksi=Aksi.NYATAKAN_TIDAK_DIKUASAI,
            ke=Status.TIDAK_DIKUASAI,
            dasar="UU 14/2008 ps. 22 ayat (7) huruf a dan b",
            syarat=(syarat.hasil_tidak_dikuasai,),
            **JAWABAN,
        ),
        Transisi(
            aksi=Aksi.SERAHKAN,
            dari=DIBERI,
            ke=Status.SELESAI,
            oleh=MEJA | SISTEM,
            dasar="Perki 1/2021",
            wajib=("bukti",),
        ),
        Transisi(
            aksi=Aksi.PROMOSIKAN,
            dari=(*DIBERI, Status.SELESAI),
            ke=TETAP,
            oleh=PPID,
            dasar="UU 14/2008 ps. 7 ayat (2)",
            syarat=(syarat.belum_dipromosikan,),
        ),
        Transisi(
            aksi=Aksi.CABUT,
            dari=TERBUKA,
            ke=Status.DICABUT,
            oleh=PEMOHON,
            dasar="kehendak pemohon",
        ),
        Transisi(
            aksi=Aksi.LEWATI_BATAS,
            dari=DIKERJAKAN,
            ke=TETAP,
            oleh=SISTEM,
            dasar="UU 14/2008 ps. 35 ayat (1) huruf c",
            mulai=(JENDELA_SETELAH_DIAM,),
            syarat=(syarat.batas_lewat, syarat.jendela_belum_dibuka),
        ),
        Transisi(
            aksi=Aksi.BUKA_IDENTITAS,
            dari=tuple(Status),
            ke=TETAP,
            oleh=BOLEH_IDENTITAS,
            dasar="UU 27/2022 ps. 16 ayat (2)",
            wajib=("tujuan",),
            publik=False,
        ),
    ),
)
