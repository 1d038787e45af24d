"""Bars with their words and numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, joined
from bimtek.ui import language, theme
from bimtek.ui.widgets.charts import Chart, paint_bar

_SEMIBOLD = 600


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its word, how long (a fraction of the longest possible), the number as people read it."""

    label: Text | str
    fraction: float
    number: str
    role: str = "primary"


class BarChart(Chart):
    """Horizontal bars, one under the other."""

    def __init__(self, bars: Sequence[Bar] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self.set_bars(bars)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        """Show other bars; a screen reader hears them as a sentence."""
        self._bars = tuple(bars)
        spoken = joined((joined((bar.label, bar.number), ": ") for bar in self._bars), "; ")
        language.put(self, spoken, "setAccessibleDescription")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line a bar."""
        return QSize(320, theme.current().px(36) * len(self._bars))

    def heightForWidth(self, width: int) -> int:
        """The same at every width: long words are shortened."""
        return self.sizeHint().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw words, bars, numbers."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, numbers = QFontMetrics(worn.font()), QFontMetrics(worn.font("body", _SEMIBOLD))
        said = [language.say(bar.label) for bar in self._bars]
        left = min(max((words.horizontalAdvance(w) for w in said), default=0), self.width() * 2 // 5) + 16
        right = max((numbers.horizontalAdvance(bar.number) for bar in self._bars), default=0) + 16
        for at, (bar, word) in enumerate(zip(self._bars, said, strict=True)):
            line = QRect(0, at * worn.px(36), self.width(), worn.px(36))
            painter.setFont(worn.font())
            painter.setPen(worn.colour("text"))
            cut = words.elidedText(word, Qt.TextElideMode.ElideRight, left - 16)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
            height = worn.px(16)
            track = QRectF(left, line.center().y() - height / 2, max(0, self.width() - left - right), height)
            paint_bar(painter, track, bar.fraction, worn.colour(bar.role))
            painter.setFont(worn.font("body", _SEMIBOLD))
            painter.setPen(worn.colour("text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bar.number)
