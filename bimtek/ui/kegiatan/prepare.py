"""Siapkan: the facts of a kegiatan, its agenda, its people."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.prepare_agenda import AgendaSection
from bimtek.ui.kegiatan.prepare_facts import FactsSection
from bimtek.ui.kegiatan.prepare_people import PeopleSection

FACTS, AGENDA, PEOPLE = range(3)
_TABS: tuple[Text, ...] = (_("Ringkasan"), _("Acara"), _("Orang"))


class PrepareStep(QWidget):
    """Three parts, each stored by itself; a new kegiatan opens at its people."""

    def __init__(self, context: UiContext, kegiatan_id: str) -> None:
        super().__init__()
        self._context, self._kegiatan_id = context, kegiatan_id
        kegiatan = context.services.planning.get(kegiatan_id)
        self.tabs = QTabWidget()
        self.tabs.setProperty("kind", "step")
        for part in (self.tabs, self.tabs.tabBar()):
            language.put(part, _("Bagian persiapan"), "setAccessibleName")
        self.facts = FactsSection(context, kegiatan, self.tabs)
        self.agenda = AgendaSection(context, kegiatan, self.tabs)
        self.people = PeopleSection(context, kegiatan_id)
        for section, word in zip((self.facts, self.agenda, self.people), _TABS, strict=True):
            self.tabs.addTab(section, language.say(word))
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 32, 12)
        row.addWidget(self.facts.autosave)
        row.addWidget(self.agenda.autosave)
        self.tabs.setCornerWidget(corner, Qt.Corner.TopRightCorner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.tabs.setCurrentIndex(PEOPLE)
        self.tabs.currentChanged.connect(lambda at: self.refresh())
        self._show_state()

    def refresh(self) -> None:
        """Show what is stored now in the part that is open."""
        kegiatan = self._context.services.planning.get(self._kegiatan_id)
        at = self.tabs.currentIndex()
        if at == FACTS:
            self.facts.show_kegiatan(kegiatan)
        elif at == AGENDA:
            self.agenda.show_kegiatan(kegiatan)
        else:
            self.people.refresh()
        self._show_state()

    def _show_state(self) -> None:
        """Say of the open part whether it is stored; people are stored one by one."""
        at = self.tabs.currentIndex()
        self.facts.autosave.setVisible(at == FACTS)
        self.agenda.autosave.setVisible(at == AGENDA)
