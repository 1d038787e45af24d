"""Every screen a person can meet, by name, on real data: for tests that loop over all, and for pictures.

`fill` puts 0, 3 or 300 rows of everything into fresh services; a `World` then opens screens over them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cached_property
from pathlib import Path
from time import monotonic

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from bimtek.app import Services
from bimtek.domain.blocks import Video
from bimtek.domain.captions import Captions, Cue
from bimtek.domain.errors import RefusedError
from bimtek.domain.kegiatan import Kegiatan, Letterhead, Signatory
from bimtek.domain.logo_place import LogoPlace
from bimtek.domain.names import parse_name
from bimtek.domain.next_step import Step
from bimtek.domain.people import Participation, Person, Role, Sex
from bimtek.domain.place import Place
from bimtek.domain.quiz import TestKind
from bimtek.domain.text import _
from bimtek.host.paths import asset
from bimtek.services.about import SHIPPED
from bimtek.services.planning import NewKegiatan
from bimtek.storage.store import new_id
from bimtek.ui import dressing, editors
from bimtek.ui.commands import WindowCommands
from bimtek.ui.context import UiContext, WindowSignals
from bimtek.ui.dialogs.new_kegiatan import PEOPLE, SUMMARY
from bimtek.ui.dialogs.new_kegiatan import STEPS as NEW_STEPS
from bimtek.ui.kegiatan import STEPS
from bimtek.ui.kegiatan.workspace import Workspace
from bimtek.ui.main_window import MainWindow
from bimtek.ui.new_kegiatan.people import LIST
from bimtek.ui.new_kegiatan.what import USUAL_TITLE
from bimtek.ui.pages import PAGES
from bimtek.ui.pages.welcome import BEGIN, SECRET, YOU
from bimtek.ui.presentation.deck import module_deck
from bimtek.ui.presentation.presentation import Presentation
from bimtek.ui.settings import TABS
from bimtek.ui.tasks import TaskRunner
from tests.films import FakePlayers

DAY = date(2027, 3, 5)
MODULE = "memahami-ocsea"
WORST_NAMES = (
    "Siti Aminah, S.Pd.",
    "Drs. H. <b>Muhammad Fathurrahman</b> Al-Ghifari Kusumawardhana Ningrat, S.Sos., M.Si., M.A.P.",
    "Nur'aini & Ḥalimah",
)
NEW_TITLE = f"{USUAL_TITLE} {WORST_NAMES[1]}"
ANSWERED = 40  # so many people answer whole tests; the rest only hand in
SETTLE_S = 20.0
PIN = "2468"
SAID = "Jangan hapus pesannya. Simpan buktinya, lalu ceritakan kepada orang dewasa yang Anda percaya."
PASTED = "Nama\tL/P\tDesa\n" + "\n".join(f"Tamu Contoh {n}\tP\tNgawen" for n in range(3))


# ---- data ----


def fill(services: Services, rows: int) -> None:
    """Put as many kegiatan and people as `rows`, and all that a day leaves, into empty services."""
    if not rows:
        return
    kegiatan = _plan(services, "Bimtek Perlindungan Anak di Ranah Daring, Desa Ngawen")
    _more_kegiatan(services, kegiatan, rows - 1)
    drafts = [_draft(at) for at in range(rows)]
    team = [replace(_draft(at), role=role) for at, role in enumerate(Role) if role is not Role.PESERTA]
    services.registration.add_all(kegiatan.id, [*drafts, *team])
    kegiatan = services.planning.get(kegiatan.id)
    people = services.registration.of_kegiatan(kegiatan.id, Role.PESERTA)
    _attend(services, kegiatan, people)
    _hold_tests(services, kegiatan, people)
    services.certificates.issue(kegiatan)
    services.pin.set(PIN)
    services.backup.now(_("diminta"))


def _plan(services: Services, title: str) -> Kegiatan:
    place = Place(hall="Balai Desa", desa="Ngawen", kecamatan="Ngawen", kabupaten="Kabupaten Blora")
    made = services.planning.create(
        NewKegiatan(title=title, template="desa-1-hari", first_day=DAY, place=place, organiser="Dinsos")
    )
    services.planning.update(replace(made, code="OC-1")).result()
    signer = Signatory(title_lines=("Kepala Dinas",), name="Budi Contoh", id_number="197001011995032001")
    services.planning.set_signatories(made, [signer]).result()
    return services.planning.get(made.id)


def _more_kegiatan(services: Services, model: Kegiatan, count: int) -> None:
    repository = services.planning._kegiatan
    waiting = [
        repository.add(
            replace(model, id=new_id(), title=f"{model.title} {n}", sessions=(), signatories=()), "contoh"
        )
        for n in range(count)
    ]
    for done in waiting:
        done.result()


def _draft(at: int) -> Participation:
    name = WORST_NAMES[at] if at < len(WORST_NAMES) else f"Peserta Contoh {at}, S.Sos."
    person = Person(
        id="",
        name=parse_name(name),
        sex=(Sex.FEMALE, Sex.MALE)[at % 2],
        unsur=("Perangkat desa", "Kader PKK")[at % 2],
        instansi="Dinas Sosial, Pemberdayaan Perempuan, dan Perlindungan Anak Kabupaten Blora",
        desa="Ngawen",
        kecamatan="Ngawen",
        phone=f"08123456{at:04d}",
        id_kind="NIK",
        id_number=f"33160112{at:08d}",
    )
    return Participation(id="", kegiatan_id="", person=person)


def _attend(services: Services, kegiatan: Kegiatan, people: list[Participation]) -> None:
    waiting = [
        services.attendance.check_in(who, session.id, consent=True)
        for session in kegiatan.sessions
        for who in people
    ]
    for done in waiting:
        done.result()


def _hold_tests(services: Services, kegiatan: Kegiatan, people: list[Participation]) -> None:
    """The pre-test is over; the post-test is open and the last person has not begun it."""
    quizzes = services.quizzes
    quizzes.prepare(kegiatan, seed=7)
    for kind in TestKind:
        item = quizzes.open(quizzes.rounds(kegiatan.id)[kind])
        form, waiting = quizzes.form(item), []
        for at, who in enumerate(
            people if kind is TestKind.PRE else people[: min(ANSWERED, len(people) - 1)]
        ):
            sitting = quizzes.sit(item, who)
            if at < ANSWERED:
                for view in sitting.views:
                    of = form.item(view.id)
                    waiting.append(quizzes.answer(sitting, view.id, list(of.kind.best_values(of.question))))
            waiting.append(quizzes.hand_in(sitting))
        for done in waiting:
            done.result()
        if kind is TestKind.PRE:
            quizzes.close(item)


# ---- opening ----


class World:
    """Services with data and a window over them; `close` ends all that was opened."""

    def __init__(self, services: Services, rows: int) -> None:
        self.services, self.rows = services, rows
        self.tasks = TaskRunner()
        self.context = UiContext(services, self.tasks, WindowSignals())
        self._window: MainWindow | None = None
        self._ends: list[Callable[[], object]] = []

    @property
    def kegiatan(self) -> Kegiatan:
        """The kegiatan that has the rows, as it is now; made when there is none yet."""
        return self.services.planning.get(self._kegiatan_id)

    @cached_property
    def _kegiatan_id(self) -> str:
        known = [name.id for name in self.services.planning.search("", 1000)]
        filled = (one for one in reversed(known) if self.services.planning.get(one).sessions)
        return next(filled, "") or _plan(self.services, "Bimtek Kosong").id

    @cached_property
    def people(self) -> list[Participation]:
        """Its peserta, as they were when first asked for."""
        return self.services.registration.of_kegiatan(self._kegiatan_id, Role.PESERTA)

    @property
    def window(self) -> MainWindow:
        """The main window, open at 1366 × 768."""
        if self._window is None:
            self._window = MainWindow()
            self._commands = WindowCommands(self._window)
            self._window.resize(1366, 768)
            self._window.show()
            self._window.attach(self.context)
            self._window.wake()
            self._window.activateWindow()
            self.settle()
        return self._window

    @property
    def commands(self) -> WindowCommands:
        """What the window can be told."""
        assert self.window is not None
        return self._commands

    def at_end(self, end: Callable[[], object]) -> None:
        """Call this when the world closes."""
        self._ends.append(end)

    def settle(self) -> None:
        """Let everything finish: events, workers, a change of theme, what was thrown away."""
        until, quiet = monotonic() + SETTLE_S, 0
        while quiet < 4 and monotonic() < until:
            if self.tasks.busy:
                self._wait_for_workers()
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            quiet = 0 if self.tasks.busy or dressing.busy() else quiet + 1

    def end_opened(self) -> None:
        """Close and throw away what was opened over the main window."""
        for end in reversed(self._ends):
            end()
        self._ends.clear()
        for above in self._window.findChildren(QWidget) if self._window is not None else ():
            if above.isWindow():
                above.deleteLater()
        self.settle()

    def _wait_for_workers(self) -> None:
        """Asleep, for whoever asks again and again takes the time from them."""
        loop = QEventLoop()
        self.tasks.idle.connect(loop.quit)
        QTimer.singleShot(int(SETTLE_S * 1000), loop, loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close what is open."""
        for end in reversed(self._ends):
            end()
        self.tasks.close()
        if self._window is not None:
            self._window.close()
            shiboken6.delete(self._window)


