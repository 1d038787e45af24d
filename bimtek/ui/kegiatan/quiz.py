"""Kuis: draw the questions, open a test, see who is where, close it."""

from collections import Counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.form import Form
from bimtek.domain.next_step import Step
from bimtek.domain.quiz import Channel, Round, TestKind
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.quiz_run import TEST_NAMES, Standing
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.pin import PinDialog, with_pin
from bimtek.ui.kegiatan.quiz_desk import QuizDesk
from bimtek.ui.kegiatan.step_page import SideColumn, StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.models.standings import ROW, WIDTHS, StandingsTable, tally
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.data_table import DataTable
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.segments import Segments
from bimtek.ui.widgets.stat_tile import Counter as CounterTile

REFRESH_MS = 1000  # answers come faster than anybody reads a list
STATUS_WORDS = {"siap": _("siap"), "buka": _("dibuka"), "tutup": _("ditutup")}


class QuizStep(StepPage):
    """One test at a time: its questions, its channels, and its people."""

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, scrolls=False)
        self._context, self._kegiatan_id = context, kegiatan_id
        self.desk = QuizDesk(context, kegiatan_id, self)
        self.kiosk: QWidget | None = None
        self.keying: QWidget | None = None
        self.pin_dialog: PinDialog | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.desk.read)
        self._make_parts()
        self._lay_out()
        self.desk.read()
        self.desk.choose_current()
        self._connect()
        self._show()

    def refresh(self) -> None:
        """Read tests and standings again."""
        self.desk.read()

    # ---- what is shown ----

    def _show(self) -> None:
        item = self.desk.item
        drawn = item is not None
        self.main.setVisible(drawn)
        self.show_foot(drawn)
        self.empty.setVisible(not drawn and self.desk.has_modules)
        self.no_modules.setVisible(not drawn and not self.desk.has_modules)
        self._show_tests()
        self._show_actions(item)
        form = self.desk.form
        if item is None or form is None:
            return
        self._show_form(form)
        standings = self.desk.standings.get(self.desk.kind, [])
        done, working, waiting = tally(standings)
        detail = _("{working} mengerjakan · {waiting} belum mulai", working=working, waiting=waiting)
        self.counter.show_count(done, len(standings), detail)
        chosen = self._chosen_id()
        self.model.show_standings(standings)
        if chosen:
            self.table.selectRow(self.model.row_of(chosen))
        nobody = self.desk.known and not standings
        self.nobody.setVisible(nobody)
        self.table.setVisible(not nobody)
        self._on_row()

    def _show_tests(self) -> None:
        for kind, name in TEST_NAMES.items():
            item = self.desk.rounds.get(kind)
            state = STATUS_WORDS[item.status] if item is not None else _("belum disusun")
            self.tests.reword(kind.value, _("{test}: {state}", test=name, state=state))
        self.tests.buttons[self.desk.kind.value].setChecked(True)

    def _show_actions(self, item: Round | None) -> None:
        status = item.status if item is not None else ""
        test = TEST_NAMES[self.desk.kind]
        language.put(self.open_button, _("Buka {test}", test=test), "set_caption")
        language.put(self.again_button, _("Buka lagi {test}", test=test), "set_caption")
        language.put(self.close_button, _("Tutup {test}", test=test), "set_caption")
        self.open_button.setVisible(status == "siap")
        self.again_button.setVisible(status == "tutup")
        self.close_button.setVisible(status == "buka")
        self.kiosk_button.setVisible(status == "buka")
        self.paper_button.setEnabled(status == "buka")
        self.redraw_button.setVisible(self.desk.known and not self.desk.begun)
        words, tone = _explain(status, str(test))
        self.state.setVisible(bool(words))
        if words:
            self.state.show_notice(words, tone)

    def _show_form(self, form: Form) -> None:
        words = _("{count} soal dari modul {title}", count=len(form.items), title=form.title)
        language.put(self.items, words)
        aspects = Counter(item.question.aspect for item in form.items)
        while (old := self.aspects.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (aspect, count) in enumerate(aspects.items()):
            self.aspects.addWidget(label(aspect_word(aspect), "caption"), row, 0)
            self.aspects.addWidget(_number(count), row, 1)
        left_out = form.uncarried(Channel.KERTAS.value)
        self.uncarried.setVisible(bool(left_out))
        stems = "; ".join(item.question.stem for item in left_out)
        language.put(self.uncarried, _("Tidak dapat di kertas: {stems}", stems=stems))

    def _on_row(self) -> None:
        chosen = self._chosen()
        item = self.desk.item
        still_open = item is not None and item.status == "buka"
        self.go_on_button.setVisible(still_open and chosen is not None and chosen.done)

    # ---- what a person does ----

    def open_kiosk(self) -> None:
        """Give this laptop to the participants; a PIN is needed first, to get it back."""
        if self._context.services.pin.is_set:
            self._start_kiosk()
            return
        reason = _("Dengan PIN ini Anda menutup kiosk nanti.")
        self.pin_dialog = with_pin(self._context, self.window(), reason, self._start_kiosk)

    def open_keying(self) -> None:
        """Key paper sheets."""
        from bimtek.ui.kiosk.keying import KeyingWindow

        window = KeyingWindow(self._context, self._kegiatan_id, self.desk.kind, self.window())
        window.desk.stored.connect(lambda _who: self._read_soon())
        window.finished.connect(lambda _result: self.desk.read())
        self.keying = window
        window.open()

    def _start_kiosk(self) -> None:
        from bimtek.ui.kiosk.window import KioskWindow

        window = KioskWindow(self._context, self._kegiatan_id, self.desk.kind, self.window())
        window.desk.answered.connect(self._read_soon)
        window.left.connect(self._on_kiosk_left)
        self.kiosk = window
        window.begin()

    def _on_kiosk_left(self) -> None:
        self.kiosk = None
        self.desk.read()

    def _read_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start(REFRESH_MS)

    def _let_go_on(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.desk.let_go_on(chosen.participation)

    def _chosen(self) -> Standing | None:
        return self.model.row_at(self.table.chosen_row())

    def _chosen_id(self) -> str:
        chosen = self._chosen()
        return chosen.participation.id if chosen is not None else ""

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _on_busy(self, busy: bool) -> None:
        for button in (self.open_button, self.again_button, self.close_button, self.redraw_button):
            button.setEnabled(not busy)
        self.empty.button.setEnabled(not busy)

    # ---- parts ----

    def _make_parts(self) -> None:
        self.tests = Segments([(kind.value, name) for kind, name in TEST_NAMES.items()])
        self.state = Notice(NO_TEXT)
        self.items = label("", "strong")
        self.aspects = QGridLayout()
        self.aspects.setColumnStretch(0, 1)
        self.aspects.setVerticalSpacing(4)
        self.uncarried = label("", "caption", "warning")
        self.redraw_button = buttons.quiet(_("Susun ulang soal"), "rotate-ccw")
        self.paper_button = buttons.secondary(_("Jawaban kertas"), "keyboard")
        self.sheets_button = buttons.secondary(_("Cetak lembar soal"), "printer")
        self.counter = CounterTile(_("Sudah selesai"))
        self.model = StandingsTable(self.desk.kegiatan.zone, self)
        self.table = DataTable(self.model, _("Keadaan peserta"), WIDTHS, ROW, yields=(2,))
        self.nobody = EmptyState("users", _("Belum ada peserta."), _("Isi daftar peserta"), primary=False)
        self.go_on_button = buttons.secondary(_("Izinkan melanjutkan"), "undo-2")
        self.again_button = buttons.secondary(_("Buka lagi"), "lock-open")
        self.close_button = buttons.secondary(_("Tutup"), "lock")
        self.kiosk_button = buttons.primary(_("Kiosk di laptop ini"), "monitor")
        self.open_button = buttons.primary(_("Buka"), "play")
        self.empty = EmptyState(
            "list-checks", _("Soal pre-test dan post-test belum disusun."), _("Susun soal")
        )
        self.no_modules = EmptyState(
            "book-open", _("Kegiatan ini belum memakai modul, jadi belum ada soal."), _("Pilih modul")
        )

    def _lay_out(self) -> None:
        questions = Card(_("Soal"))
        questions.body.addWidget(self.items)
        questions.body.addLayout(self.aspects)
        for line in (self.uncarried, self.sheets_button, self.redraw_button):
            questions.body.addWidget(line)
        left = SideColumn(300)
        left.parts.addWidget(self.counter)
        left.parts.addWidget(questions)
        left.parts.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.state)
        right.addWidget(self.table, 1)
        right.addWidget(self.nobody, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addWidget(left)
        across.addLayout(right, 1)
        self.main = QWidget()
        inner = QVBoxLayout(self.main)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        head = QHBoxLayout()
        head.addWidget(self.tests, 1)
        head.addWidget(self.go_on_button)
        inner.addLayout(head)
        inner.addLayout(across, 1)
        for part in (self.main, self.empty, self.no_modules):
            self.body.addWidget(part)
        self.add_aside(self.paper_button)
        for button in (self.again_button, self.close_button, self.kiosk_button, self.open_button):
            self.add_action(button)

    def _connect(self) -> None:
        self.desk.changed.connect(self._show)
        self.desk.changed.connect(self.progressed)
        self.desk.said.connect(self._context.window.toast)
        self.desk.failed.connect(self._on_failed)
        self.desk.busy.connect(self._on_busy)
        self.tests.chosen.connect(lambda key: self.desk.choose(TestKind(key)))
        self.table.selectionModel().selectionChanged.connect(self._on_row)
        self.redraw_button.clicked.connect(self.desk.prepare)
        self.empty.pressed.connect(self.desk.prepare)
        self.no_modules.pressed.connect(lambda: self.step_wanted.emit(Step.PREPARE.value))
        self.nobody.pressed.connect(lambda: self.step_wanted.emit(Step.PREPARE.value))
        self.sheets_button.clicked.connect(lambda: self.step_wanted.emit(Step.PAPERS.value))
        self.paper_button.clicked.connect(self.open_keying)
        self.go_on_button.clicked.connect(self._let_go_on)
        self.open_button.clicked.connect(lambda: self.desk.open())
        self.again_button.clicked.connect(lambda: self.desk.open())
        self.close_button.clicked.connect(self.desk.close)
        self.kiosk_button.clicked.connect(self.open_kiosk)


def aspect_word(aspect: str) -> str:
    """An aspect of the blueprint as people read it: "istilah-data" is "Istilah dan data"."""
    return aspect.replace("-", " dan ").capitalize()


def _explain(status: str, test: str) -> tuple[Text, str]:
    """What can be done now, in a sentence."""
    if status == "siap":
        return _("{test} belum dibuka. Soal masih boleh disusun ulang.", test=test), ""
    if status == "buka":
        return _("{test} dibuka. Peserta mengerjakan di kiosk atau di kertas.", test=test), "success"
    if status == "tutup":
        return _("{test} sudah ditutup. Hasilnya ada di langkah Hasil.", test=test), ""
    return NO_TEXT, ""


def _number(count: int) -> QLabel:
    return label(str(count), "strong", wrap=False)
