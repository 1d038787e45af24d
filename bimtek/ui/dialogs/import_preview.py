"""The preview of an import: people, lines left out, doubles, columns; and the choices that change them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.roster.result import Choices, Preview, PreviewRow, Severity, SkippedRow
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.services.importing import KnownPerson, Source
from bimtek.ui import language
from bimtek.ui.dialogs.import_columns import ColumnMapping, samples_of
from bimtek.ui.models.import_rows import (
    PEOPLE_HEADINGS,
    SKIPPED_HEADINGS,
    has_number,
    person_cells,
    skipped_cells,
)
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.data_table import STRETCH, DataTable
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.tabs import Tabs

_SEARCHED = 15  # lines in which a header is offered
_AUTOMATIC, _NONE = "cari", "tanpa"
_DOUBLES = (_("Baris"), _("Nama"), _("Mungkin sama dengan"))
_PEOPLE_WIDTHS = (64, 220, 52, 200, 184, 190, STRETCH)
_ID_COLUMN = 5
PEOPLE, SKIPPED, DOUBLES, COLUMNS = range(4)
_TABS: tuple[Text, ...] = (_("Orang"), _("Dilewati"), _("Mungkin sama"), _("Kolom"))


class ImportPreview(QWidget):
    """Shows one preview; `wanted` asks for another sheet or other choices."""

    wanted = Signal(str, object)  # name of the sheet, Choices

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._preview: Preview | None = None
        self._known: tuple[KnownPerson, ...] = ()
        self._choices = Choices()
        self._showing = False
        self.sheet_choice, self.header_choice = fields.choice([]), fields.choice([])
        self.only_doubtful = fields.check_field(_("Hanya yang perlu dilihat"))
        self.hidden_rows = fields.check_field(_("Sertakan baris tersembunyi"))
        self.tidy_names = fields.check_field(_("Rapikan huruf nama"))
        self.skip_known = fields.check_field(_("Lewati yang sudah ada"))
        self.people_model: RowsModel[PreviewRow] = RowsModel(PEOPLE_HEADINGS, person_cells, self)
        self.people = DataTable(self.people_model, _("Orang yang akan diimpor"), _PEOPLE_WIDTHS, 60)
        self.skipped_model: RowsModel[SkippedRow] = RowsModel(SKIPPED_HEADINGS, skipped_cells, self)
        self.skipped = DataTable(self.skipped_model, _("Baris yang dilewati"), (72, STRETCH, 380))
        self.doubles_model: RowsModel[tuple[int, str, Text | str]] = RowsModel(_DOUBLES, _double_cells, self)
        self.doubles = DataTable(self.doubles_model, _("Orang yang mungkin sama"), (72, 320, STRETCH))
        self.columns = ColumnMapping()
        self.leave_out_button = buttons.secondary(_("Lewati baris ini"), "x")
        self.take_back_button = buttons.secondary(_("Impor lagi baris ini"), "undo-2")
        self.notes = label("", "body")
        self.notice = Notice("", "warning")
        self.tabs = Tabs()
        self._lay_out()
        self._watch()

    @property
    def preview(self) -> Preview | None:
        """What is shown."""
        return self._preview

    def show_source(self, source: Source) -> None:
        """Begin with another list."""
        self._source, self._choices, self._showing = source, Choices(), True
        self.sheet_choice.clear()
        for sheet in source.sheets:
            self.sheet_choice.add(sheet.name, sheet.name or _("Daftar tempelan"))
        self.sheet_choice.choose(source.first)
        self._sheet_row.setVisible(len(source.sheets) > 1)
        for box in (self.only_doubtful, self.hidden_rows, self.tidy_names, self.skip_known):
            box.setChecked(False)
        self._offer_headers()
        self._showing = False

    def show_preview(self, preview: Preview, known: tuple[KnownPerson, ...]) -> None:
        """Show what would be imported with the choices made."""
        assert self._source is not None
        self._preview, self._known, self._showing = preview, known, True
        self._show_people()
        self.skipped_model.set_rows(preview.skipped)
        self.doubles_model.set_rows(self._doubles(preview))
        self.columns.show_preview(preview, samples_of(preview, self._source.sheet(self.sheet_choice.key())))
        counts = (len(preview.rows), len(preview.skipped), self.doubles_model.rowCount(), 0)
        for at, (word, count) in enumerate(zip(_TABS, counts, strict=True)):
            shown = _("{word} ({count})", word=word, count=count) if count else word
            self.tabs.name_tab(at, shown)
        self._show_notes(preview)
        self.tidy_names.setVisible(self._choices.tidy_names or any(r.suggestion for r in preview.rows))
        hidden = self._source.sheet(self.sheet_choice.key()).hidden_lines
        self.hidden_rows.setVisible(bool(hidden))
        self.skip_known.setVisible(bool(known) or self.skip_known.isChecked())
        self._showing = False
        self._show_actions()

    def _show_notes(self, preview: Preview) -> None:
        """What concerns the whole list; amber only when it needs a look."""
        assert self._source is not None
        unread = self._source.too_large
        said = [note.message for note in preview.notes]
        if unread:
            said.append(_("Lembar {names} terlalu besar, jadi tidak dibaca.", names=", ".join(unread)))
        words = joined(said, " ")
        weighty = bool(unread) or any(note.severity is not Severity.INFO for note in preview.notes)
        self.notice.setVisible(bool(words))
        self.notice.show_notice(words, "warning" if weighty else "")

    def _show_people(self) -> None:
        rows: Sequence[PreviewRow] = self._preview.rows if self._preview is not None else ()
        doubtful = [row for row in rows if row.doubtful]
        self.only_doubtful.setVisible(bool(doubtful))
        self.people_model.set_rows(doubtful if self.only_doubtful.isChecked() else rows)
        self.people.set_unused(_ID_COLUMN, not any(has_number(row) for row in rows))

    def _doubles(self, preview: Preview) -> list[tuple[int, str, Text | str]]:
        names = {row.line: row.person.name.full for row in preview.rows}
        found: list[tuple[int, str, Text | str]] = []
        for double in preview.duplicates:
            first = double.lines[0]
            same = _("Baris {line}, {name}. {shared}", line=first, name=names[first], shared=double.shared)
            found += [(line, names[line], same) for line in double.lines[1:]]
        for known in self._known:
            same = _("Sudah ada: {name}. {shared}", name=known.who.person.name.full, shared=known.shared)
            found.append((known.line, names[known.line], same))
        return sorted(found, key=lambda row: row[0])

    def _choose(self, **changed: object) -> None:
        """Ask for the preview with one choice changed."""
        if not self._showing:
            self._choices = replace(self._choices, **changed)  # type: ignore[arg-type]
            self.wanted.emit(self.sheet_choice.key(), self._choices)

    def _on_sheet(self) -> None:
        if self._showing:
            return
        self._choices = Choices(tidy_names=self.tidy_names.isChecked())
        self._showing = True
        self._offer_headers()
        self.skip_known.setChecked(False)
        self._showing = False
        self._choose()

    def _on_header(self) -> None:
        key = self.header_choice.key()
        lines: tuple[int, ...] | None = tuple(int(part) for part in key.split("+") if part.isdigit())
        self._choose(header_lines=None if key == _AUTOMATIC else lines, mapping=None)

    def _on_skip_known(self, skip: bool) -> None:
        lines = {known.line for known in self._known}
        out = self._choices.leave_out
        self._choose(leave_out=out | lines if skip else frozenset())

    def _leave_out(self) -> None:
        at = self.people.chosen_row()
        if at >= 0:
            self._choose(leave_out=self._choices.leave_out | {self.people_model.rows[at].line})

    def _take_back(self) -> None:
        at = self.skipped.chosen_row()
        if at >= 0:
            self._choose(leave_out=self._choices.leave_out - {self.skipped_model.rows[at].line})

    def _show_actions(self) -> None:
        self.leave_out_button.setEnabled(self.people.chosen_row() >= 0)
        at = self.skipped.chosen_row()
        left_out = at >= 0 and self.skipped_model.rows[at].line in self._choices.leave_out
        self.take_back_button.setEnabled(left_out)
        self._show_row_notes()

    def _show_row_notes(self) -> None:
        """All notes of the chosen person: the table has room for the first words only."""
        row = self.people_model.row_at(self.people.chosen_row())
        words = joined((note.message for note in row.notes), " ") if row is not None else NO_TEXT
        self.notes.setVisible(bool(words))
        if row is not None:
            language.put(self.notes, _("Baris {line}: {words}", line=row.line, words=words))

    def _offer_headers(self) -> None:
        assert self._source is not None
        sheet = self._source.sheet(self.sheet_choice.key())
        self.header_choice.clear()
        self.header_choice.add(_AUTOMATIC, _("Otomatis"))
        self.header_choice.add(_NONE, _("Tanpa baris judul"))
        lines = [line for line, _cells in sheet.rows[:_SEARCHED]]
        for line in lines:
            self.header_choice.add(str(line), _("Baris {line}", line=line))
            if line + 1 in lines:
                both = _("Baris {line} dan {following}", line=line, following=line + 1)
                self.header_choice.add(f"{line}+{line + 1}", both)

    def _watch(self) -> None:
        self.sheet_choice.currentIndexChanged.connect(self._on_sheet)
        self.header_choice.currentIndexChanged.connect(self._on_header)
        self.only_doubtful.toggled.connect(self._show_people)
        self.hidden_rows.toggled.connect(lambda on: self._choose(hidden_rows=on))
        self.tidy_names.toggled.connect(lambda on: self._choose(tidy_names=on))
        self.skip_known.toggled.connect(self._on_skip_known)
        self.columns.changed.connect(lambda mapping: self._choose(mapping=mapping))
        self.leave_out_button.clicked.connect(self._leave_out)
        self.people.delete_wanted.connect(self._leave_out)
        self.take_back_button.clicked.connect(self._take_back)
        self.people.selectionModel().selectionChanged.connect(self._show_actions)
        self.skipped.selectionModel().selectionChanged.connect(self._show_actions)

    def _lay_out(self) -> None:
        self._sheet_row = _named(_("Lembar"), self.sheet_choice)
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(self._sheet_row)
        top.addWidget(_named(_("Baris judul"), self.header_choice))
        top.addStretch(1)
        top.addWidget(self.hidden_rows)
        boxes = (self.only_doubtful, self.tidy_names, self.skip_known)
        for box in (self.hidden_rows, *boxes):
            box.hide()
        people_bar = _bar(boxes, self.leave_out_button)
        people = _under(people_bar, self.people, self.notes)
        skipped = _under(_bar((), self.take_back_button), self.skipped)
        doubles, columns = _under(None, self.doubles), _under(None, self.columns)
        for word, part in zip(_TABS, (people, skipped, doubles, columns), strict=True):
            self.tabs.add(part, word)
        self.tabs.setDocumentMode(True)
        for part in (self.tabs, self.tabs.tabBar()):
            language.put(part, _("Bagian pratinjau"), "setAccessibleName")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        layout.addWidget(self.tabs, 1)


def _double_cells(row: tuple[int, str, Text | str]) -> tuple[Cell, ...]:
    line, name, same = row
    return Cell(str(line), right=True), Cell(name), Cell(same)


def _named(word: Text, field: QWidget) -> QWidget:
    """A field beside its word: in a row there is no room above."""
    pair, name = QWidget(), label(word, "strong", wrap=False)
    name.setBuddy(field)
    language.put(field, word, "setAccessibleName")
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(name)
    row.addWidget(field)
    return pair


def _bar(left: Sequence[QWidget], right: QWidget) -> QWidget:
    bar = QWidget()
    row = QHBoxLayout(bar)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(24)
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    row.addWidget(right)
    return bar


def _under(bar: QWidget | None, table: QWidget, below: QWidget | None = None) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(8)
    if bar is not None:
        column.addWidget(bar)
    column.addWidget(table, 1)
    if below is not None:
        column.addWidget(below)
    return page
