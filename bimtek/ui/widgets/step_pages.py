"""The pages under a stepper: one is open, and they are as high as that one, not as the highest."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.ui.widgets.stepper import Stepper


class StepPages(QWidget):
    """Shows one page and marks its step; buttons below lead the keyboard through them, not the steps."""

    changed = Signal()  # another page is open

    def __init__(self, stepper: Stepper, pages: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stepper, self.pages = stepper, dict(pages)
        self.keys = tuple(self.pages)
        self.key = self.keys[0]
        for step in stepper.steps.values():
            step.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for key, page in self.pages.items():
            layout.addWidget(page)
            if key != self.key:
                page.hide()
        stepper.mark(self.key)

    def show_page(self, key: str) -> None:
        """Open one page."""
        before, self.key = self.key, key
        self._stepper.mark(key)
        if before != key:
            self.pages[before].hide()
            self.pages[key].show()
            self.changed.emit()

    @property
    def at(self) -> int:
        """The position of the open page, from 0."""
        return self.keys.index(self.key)

    def kept(self) -> str:
        """What a draft keeps: the page that is open."""
        return self.key

    def bring_back(self, value: object) -> None:
        """Open the page of a draft."""
        if value in self.keys:
            self.show_page(str(value))
