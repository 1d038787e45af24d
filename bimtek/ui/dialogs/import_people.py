"""Impor daftar: choose or paste a list, look at what it would bring, then bring exactly that."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.people import Role
from bimtek.domain.roster.result import Choices, Preview
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.importing import ImportReport, KnownPerson, Source, file_suffixes
from bimtek.services.progress import Progress
from bimtek.ui import editors, language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.import_preview import ImportPreview
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.draft import Draft
from bimtek.ui.messages import show_error
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.soon import soon
from bimtek.ui.undo import take_back_step
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.paste_box import PasteBox

Shown = tuple[int, Preview, tuple[KnownPerson, ...]]


class ImportPeopleDialog(TallDialog):
    """`previewed` tells that a preview is shown, `imported` that people are stored."""

    previewed = Signal()
    imported = Signal()

    def __init__(
        self, context: UiContext, kegiatan_id: str, role: Role = Role.PESERTA, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Impor daftar"), 1240, 800)
        self._context, self._kegiatan_id, self._role = context, kegiatan_id, role
        self._source: Source | None = None
        self._ticket = 0  # grows with every wish: previews of earlier ones are dropped
        self.source_box = PasteBox(_("Tempel daftar dari Excel atau WhatsApp di sini."), file_suffixes)
        self.source_box.text_given.connect(self.read_pasted)
        self.source_box.file_given.connect(self.read_file)
        self.name = ElidedLabel("", "body", "secondary")
        self.other_button = buttons.quiet(_("Ganti daftar"), "rotate-ccw")
        self.other_button.clicked.connect(self.ask_again)
        self.busy = BusyBar()
        self.busy.cancel_button.hide()
        self.counts = label("", "body", "secondary")
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = buttons.primary(_("Impor"))
        self.import_button.clicked.connect(self.accept_preview)
        self.stack = QStackedWidget()
        self._lay_out()
        self.ask_again()
        subject, pasted = f"{kegiatan_id}/{role.value}", {"tempelan": self.source_box.edit}
        self.draft = Draft(context, editors.IMPORT, subject, self, pasted)
        self.body.insertWidget(0, self.draft)
        soon(self, lambda: self.preview)  # while one looks for the list

    @cached_property
    def preview(self) -> ImportPreview:
        """What the chosen list holds."""
        made = ImportPreview(self.stack)
        made.wanted.connect(self._on_wanted)
        self.stack.addWidget(made)
        return made

    def read_file(self, path: Path) -> None:
        """Read a file on a worker, then show its preview."""
        importing = self._context.services.importing
        self._read(lambda: importing.open_file(path))

    def read_pasted(self, text: str) -> None:
        """Read pasted text, then show its preview."""
        if text.strip():
            importing = self._context.services.importing
            self._read(lambda: importing.open_pasted(text))

    def show_list(self, source: Source, pasted: str = "") -> None:
        """Show the preview of a list that was read before; `pasted` is its text, if it was pasted."""
        self.source_box.hold(pasted)
        self._on_read(source)

    def ask_again(self) -> None:
        """Go back to choosing a list."""
        self._ticket += 1
        self._source = None
        self.stack.setCurrentWidget(self.source_box)
        for widget in (self.other_button, self.import_button):
            widget.hide()
        self.name.show_text(_("Peran: {role}", role=ROLE_NAMES[self._role]))
        language.put(self.counts, NO_TEXT)
        self.source_box.edit.setFocus()

    def accept_preview(self) -> None:
        """Import exactly what is shown."""
        shown = self.preview.preview
        if shown is None:
            return
        importing = self._context.services.importing
        self._wait(_("Menyimpan…"))
        self._context.tasks.run(
            lambda progress: importing.accept(self._kegiatan_id, shown, self._role),
            self,
            done=self._on_imported,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def _read(self, open_source: Callable[[], Source]) -> None:
        services = self._context.services
        self._wait(_("Membaca daftar…"))

        def job(progress: Progress) -> Source:
            services.places.load()
            return open_source()

        self._context.tasks.run(job, self, done=self._on_read, failed=self._on_failed, ended=self._on_ended)

    def _on_read(self, source: Source) -> None:
        self._source = source
        self.preview.show_source(source)
        name: Text | str = source.name or _("Daftar tempelan")
        self.name.show_text(_("{name} · peran: {role}", name=name, role=ROLE_NAMES[self._role]))
        self._on_wanted(source.first, Choices())

    def _on_wanted(self, sheet: str, choices: Choices) -> None:
        """Make the preview on a worker; only the one wished for last is shown."""
        assert self._source is not None
        self._ticket += 1
        ticket, source, importing = self._ticket, self._source, self._context.services.importing

        def job(progress: Progress) -> Shown:
            shown = importing.preview(source, self._kegiatan_id, sheet, choices)
            return ticket, shown, importing.known(self._kegiatan_id, shown)

        self.import_button.setEnabled(False)
        self._context.tasks.run(job, self, done=self._on_previewed, failed=self._on_failed)

    def _on_previewed(self, result: Shown) -> None:
        ticket, shown, known = result
        if ticket != self._ticket:
            return
        self.preview.show_preview(shown, known)
        count = len(shown.importable)
        language.put(self.import_button, _("Impor {count} orang", count=count), "set_caption")
        self.import_button.setEnabled(count > 0)
        self.import_button.show()
        self.import_button.setDefault(True)
        self.other_button.show()
        left_out = shown.read - count
        language.put(
            self.counts,
            _("Dibaca {read} baris, dipakai {used}, dilewati {left}.", read=shown.read, used=count,
              left=left_out),
        )  # fmt: skip
        if self.stack.currentWidget() is self.source_box:
            self.stack.setCurrentWidget(self.preview)
            self.import_button.setFocus()
        self.previewed.emit()

    def _on_imported(self, report: ImportReport) -> None:
        page, again = self.parentWidget() or self, self.imported.emit
        self.imported.emit()
        say_imported(self._context, page, self._kegiatan_id, report, again)
        self.accept()

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _on_ended(self) -> None:
        self.busy.finish()
        for widget in (self.source_box, self.other_button, self.import_button):
            widget.setEnabled(True)

    def _wait(self, what: Text) -> None:
        self.busy.begin(what)
        for widget in (self.source_box, self.other_button, self.import_button):
            widget.setEnabled(False)

    def _lay_out(self) -> None:
        self.head.addWidget(self.name, 1)
        self.head.addWidget(self.other_button)
        self.stack.addWidget(self.source_box)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.busy)
        self.foot.addWidget(self.counts, 1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.import_button)


def say_imported(
    context: UiContext, page: QWidget, kegiatan_id: str, report: ImportReport, undone: Callable[[], object]
) -> None:
    """Say how many people came, with a way back; `undone` is called when it was taken."""
    change = context.services.history.recent(kegiatan_id, 1)[0]
    context.window.toast.emit(
        _("{count} orang diimpor.", count=report.added),
        lambda: take_back_step(context, page, kegiatan_id, change.id, undone),
    )
