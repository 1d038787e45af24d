"""Umum: one row for every setting that is shown, made from the table of settings."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from bimtek.domain.errors import RefusedError
from bimtek.domain.text import NO_TEXT, _
from bimtek.services.settings import SETTINGS, Setting
from bimtek.ui import editors
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.settings.first_steps import FirstSteps
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import Form, FormRow

LARGEST = 999
NARROW = 160


class GeneralTab(TabPage):
    """`rows` by key of the setting; each is stored when typing rests, or tells what it needs."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._touched: dict[str, Setting] = {}
        self.autosave = Autosave((editors.GENERAL,), self._store_touched, context.services.clock)
        card = Card(_("Berlaku untuk kegiatan baru"))
        card.corner.addWidget(self.autosave)
        form = Form()
        card.body.addWidget(form)
        self.body.addWidget(card)
        self.rows: dict[str, FormRow] = {}
        self._read: dict[str, Callable[[], Any]] = {}
        for setting in SETTINGS:
            if setting.shown:
                self._add(form, setting)
        self.first_steps = FirstSteps(context)
        self.body.addWidget(self.first_steps)

    def refresh(self) -> None:
        """Show whether there is a sample."""
        self.first_steps.refresh()

    def _add(self, form: Form, setting: Setting) -> None:
        value = self._context.services.settings.get(setting.key)
        field, read = _field(setting, value, partial(self._touch, setting))
        self._read[setting.key] = read
        self.rows[setting.key] = form.add(setting.label, field, setting.help)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what still waits before another page opens."""
        self.autosave.flush()
        super().hideEvent(event)

    def _touch(self, setting: Setting) -> None:
        self._touched[setting.key] = setting
        self.autosave.touch()

    def _store_touched(self) -> Future[None] | None:
        """Store what was changed; the Future of the last one, for they are stored in order."""
        touched, self._touched = self._touched, {}
        stored = [self._store(setting) for setting in touched.values()]
        return None if None in stored else stored[-1]

    def _store(self, setting: Setting) -> Future[None] | None:
        row = self.rows[setting.key]
        try:
            future = self._context.services.settings.put(setting.key, self._read[setting.key]())
        except RefusedError as error:
            row.show_problem(_("Belum tersimpan. {advice}", advice=error.advice))
            return None
        row.show_problem(NO_TEXT)
        return future


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
