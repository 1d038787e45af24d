"""A story with questions about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import fsum
from typing import Any

from bimtek.domain.questions.pick_many import PickManyKind
from bimtek.domain.questions.pick_one import PickOneKind
from bimtek.domain.questions.question import (
    CHANNELS,
    Flaw,
    Question,
    QuestionKind,
    Subquestion,
    Table,
    check_count,
)
from bimtek.domain.questions.true_false import TrueFalseKind
from bimtek.domain.questions.view import QuestionView, Values
from bimtek.domain.text import _

_PARTS: tuple[QuestionKind, ...] = (PickOneKind(), PickManyKind(), TrueFalseKind())
PART_KINDS = {kind.name: kind for kind in _PARTS}

SHAPE: Table = {"cerita": str, "bagian": [Subquestion]}


@dataclass(frozen=True, slots=True)
class CaseBody:
    """The story, and its questions in order."""

    story: str
    parts: tuple[Question, ...]


class CaseKind:
    """The score is the mean of its parts; each part scores as its own kind does."""

    name = "kasus"
    label = _("Kasus")
    scored = True
    channels = frozenset(CHANNELS.intersection(*(kind.channels for kind in _PARTS)))
    shape = SHAPE

    def parse(self, table: Table) -> CaseBody:
        """Return the body. Parts are of the kinds in PART_KINDS."""
        return CaseBody(table["cerita"], tuple(map(_parse_part, table["bagian"])))

    def dump(self, body: CaseBody) -> dict[str, Any]:
        """Return the table of a body."""
        return {"cerita": body.story, "bagian": list(map(_dump_part, body.parts))}

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its parts."""
        body: CaseBody = question.body
        yield from check_count("bagian", body.parts, 1, 5)
        ids = [part.id for part in body.parts]
        for place, (part, kind) in enumerate(_each(question)):
            if ids.index(ids[place]) < place:
                yield Flaw(_("Id “{id}” dipakai dua kali.", id=ids[place]), ("bagian", place, "id"))
            for flaw in kind.check(part):
                yield replace(flaw, key=("bagian", place, *flaw.key))

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it: one input per part, the part's stem as its prompt."""
        body: CaseBody = question.body
        inputs = tuple(
            replace(box, prompt=part.stem)
            for part, kind in _each(question)
            for box in kind.view(part, seed).inputs
        )
        return QuestionView(question.id, question.stem, body.story, inputs)

    def score(self, question: Question, values: Values) -> float:
        """Return the mean of the parts' scores."""
        scores = [kind.score(part, values[at : at + 1]) for at, (part, kind) in enumerate(_each(question))]
        return fsum(scores) / len(scores)

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return what the bank says to each part."""
        parts = enumerate(_each(question))
        return tuple(text for at, (part, kind) in parts for text in kind.feedback(part, values[at : at + 1]))

    def best_values(self, question: Question) -> Values:
        """Return the best values of all parts."""
        return tuple(value for part, kind in _each(question) for value in kind.best_values(part))


def _each(question: Question) -> Iterator[tuple[Question, QuestionKind]]:
    """Yield the parts with their kinds, their ids made unique by the id of the case.

    Every kind in PART_KINDS has exactly one input, so a part's place is its input's place.
    """
    body: CaseBody = question.body
    for part in body.parts:
        yield (
            replace(part, id=f"{question.id}/{part.id}", salt=question.salt),
            PART_KINDS[part.kind],
        )


def _parse_part(table: Table) -> Question:
    return Question(
        id=table["id"],
        kind=table["jenis"],
        stem=table["soal"],
        shuffle=table.get("acak", True),
        body=PART_KINDS[table["jenis"]].parse(table),
    )


def _dump_part(part: Question) -> dict[str, Any]:
    body = PART_KINDS[part.kind].dump(part.body)
    return {"id": part.id, "jenis": part.kind, "soal": part.stem, "acak": part.shuffle, **body}
