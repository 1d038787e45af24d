"""Tables of authors meet pydantic here; its complaints leave in Indonesian, each with its path."""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError

from bimtek.content.problems import Problem
from bimtek.content.toml_lines import TomlLines
from bimtek.domain.text import Text, _

Where = tuple[str | int, ...]

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
MaybeWords = Annotated[str, StringConstraints(strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]


def _as_date(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


IsoDate = Annotated[date, BeforeValidator(_as_date)]


class Strict(BaseModel):
    """A table whose keys are all known and whose values have exactly the type asked for."""

    model_config = ConfigDict(strict=True, extra="forbid")


M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], table: Mapping[str, Any], complaints: list[tuple[Where, Text]]) -> M | None:
    """Return the table as a model, or None with a complaint per key."""
    try:
        return model.model_validate(table)
    except ValidationError as error:
        names = set(_names(model.model_json_schema()))
        complaints += [(found["loc"], _complaint(found, names)) for found in error.errors()]
        return None


def did_you_mean(word: str, known: set[str]) -> Text | str:
    """Return a question with the known word that looks most alike, or nothing."""
    near = get_close_matches(word, sorted(known), n=1)
    return _(" Maksud Anda “{near}”?", near=near[0]) if near else ""


def _names(schema: Any) -> Iterator[str]:
    """Yield all key names of a JSON schema, those of tables inside too."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from _names(part)


_WRONG_TYPE = {
    "string_type": _("harus berupa teks dalam tanda kutip"),
    "bool_type": _("harus true atau false, tanpa tanda kutip"),
    "int_type": _("harus bilangan bulat, tanpa tanda kutip"),
    "list_type": _("harus berupa daftar dalam kurung siku"),
    "model_type": _("harus berupa tabel"),
    "model_attributes_type": _("harus berupa tabel"),
    "dict_type": _("harus berupa tabel"),
    "date_type": _("harus berupa tanggal, contohnya 2026-01-31"),
    "value_error": _("harus berupa tanggal, contohnya 2026-01-31"),
    "string_too_short": _("masih kosong"),
    "too_short": _("masih kosong"),
}
_UNFIT = _("tidak dapat dipakai")


def _complaint(found: Any, names: set[str]) -> Text:
    """Return one error of pydantic in words for the author."""
    kind, context = found["type"], found.get("ctx", {})
    key = next((str(part) for part in reversed(found["loc"]) if isinstance(part, str)), "")
    if kind == "missing":
        return _("Kunci “{key}” belum diisi.", key=key)
    if kind == "extra_forbidden":
        return _("Kunci “{key}” tidak dikenal.{near}", key=key, near=did_you_mean(key, names))
    if kind == "literal_error":
        return _(
            "Isi “{key}” harus salah satu dari {expected}.", key=key, expected=_listed(context["expected"])
        )
    if kind == "greater_than_equal":
        return _("Isi “{key}” paling kecil {least}.", key=key, least=context["ge"])
    if kind == "less_than_equal":
        return _("Isi “{key}” paling besar {most}.", key=key, most=context["le"])
    if kind == "string_pattern_mismatch":
        return _("Isi “{key}” memakai huruf atau tanda yang tidak boleh.", key=key)
    return _("Isi “{key}” {rule}.", key=key, rule=_WRONG_TYPE.get(kind, _UNFIT))


def _listed(expected: str) -> str:
    return expected.replace(" or ", ", ").replace("'", "")


def read_toml(file: str, source: str, problems: list[Problem]) -> tuple[dict[str, Any], TomlLines] | None:
    """Return a TOML text as tables and their lines, or None and a problem at the line it breaks."""
    try:
        return tomllib.loads(source), TomlLines(source)
    except tomllib.TOMLDecodeError as error:
        problems.append(Problem(file, _line_of(str(error), source), _toml_complaint(str(error))))
    except RecursionError:
        problems.append(Problem(file, 1, _("Kurung dalam berkas ini bertumpuk terlalu dalam.")))
    return None


def _line_of(error: str, source: str) -> int:
    """Return the line tomllib names, or the last one for "at end of document"."""
    _before, found, after = error.rpartition("(at line ")
    return int(after.split(",")[0]) if found else source.rstrip().count("\n") + 1


def _toml_complaint(error: str) -> Text:
    """Return what tomllib says, for the mistakes people make most."""
    if "overwrite" in error or "twice" in error:
        return _("Kunci atau tabel ini ditulis dua kali.")
    if "Illegal character" in error or "Unterminated string" in error or 'Expected \'"""\'' in error:
        return _("Tanda kutip di baris ini belum ditutup.")
    if "Unescaped" in error or "escape" in error:
        return _("Garis miring terbalik tidak boleh di sini. Tulis dua kali.")
    return _("Penulisan TOML di baris ini salah. Periksa kutip, kurung dan sama dengan.")
