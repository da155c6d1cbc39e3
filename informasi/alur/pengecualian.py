"""How information is closed and opened again: proposed, tested, decided; it opens by itself at the end."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from informasi.alur.register import PENULIS, SISTEM, unit_sendiri
from informasi.enums import AksiPengecualian, Kelas, KesimpulanUji, StatusPengecualian
from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Alur, Konteks, Transisi
from ppid_portal.kernel.peran import Peran

PEMUTUS = frozenset({Peran.PPID_UTAMA})


def unit_butir(pengecualian: Any, konteks: Konteks) -> str:
    return unit_sendiri(pengecualian.informasi, konteks)


def butir_dikecualikan(pengecualian: Any, konteks: Konteks) -> str:
    """What is already open to everybody is not closed by this road."""
    if pengecualian.informasi.kelas == Kelas.DIKECUALIKAN:
        return ""
    return _("Kelas butir ini bukan dikecualikan.")


def diuji_tertutup(pengecualian: Any, konteks: Konteks) -> str:
    if pengecualian.kesimpulan in {KesimpulanUji.DIKECUALIKAN, KesimpulanUji.SEBAGIAN}:
        return ""
    return _("Uji konsekuensi menyimpulkan bahwa informasi ini terbuka.")


ALUR_PENGECUALIAN = Alur(
    nama="pengecualian",
    transisi=(
        Transisi(
            aksi=AksiPengecualian.USULKAN,
            dari=(BELUM_ADA,),
            ke=StatusPengecualian.DIUSULKAN,
            oleh=PENULIS,
            dasar="UU 14/2008 ps. 17",
            syarat=(unit_butir, butir_dikecualikan),
        ),
        Transisi(
            aksi=AksiPengecualian.UJI,
            dari=(StatusPengecualian.DIUSULKAN, StatusPengecualian.DIUJI),
            ke=StatusPengecualian.DIUJI,
            oleh=PEMUTUS,
            dasar="UU 14/2008 ps. 19",
        ),
        Transisi(
            aksi=AksiPengecualian.TETAPKAN,
            dari=(StatusPengecualian.DIUJI,),
            ke=StatusPengecualian.DITETAPKAN,
            oleh=PEMUTUS,
            dasar="PP 61/2010 ps. 3-4",
            wajib=("persetujuan",),
            syarat=(butir_dikecualikan, diuji_tertutup),
        ),
        # 30 working days before the end.
        Transisi(
            aksi=AksiPengecualian.INGATKAN,
            dari=(StatusPengecualian.DITETAPKAN,),
            ke=TETAP,
            oleh=SISTEM,
            dasar="PP 61/2010 ps. 11",
            publik=False,
        ),
        Transisi(
            aksi=AksiPengecualian.AKHIRI,
            dari=(StatusPengecualian.DITETAPKAN,),
            ke=StatusPengecualian.BERAKHIR,
            oleh=SISTEM,
            dasar="PP 61/2010 ps. 11",
        ),
        Transisi(
            aksi=AksiPengecualian.BUKA,
            dari=(StatusPengecualian.DIUJI, StatusPengecualian.DITETAPKAN),
            ke=StatusPengecualian.DIBUKA,
            oleh=PEMUTUS,
            dasar="UU 14/2008 ps. 20",
            wajib=("alasan",),
        ),
    ),
)
