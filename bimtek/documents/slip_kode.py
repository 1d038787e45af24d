"""Code slips to tear off: a name and the four characters that open that person's test."""

from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, refuse_blocking, silent
from bimtek.documents.fonts import Face, letter_problems
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import clean, fit, sizes
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import shown_name
from bimtek.domain.people import Participation
from bimtek.domain.text import Text, _

ACROSS = 3
HEIGHT = 25.0  # eleven down: 33 slips on one A4
EDGE = 10.0
LABEL = "Kode Anda:"


@dataclass(frozen=True, kw_only=True)
class SlipKode:
    """One slip per person, three across, cut along dashed lines. People without a code get none."""

    key: ClassVar[str] = "slip-kode"
    title: ClassVar[Text] = _("Slip kode peserta")

    kegiatan: Kegiatan
    people: tuple[Participation, ...]

    def problems(self) -> list[Problem]:
        """Missing or repeated codes, letters that cannot be printed."""
        codes = [person.code for person in self.people]
        found = []
        if not any(codes):
            found.append(Problem(_("Belum ada peserta yang mempunyai kode."), Fix.PEOPLE, blocking=True))
        elif not all(codes):
            message = _("{count} orang belum mempunyai kode.", count=codes.count(""))
            found.append(Problem(message, Fix.PEOPLE))
        given = [code for code in codes if code]
        if len(set(given)) < len(given):
            found.append(Problem(_("Ada kode yang sama untuk dua orang."), Fix.PEOPLE, blocking=True))
        found += letter_problems("".join(person.person.name.full for person in self.people))
        return found

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the slips in the order of the list."""
        refuse_blocking(self.problems())
        layout = Layout.of(self.kegiatan.papers.paper)
        sheet = Sheet(out, layout, str(self.title), sample=self.kegiatan.sample)
        down = int((layout.height - 2 * EDGE) / HEIGHT)
        each = ACROSS * down
        people = [person for person in self.people if person.code]
        wide = (layout.width - 2 * EDGE) / ACROSS
        for start in range(0, len(people), each):
            sheet.begin_page()
            part = people[start : start + each]
            _draw_cuts(sheet, wide, -(-len(part) // ACROSS))
            for n, person in enumerate(part):
                x, y = EDGE + n % ACROSS * wide, EDGE + n // ACROSS * HEIGHT
                self._draw_slip(sheet, person, x, y, wide)
            progress(start + len(part), len(people))
        return sheet.save()

    def _draw_slip(self, sheet: Sheet, person: Participation, x: float, y: float, wide: float) -> None:
        middle = x + wide / 2
        limit = (wide - 6) * MM
        name = clean(shown_name(person.person.name, self.kegiatan.papers.name_case), Face.BOLD)
        fitted = fit(name, limit, 10 * MM, Face.BOLD, sizes(11, 7), max_lines=2)
        top = y + (6.4 if len(fitted.lines) == 1 else 5.2)
        for n, line in enumerate(fitted.lines):
            sheet.put(middle, top + n * fitted.size * 1.1 / MM, line, Face.BOLD, fitted.size, "c")
        sheet.put(middle - 5, y + 16.6, LABEL, Face.REGULAR, 9, "r")
        sheet.put(middle - 2, y + 17, clean(person.code), Face.BOLD, 20)
        activity = clean(self.kegiatan.short) or clean(self.kegiatan.title)
        event = fit(activity, limit, 9, Face.ITALIC, sizes(8, 6))
        sheet.put(middle, y + 22.4, " ".join(event.lines[:1]), Face.ITALIC, event.size, "c")

    @classmethod
    def sample(cls) -> "SlipKode":
        """Six invented people."""
        return cls(kegiatan=samples.kegiatan(), people=samples.people(6))


def _draw_cuts(sheet: Sheet, wide: float, rows: int) -> None:
    """Dashed lines along which to tear, reaching past the slips as cut marks."""
    right, bottom = EDGE + ACROSS * wide, EDGE + rows * HEIGHT
    canvas = sheet.canvas
    canvas.saveState()
    canvas.setDash(3, 2)
    level = [(EDGE - 4, EDGE + n * HEIGHT, right + 4, EDGE + n * HEIGHT) for n in range(rows + 1)]
    upright = [(EDGE + n * wide, EDGE - 4, EDGE + n * wide, bottom + 4) for n in range(ACROSS + 1)]
    sheet.lines(level + upright, 0.5)
    canvas.restoreState()
