"""Which page of help belongs to the screen or dialog somebody is on."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from bimtek.services.help import FIRST

NO_HELP = ""
# By class, so that asking loads no screen. A dialog that is not named belongs to what it stands over.
TOPICS: dict[str, str] = {
    "NewKegiatanDialog": "buat-kegiatan",
    "CopyKegiatanDialog": "buat-kegiatan",
    "ImportPeopleDialog": "impor-peserta",
    "PersonDialog": "orang",
    "WalkInDialog": "orang",
    "LeaveEarlyDialog": "langkah-absensi",
    "KeyingWindow": "jawaban-kertas",
    "ReasonDialog": "langkah-dokumen",
    "LetterheadDialog": "kop",
    "SignatoriesDialog": "penandatangan",
    "PrintDialog": "cetak",
    "PinDialog": "pin",
    "ForgottenPinDialog": "pin",
    "RecoveryCodeDialog": "pin",
    "RehearsalDialog": "gladi-bersih",
    "HistoryDialog": "riwayat",
    "RestoreDialog": "kalau-laptop-rusak",
    "RecoveryDialog": "kalau-laptop-rusak",
    "SlideViewer": "modul",
    "LicenceDialog": "pengaturan",
    "PresenterWindow": NO_HELP,  # on one screen the hall would read along
    "ProjectorWindow": NO_HELP,
    "KioskWindow": NO_HELP,  # participants stand there
    "HelpWindow": NO_HELP,
    "HelpDialog": NO_HELP,
}


@runtime_checkable
class HasHelp(Protocol):
    """A screen of several parts that knows which page belongs to the open one."""

    @property
    def help_topic(self) -> str:
        """Key of the page."""


def topic_of(widget: QWidget | None) -> str:
    """The page of a widget or of what it stands in or over; "" where help is not offered."""
    topics = list(_topics(widget))
    return NO_HELP if NO_HELP in topics else next(iter(topics), FIRST)


def _topics(widget: QWidget | None) -> Iterator[str]:
    """The topics of a widget and of everything around and below it, the nearest first."""
    while widget is not None:
        name = type(widget).__name__
        if name in TOPICS:
            yield TOPICS[name]
        elif isinstance(widget, HasHelp):
            yield widget.help_topic
        widget = widget.parentWidget()
