from django.urls import path

from informasi import api, views

app_name = "informasi"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("berkas/<uuid:kunci>/", views.berkas, name="berkas"),
    path("<slug:slug>/", views.lihat, name="lihat"),
]

urlpatterns_api = [
    path("informasi/", api.DaftarInformasi.as_view(), name="api-informasi"),
    path("informasi/<slug:slug>/", api.RinciInformasi.as_view(), name="api-informasi-rinci"),
    path("unit/", api.DaftarUnit.as_view(), name="api-unit"),
]
