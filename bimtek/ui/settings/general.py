"""Umum: one row for every setting that is shown, made from the table of settings."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import BimtekError, RefusedError
from bimtek.domain.text import NO_TEXT, _
from bimtek.services.settings import SETTINGS, Setting
from bimtek.ui.after import after
from bimtek.ui.context import UiContext
from bimtek.ui.messages import show_error
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.form import Form, FormRow

REST_MS = 600
LARGEST = 999
NARROW = 160


class GeneralTab(TabPage):
    """`rows` by key of the setting; each is stored when typing rests, or tells what it needs."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.state = StatusChip(_("Tersimpan otomatis"))
        card = Card(_("Berlaku untuk kegiatan baru"))
        card.corner.addWidget(self.state)
        form = Form()
        card.body.addWidget(form)
        self.body.addWidget(card)
        self.rows: dict[str, FormRow] = {}
        self._read: dict[str, Callable[[], Any]] = {}
        for setting in SETTINGS:
            if setting.shown:
                self._add(form, setting)

    def _add(self, form: Form, setting: Setting) -> None:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(REST_MS)
        timer.timeout.connect(partial(self._store, setting))
        field, read = _field(setting, self._context.services.settings.get(setting.key), timer.start)
        self._read[setting.key] = read
        self.rows[setting.key] = form.add(setting.label, field, setting.help)

    def _store(self, setting: Setting) -> None:
        row, value = self.rows[setting.key], self._read[setting.key]()
        if value == self._context.services.settings.get(setting.key):
            row.show_problem(NO_TEXT)
            return
        try:
            future = self._context.services.settings.put(setting.key, value)
        except RefusedError as error:
            row.show_problem(_("Belum tersimpan. {advice}", advice=error.advice))
            return
        row.show_problem(NO_TEXT)
        self.state.show_state(_("Menyimpan…"))
        after(future, self._on_stored, self._on_failed, self)

    def _on_stored(self, _result: object) -> None:
        self.state.show_state(_("Tersimpan"), "success")

    def _on_failed(self, error: BimtekError) -> None:
        self.state.show_state(_("Belum tersimpan"), "warning")
        show_error(self, error)


def _field(setting: Setting, value: Any, changed: Callable[[], None]) -> tuple[QWidget, Callable[[], Any]]:
    """The field that fits the kind of a setting, and how to read it."""
    if isinstance(setting.default, float):
        share = fields.number_field(0, 100, round(value * 100))
        share.setSuffix(" %")
        share.setMaximumWidth(NARROW)
        share.valueChanged.connect(lambda _value: changed())
        return share, lambda: share.value() / 100
    if isinstance(setting.default, int):
        number = fields.number_field(0, LARGEST, value)
        number.setMaximumWidth(NARROW)
        number.valueChanged.connect(lambda _value: changed())
        return number, number.value
    text = fields.text_field(value=value)
    text.textChanged.connect(lambda _text: changed())
    return text, lambda: text.text().strip()
