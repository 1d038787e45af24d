"""Beranda: the kegiatan of the day with its next step, the last ones, and whether the laptop is ready."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import date_list, long_date
from bimtek.domain.text import Text, _
from bimtek.services.overview import in_focus
from bimtek.storage.kegiatan import KegiatanSummary
from bimtek.ui import theme
from bimtek.ui.checklist import CheckList
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.rehearsal import RehearsalDialog
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.pages.home_cards import FocusCard
from bimtek.ui.shortcuts import name_key
from bimtek.ui.when import today, when
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.screen import Screen

RECENT = 5
_ROW = 64
_SIDE = 340
_STACKS_BELOW = 820


class HomePage(Screen):
    """What to do next is the largest thing on it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Beranda"), " ", parent)
        self._context = context
        self.focus = FocusCard()
        self.focus.continue_button.clicked.connect(self._on_continue)
        self.new_button = buttons.secondary(_("Buat kegiatan"), "calendar-plus")
        self.new_button.clicked.connect(context.window.new_kegiatan)
        name_key(self.new_button, _("Buat kegiatan"), "baru")
        self.modules_button = buttons.secondary(_("Buka modul"), "book-open")
        self.modules_button.clicked.connect(lambda: context.window.go.emit("modul"))
        self.all_button = buttons.secondary(_("Semua kegiatan"), "calendar-days")
        self.all_button.clicked.connect(lambda: context.window.go.emit("kegiatan"))
        self.empty = EmptyState(
            "calendar-plus",
            _("Belum ada kegiatan. Buat yang pertama; isian lain bisa menyusul."),
            _("Buat kegiatan"),
        )
        self.empty.pressed.connect(context.window.new_kegiatan)
        self.recent_model: RowsModel[KegiatanSummary] = RowsModel(
            (_("Kegiatan"), _("Keadaan")), self._cells, self
        )
        self.recent = DataTable(self.recent_model, _("Kegiatan terakhir"), (STRETCH, 152), _ROW)
        self.recent.horizontalHeader().hide()
        self.recent.opened.connect(self._on_recent)
        self.recent.clicked.connect(lambda index: self._on_recent(index.row()))
        self.checks = CheckList(context)
        self.rehearse_button = buttons.secondary(_("Gladi bersih"), "clipboard-check")
        self.rehearse_button.clicked.connect(self.rehearse)
        self.rehearsal: RehearsalDialog | None = None
        self._focused: KegiatanSummary | None = None
        self._lay_out()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.look)
        app.screenRemoved.connect(self.look)
        context.window.backup_shown.connect(self._on_backup)
        self.refresh()

    def refresh(self) -> None:
        """Read what stands where, and look at the laptop again."""
        services, day = self._context.services, today(self._context.services.clock)
        self.show_title(_("Beranda"), long_date(day))
        known = services.planning.page()
        self._focused = in_focus(known, day)
        standing = services.overview.standing(self._focused.id) if self._focused else None
        if self._focused is not None and standing is not None:
            self.focus.show_kegiatan(self._focused, standing, day)
        self._filled.setVisible(self._focused is not None)
        self.empty.setVisible(self._focused is None)
        recent = [item for item in known if self._focused is None or item.id != self._focused.id][:RECENT]
        self.recent_model.set_rows(recent)
        self.recent.clearSelection()
        self._recent_card.setVisible(bool(recent))
        self._fit_recent()
        self.look()

    def look(self) -> None:
        """Check the laptop again."""
        self.checks.look()

    def rehearse(self) -> None:
        """Check everything, with the result in words and plan B to print."""
        chosen = self._focused.id if self._focused is not None else ""
        known = self._context.services.planning.page()
        self.rehearsal = RehearsalDialog(self._context, known, chosen, self.window())
        self.rehearsal.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rehearsal.finished.connect(self._on_rehearsed)
        self.rehearsal.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the checks below when there is no room beside."""
        super().resizeEvent(event)
        worn = theme.current()
        stacked = self.width() < worn.px(_STACKS_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._side.setMinimumWidth(0 if stacked else worn.px(_SIDE))
        self._side.setMaximumWidth(16_777_215 if stacked else worn.px(_SIDE))
        self._fit_recent()

    def _fit_recent(self) -> None:
        """The last kegiatan never scroll by themselves."""
        rows = max(self.recent_model.rowCount(), 1)
        self.recent.setFixedHeight(rows * theme.current().px(_ROW) + 2)

    def _on_continue(self) -> None:
        if self._focused is not None:
            self._context.window.open_kegiatan.emit(self._focused.id)

    def _on_recent(self, row: int) -> None:
        opened = self.recent_model.row_at(row)
        if opened is not None:
            self._context.window.open_kegiatan.emit(opened.id)

    def _on_rehearsed(self) -> None:
        self.rehearsal = None
        self.look()

    def _on_backup(self, _text: Text, _tone: str) -> None:
        if self.isVisible():
            self.look()

    def _cells(self, row: KegiatanSummary) -> tuple[Cell, ...]:
        state, tone = when(row.dates, today(self._context.services.clock))
        facts = " · ".join(part for part in (date_list(row.dates), row.place) if part)
        return Cell(row.title, facts), Cell(state, tone=tone or "secondary", right=True)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(12)
        for button in (self.new_button, self.modules_button, self.all_button):
            actions.addWidget(button)
        actions.addStretch(1)
        self._recent_card = Card(_("Kegiatan lain"))
        self._recent_card.body.addWidget(self.recent)
        self._filled = QWidget()
        left = QVBoxLayout(self._filled)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(24)
        left.addWidget(self.focus)
        left.addLayout(actions)
        left.addWidget(self._recent_card)
        left.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.checks)
        side.addWidget(self.rehearse_button)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._filled, 1)
        self._columns.addWidget(self.empty, 1)
        self._columns.addWidget(self._side)
        self.body.addLayout(self._columns, 1)
