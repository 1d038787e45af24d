"""Dokumen: choose a paper, see it as it will be printed, mend what is missing, print or save it."""

from concurrent.futures import Future
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.documents.base import Fix, Problem
from bimtek.domain.certificate import Certificate
from bimtek.domain.errors import BimtekError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import _
from bimtek.services.papers.request import PaperOffer
from bimtek.ui import dressing, editors, theme
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.step_page import MARGIN, StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.papers.entries import Entry, entries_of, reprint_of, roles_of
from bimtek.ui.papers.fields.column import PaperFields
from bimtek.ui.papers.foot import PaperFoot
from bimtek.ui.papers.kinds import NUMBERS
from bimtek.ui.papers.mending import Mending
from bimtek.ui.papers.numbers import NumbersView
from bimtek.ui.papers.output import PaperOutput
from bimtek.ui.papers.paper_list import PaperList
from bimtek.ui.papers.problem_panel import ProblemPanel
from bimtek.ui.pickers import open_outside
from bimtek.ui.soon import soon
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.live_preview import Drawn, LivePreview

REST_MS = 300
LEAST = 560
NARROW = 1000  # below this width the fields stand behind a button


class PapersStep(StepPage):
    """The papers of one kegiatan: `entry` is the chosen one, `pdf` holds the bytes that are shown."""

    shown = Signal()  # the preview, or what stands in its place, is up to date

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._services = context.services
        self.kegiatan = self._services.planning.get(kegiatan_id)
        self.pdf = b""
        self._to_print: Entry | None = None  # a paper that goes to the printer as soon as it is drawn
        self._make_parts()
        self.list.show_entries(self._entries())
        entry = self.list.entry()
        assert entry is not None  # the numbers are always there
        self.entry = entry
        self._lay_out()
        self._connect()
        self.fields.show_kegiatan(self.kegiatan)
        self._begun = False
        soon(self, self._begin)  # the list of papers first

    # ---- what is shown ----

    @property
    def settled(self) -> bool:
        """True when what is shown is what was asked for last."""
        numbers = self.entry.key != NUMBERS or (self._has_numbers and self.numbers.settled)
        return self._begun and self.preview.settled and numbers and not self.timer.isActive()

    def refresh(self) -> None:
        """Read kegiatan and papers again; what was chosen and what is not stored yet stay as they are."""
        if self.autosave.timer.isActive():
            self.autosave.flush()
        else:
            self.kegiatan = self._services.planning.get(self._kegiatan_id)
            self.fields.show_kegiatan(self.kegiatan)
        self._show_list(self._entries())
        self._show_entry()

    def open_offer(self, offer: PaperOffer) -> None:
        """Choose an offered paper."""
        self.list.choose(Entry.of(offer))

    def offer(self) -> PaperOffer | None:
        """The chosen paper as it is asked for now; None for the numbers."""
        return self.fields.asked(self.entry.offer) if self.entry.offer is not None else None

    def show_one(self, certificate: Certificate) -> None:
        """Show one issued paper alone, for printing it again under its number."""
        self.list.clearSelection()
        self.list.setCurrentRow(-1)
        self._on_chosen(reprint_of(certificate))

    def minimumSizeHint(self) -> QSize:
        """Never keep the window from getting narrow: the fields fold away then."""
        return QSize(theme.current().px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields behind a button when they do not fit beside the preview."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """The same when the words have grown or are longer in another language."""
        super().changeEvent(event)
        grown = event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange)
        if grown and self.isVisible():
            self._fold()
            dressing.when_over(self._fold)  # what is folded away is dressed last

    def hideEvent(self, event: QHideEvent) -> None:
        """Store what is typed before another step reads it."""
        self.autosave.flush()
        super().hideEvent(event)

    # ---- doing ----

    def save_file(self, target: Path | None = None) -> None:
        """Write the chosen paper, by default into the folder of the kegiatan."""
        if (offer := self.offer()) is not None:
            self.output.save(self._stored(), offer, target)

    def save_each(self) -> None:
        """Write one file per person."""
        if (offer := self.offer()) is not None:
            self.output.save_each(self._stored(), offer.request)

    def print_paper(self) -> None:
        """Ask for a printer."""
        if self.pdf and (offer := self.offer()) is not None:
            self.output.ask_printer(self._stored(), offer, self.pdf, turns=self.entry.turns)

    def print_blank_list(self) -> None:
        """Choose the attendance list without names, and ask for a printer once it is drawn."""
        self.list.choose(next(entry for entry in self.list.entries if entry.key == "daftar-hadir"))
        self.fields.attendance_list.blank.setChecked(True)
        self._to_print = self.entry
        self.timer.stop()
        self._on_rest()

    def print_now(self) -> bool:
        """Press the print button; False when the chosen paper cannot be printed."""
        button = self.foot.print_button
        ready = button.isVisible() and button.isEnabled()
        if ready:
            button.click()
        return ready

    def edit_signers(self) -> None:
        """Open the signers of the chosen paper."""
        self.mending.edit_signers(self.entry.kind.signers)

    def mend(self, fix: Fix) -> None:
        """Go where a problem is put right."""
        if self.fields.mends(fix):
            self.foot.fields_button.setChecked(True)
            self.fields.focus_on(fix)
        else:
            self.mending.mend(fix, self.entry.kind.signers)

    # ---- showing ----

    def _begin(self) -> None:
        if not self._begun:
            self._show_entry()

    def _show_list(self, entries: list[Entry]) -> None:
        self.list.show_entries(entries)
        self.entry = self.list.entry() or self.entry

    def _show_entry(self) -> None:
        self._begun = True
        self.fields.show_groups(self.entry.key, self.entry.kind.fields)
        self.fields.show_frozen(self.entry.is_issued)
        self._show_foot()
        offer = self.offer()
        if offer is None:
            self.preview.forget()
            if self._has_numbers:
                self._show_numbers()
            else:
                soon(self, self._show_numbers)  # after their fields
            return
        self.fields.show_number_problems(())
        if self.entry.is_spreadsheet:
            self.preview.forget()
            self.stack.setCurrentWidget(self.sheet)
            self.problems.show_problems(())
            self.pdf = b""
            self._look_through(offer)
            self.shown.emit()
        else:
            self.stack.setCurrentWidget(self.preview)
            self.preview.show_paper(self.kegiatan, offer.request)

    def _show_numbers(self) -> None:
        if self.entry.key == NUMBERS:
            self.stack.setCurrentWidget(self.numbers)
            self.numbers.show_kegiatan(self.kegiatan)

    def _look_through(self, offer: PaperOffer) -> None:
        """Say what is not right with a sheet that is not drawn; whoever went on meanwhile hears nothing."""
        kegiatan, entry = self.kegiatan, self.entry

        def show(found: list[Problem]) -> None:
            if self.entry is entry:
                self.problems.show_problems(found)

        self._context.tasks.run(
            lambda _progress: self._services.papers.problems(kegiatan, offer.request),
            self,
            done=show,
            failed=lambda error: show_error(self.window(), error),
        )

    def _show_foot(self) -> None:
        self.foot.show_for(self.entry, drawn=bool(self.pdf), busy=self.output.busy)

    def _show_number_problems(self) -> None:
        if self.entry.key != NUMBERS:
            return
        wanted = self.numbers.wanted
        problems = self.numbers.problems() if wanted else []
        self.problems.show_problems(problems)
        self.fields.show_number_problems(problems)
        self.foot.issue_button.setEnabled(wanted > 0 and not any(problem.blocking for problem in problems))
        self.shown.emit()

    def _entries(self) -> list[Entry]:
        offers = self._services.papers.offers(self.kegiatan)
        self.fields.show_roles(roles_of(offers))
        return entries_of(offers)

    # ---- reacting ----

    def _on_chosen(self, entry: Entry) -> None:
        self.entry = entry
        self._show_entry()

    def _on_drawn(self, drawn: Drawn) -> None:
        self.problems.show_problems(drawn.problems)
        self.pdf = drawn.data
        self._show_foot()
        self.shown.emit()
        wanted, self._to_print = self._to_print, None
        if wanted is not None and wanted.mark == self.entry.mark:
            self.print_now()

    def _on_not_drawn(self, error: BimtekError) -> None:
        self.pdf, self._to_print = b"", None
        self._show_foot()
        show_error(self.window(), error)

    def _on_edited(self, kegiatan: Kegiatan) -> None:
        self.kegiatan = kegiatan
        self.autosave.touch()
        self.timer.start()

    def _on_rest(self) -> None:
        entries = self._entries()
        if [entry.mark for entry in entries] != [entry.mark for entry in self.list.entries]:
            self._show_list(entries)
        self._show_entry()

    def _on_issued(self) -> None:
        self.list.show_entries(self._entries())
        self._show_number_problems()
        self.progressed.emit()

    def _on_count(self, count: int) -> None:
        self.foot.show_count(count)
        self._show_number_problems()

    # ---- storing ----

    def _stored(self) -> Kegiatan:
        """What is on the screen, its storing queued."""
        self.autosave.flush()
        return self.kegiatan

    def _save(self) -> Future[Any]:
        planning = self._services.planning
        return planning.update(self.fields.value(planning.get(self._kegiatan_id)))

    # ---- parts ----

    @property
    def _has_numbers(self) -> bool:
        """Whether they were ever shown."""
        return "numbers" in self.__dict__

    @cached_property
    def numbers(self) -> NumbersView:
        """What stands in the place of a preview where numbers are given out; made when it is shown first."""
        made = NumbersView(self._context, self.stack)
        made.issued.connect(self._on_issued)
        made.count_changed.connect(self._on_count)
        made.print_wanted.connect(self.show_one)
        self.stack.addWidget(made)
        return made

    def _make_parts(self) -> None:
        self.list = PaperList()
        self.preview = LivePreview(self._services.papers, self._context.tasks)
        self.sheet = EmptyState("table-2", _("Lembar ini dibuka dengan Excel atau LibreOffice."))
        self.problems = ProblemPanel()
        self.fields = PaperFields()
        self.autosave = Autosave((editors.PAPERS,), self._save, self._services.clock)
        self.output = PaperOutput(self._context)
        self.mending = Mending(self._context, self, self._stored)
        self.foot = PaperFoot()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)

    def _lay_out(self) -> None:
        for aside in (*self.foot.aside, self.autosave):
            self.add_aside(aside)
        for button in self.foot.main:
            self.add_action(button)
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "pages")
        for page in (self.preview, self.sheet):
            self.stack.addWidget(page)
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        middle.addWidget(self.problems)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.output)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addWidget(self.list)
        self._across.addWidget(self.middle, 1)
        self._across.addWidget(self.fields)
        self.body.addLayout(self._across, 1)

    def _fold(self) -> None:
        """Beside each other when there is room, else one at a time."""
        words = self.middle.minimumSizeHint().width() + self.fields.minimumSizeHint().width()
        words += self.list.minimumWidth() + 2 * self._across.spacing() + 2 * MARGIN
        narrow = self.width() < max(theme.current().px(NARROW), words)
        alone = narrow and self.foot.fields_button.isChecked()
        self.fields.setVisible(alone or not narrow)
        self.fields.set_wide(alone)
        self.middle.setVisible(not alone)
        self.autosave.setVisible(alone or not narrow)
        self.foot.fold(narrow=narrow, fields_alone=alone)
        self._show_foot()

    def _connect(self) -> None:
        foot = self.foot
        foot.fields_button.toggled.connect(lambda _checked: self._fold())
        foot.print_button.clicked.connect(self.print_paper)
        foot.save_button.clicked.connect(lambda: self.save_file())
        foot.sheet_button.clicked.connect(lambda: self.save_file())
        foot.each_button.clicked.connect(self.save_each)
        foot.issue_button.clicked.connect(lambda: self.numbers.issue())
        foot.folder_button.clicked.connect(self._open_folder)
        self.list.chosen.connect(self._on_chosen)
        self.fields.edited.connect(self._on_edited)
        self.fields.letterhead_wanted.connect(self.mending.edit_letterhead)
        self.fields.signers_wanted.connect(self.edit_signers)
        self.timer.timeout.connect(self._on_rest)
        self.preview.drawn.connect(self._on_drawn)
        self.preview.failed.connect(self._on_not_drawn)
        self.problems.mend_wanted.connect(self.mend)
        self.mending.stored.connect(self.refresh)
        self.mending.vouched.connect(self._show_entry)
        self.mending.step_wanted.connect(self.step_wanted)
        self.output.working.connect(lambda _working: self._show_foot())

    def _open_folder(self) -> None:
        folder = self._services.papers.folder(self.kegiatan)
        folder.mkdir(parents=True, exist_ok=True)
        open_outside(folder)
