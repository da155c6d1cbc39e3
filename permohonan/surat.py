"""The letters of a request: kinds, what stands in each, and issuing them for an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from permohonan.alur import ALUR_DISPOSISI, ALUR_PERMOHONAN
from permohonan.alur.tenggat import BALASAN, JENDELA_KEBERATAN, PERBAIKAN, PERPANJANGAN
from permohonan.enums import AlasanPerpanjangan, CaraMemperoleh, Keputusan, Status
from permohonan.models import (
    Butir,
    Disposisi,
    PeristiwaDisposisi,
    PeristiwaPermohonan,
    Permohonan,
)
from ppid_portal.kernel.kata import hari_tanggal
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Instansi, Surat
from ppid_portal.kernel.pdf import gambar_qr
from ppid_portal.kernel.surat import JenisSurat, terbitkan

PeristiwaApaPun = PeristiwaPermohonan | PeristiwaDisposisi
SK_PENOLAKAN = "surat_keputusan_penolakan"


def _jenis(kunci: str, judul: str, kode: str) -> JenisSurat:
    return JenisSurat(kunci=kunci, judul=judul, kode=kode, templat=f"surat/{kunci}.typ")


JENIS: dict[str, JenisSurat] = {
    j.kunci: j
    for j in (
        _jenis("tanda_bukti", "Tanda Bukti Penerimaan", "TB"),
        _jenis("tidak_lengkap", "Surat Keterangan Tidak Lengkap", "SKTL"),
        _jenis("perpanjangan", "Pemberitahuan Perpanjangan Waktu", "PP"),
        _jenis("pemberitahuan_tertulis", "Pemberitahuan Tertulis", "PT"),
        _jenis(SK_PENOLAKAN, "Surat Keputusan Penolakan", "SK"),
        _jenis("lembar_disposisi", "Lembar Disposisi", "LD"),
    )
}


def jenis_untuk(peristiwa: PeristiwaApaPun) -> list[str]:
    """Return the letters that an event issues; a refusal brings its decision along (hukum A9)."""
    alur = ALUR_DISPOSISI if isinstance(peristiwa, PeristiwaDisposisi) else ALUR_PERMOHONAN
    utama = next(
        (t.surat for t in alur.transisi if t.aksi == peristiwa.aksi and peristiwa.dari in t.dari),
        "",
    )
    if not utama:
        return []
    ditolak = utama == "pemberitahuan_tertulis" and _ada_penolakan(peristiwa)
    return [utama, SK_PENOLAKAN] if ditolak else [utama]


def _ada_penolakan(peristiwa: PeristiwaApaPun) -> bool:
    ditolak = Butir.objects.filter(permohonan=peristiwa.perkara_id, keputusan=Keputusan.DITOLAK)
    return ditolak.exists()


def terbitkan_semua(peristiwa: PeristiwaApaPun) -> list[Surat]:
    """Return the letters of an event, the main one first, made now where they do not exist yet."""
    return [
        terbitkan(
            JENIS[kunci],
            rujukan=f"{peristiwa._meta.model_name}:{peristiwa.pk}/{kunci}",
            perkara=peristiwa.perkara.rujukan,
            pada=timezone.localdate(peristiwa.waktu),
            data=PENYUSUN[kunci](peristiwa),
        )
        for kunci in jenis_untuk(peristiwa)
    ]


def terbitkan_untuk(peristiwa: PeristiwaApaPun) -> Surat | None:
    """Return the main letter of an event, or None where its row issues none."""
    return next(iter(terbitkan_semua(peristiwa)), None)


# --- what stands in each letter; the keys are those of templates/surat/*.typ
def _pendaftaran(permohonan: Permohonan) -> dict[str, Any]:
    pemohon = permohonan.pemohon
    kontak = ", ".join(k for k in (pemohon.telepon, pemohon.surel) if k)
    lain = {"kontak": kontak, "pekerjaan": pemohon.pekerjaan}
    return {
        "nomor_pendaftaran": permohonan.nomor,
        "diterima": {"tanggal": hari_tanggal(permohonan.tanggal_terima)},
        "pemohon": {
            "nama": pemohon.nama_badan or pemohon.nama,
            "alamat": pemohon.alamat,
            **{k: v for k, v in lain.items() if v},
        },
    }


def _butir(permohonan: Permohonan) -> list[str]:
    return [satu.rincian for satu in permohonan.butir.all()]


def _hari_kerja(panjang: int) -> str:
    return _("%s hari kerja") % panjang


def _keberatan(permohonan: Permohonan, pada: date) -> dict[str, str]:
    """The right to object: from the running window, or counted from the answer's last day."""
    jangka = permohonan.jangka.filter(
        kunci=JENDELA_KEBERATAN.kunci, berhenti_pada__isnull=True
    ).first()
    panjang = JENDELA_KEBERATAN.panjang(pada)
    sejak = permohonan.batas_waktu or pada
    sampai = jangka.batas if jangka else kalender_berlaku().tambah(sejak, panjang)
    return {
        "kepada": Instansi.sekarang().jabatan_atasan or _("Atasan PPID"),
        "lama": _hari_kerja(panjang),
        "sampai": hari_tanggal(sampai),
        "cara": _("Keberatan disampaikan tertulis kepada Atasan PPID melalui meja layanan PPID."),
    }


