"""Who gets which paper, and what stands in its number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.attendance import Presence
from bimtek.domain.certificate import (
    DOTS,
    CertificateKind,
    eligibility,
    number_text,
    scope_key,
    tells_apart,
    unknown_tokens,
)
from bimtek.domain.errors import DocumentError
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.people import Role

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN
ON = date(2024, 3, 5)


def rule_of(min_attendance=0.8, min_post=None):
    return Kegiatan(id="k", title="Bimtek", min_attendance=min_attendance, min_post=min_post)


def result(kegiatan, jp, of_jp, post=None, seen=True):
    return eligibility(kegiatan, Presence(jp, of_jp, seen), post)


@pytest.mark.parametrize(
    ("jp", "of_jp", "post", "min_post", "kind", "reason"),
    [
        (10, 10, None, None, FULL, ""),
        (8, 10, None, None, FULL, ""),
        (7, 10, None, None, PART, "Kehadiran 7 dari 10 JP, di bawah syarat."),
        (1, 10, None, None, PART, "Kehadiran 1 dari 10 JP, di bawah syarat."),
        (0, 10, None, None, None, "Hadir 0 dari 10 JP. Surat keterangan perlu paling sedikit 1 JP."),
        (0, 10, 1.0, 0.7, None, "Hadir 0 dari 10 JP. Surat keterangan perlu paling sedikit 1 JP."),
        (10, 10, 0.7, 0.7, FULL, ""),
        (10, 10, 0.69, 0.7, PART, "Nilai post-test di bawah syarat."),
        (10, 10, 0.0, 0.7, PART, "Nilai post-test di bawah syarat."),
        (10, 10, None, 0.7, PART, "Belum ada nilai post-test."),
        (10, 10, None, 0.0, PART, "Belum ada nilai post-test."),
        (7, 10, 1.0, 0.7, PART, "Kehadiran 7 dari 10 JP, di bawah syarat."),
    ],
)
def test_rule_of_the_kegiatan(jp, of_jp, post, min_post, kind, reason):
    found = result(rule_of(min_post=min_post), jp, of_jp, post)
    assert (found.kind, str(found.reason)) == (kind, reason)


def test_who_was_never_seen_gets_nothing_whatever_the_score():
    found = result(rule_of(), 0, 10, 1.0, seen=False)
    assert (found.kind, str(found.reason)) == (None, "Tidak hadir.")
    assert result(rule_of(min_attendance=0.0), 0, 10, seen=False).kind is None


def test_kegiatan_without_jp_gives_a_certificate_to_whoever_came():
    assert result(rule_of(), 0, 0).kind is FULL


@given(percent=st.integers(0, 100), of_jp=st.integers(1, 60), post=st.none() | st.floats(0, 1))
def test_no_paper_ever_states_that_nothing_was_attended(percent, of_jp, post):
    found = result(rule_of(percent / 100), 0, of_jp, post)
    assert found.kind is None
    assert "paling sedikit 1 JP" in str(found.reason)


def test_eighty_percent_is_counted_in_whole_jp():
    """4 of 5 is 80 %; 7 of 9 is not, 8 of 9 is; no rounding of floats decides."""
    for of_jp in range(1, 41):
        for jp in range(1, of_jp + 1):
            expected = FULL if jp * 100 >= 80 * of_jp else PART
            assert result(rule_of(0.8), jp, of_jp).kind is expected, (jp, of_jp)


@given(percent=st.integers(0, 100), of_jp=st.integers(1, 60), data=st.data())
def test_any_threshold_in_percent_is_exact(percent, of_jp, data):
    jp = data.draw(st.integers(1, of_jp))
    expected = FULL if jp * 100 >= percent * of_jp else PART
    assert result(rule_of(percent / 100), jp, of_jp).kind is expected


def filled(pattern, sequence=7, on=ON, code="OCSEA-1", role="peserta"):
    return number_text(NumberRule(pattern=pattern), sequence, on, code, role)


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
        ("{klasifikasi}", DOTS),
        ("{kode_instansi}", DOTS),
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


def test_missing_code_leaves_dots():
    assert filled("{urut}/{kode_kegiatan}", code="") == f"7/{DOTS}"


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
    def key(scope, kegiatan="k1", on=ON, kind=FULL):
        return scope_key(NumberRule(scope=scope), kind, kegiatan, on)

    assert key("kegiatan") != key("kegiatan", kegiatan="k2")
    assert key("kegiatan") == key("kegiatan", on=date(2025, 1, 1))
    assert key("tahun") == key("tahun", kegiatan="k2")
    assert key("tahun") != key("tahun", on=date(2025, 1, 1))
    assert key("semua") == key("semua", kegiatan="k2", on=date(2025, 1, 1))
    assert len({key(scope) for scope in ("kegiatan", "tahun", "semua")}) == 3


@pytest.mark.parametrize("scope", ["kegiatan", "tahun", "semua"])
def test_certificates_and_statements_never_share_a_series(scope):
    rule = NumberRule(scope=scope)
    assert scope_key(rule, FULL, "k", ON) != scope_key(rule, PART, "k", ON)
