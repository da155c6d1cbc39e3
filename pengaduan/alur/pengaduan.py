"""The complaint as SP4N-LAPOR! and UU 25/2009 have it (hukum B4), row by row."""

from __future__ import annotations

from pengaduan.alur import syarat
from pengaduan.alur.tenggat import (
    BUKA_KEMBALI,
    DIAM,
    KELAS,
    LENGKAPI,
    PENGAWASAN,
    PRATUTUP,
    RESPONS,
    RESPONS_ULANG,
    TERUSAN,
    UU25_JAWAB,
    UU25_LENGKAPI,
    UU25_PUTUSAN,
    VERIFIKASI,
    VERIFIKASI_ULANG,
)
from pengaduan.enums import Aksi, Status
from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Alur, Transisi
from ppid_portal.kernel.peran import Peran

# --- who
PELAPOR = frozenset({Peran.PELAPOR})
KOORDINATOR = frozenset({Peran.ADMIN_KOORDINATOR})
PENCATAT = PELAPOR | KOORDINATOR  # the desk keys what came on paper or by telephone
UNIT = frozenset({Peran.PEJABAT_PENGHUBUNG, Peran.KEPALA_OPD})
PIMPINAN = frozenset({Peran.KEPALA_OPD, Peran.KEPALA_DAERAH})
INSPEKTORAT = frozenset({Peran.INSPEKTORAT})
SISTEM = frozenset({Peran.SISTEM})

# --- by which rule
SP4N = "SP4N-LAPOR! (PermenPANRB 62/2018)"
DAERAH = "kebijakan daerah"

# --- from where
DIPEGANG = (Status.TERVERIFIKASI, Status.DIPROSES)
# What is closed together with a case: the unit's terms, the warnings, the reporter's turn.
SEMUA_JAM = (
    VERIFIKASI.kunci,
    RESPONS.kunci,
    RESPONS_ULANG.kunci,
    *KELAS,
    PENGAWASAN.kunci,
    DIAM.kunci,
    PRATUTUP.kunci,
    LENGKAPI.kunci,
    UU25_JAWAB.kunci,
    UU25_LENGKAPI.kunci,
)

TERUSKAN = tuple(
    Transisi(
        aksi=aksi,
        dari=(Status.BARU,),
        ke=Status.TERVERIFIKASI,
        oleh=KOORDINATOR,
        dasar=kelas.dasar,
        mulai=(RESPONS, kelas, UU25_PUTUSAN),
        henti=(VERIFIKASI.kunci, UU25_JAWAB.kunci),
        wajib=("unit",),
        syarat=(syarat.tidak_lebih_dari(kelas),),
    )
    for aksi, (_klasifikasi, kelas) in TERUSAN.items()
)

