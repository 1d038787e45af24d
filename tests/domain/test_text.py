"""Text stays a message until it is shown; what goes into it is never read as a pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bimtek.domain.text import NO_TEXT, Text, _, joined


def shout(msgid):
    return msgid.upper().replace("{NAME}", "{name}").replace("{REASON}", "{reason}")


def test_indonesian_is_what_str_gives():
    assert str(_("{name} hadir", name="Siti")) == "Siti hadir"


def test_another_language_translates_the_pattern_and_not_the_name():
    assert _("{name} hadir", name="Siti").render(shout) == "Siti HADIR"


def test_text_inside_a_text_is_translated_with_it():
    outer = _("Gagal: {reason}", reason=_("{name} penuh", name="disk"))
    assert str(outer) == "Gagal: disk penuh"
    assert outer.render(shout) == "GAGAL: disk PENUH"


@given(st.text())
def test_names_with_braces_and_percent_signs_come_out_as_they_are(name):
    assert str(_("{name}", name=name)) == name


def test_message_without_arguments_may_hold_braces():
    assert str(_("Pakai {urut} di pola nomor")) == "Pakai {urut} di pola nomor"


def test_empty_text_is_false_and_empty_even_if_a_catalogue_has_a_header():
    assert not NO_TEXT
    assert NO_TEXT.render(lambda msgid: "Project-Id-Version: …") == ""
    assert _("ada")


def test_texts_are_values_that_can_be_compared_and_kept_in_sets():
    assert _("{n} orang", n=3) == _("{n} orang", n=3)
    assert _("{n} orang", n=3) != _("{n} orang", n=4)
    assert len({_("a"), _("a"), _("b")}) == 2
    with pytest.raises(AttributeError):
        Text("a").msgid = "b"  # type: ignore[misc]


def test_joined_texts_are_translated_one_by_one_and_what_is_empty_is_left_out():
    text = joined((_("{name} hadir", name="Siti"), NO_TEXT, "", "{08.30}"))
    assert str(text) == "Siti hadir · {08.30}"
    assert text.render(lambda msgid: shout(msgid) if "hadir" in msgid else msgid) == "Siti HADIR · {08.30}"
    assert not joined(("", NO_TEXT))