@dataclass(frozen=True, slots=True)
class EveryScreen:
    """One screen. `make` opens it; it needs at least `least` rows of data."""

    name: str
    make: Callable[[World], QWidget]
    least: int = 0

    def open(self, world: World) -> QWidget:
        """Open it and wait until it is filled."""
        widget = self.make(world)
        world.settle()
        return widget


def _page(key: str, part: str = "") -> Callable[[World], QWidget]:
    def make(world: World) -> QWidget:
        world.commands.open_place(key, part)
        return world.window

    return make


def _numbers(world: World) -> QWidget:
    world.window.go("arsip")
    world.window.page.start_search()
    return world.window


def workspace(world: World) -> Workspace:
    """The kegiatan with the rows, open in the window."""
    world.window.open_kegiatan(world.kegiatan.id)
    found = world.commands.workspace
    assert found is not None
    return found


def _step(key: Step, part: str = "", then: Callable[[World, QWidget], object] | None = None):
    def make(world: World) -> QWidget:
        open_at = workspace(world)
        open_at.go_to(f"{key.value}/{part}" if part else key.value)
        if then is not None:
            world.settle()
            then(world, open_at.step)
        return world.window

    return make


def _dialog(make: Callable[[World], QWidget]) -> Callable[[World], QWidget]:
    def made(world: World) -> QWidget:
        dialog = make(world)
        dialog.open()
        world.at_end(lambda: shiboken6.isValid(dialog) and dialog.done(0))
        return dialog

    return made


