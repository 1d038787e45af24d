"""Pages one behind the other, each with a word to turn to it."""

from PySide6.QtWidgets import QTabWidget, QWidget

from bimtek.domain.text import Text
from bimtek.ui import language


class Tabs(QTabWidget):
    """A word on a tab is plain text: `&` is a letter, not a shortcut."""

    def add(self, page: QWidget, word: Text) -> None:
        """Add a page behind the others."""
        self.name_tab(self.addTab(page, ""), word)

    def name_tab(self, at: int, word: Text) -> None:
        """Show another word on a tab."""
        language.put(self, word, "caption_tab", at)

    def caption_tab(self, at: int, wording: str) -> None:
        """Show a caption."""
        self.setTabText(at, wording.replace("&", "&&"))
