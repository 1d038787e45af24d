"""A question of the bank, and what every kind of question can do with one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from bimtek.domain.law import LawReference
from bimtek.domain.questions.view import QuestionView, Values
from bimtek.domain.shuffle import opaque_id
from bimtek.domain.text import Text, _

Table = Mapping[str, Any]

CHANNELS = frozenset({"laptop", "kertas", "hp"})


class Subquestion:
    """Marks, in the shape of a kind, the place of a whole question inside another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `body` belongs to its kind: a frozen dataclass that only the kind reads.

    `kind` is the word in the bank, e.g. "pilihan-tunggal". `pair` joins two questions that test the
    same thing; `shuffle` lets options change places. `salt` is set by the form that holds the
    question, so that option ids cannot be worked out from the bank.
    """

    id: str
    kind: str
    stem: str
    body: Any
    pair: str = ""
    aspect: str = ""
    objective: str = ""
    difficulty: str = ""
    references: tuple[LawReference, ...] = ()
    sources: tuple[str, ...] = ()
    shuffle: bool = True
    salt: str = ""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with a question. `key` leads to it in the question's table.

    `grave` flaws make the question unusable; the others are advice to its author.
    """

    message: Text
    key: tuple[str | int, ...] = ()
    grave: bool = True


class QuestionKind(Protocol):
    """What a kind of question is. One file holds one kind; KINDS lists them.

    `shape` describes its keys in the bank: str, bool, int, `[…]` for lists, `{…}` for tables,
    Subquestion for a question inside; a key ending in "?" may be missing. `parse` gets a table that
    was checked against it. `dump` undoes `parse`, to the letter.
    """

    @property
    def name(self) -> str:
        """The word in the bank."""

    @property
    def label(self) -> Text:
        """The word for people."""

    @property
    def scored(self) -> bool:
        """False for kinds that ask for an attitude."""

    @property
    def channels(self) -> frozenset[str]:
        """Ways an answer can be taken: among CHANNELS."""

    @property
    def shape(self) -> Table:
        """Keys in the bank."""

    def parse(self, table: Table) -> Any:
        """Return the body."""

    def dump(self, body: Any) -> dict[str, Any]:
        """Return the table of a body."""

    def check(self, question: Question) -> Iterable[Flaw]:
        """Yield what is wrong with its keys and options."""

    def view(self, question: Question, seed: int) -> QuestionView:
        """Return it as one person sees it; the seed gives the order of options."""

    def score(self, question: Question, values: Values) -> float:
        """Return 0..1; 0 for no answer, for what is not an option, and for kinds not scored."""

    def feedback(self, question: Question, values: Values) -> tuple[str, ...]:
        """Return one text per input, empty where there is nothing to say."""

    def best_values(self, question: Question) -> Values:
        """Return values with the full score."""


def option_ids(question: Question, count: int) -> tuple[str, ...]:
    """Return the ids of a question's options in the order of the bank."""
    return _option_ids(question.salt, question.id, count)


@lru_cache(maxsize=4096)
def _option_ids(salt: str, question_id: str, count: int) -> tuple[str, ...]:
    return tuple(opaque_id(salt, question_id, place) for place in range(count))


def same_words(text: str) -> str:
    """Return a text so that two that read alike are equal."""
    return " ".join(text.casefold().split()).rstrip(" .;,!")


def repeated(texts: Sequence[str]) -> list[int]:
    """Return the places of texts that were there before."""
    words = [same_words(text) for text in texts]
    return [place for place, text in enumerate(words) if text in words[:place]]


def check_count(key: str, items: Sequence[object], least: int, most: int) -> Iterable[Flaw]:
    """Yield a flaw when a list is too short or too long."""
    if not least <= len(items) <= most:
        message = _(
            "Jumlah {key} harus {least} sampai {most}; sekarang {count}.",
            key=key,
            least=least,
            most=most,
            count=len(items),
        )
        yield Flaw(message, (key,))


def check_repeated(key: str, texts: Sequence[str], field: str = "") -> Iterable[Flaw]:
    """Yield a flaw for every text of a list that was there before."""
    for place in repeated(texts):
        path = (key, place, field) if field else (key, place)
        yield Flaw(_("“{text}” ditulis dua kali.", text=texts[place]), path)
