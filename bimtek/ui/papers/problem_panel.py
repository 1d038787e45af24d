"""What to put right before printing, each with the way to mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.documents.base import Problem
from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice

MOST = 3


class ProblemPanel(QWidget):
    """`mend_wanted` carries the Fix of a problem; blocking ones come first."""

    mend_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self.notices: list[Notice] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.more = label("", "caption", "secondary")
        self._layout.addWidget(self.more)
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show other problems; the same ones are left as they are."""
        ranked = tuple(sorted(problems, key=lambda problem: not problem.blocking))
        if self.problems == ranked and self.notices:
            return
        self.problems = ranked
        for notice in self.notices:
            self._layout.removeWidget(notice)
            notice.deleteLater()
        self.notices = [self._notice(problem) for problem in ranked[:MOST]]
        rest = len(ranked) - MOST
        self.more.setVisible(rest > 0)
        language.put(self.more, _("dan {count} hal lain", count=rest))
        self.setVisible(bool(ranked))

    def _notice(self, problem: Problem) -> Notice:
        made = Notice(problem.message, "danger" if problem.blocking else "warning", _("Perbaiki"))
        language.put(made.button, _("Perbaiki: {problem}", problem=problem.message), "setAccessibleName")
        made.pressed.connect(lambda: self.mend_wanted.emit(problem.fix))
        self._layout.insertWidget(len(self.notices_shown()), made)
        return made

    def notices_shown(self) -> list[QWidget]:
        """Every notice that is in the panel now."""
        items = [self._layout.itemAt(at) for at in range(self._layout.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Notice)]
