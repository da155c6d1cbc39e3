"""Every door of the portal."""

from django.contrib import admin
from django.urls import include, path

from informasi.urls import urlpatterns_akar
from ppid_portal.kernel.views import sehat

urlpatterns = [
    path("admin/", admin.site.urls),
    path("sehat/", sehat, name="sehat"),
    path("", include("ppid_portal.situs.urls")),
    path("informasi/", include("informasi.urls")),
    path("permohonan/", include("permohonan.urls")),
    path("api/v1/", include("ppid_portal.situs.api_urls")),
    *urlpatterns_akar,
]

handler500 = "ppid_portal.situs.views.galat_server"
