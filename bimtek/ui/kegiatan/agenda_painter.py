"""Draws the rows of an agenda: headings of sessions, and lines with time, title, JP and warning."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bimtek.ui import icons, theme
from bimtek.ui.language import say
from bimtek.ui.models.agenda import ROW, AgendaRow, Index, jp_text
from bimtek.ui.widgets.cut_text import write_cut

_SEMIBOLD = 600
_RIGHT = Qt.AlignmentFlag.AlignRight


class AgendaPainter(QStyledItemDelegate):
    """Plain text only."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings and lines have the same height, so that the list does not jump."""
        return QSize(200, theme.current().px(60))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: AgendaRow = index.data(ROW)
        worn = theme.current()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or row.line is None:
            painter.fillRect(option.rect, worn.colour("selection" if chosen else "sunken"))
        painter.setPen(worn.colour("divider"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(worn.px(16), worn.px(7), -worn.px(16), -worn.px(7))
        ink, soft = ("on_selection", "on_selection") if chosen else ("text", "secondary")
        jp = say(jp_text(row.jp)) if row.jp or row.line is None else "–"
        taken = worn.px(64)
        place = QRect(inner.right() - taken, inner.top(), taken, inner.height())
        write_cut(painter, place, jp, ("body", _SEMIBOLD, ink if row.jp else soft), _RIGHT)
        inner.setRight(inner.right() - taken - worn.px(8))
        if row.line is not None:
            span = QRect(inner.left(), inner.top(), worn.px(112), inner.height())
            write_cut(painter, span, row.time, ("body", 400, soft))
            inner.setLeft(inner.left() + worn.px(112))
        self._paint_words(painter, inner, row, (ink, soft))
        painter.restore()

    def _paint_words(self, painter: QPainter, inner: QRect, row: AgendaRow, inks: tuple[str, str]) -> None:
        worn = theme.current()
        top = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        low = QRect(inner.left(), top.bottom() + 1, inner.width(), inner.height() // 2)
        write_cut(painter, top, say(row.title), ("body", _SEMIBOLD, inks[0]))
        if not row.warning:
            write_cut(painter, low, say(row.detail), ("caption", 400, inks[1]))
            return
        size = worn.px(16)
        mark = icons.pixmap("triangle-alert", worn.hex("warning"), size, 2.0)
        painter.drawPixmap(low.left(), low.center().y() - size // 2, mark)
        low.setLeft(low.left() + size + worn.px(6))
        write_cut(painter, low, say(row.warning), ("caption", _SEMIBOLD, "warning"))
