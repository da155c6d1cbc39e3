"""The public API under one roof, with its description and the page that shows it."""

from django.urls import path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from informasi.urls import urlpatterns_api as informasi
from permohonan.api import rute_api as permohonan
from ppid_portal.situs.views import gaya_dokumen

urlpatterns = [
    path("skema/", SpectacularAPIView.as_view(), name="api-skema"),
    path(
        "",
        gaya_dokumen(SpectacularSwaggerSplitView.as_view(url_name="api-skema")),
        name="api-dokumen",
    ),
    *informasi,
    *permohonan,
]
