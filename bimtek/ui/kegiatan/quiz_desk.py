"""What the quiz step does: draw forms, open and close tests, and know how far everybody is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bimtek.domain.errors import BimtekError
from bimtek.domain.form import Form
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Participation
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.text import Text, _
from bimtek.services.quiz_run import TEST_NAMES, Standing
from bimtek.ui.context import UiContext
from bimtek.ui.tasks import Task


class QuizDesk(QObject):
    """Both tests of one kegiatan, one of them chosen."""

    changed = Signal()
    said = Signal(object, object)  # Text, and how to undo it or None
    failed = Signal(object)  # BimtekError
    busy = Signal(bool)

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._quizzes = context.services.quizzes
        self.kegiatan: Kegiatan = context.services.planning.get(kegiatan_id)
        self.kind = TestKind.PRE
        self.rounds: dict[TestKind, Round] = {}
        self.standings: dict[TestKind, list[Standing]] = {}
        self._reading: Task | None = None

    @property
    def known(self) -> bool:
        """True once the standings were read."""
        return self.settled or bool(self.standings)

    @property
    def settled(self) -> bool:
        """True when the standings are those that were asked for last."""
        return self._reading is None

    @property
    def item(self) -> Round | None:
        """The chosen test, None while it is not drawn."""
        return self.rounds.get(self.kind)

    @property
    def form(self) -> Form | None:
        """The form of the chosen test."""
        return self._quizzes.form(self.item) if self.item is not None else None

    @property
    def has_modules(self) -> bool:
        """True when there is a module to draw questions from."""
        return bool(self.kegiatan.modules or any(item.module for item in self.kegiatan.agenda))

    @property
    def begun(self) -> bool:
        """True when somebody has begun either test: the questions then stay as they are."""
        return any(s.attempt is not None for standings in self.standings.values() for s in standings)

    def read(self) -> None:
        """Read the tests again at once, and on a worker how far everybody is; `changed` tells of both."""
        self.kegiatan = self._context.services.planning.get(self._kegiatan_id)
        self.rounds = self._quizzes.rounds(self._kegiatan_id)
        self._reading = reading = self._context.tasks.run(
            lambda progress: self._quizzes.all_standings(self._kegiatan_id),
            self,
            done=lambda standings: self._on_read(reading, standings),
            failed=lambda error: self._on_not_read(reading, error),
        )
        self.changed.emit()

    def choose(self, kind: TestKind) -> None:
        """Look at the other test."""
        self.kind = kind
        self.changed.emit()

    def choose_current(self) -> None:
        """Look at the test that is next: pre-test until it is closed."""
        pre = self.rounds.get(TestKind.PRE)
        post_next = pre is not None and pre.status == "tutup"
        self.kind = TestKind.POST if post_next else TestKind.PRE

    def prepare(self) -> None:
        """Draw both forms, anew when nobody has begun."""
        kegiatan = self.kegiatan
        self._run(lambda: self._quizzes.prepare(kegiatan), _("Soal pre-test dan post-test sudah disusun."))

    def open(self, kind: TestKind | None = None) -> None:
        """Let people answer."""
        item = self.rounds.get(kind or self.kind)
        if item is not None:
            said = _("{test} dibuka.", test=TEST_NAMES[item.kind])
            self._run(lambda: self._quizzes.open(item), said)

    def close(self) -> None:
        """Stop answering; a backup is made. Can be taken back."""
        item = self.item
        if item is not None:
            said = _("{test} ditutup. Cadangan dibuat.", test=TEST_NAMES[item.kind])
            self._run(lambda: self._quizzes.close(item), said, partial(self.open, item.kind))

    def let_go_on(self, who: Participation) -> None:
        """Let somebody who handed in by mistake go on."""
        item = self.item
        if item is not None:
            said = _("{name} dapat melanjutkan.", name=who.person.name.full)
            self._run(lambda: self._quizzes.reopen(item, who), said)

    def _on_read(self, reading: Task, standings: dict[TestKind, list[Standing]]) -> None:
        if reading is self._reading:
            self._reading, self.standings = None, standings
            self.changed.emit()

    def _on_not_read(self, reading: Task, error: BimtekError) -> None:
        if reading is self._reading:
            self._reading = None
        self.failed.emit(error)

    def _run(self, job: Callable[[], object], said: Text, undo: Callable[[], object] | None = None) -> None:
        self.busy.emit(True)
        self._context.tasks.run(
            lambda progress: (job(), said, undo),
            self,
            done=self._on_done,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def _on_done(self, result: tuple[object, Text, Callable[[], object] | None]) -> None:
        self.read()
        self.said.emit(result[1], result[2])

    def _on_failed(self, error: BimtekError) -> None:
        self.failed.emit(error)

    def _on_ended(self) -> None:
        self.busy.emit(False)
