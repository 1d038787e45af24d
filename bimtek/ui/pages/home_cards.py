"""The cards of Beranda: the kegiatan in focus, and the other ones."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.formatting import date_list, long_date_list
from bimtek.domain.next_step import Standing, next_step, progress_text
from bimtek.domain.text import Text, _, joined
from bimtek.storage.summaries import KegiatanSummary
from bimtek.ui import language
from bimtek.ui.when import when
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.link_row import LinkRow


class FocusCard(QFrame):
    """When, what, where; what comes next; and the button that goes there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "hero")
        self.chip, self.sample = StatusChip(), StatusChip(_("Contoh"), "warning")
        self.title = label("", "h2")
        self.facts = label("", "body")
        self.step = label("", "h3")
        self.figures = label("", "body")
        self.continue_button = buttons.primary(_("Lanjutkan"), "arrow-right")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.chip)
        top.addWidget(self.sample)
        top.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(_("Langkah berikutnya"), "caption"))
        words.addWidget(self.step)
        words.addWidget(self.figures)
        low = QVBoxLayout()
        low.addStretch(1)
        low.addWidget(self.continue_button)
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addLayout(words, 1)
        foot.addLayout(low)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 24)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.title)
        layout.addWidget(self.facts)
        layout.addSpacing(16)
        layout.addLayout(foot)

    def show_kegiatan(self, kegiatan: KegiatanSummary, standing: Standing, today: date) -> None:
        """Show one kegiatan and its next step."""
        self.chip.show_state(*_said(kegiatan, today))
        self.sample.setVisible(kegiatan.sample)
        language.put(self.title, kegiatan.short or kegiatan.title)
        facts = (long_date_list(kegiatan.dates), kegiatan.place)
        language.put(self.facts, " · ".join(part for part in facts if part))
        found = next_step(standing, today)
        progress = progress_text(standing, found.step)
        step = _("{what} ({progress})", what=found.what, progress=progress) if progress else found.what
        language.put(self.step, step)
        language.put(self.figures, joined(_figures(standing)))


class RecentCard(Card):
    """The last kegiatan, each one press away."""

    opened = Signal(str)  # id of the kegiatan

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Kegiatan lain"), parent)
        self.body.setSpacing(0)
        self.rows: list[LinkRow] = []
        self._shown: list[KegiatanSummary] = []

    def show_kegiatan(self, shown: Sequence[KegiatanSummary], today: date) -> None:
        """Show these; the card hides when there are none."""
        self._shown = list(shown)
        for place in range(len(self.rows), len(shown)):
            row = LinkRow()
            row.clicked.connect(lambda _checked=False, place=place: self.opened.emit(self._shown[place].id))
            self.rows.append(row)
            self.body.addWidget(row)
        for row, kegiatan in zip(self.rows, shown, strict=False):
            state, tone = when(kegiatan.dates, today)
            facts = " · ".join(part for part in (date_list(kegiatan.dates), kegiatan.place) if part)
            row.show_row(kegiatan.title, facts, state, tone or "secondary")
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
        self.setVisible(bool(shown))


def _said(kegiatan: KegiatanSummary, today: date) -> tuple[Text, str]:
    text, tone = when(kegiatan.dates, today)
    return text, "" if tone == "success" else tone


def _figures(standing: Standing) -> list[Text]:
    """How many so far; what has not begun is left out."""
    counts = (
        (standing.present, _("{count} hadir", count=standing.present)),
        (standing.pre_done, _("{count} pre-test", count=standing.pre_done)),
        (standing.post_done, _("{count} post-test", count=standing.post_done)),
        (standing.issued, _("{count} nomor terbit", count=standing.issued)),
    )
    return [_("{count} peserta", count=standing.participants), *(text for count, text in counts if count)]
