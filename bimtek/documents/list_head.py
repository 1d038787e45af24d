"""Heads of attendance lists: kop with labelled lines, or the slim head that ministries repeat."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bimtek.documents.fonts import Face
from bimtek.documents.kop import Kop, draw_strip
from bimtek.documents.page import MM, Layout, Sheet
from bimtek.documents.text import balance, clean, fit, sizes, wrap
from bimtek.domain.formatting import date_list, long_date, long_date_list, time_span
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.people import Role
from bimtek.domain.place import Place

LABEL_MM, COLON_MM = 26.0, 3.0
LEAD = 4.4
TITLE_GAP = 6.2
SLIM_LEAD = 5.2
SLIM_LOGO = 20.0
_PLACE_WORDS = (
    *("desa", "kelurahan", "nagari", "gampong", "kampung", "pekon", "kecamatan", "distrik"),
    *("ds.", "kel.", "kec."),
)


def heading(role: Role) -> str:
    """The title on the paper: DAFTAR HADIR PESERTA."""
    return f"DAFTAR HADIR {role.value.upper()}"


@dataclass(frozen=True, slots=True)
class ListHead:
    """Everything above the table. `lines` are (label, text), or (size, text) when slim.

    `bottom` is where the table may begin; `running` is the header of later pages.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    running: str
    kop: Kop
    slim: bool
    layout: Layout

    @classmethod
    def of(
        cls,
        kegiatan: Kegiatan,
        session: Session,
        dates: Sequence[date],
        role: Role,
        layout: Layout,
        kop: Kop,
    ) -> "ListHead":
        """Slim when the page lies and no letterhead names an office (as ministries print it).

        Logos that were put in places of their own keep them, so they stand in a kop.
        """
        slim = layout.width > layout.height and not dates and not (kop.lines or kop.image or kop.places)
        if slim:
            lines = _slim_lines(kegiatan, session, role, layout)
        else:
            lines = _labelled(_facts(kegiatan, session, dates), layout)
        return cls(heading(role), lines, _running(kegiatan, session, dates, role), kop, slim, layout)

    @property
    def bottom(self) -> float:
        """Where the table begins."""
        if self.slim:
            return self.layout.top + self._slim_height + 4
        kop = self.kop.height + TITLE_GAP if self.kop.height else TITLE_GAP - 2
        return self.layout.top + kop + 2.4 + LEAD * len(self.lines) + 2.5

    @property
    def _slim_height(self) -> float:
        return max(SLIM_LOGO if self.kop.logos else 0.0, SLIM_LEAD * len(self.lines))

    def draw(self, sheet: Sheet) -> None:
        """Draw it at the top margin."""
        if self.slim:
            self._draw_slim(sheet)
            return
        layout = self.layout
        y = self.kop.draw(sheet, layout.left, layout.top) if self.kop.height else layout.top - 2
        y += TITLE_GAP
        sheet.put(layout.centre, y, self.title, Face.BOLD, 12, "c")
        y += 2.4
        for label, value in self.lines:
            y += LEAD
            if label:
                sheet.put(layout.left, y, label, Face.REGULAR, 10)
                sheet.put(layout.left + LABEL_MM, y, ":", Face.REGULAR, 10)
            sheet.put(layout.left + LABEL_MM + COLON_MM, y, value, Face.REGULAR, 10)

    def _draw_slim(self, sheet: Sheet) -> None:
        layout = self.layout
        if self.kop.logos:
            sheet.picture(self.kop.logos[0], layout.left, layout.top, SLIM_LOGO, SLIM_LOGO, "l")
            draw_strip(sheet, self.kop.logos[1:], layout.width - layout.right, layout.top + SLIM_LOGO / 2)
        y = layout.top + (self._slim_height - SLIM_LEAD * len(self.lines)) / 2
        for size, text in self.lines:
            y += SLIM_LEAD
            sheet.put(layout.width / 2, y - 1.2, text, Face.BOLD, float(size), "c")


def place_text(place: Place) -> str:
    """Where it is held, in one line, with the words Desa and Kecamatan where they are missing."""
    parts = (
        place.hall,
        place.address,
        _with_word("Desa", place.desa),
        _with_word("Kecamatan", place.kecamatan),
        place.kabupaten,
    )
    return ", ".join(part for part in map(clean, parts) if part)


def _with_word(word: str, name: str) -> str:
    return name if not name or name.lower().startswith(_PLACE_WORDS) else f"{word} {name}"


def _facts(kegiatan: Kegiatan, session: Session, dates: Sequence[date]) -> list[tuple[str, str]]:
    hours = time_span(session.starts, session.ends, kegiatan.zone)
    label = clean(session.label)
    return [
        ("Acara", clean(kegiatan.title)),
        ("Hari/Tanggal", long_date_list(dates) if dates else long_date(session.on_date)),
        ("Waktu", f"{hours} ({label})" if label and not dates else hours),
        ("Tempat", place_text(kegiatan.place)),
    ]


def _labelled(facts: list[tuple[str, str]], layout: Layout) -> tuple[tuple[str, str], ...]:
    limit = (layout.text_width - LABEL_MM - COLON_MM) * MM
    lines: list[tuple[str, str]] = []
    for label, value in facts:
        parts = wrap(value, limit, Face.REGULAR, 10) or [""]
        lines += [(label if n == 0 else "", part) for n, part in enumerate(parts)]
    return tuple(lines)


def _slim_lines(
    kegiatan: Kegiatan, session: Session, role: Role, layout: Layout
) -> tuple[tuple[str, str], ...]:
    limit = (layout.text_width - 90) * MM
    city = kegiatan.issue_city or kegiatan.place.kabupaten
    where = ", ".join(part for part in map(clean, (city, long_date(session.on_date), session.label)) if part)
    title = clean(kegiatan.title, Face.BOLD).upper()
    size = fit(title, limit, 1e9, Face.BOLD, sizes(11, 9), max_lines=3).size
    texts = [heading(role), *balance(title, limit, Face.BOLD, size), where.upper()]
    return tuple((str(size), text) for text in texts if text)


def _running(kegiatan: Kegiatan, session: Session, dates: Sequence[date], role: Role) -> str:
    day = date_list(dates) if dates else long_date(session.on_date)
    name = clean(kegiatan.short) or clean(kegiatan.title)
    label = "" if dates else clean(session.label)
    parts = (f"Daftar Hadir {role.value.capitalize()}", name, day, label)
    return " – ".join(part for part in parts if part) + " (lanjutan)"
