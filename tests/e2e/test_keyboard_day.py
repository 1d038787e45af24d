"""One day on one laptop with the keyboard alone: no click, no method of a widget is called.

Reading what stands on the screen is allowed; a window that opens comes
to the front, as every desktop does and the offscreen one does not.
"""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bimtek.domain.next_step import Step
from bimtek.domain.people import Role
from bimtek.domain.questions.view import Order, PickOne
from bimtek.domain.quiz import TestKind
from bimtek.ui.dialogs.help_window import HelpWindow
from bimtek.ui.dialogs.new_kegiatan import STEPS as NEW_STEPS
from bimtek.ui.kiosk.machine import Place
from bimtek.ui.main_window import MainWindow
from bimtek.ui.start import Session
from tests.windows import end_session

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key
PIN = "2468"
NAMES = ("Peserta Contoh Alfa, S.Sos.", "Peserta Contoh Beta, S.Sos.", "Peserta Contoh Cakra, S.Sos.")
PASTED = "Nama\tL/P\tDesa\n" + "\n".join(f"{name}\tP\tContoh" for name in NAMES)
MOST_TABS = 120


@pytest.fixture
def window(qtbot, tmp_path):
    """The window as run_window shows it, on a data folder of its own."""
    window = MainWindow()
    session = Session(tmp_path / "data", window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None and session._commands is not None)
    yield window
    end_session(session)


