"""Buttons, rows and frames in the size of the kiosk."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain.text import Text, joined
from bimtek.ui import icons, language, theme
from bimtek.ui.widgets.buttons import Button
from bimtek.ui.widgets.cut_text import write_cut
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.scrolling import scrolling
from bimtek.ui.widgets.search_list import Index
from bimtek.ui.widgets.style import restyle

COLUMN = 920  # widest text, before the text size
_ROW = Qt.ItemDataRole.UserRole


class KioskButton(Button):
    """A big button for which a double click is one click: many people double-click everything."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the second press of a double click do nothing."""
        event.accept()


def button(text: Text, kind: str = "kiosk", icon: str = "") -> KioskButton:
    """Return a big button; `kind` kiosk-primary is the one to press next."""
    made = KioskButton()
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    language.put(made, text, "set_caption")
    if icon:
        icons.put(made, icon, "on_primary" if kind == "kiosk-primary" else "text")
    return made


class KioskRow(KioskButton):
    """A line to press: its words at the left, its state at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "kiosk-row")
        self.setAutoDefault(False)
        self._words, self._state = ElidedLabel("", "kiosk"), label("", "kiosk", wrap=False)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(24)
        for part in (self._words, self._state):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.addWidget(self._words, 1)
        line.addWidget(self._state)

    def show_line(self, words: str, state: Text, tone: str) -> None:
        """Show other words and another state."""
        self._words.show_text(words)
        language.put(self._state, state)
        restyle(self._state, tone=tone)
        restyle(self, tone=tone)
        language.put(self, joined((words, state), ": "), "setAccessibleName")


class NameRows(QStyledItemDelegate):
    """Names in the size of the kiosk, as plain text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row that a thumb hits."""
        return QSize(200, theme.current().px(80))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw name and origin."""
        row, worn, box = index.data(_ROW), theme.current(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("selection"))
            painter.drawRoundedRect(box.adjusted(4, 2, -4, -2), 10, 10)
        inner = box.adjusted(worn.px(20), worn.px(8), -worn.px(20), -worn.px(8))
        split = inner.top() + inner.height() * (58 if row.detail else 100) // 100
        top = QRect(inner.left(), inner.top(), inner.width(), split - inner.top())
        low = QRect(inner.left(), split, inner.width(), inner.bottom() - split)
        for place, text, size, weight, role in (
            (top, row.title, "h2", 600, "text"),
            (low, row.detail, "emphasis", 400, "secondary"),
        ):
            write_cut(painter, place, text, (size, weight, "on_selection" if chosen else role))
        painter.restore()


class KioskPage(QWidget):
    """A column in the middle; its actions stand in a bar at the foot: `left`, `middle`, `right`."""

    def __init__(self, *, scrolls: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QWidget()
        column.setProperty("kind", "page")
        theme.put(column, "setMaximumWidth", COLUMN)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(24, 24, 24, 24)
        self.body.setSpacing(16)
        middle = QWidget()
        middle.setProperty("kind", "page")
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(column, 100)
        across.addStretch(1)
        self._foot = QFrame()
        self._foot.setProperty("kind", "foot")
        self.left, self.middle, self.right = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        bar = QHBoxLayout(self._foot)
        bar.setContentsMargins(32, 12, 32, 16)
        bar.addLayout(self.left)
        bar.addStretch(1)
        bar.addLayout(self.middle)
        bar.addStretch(1)
        bar.addLayout(self.right)
        self.area: QScrollArea | None = scrolling(middle) if scrolls else None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area or middle, 1)
        outer.addWidget(self._foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the bar at the foot only when it holds something."""
        self._foot.setVisible(any(part.count() for part in (self.left, self.middle, self.right)))
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; a key held down does nothing."""
        if event.isAutoRepeat():
            return
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            self.press(event)

    def press(self, event: QKeyEvent) -> None:
        """Take any other key; what is not taken goes on to the window."""
        event.ignore()

    def focus(self) -> None:
        """Put the keyboard where the person goes on."""
