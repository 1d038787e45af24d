"""Reads the line of one person: every cell into its field, every doubt into a note."""

import re
from collections.abc import Callable
from datetime import date

from bimtek.domain.cells import Cell, is_error, is_number, shown
from bimtek.domain.identity import IdReading, read_id, read_nik, read_nip, read_sex, sex_in_id
from bimtek.domain.names import parse_name, suggestion
from bimtek.domain.people import Person, PersonName, Role, Sex
from bimtek.domain.roster.attributes import attribute_readers
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.line_cells import LineCells, formula_error
from bimtek.domain.roster.lines import Line
from bimtek.domain.roster.places import NO_PLACE, PLACE_FIELDS, Place, Places
from bimtek.domain.roster.result import PreviewRow, Severity
from bimtek.domain.text import Text, _

_ID_IN_NAME = re.compile(
    r"[\s(/–-]*\b((?:NIP|NRP|NI ?PPPK|NIK)\b[.:\s]*\d[\d\s.]*\d)\)?|[\s(/–-]+(\d[\d\s.]{14,26}\d)\)?",
    re.IGNORECASE,
)
_NUMBER_OR_LINES = re.compile(r"[\d\n\r]")
_ROLES = {
    **dict.fromkeys(("peserta", "pst"), Role.PESERTA),
    **dict.fromkeys(("narasumber", "narsum", "pemateri", "pembicara", "ns"), Role.NARASUMBER),
    **dict.fromkeys(("fasilitator", "fas", "pelatih", "trainer", "instruktur"), Role.FASILITATOR),
    **dict.fromkeys(("moderator", "pemandu"), Role.MODERATOR),
    **dict.fromkeys(("panitia", "notulis", "sekretariat", "pan", "mc"), Role.PANITIA),
}
_NO_ID = IdReading("", "")
_ID_FIELDS: dict[Field, Callable[[Cell], IdReading]] = {
    Field.NIP: read_nip,
    Field.NOMOR_IDENTITAS: read_id,
    Field.NIK: read_nik,
}
_TICKS = frozenset((Field.CENTANG_L, Field.CENTANG_P))
_TITLES = frozenset((Field.GELAR_DEPAN, Field.GELAR_BELAKANG))


def role_of(text: str) -> Role | None:
    """The role a word means; None when it means none."""
    return _ROLES.get(text.casefold().strip(" ."))


class Reader:
    """Turns lines into rows of a preview. `remarks` says that the role column holds free remarks."""

    def __init__(
        self, fields: dict[int, Field], places: Places, today: date, *, tidy_names: bool, remarks: bool
    ) -> None:
        self._at = {f: at for at, f in fields.items()}
        self._fields = [(at, f) for at, f in fields.items() if f is not Field.NOMOR]
        # Columns without a meaning of their own count as the number in front, which nobody reads.
        self._by_column = [fields.get(at, Field.NOMOR) for at in range(max(fields) + 1)]
        self._places = places
        self._tidy = tidy_names
        self._remarks = remarks
        has = frozenset(self._at)
        self._attributes = attribute_readers(has, today)
        self._place_fields = [f for f in PLACE_FIELDS if f in has]
        self._ids = [(f, read) for f, read in _ID_FIELDS.items() if f in has]
        self._has_sex = Field.JK in has or not has.isdisjoint(_TICKS)
        self._has_titles = not has.isdisjoint(_TITLES)
        self._has_role = Field.PERAN in has
        self._texts: dict[str, str] = {}
        self._place_of: dict[tuple[Cell, ...], Place] = {}

    def read(self, line: Line) -> PreviewRow:
        """Read one line; nothing in it can fail."""
        cells = LineCells(self._cells(line), self._texts)
        if line.alone:
            cells.note(Severity.CHECK, _("Baris ini hanya berisi satu sel. Pastikan ini nama peserta."))
        name, identity = self._name(cells)
        if self._ids:
            identity = self._identity(cells, identity)
        tidy = suggestion(name)
        sex = _sex(cells, identity) if self._has_sex else Sex.UNKNOWN
        attributes = {key: read(cells) for key, read in self._attributes}
        for f in (Field.UNSUR, Field.INSTANSI) if line.group else ():
            attributes[f.value] = attributes.get(f.value) or line.group.get(f, "")
        place = self._place(cells, line.group)
        person = Person(
            id="",
            name=tidy if tidy and self._tidy else name,
            sex=sex,
            id_kind=identity.kind if identity.number else "",
            id_number=identity.number,
            address=place.address,
            desa=place.desa,
            kecamatan=place.kecamatan,
            kabupaten=place.kabupaten,
            provinsi=place.provinsi,
            wilayah_code=place.code,
            **attributes,
        )
        role = self._role(cells) if self._has_role else None
        return PreviewRow(
            line=line.line,
            person=person,
            cells=line.cells,
            fields=self._at,
            role=role or (role_of(line.group.get(Field.PERAN, "")) if line.group else None),
            notes=tuple(cells.notes),
            suggestion=None if self._tidy else tidy,
        )

    def _cells(self, line: Line) -> dict[Field, Cell]:
        cells: dict[Field, Cell] = dict(zip(self._by_column, line.cells, strict=False))
        for at, f in self._fields if line.shared else ():
            if at in line.shared and not shown(cells.get(f)):
                cells[f] = line.shared[at]
        return cells

    def _name(self, line: LineCells) -> tuple[PersonName, IdReading]:
        """The name, and a number that stands in its cell."""
        cell, identity = line.cells.get(Field.NAMA), _NO_ID
        if isinstance(cell, str) and _NUMBER_OR_LINES.search(cell):
            cell, identity = _split_name_cell(cell, line)
        text = line.plain(cell)
        problem = _name_problem(cell, text)
        if problem is not None:
            line.note(Severity.FIX, problem, Field.NAMA)
        name = parse_name(text)
        if name.back and "," not in text:
            line.note(Severity.INFO, _("Koma ditambahkan di depan gelar."), Field.NAMA)
        if "/" in name.name:
            line.doubt(_("Sel nama memuat garis miring. Pastikan semuanya nama."), Field.NAMA)
        if "," in name.name:
            line.doubt(_("Tulisan setelah koma bukan gelar yang dikenal."), Field.NAMA)
        return _with_titles(name, line) if self._has_titles else name, identity

    def _identity(self, line: LineCells, in_name: IdReading) -> IdReading:
        """The number to keep: that of the office before the NIK; one more than that is named."""
        kept = in_name
        for f, read in self._ids:
            reading = read(line.cells.get(f))
            line.doubt(reading.doubt, f)
            if kept.number and reading.number and reading.number != kept.number:
                message = _("{kind} tidak disimpan; nomor lain sudah ada.", kind=reading.kind)
                line.note(Severity.INFO, message, f)
            kept = kept if kept.number else reading
        return kept

    def _place(self, line: LineCells, group: dict[Field, str]) -> Place:
        """Where somebody lives; the same cells again are the same place, unless one of them was doubtful."""
        if not self._place_fields and not group:
            return NO_PLACE
        cells = tuple([line.cells.get(f) for f in self._place_fields])
        place = None if group else self._place_of.get(cells)
        if place is None:
            before = len(line.notes)
            place = self._read_place(line, group)
            if len(line.notes) == before and all(cell is None or isinstance(cell, str) for cell in cells):
                self._place_of[cells] = place
        line.doubt(place.doubt, Field.DESA)
        return place

    def _read_place(self, line: LineCells, group: dict[Field, str]) -> Place:
        texts = {f: line.text(f) for f in self._place_fields}
        if not texts.get(Field.DESA_KECAMATAN):
            texts[Field.DESA] = texts.get(Field.DESA) or group.get(Field.DESA, "")
        for f in (Field.KECAMATAN, Field.KABUPATEN) if group else ():
            texts[f] = texts.get(f) or group.get(f, "")
        return self._places.read(tuple([texts.get(f, "") for f in PLACE_FIELDS]))

    def _role(self, line: LineCells) -> Role | None:
        text = line.text(Field.PERAN)
        role = role_of(text)
        if text and role is None:
            severity = Severity.INFO if self._remarks else Severity.CHECK
            line.note(severity, _("“{text}” bukan peran; tidak dipakai.", text=text), Field.PERAN)
        return role


