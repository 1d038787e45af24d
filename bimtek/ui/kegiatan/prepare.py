"""Siapkan: the facts of a kegiatan, its agenda, its people."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import Text, _
from bimtek.services.importing import Source
from bimtek.ui import language
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.prepare_agenda import AgendaSection
from bimtek.ui.kegiatan.prepare_facts import FactsSection
from bimtek.ui.kegiatan.prepare_people import PeopleSection
from bimtek.ui.widgets.tabs import Tabs

FACTS, AGENDA, PEOPLE = range(3)
PARTS = {"kegiatan": FACTS, "modul": FACTS, "agenda": AGENDA, "peserta": PEOPLE}
_TABS: tuple[Text, ...] = (_("Ringkasan"), _("Acara"), _("Orang"))


class PrepareStep(QWidget):
    """Three parts, each stored by itself and built on its first visit; it opens at the people."""

    changed = Signal()

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._autosaves: dict[int, Autosave] = {}
        self._holders: list[QVBoxLayout] = []
        self.tabs = Tabs()
        self.tabs.setProperty("kind", "step")
        for part in (self.tabs, self.tabs.tabBar()):
            language.put(part, _("Bagian persiapan"), "setAccessibleName")
        for word in _TABS:
            holder = QWidget()
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._holders.append(layout)
            self.tabs.add(holder, word)
        corner = QWidget()
        self._corner = QHBoxLayout(corner)
        self._corner.setContentsMargins(0, 0, 32, 12)
        self.tabs.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.tabs)
        self.tabs.setCurrentIndex(PEOPLE)
        self.tabs.currentChanged.connect(lambda at: self.refresh())
        self.people.changed.connect(self.changed)

    @cached_property
    def facts(self) -> FactsSection:
        """Ringkasan."""
        made = FactsSection(self._context, self._kegiatan(), self.tabs)
        self._fill(FACTS, made, made.autosave)
        return made

    @cached_property
    def agenda(self) -> AgendaSection:
        """Acara."""
        made = AgendaSection(self._context, self._kegiatan(), self.tabs)
        self._fill(AGENDA, made, made.autosave)
        return made

    @cached_property
    def people(self) -> PeopleSection:
        """Orang."""
        made = PeopleSection(self._context, self._kegiatan_id, self.tabs)
        self._fill(PEOPLE, made)
        return made

    def open_part(self, part: str) -> None:
        """Show the part that holds what a problem of a paper is about."""
        self.tabs.setCurrentIndex(PARTS.get(part, self.tabs.currentIndex()))

    def bring_people(self, source: Source, pasted: str, then: Callable[[], object]) -> None:
        """Take the list that came with a new kegiatan."""
        self.tabs.setCurrentIndex(PEOPLE)
        self.people.bring(source, pasted, then)

    def refresh(self) -> None:
        """Show what is stored now in the part that is open."""
        at = self.tabs.currentIndex()
        if at == FACTS:
            self.facts.show_kegiatan(self._kegiatan())
        elif at == AGENDA:
            self.agenda.show_kegiatan(self._kegiatan())
        else:
            self.people.refresh()
        for of_tab, autosave in self._autosaves.items():
            autosave.setVisible(of_tab == at)

    def _kegiatan(self) -> Kegiatan:
        return self._context.services.planning.get(self._kegiatan_id)

    def _fill(self, at: int, section: QWidget, autosave: Autosave | None = None) -> None:
        self._holders[at].addWidget(section)
        if autosave is not None:
            self._autosaves[at] = autosave
            self._corner.addWidget(autosave)
            autosave.saved.connect(self.changed)
