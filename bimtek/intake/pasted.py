"""Splits pasted text into cells: a table from a spreadsheet, or a list from a chat."""

import re

from bimtek.domain.cells import Cell, Sheet, is_blank
from bimtek.domain.identity import phone_number
from bimtek.domain.names import clean
from bimtek.domain.titles import is_back_title
from bimtek.intake.delimited import parse_delimited

_CHAT_STAMP = re.compile(
    r"^\s*(?:\[\s*\d{1,2}[/.]\d{1,2}[^\]]{0,25}\]|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2} -)"
    r"\s*[^:\d]{1,40}:\s*"
)
_MARK = re.compile(r"^\s*(?:(\d{1,4})\s*[.)\]:/-]*\s+|(\d{1,4})[.)]|[-•*–—▪➢✅☑]+\s*)")
_PHONE = re.compile(r"(?<!\d)\+?(?:62|0)?[\s(]*8\d{1,3}\)?[\d\s.\-–]{5,14}\d(?!\d)")
_SPLIT = re.compile(r"\s+[-–—:|/]+\s+|\s*[|;–—]\s*|\s*\(|\)\s*")
_COMMA = re.compile(r"\s*,\s*")
_LABEL = re.compile(r"[\s:.,;|/()–—-]*\b(?:no\.?\s?)?(?:hp|wa|telp|tlp)\b[\s:.]*$", re.IGNORECASE)


def read_pasted(text: str) -> Sheet:
    """Read pasted text as one sheet: rows with tabs as a table, other lines as a numbered list.

    A list has the columns number, words of the line in their order, phone at the end.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if sum("\t" in line for line in lines.split("\n")) * 2 > sum(
        bool(clean(line)) for line in lines.split("\n")
    ):
        return parse_delimited(lines, "")
    if _is_table(lines):
        return parse_delimited(lines, "")
    split = [(at, _split_line(line)) for at, line in enumerate(lines.split("\n"), 1) if clean(line)]
    width = max((len(words) for _at, (_number, words, _phone) in split), default=0)
    rows = [(at, _row(number, words, phone, width)) for at, (number, words, phone) in split]
    return Sheet(
        name="",
        rows=tuple(row for row in rows if any(not is_blank(c) for c in row[1])),
        hidden_lines=frozenset(),
        free_text=True,
    )


def _is_table(text: str) -> bool:
    """True for text whose every line is cut by semicolons: a csv pasted as it is."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(";" in line for line in lines)


def _row(number: str, words: list[str], phone: str, width: int) -> tuple[Cell, ...]:
    padded = [*words, *[""] * (width - len(words))]
    return tuple(cell or None for cell in (number, *padded, phone))


def _split_line(raw: str) -> tuple[str, list[str], str]:
    """Number in front, words, and the phone of one line."""
    line = clean(_CHAT_STAMP.sub("", raw))
    mark = _MARK.match(line)
    number = (mark[1] or mark[2] or "") if mark else ""
    line = line[mark.end() :] if mark else line
    line, phone = _without_phone(line)
    return number, _words(line), phone


def _without_phone(line: str) -> tuple[str, str]:
    for found in _PHONE.finditer(line):
        if phone_number(found[0]):
            before = _LABEL.sub("", line[: found.start()])
            return f"{before} | {line[found.end() :]}", found[0].strip()
    return line, ""


def _words(line: str) -> list[str]:
    """Parts of a line. Commas part it too, unless what follows them are titles."""
    parts = [part.strip(_EDGE_OF_PART) for part in _SPLIT.split(line)]
    parts = [part for part in parts if part]
    if not parts:
        return []
    name, *rest = _COMMA.split(parts[0])
    while rest and is_back_title(rest[0]):
        name += f", {rest.pop(0)}"
    return [name, *(part for part in rest if part), *parts[1:]]


_EDGE_OF_PART = " \t,:;|/-–—"
