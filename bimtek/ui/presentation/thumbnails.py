"""All slides as a strip of small pictures; each is drawn when it first comes into view."""

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bimtek.domain.blocks import spans_text
from bimtek.domain.text import _, joined
from bimtek.ui import language, theme
from bimtek.ui.presentation.pictures import SlidePictures
from bimtek.ui.presentation.show import Show

SIZE = QSize(128, 72)
_SHARP = 2
Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """One row a slide."""

    def __init__(self, show: Show, pictures: SlidePictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show, self._pictures = show, pictures

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many slides; a slide has no children."""
        return 0 if parent.isValid() else len(self._show.slides)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number and title for words, the picture for the eye."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            number = index.row() + 1
            title = spans_text(self._show.slides[index.row()].title) or _("Halaman {number}", number=number)
            return language.say(joined((f"{number}.", title), " "))
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pictures.get(index.row(), SIZE, _SHARP)
        return None


class _Painter(QStyledItemDelegate):
    """The picture, its number, and a frame around the one that is on."""

    def __init__(self, show: Show, parent: QObject) -> None:
        super().__init__(parent)
        self._show = show

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Picture, frame and number."""
        return QSize(SIZE.width() + 16, SIZE.height() + 12 + theme.current().px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one slide."""
        worn, here = theme.current(), index.row() == self._show.index
        picture = QRect(option.rect.x() + 8, option.rect.y() + 6, SIZE.width(), SIZE.height())
        drawn = index.data(Qt.ItemDataRole.DecorationRole)
        if drawn is not None:
            painter.drawPixmap(picture, drawn)
        painter.setPen(QPen(worn.colour("focus" if here else "border"), 4 if here else 1))
        painter.drawRect(picture.adjusted(-2, -2, 2, 2) if here else picture)
        painter.setFont(worn.font("caption", 700 if here else 400))
        painter.setPen(worn.colour("text" if here else "secondary"))
        below = QRect(picture.left(), picture.bottom() + 4, picture.width(), worn.px(20))
        mark = " •" if self._show.slides[index.row()].sensitive else ""
        painter.drawText(
            below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, f"{index.row() + 1}{mark}"
        )


class Thumbnails(QListView):
    """Click to jump; the keyboard jumps by number and Enter instead."""

    wanted = Signal(int)

    def __init__(self, show: Show, pictures: SlidePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.setModel(ThumbnailModel(show, pictures, self))
        self.setItemDelegate(_Painter(show, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(SIZE.height() + 12 + theme.current().px(20) + 20)
        language.put(self, _("Semua slide"), "setAccessibleName")
        self.clicked.connect(lambda index: self.wanted.emit(index.row()))
        show.changed.connect(self._on_changed)
        pictures.drawn.connect(self.viewport().update)
        self._on_changed()

    def _on_changed(self) -> None:
        self.scrollTo(self.model().index(self._show.index, 0), QListView.ScrollHint.PositionAtCenter)
        self.viewport().update()