def _tanda_bukti(peristiwa: PeristiwaPermohonan) -> dict[str, Any]:
    permohonan, kalender = peristiwa.perkara, kalender_berlaku()
    waktu = timezone.localtime(permohonan.diterima_pada)
    batas = peristiwa.batas_baru
    assert batas is not None
    tambahan = PERPANJANGAN.panjang(batas)
    diperpanjang = kalender.tambah(batas, tambahan)
    panjang = JENDELA_KEBERATAN.panjang(batas)
    jendela = {
        "mulai": kalender.tambah(batas, 1),
        "sampai": kalender.tambah(batas, panjang),
        "mulai_perpanjangan": kalender.tambah(diperpanjang, 1),
        "sampai_perpanjangan": kalender.tambah(diperpanjang, panjang),
    }
    tautan = f"{settings.ALAMAT_SITUS}{permohonan.get_absolute_url()}"
    pendaftaran = _pendaftaran(permohonan)
    return {
        **pendaftaran,
        "pemohon": {"nama": pendaftaran["pemohon"]["nama"]},
        "diterima": {
            **pendaftaran["diterima"],
            "jam": f"{waktu:%H.%M} {SINGKATAN_ZONA.get(waktu.strftime('%z'), '')}".strip(),
        },
        "kanal": permohonan.get_kanal_display(),
        "butir": _butir(permohonan),
        "batas": {
            "jawaban": hari_tanggal(batas),
            "lama": _hari_kerja(BALASAN.panjang(permohonan.tanggal_terima)),
            "perpanjangan": hari_tanggal(diperpanjang),
            "lama_perpanjangan": _hari_kerja(tambahan),
        },
        "keberatan": {
            "kepada": Instansi.sekarang().jabatan_atasan or _("Atasan PPID"),
            "lama": _hari_kerja(panjang),
            **{nama: hari_tanggal(hari) for nama, hari in jendela.items()},
        },
        "lacak": {"url": tautan, "qr": gambar_qr(tautan)},
    }


SINGKATAN_ZONA = {"+0700": "WIB", "+0800": "WITA", "+0900": "WIT"}


def _tidak_lengkap(peristiwa: PeristiwaPermohonan) -> dict[str, Any]:
    permohonan = peristiwa.perkara
    jangka = permohonan.jangka.filter(kunci=PERBAIKAN.kunci).order_by("-pk").first()
    assert jangka is not None
    laman = f"{settings.ALAMAT_SITUS}{reverse('permohonan:lihat', args=[permohonan.kode])}"
    return {
        **_pendaftaran(permohonan),
        "kekurangan": [
            {"hal": _("Yang perlu dilengkapi"), "penjelasan": baris}
            for baris in _baris(peristiwa.alasan)
        ],
        "cara": [
            _("Buka %s dengan nomor pendaftaran dan kode rahasia Anda.") % laman,
            _("Atau serahkan kekurangannya ke meja layanan PPID pada jam layanan."),
        ],
        "batas": {"sampai": hari_tanggal(jangka.batas), "lama": _hari_kerja(jangka.panjang)},
    }


def _baris(teks: str) -> list[str]:
    return [baris.strip() for baris in teks.splitlines() if baris.strip()]


def _perpanjangan(peristiwa: PeristiwaPermohonan) -> dict[str, Any]:
    permohonan = peristiwa.perkara
    lama, baru = peristiwa.batas_lama, peristiwa.batas_baru
    assert lama is not None and baru is not None
    kode = peristiwa.data.get("alasan_perpanjangan", "")
    pokok = [str(AlasanPerpanjangan(kode).label)] if kode else []
    return {
        **_pendaftaran(permohonan),
        "butir": _butir(permohonan),
        "alasan": [*pokok, *_baris(peristiwa.alasan)],
        "batas": {
            "lama": hari_tanggal(lama),
            "baru": hari_tanggal(baru),
            "tambahan": _hari_kerja(PERPANJANGAN.panjang(baru)),
        },
        "keberatan": _keberatan(permohonan, baru),
    }


