"""materi/*.md and kartu/*.md: parts of Markdown become slides and cards."""

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from bimtek.content.bank import bad_reference, is_law_reference
from bimtek.content.edge import did_you_mean
from bimtek.content.markdown import Part, Reader
from bimtek.domain.blocks import Video, spans_text, walk
from bimtek.domain.law import LawReference
from bimtek.domain.module import Card, Slide
from bimtek.domain.text import _

CARD_KINDS = ("diskusi", "kasus")
LONGEST_SECTION = 40

_MARK = re.compile(r"@(\w+)\s*(.*)")
_ID = re.compile(r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*")


@dataclass(slots=True)
class _Marks:
    """What the comments of one part say: marks with their lines, and notes."""

    reader: Reader
    readers: dict[str, Callable[["_Marks", int, str], Any]]
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def read(self, part: Part) -> None:
        """Take marks out of the comments; the rest is notes."""
        for first, comment in part.comments:
            notes = []
            for line, words in enumerate(comment.split("\n"), start=first):
                mark = _MARK.fullmatch(words.strip())
                if mark:
                    self._mark(line, mark[1], mark[2].strip())
                else:
                    notes.append(words)
            text = textwrap.dedent("\n".join(notes)).strip()
            if text:
                self.notes.append(text)

    def _mark(self, line: int, name: str, rest: str) -> None:
        if name not in self.readers:
            near = did_you_mean(name, set(self.readers))
            self.reader.report(line, _("Tanda “@{name}” tidak dikenal di sini.{near}", name=name, near=near))
        elif not rest:
            self.reader.report(line, _("Tanda “@{name}” belum diisi.", name=name))
        elif name in self.values:
            self.reader.report(line, _("Tanda “@{name}” ditulis dua kali di bagian ini.", name=name))
        else:
            self.values[name] = self.readers[name](self, line, rest)

    def minutes(self, line: int, rest: str) -> int | None:
        """Read `@menit 4`."""
        if rest.isascii() and rest.isdigit() and 0 < int(rest[:4]) <= 240:
            return int(rest)
        self.reader.report(line, _("Isi “@menit” harus bilangan bulat 1 sampai 240."))
        return None

    def name(self, line: int, rest: str) -> str:
        """Read `@id bentuk-ocsea`."""
        if not _ID.fullmatch(rest):
            self.reader.report(line, _("Id “{id}” hanya boleh huruf, angka dan tanda hubung.", id=rest))
        return rest

    def section(self, line: int, rest: str) -> str:
        """Read `@bagian Lima bentuk`."""
        if len(rest) > LONGEST_SECTION:
            most = LONGEST_SECTION
            self.reader.report(line, _("Isi “@bagian” paling panjang {most} huruf.", most=most))
        return rest

    def words(self, line: int, rest: str) -> str:
        """Read a mark that is plain text."""
        return rest

    def ids(self, line: int, rest: str) -> tuple[str, ...]:
        """Read words between commas."""
        return tuple(word.strip() for word in rest.split(",") if word.strip())

    def sources(self, line: int, rest: str) -> tuple[str, ...]:
        """Read `@sumber`, and remember where it cites."""
        ids = self.ids(line, rest)
        self.reader.cited += [(line, id_) for id_ in ids]
        return ids

    def references(self, line: int, rest: str) -> tuple[LawReference, ...]:
        """Read `@rujukan uu-12-2022/14/1/a`."""
        words = self.ids(line, rest)
        for word in words:
            if not is_law_reference(word):
                self.reader.report(line, bad_reference(word))
        return tuple(LawReference.parse(word) for word in words if is_law_reference(word))

    def card_kind(self, line: int, rest: str) -> str:
        """Read `@jenis diskusi`."""
        if rest not in CARD_KINDS:
            self.reader.report(
                line, _("Isi “@jenis” harus salah satu dari {kinds}.", kinds=", ".join(CARD_KINDS))
            )
        return rest


_SLIDE_MARKS: dict[str, Callable[[_Marks, int, str], Any]] = {
    "menit": _Marks.minutes,
    "id": _Marks.name,
    "bagian": _Marks.section,
    "sensitif": _Marks.words,
    "sumber": _Marks.sources,
    "rujukan": _Marks.references,
}
_CARD_MARKS: dict[str, Callable[[_Marks, int, str], Any]] = {"jenis": _Marks.card_kind}


def read_slides(reader: Reader, source: str) -> Iterator[Slide]:
    """Yield the slides of one file. Without `@id` a slide is named after its file and place."""
    stem = PurePosixPath(reader.file).stem
    for place, part in enumerate(reader.parts(source), start=1):
        marks = _Marks(reader, _SLIDE_MARKS)
        marks.read(part)
        if not part.title and not part.blocks:
            reader.report(part.line, _("Slide ini kosong."))
        yield Slide(
            id=marks.values.get("id", f"{stem}-{place}"),
            title=part.title,
            blocks=part.blocks,
            notes="\n\n".join(marks.notes),
            minutes=marks.values.get("menit"),
            section=marks.values.get("bagian", ""),
            sensitive=marks.values.get("sensitif", ""),
            sources=marks.values.get("sumber", ()),
            references=marks.values.get("rujukan", ()),
            file=reader.file,
            line=part.line,
        )


def read_cards(reader: Reader, source: str) -> Iterator[Card]:
    """Yield the cards of one file; its first comment names the deck."""
    kind = ""
    for part in reader.parts(source):
        marks = _Marks(reader, _CARD_MARKS)
        marks.read(part)
        first, kind = not kind, kind or marks.values.get("jenis", "")
        if first and not kind:
            reader.report(part.line, _("Tulis jenis kartu di awal berkas: <!-- @jenis diskusi -->."))
            kind = CARD_KINDS[0]
        if not part.title and not part.blocks:
            continue
        if not part.title:
            reader.report(part.line, _("Kartu ini belum punya judul “#”."))
        if any(isinstance(block, Video) for block in walk(part.blocks)):
            reader.report(part.line, _("Video hanya boleh di slide; kartu dicetak."))
        yield Card(
            kind=kind, title=spans_text(part.title), blocks=part.blocks, file=reader.file, line=part.line
        )
