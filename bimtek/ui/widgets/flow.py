"""A row of widgets that goes on in the next line when it is too narrow."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from bimtek.ui.widgets.item_layout import ItemLayout

if TYPE_CHECKING:
    from PySide6.QtCore import Qt


class LooseFlow(ItemLayout):
    """Places widgets from left to right at their own width, as words in a text.

    Takes what room is left over, as any layout of Qt's, unless something beside it stretches.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 8, *, ends: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._ends = gap, ends
        self._heights: dict[int, int] = {}  # by width: a layout above asks the same many times over
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def hasHeightForWidth(self) -> bool:
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are at this width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), really=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Measure anew: something in it has another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = [_size(item) for item in self._shown()]
        width = sum(size.width() + self._gap for size in shown) - self._gap
        return QSize(max(width, 0), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest one."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, really: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            wide = sum(size.width() + self._gap for _item, size in line) - self._gap
            high = max(size.height() for _item, size in line)
            x = rect.right() + 1 - wide if self._ends else rect.x()
            for item, size in line:
                if really:
                    lower = (high - size.height()) // 2 if self._ends else 0
                    item.setGeometry(QRect(QPoint(x, y + lower), size))
                x += size.width() + self._gap
            y += high + self._gap
        return max(y - self._gap - rect.y(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, line by line."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._shown():
            size = _size(item)
            if not lines or (x and x + size.width() > width):
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self._gap
        return lines


class Flow(LooseFlow):
    """One that never wants more room than it needs.

    `ends` is for buttons at the foot of something: every line ends at the right edge.
    """

    def expandingDirections(self) -> "Qt.Orientation":
        """Nowhere. Qt asks for this in its own words, which Beranda does without: see labels."""
        from PySide6.QtCore import Qt

        return Qt.Orientation(0)


def _size(item: QLayoutItem) -> QSize:
    """Its own width, and as high as its words wrap there."""
    size = item.sizeHint()
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size