def _new_kegiatan(step: str) -> Callable[[World], QWidget]:
    def made(world: World) -> QWidget:
        from bimtek.ui.dialogs.new_kegiatan import NewKegiatanDialog

        dialog = NewKegiatanDialog(world.context, world.services.planning.templates(), world.window)
        dialog.what.title_field.setText(NEW_TITLE)
        if step in (PEOPLE, SUMMARY) and world.rows:
            dialog.people.cards.cards[LIST].click()
            dialog.people.box.edit.setPlainText(PASTED)
            dialog.people.box.hand_over()
        dialog.show_step(step)
        return dialog

    return made


def _copy_kegiatan(world: World) -> QWidget:
    from bimtek.ui.dialogs.copy_kegiatan import CopyKegiatanDialog

    return CopyKegiatanDialog(world.context, world.kegiatan, world.window)


def _import(world: World) -> QWidget:
    from bimtek.ui.dialogs.import_people import ImportPeopleDialog

    return ImportPeopleDialog(world.context, world.kegiatan.id, parent=world.window)


def _import_preview(world: World) -> QWidget:
    dialog = _import(world)
    dialog.read_pasted(PASTED)
    return dialog


def _person(world: World, who: Participation | None) -> QWidget:
    from bimtek.ui.dialogs.person import PersonDialog

    return PersonDialog(world.context, world.kegiatan.id, Role.PESERTA, who, world.window)