ALUR_PENGADUAN = Alur(
    nama="pengaduan",
    transisi=(
        # --- intake and verification
        Transisi(
            aksi=Aksi.AJUKAN,
            dari=(BELUM_ADA,),
            ke=Status.BARU,
            oleh=PENCATAT | SISTEM,
            dasar="UU 25/2009 ps. 44 ayat (1)",
            mulai=(VERIFIKASI, UU25_JAWAB),
        ),
        Transisi(
            aksi=Aksi.AJUKAN_TERTUTUP,
            dari=(BELUM_ADA,),
            ke=Status.WBS,
            oleh=PELAPOR | INSPEKTORAT | SISTEM,
            dasar=PENGAWASAN.dasar,
            mulai=(PENGAWASAN, UU25_JAWAB, UU25_PUTUSAN),
        ),
        Transisi(
            aksi=Aksi.KEMBALIKAN,
            dari=(Status.BARU,),
            ke=Status.DIKEMBALIKAN,
            oleh=KOORDINATOR,
            dasar="UU 25/2009 ps. 44 ayat (3)",
            mulai=(LENGKAPI, UU25_LENGKAPI),
            henti=(VERIFIKASI.kunci, UU25_JAWAB.kunci),
            wajib=("alasan",),
        ),
        Transisi(
            aksi=Aksi.LENGKAPI,
            dari=(Status.DIKEMBALIKAN,),
            ke=Status.BARU,
            oleh=PENCATAT,
            dasar="UU 25/2009 ps. 44 ayat (4)",
            mulai=(VERIFIKASI_ULANG,),
            henti=(LENGKAPI.kunci, UU25_LENGKAPI.kunci),
            wajib=("perbaikan",),
        ),
        Transisi(
            aksi=Aksi.ARSIP_OTOMATIS,
            dari=(Status.DIKEMBALIKAN,),
            ke=Status.ARSIP,
            oleh=SISTEM,
            dasar="UU 25/2009 ps. 44 ayat (5)",
            henti=(LENGKAPI.kunci, UU25_LENGKAPI.kunci),
            syarat=(syarat.masa_lengkapi_lewat,),
        ),
        *TERUSKAN,
        # --- disposition; the class term runs on, whoever holds the case
        Transisi(
            aksi=Aksi.DISPOSISIKAN,
            dari=DIPEGANG,
            ke=Status.TERVERIFIKASI,
            oleh=KOORDINATOR,
            dasar=SP4N,
            mulai=(RESPONS,),
            wajib=("unit",),
        ),
        Transisi(
            aksi=Aksi.KEMBALIKAN_DISPOSISI,
            dari=DIPEGANG,
            ke=Status.TERVERIFIKASI,
            oleh=UNIT,
            dasar=SP4N,
            wajib=("alasan",),
            syarat=(syarat.unit_sendiri,),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.INSTRUKSIKAN,
            dari=DIPEGANG,
            ke=TETAP,
            oleh=PIMPINAN,
            dasar=DAERAH,
            wajib=("alasan",),
            syarat=(syarat.unit_sendiri_atau_kepala_daerah,),
            publik=False,
        ),
        # --- follow-up
        Transisi(
            aksi=Aksi.TANGGAP_AWAL,
            dari=(Status.TERVERIFIKASI,),
            ke=Status.DIPROSES,
            oleh=UNIT,
            dasar=RESPONS.dasar,
            henti=(RESPONS.kunci,),
            wajib=("tanggapan",),
            syarat=(syarat.unit_sendiri,),
        ),
        Transisi(
            aksi=Aksi.TANGGAPI,
            dari=(Status.DIPROSES, Status.DITANGGAPI),
            ke=Status.DITANGGAPI,
            oleh=UNIT,
            dasar=SP4N,
            mulai=(DIAM,),
            henti=(*KELAS, RESPONS.kunci, RESPONS_ULANG.kunci, PRATUTUP.kunci),
            wajib=("tanggapan",),
            syarat=(syarat.unit_sendiri,),
        ),
        Transisi(
            aksi=Aksi.BALAS,
            dari=(Status.DITANGGAPI,),
            ke=Status.DIPROSES,
            oleh=PENCATAT,
            dasar=DIAM.dasar,
            mulai=(RESPONS_ULANG,),
            henti=(DIAM.kunci, PRATUTUP.kunci),
            wajib=("balasan",),
        ),
        Transisi(
            aksi=Aksi.BERITAHU_TUTUP,
            dari=(Status.DITANGGAPI,),
            ke=TETAP,
            oleh=SISTEM,
            dasar=PRATUTUP.dasar,
            mulai=(PRATUTUP,),
            syarat=(syarat.belum_diberitahu, syarat.tindak_lanjut_nyata),
        ),
        # --- closing and reopening
        Transisi(
            aksi=Aksi.TUTUP_OTOMATIS,
            dari=(Status.DITANGGAPI,),
            ke=Status.SELESAI,
            oleh=SISTEM,
            dasar=DIAM.dasar,
            mulai=(BUKA_KEMBALI,),
            henti=(*SEMUA_JAM, UU25_PUTUSAN.kunci),
            syarat=(syarat.diam_lewat, syarat.sudah_diberitahu, syarat.tindak_lanjut_nyata),
        ),
        Transisi(
            aksi=Aksi.SELESAIKAN,
            dari=(Status.DITANGGAPI,),
            ke=Status.SELESAI,
            oleh=PELAPOR,
            dasar=SP4N,
            mulai=(BUKA_KEMBALI,),
            henti=(*SEMUA_JAM, UU25_PUTUSAN.kunci),
            syarat=(syarat.tindak_lanjut_nyata,),
        ),
        Transisi(
            aksi=Aksi.BUKA_KEMBALI,
            dari=(Status.SELESAI,),
            ke=Status.DIPROSES,
            oleh=PELAPOR,
            dasar=BUKA_KEMBALI.dasar,
            mulai=(RESPONS_ULANG,),
            henti=(BUKA_KEMBALI.kunci,),
            wajib=("balasan",),
            syarat=(syarat.tidak_tertutup, syarat.belum_pernah_dibuka, syarat.dalam_masa_buka),
        ),
        # --- other ends
        Transisi(
            aksi=Aksi.NYATAKAN_BUKAN_KEWENANGAN,
            dari=(Status.BARU, Status.TERVERIFIKASI),
            ke=Status.BUKAN_KEWENANGAN,
            oleh=KOORDINATOR,
            dasar=SP4N,
            wajib=("instansi_tujuan", "alasan"),
        ),
        Transisi(
            aksi=Aksi.ARSIPKAN,
            dari=(Status.BARU, Status.TERVERIFIKASI),
            ke=Status.ARSIP,
            oleh=KOORDINATOR,
            dasar=SP4N,
            wajib=("alasan_arsip", "alasan"),
        ),
        Transisi(
            aksi=Aksi.ALIHKAN_KE_PERMOHONAN,
            dari=(Status.BARU, *DIPEGANG),
            ke=Status.DIALIHKAN_KE_PERMOHONAN,
            oleh=KOORDINATOR,
            dasar="UU 14/2008 ps. 22; waktu dihitung sejak laporan diterima (K18)",
            wajib=("permohonan",),
            syarat=(syarat.pelapor_dikenal,),
        ),
        # --- sealed: only the Inspektorat, from here on and for ever
        Transisi(
            aksi=Aksi.SEGEL,
            dari=(Status.BARU, Status.DIKEMBALIKAN),
            ke=Status.WBS,
            oleh=KOORDINATOR,
            dasar=PENGAWASAN.dasar,
            mulai=(PENGAWASAN, UU25_PUTUSAN),
            henti=SEMUA_JAM,
            wajib=("alasan",),
        ),
        Transisi(
            aksi=Aksi.SEGEL,
            dari=(*DIPEGANG, Status.DITANGGAPI),
            ke=Status.WBS,
            oleh=KOORDINATOR,
            dasar=PENGAWASAN.dasar,
            mulai=(PENGAWASAN,),  # the warning of UU 25/2009 has been running since verification
            henti=SEMUA_JAM,
            wajib=("alasan",),
        ),
        Transisi(
            aksi=Aksi.TANGGAPI,
            dari=(Status.WBS,),
            ke=TETAP,
            oleh=INSPEKTORAT,
            dasar=PENGAWASAN.dasar,
            henti=(UU25_JAWAB.kunci,),
            wajib=("tanggapan",),
        ),
        Transisi(
            aksi=Aksi.BALAS,
            dari=(Status.WBS,),
            ke=TETAP,
            oleh=PELAPOR,
            dasar=PENGAWASAN.dasar,
            wajib=("balasan",),
        ),
        Transisi(
            aksi=Aksi.SELESAIKAN,
            dari=(Status.WBS,),
            ke=Status.SELESAI,
            oleh=INSPEKTORAT,
            dasar=PENGAWASAN.dasar,
            mulai=(BUKA_KEMBALI,),
            henti=(*SEMUA_JAM, UU25_PUTUSAN.kunci),
            syarat=(syarat.tindak_lanjut_nyata,),
        ),
        Transisi(
            aksi=Aksi.BUKA_KEMBALI_TERTUTUP,
            dari=(Status.SELESAI,),
            ke=Status.WBS,
            oleh=PELAPOR,
            dasar=BUKA_KEMBALI.dasar,
            mulai=(PENGAWASAN,),
            henti=(BUKA_KEMBALI.kunci,),
            wajib=("balasan",),
            syarat=(syarat.tertutup, syarat.belum_pernah_dibuka, syarat.dalam_masa_buka),
        ),
    ),
)
