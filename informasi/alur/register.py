"""How an item of the register becomes public: written by one person, published by another."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from informasi.enums import Aksi, Kelas, Status
from ppid_portal.kernel.alur import BELUM_ADA, TETAP, Alur, Konteks, Satuan, Tenggat, Transisi
from ppid_portal.kernel.peran import Peran

UU_KIP = date(2010, 4, 30)

PEMBARUAN = Tenggat(
    kunci="pembaruan",  # A13
    judul="Pembaruan informasi berkala",
    versi=((UU_KIP, 6),),
    dasar="UU 14/2008 ps. 9 ayat (3)",
    satuan=Satuan.BULAN,
    utama=True,
)

PENULIS = frozenset({Peran.PPID_PELAKSANA, Peran.PETUGAS, Peran.PPID_UTAMA})
PENELAAH = frozenset({Peran.PPID_UTAMA})
SISTEM = frozenset({Peran.SISTEM})


def unit_sendiri(informasi: Any, konteks: Konteks) -> str:
    """A unit's officer writes for the own unit and those below; the desk writes for all."""
    if konteks.pelaku.memegang(Peran.PETUGAS, Peran.PPID_UTAMA, Peran.SISTEM):
        return ""
    return (
        ""
        if informasi.unit_id in konteks.pelaku.unit_sebagai(Peran.PPID_PELAKSANA)
        else _("Butir ini milik unit lain.")
    )


def bukan_penulis(informasi: Any, konteks: Konteks) -> str:
    """Whoever proposed an item does not publish it."""
    pengusul = informasi.peristiwa.filter(aksi=Aksi.USULKAN).order_by("-urut").first()
    if pengusul and pengusul.oleh_id and pengusul.oleh_id == konteks.pelaku.pengguna_id:
        return _("Pengusul tidak boleh mengumumkan usulannya sendiri.")
    return ""


def terbuka(informasi: Any, konteks: Konteks) -> str:
    """A file of excluded information is never published; the list itself (DIK) may be."""
    if (
        informasi.kelas == Kelas.DIKECUALIKAN
        and informasi.edisi.filter(berkas__isnull=False).exists()
    ):
        return _("Berkas informasi yang dikecualikan tidak boleh diumumkan.")
    return ""


def _temuan_terbuka(informasi: Any) -> int:
    """Count what was found in files that wait for release and that nobody has justified."""
    jumlah: int = informasi.edisi.filter(
        diumumkan_pada__isnull=True,
        berkas__berkas__olahan__temuan__isnull=False,
        berkas__berkas__olahan__temuan__dibenarkan_pada__isnull=True,
    ).count()
    return jumlah


def tanpa_temuan(informasi: Any, konteks: Konteks) -> str:
    """Nothing goes out that may show personal or hidden things, unless an officer said why."""
    jumlah = _temuan_terbuka(informasi)
    if not jumlah:
        return ""
    return (
        _(
            "Ada %s temuan di berkasnya. Benarkan setiap temuan, atau buang edisinya lalu unggah gantinya."
        )
        % jumlah
    )


def ada_temuan(informasi: Any, konteks: Konteks) -> str:
    return "" if _temuan_terbuka(informasi) else _("Tidak ada temuan yang terbuka.")


def berkala(informasi: Any, konteks: Konteks) -> str:
    return "" if informasi.kelas == Kelas.BERKALA else _("Hanya informasi berkala.")


def ada_edisi_baru(informasi: Any, konteks: Konteks) -> str:
    """There is an edition that waits, and somebody else than its author lets it out."""
    menunggu = informasi.edisi.filter(diumumkan_pada__isnull=True)
    if not menunggu.exists():
        return _("Tidak ada edisi yang menunggu diumumkan.")
    siapa = konteks.pelaku.pengguna_id
    if siapa is not None and menunggu.filter(oleh=siapa).exists():
        return _("Penyusun edisi tidak boleh mengumumkannya sendiri.")
    return ""


