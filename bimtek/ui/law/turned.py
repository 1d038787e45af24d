"""A norm before and after 2 January 2026, side by side."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from bimtek.domain.law_book import LawBook, Norm, Status
from bimtek.domain.text import Text, _
from bimtek.ui import language
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label

Open = Callable[[str], object]


def turned_card(norm: Norm, book: LawBook, open_norm: Open) -> Card | None:
    """What stood before and what stands since; None for a norm that the day left alone."""
    before = tuple(one for one in book.predecessors(norm) if one.turned)
    if not norm.turned and not before:
        return None
    card = Card(_("Sebelum dan sesudah 2 Januari 2026"))
    across = QHBoxLayout()
    across.setSpacing(24)
    left, right = _column(_("Sebelum")), _column(_("Sesudah"))
    if norm.status is Status.CHANGED:
        left.addWidget(label(norm.before))
        right.addWidget(label(norm.says))
    elif norm.turned:
        _show(left, [norm], None)
        _show(right, book.successors(norm), open_norm)
        if not norm.replaced_by:
            right.addWidget(label(_("Dicabut, tanpa pengganti.")))
    else:
        _show(left, before, open_norm)
        _show(right, [norm], None)
    for column in (left, right):
        column.addStretch(1)
        across.addLayout(column, 1)
    card.body.addLayout(across)
    return card


def _column(title: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(label(title, "strong", "secondary"))
    return column


def _show(column: QVBoxLayout, norms: Sequence[Norm], open_norm: Open | None) -> None:
    """List norms; `open_norm` when they are not the one that is open already."""
    for norm in norms:
        column.addWidget(label(norm.citation, "strong"))
        column.addWidget(label(norm.says))
        if norm.longest_term:
            column.addWidget(label(_("Ancaman: {term}", term=norm.longest_term), "caption", "secondary"))
        if open_norm is not None:
            button = buttons.secondary(_("Lihat norma"))
            named = _("Lihat norma {citation}", citation=norm.citation)
            language.put(button, named, "setAccessibleName")
            button.clicked.connect(lambda _checked=False, norm=norm: open_norm(norm.id))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
