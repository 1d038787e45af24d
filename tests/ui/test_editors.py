"""What edits stored data stands in EDITORS: nothing in the window stores typed or pressed things besides."""

import ast
import re
from pathlib import Path

import bimtek.services
import bimtek.ui
from bimtek.ui import editors
from bimtek.ui.editors import EDITORS, Editor

UI = Path(bimtek.ui.__file__).parent
SERVICES = Path(bimtek.services.__file__).parent
# Modules that store without editing anything.
NO_EDITORS = {
    "draft.py": "is given its editor",
    "start.py": "where the window stands",
    "kegiatan/prepare_people.py": "removes, with Urungkan",
    "pages/kegiatan_list.py": "removes, with Urungkan",
    "settings/first_steps.py": "removes, with Urungkan",
}


def storing_verbs():
    """`service.verb` for every method of a service whose result is a Future."""
    found = set()
    for path in SERVICES.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.returns and "Future" in ast.unparse(node.returns):
                found.add(node.name)
    return found


def test_every_editor_stands_in_the_list_and_has_a_key_of_its_own():
    named = [value for value in vars(editors).values() if isinstance(value, Editor)]
    assert sorted(e.key for e in named) == sorted(e.key for e in EDITORS)
    assert len({e.key for e in EDITORS}) == len(EDITORS)


def test_what_stores_in_the_window_is_an_editor():
    services = (
        "planning|registration|attendance|settings|unfinished|teaching|quizzes|certificates|letterheads"
        "|own_slides|channels"
    )
    verbs = "|".join(sorted(storing_verbs()))
    assert "set_letterhead" in verbs
    stores = re.compile(rf"\b_?({services})\.({verbs})\(")
    loose = []
    for path in sorted(UI.rglob("*.py")):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(UI).as_posix()
        if stores.search(text) and not re.search(r"\beditors\.[A-Z]", text):
            loose.append(name)
    assert loose == sorted(NO_EDITORS)


def test_every_editor_is_used_by_the_window():
    code = "\n".join(p.read_text(encoding="utf-8") for p in UI.rglob("*.py") if p.name != "editors.py")
    names = [name for name, value in vars(editors).items() if isinstance(value, Editor)]
    assert [name for name in names if f"editors.{name}" not in code] == []
