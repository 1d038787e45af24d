"""Discussion and case cards of a module: four on a sheet, to be cut and handed out."""

from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, refuse_blocking, silent
from bimtek.documents.blocks import Line, draw_lines, height, set_blocks
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import Fitted, balance, clean, fit, sizes
from bimtek.domain.kegiatan import Paper
from bimtek.domain.module import Card
from bimtek.domain.text import Text, _

EDGE = 10.0
INSIDE = 9.0
BODY_SIZES = tuple(sizes(17, 8))
KINDS = {"diskusi": "KARTU DISKUSI", "kasus": "KARTU KASUS"}


@dataclass(frozen=True, kw_only=True)
class Kartu:
    """All cards of a module in order, two by two on upright sheets."""

    key: ClassVar[str] = "kartu"
    title: ClassVar[Text] = _("Kartu kegiatan modul")

    module_title: str
    cards: tuple[Card, ...]
    paper: Paper = Paper.A4
    marked: bool = False  # CONTOH across each sheet

    def problems(self) -> list[Problem]:
        """No cards, or a card with more text than it holds."""
        if not self.cards:
            return [Problem(_("Modul ini tidak punya kartu."), Fix.MODULE, blocking=True)]
        setter = _Setter(Layout.of(self.paper))
        return [
            Problem(_("Kartu {title} terlalu panjang untuk satu kartu.", title=card.title), Fix.MODULE)
            for card in self.cards
            if not setter.fits(card)
        ]

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the sheets."""
        refuse_blocking([problem for problem in self.problems() if problem.blocking])
        layout = Layout.of(self.paper)
        sheet = Sheet(out, layout, f"{self.title} – {clean(self.module_title)}", sample=self.marked)
        setter = _Setter(layout)
        for start in range(0, len(self.cards), 4):
            sheet.begin_page()
            _draw_cuts(sheet, setter)
            for n, card in enumerate(self.cards[start : start + 4]):
                x, y = EDGE + n % 2 * setter.wide, EDGE + n // 2 * setter.high
                setter.draw(sheet, card, start + n + 1, clean(self.module_title), x, y)
            progress(min(start + 4, len(self.cards)), len(self.cards))
        return sheet.save()

    @classmethod
    def sample(cls) -> "Kartu":
        """Two invented cards."""
        return cls(module_title="Contoh modul", cards=samples.cards())


class _Setter:
    """Finds the largest size at which a card's text fits, and draws it."""

    def __init__(self, layout: Layout) -> None:
        self.wide = (layout.width - 2 * EDGE) / 2
        self.high = (layout.height - 2 * EDGE) / 2

    def fits(self, card: Card) -> bool:
        """True when the card holds its text at a readable size."""
        title, lines, size = self._set(card)
        return height(lines, size) <= self._room(title)

    def draw(self, sheet: Sheet, card: Card, number: int, module: str, x: float, y: float) -> None:
        """Draw one card with its top left corner at x, y."""
        title, lines, size = self._set(card)
        left, right = x + INSIDE, x + self.wide - INSIDE
        sheet.put(left, y + 11, KINDS.get(card.kind, "KARTU"), Face.REGULAR, 8.5)
        sheet.put(right, y + 11, str(number), Face.REGULAR, 8.5, "r")
        sheet.lines([(left, y + 13, right, y + 13)], 0.75)
        at = y + 20.5
        for line in title.lines:
            sheet.put(left, at, line, Face.BOLD, title.size)
            at += title.size * 1.2 / MM
        draw_lines(sheet, lines, left, at - title.size * 1.2 / MM + 1, size)
        foot = fit(module, (self.wide - 2 * INSIDE) * MM, 9, Face.ITALIC, sizes(7.5, 6), max_lines=1)
        sheet.put(left, y + self.high - 6, " ".join(foot.lines[:1]), Face.ITALIC, foot.size)

    def _room(self, title: Fitted) -> float:
        return self.high - 20.5 - len(title.lines) * title.size * 1.2 / MM - 12 + title.size * 1.2 / MM

    def _set(self, card: Card) -> tuple[Fitted, list[Line], float]:
        limit = (self.wide - 2 * INSIDE) * MM
        text = clean(card.title, Face.BOLD)
        title = fit(text, limit, 1e9, Face.BOLD, sizes(18, 11), max_lines=2)
        title = Fitted(tuple(balance(text, limit, Face.BOLD, title.size)), title.size)
        lines: list[Line] = []
        for size in BODY_SIZES:
            lines = set_blocks(card.blocks, limit, size)
            if height(lines, size) <= self._room(title):
                return title, lines, size
        return title, lines, BODY_SIZES[-1]


def _draw_cuts(sheet: Sheet, setter: _Setter) -> None:
    canvas, layout = sheet.canvas, sheet.layout
    canvas.saveState()
    canvas.setDash(3, 2)
    xs = [EDGE + n * setter.wide for n in range(3)]
    ys = [EDGE + n * setter.high for n in range(3)]
    level = [(EDGE - 4, y, layout.width - EDGE + 4, y) for y in ys]
    upright = [(x, EDGE - 4, x, layout.height - EDGE + 4) for x in xs]
    sheet.lines(level + upright, 0.5)
    canvas.restoreState()
