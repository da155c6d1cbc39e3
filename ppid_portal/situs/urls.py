from django.urls import path

from ppid_portal.situs import views

app_name = "situs"
urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("tenggat/", views.tenggat, name="tenggat"),
    path("periksa-surat/", views.periksa_surat, name="periksa_surat_form"),
    path("periksa-surat/<slug:kode>/", views.periksa_surat, name="periksa_surat"),
    path("kotak-surat/", views.kotak_surat, name="kotak_surat"),
    path("kotak-surat/<str:nama>/", views.isi_kotak_surat, name="isi_kotak_surat"),
]
