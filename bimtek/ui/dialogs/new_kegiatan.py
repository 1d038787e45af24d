"""Buat kegiatan: four pages with a default for everything, so that Enter alone leads through them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.place import Place
from bimtek.domain.plan import Template
from bimtek.domain.text import Text, _, joined
from bimtek.services.planning import NewKegiatan
from bimtek.services.progress import Progress
from bimtek.ui import editors, language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.draft import Draft
from bimtek.ui.messages import show_error
from bimtek.ui.new_kegiatan.people import GivenList, PeoplePage
from bimtek.ui.new_kegiatan.summary import SummaryPage
from bimtek.ui.new_kegiatan.teaching import TeachingPage
from bimtek.ui.new_kegiatan.what import WhatPage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.scrolling import scrolling
from bimtek.ui.widgets.step_pages import StepPages
from bimtek.ui.widgets.stepper import Stepper

WHAT, TEACHING, PEOPLE, SUMMARY = "apa", "modul", "peserta", "ringkasan"
STEPS = (
    (WHAT, _("Apa dan di mana")),
    (TEACHING, _("Modul dan kuis")),
    (PEOPLE, _("Peserta")),
    (SUMMARY, _("Ringkasan")),
)
WIDTH, HEIGHT = 900, 640


@dataclass(frozen=True, slots=True)
class FirstThings:
    """What was asked for besides the kegiatan: people from a list, and an attendance list on paper."""

    people: GivenList | None = None
    prints: bool = False


class NewKegiatanDialog(TallDialog):
    """Asks what a new kegiatan is; `created` carries it once it is stored, and the FirstThings after it."""

    created = Signal(object, object)  # Kegiatan, FirstThings

    def __init__(
        self, context: UiContext, templates: Sequence[Template], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Buat kegiatan"), WIDTH, HEIGHT)
        self._context = context
        self._make_pages(templates)
        self._make_buttons()
        self._lay_out()
        kept = {name: field for page in self._forms for name, field in page.fields().items()}
        self.draft = Draft(context, editors.NEW_KEGIATAN, "", self, kept | {"halaman": self.pages})
        self._column.insertWidget(0, self.draft)
        self.reached = self.pages.at
        if self.draft.brought_back:
            self.what.show_dates()
            self.teaching.show_template(self.what.template)
            self.people.resume()
        self.pages.changed.connect(self._show_actions)
        for page in (self.teaching, self.people):
            page.changed.connect(self._show_summary)
        self._show_actions()
        self._open(self.step)
        self.what.title_field.selectAll()

    @property
    def step(self) -> str:
        """The key of the page that is open."""
        return self.pages.key

    def go_on(self) -> None:
        """Open the next page; from the last one, store the kegiatan."""
        if self.step == SUMMARY:
            self.submit()
        else:
            self.show_step(self.pages.keys[self.pages.at + 1])

    def go_back(self) -> None:
        """Open the page before."""
        self.show_step(self.pages.keys[max(self.pages.at - 1, 0)])

    def show_step(self, key: str) -> None:
        """Open a page; on the way forward, the first one on which something is missing."""
        if self.pages.keys.index(key) <= self.pages.at:
            self.people.settle(None)
            self._open(key)
        else:
            self._settle(partial(self._open, key), key)

    def submit(self) -> None:
        """Store what is asked for, from any page; the dialog closes once it is durable."""
        self._settle(self._create, SUMMARY)

    # ---- inner ----

    def _settle(self, then: Callable[[], object], before: str) -> None:
        """Call `then` when nothing is missing on the pages before one, once a list given there is read."""

        def look() -> None:
            for key in self.pages.keys[: self.pages.keys.index(before)]:
                page = self.pages.pages[key]
                if isinstance(page, WhatPage | PeoplePage) and not page.complete():
                    self._open(key)
                    return
            then()

        if self.pages.keys.index(before) > self.pages.keys.index(PEOPLE):
            self.people.settle(look)
        else:
            look()

    def _open(self, key: str) -> None:
        if key == SUMMARY:
            self._show_summary()
        self.pages.show_page(key)
        self._area.verticalScrollBar().setValue(0)
        first = {WHAT: self.what.first, TEACHING: self.teaching.first, PEOPLE: self.people.first}.get(key)
        (first or self.next_button).setFocus()

    def _create(self) -> None:
        services = self._context.services
        new = NewKegiatan(
            title=self.what.title_field.text().strip(),
            template=self.what.template.key,
            first_day=self.what.date_field.value(),
            place=self._place(),
            organiser=self.what.organiser_field.text(),
            modules=self.teaching.choice.chosen(),
        )
        self._enable(False)

        def job(progress: Progress) -> Kegiatan:
            return services.planning.create(new)

        self._context.tasks.run(job, self, done=self._on_created, failed=self._on_failed)

    def _on_created(self, kegiatan: Kegiatan) -> None:
        wishes = FirstThings(self.people.given, self.summary.print_list.isChecked())
        self.accept()
        self.created.emit(kegiatan, wishes)

    def _on_failed(self, error: BimtekError) -> None:
        self._enable(True)
        show_error(self, error)

    def _enable(self, enabled: bool) -> None:
        for button in (self.next_button, self.now_button):
            button.setEnabled(enabled)

    def _place(self) -> Place:
        return self._context.services.places.read(self.what.place_field.text(), self.what.hall_field.text())

    def _show_actions(self) -> None:
        at, last = self.pages.at, self.step == SUMMARY
        self.reached = max(self.reached, at)
        self.stepper.set_done([key for n, key in enumerate(self.pages.keys) if n < self.reached and n != at])
        self.stepper.allow(self.pages.keys[: self.reached + 1])
        self.back_button.setVisible(at > 0)
        self.now_button.setVisible(not last)
        language.put(self.next_button, _("Buat kegiatan") if last else _("Lanjut"), "set_caption")
        self._show_summary()

    def _show_summary(self) -> None:
        what, modules = self.what, self.teaching.names()
        self.summary.show_facts(
            [
                what.title_field.text().strip(),
                what.days(),
                self._place().line,
                what.organiser_field.text().strip() or self._context.services.settings.get("instansi"),
                what.template.title,
                joined(modules, ", ") if modules else _("Tanpa modul"),
                self.teaching.tests(),
                _people_text(self.people.given),
            ]
        )

    def _make_pages(self, templates: Sequence[Template]) -> None:
        context = self._context
        self.what = WhatPage(context, templates)
        self.teaching = TeachingPage(context, self.what.template)
        self.people = PeoplePage(context, self.what.place_field.text)
        self.summary = SummaryPage()
        self._forms = (self.what, self.teaching, self.people, self.summary)
        self.what.template_chosen.connect(lambda: self.teaching.propose(self.what.template))
        self.stepper = Stepper(STEPS)
        self.stepper.chosen.connect(self.show_step)
        self.pages = StepPages(
            self.stepper,
            {WHAT: self.what, TEACHING: self.teaching, PEOPLE: self.people, SUMMARY: self.summary},
        )

    def _make_buttons(self) -> None:
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.now_button = buttons.quiet(_("Buat sekarang"))
        self.now_button.clicked.connect(self.submit)
        self.back_button = buttons.secondary(_("Kembali"), "arrow-left")
        self.back_button.clicked.connect(self.go_back)
        self.next_button = buttons.primary(_("Lanjut"))
        self.next_button.setDefault(True)
        self.next_button.clicked.connect(self.go_on)

    def _lay_out(self) -> None:
        self.head.addSpacing(8)
        self.head.addWidget(self.stepper, 1)
        inner = QWidget()
        inner.setProperty("kind", "page")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(16)
        self._area = scrolling(inner)  # while it is empty: it measures what it is given
        self.body.addWidget(self._area)
        self._column.addWidget(self.pages, 1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addStretch(1)
        for button in (self.now_button, self.back_button, self.next_button):
            self.foot.addWidget(button)


def _people_text(given: GivenList | None) -> Text:
    if given is None:
        return _("Kosong, diisi saat absensi")
    if not given.doubts:
        return _("{count} orang", count=given.count)
    return _("{count} orang, {doubts} hal perlu diperiksa", count=given.count, doubts=given.doubts)
