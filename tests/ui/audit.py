"""What every screen must keep: one primary button, names, room, readable text, and keys that lead on."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)

LEAST_HEIGHT, LEAST_TEXT = 40, 14
MOST_PARTS = 5  # of one field: day, month, year
SLACK = 4  # px by which things of one row may stand apart
INTERACTIVE = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTabBar)


def is_inner(widget):
    """Parts Qt makes by itself."""
    return widget.objectName().startswith("qt_")


def own(root, kind=QWidget):
    """Everything visible below a window that is not a part of something else, the window itself first."""
    return [
        w
        for w in [root, *root.findChildren(kind)]
        if isinstance(w, kind) and w.isVisible() and not is_inner(w)
    ]


def focusable(root):
    """What takes the keyboard."""
    return [w for w in own(root) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.focusProxy() is None]


def primaries(page):
    return [
        button.text()
        for button in page.findChildren(QPushButton)
        if button.property("kind") in ("primary", "kiosk-primary") and button.isVisible()
        if not covered(page, button)
    ]


def covered(page, widget):
    """True when something lies over the middle of a widget that is in sight."""
    if widget.visibleRegion().isEmpty():
        return False
    over = page.childAt(widget.mapTo(page, widget.rect().center()))
    return over is not None and over is not widget and not widget.isAncestorOf(over)


def nameless(root):
    """Widgets that take the keyboard and that a screen reader could not name."""
    return [w for w in focusable(root) if w is not root and not w.accessibleName()]


def low(root):
    """Widgets to press or type in that are lower than a finger needs."""
    return [
        w
        for w in own(root)
        if (isinstance(w, INTERACTIVE) or (w.focusPolicy() & Qt.FocusPolicy.TabFocus and w is not root))
        and w.height() < LEAST_HEIGHT
        and not isinstance(w.parentWidget(), QAbstractSpinBox | QComboBox)
    ]


def small_text(root):
    """Words smaller than anybody should have to read."""
    return [
        (w.text(), w.fontInfo().pixelSize())
        for w in own(root)
        if isinstance(w, QLabel | QAbstractButton | QLineEdit)
        and w.text()
        and w.fontInfo().pixelSize() < LEAST_TEXT
    ]


def audit(page):
    """At most one primary button; names, heights and text sizes as above."""
    assert len(primaries(page)) <= 1, primaries(page)
    assert nameless(page) == []
    assert low(page) == []
    assert small_text(page) == []


def cut_buttons(page):
    """Visible buttons that are narrower than their words."""
    return [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible() and button.text() and button.width() < button.minimumSizeHint().width()
    ]


def shown_texts(view: QAbstractItemView, column=0):
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


# ---- the keyboard ----


def tab_walk(window, at_stop=lambda stop: None):
    """Everything the keyboard meets on one round of Tab, as the window orders it.

    A field of several parts, such as a date, keeps the keyboard for as many presses. `at_stop` is called
    at each stop that Tab has led to.
    """
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    if QApplication.focusWidget() is None:
        QTest.keyClick(window, Qt.Key.Key_Tab)
    here, walk, stays = QApplication.focusWidget(), [], 0
    while here is not None and (here not in walk or (here is walk[-1] and stays < MOST_PARTS)):
        stays = stays + 1 if walk and here is walk[-1] else 0
        if not stays:
            walk.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is not None:
            at_stop(here)
    if here is not None and here is not walk[0]:
        raise AssertionError(f"Tab does not lead on from {here.accessibleName() or here}")
    return _turned(window, walk)


def _turned(window, walk):
    """A round begins where the window's own chain does, wherever the keyboard was."""
    first = window.nextInFocusChain()
    while walk and first not in walk:
        first = first.nextInFocusChain()
    at = walk.index(first) if walk else 0
    return [*walk[at:], *walk[:at]]


def never_met(window, walk):
    """What takes the keyboard by Tab, but not on this walk."""
    return [
        w
        for w in focusable(window)
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled() and w not in walk and w is not window
    ]


def backwards(window, walk):
    """Steps of a walk that go against the reading order: up without going right, or left in a row."""
    found = []
    for one, other in pairwise(walk):
        here, there = _apart(window, one, other)
        above = there.bottom() < here.top() + SLACK and there.left() < here.right() - SLACK
        beside = there.right() < here.left() + SLACK and _share_row(here, there)
        if above or beside:
            found.append((one, other))
    return found


def _share_row(here: QRect, there: QRect) -> bool:
    return min(here.bottom(), there.bottom()) - max(here.top(), there.top()) > SLACK


def _apart(window, one, other):
    """The places of the two parts of the window, as large as can be, that hold one and not the other."""
    above_one, above_other = _line(window, one), _line(window, other)
    for mine, theirs in zip(above_one, above_other, strict=False):
        if mine is not theirs:
            return _place(window, mine), _place(window, theirs)
    return _place(window, one), _place(window, other)


def _line(window, widget):
    """From just below the window down to the widget."""
    line = []
    while widget is not None and widget is not window:
        line.append(widget)
        widget = widget.parentWidget()
    return line[::-1]


def _place(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
