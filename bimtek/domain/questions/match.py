"""Rows whose right sides must be found."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bimtek.domain.questions.question import (
    CHANNELS,
    Flaw,
    Question,
    Table,
    check_count,
    check_repeated,
    option_ids,
)
from bimtek.domain.questions.view import Option, PickOne, QuestionView, Values, value_at
from bimtek.domain.shuffle import shuffled
from bimtek.domain.text import _

SHAPE: Table = {"pasang": [{"kiri": str, "kanan": str, "umpan?": str}]}


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A left side, the right side that belongs to it, and why."""

    left: str
    right: str
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class MatchBody:
    """Rows in the order of the bank."""

    rows: tuple[MatchRow, ...]


class MatchKind:
    """One pick per row; the score is the share of right rows.

    All rows offer the same options in the same order, so that paper can letter them once. The right
    sides always change places, whatever `acak` says: in the order of the bank they are the key.
    """

    name = "menjodohkan"
    label = _("Menjodohkan")
    scored = True
    channels = CHANNELS
    shape = SHAPE

    def parse(self, table: Table) -> MatchBody:
        """Return the body."""
        return MatchBody(tuple(MatchRow(r["kiri"], r["kanan"], r.get("umpan", "")) for r in table["pasang"]))

    def dump(self, body: MatchBody) -> dict[str, Any]:
        """Return the table of a body."""
        return {"pasang": [{"kiri": r.left, "kanan": r.right, "umpan": r.feedback} for r in body.rows]}

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its rows."""
        body: MatchBody = question.body
        yield from check_count("pasang", body.rows, 3, 6)
        yield from check_repeated("pasang", [row.left for row in body.rows], "kiri")
        yield from check_repeated("pasang", [row.right for row in body.rows], "kanan")
        for place, row in enumerate(body.rows):
            if not row.feedback:
                yield Flaw(_("Baris ini belum punya umpan balik."), ("pasang", place), grave=False)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it."""
        body: MatchBody = question.body
        ids = self.best_values(question)
        rights = [Option(str(id_), row.right) for id_, row in zip(ids, body.rows, strict=True)]
        options = shuffled(rights, seed, question.id)
        picks = tuple(PickOne(row.left, options) for row in body.rows)
        return QuestionView(question.id, question.stem, "", picks)

    def score(self, question: Question, values: Values) -> float:
        """Return the share of rows that are right."""
        best = self.best_values(question)
        return sum(value_at(values, place) == id_ for place, id_ in enumerate(best)) / len(best)

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return what the bank says about every row that was answered."""
        body: MatchBody = question.body
        return tuple(
            row.feedback if value_at(values, place) is not None else "" for place, row in enumerate(body.rows)
        )

    def best_values(self, question: Question) -> Values:
        """Return the right side of every row."""
        return option_ids(question, len(question.body.rows))
