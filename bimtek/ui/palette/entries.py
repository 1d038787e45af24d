"""What the palette can offer without asking the data: places, steps, settings, and everything to do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language, theme
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.pages import PAGES
from bimtek.ui.settings import TABS
from bimtek.ui.settings.look import THEMES
from bimtek.ui.shortcuts import SHORTCUTS
from bimtek.ui.verbs import Verbs

NOT_OFFERED = ("tempat", "palet")  # the places have lines of their own; the palette is open already


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it is, what kind of thing, and what happens on Enter."""

    kind: Text
    title: Text | str
    icon: str
    run: Callable[[], object]
    keys: Text | str = NO_TEXT

    @property
    def words(self) -> str:
        """What it is found by."""
        return f"{language.say(self.title)} {language.say(self.kind)}"


def at_hand(verbs: Verbs) -> list[Entry]:
    """Everything that needs no reading."""
    return [*_places(verbs), *_steps(verbs), *_keys(verbs), *_looks(verbs), *_settings(verbs)]


def _places(verbs: Verbs) -> Iterator[Entry]:
    for at, place in enumerate(PAGES, start=1):
        go = partial(verbs.open_place, place.key)
        yield Entry(_("Tempat"), place.title, place.icon, go, f"Ctrl+{at}")
    yield Entry(_("Modul"), _("Pustaka hukum"), "scale", partial(verbs.open_place, "modul", "hukum"))
    yield Entry(_("Modul"), _("Kanal bantuan"), "phone", partial(verbs.open_place, "modul", "kanal"))


def _steps(verbs: Verbs) -> Iterator[Entry]:
    if verbs.kegiatan_id:
        for step in STEPS:
            yield Entry(_("Langkah"), step.title, "arrow-right", partial(verbs.open_step, step.key))


def _keys(verbs: Verbs) -> Iterator[Entry]:
    for row in SHORTCUTS:
        if row.does is not None and row.key not in NOT_OFFERED:
            run = partial(row.does, verbs, 0)
            yield Entry(_("Perintah"), row.words, "keyboard", run, row.written)
    yield Entry(_("Perintah"), _("Cadangkan sekarang"), "hard-drive", verbs.back_up)


def _looks(verbs: Verbs) -> Iterator[Entry]:
    for name in theme.names():
        title = _("Ganti tema: {name}", name=THEMES[name][0])
        yield Entry(_("Perintah"), title, "eye", partial(verbs.set_theme, name))
    for scale in theme.scales():
        title = _("Ukuran teks {percent}%", percent=scale)
        yield Entry(_("Perintah"), title, "eye", partial(verbs.set_scale, scale))


def _settings(verbs: Verbs) -> Iterator[Entry]:
    for tab in TABS:
        run = partial(verbs.open_place, "pengaturan", tab.key)
        yield Entry(_("Pengaturan"), tab.title, "settings", run)
