"""The terms of the request and of what may follow it (hukum A.1, A.2), each with its article; in brackets the key of that table."""

from __future__ import annotations

from datetime import date

from ppid_portal.kernel.alur import Milik, Sejak, Tenggat

UU_KIP = date(2010, 4, 30)  # UU 14/2008 in force two years after 30 April 2008 (ps. 64)
PERKI = date(2021, 6, 30)

PERIKSA = Tenggat(
    kunci="periksa",  # A3
    judul="Pemeriksaan kelengkapan",
    versi=((UU_KIP, 3),),
    dasar="Perki 1/2021",
    sejak=Sejak.DITERIMA,
    tanda="derived",
)
PERBAIKAN = Tenggat(
    kunci="perbaikan",  # A4
    judul="Pemohon melengkapi permohonan",
    versi=((UU_KIP, 3),),
    dasar="Perki 1/2021",
    milik=Milik.PEMOHON,
    tanda="derived",
)
# A5. K1: counted from the day of receipt; only when a defect was notified within A3, from the
# day the file was completed (`BALASAN_SETELAH_LENGKAP`). The most protective reading.
BALASAN = Tenggat(
    kunci="balasan",
    judul="Jawaban tertulis",
    versi=((UU_KIP, 10),),
    dasar="UU 14/2008 ps. 22 ayat (7)",
    sejak=Sejak.DITERIMA,
    utama=True,
)
BALASAN_SETELAH_LENGKAP = Tenggat(
    kunci=BALASAN.kunci,
    judul=BALASAN.judul,
    versi=BALASAN.versi,
    dasar=BALASAN.dasar,
    utama=True,
)
PERPANJANGAN = Tenggat(
    kunci="perpanjangan",  # A6: from the last day of A5, once
    judul="Jawaban tertulis (diperpanjang)",
    versi=((UU_KIP, 7),),
    dasar="UU 14/2008 ps. 22 ayat (8)",
    sejak=Sejak.BATAS_LAMA,
    utama=True,
)
PENYERAHAN = Tenggat(
    kunci="penyerahan",  # A10, K5: no national period; a house rule
    judul="Penyerahan informasi",
    versi=((UU_KIP, 3),),
    dasar="aturan internal (K5)",
    tanda="local",
)
PASOKAN = Tenggat(
    kunci="pasokan",  # A12
    judul="Unit menjawab disposisi",
    versi=((UU_KIP, 3),),
    dasar="SOP PPID (Permendagri 3/2017)",
    utama=True,
    luwes=True,
    tanda="local",
)
JENDELA_KEBERATAN = Tenggat(
    kunci="keberatan",  # A20: the applicant's window
    judul="Hak mengajukan keberatan",
    versi=((UU_KIP, 30),),
    dasar="UU 14/2008 ps. 36 ayat (1)",
    milik=Milik.PEMOHON,
)
JENDELA_SETELAH_DIAM = Tenggat(
    kunci=JENDELA_KEBERATAN.kunci,  # K8: from the last day of A5, or of A6 when extended
    judul=JENDELA_KEBERATAN.judul,
    versi=JENDELA_KEBERATAN.versi,
    dasar="UU 14/2008 ps. 35 ayat (1) huruf c jo. ps. 36 ayat (1)",
    sejak=Sejak.BATAS_LAMA,
    milik=Milik.PEMOHON,
)
# What follows an objection: told to the applicant on the form; no row of the request starts them.
TANGGAPAN = Tenggat(
    kunci="tanggapan",  # A22
    judul="Atasan PPID menanggapi keberatan",
    versi=((UU_KIP, 30),),
    dasar="UU 14/2008 ps. 36 ayat (2)",
)
SENGKETA = Tenggat(
    kunci="sengketa",  # A23a: from the day the superior's answer was received
    judul="Hak mengajukan sengketa ke Komisi Informasi",
    versi=((UU_KIP, 14),),
    dasar="UU 14/2008 ps. 37 ayat (2)",
    milik=Milik.PEMOHON,
)
SENGKETA_SETELAH_DIAM = Tenggat(
    kunci=SENGKETA.kunci,  # A23b: from the last day of A22; earlier is premature
    judul=SENGKETA.judul,
    versi=SENGKETA.versi,
    dasar="Perki 1/2013 ps. 13",
    sejak=Sejak.BATAS_LAMA,
    milik=Milik.PEMOHON,
)
