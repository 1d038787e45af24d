"""Pages of which one is seen; each is built where it will stand."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """Asks for the room of the page that is seen, whatever the others needed when they were left.

    A page that is made elsewhere and moved here is dressed by Qt twice, every widget of it: see `build`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._on_current)

    def build(self, make: Callable[[QWidget], QWidget]) -> QWidget:
        """Make a page with this as its parent and keep it; one that fails leaves nothing behind."""
        before = set(self.children())
        try:
            page = make(self)
        except BaseException:
            for made in set(self.children()) - before:
                made.deleteLater()
            raise
        self.addWidget(page)
        return page

    def sizeHint(self) -> QSize:
        """As large as the page that is seen."""
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The same for the least."""
        page = self.currentWidget()
        if page is None:
            return super().minimumSizeHint()
        return page.minimumSizeHint().expandedTo(page.minimumSize())

    def hasHeightForWidth(self) -> bool:
        """Whether that page is higher when it is narrow."""
        page = self.currentWidget()
        return page is not None and page.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """How high it is at a width."""
        page = self.currentWidget()
        return page.heightForWidth(width) if page is not None else -1

    def _on_current(self) -> None:
        self.updateGeometry()
