"""One row of a list as an item of the register would hold it, or the reason why it cannot."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from informasi.enums import Kelas
from informasi.rules import bakuan
from informasi.rules.lembar import Lembar

PANJANG_JUDUL = 300


@dataclass(frozen=True, slots=True)
class BarisImpor:
    """A row that can go in: `isi` by field name, `unit` the words that may name the owner."""

    nomor: int
    kunci: str
    isi: Mapping[str, Any]
    unit: tuple[str, ...]
    catatan: tuple[str, ...] = field(default=())

    @property
    def sidik(self) -> str:
        return _sidik([self.isi, self.unit])


@dataclass(frozen=True, slots=True)
class BarisDitolak:
    nomor: int
    alasan: str


def susun(lembar: Lembar) -> Iterator[BarisImpor | BarisDitolak]:
    """Yield every row of a list, usable or not, in its order.

    A row is known again by body, unit and title; the second of the same three by being second.
    """
    terulang: Counter[str] = Counter()
    for nomor, sel in lembar.baris:
        if len(sel) > lembar.lebar and any(s.strip() for s in sel[lembar.lebar :]):
            yield BarisDitolak(
                nomor,
                _(
                    "Ada %(ada)s kolom, kepala tabel punya %(lebar)s: periksa tanda kutip dan pemisah."
                )
                % {"ada": len(sel), "lebar": lembar.lebar},
            )
            continue
        mentah = {n: _bersih(sel[i]) for n, i in lembar.kolom.items() if i < len(sel)}
        pokok = _sidik(
            [
                mentah.get(n, "").casefold()
                for n in ("badan_publik", "unit_penerbit", "judul_informasi")
            ]
        )
        terulang[pokok] += 1
        yield _satu(nomor, mentah, _sidik([pokok, terulang[pokok]]))


def _satu(nomor: int, mentah: dict[str, str], kunci: str) -> BarisImpor | BarisDitolak:
    asli = {nama: bakuan.isi(teks) for nama, teks in mentah.items()}
    judul = asli.get("judul_informasi", "")
    if not judul:
        return BarisDitolak(nomor, _("Judul kosong."))
    tertulis = asli.get("kategori", "")
    kelas = bakuan.kelas(tertulis)
    if kelas is None:
        daftar = ", ".join(str(k.label) for k in Kelas)
        alasan = (
            _("Kategori “%(tertulis)s” tidak dikenal; yang dikenal: %(daftar)s.")
            if tertulis
            else _("Kategori kosong; yang dikenal: %(daftar)s.")
        )
        return BarisDitolak(nomor, alasan % {"tertulis": tertulis, "daftar": daftar})
    ringkasan = asli.get("ringkasan_isi", "") and mentah["ringkasan_isi"].strip()
    catatan: tuple[str, ...] = ()
    if len(judul) > PANJANG_JUDUL:
        ringkasan = "\n\n".join(filter(None, [judul, ringkasan]))
        judul = f"{judul[: PANJANG_JUDUL - 1].rstrip()}…"
        catatan = (_("Judul lebih dari %s huruf; utuhnya ada di ringkasan.") % PANJANG_JUDUL,)
    retensi, bulan = bakuan.retensi(mentah.get("jangka_simpan", ""))
    isi = {
        "judul": judul,
        "ringkasan": ringkasan,
        "kelas": kelas.value,
        "kelompok": asli.get("sub_kategori", ""),
        "pejabat": asli.get("pejabat_menguasai", ""),
        "penanggung_jawab": asli.get("penanggung_jawab", ""),
        "waktu_pembuatan": asli.get("waktu_pembuatan", ""),
        "tempat_pembuatan": asli.get("tempat_pembuatan", ""),
        "tahun": bakuan.tahun(asli.get("waktu_pembuatan", "")),
        "bentuk": [b.value for b in bakuan.bentuk(mentah.get("bentuk", ""))],
        "bentuk_asli": asli.get("bentuk", ""),
        "retensi": retensi.value,
        "retensi_bulan": bulan,
        "retensi_asli": asli.get("jangka_simpan", ""),
        "sumber": asli.get("sumber", ""),
    }
    unit = tuple(
        filter(
            None, (asli.get(n, "") for n in ("unit_penerbit", "pejabat_menguasai", "badan_publik"))
        )
    )
    return BarisImpor(nomor, kunci, isi, unit, catatan)


def _bersih(teks: str) -> str:
    """Drop what no database and no page can hold; everything that is ordinary text stays."""
    return "".join(h for h in teks if h.isprintable() or h.isspace())


def _sidik(isi: Any) -> str:
    return hashlib.sha256(json.dumps(isi, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
