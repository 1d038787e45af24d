"""The window on the projector: the stage and nothing else, no dialog, no list, no name."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPalette, QResizeEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.presentation.pictures import SlidePictures
from bimtek.ui.presentation.show import Show
from bimtek.ui.presentation.stage_view import StageView
from bimtek.ui.widgets.labels import label

HINT_MS = 3_000
_FREE = 32
_HINT = _("Esc: selesai · Tab: catatan penyaji · N: layar tenang · P: tunjuk")


class ProjectorWindow(QWidget):
    """Frameless and full screen; black around the stage when the screen has another shape."""

    def __init__(self, show: Show, pictures: SlidePictures, title: Text | str) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._talk = show
        language.put(self, _("Bimtek – layar proyektor"), "setWindowTitle")
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.stage = StageView(show, pictures, title)
        language.put(self.stage, _("Slide"), "setAccessibleName")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stage)
        self.hint = label(_HINT, "hint", wrap=False)
        self.hint.setParent(self)
        self.hint.hide()
        self.hint_timer = QTimer(self)
        self.hint_timer.setSingleShot(True)
        self.hint_timer.timeout.connect(self.hint.hide)
        show.film.changed.connect(self._place_hint)  # captions have the lower edge

    def show_on(self, screen: QScreen, *, alone: bool) -> None:
        """Fill a screen; alone on the laptop it says for three seconds how to leave."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.hint.setVisible(False)
        if alone:
            self.say_briefly(_HINT)
            self.activateWindow()

    def say_briefly(self, text: Text) -> None:
        """Show one sentence for three seconds."""
        language.put(self.hint, text)
        self.hint.show()
        self._place_hint()
        self.hint_timer.start(HINT_MS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the whole screen, whatever its shape."""
        super().resizeEvent(event)
        self.stage.aspect = min(max(self.width() / max(self.height(), 1), 5 / 4), 16 / 9)
        self._place_hint()

    def changeEvent(self, event: QEvent) -> None:
        """Give the sentence the room it needs, in larger words or another language."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "hint"):
            QTimer.singleShot(0, self, self._place_hint)

    def _place_hint(self) -> None:
        """In one line at the bottom, in several where the screen is too narrow; at the top over a film."""
        self.hint.setWordWrap(False)
        room = self.width() - 2 * _FREE
        if self.hint.sizeHint().width() > room:
            self.hint.setWordWrap(True)
            self.hint.setFixedSize(room, self.hint.heightForWidth(room))
        else:
            self.hint.setFixedSize(self.hint.sizeHint())
        low = _FREE if self._talk.film.on else self.height() - self.hint.height() - _FREE
        self.hint.move((self.width() - self.hint.width()) // 2, low)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Alt+F4 on the projector ends the show, it does not leave it half open."""
        event.ignore()
        self._talk.end()
