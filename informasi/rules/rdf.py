"""Statements of RDF written as Turtle and as JSON-LD, node by node, so that a catalogue can stream."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

AWALAN: Mapping[str, str] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
BOLEH_DI_IRI = "!#$%&'()*+,-./:;=?@_~[]"
LOLOS = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


@dataclass(frozen=True, slots=True)
class Iri:
    """The name of a thing: a whole address, or a prefix of ours and a word (`dct:title`)."""

    nama: str

    @property
    def berawalan(self) -> bool:
        return self.nama.partition(":")[0] in AWALAN

    @property
    def bersih(self) -> str:
        return self.nama if self.berawalan else quote(self.nama, safe=BOLEH_DI_IRI)


@dataclass(frozen=True, slots=True)
class Teks:
    """A text with its language, or a value with its type (`xsd:date`)."""

    isi: str
    bahasa: str = ""
    jenis: str = ""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A thing with what is said of it; without a name it is told where it is used."""

    jenis: str
    sifat: tuple[tuple[str, Nilai], ...]
    nama: Iri | None = None


Nilai = Iri | Teks | Simpul


def turtle(simpul: Iterable[Simpul]) -> Iterator[str]:
    """Yield the text of a Turtle document."""
    for awalan, ruang in AWALAN.items():
        yield f"@prefix {awalan}: <{ruang}> .\n"
    for satu in simpul:
        assert satu.nama is not None  # only a value may go without a name
        yield f"\n{_iri_turtle(satu.nama)} {_isi_turtle(satu)} .\n"


def _isi_turtle(simpul: Simpul) -> str:
    baris = [f"a {simpul.jenis}"] if simpul.jenis else []
    baris += [f"{nama} {_nilai_turtle(nilai)}" for nama, nilai in simpul.sifat]
    return " ;\n    ".join(baris)


def _nilai_turtle(nilai: Nilai) -> str:
    if isinstance(nilai, Iri):
        return _iri_turtle(nilai)
    if isinstance(nilai, Simpul):
        return f"[ {_isi_turtle(nilai)} ]"
    teks = f'"{nilai.isi.translate(LOLOS)}"'
    if nilai.bahasa:
        return f"{teks}@{nilai.bahasa}"
    return f"{teks}^^{nilai.jenis}" if nilai.jenis else teks


def _iri_turtle(iri: Iri) -> str:
    return iri.bersih if iri.berawalan else f"<{iri.bersih}>"


def jsonld(simpul: Iterable[Simpul]) -> Iterator[str]:
    """Yield the text of a JSON-LD document; a thing may be spoken of in several places."""
    yield f'{{"@context": {json.dumps(dict(AWALAN))}, "@graph": [\n'
    for urut, satu in enumerate(simpul):
        yield f"{',' if urut else ''}{json.dumps(_isi_jsonld(satu), ensure_ascii=False)}\n"
    yield "]}\n"


def _isi_jsonld(simpul: Simpul) -> dict[str, Any]:
    isi: dict[str, Any] = {"@id": simpul.nama.bersih} if simpul.nama else {}
    if simpul.jenis:
        isi["@type"] = simpul.jenis
    for nama, nilai in simpul.sifat:
        isi.setdefault(nama, []).append(_nilai_jsonld(nilai))
    return isi


def _nilai_jsonld(nilai: Nilai) -> dict[str, Any]:
    if isinstance(nilai, Iri):
        return {"@id": nilai.bersih}
    if isinstance(nilai, Simpul):
        return _isi_jsonld(nilai)
    if nilai.bahasa:
        return {"@value": nilai.isi, "@language": nilai.bahasa}
    return {"@value": nilai.isi, "@type": nilai.jenis} if nilai.jenis else {"@value": nilai.isi}
