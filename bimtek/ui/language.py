"""Puts Text into words for the window, and again when the language changes."""

import gettext
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from bimtek.domain.text import Text, Translate, indonesian

_translate: Translate = indonesian


def say(text: Text | str) -> str:
    """Return the wording in the window's language; a plain str (a name, a number) stays as it is."""
    return text.render(_translate) if isinstance(text, Text) else text


def put(widget: QWidget, text: Text | str, setter: str = "setText") -> None:
    """Show `text` through `widget.<setter>(str)`, and again after a change of language."""
    texts: dict[str, Text | str] = widget.__dict__.setdefault("_texts", {})
    texts[setter] = text
    getattr(widget, setter)(say(text))


def use(app: QApplication, language: str, catalogues: Path) -> None:
    """Speak `language` ("id" is the source language) in every open window at once."""
    global _translate
    if language == "id":
        _translate = indonesian
    else:
        _translate = gettext.translation("bimtek", catalogues, [language], fallback=True).gettext
    speak_again(app)


def use_translator(app: QApplication, translate: Translate) -> None:
    """Speak through any function from wording to wording, e.g. a pseudo-language."""
    global _translate
    _translate = translate
    speak_again(app)


def speak_again(app: QApplication) -> None:
    """Render every text put on a widget once more."""
    for widget in app.allWidgets():
        for setter, text in widget.__dict__.get("_texts", {}).items():
            getattr(widget, setter)(say(text))
