"""One day on one laptop, driven through the real windows with keys and clicks.

Run by test_whole_day.py in a process without network. The names it types come from a list it
imports; what it checks in the end are the files on disk.
"""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from bimtek.app import Services
from bimtek.domain.next_step import Step
from bimtek.domain.people import Role
from bimtek.domain.questions.view import Order, PickMany, PickOne
from bimtek.domain.quiz import TestKind
from bimtek.ui.dialogs.new_kegiatan import STEPS
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.kiosk.machine import Place
from bimtek.ui.main_window import MainWindow
from bimtek.ui.messages import ConfirmDialog
from bimtek.ui.start import Session
from tests.e2e import no_network
from tests.windows import end_session

SHUT = no_network.shut()
PEOPLE = 6
QUESTIONS = 10
PIN = "2468"
NAMES = [f"Peserta Contoh {word}, S.Sos." for word in ("Alfa", "Beta", "Cakra", "Delta", "Eka", "Fajar")]
PASTED = "Nama\tL/P\tDesa\tUnsur\n" + "\n".join(
    f"{name}\t{'P' if n % 2 else 'L'}\tContoh\tKader PKK" for n, name in enumerate(NAMES)
)


@pytest.fixture
def window(qtbot, tmp_path):
    """The window as run_window shows it, on a data folder of its own."""
    window = MainWindow()
    session = Session(tmp_path / "data", window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None, timeout=20_000)
    window.page.skip_button.click()
    yield window
    end_session(session)


def services_of(window) -> Services:
    return window._context.services


def test_the_whole_day(window, qtbot, tmp_path):
    day = Day(window, qtbot, tmp_path)
    day.create()
    day.import_people()
    day.take_attendance()
    day.teach()
    day.hold_test(TestKind.PRE)
    day.hold_test(TestKind.POST)
    day.see_results()
    day.print_papers()


