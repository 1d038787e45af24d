"""Thanks without a score, and the warning before the names come back by themselves."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import icons, language
from bimtek.ui.kiosk.parts import KioskPage, button
from bimtek.ui.widgets.announce import Countdown
from bimtek.ui.widgets.labels import label


class EndPage(KioskPage):
    """One sentence for whoever is done, and the way to the next person."""

    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.picture = label()
        self.title = label("", "kiosk-title")
        self.words = label("", "kiosk", "secondary")
        for part in (self.picture, self.title, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.next_button = button(_("Orang berikutnya"), "kiosk-primary")
        self.next_button.clicked.connect(self.next_wanted)
        self.body.addStretch(1)
        for part in (self.picture, self.title, self.words):
            self.body.addWidget(part)
        self.body.addSpacing(16)
        self.body.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addStretch(2)

    def show_end(self, title: Text, words: Text, icon: str, tone: str) -> None:
        """Show how it ended."""
        icons.put_picture(self.picture, icon, tone, 96)
        language.put(self.title, title)
        language.put(self.words, words)

    def forget(self) -> None:
        """Take the name off the screen."""
        for words in (self.title, self.words):
            language.put(words, NO_TEXT)

    def focus(self) -> None:
        """Enter brings the next person."""
        self.next_button.setFocus()


class IdleWarning(QFrame):
    """Covers the kiosk for the last seconds: nobody reads on while the owner is away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hero")
        self.title = label(_("Masih di sana?"), "kiosk-title")
        self.words = label("", "kiosk")
        self.stay_button = button(_("Lanjutkan"), "kiosk-primary")
        self.stay_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # any key is enough
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        for part in (self.title, self.words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addSpacing(24)
        layout.addWidget(self.stay_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self._countdown = Countdown(self)
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Cover everything, and count down."""
        words = _("Layar kembali ke daftar nama dalam {n} detik. Jawaban Anda aman.", n=seconds)
        language.put(self.words, words)
        if not self.isVisible():
            parent = self.parentWidget()
            if parent is not None:
                self.setGeometry(parent.rect())
            self.show()
            self.raise_()
        self._countdown.tell(seconds, words)

    def clear(self) -> None:
        """Uncover."""
        language.put(self.words, NO_TEXT)
        self._countdown.clear()
        self.hide()
