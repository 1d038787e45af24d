"""Rows of attendance lists: numbers that stay, cells that fit, pairs of one height."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bimtek.documents.list_columns import value_of
from bimtek.documents.tables import AIR, EMPTY, Cell, Column, Row, fit_cell
from bimtek.documents.text import Fitted, clean
from bimtek.domain.names import shown_name
from bimtek.domain.people import Participation

NUMBER_MM = 3.2  # what a line with a NIP takes from the name above it


def numbered(people: Sequence[Participation]) -> list[tuple[int, Participation | None]]:
    """Number the people: by their frozen order, gaps kept as empty rows, else from 1."""
    orders = [person.order for person in people]
    rising = all(a < b for a, b in zip([0, *orders], orders, strict=False))
    if not rising:
        return list(enumerate(people, start=1))
    by_order = {person.order: person for person in people}
    return [(number, by_order.get(number)) for number in range(1, (orders[-1] if orders else 0) + 1)]


@dataclass(frozen=True, slots=True)
class ListRows:
    """Makes the rows of one list. Offices and villages come again and again: their fitting is kept."""

    columns: tuple[Column, ...]
    name_case: str
    row_mm: float
    on: date
    _fitted: dict[tuple[str, str], Cell] = field(default_factory=dict)

    @property
    def pair(self) -> int:
        """Rows that share their signature cells."""
        return 2 if self.columns[-1].paired else 1

    def row(self, number: int, entry: Participation | None) -> Row:
        """One person, or an empty row to be filled by hand."""
        cells = [Cell.of(Fitted((str(number),), 9))]
        height = self.row_mm
        for column in self.columns[1:-1]:
            cell = EMPTY if entry is None else self._cell(entry, column)
            cells.append(cell)
            height = max(height, cell.height + AIR)
        return Row((*cells, EMPTY), height)

    def _cell(self, entry: Participation, column: Column) -> Cell:
        if column.key == "nama":
            return self._name_cell(entry, column, clean(value_of("nip", entry, self.on)))
        value = value_of(column.key, entry, self.on)
        cell = self._fitted.get((column.key, value))
        if cell is None:
            text = clean(value)
            cell = Cell.of(fit_cell(text, column, self.row_mm)) if text else EMPTY
            self._fitted[column.key, value] = cell
        return cell

    def _name_cell(self, entry: Participation, column: Column, number: str) -> Cell:
        row = self.row_mm
        name = clean(shown_name(entry.person.name, self.name_case))
        if not number:
            return Cell.of(fit_cell(name, column, row))
        return Cell.of(fit_cell(name, column, row - NUMBER_MM), fit_cell(number, column, 5, (8, 7.5, 7)))

    def level(self, rows: list[Row]) -> list[Row]:
        """Give both rows of a pair the same height, so that the two signature cells match."""
        if self.pair == 1:
            return rows
        level = []
        for odd, even in zip(rows[::2], rows[1::2], strict=True):
            height = max(odd.height, even.height)
            level += [Row(odd.cells, height), Row(even.cells, height)]
        return level
