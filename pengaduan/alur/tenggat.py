"""The terms of the complaint (hukum A.3), each with its basis and mark; in brackets the key there.

Two families run side by side: the working days of SP4N-LAPOR!, and the calendar days of UU 25/2009
as the earlier warning (K17). The working days of UU 14/2008 are never used here.
"""

from __future__ import annotations

from datetime import date

from pengaduan.enums import Aksi, Klasifikasi
from ppid_portal.kernel.alur import Milik, Satuan, Sejak, Tenggat

# Lower bounds only: no receipt lies before them, and the exact days were not read in the source.
SP4N = date(2018, 1, 1)  # PermenPANRB 62/2018
UU25 = date(2009, 7, 18)

VERIFIKASI = Tenggat(
    kunci="verifikasi",  # A40
    judul="Pemeriksaan laporan",
    versi=((SP4N, 3),),
    dasar="SP4N-LAPOR! (PermenPANRB 62/2018)",
    sejak=Sejak.DITERIMA,
    utama=True,
    tanda="found",
)
VERIFIKASI_ULANG = Tenggat(
    kunci=VERIFIKASI.kunci,  # after the reporter has completed it
    judul=VERIFIKASI.judul,
    versi=VERIFIKASI.versi,
    dasar=VERIFIKASI.dasar,
    utama=True,
    tanda="found",
)
RESPONS = Tenggat(
    kunci="respons",  # A41
    judul="Tanggapan awal unit",
    versi=((SP4N, 5),),
    dasar="SP4N-LAPOR! (PermenPANRB 62/2018)",
    tanda="found",
)
RESPONS_ULANG = Tenggat(
    kunci="respons_ulang",  # no source: the same five days once the reporter has written again
    judul="Tindak lanjut atas balasan pelapor",
    versi=((SP4N, 5),),
    dasar="kebijakan daerah, mengikuti tanggapan awal SP4N-LAPOR!",
    utama=True,
    tanda="local",
)
DIAM = Tenggat(
    kunci="diam",  # A42
    judul="Pelapor dapat membalas",
    versi=((SP4N, 10),),
    dasar="SP4N-LAPOR! (PermenPANRB 62/2018)",
    milik=Milik.PEMOHON,
    tanda="found",
)
PRATUTUP = Tenggat(
    kunci="pratutup",  # a case is never closed without a word beforehand
    judul="Pemberitahuan sebelum laporan ditutup",
    versi=((SP4N, 3),),
    dasar="kebijakan daerah",
    milik=Milik.PEMOHON,
    tanda="local",
)
INFORMASI = Tenggat(
    kunci="informasi",  # A43
    judul="Jawaban permintaan informasi",
    versi=((SP4N, 5),),
    dasar="pedoman pengaduan SP4N-LAPOR!",
    utama=True,
    luwes=True,
    tanda="found",
)
PENGADUAN = Tenggat(
    kunci="pengaduan",  # A44
    judul="Penyelesaian pengaduan",
    versi=((SP4N, 14),),
    dasar="pedoman pengaduan SP4N-LAPOR!",
    utama=True,
    luwes=True,
    tanda="found",
)
PENGAWASAN = Tenggat(
    kunci="pengawasan",  # A45; K17: working days as the limit, UU25_PUTUSAN as the warning
    judul="Penyelesaian pengaduan berkadar pengawasan",
    versi=((SP4N, 60),),
    dasar="pedoman pengaduan SP4N-LAPOR!",
    utama=True,
    tanda="found",
)
RINGAN = Tenggat(
    kunci="ringan",  # A46
    judul="Penyelesaian pengaduan ringan",
    versi=((SP4N, 2),),
    dasar="kebijakan daerah",
    utama=True,
    luwes=True,
    tanda="local",
)
ASPIRASI = Tenggat(
    kunci="aspirasi",  # A47, K19: no period in any source
    judul="Tanggapan atas aspirasi",
    versi=((SP4N, 14),),
    dasar="kebijakan daerah (tidak ada jangka waktu nasional)",
    utama=True,
    luwes=True,
    tanda="local",
)
LENGKAPI = Tenggat(
    kunci="lengkapi",  # B4: reminder to the reporter; archiving waits for UU25_LENGKAPI too
    judul="Pelapor melengkapi laporan",
    versi=((SP4N, 10),),
    dasar="kebijakan daerah",
    milik=Milik.PEMOHON,
    tanda="local",
)
BUKA_KEMBALI = Tenggat(
    kunci="buka_kembali",  # B4, K20
    judul="Hak membuka kembali laporan",
    versi=((SP4N, 30),),
    dasar="kebijakan daerah (K20)",
    satuan=Satuan.HARI_KALENDER,
    milik=Milik.PEMOHON,
    tanda="local",
)

# --- UU 25/2009, calendar days
UU25_JAWAB = Tenggat(
    kunci="uu25_jawab",  # A50
    judul="Jawaban penyelenggara: lengkap atau tidak",
    versi=((UU25, 14),),
    dasar="UU 25/2009 ps. 44 ayat (3)",
    satuan=Satuan.HARI_KALENDER,
    sejak=Sejak.DITERIMA,
    tanda="recalled",
)
UU25_LENGKAPI = Tenggat(
    kunci="uu25_lengkapi",  # A51: afterwards the complaint counts as withdrawn
    judul="Pengadu melengkapi pengaduan",
    versi=((UU25, 30),),
    dasar="UU 25/2009 ps. 44 ayat (4) dan (5)",
    satuan=Satuan.HARI_KALENDER,
    milik=Milik.PEMOHON,
    tanda="recalled",
)
UU25_PUTUSAN = Tenggat(
    kunci="uu25_putusan",  # A52
    judul="Putusan penyelenggara",
    versi=((UU25, 60),),
    dasar="UU 25/2009 ps. 50 ayat (1)",
    satuan=Satuan.HARI_KALENDER,
    tanda="recalled",
)

# Verifying is classifying: the step chosen decides the kind and the term of the unit.
TERUSAN: dict[Aksi, tuple[Klasifikasi, Tenggat]] = {
    Aksi.TERUSKAN_PENGADUAN: (Klasifikasi.TIDAK_BERKADAR, PENGADUAN),
    Aksi.TERUSKAN_RINGAN: (Klasifikasi.TIDAK_BERKADAR, RINGAN),
    Aksi.TERUSKAN_ASPIRASI: (Klasifikasi.ASPIRASI, ASPIRASI),
    Aksi.TERUSKAN_INFORMASI: (Klasifikasi.INFORMASI, INFORMASI),
}
KELAS = tuple(tenggat.kunci for _kelas, tenggat in TERUSAN.values())
