"""The addresses that the frame links to, for pages rendered without the apps behind them."""

from django.http import HttpResponse
from django.urls import include, path


def kosong(request):
    return HttpResponse()


urlpatterns = [
    path(
        "",
        include(
            (
                [
                    path("", kosong, name="beranda"),
                    path("tenggat/", kosong, name="tenggat"),
                    path("periksa-surat/", kosong, name="periksa_surat_form"),
                ],
                "situs",
            )
        ),
    ),
    path("informasi/", include(([path("", kosong, name="daftar")], "informasi"))),
    path(
        "permohonan/",
        include(
            ([path("", kosong, name="ajukan"), path("cek/", kosong, name="cek")], "permohonan")
        ),
    ),
    path("api/v1/", kosong, name="api-dokumen"),
    path("meja/", include(([path("", kosong, name="index")], "admin"))),
]