def _with_titles(name: PersonName, line: LineCells) -> PersonName:
    front, back = line.text(Field.GELAR_DEPAN), line.text(Field.GELAR_BELAKANG).strip(" ,")
    return PersonName(
        name.name, " ".join(p for p in (front, name.front) if p), ", ".join(p for p in (name.back, back) if p)
    )


def _sex(line: LineCells, identity: IdReading) -> Sex:
    sex = read_sex(line.text(Field.JK)) if Field.JK in line.cells else _ticked_sex(line)
    if sex is None:
        text = shown(line.cells[Field.JK])
        line.doubt(_("“{text}” bukan L atau P; dikosongkan.", text=text), Field.JK)
    told = sex_in_id(identity.kind, identity.number) if identity.number else Sex.UNKNOWN
    if sex and told and sex is not told:
        line.doubt(_("L/P berbeda dengan yang ada di {kind}.", kind=identity.kind), Field.JK)
    return sex or Sex.UNKNOWN


def _ticked_sex(line: LineCells) -> Sex:
    male = bool(line.text(Field.CENTANG_L))
    female = bool(line.text(Field.CENTANG_P))
    if male and female:
        line.doubt(_("Kolom L dan P sama-sama terisi; dikosongkan."), Field.CENTANG_L)
        return Sex.UNKNOWN
    return Sex.MALE if male else Sex.FEMALE if female else Sex.UNKNOWN


def _name_problem(cell: Cell, text: str) -> Text | None:
    """Why a name cell holds no name; None when it does."""
    if is_error(cell):
        return formula_error(cell)
    if not text:
        return _("Nama belum diisi.")
    if is_number(cell) or not (text[0].isalpha() or any(char.isalpha() for char in text)):
        return _("Kolom nama berisi angka.")
    return None


def _split_name_cell(cell: str, line: LineCells) -> tuple[str, IdReading]:
    """A name and the number written under or behind it in the same cell."""
    match = _ID_IN_NAME.search(cell)
    if match is None:
        if "\n" in cell.strip():
            line.doubt(_("Sel nama berisi lebih dari satu baris."), Field.NAMA)
        return cell, _NO_ID
    identity = read_id(match[1] or match[2])
    line.doubt(identity.doubt, Field.NAMA)
    rest = cell[: match.start()] + cell[match.end() :]
    return rest.strip(" \n\r/–-("), identity
