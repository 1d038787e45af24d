"""What every page is given: the services, the workers, and a few words to the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from bimtek.domain.next_step import Step
from bimtek.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from bimtek.app import Services
    from bimtek.services.importing import Source


class WindowSignals(QObject):
    """What a page may ask of the window; pages never know each other."""

    go = Signal(str)  # key of a place, and perhaps a part of it: "pengaturan/data"
    open_kegiatan = Signal(str)  # id of a kegiatan
    stands_at = Signal(str)  # where the window is now: "modul", "kegiatan", "kegiatan/<id>/absensi"
    new_kegiatan = Signal()  # ask what is needed for a new one
    welcome = Signal()  # the first screen once more
    toast = Signal(object, object)  # Text, and how to undo it: a callable without arguments, or None
    backup_shown = Signal(object, str)  # Text of the chip, and its tone: "" or "warning"
    backup_wanted = Signal()  # make a backup now
    wear = Signal(str, int)  # name of a theme, text size in percent
    calm = Signal(bool)  # whether nothing may move by itself
    restart = Signal(object)  # a job done while nothing has the data open; it returns the Text said after
    trouble = Signal(object)  # BimtekError of what runs beside the work


class UiContext(NamedTuple):
    """Handed to every page's factory once the services stand."""

    services: "Services"
    tasks: TaskRunner
    window: WindowSignals


@runtime_checkable
class Refreshes(Protocol):
    """A page that reads its data again each time it is visited."""

    def refresh(self) -> None:
        """Show what is true now."""


@runtime_checkable
class OpensKegiatan(Protocol):
    """The page that shows one kegiatan."""

    def open_kegiatan(self, kegiatan_id: str, step: Step | None = None) -> None:
        """Show this kegiatan, at a step or at what comes next there."""


@runtime_checkable
class OpensPart(Protocol):
    """A page of several parts that others lead to."""

    def open_part(self, part: str) -> None:
        """Show the part that holds this; an unknown one changes nothing."""


@runtime_checkable
class OpensPerson(Protocol):
    """The page of everybody."""

    def open_person(self, person_id: str, name: str) -> None:
        """Show this person."""


@runtime_checkable
class StartsSearch(Protocol):
    """A page whose search field must be brought up first."""

    def start_search(self) -> None:
        """Put the keyboard into the search field."""


@runtime_checkable
class CreatesKegiatan(Protocol):
    """The page that asks what a new kegiatan is."""

    def new_kegiatan(self) -> None:
        """Open the form."""


@runtime_checkable
class TakesPeople(Protocol):
    """The step to which a list goes that came with a new kegiatan."""

    def bring_people(self, source: "Source", pasted: str, then: Callable[[], object]) -> None:
        """Import it, or show it when it needs a look; call `then` when that is over."""


@runtime_checkable
class PrintsBlankList(Protocol):
    """The step that prints papers."""

    def print_blank_list(self) -> None:
        """Ask for a printer for the attendance list without names."""
