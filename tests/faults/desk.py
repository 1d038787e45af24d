"""The real window over one data folder, and what a person does there to edit something in each editor."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time as clock
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from bimtek.app import Services
from bimtek.domain.attendance import Status
from bimtek.domain.next_step import Step
from bimtek.domain.people import Role
from bimtek.domain.quiz import TestKind
from bimtek.ui import editors
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.kiosk.machine import Place
from bimtek.ui.main_window import MainWindow
from bimtek.ui.papers.kinds import NUMBERS
from bimtek.ui.start import Session
from tests.faults.day import somebody
from tests.windows import end_session

PATIENCE_S = 60
TYPED = "Diketik tadi"
LOGO_AT = (12.0, 7.0)  # mm
MODULE = "memahami-ocsea"


def day_for_every_editor(services: Services) -> str:
    """A kegiatan with three people, one present, a test that is open and a number given out; its id."""
    kegiatan = services.blora.plan()
    services.registration.add_all(kegiatan.id, [somebody(n) for n in range(1, 4)])
    first = services.registration.of_kegiatan(kegiatan.id, Role.PESERTA)[0]
    services.attendance.check_in(first, kegiatan.sessions[0].id, consent=True).result()
    services.quizzes.prepare(kegiatan, seed=1)
    services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    services.certificates.issue(services.planning.get(kegiatan.id), override={first.id: "untuk uji"})
    return kegiatan.id


class Desk:
    """A window that runs, and what stands in it."""

    def __init__(self, data: Path, kegiatan_id: str) -> None:
        self.kegiatan_id = kegiatan_id
        self.window = MainWindow()
        self.window.resize(1366, 768)
        opened: list[UiContext] = []
        self.session = Session(data, self.window, opened.append)
        self.window.show()
        self.wait(lambda: bool(opened))
        self.wait(lambda: not self.session._idle.isActive())  # only from then on it keeps where it stands
        self.context = opened[0]
        people = self.context.services.registration.of_kegiatan(kegiatan_id, Role.PESERTA)
        self.people = [who.id for who in people]

    def wait(self, until: Callable[[], object]) -> None:
        """Let the window run until something is so."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < end, "the window never came that far"
            QApplication.processEvents()

    def close(self) -> None:
        """End as a person ends it."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self.window:
                widget.close()
        end_session(self.session)

    @property
    def workspace(self) -> Workspace:
        """The kegiatan that is open."""
        found = self.window.page.workspace
        assert isinstance(found, Workspace)
        return found

    def step(self, key: Step, part: str = "") -> Any:
        """Open a step of the kegiatan."""
        self.window.open_kegiatan(self.kegiatan_id)
        self.workspace.go_to(f"{key.value}/{part}" if part else key.value)
        step: Any = self.workspace.step
        self.wait(lambda: getattr(step, "settled", True))
        return step


def type_into(field: QWidget, text: str = TYPED) -> None:
    """Type over what stands in a field."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def held_by(field: QWidget) -> str:
    """What stands in a field."""
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


@dataclass(frozen=True)
class Visit:
    """`edit` changes something in the editor; `look` opens it anew and returns what stands there."""

    edit: Callable[[Desk], object]
    look: Callable[[Desk], object]
    expected: object = TYPED


def _field(of: Callable[[Desk], QWidget]) -> Visit:
    return Visit(lambda desk: type_into(of(desk)), lambda desk: held_by(of(desk)))


def _facts(desk: Desk) -> QWidget:
    return desk.step(Step.PREPARE, "kegiatan").facts.texts["theme"]


def _line(desk: Desk) -> QWidget:
    agenda = desk.step(Step.PREPARE, "agenda").agenda
    agenda._choose(agenda.sessions[0].agenda[0].id)
    return agenda.line_form.title_field


def _session(desk: Desk) -> QWidget:
    agenda = desk.step(Step.PREPARE, "agenda").agenda
    agenda._choose(agenda.sessions[0].id)
    return agenda.session_form.label_field


