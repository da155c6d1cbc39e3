"""The disposition to a unit: assigned, taken on, answered or given back (hukum A12)."""

from __future__ import annotations

from permohonan.alur.permohonan import PPID, SISTEM, UNIT
from permohonan.alur.syarat import bebas_diminta_ulang, unit_sendiri
from permohonan.alur.tenggat import PASOKAN
from permohonan.enums import AksiDisposisi, StatusDisposisi
from ppid_portal.kernel.alur import BELUM_ADA, Alur, Transisi

ALUR_DISPOSISI = Alur(
    nama="disposisi",
    transisi=(
        Transisi(
            aksi=AksiDisposisi.TUGASKAN,
            dari=(BELUM_ADA,),
            ke=StatusDisposisi.DITUGASKAN,
            oleh=PPID,
            dasar=PASOKAN.dasar,
            mulai=(PASOKAN,),
            wajib=("instruksi",),
            surat="lembar_disposisi",
        ),
        Transisi(
            aksi=AksiDisposisi.TERIMA,
            dari=(StatusDisposisi.DITUGASKAN,),
            ke=StatusDisposisi.DIKERJAKAN,
            oleh=UNIT,
            dasar=PASOKAN.dasar,
            syarat=(unit_sendiri,),
        ),
        Transisi(
            aksi=AksiDisposisi.JAWAB,
            dari=(StatusDisposisi.DITUGASKAN, StatusDisposisi.DIKERJAKAN),
            ke=StatusDisposisi.DIJAWAB,
            oleh=UNIT,
            dasar=PASOKAN.dasar,
            henti=(PASOKAN.kunci,),
            wajib=("jawaban",),
            syarat=(unit_sendiri,),
        ),
        Transisi(
            aksi=AksiDisposisi.KEMBALIKAN,
            dari=(StatusDisposisi.DITUGASKAN, StatusDisposisi.DIKERJAKAN),
            ke=StatusDisposisi.DIKEMBALIKAN,
            oleh=UNIT,
            dasar=PASOKAN.dasar,
            wajib=("alasan",),
            syarat=(unit_sendiri,),
        ),
        Transisi(
            aksi=AksiDisposisi.MINTA_ULANG,
            dari=(StatusDisposisi.DIJAWAB,),
            ke=StatusDisposisi.DIKERJAKAN,
            oleh=PPID,
            dasar=PASOKAN.dasar,
            mulai=(PASOKAN,),
            wajib=("alasan",),
            syarat=(bebas_diminta_ulang,),
        ),
        Transisi(
            aksi=AksiDisposisi.TARIK,
            dari=(StatusDisposisi.DITUGASKAN, StatusDisposisi.DIKERJAKAN),
            ke=StatusDisposisi.DITARIK,
            oleh=PPID | SISTEM,
            dasar=PASOKAN.dasar,
            wajib=("alasan",),
        ),
    ),
)
