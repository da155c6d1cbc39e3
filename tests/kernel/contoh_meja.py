"""Addresses of the kernel's tables at the desk."""

from django.urls import reverse


def daftar(model):
    return reverse(f"admin:kernel_{model._meta.model_name}_changelist")


def laman(obj):
    return reverse(f"admin:kernel_{obj._meta.model_name}_change", args=[obj.pk])


def tindakan(obj, kunci):
    return reverse(f"admin:kernel_{obj._meta.model_name}_tindakan", args=[obj.pk, kunci])


def tombol(jawaban):
    return [str(satu["label"]) for satu in jawaban.context["tombol"]]
