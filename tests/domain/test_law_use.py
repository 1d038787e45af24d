"""What of a module rests on which norm, and what no longer stands."""

from dataclasses import replace
from datetime import date

import pytest

from bimtek.domain.law import LawReference
from bimtek.domain.law_book import Asked, Certainty, LawBook, Status
from bimtek.domain.law_use import CitationReader, Part, Trouble, uses
from bimtek.domain.module import Module, Slide
from tests.domain.test_law_book import LAW, norm

DAY = date(2026, 11, 29)
OLD = norm("a-20", "uu-12-2022/20", status=Status.REPLACED, replaced_by=("a-7",), until_day=date(2026, 1, 1))
NEW = norm("a-7", "uu-12-2022/7")
UNSURE = norm("a-8", "uu-12-2022/8", certainty=Certainty.OPEN)
BOOK = LawBook([OLD, NEW, UNSURE])


def module(notes: str = "", *marks: str) -> Module:
    slide = Slide(id="s", notes=notes, references=tuple(map(LawReference.parse, marks)))
    return Module(id="m", version="1.0.0", title="M", slides=(slide,))


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Menurut UU A Pasal 14 ayat 5, begini.", "uu-12-2022/14/5"),
        ("Pasal 14 ayat (1) huruf a UU A", "uu-12-2022/14/1/a"),
        ("UU 11 Tahun 2012 Pasal 19 mewajibkan", "uu-11-2012/19"),
        ("Pasal 7 UU No. 12 Tahun 2022", "uu-12-2022/7"),
        ("Pasal 27A UU A", "uu-12-2022/27A"),
    ],
)
def test_citations_in_running_text_are_read(text: str, reference: str) -> None:
    (cited,) = CitationReader([LAW]).read(text)
    assert cited.reference == LawReference.parse(reference)


def test_pasal_alone_means_the_act_of_the_marks_and_dangles_without() -> None:
    (use,) = uses(module("Pasal 7 membuka pintu.", "uu-12-2022/7"), BOOK)
    assert list(use.findings(BOOK, DAY)) == []
    (use,) = uses(module("Pasal 7 membuka pintu."), BOOK)
    assert [one.trouble for one in use.findings(BOOK, DAY)] == [Trouble.DANGLING]


def test_a_slide_without_law_is_no_use() -> None:
    assert list(uses(module("Cari bantuan."), BOOK)) == []


def test_an_unverified_and_an_unknown_norm_are_told() -> None:
    (use,) = uses(module("", "uu-12-2022/8", "uu-12-2022/99"), BOOK)
    assert use.part is Part.SLIDE
    assert [one.trouble for one in use.findings(BOOK, DAY)] == [Trouble.OPEN, Trouble.DANGLING]


def test_a_replaced_norm_stands_only_beside_its_replacement() -> None:
    (alone,) = uses(module("", "uu-12-2022/20"), BOOK)
    assert [(one.trouble, one.norm) for one in alone.findings(BOOK, DAY)] == [(Trouble.LAPSED, OLD)]
    (both,) = uses(module("", "uu-12-2022/20", "uu-12-2022/7"), BOOK)
    assert list(both.findings(BOOK, DAY)) == []
    assert list(alone.findings(BOOK, date(2025, 12, 31))) == []


def test_what_nobody_may_be_asked_is_no_key_but_may_be_taught() -> None:
    book = LawBook([replace(NEW, asked=Asked.NOBODY)])
    (use,) = uses(module("", "uu-12-2022/7"), book)
    assert list(use.findings(book, DAY)) == []
    assert [one.trouble for one in replace(use, scored=True).findings(book, DAY)] == [Trouble.NO_KEY]
