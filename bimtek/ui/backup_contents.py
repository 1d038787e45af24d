"""What one backup holds: every kind of thing with its number, and the kegiatan by name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _, joined
from bimtek.storage.backup import Contents
from bimtek.ui import theme
from bimtek.ui.backup_words import WORDS, lines
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

MOST_TITLES = 5


class ContentsCard(Card):
    """Empty until `show_contents`. A `low` one is as wide as a window and stands below other things."""

    def __init__(self, parent: QWidget | None = None, *, low: bool = False) -> None:
        super().__init__(_("Isi cadangan"), parent, kind="sunken")
        self._low = low
        self._shown = QWidget()
        self.body.addWidget(self._shown)

    def show_contents(self, contents: Contents) -> None:
        """Show what a backup holds."""
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(_figures(contents, len(WORDS) if self._low else 4))
        titles = _titles(contents.titles)
        for text in [joined(titles)] if self._low else titles:
            column.addWidget(label(text, "caption", "secondary"))
        self.body.replaceWidget(self._shown, shown)
        self._shown.deleteLater()
        self._shown = shown


def _figures(contents: Contents, columns: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(0)
    if columns < len(WORDS):
        grid.setRowMinimumHeight(2, theme.current().px(12))
    for at, (word, figure) in enumerate(lines(contents)):
        grid.addWidget(label(figure, "h3", wrap=False), 3 * (at // columns), at % columns)
        grid.addWidget(label(word, "caption", "secondary", wrap=False), 3 * (at // columns) + 1, at % columns)
    grid.setColumnStretch(columns, 1)
    return grid


def _titles(titles: Sequence[str]) -> list[Text | str]:
    shown: list[Text | str] = list(titles[:MOST_TITLES])
    if len(titles) > MOST_TITLES:
        shown.append(_("dan {count} kegiatan lain", count=len(titles) - MOST_TITLES))
    return shown
