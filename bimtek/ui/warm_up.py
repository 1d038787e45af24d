"""Loads what the next presses will open, so that none of them waits for it.

What touches Qt is loaded on the main thread, a module at a time while nothing else is to be done: Python
learns a class of Qt when it is first named, and two threads that learn at once end in a crash (PySide6 6.11,
`enum` interrupted in the worker and entered again on the main thread).
"""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal

# Each one little more than the ones before it: a press between two of them is served at once.
KEYS = (
    "bimtek.ui.widgets.fields",
    "bimtek.ui.widgets.data_table",
    "bimtek.ui.messages",
    "bimtek.domain.certificate",
    "bimtek.ui.papers.kinds",
    "bimtek.domain.plan",
    "bimtek.ui.new_kegiatan.what",
    "bimtek.domain.roster.result",
    "bimtek.ui.dialogs.import_people",
    "bimtek.ui.dialogs.new_kegiatan",
    "bimtek.ui.kegiatan.papers",
    "bimtek.ui.kegiatan.present",
    "bimtek.ui.pages.kegiatan_list",
    "bimtek.ui.commands",
)
PLACES = (
    "bimtek.ui.pages.people",
    "bimtek.ui.pages.modules",
    "bimtek.ui.pages.archive",
    "bimtek.ui.pages.settings",
    "bimtek.ui.kegiatan.prepare",
    "bimtek.ui.kegiatan.attendance",
    "bimtek.ui.kegiatan.quiz",
    "bimtek.ui.kegiatan.results",
    "bimtek.ui.dialogs.help_window",
    "bimtek.intake.people_file",
)


def learn_qt() -> None:
    """Learn, on the thread that calls, every class of Qt that a worker uses: for slides, for printers."""
    import bimtek.slides.render
    import bimtek.ui.printing  # noqa: F401


class WarmUp(QObject):
    """`keys_loaded` when the keys of the window can be bound: what they do is most of the window."""

    keys_loaded = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._names = [*KEYS, *PLACES]
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._load_one)

    def begin(self) -> None:
        """Load one after the other, until `stop` or the last."""
        self._timer.start()

    def stop(self) -> None:
        """Load nothing more."""
        self._timer.stop()

    def _load_one(self) -> None:
        name = self._names.pop(0)
        import_module(name)
        if not self._names:
            self._timer.stop()
        if name == KEYS[-1]:
            self.keys_loaded.emit()