def _pemberitahuan(peristiwa: PeristiwaPermohonan) -> dict[str, Any]:
    permohonan = peristiwa.perkara
    pada = timezone.localdate(peristiwa.waktu)
    data = {
        **_pendaftaran(permohonan),
        "butir": [_butir_diputus(satu) for satu in permohonan.butir.all()],
        "keberatan": _keberatan(permohonan, pada),
    }
    if peristiwa.ke in {Status.DIKABULKAN, Status.DIKABULKAN_SEBAGIAN}:
        data["penyampaian"] = _penyampaian(permohonan, peristiwa.data)
    return data


def _butir_diputus(butir: Butir) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "uraian": butir.rincian,
        "penguasaan": butir.get_penguasaan_display(),
        "keputusan": butir.get_keputusan_display(),
    }
    if butir.materi:
        isi["materi"] = butir.materi
    if butir.keputusan == Keputusan.DIKABULKAN_SEBAGIAN:
        bawaan = _("Disebut bersama bagian yang dihitamkan")
        alasan = butir.get_dasar_penolakan_display() if butir.dasar_penolakan else bawaan
        isi["penghitaman"] = {"bagian": butir.dihitamkan, "alasan": alasan}
    if butir.keputusan == Keputusan.DITOLAK:
        dasar = [butir.get_dasar_penolakan_display(), butir.undang_undang]
        isi["penolakan"] = {
            "alasan": butir.konsekuensi,
            "dasar": "; ".join(kata for kata in dasar if kata),
        }
    if butir.badan_lain:
        kontak = _("lihat laman badan publik tersebut")
        isi["badan_publik_lain"] = {"nama": butir.badan_lain, "kontak": kontak}
    return isi


def _penyampaian(permohonan: Permohonan, data: dict[str, Any]) -> dict[str, str]:
    """How what is granted reaches the applicant (ps. 22 ayat (7) huruf f)."""
    berkas = permohonan.berkas.filter(diserahkan=True).select_related("berkas")
    format_berkas = ", ".join(sorted({satu.berkas.ekstensi for satu in berkas}))
    cara = permohonan.get_cara_salinan_display() if permohonan.cara_salinan else ""
    if permohonan.cara_memperoleh == CaraMemperoleh.MELIHAT or not cara:
        cara = _("Di meja layanan PPID")
    return {
        "bentuk": data.get("bentuk") or str(permohonan.get_cara_memperoleh_display()),
        "format": format_berkas or _("sesuai bentuk yang tersedia"),
        "cara": str(cara),
        "waktu": _("Tersedia bersama surat ini") if format_berkas else _("Pada jam layanan"),
    }


def _sk_penolakan(peristiwa: PeristiwaPermohonan) -> dict[str, Any]:
    permohonan = peristiwa.perkara
    dasar_uu = _("%s, Undang-Undang Nomor 14 Tahun 2008")
    bawaan = _("Ditetapkan dalam keputusan ini")
    return {
        **_pendaftaran(permohonan),
        "butir": [
            {
                "uraian": satu.rincian,
                "dasar": [
                    dasar_uu % satu.get_dasar_penolakan_display(),
                    *([satu.undang_undang] if satu.undang_undang else []),
                ],
                "konsekuensi": satu.konsekuensi,
                "uji": satu.uji or bawaan,
                "jangka_waktu": satu.jangka_pengecualian or _("Selama dasar pengecualian berlaku"),
            }
            for satu in permohonan.butir.filter(keputusan=Keputusan.DITOLAK)
        ],
        "keberatan": _keberatan(permohonan, timezone.localdate(peristiwa.waktu)),
    }


def _lembar_disposisi(peristiwa: PeristiwaDisposisi) -> dict[str, Any]:
    """The sheet a unit reads; it says nothing of who asked."""
    disposisi: Disposisi = peristiwa.perkara
    permohonan = disposisi.permohonan
    dalam = peristiwa.batas_baru or disposisi.tanggal_terima
    return {
        "nomor_pendaftaran": permohonan.nomor,
        "diterima": {"tanggal": hari_tanggal(permohonan.tanggal_terima)},
        "dari": Instansi.sekarang().jabatan_ppid or _("PPID Utama"),
        "kepada": disposisi.unit.nama,
        "butir": _butir(permohonan),
        "instruksi": _baris(disposisi.instruksi),
        "batas": {
            "dalam": hari_tanggal(dalam),
            "jawaban": hari_tanggal(permohonan.batas_waktu or dalam),
        },
    }


PENYUSUN: dict[str, Callable[[Any], dict[str, Any]]] = {
    "tanda_bukti": _tanda_bukti,
    "tidak_lengkap": _tidak_lengkap,
    "perpanjangan": _perpanjangan,
    "pemberitahuan_tertulis": _pemberitahuan,
    SK_PENOLAKAN: _sk_penolakan,
    "lembar_disposisi": _lembar_disposisi,
}
