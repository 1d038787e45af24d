"""What is cut off or lies over something else in a window, told by geometry alone."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTabWidget,
    QWidget,
)

from bimtek.ui.kiosk.ending import IdleWarning
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.focus_ring import FocusRing
from bimtek.ui.widgets.toast import Toast
from tests.ui.audit import own

SLACK = 1  # px by which Qt's own sizes differ from what it draws
FLOATING = (FocusRing, Toast, IdleWarning)
# Qt lays out what is inside of these, and shows it one at a time or in parts.
COMPOSED = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QLineEdit, QStackedWidget, QTabWidget)
FIELD_EDGE, TAB_EDGE = 2, 12  # px Qt leaves beside the words of a field; the stylesheet beside those of a tab
HEADING_ROOM = 24  # px the stylesheet pads a heading of a table with


def cut_off(root):
    """Words and widgets that have less room than they need, each with what is missing."""
    found = []
    for widget in own(root):
        found += [f"{_named(widget)}: {lack}" for lack in _lacks(widget)]
    return found


def _lacks(widget):
    if isinstance(widget, QLabel):
        yield from _label_lacks(widget)
    elif isinstance(widget, QAbstractButton) and widget.text():
        wanted = widget.minimumSizeHint()
        if wanted.width() > widget.width() + SLACK or wanted.height() > widget.height() + SLACK:
            yield f"needs {wanted.toTuple()}, has {widget.size().toTuple()}"
    elif isinstance(widget, QScrollArea):
        yield from _scrolled_lacks(widget)
    elif isinstance(widget, QAbstractItemView):
        yield from _heading_lacks(widget)
    yield from _layout_lacks(widget)
    yield from _outside(widget)


def _label_lacks(label):
    if not label.text() or isinstance(label, ElidedLabel):
        return
    if not label.wordWrap():
        wanted = label.sizeHint()
        if wanted.width() > label.width() + SLACK or wanted.height() > label.height() + SLACK:
            yield f"needs {wanted.toTuple()}, has {label.size().toTuple()}"
        return
    high = label.heightForWidth(label.width())
    if high > label.height() + SLACK:
        yield f"needs {high} px in height, has {label.height()}"
    broad = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
    if broad > label.contentsRect().width() + SLACK:
        yield f"a word needs {broad} px, has {label.contentsRect().width()}"


def _scrolled_lacks(area):
    """What is wider than an area that scrolls up and down only."""
    inner = area.widget()
    fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if inner is not None and fixed and inner.width() > area.viewport().width() + SLACK:
        yield f"holds {inner.width()} px, shows {area.viewport().width()}"


def _heading_lacks(view):
    header = view.horizontalHeader() if hasattr(view, "horizontalHeader") else None
    if header is None or not header.isVisible():
        return
    for at in range(header.count()):
        words = str(view.model().headerData(at, Qt.Orientation.Horizontal) or "")
        needs = header.fontMetrics().horizontalAdvance(words)
        if words and not view.isColumnHidden(at) and needs > header.sectionSize(at) - HEADING_ROOM + SLACK:
            yield f"heading “{words}” needs {needs}, has {header.sectionSize(at) - HEADING_ROOM}"


def _layout_lacks(widget):
    layout = widget.layout()
    if layout is None or isinstance(widget, COMPOSED):
        return
    least = layout.minimumSize()
    if least.width() > widget.width() + SLACK:
        yield f"content needs {least.width()} px in width, has {widget.width()}"
    pages = widget.findChild(QStackedWidget)  # counts the height of its hidden pages too
    wraps = layout.hasHeightForWidth() and pages is None
    high = layout.minimumHeightForWidth(widget.width()) if wraps else least.height()
    if high > widget.height() + SLACK:
        yield f"content needs {high} px in height, has {widget.height()}"


def _outside(widget):
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _floats(widget) or _is_viewport(parent):
        return
    if isinstance(parent, COMPOSED):
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"lies at {widget.geometry().getRect()}, outside of {parent.size().toTuple()}"


def _floats(widget):
    return isinstance(widget, FLOATING) or widget.property("kind") == "hint"


def _is_viewport(widget):
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def cramped(root):
    """(whose, wording) of fields, tabs and shortened lines that show less than their words."""
    for widget in own(root):
        for words, room in _shown_in(widget):
            if words and widget.fontMetrics().horizontalAdvance(words) > room + SLACK:
                yield _named(widget), words


def _shown_in(widget):
    match widget:
        case ElidedLabel():
            yield widget.accessibleName(), widget.width()
        case QLineEdit():
            field = QStyleOptionFrame()
            widget.initStyleOption(field)
            place = widget.style().subElementRect(QStyle.SubElement.SE_LineEditContents, field, widget)
            yield widget.placeholderText() if not widget.text() else "", place.width() - 2 * FIELD_EDGE
        case QSpinBox():
            yield widget.specialValueText(), widget.lineEdit().width() - FIELD_EDGE
        case QComboBox():
            box = QStyleOptionComboBox()
            widget.initStyleOption(box)
            part = QStyle.SubControl.SC_ComboBoxEditField
            place = widget.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, box, part, widget)
            yield from ((widget.itemText(at), place.width()) for at in range(widget.count()))
        case QTabBar():
            yield from (
                (widget.tabText(at), widget.tabRect(at).width() - 2 * TAB_EDGE)
                for at in range(widget.count())
            )


def overlapping(root):
    """Pairs of neighbours that lie over each other."""
    found = []
    for parent in own(root):
        if isinstance(parent, COMPOSED) or _is_viewport(parent):
            continue
        children = [
            child
            for child in parent.children()
            if isinstance(child, QWidget)
            and child.isVisible()
            and not child.isWindow()
            and not _floats(child)
            and not child.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        ]
        for one, other in combinations(children, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > SLACK and both.height() > SLACK:
                found.append(f"{_named(one)} and {_named(other)}: {both.getRect()}")
    return found


def _named(widget):
    words = widget.accessibleName() or (widget.text() if hasattr(widget, "text") else "")
    return f"{type(widget).__name__} “{str(words)[:60]}”"


def place_in(window, widget):
    """What is in sight of a widget, in the coordinates of its window."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, QPoint(0, 0)) + seen.topLeft(), seen.size())
