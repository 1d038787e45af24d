"""Kinds of questions. A new kind is one file here and one line in KINDS."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from bimtek.domain.law import LawReference
from bimtek.domain.questions.case import CaseKind
from bimtek.domain.questions.likert import LikertKind
from bimtek.domain.questions.match import MatchKind
from bimtek.domain.questions.order import OrderKind
from bimtek.domain.questions.pick_many import PickManyKind
from bimtek.domain.questions.pick_one import PickOneKind
from bimtek.domain.questions.question import Flaw, Question, QuestionKind, Table
from bimtek.domain.questions.true_false import TrueFalseKind
from bimtek.domain.questions.wording import check_wording

KINDS: tuple[QuestionKind, ...] = (
    PickOneKind(),
    PickManyKind(),
    TrueFalseKind(),
    MatchKind(),
    OrderKind(),
    CaseKind(),
    LikertKind(),
)
KIND_BY_NAME = {kind.name: kind for kind in KINDS}

__all__ = [
    "KINDS",
    "KIND_BY_NAME",
    "Flaw",
    "Question",
    "QuestionKind",
    "check_question",
    "dump_question",
    "kind_of",
    "parse_question",
]


def kind_of(question: Question) -> QuestionKind:
    """Return the kind of a question."""
    return KIND_BY_NAME[question.kind]


def check_question(question: Question) -> Iterable[Flaw]:
    """Yield everything wrong with a question by itself, wording included."""
    return chain(kind_of(question).check(question), check_wording(question))


def parse_question(table: Table) -> Question:
    """Read a question from a table of the bank that was checked, or from a stored form."""
    return Question(
        id=table["id"],
        kind=table["jenis"],
        stem=table["soal"],
        pair=table.get("pasangan", ""),
        aspect=table.get("aspek", ""),
        objective=table.get("tujuan", ""),
        difficulty=table.get("kesulitan", ""),
        references=tuple(map(LawReference.parse, table.get("rujukan", ()))),
        sources=tuple(table.get("sumber", ())),
        shuffle=table.get("acak", True),
        salt=table.get("garam", ""),
        body=KIND_BY_NAME[table["jenis"]].parse(table),
    )


def dump_question(question: Question) -> dict[str, Any]:
    """Write a question as a table: `parse_question` gives back the very same."""
    return {
        "id": question.id,
        "jenis": question.kind,
        "soal": question.stem,
        "pasangan": question.pair,
        "aspek": question.aspect,
        "tujuan": question.objective,
        "kesulitan": question.difficulty,
        "rujukan": [str(reference) for reference in question.references],
        "sumber": list(question.sources),
        "acak": question.shuffle,
        **({"garam": question.salt} if question.salt else {}),
        **kind_of(question).dump(question.body),
    }
