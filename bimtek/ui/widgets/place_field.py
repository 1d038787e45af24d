"""A field for a place: suggests while one types, takes anything."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language


class PlaceField(QLineEdit):
    """`suggest` is called on the main thread at each letter and must be quick."""

    picked = Signal(str)  # a suggestion that was chosen

    def __init__(
        self, suggest: Callable[[str], Sequence[str]], placeholder: Text, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self.setMaxLength(200)
        language.put(self, placeholder, "setPlaceholderText")
        self.suggestions = QStringListModel(self)
        self._completer = completer = QCompleter(self.suggestions, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = completer.popup()
        assert popup is not None
        self._popup = popup
        completer.activated.connect(self.picked)
        self.setCompleter(completer)
        self.textEdited.connect(self.look)

    def look(self, typed: str) -> None:
        """Offer what fits."""
        found = list(self._suggest(typed))
        self.suggestions.setStringList(found)
        if found:
            self._completer.complete()
        else:
            self._popup.hide()
