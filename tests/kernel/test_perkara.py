"""The one door: who may pass, what it writes, and what the database refuses behind it."""

import hashlib
import json
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, ProgrammingError, connection, transaction

from permohonan.enums import Aksi, Status
from permohonan.models import JangkaPermohonan, PeristiwaPermohonan, Permohonan
from ppid_portal.kernel.galat import BukanWewenang, FormBasi, TransisiDitolak
from ppid_portal.kernel.peran import PEMOHON, Pelaku, Peran
from ppid_portal.kernel.perkara import jalankan, tersedia
from tests.factories.kernel import PenggunaFactory
from tests.kernel.contoh_perkara import (
    ALASAN,
    ASING,
    MEJA,
    PPID,
    jangka,
    lewati_batas,
    permohonan_diajukan,
    permohonan_dijawab,
    permohonan_kosong,
    permohonan_lengkap,
    perpanjang,
    siang,
)

pytestmark = pytest.mark.usefixtures("acuan")

RABU = date(2025, 8, 6)
BATAS = date(2025, 8, 21)  # Thu


def _isi(perkara):
    """Return everything the door may change."""
    perkara.refresh_from_db()
    return (
        perkara.status,
        perkara.batas_waktu,
        perkara.versi,
        list(perkara.jangka.values()),
        list(perkara.peristiwa.values()),
    )


# --- a step that is allowed


def test_langkah_menggeser_status_dan_menulis_peristiwa():
    ada = permohonan_diajukan(RABU)
    oleh = PenggunaFactory(peran=Peran.PETUGAS)

    kembali = jalankan(
        ada, Aksi.TERIMA_LENGKAP, oleh.sebagai_pelaku(), pada=siang(RABU), data={"kanal": "laman"}
    )

    ada.refresh_from_db()
    assert (kembali.status, ada.status) == (Status.TERDAFTAR_LENGKAP, Status.TERDAFTAR_LENGKAP)
    assert (ada.versi, ada.batas_waktu) == (2, BATAS)
    akhir = ada.peristiwa.last()
    assert {
        nama: getattr(akhir, nama)
        for nama in (
            "urut", "aksi", "dari", "ke", "peran", "oleh", "alasan", "data", "publik", "waktu",
            "batas_lama", "batas_baru", "diolah_pada",
        )
    } == {
        "urut": 2, "aksi": "terima_lengkap", "dari": "diterima", "ke": "terdaftar_lengkap",
        "peran": "petugas", "oleh": oleh, "alasan": "", "data": {"kanal": "laman"},
        "publik": True, "waktu": siang(RABU), "batas_lama": BATAS, "batas_baru": BATAS,
        "diolah_pada": None,
    }  # fmt: skip


def test_pengajuan_memulai_tenggat_pemeriksaan_dan_jawaban():
    ada = permohonan_diajukan(RABU)

    mulai = {j.kunci: (j.mulai, j.panjang, j.batas, j.utama) for j in ada.jangka.all()}
    assert mulai == {
        "periksa": (RABU, 3, date(2025, 8, 11), False),
        "balasan": (RABU, 10, BATAS, True),
    }
    assert ada.batas_waktu == BATAS


def test_hari_kejadian_menurut_zona_daerah():
    malam = datetime(2025, 8, 5, 18, tzinfo=UTC)  # 6 August, 01.00 in Jakarta
    ada = permohonan_lengkap(RABU)

    jalankan(ada, Aksi.PERPANJANG, PPID, pada=malam, **ALASAN)

    assert ada.peristiwa.last().waktu == malam
    assert jangka(ada, "perpanjangan").mulai == BATAS


def test_jangka_mencatat_kalender_yang_dipakai():
    balasan = jangka(permohonan_diajukan(date(2026, 12, 18)), "balasan")

    assert (
        balasan.versi_kalender
        == "2026: SKB 1497/2/5 Tahun 2025; 2027: Perkiraan 2027 (belum resmi)"
    )
    assert (balasan.batas, balasan.sementara) == (date(2027, 1, 7), True)


def test_t19_jawaban_dihitung_sejak_diterima():
    ada = permohonan_lengkap(date(2026, 3, 16))  # Mon

    assert ada.batas_waktu == date(2026, 4, 7)  # Tue


def test_t19_setelah_diminta_melengkapi_jawaban_dihitung_sejak_lengkap():
    ada = permohonan_diajukan(date(2026, 3, 16))
    ada = jalankan(ada, Aksi.MINTA_PERBAIKAN, MEJA, pada=siang(date(2026, 3, 25)), alasan="KTP")
    menunggu = ada.batas_waktu

    ada = jalankan(ada, Aksi.LENGKAPI, PEMOHON, pada=siang(date(2026, 3, 30)), perbaikan="ada")

    assert (menunggu, ada.batas_waktu) == (None, date(2026, 4, 14))  # Tue


