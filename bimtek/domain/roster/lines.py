"""Lines of a list that are no people: totals, signatures, repeated headers, group headings, remarks."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bimtek.domain.cells import Cell, Sheet, is_blank, is_number, shown, text_of, whole
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.header import Header
from bimtek.domain.roster.result import Heading, SkippedRow
from bimtek.domain.text import Text, _
from bimtek.domain.wilayah import split_place

BLANK_LINES_THAT_END = 5
_LONGEST_GROUP = 2000

_TOTAL = re.compile(r"(?:sub ?-?)?(?:total|jumlah|jml|grand total|rekap(?:itulasi)?)\b", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"(?:mengetahui|menyetujui|mengesahkan|yang membuat daftar|pembuat daftar)\b", re.IGNORECASE
)
_PLACE_AND_DATE = re.compile(r"[A-Za-z .]{3,40},\s*(?:\d{1,2}\s*|[.…_ ]+)[A-Za-z]{3,9}\s*(?:\d{4}|[.…_]+)\.?")
_SIGNER = re.compile(
    r"(?:ketua|kepala|panitia|sekretaris|bendahara|penanggung ?jawab|plt|plh|a\.n|camat|lurah|direktur|"
    r"nip)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?:catatan|keterangan|ket|nb|note|contoh|\*+|petunjuk)\s*[:.)*]|\*", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:[A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s*")
_HEAD_COUNT = re.compile(r"\s*[(:=–-]*\s*\d+\s*(?:orang|peserta|org)?\s*\)?\s*$", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?\.?")
_ORDINAL = re.compile(r"\d{1,5}\s*[.)]?")
_NAME_LIKE = re.compile(r"[^\W\d_][^\d:!?*@#<>={}\[\]]*")
_NOT_A_NAME = re.compile(
    r"(?:daftar|peserta|undangan|mohon|assalam\w*|bapak/ibu|yth|kepada|hari|tanggal|tempat|waktu|acara|kegiatan|"
    r"ketua panitia|panitia|nip|demikian|terima kasih|list|silakan|selamat|jenis kelamin)\b",
    re.IGNORECASE,
)
_GROUP_WORDS: tuple[tuple[Field, re.Pattern[str]], ...] = (
    (Field.DESA, re.compile(r"(?:desa|ds|kelurahan|kel|nagari|gampong|pekon)\b", re.IGNORECASE)),
    (Field.KECAMATAN, re.compile(r"(?:kecamatan|kec|distrik)\b", re.IGNORECASE)),
    (Field.KABUPATEN, re.compile(r"(?:kabupaten|kab|kota)\b", re.IGNORECASE)),
    (
        Field.INSTANSI,
        re.compile(
            r"(?:instansi|dinas|badan|kantor|opd|puskesmas|polsek|polres|koramil|kodim|lembaga|yayasan|"
            r"sekolah|s[dm][pka]?n?\b|mts|ma\b|lsm|ormas|pkk|karang taruna|forum|upt|rsud|pengadilan|"
            r"kejaksaan|kua)\b",
            re.IGNORECASE,
        ),
    ),
    (Field.UNSUR, re.compile(r"(?:unsur|kelompok|perwakilan)\b", re.IGNORECASE)),
    (Field.PERAN, re.compile(r"(?:peserta|narasumber|fasilitator|moderator|panitia)$", re.IGNORECASE)),
)
_PLACES = (Field.KABUPATEN, Field.KECAMATAN, Field.DESA)


class Line(NamedTuple):
    """A line that is a person's, with the values of its group and of merged cells it lies in.

    `alone` marks a line with nothing but a name in a list that has more columns.
    """

    line: int
    cells: tuple[Cell, ...]
    group: dict[Field, str]
    shared: dict[int, Cell]
    alone: bool = False


class Sorter:
    """Goes through the lines below a header once and sorts them; reads no further than the list."""

    def __init__(self, sheet: Sheet, header: Header, *, hidden_rows: bool, use_headings: bool) -> None:
        fields = {c.field: c.index for c in header.columns if c.field is not None}
        self._sheet, self._header, self._use_headings = sheet, header, use_headings
        self._name_at = fields.get(Field.NAMA, 0)
        self._number_at = fields.get(Field.NOMOR, -1)
        self._mapped = frozenset(at for field, at in fields.items() if field is not Field.NOMOR)
        self._titles = {(c.index, c.title.casefold()) for c in header.columns if c.title}
        self._hidden = frozenset() if hidden_rows else sheet.hidden_lines or frozenset()
        self._wide = {top for top, left, bottom, right in sheet.merged if right > left and top == bottom}
        self._shared = _shared_values(sheet, {at: field for field, at in fields.items()})
        self._group: dict[Field, str] = {}
        self._after_total = False
        self._seen = False
        self._numbered = self._is_numbered()
        self.skipped: list[SkippedRow] = []
        self.headings: list[Heading] = []

    def people(self) -> Iterator[Line]:
        """Sort every line below the header: people are handed out, the rest is noted."""
        last = max(self._header.lines, default=0)
        ended: Text | None = None
        for line, cells in self._sheet.rows:
            if line <= last:
                continue
            plain = self._is_plain_person(line, cells)
            ended = ended or self._end(line - last, cells, plain=plain)
            last = line
            if ended is not None:
                self._skip(line, cells, ended)
                continue
            person = self._person(line, cells) if plain else self._sort(line, cells)
            if person is not None:
                self._seen = True
                yield person

    def _is_plain_person(self, line: int, cells: tuple[Cell, ...]) -> bool:
        """The usual line, told quickly: a number in front and words in the name column."""
        if not 0 <= self._number_at < len(cells) > self._name_at or line in self._hidden:
            return False
        name = cells[self._name_at]
        return (
            isinstance(name, str)
            and len(name) > 3
            and name[0].isalpha()
            and is_ordinal(cells[self._number_at])
        )

    def _end(self, gap: int, cells: tuple[Cell, ...], *, plain: bool) -> Text | None:
        """Why the list ends before this line, None when it goes on."""
        if gap > BLANK_LINES_THAT_END and self._seen:
            return _("Di bawah lima baris kosong; dianggap bukan daftar.")
        if not plain and self._is_signature(cells):
            return _("Bagian tanda tangan di bawah daftar.")
        return None

    def _is_signature(self, cells: tuple[Cell, ...]) -> bool:
        if is_ordinal(self._at(cells, self._number_at)):
            return False
        filled = [text for cell in cells if (text := shown(cell))]
        if any(_SIGNATURE.match(text) for text in filled):
            return True
        if len(filled) != 1:
            return False
        signer = self._after_total and _SIGNER.match(filled[0])
        return bool(signer or _PLACE_AND_DATE.fullmatch(filled[0]))

    def _sort(self, line: int, cells: tuple[Cell, ...]) -> Line | None:
        reason = _("Baris tersembunyi.") if line in self._hidden else self._no_person(cells)
        if reason is not None:
            self._skip(line, cells, reason)
            return None
        filled = [at for at, cell in enumerate(cells) if not is_blank(cell)]
        if self._is_heading(line, cells, filled):
            self._take_heading(line, shown(cells[filled[-1]]))
            return None
        reason = _("Di bawah baris jumlah.") if self._after_total and not self._is_full(cells) else None
        reason = reason or self._too_little(cells, filled)
        if reason is not None:
            self._skip(line, cells, reason)
            return None
        return self._person(line, cells, alone=len(filled) == 1 and len(self._mapped) > 1)

    def _no_person(self, cells: tuple[Cell, ...]) -> Text | None:
        texts = [shown(cell) for cell in cells]
        filled = [text for text in texts if text]
        first = next((t for t in filled if not is_ordinal(t)), "")
        if _TOTAL.match(first) and not is_ordinal(self._at(cells, self._number_at)):
            self._after_total = True
            return _("Baris jumlah.")
        if not first:
            many = len(filled) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in filled)
            return _("Baris nomor kolom.") if many else _("Hanya nomor urut.")
        if sum((at, text.casefold()) in self._titles for at, text in enumerate(texts)) >= max(
            2, len(filled) - 1
        ):
            return _("Judul kolom yang terulang.")
        if _REMARK.match(first) and len(filled) < 3:
            return _("Catatan, bukan peserta.")
        return None

    def _is_heading(self, line: int, cells: tuple[Cell, ...], filled: list[int]) -> bool:
        """A line over a group: one cell with words, or a letter in the number column and one cell."""
        others = [at for at in filled if at != self._number_at]
        numbered = self._number_at in filled and is_ordinal(cells[self._number_at])
        if numbered or len(filled) > 2 or len(others) > 1 or len(self._mapped) < 2:
            return False
        at = filled[-1]
        text = shown(cells[at])
        if line in self._wide or at == self._number_at or len(filled) == 2:
            return True
        return group_field(text) is not None and at <= self._name_at

    def _take_heading(self, line: int, text: str) -> None:
        bare = _HEAD_COUNT.sub("", _NUMBERING.sub("", text)).strip(" :")
        field = group_field(bare) or self._free_group_field()
        value = _group_value(bare, field)
        self.headings.append(Heading(line, text, field, value))
        reason = (
            _("Judul kelompok; mengisi kolom yang kosong di bawahnya.") if field else _("Judul kelompok.")
        )
        self.skipped.append(SkippedRow(line, reason, text))
        self._after_total = False
        if field is not None and self._use_headings:
            kept = (Field.PERAN, *_PLACES[: _PLACES.index(field)]) if field in _PLACES else (Field.PERAN,)
            self._group = {f: v for f, v in self._group.items() if f in kept} | {field: value}

    def _free_group_field(self) -> Field | None:
        """Where a heading of unknown kind belongs: the column for village or office that is missing."""
        have = {c.field for c in self._header.columns}
        return next((f for f in (Field.DESA, Field.INSTANSI) if f not in have), None)

    def _too_little(self, cells: tuple[Cell, ...], filled: list[int]) -> Text | None:
        """Why a line says too little to be a person; None when it is one."""
        useful = [at for at in filled if at in self._mapped and text_of(cells[at])]
        named = self._name_at in useful
        numbered = is_ordinal(self._at(cells, self._number_at))
        if not named and len(useful) < 2 and not (numbered and useful):
            return _("Tidak ada nama.")
        unlike = named and not looks_like_a_name(shown(cells[self._name_at]))
        if unlike and len(self._mapped) > 1 and (len(filled) == 1 or (self._numbered and not numbered)):
            return _("Bukan baris peserta.")
        return None

    def _person(self, line: int, cells: tuple[Cell, ...], *, alone: bool = False) -> Line:
        return Line(line, cells, self._group, self._shared.get(line, {}), alone)

    def _is_full(self, cells: tuple[Cell, ...]) -> bool:
        if self._numbered:
            return is_ordinal(self._at(cells, self._number_at))
        return sum(bool(text_of(self._at(cells, at))) for at in self._mapped) > 1

    def _is_numbered(self) -> bool:
        """True when most lines below the header have a number in front."""
        if self._number_at < 0:
            return False
        below = [cells for line, cells in self._sheet.rows if line > max(self._header.lines, default=0)][:200]
        return sum(is_ordinal(self._at(cells, self._number_at)) for cells in below) * 2 > len(below)

    def _skip(self, line: int, cells: tuple[Cell, ...], reason: Text) -> None:
        content = " · ".join(text for cell in cells if (text := shown(cell)))
        self.skipped.append(SkippedRow(line, reason, content))

    @staticmethod
    def _at(cells: tuple[Cell, ...], at: int) -> Cell:
        return cells[at] if 0 <= at < len(cells) else None


def is_ordinal(cell: Cell) -> bool:
    """True for what stands in a number column: 1, "1.", "12)"."""
    if isinstance(cell, str):
        return bool(_ORDINAL.fullmatch(cell.strip()))
    number = whole(cell) if is_number(cell) else None
    return number is not None and number < 100_000


@lru_cache(maxsize=256)
def group_field(text: str) -> Field | None:
    """Which field a heading speaks of by its first word; None when the word is not known."""
    bare = _HEAD_COUNT.sub("", _NUMBERING.sub("", text)).strip(" :")
    return next((field for field, words in _GROUP_WORDS if words.match(bare)), None)


def _group_value(text: str, field: Field | None) -> str:
    if field is Field.DESA:
        return split_place(text, "desa").desa or text
    if field is Field.KECAMATAN:
        return split_place(text, "kecamatan").kecamatan or text
    if field in (Field.INSTANSI, Field.UNSUR):
        return (
            re.sub(r"^(?:instansi|unsur|kelompok|perwakilan)\b[ :]*", "", text, flags=re.IGNORECASE) or text
        )
    return text


def looks_like_a_name(text: str) -> bool:
    """True for text that could be a person's name: words, no digits, no sentence."""
    return bool(_NAME_LIKE.fullmatch(text)) and len(text.split()) <= 8 and not _NOT_A_NAME.match(text)


def _shared_values(sheet: Sheet, fields: dict[int, Field]) -> dict[int, dict[int, Cell]]:
    """Cells merged over several lines, by line and column, where one value holds for a group."""
    rows = dict(sheet.rows)
    shared: dict[int, dict[int, Cell]] = {}
    for top, left, bottom, _right in sheet.merged:
        cells = rows.get(top, ())
        if fields.get(left) in _SHARED and left < len(cells):
            for line in range(top + 1, min(bottom, top + _LONGEST_GROUP) + 1):
                shared.setdefault(line, {})[left] = cells[left]
    return shared


_SHARED = frozenset(
    (
        *(Field.INSTANSI, Field.UNSUR, Field.DESA, Field.KECAMATAN, Field.DESA_KECAMATAN, Field.KABUPATEN),
        *(Field.PROVINSI, Field.PERAN, Field.JABATAN, Field.INSTANSI_JABATAN, Field.JABATAN_INSTANSI),
    )
)
