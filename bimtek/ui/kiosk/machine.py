"""Where the kiosk is and what it may show. Pure: no widget, no service, no clock of its own.

Whoever leaves is forgotten at once. Every person's turn has a number, and news of another turn is
dropped, so that nothing of one person can reach the screen of the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from bimtek.domain.questions.view import Values, is_answered

IDLE_S = 60.0
WARNING_S = 10.0


class Place(Enum):
    """The screens of the kiosk."""

    NAME = auto()
    CODE = auto()
    QUESTION = auto()
    REVIEW = auto()
    DONE = auto()
    CLOSED = auto()


class Saved(Enum):
    """How safe the answer of one question is."""

    NOTHING = auto()  # no answer yet
    ON_THE_WAY = auto()
    STORED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Save:
    """An answer to be stored. Its outcome is told with `turn`, `question` and `number`."""

    turn: int
    question: str
    number: int
    values: Values


@dataclass(slots=True)
class _Sitter:
    """What is known of the person in front of the screen, and nobody else."""

    who: str = ""
    questions: tuple[str, ...] = ()
    values: dict[str, Values] = field(default_factory=dict)
    waiting: dict[str, int] = field(default_factory=dict)  # question: number of its last save
    failed: set[str] = field(default_factory=set)


class KioskMachine:
    """Takes what people and the disk do; says which screen stands and what is on it."""

    def __init__(self) -> None:
        self.place = Place.NAME
        self.turn = 0
        self.at = 0
        self.busy = False  # waiting for the disk before the next screen
        self.finished_before = False  # DONE because the test was handed in earlier
        self._sitter = _Sitter()
        self._numbers = 0
        self._touched = 0.0
        self._unstored: dict[str, dict[str, Values]] = {}  # by person: answers the disk refused

    # ---- what is shown ----

    @property
    def who(self) -> str:
        """The person whose turn it is, "" for nobody."""
        return self._sitter.who

    @property
    def questions(self) -> tuple[str, ...]:
        """The ids of the questions in this person's order."""
        return self._sitter.questions

    @property
    def question(self) -> str:
        """The id of the question on the screen, "" elsewhere."""
        return self.questions[self.at] if self.place is Place.QUESTION else ""

    def values(self, question: str) -> Values:
        """What this person answered to a question so far; empty for nothing."""
        return self._sitter.values.get(question, ())

    def is_answered(self, question: str) -> bool:
        """True when this person gave an answer, or a part of one."""
        return is_answered(self.values(question))

    def is_complete(self, question: str) -> bool:
        """True when this person gave an answer to every part."""
        values = self.values(question)
        return bool(values) and all(is_answered([value]) for value in values)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """Places of the questions without an answer, or with a part left open."""
        return tuple(at for at, q in enumerate(self.questions) if not self.is_complete(q))

    def saved(self, question: str) -> Saved:
        """How safe an answer is."""
        if question in self._sitter.failed:
            return Saved.FAILED
        if question in self._sitter.waiting:
            return Saved.ON_THE_WAY
        return Saved.STORED if question in self._sitter.values else Saved.NOTHING

    @property
    def all_stored(self) -> bool:
        """True when nothing is on its way and nothing failed."""
        return not self._sitter.waiting and not self._sitter.failed

    # ---- name and code ----

    def pick(self, who: str) -> None:
        """Somebody says who they are."""
        if self.place is Place.NAME and who:
            self.turn += 1
            self._sitter = _Sitter(who)
            self.place = Place.CODE

    def back(self) -> None:
        """Esc and Back: from the code to the names; anywhere else they do nothing."""
        if self.place is Place.CODE:
            self._forget()

    def try_code(self) -> int | None:
        """A code was typed: the turn to answer with, or None when one is being tried already."""
        if self.place is not Place.CODE or self.busy:
            return None
        self.busy = True
        return self.turn

    def refuse_code(self, turn: int) -> bool:
        """The code was wrong or the test not open; True when that person still stands there."""
        if turn != self.turn or self.place is not Place.CODE:
            return False
        self.busy = False
        return True

    def seat(
        self, turn: int, questions: Sequence[str], values: Mapping[str, Values], *, handed_in: bool
    ) -> list[Save]:
        """The code was right: go on where the person was. Returns answers to be stored once more."""
        if turn != self.turn or self.place is not Place.CODE:
            return []
        self.busy = False
        self._sitter.questions = tuple(questions)
        self._sitter.values = dict(values)
        if handed_in:
            self.place, self.finished_before = Place.DONE, True
            return []
        again = [
            self._save(question, kept)
            for question, kept in self._unstored.pop(self.who, {}).items()
            if question in questions
        ]
        self.place = Place.QUESTION
        left = self.unanswered
        self.at = left[0] if left else 0
        if not left:
            self.place = Place.REVIEW
        return again

    # ---- questions ----

    def give(self, values: Values) -> Save | None:
        """An answer was tapped. None when it is the one already there."""
        question = self.question
        if not question or (
            list(values) == list(self.values(question)) and question not in self._sitter.failed
        ):
            return None
        return self._save(question, values)

    def retry(self) -> list[Save]:
        """Store once more what the disk refused."""
        return [self._save(question, self.values(question)) for question in sorted(self._sitter.failed)]

    def stored(self, save: Save) -> bool:
        """An answer is durable; True when that changes what this person sees."""
        if save.turn != self.turn or self._sitter.waiting.get(save.question) != save.number:
            return False
        del self._sitter.waiting[save.question]
        return True

    def not_stored(self, save: Save, who: str, *, closed: bool) -> bool:
        """An answer was refused: the test is closed, or the disk failed and it is kept for a retry."""
        if not closed and (save.turn != self.turn or not self.who):
            self._unstored.setdefault(who, {})[save.question] = save.values
        if save.turn != self.turn:
            return False
        if closed:
            self._sitter = _Sitter(self.who)
            self.place, self.busy = Place.CLOSED, False
            return True
        if self._sitter.waiting.get(save.question) == save.number:
            del self._sitter.waiting[save.question]
            self._sitter.failed.add(save.question)
            return True
        return False

    def next(self) -> None:
        """Forward: after the last question comes the review."""
        if self.place is Place.QUESTION:
            if self.at + 1 < len(self.questions):
                self.at += 1
            else:
                self.place = Place.REVIEW

    def previous(self) -> None:
        """Backward: from the review to the last question; the first stays."""
        if self.place is Place.REVIEW:
            self.place, self.at = Place.QUESTION, len(self.questions) - 1
        elif self.place is Place.QUESTION and self.at:
            self.at -= 1

    def go_to(self, at: int) -> None:
        """Open one question from the review."""
        if self.place is Place.REVIEW and 0 <= at < len(self.questions) and not self.busy:
            self.place, self.at = Place.QUESTION, at

    def hand_in(self) -> int | None:
        """Kirim: the turn to answer with, or None while answers are on their way or it was pressed before."""
        if self.place is not Place.REVIEW or self.busy or not self.all_stored:
            return None
        self.busy = True
        return self.turn

    def handed_in(self, turn: int) -> bool:
        """The test is handed in: thanks, and nothing of it stays on the screen."""
        if turn != self.turn or self.place is not Place.REVIEW:
            return False
        self._sitter = _Sitter(self.who)
        self.place, self.busy, self.finished_before = Place.DONE, False, False
        return True

    def not_handed_in(self, turn: int) -> bool:
        """Handing in failed; the person may try again."""
        if turn != self.turn or self.place is not Place.REVIEW:
            return False
        self.busy = False
        return True

    def leave(self) -> None:
        """Back to the names: the next person, or somebody who goes on later. Answers are kept."""
        if self.place is not Place.NAME:
            self._forget()

    # ---- nobody there ----

    def touch(self, now: float) -> None:
        """Somebody moved or pressed something."""
        self._touched = now

    def seconds_left(self, now: float) -> float | None:
        """Seconds until the names come back by themselves, during the warning only."""
        idle = now - self._touched - IDLE_S
        return max(WARNING_S - idle, 0.0) if idle >= 0 and self.place is not Place.NAME else None

    def tick(self, now: float) -> bool:
        """Time passes; True when that brought the names back."""
        left = self.seconds_left(now)
        if left is None or left > 0:
            return False
        self._forget()
        return True

    def _save(self, question: str, values: Values) -> Save:
        self._numbers += 1
        self._sitter.values[question] = values
        self._sitter.waiting[question] = self._numbers
        self._sitter.failed.discard(question)
        self._unstored.get(self.who, {}).pop(question, None)
        return Save(self.turn, question, self._numbers, values)

    def unstored(self, who: str) -> dict[str, Values]:
        """Answers of a person that wait for the disk to work again."""
        failed = self._sitter.failed if who == self.who else set()
        return self._unstored.get(who, {}) | {question: self.values(question) for question in failed}

    def _forget(self) -> None:
        for question in self._sitter.failed:
            self._unstored.setdefault(self.who, {})[question] = self.values(question)
        self.turn += 1
        self._sitter = _Sitter()
        self.place, self.at, self.busy, self.finished_before = Place.NAME, 0, False, False
