from django.urls import path

from permohonan.views import ajukan, cek, lihat, unduh

app_name = "permohonan"
urlpatterns = [
    path("ajukan/", ajukan.ajukan, name="ajukan"),
    path("terkirim/", ajukan.terkirim, name="terkirim"),
    path("terkirim/teks/", ajukan.teks, name="teks"),
    path("cek/", cek.cek, name="cek"),
    path("masuk/<str:token>/", cek.masuk, name="masuk"),
    path("tutup/", cek.tutup, name="tutup"),
    path("formulir.pdf", unduh.formulir, name="formulir"),
    path("<uuid:kode>/", lihat.lihat, name="lihat"),
    path("<uuid:kode>/lengkapi/", lihat.lengkapi, name="lengkapi"),
    path("<uuid:kode>/cabut/", lihat.cabut, name="cabut"),
    path("<uuid:kode>/tanda-bukti/", unduh.tanda_bukti, name="tanda_bukti"),
    path("<uuid:kode>/surat/<int:pk>/", unduh.surat, name="surat"),
    path("<uuid:kode>/berkas/<uuid:pk>/", unduh.berkas, name="berkas"),
]
