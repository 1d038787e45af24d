"""Fields that behave: Indonesian dates, and no value changed by a passing mouse wheel."""

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, QSize, Qt, QTime
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QStyleOptionSpinBox,
    QTimeEdit,
)

from bimtek.domain.text import NO_TEXT, Text
from bimtek.ui import language, theme

INDONESIAN = QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
_NARROW = 200  # px a yes or no can always have
_INDENT = 10  # the stylesheet does not reach the text of a field with arrows


class Choice(QComboBox):
    """One of several; each entry carries its key."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Be as wide as the words of another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            policy = self.sizeAdjustPolicy()
            self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)
            self.setSizeAdjustPolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """Room for every entry, unless long ones may be cut; Qt keeps the first it measured."""
        return super().minimumSizeHint() if self.minimumContentsLength() else self.sizeHint()

    def add(self, key: str, word: Text | str) -> None:
        """Offer one more entry, or another word for one that is there."""
        at = self.findData(key)
        if at < 0:
            at = self.count()
            self.addItem("", key)
        language.put(self, word, "setItemText", at)

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
    """A whole number, or the word that stands for none."""

    def minimumSizeHint(self) -> QSize:
        """Room for the word or the largest number, and no more: Qt asks for half as much again."""
        option, part = QStyleOptionSpinBox(), QStyle.SubControl.SC_SpinBoxEditField
        self.initStyleOption(option)
        place = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
        longest = f"{self.prefix()}{self.textFromValue(self.maximum())}{self.suffix()}"
        words = max(map(self.fontMetrics().horizontalAdvance, (self.specialValueText(), longest)))
        around = self.width() - place.width() + 2 * _INDENT
        return QSize(words + around, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll instead."""
        event.ignore()


class CheckField(QCheckBox):
    """A yes or no whose words go on in the next line where one is too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""

    def show_words(self, wording: str) -> None:
        """Show other words beside the box."""
        self._whole = wording
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All words in one line, and as high as they stand now."""
        around = super().sizeHint().width() - self._wide(self.text())
        return QSize(around + self._wide(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few words beside the box."""
        return QSize(min(self.sizeHint().width(), theme.current().px(_NARROW)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        lines: list[str] = []
        for word in self._whole.split(" "):
            if lines and self._wide(f"{lines[-1]} {word}") <= room:
                lines[-1] = f"{lines[-1]} {word}"
            else:
                lines.append(word)
        if "\n".join(lines) != self.text():
            self.setText("\n".join(lines))

    def _wide(self, words: str) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, words.split("\n")))


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
        made.add(key, word)
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
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    made.setRange(lowest, highest)
    made.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setValue(value)
    return made


def check_field(text: Text, checked: bool = False) -> CheckField:
    """Return a yes or no, with its words beside it."""
    made = CheckField()
    language.put(made, text, "show_words")
    language.put(made, text, "setAccessibleName")
    made.setChecked(checked)
    return made
