"""A language half as long again shows in every string of every screen after a live switch, and fits."""

import json
import re
import shutil
import sqlite3
import string
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

import pytest

from bimtek.app import build
from bimtek.domain.clock import Zone
from bimtek.domain.formatting import DAYS, MONTHS
from bimtek.domain.text import Text, indonesian
from bimtek.host.paths import asset
from bimtek.services.about import parts as libraries
from bimtek.services.channels import LOCAL
from bimtek.services.help import Help
from bimtek.ui import language, theme
from bimtek.ui.dialogs.signatories import ID_KINDS, PREFIXES
from bimtek.ui.kegiatan.quiz import aspect_word
from bimtek.ui.shortcuts import SHORTCUTS
from tests.clock import MovableClock
from tests.counts import sampled
from tests.ui.every_screen import EVERY_SCREEN, NEW_TITLE, PASTED, SAID, World
from tests.ui.geometry import cramped, cut_off
from tests.ui.shown import painting, shown

LEFT, RIGHT = "«»"
FILLER = "oooo oooooo ooooo "
MARKED = re.compile(f"{LEFT}[^{LEFT}{RIGHT}]*{RIGHT}")
WORD = re.compile(r"[^\W\d_]{2,}")
DATE = re.compile(rf"((?:{'|'.join(DAYS)}), )?\d{{1,2}}(–\d{{1,2}})? (?:{'|'.join(MONTHS)}) \d{{4}}")
SIGNS = ("Bimtek", "Ctrl", "mm", *Zone, *(key for row in SHORTCUTS for key in row.keys))
TAUGHT = "modul-satu|hukum-norma|dialog-slide|pemateri|kiosk|kertas-lembar|kegiatan-kuis|kegiatan-sajikan"
CODE, BACKED_UP = "K7QM-2XHB-9RTD", ("Bimtek Satu", "Bimtek Dua")  # as EVERY_SCREEN has them


