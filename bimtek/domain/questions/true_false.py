"""A statement that is right or wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bimtek.domain.questions.question import CHANNELS, Flaw, Question, Table, option_ids
from bimtek.domain.questions.view import Option, PickOne, QuestionView, Values, value_at
from bimtek.domain.text import _

SHAPE: Table = {"kunci": bool, "umpan_benar?": str, "umpan_salah?": str}


@dataclass(frozen=True, slots=True)
class TrueFalseBody:
    """The key, and the words for whoever answered Benar or Salah."""

    key: bool
    on_true: str = ""
    on_false: str = ""


class TrueFalseKind:
    """Full score for the right answer. Benar always comes first."""

    name = "benar-salah"
    label = _("Benar atau salah")
    scored = True
    channels = CHANNELS
    shape = SHAPE

    def parse(self, table: Table) -> TrueFalseBody:
        """Return the body."""
        return TrueFalseBody(table["kunci"], table.get("umpan_benar", ""), table.get("umpan_salah", ""))

    def dump(self, body: TrueFalseBody) -> dict[str, Any]:
        """Return the table of a body."""
        return {"kunci": body.key, "umpan_benar": body.on_true, "umpan_salah": body.on_false}

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is missing."""
        body: TrueFalseBody = question.body
        for key, text in (("umpan_benar", body.on_true), ("umpan_salah", body.on_false)):
            if not text:
                yield Flaw(_("Kunci “{key}” (umpan balik) belum diisi.", key=key), (key,), grave=False)

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as everyone sees it."""
        true, false = option_ids(question, 2)
        options = (Option(true, str(_("Benar"))), Option(false, str(_("Salah"))))
        return QuestionView(question.id, question.stem, "", (PickOne("", options),))

    def score(self, question: Question, values: Values) -> float:
        """Return 1 for the right answer."""
        return float(value_at(values, 0) == self.best_values(question)[0])

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return what the bank says to this answer."""
        body: TrueFalseBody = question.body
        said = dict(zip(option_ids(question, 2), (body.on_true, body.on_false), strict=True))
        answer = value_at(values, 0)
        return (said.get(answer, "") if isinstance(answer, str) else "",)

    def best_values(self, question: Question) -> Values:
        """Return the key."""
        body: TrueFalseBody = question.body
        true, false = option_ids(question, 2)
        return (true if body.key else false,)
