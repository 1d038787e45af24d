"""The frame of one step inside a kegiatan: a body, and its actions at bottom right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.scrolling import Column, scrolling

MARGIN = 32


class StepPage(QWidget):
    """Put content in `body`, the one primary button last in the foot.

    `scrolls=False` gives the body all the height, for lists that scroll by themselves. `step_wanted`
    names another step of the same kegiatan; the workspace opens it. `progressed` tells it that the ticks
    over the steps may have changed.
    """

    step_wanted = Signal(str)
    progressed = Signal()

    def __init__(self, parent: QWidget | None = None, *, scrolls: bool = True) -> None:
        super().__init__(parent)
        page = QWidget()
        page.setProperty("kind", "page")
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.body.setSpacing(16)
        self._foot = QFrame()
        self._foot.setProperty("kind", "foot")
        self._foot.hide()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(MARGIN, 8, MARGIN, 12)
        self.foot_left = QHBoxLayout()
        self.foot_left.setSpacing(12)
        self.foot_right = Flow(gap=12, ends=True)
        foot.addLayout(self.foot_left)
        foot.addLayout(self.foot_right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(scrolling(page) if scrolls else page, 1)
        outer.addWidget(self._foot)

    @property
    def settled(self) -> bool:
        """True when everything that was asked for is shown."""
        return True

    def add_action(self, button: QWidget) -> None:
        """Add a button to the foot, right-hand side; the primary one last."""
        self.foot_right.addWidget(button)
        self._foot.show()

    def add_aside(self, button: QWidget) -> None:
        """Add a button to the foot, left-hand side: what is not the next thing to do."""
        self.foot_left.addWidget(button)
        self._foot.show()

    def show_foot(self, shown: bool) -> None:
        """Hide the foot while nothing in it can be used."""
        self._foot.setVisible(shown)


_WIDEST = 400  # leaves the main part its room at the largest text


class SideColumn(Column):
    """A narrow column beside the main part; put parts in `parts`."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(width, parent, widest=_WIDEST)
        page = QWidget()
        page.setProperty("kind", "page")
        self.parts = QVBoxLayout(page)
        self.parts.setContentsMargins(0, 0, 0, 0)
        self.parts.setSpacing(12)
        self.setWidget(page)
