"""Pengaturan: what holds for every kegiatan, in a few tabs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.context import Refreshes, UiContext
from bimtek.ui.settings import TABS
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.tabs import Tabs


class _Shelf(QWidget):
    """The place of a tab that is built on its first visit."""

    def __init__(self) -> None:
        super().__init__()
        self.content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def fill(self, content: QWidget) -> None:
        """Put the tab on its place."""
        self.content = content
        self._layout.addWidget(content)


class SettingsPage(Screen):
    """`tab(key)` gives the page of one tab; `open_tab(key)` shows it."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Pengaturan"), parent=parent, scrolls=False)
        self._context = context
        self.tabs = Tabs()
        self.tabs.setDocumentMode(True)
        language.put(self.tabs.tabBar(), _("Bagian pengaturan"), "setAccessibleName")
        language.put(self.tabs, _("Bagian pengaturan"), "setAccessibleName")
        for tab in TABS:
            self.tabs.add(_Shelf(), tab.title)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_changed)
        self._on_changed(0)

    def tab(self, key: str) -> QWidget:
        """The page of one tab, built when it was not yet."""
        at = next(n for n, tab in enumerate(TABS) if tab.key == key)
        shelf = self.tabs.widget(at)
        assert isinstance(shelf, _Shelf)
        if shelf.content is None:
            shelf.fill(TABS[at].factory(self._context))
        assert shelf.content is not None
        return shelf.content

    def open_tab(self, key: str) -> None:
        """Show one tab."""
        self.tabs.setCurrentIndex(next(n for n, tab in enumerate(TABS) if tab.key == key))

    def open_part(self, part: str) -> None:
        """Show the tab that others lead to."""
        if any(tab.key == part for tab in TABS):
            self.open_tab(part)

    def refresh(self) -> None:
        """Read the open tab again."""
        self._on_changed(self.tabs.currentIndex())

    def _on_changed(self, at: int) -> None:
        content = self.tab(TABS[at].key)
        if isinstance(content, Refreshes):
            content.refresh()
