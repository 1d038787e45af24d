"""Beranda: the kegiatan of the day with its next step, the last ones, and whether the laptop is ready."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.formatting import long_date
from bimtek.domain.text import Text, _
from bimtek.services.overview import in_focus
from bimtek.storage.summaries import KegiatanSummary
from bimtek.ui import theme
from bimtek.ui.checklist import CheckList
from bimtek.ui.context import UiContext
from bimtek.ui.pages.home_cards import FocusCard, RecentCard
from bimtek.ui.shortcuts import name_key
from bimtek.ui.when import today
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.flow import LooseFlow
from bimtek.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from bimtek.ui.dialogs.rehearsal import RehearsalDialog
    from bimtek.ui.widgets.empty_state import EmptyState

RECENT = 5
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
        self.recent = RecentCard()
        self.recent.opened.connect(context.window.open_kegiatan)
        self.checks = CheckList(context)
        self.rehearse_button = buttons.secondary(_("Gladi bersih"), "clipboard-check")
        self.rehearse_button.clicked.connect(self.rehearse)
        self.rehearsal: RehearsalDialog | None = None
        self._focused: KegiatanSummary | None = None
        self._looked = False
        self._lay_out()
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.connect(self.look)
        app.screenRemoved.connect(self.look)
        context.window.backup_shown.connect(self._on_backup)
        self.refresh()

    @cached_property
    def empty(self) -> "EmptyState":
        """What stands here before there is a kegiatan; seldom, and so made only then."""
        from bimtek.ui.widgets.empty_state import EmptyState

        made = EmptyState(
            "calendar-plus",
            _("Belum ada kegiatan. Buat yang pertama; isian lain bisa menyusul."),
            _("Buat kegiatan"),
        )
        made.pressed.connect(self._context.window.new_kegiatan)
        self._columns.insertWidget(1, made, 1)
        return made

    def refresh(self) -> None:
        """Read what stands where, and look at the laptop again."""
        services, day = self._context.services, today(self._context.services.clock)
        self.show_title(_("Beranda"), long_date(day))
        known = services.overview.page()
        self._focused = in_focus(known, day)
        standing = services.overview.standing(self._focused.id) if self._focused else None
        if self._focused is not None and standing is not None:
            self.focus.show_kegiatan(self._focused, standing, day)
        self._filled.setVisible(self._focused is not None)
        if self._focused is None or "empty" in self.__dict__:
            self.empty.setVisible(self._focused is None)
        recent = [item for item in known if self._focused is None or item.id != self._focused.id][:RECENT]
        self.recent.show_kegiatan(recent, day)
        self._looked = False
        self.update()

    def look(self) -> None:
        """Check the laptop again."""
        self.checks.look()

    def rehearse(self) -> None:
        """Check everything, with the result in words and plan B to print."""
        from bimtek.ui.dialogs.rehearsal import RehearsalDialog  # Beranda stands without it

        chosen = self._focused.id if self._focused is not None else ""
        known = self._context.services.overview.page()
        self.rehearsal = RehearsalDialog(self._context, known, chosen, self.window())
        self.rehearsal.finished.connect(self._on_rehearsed)
        self.rehearsal.open()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look at the laptop only when the cards can be seen: nobody waits for the checks."""
        super().paintEvent(event)
        if not self._looked:
            self._looked = True
            QTimer.singleShot(0, self.look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the checks below when there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < theme.current().px(_STACKS_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        self._side.stand(below=stacked)

    def _on_continue(self) -> None:
        if self._focused is not None:
            self._context.window.open_kegiatan.emit(self._focused.id)

    def _on_rehearsed(self) -> None:
        self.rehearsal = None
        self.look()

    def _on_backup(self, _text: Text, _tone: str) -> None:
        if self.isVisible():
            self.look()

    def _lay_out(self) -> None:
        actions = LooseFlow(gap=12)
        for button in (self.new_button, self.modules_button, self.all_button):
            actions.addWidget(button)
        self._filled = QWidget()
        left = QVBoxLayout(self._filled)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(24)
        left.addWidget(self.focus)
        left.addLayout(actions)
        left.addWidget(self.recent)
        left.addStretch(1)
        self._side = _Side()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(12)
        side.addWidget(self.checks)
        side.addWidget(self.rehearse_button)
        side.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        self._columns.addWidget(self._filled, 1)
        self._columns.addWidget(self._side)
        self.body.addLayout(self._columns, 1)


class _Side(QWidget):
    """The column of the checks: as wide as its measure, or as what they found and its words need."""

    def stand(self, *, below: bool) -> None:
        """Beside the cards it is a column; below them it may be as wide as they are."""
        across = QSizePolicy.Policy.Preferred if below else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Ask for the width of the column."""
        hint = super().sizeHint()
        hint.setWidth(max(theme.current().px(_SIDE), self.minimumSizeHint().width()))
        return hint
