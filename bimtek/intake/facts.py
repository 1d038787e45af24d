"""What a workbook tells about a sheet beside its values."""

from typing import NamedTuple


class Facts(NamedTuple):
    """Size, hidden parts, merged areas and errors of formulas of one sheet.

    Lines count from 1, columns from 0. `cells` have content, `area` lies between the corners;
    `hidden_lines` is None when the file does not tell; `errors` holds texts by line and column.
    """

    cells: int
    area: int
    hidden_lines: frozenset[int] | None
    hidden_columns: frozenset[int]
    merged: tuple[tuple[int, int, int, int], ...]
    errors: dict[int, dict[int, str]]


NO_FACTS = Facts(0, 0, None, frozenset(), (), {})
