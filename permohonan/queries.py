"""What a page asks of a request: find it by its secret, where it stands, what comes next and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, Value
from django.db.models.functions import Replace, Upper
from django.utils.translation import gettext as _

from permohonan.alur import ALUR_PERMOHONAN
from permohonan.alur.tenggat import JENDELA_KEBERATAN, PENYERAHAN, PERBAIKAN, PERIKSA
from permohonan.enums import Aksi, AksiDisposisi, Status, StatusDisposisi
from permohonan.models import JangkaPermohonan, PeristiwaPermohonan, Permohonan, telepon_rapi
from ppid_portal.kernel.jam import Jam, jam_jangka
from ppid_portal.kernel.kata import daftar, tanggal
from ppid_portal.kernel.models import Surat
from ppid_portal.kernel.peran import Peran
from ppid_portal.kernel.perkara import KALENDER_BERUBAH
from ppid_portal.kernel.sandi import indeks_buta, rahasia_cocok

# The letter of each row, by status and step.
JENIS_SURAT = {(dari, t.aksi): t.surat for t in ALUR_PERMOHONAN.transisi for dari in t.dari}
SIDIK_KOSONG = "0" * 64

# What each public step is called on the applicant's page.
JUDUL_LANGKAH: dict[str, str] = {
    Aksi.AJUKAN: "Permohonan diterima dan didaftarkan",
    Aksi.TERIMA_LENGKAP: "Permohonan dinyatakan lengkap",
    Aksi.ANGGAP_LENGKAP: "Permohonan dianggap lengkap",
    Aksi.MINTA_PERBAIKAN: "Permohonan perlu dilengkapi",
    Aksi.LENGKAPI: "Kekurangan telah dilengkapi",
    Aksi.HENTIKAN: "Permohonan tidak dilanjutkan",
    Aksi.DISPOSISIKAN: "Permohonan diteruskan ke unit",
    Aksi.TERIMA_JAWABAN: "Jawaban unit diterima PPID",
    Aksi.PERPANJANG: "Waktu jawaban diperpanjang",
    Aksi.KABULKAN: "Permohonan dikabulkan",
    Aksi.KABULKAN_SEBAGIAN: "Permohonan dikabulkan sebagian",
    Aksi.TOLAK: "Permohonan ditolak",
    Aksi.NYATAKAN_TIDAK_DIKUASAI: "Informasi tidak dikuasai badan ini",
    Aksi.SERAHKAN: "Informasi diserahkan",
    Aksi.PROMOSIKAN: "Jawaban diumumkan di Daftar Informasi Publik",
    Aksi.CABUT: "Permohonan dicabut",
    Aksi.LEWATI_BATAS: "Batas jawaban lewat; Anda berhak mengajukan keberatan",
    KALENDER_BERUBAH: "Batas waktu dihitung ulang karena kalender kerja berubah",
}


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of the public timeline."""

    judul: str
    waktu: datetime
    pemegang: str
    keterangan: str
    surat: Surat | None = None
    aksi: str = ""


@dataclass(frozen=True, slots=True)
class Berikutnya:
    """What happens next, by whom, and by which day; `lewat` when that day is past."""

    judul: str
    oleh: str
    paling_lambat: date | None = None
    lewat: bool = False


def cari_perkara(nomor: str, rahasia: str) -> Permohonan | None:
    """Return the case for its number and secret; the same work is done for an unknown number."""
    rapi = "".join(nomor.split()).upper()
    permohonan = (
        Permohonan.objects.alias(rapi=Upper(Replace("nomor", Value(" "), Value(""))))
        .filter(rapi=rapi)
        .first()
        if rapi
        else None
    )
    garam = str(permohonan.kode) if permohonan else "-"
    sidik = permohonan.sidik_rahasia if permohonan else SIDIK_KOSONG
    return permohonan if rahasia_cocok(garam, rahasia, sidik) else None


def rujukan_peristiwa(peristiwa: PeristiwaPermohonan) -> str:
    """Return the name under which the letters of an event are stored."""
    return f"peristiwapermohonan:{peristiwa.pk}"


def surat_perkara(permohonan: Permohonan) -> dict[str, Surat]:
    """Return the letters of a case by the event that issued them and their kind, in one query."""
    semua = Surat.objects.filter(perkara=permohonan.rujukan).select_related("berkas")
    return {surat.rujukan: surat for surat in semua.order_by("pk")}


def perjalanan(permohonan: Permohonan) -> list[Langkah]:
    """Return the public history, oldest first; three queries at most."""
    surat = surat_perkara(permohonan)
    hasil = []
    for peristiwa in permohonan.peristiwa.filter(publik=True).order_by("urut"):
        jenis = JENIS_SURAT.get((peristiwa.dari, peristiwa.aksi), "")
        hasil.append(
            Langkah(
                judul=_(JUDUL_LANGKAH.get(peristiwa.aksi, peristiwa.aksi)),
                waktu=peristiwa.waktu,
                pemegang=Peran(peristiwa.peran).label,
                keterangan=_keterangan(peristiwa),
                surat=surat.get(f"{rujukan_peristiwa(peristiwa)}/{jenis}"),
                aksi=peristiwa.aksi,
            )
        )
    return hasil


def _keterangan(peristiwa: PeristiwaPermohonan) -> str:
    """Return what is said beside a step: the reason told to the applicant, or the moved term."""
    if peristiwa.aksi == Aksi.DISPOSISIKAN:
        return daftar(peristiwa.data.get("unit", []))
    if peristiwa.aksi == KALENDER_BERUBAH and peristiwa.batas_lama and peristiwa.batas_baru:
        isi = {"lama": tanggal(peristiwa.batas_lama), "baru": tanggal(peristiwa.batas_baru)}
        return _("Semula %(lama)s, menjadi %(baru)s.") % isi
    if peristiwa.aksi == Aksi.CABUT:
        return ""
    return str(peristiwa.alasan)


