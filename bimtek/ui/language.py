"""Puts Text into words for the window, and again when the language changes."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from bimtek.domain.text import Text, Translate, indonesian

_translate: Translate = indonesian


def say(text: Text | str) -> str:
    """Return the wording in the window's language; a plain str (a name, a number) stays as it is.

    For what is asked anew each time it is shown: painting, and the data of a model. Whatever keeps its
    words takes them from `put`.
    """
    return text.render(_translate) if isinstance(text, Text) else text


def put(owner: QWidget | QAction, text: Text | str, setter: str = "setText", *at: Any) -> None:
    """Show `text` through `owner.<setter>(*at, str)`, and again after a change of language.

    `at` is what the setter takes before the words, such as the number of a tab.
    """
    texts: dict[tuple[Any, ...], Text | str] = owner.__dict__.setdefault("_texts", {})
    texts[setter, *at] = text
    getattr(owner, setter)(*at, say(text))


def use(app: QApplication, language: str, catalogues: Path) -> None:
    """Speak `language` ("id" is the source language) in every open window at once."""
    global _translate
    if language == "id":
        _translate = indonesian
    else:
        import gettext  # not before another language is wanted

        _translate = gettext.translation("bimtek", catalogues, [language], fallback=True).gettext
    speak_again(app)


def use_translator(app: QApplication, translate: Translate) -> None:
    """Speak through any function from wording to wording, e.g. a pseudo-language."""
    global _translate
    _translate = translate
    speak_again(app)


def speak_again(app: QApplication) -> None:
    """Put every text once more, then let every widget measure and paint itself anew.

    One that fits itself to its words hears of it as Qt tells it, by a LanguageChange.
    """
    for widget in app.allWidgets():
        for owner in (widget, *widget.actions()):
            for (setter, *at), text in owner.__dict__.get("_texts", {}).items():
                if text:
                    getattr(owner, setter)(*at, say(text))
        widget.updateGeometry()
        widget.update()
    _lay_out()
    for window in app.topLevelWidgets():
        if window.parentWidget() is None:  # the others hear it from their parents
            QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    _lay_out()
    for window in app.topLevelWidgets():
        fills = window.isMaximized() or window.isFullScreen()
        if window.isVisible() and not fills:
            from bimtek.ui.room import make_room  # a start changes nothing

            make_room(window)


def _lay_out() -> None:
    """Let every layout learn at once what its words need now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
