"""The small Markdown becomes blocks; whatever it does not know is said and not lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bimtek.content.lesson import read_cards, read_slides
from bimtek.content.markdown import Part, Reader
from bimtek.domain.blocks import (
    Block,
    Callout,
    Columns,
    Figure,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Table,
    plain_text,
)
from bimtek.domain.law import LawReference
from bimtek.domain.module import Slide


def parts(source: str) -> list[Part]:
    reader = Reader("materi/01.md", [])
    found = reader.parts(source)
    assert [str(p) for p in reader.problems] == []
    return found


def blocks(source: str) -> tuple[Block, ...]:
    return parts(source)[0].blocks


def slides(source: str) -> list[Slide]:
    reader = Reader("materi/01-awal.md", [])
    found = list(read_slides(reader, source))
    assert [str(p) for p in reader.problems] == []
    return found


def said(source: str) -> list[str]:
    reader = Reader("materi/01.md", [])
    list(read_slides(reader, source))
    return [str(p) for p in reader.problems]


def test_styles_become_spans_and_line_breaks_become_blanks() -> None:
    assert blocks("satu **dua *tiga*** _empat_\nlima  \nenam") == (
        Paragraph(
            (
                Span("satu "),
                Span("dua ", bold=True),
                Span("tiga", bold=True, italic=True),
                Span(" "),
                Span("empat", italic=True),
                Span(" lima enam"),
            )
        ),
    )


def test_every_block_of_the_subset() -> None:
    source = """\
## Dua

> Kata
> orang.
>
> Lagi.

1. a
2. b

- c

- d

| A | B |
|---|:-:|
| 1 | **2** |

![Bagan: alur](media/alur%20satu.svg)
"""
    assert blocks(source) == (
        Heading(2, (Span("Dua"),)),
        Quote((Span("Kata orang. Lagi."),)),
        ListBlock(True, ((Span("a"),), (Span("b"),))),
        ListBlock(False, ((Span("c"),), (Span("d"),))),
        Table(((Span("A"),), (Span("B"),)), (((Span("1"),), (Span("2", bold=True),)),)),
        Image("media/alur satu.svg", "Bagan: alur"),
    )


def test_containers_nest_and_columns_split_at_plus_signs() -> None:
    source = """\
::: kolom
kiri

::: ingat Rasa aman dulu
isi
:::
+++
::: angka 1 dari 3
anak
:::
:::
sesudah
"""
    one = (Span("isi"),)
    assert blocks(source) == (
        Columns(
            (
                (
                    Paragraph((Span("kiri"),)),
                    Callout("ingat", "Rasa aman dulu", (Paragraph(one),)),
                ),
                (Figure("1 dari 3", (Paragraph((Span("anak"),)),)),),
            )
        ),
        Paragraph((Span("sesudah"),)),
    )


def test_slides_split_at_dashes_but_not_inside_notes() -> None:
    found = slides("# Satu\n<!--\nCatatan\n---\nmasih catatan\n-->\n\n---\n\n# Dua\n<!-- x -->\n---\n\n")
    assert [(s.id, s.line, s.notes) for s in found] == [
        ("01-awal-1", 1, "Catatan\n---\nmasih catatan"),
        ("01-awal-2", 10, "x"),
    ]


def test_marks_are_read_and_other_comments_are_notes() -> None:
    (slide,) = slides(
        "<!-- @id bentuk -->\n<!-- @menit 4 -->\n<!-- @sensitif Menyebut ancaman. -->\n"
        "<!-- @sumber a, b -->\n<!-- @rujukan uu-12-2022/14/1/a -->\n# Bentuk\n"
        "<!--\n  Katakan: pelan.\n\n  - Tanyakan satu.\n-->\n<!-- Kegiatan: kartu. -->"
    )
    assert (slide.id, slide.minutes, slide.sensitive) == ("bentuk", 4, "Menyebut ancaman.")
    assert slide.sources == ("a", "b")
    assert slide.references == (LawReference("uu", 12, 2022, "14", "1", "a"),)
    assert slide.notes == "Katakan: pelan.\n\n- Tanyakan satu.\n\nKegiatan: kartu."


def test_windows_and_mac_text_reads_the_same_as_any_other() -> None:
    assert slides("# Satu\n\n---   \n# Dua")[1].title == (Span("Dua"),)


def test_words_of_unknown_forms_are_kept() -> None:
    reader = Reader("materi/01.md", [])
    part = reader.parts("::: entah\nisi\n:::\n\n    kode\n\n[tautan](http://contoh.id) dan `kode`")[0]
    assert plain_text(part.blocks) == "isi\nkode\n\ntautan dan kode"
    assert [p.line for p in reader.problems] == [1, 5, 7, 7]


def test_problems_inside_a_paragraph_have_their_own_line() -> None:
    assert said("# Satu\n\nsatu\ndua <b>\ntiga\n") == [
        "materi/01.md:4: salah: HTML tidak boleh di sini. Tulis dengan Markdown biasa."
    ]


def test_an_open_comment_does_not_swallow_the_next_slide() -> None:
    problems = said("# Satu\n<!-- lupa\n\n---\n\n# Dua\n<!-- catatan -->\n")
    assert problems == ["materi/01.md:2: salah: Komentar “<!--” belum ditutup dengan “-->”."]


def test_containers_in_containers_end_somewhere() -> None:
    problems = said("::: penting\n" * 50_000)
    assert "materi/01.md:4: salah: Bagian “:::” bertumpuk terlalu dalam." in problems


def test_cards_take_their_kind_from_the_first_comment() -> None:
    reader = Reader("kartu/kasus.md", [])
    cards = list(read_cards(reader, "<!-- @jenis kasus -->\n\n---\n# **Satu**\nisi\n---\n# Dua\n<!-- x -->"))
    assert [(card.kind, card.title, card.line) for card in cards] == [
        ("kasus", "Satu", 4),
        ("kasus", "Dua", 7),
    ]
    assert reader.problems == []


@pytest.mark.parametrize("source", ["", "\n\n", "---\n---\n"])
def test_nothing_written_is_no_slide(source: str) -> None:
    assert slides(source) == []


LINES = [
    "---",
    ":::",
    "::: kolom",
    "+++",
    "::: penting a",
    "::: angka",
    "# a",
    "- b",
    "  - c",
    "> d",
    "| e |",
    "|---|",
    "<!-- f -->",
    "<!-- @menit 3 -->",
    "<!--",
    "-->",
    "![g](h.svg)",
    "<i>j</i>",
    "1. k",
    "***",
    "```",
    "**l",
    "[m](n)",
    "\t\to",
    "===",
    "&amp; \\* p",
    "",
]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_any_mixture_of_lines_is_read_to_the_end(lines: list[str]) -> None:
    reader = Reader("materi/01.md", [])
    list(read_slides(reader, "\n".join(lines)))
    assert all(1 <= problem.line <= len(lines) + 1 for problem in reader.problems)
