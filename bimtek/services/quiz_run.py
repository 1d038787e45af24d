"""Running the pre-test and the post-test: drawing forms, sitting people down, keeping each answer."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import lru_cache

from bimtek.domain.errors import NotFoundError, RefusedError
from bimtek.domain.form import Form, draw_pair
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.module import Module
from bimtek.domain.people import Participation, Role
from bimtek.domain.questions.letters import read_letters, write_letters
from bimtek.domain.questions.view import QuestionView, Values, is_answered
from bimtek.domain.quiz import Answer, Attempt, Channel, Round, TestKind
from bimtek.domain.shuffle import opaque_id
from bimtek.domain.text import _
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository, answer_values
from bimtek.storage.rows import to_json
from bimtek.storage.store import Store, new_id

TEST_NAMES = {TestKind.PRE: _("Pre-test"), TestKind.POST: _("Post-test")}
DRAWN = _("Soal pre-test dan post-test disusun")
OPENED = _("{test} dibuka")
CLOSED = _("{test} ditutup")
STARTED = _("{name} mulai {test}")
HANDED_IN = _("{name} menyelesaikan {test}")
REOPENED = _("{test} {name} dibuka lagi")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person in front of one test: the questions in their order, and what they answered so far."""

    round: Round
    attempt: Attempt
    participation: Participation
    views: tuple[QuestionView, ...]
    answers: dict[str, Values]

    @property
    def handed_in(self) -> bool:
        """True once the person has finished."""
        return bool(self.attempt.submitted_at)


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one person is: answered questions of all, handed in or not begun."""

    participation: Participation
    answered: int
    of: int
    attempt: Attempt | None

    @property
    def done(self) -> bool:
        """True when the test was handed in."""
        return self.attempt is not None and bool(self.attempt.submitted_at)


class QuizRun:
    """The verbs of the quiz screens. Answers return Futures that are done when durable."""

    def __init__(
        self,
        store: Store,
        quizzes: QuizRepository,
        people: PeopleRepository,
        load_modules: Callable[[Sequence[str]], list[Module]],
        after_close: Callable[[], object],
    ) -> None:
        self._store = store
        self._quizzes = quizzes
        self._people = people
        self._load_modules = load_modules
        self._after_close = after_close
        self._form = lru_cache(maxsize=16)(lambda form_id: Form.parse(quizzes.form(form_id)))

    def rounds(self, kegiatan_id: str) -> dict[TestKind, Round]:
        """The tests of a kegiatan; empty until they are drawn."""
        return {item.kind: item for item in self._quizzes.rounds(kegiatan_id)}

    def form(self, item: Round) -> Form:
        """The form of a round, as it was stored when it was drawn."""
        return self._form(item.form_id)

    def prepare(self, kegiatan: Kegiatan, seed: int | None = None, items: int | None = None) -> None:
        """Draw both forms from the modules of the kegiatan, replacing ones nobody has begun.

        Waits. Errors: RefusedError when somebody has begun, FormError when the bank is too small.
        """
        taught = list(kegiatan.modules) or [i.module for i in kegiatan.agenda if i.module]
        if not taught:
            raise RefusedError(
                _("Kegiatan ini belum memakai modul."), advice=_("Pilih modul di langkah Siapkan.")
            )
        drawn = int(new_id()[:7], 16) if seed is None else seed
        pre, post = draw_pair(self._load_modules(taught), drawn, items)
        if self.rounds(kegiatan.id):
            self._quizzes.remove_rounds(kegiatan.id, str(DRAWN)).result()
        rounds = [
            (
                Round(id=new_id(), kegiatan_id=kegiatan.id, kind=form.kind, form_id="", seed=drawn),
                form.dump(),
            )
            for form in (pre, post)
        ]
        self._quizzes.add_rounds(rounds, str(DRAWN)).result()

    def open(self, item: Round) -> Round:
        """Let people answer. Waits."""
        opened = replace(item, status="buka", opened_at=item.opened_at or self._store.now(), closed_at="")
        self._quizzes.set_status(opened, str(OPENED).format(test=TEST_NAMES[item.kind])).result()
        return opened

    def close(self, item: Round) -> Round:
        """Stop answering and make a backup. Answers given stay, handed in or not. Waits."""
        closed = replace(item, status="tutup", closed_at=self._store.now())
        self._quizzes.set_status(closed, str(CLOSED).format(test=TEST_NAMES[item.kind])).result()
        self._after_close()
        return closed

    def person_of_code(self, kegiatan_id: str, code: str) -> Participation:
        """The person a typed code belongs to. Errors: NotFoundError worded for the participant."""
        found = self._people.by_code(kegiatan_id, "".join(code.split()).upper())
        if found is None or found.role is not Role.PESERTA:
            raise NotFoundError(
                _("Kode belum cocok."),
                _("Jawaban Anda aman."),
                _("Lihat lagi 4 huruf atau angka di kertas Anda."),
            )
        return found

    def sit(
        self, item: Round, who: Participation, channel: Channel = Channel.LAPTOP, device: str = "laptop"
    ) -> Sitting:
        """Begin, or go on where the person was; nobody gets a second attempt. Waits.

        Errors: RefusedError when the round is not open, or the attempt began on another channel.
        """
        if item.status != "buka":
            raise RefusedError(
                _("Tes ini belum dibuka atau sudah ditutup."), advice=_("Mulai tesnya di langkah Kuis.")
            )
        form = self.form(item)
        seed = self._seed(item, who, channel)
        attempt = Attempt(
            id=new_id(),
            round_id=item.id,
            kegiatan_id=item.kegiatan_id,
            participation_id=who.id,
            form_id=item.form_id,
            seed=seed,
            order=_shown_order(form.view(seed)),
            channel=channel,
            device=device,
            started_at=self._store.now(),
        )
        label = str(STARTED).format(name=who.person.name.full, test=TEST_NAMES[item.kind])
        attempt = self._quizzes.start(attempt, label).result()
        if attempt.channel is not channel:
            raise RefusedError(
                _("{name} sudah mengerjakan tes ini lewat {channel}.", name=who.person.name.full,
                  channel=attempt.channel.value),
                advice=_("Lanjutkan lewat cara yang sama."),
            )  # fmt: skip
        return self._sitting(item, attempt, who)

    def answer(self, sitting: Sitting, question_id: str, values: Values) -> Future[int]:
        """Keep one answer; the Future holds its revision once it is durable.

        Errors: ValueError for values the question does not accept (a bug of the caller).
        """
        view = next(v for v in sitting.views if v.id == question_id)
        if not view.accepts(values):
            raise ValueError(f"{question_id} does not accept these values")
        answer = Answer(
            attempt_id=sitting.attempt.id,
            question_id=question_id,
            rev=0,
            value=to_json(list(values)),
            channel=sitting.attempt.channel,
            device=sitting.attempt.device,
            answered_at=self._store.now(),
        )
        return self._quizzes.answer(answer, sitting.attempt.kegiatan_id, "")

    def hand_in(self, sitting: Sitting) -> Future[int]:
        """Finish an attempt."""
        name = sitting.participation.person.name.full
        label = str(HANDED_IN).format(name=name, test=TEST_NAMES[sitting.round.kind])
        return self._quizzes.submit(sitting.attempt, self._store.now(), label)

    def reopen(self, item: Round, who: Participation) -> None:
        """Let somebody who handed in by mistake go on. Waits."""
        attempt = self._quizzes.attempt_of(item.id, who.id)
        if attempt is not None:
            label = str(REOPENED).format(name=who.person.name.full, test=TEST_NAMES[item.kind])
            self._quizzes.reopen(attempt, label).result()

    def standings(self, item: Round) -> list[Standing]:
        """Everybody on the list of peserta and how far they are."""
        return self.all_standings(item.kegiatan_id)[item.kind]

    def all_standings(self, kegiatan_id: str) -> dict[TestKind, list[Standing]]:
        """The standings of every test that is drawn; people and answers are read once for both."""
        everyone = self._people.of_kegiatan(kegiatan_id, Role.PESERTA)
        attempts = {(a.round_id, a.participation_id): a for a in self._quizzes.attempts(kegiatan_id)}
        answers = self._quizzes.answers_of_kegiatan(kegiatan_id)

        def standing(item: Round, total: int, who: Participation) -> Standing:
            attempt = attempts.get((item.id, who.id))
            return Standing(who, _answered(answers, attempt), total, attempt)

        drawn = self.rounds(kegiatan_id)
        totals = {kind: len(self.form(item).items) for kind, item in drawn.items()}
        return {kind: [standing(item, totals[kind], who) for who in everyone] for kind, item in drawn.items()}

    def paper_views(self, item: Round) -> list[QuestionView]:
        """The questions in the one order that the printed sheet of this round has.

        Errors: FormError-free; questions paper cannot carry are named by `Form.uncarried("kertas")`.
        """
        return self.form(item).view(item.seed)

    def key_paper(self, item: Round, who: Participation, letters: Sequence[Sequence[str]]) -> Sitting:
        """Store one paper sheet: per question the letters written, in the order of the sheet. Waits.

        Errors: ValueError when a letter is not on the sheet; RefusedError as in `sit`.
        """
        views = self.paper_views(item)
        read = [read_letters(view, written) for view, written in zip(views, letters, strict=True)]
        sitting = self.sit(item, who, Channel.KERTAS)
        if sitting.handed_in:
            self.reopen(item, who)
        waiting = [
            self.answer(sitting, view.id, values)
            for view, values in zip(views, read, strict=True)
            if to_json(list(values)) != to_json(list(sitting.answers.get(view.id, [None] * len(view.inputs))))
        ]
        for future in waiting:
            future.result()
        self.hand_in(sitting).result()
        return self._sitting(item, self._quizzes.attempt_of(item.id, who.id) or sitting.attempt, who)

    def keyed_letters(self, item: Round, who: Participation) -> list[tuple[str, ...]] | None:
        """What was keyed before from this person's sheet, for correcting it; None without an attempt."""
        attempt = self._quizzes.attempt_of(item.id, who.id)
        if attempt is None:
            return None
        answers = self._answers(attempt)
        return [
            write_letters(view, answers.get(view.id, [None] * len(view.inputs)))
            for view in self.paper_views(item)
        ]

    def _seed(self, item: Round, who: Participation, channel: Channel) -> int:
        """A sheet of paper is the same for all; on a screen everybody has an order of their own."""
        return item.seed if channel is Channel.KERTAS else int(opaque_id(item.seed, who.id), 16)

    def _sitting(self, item: Round, attempt: Attempt, who: Participation) -> Sitting:
        views = tuple(self.form(item).view(attempt.seed))
        return Sitting(item, attempt, who, views, self._answers(attempt))

    def _answers(self, attempt: Attempt) -> dict[str, Values]:
        return answer_values(self._quizzes.answers(attempt.id))


def _answered(answers: dict[str, dict[str, str]], attempt: Attempt | None) -> int:
    if attempt is None:
        return 0
    return sum(map(_is_given, answers.get(attempt.id, {}).values()))


@lru_cache(maxsize=4096)
def _is_given(value: str) -> bool:
    """Whether a stored answer holds anything; hundreds of people choose among a few."""
    return is_answered(answer_values({"": value})[""])


def _shown_order(views: Sequence[QuestionView]) -> str:
    """The order a person sees, kept in words of its own: question ids and the option ids of each input."""
    return to_json(
        [[view.id, [[o.id for o in getattr(box, "options", ())] for box in view.inputs]] for view in views]
    )
