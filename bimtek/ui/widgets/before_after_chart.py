"""Before and after, question by question: striped and full bars, with numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _, joined
from bimtek.ui import language, theme
from bimtek.ui.widgets.charts import Chart, paint_bar, percent

_SEMIBOLD = 600
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing measured twice, as fractions 0..1; None when it was not measured."""

    label: Text | str
    before: float | None
    after: float | None


class BeforeAfterChart(Chart):
    """Two bars under each word: striped for before, full for after."""

    def __init__(
        self,
        pairs: Sequence[Pair] = (),
        before: Text = _("Pre-test"),  # noqa: B008
        after: Text = _("Post-test"),  # noqa: B008
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._before, self._after = before, after
        self._pairs: tuple[Pair, ...] = ()
        self.set_pairs(pairs)

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show other pairs; a screen reader hears them as sentences."""
        self._pairs = tuple(pairs)
        language.put(self, joined(map(self._spoken, self._pairs), "; "), "setAccessibleDescription")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A comfortable width and the height it needs."""
        return QSize(480, self.heightForWidth(480))

    def heightForWidth(self, width: int) -> int:
        """Legend, then word and two bars for each pair."""
        worn = theme.current()
        return worn.px(36) + sum(self._word_height(pair, width) + worn.px(68) for pair in self._pairs)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the legend, then every pair."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter)
        top = worn.px(36)
        for pair in self._pairs:
            height = self._word_height(pair, self.width())
            painter.setFont(worn.font())
            painter.setPen(worn.colour("text"))
            painter.drawText(QRect(0, top, self.width(), height), _WRAP, language.say(pair.label))
            top += height + worn.px(6)
            self._paint_value(painter, top, pair.before, striped=True)
            self._paint_value(painter, top + worn.px(24), pair.after, striped=False)
            top += worn.px(62)

    def _paint_value(self, painter: QPainter, top: int, value: float | None, *, striped: bool) -> None:
        worn = theme.current()
        room, height = worn.px(56), worn.px(14)
        track = QRectF(0, top + (worn.px(22) - height) / 2, self.width() - room, height)
        paint_bar(painter, track, value or 0.0, worn.colour("primary"), striped=striped)
        painter.setFont(worn.font("body", _SEMIBOLD if not striped else 400))
        painter.setPen(worn.colour("text"))
        place = QRect(self.width() - room, top, room, worn.px(22))
        shown = "–" if value is None else percent(value)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_legend(self, painter: QPainter) -> None:
        worn, left = theme.current(), 0
        painter.setFont(worn.font("caption", _SEMIBOLD))
        metrics = QFontMetrics(painter.font())
        for text, striped in ((self._before, True), (self._after, False)):
            sample = QRectF(left, worn.px(5), worn.px(32), worn.px(14))
            paint_bar(painter, sample, 1.0, worn.colour("primary"), striped=striped)
            word = language.say(text)
            start = left + worn.px(40)
            painter.setPen(worn.colour("secondary"))
            painter.drawText(QRect(start, 0, self.width(), worn.px(24)), Qt.AlignmentFlag.AlignVCenter, word)
            left = start + metrics.horizontalAdvance(word) + worn.px(24)

    def _word_height(self, pair: Pair, width: int) -> int:
        metrics = QFontMetrics(theme.current().font())
        return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, language.say(pair.label)).height()

    def _spoken(self, pair: Pair) -> Text:
        values = [
            joined((name, percent(value)), " ")
            for name, value in ((self._before, pair.before), (self._after, pair.after))
            if value is not None
        ]
        return joined((pair.label, joined(values, ", ")), ": ")