def _walk_in(world: World) -> QWidget:
    from bimtek.ui.dialogs.walk_in import WalkInDialog

    return WalkInDialog(world.context, world.kegiatan.id, "Siti Aminah", parent=world.window)


def _leave_early(world: World) -> QWidget:
    from bimtek.ui.dialogs.leave_early import LeaveEarlyDialog

    return LeaveEarlyDialog(world.context, world.people[1], time(11, 30), world.window)


def _reason(world: World) -> QWidget:
    from bimtek.ui.dialogs.reason import ReasonDialog

    return ReasonDialog(
        (world.context, editors.VOID, "contoh"),
        _("Batalkan nomor ini?"),
        _("Nomornya tidak dipakai lagi."),
        _("Batalkan nomor"),
        _("Salah"),
        world.window,
    )


def _print(world: World) -> QWidget:
    from bimtek.ui.dialogs.print_paper import PrintDialog

    return PrintDialog([(841.89, 595.28)], world.window, duplex=True)


def _signers(world: World) -> QWidget:
    from bimtek.ui.dialogs.signatories import SignatoriesDialog

    return SignatoriesDialog(world.context, world.kegiatan, world.window)


def _letterhead(world: World) -> QWidget:
    from bimtek.ui.dialogs.letterhead import LetterheadDialog

    pictures = [asset(f"contoh/logo-contoh-{name}.png") for name in ("kantor", "yayasan")]
    places = (LogoPlace(x=4, y=3, width=22), LogoPlace(x=0, y=2, width=18, from_right=True))
    kop = Letterhead(
        parent="PEMERINTAH KABUPATEN BLORA",
        unit="DINAS PEMBERDAYAAN PEREMPUAN, PERLINDUNGAN ANAK, PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA",
        address_lines=("Jalan Contoh Nomor 1, Blora 58200", "Telepon (0296) 000000"),
        logos=tuple(world.services.letterheads.add_picture(path) for path in pictures),
        logo_places=places,
    )
    return LetterheadDialog(world.context, replace(world.kegiatan, letterhead=kop), world.window)


def _restore(world: World) -> QWidget:
    from bimtek.storage.backup import Contents
    from bimtek.ui.dialogs.restore import RestoreDialog

    return RestoreDialog(
        _("kemarin"), Contents({"kegiatan": 2, "orang": 33}, ("Bimtek Satu", "Bimtek Dua"), 120), world.window
    )


def _help(world: World) -> QWidget:
    from bimtek.ui.dialogs.help import HelpDialog

    return HelpDialog(world.window)


def _help_page(world: World) -> QWidget:
    from bimtek.ui.dialogs.help_window import HelpWindow

    return HelpWindow("langkah-absensi", world.window)


def _forgotten_pin(world: World) -> QWidget:
    from bimtek.ui.dialogs.forgotten_pin import ForgottenPinDialog

    return ForgottenPinDialog(world.context, world.window)


def _recovery_code(world: World) -> QWidget:
    from bimtek.ui.dialogs.recovery_code import RecoveryCodeDialog

    return RecoveryCodeDialog(world.context, "K7QM-2XHB-9RTD", world.window)


def _rehearsal(world: World) -> QWidget:
    from bimtek.ui.dialogs.rehearsal import RehearsalDialog

    return RehearsalDialog(world.context, world.services.overview.page(), "", world.window)


def _history(world: World) -> QWidget:
    from bimtek.ui.dialogs.history import HistoryDialog

    return HistoryDialog(world.context, world.kegiatan.id, world.kegiatan.zone, world.window)


def _recovery(world: World) -> QWidget:
    from bimtek.ui.dialogs.recovery import RecoveryDialog

    error = RefusedError(_("Data Bimtek tidak dapat dibaca."), _("Cadangan Anda utuh."), _("Pilih cadangan."))
    services = world.services
    return RecoveryDialog(error, services.folder, services.clock, world.tasks, world.window)


