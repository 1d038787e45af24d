"""The kiosk's rules: nobody sees another's answers, nobody loses their own, whatever is pressed when."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bimtek.ui.kiosk.machine import KioskMachine, Place, Saved
from tests.counts import sampled

QUESTIONS = ("q1", "q2", "q3")


def seated(values=None, who="siti", machine=None, **more):
    machine = machine or KioskMachine()
    machine.pick(who)
    turn = machine.try_code()
    machine.seat(turn, QUESTIONS, values or {}, handed_in=more.get("handed_in", False))
    return machine


def test_the_way_from_name_to_thanks():
    machine = KioskMachine()
    machine.pick("siti")
    assert machine.place is Place.CODE
    assert machine.seat(machine.try_code(), QUESTIONS, {}, handed_in=False) == []
    for _question in QUESTIONS:
        machine.stored(machine.give(["a"]))
        machine.next()
    assert (machine.place, machine.unanswered) == (Place.REVIEW, ())
    assert machine.handed_in(machine.hand_in())
    assert machine.place is Place.DONE
    machine.leave()
    assert (machine.place, machine.who, machine.values("q1")) == (Place.NAME, "", ())


def test_a_code_is_tried_once_at_a_time():
    machine = KioskMachine()
    machine.pick("siti")
    turn = machine.try_code()
    assert machine.try_code() is None
    assert machine.refuse_code(turn)
    assert machine.try_code() == turn


def test_going_on_begins_at_the_first_question_without_an_answer():
    assert seated({"q1": ["a"]}).at == 1
    assert seated({q: ["a"] for q in QUESTIONS}).place is Place.REVIEW


def test_a_question_with_a_part_left_open_is_pointed_out():
    machine = seated({"q1": ["a", None], "q2": ["a", "b"]})
    assert machine.is_answered("q1")
    assert not machine.is_complete("q1")
    assert machine.unanswered == (0, 2)


def test_somebody_who_handed_in_before_sees_thanks_and_no_answers():
    machine = seated({"q1": ["a"]}, handed_in=True)
    assert (machine.place, machine.finished_before, machine.question) == (Place.DONE, True, "")


def test_escape_leaves_the_code_and_nothing_else():
    machine = KioskMachine()
    machine.pick("siti")
    machine.back()
    assert machine.place is Place.NAME
    machine = seated()
    machine.back()
    assert (machine.place, machine.who) == (Place.QUESTION, "siti")


def test_stored_is_said_only_when_the_last_tap_is_durable():
    machine = seated()
    first, second = machine.give(["a"]), machine.give(["b"])
    assert machine.saved("q1") is Saved.ON_THE_WAY
    assert not machine.stored(first)
    assert machine.saved("q1") is Saved.ON_THE_WAY
    assert machine.stored(second)
    assert machine.saved("q1") is Saved.STORED
    assert machine.saved("q2") is Saved.NOTHING


def test_the_same_tap_twice_is_stored_once():
    machine = seated()
    assert machine.give(["a"]) is not None
    assert machine.give(["a"]) is None


def test_kirim_waits_for_answers_on_their_way_and_is_sent_once():
    machine = seated({q: ["a"] for q in QUESTIONS[:2]})
    save = machine.give(["c"])
    machine.next()
    assert machine.hand_in() is None
    machine.stored(save)
    assert machine.hand_in() == machine.turn
    assert machine.hand_in() is None
    assert machine.not_handed_in(machine.turn)
    assert machine.hand_in() == machine.turn


def test_an_answer_the_disk_refused_is_kept_for_its_owner_and_stored_when_they_come_back():
    machine = seated()
    machine.not_stored(machine.give(["a"]), "siti", closed=False)
    assert machine.saved("q1") is Saved.FAILED
    machine.leave()
    seated({}, "budi", machine)
    assert machine.values("q1") == ()
    machine.leave()
    machine.pick("siti")
    again = machine.seat(machine.try_code(), QUESTIONS, {}, handed_in=False)
    assert [(save.question, list(save.values)) for save in again] == [("q1", ["a"])]


def test_an_answer_refused_after_its_owner_left_is_kept_too():
    machine = seated()
    save = machine.give(["a"])
    machine.leave()
    seated({}, "budi", machine)
    assert not machine.not_stored(save, "siti", closed=False)
    assert machine.saved("q1") is Saved.NOTHING
    machine.leave()
    machine.pick("siti")
    assert machine.seat(machine.try_code(), QUESTIONS, {}, handed_in=False)[0].values == ["a"]


def test_retry_stores_what_failed():
    machine = seated()
    machine.not_stored(machine.give(["a"]), "siti", closed=False)
    (save,) = machine.retry()
    assert machine.saved("q1") is Saved.ON_THE_WAY
    machine.stored(save)
    assert machine.all_stored


def test_a_test_closed_meanwhile_ends_the_turn_without_a_trace_on_the_screen():
    machine = seated({"q1": ["a"]})
    machine.not_stored(machine.give(["b"]), "siti", closed=True)
    assert (machine.place, machine.values("q1"), machine.questions) == (Place.CLOSED, (), ())
    machine.leave()
    assert machine.place is Place.NAME


@pytest.mark.parametrize("place", ["code", "question", "review", "done"])
def test_after_a_minute_comes_a_warning_and_ten_seconds_later_the_names(place):
    machine = KioskMachine()
    if place == "code":
        machine.pick("siti")
    else:
        seated({q: ["a"] for q in QUESTIONS} if place != "question" else {}, machine=machine)
    if place == "done":
        machine.handed_in(machine.hand_in())
    machine.touch(100.0)
    assert machine.seconds_left(159.9) is None
    assert machine.seconds_left(163.0) == 7.0
    assert not machine.tick(169.9)
    machine.touch(169.9)
    assert machine.seconds_left(170.0) is None
    assert machine.tick(240.0)
    assert (machine.place, machine.who) == (Place.NAME, "")


def test_the_names_stay_however_long_nobody_comes():
    machine = KioskMachine()
    assert machine.seconds_left(9_999.0) is None
    assert not machine.tick(9_999.0)


class AnyOrder(RuleBasedStateMachine):
    """People, disk and clock act in any order; what is on the screen must belong to who stands there."""

    @initialize()
    def begin(self):
        self.kiosk, self.disk, self.on_the_way, self.now, self.asked = KioskMachine(), {}, [], 0.0, []
        self.last = {}

    def send(self, saves, who):
        for save in saves:
            self.on_the_way.append((save, who))

    @rule(who=st.sampled_from(["siti", "budi", "wahyu"]))
    def pick(self, who):
        self.kiosk.pick(who)

    @rule()
    def type_code(self):
        turn = self.kiosk.try_code()
        if turn is not None:
            self.asked.append((turn, self.kiosk.who))

    @precondition(lambda self: self.asked)
    @rule(right=st.booleans())
    def code_checked(self, right):
        turn, who = self.asked.pop(0)
        if right:
            self.disk_finishes(works=True)  # sitting down goes through the same queue as the answers
            saves = self.kiosk.seat(turn, QUESTIONS, dict(self.disk.get(who, {})), handed_in=False)
            self.send(saves, who)
        else:
            self.kiosk.refuse_code(turn)

    @rule(value=st.sampled_from("abc"))
    def tap(self, value):
        who, question = self.kiosk.who, self.kiosk.question
        save = self.kiosk.give([f"{who}:{value}"])
        if question:
            self.last[who, question] = [f"{who}:{value}"]
        if save is not None:
            self.send([save], who)

    def disk_finishes(self, works):
        while self.on_the_way:
            self.one_answer(works)

    def teardown(self):
        self.disk_finishes(works=True)
        for (who, question), value in self.last.items():
            kept = self.kiosk.unstored(who).get(question)
            assert value in (self.disk.get(who, {}).get(question), kept), "an answer was lost"

    @precondition(lambda self: self.on_the_way)
    @rule(works=st.booleans())
    def disk_answers(self, works):
        self.one_answer(works)

    def one_answer(self, works):
        save, who = self.on_the_way.pop(0)
        if works:
            self.disk.setdefault(who, {})[save.question] = save.values
            self.kiosk.stored(save)
        else:
            self.kiosk.not_stored(save, who, closed=False)

    @rule()
    def forward(self):
        self.kiosk.next()

    @rule()
    def backward(self):
        self.kiosk.previous()

    @rule()
    def escape(self):
        self.kiosk.back()

    @rule()
    def leave(self):
        self.kiosk.leave()

    @rule()
    def retry(self):
        self.send(self.kiosk.retry(), self.kiosk.who)

    @rule(seconds=st.sampled_from([1.0, 65.0, 80.0]))
    def wait(self, seconds):
        self.now += seconds
        self.kiosk.tick(self.now)

    @rule()
    def move(self):
        self.kiosk.touch(self.now)

    @invariant()
    def only_own_answers_are_on_the_screen(self):
        for question in QUESTIONS:
            for value in self.kiosk.values(question):
                assert value.startswith(f"{self.kiosk.who}:")

    @invariant()
    def the_names_know_nobody(self):
        if self.kiosk.place is Place.NAME:
            assert (self.kiosk.who, self.kiosk.questions) == ("", ())

    @invariant()
    def what_is_called_stored_is_stored(self):
        for question in QUESTIONS:
            if self.kiosk.who and self.kiosk.saved(question) is Saved.STORED:
                assert self.disk[self.kiosk.who][question] == self.kiosk.values(question)


AnyOrder.TestCase.settings = settings(max_examples=sampled(50, 300), stateful_step_count=40, deadline=None)
test_in_any_order = AnyOrder.TestCase
