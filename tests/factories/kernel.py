"""Factories of the kernel's tables."""

from datetime import date

import factory

from ppid_portal.kernel.models import Pengguna, Penugasan, Unit
from ppid_portal.kernel.peran import BERUNIT

SEJAK_LAMA = date(2017, 1, 1)


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    jenis = "opd"
    nama = factory.Sequence(lambda n: f"Dinas Contoh {n}")
    slug = factory.Sequence(lambda n: f"dinas-contoh-{n}")


class PenugasanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Penugasan

    mulai = SEJAK_LAMA


class PenggunaFactory(factory.django.DjangoModelFactory):
    """An officer; `peran=Peran.PETUGAS` appoints them, `unit=` names the unit it is held for.

    Without `password=` the account has none: tests log in by `client.force_login`.
    """

    class Meta:
        model = Pengguna

    class Params:
        pengelola = factory.Trait(is_superuser=True)

    username = factory.Sequence(lambda n: f"petugas{n}")
    nama = factory.Sequence(lambda n: f"Petugas {n}")
    email = factory.LazyAttribute(lambda o: f"{o.username}@contoh.go.id")
    password = factory.django.Password(None)
    is_staff = True
    peran = None
    unit = None

    @classmethod
    def _create(cls, model_class, *args, peran, unit, **isian):
        pengguna = super()._create(model_class, *args, **isian)
        if peran is not None:
            if peran in BERUNIT and unit is None:
                unit = UnitFactory()
            PenugasanFactory(pengguna=pengguna, peran=peran.value, unit=unit)
        return pengguna
