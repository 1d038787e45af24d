"""Tab goes as one reads: the layouts say in which order, also for what came later."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QLayoutItem, QMainWindow, QScrollArea, QTabWidget, QWidget


def follow_layout(window: QWidget) -> None:
    """Let Tab go through everything visible of a window in the order of its layouts."""
    for one, other in pairwise(_stops(window)):
        QWidget.setTabOrder(one, other)


def _stops(widget: QWidget, behind: QWidget | None = None) -> Iterator[QWidget]:
    """A widget that takes the keyboard, then those inside it.

    One that hands the keyboard on to a part of itself stands for that part, `behind`, too.
    """
    proxy = widget.focusProxy()
    hands_in = proxy is not None and widget.isAncestorOf(proxy)
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if takes and widget is not behind and (proxy is None or hands_in):
        yield widget
    for part in _parts(widget):
        if not part.isHidden():
            yield from _stops(part, proxy if takes and hands_in else behind)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QTabWidget):
        inner: list[QWidget | None] = [
            widget.tabBar(),
            widget.cornerWidget(Qt.Corner.TopRightCorner),
            widget.currentWidget(),
        ]
    elif isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    elif isinstance(widget, QMainWindow):
        inner = [widget.centralWidget()]
    else:
        layout = widget.layout()
        inner = list(_laid_out(layout)) if layout is not None else []
    yield from (part for part in inner if part is not None)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _in_rows(layout):
        part, nested = item.widget(), item.layout()
        if part is not None:
            yield part
        elif nested is not None:
            yield from _laid_out(nested)


def _in_rows(layout: QLayout) -> list[QLayoutItem]:
    """The items of a layout; those of a grid row by row, wherever they were added."""
    found = [(at, item) for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    if isinstance(layout, QGridLayout):
        found.sort(key=lambda pair: layout.getItemPosition(pair[0])[:2])  # type: ignore[index]
    return [item for _at, item in found]
