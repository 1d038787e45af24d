"""Dokumen: choose a paper, see it as it will be printed, mend what is missing, print or save it."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.documents.base import Fix, Problem
from bimtek.domain.certificate import Certificate
from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import long_date, numbered_file_name
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.next_step import Step
from bimtek.domain.text import Text, _
from bimtek.services.papers import PaperOffer, PaperRequest
from bimtek.services.progress import Progress
from bimtek.ui import language, theme
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.letterhead import LetterheadDialog
from bimtek.ui.dialogs.print_paper import PrintDialog
from bimtek.ui.dialogs.signatories import SignatoriesDialog
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import confirm, show_error
from bimtek.ui.papers.fields import CERTIFICATE, FIELDS, LETTER, LIST, NONE, OTHER, PaperFields
from bimtek.ui.papers.numbers import NumbersView
from bimtek.ui.papers.paper_list import NUMBERS, Entry, PaperList
from bimtek.ui.papers.problem_panel import ProblemPanel
from bimtek.ui.pdf_pages import page_sizes
from bimtek.ui.pickers import open_outside
from bimtek.ui.printing import PrintJob, print_pages, printers
from bimtek.ui.tasks import Task
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.pdf_preview import PdfPreview

REST_MS = 300
LEAST = 560
NARROW = 1000  # below this width the fields stand behind a button
KINDS = {
    "daftar-hadir": LIST,
    "sertifikat": CERTIFICATE,
    "surat-keterangan": LETTER,
    NUMBERS: CERTIFICATE,
}
PER_PERSON = ("sertifikat", "surat-keterangan")
STEP_OF = {
    Fix.KEGIATAN: Step.PREPARE,
    Fix.AGENDA: Step.PREPARE,
    Fix.PEOPLE: Step.PREPARE,
    Fix.MODULE: Step.PREPARE,
    Fix.FORM: Step.QUIZ,
}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What a worker made of a request."""

    problems: list[Problem]
    data: bytes


