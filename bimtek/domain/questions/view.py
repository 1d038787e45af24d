"""What a channel must know of a question: words, and the five inputs that take an answer.

A value is what one input was given: PickOne an option id, PickMany and Order a tuple of option ids,
Scale a number from 1, Text a text; None is no answer. Values travel as JSON, so a list is as good as
a tuple everywhere. Inputs keep their places in every order of a question: values are told apart by
place, only options inside an input are shuffled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = str | int | Sequence[str] | None
Values: TypeAlias = Sequence[Value]

TEXT_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose. Its id tells neither its place in the bank nor whether it is right."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class PickOne:
    """Choose one option. `prompt` is empty where the question's stem says it all."""

    prompt: str
    options: tuple[Option, ...]

    def accepts(self, value: Value) -> bool:
        """True for one of its options, and for no answer."""
        return value is None or (isinstance(value, str) and value in {o.id for o in self.options})


@dataclass(frozen=True, slots=True)
class PickMany:
    """Choose any number of options."""

    prompt: str
    options: tuple[Option, ...]

    def accepts(self, value: Value) -> bool:
        """True for different options in any order, and for no answer."""
        return value is None or _distinct(value, self.options)


@dataclass(frozen=True, slots=True)
class Order:
    """Bring all options into order."""

    prompt: str
    options: tuple[Option, ...]

    def accepts(self, value: Value) -> bool:
        """True for all its options, each once, and for no answer."""
        return value is None or (_distinct(value, self.options) and len(ids_of(value)) == len(self.options))


@dataclass(frozen=True, slots=True)
class Scale:
    """Choose a step of a scale: 1 for the first label."""

    prompt: str
    labels: tuple[str, ...]

    def accepts(self, value: Value) -> bool:
        """True for a step of the scale, and for no answer."""
        return value is None or (type(value) is int and 1 <= value <= len(self.labels))


@dataclass(frozen=True, slots=True)
class Text:
    """Write a short text."""

    prompt: str

    def accepts(self, value: Value) -> bool:
        """True for a text that is not too long, and for no answer."""
        return value is None or (isinstance(value, str) and len(value) <= TEXT_LIMIT)


Input: TypeAlias = PickOne | PickMany | Order | Scale | Text


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as one person sees it: no key, no feedback."""

    id: str
    stem: str
    story: str
    inputs: tuple[Input, ...]

    def accepts(self, values: Values) -> bool:
        """True when there is one fitting value for every input."""
        return len(values) == len(self.inputs) and all(
            box.accepts(value) for box, value in zip(self.inputs, values, strict=True)
        )


def ids_of(value: Value) -> tuple[str, ...]:
    """Return the option ids of a PickMany or Order value; none for anything else."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(part for part in value if isinstance(part, str))
    return ()


def value_at(values: Values, place: int) -> Value:
    """Return the value of one input; values that are missing count as no answer."""
    return values[place] if place < len(values) else None


def is_answered(values: Values) -> bool:
    """True when at least one input was given something."""
    return any(value is not None and value != "" and value != () and value != [] for value in values)


def _distinct(value: Value, options: Sequence[Option]) -> bool:
    """True when value is a sequence of different ids of these options, and nothing else."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        return False
    ids = ids_of(value)
    return len(ids) == len(value) == len(set(ids)) and set(ids) <= {o.id for o in options}
