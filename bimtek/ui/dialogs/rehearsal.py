"""Gladi bersih: the whole checklist with its result in words, and plan B on one page to take along."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import date_list
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.services.readiness import Check
from bimtek.storage.summaries import KegiatanSummary
from bimtek.ui import theme
from bimtek.ui.checklist import CheckList
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.sheet_actions import SheetActions
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.tasks import Task
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

FILE_NAME = "rencana-b.pdf"
HEIGHT = 470
SHORTEST = 20


class RehearsalDialog(TallDialog):
    """Looks as soon as it opens. Plan B names what was not ready, and the kegiatan that is chosen."""

    def __init__(
        self,
        context: UiContext,
        known: Sequence[KegiatanSummary],
        chosen: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Gladi bersih"), 1000)
        self._context = context
        self._open_points: tuple[str, ...] = ()
        self.task: Task | None = None
        self.verdict = Notice(NO_TEXT)
        self.busy = BusyBar()
        self.busy.cancelled.connect(self._on_cancelled)
        self.checks = CheckList(context)
        self.checks.looked.connect(self._on_looked)
        self.checks.failed.connect(self._on_failed)
        self.checks.left.connect(self.accept)
        entries: list[tuple[str, Text | str]] = [("", _("Tanpa kegiatan"))]
        entries += [(item.id, f"{item.short or item.title} · {date_list(item.dates)}") for item in known]
        self.kegiatan_choice = fields.choice(entries)
        self.kegiatan_choice.setMinimumContentsLength(SHORTEST)  # a long title is cut, not the dialog widened
        self.kegiatan_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.kegiatan_choice.choose(chosen)
        self.sheet = SheetActions(context, self._plan_b, FILE_NAME)
        self.again_button = buttons.secondary(_("Periksa lagi"), "rotate-ccw")
        self.again_button.clicked.connect(self.look)
        self.close_button = buttons.primary(_("Selesai"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        context.window.backup_shown.connect(self._on_backup)
        self._lay_out()
        self.look()

    def look(self) -> None:
        """Check everything once more."""
        self.again_button.setEnabled(False)
        self.verdict.show_notice(_("Memeriksa laptop…"))
        self.busy.begin(_("Memeriksa laptop…"))
        self.task = self.checks.look(self.busy.show_progress, self._on_ended)

    def _on_looked(self, checks: list[Check]) -> None:
        waiting = [check for check in checks if not check.ok]
        self._open_points = tuple(f"{check.what}: {check.detail}" for check in waiting)
        text, tone = _verdict(len(waiting))
        self.verdict.show_notice(text, tone)
        announce(self, text)

    def _on_failed(self, error: BimtekError) -> None:
        words = joined((error.what, error.data_safe, error.advice), " ")
        self.verdict.show_notice(words, "warning")
        announce(self, words)

    def _on_ended(self) -> None:
        self.busy.finish()
        self.again_button.setEnabled(True)

    def _on_cancelled(self) -> None:
        if self.task is not None:
            self.task.cancel()
        self.verdict.show_notice(_("Pemeriksaan dihentikan."), "warning")

    def _on_backup(self) -> None:
        """A backup was asked for from here: look whether that settled it."""
        if self.isVisible() and self.again_button.isEnabled():
            self.look()

    def _plan_b(self) -> bytes:
        services, key = self._context.services, self.kegiatan_choice.key()
        kegiatan = services.planning.get(key) if key else None
        return services.sheets.plan_b(kegiatan, self._open_points)

    def _lay_out(self) -> None:
        plan = Card(_("Rencana B"))
        plan.body.addWidget(
            label(_("Satu lembar untuk panitia bila proyektor, listrik, atau laptop bermasalah."))
        )
        plan.body.addWidget(FormRow(_("Kegiatan"), self.kegiatan_choice))
        plan.body.addWidget(self.sheet)
        plan.body.addStretch(1)
        self.checks.setMinimumHeight(theme.current().px(HEIGHT))  # the rows come when they were looked at
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self.checks, 3)
        columns.addWidget(plan, 2)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.busy)
        self.body.addLayout(columns, 1)
        self.foot.addWidget(self.again_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)


def _verdict(waiting: int) -> tuple[Text, str]:
    if not waiting:
        return _("Semua siap. Cetak rencana B, lalu berangkat."), "success"
    if waiting == 1:
        return _("Satu hal perlu dilihat. Sisanya siap."), "warning"
    return _("{count} hal perlu dilihat. Sisanya siap.", count=waiting), "warning"
