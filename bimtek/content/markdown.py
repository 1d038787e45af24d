"""A small Markdown, split at `---` into parts, each a tree of blocks.

Known: `#` and `##`, paragraphs, bold, italic, lists of one level, quotes, simple tables, pictures
alone in a paragraph, and containers between `::: name` and `:::`. Everything else is reported with
its line and its words are kept, so that one slip hides no other.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from bimtek.content.edge import did_you_mean
from bimtek.content.problems import Problem
from bimtek.domain.blocks import (
    CALLOUTS,
    Block,
    Callout,
    Columns,
    Figure,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Quote,
    Span,
    Spans,
    Table,
    Video,
)
from bimtek.domain.text import Text, _

DIRECTIVES = (*CALLOUTS, "kolom", "angka", "video")
DEEPEST = 3

_COMMENT = re.compile(r"<!--((?:(?!<!--).)*?)-->", re.DOTALL)
_OPENED = "<!--"
_SPLIT = re.compile(r"-{3,}\s*")
_FENCE = re.compile(r":{3,}\s*(.*)")
_PARSER = MarkdownIt("commonmark").enable("table").disable("lheading")


@dataclass(slots=True)
class Part:
    """One slide or card as written: blocks, and comments with their lines."""

    line: int
    title: Spans = ()
    blocks: tuple[Block, ...] = ()
    comments: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Reader:
    """Reads one file. `pictures`, `videos` and `cited` gather paths and sources it names, with lines."""

    file: str
    problems: list[Problem]
    pictures: list[tuple[int, str]] = field(default_factory=list)
    videos: list[tuple[int, str]] = field(default_factory=list)
    cited: list[tuple[int, str]] = field(default_factory=list)

    def report(self, line: int, message: Text) -> None:
        """Note a problem."""
        self.problems.append(Problem(self.file, line, message))

    def parts(self, source: str) -> list[Part]:
        """Return the parts of a file; those that are blank are left out."""
        comments, text = self._take_comments(source)
        found: list[Part] = []
        lines: list[str] = []
        first = 1
        for number, line in enumerate([*text.split("\n"), "---"], start=1):
            if not _SPLIT.fullmatch(line):
                lines.append(line)
                continue
            inside = [(at, words) for at, words in comments if first <= at < number]
            if inside or any(map(str.strip, lines)):
                found.append(self._part(first, lines, inside))
            lines, first = [], number + 1
        return found

    def _take_comments(self, source: str) -> tuple[list[tuple[int, str]], str]:
        """Return comments with their lines, and the text without them but with the same lines."""
        comments = [
            (source.count("\n", 0, found.start()) + 1, found[1].strip("\n"))
            for found in _COMMENT.finditer(source)
        ]
        text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)
        for found in re.finditer(_OPENED, text):
            line = text.count("\n", 0, found.start()) + 1
            self.report(line, _("Komentar “<!--” belum ditutup dengan “-->”."))
        return comments, text.replace(_OPENED, "")

    def _part(self, first: int, lines: Sequence[str], comments: list[tuple[int, str]]) -> Part:
        written = [at for at, line in enumerate(lines, start=first) if line.strip()]
        starts = [*written[:1], *(at for at, _words in comments[:1])]
        body = _Body(self, lines, first)
        blocks = body.read()
        part = Part(min(starts), comments=comments)
        if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
            part.title, blocks = blocks[0].spans, blocks[1:]
        for line in body.titles[1 if part.title else 0 :]:
            self.report(line, _("Judul “#” hanya boleh satu, di awal. Pakai “##” di bawahnya."))
        part.blocks = tuple(_lowered(block) for block in blocks)
        return part


def _lowered(block: Block) -> Block:
    return Heading(2, block.spans) if isinstance(block, Heading) else block


class _Body:
    """Reads the lines of one part: containers here, the text between them through markdown-it."""

    def __init__(self, reader: Reader, lines: Sequence[str], first: int) -> None:
        self._reader, self._lines, self._first = reader, lines, first
        self._at = 0
        self.titles: list[int] = []

    def read(self) -> list[Block]:
        """Return the blocks of the part."""
        return [block for column in self._columns("", 0, 0) for block in column]

    def _columns(self, name: str, opened: int, depth: int) -> list[list[Block]]:
        """Read up to the `:::` that closes a container; return its columns (one, but in `kolom`)."""
        columns: list[list[Block]] = [[]]
        run: list[str] = []
        while self._at < len(self._lines):
            line = self._lines[self._at].strip()
            number = self._first + self._at
            fence = _FENCE.fullmatch(line)
            self._at += 1
            if fence is None and line != "+++":
                run.append(self._lines[self._at - 1])
                continue
            columns[-1] += self._text(run, number - len(run))
            run = []
            if fence is None:
                self._break(columns, name, number)
            elif fence[1]:
                columns[-1] += self._container(fence[1], number, depth + 1)
            elif depth:
                return columns
            else:
                self._reader.report(number, _("Penutup “:::” ini tanpa pembuka."))
        columns[-1] += self._text(run, self._first + self._at - len(run))
        if depth:
            self._reader.report(opened, _("Bagian “::: {name}” belum ditutup dengan “:::”.", name=name))
        return columns

    def _break(self, columns: list[list[Block]], name: str, number: int) -> None:
        if name == "kolom":
            columns.append([])
        else:
            self._reader.report(number, _("Pemisah “+++” hanya boleh di dalam “::: kolom”."))

    def _container(self, opening: str, number: int, depth: int) -> list[Block]:
        name, _blank, rest = opening.partition(" ")
        rest = rest.strip()
        if depth > DEEPEST:
            self._reader.report(number, _("Bagian “:::” bertumpuk terlalu dalam."))
            return []
        columns = self._columns(name, number, depth)
        blocks = tuple(block for column in columns for block in column)
        if name == "kolom":
            if len(columns) < 2:
                self._reader.report(number, _("Bagian “::: kolom” perlu pemisah “+++”."))
            return [Columns(tuple(map(tuple, columns)))]
        if name == "angka":
            if not rest:
                self._reader.report(number, _("Tulis angkanya di baris “::: angka”."))
            return [Figure(rest, blocks)]
        if name == "video":
            return [self._video(rest, blocks, number)]
        if name not in CALLOUTS:
            near = did_you_mean(name, set(DIRECTIVES))
            self._reader.report(number, _("Bagian “::: {name}” tidak dikenal.{near}", name=name, near=near))
            return list(blocks)
        return [Callout(name, rest, blocks)]

    def _video(self, rest: str, blocks: tuple[Block, ...], number: int) -> Block:
        path, _blank, title = rest.partition(" ")
        self._reader.videos.append((number, path))
        if not title.strip():
            self._reader.report(number, _("Tulis berkas dan judulnya: ::: video media/cerita.mp4 Judul."))
        return Video(path, title.strip(), blocks)

    def _text(self, lines: Sequence[str], first: int) -> list[Block]:
        """Return the blocks of a stretch of plain Markdown."""
        if not any(map(str.strip, lines)):
            return []
        blocks: list[Block] = []
        for node in SyntaxTreeNode(_PARSER.parse("\n".join(lines))).children:
            blocks += self._block(node, first)
        return blocks

    def _block(self, node: SyntaxTreeNode, first: int) -> list[Block]:
        line = first + (node.map[0] if node.map else 0)
        if node.type == "heading":
            return [self._heading(node, line)]
        if node.type == "paragraph":
            return self._paragraph(node, line)
        if node.type in ("bullet_list", "ordered_list"):
            items = tuple(self._joined(item, first) for item in node.children)
            return [ListBlock(node.type == "ordered_list", items)]
        if node.type == "blockquote":
            return [Quote(self._joined(node, first))]
        if node.type == "table":
            rows = [
                tuple(self._inline(cell, line) for cell in row.children)
                for part in node.children
                for row in part.children
            ]
            return [Table(rows[0], tuple(rows[1:]))]
        return self._unknown(node, line)

    def _unknown(self, node: SyntaxTreeNode, line: int) -> list[Block]:
        if node.type == "html_block":
            self._reader.report(line, _("HTML tidak boleh di sini. Tulis dengan Markdown biasa."))
            return []
        names = {"hr": _("garis pemisah"), "fence": _("blok kode"), "code_block": _("teks menjorok 4 spasi")}
        what = names.get(node.type, node.type)
        self._reader.report(line, _("Bentuk ini belum didukung: {what}.", what=what))
        return [Paragraph((Span(node.content),))] if node.content else []

    def _heading(self, node: SyntaxTreeNode, line: int) -> Block:
        level = len(node.markup)
        if level == 1:
            self.titles.append(line)
        elif level > 2:
            self._reader.report(line, _("Judul paling dalam “##”."))
        return Heading(min(level, 2), self._inline(node, line))

    def _paragraph(self, node: SyntaxTreeNode, line: int) -> list[Block]:
        inline = node.children[0].children
        if len(inline) == 1 and inline[0].type == "image":
            path = unquote(str(inline[0].attrs.get("src", "")))
            self._reader.pictures.append((line, path))
            if not inline[0].content.strip():
                self._reader.report(line, _("Gambar ini belum punya teks pengganti: ![teks](media/…)."))
            return [Image(path, inline[0].content.strip())]
        return [Paragraph(self._inline(node, line))]

    def _joined(self, node: SyntaxTreeNode, first: int) -> Spans:
        """Return the paragraphs of a list item or quote as one run of spans."""
        spans: list[Span] = []
        for child in node.children:
            line = first + (child.map[0] if child.map else 0)
            if child.type == "paragraph":
                spans += [*([Span(" ")] if spans else []), *self._inline(child, line)]
            elif child.type in ("bullet_list", "ordered_list"):
                self._reader.report(line, _("Daftar bertingkat belum didukung. Jadikan satu tingkat."))
            else:
                self._reader.report(line, _("Isi daftar atau kutipan hanya boleh kalimat."))
        return _merged(spans)

    def _inline(self, node: SyntaxTreeNode, line: int) -> Spans:
        tokens = [token for child in node.children if child.token for token in child.token.children or ()]
        return _merged(_Inline(self._reader, line).spans(tokens))


class _Inline:
    """Turns the tokens of one run of text into spans."""

    def __init__(self, reader: Reader, line: int) -> None:
        self._reader, self._line = reader, line
        self._bold = self._italic = 0

    def spans(self, tokens: Iterable[Token]) -> Iterable[Span]:
        """Yield the spans, reporting what is not known."""
        for token in tokens:
            kind = token.type
            if kind.startswith("strong"):
                self._bold += token.nesting
            elif kind.startswith("em_"):
                self._italic += token.nesting
            elif kind in ("softbreak", "hardbreak"):
                self._line += 1
                yield self._span(" ")
            else:
                self._judge(kind)
                yield self._span("" if kind in ("html_inline", "image") else token.content)

    def _span(self, text: str) -> Span:
        return Span(text, bold=self._bold > 0, italic=self._italic > 0)

    def _judge(self, kind: str) -> None:
        if kind == "html_inline":
            self._reader.report(self._line, _("HTML tidak boleh di sini. Tulis dengan Markdown biasa."))
        elif kind == "image":
            self._reader.report(self._line, _("Gambar harus sendirian dalam satu paragraf."))
        elif kind == "link_open":
            self._reader.report(self._line, _("Tautan belum didukung. Tulis sebagai teks atau [[sumber]]."))
        elif kind == "code_inline":
            self._reader.report(self._line, _("Tanda ` belum didukung. Pakai **tebal**."))


def _merged(spans: Iterable[Span]) -> Spans:
    """Join neighbours of one style; blanks at both ends go."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic) == (span.bold, span.italic):
            merged[-1] = Span(last.text + span.text, span.bold, span.italic)
        elif span.text:
            merged.append(span)
    return tuple(merged)
