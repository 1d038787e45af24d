"""Inside one kegiatan: what it is, the steps, and the step that is open."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import date_list
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.next_step import Step, done_steps
from bimtek.domain.text import _, joined
from bimtek.ui.context import OpensPart, Refreshes, UiContext
from bimtek.ui.dialogs.history import HistoryDialog
from bimtek.ui.editors import flush_all
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.models.agenda import jp_text
from bimtek.ui.undo import step_again, step_back
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.page_stack import PageStack
from bimtek.ui.widgets.stepper import Stepper


class Workspace(QWidget):
    """Header, stepper, and the pages of the steps, each built on its first visit."""

    left = Signal()  # back to the list

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.kegiatan_id = context, kegiatan_id
        self._places = {place.key: place for place in STEPS}
        self.steps: dict[Step, QWidget] = {}
        self.back_button = buttons.icon_button("arrow-left", _("Kembali ke daftar kegiatan"))
        self.back_button.clicked.connect(self.left)
        self.title = ElidedLabel("", "h3")
        self.facts = ElidedLabel("", "caption", "secondary")
        self.sample = StatusChip(_("Contoh"), "warning")
        self.history_button = buttons.quiet(_("Riwayat"), "history")
        self.history_button.clicked.connect(self.show_history)
        self.stepper = Stepper([(place.key, place.title) for place in STEPS])
        self.stepper.chosen.connect(lambda key: self.go(Step(key)))
        self.stack = PageStack()
        self._lay_out()
        for keys, slot in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self._show(context.services.planning.get(kegiatan_id))

    @property
    def step(self) -> QWidget | None:
        """The step that is open."""
        return self.stack.currentWidget()

    @property
    def help_topic(self) -> str:
        """The page of help of the step that is open."""
        return next(
            (f"langkah-{key.value}" for key, page in self.steps.items() if page is self.step), "kegiatan"
        )

    def go(self, key: Step) -> None:
        """Open a step; one that is not there yet opens the first."""
        place = self._places.get(key, STEPS[0])
        page = self.steps.get(place.key)
        if page is None:
            page = self.steps[place.key] = self.stack.build(
                lambda stack: place.factory(self._context, self.kegiatan_id, stack)
            )
            if isinstance(page, StepPage):
                page.step_wanted.connect(self.go_to)
                page.progressed.connect(self.refresh)
            if isinstance(changed := getattr(page, "changed", None), SignalInstance):
                changed.connect(self.refresh)
        elif isinstance(page, Refreshes):
            page.refresh()
        self.stepper.mark(place.key)
        self.stack.setCurrentWidget(page)
        self._context.window.stands_at.emit(f"kegiatan/{self.kegiatan_id}/{place.key.value}")
        self.refresh()

    def go_to(self, wanted: str) -> None:
        """Open the step a page asks for; what follows a slash is the part of it: "siapkan/agenda"."""
        step, _slash, part = wanted.partition("/")
        self.go(Step(step))
        page: object = self.step
        if part and isinstance(page, OpensPart):
            page.open_part(part)

    def refresh(self) -> None:
        """Show heading and ticks as they are now."""
        self._show(self._context.services.planning.get(self.kegiatan_id))
        standing = self._context.services.overview.standing(self.kegiatan_id)
        if standing is not None:
            self.stepper.set_done(done_steps(standing))

    def reread(self) -> None:
        """Show the open step and the heading as they are now."""
        step: object = self.step
        if isinstance(step, Refreshes):
            step.refresh()
        self.refresh()

    def _show(self, kegiatan: Kegiatan) -> None:
        parts = (date_list(kegiatan.dates), kegiatan.place.line, jp_text(kegiatan.jp))
        self.title.show_text(kegiatan.title)
        self.facts.show_text(joined(parts))
        self.sample.setVisible(kegiatan.sample)

    def undo(self) -> None:
        """Take back the last step; what is typed just now is stored first and so is that step."""
        flush_all()
        step_back(self._context, self, self.kegiatan_id, self.reread)

    def redo(self) -> None:
        """Bring again what was taken back last."""
        flush_all()
        step_again(self._context, self, self.kegiatan_id, self.reread)

    def show_history(self) -> HistoryDialog:
        """Open the last steps."""
        flush_all()
        zone = self._context.services.planning.get(self.kegiatan_id).zone
        dialog = HistoryDialog(self._context, self.kegiatan_id, zone, self.window())
        dialog.undone.connect(self.reread)
        dialog.open()
        return dialog

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.facts)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.back_button)
        top.addLayout(words, 1)
        top.addWidget(self.sample)
        top.addWidget(self.history_button)
        head = QFrame()
        head.setProperty("kind", "head")
        column = QVBoxLayout(head)
        column.setContentsMargins(24, 12, 32, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.stepper)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.stack, 1)
