"""Names as they are printed, lines as lists show them, counts that add up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.people import Counts, Person, PersonName, Sex


@pytest.mark.parametrize(
    ("name", "full"),
    [
        (PersonName("Siti Aminah"), "Siti Aminah"),
        (PersonName("Siti Aminah", front="Dra. Hj."), "Dra. Hj. Siti Aminah"),
        (PersonName("Siti Aminah", back="S.Sos., M.Si."), "Siti Aminah, S.Sos., M.Si."),
        (PersonName("Ngatmin", front="H.", back="S.H."), "H. Ngatmin, S.H."),
    ],
)
def test_full_name_has_its_titles_before_and_behind(name, full):
    assert name.full == str(name) == full


def person(**facts):
    return Person(id="p", name=PersonName("Siti"), **facts)


def test_lines_of_a_list_leave_out_what_is_not_known():
    assert person(instansi="Pemdes Contoh", jabatan="Kasi").office_line == "Pemdes Contoh/Kasi"
    assert person(jabatan="Kader").office_line == "Kader"
    assert person().office_line == ""
    assert person(desa="Contoh", kecamatan="Jepon").village_line == "Contoh/Jepon"
    assert person(kecamatan="Jepon").village_line == "Jepon"


def test_counts_of_nobody_are_zero():
    assert Counts.of([]) == Counts(0, 0, 0, 0, ())


def test_unsur_run_from_most_to_least_and_then_by_name():
    people = [person(unsur=u) for u in ("Kader", "APH", "Guru", "Kader", "", "APH", "Kader")]
    assert Counts.of(people).by_unsur == (("Kader", 3), ("APH", 2), ("", 1), ("Guru", 1))


@given(st.lists(st.builds(person, sex=st.sampled_from(Sex), unsur=st.sampled_from(["", "A", "B", "C"]))))
def test_counts_add_up(people):
    counts = Counts.of(people)
    assert counts.total == counts.male + counts.female + counts.unknown == len(people)
    assert sum(n for _unsur, n in counts.by_unsur) == len(people)
    assert counts.unknown == sum(p.sex is Sex.UNKNOWN for p in people)
