"""Keying paper sheets: who is next, what was keyed before, and storing behind the typist."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import folded, word_begins
from bimtek.domain.people import Participation
from bimtek.domain.quiz import Channel, Round, TestKind
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.progress import Progress
from bimtek.services.quiz_run import Standing
from bimtek.ui import editors
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear, wait
from bimtek.ui.kiosk.sheet import Sheet

REST_MS = 300
Letters = Sequence[Sequence[str]]


class KeyingDesk(QObject):
    """One sheet at a time. The next one opens at once; the last is stored meanwhile."""

    opened = Signal()  # another sheet, or none
    listed = Signal()  # people or their states changed
    stored = Signal(object)  # Participation
    failed = Signal(object, object)  # Participation, BimtekError

    def __init__(
        self, context: UiContext, kegiatan_id: str, kind: TestKind, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id, self.kind = context, kegiatan_id, kind
        self._quizzes = context.services.quizzes
        self.standings: dict[str, Standing] = {}
        self.who: Participation | None = None
        self.sheet: Sheet | None = None
        self.saving: set[str] = set()
        self._kept: dict[str, Letters] = {}  # sheets that could not be stored, or were not finished
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._keep)
        self.read()

    def read(self) -> None:
        """Read again how far everybody is."""
        item = self._round()
        found = self._quizzes.standings(item) if item is not None else []
        self.standings = {standing.participation.id: standing for standing in found}
        self.listed.emit()

    @property
    def uncarried(self) -> tuple[int, ...]:
        """Numbers of the questions that paper cannot carry."""
        item = self._round()
        if item is None:
            return ()
        left_out = {found.id for found in self._quizzes.form(item).uncarried(Channel.KERTAS.value)}
        views = self._quizzes.paper_views(item)
        return tuple(at for at, view in enumerate(views, start=1) if view.id in left_out)

    @property
    def keyed(self) -> int:
        """How many people have handed in, on whatever channel."""
        return sum(standing.done for standing in self.standings.values())

    def find(self, typed: str) -> list[Standing]:
        """Everybody, or those with a word of their name that begins with what was typed."""
        everybody = not folded(typed)
        return [
            standing
            for standing in self.standings.values()
            if everybody or word_begins(standing.participation.person.name.name, typed)
        ]

    def why_not(self, participation_id: str) -> Text:
        """Why nobody may key this sheet now; empty when they may."""
        standing = self.standings.get(participation_id)
        item = self._round()
        if item is None or item.status != "buka":
            return _("Tes ini sedang tidak dibuka. Buka lagi di langkah Kuis.")
        if participation_id in self.saving:
            return _("Lembar ini sedang disimpan.")
        if standing is not None and standing.attempt and standing.attempt.channel is not Channel.KERTAS:
            return _("Orang ini mengerjakan di laptop. Lembarnya tidak perlu dimasukkan.")
        return NO_TEXT

    def open_sheet(self, participation_id: str) -> None:
        """Open the sheet of a person: empty, or as it was keyed before."""
        standing, item = self.standings.get(participation_id), self._round()
        if standing is None or item is None or self.why_not(participation_id):
            return
        self.who = standing.participation
        unfinished = self._context.services.unfinished.get(self._key_of(item, self.who))
        if unfinished:
            self._kept.setdefault(participation_id, unfinished)
        written = self._kept.get(participation_id) or self._quizzes.keyed_letters(item, self.who)
        left_out = {found.id for found in self._quizzes.form(item).uncarried(Channel.KERTAS.value)}
        self.sheet = Sheet(self._quizzes.paper_views(item), written, left_out)
        self.opened.emit()

    def touch(self) -> None:
        """A key was pressed: keep the letters of the open sheet when typing rests."""
        if self.sheet is not None and self.sheet.changed:
            self._timer.start()
            wait(self)

    def flush(self) -> None:
        """Keep now what still waits."""
        if self._timer.isActive():
            self._timer.stop()
            self._keep()

    def has_draft(self, participation_id: str) -> bool:
        """True when letters of this person wait to be finished."""
        item, standing = self._round(), self.standings.get(participation_id)
        unfinished = self._context.services.unfinished
        return bool(item and standing and unfinished.get(self._key_of(item, standing.participation)))

    def close_sheet(self) -> None:
        """Put the sheet away; its letters wait until it is opened again."""
        self.flush()
        self.who, self.sheet = None, None
        self.opened.emit()

    def store(self) -> None:
        """Store the sheet and open the next person's. An empty sheet is only passed over."""
        who, sheet, item = self.who, self.sheet, self._round()
        if who is None or sheet is None or item is None or sheet.unfinished is not None:
            return
        standing = self.standings[who.id]
        if sheet.empty < len(sheet.fields) and (sheet.changed or not standing.done or who.id in self._kept):
            self.flush()
            letters = sheet.letters()
            self._kept[who.id] = letters
            self.saving.add(who.id)
            self._context.tasks.run(
                partial(self._key, item, who, letters),
                self,
                done=self._on_stored,
                failed=partial(self._on_failed, who),
            )
        self._open_next(who.id)
        self.listed.emit()

    def _keep(self) -> None:
        who, sheet, item = self.who, self.sheet, self._round()
        if who is None or sheet is None or item is None:
            return
        kept = self._context.services.unfinished.keep(self._key_of(item, who), sheet.letters())
        hear(editors.SHEET, kept, lambda _done: None, lambda error: self.failed.emit(who, error), self)

    def _key_of(self, item: Round, who: Participation) -> str:
        return f"{editors.SHEET.key}/{item.id}/{who.id}"

    def _open_next(self, after_id: str) -> None:
        ids = list(self.standings)
        place = ids.index(after_id) + 1
        for key in [*ids[place:], *ids[:place]]:
            if key != after_id and not self.standings[key].done and not self.why_not(key):
                self.open_sheet(key)
                return
        self.close_sheet()

    def _key(self, item: Round, who: Participation, letters: Letters, _progress: Progress) -> Participation:
        self._quizzes.key_paper(item, who, letters)
        return who

    def _on_stored(self, who: Participation) -> None:
        self.saving.discard(who.id)
        self._kept.pop(who.id, None)
        if (item := self._round()) is not None:
            self._context.services.unfinished.drop(self._key_of(item, who))
        self.read()
        self.stored.emit(who)

    def _on_failed(self, who: Participation, error: BimtekError) -> None:
        self.saving.discard(who.id)
        self.read()
        self.failed.emit(who, error)

    def _round(self) -> Round | None:
        return self._quizzes.rounds(self._kegiatan_id).get(self.kind)
