"""The help pages: plain words, numbered steps, and nothing named that is not there."""

import re
import string

import pytest
from PIL import Image

from bimtek.content.markdown import Reader
from bimtek.domain.blocks import Heading, ListBlock, Paragraph, walk
from bimtek.domain.blocks import Image as Picture
from bimtek.host.paths import asset
from bimtek.services.help import FIRST, GROUPS, Help
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.pages import PAGES
from tests.bantuan import COLOURS, NAMES
from tests.test_texts import marked

FOLDER = asset("bantuan")
KEYS = [key for _group, keys in GROUPS for key in keys]
MOST_WORDS = 15
MOST_BYTES = 1_500_000
SENTENCE = re.compile(r"(?<=[.?!])\s+")
LAW = re.compile(r"\b(?:pasal|ayat|undang-undang|UU|pidana|penjara|denda)\b", re.IGNORECASE)
EVERY_PAGE = pytest.mark.parametrize("key", KEYS)


@pytest.fixture(scope="module")
def guide():
    return Help(FOLDER)


@pytest.fixture(scope="module")
def known():
    """Whatever the window can say, as one pattern."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in set(wordings())))


def source(key):
    return (FOLDER / f"{key}.md").read_text(encoding="utf-8")


def spans_of(block):
    if isinstance(block, ListBlock):
        return [span for item in block.items for span in item]
    return list(getattr(block, "spans", ()))


def texts_of(block):
    """Every run of text that is read in one go."""
    if isinstance(block, ListBlock):
        return ["".join(span.text for span in item) for item in block.items]
    return ["".join(span.text for span in spans_of(block))] if spans_of(block) else []


def wordings():
    """Every wording of the window, as a pattern: a field stands for anything."""
    for where, _node, wording in marked():
        if wording and where.startswith(("bimtek/ui/", "bimtek/services/")):
            parts = list(string.Formatter().parse(wording))
            if any(len(text.strip()) > 2 for text, *_rest in parts):  # "{what} {advice}" fits everything
                yield "".join(re.escape(part[0]) + (".+" if part[1] is not None else "") for part in parts)


def test_every_file_is_in_the_list_once_and_every_entry_is_a_file():
    assert sorted(KEYS) == sorted(path.stem for path in FOLDER.glob("*.md"))
    assert KEYS[0] == FIRST


@EVERY_PAGE
def test_a_page_reads_without_a_complaint_and_has_a_title_and_numbered_steps(key):
    problems = []
    (part,) = Reader(f"{key}.md", problems).parts(source(key))
    assert problems == []
    assert part.title
    lists = [block for block in walk(part.blocks) if isinstance(block, ListBlock)]
    assert lists
    assert all(block.ordered for block in lists)


@EVERY_PAGE
def test_a_sentence_has_fifteen_words_at_most_and_teaches_no_law(guide, key):
    long = [
        sentence
        for block in walk(guide.blocks(guide.page(key)))
        for text in texts_of(block)
        for sentence in SENTENCE.split(text)
        if sum(any(c.isalnum() for c in word) for word in sentence.split()) > MOST_WORDS
    ]
    assert long == []
    assert LAW.findall(source(key)) == []


@EVERY_PAGE
def test_what_stands_in_bold_stands_on_the_screen(guide, known, key):
    bold = [
        span.text
        for block in walk(guide.blocks(guide.page(key)))
        if isinstance(block, Paragraph | ListBlock)
        for span in spans_of(block)
        if span.bold
    ]
    assert [word for word in bold if not known.fullmatch(word)] == []


def test_a_button_that_is_not_there_would_be_noticed(known):
    assert known.fullmatch("Buat kegiatan")
    assert not known.fullmatch("Buat rapat")


@EVERY_PAGE
def test_a_picture_that_is_named_is_there_and_says_what_it_shows(guide, key):
    for block in walk(guide.blocks(guide.page(key))):
        if isinstance(block, Picture):
            assert guide.picture(block.path).is_file(), block.path
            assert len(block.alt) > 4


def test_every_picture_is_drawn_by_the_make_target_and_used(guide):
    used = {
        guide.picture(block.path).stem
        for page in guide.pages
        for block in walk(guide.blocks(page))
        if isinstance(block, Picture)
    }
    there = {path.stem for path in (FOLDER / "gambar").iterdir()}
    assert used == there == set(NAMES)


def test_pictures_are_small_together_and_of_few_colours():
    paths = sorted((FOLDER / "gambar").iterdir())
    assert sum(path.stat().st_size for path in paths) < MOST_BYTES
    for path in paths:
        with Image.open(path) as picture:
            assert picture.mode == "P", path.name
            assert len(picture.getcolors(COLOURS) or ()) > 4, path.name


def test_every_place_and_every_step_has_its_page():
    wanted = {place.key for place in PAGES} | {f"langkah-{step.key.value}" for step in STEPS}
    assert wanted <= set(KEYS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("listrik", "kalau-listrik-padam"),
        ("LUPA pin", "pin"),
        ("usb cadangan", "kalau-laptop-rusak"),
        ("gladi", "gladi-bersih"),
        ("  Kop   ", "kop"),
    ],
)
def test_search_finds_all_words_in_any_case(guide, typed, first):
    assert guide.search(typed)[0].key == first


def test_search_wants_every_word_and_nothing_typed_lists_all(guide):
    assert guide.search("listrik zzzz") == []
    assert [page.key for page in guide.search("")] == KEYS


def test_headings_inside_a_page_are_short(guide):
    for page in guide.pages:
        for block in walk(guide.blocks(page)):
            if isinstance(block, Heading):
                assert len("".join(span.text for span in block.spans).split()) <= 6
