"""Buat kegiatan: a template, a name, a date; everything else has a default. Enter finishes it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import long_date_list
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.plan import Template, dates_for
from bimtek.domain.text import NO_TEXT, _
from bimtek.services.planning import NewKegiatan
from bimtek.services.progress import Progress
from bimtek.ui import editors, language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.draft import Draft
from bimtek.ui.messages import show_error
from bimtek.ui.when import today
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.option_card import OptionCards
from bimtek.ui.widgets.place_field import PlaceField

USUAL_TITLE = _("Bimtek Perlindungan Anak dari Eksploitasi Seksual di Ranah Daring")
SUNDAY = 6


class NewKegiatanDialog(TallDialog):
    """Asks what a new kegiatan is; `created` carries it once it is stored."""

    created = Signal(object)  # Kegiatan

    def __init__(
        self, context: UiContext, templates: Sequence[Template], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Buat kegiatan"), 840)
        self._context, self._templates = context, {t.key: t for t in templates}
        self.template_cards = OptionCards([(t.key, t.title, t.summary) for t in templates])
        self.template_cards.chosen.connect(self._show_dates)
        self.title_field = fields.text_field(value=str(USUAL_TITLE))
        self.date_field = fields.date_field(next_workday(today(context.services.clock)))
        self.date_field.dateChanged.connect(self._show_dates)
        self.hall_field = fields.text_field(_("Misalnya Balai Desa"), longest=200)
        self.place_field = PlaceField(self._suggest, _("Desa atau kabupaten"))
        self.organiser_field = fields.text_field(
            _("Misalnya Dinas Sosial PPPA"), context.services.settings.get("instansi")
        )
        self.dates_text = label("", "caption", "secondary")
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.create_button = buttons.primary(_("Buat kegiatan"))
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self.submit)
        self._lay_out()
        self.draft = Draft(context, editors.NEW_KEGIATAN, "", self, self._fields())
        self.body.insertWidget(0, self.draft)
        self._show_dates()
        self.title_field.setFocus()
        self.title_field.selectAll()
        context.tasks.run(
            lambda progress: context.services.places.load(),
            self,
            done=lambda table: None,
            failed=lambda error: None,
        )

    def submit(self) -> None:
        """Store what is asked for; the dialog closes once it is durable."""
        title = self.title_field.text().strip()
        self.title_row.show_problem(NO_TEXT if title else _("Isi nama kegiatan."))
        if not title:
            self.title_field.setFocus()
            return
        services = self._context.services
        new = NewKegiatan(
            title=title,
            template=self.template_cards.key(),
            first_day=self.date_field.value(),
            place=services.places.read(self.place_field.text(), self.hall_field.text()),
            organiser=self.organiser_field.text(),
        )
        self.create_button.setEnabled(False)

        def job(progress: Progress) -> Kegiatan:
            return services.planning.create(new)

        self._context.tasks.run(job, self, done=self._on_created, failed=self._on_failed)

    def _fields(self) -> dict[str, QWidget]:
        given = {
            "nama": self.title_field,
            "tanggal": self.date_field,
            "gedung": self.hall_field,
            "tempat": self.place_field,
            "penyelenggara": self.organiser_field,
        }
        return given | dict(self.template_cards.cards)

    def _on_created(self, kegiatan: Kegiatan) -> None:
        self.created.emit(kegiatan)
        self.accept()

    def _on_failed(self, error: BimtekError) -> None:
        self.create_button.setEnabled(True)
        show_error(self, error)

    def _suggest(self, typed: str) -> list[str]:
        return [address.line for address in self._context.services.places.suggest(typed)]

    def _show_dates(self) -> None:
        template = self._templates[self.template_cards.key()]
        dates = dates_for(self.date_field.value(), template.days)
        language.put(self.dates_text, _("{dates} · {jp} JP", dates=long_date_list(dates), jp=template.jp))

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
        self.body.addWidget(self.template_cards)
        self.body.addLayout(grid)
        self.foot.addWidget(self.dates_text, 1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.create_button)


def next_workday(now: date) -> date:
    """Tomorrow, or Monday when that is a Sunday."""
    tomorrow = now + timedelta(days=1)
    return tomorrow + timedelta(days=1) if tomorrow.weekday() == SUNDAY else tomorrow