def _berjalan(permohonan: Permohonan, kunci: str) -> JangkaPermohonan | None:
    return permohonan.jangka.filter(kunci=kunci, berhenti_pada__isnull=True).first()


def pemegang(permohonan: Permohonan) -> str:
    """Return who holds the case now; empty when it is closed."""
    if permohonan.status in {Status.DIPROSES, Status.DIPERPANJANG}:
        terbuka = {StatusDisposisi.DITUGASKAN, StatusDisposisi.DIKERJAKAN}
        unit = [d.unit.nama for d in permohonan.disposisi.all() if d.status in terbuka]
        if unit:
            return daftar(unit)
    return str(PEMEGANG.get(Status(permohonan.status), ""))


PEMEGANG: dict[Status, str] = {
    Status.DITERIMA: Peran.PETUGAS.label,
    Status.PERLU_PERBAIKAN: Peran.PEMOHON.label,
    Status.TERDAFTAR_LENGKAP: Peran.PPID_UTAMA.label,
    Status.DIPROSES: Peran.PPID_UTAMA.label,
    Status.TELAAH_PPID: Peran.PPID_UTAMA.label,
    Status.DIPERPANJANG: Peran.PPID_UTAMA.label,
    Status.DIKABULKAN: Peran.PETUGAS.label,
    Status.DIKABULKAN_SEBAGIAN: Peran.PETUGAS.label,
}
# Status -> what comes next and the term it is due by (empty: the answer's own term).
SELANJUTNYA: dict[Status, tuple[str, str]] = {
    Status.DITERIMA: ("Memeriksa kelengkapan permohonan", PERIKSA.kunci),
    Status.PERLU_PERBAIKAN: ("Melengkapi permohonan", PERBAIKAN.kunci),
    Status.TERDAFTAR_LENGKAP: ("Meneruskan permohonan ke unit yang menguasai informasi", ""),
    Status.DIPROSES: ("Menyiapkan informasi dan jawaban", ""),
    Status.TELAAH_PPID: ("Memutuskan dan mengirim pemberitahuan tertulis", ""),
    Status.DIPERPANJANG: ("Menyiapkan dan mengirim pemberitahuan tertulis", ""),
    Status.DIKABULKAN: ("Menyerahkan informasi", PENYERAHAN.kunci),
    Status.DIKABULKAN_SEBAGIAN: ("Menyerahkan informasi yang dikabulkan", PENYERAHAN.kunci),
}


def berikutnya(permohonan: Permohonan, hari_ini: date) -> Berikutnya | None:
    """Return what happens next, by whom and by when; for a closed case the applicant's own right."""
    lanjut = SELANJUTNYA.get(Status(permohonan.status))
    if lanjut is None:
        return _hak_keberatan(permohonan, hari_ini)
    judul, kunci = lanjut
    jangka = _berjalan(permohonan, kunci) if kunci else None
    batas = jangka.batas if jangka else permohonan.batas_waktu
    lewat = batas is not None and hari_ini > batas
    return Berikutnya(_(judul), pemegang(permohonan), batas, lewat)


def _hak_keberatan(permohonan: Permohonan, hari_ini: date) -> Berikutnya | None:
    jangka = _berjalan(permohonan, JENDELA_KEBERATAN.kunci)
    if jangka is None or hari_ini > jangka.batas:
        return None
    judul = _("Bila tidak puas, Anda dapat mengajukan keberatan kepada Atasan PPID")
    return Berikutnya(judul, Peran.PEMOHON.label, jangka.batas)


def kekurangan(permohonan: Permohonan) -> list[str]:
    """Return what the desk asked for, line by line; nothing once it was answered."""
    if permohonan.status != Status.PERLU_PERBAIKAN:
        return []
    peristiwa = permohonan.peristiwa.filter(aksi=Aksi.MINTA_PERBAIKAN).order_by("-urut").first()
    baris = peristiwa.alasan.splitlines() if peristiwa else []
    return [teks.strip(" -•\t") for teks in baris if teks.strip(" -•\t")]


def jam(permohonan: Permohonan, hari_ini: date) -> Jam | None:
    """Return the clock of the term that matters now: the answer's, or the applicant's own."""
    berjalan = permohonan.jangka.filter(berhenti_pada__isnull=True)
    jangka = berjalan.filter(utama=True).first() or berjalan.filter(kunci=PERBAIKAN.kunci).first()
    return jam_jangka(jangka, hari_ini) if jangka else None


def nama_langkah(aksi: str) -> str:
    """Return what a step of a request or a disposition is called at the desk."""
    for pilihan in (Aksi, AksiDisposisi):
        if aksi in pilihan.values:
            return str(pilihan(aksi).label)
    return _("Kalender kerja berubah") if aksi == KALENDER_BERUBAH else aksi


def cari_pemohon(kata: str) -> Q:
    """Return who is meant by a name, NIK, telephone or e-mail typed whole, through blind indexes."""
    nama = [indeks_buta(satu) for satu in kata.split()]
    return (
        Q(pemohon__nama_indeks__contains=nama)
        | Q(pemohon__nik_indeks=indeks_buta(kata))
        | Q(pemohon__surel_indeks=indeks_buta(kata))
        | Q(pemohon__telepon_indeks=indeks_buta(telepon_rapi(kata)) or "-")
    )
