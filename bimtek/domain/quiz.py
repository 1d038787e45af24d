"""A test as it is taken: rounds, attempts, answers; and what a group's answers add up to."""

from dataclasses import dataclass
from enum import StrEnum


class TestKind(StrEnum):
    """The two tests of a kegiatan, drawn from one blueprint."""

    PRE = "pre"
    POST = "post"

    __test__ = False  # not a pytest class


class Channel(StrEnum):
    """How an answer reached the laptop."""

    LAPTOP = "laptop"
    KERTAS = "kertas"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One test of one kegiatan. `status`: "siap", "buka" or "tutup"; `form_id` names its stored form."""

    id: str
    kegiatan_id: str
    kind: TestKind
    form_id: str
    seed: int
    status: str = "siap"
    opened_at: str = ""
    closed_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One person's go at a round. Its form never changes afterwards, whatever happens to the module.

    `form_id` is the stored form (wording, key, versions); `seed` gives the order of questions and
    options; `order` is that order as it was shown, so that no later code can read it differently.
    """

    id: str
    round_id: str
    kegiatan_id: str
    participation_id: str
    form_id: str
    seed: int
    order: str
    channel: Channel
    device: str
    started_at: str
    submitted_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One revision of one answer; the highest `rev` counts. `value` is the inputs' values as JSON."""

    attempt_id: str
    question_id: str
    rev: int
    value: str
    channel: Channel
    device: str
    answered_at: str
