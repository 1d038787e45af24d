"""Two letters find everybody they should, and nobody is lost or counted twice."""

from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.attendance import Mark, Status
from bimtek.domain.people import Participation, Person, PersonName, Sex
from bimtek.services.attendance import Line
from bimtek.ui.models.roll import Roll


def line(key, name, sex=Sex.FEMALE, mark=None):
    person = Person(id=f"o{key}", name=PersonName(name, "", "S.Pd."), sex=sex, unsur="Kader")
    return Line(Participation(id=key, kegiatan_id="k", person=person), mark)


def mark(key, status=Status.HADIR):
    return Mark(id="", session_id="s", participation_id=key, status=status)


def titles(lines):
    return [found.participation.person.name.name for found in lines]


def test_two_letters_find_the_beginning_of_any_word_but_not_its_middle():
    roll = Roll([line("1", "Siti Aminah"), line("2", "Nur Sisilia"), line("3", "Basirun")])
    assert titles(roll.find("si").lines) == ["Siti Aminah", "Nur Sisilia"]
    assert titles(roll.find("SITI am").lines) == ["Siti Aminah"]
    assert roll.find("").lines == ()


def test_people_not_taken_yet_come_first():
    roll = Roll([line("1", "Siti A", mark=mark("1")), line("2", "Siti B")])
    assert titles(roll.find("si").lines) == ["Siti B", "Siti A"]


def test_an_unknown_name_leads_to_similar_ones():
    found = Roll([line("1", "Siti Aminah"), line("2", "Budi")]).find("Sitti")
    assert (found.lines, titles(found.similar)) == ((), ["Siti Aminah"])
    assert Roll([line("1", "Siti Aminah")]).find("Zainal").similar == ()


def test_accents_and_apostrophes_do_not_hide_anybody():
    assert titles(Roll([line("1", "Ḥalimah Nur‘aini")]).find("hal").lines) == ["Ḥalimah Nur‘aini"]


def test_marking_counts_and_is_taken_back():
    roll = Roll([line("1", "Siti"), line("2", "Budi", Sex.MALE)])
    before = roll.mark("2", mark("2"))
    assert (roll.present.male, roll.present.female, roll.untaken) == (1, 0, 1)
    assert titles(roll.recent) == ["Budi"]
    roll.mark("2", before.mark)
    assert (roll.present.total, roll.untaken, roll.recent) == (0, 2, [])


def test_excused_people_are_taken_but_not_present():
    roll = Roll([line("1", "Siti")])
    roll.mark("1", mark("1", Status.IZIN))
    assert (roll.present.total, roll.untaken) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from([*Status, None])), max_size=30))
def test_any_sequence_of_marks_leaves_the_last_one_of_each(steps):
    roll = Roll([line(str(n), f"Orang {n}") for n in range(9)])
    last = {}
    for who, status in steps:
        roll.mark(str(who), None if status is None else mark(str(who), status))
        last[who] = status
    shown = {int(x.participation.id): x.mark and x.mark.status for x in roll.lines}
    assert shown == {n: last.get(n) for n in range(9)}
    assert roll.present.total == sum(s is Status.HADIR for s in last.values())
    assert len(roll.recent) == min(5, sum(s is not None for s in last.values()))
