"""One paper sheet while it is keyed: a field per answer, one key each. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from bimtek.domain.questions.view import Input, Order, PickMany, PickOne, QuestionView, Scale

TRUE_FALSE = ["Benar", "Salah"]


@dataclass(frozen=True, slots=True)
class Field:
    """One box of the sheet: where it stands, and the letters or digits it takes."""

    question: int
    place: int
    mark: str
    input: Input
    keys: str

    @property
    def many(self) -> bool:
        """True when it takes several letters in any order."""
        return isinstance(self.input, PickMany)

    @property
    def whole(self) -> int:
        """How many letters make it whole; 1 for most."""
        return len(self.keys) if isinstance(self.input, Order) else 1


class Sheet:
    """The boxes of one person's sheet and the one the keyboard is in; `at` is past the last at the end."""

    def __init__(
        self,
        views: Sequence[QuestionView],
        written: Sequence[Sequence[str]] | None = None,
        left_out: Collection[str] = (),
    ) -> None:
        self.views = tuple(views)
        self.fields = tuple(
            field for at, view in enumerate(views) if view.id not in left_out for field in _fields(at, view)
        )
        before = written or [[""] * len(view.inputs) for view in views]
        self._before = [list(texts) for texts in before]
        self._texts = [list(texts) for texts in before]
        self.at = 0

    @property
    def field(self) -> Field | None:
        """The box the keyboard is in, None past the last one."""
        return self.fields[self.at] if self.at < len(self.fields) else None

    @property
    def empty(self) -> int:
        """How many boxes hold nothing."""
        return sum(not self.text(field) for field in self.fields)

    @property
    def changed(self) -> bool:
        """True when it differs from what it began with."""
        return self._texts != self._before

    @property
    def unfinished(self) -> Field | None:
        """The first box that holds too few letters to be read."""
        return next((f for f in self.fields if 0 < len(self.text(f)) < f.whole), None)

    def text(self, field: Field) -> str:
        """What a box holds."""
        return self._texts[field.question][field.place]

    def letters(self) -> list[tuple[str, ...]]:
        """What is written, question by question, as `key_paper` takes it."""
        return [tuple(texts) for texts in self._texts]

    def press(self, key: str) -> bool:
        """A key was pressed: fill the box, and go on when it is whole. False when it is not on the sheet."""
        field = self.field
        letter = _letter(field, key.upper()) if field is not None else ""
        if field is None or not letter:
            return False
        text = self.text(field)
        if field.many:
            kept = text.replace(letter, "") if letter in text else "".join(sorted(text + letter))
            self._put(field, kept)
            return True
        if field.whole > 1 and letter in text and len(text) < field.whole:
            return False
        self._put(field, letter if len(text) >= field.whole else text + letter)
        if len(self.text(field)) == field.whole:
            self.at += 1
        return True

    def erase(self) -> None:
        """Backspace: the last letter of this box; in an empty one that of the box before."""
        if self.field is None or not self.text(self.field):
            self.move(-1)
        if self.field is not None:
            self._put(self.field, self.text(self.field)[:-1])

    def move(self, step: int) -> None:
        """Go to another box; what it holds stays."""
        self.at = min(max(self.at + step, 0), len(self.fields))

    def go_to(self, field: Field) -> None:
        """Go to one box."""
        self.at = self.fields.index(field)

    def _put(self, field: Field, text: str) -> None:
        self._texts[field.question][field.place] = text


def _fields(question: int, view: QuestionView) -> list[Field]:
    several = len(view.inputs) > 1
    fields = []
    for place, box in enumerate(view.inputs):
        keys = _keys(box)
        if keys:
            mark = f"{question + 1}{ascii_lowercase[place]}" if several else str(question + 1)
            fields.append(Field(question, place, mark, box, keys))
    return fields


def _keys(box: Input) -> str:
    if isinstance(box, Scale):
        return "".join(str(step) for step in range(1, min(len(box.labels), 9) + 1))
    if isinstance(box, PickOne | PickMany | Order):
        return ascii_uppercase[: len(box.options)]
    return ""  # a text is not keyed by single keys


def _letter(field: Field, key: str) -> str:
    """The letter a key stands for: itself, 1 for A, or S for a printed "Salah"."""
    if key and key in field.keys:
        return key
    if isinstance(field.input, Scale):
        return ""
    if key.isascii() and key.isdigit() and 0 < int(key) <= len(field.keys):
        return field.keys[int(key) - 1]
    words = [option.text for option in getattr(field.input, "options", ())]
    return field.keys[1] if key == "S" and words == TRUE_FALSE else ""
