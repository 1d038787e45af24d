"""One question at a time, and a look over all of them before handing in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from bimtek.domain.questions.view import QuestionView
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.kiosk.desk import KioskDesk
from bimtek.ui.kiosk.machine import Saved
from bimtek.ui.kiosk.parts import KioskPage, KioskRow, button
from bimtek.ui.questions.inputs import KIOSK_SIZE, QuestionInputs
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle

_SAVED: dict[Saved, tuple[Text, str]] = {
    Saved.NOTHING: (NO_TEXT, ""),
    Saved.ON_THE_WAY: (_("Menyimpan…"), "secondary"),
    Saved.STORED: (_("Tersimpan ✓"), "success"),
    Saved.FAILED: (_("Belum tersimpan"), "danger"),
}


class QuestionPage(KioskPage):
    """The question, its inputs, and whether the answer is stored."""

    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, desk: KioskDesk, parent: QWidget | None = None) -> None:
        super().__init__(scrolls=True, parent=parent)
        self._desk = desk
        self._shown: tuple[int, str] = (0, "")  # turn and question
        self._told = Saved.NOTHING
        self.inputs: QuestionInputs | None = None
        self.progress = label("", "kiosk", "secondary", wrap=False)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        language.put(self.bar, _("Soal yang sedang dikerjakan"), "setAccessibleName")
        self.story = label("", "kiosk")
        self.story_card = QFrame()
        self.story_card.setProperty("kind", "sunken")
        QVBoxLayout(self.story_card).addWidget(self.story)
        self.stem = label("", "kiosk-stem")
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self.progress)
        head.addWidget(self.bar, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.story_card)
        self.body.addWidget(self.stem)
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 8, 0, 0)
        self.body.addLayout(self.place)
        self.body.addStretch(1)
        self.previous_button = button(_("Sebelumnya"), icon="arrow-left")
        self.previous_button.clicked.connect(self.previous_wanted)
        self.next_button = button(_("Berikutnya"), "kiosk-primary")
        self.next_button.clicked.connect(self.next_wanted)
        self.saved = label("", "kiosk", wrap=False)
        self.retry_button = button(_("Coba lagi"))
        self.retry_button.clicked.connect(desk.retry)
        self.left.addWidget(self.previous_button)
        self.middle.addWidget(self.saved)
        self.middle.addWidget(self.retry_button)
        self.right.addWidget(self.next_button)

    def show_question(self) -> None:
        """Draw the question that stands now; its inputs are built once a visit."""
        machine = self._desk.machine
        question = machine.question
        if self._shown != (machine.turn, question):
            self._shown = (machine.turn, question)
            self._build(self._desk.view(question))
            self._told = machine.saved(question)
        number, count = machine.at + 1, len(machine.questions)
        language.put(self.progress, _("Soal {number} dari {count}", number=number, count=count))
        self.bar.setRange(0, count)
        self.bar.setValue(number)
        self.previous_button.setEnabled(machine.at > 0)
        words = _("Berikutnya") if number < count else _("Periksa jawaban")
        language.put(self.next_button, words, "set_caption")
        self.show_saved()

    def show_saved(self) -> None:
        """Say how safe the answer is."""
        saved = self._desk.machine.saved(self._desk.machine.question)
        words, tone = _SAVED[saved]
        if saved is not self._told and saved in (Saved.STORED, Saved.FAILED):
            announce(self, words)
        self._told = saved
        language.put(self.saved, words)
        restyle(self.saved, tone=tone)
        self.retry_button.setVisible(not self._desk.machine.all_stored and saved is Saved.FAILED)

    def forget(self) -> None:
        """Take the question and its answer off the screen."""
        self._shown = (0, "")
        self._drop_inputs()
        for words in (self.stem, self.story, self.progress):
            language.put(words, NO_TEXT)

    def focus(self) -> None:
        """Put the keyboard on the first answer."""
        if self.inputs is not None:
            self.inputs.focus_first()

    def press(self, event: QKeyEvent) -> None:
        """Enter goes on, letters and numbers answer, PgUp and PgDn turn pages."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_PageDown):
            self.next_wanted.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            self.previous_wanted.emit()
        elif self.inputs is None or not self.inputs.press(event.key()):
            event.ignore()

    def _build(self, view: QuestionView) -> None:
        self._drop_inputs()
        language.put(self.story, view.story)
        self.story_card.setVisible(bool(view.story))
        language.put(self.stem, view.stem)
        self.inputs = QuestionInputs(view, KIOSK_SIZE)
        self.inputs.set_values(self._desk.machine.values(view.id))
        self.inputs.changed.connect(self._desk.give)
        self.place.addWidget(self.inputs)
        if self.area is not None:
            self.area.verticalScrollBar().setValue(0)
        self.inputs.focus_first()

    def _drop_inputs(self) -> None:
        if self.inputs is not None:
            self.place.removeWidget(self.inputs)
            self.inputs.hide()
            self.inputs.deleteLater()
            self.inputs = None


