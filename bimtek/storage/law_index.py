"""Full-text search over the norms of law. Lives in memory: it is made anew from the packs, never stored."""

import threading
from collections.abc import Iterable
from typing import NamedTuple

from bimtek.storage.connection import BETWEEN_THREADS, connect

# After those cited by the words, in their own order: a hit in the title counts most, notes least.
_WEIGHTS = "0.0, 3.0, 6.0, 3.0, 1.0"
_CITED = "select id from norm where norm match ? order by rowid"
_HELD = f"select id from norm where norm match ? order by bm25(norm, {_WEIGHTS}), rowid"


class LawText(NamedTuple):
    """The words of one norm: how it is cited, its title, what it says, and the rest."""

    id: str
    citation: str
    title: str
    says: str
    rest: str


class LawIndex:
    """Finds norms by the beginnings of words. May be asked from any thread."""

    def __init__(self, texts: Iterable[LawText]) -> None:
        self._door = threading.Lock()
        self._db = connect(":memory:", **BETWEEN_THREADS)
        self._db.execute(
            "create virtual table norm using fts5(id unindexed, citation, title, says, rest,"
            " tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"
        )
        self._db.executemany("insert into norm values (?, ?, ?, ?, ?)", texts)

    def find(self, typed: str) -> list[str]:
        """Return the ids of the norms that hold every word typed, the best first; none for no word.

        A number means itself when some norm has it, else its beginning: "40" finds Pasal 40, not 407.
        """
        words = _words(typed)
        if not words:
            return []
        whole = self._match(_query(words, whole_numbers=True))
        return whole or self._match(_query(words, whole_numbers=False))

    def close(self) -> None:
        """Let go of the memory."""
        self._db.close()

    def _match(self, query: str) -> list[str]:
        with self._door:
            cited = self._db.execute(_CITED, (f"citation : ({query})",)).fetchall()
            held = self._db.execute(_HELD, (query,)).fetchall()
        return list(dict.fromkeys(row[0] for row in (*cited, *held)))


def _words(typed: str) -> list[str]:
    """Split as the index does: at everything that is no letter and no digit."""
    return "".join(one if one.isalnum() else " " for one in typed).split()


def _query(words: list[str], *, whole_numbers: bool) -> str:
    return " AND ".join(f'"{word}"' if whole_numbers and word.isdigit() else f'"{word}"*' for word in words)
