"""Papers of the register: the Daftar Informasi Publik, and the decision that closes an item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse

from informasi.enums import Kelas, KesimpulanUji
from informasi.models import BarisDIP, PenetapanDIP, PengecualianInformasi
from ppid_portal.kernel.kata import tanggal
from ppid_portal.kernel.models import Instansi, Surat
from ppid_portal.kernel.pdf import cetak, gambar_qr
from ppid_portal.kernel.surat import JenisSurat, kop, penanda_tangan, terbitkan

KOLOM_DIP = (
    "nomor", "kelas", "judul", "ringkasan", "pejabat", "penanggung_jawab", "waktu_tempat", "bentuk",
    "retensi", "tautan",
)  # fmt: skip
KOLOM_CETAK = tuple(k for k in KOLOM_DIP if k not in {"kelas", "tautan"})


def kepala_dip() -> list[str]:
    """Return the heads of the columns, as the regulator names them."""
    nama = {kolom.name: str(kolom.verbose_name) for kolom in BarisDIP._meta.fields}
    return [nama[kolom].capitalize() for kolom in KOLOM_DIP]


def sel_dip(baris: Iterable[BarisDIP]) -> list[list[str]]:
    """Return the lines as texts, column by column."""
    return [
        [
            str(Kelas(satu.kelas).label) if kolom == "kelas" else str(getattr(satu, kolom))
            for kolom in KOLOM_DIP
        ]
        for satu in baris
    ]


def cetak_dip(penetapan: PenetapanDIP, baris: Sequence[BarisDIP]) -> bytes:
    """Return the list as a tagged PDF in the regulator's columns, class by class."""
    instansi = Instansi.sekarang()
    alamat = f"{settings.ALAMAT_SITUS}{reverse('informasi:dip')}"
    data: dict[str, Any] = {
        "nomor": penetapan.nomor_sk,
        "tempat": instansi.ibu_kota,
        "tanggal": tanggal(penetapan.tanggal_sk),
        "contoh": instansi.contoh,
        "kop": kop(instansi),
        "penanda_tangan": penanda_tangan(instansi, oleh_atasan=False, pada=penetapan.tanggal_sk),
        "verifikasi": {"kode": penetapan.nomor_sk, "url": alamat, "qr": gambar_qr(alamat)},
        "badan": instansi.nama_badan,
        "jumlah": str(len(baris)),
        "kelas": [
            {"nama": str(kelas.label), "baris": isi}
            for kelas in Kelas
            if (isi := [_cetakan(satu) for satu in baris if satu.kelas == kelas])
        ],
    }
    return cetak("surat/dip.typ", data, pada=penetapan.ditetapkan_pada)


def _cetakan(satu: BarisDIP) -> dict[str, str]:
    return {kolom: str(getattr(satu, kolom)) for kolom in KOLOM_CETAK}


# --- the decision that closes an item
SK_KLASIFIKASI = JenisSurat(
    kunci="penetapan_klasifikasi",
    judul="Penetapan Klasifikasi Informasi",
    kode="SKK",
    templat="surat/penetapan_klasifikasi.typ",
)


def terbitkan_sk(pengecualian: PengecualianInformasi, pada: date) -> Surat:
    """Return the decision on an exclusion with its six contents, made now where there is none."""
    informasi = pengecualian.informasi
    return terbitkan(
        SK_KLASIFIKASI,
        rujukan=f"{pengecualian.rujukan}/{SK_KLASIFIKASI.kunci}",
        perkara=pengecualian.rujukan,
        pada=pada,
        data={
            "badan": Instansi.sekarang().nama_badan,
            "unit": informasi.unit.nama,
            "informasi": informasi.judul,
            "klasifikasi": str(KesimpulanUji(pengecualian.kesimpulan).label),
            "dasar": pengecualian.dasar_kata,
            "alasan": pengecualian.akibat_dibuka,
            "bagian": pengecualian.bagian_dihitamkan,
            "jangka": pengecualian.jangka_kata,
            "persetujuan": pengecualian.persetujuan,
        },
    )
