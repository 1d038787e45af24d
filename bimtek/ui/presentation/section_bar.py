"""Every section of a module beside its plan: how long it should take, and how long it took."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.presentation.overlays import clock_text
from bimtek.ui.presentation.show import Show

_SEMIBOLD = 600
_GAP, _BAR, _LEAST = 8, 6, 0.1  # between parts, of the bar's height; least share of the width


class SectionBar(QWidget):
    """One part a section, as wide as its plan. A section over its plan says so with a mark, not colour alone.

    Nothing is shown for slides without a plan.
    """

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = show
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        language.put(self, _("Waktu setiap bagian"), "setAccessibleName")

    def sizeHint(self) -> QSize:
        """Title, bar and minutes."""
        return QSize(400, theme.current().px(48))

    def caption(self, number: int) -> Text:
        """What is said of a section's time."""
        part, spent = self._talk.sections[number], self._talk.spent_s(number)
        if spent > 60 * part.minutes:
            return _("▲ {spent} / {planned}", spent=clock_text(spent), planned=part.minutes)
        return _("{spent} / {planned}", spent=clock_text(spent), planned=part.minutes)

    def describe(self) -> None:
        """Tell a screen reader which section is on and what is planned for it."""
        number = self._talk.section
        part = self._talk.sections[number]
        text = _(
            "Bagian {at} dari {count}: {title}, rencana {minutes} menit",
            at=number + 1,
            count=len(self._talk.sections),
            title=part.title,
            minutes=part.minutes,
        )
        language.put(self, text, "setAccessibleDescription")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the parts from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for number, wide in enumerate(self._widths()):
            self._paint_part(painter, QRectF(left, 0, wide, self.height()), number)
            left += wide + _GAP

    def _widths(self) -> list[float]:
        shares = [part.minutes for part in self._talk.sections]
        whole = sum(shares) or 1
        widened = [max(share / whole, _LEAST) for share in shares]
        room = self.width() - _GAP * (len(shares) - 1)
        return [room * share / sum(widened) for share in widened]

    def _paint_part(self, painter: QPainter, place: QRectF, number: int) -> None:
        worn, talk = theme.current(), self._talk
        part, spent, here = talk.sections[number], talk.spent_s(number), number == talk.section
        over = spent > 60 * part.minutes
        weight = _SEMIBOLD if here else 400
        line = worn.px(20)
        painter.setFont(worn.font("caption", weight))
        painter.setPen(worn.colour("text" if here else "secondary"))
        self._words(painter, QRectF(place.left(), 0, place.width(), line), part.title)
        bar = QRectF(place.left(), line + 1, place.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(worn.colour("divider"))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        done = min(spent / (60 * part.minutes), 1.0) if part.minutes else 0.0
        if done * bar.width() >= _BAR:
            painter.setBrush(worn.colour("warning" if over else "primary"))
            filled = bar.adjusted(0, 0, -bar.width() * (1 - done), 0)
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
        painter.setPen(worn.colour("warning" if over else "text" if here else "secondary"))
        low = QRectF(place.left(), bar.bottom() + 1, place.width(), line)
        self._words(painter, low, language.say(self.caption(number)))

    def _words(self, painter: QPainter, place: QRectF, words: str) -> None:
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