class Hands:
    """Presses keys where the keyboard is."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot = window, qtbot

    def press(self, key, modifier=NONE, times=1) -> None:
        for _time in range(times):
            QTest.keyClick(self._target(), key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self._target(), words)

    def tab_to(self, name: str):
        """Press Tab until the keyboard is on something of this name."""
        for _tab in range(MOST_TABS):
            here = self._target()
            if here.accessibleName().startswith(name):
                return here
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def push(self, name: str) -> None:
        """Go to a button and press it."""
        self.tab_to(name)
        self.press(Key.Key_Space)

    def go(self, typed: str, until) -> None:
        """Open something by the palette."""
        self.press(Key.Key_K, CONTROL)
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        self.type(typed)
        self.press(Key.Key_Return)
        self.qtbot.waitUntil(until)

    def front(self):
        """The window that lies over the others."""
        front = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w.isWindow()]
        return front or next((w for w in shown if w is not self.window), self.window)

    def _target(self):
        QApplication.processEvents()  # nobody is faster than the window
        front = self.front()
        if not front.isActiveWindow():
            self.qtbot.waitUntil(lambda: front.isActiveWindow() or bool(front.activateWindow()))
        return QApplication.focusWidget() or front


def test_b9_11_the_whole_day_with_the_keyboard_alone(window, qtbot):
    day = KeyboardDay(window, qtbot)
    day.create()
    day.paste_people()
    day.take_attendance()
    day.teach()
    day.hold_test(TestKind.PRE)
    day.hold_test(TestKind.POST)
    day.see_results()
    day.name_a_signer()
    day.issue_numbers()
    day.save_pdf()


class KeyboardDay:
    """The steps of the day; each leaves the keyboard where the next one finds it."""

    def __init__(self, window, qtbot) -> None:
        self.window, self.qtbot, self.hands = window, qtbot, Hands(window, qtbot)
        self.services = window.context.services

    @property
    def workspace(self):
        return self.window.page.workspace

    @property
    def step(self):
        return self.workspace.step

    @property
    def kegiatan(self):
        return self.services.planning.get(self.workspace.kegiatan_id)

    def open_step(self, key: Step, typed: str) -> None:
        self.hands.go(typed, lambda: self.workspace.stepper.steps[key.value].isChecked())

    def create(self):
        self.hands.push("Lewati semua")
        self.hands.press(Key.Key_F1)
        assert isinstance(self.hands.front(), HelpWindow)
        self.hands.press(Key.Key_Escape)
        self.hands.press(Key.Key_N, CONTROL)
        self.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
        self.hands.type("Bimtek Desa Contoh")  # over the name that is chosen already
        self.hands.tab_to("Gedung")
        self.hands.type("Balai Desa Contoh")
        self.hands.tab_to("Penyelenggara")
        self.hands.type("Dinas Sosial Contoh")
        for _page in NEW_STEPS:
            self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: getattr(self.window.page, "workspace", None) is not None)
        assert self.kegiatan.title == "Bimtek Desa Contoh"

    def paste_people(self):
        QApplication.clipboard().setText(PASTED)
        self.hands.push("Impor daftar")
        self.hands.press(Key.Key_V, CONTROL)
        dialog = self.step.people.dialog
        self.qtbot.waitUntil(lambda: dialog.import_button.isVisible() and dialog.import_button.isEnabled())
        self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.step.people.model.rowCount() == len(NAMES))

    def take_attendance(self):
        self.open_step(Step.ATTENDANCE, "absensi")
        for at, session in enumerate(self.kegiatan.sessions):
            if self.step.desk.session.id != session.id:
                self.hands.tab_to("Sesi")
                self.hands.press(Key.Key_Down)
                self.qtbot.waitUntil(lambda session=session: self.step.desk.session.id == session.id)
            self.hands.press(Key.Key_F, CONTROL)
            for name in NAMES:
                self.hands.type(name.split(",")[0].rsplit(" ", 1)[1])
                self.hands.press(Key.Key_Return)
            self.qtbot.waitUntil(lambda: self.step.desk.roll.present.total == len(NAMES))
            self.hands.push("Tutup absensi")
            self.qtbot.waitUntil(lambda at=at: bool(self.kegiatan.sessions[at].closed_at))
            self.qtbot.waitUntil(lambda: self.step.reopen_button.isVisible())

    def teach(self):
        self.hands.press(Key.Key_F5)
        self.qtbot.waitUntil(lambda: self.step.presentation is not None)
        show = self.step.presentation
        self.hands.press(Key.Key_Right, times=2)
        assert show.show.index == 2
        self.hands.press(Key.Key_Escape)
        self.qtbot.waitUntil(lambda: not show.running)

    def hold_test(self, kind: TestKind):
        self.open_step(Step.QUIZ, "kuis")
        quizzes, name = self.services.quizzes, "Pre-test" if kind is TestKind.PRE else "Post-test"
        if not quizzes.rounds(self.kegiatan.id):
            self.hands.push("Susun soal")
            self.qtbot.waitUntil(lambda: bool(quizzes.rounds(self.kegiatan.id)))
        self.qtbot.waitUntil(lambda: self.step.tests.isVisible())
        if self.step.desk.kind is not kind:
            self.hands.tab_to("Pre-test")
            self.hands.press(Key.Key_Right)
            self.hands.press(Key.Key_Space)
            self.qtbot.waitUntil(lambda: self.step.desk.kind is kind)
        self.hands.push(f"Buka {name}")
        self.qtbot.waitUntil(lambda: self.step.desk.item.status == "buka")
        self._sit(kind)
        self.hands.push(f"Tutup {name}")
        self.qtbot.waitUntil(lambda: self.step.desk.item.status == "tutup")

    def _sit(self, kind: TestKind):
        who = self.services.registration.of_kegiatan(self.kegiatan.id, Role.PESERTA)[0]
        had_pin = self.services.pin.is_set
        self.hands.push("Kiosk di laptop ini")
        if not had_pin:
            self.hands.type(PIN)
            self.hands.press(Key.Key_Tab)
            self.hands.type(PIN)
            self.hands.press(Key.Key_Return)
            self.qtbot.waitUntil(lambda: self.step.pin_dialog.code_dialog is not None)
            self.hands.press(Key.Key_Return)  # the recovery code was written down
        self.qtbot.waitUntil(lambda: self.step.kiosk is not None)
        kiosk = self.step.kiosk
        machine = kiosk.desk.machine
        self.hands.type("alfa")
        self.hands.press(Key.Key_Return)
        self.hands.type(who.code)
        self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: machine.place is Place.QUESTION)
        while machine.place is Place.QUESTION:
            self._answer(kiosk)
        self.qtbot.waitUntil(kiosk.review.hand_in_button.isEnabled)
        self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: machine.place is Place.DONE)
        self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: machine.place is Place.NAME)
        self.hands.press(Key.Key_K, CONTROL)
        assert QApplication.activeModalWidget() is kiosk, "no palette in the kiosk"
        self.hands.tab_to("Tutup kiosk")
        self.hands.press(Key.Key_Return)
        self.hands.type(PIN)
        self.hands.press(Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.step.kiosk is None)

    def _answer(self, kiosk):
        """Answer every part of the question with its first letters, and go on."""
        machine = kiosk.desk.machine
        question = machine.question
        parts = kiosk.question.inputs.inputs
        for at, box in enumerate(kiosk.desk.view(question).inputs):
            trail = []
            while at and not parts[at].isAncestorOf(QApplication.focusWidget()):
                trail.append(QApplication.focusWidget().accessibleName())
                assert len(trail) < MOST_TABS, trail[:12]
                self.hands.press(Key.Key_Tab)
            if isinstance(box, Order):
                for place in range(len(box.options)):
                    self.hands.press(Qt.Key(Key.Key_1 + place))
            else:
                self.hands.press(Key.Key_A if isinstance(box, PickOne) else Key.Key_1)
        assert machine.is_complete(question), question
        self.qtbot.waitUntil(lambda: machine.all_stored)
        self.hands.press(Key.Key_Return)
        assert machine.question != question, QApplication.focusWidget()

    def see_results(self):
        self.open_step(Step.RESULTS, "hasil")
        self.qtbot.waitUntil(lambda: self.step.results is not None)
        assert self.step.results.gain.pairs == 1

    def name_a_signer(self):
        self.open_step(Step.PAPERS, "dokumen")
        self.qtbot.waitUntil(lambda: self.step.settled)
        self._choose_paper("terbit")
        self.hands.push("Penandatangan")
        dialog = self.step.mending.dialog
        self.hands.push("Kanan")
        self.hands.type("Kepala Dinas Contoh")  # the keyboard is in the first field already
        self.hands.press(Key.Key_Tab)
        self.hands.type("Sari Contohwati, S.E.")
        with self.qtbot.waitSignal(dialog.finished):
            self.hands.press(Key.Key_Return)
        self.hands.tab_to("Kode kegiatan")
        self.hands.type("OCSEA")
        self.hands.tab_to("Kota terbit")
        self.hands.type("Blora")

    def issue_numbers(self):
        self.qtbot.waitUntil(lambda: self.step.settled and self.step.foot.issue_button.isEnabled())
        step = self.step
        self.hands.push("Terbitkan")
        with self.qtbot.waitSignal(step.numbers.issued):
            self.hands.press(Key.Key_Return)
        register = self.services.certificates.register(self.kegiatan.id)
        assert [certificate.number[:3] for certificate in register] == ["001", "002", "003"]

    def save_pdf(self):
        self._choose_paper("sertifikat")
        self.qtbot.waitUntil(lambda: self.step.settled and self.step.foot.save_button.isEnabled())
        with self.qtbot.waitSignal(self.step.output.saved) as saved:
            self.hands.push("Simpan PDF")
        assert len(pypdfium2.PdfDocument(Path(saved.args[0]))) == 2 * len(NAMES)
        self.qtbot.waitUntil(self.step.foot.save_button.isEnabled)

    def _choose_paper(self, key: str):
        self.hands.tab_to("Daftar dokumen")
        self.hands.press(Key.Key_Home)
        while self.step.entry is None or self.step.entry.key != key:
            before = self.step.entry
            self.hands.press(Key.Key_Down)
            assert self.step.entry is not before, key
        self.qtbot.waitUntil(lambda: self.step.settled)
