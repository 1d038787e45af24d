"""Whether words stand out from their ground, measured on the picture and not on the tokens.

Source of the formula: WCAG 2.2, relative luminance and contrast ratio.
"""

from functools import lru_cache

from PIL import Image
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from tests.ui.audit import covered, own
from tests.ui.geometry import place_in

LEAST = 4.5
MANY = 1 << 18
TWICE = 2
ENOUGH = 0.9  # of a widget must be in sight: what is scrolled away shows its border only


@lru_cache(maxsize=1 << 14)
def luminance(colour):
    """Of three bytes of red, green and blue: 0 (black) to 1 (white)."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    """Contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def portrait(window):
    """A picture of a window at twice its size, where strokes of letters have their full colour."""
    picture = QPixmap(window.size() * TWICE)
    picture.setDevicePixelRatio(TWICE)
    window.render(picture)
    return picture


def as_image(picture):
    """The same pixels for Pillow."""
    pixels = picture.toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    size = (pixels.width(), pixels.height())
    return Image.frombytes("RGB", size, bytes(pixels.constBits()), "raw", "RGBX", pixels.bytesPerLine())


def faint(window, image):
    """`image` is its portrait. Words of a window whose strongest pixel is too near to their ground."""
    found = []
    for widget in own(window):
        if not isinstance(widget, QLabel | QAbstractButton | QLineEdit) or not widget.isEnabled():
            continue
        if covered(window, widget):
            continue
        words = widget.text()
        if isinstance(widget, QLabel) and widget.pixmap() and not widget.pixmap().isNull():
            continue
        place = place_in(window, widget)
        if not words.strip() or place.height() < widget.height() * ENOUGH:
            continue
        edges = (place.left(), place.top(), place.right() + 1, place.bottom() + 1)
        got = _strongest(image.crop(tuple(edge * TWICE for edge in edges)))
        if got < LEAST:
            found.append(f"{type(widget).__name__} “{words[:60]}”: {got:.2f}")
    return found


def _strongest(part):
    colours = sorted(part.getcolors(MANY), reverse=True)
    ground = colours[0][1]
    return max(ratio(ground, colour) for _count, colour in colours)
