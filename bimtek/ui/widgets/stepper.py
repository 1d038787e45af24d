"""The steps inside one kegiatan: free to visit, done ones carry a tick, never more than six."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import icons, language, theme

MOST = 6
_SEMIBOLD = 600


class _Step(QAbstractButton):
    """One step: a number or a tick in a circle, and its word."""

    def __init__(self, number: int, text: Text) -> None:
        super().__init__()
        self._number, self._text, self.done, self.compact = number, text, False, False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        language.put(self, text, "set_caption")
        self.set_done(False)

    def set_caption(self, wording: str) -> None:
        """Show the word of this step."""
        self.setText(wording)
        self.setToolTip(wording.replace("<", "‹"))
        self.updateGeometry()

    def set_done(self, done: bool) -> None:
        """Show or take away the tick."""
        self.done = done
        state = _("{step}, selesai", step=self._text) if done else self._text
        language.put(self, state, "setAccessibleName")
        self.update()

    def allow(self, allowed: bool) -> None:
        """Let it be opened, or not yet."""
        self.setEnabled(allowed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if allowed else Qt.CursorShape.ArrowCursor)

    def set_compact(self, compact: bool) -> None:
        """Show the circle alone unless this is the open step."""
        self.compact = compact
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the circle, and for the word when it is shown."""
        worn = theme.current()
        width = worn.px(28) + worn.px(16)
        if self._shows_word():
            width += worn.px(8) + QFontMetrics(worn.font("body", _SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(width, worn.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw circle and word."""
        worn = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(worn.colour("primary_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        circle = QRect(worn.px(8), (self.height() - worn.px(28)) // 2, worn.px(28), worn.px(28))
        self._paint_circle(painter, circle)
        if self._shows_word():
            painter.setFont(worn.font("body", _SEMIBOLD))
            painter.setPen(worn.colour("on_primary_soft" if self.isChecked() else "secondary"))
            place = self.rect().adjusted(circle.right() + worn.px(8), 0, 0, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _paint_circle(self, painter: QPainter, circle: QRect) -> None:
        worn = theme.current()
        fill, ink = self._circle_colours()
        painter.setPen(QPen(worn.colour("border"), 1.5) if fill is None else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self.done:
            size = worn.px(18)
            tick = icons.pixmap("check", ink.name(), size, self.devicePixelRatioF())
            painter.drawPixmap(circle.center().x() - size // 2 + 1, circle.center().y() - size // 2 + 1, tick)
            return
        painter.setFont(worn.font("caption", _SEMIBOLD))
        painter.setPen(ink)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _circle_colours(self) -> tuple[QColor | None, QColor]:
        worn = theme.current()
        if self.isChecked():
            return worn.colour("primary"), worn.colour("on_primary")
        if self.done:
            return worn.colour("success_soft"), worn.colour("success")
        return None, worn.colour("secondary")

    def _shows_word(self) -> bool:
        return self.isChecked() or not self.compact


class Stepper(QWidget):
    """A row of steps; words of the others are dropped when the row is too narrow."""

    chosen = Signal(str)

    def __init__(self, steps: Sequence[tuple[str, Text]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if len(steps) > MOST:
            raise ValueError(f"more than {MOST} steps")
        self.steps = {key: _Step(number, text) for number, (key, text) in enumerate(steps, start=1)}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        group = QButtonGroup(self)
        for key, step in self.steps.items():
            group.addButton(step)
            layout.addWidget(step)
            step.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        layout.addStretch(1)

    def mark(self, key: str) -> None:
        """Show which step is open."""
        self.steps[key].setChecked(True)
        self._fit()

    def set_done(self, keys: Collection[str]) -> None:
        """Put a tick on exactly these steps."""
        for key, step in self.steps.items():
            step.set_done(key in keys)

    def allow(self, keys: Collection[str]) -> None:
        """Let exactly these steps be opened; all can be until this is called."""
        for key, step in self.steps.items():
            step.allow(key in keys)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop or show words."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Drop or show words of another length."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange):
            self._fit()

    def _fit(self) -> None:
        for step in self.steps.values():
            step.set_compact(False)
        wanted = sum(step.sizeHint().width() + 8 for step in self.steps.values())
        for step in self.steps.values():
            step.set_compact(wanted > self.width())
