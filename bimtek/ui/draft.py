"""Keeps a form that is not finished yet, so that a crash or a power cut does not empty it."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QDate, QTime, QTimer, SignalInstance
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDateEdit,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from bimtek.domain.text import _
from bimtek.ui.context import UiContext
from bimtek.ui.editors import Editor, hear, wait
from bimtek.ui.messages import show_error
from bimtek.ui.widgets.notice import Notice

REST_MS = 500


@runtime_checkable
class Kept(Protocol):
    """A widget of several fields that says itself what of it is kept."""

    changed: SignalInstance

    def kept(self) -> Any:
        """What it holds, as plain lists and texts."""

    def bring_back(self, value: Any) -> None:
        """Hold this again."""


class Draft(Notice):
    """A sentence in the dialog, seen only when an earlier draft was brought back.

    `fields` by the name they are kept under; `subject` tells drafts of one editor apart, such as a
    kegiatan; a draft that is not `wanted` now is left out. The draft ends with
    the dialog, however that is closed.
    """

    def __init__(
        self,
        context: UiContext,
        editor: Editor,
        subject: str,
        dialog: QDialog,
        fields: Mapping[str, QWidget],
        wanted: Callable[[dict[str, Any]], bool] = lambda kept: True,
    ) -> None:
        super().__init__(_("Isian terakhir yang belum selesai ada di sini lagi."), parent=dialog)
        self._unfinished, self._editor = context.services.unfinished, editor
        self.key = f"{editor.key}/{subject}"
        self._fields = dict(fields)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._keep)
        kept = self._unfinished.get(self.key)
        self.brought_back = isinstance(kept, dict) and wanted(kept)
        if self.brought_back:
            for name, value in kept.items():
                if name in self._fields:
                    _write(self._fields[name], value)
        self.setVisible(self.brought_back)
        self._at_first = self.values()
        for field in self._fields.values():
            watch(field, self._touch)
        dialog.finished.connect(self._on_finished)

    def flush(self) -> None:
        """Keep now what still waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def values(self) -> dict[str, Any]:
        """What is filled in, by the names it is kept under."""
        return {name: _read(field) for name, field in self._fields.items()}

    @property
    def worth_keeping(self) -> bool:
        """Whether somebody filled something in, now or before a crash."""
        return self.brought_back or self.values() != self._at_first

    def _touch(self) -> None:
        self._timer.start()
        wait(self)

    def _keep(self) -> None:
        kept = self._unfinished.keep(self.key, self.values())
        hear(self._editor, kept, lambda _done: None, lambda error: show_error(self, error), self)

    def _on_finished(self) -> None:
        self._timer.stop()
        self._unfinished.drop(self.key)


def _read(field: QWidget) -> Any:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentData()
    if isinstance(field, QDateEdit):
        return field.date().toString("yyyy-MM-dd")
    if isinstance(field, QTimeEdit):
        return field.time().toString("HH:mm")
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, QAbstractButton):
        return field.isChecked()
    if isinstance(field, Kept):
        return field.kept()
    raise TypeError(type(field).__name__)


def _write(field: QWidget, value: Any) -> None:
    if isinstance(field, QLineEdit):
        field.setText(str(value))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(max(field.findData(value), 0))
    elif isinstance(field, QDateEdit):
        field.setDate(QDate.fromString(str(value), "yyyy-MM-dd"))
    elif isinstance(field, QTimeEdit):
        field.setTime(QTime.fromString(str(value), "HH:mm"))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    elif isinstance(field, QAbstractButton):
        field.setChecked(bool(value))
    elif isinstance(field, Kept):
        field.bring_back(value)


def watch(field: QWidget, changed: Callable[[], object]) -> None:
    """Call `changed` whenever what a field holds changes."""
    if isinstance(field, QLineEdit | QPlainTextEdit):
        field.textChanged.connect(lambda *_text: changed())
    elif isinstance(field, QComboBox):
        field.currentIndexChanged.connect(lambda _at: changed())
    elif isinstance(field, QDateEdit):
        field.dateChanged.connect(lambda _date: changed())
    elif isinstance(field, QTimeEdit):
        field.timeChanged.connect(lambda _time: changed())
    elif isinstance(field, QSpinBox):
        field.valueChanged.connect(lambda _value: changed())
    elif isinstance(field, QAbstractButton):
        field.toggled.connect(lambda _checked: changed())
    elif isinstance(field, Kept):
        field.changed.connect(lambda: changed())
