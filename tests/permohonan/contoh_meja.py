"""How the tests walk the desk: addresses, logging in, taking a step."""

import re

from django.urls import reverse


def laman(perkara, nama="change"):
    return reverse(f"admin:permohonan_{perkara._meta.model_name}_{nama}", args=[perkara.pk])


def langkah(perkara, aksi):
    return reverse(f"admin:permohonan_{perkara._meta.model_name}_aksi", args=[perkara.pk, aksi])


def masuk(client, siapa):
    client.force_login(siapa)
    return client


def teks(jawaban):
    return re.sub(r"\s+", " ", jawaban.content.decode())


def kode(client, alamat):
    """Return the status of an address, and read to its end the file it sends."""
    jawaban = client.get(alamat)
    b"".join(jawaban)
    return jawaban.status_code


def ambil(client, perkara, aksi, **isi):
    return client.post(langkah(perkara, aksi), {"versi": perkara.versi, **isi})
