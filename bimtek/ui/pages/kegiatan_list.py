"""Kegiatan: all of them, newest first, and the one that is open."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import date_list, number
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.next_step import Step, next_step
from bimtek.domain.plan import Template
from bimtek.domain.text import Text, _
from bimtek.storage.summaries import KegiatanSummary
from bimtek.ui.after import after
from bimtek.ui.context import PrintsBlankList, TakesPeople, UiContext
from bimtek.ui.dialogs.copy_kegiatan import CopyKegiatanDialog
from bimtek.ui.dialogs.new_kegiatan import FirstThings, NewKegiatanDialog
from bimtek.ui.draft import Draft
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.messages import show_error
from bimtek.ui.models.rows import Cell, PagedModel
from bimtek.ui.shortcuts import name_key
from bimtek.ui.undo import say_with_undo, take_back
from bimtek.ui.when import today, when
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.page_stack import PageStack
from bimtek.ui.widgets.screen import Screen

_HEADINGS = (_("Kegiatan"), _("Tanggal"), _("Peserta"), _("Keadaan"))
_WIDTHS = (STRETCH, 216, 96, 152)


class KegiatanList(Screen):
    """The table with what can be done to the chosen row, or an invitation when there is none."""

    open_wanted = Signal(str)
    new_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Kegiatan"), _("Terbaru di atas. Tekan Enter untuk membuka."), parent, scrolls=False
        )
        self._context = context
        self.model: PagedModel[KegiatanSummary] = PagedModel(_HEADINGS, self._cells, self._page, self)
        self.table = DataTable(self.model, _("Daftar kegiatan"), _WIDTHS, 64, yields=(2,))
        self.table.opened.connect(self._on_opened)
        self.table.delete_wanted.connect(self.remove)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.open_button = buttons.secondary(_("Buka"), "folder-open")
        self.open_button.clicked.connect(lambda: self._on_opened(self.table.chosen_row()))
        self.copy_button = buttons.secondary(_("Salin"), "copy")
        self.copy_button.clicked.connect(self._on_copy)
        self.remove_button = buttons.quiet(_("Hapus"), "trash-2")
        self.remove_button.clicked.connect(self.remove)
        self.new_button = buttons.primary(_("Buat kegiatan"), "plus")
        self.new_button.clicked.connect(self.new_wanted)
        name_key(self.new_button, _("Buat kegiatan"), "baru")
        self.empty = EmptyState(
            "calendar-plus",
            _("Belum ada kegiatan. Mulai dari contoh, lalu ganti namanya."),
            _("Buka contoh"),
            primary=False,
        )
        self.sample_button = self.empty.button
        self.empty.pressed.connect(self.open_sample)
        self._removed: dict[str, Future[None]] = {}  # by kegiatan, the last one last
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.bring_back)
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Read the list again; the chosen kegiatan stays chosen."""
        chosen = self._chosen()
        self.model.reload()
        ids = [row.id for row in self.model.rows]
        if ids:
            self.table.selectRow(ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0)
        self._show_state()

    def remove(self) -> None:
        """Take the chosen kegiatan away, with a way back."""
        chosen = self._chosen()
        if chosen is None:
            return
        future = self._context.services.planning.remove(chosen.id)
        message = _("“{title}” dihapus.", title=chosen.short or chosen.title)
        self._removed[chosen.id] = future
        say_with_undo(
            self._context, self, chosen.id, future, message, lambda: self._on_brought_back(chosen.id)
        )
        self.model.set_rows([row for row in self.model.rows if row.id != chosen.id])
        self._show_state()

    def bring_back(self) -> None:
        """Take back the last removal, also when its toast is long gone."""
        if self._removed:
            kegiatan_id, stored = self._removed.popitem()
            take_back(self._context, self, kegiatan_id, stored, self.refresh)

    def open_sample(self) -> None:
        """Make the sample kegiatan on a worker, then open it."""
        self.sample_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._context.services.sample.create(),
            self,
            done=lambda kegiatan: self.open_wanted.emit(kegiatan.id),
            failed=lambda error: show_error(self, error),
            ended=lambda: self.sample_button.setEnabled(True),
        )

    def _on_brought_back(self, kegiatan_id: str) -> None:
        self._removed.pop(kegiatan_id, None)
        self.refresh()

    def _page(self, last: KegiatanSummary | None) -> Sequence[KegiatanSummary]:
        after = None if last is None else (min(last.dates).isoformat() if last.dates else "", last.id)
        return self._context.services.overview.page(after)

    def _cells(self, row: KegiatanSummary) -> tuple[Cell, ...]:
        state, tone = when(row.dates, today(self._context.services.clock))
        place: Text | str = _("Contoh · {place}", place=row.place) if row.sample else row.place
        return (
            Cell(row.title, place or _("Tempat belum diisi")),
            Cell(date_list(row.dates)),
            Cell(number(row.participants), right=True),
            Cell(state, tone=tone or "secondary"),
        )

    def _chosen(self) -> KegiatanSummary | None:
        return self.model.row_at(self.table.chosen_row())

    def _on_opened(self, row: int) -> None:
        opened = self.model.row_at(row)
        if opened is not None:
            self.open_wanted.emit(opened.id)

    def _on_copy(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.copy_wanted.emit(chosen.id)

    def _show_state(self) -> None:
        """The table, or the invitation."""
        filled = bool(self.model.rows)
        self._full.setVisible(filled)
        self.empty.setVisible(not filled)
        self.subtitle.setVisible(filled)
        self._show_actions()

    def _show_actions(self) -> None:
        for button in (self.open_button, self.copy_button, self.remove_button):
            button.setEnabled(self._chosen() is not None)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.open_button)
        bar.addWidget(self.copy_button)
        bar.addStretch(1)
        bar.addWidget(self.remove_button)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self.body.addWidget(self._full, 1)
        self.body.addWidget(self.empty, 1)
        self.add_action(self.new_button)


