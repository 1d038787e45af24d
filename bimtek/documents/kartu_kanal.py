"""Channel cards: eight pocket cards to cut from one A4, and the same as a poster for the wall.

Only what was verified lately arrives here with a number; everything else has a dotted line to
write on, so that nobody is sent to a number that nobody tried.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, silent
from bimtek.documents.fonts import Face, letter_problems, width
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import Fitted, clean, fit, sizes, wrap
from bimtek.domain.channels import CardLine, ChannelKind
from bimtek.domain.formatting import numeric_date
from bimtek.domain.kegiatan import Paper
from bimtek.domain.text import Text, _

EDGE = 10.0
ACROSS, DOWN = 2, 4
INSIDE = 4.5
ON_CARD = 7  # lines that fit a pocket card with numbers large enough to read
ON_POSTER = 11
LARGEST = 0.68  # of the width of a card that a number may take
DOTS = 40.0
NUMBER = 14.0  # points; smaller numbers are misread
APPS = {ChannelKind.WHATSAPP: "WhatsApp", ChannelKind.SMS: "SMS"}
TITLE = "Butuh bantuan? Hubungi:"
WARNING = "Jangan simpan atau kirim gambar anak. Sebut tautannya saja."
TO_CALL = "Titik-titik: tanyakan atau hubungi dulu nomornya, lalu tulis sendiri."


@dataclass(frozen=True, kw_only=True)
class KartuKanal:
    """`lines` stand on card and poster, `others` on the poster as far as there is room."""

    key: ClassVar[str] = "kartu-kanal"
    title: ClassVar[Text] = _("Kartu kanal bantuan")

    made_on: date
    lines: tuple[CardLine, ...]
    others: tuple[CardLine, ...] = ()
    marked: bool = False  # CONTOH across each sheet

    def problems(self) -> list[Problem]:
        """Lines without a number, lines that found no room, letters that cannot be printed."""
        found = []
        dotted = sum(not line.value for line in self.lines)
        if dotted:
            message = _("{count} baris masih titik-titik: kanalnya perlu dihubungi dulu.", count=dotted)
            found.append(Problem(message, Fix.CHANNELS))
        room = (Layout.of(Paper.A4).width - 2 * EDGE) / ACROSS - 2 * INSIDE
        for line in self.lines[:ON_CARD]:
            if line.value and not _number(line, room * LARGEST, (NUMBER,)).lines:
                message = _("Nomor atau alamat {label} terlalu panjang untuk kartu saku.", label=line.label)
                found.append(Problem(message, Fix.CHANNELS))
        left = len(self.lines) - len(self.lines[:ON_CARD])
        if left:
            found.append(Problem(_("{count} kanal tidak muat di kartu saku.", count=left), Fix.CHANNELS))
        left = len(self.lines + self.others) - len(self._poster())
        if left:
            found.append(Problem(_("{count} kanal tidak muat di poster.", count=left), Fix.CHANNELS))
        everything = self.lines + self.others
        return found + letter_problems("".join(line.label + line.value + line.purpose for line in everything))

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the sheet of cards, then the poster."""
        layout = Layout.of(Paper.A4)
        sheet = Sheet(out, layout, str(self.title), sample=self.marked)
        sheet.begin_page()
        self._draw_cards(sheet, layout)
        progress(1, 2)
        sheet.begin_page()
        self._draw_poster(sheet, layout)
        progress(2, 2)
        return sheet.save()

    @classmethod
    def sample(cls) -> "KartuKanal":
        """Invented channels, some of them not verified."""
        return cls(made_on=samples.DAY, lines=samples.channels(), marked=True)

    def _poster(self) -> tuple[CardLine, ...]:
        return (self.lines + self.others)[:ON_POSTER]

    def _draw_cards(self, sheet: Sheet, layout: Layout) -> None:
        wide, high = (layout.width - 2 * EDGE) / ACROSS, (layout.height - 2 * EDGE) / DOWN
        _draw_cuts(sheet, layout, wide, high)
        for n in range(ACROSS * DOWN):
            x, y = EDGE + n % ACROSS * wide, EDGE + n // ACROSS * high
            self._draw_card(sheet, x, y, wide, high)

    def _draw_card(self, sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
        left, right = x + INSIDE, x + wide - INSIDE
        sheet.put(left, y + 8, TITLE, Face.BOLD, 12)
        sheet.lines([(left, y + 10, right, y + 10)], 0.75)
        lines = self.lines[:ON_CARD]
        step = (high - 18) / max(len(lines), 5)
        for n, line in enumerate(lines):
            _draw_line(sheet, line, left, right, y + 10 + n * step + step / 2)
        sheet.lines([(left, y + high - 7.6, right, y + high - 7.6)], 0.75)
        sheet.put(left, y + high - 4, WARNING, Face.BOLD, 7.5)

    def _draw_poster(self, sheet: Sheet, layout: Layout) -> None:
        left, right = layout.left, layout.width - layout.left
        sheet.put(layout.width / 2, layout.top + 14, TITLE, Face.BOLD, 30, "c")
        sheet.lines([(left, layout.top + 19, right, layout.top + 19)], 1.5)
        lines, top, foot = self._poster(), layout.top + 20, layout.floor - 20
        step = min((foot - top) / max(len(lines), 1), 34)
        for n, line in enumerate(lines):
            _draw_row(sheet, line, left, right, top + n * step, step)
        sheet.lines([(left, foot + 2, right, foot + 2)], 1.5)
        sheet.put(left, foot + 8, WARNING, Face.BOLD, 10.5)
        sheet.put(left, foot + 13, TO_CALL, Face.REGULAR, 9.5)
        sheet.put(right, foot + 18, f"Dicetak {numeric_date(self.made_on)}", Face.REGULAR, 9.5, "r")


def _draw_line(sheet: Sheet, line: CardLine, left: float, right: float, middle: float) -> None:
    """One channel of a pocket card: its name and day at the left, its number at the right."""
    number = _number(line, (right - left) * LARGEST, (NUMBER,))
    for n, part in enumerate(number.lines):
        at = middle + (1.8 if len(number.lines) == 1 else -0.4 + n * 4.4)
        sheet.put(right, at, part, Face.BOLD, number.size, "r")
    taken = max((width(part, Face.BOLD, number.size) / MM for part in number.lines), default=DOTS)
    if not number.lines:
        _dots(sheet, right - DOTS, right, middle + 2)
    limit = (right - left - taken - 2.5) * MM
    label = fit(clean(_name(line)), limit, 9 * MM, Face.REGULAR, sizes(8.5, 6.5), max_lines=2)
    rows = [(part, label.size) for part in _first_two(label)]
    if number.lines and line.verified_on is not None:
        rows.append((f"diperiksa {numeric_date(line.verified_on)}", 6.5))
    pitch = 2.9 if len(rows) < 3 else 2.45
    at = middle + 1.1 - (len(rows) - 1) * pitch / 2
    for part, size in rows:
        sheet.put(left, at, part, Face.REGULAR, size)
        at += pitch


def _draw_row(sheet: Sheet, line: CardLine, left: float, right: float, top: float, high: float) -> None:
    """One channel of the poster: name, what it is for and what not, number and day."""
    sheet.lines([(left, top + high, right, top + high)])
    split = left + (right - left) * 0.5
    wide = (split - left - 4) * MM
    words = [part for part in (line.purpose, line.not_for) if part]
    label = fit(clean(_name(line), Face.BOLD), wide, 14 * MM, Face.BOLD, sizes(13, 9), max_lines=2)
    small = [text for part in words for text in wrap(clean(part), wide, Face.REGULAR, 8.5)]
    block = len(label.lines) * label.size * 1.15 / MM + len(small) * 3.6
    at = top + max((high - block) / 2, 0.5) + label.size * 0.9 / MM
    for part in _first_two(label):
        sheet.put(left, at, part, Face.BOLD, label.size)
        at += label.size * 1.15 / MM
    for part in small[: max(int((top + high - at) / 3.6) + 1, 0)]:
        sheet.put(left, at - 0.8, part, Face.REGULAR, 8.5)
        at += 3.6
    middle = top + high / 2
    fitted = _number(line, right - split, sizes(26, NUMBER))
    if not fitted.lines:
        _dots(sheet, split, right, middle + 4)
        return
    at = middle + 1 - (len(fitted.lines) - 1) * fitted.size * 0.55 / MM
    for part in fitted.lines:
        sheet.put(right, at, part, Face.BOLD, fitted.size, "r")
        at += fitted.size * 1.1 / MM
    day = f"diperiksa {numeric_date(line.verified_on)}" if line.verified_on else ""
    said = ", ".join(part for part in (clean(line.hours), day) if part)
    sheet.put(right, middle + (6.5 if len(fitted.lines) == 1 else 10), said, Face.REGULAR, 8.5, "r")


def _number(line: CardLine, room: float, tries: Sequence[float]) -> Fitted:
    """The number whole, in at most two lines of `room` millimetres; no lines when it does not fit so.

    Half a number is worse than a dotted line.
    """
    fitted = fit(clean(line.value, Face.BOLD), room * MM, 1e9, Face.BOLD, tries, max_lines=2)
    return fitted if len(fitted.lines) <= 2 else Fitted((), fitted.size)


def _first_two(label: Fitted) -> tuple[str, ...]:
    """At most two lines of a name; one that goes on says so."""
    if len(label.lines) <= 2:
        return label.lines
    return label.lines[0], label.lines[1].rpartition(" ")[0] + "…"


def _name(line: CardLine) -> str:
    """The name of a line; one that is written to says so."""
    app = APPS.get(line.kind, "")
    return line.label if app.casefold() in line.label.casefold() else f"{line.label} ({app})"


def _dots(sheet: Sheet, left: float, right: float, y: float) -> None:
    """A dotted line to write a number on."""
    sheet.canvas.saveState()
    sheet.canvas.setDash(0.8, 2.2)
    sheet.lines([(left, y, right, y)], 0.8)
    sheet.canvas.restoreState()


def _draw_cuts(sheet: Sheet, layout: Layout, wide: float, high: float) -> None:
    """Dashed lines along which to cut, reaching past the cards as marks."""
    sheet.canvas.saveState()
    sheet.canvas.setDash(3, 2)
    xs: Sequence[float] = [EDGE + n * wide for n in range(ACROSS + 1)]
    ys: Sequence[float] = [EDGE + n * high for n in range(DOWN + 1)]
    sheet.lines([(EDGE - 4, y, layout.width - EDGE + 4, y) for y in ys], 0.5)
    sheet.lines([(x, EDGE - 4, x, layout.height - EDGE + 4) for x in xs], 0.5)
    sheet.canvas.restoreState()
