"""The preview follows what a person chose, shows every line once, and never fails."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.cells import Cell, Sheet
from bimtek.domain.people import Role, Sex
from bimtek.domain.roster.fields import Field
from bimtek.domain.roster.preview import best_sheet, preview
from bimtek.domain.roster.report import details, summary
from bimtek.domain.roster.result import Choices, Preview, Severity

TODAY = date(2024, 3, 5)
HEAD: list[Cell] = ["No", "Nama", "L/P", "Desa", "HP"]


def sheet(*rows: list[Cell], hidden: frozenset[int] | None = frozenset(), visible: bool = True) -> Sheet:
    numbered = tuple((n, tuple(row)) for n, row in enumerate(rows, 1) if row)
    return Sheet(name="Daftar", rows=numbered, hidden_lines=hidden, visible=visible)


SITI: list[Cell] = [1, "Siti Contoh", "P", "Palon", "081200000001"]
BUDI: list[Cell] = [2, "BUDI REKAAN", "L", "Palon", "081200000002"]


def test_people_have_no_id_and_keep_what_the_cells_showed() -> None:
    row = preview(sheet(HEAD, [1, " Siti  Contoh", "P", "Ds. Palon", 81200000001.0]), TODAY).rows[0]
    assert row.person.id == ""
    assert row.person.phone == "+6281200000001"
    assert row.raw(Field.HP) == "81200000001"
    assert row.raw(Field.DESA) == "Ds. Palon"
    assert row.raw(Field.NIK) == ""
    assert row.person.desa == "Palon"
    assert row.person.sex is Sex.FEMALE


def test_hidden_rows_come_in_only_when_asked() -> None:
    listed = sheet(HEAD, SITI, BUDI, hidden=frozenset((3,)))
    assert [row.line for row in preview(listed, TODAY).rows] == [2]
    assert [row.line for row in preview(listed, TODAY, Choices(hidden_rows=True)).rows] == [2, 3]


def test_tidy_spellings_are_taken_only_when_asked() -> None:
    listed = sheet(HEAD, BUDI)
    row = preview(listed, TODAY).rows[0]
    assert row.person.name.full == "BUDI REKAAN"
    assert row.suggestion is not None
    assert row.suggestion.full == "Budi Rekaan"
    tidied = preview(listed, TODAY, Choices(tidy_names=True)).rows[0]
    assert tidied.person.name.full == "Budi Rekaan"
    assert tidied.suggestion is None


def test_lines_left_out_are_listed_as_not_chosen() -> None:
    shown = preview(sheet(HEAD, SITI, BUDI), TODAY, Choices(leave_out=frozenset((2,))))
    assert [row.line for row in shown.rows] == [3]
    assert [(row.line, str(row.reason)) for row in shown.skipped] == [(2, "Tidak dipilih.")]


def test_group_headings_fill_only_when_wanted() -> None:
    listed = sheet(["No", "Nama", "HP"], ["DESA PALON"], [1, "Siti Contoh", "081200000001"])
    shown = preview(listed, TODAY)
    assert shown.rows[0].person.desa == "PALON"
    assert [(h.line, h.field, h.value) for h in shown.headings] == [(2, Field.DESA, "PALON")]
    assert any("judul kelompok" in str(note.message) for note in shown.notes)
    assert preview(listed, TODAY, Choices(use_headings=False)).rows[0].person.desa == ""


def test_a_heading_never_overwrites_what_a_line_says_itself() -> None:
    shown = preview(sheet(HEAD, ["DESA BLUNGUN"], SITI), TODAY)
    assert shown.rows[0].person.desa == "Palon"


def in_use(shown: Preview) -> tuple[tuple[int, Field], ...]:
    return tuple((column.index, column.field) for column in shown.columns if column.field is not None)


def test_the_header_and_the_mapping_can_be_chosen() -> None:
    listed = sheet(["Nama", "Desa"], ["Siapa", "Dari mana"], ["Siti Contoh", "Palon"])
    mapping = ((0, Field.NAMA), (1, Field.INSTANSI))
    shown = preview(listed, TODAY, Choices(header_lines=(2,), mapping=mapping))
    assert shown.header_lines == (2,)
    assert in_use(shown) == mapping
    assert [row.person.instansi for row in shown.rows] == ["Palon"]
    assert [str(row.reason) for row in shown.skipped] == ["Di atas baris judul."]


def test_a_list_without_header_is_read_by_a_chosen_mapping() -> None:
    listed = sheet(["Siti Contoh", "Palon"], ["Budi Rekaan", "Blungun"])
    choices = Choices(header_lines=(), mapping=((0, Field.NAMA), (1, Field.DESA)))
    assert [row.person.desa for row in preview(listed, TODAY, choices).rows] == ["Palon", "Blungun"]


def test_a_list_of_words_without_header_is_not_guessed_unless_asked() -> None:
    listed = sheet(["Siti Contoh", "Palon"], ["Budi Rekaan", "Blungun"])
    shown = preview(listed, TODAY)
    assert not shown.rows
    assert shown.notes[0].severity is Severity.FIX
    assert len(preview(listed, TODAY, Choices(guess_columns=True)).rows) == 2


def test_the_mapping_of_a_preview_gives_the_same_preview_again() -> None:
    listed = sheet(HEAD, SITI, BUDI)
    first = preview(listed, TODAY)
    again = preview(listed, TODAY, Choices(header_lines=first.header_lines, mapping=in_use(first)))
    assert again == first


def test_a_row_without_name_is_shown_but_not_importable() -> None:
    shown = preview(sheet(HEAD, [1, None, "P", "Palon", "081200000001"], SITI), TODAY)
    assert [row.line for row in shown.rows] == [2, 3]
    assert [row.line for row in shown.importable] == [3]
    assert shown.rows[0].worst is Severity.FIX
    assert [tuple(map(str, row)) for row in summary(shown)] == [
        ("Dibaca", "2"),
        ("Dipakai", "1"),
        ("Dilewati", "1"),
        ("Nama belum diisi.", "1"),
    ]
    assert [str(cell) for cell in details(shown)[1]] == ["2", "", "dilewati", "Nama belum diisi."]


@pytest.mark.parametrize("name", ["Siti Contoh / Kader", "Siti Contoh, Desa Palon"])
def test_a_name_that_holds_more_than_a_name_is_kept_and_doubted(name: str) -> None:
    row = preview(sheet(HEAD, [1, name, *SITI[2:]]), TODAY).rows[0]
    assert row.person.name.full == name
    assert [note.field for note in row.notes] == [Field.NAMA]


def test_roles_come_from_their_column_or_heading() -> None:
    listed = sheet(
        ["No", "Nama", "Sebagai", "HP"],
        [1, "Siti Contoh", "Narasumber", None],
        ["B", "PANITIA"],
        [1, "Budi Rekaan", None, "081200000002"],
    )
    assert [row.role for row in preview(listed, TODAY).rows] == [Role.NARASUMBER, Role.PANITIA]


def test_a_sex_that_differs_from_the_nik_is_doubted() -> None:
    shown = preview(sheet(["Nama", "L/P", "NIK"], ["Siti Contoh", "L", "3316095205870001"]), TODAY)
    assert shown.rows[0].person.sex is Sex.MALE
    assert any("berbeda" in str(note.message) for note in shown.rows[0].notes)


def test_the_same_phone_or_name_and_village_is_a_candidate_and_both_stay() -> None:
    shown = preview(sheet(HEAD, SITI, [2, "Siti CONTOH", "P", "Palon", None], BUDI, [4, *BUDI[1:]]), TODAY)
    assert len(shown.importable) == 4
    assert [d.lines for d in shown.duplicates] == [(2, 3), (4, 5), (4, 5)]
    assert {str(d.shared) for d in shown.duplicates} == {"Nama dan desa sama.", "Nomor HP sama."}


def test_the_list_ends_at_signatures_but_not_at_a_subtotal() -> None:
    listed = sheet(
        HEAD,
        SITI,
        [None, "Jumlah Palon", 1],
        BUDI,
        [None, "TOTAL", 2],
        ["Ketua Panitia,"],
        [None, "Wati Contoh, S.Sos."],
        [None, "Mengetahui,"],
        [9, "Orang Lain", "L", "Palon", None],
    )
    shown = preview(listed, TODAY)
    assert [row.line for row in shown.rows] == [2, 4]
    assert [row.line for row in shown.skipped] == [3, 5, 6, 7, 8, 9]


def test_five_blank_lines_end_the_list_and_four_do_not() -> None:
    assert len(preview(sheet(HEAD, SITI, [], [], [], [], BUDI), TODAY).rows) == 2
    shown = preview(sheet(HEAD, SITI, [], [], [], [], [], BUDI), TODAY)
    assert [row.line for row in shown.rows] == [2]
    assert [row.line for row in shown.skipped] == [8]


def test_a_head_of_village_is_a_person_and_no_signature() -> None:
    shown = preview(
        sheet(["No", "Nama", "Jabatan"], [1, "Siti Contoh", "Kepala Desa"], [2, "Budi", "Camat"]), TODAY
    )
    assert len(shown.rows) == 2


def test_the_best_sheet_is_visible_and_has_the_fullest_header() -> None:
    poor, rich = sheet(["Nama"], ["Siti"]), sheet(HEAD, SITI)
    assert best_sheet((poor, rich)) is rich
    hidden = sheet([*HEAD, "NIK"], SITI, visible=False)
    assert best_sheet((hidden, poor)) is poor
    assert best_sheet(()) is None


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        ["No", "Nama", "L/P", "HP", "Desa", "Alamat", "NIK", "Mengetahui", "Jumlah", "DESA PALON", "P", "-"]
    ),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
)
SHEETS = st.builds(
    lambda rows, merged, hidden: Sheet(
        name="",
        rows=tuple((n * 2 - 1, tuple(row)) for n, row in enumerate(rows, 1) if row),
        merged=tuple(merged),
        hidden_lines=hidden,
    ),
    st.lists(st.lists(CELLS, max_size=6), max_size=12),
    st.lists(st.tuples(*[st.integers(0, 9)] * 4), max_size=3),
    st.none() | st.frozensets(st.integers(1, 12), max_size=3),
)
CHOICES = st.builds(
    Choices,
    header_lines=st.none() | st.sampled_from([(), (1,), (1, 2), (3,), (99,)]),
    mapping=st.none()
    | st.lists(st.tuples(st.integers(0, 7), st.sampled_from(list(Field))), max_size=4).map(tuple),
    hidden_rows=st.booleans(),
    use_headings=st.booleans(),
    tidy_names=st.booleans(),
    guess_columns=st.booleans(),
)


@given(SHEETS, CHOICES)
def test_every_line_of_any_sheet_is_shown_once_and_nothing_fails(listed: Sheet, choices: Choices) -> None:
    shown = preview(listed, TODAY, choices)
    lines = [row.line for row in shown.rows] + [row.line for row in shown.skipped]
    header = [line for line, _cells in listed.rows if line in shown.header_lines]
    assert sorted([*lines, *header]) == [line for line, _cells in listed.rows]
    assert all(row.person.name.name for row in shown.importable)
    assert all(str(note.message) for row in shown.rows for note in row.notes)


@pytest.mark.parametrize("text", ["peserta", "NARASUMBER", "Panitia."])
def test_words_for_roles_are_known_in_any_case(text: str) -> None:
    shown = preview(sheet(["Nama", "Peran"], ["Siti Contoh", text]), TODAY)
    assert shown.rows[0].role is not None
