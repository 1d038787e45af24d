"""Every key, table and array element is found on the line where it is written."""

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.content.toml_lines import TomlLines

SOURCE = '''\
# a comment with [brackets] and = signs
title = "one # not a comment"

[owner]            # spoken for
name = 'Tom'
"dotted key".inner = 1
bio = """
[[not a table]]
key = "no"
"""

[[soal]]
id = "a"
list = [
  "x",  # first
  "y, with comma",
  [1,
   2],
  {k = 1, m = [3, 4]},
]

[[soal.opsi]]
teks = "satu"
[[soal.opsi]]
teks = 'dua " petik'

[[soal]]
id = "b"
when = 2024-03-05 07:30:00
[soal.rinci]
pi = 3.14
[[soal.opsi]]
teks = """empat""\\""""
"""'''.rstrip('"')


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("owner",), 4),
        (("owner", "name"), 5),
        (("owner", "dotted key"), 6),
        (("owner", "dotted key", "inner"), 6),
        (("owner", "bio"), 7),
        (("soal",), 12),
        (("soal", 0), 12),
        (("soal", 0, "id"), 13),
        (("soal", 0, "list"), 14),
        (("soal", 0, "list", 0), 15),
        (("soal", 0, "list", 1), 16),
        (("soal", 0, "list", 2), 17),
        (("soal", 0, "list", 2, 1), 18),
        (("soal", 0, "list", 3), 19),
        (("soal", 0, "list", 3, "m", 1), 19),
        (("soal", 0, "opsi", 0, "teks"), 23),
        (("soal", 0, "opsi", 1), 24),
        (("soal", 1, "id"), 28),
        (("soal", 1, "when"), 29),
        (("soal", 1, "rinci", "pi"), 31),
        (("soal", 1, "opsi", 0, "teks"), 33),
    ],
)
def test_a_path_has_its_line(path: tuple[str | int, ...], line: int) -> None:
    tomllib.loads(SOURCE)
    assert TomlLines(SOURCE).line(path) == line


def test_what_is_not_written_has_the_line_of_the_table_around_it() -> None:
    lines = TomlLines(SOURCE)
    assert lines.line(("soal", 1, "umpan")) == 27
    assert lines.line(("soal", 0, "opsi")) == 12
    assert lines.line(("soal", 1, "opsi", 0, "benar")) == 32
    assert lines.line(("tiada", "x")) == 1
    assert lines.line(()) == 1


def test_windows_line_ends_do_not_shift_lines() -> None:
    assert TomlLines("a = 1\r\n[b]\r\nc = 2\r\n").line(("b", "c")) == 3


VALUES = st.recursive(
    st.integers() | st.booleans() | st.text("ab\"'#[]{}=,\\ \n", max_size=6),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


def literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'"{escaped}"' if len(value) % 2 else f'"""{escaped}"""'
    return str(value)


@settings(deadline=None)
@given(st.lists(st.lists(VALUES, max_size=4), max_size=5))
def test_any_table_of_any_values_keeps_its_lines(tables: list[list[Any]]) -> None:
    rows: list[str] = []
    expected: dict[tuple[str | int, ...], int] = {}
    for number, values in enumerate(tables):
        rows.append("[[soal]]")
        expected["soal", number] = len(rows)
        for at, value in enumerate(values):
            rows.append(f"k{at} = {literal(value)} # {literal(at)}")
            expected["soal", number, f"k{at}"] = len(rows)
    source = "\n".join(rows)
    tomllib.loads(source)
    lines = TomlLines(source)
    assert {path: lines.line(path) for path in expected} == expected


@settings(deadline=None)
@given(st.text("ab\"'#[]{}=,.\\ \n", max_size=60))
def test_reading_ends_for_any_text_at_all(source: str) -> None:
    assert TomlLines(source).line(("a",)) >= 1
