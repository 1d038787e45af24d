"""The layout of things that stand where they are put: it only says in which order Tab meets them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from bimtek.ui.widgets.item_layout import ItemLayout


class ReadingLayout(ItemLayout):
    """Holds widgets in order and leaves their places alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def sizeHint(self) -> QSize:
        """Asks for no room."""
        return QSize(0, 0)

    def minimumSize(self) -> QSize:
        """Asks for no room."""
        return QSize(0, 0)

    def put_last_at(self, index: int) -> None:
        """Let the last one come so early."""
        self._items.insert(index, self._items.pop())

    def sort(self, key: Callable[[Any], float]) -> None:
        """Put them in another order; those of the same rank keep theirs."""
        self._items.sort(key=lambda item: key(item.widget()))
