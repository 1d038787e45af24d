"""Whatever an author writes in the bank, it is read or refused, never a crash."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.content.bank import Entry, read_bank
from bimtek.content.problems import Problem, Severity
from bimtek.content.toml_lines import TomlLines
from bimtek.domain.questions import KINDS, dump_question, parse_question
from tests.counts import sampled
from tests.domain.questions.samples import tables

KIND_NAMES = [kind.name for kind in KINDS]
JUNK: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=4)
    | st.dates()
    | st.sampled_from(KIND_NAMES),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["opsi", "teks", "benar", "jenis", "soal", "id", "bagian"]), inner)
    ),
    max_leaves=8,
)


def read(tables_: Any) -> tuple[list[Entry], list[Problem]]:
    problems: list[Problem] = []
    entries = list(read_bank("kuis/01.toml", {"soal": tables_}, TomlLines(""), problems))
    return entries, [problem for problem in problems if problem.severity is Severity.SALAH]


@pytest.mark.parametrize("kind", KIND_NAMES)
@settings(deadline=None, max_examples=sampled(10, 60))
@given(data=st.data())
def test_every_kind_is_read_as_its_own_parser_reads_it(kind: str, data: st.DataObject) -> None:
    table = {**data.draw(tables(kind)), "sumber": ["dh"]}
    entries, problems = read([table])
    assert [str(problem) for problem in problems] == []
    assert [entry.question for entry in entries] == [parse_question(table)]
    again, _none = read([dump_question(entries[0].question)])
    assert [entry.question for entry in again] == [entries[0].question]


@pytest.mark.parametrize("kind", KIND_NAMES)
@settings(deadline=None, max_examples=sampled(20, 120))
@given(data=st.data())
def test_a_table_with_any_key_gone_wrong_is_still_judged(kind: str, data: st.DataObject) -> None:
    table = data.draw(tables(kind))
    key = data.draw(st.sampled_from(sorted(table)))
    table[key] = data.draw(JUNK)
    entries, problems = read([table])
    assert len(entries) == 1 or problems


@settings(deadline=None, max_examples=sampled(30, 200))
@given(JUNK)
def test_anything_under_soal_is_judged(value: Any) -> None:
    entries, problems = read(value)
    assert not entries or not problems


def test_all_problems_of_all_questions_are_named_at_once() -> None:
    broken = {"id": "a b", "jenis": "kasus", "soal": "", "cerita": 1, "bagian": [{"id": "x"}, {"jenis": "x"}]}
    _entries, problems = read([broken, {"jenis": "benar-salah"}])
    said = [str(problem.message) for problem in problems]
    assert "Isi “id” memakai huruf atau tanda yang tidak boleh." in said
    assert "Isi “soal” masih kosong." in said
    assert "Isi “cerita” harus berupa teks dalam tanda kutip." in said
    assert "Jenis soal “x” tidak dikenal di sini." in said
    assert "Kunci “jenis” belum diisi." in said
    assert "Kunci “kunci” belum diisi." in said
