"""Builds the services for one data folder: the only place where the parts meet."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bimtek.domain.clock import Clock, SystemClock
from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.host.data_folder import DataFolder
from bimtek.host.files import sweep, write_bytes
from bimtek.host.lock import FolderLock
from bimtek.host.log import start_log
from bimtek.host.paths import asset, shipped_modules
from bimtek.services.settings import Settings
from bimtek.storage.settings import SettingRepository
from bimtek.storage.store import Store

if TYPE_CHECKING:
    from bimtek.services.attendance import Attendance
    from bimtek.services.backup import Backup
    from bimtek.services.blora import Blora
    from bimtek.services.certificates import Certificates
    from bimtek.services.channels import Channels
    from bimtek.services.first_run import FirstRun
    from bimtek.services.history import History
    from bimtek.services.importing import Importing
    from bimtek.services.law import LawLibrary
    from bimtek.services.letterhead import Letterheads
    from bimtek.services.library import ModuleLibrary
    from bimtek.services.overview import Overview
    from bimtek.services.own_slides import OwnSlideShow
    from bimtek.services.papers.papers import Papers
    from bimtek.services.pin import Pin
    from bimtek.services.places import Places
    from bimtek.services.planning import Planning
    from bimtek.services.quiz_run import QuizRun
    from bimtek.services.readiness import Readiness
    from bimtek.services.registration import Registration
    from bimtek.services.results import Results
    from bimtek.services.safe_clock import SafeClock
    from bimtek.services.sample import Sample
    from bimtek.services.sample_day import SampleDay
    from bimtek.services.sheets import Sheets
    from bimtek.services.teaching import Teaching
    from bimtek.services.unfinished import Unfinished
    from bimtek.storage.attendance import AttendanceRepository
    from bimtek.storage.files import FileRepository
    from bimtek.storage.kegiatan import KegiatanRepository
    from bimtek.storage.people import PeopleRepository
    from bimtek.storage.quizzes import QuizRepository

AFTER_ATTENDANCE = _("absensi ditutup")
AFTER_QUIZ = _("tes ditutup")

Made = TypeVar("Made")


class part(Generic[Made]):  # noqa: N801 - read as a decorator
    """A part of the services, made and its module loaded when it is first asked for.

    Made once also when two threads ask at the same time; a part asks others for what it needs.
    """

    def __init__(self, make: Callable[[Any], Made]) -> None:
        self.__doc__ = make.__doc__
        self._make, self._name = make, make.__name__
        self._making = threading.RLock()

    def __get__(self, services: object, _owner: type[object]) -> Made:
        with self._making:
            kept: dict[str, Made] = vars(services)  # looked at first from now on: no lock after this
            if self._name not in kept:
                kept[self._name] = self._make(services)
            return kept[self._name]


class Services:
    """Everything the window and the command line can do, over one data folder.

    Its modules are imported inside its parts: a start loads what Beranda shows, and no more.
    """

    def __init__(
        self, folder: DataFolder, lock: FolderLock, store: Store, settings: Settings, clock: Clock
    ) -> None:
        self.folder = folder
        self.settings = settings
        self.clock = clock
        self._store = store
        self._lock = lock

    @property
    def after_crash(self) -> bool:
        """True when the last process in this folder did not end well."""
        return self._lock.after_crash

    def warm_up(self) -> None:
        """Make every part, so that no later click waits for one. On a worker."""
        for name, found in vars(type(self)).items():
            if isinstance(found, part):
                getattr(self, name)

    def close(self) -> None:
        """Finish what is queued, close the file, let another process in."""
        self.safe_clock.note()
        self._store.close()
        self._lock.release()

    @part
    def overview(self) -> "Overview":
        """Which kegiatan there are, and where each stands."""
        from bimtek.services.overview import Overview
        from bimtek.storage.summaries import SummaryRepository

        return Overview(SummaryRepository(self._store), lambda kegiatan_id: self.attendance.owed(kegiatan_id))

    @part
    def readiness(self) -> "Readiness":
        """Whether this laptop is ready for the day."""
        from bimtek.services.readiness import Readiness

        return Readiness(self.folder, self.library, self.overview, self.backup, self.safe_clock, self.clock)

    @part
    def planning(self) -> "Planning":
        """Kegiatan: made, changed, removed."""
        from bimtek.services.planning import Planning

        return Planning(self._kegiatan, self.letterheads, self.settings, asset("templat"))

    @part
    def registration(self) -> "Registration":
        """The people of a kegiatan."""
        from bimtek.services.registration import Registration

        return Registration(self._people)

    @part
    def places(self) -> "Places":
        """Provinces down to villages."""
        from bimtek.services.places import Places

        return Places(asset("wilayah"))

    @part
    def importing(self) -> "Importing":
        """Lists of people from files."""
        from bimtek.services.importing import Importing

        return Importing(self.registration, self.planning, self.places, self.backup, self.clock)

    @part
    def sample(self) -> "Sample":
        """The invented example."""
        from bimtek.services.attendance import Attendance
        from bimtek.services.quiz_run import QuizRun
        from bimtek.services.sample import Sample
        from bimtek.services.sample_day import SampleDay

        unsaved_day = SampleDay(  # what is invented is not worth a backup after every closing
            self.registration,
            Attendance(self._store, self._marks, self._people, self._kegiatan, lambda: None),
            QuizRun(self._store, self._quizzes, self._people, self.library.load, lambda: None),
        )
        return Sample(asset("contoh"), self.planning, self.registration, unsaved_day, self.clock)

    @part
    def blora(self) -> "Blora":
        """The Blora day, run from its start to its papers."""
        from bimtek.services.blora import Blora

        return Blora(asset("contoh"), self.planning, self.registration, self.importing, self._day)

    @part
    def attendance(self) -> "Attendance":
        """Who was there."""
        from bimtek.services.attendance import Attendance

        return Attendance(
            self._store,
            self._marks,
            self._people,
            self._kegiatan,
            lambda: self.backup.now(AFTER_ATTENDANCE),
        )

    @part
    def teaching(self) -> "Teaching":
        """The modules of a kegiatan, and the slide each was left at."""
        from bimtek.services.teaching import Teaching
        from bimtek.storage.settings import TeachingRepository

        return Teaching(TeachingRepository(self._store), self.library)

    @part
    def own_slides(self) -> "OwnSlideShow":
        """PDFs that a facilitator shows as slides."""
        from bimtek.services.own_slides import OwnSlideShow
        from bimtek.storage.own_slides import OwnSlidesRepository

        return OwnSlideShow(OwnSlidesRepository(self._store), self._files)

    @part
    def quizzes(self) -> "QuizRun":
        """Pre-test and post-test."""
        from bimtek.services.quiz_run import QuizRun

        return QuizRun(
            self._store,
            self._quizzes,
            self._people,
            self.library.load,
            lambda: self.backup.now(AFTER_QUIZ),
        )

    @part
    def results(self) -> "Results":
        """What the tests say."""
        from bimtek.services.results import Results

        return Results(self._quizzes, self._people, self.quizzes.form)

    @part
    def certificates(self) -> "Certificates":
        """Who may have which paper, and its number."""
        from bimtek.services.certificates import Certificates
        from bimtek.storage.certificates import CertificateRepository

        numbers = CertificateRepository(self._store)
        return Certificates(numbers, self._people, self.attendance, self.results, self.safe_clock)

    @part
    def papers(self) -> "Papers":
        """Every paper of a kegiatan."""
        from bimtek.services.papers.attendance_lists import AttendanceLists
        from bimtek.services.papers.certificate_papers import CertificatePapers
        from bimtek.services.papers.code_slips import CodeSlips
        from bimtek.services.papers.module_cards import ModuleCards
        from bimtek.services.papers.papers import Papers
        from bimtek.services.papers.quiz_papers import QuizPapers

        return Papers(
            self.folder,
            (
                AttendanceLists(self.registration, self.planning, self.letterheads.read),
                CodeSlips(self.registration),
                QuizPapers(self.quizzes, self.results),
                CertificatePapers(self.certificates, self.letterheads.read),
                ModuleCards(self.library.module),
            ),
        )

    @part
    def sheets(self) -> "Sheets":
        """Papers that belong to no kegiatan."""
        from bimtek.services.sheets import Sheets

        return Sheets(self.settings, self.registration, self.channels, self.clock)

    @part
    def library(self) -> "ModuleLibrary":
        """The modules at hand."""
        from bimtek.host import usb
        from bimtek.services.library import ModuleLibrary

        folders = [shipped_modules(), self.folder.modules]
        return ModuleLibrary(folders, usb.module_folders, self.folder.module_verdicts)

    @part
    def laws(self) -> "LawLibrary":
        """The law that modules rest on."""
        from bimtek.services.law import LawLibrary

        return LawLibrary([asset("hukum"), self.folder.laws], self.library, self.clock)

    @part
    def channels(self) -> "Channels":
        """Where help is found, and how fresh each number is."""
        from bimtek.services.channels import Channels
        from bimtek.storage.channels import ChannelRepository

        packs = [asset("kanal.toml"), self.folder.channels]
        return Channels(packs, ChannelRepository(self._store), self.settings, self.clock)

    @part
    def letterheads(self) -> "Letterheads":
        """Logos and images of letterheads."""
        from bimtek.services.letterhead import Letterheads

        return Letterheads(self._files)

    @part
    def safe_clock(self) -> "SafeClock":
        """Whether the clock of this laptop can be trusted."""
        from bimtek.services.safe_clock import SafeClock

        return SafeClock(self.settings, self.clock)

    @part
    def pin(self) -> "Pin":
        """The PIN that guards personal scores and the kiosk."""
        from bimtek.services.pin import Pin

        return Pin(self.settings, self.clock)

    @part
    def first_run(self) -> "FirstRun":
        """Whether somebody opens Bimtek for the very first time."""
        from bimtek.services.first_run import FirstRun

        return FirstRun(self.settings, self.overview, lambda: self.pin.is_set, self.clock)

    @part
    def unfinished(self) -> "Unfinished":
        """What was not finished when the window went away."""
        from bimtek.services.unfinished import Unfinished
        from bimtek.storage.unfinished import UnfinishedRepository

        return Unfinished(UnfinishedRepository(self._store))

    @part
    def history(self) -> "History":
        """What was changed, and taking it back."""
        from bimtek.services.history import History

        return History(self._store)

    @part
    def backup(self) -> "Backup":
        """Copies of all data, and going back to one."""
        from bimtek.services.backup import Backup

        return Backup(self._store, self.folder, self._files, self.settings, self.clock)

    @part
    def _day(self) -> "SampleDay":
        from bimtek.services.sample_day import SampleDay

        return SampleDay(self.registration, self.attendance, self.quizzes)

    @part
    def _kegiatan(self) -> "KegiatanRepository":
        from bimtek.storage.kegiatan import KegiatanRepository

        return KegiatanRepository(self._store)

    @part
    def _people(self) -> "PeopleRepository":
        from bimtek.storage.people import PeopleRepository

        return PeopleRepository(self._store)

    @part
    def _marks(self) -> "AttendanceRepository":
        from bimtek.storage.attendance import AttendanceRepository

        return AttendanceRepository(self._store)

    @part
    def _quizzes(self) -> "QuizRepository":
        from bimtek.storage.quizzes import QuizRepository

        return QuizRepository(self._store)

    @part
    def _files(self) -> "FileRepository":
        from bimtek.storage.files import FileRepository

        return FileRepository(self._store, self.folder.berkas, write_bytes)


def build(data_folder: Path, clock: Clock | None = None) -> Services:
    """Open a data folder, made on first use, and build the services on it.

    Errors: BusyFolderError when another process has it open; DamagedFileError when the file is damaged or
    gone; NewerFileError; FileTroubleError when the folder cannot be made.
    """
    folder = DataFolder(data_folder)
    folder.create()
    with ExitStack() as failed:
        lock = FolderLock(folder.lock)
        failed.callback(lock.release)
        start_log(folder.log)
        if lock.after_crash:
            sweep(folder.root)
        _refuse_lost(folder)
        store = Store(folder.database, clock)
        failed.callback(store.close)
        settings = Settings(SettingRepository(store))  # reads them all: a damaged one is met here
        failed.pop_all()
    return Services(folder, lock, store, settings, clock or SystemClock())


def _refuse_lost(folder: DataFolder) -> None:
    """Never begin anew beside backups: a data file that is gone or empty was there once."""
    if folder.database.exists() and folder.database.stat().st_size:
        return
    from bimtek.services.backup import backups_in

    if backups_in(folder):
        raise DamagedFileError(
            _("Berkas data hilang atau kosong."),
            _("Cadangan Anda tidak tersentuh."),
            _("Pulihkan cadangan terbaru."),
        )
