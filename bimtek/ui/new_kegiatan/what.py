"""Page 1: what the kegiatan is called, after which template, when, where, and who holds it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import long_date_list
from bimtek.domain.plan import Template, dates_for
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.when import today
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.option_card import OptionCards
from bimtek.ui.widgets.place_field import PlaceField

USUAL_TITLE = _("Bimtek Perlindungan Anak dari Eksploitasi Seksual di Ranah Daring")
SUNDAY = 6


class WhatPage(QWidget):
    """Everything here has a default, so Enter is enough."""

    template_chosen = Signal()

    def __init__(self, context: UiContext, templates: Sequence[Template]) -> None:
        super().__init__()
        self._context, self._templates = context, {t.key: t for t in templates}
        self.template_cards = OptionCards([(t.key, t.title, t.summary) for t in templates])
        self.template_cards.chosen.connect(self._on_template)
        self.title_field = fields.text_field(value=str(USUAL_TITLE))
        self.date_field = fields.date_field(next_workday(today(context.services.clock)))
        self.date_field.dateChanged.connect(self.show_dates)
        self.hall_field = fields.text_field(_("Misalnya Balai Desa"), longest=200)
        self.place_field = PlaceField(self._suggest, _("Desa atau kabupaten"))
        self.organiser_field = fields.text_field(
            _("Misalnya Dinas Sosial PPPA"), context.services.settings.get("instansi")
        )
        self.dates_text = label("", "caption", "secondary")
        self._lay_out()
        self.show_dates()
        context.tasks.run(
            lambda progress: context.services.places.load(),
            self,
            done=lambda table: None,
            failed=lambda error: None,
        )

    @property
    def template(self) -> Template:
        """The chosen template."""
        return self._templates[self.template_cards.key()]

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.title_field

    def fields(self) -> dict[str, QWidget]:
        """What a draft keeps of this page."""
        given = {
            "nama": self.title_field,
            "tanggal": self.date_field,
            "gedung": self.hall_field,
            "tempat": self.place_field,
            "penyelenggara": self.organiser_field,
        }
        return given | dict(self.template_cards.cards)

    def complete(self) -> bool:
        """Whether nothing is missing; what is, is said at its field."""
        titled = bool(self.title_field.text().strip())
        self.title_row.show_problem(NO_TEXT if titled else _("Isi nama kegiatan."))
        return titled

    def days(self) -> Text:
        """Which days the template takes from the first one on, and its JP."""
        dates = dates_for(self.date_field.value(), self.template.days)
        return _("{dates} · {jp} JP", dates=long_date_list(dates), jp=self.template.jp)

    def show_dates(self) -> None:
        """Say the days as they are now."""
        language.put(self.dates_text, self.days())

    def _on_template(self) -> None:
        self.show_dates()
        self.template_chosen.emit()

    def _suggest(self, typed: str) -> list[str]:
        return [address.line for address in self._context.services.places.suggest(typed)]

    def _lay_out(self) -> None:
        self.title_row = FormRow(_("Nama kegiatan"), self.title_field)
        day = FormRow(_("Tanggal"), self.date_field)
        hall = FormRow(_("Gedung"), self.hall_field)
        place = FormRow(_("Tempat"), self.place_field)
        organiser = FormRow(_("Penyelenggara"), self.organiser_field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.title_row, 0, 0, 1, 2)
        grid.addWidget(day, 1, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(hall, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(place, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(organiser, 2, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.template_cards)
        column.addLayout(grid)
        column.addWidget(self.dates_text)
        column.addStretch(1)


def next_workday(now: date) -> date:
    """Tomorrow, or Monday when that is a Sunday."""
    tomorrow = now + timedelta(days=1)
    return tomorrow + timedelta(days=1) if tomorrow.weekday() == SUNDAY else tomorrow
