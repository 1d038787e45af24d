"""What each column of a list means: found by its header, changeable by hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from bimtek.domain.cells import Sheet, shown
from bimtek.domain.roster.fields import LABELS, Field
from bimtek.domain.roster.result import Preview
from bimtek.domain.text import _
from bimtek.ui import language, theme
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.fields import Choice
from bimtek.ui.widgets.labels import label

_SAMPLES = 3


class ColumnMapping(QScrollArea):
    """One line a column: its letter, its title, a few of its values, and what it means."""

    changed = Signal(object)  # tuple of (column, Field): the whole mapping

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices: dict[int, Choice] = {}
        self._shown: tuple[tuple[int, str, Field | None], ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_preview(self, preview: Preview, samples: dict[int, list[str]]) -> None:
        """Show the columns of a preview; `samples` are values by column."""
        shown = tuple((c.index, c.title, c.field) for c in preview.columns)
        if shown == self._shown:
            return
        self._shown = shown
        page = QWidget()
        page.setProperty("kind", "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 8, 12, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        for at, word in enumerate((_("Kolom"), _("Judul di daftar"), _("Contoh isi"), _("Artinya"))):
            grid.addWidget(label(word, "caption", "secondary"), 0, at)
        self.choices = {}
        for row, column in enumerate(preview.columns, start=1):
            values = ", ".join(dict.fromkeys(samples.get(column.index, ())))
            grid.addWidget(label(column.letter, "strong", wrap=False), row, 0)
            grid.addWidget(ElidedLabel(column.title or _("Tanpa judul")), row, 1)
            grid.addWidget(ElidedLabel(values or "–", "body", "secondary"), row, 2)
            grid.addWidget(self._choice(column.index, column.letter, column.field), row, 3)
        grid.setRowStretch(len(preview.columns) + 1, 1)
        self.setWidget(page)

    def mapping(self) -> tuple[tuple[int, Field], ...]:
        """What is chosen for all columns."""
        return tuple((at, Field(choice.key())) for at, choice in self.choices.items() if choice.key())

    def _choice(self, index: int, letter: str, meaning: Field | None) -> Choice:
        made = fields.choice([("", _("Tidak dipakai")), *((f.value, LABELS[f]) for f in Field)])
        made.choose(meaning.value if meaning else "")
        theme.put(made, "setMinimumWidth", 220)
        language.put(made, _("Arti kolom {letter}", letter=letter), "setAccessibleName")
        made.currentIndexChanged.connect(lambda _at: self._on_changed(index))
        self.choices[index] = made
        return made

    def _on_changed(self, index: int) -> None:
        """A meaning belongs to one column only: the column chosen last has it."""
        chosen = self.choices[index].key()
        for other, choice in self.choices.items():
            if other != index and chosen and choice.key() == chosen:
                choice.blockSignals(True)
                choice.choose("")
                choice.blockSignals(False)
        self.changed.emit(self.mapping())


def samples_of(preview: Preview, sheet: Sheet) -> dict[int, list[str]]:
    """A few values of each column, from lines that are people where there are any."""
    people = {row.line for row in preview.rows}
    found: dict[int, list[str]] = {}
    for line, cells in sheet.rows:
        if people and line not in people:
            continue
        for at, cell in enumerate(cells):
            value = shown(cell)
            if value and len(found.setdefault(at, [])) < _SAMPLES:
                found[at].append(value)
    return found
