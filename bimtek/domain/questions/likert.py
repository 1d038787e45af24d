"""A statement people agree with more or less. It has no key and no score."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bimtek.domain.questions.question import CHANNELS, Flaw, Question, Table, check_count, check_repeated
from bimtek.domain.questions.view import QuestionView, Scale, Values
from bimtek.domain.text import _

AGREEMENT = (
    _("Sangat tidak setuju"),
    _("Tidak setuju"),
    _("Ragu-ragu"),
    _("Setuju"),
    _("Sangat setuju"),
)

SHAPE: Table = {"tingkat?": [str]}


@dataclass(frozen=True, slots=True)
class LikertBody:
    """Labels of the steps, lowest first."""

    labels: tuple[str, ...]


class LikertKind:
    """Not scored; the order of labels never changes."""

    name = "skala"
    label = _("Skala sikap")
    scored = False
    channels = CHANNELS
    shape = SHAPE

    def parse(self, table: Table) -> LikertBody:
        """Return the body; five steps of agreement when the bank names none."""
        return LikertBody(tuple(table.get("tingkat") or map(str, AGREEMENT)))

    def dump(self, body: LikertBody) -> dict[str, Any]:
        """Return the table of a body, labels spelled out."""
        return {"tingkat": list(body.labels)}

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its labels."""
        body: LikertBody = question.body
        yield from check_count("tingkat", body.labels, 3, 7)
        yield from check_repeated("tingkat", body.labels)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as everyone sees it."""
        body: LikertBody = question.body
        return QuestionView(question.id, question.stem, "", (Scale("", body.labels),))

    def score(self, question: Question, values: Values) -> float:
        """Return 0: an attitude is not right or wrong."""
        return 0.0

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return nothing to say."""
        return ("",)

    def best_values(self, question: Question) -> Values:
        """Return the highest step."""
        return (len(question.body.labels),)
