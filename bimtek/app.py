"""Builds the services for one data folder: the only place where the parts meet."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bimtek.domain.clock import Clock, SystemClock
from bimtek.domain.errors import BimtekError, DamagedFileError
from bimtek.domain.text import _
from bimtek.host import usb
from bimtek.host.files import sweep, write_bytes
from bimtek.host.lock import FolderLock
from bimtek.host.log import start_log
from bimtek.host.paths import DataFolder, asset, shipped_modules
from bimtek.services.attendance import Attendance
from bimtek.services.backup import Backup, backups_in
from bimtek.services.certificates import Certificates
from bimtek.services.history import History
from bimtek.services.importing import Importing
from bimtek.services.letterhead import Letterheads
from bimtek.services.library import ModuleLibrary
from bimtek.services.overview import Overview
from bimtek.services.own_slides import OwnSlideShow
from bimtek.services.papers import Papers
from bimtek.services.pin import Pin
from bimtek.services.places import Places
from bimtek.services.planning import Planning
from bimtek.services.quiz_run import QuizRun
from bimtek.services.readiness import Readiness
from bimtek.services.registration import Registration
from bimtek.services.results import Results
from bimtek.services.safe_clock import SafeClock
from bimtek.services.sample import Sample
from bimtek.services.settings import Settings
from bimtek.services.teaching import Teaching
from bimtek.storage.attendance import AttendanceRepository
from bimtek.storage.certificates import CertificateRepository
from bimtek.storage.files import FileRepository
from bimtek.storage.kegiatan import KegiatanRepository
from bimtek.storage.own_slides import OwnSlidesRepository
from bimtek.storage.people import PeopleRepository
from bimtek.storage.quizzes import QuizRepository
from bimtek.storage.settings import SettingRepository, TeachingRepository
from bimtek.storage.store import Store

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
    attendance: Attendance
    teaching: Teaching
    own_slides: OwnSlideShow
    quizzes: QuizRun
    results: Results
    certificates: Certificates
    papers: Papers
    library: ModuleLibrary
    letterheads: Letterheads
    settings: Settings
    safe_clock: SafeClock
    pin: Pin
    history: History
    backup: Backup
    _store: Store
    _lock: FolderLock

    def close(self) -> None:
        """Finish what is queued, close the file, let another process in."""
        with suppress(BimtekError):  # data that turned out damaged is closed all the same
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
    lock = FolderLock(folder.lock)
    try:
        start_log(folder.log)
        if lock.after_crash:
            sweep(folder.root)
        _refuse_lost(folder)
        store = Store(folder.database, clock)
    except BaseException:
        lock.release()
        raise
    return _services(folder, lock, store, clock or SystemClock())


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
    backup = Backup(store, folder, files, clock)
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
    places = Places(asset("wilayah"))
    importing = Importing(registration, planning, places, backup, clock)
    return Services(
        folder=folder,
        clock=clock,
        overview=Overview(kegiatan, people, marks, quizzes, numbers, taught),
        readiness=Readiness(folder, library, planning, backup, safe_clock, clock),
        planning=planning,
        registration=registration,
        places=places,
        importing=importing,
        sample=Sample(asset("contoh"), planning, registration, importing),
        attendance=attendance,
        teaching=Teaching(taught, library),
        own_slides=OwnSlideShow(OwnSlidesRepository(store), files),
        quizzes=quiz_run,
        results=results,
        certificates=certificates,
        papers=Papers(
            folder,
            planning,
            registration,
            attendance,
            quiz_run,
            results,
            certificates,
            letterheads,
            library.module,
        ),
        library=library,
        letterheads=letterheads,
        settings=settings,
        safe_clock=safe_clock,
        pin=Pin(settings, clock),
        history=History(store),
        backup=backup,
        _store=store,
        _lock=lock,
    )