def _welcome(step: str) -> Callable[[World], QWidget]:
    def make(world: World) -> QWidget:
        world.window.welcome()
        world.settle()
        world.window.page.show_step(step)
        return world.window

    return make


def _licence(world: World) -> QWidget:
    from bimtek.ui.settings.about import LicenceDialog

    return LicenceDialog(SHIPPED[0].name, SHIPPED[0].text(), world.window)


def _pin(world: World) -> QWidget:
    from bimtek.ui.dialogs.pin import PinDialog

    return PinDialog(world.context, _("Kiosk hanya ditutup oleh panitia."), world.window)


def _slide_viewer(world: World) -> QWidget:
    from bimtek.ui.modules.slide_picture import SlideShelf
    from bimtek.ui.modules.slide_viewer import SlideViewer

    return SlideViewer(SlideShelf(world.services.library.module(MODULE)), 3, world.window)


def _error(world: World) -> QWidget:
    from bimtek.ui.messages import ErrorDialog

    error = RefusedError(
        _("Printer tidak menjawab."),
        _("Sertifikat sudah tersimpan sebagai PDF."),
        _("Periksa kabel, lalu tekan Cetak lagi."),
        "waktu habis",
    )
    return ErrorDialog(error, world.window)


def _confirm(world: World, *, danger: bool) -> QWidget:
    from bimtek.ui.messages import ConfirmDialog

    return ConfirmDialog(
        _("Hapus 12 peserta untuk selamanya?"),
        _("Ini tidak dapat diurungkan."),
        _("Hapus 12 peserta"),
        world.window,
        danger=danger,
    )


def _palette(world: World) -> QWidget:
    from bimtek.ui.palette.window import PaletteDialog

    dialog = PaletteDialog(world.commands, world.context, world.window)
    dialog.list.field.setText("pe")
    return dialog


def _keying(world: World) -> QWidget:
    from bimtek.ui.kiosk.keying import KeyingWindow

    return KeyingWindow(world.context, world.kegiatan.id, TestKind.POST, world.window)


def _keying_sheet(world: World) -> QWidget:
    window = _keying(world)
    window.desk.open_sheet(world.people[-1].id)
    return window


def _ready_for_kiosk(world: World) -> Kegiatan:
    kegiatan = world.kegiatan
    if not world.services.quizzes.rounds(kegiatan.id):
        world.services.quizzes.prepare(kegiatan, seed=7)
    return kegiatan


def _kiosk(then: Callable[[World, QWidget], object] = lambda world, kiosk: None):
    def make(world: World) -> QWidget:
        from bimtek.ui.kiosk.window import KioskWindow

        kegiatan = _ready_for_kiosk(world)
        kiosk = KioskWindow(world.context, kegiatan.id, TestKind.POST, world.window, seconds=lambda: 0.0)
        kiosk.resize(1366, 768)
        kiosk.show()
        kiosk.activateWindow()
        world.at_end(lambda: shiboken6.isValid(kiosk) and kiosk.release())
        world.settle()
        then(world, kiosk)
        return kiosk

    return make


def _pick_last(world: World, kiosk: QWidget) -> None:
    kiosk.desk.pick(world.people[-1].id)


def _sit_down(world: World, kiosk: QWidget) -> None:
    _pick_last(world, kiosk)
    kiosk.desk.try_code(world.people[-1].code)
    world.settle()


def _question(at: int):
    def then(world: World, kiosk: QWidget) -> None:
        _sit_down(world, kiosk)
        for _question in range(at):
            kiosk.desk.act(kiosk.desk.machine.next)

    return then


def _review(world: World, kiosk: QWidget) -> None:
    _sit_down(world, kiosk)
    _question(len(kiosk.desk.machine.questions))(world, kiosk)


def _end(world: World, kiosk: QWidget) -> None:
    _sit_down(world, kiosk)
    for _question in kiosk.desk.machine.questions:
        kiosk.desk.act(kiosk.desk.machine.next)
    kiosk.desk.hand_in()


