"""The one door through which a case changes status."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ppid_portal.kernel.alur import (
    TETAP,
    Konteks,
    Milik,
    Satuan,
    Sejak,
    Tenggat,
    Transisi,
    hitung_batas,
)
from ppid_portal.kernel.galat import BukanWewenang, FormBasi, TransisiDitolak
from ppid_portal.kernel.kalender import Kalender
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import JangkaWaktu, Perkara
from ppid_portal.kernel.peran import Pelaku, Peran

P = TypeVar("P", bound=Perkara)

KALENDER_BERUBAH = "kalender_berubah"


@transaction.atomic
def jalankan(
    perkara: P,
    aksi: str,
    pelaku: Pelaku,
    *,
    pada: datetime | None = None,
    versi: int | None = None,
    data: dict[str, Any] | None = None,
    **isian: Any,
) -> P:
    """Move a case one row along its Alur, with its terms and its event, in one transaction.

    `versi` is the state a form was opened at. Raises FormBasi when the case has moved since,
    BukanWewenang where the role may not take the row, TransisiDitolak where there is no such row
    or a guard objects, and ValidationError where a field that the row demands is empty.
    """
    pada = pada or timezone.now()
    terkunci = type(perkara)._base_manager.select_for_update(of=("self",)).get(pk=perkara.pk)
    if versi is not None and versi != terkunci.versi:
        raise FormBasi(
            _("Berkas ini baru saja diubah orang lain. Muat ulang, lalu periksa kembali.")
        )
    konteks = Konteks(pelaku, timezone.localdate(pada), isian)
    baris = terkunci.alur.cari(terkunci.status, aksi)
    _periksa(baris, terkunci, konteks)

    dari, batas_lama = terkunci.status, terkunci.batas_waktu
    terkunci.status = dari if baris.ke == TETAP else baris.ke
    terkunci.versi += 1
    _atur_jangka(terkunci, baris, konteks, pada)
    terkunci.batas_waktu = _batas_utama(terkunci)
    terkunci.save(update_fields=["status", "batas_waktu", "versi"])
    terkunci.peristiwa.create(
        aksi=aksi,
        dari=dari,
        ke=terkunci.status,
        peran=_peran_dipakai(baris, pelaku),
        oleh_id=pelaku.pengguna_id,
        alasan=isian.get("alasan", ""),
        data=data or {},
        publik=baris.publik,
        waktu=pada,
        batas_lama=batas_lama,
        batas_baru=terkunci.batas_waktu,
    )
    return terkunci


def tersedia(perkara: Perkara, pelaku: Pelaku, pada: datetime | None = None) -> list[Transisi]:
    """Return the rows that this actor may take on this case now."""
    return perkara.alur.tersedia(perkara, Konteks(pelaku, timezone.localdate(pada)))


def _periksa(baris: Transisi, perkara: Perkara, konteks: Konteks) -> None:
    if not baris.boleh(konteks.pelaku):
        berwenang = ", ".join(sorted(p.label for p in baris.oleh))
        raise BukanWewenang(_("Langkah ini wewenang %s.") % berwenang)
    if halangan := baris.halangan(perkara, konteks):
        raise TransisiDitolak(" ".join(halangan))
    if kosong := [nama for nama in baris.wajib if not konteks.isian.get(nama)]:
        raise ValidationError(dict.fromkeys(kosong, _("Wajib diisi.")))


def _peran_dipakai(baris: Transisi, pelaku: Pelaku) -> str:
    return min(baris.oleh & pelaku.peran, key=list(Peran).index)


def _atur_jangka(perkara: Perkara, baris: Transisi, konteks: Konteks, pada: datetime) -> None:
    """Stop the terms that this row ends, start those that it begins; the rest runs on.

    A final status ends every term of the body; an applicant's window outlives the case.
    """
    berjalan = perkara.jangka.filter(berhenti_pada__isnull=True)
    utama = berjalan.filter(utama=True).first()
    henti = Q(kunci__in=[*baris.henti, *(t.kunci for t in baris.mulai)])
    if perkara.status in perkara.alur.akhir and baris.ke != TETAP:
        henti |= Q(milik=Milik.BADAN)
    berjalan.filter(henti).update(berhenti_pada=pada)
    if baris.mulai:
        kalender = kalender_berlaku()
        for tenggat in baris.mulai:
            perkara.jangka.create(
                dimulai_pada=pada, **_jangka_baru(perkara, tenggat, kalender, utama, konteks)
            )


def _jangka_baru(
    perkara: Perkara,
    tenggat: Tenggat,
    kalender: Kalender,
    utama: JangkaWaktu | None,
    konteks: Konteks,
) -> dict[str, Any]:
    lanjutan = utama if tenggat.sejak == Sejak.BATAS_LAMA else None
    if tenggat.sejak == Sejak.BATAS_LAMA and lanjutan is None:
        raise TransisiDitolak(_("Tidak ada jangka waktu yang dapat diperpanjang."))
    mulai = {
        Sejak.PERISTIWA: konteks.hari_ini,
        Sejak.DITERIMA: perkara.tanggal_terima,
        Sejak.BATAS_LAMA: lanjutan.batas if lanjutan else konteks.hari_ini,
    }[tenggat.sejak]
    panjang = tenggat.panjang(mulai)
    if tenggat.luwes:
        panjang = int(konteks.isian.get("lama_hari") or panjang)
    batas = hitung_batas(kalender, mulai, panjang, tenggat.satuan)
    return {
        "kunci": tenggat.kunci,
        "judul": tenggat.judul,
        "dasar": tenggat.dasar,
        "mulai": mulai,
        "panjang": panjang,
        "satuan": tenggat.satuan.value,
        "milik": tenggat.milik.value,
        "utama": tenggat.utama,
        "lanjutan_dari": lanjutan,
        "batas": batas,
        "batas_semula": batas,
        "versi_kalender": kalender.versi_untuk(mulai, batas),
        "sementara": kalender.sementara(mulai, batas),
    }


def _batas_utama(perkara: Perkara) -> date | None:
    utama: date | None = (
        perkara.jangka.filter(berhenti_pada__isnull=True, utama=True)
        .order_by("-batas")
        .values_list("batas", flat=True)
        .first()
    )
    return utama


def batas_menurut(kalender: Kalender, jangka: JangkaWaktu) -> tuple[date, date]:
    """Return day 0 and last day of a term by this calendar, its predecessor counted by it too."""
    mulai = jangka.mulai
    if jangka.lanjutan_dari is not None:
        mulai = batas_menurut(kalender, jangka.lanjutan_dari)[1]
    return mulai, hitung_batas(kalender, mulai, jangka.panjang, Satuan(jangka.satuan))


@transaction.atomic
def hitung_ulang(perkara: P, kalender: Kalender, pada: datetime) -> list[tuple[str, date, date]]:
    """Recount the open terms of a case by a new calendar; returns (key, old, new) of those that moved.

    An applicant's window only grows (hukum A.4 rule 7). The original last day stays in
    `batas_semula`, and the change is an event of the case.
    """
    terkunci = type(perkara)._base_manager.select_for_update(of=("self",)).get(pk=perkara.pk)
    geser: list[tuple[str, date, date]] = []
    for jangka in terkunci.jangka.filter(berhenti_pada__isnull=True).select_related(
        "lanjutan_dari"
    ):
        lama = jangka.batas
        mulai, baru = batas_menurut(kalender, jangka)
        if jangka.milik == Milik.PEMOHON:
            baru = max(lama, baru)
        jangka.mulai, jangka.batas = mulai, baru
        jangka.versi_kalender = kalender.versi_untuk(mulai, baru)
        jangka.sementara = kalender.sementara(mulai, baru)
        jangka.save(update_fields=["mulai", "batas", "versi_kalender", "sementara"])
        if baru != lama:
            geser.append((jangka.kunci, lama, baru))
    if geser:
        _catat_geser(terkunci, geser, pada)
    return geser


def _catat_geser(perkara: Perkara, geser: list[tuple[str, date, date]], pada: datetime) -> None:
    batas_lama = perkara.batas_waktu
    perkara.batas_waktu = _batas_utama(perkara)
    perkara.versi += 1
    perkara.save(update_fields=["batas_waktu", "versi"])
    perkara.peristiwa.create(
        aksi=KALENDER_BERUBAH,
        dari=perkara.status,
        ke=perkara.status,
        peran=Peran.SISTEM.value,
        data={"geser": [[k, lama.isoformat(), baru.isoformat()] for k, lama, baru in geser]},
        waktu=pada,
        batas_lama=batas_lama,
        batas_baru=perkara.batas_waktu,
    )
