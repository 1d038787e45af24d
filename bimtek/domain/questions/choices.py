"""Options that are right or wrong: what one-right and several-right questions share."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bimtek.domain.questions.question import CHANNELS, Flaw, Question, Table, check_repeated, option_ids
from bimtek.domain.questions.view import Option
from bimtek.domain.shuffle import shuffled
from bimtek.domain.text import _

SHAPE: Table = {"opsi": [{"teks": str, "benar": bool, "umpan?": str}]}

_ALL_OF_THEM = re.compile(
    r"\b(?:semua|semuanya|seluruhnya)\b.{0,20}\b(?:benar|salah|betul|tepat|keliru|di atas)\b"
    r"|\btidak ada\b.{0,20}\b(?:benar|tepat|di atas)\b"
    r"|\b[a-e](?:, [a-e])*,? dan [a-e]\b.{0,10}\b(?:benar|salah|betul)\b"
    r"|^(?:jawaban )?[a-e] dan [a-e]$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option with its key and the words for whoever chose it."""

    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceBody:
    """Options in the order of the bank."""

    options: tuple[Choice, ...]

    @classmethod
    def parse(cls, table: Table) -> "ChoiceBody":
        """Read `[[soal.opsi]]`."""
        return cls(tuple(Choice(o["teks"], o["benar"], o.get("umpan", "")) for o in table["opsi"]))

    def dump(self) -> dict[str, Any]:
        """Write `[[soal.opsi]]`."""
        return {"opsi": [{"teks": o.text, "benar": o.correct, "umpan": o.feedback} for o in self.options]}

    @property
    def keys(self) -> list[str]:
        """Texts of the right options."""
        return [option.text for option in self.options if option.correct]


class ChoiceKind:
    """A kind whose body is one list of options."""

    scored = True
    channels = CHANNELS
    shape = SHAPE

    def parse(self, table: Table) -> ChoiceBody:
        """Return the body."""
        return ChoiceBody.parse(table)

    def dump(self, body: ChoiceBody) -> dict[str, Any]:
        """Return the table of a body."""
        return body.dump()


def body_of(question: Question) -> ChoiceBody:
    """Return the body of a question that has choices."""
    body: ChoiceBody = question.body
    return body


def ids_of_choices(question: Question) -> dict[str, Choice]:
    """Return the choices by id, in the order of the bank."""
    options = body_of(question).options
    return dict(zip(option_ids(question, len(options)), options, strict=True))


def right_ids(question: Question) -> tuple[str, ...]:
    """Return the ids of the right options."""
    return tuple(id_ for id_, choice in ids_of_choices(question).items() if choice.correct)


def shown(question: Question, seed: int) -> tuple[Option, ...]:
    """Return the options as one person sees them."""
    options = [Option(id_, choice.text) for id_, choice in ids_of_choices(question).items()]
    return shuffled(options, seed, question.id) if question.shuffle else tuple(options)


def check_choices(question: Question) -> Iterable[Flaw]:
    """Yield flaws that any list of choices may have."""
    options = body_of(question).options
    yield from check_repeated("opsi", [option.text for option in options], "teks")
    for place, option in enumerate(options):
        if _ALL_OF_THEM.search(option.text):
            yield Flaw(_("Hindari opsi seperti “semua benar”."), ("opsi", place, "teks"), grave=False)
        if not option.feedback:
            yield Flaw(_("Opsi ini belum punya umpan balik."), ("opsi", place), grave=False)
    yield from _check_length(options)


def _check_length(options: tuple[Choice, ...]) -> Iterable[Flaw]:
    """Yield a flaw when the right options give themselves away by their length.

    A right option is much longer when it is half as long again as the wrong ones are on average,
    and at least ten letters longer than the longest of them.
    """
    wrong = [len(option.text) for option in options if not option.correct]
    if not wrong:
        return
    for place, option in enumerate(options):
        length = len(option.text)
        if option.correct and length > 1.5 * sum(wrong) / len(wrong) and length >= max(wrong) + 10:
            message = _("Kunci jauh lebih panjang daripada opsi lain.")
            yield Flaw(message, ("opsi", place, "teks"), grave=False)
