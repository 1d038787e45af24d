"""Steps to be brought into order."""

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
from bimtek.domain.questions.view import Option, Order, QuestionView, Values, ids_of, value_at
from bimtek.domain.shuffle import shuffled
from bimtek.domain.text import _

SHAPE: Table = {"urutan": [str], "umpan?": str}


@dataclass(frozen=True, slots=True)
class OrderBody:
    """Steps in right order, and why it is so."""

    steps: tuple[str, ...]
    feedback: str = ""


class OrderKind:
    """The score is the share of steps in their right place.

    Steps always change places, whatever `acak` says, and never start out in the right order: an
    untouched answer must not earn the full score.
    """

    name = "mengurutkan"
    label = _("Mengurutkan")
    scored = True
    channels = CHANNELS
    shape = SHAPE

    def parse(self, table: Table) -> OrderBody:
        """Return the body."""
        return OrderBody(tuple(table["urutan"]), table.get("umpan", ""))

    def dump(self, body: OrderBody) -> dict[str, Any]:
        """Return the table of a body."""
        return {"urutan": list(body.steps), "umpan": body.feedback}

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its steps."""
        body: OrderBody = question.body
        yield from check_count("urutan", body.steps, 3, 6)
        yield from check_repeated("urutan", body.steps)
        if not body.feedback:
            yield Flaw(_("Kunci “{key}” (umpan balik) belum diisi.", key="umpan"), ("umpan",), grave=False)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it."""
        body: OrderBody = question.body
        ids = option_ids(question, len(body.steps))
        right = tuple(Option(id_, step) for id_, step in zip(ids, body.steps, strict=True))
        options = shuffled(right, seed, question.id)
        if options == right:
            options = (*options[1:], options[0])
        return QuestionView(question.id, question.stem, "", (Order("", options),))

    def score(self, question: Question, values: Values) -> float:
        """Return the share of steps in their right place."""
        right = option_ids(question, len(question.body.steps))
        given = ids_of(value_at(values, 0))
        return sum(a == b for a, b in zip(right, given, strict=False)) / len(right)

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return why this order is right, once something was answered."""
        body: OrderBody = question.body
        return (body.feedback if ids_of(value_at(values, 0)) else "",)

    def best_values(self, question: Question) -> Values:
        """Return the steps in right order."""
        return (option_ids(question, len(question.body.steps)),)
