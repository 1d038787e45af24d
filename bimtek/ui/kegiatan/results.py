"""Hasil: what the group learned, and what to explain again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import percent
from bimtek.domain.next_step import Step
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.progress import Progress
from bimtek.services.results import KegiatanResults, TopicResult
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.kegiatan.figures import FORMULA, both_gains, cautions, gain_tile, mean_tile
from bimtek.ui.kegiatan.personal_scores import PersonalScores
from bimtek.ui.kegiatan.quiz import aspect_word
from bimtek.ui.kegiatan.step_page import StepPage
from bimtek.ui.messages import show_error
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.before_after_chart import BeforeAfterChart, Pair
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label, line
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.stat_tile import StatTile

Read = tuple[int, dict[TestKind, Round], KegiatanResults]


class ResultsStep(StepPage):
    """Three figures, their limits, every topic before and after; single people only behind the PIN."""

    def __init__(self, context: UiContext, kegiatan_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._kegiatan_id = context, kegiatan_id
        self._asked = 0
        self.results: KegiatanResults | None = None
        self._make_parts()
        self._lay_out()
        self.personal.wanted.connect(self._on_personal_wanted)
        self.empty.pressed.connect(lambda: self.step_wanted.emit(Step.QUIZ.value))
        self.print_button.clicked.connect(lambda: self.step_wanted.emit(Step.PAPERS.value))
        self.formula_button.clicked.connect(self._on_formula)
        self.refresh()

    def refresh(self) -> None:
        """Add the answers up again, on a worker."""
        self._asked += 1
        number = self._asked
        services, kegiatan_id = self._context.services, self._kegiatan_id

        def job(_progress: Progress) -> Read:
            return number, services.quizzes.rounds(kegiatan_id), services.results.of_kegiatan(kegiatan_id)

        self._context.tasks.run(job, self, done=self._on_read, failed=self._on_failed)

    # ---- what is shown ----

    def _on_read(self, read: Read) -> None:
        number, rounds, results = read
        if number != self._asked:
            return
        self.results = results
        closed = any(item.status == "tutup" for item in rounds.values())
        self.empty.setVisible(not closed)
        self.main.setVisible(closed)
        self.show_foot(closed)
        if closed:
            self._show_figures(results, rounds)
            self._show_topics(results)
            self.personal.show_people(results.people)

    def _show_figures(self, results: KegiatanResults, rounds: dict[TestKind, Round]) -> None:
        self.pre.show_value(*mean_tile(results, TestKind.PRE))
        self.post.show_value(*mean_tile(results, TestKind.POST))
        self.gain.show_value(*gain_tile(results))
        _empty(self.notices)
        for words in cautions(results, rounds):
            self.notices.addWidget(Notice(words, "warning"))
        of_means, mean = both_gains(results)
        language.put(self.of_means, of_means)
        language.put(self.mean_gain, mean)
        self.gains.setVisible(results.gain.pairs > 0)

    def _show_topics(self, results: KegiatanResults) -> None:
        self.chart.set_pairs([_pair(topic) for topic in results.topics])
        _empty(self.again_list)
        post_taken = results.attempts.get(TestKind.POST, 0) > 0
        self.again_card.setVisible(post_taken)
        wrong = results.explain_again
        if not wrong:
            words = _("Semua topik sudah dijawab benar oleh sedikitnya 70% peserta.")
            self.again_list.addWidget(label(words, tone="success"))
        for at, topic in enumerate(wrong):
            if at:
                self.again_list.addWidget(line())
            self.again_list.addWidget(_explain(topic))

    def _on_formula(self) -> None:
        self.formula.setVisible(self.formula.isHidden())

    def _on_failed(self, error: BimtekError) -> None:
        show_error(self, error)

    def _on_personal_wanted(self) -> None:
        if self.results is not None:
            self.personal.reveal(self.results.people)

    # ---- parts ----

    def _make_parts(self) -> None:
        self.pre = StatTile(_("Rata-rata pre-test"))
        self.post = StatTile(_("Rata-rata post-test"))
        self.gain = StatTile(_("N-gain"))
        self.notices = QVBoxLayout()
        self.notices.setSpacing(8)
        self.of_means = label("", "strong")
        self.mean_gain = label("", "strong")
        self.formula_button = buttons.quiet(_("Cara menghitung"), "circle-help")
        self.formula = label(FORMULA, "caption", "secondary")
        self.formula.hide()
        self.gains = Card(kind="sunken")
        self.chart = BeforeAfterChart()
        language.put(self.chart, _("Setiap topik sebelum dan sesudah"), "setAccessibleName")
        self.chart_card = Card(_("Setiap topik, sebelum dan sesudah"))
        self.again_list = QVBoxLayout()
        self.again_list.setSpacing(12)
        self.again_card = Card(_("Yang perlu dijelaskan lagi"))
        self.personal = PersonalScores(self._context)
        self.empty = EmptyState(
            "chart-column", _("Hasil muncul setelah kuis ditutup."), _("Buka langkah Kuis")
        )
        self.empty.hide()
        self.print_button = buttons.secondary(_("Cetak rekap nilai"), "printer")

    def _lay_out(self) -> None:
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        for tile in (self.pre, self.post, self.gain):
            tiles.addWidget(tile, 1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.of_means)
        words.addWidget(self.mean_gain)
        across = QHBoxLayout()
        across.addLayout(words, 1)
        across.addWidget(self.formula_button)
        self.gains.body.addLayout(across)
        self.gains.body.addWidget(self.formula)
        self.chart_card.body.addWidget(self.chart)
        self.again_card.body.addLayout(self.again_list)
        self.again_card.body.addStretch(1)
        topics = QHBoxLayout()
        topics.setSpacing(16)
        topics.addWidget(self.chart_card, 3)
        topics.addWidget(self.again_card, 2, Qt.AlignmentFlag.AlignTop)
        self.main = QWidget()
        self.main.hide()
        column = QVBoxLayout(self.main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(tiles)
        column.addLayout(self.notices)
        column.addWidget(self.gains)
        column.addLayout(topics)
        column.addWidget(self.personal)
        column.addStretch(1)
        self.body.addWidget(self.main)
        self.body.addWidget(self.empty)
        self.add_aside(self.print_button)
        self.show_foot(False)


def _pair(topic: TopicResult) -> Pair:
    asked = topic.after or topic.before
    stem = asked.stem if asked is not None else aspect_word(topic.aspect)
    before = topic.before.mean if topic.before is not None else None
    return Pair(stem, before, topic.after.mean if topic.after is not None else None)


def _explain(topic: TopicResult) -> QWidget:
    """One topic to explain again: where it belongs, how many were right, and what to say."""
    asked = topic.after
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    if asked is None or asked.mean is None:
        return part
    head = QHBoxLayout()
    head.addWidget(StatusChip(aspect_word(topic.aspect)))
    head.addStretch(1)
    right: Text = _("{percent} benar", percent=percent(asked.mean))
    head.addWidget(label(right, "strong", "warning", wrap=False))
    column.addLayout(head)
    column.addWidget(label(asked.stem, "strong"))
    column.addWidget(label(asked.explanation or NO_TEXT, "body", "secondary"))
    return part


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
