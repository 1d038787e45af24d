"""What the facilitator sees on the laptop: now, next, notes, time against plan, and a few big buttons."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.presentation.notes import Notes
from bimtek.ui.presentation.show import Show, Stage
from bimtek.ui.presentation.stage_view import SlidePictures, StageView
from bimtek.ui.presentation.thumbnails import Thumbnails
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.focus_ring import FocusRing
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

_STRIP_FROM = 600  # lower windows show no strip of slides
LATE_S = 120  # so far behind or ahead, the plan says so
_STAGES = {
    Stage.NOTE: _("Catatan isi"),
    Stage.BLACK: _("Layar hitam"),
    Stage.WHITE: _("Layar putih"),
    Stage.NEUTRAL: _("Layar tenang"),
}


class PresenterWindow(QWidget):
    """Knows the show and asks it; `full_screen_wanted` is for one screen only."""

    full_screen_wanted = Signal()

    def __init__(
        self,
        show: Show,
        pictures: SlidePictures,
        title: Text | str,
        notes_size: int,
        wall_clock: Callable[[], datetime],
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._talk, self._wall_clock = show, wall_clock
        language.put(self, _("Bimtek – penyaji"), "setWindowTitle")
        self.setProperty("kind", "presenter")
        self.stage = StageView(show, pictures, title, framed=True)
        self.stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys belong to the show
        self.stage.setProperty("ring", "none")
        language.put(self.stage, _("Slide yang tampil"), "setAccessibleName")
        self.next_view = StageView(show, pictures, title, follow=True, framed=True)
        self.notes = Notes(notes_size)
        self.strip = Thumbnails(show, pictures.renderer)
        self.notice = Notice("", "warning", _("Layar penuh"))
        self.notice.pressed.connect(self.full_screen_wanted)
        self.notice.hide()
        self._make_labels(title)
        self._make_buttons()
        self._lay_out()
        self.ring = FocusRing(self)
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self.show_time)
        self.timer.start()
        show.changed.connect(self.refresh)
        self.strip.wanted.connect(show.go)
        self._shown = -1
        self.refresh()

    def refresh(self) -> None:
        """Show where the show stands."""
        show = self._talk
        language.put(
            self.position, _("Slide {number} dari {total}", number=show.index + 1, total=len(show.slides))
        )
        language.put(
            self.typed, _("Ke slide {digits}, tekan Enter", digits=show.digits) if show.digits else ""
        )
        self.skip_button.setVisible(show.stage is Stage.NOTE)
        self.state.setVisible(show.stage in _STAGES)
        if show.stage in _STAGES:
            self.state.show_state(_STAGES[show.stage], "warning")
        for stage, button in self.covers.items():
            button.setChecked(show.stage is stage)
        if self._shown != show.index:
            self._shown = show.index
            self.notes.show_notes(show.slide.notes)
        self.next_view.update()
        self.show_time()

    def show_time(self) -> None:
        """Show the clock, what has passed, and whether that fits the plan."""
        show = self._talk
        self.clock.setText(f"{self._wall_clock():%H.%M}")
        passed, planned = show.elapsed_s, show.planned_s
        language.put(
            self.passed,
            _("{passed} dari {planned} menit", passed=_minutes(passed), planned=round(planned / 60)),
        )
        before = planned - 60.0 * (show.slide.minutes or 0)
        if passed > planned + LATE_S:
            self.plan.show_state(_("Lewat {late} menit", late=round((passed - planned) / 60)), "warning")
        elif passed < before - LATE_S:
            self.plan.show_state(
                _("Lebih cepat {early} menit", early=round((before - passed) / 60)), "primary"
            )
        else:
            self.plan.show_state(_("Sesuai rencana"), "success")

    def warn(self, text: Text | None) -> None:
        """Show or take away a line about the projector."""
        self.notice.setVisible(text is not None)
        if text is not None:
            self.notice.show_notice(text, "warning")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the slide the room of the strip when the window is low."""
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= theme.current().px(_STRIP_FROM))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window ends the show."""
        event.ignore()
        self._talk.end()

    def _make_labels(self, title: Text | str) -> None:
        self.heading = ElidedLabel(title, "h3")
        self.position = label("", "strong", wrap=False)
        self.typed = label("", "strong", "primary", wrap=False)
        self.clock = label("", "clock", wrap=False)
        self.passed = label("", "strong", wrap=False)
        self.plan = StatusChip("", "success")
        self.state = StatusChip("", "warning")
        self.state.hide()

    def _make_buttons(self) -> None:
        show = self._talk
        self.back_button = buttons.secondary(_("Kembali"), "arrow-left")
        self.next_button = buttons.primary(_("Lanjut"), "arrow-right")
        self.skip_button = buttons.secondary(_("Lewati (L)"), "skip-forward")
        self.end_button = buttons.danger(_("Akhiri"), "x")
        self.covers = {
            Stage.BLACK: buttons.secondary(_("Hitam (B)"), "square"),
            Stage.NEUTRAL: buttons.secondary(_("Tenang (N)"), "shield-check"),
        }
        self.smaller_button = buttons.icon_button("minus", _("Kecilkan catatan"))
        self.larger_button = buttons.icon_button("plus", _("Besarkan catatan"))
        self.back_button.clicked.connect(show.retreat)
        self.next_button.clicked.connect(show.advance)
        self.skip_button.clicked.connect(show.skip)
        self.end_button.clicked.connect(show.end)
        self.smaller_button.clicked.connect(lambda: self.notes.resize_text(-1))
        self.larger_button.clicked.connect(lambda: self.notes.resize_text(1))
        for stage, button in self.covers.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, stage=stage: show.cover(stage))
        for button in (
            self.back_button,
            self.next_button,
            self.skip_button,
            self.end_button,
            *self.covers.values(),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the show
        for tool in (self.smaller_button, self.larger_button):
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.heading, 1)
        top.addWidget(self.position)
        top.addWidget(self.typed)
        for widget in (self.passed, self.plan, self.clock, self.end_button):
            top.addWidget(widget)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(12)
        outer.addLayout(top)
        outer.addWidget(self.notice)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(self._left(), 3)
        middle.addLayout(self._right(), 2)
        outer.addLayout(middle, 1)
        outer.addWidget(self.strip)

    def _left(self) -> QVBoxLayout:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.state)
        controls.addStretch(1)
        for button in (self.skip_button, self.back_button, self.next_button):
            controls.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.stage, 1)
        column.addLayout(controls)
        return column

    def _right(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(_("Catatan"), "strong", "secondary", wrap=False))
        head.addStretch(1)
        head.addWidget(self.smaller_button)
        head.addWidget(self.larger_button)
        self.next_view.setMaximumHeight(theme.current().px(170))
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(_("Berikutnya"), "strong", "secondary", wrap=False))
        column.addWidget(self.next_view, 1)
        column.addLayout(head)
        column.addWidget(self.notes, 2)
        covers = QHBoxLayout()
        covers.setSpacing(8)
        for button in self.covers.values():
            covers.addWidget(button)
        column.addSpacing(4)
        column.addLayout(covers)
        return column


def _minutes(seconds: float) -> str:
    """Write seconds as minutes and seconds, as a stopwatch does."""
    return f"{int(seconds) // 60}.{int(seconds) % 60:02d}"
