"""Names come apart and back together, keep their titles, and break where no title is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.names import (
    breaks,
    clean,
    parse_name,
    shown_name,
    sort_key,
    suggestion,
    title_case,
)
from bimtek.domain.people import PersonName
from bimtek.domain.titles import BACK_TITLES, FRONT_TITLES, RANKS


@pytest.mark.parametrize(
    ("raw", "front", "name", "back"),
    [
        ("Siti Nur Aisyah, S.Sos.", "", "Siti Nur Aisyah", "S.Sos."),
        ("Siti Nur Aisyah, S.Sos", "", "Siti Nur Aisyah", "S.Sos"),
        ("Dra. Hj. Endang W., M.Si.", "Dra. Hj.", "Endang W.", "M.Si."),
        ("AIPTU Bagus Setiawan, S.H.", "AIPTU", "Bagus Setiawan", "S.H."),
        ("Bripka Joko", "Bripka", "Joko", ""),
        ("KOMBES POL. Budi Contoh, S.I.K., M.H.", "KOMBES POL.", "Budi Contoh", "S.I.K., M.H."),
        ("Letda Laut (P) Joko", "Letda Laut (P)", "Joko", ""),
        ("dr. Rina Contoh, Sp.A.", "dr.", "Rina Contoh", "Sp.A."),
        ("Dr. Rina Contoh", "Dr.", "Rina Contoh", ""),
        ("Hj.Siti Aminah", "Hj.", "Siti Aminah", ""),
        ("Dra.Hj.Endang", "Dra. Hj.", "Endang", ""),
        ("R.A.Kartini", "R.A.", "Kartini", ""),
        ("H Slamet", "H", "Slamet", ""),
        ("Agus Contoh, SH, MH", "", "Agus Contoh", "SH, MH"),
        ("Budi Santoso, S. Sos", "", "Budi Santoso", "S. Sos"),
        ("Wati Contoh, S.Tr.Keb., A.Md.Keb., Bd.", "", "Wati Contoh", "S.Tr.Keb., A.Md.Keb., Bd."),
        ("Abdul Contoh, Ph.D., Sp.A(K)", "", "Abdul Contoh", "Ph.D., Sp.A(K)"),
        ("Suparti", "", "Suparti", ""),
        ("Na", "", "Na", ""),
        ("I Gusti Ayu Contoh", "", "I Gusti Ayu Contoh", ""),
        ("M. Yusuf", "", "M. Yusuf", ""),
        ("M.Yusuf", "", "M.Yusuf", ""),
        ("Moh. Ali bin Umar", "", "Moh. Ali bin Umar", ""),
        ("Br Ginting", "", "Br Ginting", ""),
        ("Contoh, Siti", "", "Contoh, Siti", ""),
        ("Siti, Ds. Jati", "", "Siti, Ds. Jati", ""),
        ("Dr.", "", "Dr.", ""),
        ("Siti Aminah,", "", "Siti Aminah", ""),
    ],
)
def test_a_name_comes_apart_into_titles_and_name(raw: str, front: str, name: str, back: str) -> None:
    assert parse_name(raw) == PersonName(name, front, back)


def test_a_known_title_at_the_end_counts_without_its_comma() -> None:
    assert parse_name("Budi Santoso S.Sos M.Si").full == "Budi Santoso, S.Sos M.Si"
    assert parse_name("Budi Santoso S.").back == ""


def test_a_name_of_85_characters_with_six_titles_loses_nothing() -> None:
    raw = "Prof. Dr. dr. Hj. Raden Ayu Siti Nur Aisyah Kusumaningtyas, S.Ked., M.Kes., Sp.A., Ph.D."
    assert len(raw) >= 85
    assert parse_name(raw).full == raw


LETTERS = st.text("abcdeiknrstu'’. ", min_size=1, max_size=30)
TITLED = st.builds(
    lambda front, name, back: " ".join([*front, name]) + "".join(f", {title}" for title in back),
    st.lists(st.sampled_from(FRONT_TITLES + RANKS), max_size=4),
    LETTERS,
    st.lists(st.sampled_from(BACK_TITLES), max_size=5),
)


def _letters(text: str) -> str:
    return "".join(text.replace(",", "").replace(";", "").split())


@given(TITLED | st.text())
def test_apart_and_together_again_keeps_every_letter(raw: str) -> None:
    assert _letters(parse_name(raw).full) == _letters(clean(raw))


@given(TITLED | st.text())
def test_a_parsed_name_parses_to_itself(raw: str) -> None:
    once = parse_name(raw)
    assert parse_name(once.full).full == once.full


@given(TITLED)
def test_capitals_never_touch_the_titles(raw: str) -> None:
    name = parse_name(raw)
    shown = shown_name(name, "kapital")
    assert shown.startswith(name.front)
    assert shown.endswith(name.back)
    assert name.name.upper() in shown


def test_capitals_keep_titles_and_leave_names_as_entered_on_request() -> None:
    name = parse_name("Siti Nur Aisyah, S.Sos.")
    assert shown_name(name, "kapital") == "SITI NUR AISYAH, S.Sos."
    assert shown_name(name, "apa-adanya") == "Siti Nur Aisyah, S.Sos."
    assert shown_name(parse_name("dra. HJ. ENDANG"), "huruf-awal") == "dra. HJ. Endang"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("SITI NUR'AINI", "Siti Nur'aini"),
        ("MA’RUF", "Ma’ruf"),
        ("AHMAD BIN UMAR", "Ahmad bin Umar"),
        ("SITI BINTI UMAR", "Siti binti Umar"),
        ("I GUSTI AYU", "I Gusti Ayu"),
        ("NI LUH CONTOH", "Ni Luh Contoh"),
        ("M. YUSUF", "M. Yusuf"),
        ("M.YUSUF", "M.Yusuf"),
        ("MOH. ALI", "Moh. Ali"),
        ("ABD. RAHMAN", "Abd. Rahman"),
        ("A.A. NGURAH", "A.A. Ngurah"),
        ("AL-AMIN", "Al-Amin"),
        ("O'BRIEN", "O'Brien"),
        ("CONTOH II", "Contoh II"),
        ("siti w.", "Siti W."),
        ("McDonald", "McDonald"),
        ("BIN CONTOH", "Bin Contoh"),
    ],
)
def test_initial_capitals_know_the_habits_of_names(raw: str, expected: str) -> None:
    assert title_case(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("SITI NUR AISYAH, S.SOS", "Siti Nur Aisyah, S.Sos"),
        ("DRA. HJ. ENDANG, M.SI.", "Dra. Hj. Endang, M.Si."),
        ("Budi Contoh, S.PD.", "Budi Contoh, S.Pd."),
        ("DR. RINA", "DR. Rina"),
    ],
)
def test_shouted_names_and_titles_get_a_suggestion(raw: str, expected: str) -> None:
    tidy = suggestion(parse_name(raw))
    assert tidy is not None
    assert tidy.full == expected


@pytest.mark.parametrize(
    "raw", ["Siti Nur Aisyah, S.Sos.", "Agus, SH, MH", "AIPTU Bagus, S.H.", "A.A. Ngurah"]
)
def test_tidy_names_get_no_suggestion(raw: str) -> None:
    assert suggestion(parse_name(raw)) is None


def test_raw_text_is_one_line_without_invisible_characters() -> None:
    assert clean("  Siti\u00a0 Nur\n Aisyah\u200b ") == "Siti Nur Aisyah"
    assert clean("\u202eSiti\u202c\ufeff") == "Siti"
    assert clean("Rene\u0301e") == "Renée"
    assert clean("Siti  Nur") == "Siti Nur"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_clean_text_has_no_control_characters_and_no_double_spaces(text: str) -> None:
    done = clean(text)
    assert done.isprintable() or not done
    assert "  " not in done
    assert done == done.strip()


def test_sorting_goes_by_the_name_without_titles_and_accents() -> None:
    raw = ["Hj. Nur’aini", "Dra. Agus, M.Si.", "nuraini B.", "Ágnes"]
    assert sorted(raw, key=lambda text: sort_key(parse_name(text))) == [
        "Ágnes",
        "Dra. Agus, M.Si.",
        "Hj. Nur’aini",
        "nuraini B.",
    ]


@given(TITLED)
def test_a_break_never_cuts_a_title_and_keeps_the_text(raw: str) -> None:
    name = parse_name(raw)
    for upper, lower in breaks(name, "kapital"):
        assert f"{upper} {lower}" == shown_name(name, "kapital")
        assert lower
        if name.front:
            assert upper.startswith(name.front)
