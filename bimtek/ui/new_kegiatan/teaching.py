"""Page 2: the modules of the template, more or fewer of them, and the pair of tests that comes with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.module import Module
from bimtek.domain.plan import Template
from bimtek.domain.proposal import Proposal, propose
from bimtek.domain.text import Text, _, joined
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.messages import show_error
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.module_choice import ModuleChoice
from bimtek.ui.widgets.notice import Notice


class TeachingPage(QWidget):
    """Proposes what the template teaches; what is ticked is what the kegiatan gets."""

    changed = Signal()  # other modules, or what they bring is known now

    def __init__(self, context: UiContext, template: Template) -> None:
        super().__init__()
        self._context, self._template, self._read = context, template, False
        self.choice = ModuleChoice()
        self.choice.changed.connect(self._show_sum)
        self.total = label("", "strong")
        self.quiz = Notice("")
        self.warning = Notice("", "warning")
        self._lay_out()
        self.propose(template)
        context.tasks.run(
            lambda progress: context.services.library.modules(),
            self,
            done=self._on_modules,
            failed=self._on_failed,
        )

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard begins, None without any module."""
        return next(iter(self.choice.boxes.values()), None)

    def propose(self, template: Template) -> None:
        """Tick what a template teaches."""
        self.choice.choose(template.modules)
        self.show_template(template)

    def show_template(self, template: Template) -> None:
        """Compare with another template; what is ticked stays."""
        self._template = template
        self._show_sum()

    def fields(self) -> dict[str, QWidget]:
        """What a draft keeps of this page."""
        return {"modul": self.choice}

    def proposal(self) -> Proposal:
        """What the ticked modules come to."""
        return propose(self._template, self.choice.modules())

    def tests(self) -> Text:
        """Which tests come with the ticked modules."""
        return _tests_text(self.proposal()) if self._read else _("Membaca modul…")

    def names(self) -> tuple[str, ...]:
        """The chosen modules, those that are not installed by their id."""
        return (*(module.title for module in self.proposal().modules), *self.choice.missing())

    def _on_modules(self, installed: list[Module]) -> None:
        self._read = True
        self.choice.offer(installed)
        self._show_sum()

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _show_sum(self) -> None:
        found = self.proposal()
        language.put(
            self.total, _("Modul {jp} JP, seluruh acara {all} JP", jp=found.jp, all=found.template_jp)
        )
        self.quiz.show_notice(self.tests(), "" if found.items or not self._read else "warning")
        said = joined(self._doubts(found), " ")
        self.warning.show_notice(said, "warning")
        self.warning.setVisible(bool(said))
        self.changed.emit()

    def _doubts(self, found: Proposal) -> list[Text]:
        said = []
        if self._read and (missing := self.choice.missing()):
            said.append(_("Belum terpasang di laptop ini: {names}.", names=", ".join(missing)))
        if found.too_long:
            said.append(_("Modul lebih panjang daripada acaranya. Sesuaikan di Siapkan, Acara."))
        if found.loose:
            names = ", ".join(module.title for module in found.loose)
            said.append(_("Belum ada di acara: {names}. Pasang di Siapkan, Acara.", names=names))
        return said

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(_("Modul yang dipakai"), "h3"))
        column.addWidget(self.choice)
        column.addWidget(self.total)
        column.addWidget(label(_("Jam acara tetap seperti di templat."), "caption", "secondary"))
        column.addWidget(self.quiz)
        column.addWidget(self.warning)
        column.addStretch(1)


def _tests_text(found: Proposal) -> Text:
    """Which tests come with the modules."""
    if found.trouble:
        return found.trouble
    if found.items:
        return _(
            "Pre-test dan post-test berpasangan, masing-masing {items} soal dari modul ini.",
            items=found.items,
        )
    if found.modules:
        return _("Modul ini tidak punya soal, jadi tanpa pre-test dan post-test.")
    return _("Tanpa modul tidak ada pre-test dan post-test.")