def _new_person(desk: Desk) -> QWidget:
    return desk.step(Step.PREPARE, "peserta").people.add().instansi


def _person(desk: Desk) -> QWidget:
    people = desk.step(Step.PREPARE, "peserta").people
    people.edit()
    return people.dialog.instansi


def _import(desk: Desk) -> QWidget:
    return desk.step(Step.PREPARE, "peserta").people.open_import().source_box.edit


def _mark(desk: Desk) -> object:
    step = desk.step(Step.ATTENDANCE)
    step.desk.take(desk.people[1])
    return step


def _marked(desk: Desk) -> object:
    mark = desk.step(Step.ATTENDANCE).desk.roll.get(desk.people[1]).mark
    return mark and mark.status


def _walk_in(desk: Desk) -> QWidget:
    return desk.step(Step.ATTENDANCE).add_walk_in("Orang Baru").office


def _leaving(desk: Desk) -> Any:
    step = desk.step(Step.ATTENDANCE)
    step.list.choose(desk.people[0])
    return step.ask_leave_early().time


def _show_slide(desk: Desk) -> object:
    step = desk.step(Step.PRESENT)
    step.start(MODULE, 0)
    step.presentation.show.go(3)
    return step


def _slide(desk: Desk) -> object:
    card = next(card for card in desk.step(Step.PRESENT).cards if card.key == MODULE)
    return card.position


def _sit(desk: Desk) -> Any:
    step = desk.step(Step.QUIZ)
    step._start_kiosk()
    kiosk, person = step.kiosk, desk.people[1]
    who = desk.context.services.registration.get(person)
    assert who is not None
    kiosk.desk.pick(person)
    kiosk.code.code.setText(who.code)
    kiosk.code.go_button.click()
    desk.wait(lambda: kiosk.desk.machine.place is Place.QUESTION)
    return kiosk


def _answer(desk: Desk) -> object:
    kiosk = _sit(desk)
    while not (tiles := [t for box in kiosk.question.inputs.inputs for t in getattr(box, "tiles", [])]):
        kiosk.question.next_button.click()
    tiles[0].click()
    return kiosk


def _answered(desk: Desk) -> object:
    machine = _sit(desk).desk.machine
    return any(value is not None for question in machine.questions for value in machine.values(question))


def _sheet(desk: Desk) -> Any:
    step = desk.step(Step.QUIZ)
    step.open_keying()
    step.keying.desk.open_sheet(desk.people[1])
    return step.keying


def _key(desk: Desk) -> object:
    keying = _sheet(desk)
    QTest.keyClick(keying.view, Qt.Key.Key_A)
    return keying


def _keyed(desk: Desk) -> object:
    sheet = _sheet(desk).desk.sheet
    return sheet.text(sheet.fields[0])


def _city(desk: Desk) -> QWidget:
    return desk.step(Step.PAPERS).fields.issue.city


def _letterhead(desk: Desk) -> Any:
    step = desk.step(Step.PAPERS)
    step.mending.edit_letterhead()
    dialog = step.mending.dialog
    desk.wait(lambda: all(logo.isVisible() for logo in dialog.editor.canvas.logos))
    return dialog