def test_perpanjangan_dihitung_dari_batas_lama():
    ada = perpanjang(permohonan_lengkap(RABU), date(2025, 8, 12))

    lanjutan = jangka(ada, "perpanjangan")
    assert (lanjutan.mulai, lanjutan.batas) == (BATAS, date(2025, 9, 1))
    assert lanjutan.lanjutan_dari.kunci == "balasan"
    assert lanjutan.lanjutan_dari.berhenti_pada == siang(date(2025, 8, 12))


def test_status_akhir_menghentikan_tenggat_badan_tetapi_bukan_jendela_pemohon():
    ada = permohonan_dijawab(RABU, date(2025, 8, 20))

    ada = jalankan(ada, Aksi.SERAHKAN, MEJA, pada=siang(date(2025, 8, 21)), bukti="tanda terima")

    berjalan = ada.jangka.filter(berhenti_pada=None)
    assert (ada.status, [j.kunci for j in berjalan]) == (Status.SELESAI, ["keberatan"])


def test_langkah_yang_tetap_tidak_mengubah_status():
    ada = permohonan_lengkap(RABU)

    ada = lewati_batas(ada, date(2025, 8, 22))

    assert (ada.status, ada.batas_waktu) == (Status.TERDAFTAR_LENGKAP, BATAS)
    assert jangka(ada, "keberatan").mulai == BATAS


# --- a step that is refused changes nothing


@pytest.mark.parametrize(
    ("pelaku", "galat", "kata"),
    [
        (ASING, BukanWewenang, "Langkah ini wewenang PPID Utama."),
        (PEMOHON, BukanWewenang, "Langkah ini wewenang PPID Utama."),
        (Pelaku(frozenset()), BukanWewenang, "Langkah ini wewenang PPID Utama."),
    ],
)
def test_peran_lain_ditolak_pintu(pelaku, galat, kata):
    ada = permohonan_lengkap(RABU)
    sebelum = _isi(ada)

    with pytest.raises(galat) as ditolak:
        jalankan(ada, Aksi.PERPANJANG, pelaku, pada=siang(RABU), **ALASAN)

    assert str(ditolak.value) == kata
    assert _isi(ada) == sebelum


def test_langkah_yang_tidak_ada_di_tabel_ditolak():
    ada = permohonan_diajukan(RABU)
    sebelum = _isi(ada)

    with pytest.raises(TransisiDitolak) as ditolak:
        jalankan(ada, Aksi.SERAHKAN, MEJA, pada=siang(RABU), bukti="ada")

    assert str(ditolak.value) == (
        "Langkah “serahkan” tidak dapat dilakukan dari keadaan “diterima”."
    )
    assert _isi(ada) == sebelum


def test_syarat_yang_menolak_menyebut_alasannya():
    ada = perpanjang(permohonan_lengkap(RABU), RABU)
    ada = jalankan(ada, Aksi.DISPOSISIKAN, PPID, pada=siang(RABU))
    sebelum = _isi(ada)

    with pytest.raises(TransisiDitolak) as ditolak:
        lewati_batas(ada, RABU)

    assert str(ditolak.value) == "Batas waktu belum lewat."
    assert _isi(ada) == sebelum


def test_isian_wajib_yang_kosong_disebut_satu_per_satu():
    ada = permohonan_lengkap(RABU)
    sebelum = _isi(ada)

    with pytest.raises(ValidationError) as ditolak:
        jalankan(ada, Aksi.PERPANJANG, PPID, pada=siang(RABU), alasan="")

    assert ditolak.value.message_dict == {
        "alasan": ["Wajib diisi."],
        "alasan_perpanjangan": ["Wajib diisi."],
    }
    assert _isi(ada) == sebelum


def test_formulir_yang_dibuka_sebelum_langkah_orang_lain_basi():
    ada = permohonan_diajukan(RABU)
    dibuka = ada.versi
    jalankan(ada, Aksi.TERIMA_LENGKAP, MEJA, pada=siang(RABU), versi=dibuka)
    sebelum = _isi(ada)

    with pytest.raises(FormBasi):
        jalankan(ada, Aksi.PERPANJANG, PPID, pada=siang(RABU), versi=dibuka, **ALASAN)

    assert _isi(ada) == sebelum


def test_pintu_membaca_keadaan_terbaru_bukan_objek_yang_dibawa():
    lama = permohonan_diajukan(RABU)
    jalankan(Permohonan.objects.get(pk=lama.pk), Aksi.TERIMA_LENGKAP, MEJA, pada=siang(RABU))

    with pytest.raises(TransisiDitolak):
        jalankan(lama, Aksi.TERIMA_LENGKAP, MEJA, pada=siang(RABU))

    assert [p.aksi for p in lama.peristiwa.all()] == ["ajukan", "terima_lengkap"]


def test_peristiwa_memakai_peran_yang_diminta_baris():
    rangkap = Pelaku(frozenset({Peran.BENDAHARA, Peran.PPID_UTAMA, Peran.PETUGAS}))
    ada = permohonan_diajukan(RABU)

    jalankan(ada, Aksi.TERIMA_LENGKAP, rangkap, pada=siang(RABU))

    assert ada.peristiwa.last().peran == "petugas"