class KegiatanPage(PageStack):
    """The list, or the kegiatan that is open."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.list = KegiatanList(context, self)
        self.list.open_wanted.connect(self.open_kegiatan)
        self.list.new_wanted.connect(self.new_kegiatan)
        self.list.copy_wanted.connect(self._on_copy)
        self.addWidget(self.list)
        self.workspace: Workspace | None = None
        self.dialog: NewKegiatanDialog | CopyKegiatanDialog | None = None

    @property
    def help_topic(self) -> str:
        """The page of help of the list, or of the step that is open."""
        return "kegiatan" if self.workspace is None else self.workspace.help_topic

    def refresh(self) -> None:
        """Go on in the kegiatan that is open; when the place is chosen once more, back to the list."""
        if self.workspace is not None and not self.isVisible():
            self.workspace.reread()
        else:
            self.show_list()

    def show_list(self) -> None:
        """Close the kegiatan that is open."""
        self._leave()
        self.list.refresh()
        self.setCurrentWidget(self.list)
        self.list.table.setFocus()

    def open_kegiatan(self, kegiatan_id: str, step: Step | None = None) -> None:
        """Open one kegiatan at the step given, else at what comes next there."""
        self._leave()
        standing = self._context.services.overview.standing(kegiatan_id)
        if standing is None:
            self.show_list()
            return
        self.workspace = Workspace(self._context, kegiatan_id, self)
        self.workspace.left.connect(self.show_list)
        self.addWidget(self.workspace)
        self.setCurrentWidget(self.workspace)
        self.workspace.go(step or next_step(standing, today(self._context.services.clock)).step)

    def new_kegiatan(self) -> None:
        """Ask what the new kegiatan is; its templates are read on a worker first."""
        self._context.tasks.run(
            lambda progress: self._context.services.planning.templates(),
            self,
            done=self._ask_new,
            failed=self._on_failed,
        )

    def _ask_new(self, templates: list[Template]) -> None:
        self._ask(NewKegiatanDialog(self._context, templates, self), self.new_kegiatan)

    def _on_copy(self, kegiatan_id: str) -> None:
        kegiatan = self._context.services.planning.get(kegiatan_id)
        self._ask(CopyKegiatanDialog(self._context, kegiatan, self), lambda: self._on_copy(kegiatan_id))

    def _ask(self, dialog: NewKegiatanDialog | CopyKegiatanDialog, again: Callable[[], object]) -> None:
        if self.dialog is not None:
            return
        self.dialog = dialog
        dialog.rejected.connect(lambda: self._on_given_up(dialog.draft, again))
        dialog.created.connect(self._on_created)
        dialog.finished.connect(self._on_dialog_closed)
        dialog.open()

    def _on_given_up(self, draft: Draft, again: Callable[[], object]) -> None:
        """Esc is pressed by mistake too: what was filled in can be had again."""
        if not draft.worth_keeping:
            return
        key, values = draft.key, draft.values()

        def bring_back() -> None:
            kept = self._context.services.unfinished.keep(key, values)
            after(kept, lambda _done: None, self._on_failed, self)
            again()

        self._context.window.toast.emit(_("Isian kegiatan dibuang."), bring_back)

    def _on_created(self, kegiatan: Kegiatan, wishes: FirstThings = FirstThings()) -> None:  # noqa: B008 - frozen
        self.open_kegiatan(kegiatan.id, Step.PREPARE)
        page: object = self.workspace.step if self.workspace is not None else None
        if wishes.people is not None and isinstance(page, TakesPeople):
            then = self._print_blank_list if wishes.prints else lambda: None
            page.bring_people(wishes.people.source, wishes.people.pasted, then)
        elif wishes.prints:
            self._print_blank_list()

    def _print_blank_list(self) -> None:
        if self.workspace is None:
            return
        self.workspace.go(Step.PAPERS)
        page: object = self.workspace.step
        if isinstance(page, PrintsBlankList):
            page.print_blank_list()

    def _on_dialog_closed(self) -> None:
        self.dialog = None

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _leave(self) -> None:
        if self.workspace is not None:
            self.removeWidget(self.workspace)
            self.workspace.deleteLater()
            self.workspace = None
