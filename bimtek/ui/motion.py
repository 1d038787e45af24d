"""How much moves on the screen: nothing longer than 200 ms, and nothing for who wants it calm."""

from PySide6.QtWidgets import QApplication

LONGEST_MS = 200
_calm = False


def calm() -> bool:
    """Whether nothing may move by itself."""
    return _calm


def set_calm(wanted: bool) -> None:
    """Let things move or not; the next dressing of the windows follows it."""
    global _calm
    _calm = wanted


def longest_ms() -> int:
    """How long a movement may take now."""
    return 0 if _calm else LONGEST_MS


def stop_effects(app: QApplication) -> None:
    """Let menus, lists and hints appear at once: nobody can say how long their fading takes."""
    from PySide6.QtCore import Qt  # its enums cost a fifth of a start: only after the first paint

    for effect in Qt.UIEffect:
        app.setEffectEnabled(effect, False)
