"""How a domain error looks to a caller of the API."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError as GalatIsian
from django.http import HttpRequest
from rest_framework import serializers, status
from rest_framework.exceptions import APIException, PermissionDenied
from rest_framework.response import Response
from rest_framework.views import exception_handler

from ppid_portal.kernel.galat import BerkasDitolak, BukanWewenang, TransisiDitolak
from ppid_portal.kernel.peran import Pelaku


class Bertentangan(APIException):
    status_code = status.HTTP_409_CONFLICT
    default_code = "transisi_ditolak"


def pelaku_api(request: HttpRequest) -> Pelaku:
    """Return who is acting; raises PermissionDenied for anybody without an account."""
    if not request.user.is_authenticated:
        raise PermissionDenied
    return request.user.sebagai_pelaku()


def penangan_galat(galat: Exception, konteks: dict[str, Any]) -> Response | None:
    """Answer 400 for an invalid field, 403 for a missing power, 409 for a refused transition."""
    if isinstance(galat, GalatIsian):
        galat = serializers.ValidationError(serializers.as_serializer_error(galat))
    elif isinstance(galat, BerkasDitolak):
        galat = serializers.ValidationError({"berkas": [str(galat)]})
    elif isinstance(galat, BukanWewenang):
        galat = PermissionDenied(str(galat))
    elif isinstance(galat, TransisiDitolak):
        galat = Bertentangan(str(galat))
    return exception_handler(galat, konteks)
