"""Where a show stands and what each key does: PowerPoint's keys, and one for a calm screen."""

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal

from bimtek.domain.module import Slide, sections
from bimtek.ui.presentation.countdown import USUAL_MINUTES, Countdown
from bimtek.ui.presentation.film import Film, Players, no_player

_NEXT = {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Down}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Backspace}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOST_DIGITS = 4


class Stage(Enum):
    """What the audience sees."""

    SLIDE = "slide"
    NOTE = "note"  # the content note before a sensitive slide
    BLACK = "black"
    WHITE = "white"
    NEUTRAL = "neutral"


_TOGGLES = {
    Qt.Key.Key_B: Stage.BLACK,
    Qt.Key.Key_Period: Stage.BLACK,
    Qt.Key.Key_W: Stage.WHITE,
    Qt.Key.Key_Comma: Stage.WHITE,
    Qt.Key.Key_N: Stage.NEUTRAL,
}


class Show(QObject):
    """The state of one presentation; knows no window.

    `clock` gives seconds that only grow. A sensitive slide is preceded by its note, once.
    """

    changed = Signal()
    moved = Signal(int)  # index of the slide, for going on after a crash
    ended = Signal(int)
    pointed = Signal()  # the spot moved, came or went
    video_wanted = Signal()

    def __init__(
        self,
        slides: Sequence[Slide],
        start: int,
        clock: Callable[[], float],
        parent: QObject | None = None,
        *,
        players: Players = no_player,
    ) -> None:
        super().__init__(parent)
        if not slides:
            raise ValueError("a show needs a slide")
        self.slides = tuple(slides)
        self._clock = clock
        self._began = clock()
        self._cover: Stage | None = None  # black, white or neutral, over whatever is shown
        self._warned: set[int] = set()
        self.digits = ""
        self.index = self._start = self._within(start)
        self._note = bool(self.slide.sensitive)
        self.sections = sections(self.slides)
        self._spent = [0.0] * len(self.sections)
        self._since = self._began  # when the slide that is on came on
        self.countdown = Countdown(clock, self)
        self.film = Film(players, self)
        self.pointing = False
        self.spot: tuple[float, float] | None = None  # parts of the slide's width and height

    @property
    def slide(self) -> Slide:
        """The slide that is on, or comes after its note."""
        return self.slides[self.index]

    @property
    def following(self) -> int | None:
        """Index of the slide after this one."""
        return self.index + 1 if self.index + 1 < len(self.slides) else None

    @property
    def stage(self) -> Stage:
        """What the audience sees now."""
        if self._cover is not None:
            return self._cover
        return Stage.NOTE if self._note else Stage.SLIDE

    @property
    def elapsed_s(self) -> float:
        """Seconds since the show began."""
        return self._clock() - self._began

    @property
    def planned_s(self) -> float:
        """Seconds planned from the first slide of this show to the end of the one that is on."""
        first, last = min(self._start, self.index), self.index
        return 60.0 * sum(slide.minutes or 0 for slide in self.slides[first : last + 1])

    @property
    def section(self) -> int:
        """Number of the section that is on, from 0."""
        return next(
            number
            for number, part in enumerate(self.sections)
            if part.first <= self.index < part.first + part.count
        )

    def spent_s(self, section: int) -> float:
        """Seconds this show has spent in a section so far."""
        running = self._clock() - self._since if section == self.section else 0.0
        return self._spent[section] + running

    def go(self, index: int) -> None:
        """Show a slide, or its note first when it has one that was not read yet."""
        self._cover, self.digits = None, ""
        index = self._within(index)
        if index != self.index or not self._note:
            self._note = bool(self.slides[index].sensitive) and index not in self._warned
        self._move(index)

    def advance(self) -> None:
        """Uncover the screen, turn from a note to its slide, or go one slide on."""
        if self._cover is not None:
            self.cover(self._cover)
        elif self._note:
            self._note = False
            self._warned.add(self.index)
            self._put_spot(None)
            self.changed.emit()
        else:
            self.go(self.index + 1)

    def retreat(self) -> None:
        """Uncover the screen, or go one slide back."""
        if self._cover is not None:
            self.cover(self._cover)
        else:
            self.go(self.index - 1)

    def skip(self) -> None:
        """Leave out the sensitive slide whose note is shown; at the end, stay with the slide before."""
        if self._note:
            self._note = False
            self.go(self.index + 1 if self.following is not None else self.index - 1)

    def cover(self, stage: Stage) -> None:
        """Cover the screen in black, white or the calm page; the same again uncovers it."""
        self._cover = None if self._cover is stage else stage
        self.digits = ""
        self.film.pause()
        self._put_spot(None)
        self.changed.emit()

    def point(self) -> None:
        """Show the spot, first in the middle, or put it away; there is none on a cover."""
        if self.pointing or self._cover is not None:
            self._put_spot(None)
        else:
            self._put_spot((0.5, 0.5), pointing=True)

    def move_spot(self, place: tuple[float, float] | None) -> None:
        """Follow the mouse over the slide; None when it left."""
        if self.pointing and place != self.spot:
            self._put_spot(place, pointing=True)

    def toggle_countdown(self) -> None:
        """Start the minutes of a slide that people talk about, or take the countdown away."""
        if self.countdown.running:
            self.countdown.stop()
        elif self.can_count:
            self.countdown.start(self.slide.minutes or USUAL_MINUTES)
        self.changed.emit()

    @property
    def can_count(self) -> bool:
        """True on a slide that gives people something to talk about."""
        return self.stage is Stage.SLIDE and self.slide.asks

    def want_video(self) -> None:
        """Play the film of the slide, or let the one that is on pause or go on."""
        if self.stage is not Stage.SLIDE or self.slide.video is None:
            return
        if self.film.on:
            self.film.toggle()
        else:
            self.video_wanted.emit()

    def end(self) -> None:
        """Stop presenting."""
        self.film.stop()
        self.ended.emit(self.index)

    def key(self, key: Qt.Key, text: str = "") -> bool:
        """Do what a key means; False when it means nothing here."""
        if len(text) == 1 and text in "0123456789":
            self.digits = (self.digits + text)[-_MOST_DIGITS:]
            self.changed.emit()
            return True
        if self.stage is Stage.SLIDE and self.film.key(key):
            return True
        if key in _ENTER:
            self._enter()
        elif key in _NEXT:
            self.advance()
        elif key in _BACK:
            self.retreat()
        elif key in _TOGGLES:
            self.cover(_TOGGLES[key])
        else:
            return self._rare_key(key)
        return True

    def _rare_key(self, key: Qt.Key) -> bool:
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: self.go(0),
            Qt.Key.Key_End: lambda: self.go(len(self.slides) - 1),
            Qt.Key.Key_F5: lambda: self.go(0),
            Qt.Key.Key_L: self.skip,
            Qt.Key.Key_P: self.point,
            Qt.Key.Key_T: self.toggle_countdown,
            Qt.Key.Key_Plus: self.countdown.add_minute,
            Qt.Key.Key_V: self.want_video,
            Qt.Key.Key_Escape: self.end,
        }
        action = actions.get(key)
        if action is not None:
            action()
        return action is not None

    def _enter(self) -> None:
        """A number and Enter jumps; Enter alone goes on."""
        if self.digits:
            self.go(int(self.digits) - 1)
        else:
            self.advance()

    def _put_spot(self, place: tuple[float, float] | None, *, pointing: bool = False) -> None:
        if self.pointing or pointing:
            self.pointing, self.spot = pointing, place
            self.pointed.emit()

    def _move(self, index: int) -> None:
        moved = index != self.index
        self._spent[self.section] += self._clock() - self._since
        self._since = self._clock()
        self.index = index
        self._put_spot(None)
        if moved and self.countdown.running and not self.countdown.left_s:
            self.countdown.stop()
        if moved:
            self.film.stop()
            self.moved.emit(index)
        self.changed.emit()

    def _within(self, index: int) -> int:
        return min(max(index, 0), len(self.slides) - 1)