class Day:
    """The steps of the day; each leaves the window where the next one finds it."""

    def __init__(self, window, qtbot, tmp_path: Path) -> None:
        self.window, self.qtbot, self.tmp_path = window, qtbot, tmp_path

    @property
    def workspace(self) -> Workspace:
        return self.window.page.workspace

    @property
    def kegiatan(self):
        return services_of(self.window).planning.get(self.workspace.kegiatan_id)

    def go(self, step: Step):
        self.workspace.go(step)
        return self.workspace.step

    def create(self):
        self.window.page.new_button.click()
        self.qtbot.waitUntil(lambda: getattr(self.window.page, "dialog", None) is not None)
        page = self.window.page
        dialog = page.dialog
        what = dialog.what
        self.qtbot.keyClicks(what.title_field, "Bimtek Desa Contoh")  # typed over the selected default
        self.qtbot.keyClicks(what.hall_field, "Balai Desa Contoh")
        self.qtbot.keyClicks(what.organiser_field, "Dinas Sosial PPPA Contoh")
        for key, _word in STEPS:
            assert dialog.step == key
            dialog.next_button.click()
        self.qtbot.waitUntil(lambda: page.workspace is not None, timeout=10_000)
        assert self.kegiatan.title == "Bimtek Desa Contoh"
        assert self.kegiatan.jp == 9

    def import_people(self):
        people = self.go(Step.PREPARE).people
        dialog = people.open_import()
        with self.qtbot.waitSignal(dialog.previewed, timeout=20_000):
            dialog.read_pasted(PASTED)
        assert str(PEOPLE) in dialog.import_button.text()
        with self.qtbot.waitSignal(dialog.imported, timeout=20_000):
            dialog.import_button.click()
        self.qtbot.waitUntil(lambda: people.model.rowCount() == PEOPLE)

    def take_attendance(self):
        for session in self.kegiatan.sessions:
            step = self.go(Step.ATTENDANCE)
            step.desk.read(session.id)
            for name in NAMES:
                self.qtbot.keyClicks(step.search.field, name.split(",")[0].rsplit(" ", 1)[1])
                self.qtbot.keyClick(step.search.field, Qt.Key.Key_Return)
            self.qtbot.waitUntil(lambda step=step: step.saved.text() == "Tersimpan ✓")
            step.close_button.click()
            self.qtbot.waitUntil(lambda step=step: step.desk.is_closed, timeout=20_000)
        board = services_of(self.window).attendance.board(self.kegiatan.id, self.kegiatan.sessions[0].id)
        assert board.present.total == PEOPLE

    def teach(self):
        step = self.go(Step.PRESENT)
        step.cards[0].go_button.click()
        show = step.presentation
        for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.qtbot.keyClick(show.presenter, key)
        self.qtbot.keyClick(show.presenter, Qt.Key.Key_Escape)
        self.qtbot.waitUntil(lambda: not show.running)
        stored = services_of(self.window).teaching
        self.qtbot.waitUntil(lambda: stored.position(self.kegiatan.id, "memahami-ocsea") > 0)

    def hold_test(self, kind: TestKind):
        step = self.go(Step.QUIZ)
        services = services_of(self.window)
        if not services.quizzes.rounds(self.kegiatan.id):
            step.empty.button.click()
            self.qtbot.waitUntil(lambda: bool(services.quizzes.rounds(self.kegiatan.id)), timeout=20_000)
        step.desk.choose(kind)
        self.qtbot.waitUntil(lambda: step.open_button.isVisible() and step.open_button.isEnabled())
        step.open_button.click()
        self.qtbot.waitUntil(lambda: step.desk.item is not None and step.desk.item.status == "buka")
        people = services.registration.of_kegiatan(self.kegiatan.id, Role.PESERTA)
        self._on_kiosk(step, people[:4], right=kind is TestKind.POST)
        self._on_paper(step, people[4:], right=kind is TestKind.POST)
        self.qtbot.waitUntil(step.close_button.isEnabled)
        step.close_button.click()
        self.qtbot.waitUntil(lambda: step.desk.item.status == "tutup", timeout=20_000)
        item = services.quizzes.rounds(self.kegiatan.id)[kind]
        assert [s.done for s in services.quizzes.standings(item)] == [True] * PEOPLE

    def _on_kiosk(self, step, people, *, right):
        step.kiosk_button.click()
        if not services_of(self.window).pin.is_set:
            dialog = step.pin_dialog
            dialog.pin.setText(PIN)
            dialog.again.setText(PIN)
            dialog.action_button.click()
            self.qtbot.waitUntil(lambda: dialog.code_dialog is not None, timeout=20_000)
            dialog.code_dialog.action_button.click()
        self.qtbot.waitUntil(lambda: step.kiosk is not None, timeout=20_000)
        kiosk = step.kiosk
        for who in people:
            self._sit_down(kiosk, who)
            for _question in range(QUESTIONS):
                self._answer(kiosk, right=right)
            kiosk.review.hand_in_button.click()
            self.qtbot.waitUntil(lambda: kiosk.desk.machine.place is Place.DONE)
            kiosk.end.next_button.click()
            self.qtbot.waitUntil(lambda: kiosk.desk.machine.place is Place.NAME)
        assert not kiosk.close(), "only the PIN ends the kiosk"
        kiosk.ask_to_leave()
        kiosk.pin_dialog.pin.setText(PIN)
        kiosk.pin_dialog.action_button.click()
        self.qtbot.waitUntil(lambda: step.kiosk is None, timeout=20_000)

    def _sit_down(self, kiosk, who):
        word = who.person.name.name.rsplit(" ", 1)[1]
        self.qtbot.keyClicks(kiosk.names.search.field, word)
        self.qtbot.keyClick(kiosk.names.search.field, Qt.Key.Key_Return)
        self.qtbot.keyClicks(kiosk.code.code, who.code)
        self.qtbot.keyClick(kiosk.code.code, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: kiosk.desk.machine.place is Place.QUESTION)

    def _answer(self, kiosk, *, right):
        """Tap an answer to every input of the question on the screen, and go on."""
        question = kiosk.desk.machine.question
        quizzes = services_of(self.window).quizzes
        item = quizzes.form(quizzes.rounds(self.kegiatan.id)[kiosk.desk.kind]).item(question)
        best = item.kind.best_values(item.question)
        for box, widget, value in zip(
            kiosk.desk.view(question).inputs, kiosk.question.inputs.inputs, best, strict=True
        ):
            if isinstance(box, Order):  # moved by arrows, which their own tests press
                widget.set_value(value if right else [option.id for option in box.options])
                kiosk.question.inputs.changed.emit(kiosk.question.inputs.values())
                continue
            wanted = ([value] if isinstance(value, str) else value) if right else [box.options[0].id]
            for place, option in enumerate(box.options):
                if option.id in wanted:
                    widget.tiles[place].click()
        self.qtbot.waitUntil(lambda: kiosk.desk.machine.all_stored)
        kiosk.question.next_button.click()

    def _on_paper(self, step, people, *, right):
        quizzes = services_of(self.window).quizzes
        item = quizzes.rounds(self.kegiatan.id)[step.desk.kind]
        written = "".join(self._letters(quizzes, item, right=right))
        step.paper_button.click()
        keying = step.keying
        for who in people:
            self.qtbot.keyClicks(keying.people.field, who.person.name.name.rsplit(" ", 1)[1])
            self.qtbot.keyClick(keying.people.field, Qt.Key.Key_Return)
            self.qtbot.keyClicks(keying.view, written)
            keying.store_button.click()
            self.qtbot.waitUntil(lambda: not keying.desk.saving)
        keying.close_button.click()
        self.qtbot.waitUntil(lambda: not keying.isVisible())

    def _letters(self, quizzes, item, *, right):
        """What stands on the sheet: the key, or A for everything that is one letter."""
        views = {view.id: view for view in quizzes.paper_views(item)}
        for question, letters in quizzes.form(item).paper_key(item.seed):
            for box, written in zip(views[question].inputs, letters, strict=True):
                yield written if right or not isinstance(box, PickOne) else "A"
                if isinstance(box, PickMany):
                    yield " "  # several letters: the space bar goes on

    def see_results(self):
        step = self.go(Step.RESULTS)
        self.qtbot.waitUntil(lambda: step.results is not None, timeout=10_000)
        gain = step.results.gain
        assert (gain.pairs, gain.mean_post) == (PEOPLE, 1.0)
        assert gain.mean_pre < 1.0
        assert step.post.value.text().startswith("100")
        shown = " ".join(label.text() for label in step.findChildren(QLabel) if label.isVisibleTo(step))
        assert f"{PEOPLE} orang" in shown or f"{PEOPLE} pasang" in shown
        assert not any(name.split(",")[0] in shown for name in NAMES), "no personal score without the PIN"

    def print_papers(self):
        step = self.go(Step.PAPERS)
        self._name_signers(step)
        folder = self.tmp_path / "cetak"
        self._save(step, "daftar-hadir", folder / "daftar-hadir.pdf")
        self._issue_numbers(step)
        self._save(step, "sertifikat", folder / "sertifikat.pdf")
        self.qtbot.waitUntil(step.foot.each_button.isEnabled)
        with self.qtbot.waitSignal(step.output.saved, timeout=20_000) as saved:
            step.foot.each_button.click()
        singles = sorted(Path(saved.args[0]).glob("*.pdf"))
        assert len(singles) == PEOPLE
        for path, pages in ((folder / "sertifikat.pdf", 2 * PEOPLE), (singles[0], 2)):
            assert len(pypdfium2.PdfDocument(path)) == pages
        for name in NAMES:
            assert name in _words(folder / "daftar-hadir.pdf")
            assert name in _words(folder / "sertifikat.pdf")

    def _name_signers(self, step):
        step.fields.issue.city.setText("Blora")
        step.fields.numbers.code.setText("OCSEA")
        step.edit_signers()
        for paper in ("daftar-hadir", "sertifikat"):
            form = step.mending.dialog.forms[paper, "kanan"]
            form.used.setChecked(True)
            form.titles.setPlainText("Kepala Dinas Contoh")
            form.name.setText("Sari Contohwati, S.E.")
        with self.qtbot.waitSignal(step.mending.dialog.saved, timeout=10_000):
            step.mending.dialog.done_button.click()
        self.qtbot.waitUntil(lambda: step.settled, timeout=10_000)

    def _open_paper(self, step, key):
        step.list.choose(next(entry for entry in step.list.entries if entry.key == key))

    def _save(self, step, key, target):
        self._open_paper(step, key)
        self.qtbot.waitUntil(lambda: step.settled, timeout=20_000)
        with self.qtbot.waitSignal(step.output.saved, timeout=20_000):
            step.save_file(target)
        self.qtbot.waitUntil(step.foot.save_button.isEnabled)  # the job has ended, the next may begin

    def _issue_numbers(self, step):
        self._open_paper(step, "terbit")
        self.qtbot.waitUntil(lambda: step.settled and step.foot.issue_button.isEnabled(), timeout=20_000)
        step.foot.issue_button.click()
        question = step.window().findChild(ConfirmDialog)
        with self.qtbot.waitSignal(step.numbers.issued, timeout=20_000):
            question.yes_button.click()
        register = services_of(self.window).certificates.register(self.kegiatan.id)
        assert [c.number[:3] for c in register] == [f"{n:03d}" for n in range(1, PEOPLE + 1)]


def _words(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    words = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    return " ".join(words.replace("\u00a0", " ").split())
