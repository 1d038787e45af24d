"""A page of things found by the words typed and a filter pressed: what law and channels have in common."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.search_list import Row, SearchList
from bimtek.ui.widgets.segments import Segments


class FoundScreen(Screen):
    """`chosen` carries the id of a row; `left` when somebody goes back to the modules.

    A subclass answers `_find` and `_nothing_found`, and calls `_show_read` once there is something to find.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(
        self,
        titles: tuple[Text, Text],
        filters: Sequence[tuple[str, Text]],
        *,
        waiting: Text,
        search: Text,
        name: Text,
        nothing: str,
    ) -> None:
        """`titles` are heading and explanation, `name` is that of the list, `nothing` an icon."""
        super().__init__(*titles, scrolls=False)
        self._is_read = False
        self.back_button = buttons.secondary(_("Semua modul"), "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.notice = Notice(NO_TEXT, "warning")
        self.filters = Segments(filters)
        self.waiting = label(waiting, "emphasis", "secondary")
        self.found = SearchList(self._find, search, shows_all=True)
        language.put(self.found.view, name, "setAccessibleName")
        name_key(self.found.field, _("Cari"), "cari")
        self.nothing = EmptyState(nothing, NO_TEXT)
        self.body.setSpacing(12)
        self.body.addWidget(self.waiting)
        self.body.addWidget(self.notice)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.nothing, 1)
        for widget in (self.notice, self.filters, self.found, self.nothing):
            widget.hide()
        self.filters.chosen.connect(lambda _key: self.refresh())
        self.found.field.textChanged.connect(lambda _text: self._say_nothing_found())
        self.found.chosen.connect(self.chosen)

    def refresh(self) -> None:
        """Look again for what is typed and pressed."""
        self.found.refresh()
        self._say_nothing_found()

    def _show_read(self, warned: int, warning: Text) -> None:
        """Show what was read; the warning when it is about anything."""
        self._is_read = True
        self.waiting.hide()
        self.notice.setVisible(bool(warned))
        self.notice.show_notice(warning, "warning")
        self.filters.show()
        self.found.show()
        self.refresh()

    def _say_nothing_found(self) -> None:
        rows = self.found.model.rowCount()
        self.found.view.setVisible(bool(rows))
        self.nothing.setVisible(self._is_read and not rows)
        language.put(self.nothing.sentence, self._nothing_found(self.found.field.text().strip()))

    def _find(self, typed: str) -> Sequence[Row]:
        raise NotImplementedError

    def _nothing_found(self, typed: str) -> Text:
        raise NotImplementedError
