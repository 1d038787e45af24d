"""Who gets which paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.attendance import Presence
from bimtek.domain.certificate import CertificateKind, eligibility
from bimtek.domain.kegiatan import Kegiatan

FULL, PART = CertificateKind.SERTIFIKAT, CertificateKind.SURAT_KETERANGAN


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
