"""The cells of one line by their meaning, and the notes made while they are read."""

from bimtek.domain.cells import Cell, is_error, shown, text_of
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.result import Note, Severity
from bimtek.domain.text import Text, _


class LineCells:
    """What the readers of single fields need of a line. `texts` is shared by all lines of a list."""

    __slots__ = ("cells", "notes", "texts")

    def __init__(self, cells: dict[Field, Cell], texts: dict[str, str]) -> None:
        self.cells = cells
        self.texts = texts
        self.notes: list[Note] = []

    def plain(self, cell: Cell) -> str:
        """`text_of`, remembering texts that come again and again."""
        if not isinstance(cell, str):
            return text_of(cell)
        text = self.texts.get(cell)
        if text is None:
            text = self.texts[cell] = text_of(cell)
        return text

    def text(self, about: Field) -> str:
        """The text of a field, empty for placeholders; an error of the spreadsheet is noted."""
        cell = self.cells.get(about)
        if cell is None:
            return ""
        text = self.texts.get(cell) if isinstance(cell, str) else None
        if text is None:
            text = self.plain(cell)
        if not text and is_error(cell):
            self.doubt(formula_error(cell), about)
        return text

    def note(self, severity: Severity, message: Text, about: Field | None = None) -> None:
        """Add a note."""
        self.notes.append(Note(severity, message, about))

    def doubt(self, message: Text, about: Field) -> None:
        """Add a note to look at, unless there is nothing to say."""
        if message:
            self.notes.append(Note(Severity.CHECK, message, about))


def formula_error(cell: Cell) -> Text:
    """What to say about an error of the spreadsheet."""
    return _("Sel berisi kesalahan rumus: {error}.", error=shown(cell))
