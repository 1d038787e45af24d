"""Builds the services for one data folder: the only place where the parts meet."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.clock import Clock, SystemClock
from bimtek.domain.errors import DamagedFileError
from bimtek.domain.text import _
from bimtek.host import usb
from bimtek.host.files import sweep, write_bytes
from bimtek.host.lock import FolderLock
from bimtek.host.log import start_log
from bimtek.host.paths import DataFolder, asset, shipped_modules
from bimtek.services.attendance import Attendance
from bimtek.services.backup import Backup, backups_in
from bimtek.services.blora import Blora
from bimtek.services.certificates import Certificates
from bimtek.services.first_run import FirstRun
from bimtek.services.history import History
from bimtek.services.importing import Importing
from bimtek.services.letterhead import Letterheads
from bimtek.services.library import ModuleLibrary
from bimtek.services.overview import Overview
from bimtek.services.own_slides import OwnSlideShow
from bimtek.services.papers.attendance_lists import AttendanceLists
from bimtek.services.papers.certificate_papers import CertificatePapers
from bimtek.services.papers.code_slips import CodeSlips
from bimtek.services.papers.module_cards import ModuleCards
from bimtek.services.papers.papers import Papers
from bimtek.services.papers.quiz_papers import QuizPapers
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
from bimtek.services.settings import Settings
from bimtek.services.sheets import Sheets
from bimtek.services.teaching import Teaching
from bimtek.services.unfinished import Unfinished
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.certificates import CertificateRepository
from bimtek.storage.files import FileRepository
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.own_slides import OwnSlidesRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository
from bimtek.storage.settings import SettingRepository, TeachingRepository
from bimtek.storage.store import Store
from bimtek.storage.unfinished import UnfinishedRepository

AFTER_ATTENDANCE = _("absensi ditutup")
AFTER_QUIZ = _("tes ditutup")


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the window and the command line can do, over one data folder."""

    folder: DataFolder
    clock: Clock
    overview: Overview
    readiness: Readiness
    planning: Planning
    registration: Registration
    places: Places
    importing: Importing
    sample: Sample
    blora: Blora
    attendance: Attendance
    teaching: Teaching
    own_slides: OwnSlideShow
    quizzes: QuizRun
    results: Results
    certificates: Certificates
    papers: Papers
    sheets: Sheets
    library: ModuleLibrary
    letterheads: Letterheads
    settings: Settings
    safe_clock: SafeClock
    pin: Pin
    first_run: FirstRun
    history: History
    unfinished: Unfinished
    backup: Backup
    _store: Store
    _lock: FolderLock

    @property
    def after_crash(self) -> bool:
        """True when the last process in this folder did not end well."""
        return self._lock.after_crash

    def close(self) -> None:
        """Finish what is queued, close the file, let another process in."""
        self.safe_clock.note()
        self._store.close()
        self._lock.release()


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
        services = _services(folder, lock, store, clock or SystemClock())
        failed.pop_all()
    return services


def _refuse_lost(folder: DataFolder) -> None:
    """Never begin anew beside backups: a data file that is gone or empty was there once."""
    empty = not folder.database.exists() or not folder.database.stat().st_size
    if empty and backups_in(folder):
        raise DamagedFileError(
            _("Berkas data hilang atau kosong."),
            _("Cadangan Anda tidak tersentuh."),
            _("Pulihkan cadangan terbaru."),
        )


def _services(folder: DataFolder, lock: FolderLock, store: Store, clock: Clock) -> Services:
    kegiatan = KegiatanRepository(store)
    people = PeopleRepository(store)
    quizzes = QuizRepository(store)
    files = FileRepository(store, folder.berkas, write_bytes)
    settings = Settings(SettingRepository(store))
    letterheads = Letterheads(files)
    backup = Backup(store, folder, files, settings, clock)
    library = ModuleLibrary([shipped_modules(), folder.modules], usb.module_folders)
    marks, numbers = AttendanceRepository(store), CertificateRepository(store)
    taught = TeachingRepository(store)
    attendance = Attendance(store, marks, people, kegiatan, lambda: backup.now(AFTER_ATTENDANCE))
    quiz_run = QuizRun(store, quizzes, people, library.load, lambda: backup.now(AFTER_QUIZ))
    results = Results(quizzes, people, quiz_run.form)
    safe_clock = SafeClock(settings, clock)
    registration = Registration(people)
    certificates = Certificates(numbers, people, attendance, results, safe_clock)
    planning = Planning(kegiatan, letterheads, settings, asset("templat"))
    pin = Pin(settings, clock)
    places = Places(asset("wilayah"))
    importing = Importing(registration, planning, places, backup, clock)
    day = SampleDay(registration, attendance, quiz_run)
    unsaved_day = SampleDay(  # what is invented is not worth a backup after every closing
        registration,
        Attendance(store, marks, people, kegiatan, lambda: None),
        QuizRun(store, quizzes, people, library.load, lambda: None),
    )
    return Services(
        folder=folder,
        clock=clock,
        overview=Overview(kegiatan, people, marks, quizzes, numbers, taught),
        readiness=Readiness(folder, library, planning, backup, safe_clock, clock),
        planning=planning,
        registration=registration,
        places=places,
        importing=importing,
        sample=Sample(asset("contoh"), planning, registration, unsaved_day, clock),
        blora=Blora(asset("contoh"), planning, registration, importing, day),
        attendance=attendance,
        teaching=Teaching(taught, library),
        own_slides=OwnSlideShow(OwnSlidesRepository(store), files),
        quizzes=quiz_run,
        results=results,
        certificates=certificates,
        papers=Papers(
            folder,
            (
                AttendanceLists(registration, planning, letterheads.read),
                CodeSlips(registration),
                QuizPapers(quiz_run, results),
                CertificatePapers(certificates, letterheads.read),
                ModuleCards(library.module),
            ),
        ),
        sheets=Sheets(settings, registration, clock),
        library=library,
        letterheads=letterheads,
        settings=settings,
        safe_clock=safe_clock,
        pin=pin,
        first_run=FirstRun(settings, planning, pin, clock),
        history=History(store),
        unfinished=Unfinished(UnfinishedRepository(store)),
        backup=backup,
        _store=store,
        _lock=lock,
    )
