"""What lies over a slide for a while: the spot that points, and the minutes left for talking."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bimtek.domain.text import _
from bimtek.slides.pictures import paint_icon
from bimtek.slides.style import SlideStyle
from bimtek.ui.language import say
from bimtek.ui.presentation.countdown import Countdown

_BOLD = 700
_SPOT = 0.028  # radius, as a part of the slide's height
_HIGH, _FREE = 0.111, 0.011  # of the countdown and of the room around it: just over the slide's foot
_LETTERS = 0.085
_SOON_S = 10
TIME_UP = _("Waktu habis")


def clock_text(seconds: float) -> str:
    """Write seconds as minutes and seconds, as a stopwatch does."""
    return f"{int(seconds) // 60}.{int(seconds) % 60:02d}"


def spot_place(place: QRectF, spot: tuple[float, float]) -> QRectF:
    """Where the spot lies on a slide drawn in `place`, its rim too."""
    reach = place.height() * _SPOT * 1.4 + 2
    middle = QPointF(place.left() + spot[0] * place.width(), place.top() + spot[1] * place.height())
    return QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)


def paint_spot(painter: QPainter, place: QRectF, style: SlideStyle, spot: tuple[float, float]) -> None:
    """Draw a large spot with a light and a dark rim, so that it stands out on any picture."""
    middle, radius = spot_place(place, spot).center(), place.height() * _SPOT
    fill = style.colour("spot")
    fill.setAlphaF(0.78)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(middle, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, at in (("background", 1.08), ("text", 1.22)):
        painter.setPen(QPen(style.colour(role), max(radius * 0.14, 1.0)))
        painter.drawEllipse(middle, radius * at, radius * at)


def countdown_place(place: QRectF) -> QRectF:
    """Where the countdown lies: the lower right corner, over the foot, which says nothing new meanwhile."""
    high, free = place.height() * _HIGH, place.height() * _FREE
    wide = high * 4
    return QRectF(place.right() - wide - free, place.bottom() - high - free, wide, high)


def paint_countdown(painter: QPainter, place: QRectF, style: SlideStyle, countdown: Countdown) -> None:
    """Draw the minutes left, or that time is up; the last seconds in another colour, with their figure."""
    room, left = countdown_place(place), countdown.left_s
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("primary" if left > _SOON_S else "warning"))
    painter.drawRoundedRect(room, room.height() * 0.2, room.height() * 0.2)
    side = room.height() * 0.6
    icon = QRectF(room.left() + side * 0.4, room.center().y() - side / 2, side, side)
    paint_icon(painter, style, "timer", "on_primary", icon)
    words = clock_text(left) if left else say(TIME_UP)
    letters = _LETTERS if left else _LETTERS * 0.5
    painter.setFont(style.font(place.height() * letters, _BOLD))
    painter.setPen(style.colour("on_primary"))
    beside = QRectF(icon.right(), room.top(), room.right() - icon.right(), room.height())
    painter.drawText(beside, int(Qt.AlignmentFlag.AlignCenter), words)