class PapersStep(StepPage):
    """The papers of one kegiatan.

    `pdf` holds the bytes that are shown, `saved` is sent with the path of every file or folder written.
    """

    saved = Signal(object)  # Path
    shown = Signal()  # the preview, or what stands in its place, is up to date
    printed = Signal(int)  # pages

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._services = context.services
        self.kegiatan = self._services.planning.get(kegiatan_id)
        self.entry: Entry | None = None
        self.pdf = b""
        self.dialog: LetterheadDialog | SignatoriesDialog | PrintDialog | None = None
        self._drawing, self._again = False, False
        self._task: Task | None = None
        self._make_parts()
        self._make_foot()
        self._lay_out()
        self._connect()
        self.refresh()

    # ---- what is shown ----

    @property
    def settled(self) -> bool:
        """True when what is shown is what was asked for last."""
        return not (self.timer.isActive() or self._drawing or self._again)

    def refresh(self) -> None:
        """Read kegiatan and papers again; what was chosen and what is not stored yet stay as they are."""
        if self.autosave.timer.isActive():
            self.autosave.flush()
        else:
            self.kegiatan = self._services.planning.get(self._kegiatan_id)
            self.fields.show_kegiatan(self.kegiatan)
        self.list.show_entries(self._entries())
        if self.entry is None or self.entry.offer is None or not self.entry.offer.request.only:
            self.entry = self.list.entry()
        self._show_entry()

    def open_paper(self, key: str, nth: int = 0) -> None:
        """Choose the nth paper of a kind, e.g. "daftar-hadir", "terbit", "sertifikat"."""
        self.list.open(key, nth)

    def request(self) -> PaperRequest | None:
        """What is asked for now, the form without names included."""
        if self.entry is None or self.entry.offer is None:
            return None
        request = self.entry.offer.request
        if request.key == "daftar-hadir":
            return replace(request, blank_rows=self.fields.blank_rows())
        return request

    def offer(self) -> PaperOffer | None:
        """The chosen paper with the name of its file."""
        request = self.request()
        if request is None or self.entry is None or self.entry.offer is None:
            return None
        name = self.entry.offer.file_name
        if request.blank_rows:
            name = name.replace("daftar_hadir_", "daftar_hadir_kosong_", 1)
        return replace(self.entry.offer, request=request, file_name=name)

    def show_one(self, certificate: Certificate) -> None:
        """Show one issued paper alone, for printing it again under its number."""
        number = certificate.number
        name = numbered_file_name(certificate.sequence, certificate.record.name)
        offer = PaperOffer(
            _("Cetak ulang {number}", number=number),
            PaperRequest(key=certificate.kind.value, only=(certificate.id,)),
            f"ulang_{name}.pdf",
        )
        self.list.clearSelection()
        self.list.setCurrentRow(-1)
        self.entry = Entry(certificate.kind.value, language.say(offer.title), certificate.record.name, offer)
        self._show_entry()

    def minimumSizeHint(self) -> QSize:
        """Never keep the window from getting narrow: the fields fold away then."""
        return QSize(theme.current().px(LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the fields behind a button when they do not fit beside the preview."""
        super().resizeEvent(event)
        self._fold()

    def hideEvent(self, event: QHideEvent) -> None:
        """Store what is typed before another step reads it."""
        self.autosave.flush()
        super().hideEvent(event)

    # ---- doing ----

    def save_file(self, target: Path | None = None) -> None:
        """Write the chosen paper, by default into the folder of the kegiatan."""
        offer = self.offer()
        if offer is None:
            return
        kegiatan = self._stored()
        self._work(
            _("Menyimpan dokumen…"),
            lambda progress: self._services.papers.save(kegiatan, offer, target, progress),
            self._on_saved,
        )

    def save_each(self) -> None:
        """Write one file per person; cancelling keeps what is finished."""
        request = self.request()
        if request is None:
            return
        kegiatan = self._stored()
        folder = self._services.papers.folder(kegiatan) / request.key

        def done(paths: list[Path]) -> None:
            self._say_saved(folder, _("{count} berkas tersimpan.", count=len(paths)))

        self._work(
            _("Menyimpan satu berkas per orang…"),
            lambda progress: self._services.papers.save_each(kegiatan, request, folder, progress),
            done,
        )

    def print_paper(self) -> None:
        """Ask for a printer; without one, offer the PDF."""
        if not self.pdf:
            return
        if not printers():
            confirm(
                self.window(),
                _("Belum ada printer di laptop ini."),
                _("Simpan PDF"),
                self.save_file,
                _("Simpan PDF, lalu cetak di komputer lain."),
            )
            return
        request = self.request()
        duplex = request is not None and request.key == "sertifikat" and request.sides == "dupleks"
        self.dialog = PrintDialog(page_sizes(self.pdf), self.window(), duplex=duplex)
        self.dialog.chosen.connect(self.send_to_printer)
        self.dialog.open()

    def send_to_printer(self, job: PrintJob) -> None:
        """Save the PDF first, then print its pages, then note what was printed."""
        offer = self.offer()
        if offer is None:
            return
        kegiatan, papers = self._stored(), self._services.papers

        def work(progress: Progress) -> int:
            path = papers.save(kegiatan, offer)
            return print_pages(path.read_bytes(), job, progress)

        self._work(_("Mencetak…"), work, lambda pages: self._on_printed(pages, offer.request))

    def edit_letterhead(self) -> None:
        """Open the kop."""
        self.dialog = LetterheadDialog(self._context, self._stored(), self.window())
        self.dialog.saved.connect(self.refresh)
        self.dialog.open()

    def edit_signers(self) -> None:
        """Open the signers of the chosen paper."""
        paper = (
            "daftar-hadir" if self.entry is not None and self.entry.key == "daftar-hadir" else "sertifikat"
        )
        self.dialog = SignatoriesDialog(self._context, self._stored(), self.window(), paper=paper)
        self.dialog.saved.connect(self.refresh)
        self.dialog.open()

    def mend(self, fix: Fix) -> None:
        """Go where a problem is put right."""
        if fix is Fix.KOP:
            self.edit_letterhead()
        elif fix is Fix.SIGNERS:
            self.edit_signers()
        elif fix is Fix.CLOCK:
            self._ask_clock()
        elif fix in FIELDS:
            self.fields_button.setChecked(True)
            self.fields.focus_on(fix)
        else:
            self.step_wanted.emit(f"{STEP_OF[fix].value}/{fix.value}")

    # ---- preview ----

    def _show_entry(self) -> None:
        if self.entry is None:
            return
        kind = NONE if self._is_sheet() else KINDS.get(self.entry.key, OTHER)
        self.fields.show_groups(kind)
        self.fields.show_frozen(self.entry.key in PER_PERSON and not self._is_draft())
        self._show_buttons()
        if self.entry.key == NUMBERS:
            self.stack.setCurrentWidget(self.numbers)
            self.numbers.show_kegiatan(self.kegiatan)
            return
        self.fields.numbers.show_problems(())
        if self._is_sheet():
            self.stack.setCurrentWidget(self.sheet)
            self.problems.show_problems(())
            self.pdf = b""
            self.shown.emit()
            return
        self.stack.setCurrentWidget(self.preview)
        self._draw()

    def _draw(self) -> None:
        """Draw what is asked for now; one drawing at a time, the last wish wins."""
        request = self.request()
        if request is None or self._is_sheet():
            return
        if self._drawing:
            self._again = True
            return
        self._drawing = True
        kegiatan, papers = self.kegiatan, self._services.papers

        def job(progress: Progress) -> _Drawn:
            problems = papers.problems(kegiatan, request)
            blocked = any(problem.blocking for problem in problems)
            return _Drawn(problems, b"" if blocked else papers.render(kegiatan, request))

        self._context.tasks.run(
            job,
            done=lambda drawn: self._on_drawn(request, drawn),
            failed=self._on_not_drawn,
            ended=self._on_draw_ended,
        )

    def _on_drawn(self, request: PaperRequest, drawn: _Drawn) -> None:
        if request != self.request():
            return
        self.problems.show_problems(drawn.problems)
        self.pdf = drawn.data
        if drawn.data:
            self.preview.show_pdf(drawn.data)
        else:
            self.preview.clear()
        self._show_buttons()
        self.shown.emit()

    def _on_not_drawn(self, error: BimtekError) -> None:
        self.pdf = b""
        self.preview.clear()
        self._show_buttons()
        show_error(self.window(), error)

    def _on_draw_ended(self) -> None:
        self._drawing = False
        if self._again:
            self._again = False
            self._draw()

    # ---- reacting ----

    def _on_chosen(self, entry: Entry) -> None:
        self.entry = entry
        self._show_entry()

    def _on_edited(self, kegiatan: Kegiatan) -> None:
        self.kegiatan = kegiatan
        self.autosave.touch()
        self.timer.start()

    def _on_rest(self) -> None:
        entries = self._entries()
        if [entry.mark for entry in entries] != [entry.mark for entry in self.list.entries]:
            self.list.show_entries(entries)
            self.entry = self.list.entry()
        self._show_entry()

    def _on_issued(self) -> None:
        self.list.show_entries(self._entries())
        self._show_number_problems()
        self.progressed.emit()

    def _on_saved(self, path: Path) -> None:
        self._say_saved(path, _("Tersimpan: {name}", name=path.name))

    def _say_saved(self, path: Path, text: Text) -> None:
        self._context.window.toast.emit(text, None)
        self.saved.emit(path)

    def _on_printed(self, pages: int, request: PaperRequest) -> None:
        issued = self._services.papers.issued(self.kegiatan, request)
        self._services.certificates.count_printed(issued)
        self._context.window.toast.emit(_("{count} halaman dikirim ke printer.", count=pages), None)
        self.printed.emit(pages)

    def _ask_clock(self) -> None:
        now = self._services.clock.now().astimezone()
        confirm(
            self.window(),
            _("Hari ini {date}. Benar?", date=long_date(now.date())),
            _("Ya, benar"),
            self._on_clock_confirmed,
            _("Bila salah, betulkan dulu tanggal laptop."),
        )

    def _on_clock_confirmed(self) -> None:
        self._services.safe_clock.confirm()
        self._show_entry()

    def _on_count(self, count: int) -> None:
        caption = _("Terbitkan {count} nomor", count=count) if count else _("Terbitkan nomor")
        language.put(self.issue_button, caption, "set_caption")
        self._show_number_problems()

    def _show_number_problems(self) -> None:
        if self.entry is None or self.entry.key != NUMBERS:
            return
        wanted = self.numbers.wanted
        problems = self.numbers.problems() if wanted else []
        self.problems.show_problems(problems)
        self.fields.numbers.show_problems(problems)
        self.issue_button.setEnabled(wanted > 0 and not any(problem.blocking for problem in problems))
        self.issue_button.setVisible(True)
        self.shown.emit()

    # ---- storing and working ----

    def _stored(self) -> Kegiatan:
        """What is on the screen, its storing queued."""
        self.autosave.flush()
        return self.kegiatan

    def _save(self) -> Future[Any]:
        planning = self._services.planning
        return planning.update(self.fields.value(planning.get(self._kegiatan_id)))

    def _work(self, what: Text, job: Callable[[Progress], Any], done: Callable[[Any], object]) -> None:
        self._set_working(True)
        self.busy.begin(what)
        self._task = self._context.tasks.run(
            job,
            done=done,
            failed=lambda error: show_error(self.window(), error),
            progressed=self.busy.show_progress,
            ended=self._on_work_ended,
        )

    def _on_work_ended(self) -> None:
        self._task = None
        self.busy.finish()
        self._set_working(False)

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _set_working(self, working: bool) -> None:
        for button in (self.print_button, self.save_button, self.each_button, self.sheet_button):
            button.setEnabled(not working)
        if not working:
            self._show_buttons()

    def _entries(self) -> list[Entry]:
        offers = [Entry.of(offer) for offer in self._services.papers.offers(self.kegiatan)]
        entries = [*offers, Entry(NUMBERS, language.say(_("Terbitkan nomor")))]
        if not any(entry.key == "sertifikat" for entry in offers):
            drafts = PaperOffer(
                _("Sertifikat, contoh tanpa nomor"),
                PaperRequest(key="sertifikat", drafts=True),
                "contoh_sertifikat.pdf",
            )
            entries.append(Entry.of(drafts))
        return entries

    def _is_sheet(self) -> bool:
        offer = self.entry.offer if self.entry is not None else None
        return offer is not None and not offer.file_name.endswith(".pdf")

    def _is_draft(self) -> bool:
        request = self.request()
        return request is not None and request.drafts

    def _show_buttons(self) -> None:
        request = self.request()
        numbers = self.entry is not None and self.entry.key == NUMBERS
        sheet = self._is_sheet()
        single = request is not None and request.key in PER_PERSON and not (request.drafts or request.only)
        ready = bool(self.pdf) and request is not None and not request.drafts
        self.issue_button.setVisible(numbers)
        self.sheet_button.setVisible(sheet)
        self.print_button.setVisible(not numbers and not sheet)
        self.save_button.setVisible(not numbers and not sheet)
        self.each_button.setVisible(single and self.middle.isVisibleTo(self))
        for button in (self.print_button, self.save_button, self.each_button):
            button.setEnabled(ready)

    # ---- parts ----

    def _make_parts(self) -> None:
        self.list = PaperList()
        self.preview = PdfPreview(self._context.tasks)
        self.numbers = NumbersView(self._context)
        self.sheet = EmptyState("table-2", _("Lembar ini dibuka dengan Excel atau LibreOffice."))
        self.problems = ProblemPanel()
        self.fields = PaperFields()
        self.autosave = Autosave(self._save, self._services.clock)
        self.busy = BusyBar()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(REST_MS)

    def _make_foot(self) -> None:
        self.folder_button = buttons.quiet(_("Folder"), "folder-open")
        self.fields_button = buttons.secondary(_("Atur dokumen"), "sliders-horizontal")
        self.fields_button.setCheckable(True)
        self.each_button = buttons.secondary(_("Per orang"), "users")
        self.save_button = buttons.secondary(_("Simpan PDF"), "file-down")
        self.print_button = buttons.primary(_("Cetak"), "printer")
        self.sheet_button = buttons.primary(_("Simpan Excel"), "file-down")
        self.issue_button = buttons.primary(_("Terbitkan nomor"), "stamp")
        for aside in (self.folder_button, self.fields_button, self.autosave):
            self.add_aside(aside)
        for button in (
            self.each_button,
            self.save_button,
            self.print_button,
            self.sheet_button,
            self.issue_button,
        ):
            self.add_action(button)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "pages")
        for page in (self.preview, self.numbers, self.sheet):
            self.stack.addWidget(page)
        self.middle = QWidget()
        middle = QVBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(8)
        middle.addWidget(self.problems)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.busy)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.list)
        across.addWidget(self.middle, 1)
        across.addWidget(self.fields)
        self.body.addLayout(across, 1)

    def _fold(self) -> None:
        """Beside each other when there is room, else one at a time, with shorter words below."""
        narrow = self.width() < theme.current().px(NARROW)
        alone = narrow and self.fields_button.isChecked()
        self.fields_button.setVisible(narrow)
        self.fields.setVisible(alone or not narrow)
        self.fields.set_wide(alone)
        self.middle.setVisible(not alone)
        self.autosave.setVisible(alone or not narrow)
        self.folder_button.setVisible(not alone)
        self._show_buttons()
        language.put(self.folder_button, _("Folder") if narrow else _("Buka folder dokumen"), "set_caption")
        language.put(
            self.each_button, _("Per orang") if narrow else _("Simpan satu per orang"), "set_caption"
        )

    def _connect(self) -> None:
        QShortcut(QKeySequence.StandardKey.Print, self).activated.connect(self.print_button.click)
        self.fields_button.toggled.connect(lambda _checked: self._fold())
        self.list.chosen.connect(self._on_chosen)
        self.fields.edited.connect(self._on_edited)
        self.fields.blank.toggled.connect(lambda _checked: self.timer.start())
        self.fields.letterhead_wanted.connect(self.edit_letterhead)
        self.fields.signers_wanted.connect(self.edit_signers)
        self.timer.timeout.connect(self._on_rest)
        self.problems.mend_wanted.connect(self.mend)
        self.numbers.issued.connect(self._on_issued)
        self.numbers.count_changed.connect(self._on_count)
        self.numbers.print_wanted.connect(self.show_one)
        self.busy.cancelled.connect(self._on_cancel)
        self.print_button.clicked.connect(self.print_paper)
        self.save_button.clicked.connect(lambda: self.save_file())
        self.sheet_button.clicked.connect(lambda: self.save_file())
        self.each_button.clicked.connect(self.save_each)
        self.issue_button.clicked.connect(self.numbers.issue)
        self.folder_button.clicked.connect(self._open_folder)

    def _open_folder(self) -> None:
        folder = self._services.papers.folder(self.kegiatan)
        folder.mkdir(parents=True, exist_ok=True)
        open_outside(folder)
