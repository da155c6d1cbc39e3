"""What the receipt page knows: number, secret, and the last day of each term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from redis.exceptions import RedisError

from permohonan.alur.tenggat import BALASAN, JENDELA_SETELAH_DIAM, PERIKSA, PERPANJANGAN
from permohonan.forms.isian import memuat_data_pribadi
from permohonan.models import Permohonan
from ppid_portal.kernel.alur import hitung_batas
from ppid_portal.kernel.libur import kalender_berlaku
from ppid_portal.kernel.models import Instansi
from ppid_portal.kernel.sandi import InvalidToken, buka_sandi, samarkan_surel, sandikan

RESI = "resi_permohonan"
MASA_RESI = timedelta(hours=1)
MASA_ULANG = 15 * 60  # seconds in which a second press of the same button gets the same secret


@dataclass(frozen=True, slots=True)
class JadwalHak:
    """The last day of the answer, and when silence may be objected to."""

    lama: int
    jawaban: date
    mulai_keberatan: date
    sampai_keberatan: date


@dataclass(frozen=True, slots=True)
class Resi:
    """The receipt of one request; the secret is empty where it was shown before and is gone."""

    permohonan: Permohonan
    rahasia: str
    jadwal: JadwalHak
    diperpanjang: JadwalHak
    sementara: bool

    @staticmethod
    def simpan(request: HttpRequest, permohonan: Permohonan, rahasia: str) -> None:
        """Keep number and secret for the next page of this browser; the secret lies encrypted.

        A second press arrives without the session of the first and with no secret from the
        action; the key that only this form knows brings it back for some minutes.
        """
        rahasia = _ingat(permohonan, rahasia)
        sampai = timezone.now() + MASA_RESI
        request.session[RESI] = {
            "kode": permohonan.kode.hex,
            "rahasia": sandikan(rahasia.encode()).decode(),
            "sampai": int(sampai.timestamp()),
        }

    @classmethod
    def dari(cls, request: HttpRequest) -> Resi | None:
        """Return the receipt that this browser still holds."""
        isi = request.session.get(RESI)
        if not isi or isi["sampai"] <= timezone.now().timestamp():
            request.session.pop(RESI, None)
            return None
        permohonan = Permohonan.objects.filter(kode=UUID(isi["kode"])).first()
        if permohonan is None:
            return None
        return cls(permohonan, _buka(isi["rahasia"]), *jadwal(permohonan.tanggal_terima))

    @property
    def surel_samar(self) -> str:
        return samarkan_surel(self.permohonan.pemohon.surel)

    @property
    def butir_berdata_pribadi(self) -> list[int]:
        """Return the numbers of the items that seem to hold a NIK or a telephone number."""
        semua = self.permohonan.butir.values_list("urut", "rincian")
        return [urut for urut, rincian in semua if memuat_data_pribadi(rincian)]

    @property
    def lama_periksa(self) -> int:
        return PERIKSA.panjang(self.permohonan.tanggal_terima)

    @property
    def instansi(self) -> Instansi:
        return Instansi.sekarang()

    @property
    def url_cek(self) -> str:
        return f"{settings.ALAMAT_SITUS}{reverse('permohonan:cek')}"


def jadwal(terima: date) -> tuple[JadwalHak, JadwalHak, bool]:
    """Return the dates without and with the one extension, and whether they are provisional."""
    kalender = kalender_berlaku()
    n, tambah = BALASAN.panjang(terima), PERPANJANGAN.panjang(terima)
    jawaban = hitung_batas(kalender, terima, n, BALASAN.satuan)
    diperpanjang = hitung_batas(kalender, jawaban, tambah, PERPANJANGAN.satuan)

    def hak(lama: int, batas: date) -> JadwalHak:
        jendela = JENDELA_SETELAH_DIAM
        sampai = hitung_batas(kalender, batas, jendela.panjang(batas), jendela.satuan)
        mulai = hitung_batas(kalender, batas, 1, jendela.satuan)
        return JadwalHak(lama, batas, mulai, sampai)

    akhir = hak(n + tambah, diperpanjang)
    return hak(n, jawaban), akhir, kalender.sementara(terima, akhir.sampai_keberatan)


def teks_resi(resi: Resi) -> str:
    """Return the receipt as plain text, without the secret."""
    return render_to_string("permohonan/resi.txt", {"resi": resi}).strip() + "\n"


def _ingat(permohonan: Permohonan, rahasia: str) -> str:
    kunci = f"resi:{permohonan.kunci_kirim.hex}"
    try:
        if rahasia:
            cache.set(kunci, sandikan(rahasia.encode()).decode(), MASA_ULANG)
            return rahasia
        return _buka(cache.get(kunci) or "")
    except (RedisError, OSError):
        return rahasia


def _buka(sandi: str) -> str:
    try:
        return buka_sandi(sandi.encode()).decode()
    except InvalidToken:
        return ""
