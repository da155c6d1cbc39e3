"""The request for machines: submit, ask for the status, and the officers' steps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import permissions, serializers, status
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import AnonRateThrottle
from rest_framework.views import APIView

from permohonan import actions, queries
from permohonan.enums import (
    Aksi,
    AlasanPerpanjangan,
    CaraMemperoleh,
    CaraSalinan,
    JenisPemohon,
    Kanal,
)
from permohonan.models import Pemohon, Permohonan
from ppid_portal.kernel.api import pelaku_api
from ppid_portal.kernel.galat import BukanWewenang, TransisiDitolak
from ppid_portal.kernel.peran import PEMOHON

VERSI_PEMBERITAHUAN = "api-1"


class PemohonSerializer(serializers.Serializer[Pemohon]):
    nama = serializers.CharField(max_length=200)
    nik = serializers.CharField(max_length=40)
    alamat = serializers.CharField(max_length=1000)
    surel = serializers.EmailField(required=False, allow_blank=True, default="")
    telepon = serializers.CharField(max_length=40, required=False, allow_blank=True, default="")
    pekerjaan = serializers.CharField(max_length=80, required=False, allow_blank=True, default="")
    nama_badan = serializers.CharField(max_length=200, required=False, allow_blank=True, default="")
    nomor_pengesahan = serializers.CharField(
        max_length=120, required=False, allow_blank=True, default=""
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not (attrs["surel"] or attrs["telepon"]):
            raise serializers.ValidationError({"surel": "Isi surel atau telepon."})
        return attrs


class PermohonanSerializer(serializers.Serializer[Permohonan]):
    """Shape of a request; what is true of it is asked of the model."""

    kunci_kirim = serializers.UUIDField(
        help_text="UUID buatan pengirim; kiriman ulang dengan UUID yang sama tidak didaftarkan dua kali."
    )
    jenis_pemohon = serializers.ChoiceField(choices=JenisPemohon.choices)
    pemohon = PemohonSerializer()
    butir = serializers.ListField(
        child=serializers.CharField(max_length=5000), min_length=1, max_length=20
    )
    tujuan = serializers.CharField(max_length=5000)
    cara_memperoleh = serializers.ChoiceField(choices=CaraMemperoleh.choices)
    cara_salinan = serializers.ChoiceField(
        choices=CaraSalinan.choices, required=False, allow_blank=True, default=""
    )

    def create(self, validated_data: dict[str, Any]) -> Permohonan:
        isi = dict(validated_data)
        pemohon, butir = Pemohon(**isi.pop("pemohon")), isi.pop("butir")
        permohonan = Permohonan(kanal=Kanal.LAMAN, versi_pemberitahuan=VERSI_PEMBERITAHUAN, **isi)
        hasil, self.rahasia = actions.ajukan(
            permohonan=permohonan, pemohon=pemohon, butir=butir, pelaku=PEMOHON
        )
        return hasil


class TerdaftarSerializer(serializers.Serializer[Permohonan]):
    nomor = serializers.CharField()
    rahasia = serializers.CharField(help_text="Kosong bila kunci_kirim ini sudah pernah dikirim.")
    status = serializers.CharField()
    batas_waktu = serializers.DateField(allow_null=True)


class RahasiaSerializer(serializers.Serializer[Permohonan]):
    nomor = serializers.CharField(max_length=80)
    rahasia = serializers.CharField(max_length=40)


class KeadaanSerializer(serializers.Serializer[Permohonan]):
    """Where a case stands: dates and status, never a word about who asked."""

    nomor = serializers.CharField()
    status = serializers.CharField()
    status_kata = serializers.CharField(source="get_status_display")
    tanggal_terima = serializers.DateField()
    batas_waktu = serializers.DateField(allow_null=True)
    pemegang = serializers.SerializerMethodField()

    def get_pemegang(self, permohonan: Permohonan) -> str:
        return queries.pemegang(permohonan)


class BatasAjukan(AnonRateThrottle):
    rate = "10/hour"
    scope = "ajukan"


class BatasStatus(AnonRateThrottle):
    rate = "30/min"
    scope = "status_permohonan"


class Ajukan(APIView):
    """Submit a request without an account."""

    authentication_classes = ()
    permission_classes = (permissions.AllowAny,)
    throttle_classes = (BatasAjukan,)

    @extend_schema(request=PermohonanSerializer, responses={201: TerdaftarSerializer})
    def post(self, request: Request) -> Response:
        serializer = PermohonanSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        permohonan = serializer.save()
        isi = {
            "nomor": permohonan.nomor,
            "rahasia": serializer.rahasia,
            "status": permohonan.status,
            "batas_waktu": permohonan.batas_waktu,
        }
        kode = status.HTTP_201_CREATED if serializer.rahasia else status.HTTP_200_OK
        return Response(isi, status=kode)


class Keadaan(APIView):
    """Tell where a request stands to whoever has its number and secret."""

    authentication_classes = ()
    permission_classes = (permissions.AllowAny,)
    throttle_classes = (BatasStatus,)

    @extend_schema(request=RahasiaSerializer, responses=KeadaanSerializer)
    def post(self, request: Request) -> Response:
        isian = RahasiaSerializer(data=request.data)
        isian.is_valid(raise_exception=True)
        permohonan = queries.cari_perkara(**isian.validated_data)
        if permohonan is None:
            raise Http404
        return Response(KeadaanSerializer(permohonan).data)


class IsianSerializer(serializers.Serializer[Any]):
    """What a step may ask for; which of it is demanded stands in the workflow."""

    versi = serializers.IntegerField(required=False)
    alasan = serializers.CharField(required=False, max_length=5000)
    alasan_perpanjangan = serializers.ChoiceField(
        choices=AlasanPerpanjangan.choices, required=False
    )
    bentuk = serializers.CharField(required=False, max_length=200)
    bukti = serializers.CharField(required=False, max_length=200)


class Langkah(APIView):
    """Let an officer take a step that needs no more than words."""

    permission_classes = (permissions.IsAuthenticated,)

    @extend_schema(request=IsianSerializer, responses=KeadaanSerializer)
    def post(self, request: Request, kode: UUID, aksi: str) -> Response:
        pelaku = pelaku_api(request)
        permohonan = Permohonan.objects.terlihat_oleh(pelaku).filter(kode=kode).first()
        if permohonan is None or aksi not in Aksi.values:
            raise Http404
        if not permohonan.alur.cari(permohonan.status, aksi).boleh(pelaku):
            raise BukanWewenang(_("Langkah ini bukan wewenang Anda."))
        if aksi not in actions.LANGKAH:
            raise TransisiDitolak(_("Langkah ini diambil di meja PPID."))
        isian = IsianSerializer(data=request.data)
        isian.is_valid(raise_exception=True)
        hasil = actions.LANGKAH[aksi](permohonan, pelaku, **isian.validated_data)
        return Response(KeadaanSerializer(hasil).data)


rute_api = [
    path("permohonan/", Ajukan.as_view(), name="permohonan_ajukan"),
    path("permohonan/status/", Keadaan.as_view(), name="permohonan_status"),
    path("permohonan/<uuid:kode>/aksi/<slug:aksi>/", Langkah.as_view(), name="permohonan_aksi"),
]