def _idle(world: World, kiosk: QWidget) -> None:
    _sit_down(world, kiosk)
    kiosk.warning.show_left(10)


def _presentation(world: World) -> Presentation:
    deck = module_deck(world.services.library.module(MODULE), asset(""))
    show = Presentation(deck, world.kegiatan.title, start=2, parent=world.window)
    show.open()
    world.at_end(lambda: show.running and show.show.end())
    return show


def _presenter(world: World) -> QWidget:
    show = _presentation(world)
    show.show_notes()
    show.presenter.showNormal()
    show.presenter.resize(1366, 768)
    return show.presenter


def _projector(world: World) -> QWidget:
    return _presentation(world).projector


def _film(world: World) -> Presentation:
    """A film that stands still in the middle of a long caption."""
    module = world.services.library.module(MODULE)
    slide = replace(module.slides[2], blocks=(Video("media/cerita.mp4", "Cerita Rani", ()),))
    players = FakePlayers()
    deck = module_deck(replace(module, slides=(slide, *module.slides[3:])), asset(""))
    show = Presentation(deck, world.kegiatan.title, parent=world.window, players=players)
    show.open()
    world.at_end(lambda: show.running and show.show.end())
    show.show.film.play(Path("cerita.mp4"), Captions((Cue(40_000, 44_000, SAID),)))
    players.last.show_picture("#c8d8e8", (640, 480))
    players.last.moved.emit(41_000)
    show.show.film.pause()
    return show


def _film_presenter(world: World) -> QWidget:
    show = _film(world)
    show.show_notes()
    show.presenter.showNormal()
    show.presenter.resize(1366, 768)
    return show.presenter


def _roles(world: World, step: QWidget) -> None:
    step.people.roles.choose(Role.NARASUMBER.value)


def _personal(world: World, step: QWidget) -> None:
    step.personal.reveal(step.results.people)


def choose_paper(step: QWidget, key: str) -> None:
    """Choose the first paper of a kind in the list of Dokumen."""
    step.list.choose(next(entry for entry in step.list.entries if entry.key == key))


def _paper(key: str):
    return lambda world, step: choose_paper(step, key)


def _register(world: World, step: QWidget) -> None:
    choose_paper(step, "terbit")
    step.numbers.parts.choose("register")


def _number_builder(world: World, step: QWidget) -> None:
    choose_paper(step, "terbit")
    if not step.foot.fields_button.isHidden():  # the fields stand alone in a narrow window
        step.foot.fields_button.setChecked(True)
    step.fields.numbers.certificates.build_button.setChecked(True)


def _test(kind: TestKind):
    return lambda world, step: step.desk.choose(kind)


