"""kuis/*.toml: the question bank."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from bimtek.content.edge import MaybeWords, Slug, Strict, Where, Words, did_you_mean, validate
from bimtek.content.problems import Problem, Severity
from bimtek.content.toml_lines import TomlLines
from bimtek.domain.law import LawReference
from bimtek.domain.questions import KIND_BY_NAME, Question, QuestionKind, check_question, parse_question
from bimtek.domain.questions.case import PART_KINDS
from bimtek.domain.questions.question import Subquestion
from bimtek.domain.text import Text, _


class Part(Strict):
    """What every question inside a question has."""

    id: Slug
    jenis: str
    soal: Words
    acak: bool = True


class Unscored(Part):
    """What every `[[soal]]` may have."""

    pasangan: Slug | None = None
    aspek: MaybeWords = ""
    tujuan: MaybeWords = ""
    kesulitan: Literal["", "mudah", "sedang", "sulit"] = ""
    rujukan: list[str] = Field(default_factory=list)
    sumber: list[str] = Field(default_factory=list)


class Scored(Unscored):
    """What every `[[soal]]` must have that counts."""

    aspek: Words
    tujuan: Words
    kesulitan: Literal["mudah", "sedang", "sulit"]


class UnknownKind(Scored):
    """A `[[soal]]` whose kind is misspelt: its own keys cannot be judged."""

    model_config = ConfigDict(strict=True, extra="ignore")


class UnknownPart(Part):
    """The same inside another question."""

    model_config = ConfigDict(strict=True, extra="ignore")


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and where it is written."""

    question: Question
    file: str
    place: int
    lines: TomlLines

    def line(self, *key: str | int) -> int:
        """Return the line of one of its keys, else of its header."""
        return self.lines.line(("soal", self.place, *key))

    def problem(self, message: Text, *key: str | int, severity: Severity = Severity.SALAH) -> Problem:
        """Return a problem at one of its keys."""
        return Problem(self.file, self.line(*key), message, severity)


def _type_of(shape: Any, *, optional: bool = False) -> Any:
    """Return the pydantic type of one value in the shape of a kind."""
    if isinstance(shape, list):
        return list[_type_of(shape[0])]  # type: ignore[misc]
    if isinstance(shape, dict):
        return _model("Table", Strict, shape)
    if shape is Subquestion:
        return dict[str, Any]
    if shape is str:
        return MaybeWords if optional else Words
    return shape


def _model(name: str, base: type[BaseModel], shape: Mapping[str, Any]) -> type[BaseModel]:
    fields: dict[str, Any] = {}
    for key, value in shape.items():
        optional = key.endswith("?")
        fields[key.removesuffix("?")] = (_type_of(value, optional=optional), None if optional else ...)
    return create_model(name, __base__=base, **fields)


@lru_cache(maxsize=64)
def _model_of(kind: str, *, inside: bool) -> type[BaseModel]:
    """Return the model of a whole question table of one kind."""
    known = KIND_BY_NAME[kind]
    outside = Scored if known.scored else Unscored
    return _model(kind, Part if inside else outside, known.shape)


class _Bank:
    """Reads one file of the bank."""

    def __init__(self, file: str, lines: TomlLines, problems: list[Problem]) -> None:
        self._file, self._lines, self._problems = file, lines, problems

    def report(self, where: Where, message: Text, *, grave: bool = True) -> None:
        """Note a problem at a path."""
        severity = Severity.SALAH if grave else Severity.SARAN
        self._problems.append(Problem(self._file, self._lines.line(where), message, severity))

    def entry(self, table: Any, place: int) -> Entry | None:
        """Return one question, or None with all its problems."""
        before = len(self._problems)
        where: Where = ("soal", place)
        clean = self.table(table, where, dict(KIND_BY_NAME), inside=False)
        self.references(table, where)
        if clean is None or len(self._problems) > before:
            return None
        question = parse_question(clean)
        for flaw in check_question(question):
            self.report((*where, *flaw.key), flaw.message, grave=flaw.grave)
        return Entry(question, self._file, place, self._lines)

    def table(
        self, table: Any, where: Where, kinds: Mapping[str, QuestionKind], *, inside: bool
    ) -> dict[str, Any] | None:
        """Return a question table with only known keys of the right types."""
        if not isinstance(table, dict):
            if not inside:
                self.report(where, _("Isi “{key}” {rule}.", key=where[0], rule=_("harus berupa tabel")))
            return None
        name = table.get("jenis")
        model: type[BaseModel] = UnknownPart if inside else UnknownKind
        if isinstance(name, str):
            if name in kinds:
                model = _model_of(name, inside=inside)
            else:
                near = did_you_mean(name, set(kinds))
                message = _("Jenis soal “{name}” tidak dikenal di sini.{near}", name=name, near=near)
                self.report((*where, "jenis"), message)
        complaints: list[tuple[Where, Text]] = []
        read = validate(model, table, complaints)
        for path, message in complaints:
            self.report((*where, *path), message)
        clean = None if read is None else read.model_dump(exclude_none=True, exclude_unset=True)
        return self.parts(table, where, clean)

    def parts(self, table: Any, where: Where, clean: dict[str, Any] | None) -> dict[str, Any] | None:
        """Check the questions inside a question; every one of them is looked at."""
        kind = KIND_BY_NAME.get(str(table.get("jenis")))
        for key in [key for key, value in kind.shape.items() if value == [Subquestion]] if kind else []:
            inner = table.get(key)
            if not isinstance(inner, list):
                continue
            read = [
                self.table(part, (*where, key, at), PART_KINDS, inside=True) for at, part in enumerate(inner)
            ]
            if clean is not None:
                clean[key] = read
        return clean

    def references(self, table: Any, where: Where) -> None:
        """Check the references to law, and that a question that counts rests on something."""
        if not isinstance(table, dict):
            return
        for at, reference in enumerate(_texts(table.get("rujukan"))):
            if not is_law_reference(reference):
                self.report((*where, "rujukan", at), bad_reference(reference))
        kind = KIND_BY_NAME.get(str(table.get("jenis")))
        if kind and kind.scored and not table.get("rujukan") and not table.get("sumber"):
            self.report(where, _("Soal ini belum punya rujukan atau sumber."))


def _texts(value: Any) -> list[str]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def is_law_reference(text: str) -> bool:
    """True when a text follows the grammar of references."""
    try:
        LawReference.parse(text)
    except ValueError:
        return False
    return True


def bad_reference(text: str) -> Text:
    """Return what to say about a reference that cannot be read."""
    return _("Rujukan “{text}” tidak terbaca. Contoh: uu-12-2022/14/1/a.", text=text)


def read_bank(
    file: str, table: Mapping[str, Any], lines: TomlLines, problems: list[Problem]
) -> Iterator[Entry]:
    """Yield the questions of one file that can be used; problems tell about the others."""
    for key in table:
        if key != "soal":
            near = did_you_mean(key, {"soal"})
            problems.append(
                Problem(file, lines.line((key,)), _("Kunci “{key}” tidak dikenal.{near}", key=key, near=near))
            )
    bank = _Bank(file, lines, problems)
    soal = table.get("soal", [])
    for place, one in enumerate(soal if isinstance(soal, list) else [soal]):
        entry = bank.entry(one, place)
        if entry is not None:
            yield entry
