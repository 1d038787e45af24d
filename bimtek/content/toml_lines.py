"""Lines of keys in a TOML text that tomllib has already accepted.

tomllib gives values without places. This reads the same text once more, only as far as needed to
know where every table header, key and array element begins; it never judges.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

Path = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_KEY_PART = re.compile(r"[ \t]*(?:\"((?:[^\"\\\n]|\\.)*)\"|'([^'\n]*)'|([A-Za-z0-9_-]+))[ \t]*(\.?)")
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL)
_BARE = re.compile(r"[^,\]}#\n]*")


class TomlLines:
    """Line of a path such as `("soal", 2, "opsi", 0, "teks")`."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._lines: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._read()

    def line(self, path: Sequence[str | int]) -> int:
        """Return the line of a key; of the nearest table around it when it is not written; else 1."""
        for length in range(len(path), 0, -1):
            found = self._lines.get(tuple(path[:length]))
            if found is not None:
                return found
        return 1

    def _line_at(self, at: int) -> int:
        return bisect_right(self._starts, at)

    def _note(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, self._line_at(at))

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self._source, at)
        return found.end() if found else at

    def _read(self) -> None:
        table: Path = ()
        at = self._skip(0)
        while at < len(self._source):
            if self._source[at] == "[":
                table, at = self._header(at)
            else:
                at = self._pair(table, at)
            at = self._skip(at)

    def _header(self, at: int) -> tuple[Path, int]:
        """Read `[a.b]` or `[[a.b]]`; return the path it opens."""
        double = self._source.startswith("[[", at)
        parts, end = self._key(at + 1 + double)
        if not parts:  # nothing that tomllib lets pass; go on rather than stand still
            return (), at + 1
        path: Path = ()
        for part in parts[:-1]:
            path = self._last_of((*path, part))
        path = (*path, parts[-1])
        if double:
            number = self._counts.get(path, 0)
            self._counts[path] = number + 1
            if len(path) == 1:  # inside a table the list as a whole is that table's matter
                self._note(path, at)
            path = (*path, number)
        self._note(path, at)
        return path, end + 1 + double

    def _last_of(self, path: Path) -> Path:
        """Return the path of the newest element when the path is an array of tables."""
        count = self._counts.get(path)
        return path if count is None else (*path, count - 1)

    def _key(self, at: int) -> tuple[list[str], int]:
        """Read a dotted key; return its parts and where it ends."""
        parts: list[str] = []
        while found := _KEY_PART.match(self._source, at):
            parts.append(next(group for group in found.group(1, 2, 3) if group is not None))
            at = found.end()
            if not found[4]:
                break
        return parts, at

    def _pair(self, table: Path, at: int) -> int:
        """Read `key = value` inside a table; return where it ends."""
        parts, end = self._key(at)
        if not parts:
            return at + 1
        for length in range(1, len(parts) + 1):
            self._note((*table, *parts[:length]), at)
        return self._value((*table, *parts), self._skip(end + 1))

    def _value(self, path: Path, at: int) -> int:
        """Read a value; return where it ends."""
        opening = self._source[at : at + 1]
        if opening == "[":
            return self._array(path, at + 1)
        if opening == "{":
            return self._inline(path, at + 1)
        found = _STRING.match(self._source, at) if opening in ('"', "'") else _BARE.match(self._source, at)
        return found.end() if found and found.end() > at else at + 1

    def _array(self, path: Path, at: int) -> int:
        number = 0
        at = self._skip(at)
        while at < len(self._source) and self._source[at] != "]":
            self._note((*path, number), at)
            at = self._skip(self._value((*path, number), at))
            if self._source[at : at + 1] == ",":
                at = self._skip(at + 1)
            number += 1
        return at + 1

    def _inline(self, path: Path, at: int) -> int:
        at = self._skip(at)
        while at < len(self._source) and self._source[at] != "}":
            at = self._skip(self._pair(path, at))
            if self._source[at : at + 1] == ",":
                at = self._skip(at + 1)
        return at + 1
