"""The public read API of the register: only what is published, only these fields."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.middleware.http import ConditionalGetMiddleware
from django.shortcuts import get_object_or_404
from django.utils.decorators import decorator_from_middleware, method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django_filters import rest_framework as filters  # type: ignore[import-untyped]
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import generics, serializers
from rest_framework.pagination import CursorPagination
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from informasi import queries
from informasi.enums import Bentuk, Kelas
from informasi.models import BerkasEdisi, Edisi, Informasi
from ppid_portal.kernel.models import Unit

CACHE = {"public": True, "max_age": 0, "s_maxage": 30}
halaman_bersyarat = decorator_from_middleware(ConditionalGetMiddleware)


class HalamanTerbaru(CursorPagination):
    ordering = ("-diumumkan_pada", "-pk")
    page_size = 20
    page_size_query_param = "banyak"
    max_page_size = 100


class HalamanUnit(CursorPagination):
    ordering = "slug"
    page_size = 100


class UnitSerializer(serializers.ModelSerializer[Unit]):
    induk = serializers.SlugRelatedField[Unit](slug_field="slug", read_only=True, allow_null=True)

    class Meta:
        model = Unit
        fields = (
            "slug", "nama", "singkatan", "jenis", "induk", "alamat", "telepon", "surel", "jam_layanan",
        )  # fmt: skip


class UnitRingkasSerializer(serializers.ModelSerializer[Unit]):
    class Meta:
        model = Unit
        fields = ("slug", "nama", "singkatan")


class BerkasSerializer(serializers.ModelSerializer[BerkasEdisi]):
    nama = serializers.CharField(source="berkas.nama")
    tipe = serializers.CharField(source="berkas.tipe")
    ukuran = serializers.IntegerField(source="berkas.ukuran", help_text=_("byte"))
    sha256 = serializers.CharField(source="berkas.sha256")
    url = serializers.HyperlinkedIdentityField(
        view_name="informasi:berkas", lookup_field="berkas_id", lookup_url_kwarg="kunci"
    )

    class Meta:
        model = BerkasEdisi
        fields = ("nama", "judul", "tipe", "ukuran", "sha256", "url")


class EdisiSerializer(serializers.ModelSerializer[Edisi]):
    berkas = BerkasSerializer(many=True)

    class Meta:
        model = Edisi
        fields = ("tahun", "periode", "versi", "keterangan", "diumumkan_pada", "berkas")


class InformasiSerializer(serializers.ModelSerializer[Informasi]):
    """One line of the register; of an excluded item the DIK columns, the rest empty."""

    unit = UnitRingkasSerializer()
    kelas = serializers.ChoiceField(choices=Kelas.choices)
    bentuk = serializers.ListField(child=serializers.ChoiceField(choices=Bentuk.choices))
    url = serializers.HyperlinkedIdentityField(view_name="informasi:lihat", lookup_field="slug")

    KOLOM_DIK: ClassVar = frozenset(
        {
            "slug",
            "url",
            "judul",
            "ringkasan",
            "kelas",
            "kelompok",
            "unit",
            "diumumkan_pada",
            "diubah_pada",
        }
    )

    class Meta:
        model = Informasi
        fields: tuple[str, ...] = (
            "slug", "url", "judul", "ringkasan", "kelas", "kelompok", "unit", "pejabat",
            "penanggung_jawab", "waktu_pembuatan", "tempat_pembuatan", "tahun", "bentuk",
            "bentuk_asli", "retensi", "retensi_bulan", "retensi_asli", "diumumkan_pada", "diubah_pada",
        )  # fmt: skip

    def to_representation(self, instance: Informasi) -> dict[str, Any]:
        isi = super().to_representation(instance)
        if not instance.dikecualikan:
            return isi
        return {n: v if n in self.KOLOM_DIK else _kosong(v) for n, v in isi.items()}


class InformasiRinciSerializer(InformasiSerializer):
    edisi = serializers.SerializerMethodField()

    class Meta(InformasiSerializer.Meta):
        fields = (*InformasiSerializer.Meta.fields, "edisi")

    @extend_schema_field(EdisiSerializer(many=True))
    def get_edisi(self, informasi: Informasi) -> Any:
        edisi = queries.edisi_terbit(informasi)
        return EdisiSerializer(edisi, many=True, context=self.context).data


class InformasiFilter(filters.FilterSet):  # type: ignore[misc]
    q = filters.CharFilter(
        method="saring_kata", label=_("Kata yang dicari (paling banyak 2.000 butir)")
    )
    unit = filters.CharFilter(field_name="unit__slug", label=_("Alamat unit, misalnya bpkad"))
    kelas = filters.ChoiceFilter(choices=Kelas.choices)
    tahun = filters.NumberFilter(
        method="saring_tahun",
        label=_("Tahun pembuatan"),
        decimal_places=0,
        min_value=0,
        max_value=9999,
    )
    kelompok = filters.CharFilter(field_name="kelompok", label=_("Kelompok informasi, seluruhnya"))
    diubah_sejak = filters.IsoDateTimeFilter(
        field_name="diubah_pada", lookup_expr="gte", label=_("Diubah pada atau sesudah saat ini")
    )

    class Meta:
        model = Informasi
        fields = ("q", "kelas", "unit", "tahun", "kelompok", "diubah_sejak")

    def saring_tahun(
        self, queryset: QuerySet[Informasi], name: str, value: Decimal
    ) -> QuerySet[Informasi]:
        """Leave excluded items out: their year is not told, so nobody may guess it."""
        return queryset.filter(tahun=int(value)).exclude(kelas=Kelas.DIKECUALIKAN)

    def saring_kata(
        self, queryset: QuerySet[Informasi], name: str, value: str
    ) -> QuerySet[Informasi]:
        return queryset.filter(pk__in=queries.cocok(value))


terbuka: Any = [cache_control(**CACHE), halaman_bersyarat]


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Daftar informasi publik", auth=[]))
class DaftarInformasi(generics.ListAPIView[Informasi]):
    """The published register, newest first."""

    queryset = Informasi.objects.terbit().select_related("unit")
    serializer_class = InformasiSerializer
    filterset_class = InformasiFilter
    pagination_class = HalamanTerbaru
    authentication_classes = ()
    permission_classes = (AllowAny,)


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Satu informasi publik dengan berkasnya", auth=[]))
class RinciInformasi(generics.RetrieveAPIView[Informasi]):
    """One published item with its editions and files."""

    queryset = Informasi.objects.terbit().select_related("unit")
    serializer_class = InformasiRinciSerializer
    lookup_field = "slug"
    authentication_classes = ()
    permission_classes = (AllowAny,)


class BagianInformasi(generics.ListAPIView[Any]):
    """A part of one published item; of an excluded item there is none."""

    pagination_class = None
    filter_backends = ()
    authentication_classes = ()
    permission_classes = (AllowAny,)
    queryset = Edisi.objects.none()

    def edisi(self) -> list[Edisi]:
        informasi = get_object_or_404(Informasi.objects.terbit(), slug=self.kwargs["slug"])
        return queries.edisi_terbit(informasi)


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Edisi satu informasi publik", auth=[]))
class EdisiInformasi(BagianInformasi):
    """The published editions of one item with their files, newest first."""

    serializer_class = EdisiSerializer

    def get_queryset(self) -> Any:
        return self.edisi()


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Berkas satu informasi publik", auth=[]))
class BerkasInformasi(BagianInformasi):
    """The files of one item, with size, type and SHA-256."""

    serializer_class = BerkasSerializer

    def get_queryset(self) -> Any:
        return [berkas for edisi in self.edisi() for berkas in edisi.berkas.all()]


class NilaiPilahSerializer(serializers.Serializer[Any]):
    nilai = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # a column
    jumlah = serializers.IntegerField()
    lebih = serializers.BooleanField(help_text=_("Jumlahnya paling sedikit sekian"))


class PilahSerializer(serializers.Serializer[Any]):
    """How many published items there are of each kind, for the words and filters that were given."""

    jumlah = serializers.IntegerField()
    lebih = serializers.BooleanField(help_text=_("Jumlahnya paling sedikit sekian"))
    maksud = serializers.CharField(help_text=_("Kata yang dibetulkan, bila salah ketik"))
    kelas = NilaiPilahSerializer(many=True)
    unit = NilaiPilahSerializer(many=True)
    kelompok = NilaiPilahSerializer(many=True)
    tahun = NilaiPilahSerializer(many=True)
    bentuk = NilaiPilahSerializer(many=True)


class TanyaPilahSerializer(serializers.Serializer[Any]):
    q = serializers.CharField(required=False, max_length=200, help_text=_("Kata yang dicari"))
    kelas = serializers.ChoiceField(choices=Kelas.choices, required=False)
    unit = serializers.CharField(required=False, max_length=80, help_text=_("Alamat unit"))
    kelompok = serializers.CharField(required=False, max_length=200)
    tahun = serializers.RegexField(r"^[0-9]{4}$", required=False)
    bentuk = serializers.ChoiceField(choices=Bentuk.choices, required=False)


@method_decorator(terbuka, name="dispatch")
class PilahInformasi(generics.GenericAPIView[Any]):
    """Counts by class, unit, group, year and form, as the search page shows them."""

    serializer_class = PilahSerializer
    authentication_classes = ()
    permission_classes = (AllowAny,)

    @extend_schema(
        summary="Jumlah informasi menurut kelas, unit, kelompok, tahun, dan bentuk",
        auth=[],
        parameters=[TanyaPilahSerializer],
        responses=PilahSerializer,
    )
    def get(self, request: Request) -> Response:
        tanya = TanyaPilahSerializer(data=request.query_params)
        tanya.is_valid(raise_exception=True)
        return Response(self.get_serializer(queries.cari(**tanya.validated_data)).data)


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Satu unit badan publik", auth=[]))
class RinciUnit(generics.RetrieveAPIView[Unit]):
    """One unit of the body."""

    queryset = Unit.objects.aktif().select_related("induk")
    serializer_class = UnitSerializer
    lookup_field = "slug"
    authentication_classes = ()
    permission_classes = (AllowAny,)


@method_decorator(terbuka, name="dispatch")
@extend_schema_view(get=extend_schema(summary="Unit badan publik", auth=[]))
class DaftarUnit(generics.ListAPIView[Unit]):
    """The units of the body, as a tree by `induk`."""

    queryset = Unit.objects.aktif().select_related("induk")
    serializer_class = UnitSerializer
    pagination_class = HalamanUnit
    authentication_classes = ()
    permission_classes = (AllowAny,)


def _kosong(nilai: Any) -> Any:
    return "" if isinstance(nilai, str) else [] if isinstance(nilai, list) else None
