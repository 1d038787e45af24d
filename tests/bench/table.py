"""Measures every row, prints the table, writes the JSON.

A ratio past its "must" is marked with "!".
"""

import argparse
import json
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bimtek.host.collector import collect_seldom
from tests.bench.row import Figures, Row
from tests.bench.rows import ROWS
from tests.bench.stores import Stores

LINE = "{:<20}{:>12}{:>12}  {:<8}{:>7}{:>7}{:>7}{:>8}"


def main() -> None:
    """Run the rows asked for."""
    asked = _arguments()
    collect_seldom()  # as the product does
    rows = [row for row in ROWS if not asked.hanya or row.name in asked.hanya]
    _say(LINE.format("name", "ours", "floor", "unit", "ratio", "must", "aim", "took"))
    with tempfile.TemporaryDirectory(prefix="bimtek-bench-") as folder:
        stores = Stores(Path(folder))
        try:
            measured = [(row, _measured(row, stores)) for row in rows]
        finally:
            stores.close()
    if asked.keluaran:
        _write(asked.keluaran, measured)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--keluaran", type=Path, help="JSON file to write")
    names = [row.name for row in ROWS]
    parser.add_argument("--hanya", action="append", choices=names, help="only this row; may be repeated")
    return parser.parse_args()


def _measured(row: Row, stores: Stores) -> Figures:
    began = time.perf_counter()
    figures = row.measure(stores)
    took = f"{time.perf_counter() - began:.0f} s"
    value, floor = (f"{number:.4g}" for number in (figures.value, figures.floor))
    mark = " !" if figures.ratio > row.must else ""
    line = LINE.format(row.name, value, floor, row.unit, f"{figures.ratio:.2f}", row.must, row.aim, took)
    _say(line + mark)
    return figures


def _write(target: Path, measured: list[tuple[Row, Figures]]) -> None:
    table = [
        {"name": row.name, "value": f.value, "unit": row.unit, "floor": f.floor, "ratio": f.ratio}
        for row, f in measured
    ]
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(table, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _say(line: str) -> None:
    print(line, flush=True)
