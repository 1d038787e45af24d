"""The Blora sample day, run through the services as people would run it; every step can be repeated.

The kegiatan follows a public article; all people in it are invented and so are their answers, which
come from a fixed rule, so that two runs give the same figures.
"""

import random
from collections.abc import Sequence
from concurrent.futures import Future
from datetime import time

from bimtek.app import Services
from bimtek.domain.attendance import Status
from bimtek.domain.form import FormItem
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Participation, Role
from bimtek.domain.questions.letters import write_letters
from bimtek.domain.questions.view import Input, Order, PickMany, PickOne, QuestionView, Value
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.shuffle import opaque_id

SEED = 50324
AWAY = {31: Status.ALPA, 32: Status.SAKIT, 33: Status.IZIN}
LEFT_AT_TWO = (7, 22)
WITHOUT_POST_TEST = (12,)
ON_PAPER_EVERY = 6


def open_sample(services: Services) -> Kegiatan:
    """The sample kegiatan of this data folder, created on the first run."""
    kegiatan = services.sample.find() or services.sample.plan()
    return services.planning.get(kegiatan.id)


def import_people(services: Services, kegiatan: Kegiatan) -> int:
    """Import the list once; returns how many peserta there are."""
    if not services.registration.of_kegiatan(kegiatan.id, Role.PESERTA):
        services.sample.import_people(kegiatan.id)
    return len(services.registration.of_kegiatan(kegiatan.id, Role.PESERTA))


def take_attendance(services: Services, kegiatan: Kegiatan) -> int:
    """Mark everybody in every open session and close it; returns how many peserta were there."""
    people = services.registration.of_kegiatan(kegiatan.id)
    marks = services.attendance.marks(kegiatan.id)
    first, *later = kegiatan.sessions
    for session in kegiatan.sessions:
        if session.closed_at:
            continue
        unmarked = [p for p in people if session.id not in marks.get(p.id, {})]
        for done in [_mark(services, p, session, consent=session is first) for p in unmarked]:
            done.result()
        if session in later:
            _let_leave(services, kegiatan, people, session)
        services.attendance.close_session(kegiatan.id, session.id)
    presences = services.attendance.presence_of_all(kegiatan)
    return sum(presences[p.id].seen for p in people if p.role is Role.PESERTA)


def _nth(people: Sequence[Participation], who: Participation) -> int:
    """The place of a peserta on the imported list, counted from 1; 0 for other roles."""
    peserta = [p.id for p in people if p.role is Role.PESERTA]
    return peserta.index(who.id) + 1 if who.id in peserta else 0


def _mark(services: Services, who: Participation, session: Session, *, consent: bool) -> Future[None]:
    people = services.registration.of_kegiatan(who.kegiatan_id)
    status = AWAY.get(_nth(people, who), Status.HADIR)
    return services.attendance.set_status(who, session.id, status, consent=consent and status is Status.HADIR)


def _let_leave(
    services: Services, kegiatan: Kegiatan, people: Sequence[Participation], session: Session
) -> None:
    marks = services.attendance.marks(kegiatan.id)
    for who in people:
        mark = marks.get(who.id, {}).get(session.id)
        if _nth(people, who) in LEFT_AT_TWO and mark is not None and mark.left_at is None:
            services.attendance.leave_early(who, mark, time(14, 0)).result()


def run_tests(services: Services, kegiatan: Kegiatan) -> int:
    """Hold both tests, most on the laptop and some on paper; returns the number of attempts."""
    if not services.quizzes.rounds(kegiatan.id):
        services.quizzes.prepare(kegiatan, seed=SEED)
    for kind in TestKind:
        item = services.quizzes.rounds(kegiatan.id)[kind]
        if item.status == "tutup":
            continue
        item = services.quizzes.open(item)
        for nth, who in enumerate(services.registration.of_kegiatan(kegiatan.id, Role.PESERTA), start=1):
            absent = nth in AWAY or (kind is TestKind.POST and nth in (*WITHOUT_POST_TEST, *LEFT_AT_TWO))
            if not absent:
                _take(services, item, who, nth)
        services.quizzes.close(item)
    results = services.results.of_kegiatan(kegiatan.id)
    return sum(results.attempts.values())


def _take(services: Services, item: Round, who: Participation, nth: int) -> None:
    form = services.quizzes.form(item)
    if nth % ON_PAPER_EVERY == 0:
        views = services.quizzes.paper_views(item)
        letters = [write_letters(v, _values(form.item(v.id), v, item.kind, nth)) for v in views]
        services.quizzes.key_paper(item, who, letters)
        return
    sitting = services.quizzes.sit(item, who)
    if sitting.handed_in:
        return
    waiting = [
        services.quizzes.answer(sitting, v.id, _values(form.item(v.id), v, item.kind, nth))
        for v in sitting.views
    ]
    for done in waiting:
        done.result()
    services.quizzes.hand_in(sitting).result()


def _values(item: FormItem, view: QuestionView, kind: TestKind, nth: int) -> list[Value]:
    """What the nth person answers: right with a chance that depends on person, topic and test."""
    chance = random.Random(f"{SEED} {nth} {kind.value} {item.question.pair}")
    topic = int(opaque_id("topik", item.question.pair), 16) % 30 / 100
    knows = 0.30 + nth % 7 * 0.03 + topic + (0.32 if kind is TestKind.POST else 0.0)
    if chance.random() < knows:
        return list(item.kind.best_values(item.question))
    return [_other(box, best, chance) for box, best in zip(view.inputs, _best(item), strict=True)]


def _best(item: FormItem) -> list[Value]:
    return list(item.kind.best_values(item.question))


def _other(box: Input, best: Value, chance: random.Random) -> Value:
    """A value that differs from the right one."""
    if isinstance(box, PickOne):
        return chance.choice(sorted(o.id for o in box.options if o.id != best))
    if isinstance(box, PickMany):
        return (chance.choice(sorted(o.id for o in box.options)),)
    if isinstance(box, Order):
        return tuple(reversed(list(best))) if isinstance(best, list | tuple) else best
    return best