ALUR_INFORMASI = Alur(
    nama="informasi",
    transisi=(
        Transisi(
            aksi=Aksi.CATAT,
            dari=(BELUM_ADA,),
            ke=Status.DRAF,
            oleh=PENULIS | SISTEM,
            dasar="UU 14/2008 ps. 7",
            syarat=(unit_sendiri,),
        ),
        Transisi(
            aksi=Aksi.UBAH,
            dari=(Status.DRAF,),
            ke=TETAP,
            oleh=PENULIS | SISTEM,
            dasar="UU 14/2008 ps. 7",
            syarat=(unit_sendiri,),
            publik=False,
        ),
        # The same list imported again: what changed there changes here.
        Transisi(
            aksi=Aksi.UBAH,
            dari=(Status.DITELAAH, Status.TERBIT),
            ke=TETAP,
            oleh=SISTEM,
            dasar="UU 14/2008 ps. 7",
        ),
        Transisi(
            aksi=Aksi.UBAH_KELAS,
            dari=(Status.TERBIT,),
            ke=TETAP,
            oleh=SISTEM,
            dasar="UU 14/2008 ps. 9-11",
            henti=(PEMBARUAN.kunci,),
        ),
        Transisi(
            aksi=Aksi.TAMBAH_EDISI,
            dari=(Status.DRAF, Status.TERBIT),
            ke=TETAP,
            oleh=PENULIS | SISTEM,
            dasar="UU 14/2008 ps. 7",
            syarat=(unit_sendiri,),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.USULKAN,
            dari=(Status.DRAF,),
            ke=Status.DITELAAH,
            oleh=PENULIS | SISTEM,
            dasar="Perki 1/2021",
            syarat=(unit_sendiri, tanpa_temuan),
        ),
        Transisi(
            aksi=Aksi.BENARKAN_TEMUAN,
            dari=(Status.DRAF, Status.DITELAAH, Status.TERBIT),
            ke=TETAP,
            oleh=PENULIS,
            dasar="UU 27/2022",
            wajib=("alasan",),
            syarat=(unit_sendiri, ada_temuan),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.BUANG_EDISI,
            dari=(Status.DRAF, Status.TERBIT),
            ke=TETAP,
            oleh=PENULIS,
            dasar="UU 27/2022",
            wajib=("alasan",),
            syarat=(unit_sendiri, ada_temuan),
            publik=False,
        ),
        Transisi(
            aksi=Aksi.KEMBALIKAN,
            dari=(Status.DITELAAH,),
            ke=Status.DRAF,
            oleh=PENELAAH,
            dasar="Perki 1/2021",
            wajib=("alasan",),
        ),
        Transisi(
            aksi=Aksi.TERBITKAN,
            dari=(Status.DITELAAH,),
            ke=Status.TERBIT,
            oleh=PENELAAH | SISTEM,
            dasar="UU 14/2008 ps. 9-11",
            syarat=(bukan_penulis, terbuka, tanpa_temuan),
        ),
        Transisi(
            aksi=Aksi.UMUMKAN_EDISI,
            dari=(Status.TERBIT,),
            ke=TETAP,
            oleh=PENELAAH | SISTEM,
            dasar="UU 14/2008 ps. 9-11",
            syarat=(ada_edisi_baru, terbuka, tanpa_temuan),
        ),
        Transisi(
            aksi=Aksi.PERBARUI,
            dari=(Status.TERBIT,),
            ke=TETAP,
            oleh=PENULIS | SISTEM,
            dasar="UU 14/2008 ps. 9 ayat (3)",
            mulai=(PEMBARUAN,),
            syarat=(unit_sendiri, berkala),
        ),
        Transisi(
            aksi=Aksi.TARIK,
            dari=(Status.TERBIT,),
            ke=Status.DITARIK,
            oleh=PENELAAH,
            dasar="Perki 1/2021",
            wajib=("alasan",),
        ),
    ),
)
