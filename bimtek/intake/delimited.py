"""Reads csv, tsv and text tables: the encodings and separators that Indonesian offices produce."""

import codecs
import csv
import re
from io import StringIO
from itertools import islice
from pathlib import Path

from bimtek.domain.cells import Row, Sheet, is_blank
from bimtek.domain.errors import SpreadsheetError
from bimtek.domain.text import _

MAX_BYTES = 50 * 1024 * 1024
MAX_CELLS = 200_000
SEPARATORS = (";", "\t", ",", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
_LOOKED_AT = 30


def read_delimited(path: Path) -> Sheet:
    """Read a text table as one sheet of text cells.

    Errors: SpreadsheetError when the file cannot be opened, is too large, or is no table.
    """
    return parse_delimited(read_text(path), path.stem)


def read_text(path: Path) -> str:
    """The text of a file in whatever encoding it has.

    Errors: SpreadsheetError when it cannot be opened or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise SpreadsheetError(
            _("Berkas ini tidak dapat dibuka."),
            advice=_("Pastikan berkas masih ada dan tidak dipakai program lain."),
            detail=repr(type(error)),
        ) from error
    if len(data) > MAX_BYTES:
        raise _too_large()
    return decode(data)


def parse_delimited(text: str, name: str) -> Sheet:
    """Split a text into cells by the separator it uses. Every cell stays text.

    Errors: SpreadsheetError beyond MAX_CELLS, or when the quoting is broken beyond reading.
    """
    separator, text = _separator(text)
    rows: list[Row] = []
    count = 0
    try:
        for line, cells in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), 1):
            if not any(not is_blank(cell) for cell in cells):
                continue
            rows.append((line, tuple(cell or None for cell in cells)))
            count += len(cells)
            if count > MAX_CELLS:
                raise _too_large()
    except csv.Error as error:
        raise SpreadsheetError(
            _("Berkas ini rusak atau bukan tabel teks."),
            advice=_("Buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx."),
            detail=repr(error),
        ) from error
    return Sheet(name=name, rows=tuple(rows), hidden_lines=frozenset())


def decode(data: bytes) -> str:
    """Text of bytes: by their mark, as UTF-16 when every other byte is zero, UTF-8, else cp1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    head = data[:2000]
    if head[1::2].count(0) > len(head) // 4:
        return data.decode("utf-16-le", "replace")
    if head[0::2].count(0) > len(head) // 4:
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _separator(text: str) -> tuple[str, str]:
    """The separator, and the text without a "sep=;" line."""
    first, _newline, rest = text.partition("\n")
    if named := _SEP_LINE.fullmatch(first.rstrip("\r")):
        return named[1], rest
    lines = [line for line in islice(StringIO(text), _LOOKED_AT) if line.strip()]
    return max(SEPARATORS, key=lambda sign: _evenness(lines, sign)), text


def _evenness(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines are cut into the commonest number of parts, and into how many."""
    counts = [_outside_quotes(line).count(sign) for line in lines]
    parts = [count for count in counts if count]
    if not parts:
        return 0, 0
    commonest = max(set(parts), key=parts.count)
    return parts.count(commonest), commonest


def _outside_quotes(line: str) -> str:
    return "".join(line.split('"')[::2])


def _too_large() -> SpreadsheetError:
    return SpreadsheetError(
        _("Daftar ini terlalu besar: lebih dari 200.000 sel."),
        advice=_("Salin bagian yang diperlukan ke berkas baru, lalu pilih lagi."),
    )
