"""Pages of which one is seen; each is built where it will stand."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A page that is made elsewhere and moved here is dressed by Qt twice: every widget of it."""

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
