"""What was learned: scores, gain over the pairs, and what to explain again."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import fsum

from bimtek.domain.form import Form, FormItem
from bimtek.domain.people import Participation, Role
from bimtek.domain.quiz import Attempt, Round, TestKind
from bimtek.domain.score import GroupGain, PairedScore
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository, answer_values

SMALL_GROUP = 10
STILL_WRONG_BELOW = 0.7
_PRAISE = re.compile(r"^(Tepat|Benar|Betul)[.!] +")  # said to the person who answered, not to a group


@dataclass(frozen=True, slots=True)
class PersonResult:
    """Scores of one person, fractions 0..1; None where a test was not taken."""

    participation: Participation
    pre: float | None
    post: float | None

    @property
    def gain(self) -> float | None:
        """Personal gain; None without both scores or with a full pre-test."""
        if self.pre is None or self.post is None:
            return None
        return PairedScore(self.pre, self.post).gain


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question of one form: how many answered it and the mean score, 0..1 or None.

    `explanation` is what the bank says to the right answer: a talk point for whoever explains it again.
    """

    question_id: str
    pair: str
    aspect: str
    stem: str
    mean: float | None
    attempts: int
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class TopicResult:
    """A parallel pair before and after: the same thing asked in both tests."""

    pair: str
    aspect: str
    before: QuestionResult | None
    after: QuestionResult | None

    @property
    def still_wrong(self) -> bool:
        """True when the post-test shows it has to be explained again."""
        return self.after is not None and self.after.mean is not None and self.after.mean < STILL_WRONG_BELOW


@dataclass(frozen=True, slots=True)
class KegiatanResults:
    """Everything the results page shows. `people` are the peserta in list order."""

    people: tuple[PersonResult, ...]
    gain: GroupGain
    topics: tuple[TopicResult, ...]
    attempts: dict[TestKind, int]

    @property
    def small(self) -> bool:
        """Too few pairs to say much about the group."""
        return self.gain.pairs < SMALL_GROUP

    @property
    def explain_again(self) -> tuple[TopicResult, ...]:
        """Topics still wrong after the training, worst first."""
        wrong = [t for t in self.topics if t.still_wrong and t.after is not None]
        return tuple(sorted(wrong, key=lambda t: (t.after.mean or 0.0) if t.after else 0.0))


class Results:
    """Reads the answers of a kegiatan and adds them up. Nothing is stored: the answers are the truth."""

    def __init__(
        self, quizzes: QuizRepository, people: PeopleRepository, form_of: Callable[[Round], Form]
    ) -> None:
        self._quizzes = quizzes
        self._people = people
        self._form_of = form_of

    def of_kegiatan(self, kegiatan_id: str) -> KegiatanResults:
        """Scores, gain and topics of one kegiatan; empty figures where nothing was answered."""
        listed = self._people.of_kegiatan(kegiatan_id, Role.PESERTA)
        ids = {who.id for who in listed}  # nobody who was taken off the list counts in any figure
        rounds = {item.kind: item for item in self._quizzes.rounds(kegiatan_id)}
        answers = self._quizzes.answers_of_kegiatan(kegiatan_id)
        attempts = [a for a in self._quizzes.attempts(kegiatan_id) if a.participation_id in ids]
        items = {
            kind: _item_scores(self._form_of(item), [a for a in attempts if a.round_id == item.id], answers)
            for kind, item in rounds.items()
        }
        scores = {kind: {who: _mean(list(s.values())) for who, s in of.items()} for kind, of in items.items()}
        pre, post = scores.get(TestKind.PRE, {}), scores.get(TestKind.POST, {})
        people = tuple(PersonResult(who, pre.get(who.id), post.get(who.id)) for who in listed)
        pairs = [PairedScore(p.pre, p.post) for p in people if p.pre is not None and p.post is not None]
        questions = {kind: _questions(self._form_of(rounds[kind]), of) for kind, of in items.items()}
        return KegiatanResults(
            people, GroupGain.of(pairs), _topics(questions), {kind: len(of) for kind, of in items.items()}
        )


Items = dict[str, dict[str, float]]


def _item_scores(form: Form, attempts: list[Attempt], answers: dict[str, dict[str, str]]) -> Items:
    """Scored items of everybody who answered at least once: participation id → question id → 0..1."""
    result: Items = {}
    for attempt in attempts:
        given = answers.get(attempt.id)
        if given is None:
            continue
        scores = form.item_scores(answer_values(given))
        result[attempt.participation_id] = {q: s for q, s in scores.items() if s is not None}
    return result


def _mean(scores: list[float]) -> float:
    return fsum(scores) / len(scores) if scores else 0.0


def _questions(form: Form, items: Items) -> list[QuestionResult]:
    results = []
    for item in form.items:
        scores = [of[item.id] for of in items.values() if item.id in of]
        question = item.question
        results.append(
            QuestionResult(
                item.id,
                f"{item.module}/{question.pair}",
                question.aspect,
                question.stem,
                _mean(scores) if scores else None,
                len(scores),
                _explanation(item),
            )
        )
    return results


def _explanation(item: FormItem) -> str:
    if not item.kind.scored:
        return ""
    said = item.kind.feedback(item.question, item.kind.best_values(item.question))
    return " ".join(dict.fromkeys(_PRAISE.sub("", text) for text in said if text))


def _topics(questions: dict[TestKind, list[QuestionResult]]) -> tuple[TopicResult, ...]:
    before = {q.pair: q for q in questions.get(TestKind.PRE, [])}
    after = {q.pair: q for q in questions.get(TestKind.POST, [])}
    both = {**before, **after}
    return tuple(TopicResult(pair, q.aspect, before.get(pair), after.get(pair)) for pair, q in both.items())
