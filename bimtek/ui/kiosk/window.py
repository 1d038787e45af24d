"""The kiosk's window: full screen, in front of everything, and left only with the PIN."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bimtek.domain.quiz import TestKind
from bimtek.domain.text import Text, _
from bimtek.services.quiz_run import TEST_NAMES
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.pin import PinDialog, with_pin
from bimtek.ui.kiosk.answering import QuestionPage, ReviewPage
from bimtek.ui.kiosk.desk import KioskDesk
from bimtek.ui.kiosk.ending import EndPage, IdleWarning
from bimtek.ui.kiosk.entry import CodePage, NamePage
from bimtek.ui.kiosk.machine import Place
from bimtek.ui.kiosk.parts import KioskPage, button
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label

TICK_MS = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIGNS_OF_LIFE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.Wheel,
}
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class KioskWindow(QWidget):
    """One test of one kiosk. `left` is sent when the facilitator took the laptop back."""

    left = Signal()

    def __init__(
        self,
        context: UiContext,
        kegiatan_id: str,
        kind: TestKind,
        parent: QWidget | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setProperty("kind", "kiosk-window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        language.put(self, _("Kuis"), "setWindowTitle")
        self._context, self._seconds, self._released = context, seconds, False
        self.pin_dialog: PinDialog | None = None
        self.desk = KioskDesk(context, kegiatan_id, kind, self)
        self.names = NamePage(self.desk)
        self.code = CodePage()
        self.question = QuestionPage(self.desk)
        self.review = ReviewPage(self.desk)
        self.end = EndPage()
        self._shown: tuple[Place, int, int] | None = None
        self._lay_out(context.services.planning.get(kegiatan_id).title)
        self.warning = IdleWarning(self)
        self._connect()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.desk.machine.touch(seconds())
        self.draw()

    def begin(self) -> None:
        """Take the whole screen."""
        self.showFullScreen()
        self.timer.start(TICK_MS)
        self.names.focus()

    # ---- what is shown ----

    def draw(self) -> None:
        """Show what the machine says; the keyboard moves only when the screen changes."""
        machine = self.desk.machine
        place = machine.place
        page = self._page(place)
        for other in (self.code, self.question, self.review, self.end):
            if other is not page:
                other.forget()
        self.stack.setCurrentWidget(page)
        sitting = place in (Place.QUESTION, Place.REVIEW)
        self.leave_button.setVisible(place is Place.NAME)
        self.later_button.setVisible(sitting)
        self.person.setVisible(sitting)
        who = self.desk.person
        self.person.show_text(who.person.name.full if sitting and who is not None else "")
        now = (place, machine.turn, machine.at)
        if now != self._shown:
            self._shown = now
            page.focus()

    def _page(self, place: Place) -> KioskPage:
        machine = self.desk.machine
        if place is Place.CODE:
            self.code.show_person(self.desk.person, busy=machine.busy)
            return self.code
        if place is Place.QUESTION:
            self.question.show_question()
            return self.question
        if place is Place.REVIEW:
            self.review.show_answers()
            return self.review
        if place in (Place.DONE, Place.CLOSED):
            self.end.show_end(*self._ending(place))
            return self.end
        return self.names

    def _ending(self, place: Place) -> tuple[Text, Text, str, str]:
        if place is Place.CLOSED:
            words = _("Jawaban yang sudah tersimpan tetap dihitung.")
            return _("Tes ini sudah ditutup"), words, "lock", "warning"
        if self.desk.machine.finished_before:
            words = _("Jawaban Anda sudah tersimpan. Panggil panitia bila ada yang keliru.")
            return _("Anda sudah selesai"), words, "circle-check", "success"
        who = self.desk.person
        name = who.person.name.name if who is not None else ""
        thanks = _("Terima kasih, {name}", name=name)
        return thanks, _("Jawaban Anda sudah tersimpan."), "circle-check", "success"

    # ---- leaving, and what does not leave ----

    def ask_to_leave(self) -> None:
        """Hand the laptop back to the facilitator: asks for the PIN."""
        reason = _("Kiosk hanya ditutup oleh panitia.")
        self.pin_dialog = with_pin(self._context, self, reason, self.release, may_forget=False)

    def release(self) -> None:
        """Close for good."""
        self._released = True
        self.timer.stop()
        self.close()
        self.left.emit()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt-F4 and the window's cross do nothing until the PIN was typed."""
        if self._released:
            self._watch(False)
            event.accept()
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when somebody minimised it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized() and not self._released:
            QTimer.singleShot(0, self.showFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from the code back to the names, Enter from the thanks to them; no key leads out."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.desk.act(self.desk.machine.back)
        elif event.key() in _ENTER and self.stack.currentWidget() is self.end and not event.isAutoRepeat():
            self.end.next_button.click()  # wherever the keyboard is
        elif event.key() in _ENTER and not event.isAutoRepeat():
            for pressed in (self.later_button, self.leave_button):  # those of a page take Enter there
                if pressed.hasFocus():
                    pressed.click()
        event.accept()

    # ---- nobody there ----

    def tick(self) -> None:
        """Count the seconds nobody touched anything."""
        now = self._seconds()
        self.desk.tick(now)
        left = self.desk.machine.seconds_left(now)
        if left is None:
            self.warning.clear()
        else:
            self.warning.show_left(math.ceil(left))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; what wakes the kiosk does not answer a question."""
        if event.type() in _SIGNS_OF_LIFE:
            self.desk.machine.touch(self._seconds())
            if self.warning.isVisible():
                self.warning.clear()
                return event.type() in _PRESSES
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the warning over everything."""
        super().resizeEvent(event)
        self.warning.setGeometry(self.rect())

    def showEvent(self, event: QEvent) -> None:
        """Listen to the whole application while it stands."""
        self._watch(True)
        super().showEvent(event)  # type: ignore[arg-type]

    def _watch(self, on: bool) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        if on:
            app.installEventFilter(self)

    # ---- parts ----

    def _lay_out(self, title: str) -> None:
        self.test = label(TEST_NAMES[self.desk.kind], "h3", wrap=False)
        self.title = ElidedLabel(title, "emphasis", "secondary")
        self.person = ElidedLabel("", "emphasis")
        self.person.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.later_button = button(_("Ganti orang"))
        self.leave_button = button(_("Tutup kiosk"), icon="lock")
        head = QFrame()
        head.setProperty("kind", "head")
        theme.put(head, "setMinimumHeight", 88)
        bar = QHBoxLayout(head)
        bar.setContentsMargins(32, 12, 32, 12)
        bar.setSpacing(16)
        bar.addWidget(self.test)
        bar.addWidget(self.title, 2)
        bar.addWidget(self.person, 2)
        bar.addWidget(self.later_button)
        bar.addWidget(self.leave_button)
        self.stack = QStackedWidget()
        for page in (self.names, self.code, self.question, self.review, self.end):
            self.stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(head)
        outer.addWidget(self.stack, 1)

    def _connect(self) -> None:
        machine, act = self.desk.machine, self.desk.act
        self.desk.moved.connect(self.draw)
        self.desk.refused.connect(self._on_refused)
        self.code.given.connect(self.desk.try_code)
        self.code.back_wanted.connect(lambda: act(machine.back))
        self.question.next_wanted.connect(lambda: act(machine.next))
        self.question.previous_wanted.connect(lambda: act(machine.previous))
        self.review.previous_wanted.connect(lambda: act(machine.previous))
        self.review.chosen.connect(lambda at: act(lambda: machine.go_to(at)))
        self.review.hand_in_wanted.connect(self.desk.hand_in)
        self.end.next_wanted.connect(lambda: act(machine.leave))
        self.later_button.clicked.connect(lambda: act(machine.leave))
        self.leave_button.clicked.connect(self.ask_to_leave)

    def _on_refused(self, words: Text) -> None:
        if self.desk.machine.place is Place.CODE:
            self.code.refuse(words)
        else:
            self.review.refuse(words)
