"""What can be noted about the person of the chosen row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from bimtek.domain.attendance import Status
from bimtek.domain.text import NO_TEXT, _
from bimtek.services.attendance import Line
from bimtek.ui import language
from bimtek.ui.models.attendance_table import STATUS_WORDS
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label

_DIRECT = (Status.IZIN, Status.SAKIT, Status.ALPA)


class MarkBar(QFrame):
    """Buttons for izin, sakit, alpa; in a menu: hadir, leaving early, and nothing at all."""

    status_wanted = Signal(object)  # Status
    leave_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sunken")
        self.who, self.hint = ElidedLabel("", "strong"), label(_("Pilih nama di daftar."), "strong")
        self.hint.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.who, 1)
        layout.addWidget(self.hint, 1)
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
        self.present_action = menu.addAction("")
        self.present_action.triggered.connect(lambda: self.status_wanted.emit(Status.HADIR))
        self.leave_action = menu.addAction("")
        self.leave_action.triggered.connect(self.leave_wanted)
        menu.addSeparator()
        self.clear_action = menu.addAction("")
        self.clear_action.triggered.connect(self.clear_wanted)
        language.put(self.present_action, STATUS_WORDS[Status.HADIR])
        language.put(self.leave_action, _("Pulang lebih awal…"))
        language.put(self.clear_action, _("Kosongkan catatan"))
        self.more_button.setMenu(menu)

    def show_line(self, line: Line | None) -> None:
        """Name the person the buttons are about; without one they rest."""
        self.hint.setVisible(line is None)
        self.who.setVisible(line is not None)
        self.who.show_text(line.participation.person.name.full if line is not None else NO_TEXT)
        noted = line.mark.status if line is not None and line.mark is not None else None
        for status, button in self.status_buttons.items():
            button.setEnabled(line is not None and noted is not status)
        self.more_button.setEnabled(line is not None)
        self.present_action.setEnabled(noted is not Status.HADIR)
        self.leave_action.setEnabled(noted is Status.HADIR)
        self.clear_action.setEnabled(noted is not None)
