"""Arsip & Dokumen: what was done before, the papers of it, and every number that was given out."""

from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _
from bimtek.ui.archive.number_register import NumberRegister
from bimtek.ui.archive.past_kegiatan import PastKegiatan
from bimtek.ui.context import UiContext
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.page_stack import PageStack
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.segments import Segments

PAST, NUMBERS = "kegiatan", "register"
_PARTS: tuple[tuple[str, Text], ...] = (
    (PAST, _("Kegiatan dan berkas")),
    (NUMBERS, _("Register nomor")),
)


Part = TypeVar("Part", PastKegiatan, NumberRegister)


class ArchivePage(Screen):
    """`past` and `numbers` are its two parts."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Arsip & Dokumen"), parent=parent, scrolls=False)
        self._context = context
        self.parts = Segments(_PARTS)
        self.open_button = buttons.primary(_("Buka kegiatan"), "folder-open")
        self.open_button.clicked.connect(self.open_chosen)
        self.stack = PageStack()
        self.stack.setProperty("kind", "pages")
        self.body.setSpacing(16)
        self.body.addWidget(self.parts)
        self.body.addWidget(self.stack, 1)
        self.add_action(self.open_button)
        self.parts.chosen.connect(self._on_part)
        self.refresh()

    @cached_property
    def past(self) -> PastKegiatan:
        """Kegiatan that have begun, and their papers."""
        return self._add(PastKegiatan(self._context, self.stack))

    @cached_property
    def numbers(self) -> NumberRegister:
        """Every number that was given out; made when it is first looked at."""
        return self._add(NumberRegister(self._context, self.stack))

    def refresh(self) -> None:
        """Read the open part again."""
        self._on_part(self.parts.key())

    def start_search(self) -> None:
        """Look for a number."""
        self.parts.choose(NUMBERS)

    def open_chosen(self) -> None:
        """Open the kegiatan that is chosen, or the one of the chosen number."""
        kegiatan_id = self._chosen()
        if kegiatan_id:
            self._context.window.open_kegiatan.emit(kegiatan_id)

    def _on_part(self, part: str) -> None:
        if part == PAST:
            self.past.refresh()
            self.stack.setCurrentWidget(self.past)
        else:
            self.numbers.refresh()
            self.stack.setCurrentWidget(self.numbers)
            self.numbers.search.setFocus()
        self._show_action()

    def _add(self, part: Part) -> Part:
        part.open_wanted.connect(self._context.window.open_kegiatan)
        part.table.selectionModel().selectionChanged.connect(self._show_action)
        self.stack.addWidget(part)
        return part

    def _chosen(self) -> str:
        if self.parts.key() == PAST:
            return self.past.chosen.id if self.past.chosen is not None else ""
        return self.numbers.chosen.kegiatan_id if self.numbers.chosen is not None else ""

    def _show_action(self) -> None:
        self.open_button.setEnabled(bool(self._chosen()))