class ReviewPage(KioskPage):
    """Every question in a line; those without an answer stand out."""

    chosen = Signal(int)
    previous_wanted = Signal()
    hand_in_wanted = Signal()

    def __init__(self, desk: KioskDesk, parent: QWidget | None = None) -> None:
        super().__init__(scrolls=True, parent=parent)
        self._desk = desk
        self.rows: list[KioskRow] = []
        self.summary = label("", "kiosk", "secondary")
        self.trouble = label("", "kiosk", "danger")
        self.body.addWidget(label(_("Periksa jawaban Anda"), "kiosk-title"))
        self.body.addWidget(self.summary)
        self.body.addWidget(self.trouble)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.previous_button = button(_("Sebelumnya"), icon="arrow-left")
        self.previous_button.clicked.connect(self.previous_wanted)
        self.retry_button = button(_("Coba lagi"))
        self.retry_button.clicked.connect(desk.retry)
        self.hand_in_button = button(_("Kirim jawaban"), "kiosk-primary")
        self.hand_in_button.clicked.connect(self.hand_in_wanted)
        self.left.addWidget(self.previous_button)
        self.middle.addWidget(self.retry_button)
        self.right.addWidget(self.hand_in_button)

    def show_answers(self) -> None:
        """Draw the lines; Kirim rests while an answer is on its way."""
        machine = self._desk.machine
        left = len(machine.unanswered)
        words = _("{count} soal belum dijawab.", count=left) if left else _("Semua soal sudah dijawab.")
        language.put(self.summary, words)
        failed = any(machine.saved(question) is Saved.FAILED for question in machine.questions)
        self.retry_button.setVisible(failed)
        say = _("Ada jawaban yang belum tersimpan. Tekan Coba lagi.") if failed else NO_TEXT
        language.put(self.trouble, say)
        self.trouble.setVisible(bool(say))
        self.hand_in_button.setEnabled(machine.all_stored and not machine.busy)
        if len(self.rows) != len(machine.questions):
            self._make_rows(len(machine.questions))
        for at, question in enumerate(machine.questions):
            line = f"{at + 1}. {self._desk.view(question).stem}"
            if machine.is_complete(question):
                self.rows[at].show_line(line, _("Terjawab"), "")
            else:
                begun = machine.is_answered(question)
                self.rows[at].show_line(line, _("Belum lengkap") if begun else _("Belum dijawab"), "warning")

    def refuse(self, words: Text) -> None:
        """Say why handing in did not work."""
        language.put(self.trouble, words)
        self.trouble.show()

    def forget(self) -> None:
        """Take every line off the screen."""
        self._make_rows(0)

    def focus(self) -> None:
        """Enter hands in when all is answered, else it opens the first question without an answer."""
        left = self._desk.machine.unanswered
        target = self.rows[left[0]] if left else self.hand_in_button
        target.setFocus()
        if self.area is not None and left:
            self.area.ensureWidgetVisible(target)

    def press(self, event: QKeyEvent) -> None:
        """PgUp goes back."""
        if event.key() == Qt.Key.Key_PageUp:
            self.previous_wanted.emit()
        else:
            event.ignore()

    def _make_rows(self, count: int) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for at in range(count):
            row = KioskRow()
            row.clicked.connect(lambda _checked=False, at=at: self.chosen.emit(at))
            self.rows.append(row)
            self.lines.addWidget(row)
