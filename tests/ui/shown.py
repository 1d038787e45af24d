"""Every word a window shows or speaks: from its widgets, its lists and menus, and what is painted by hand."""

import html
import re
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTabWidget,
)

from bimtek.ui.widgets import cut_text
from bimtek.ui.widgets.elided import ElidedLabel
from tests.ui.audit import own

TAG = re.compile(r"<[^>]+>")
SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def shown(window):
    """(whose, wording) of everything in sight; what a person typed into a field is not asked for."""
    yield _named(window), window.windowTitle()
    for widget in own(window):
        whose = _named(widget)
        for wording in (*_said_of(widget), *_written_on(widget)):
            yield whose, wording


def _said_of(widget):
    yield from (widget.accessibleName(), widget.accessibleDescription(), _plain(widget.toolTip()))
    for menu in widget.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from (action.text() for action in menu.actions())


def _written_on(widget):
    match widget:
        case ElidedLabel():
            pass  # its accessible name is the whole of it
        case QLabel():
            yield widget.text()
        case QAbstractButton():
            yield widget.text().replace("&&", "&").replace("\n", " ")
        case QLineEdit() | QPlainTextEdit():
            yield from _in_field(widget)
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QComboBox():
            yield from map(widget.itemText, range(widget.count()))
        case QTabWidget():
            yield from map(widget.tabText, range(widget.count()))
        case QListView() | QTableView():
            yield from _listed(widget)


def _in_field(field):
    yield field.placeholderText()
    if field.isReadOnly() and not isinstance(field.parentWidget(), QAbstractSpinBox):
        yield field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _listed(view):
    model = view.model()
    columns = range(model.columnCount()) if isinstance(view, QTableView) else [0]
    if isinstance(view, QTableView) and view.horizontalHeader().isVisible():
        yield from (str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in columns)
    for row in range(model.rowCount()):
        for column in columns:
            index = model.index(row, column)
            yield from (str(index.data(role) or "") for role in SPOKEN)
            yield _plain(str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))


def _plain(wording):
    """A tooltip as it is read: without its tags, and `<` where it stands in for one."""
    return html.unescape(TAG.sub("", wording)).replace("‹", "<")


def _named(widget):
    return f"{type(widget).__name__} “{widget.accessibleName()[:40]}”"


@contextmanager
def painting():
    """What is painted by hand meanwhile: [(wording, whether it ends in an ellipsis for want of room)]."""
    painted, whole = [], {}
    elide, ours, draw = QFontMetrics.elidedText, cut_text.cut_to, QPainter.drawText

    def elided(metrics, text, *rest):
        cut = elide(metrics, text, *rest)
        whole[cut] = text
        return cut

    def cut_to(text, *rest):
        cut = ours(text, *rest)
        whole[cut] = text
        return cut

    def drawn(painter, *args):
        text = next(part for part in reversed(args) if isinstance(part, str))
        source = whole.get(text, text)
        painted.append((source, source != text))
        return draw(painter, *args)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFontMetrics, "elidedText", elided)
        patch.setattr(cut_text, "cut_to", cut_to)
        patch.setattr(QPainter, "drawText", drawn)
        yield painted
