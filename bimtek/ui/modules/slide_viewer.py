"""One slide large, with what the facilitator says beside it; arrow keys turn."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, _
from bimtek.ui import language, theme
from bimtek.ui.modules.slide_picture import SlideShelf
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

_SIZE = QSize(768, 432)
_BESIDE, _BELOW = 380, 190  # what notes and buttons need
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
}


class SlideViewer(Dialog):
    """`index` is the slide that is shown."""

    def __init__(self, shelf: SlideShelf, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, _("Slide modul"))
        self._shelf, self.index = shelf, index
        self.picture = label(wrap=False)
        self._size = self._fitting()
        self.picture.setFixedSize(self._size)
        self.sensitive = Notice(NO_TEXT, "warning")
        self.position = label("", "strong", wrap=False)
        self.back_button = buttons.icon_button("chevron-left", _("Slide sebelumnya"), framed=True)
        self.back_button.clicked.connect(lambda: self.turn(-1))
        self.next_button = buttons.icon_button("chevron-right", _("Slide berikutnya"), framed=True)
        self.next_button.clicked.connect(lambda: self.turn(1))
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        language.put(self.notes, _("Catatan pengajar"), "setAccessibleName")
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        self._lay_out()
        self._show()
        self.close_button.setFocus()

    def turn(self, step: int) -> None:
        """Show another slide; at the ends nothing happens."""
        self.index = min(max(self.index + step, 0), len(self._shelf.module.slides) - 1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn with the keys of a presentation."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.turn(step)

    def _show(self) -> None:
        slides = self._shelf.module.slides
        slide = slides[self.index]
        ratio = self.devicePixelRatioF()
        drawn = self._shelf.draw(self.index, self._size * ratio)
        drawn.setDevicePixelRatio(ratio)
        self.picture.setPixmap(drawn)
        language.put(self.position, _("Slide {at} dari {count}", at=self.index + 1, count=len(slides)))
        language.put(self.notes, slide.notes or _("Slide ini tanpa catatan."), "setPlainText")
        self.sensitive.setVisible(bool(slide.sensitive))
        self.sensitive.show_notice(slide.sensitive, "warning")
        self.back_button.setEnabled(self.index > 0)
        self.next_button.setEnabled(self.index < len(slides) - 1)

    def _lay_out(self) -> None:
        turn = QHBoxLayout()
        turn.setSpacing(12)
        turn.addWidget(self.back_button)
        turn.addWidget(self.position)
        turn.addWidget(self.next_button)
        turn.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.picture)
        left.addLayout(turn)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(label(_("Catatan pengajar"), "h3"))
        right.addWidget(self.sensitive)
        right.addWidget(self.notes, 1)
        across = QHBoxLayout()
        across.setSpacing(24)
        across.addLayout(left)
        across.addLayout(right, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(16)
        layout.addLayout(across, 1)
        layout.addLayout(foot)
        wide, high = self._size.width() + theme.current().px(400), theme.current().px(600)
        self.resize(QSize(min(wide, 1280), min(high, 700)).boundedTo(self.screen().availableSize()))

    def _fitting(self) -> QSize:
        """The usual size of a slide, smaller on a screen that has no room for it beside and below."""
        room, worn = self.screen().availableSize(), theme.current()
        least = QSize(room.width() - worn.px(_BESIDE), room.height() - worn.px(_BELOW))
        return _SIZE.boundedTo(_SIZE.scaled(least, Qt.AspectRatioMode.KeepAspectRatio))
