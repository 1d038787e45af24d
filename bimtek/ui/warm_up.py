"""Loads on a worker what the next presses will open, so that none of them waits for it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bimtek.app import Services
    from bimtek.services.progress import Progress


def load_keys() -> None:
    """Load what the keys of the window do: most of the window, so its first paint cannot wait for it."""
    import bimtek.ui.commands  # noqa: F401


def warm_up(services: "Services", progress: "Progress") -> None:
    """Make every service, and load the pages of the places, then of the steps of a kegiatan.

    Nothing is built, no widget is touched. Between two loads it can be cancelled.
    """
    for load in (services.warm_up, _places, _steps, _dialogs):
        progress(0, 0)
        load()


def _places() -> None:
    import bimtek.ui.pages.archive
    import bimtek.ui.pages.kegiatan_list
    import bimtek.ui.pages.modules
    import bimtek.ui.pages.people
    import bimtek.ui.pages.settings  # noqa: F401


def _steps() -> None:
    import bimtek.ui.kegiatan.attendance
    import bimtek.ui.kegiatan.papers
    import bimtek.ui.kegiatan.prepare
    import bimtek.ui.kegiatan.present
    import bimtek.ui.kegiatan.quiz
    import bimtek.ui.kegiatan.results  # noqa: F401


def _dialogs() -> None:
    import bimtek.ui.dialogs.help_window
    import bimtek.ui.dialogs.import_people  # noqa: F401
    from bimtek.services.importing import file_suffixes

    file_suffixes()
