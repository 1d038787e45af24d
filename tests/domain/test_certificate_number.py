"""What stands in the number of a certificate, and which series it belongs to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import (
    DOTS,
    TOKENS,
    first_numbers,
    missing_codes,
    number_key,
    number_text,
    parts_now,
    ready_patterns,
    rule_of,
    scope_key,
    tells_apart,
    unknown_tokens,
    with_pattern,
)
from bimtek.domain.errors import DocumentError
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.people import Role

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN
ON = date(2024, 3, 5)


def kegiatan_of(pattern="{urut}", on=ON, code="OCSEA-1", statements="SK-{urut}", scope="kegiatan", **facts):
    rules = [NumberRule(pattern=text, scope=scope) for text in (pattern, statements)]
    return Kegiatan(
        **{"id": "k", "title": "Bimtek", "issued_on": on, "code": code, **facts},
        certificate_numbers=rules[0],
        statement_numbers=rules[1],
    )


def filled(pattern, sequence=7, role="peserta", kind=FULL, **facts):
    return number_text(kegiatan_of(pattern, **facts), kind, sequence, role)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("{urut}", "7"),
        ("{urut:3}", "007"),
        ("{urut:4}", "0007"),
        ("{kode_kegiatan}", "OCSEA-1"),
        ("{peran}", "PST"),
        ("{bln}", "03"),
        ("{bln_romawi}", "III"),
        ("{thn}", "2024"),
        ("{thn2}", "24"),
        ("400.2/{urut:3}/{thn}", "400.2/007/2024"),
        ("B.{urut}/BDA/RSDM.510/{bln_romawi}/{thn}", "B.7/BDA/RSDM.510/III/2024"),
        ("{urut:3}/{kode_kegiatan}/{bln_romawi}/{thn}", "007/OCSEA-1/III/2024"),
    ],
)
def test_every_token_is_filled(pattern, text):
    assert filled(pattern) == text


def test_padding_never_cuts_a_number():
    assert filled("{urut:3}", sequence=12345) == "12345"


def test_roman_month_is_that_of_the_issue_date():
    months = [filled("{bln_romawi}/{bln}", on=date(2024, month, 28)) for month in range(1, 13)]
    assert " ".join(months) == "I/01 II/02 III/03 IV/04 V/05 VI/06 VII/07 VIII/08 IX/09 X/10 XI/11 XII/12"


@pytest.mark.parametrize("role", list(Role))
def test_every_role_has_a_short_code_of_its_own(role):
    codes = {filled("{peran}", role=r.value) for r in Role}
    assert len(codes) == len(Role)
    assert filled("{peran}", role=role.value).isupper()


def test_without_a_sequence_the_office_writes_its_own_number_on_dots():
    assert filled("400.2/{urut:3}/{thn}", sequence=None) == f"400.2/{DOTS}/2024"


CODES = {"kode_kegiatan": "code", "klasifikasi": "classification", "kode_instansi": "office_code"}


@pytest.mark.parametrize(("token", "field"), CODES.items())
def test_code_is_filled_in_and_leaves_dots_only_when_it_is_empty(token, field):
    pattern = "{urut}/{" + token + "}"
    assert filled(pattern, **{field: "400.2"}) == "7/400.2"
    assert filled(pattern, **{field: ""}) == f"7/{DOTS}"
    assert missing_codes(kegiatan_of(pattern, **{field: "400.2"})) == []
    assert missing_codes(kegiatan_of(pattern, **{field: ""})) == [token]
    assert missing_codes(kegiatan_of(statements=pattern, **{field: ""})) == [token]
    assert missing_codes(kegiatan_of("{urut}", **{field: ""})) == [], "nothing is missing that is not used"


def test_statements_are_numbered_by_a_pattern_of_their_own():
    assert filled("{urut}/{thn}", kind=PART, statements="SK-{urut:3}/{thn}") == "SK-007/2024"


def test_number_carries_the_last_day_until_a_date_of_issue_is_set():
    days = (date(2024, 2, 28), date(2024, 3, 1))
    assert filled("{bln_romawi}", on=None, dates=days) == "III"
    assert filled("{bln_romawi}", on=date(2024, 4, 2), dates=days) == "IV"


@pytest.mark.parametrize(
    ("pattern", "tokens"),
    [
        ("{nomor}/{thn}", ["nomor"]),
        ("{urut:3}/{bulan}/{tahun}", ["bulan", "tahun"]),
        ("{urut", ["{"]),
        ("urut}", ["}"]),
        ("{Urut}", ["{", "}"]),
        ("{}", ["{", "}"]),
        ("{urut:33}", ["{", "}"]),
        ("{{urut}}", ["{", "}"]),
    ],
)
def test_unknown_token_is_named_and_refused(pattern, tokens):
    assert unknown_tokens(pattern) == tokens
    with pytest.raises(DocumentError) as refused:
        filled(pattern)
    assert ", ".join(tokens) in str(refused.value)


@pytest.mark.parametrize(
    ("pattern", "apart"),
    [
        ("{urut:3}/{thn}", True),
        ("400.2/……/{thn}", True),
        ("400.2/.../{thn}", True),
        ("400.2/{thn}", False),
        ("", False),
    ],
)
def test_pattern_that_would_give_everybody_one_number_is_known(pattern, apart):
    assert tells_apart(pattern) is apart


@given(st.text(max_size=40))
def test_any_pattern_is_filled_or_refused(pattern):
    if unknown_tokens(pattern):
        with pytest.raises(DocumentError):
            filled(pattern)
    else:
        assert not set("{}") & set(filled(pattern))


@given(
    st.lists(st.integers(1, 10**6), min_size=2, max_size=2, unique=True), st.sampled_from(["", ":1", ":5"])
)
def test_two_sequences_never_share_a_number(two, width):
    pattern = "400.2/{urut" + width + "}/{bln_romawi}/{thn}"
    assert filled(pattern, two[0]) != filled(pattern, two[1])


def test_series_are_apart_by_kegiatan_year_or_not_at_all():
    def key(scope, id_="k1", on=ON):
        return scope_key(kegiatan_of(scope=scope, id=id_, on=on), FULL)

    assert key("kegiatan") != key("kegiatan", id_="k2")
    assert key("kegiatan") == key("kegiatan", on=date(2025, 1, 1))
    assert key("tahun") == key("tahun", id_="k2")
    assert key("tahun") != key("tahun", on=date(2025, 1, 1))
    assert key("semua") == key("semua", id_="k2", on=date(2025, 1, 1))
    assert len({key(scope) for scope in ("kegiatan", "tahun", "semua")}) == 3


@pytest.mark.parametrize("scope", ["kegiatan", "tahun", "semua"])
def test_certificates_and_statements_never_share_a_series(scope):
    kegiatan = kegiatan_of(scope=scope)
    assert scope_key(kegiatan, FULL) != scope_key(kegiatan, PART)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("001/OC/III/2027", "001/OC/III/2027", True),
        ("001/OC/III/2027", "001/oc/iii/2027", True),
        ("001/OC/III/2027", " 001 /OC/ III/2027\u00a0", True),
        ("001/OC/III/2027", "001/O\u200bC/III/2027", True),
        ("001/OC/III/2027", "002/OC/III/2027", False),
        ("001/OC/III/2027", "1/OC/III/2027", False),
        ("001/OC/III/2027", "001/OC/III/2028", False),
        ("SK-001/2027", "001/2027", False),
    ],
)
def test_numbers_are_the_same_as_people_compare_them(one, other, same):
    assert (number_key(one) == number_key(other)) is same


@pytest.mark.parametrize("number", ["001/……/2027", "……/OC/2027", "400.2/.../2027", "…", "001/OC......"])
def test_number_with_dots_is_not_complete_and_has_no_key(number):
    assert number_key(number) == ""


LITERALS = st.text("0123456789abcSKPNTFMOD/.- ", max_size=6).filter(lambda text: "..." not in text)
PATTERNS = st.lists(st.sampled_from(["{" + t + "}" for t in TOKENS]) | LITERALS, max_size=8)
WIDTHS = st.sampled_from(["{urut}", "{urut:3}", "{urut:4}"])


@given(
    before=PATTERNS,
    urut=WIDTHS,
    after=PATTERNS,
    sequences=st.lists(st.integers(1, 10**5), min_size=2, max_size=2, unique=True),
    role=st.sampled_from(list(Role)),
    codes=st.tuples(*[st.sampled_from(["", "OCSEA", "400.2", "12"])] * 3),
)
def test_within_one_series_no_two_numbers_are_the_same(before, urut, after, sequences, role, codes):
    """Whatever the pattern around the sequence: only numbers that are completed by hand look alike."""
    pattern = "".join([*before, urut, *after])
    facts = dict(zip(CODES.values(), codes, strict=True))
    keys = [number_key(filled(pattern, sequence, role.value, **facts)) for sequence in sequences]
    dotted = bool(missing_codes(kegiatan_of(pattern, statements="", **facts))) or "..." in filled(pattern)
    assert (keys == ["", ""]) is dotted
    assert dotted or keys[0] != keys[1]


@given(st.text(max_size=30))
def test_key_is_a_text_of_its_own_that_changes_no_more(number):
    key = number_key(number)
    assert number_key(key) == key
    assert " " not in key


def test_a_series_shows_its_first_three_numbers():
    kegiatan = kegiatan_of("{urut:3}/{thn}", statements="SK-{urut}")
    assert first_numbers(kegiatan, FULL, 7, ["peserta"]) == ("007/2024", "008/2024", "009/2024")
    assert first_numbers(kegiatan, PART, 1, ["peserta", "panitia"]) == ("SK-1", "SK-2", "SK-3")


def test_a_pattern_that_names_the_role_shows_every_role_there_is():
    kegiatan = kegiatan_of("{urut}/{peran}")
    assert first_numbers(kegiatan, FULL, 1, ["peserta"]) == ("1/PST", "2/PST", "3/PST")
    assert first_numbers(kegiatan, FULL, 1, ["peserta", "narasumber"]) == ("1/PST", "2/PST", "3/NS")
    everyone = first_numbers(kegiatan, FULL, 1, [role.value for role in Role])
    assert everyone == ("1/PST", "2/NS", "3/FAS", "4/MOD", "5/PAN")


def test_numbers_that_are_all_the_same_are_shown_once():
    assert first_numbers(kegiatan_of("400.2/……/{thn}"), FULL, 1, ["peserta"]) == ("400.2/……/2024",)


def test_every_token_is_a_part_with_what_it_gives_now_and_so_are_dots():
    parts = parts_now(kegiatan_of(), 12)
    assert [part.token for part in parts] == [*TOKENS, ""]
    given = {part.token: part.value for part in parts}
    assert (given["urut"], given["kode_kegiatan"], given["klasifikasi"], given[""]) == (
        "012",
        "OCSEA-1",
        DOTS,
        DOTS,
    )
    whole = "".join(part.text for part in parts)
    assert unknown_tokens(whole) == []
    assert filled(whole, 12) == "".join(part.value for part in parts)


@pytest.mark.parametrize("kind", CertificateKind)
def test_ready_patterns_are_understood_and_tell_papers_apart(kind):
    for pattern in ready_patterns(kind):
        assert unknown_tokens(pattern) == []
        assert tells_apart(pattern)
        assert with_pattern(kegiatan_of(), pattern, 1)


def test_no_ready_pattern_of_statements_is_one_of_certificates():
    assert not set(ready_patterns(FULL)) & set(ready_patterns(PART))
    assert [kind for kind in CertificateKind if rule_pattern(kind) not in ready_patterns(kind)] == []


def rule_pattern(kind):
    return rule_of(Kegiatan(id="k", title="Bimtek"), kind).pattern
