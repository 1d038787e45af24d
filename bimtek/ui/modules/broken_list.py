"""Folders that hold a module nobody can use yet: what to mend, with file and line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.content.library import BrokenModule
from bimtek.domain.text import _
from bimtek.ui.pickers import open_outside
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

MOST = 12


class BrokenList(QWidget):
    """One card a folder. Other modules work all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        self.notice = Notice(_("Ada modul yang belum dapat dipakai. Modul lain tetap berjalan."), "warning")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.notice)
        self.show_broken([])

    def show_broken(self, broken: Sequence[BrokenModule]) -> None:
        """Show other folders."""
        for card in self.cards:
            self._layout.removeWidget(card)
            card.deleteLater()
        self.cards = [_card(module) for module in broken]
        for card in self.cards:
            self._layout.addWidget(card)
        self.setVisible(bool(broken))


def _card(module: BrokenModule) -> Card:
    card = Card(module.folder.name)
    folder_button = buttons.secondary(_("Buka folder"), "folder-open")
    folder_button.clicked.connect(lambda: open_outside(module.folder))
    card.corner.addWidget(folder_button)
    card.body.setSpacing(8)
    for problem in module.problems[:MOST]:
        place = label(f"{problem.file}:{problem.line}", "caption", "secondary")
        said = label(problem.message)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(place)
        card.body.addWidget(said)
    rest = len(module.problems) - MOST
    if rest > 0:
        card.body.addWidget(label(_("dan {count} hal lain", count=rest), "caption", "secondary"))
    return card
