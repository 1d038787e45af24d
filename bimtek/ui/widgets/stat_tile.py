"""One big figure with its meaning, and how much of a whole it is."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.widgets.labels import label


class StatTile(QFrame):
    """A figure, what it counts, and one line of detail."""

    def __init__(self, caption: Text | str, value: Text | str = "–", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.caption = label(caption, "strong", "secondary")
        self.value = label(value, "display", wrap=False)
        self.detail = label("", "caption", "secondary")
        self.detail.hide()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(20, 16, 20, 16)
        self._rows.setSpacing(4)
        for widget in (self.caption, self.value, self.detail):
            self._rows.addWidget(widget)

    def show_value(self, value: Text | str, detail: Text | str = NO_TEXT) -> None:
        """Show a figure as it should be read, and what to know about it."""
        language.put(self.value, value)
        language.put(self.detail, detail)
        self.detail.setVisible(bool(detail))


class Counter(StatTile):
    """How many of how many, with a bar."""

    def __init__(self, caption: Text | str, parent: QWidget | None = None) -> None:
        super().__init__(caption, "0", parent)
        self.of = label("", "emphasis", "secondary", wrap=False)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._rows.removeWidget(self.value)
        line.addWidget(self.value)
        line.addWidget(self.of)
        line.addStretch(1)
        self._rows.insertLayout(1, line)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        language.put(self.bar, caption, "setAccessibleName")
        self._rows.addSpacing(4)
        self._rows.addWidget(self.bar)

    def show_count(self, count: int, total: int, detail: Text | str = NO_TEXT) -> None:
        """Show `count` of `total`; without a total only the count."""
        self.show_value(str(count), detail)
        language.put(self.of, _("dari {total}", total=total) if total else NO_TEXT)
        self.bar.setVisible(total > 0)
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(min(count, total))
