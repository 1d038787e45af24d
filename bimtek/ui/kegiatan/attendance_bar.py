"""What can be noted about the person of the chosen row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from bimtek.domain.attendance import Status
from bimtek.domain.text import _
from bimtek.services.attendance import Line
from bimtek.ui import language
from bimtek.ui.models.attendance_table import STATUS_WORDS
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.elided import ElidedLabel

_DIRECT = (Status.IZIN, Status.SAKIT, Status.ALPA)


class MarkBar(QFrame):
    """Buttons for izin, sakit, alpa; in a menu: hadir, leaving early, and nothing at all."""

    status_wanted = Signal(object)  # Status
    leave_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sunken")
        self.who = ElidedLabel("", "strong")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.who, 1)
        self.status_buttons: dict[Status, buttons.Button] = {}
        for status in _DIRECT:
            button = buttons.secondary(STATUS_WORDS[status])
            button.clicked.connect(lambda _checked=False, status=status: self.status_wanted.emit(status))
            self.status_buttons[status] = button
            layout.addWidget(button)
        self.more_button = buttons.secondary(_("Lainnya"), "chevron-down")
        layout.addWidget(self.more_button)
        self._make_menu()

    def _make_menu(self) -> None:
        menu = QMenu(self.more_button)
        self.present_action = menu.addAction(language.say(STATUS_WORDS[Status.HADIR]))
        self.present_action.triggered.connect(lambda: self.status_wanted.emit(Status.HADIR))
        self.leave_action = menu.addAction(language.say(_("Pulang lebih awal…")))
        self.leave_action.triggered.connect(self.leave_wanted)
        menu.addSeparator()
        self.clear_action = menu.addAction(language.say(_("Kosongkan catatan")))
        self.clear_action.triggered.connect(self.clear_wanted)
        self.more_button.setMenu(menu)

    def show_line(self, line: Line | None) -> None:
        """Name the person the buttons are about; without one they rest."""
        if line is None:
            self.who.show_text(language.say(_("Pilih seseorang untuk mencatat izin atau sakit.")))
        else:
            self.who.show_text(line.participation.person.name.full)
        noted = line.mark.status if line is not None and line.mark is not None else None
        for status, button in self.status_buttons.items():
            button.setEnabled(line is not None and noted is not status)
        self.more_button.setEnabled(line is not None)
        self.present_action.setEnabled(noted is not Status.HADIR)
        self.leave_action.setEnabled(noted is Status.HADIR)
        self.clear_action.setEnabled(noted is not None)
