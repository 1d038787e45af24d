"""Whatever a person reads is marked for translation, is Indonesian, and can be taken out by Babel."""

import ast
import re
import string
import subprocess
import sys

import pytest
from babel.messages.pofile import read_po

from tests.tree import PACKAGE, ROOT, called, name_of, parsed, sources

NAMES = frozenset({"Bimtek"})
QT_SHOWS = frozenset(
    {
        "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
        "setAccessibleName", "setAccessibleDescription", "setTitle", "setSuffix", "setPrefix", "setItemText",
        "setHeaderData", "addAction", "addMenu", "setInformativeText", "QLabel", "QPushButton", "QAction",
        "QCheckBox", "QRadioButton", "QGroupBox", "getOpenFileName", "getSaveFileName",
        "getExistingDirectory",
    }
)  # fmt: skip
OURS_SHOW = frozenset({"label", "primary", "secondary", "quiet", "danger", "say", "toast", "confirm", "Card"})
WORD = re.compile(r"[A-Za-z]{3,}")
ENGLISH = frozenset(
    re.findall(
        r"\w+",
        "the and are not this that with from your you please click save open close cancel delete remove edit"
        " add error failed failure warning invalid unknown missing loading settings search name date file"
        " files new next back finish done yes user password print export update help about question answer",
    )
)
FIELD = re.compile(r"\{[^{}]*\}")


def every(*wanted, folder=PACKAGE):
    for path in sources(folder):
        for node in ast.walk(parsed(path)):
            if called(node) in wanted:
                yield path, node


def marked():
    """(where, call, wording) of everything inside `_()`."""
    for path, node in every("_"):
        where = f"{name_of(path)}:{node.lineno}"
        first = node.args[0] if node.args else None
        yield where, node, first.value if isinstance(first, ast.Constant) else None


def test_underscore_takes_one_plain_string():
    wrong = [
        where
        for where, node, wording in marked()
        if not isinstance(wording, str) or len(node.args) != 1 or "%(" in wording or "%s" in wording
    ]
    assert wrong == []


def test_every_place_of_a_wording_has_a_name_and_what_is_passed_is_used():
    wrong = []
    for where, node, wording in marked():
        fields = {part[1] for part in string.Formatter().parse(wording or "") if part[1] is not None}
        given = {keyword.arg for keyword in node.keywords}
        if not all(field.isidentifier() for field in fields) or (given and given != fields):
            wrong.append(f"{where} {sorted(fields)} {sorted(map(str, given))}")
    assert wrong == []


def test_b9_42_no_english_stands_in_a_wording():
    found = [
        f"{where} {word}"
        for where, _node, wording in marked()
        for word in WORD.findall(FIELD.sub("", wording or ""))
        if word.lower() in ENGLISH
    ]
    assert found == []


def is_bare(node):
    """True for a literal with words in it, also inside an f-string."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
    return any(WORD.search(text) and text not in NAMES for text in texts)


def test_widgets_show_marked_words_only():
    bare = [
        f"{name_of(path)}:{node.lineno} {called(node)}"
        for path, node in every(*QT_SHOWS, *OURS_SHOW, folder=PACKAGE / "ui")
        for argument in (node.args if called(node) in QT_SHOWS else node.args[:1])
        if is_bare(argument)
    ]
    assert bare == []


def test_errors_are_worded_for_people():
    kinds = {
        node.name for node in ast.walk(parsed(PACKAGE / "domain/errors.py")) if isinstance(node, ast.ClassDef)
    }
    bare = [
        f"{name_of(path)}:{node.lineno} {called(node)}"
        for path, node in every(*kinds)
        for argument in node.args[:3]
        if is_bare(argument)
    ]
    assert bare == []


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    target = tmp_path_factory.mktemp("bahasa") / "bimtek.pot"
    subprocess.run(
        [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "pyproject.toml",
         "-o", str(target), "bimtek"],
        cwd=ROOT, check=True, timeout=120,
    )  # fmt: skip
    with target.open("rb") as file:
        return read_po(file)


def test_babel_finds_the_wordings_of_every_layer(catalogue):
    assert len(catalogue) > 100
    layers = {place.split("/")[1] for message in catalogue for place, _line in message.locations}
    assert {"domain", "content", "storage", "documents", "intake", "host", "services", "ui", "cli"} <= layers


def test_babel_finds_as_many_wordings_as_there_are(catalogue):
    written = {wording for _where, _node, wording in marked() if wording}
    assert {message.id for message in catalogue if message.id} == written


def test_babel_keeps_the_names_of_places(catalogue):
    assert "{name} hadir" in {message.id for message in catalogue}
