"""The block of names under a paper: place and date, "Mengetahui", room to sign and stamp."""

from dataclasses import dataclass

from bimtek.documents.base import Fix, Problem
from bimtek.documents.fonts import Face
from bimtek.documents.page import MM, Sheet
from bimtek.documents.text import clean, fit, keep, sizes, wrap
from bimtek.domain.formatting import nip_text
from bimtek.domain.kegiatan import Signatory
from bimtek.domain.text import _

FIRST = 3.4  # millimetres from the top of the block to its first baseline
ROOM = 23.8  # between the last line of the post and the name: 20 mm stay clear for hand and stamp
LEAD = 4.6  # of the size below; larger type takes more
SIZE = 10.0
ACKNOWLEDGED = "Mengetahui,"


def post_lines(signer: Signatory) -> list[str]:
    """The post as printed: prefix before the first line, a comma after the last."""
    lines = [line for line in map(clean, signer.title_lines) if line]
    if not lines:
        return []
    if prefix := clean(signer.prefix):
        lines[0] = f"{keep(prefix)} {lines[0]}"
    if not lines[-1].endswith(","):
        lines[-1] += ","
    return lines


def id_line(kind: str, number: str, nip_dot: bool = False) -> str:
    """`NIP 19700101 199503 2 001`, or nothing: no number leaves no label, and a NIK is never shown."""
    digits = clean(number).replace(" ", "")
    if digits.strip("-–") == "" or kind.upper() == "NIK":
        return ""
    return keep(f"{clean(kind) or 'NIP'}{'.' if nip_dot else ''} {nip_text(digits)}")


@dataclass(frozen=True, slots=True)
class Signer:
    """One column of the block, its lines broken to a width."""

    head: str
    post: tuple[str, ...]
    name: tuple[str, ...]
    name_size: float
    foot: tuple[str, ...]

    @classmethod
    def of(cls, signer: Signatory, head: str, width: float, nip_dot: bool, size: float) -> "Signer":
        """Break post, name and numbers to `width` millimetres."""
        limit = width * MM
        post = [part for line in post_lines(signer) for part in wrap(line, limit, Face.REGULAR, size)]
        name = fit(clean(signer.name, Face.BOLD), limit, 1e9, Face.BOLD, sizes(size + 0.5, 8), max_lines=2)
        number = id_line(signer.id_kind, signer.id_number, nip_dot)
        foot = [line for line in (clean(signer.pangkat), number) if line]
        return cls(head, tuple(post), name.lines or ("",), name.size, tuple(foot))


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Up to three signers side by side; `height` in millimetres, from its top to its foot."""

    columns: tuple[tuple[float, Signer], ...] = ()
    post_rows: int = 0
    height: float = 0.0
    size: float = SIZE

    @classmethod
    def of(
        cls,
        signers: tuple[Signatory, ...],
        place_date: str,
        width: float,
        *,
        nip_dot: bool = False,
        size: float = SIZE,
    ) -> "SignatureBlock":
        """Lay the signers out in a text width: "kiri" acknowledges, "kanan" carries place and date."""
        if not signers:
            return cls()
        ranked = from_left(signers)
        spots = _spots([signer.place for signer in ranked], width)
        each = _column_width(len(ranked), width)
        columns = tuple(
            (x, Signer.of(signer, head, each, nip_dot, size))
            for x, signer, head in zip(spots, ranked, heads(ranked, place_date), strict=True)
        )
        post_rows = max(len(column.post) for _x, column in columns)
        below = max(len(column.name) + len(column.foot) for _x, column in columns)
        lead = LEAD * size / SIZE
        height = FIRST + lead * post_rows + ROOM + lead * (below - 1) + 1.2
        return cls(columns, post_rows, height, size)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw with the top at y."""
        size, lead = self.size, LEAD * self.size / SIZE
        first = y + FIRST
        name_at = first + lead * self.post_rows + ROOM
        for offset, column in self.columns:
            sheet.put(x + offset, first, column.head, Face.REGULAR, size)
            for n, line in enumerate(column.post, start=1):
                sheet.put(x + offset, first + lead * n, line, Face.REGULAR, size)
            for n, line in enumerate(column.name):
                sheet.put(x + offset, name_at + lead * n, line, Face.BOLD, column.name_size)
            below = name_at + lead * len(column.name)
            for n, line in enumerate(column.foot):
                sheet.put(x + offset, below + lead * n, line, Face.REGULAR, size)


def from_left(signers: tuple[Signatory, ...]) -> list[Signatory]:
    """At most three signers in the order they stand: kiri, tengah, kanan, else as entered."""
    order = {"kiri": 0, "tengah": 1, "kanan": 2}
    return sorted(signers[:3], key=lambda signer: order.get(signer.place, 1))


def heads(ranked: list[Signatory], place_date: str) -> list[str]:
    """The line above each post: place and date once, over the last one; Mengetahui over a "kiri"."""
    above = [ACKNOWLEDGED if signer.place == "kiri" else "" for signer in ranked]
    if ranked and ranked[-1].place != "kiri":
        above[-1] = place_date
    return above


def signer_problems(signers: tuple[Signatory, ...]) -> list[Problem]:
    """What is missing from the people who sign."""
    if not signers:
        return [Problem(_("Belum ada penandatangan."), Fix.SIGNERS)]
    found = []
    if len(signers) > 3:
        found.append(Problem(_("Penandatangan lebih dari tiga."), Fix.SIGNERS, blocking=True))
    if any(not clean(signer.name) for signer in signers):
        found.append(Problem(_("Nama penandatangan belum diisi."), Fix.SIGNERS))
    return found


def _column_width(count: int, width: float) -> float:
    return width / 3 - 4 if count == 3 else min(75.0, width / 2 - 8)


def _spots(places: list[str], width: float) -> list[float]:
    """Left edges of the columns."""
    each = _column_width(len(places), width)
    if len(places) == 3:
        return [n * (width / 3) + 2 for n in range(3)]
    if len(places) == 2:
        return [5.0, width - each]
    return [5.0 if places[0] == "kiri" else width - each]
