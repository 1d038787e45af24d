"""Answers on paper: every input has one field, filled with the letters of what was chosen.

PickOne takes one letter, PickMany several in any order, Order all of them in the order meant, Scale
a digit. Letters follow the options as printed, A first.
"""

from collections.abc import Sequence
from string import ascii_uppercase

from bimtek.domain.questions.view import Input, Order, PickMany, PickOne, QuestionView, Scale, Value, ids_of


def write_letters(view: QuestionView, values: Sequence[Value]) -> tuple[str, ...]:
    """Return what a person writes for these values, one text per input; "" for no answer."""
    return tuple(_write(box, value) for box, value in zip(view.inputs, values, strict=True))


def read_letters(view: QuestionView, written: Sequence[str]) -> tuple[Value, ...]:
    """Return the values of what was written, None where nothing was.

    ValueError when a letter or digit is not on the sheet, or too few or many are written.
    """
    return tuple(_read(box, text) for box, text in zip(view.inputs, written, strict=True))


def _write(box: Input, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(box, PickOne | PickMany | Order):
        letter = dict(zip((option.id for option in box.options), ascii_uppercase, strict=False))
        chosen = [letter[id_] for id_ in ([value] if isinstance(value, str) else ids_of(value))]
        return "".join(sorted(chosen) if isinstance(box, PickMany) else chosen)
    return str(value)


def _read(box: Input, written: str) -> Value:
    text = "".join(written.split()).upper()
    if not text:
        return None
    value: Value
    if isinstance(box, PickOne | PickMany | Order):
        ids = dict(zip(ascii_uppercase, (option.id for option in box.options), strict=False))
        if not set(text) <= set(ids):
            raise ValueError(written)
        chosen = tuple(ids[letter] for letter in text)
        value = chosen[0] if isinstance(box, PickOne) and len(chosen) == 1 else chosen
    else:
        value = int(text) if isinstance(box, Scale) and text.isascii() and text.isdigit() else written
    if not box.accepts(value):
        raise ValueError(written)
    return value
