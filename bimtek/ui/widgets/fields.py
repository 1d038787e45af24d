"""Fields that behave: Indonesian dates, and no value changed by a passing mouse wheel."""

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QSpinBox, QTimeEdit

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import language

INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_INDENT = 10  # the stylesheet does not reach the text of a field with arrows


class Choice(QComboBox):
    """One of several; each entry carries its key."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def key(self) -> str:
        """The key of the chosen entry, "" when there is none."""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose the entry with this key; an unknown key changes nothing."""
        at = self.findData(key)
        if at >= 0:
            self.setCurrentIndex(at)


class DateField(QDateEdit):
    """A date, written out as on papers, with a calendar."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def value(self) -> date:
        """The date."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_value(self, value: date) -> None:
        """Show a date."""
        self.setDate(QDate(value.year, value.month, value.day))


class TimeField(QTimeEdit):
    """A time of the day, with a point as in Indonesian papers."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def value(self) -> time:
        """The time."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_value(self, value: time) -> None:
        """Show a time."""
        self.setTime(QTime(value.hour, value.minute))


class NumberField(QSpinBox):
    """A whole number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()


def text_field(placeholder: Text = NO_TEXT, value: str = "", longest: int = 300) -> QLineEdit:
    """Return a field for one line."""
    made = QLineEdit(value)
    made.setMaxLength(longest)
    made.setCursorPosition(0)  # a long text shows its beginning
    language.put(made, placeholder, "setPlaceholderText")
    return made


def search_field(placeholder: Text) -> QLineEdit:
    """Return the big field a page starts in."""
    made = text_field(placeholder)
    made.setProperty("kind", "search")
    language.put(made, placeholder, "setAccessibleName")
    return made


def choice(entries: Iterable[tuple[str, Text | str]]) -> Choice:
    """Return a field for one of several (key, word)."""
    made = Choice()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    for key, word in entries:
        made.addItem(language.say(word), key)
    return made


def date_field(value: date) -> DateField:
    """Return a field for a date, such as "5 Maret 2024"."""
    made = DateField()
    made.setLocale(INDONESIAN)
    made.setDisplayFormat("d MMMM yyyy")
    made.setCalendarPopup(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show_value(value)
    return made


def time_field(value: time) -> TimeField:
    """Return a field for a time, such as "08.30"."""
    made = TimeField()
    made.setLocale(INDONESIAN)
    made.setDisplayFormat("HH.mm")
    made.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.show_value(value)
    return made


def number_field(lowest: int, highest: int, value: int) -> NumberField:
    """Return a field for a whole number."""
    made = NumberField()
    made.setRange(lowest, highest)
    made.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setValue(value)
    return made


def check_field(text: Text, checked: bool = False) -> QCheckBox:
    """Return a yes or no, with its words beside it."""
    made = QCheckBox()
    language.put(made, text)
    language.put(made, text, "setAccessibleName")
    made.setChecked(checked)
    return made
