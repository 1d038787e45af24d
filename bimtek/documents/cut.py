"""Cut a combined PDF into one file per person: objects are copied as they are, never encoded again.

It reads only what our own Sheet writes: classic cross-reference table, one flat page tree, no
object streams. Fonts and pictures of the whole batch go into each file, which costs a few
kilobytes and saves nearly all the time.
"""

import re
from collections.abc import Sequence

_OBJECT = re.compile(rb"(\d+) 0 obj\b")
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_PARENT = re.compile(rb"/Parent \d+ 0 R")
_KIDS = re.compile(rb"/Kids \[([^\]]*)\]")
_TREE = b"@TREE@"  # stands for the page tree, which every file has anew
_HEADER = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"


class Cutter:
    """A combined PDF taken apart once; `pages` then gives a small file of some of its pages."""

    def __init__(self, pdf: bytes) -> None:
        self._heads: dict[int, bytes] = {}
        self._tails: dict[int, bytes] = {}
        for number, start, end in _objects(pdf):
            split = pdf.find(b"stream", start, end)
            split = end if split < 0 else split
            self._heads[number] = pdf[start:split]
            self._tails[number] = pdf[split:end]
        trailer = pdf[pdf.rindex(b"trailer") :]
        catalog = self._heads[_numbers(trailer[trailer.index(b"/Root") :])[0]]
        tree = _numbers(catalog[catalog.index(b"/Pages") :])[0]
        self._catalog = catalog.replace(b"/Pages %d 0 R" % tree, b"/Pages " + _TREE)
        kids = _KIDS.search(self._heads[tree])
        assert kids is not None
        self._pages = _numbers(kids[1])
        for page in self._pages:
            self._heads[page] = _PARENT.sub(b"/Parent " + _TREE, self._heads[page])

    def pages(self, wanted: Sequence[int], title: str) -> bytes:
        """A whole file of these pages (counted from 0), titled for its person."""
        pages = [self._pages[n] for n in wanted]
        reached = self._reached([*pages, *_numbers(self._catalog)])
        order = {number: place for place, number in enumerate(reached, start=4)}
        kids = b" ".join(b"%d 0 R" % order[page] for page in pages)
        return _assembled(
            [
                _renumbered(self._catalog, order),
                b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (len(pages), kids),
                b"<< /Title %s /Creator (Bimtek) >>" % _pdf_text(title),
                *(_renumbered(self._heads[number], order) + self._tails[number] for number in reached),
            ]
        )

    def _reached(self, start: Sequence[int]) -> list[int]:
        """All objects that can be reached, in the order they are met."""
        found: dict[int, None] = {}
        waiting = list(reversed(start))
        while waiting:
            number = waiting.pop()
            if number not in found:
                found[number] = None
                waiting += reversed(_numbers(self._heads[number]))
        return list(found)


def _renumbered(head: bytes, order: dict[int, int]) -> bytes:
    new = _REFERENCE.sub(lambda match: b"%d 0 R" % order[int(match[1])], head)
    return new.replace(_TREE, b"2 0 R")


def _objects(pdf: bytes) -> list[tuple[int, int, int]]:
    """Number, start and end (of the body) of every object, by the cross-reference table."""
    table = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    rows = pdf[table:].split(b"\n", 2)
    count = int(rows[1].split()[1])
    first = table + len(rows[0]) + len(rows[1]) + 2
    offsets = [int(pdf[first + 20 * n : first + 20 * n + 10]) for n in range(1, count)]
    found = []
    for offset in offsets:
        match = _OBJECT.match(pdf, offset)
        assert match is not None
        found.append((int(match[1]), match.end(), offset))
    ends = dict(zip(sorted(offsets), [*sorted(offsets)[1:], table], strict=True))
    return [(number, start, pdf.rindex(b"endobj", start, ends[offset])) for number, start, offset in found]


def _numbers(text: bytes) -> list[int]:
    return [int(match[1]) for match in _REFERENCE.finditer(text)]


def _pdf_text(text: str) -> bytes:
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def _assembled(bodies: list[bytes]) -> bytes:
    """Header, objects numbered from 1, table, trailer: object 1 is the catalog, 3 the information."""
    parts = [_HEADER]
    at = len(_HEADER)
    offsets = []
    for number, body in enumerate(bodies, start=1):
        offsets.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body.strip(b"\r\n")))
        at += len(parts[-1])
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, rows))
    parts.append(b"trailer\n<< /Root 1 0 R /Info 3 0 R /Size %d >>\n" % (len(bodies) + 1))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(parts)
