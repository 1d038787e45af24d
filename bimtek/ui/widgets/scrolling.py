"""Areas that scroll up and down only, without a frame of their own."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bimtek.ui import theme

_ANY = 16_777_215
_NEVER, _NO_FOCUS = 1, 0  # Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.FocusPolicy.NoFocus: see labels


def only_vertical(area: QScrollArea) -> None:
    """Let an area be as wide as its content and take no place in the tab order."""
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setProperty("horizontalScrollBarPolicy", _NEVER)
    area.setProperty("focusPolicy", _NO_FOCUS)


class Column(QScrollArea):
    """Such an area `width` wide at the text size but at most `widest`, wider where its words need it."""

    def __init__(self, width: int, parent: QWidget | None = None, *, widest: int = _ANY) -> None:
        super().__init__(parent)
        self._width, self._widest = width, widest
        only_vertical(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_width(self, width: int) -> None:
        """Be another number of pixels wide, counted at 100 %."""
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its content."""
        return QSize(self._least(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return QSize(self._least(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the content does."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _least(self) -> int:
        inner = self.widget()
        words = inner.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() if inner else 0
        return max(min(theme.current().px(self._width), self._widest), words)


def scrolling(page: QWidget) -> QScrollArea:
    """Put a page into such an area."""
    area = QScrollArea()
    only_vertical(area)
    area.setWidget(page)
    return area


def scrolling_form(form: QWidget) -> QScrollArea:
    """Put a form that can be taller than the window into such an area, clear of the scroll bar."""
    return scrolling(_clear_of_bar(form))


def form_column(form: QWidget, width: int) -> Column:
    """The same in a column."""
    area = Column(width)
    area.setWidget(_clear_of_bar(form))
    return area


def _clear_of_bar(form: QWidget) -> QWidget:
    holder = QWidget()
    holder.setProperty("kind", "page")
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(form)
    column.addStretch(1)
    return holder
