"""What the facilitator says: speaker notes, as large as wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from bimtek.domain.text import _
from bimtek.ui import language, theme

SMALLEST, LARGEST, STEP = 14, 44, 2
CUES = ("Katakan:", "Tanyakan:", "Hindari:", "Kegiatan:")
_SEMIBOLD, _BOLD = 600, 700


class Notes(QTextEdit):
    """Read-only plain text; the word before a colon that tells what to do stands out."""

    size_changed = Signal(int)

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("kind", "notes")
        language.put(self, _("Catatan penyaji"), "setAccessibleName")
        self._size = min(max(size, SMALLEST), LARGEST)
        self._notes = ""

    def show_notes(self, notes: str) -> None:
        """Show the notes of another slide, from their top."""
        self._notes = notes
        self.clear()
        cursor = QTextCursor(self.document())
        lines = [line.strip() for line in notes.splitlines() if line.strip()]
        for at, line in enumerate(lines):
            if at:
                cursor.insertBlock()
            self._insert(cursor, line)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resize_text(self, step: int) -> None:
        """Make the notes larger or smaller."""
        wanted = min(max(self._size + step * STEP, SMALLEST), LARGEST)
        if wanted != self._size:
            self._size = wanted
            self.show_notes(self._notes)
            self.size_changed.emit(wanted)

    def _insert(self, cursor: QTextCursor, line: str) -> None:
        space = QTextBlockFormat()
        space.setBottomMargin(self._size * 0.6)
        space.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.startswith("- "):
            line = "• " + line[2:]
            space.setLeftMargin(self._size * 0.8)
            space.setTextIndent(-self._size * 0.8)
        cursor.setBlockFormat(space)
        cue = next((cue for cue in CUES if line.startswith(cue)), "")
        cursor.insertText(cue, self._letters("danger" if cue == "Hindari:" else "primary", _BOLD))
        cursor.insertText(line[len(cue) :], self._letters("text", QFont.Weight.Normal))

    def _letters(self, role: str, weight: int) -> QTextCharFormat:
        worn = theme.current()
        letters = QTextCharFormat()
        font = worn.font("body", weight)
        font.setPixelSize(worn.px(self._size))
        letters.setFont(font)
        letters.setForeground(worn.colour(role))
        return letters
