from django.urls import path

from informasi import api, views
from informasi.views import langganan, saran, unit

app_name = "informasi"
urlpatterns = [
    path("", views.daftar, name="daftar"),
    path("berkas/<uuid:kunci>/", views.berkas, name="berkas"),
    path("sampul/<uuid:kunci>.webp", views.sampul, name="sampul"),
    path("umpan.atom", views.atom, name="umpan"),
    path("unduh.<slug:bentuk>", views.unduh, name="unduh"),
    path("dik/", views.dik, name="dik"),
    path("dip/", views.dip, name="dip"),
    path("dip/<int:pk>/", views.dip_rinci, name="dip_rinci"),
    path("dip/<int:pk>/<slug:bentuk>/", views.dip_unduh, name="dip_unduh"),
    path("langganan/baru/", langganan.baru, name="langganan"),
    path("langganan/<str:tanda>/", langganan.satu, name="langganan-satu"),
    path("saran/butir/", saran.saran_butir, name="saran"),
    path("saran/<slug:slug>/", saran.buka_saran, name="buka-saran"),
    path("<slug:slug>/", views.lihat, name="lihat"),
]

# What the world expects at the root of a site.
urlpatterns_akar = [
    path("unit/<slug:slug>/", unit.unit, name="unit"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.peta_situs, name="peta_situs"),
    path("sitemap-laman.xml", views.peta_laman, name="peta_laman"),
    path("sitemap-informasi-<int:bagian>.xml", views.peta_informasi, name="peta_informasi"),
    path("katalog.<slug:bentuk>", views.katalog, name="katalog"),
    path("api/3/action/<str:nama>", views.aksi_ckan, name="ckan"),
    path("api/action/<str:nama>", views.aksi_ckan),
]

urlpatterns_api = [
    path("informasi/", api.DaftarInformasi.as_view(), name="api-informasi"),
    path("informasi/<slug:slug>/", api.RinciInformasi.as_view(), name="api-informasi-rinci"),
    path("informasi/<slug:slug>/edisi/", api.EdisiInformasi.as_view(), name="api-edisi"),
    path("informasi/<slug:slug>/berkas/", api.BerkasInformasi.as_view(), name="api-berkas"),
    path("pilah/", api.PilahInformasi.as_view(), name="api-pilah"),
    path("unit/", api.DaftarUnit.as_view(), name="api-unit"),
    path("unit/<slug:slug>/", api.RinciUnit.as_view(), name="api-unit-rinci"),
]
