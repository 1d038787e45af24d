"""What the facilitator sees on the laptop: now, next, notes, time against plan, and a few big buttons."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import language, theme
from bimtek.ui.presentation.film_bar import FilmBar
from bimtek.ui.presentation.notes import Notes
from bimtek.ui.presentation.overlays import TIME_UP, clock_text
from bimtek.ui.presentation.pictures import SlidePictures
from bimtek.ui.presentation.section_bar import SectionBar
from bimtek.ui.presentation.show import Show, Stage
from bimtek.ui.presentation.stage_view import StageView
from bimtek.ui.presentation.thumbnails import Thumbnails
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

_STRIP_FROM, _SECTIONS_FROM = 600, 500  # lower windows show no strip of slides, no sections
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
        self.strip = Thumbnails(show, pictures)
        self.film_bar = FilmBar(show)
        self.section_bar = SectionBar(show)
        self._planned = sum(part.minutes for part in show.sections) > 0
        self.notice = Notice("", "warning", _("Layar penuh"))
        self.notice.pressed.connect(self.full_screen_wanted)
        self.notice.hide()
        self._make_labels(title)
        self._make_buttons()
        self._lay_out()
        self._give_room(self.screen().availableSize().height())
        self.timer = QTimer(self)
        self.timer.setInterval(1000)
        self.timer.timeout.connect(self.show_time)
        self.timer.start()
        show.changed.connect(self.refresh)
        show.pointed.connect(self._show_pointing)
        show.countdown.ticked.connect(self._show_countdown)
        show.countdown.told.connect(self._tell)
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
            self.section_bar.describe()
        self.next_view.update()
        self._show_countdown()
        self.show_time()

    def show_time(self) -> None:
        """Show the clock, what has passed, and whether that fits the plan."""
        show = self._talk
        self.clock.setText(f"{self._wall_clock():%H.%M}")
        passed, planned = show.elapsed_s, show.planned_s
        self.section_bar.update()
        if not self._planned:
            language.put(self.passed, _("{passed} menit", passed=clock_text(passed)))
            return
        language.put(
            self.passed,
            _("{passed} dari {planned} menit", passed=clock_text(passed), planned=round(planned / 60)),
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
        """Give the slide the room of sections and strip when the window is low."""
        super().resizeEvent(event)
        self._give_room(min(self.height(), self.screen().availableSize().height()))

    def _give_room(self, high: int) -> None:
        worn = theme.current()
        self.strip.setVisible(high >= worn.px(_STRIP_FROM))
        self.section_bar.setVisible(self._planned and high >= worn.px(_SECTIONS_FROM))

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
        if not self._planned:
            self.plan.hide()

    def _show_pointing(self) -> None:
        self.point_button.setChecked(self._talk.pointing)

    def _show_countdown(self) -> None:
        show = self._talk
        running = show.countdown.running
        self.count_button.setVisible(running or show.can_count)
        self.minute_button.setVisible(running)
        language.put(self.count_button, _("Hentikan (T)") if running else _("Waktu (T)"), "set_caption")

    def _tell(self, left: int) -> None:
        announce(self, _("Sisa {left} detik", left=left) if left else TIME_UP)

    def _make_buttons(self) -> None:
        show = self._talk
        self.back_button = buttons.secondary(_("Kembali"), "arrow-left")
        self.next_button = buttons.primary(_("Lanjut"), "arrow-right")
        self.skip_button = buttons.secondary(_("Lewati (L)"), "skip-forward")
        self.end_button = buttons.danger(_("Akhiri"), "x")
        self.count_button = buttons.secondary(_("Waktu (T)"), "timer")
        self.minute_button = buttons.secondary(_("+1 menit"))
        self.point_button = buttons.secondary(_("Tunjuk (P)"), "target")
        self.point_button.setCheckable(True)
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
        self.count_button.clicked.connect(show.toggle_countdown)
        self.minute_button.clicked.connect(show.countdown.add_minute)
        self.point_button.clicked.connect(show.point)
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
            self.count_button,
            self.minute_button,
            self.point_button,
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
        outer.addWidget(self.section_bar)
        outer.addWidget(self.strip)

    def _left(self) -> QVBoxLayout:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.state)
        controls.addStretch(1)
        row = (self.count_button, self.minute_button, self.skip_button)
        for button in (*row, self.back_button, self.next_button):
            controls.addWidget(button)
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(self.stage, 1)
        column.addWidget(self.film_bar)
        column.addLayout(controls)
        return column

    def _right(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.addWidget(label(_("Catatan"), "strong", "secondary", wrap=False))
        head.addStretch(1)
        head.addWidget(self.smaller_button)
        head.addWidget(self.larger_button)
        theme.put(self.next_view, "setMaximumHeight", 170)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(label(_("Berikutnya"), "strong", "secondary", wrap=False))
        column.addWidget(self.next_view, 1)
        column.addLayout(head)
        column.addWidget(self.notes, 2)
        covers = QHBoxLayout()
        covers.setSpacing(8)
        for button in (*self.covers.values(), self.point_button):
            covers.addWidget(button)
        column.addSpacing(4)
        column.addLayout(covers)
        return column