def pseudo(msgid):
    """Half as long again, between marks; what only joins other texts stays."""
    words = "".join(part[0] for part in string.Formatter().parse(msgid))
    if not any(letter.isalpha() for letter in words):
        return msgid
    more = -(-len(words) // 2) - len(LEFT + RIGHT)
    filler = (FILLER * (more // len(FILLER) + 1))[: max(more, 0)].rstrip()
    return f"{LEFT}{msgid}{filler}{RIGHT}"


# ---- what is data, and so stays ----


class Data:
    """Texts that are nobody's wording, and on which screens they stand: a pattern of their names."""

    def __init__(self, where, texts):
        self.where, self.texts = re.compile(where), frozenset(texts)


def data_of(world):
    services = world.services
    modules = services.library.modules()
    aspects = [aspect_word(aspect) for module in modules for aspect, _count in module.blueprint.aspects]
    session_names = [session.label.lower() for session in world.kegiatan.sessions]
    people = services.registration.of_kegiatan(world.kegiatan.id)
    reasons = [info.reason.capitalize() for info in services.backup.list()]
    licences = [(part, part.file and part.text()) for part in libraries()]
    guide = Help(asset("bantuan"))
    return [
        Data("", [*SIGNS, *session_names, *stored(services), *texts_of([world.kegiatan, people])]),
        Data(TAUGHT, [*texts_of(modules), *aspects, "Benar", "Salah"]),
        Data("dialog-impor", re.split(r"[\t\n]", PASTED)),
        Data("dialog-buat-kegiatan", [NEW_TITLE, *texts_of([services.planning.templates(), modules])]),
        Data("dialog-buat-kegiatan", re.split(r"[\t\n]", PASTED)),
        Data("dialog-penandatangan", [*PREFIXES, *ID_KINDS]),
        Data("kanal", texts_of([services.channels.book().channels, [name for _key, name in LOCAL]])),
        Data("dialog-kode-pemulihan", [CODE]),
        Data("pemateri-video|proyektor-video", SAID.split()),
        Data("dialog-pulihkan|pengaturan-data", reasons),
        Data("dialog-pulihkan", BACKED_UP),
        Data("pengaturan-data", [str(services.folder.root)]),
        Data("pengaturan-tentang|dialog-lisensi", texts_of(licences)),
        Data("hukum", [DATE.sub("", text) for text in texts_of(services.laws.book().norms)]),
        Data("dialog-halaman-bantuan", texts_of([(page, guide.blocks(page)) for page in guide.pages])),
    ]


def stored(services):
    """Every text in the database that is more than a code; of the journal only its labels."""
    with closing(sqlite3.connect(services.folder.database)) as database:
        for (table,) in database.execute("select name from sqlite_master where type = 'table'").fetchall():
            columns = "label" if table == "perubahan" else "*"
            for row in database.execute(f'select {columns} from "{table}"'):
                yield from (
                    text for text in texts_of(map(unpacked, row)) if not text.islower() or " " in text
                )


def unpacked(value):
    return json.loads(value) if isinstance(value, str) and value[:2] in ('["', "[{", '{"') else value


def texts_of(thing):
    """Every str a value carries or tells of itself: fields, properties, and of what it holds."""
    if isinstance(thing, str) and not isinstance(thing, Enum):
        yield thing
    elif isinstance(thing, Text | Enum | bytes):
        return
    elif isinstance(thing, Mapping):
        yield from texts_of([*thing.keys(), *thing.values()])
    elif isinstance(thing, Iterable):
        for part in thing:
            yield from texts_of(part)
    elif is_dataclass(thing):
        told = [name for name, what in vars(type(thing)).items() if isinstance(what, property)]
        for name in (*(field.name for field in fields(thing)), *told):
            yield from texts_of(getattr(thing, name))


def unmarked(wording):
    """What stands outside of all marks."""
    while wording != (wording := MARKED.sub(" ", wording)):
        pass
    return wording


def strangers(name, wording, data):
    """Words of a screen that are neither marked nor data."""
    rest = DATE.sub("", unmarked(wording))
    texts = {text for kind in data if kind.where.match(name) for text in kind.texts}
    for text in sorted((text for text in texts if text in rest), key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(text)}(?!\w)", "", rest)
    return WORD.findall(rest)


# ---- the walk ----


@dataclass(frozen=True)
class Seen:
    """A screen in the pseudo-language: (whose, wording) of all it shows, and what has too little room."""

    texts: list[tuple[str, str]]
    cut: list[str]


@pytest.fixture(scope="module")
def walked(filled, tmp_path_factory, qapp):
    """Every screen after a live switch, by name, and what is data there."""
    folder = tmp_path_factory.mktemp("semu") / "dunia"
    shutil.copytree(filled(3), folder)
    services = build(folder, MovableClock())
    world = World(services, 3)
    theme.apply_theme(qapp)
    theme.load_later_fonts()
    try:
        return {screen.name: look(screen, world, qapp) for screen in EVERY_SCREEN[:: sampled(4, 1)]}, data_of(
            world
        )
    finally:
        world.close()
        services.close()


def look(screen, world, app):
    """Open a screen in Indonesian, switch, and read it."""
    window = screen.open(world)
    language.use_translator(app, pseudo)
    world.settle()
    with painting() as painted:
        window.grab()
    short = [*cramped(window), *(("painted", wording) for wording, cut in painted if cut)]
    ours = [both for both in short if LEFT in both[1] and not WORD.search(unmarked(both[1]))]
    seen = Seen(
        [*shown(window), *(("painted", wording) for wording, _cut in painted)],
        [*cut_off(window), *(f"{whose}: “{wording}”" for whose, wording in ours)],
    )
    language.use_translator(app, indonesian)
    world.end_opened()
    return seen


def test_every_string_of_every_screen_follows_a_live_switch(walked):
    seen, data = walked
    left = {
        (name, whose, wording)
        for name, screen in seen.items()
        for whose, wording in screen.texts
        if WORD.search(unmarked(wording)) and strangers(name, wording, data)
    }
    assert sorted(left) == []


def test_nothing_is_cut_off_in_a_language_half_as_long_again(walked):
    seen, _data = walked
    assert {name: screen.cut for name, screen in seen.items() if screen.cut} == {}
