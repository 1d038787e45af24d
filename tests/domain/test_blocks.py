"""Words a slide shows, wherever in the tree they are."""

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
    walk,
    word_count,
)


def spans(text: str) -> tuple[Span, ...]:
    return (Span(text),)


TREE: tuple[Block, ...] = (
    Heading(2, spans("Tanda awal")),
    Columns(
        (
            (Paragraph((Span("Anak "), Span("menarik diri", bold=True), Span("."))),),
            (ListBlock(False, (spans("cemas"), spans("sulit tidur"))), Image("media/a.svg", "tak terlihat")),
        )
    ),
    Callout("ingat", "Bukan bukti", (Quote(spans("Tanda bukan bukti — belum.")),)),
    Figure("500.000", (Paragraph(spans("anak")),)),
    Table((spans("Siapa"), spans("Apa")), ((spans("UPTD"), spans("dampingi")),)),
)


def test_plain_text_has_every_visible_word_in_reading_order() -> None:
    assert plain_text(TREE) == (
        "Tanda awal\nAnak menarik diri.\ncemas\nsulit tidur\nBukan bukti\nTanda bukan bukti — belum.\n"
        "500.000\nanak\nSiapa Apa\nUPTD dampingi"
    )


def test_words_are_counted_without_dashes_and_alternative_texts() -> None:
    assert word_count(TREE) == 2 + 3 + 3 + 2 + 4 + 1 + 1 + 4


def test_walking_visits_blocks_inside_blocks() -> None:
    assert [type(block).__name__ for block in walk(TREE)] == [
        "Heading",
        "Columns",
        "Paragraph",
        "ListBlock",
        "Image",
        "Callout",
        "Quote",
        "Figure",
        "Paragraph",
        "Table",
    ]