def test_langkah_yang_tersedia_menurut_peran():
    ada = permohonan_lengkap(RABU)

    def langkah(pelaku):
        return [str(baris.aksi) for baris in tersedia(ada, pelaku, siang(RABU))]

    assert (langkah(PEMOHON), langkah(ASING)) == (["cabut"], [])


def test_langkah_yang_tersedia_menurut_syarat():
    ada = permohonan_diajukan(RABU)

    def langkah(hari):
        return {str(baris.aksi) for baris in tersedia(ada, MEJA, siang(hari))}

    akhir_periksa = date(2025, 8, 11)
    assert langkah(akhir_periksa) - langkah(date(2025, 8, 12)) == {"minta_perbaikan"}


# --- what the database keeps


def test_peristiwa_berantai():
    ada = perpanjang(permohonan_lengkap(RABU), RABU)

    rantai = list(ada.peristiwa.values_list("urut", "sidik_sebelum", "sidik"))
    assert [urut for urut, *_ in rantai] == [1, 2, 3]
    assert [sebelum for _u, sebelum, _s in rantai] == ["", rantai[0][2], rantai[1][2]]
    assert len({sidik for *_, sidik in rantai}) == 3
    assert all(len(sidik) == 64 for *_, sidik in rantai)


def test_sidik_dapat_dihitung_ulang_di_luar_basis_data():
    ada = permohonan_diajukan(RABU)
    p = ada.peristiwa.get()
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT json_build_array(perkara_id, urut, aksi, dari, ke, peran, oleh_id, alasan, data,"
            " extract(epoch FROM waktu), batas_lama, batas_baru, sidik_sebelum)::text"
            " FROM permohonan_peristiwapermohonan WHERE id = %s",
            [p.pk],
        )
        (teks,) = kursor.fetchone()

    assert hashlib.sha256(teks.encode()).hexdigest() == p.sidik
    assert json.loads(teks) == [
        ada.pk, 1, "ajukan", "", "diterima", "pemohon", None, "", {},
        siang(RABU).timestamp(), None, "2025-08-21", "",
    ]  # fmt: skip


def test_rantai_setiap_perkara_berdiri_sendiri():
    satu, dua = permohonan_diajukan(RABU), permohonan_diajukan(RABU)

    assert [p.urut for p in satu.peristiwa.all()] == [1]
    assert [(p.urut, p.sidik_sebelum) for p in dua.peristiwa.all()] == [(1, "")]


@pytest.mark.parametrize(
    "ubah",
    [
        {"alasan": "diganti"}, {"waktu": siang(date(2025, 8, 7))}, {"urut": 9},
        {"sidik": "0" * 64}, {"data": {"palsu": True}}, {"ke": "selesai"}, {"perkara_id": 10**9},
    ],
)  # fmt: skip
def test_peristiwa_tidak_dapat_diubah(ubah):
    peristiwa = permohonan_diajukan(RABU).peristiwa
    sebelum = list(peristiwa.values())

    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        peristiwa.update(**ubah)

    assert list(peristiwa.values()) == sebelum


def test_peristiwa_tidak_dapat_dihapus():
    ada = permohonan_diajukan(RABU)

    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        PeristiwaPermohonan.objects.all()._raw_delete("default")

    assert ada.peristiwa.count() == 1


def test_tanda_sudah_diolah_boleh_ditulis():
    ada = permohonan_diajukan(RABU)

    ada.peristiwa.update(diolah_pada=siang(RABU))

    assert ada.peristiwa.get().diolah_pada == siang(RABU)


@pytest.mark.parametrize("status", [Status.SELESAI, "", "entah", Status.DIPERPANJANG])
def test_basis_data_menolak_status_di_luar_tabel(status):
    ada = permohonan_diajukan(RABU)

    with pytest.raises(IntegrityError), transaction.atomic():
        Permohonan.objects.filter(pk=ada.pk).update(status=status)

    ada.refresh_from_db()
    assert ada.status == Status.DITERIMA


def test_basis_data_menolak_perkara_baru_yang_sudah_berstatus():
    ada = permohonan_kosong(RABU)

    with pytest.raises(IntegrityError), transaction.atomic():
        Permohonan.objects.create(
            **{f.name: getattr(ada, f.name) for f in Permohonan._meta.fields
               if f.name not in {"id", "nomor", "urut", "kode", "kunci_kirim", "status"}},
            nomor="lain", urut=10**6, status=Status.SELESAI,
        )  # fmt: skip

    assert Permohonan.objects.count() == 1


def test_perkara_tidak_dapat_dihapus():
    permohonan_kosong(RABU)

    with pytest.raises(ProgrammingError, match="Cannot delete"), transaction.atomic():
        Permohonan.objects.all()._raw_delete("default")

    assert Permohonan.objects.count() == 1


def test_satu_jenis_tenggat_hanya_satu_yang_berjalan():
    balasan = jangka(permohonan_diajukan(RABU), "balasan")
    balasan.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        balasan.save(force_insert=True)

    assert JangkaPermohonan.objects.filter(kunci="balasan").count() == 1
