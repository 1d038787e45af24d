"""Room for words that have grown: in another language, or at another text size."""

from PySide6.QtWidgets import QWidget


def make_room(window: QWidget) -> None:
    """Let a window grow to what its words need as they wrap, as far as the screen goes; it never shrinks."""
    layout = window.layout()
    if layout is None:
        return
    layout.activate()
    least, room = layout.totalMinimumSize(), window.screen().availableSize()
    wide = max(window.width(), min(least.width(), room.width()))
    high = layout.totalMinimumHeightForWidth(wide) if layout.hasHeightForWidth() else least.height()
    window.resize(wide, max(window.height(), min(high, room.height())))