def _edit_letterhead(desk: Desk) -> object:
    """Write a tier and drag the first logo."""
    dialog = _letterhead(desk)
    type_into(dialog.unit)
    logo = dialog.editor.canvas.logos[0]
    start = logo.rect().center()
    way = (QPointF(*LOGO_AT) - logo.box.topLeft()) * dialog.editor.canvas.scale.ppm
    QTest.mousePress(logo, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(logo, start + way.toPoint())
    QTest.mouseRelease(logo, Qt.MouseButton.LeftButton, pos=logo.rect().center())
    return dialog


def _edited_letterhead(desk: Desk) -> object:
    dialog = _letterhead(desk)
    places = dialog.value().logo_places
    return held_by(dialog.unit), (places[0].x, places[0].y) if places else None


def _signer(desk: Desk) -> QWidget:
    step = desk.step(Step.PAPERS)
    step.edit_signers()
    form = step.mending.dialog.forms["sertifikat", "kanan"]
    form.used.setChecked(True)
    return form.name


def _numbers(desk: Desk) -> Any:
    step = desk.step(Step.PAPERS)
    step.list.choose(next(entry for entry in step.list.entries if entry.key == NUMBERS))
    desk.wait(lambda: step.settled)
    return step.numbers


def _reason_to_void(desk: Desk) -> QWidget:
    numbers = _numbers(desk)
    numbers.parts.choose("register")
    numbers.register.table.selectRow(0)
    numbers.register.revoke_button.click()
    return numbers.register.dialog.reason


def _new_kegiatan(desk: Desk) -> QWidget:
    desk.window.new_kegiatan()
    page: Any = desk.window.page
    desk.wait(lambda: page.dialog is not None)
    return page.dialog.what.hall_field


def _copy(desk: Desk) -> QWidget:
    desk.window.go("kegiatan")
    page: Any = desk.window.page
    page._on_copy(desk.kegiatan_id)
    return page.dialog.title_field


def _setting(desk: Desk) -> QWidget:
    desk.window.go("pengaturan")
    page: Any = desk.window.page
    return page.tab("umum").rows["nama_pengguna"].field


def _welcome(desk: Desk) -> QWidget:
    desk.window.welcome()
    page: Any = desk.window._welcome
    return page.you.fields["nama_pengguna"]


def _channels(desk: Desk) -> Any:
    """The page of channels, read."""
    desk.window.go("modul")
    page: Any = desk.window.page
    page.open_channels()
    desk.wait(lambda: not page.channels.list.waiting.isVisible())
    return page.channels


def _channel(desk: Desk) -> QWidget:
    """The form of the own channel, of a new one when there is none."""
    pages = _channels(desk)
    pages.open_channel(next((s.channel.id for s in pages._book.standings if s.channel.own), "baru"))
    return pages.detail.form.texts["region"]


def _packed(desk: Desk) -> Any:
    pages = _channels(desk)
    pages.open_channel("take-it-down")
    return pages.detail


VISITS: dict[editors.Editor, Visit] = {
    editors.FACTS: _field(_facts),
    editors.LINE: _field(_line),
    editors.SESSION: _field(_session),
    editors.NEW_PERSON: _field(_new_person),
    editors.PERSON: _field(_person),
    editors.IMPORT: _field(_import),
    editors.MARK: Visit(_mark, _marked, Status.HADIR),
    editors.WALK_IN: _field(_walk_in),
    editors.LEAVE: Visit(
        lambda desk: _leaving(desk).show_value(clock(10, 17)),
        lambda desk: _leaving(desk).value(),
        clock(10, 17),
    ),
    editors.SLIDE: Visit(_show_slide, _slide, 3),
    editors.KIOSK: Visit(_answer, _answered, True),
    editors.SHEET: Visit(_key, _keyed, "A"),
    editors.PAPERS: _field(_city),
    editors.LETTERHEAD: Visit(_edit_letterhead, _edited_letterhead, (TYPED, LOGO_AT)),
    editors.SIGNERS: _field(_signer),
    editors.GIVEN: Visit(
        lambda desk: _numbers(desk).candidates.give(desk.people[1], TYPED),
        lambda desk: _numbers(desk).candidates.overrides.get(desk.people[1]),
    ),
    editors.VOID: _field(_reason_to_void),
    editors.NEW_KEGIATAN: _field(_new_kegiatan),
    editors.COPY_KEGIATAN: _field(_copy),
    editors.GENERAL: _field(_setting),
    editors.WELCOME: _field(_welcome),
    editors.CHANNEL: _field(_channel),
    editors.CHANNEL_CALL: Visit(
        lambda desk: _packed(desk).call_button.click(),
        lambda desk: _packed(desk).standing.age,
        0,
    ),
}
