"""Scores of a kegiatan as a spreadsheet: everybody's, and what the group learned over its pairs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, ClassVar

from bimtek.documents import samples
from bimtek.documents.base import Fix, Problem, Progress, silent
from bimtek.documents.spreadsheet import Column, Value, Workbook, Worksheet
from bimtek.domain.formatting import long_date_list
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.names import shown_name
from bimtek.domain.people import Participation
from bimtek.domain.score import GroupGain, PairedScore, gain_class
from bimtek.domain.text import Text, _

COLUMNS = (
    Column("No", 5, "int"),
    Column("Nama", 38),
    Column("Instansi", 32),
    Column("Pre-test", 11, "score"),
    Column("Post-test", 11, "score"),
    Column("Selisih", 11, "score"),
    Column("N-gain", 11, "gain"),
    Column("Keterangan", 28),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One person's scores, fractions 0..1; None where a test was not taken (never 0)."""

    person: Participation
    pre: float | None = None
    post: float | None = None


@dataclass(frozen=True, kw_only=True)
class RekapNilai:
    """The scores in list order, with a summary below. Personal data: only for the organiser."""

    key: ClassVar[str] = "rekap-nilai"
    title: ClassVar[Text] = _("Rekap nilai")

    kegiatan: Kegiatan
    rows: tuple[ScoreRow, ...]

    def problems(self) -> list[Problem]:
        """Nobody, or nobody with both scores."""
        if not self.rows:
            return [Problem(_("Belum ada peserta."), Fix.PEOPLE)]
        if not pairs_of(self.rows):
            return [Problem(_("Belum ada peserta dengan dua nilai."), Fix.FORM)]
        return []

    def write(self, out: BinaryIO, progress: Progress = silent) -> int:
        """Write the workbook; returns its sheets."""
        book = Workbook(out, str(self.title), self.kegiatan.organiser)
        sheet = book.sheet("Rekap nilai", COLUMNS, self.kegiatan.papers.paper)
        head(sheet, "REKAP NILAI PRE-TEST DAN POST-TEST", self.kegiatan)
        sheet.header()
        for n, row in enumerate(self.rows, start=1):
            sheet.row(self._values(n, row))
        sheet.words("")
        self._summarise(sheet)
        book.close()
        progress(len(self.rows), len(self.rows))
        return 1

    def _values(self, n: int, row: ScoreRow) -> list[Value]:
        person = row.person.person
        gain = None
        difference = None
        if row.pre is not None and row.post is not None:
            gain = PairedScore(row.pre, row.post).gain
            difference = points(row.post - row.pre)
        name = shown_name(person.name, self.kegiatan.papers.name_case)
        office = person.office_line or person.village_line
        shown_gain: Value = None if gain is None else round(gain, 6)
        if gain is None and difference is not None:
            shown_gain = "—"
        return [
            row.person.order or n,
            name,
            office,
            points(row.pre),
            points(row.post),
            difference,
            shown_gain,
            remark(row, gain),
        ]

    def _summarise(self, sheet: Worksheet) -> None:
        gain = GroupGain.of(pairs_of(self.rows))
        sheet.fact("Peserta dengan dua nilai (pasangan)", gain.pairs, "int")
        sheet.fact("Rata-rata pre-test", points(gain.mean_pre), "score")
        sheet.fact("Rata-rata post-test", points(gain.mean_post), "score")
        sheet.fact("N-gain dari rata-rata", _rounded(gain.gain_of_means), "gain")
        sheet.fact(f"Rata-rata N-gain perorangan ({gain.defined} orang)", _rounded(gain.mean_gain), "gain")
        if gain.gain_of_means is not None:
            sheet.fact("Kategori N-gain (Hake)", gain_class(gain.gain_of_means).value, "text")

    @classmethod
    def sample(cls) -> "RekapNilai":
        """Three invented people."""
        scores = ((0.5, 0.8), (0.6, None), (0.4, 0.9))
        rows = [
            ScoreRow(person=person, pre=pre, post=post)
            for person, (pre, post) in zip(samples.people(3), scores, strict=True)
        ]
        return cls(kegiatan=samples.kegiatan(), rows=tuple(rows))


def head(sheet: Worksheet, title: str, kegiatan: Kegiatan) -> None:
    """Title, activity and dates above a table; CONTOH for the invented kegiatan."""
    sheet.words(f"{title} – CONTOH" if kegiatan.sample else title, "title")
    sheet.words(kegiatan.title)
    sheet.words(", ".join(part for part in (long_date_list(kegiatan.dates), kegiatan.place.line) if part))
    sheet.words("")


def points(score: float | None) -> float | None:
    """A fraction as points of 100."""
    return None if score is None else round(score * 100, 6)


def _rounded(value: float | None) -> Value:
    return "—" if value is None else round(value, 6)


def remark(row: ScoreRow, gain: float | None) -> str:
    """What a person's scores say, in words."""
    if row.pre is None and row.post is None:
        return "belum ada nilai"
    if row.pre is None or row.post is None:
        return "belum pre-test" if row.pre is None else "belum post-test"
    if gain is None:
        return "pre-test sudah penuh"
    return "turun" if gain < 0 else gain_class(gain).value


def pairs_of(rows: Sequence[ScoreRow]) -> list[PairedScore]:
    """Both scores of everybody who has both."""
    return [PairedScore(row.pre, row.post) for row in rows if row.pre is not None and row.post is not None]