EVERY_SCREEN: tuple[EveryScreen, ...] = (
    *(EveryScreen(place.key, _page(place.key)) for place in PAGES),
    *(EveryScreen(f"pengaturan-{tab.key}", _page("pengaturan", tab.key)) for tab in TABS[1:]),
    EveryScreen("arsip-nomor", _numbers),
    EveryScreen("modul-satu", _page("modul", MODULE)),
    EveryScreen("hukum", _page("modul", "hukum")),
    EveryScreen("hukum-norma", _page("modul", "hukum/tpks-23")),
    EveryScreen("hukum-diganti", _page("modul", "hukum/ite-27a")),
    EveryScreen("kanal", _page("modul", "kanal")),
    EveryScreen("kanal-satu", _page("modul", "kanal/take-it-down")),
    EveryScreen("kanal-baru", _page("modul", "kanal/baru")),
    *(EveryScreen(f"kegiatan-{step.key.value}", _step(step.key)) for step in STEPS),
    EveryScreen("kegiatan-siapkan-ringkasan", _step(Step.PREPARE, "kegiatan")),
    EveryScreen("kegiatan-siapkan-acara", _step(Step.PREPARE, "agenda")),
    EveryScreen("kegiatan-siapkan-narasumber", _step(Step.PREPARE, "peserta", _roles)),
    EveryScreen("kegiatan-kuis-pre", _step(Step.QUIZ, "", _test(TestKind.PRE)), 3),
    EveryScreen("kegiatan-kuis-post", _step(Step.QUIZ, "", _test(TestKind.POST)), 3),
    EveryScreen("kegiatan-hasil-perorangan", _step(Step.RESULTS, "", _personal), 3),
    EveryScreen("kegiatan-dokumen-terbit", _step(Step.PAPERS, "", _paper("terbit"))),
    EveryScreen("kegiatan-dokumen-register", _step(Step.PAPERS, "", _register)),
    EveryScreen("kegiatan-dokumen-pola", _step(Step.PAPERS, "", _number_builder)),
    EveryScreen("kegiatan-dokumen-sertifikat", _step(Step.PAPERS, "", _paper("sertifikat")), 3),
    EveryScreen("kegiatan-dokumen-rekap", _step(Step.PAPERS, "", _paper("rekap-nilai")), 3),
    *(EveryScreen(f"selamat-datang-{step}", _welcome(step)) for step in (YOU, SECRET, BEGIN)),
    *(EveryScreen(f"dialog-buat-kegiatan-{key}", _dialog(_new_kegiatan(key))) for key, _word in NEW_STEPS),
    EveryScreen("dialog-salin-kegiatan", _dialog(_copy_kegiatan)),
    EveryScreen("dialog-impor", _dialog(_import)),
    EveryScreen("dialog-impor-pratinjau", _dialog(_import_preview)),
    EveryScreen("dialog-orang-baru", _dialog(lambda world: _person(world, None))),
    EveryScreen("dialog-orang", _dialog(lambda world: _person(world, world.people[1])), 3),
    EveryScreen("dialog-tambah-hadir", _dialog(_walk_in)),
    EveryScreen("dialog-pulang-awal", _dialog(_leave_early), 3),
    EveryScreen("dialog-alasan", _dialog(_reason)),
    EveryScreen("dialog-cetak", _dialog(_print)),
    EveryScreen("dialog-penandatangan", _dialog(_signers)),
    EveryScreen("dialog-kop", _dialog(_letterhead)),
    EveryScreen("dialog-pulihkan", _dialog(_restore)),
    EveryScreen("dialog-bantuan", _dialog(_help)),
    EveryScreen("dialog-halaman-bantuan", _dialog(_help_page)),
    EveryScreen("dialog-lupa-pin", _dialog(_forgotten_pin)),
    EveryScreen("dialog-kode-pemulihan", _dialog(_recovery_code)),
    EveryScreen("dialog-gladi-bersih", _dialog(_rehearsal)),
    EveryScreen("dialog-riwayat", _dialog(_history)),
    EveryScreen("dialog-pulihkan-rusak", _dialog(_recovery)),
    EveryScreen("dialog-lisensi", _dialog(_licence)),
    EveryScreen("dialog-pin", _dialog(_pin)),
    EveryScreen("dialog-slide", _dialog(_slide_viewer)),
    EveryScreen("dialog-galat", _dialog(_error)),
    EveryScreen("dialog-tanya", _dialog(lambda world: _confirm(world, danger=False))),
    EveryScreen("dialog-tanya-bahaya", _dialog(lambda world: _confirm(world, danger=True))),
    EveryScreen("palet", _dialog(_palette)),
    EveryScreen("kertas", _dialog(_keying)),
    EveryScreen("kertas-lembar", _dialog(_keying_sheet), 3),
    EveryScreen("kiosk-nama", _kiosk()),
    EveryScreen("kiosk-kode", _kiosk(_pick_last), 3),
    EveryScreen("kiosk-soal", _kiosk(_question(0)), 3),
    EveryScreen("kiosk-soal-akhir", _kiosk(_question(9)), 3),
    EveryScreen("kiosk-periksa", _kiosk(_review), 3),
    EveryScreen("kiosk-selesai", _kiosk(_end), 3),
    EveryScreen("kiosk-diam", _kiosk(_idle), 3),
    EveryScreen("pemateri", _presenter),
    EveryScreen("proyektor", _projector),
    EveryScreen("pemateri-video", _film_presenter),
    EveryScreen("proyektor-video", lambda world: _film(world).projector),
)
