"""The places of the window, in the order of the rail. To add one: its file, and one line in PAGES."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _

if TYPE_CHECKING:
    from bimtek.ui.context import UiContext


class Place(NamedTuple):
    """One place of the rail.

    `factory` imports and builds the page on the first visit, so that the window can paint before
    any page is loaded; `short` is its word when the rail is folded.
    """

    key: str
    icon: str
    title: Text
    short: Text
    factory: "Callable[[UiContext, QWidget], QWidget]"


def _home(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.home import HomePage

    return HomePage(context, parent)


def _kegiatan(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.kegiatan_list import KegiatanPage

    return KegiatanPage(context, parent)


def _people(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.people import PeoplePage

    return PeoplePage(context, parent)


def _modules(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.modules import ModulesPage

    return ModulesPage(context, parent)


def _archive(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.archive import ArchivePage

    return ArchivePage(context, parent)


def _settings(context: "UiContext", parent: QWidget) -> QWidget:
    from bimtek.ui.pages.settings import SettingsPage

    return SettingsPage(context, parent)


PAGES: tuple[Place, ...] = (
    Place("beranda", "house", _("Beranda"), _("Beranda"), _home),
    Place("kegiatan", "calendar-days", _("Kegiatan"), _("Kegiatan"), _kegiatan),
    Place("peserta", "users", _("Peserta"), _("Peserta"), _people),
    Place("modul", "book-open", _("Modul"), _("Modul"), _modules),
    Place("arsip", "archive", _("Arsip & Dokumen"), _("Arsip"), _archive),
    Place("pengaturan", "settings", _("Pengaturan"), _("Atur"), _settings),
)
