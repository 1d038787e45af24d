"""An expected failure says what happened, whether data is safe, and what to do."""

import pickle
from dataclasses import fields

import pytest

from bimtek.domain import errors
from bimtek.domain.errors import NOTHING_CHANGED, BimtekError, RefusedError
from bimtek.domain.text import NO_TEXT, _

KINDS = [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, BimtekError)]


def test_sentences_come_in_order_and_empty_ones_are_left_out():
    error = BimtekError(_("Disk penuh."), _("Data aman."), _("Kosongkan disk."))
    assert str(error) == "Disk penuh. Data aman. Kosongkan disk."
    assert str(BimtekError(_("Disk penuh."), NO_TEXT)) == "Disk penuh."


def test_data_is_said_to_be_unchanged_unless_said_otherwise():
    assert RefusedError(_("Belum bisa.")).data_safe == NOTHING_CHANGED


def test_detail_never_reaches_the_sentence():
    assert "errno" not in str(BimtekError(_("Gagal."), detail="errno 5"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_caught_as_one_and_keeps_its_parts(kind):
    with pytest.raises(BimtekError) as caught:
        raise kind(_("{n} gagal.", n=1), advice=_("Ulangi."), detail="d")
    assert (str(caught.value.what), str(caught.value.advice), caught.value.detail) == (
        "1 gagal.",
        "Ulangi.",
        "d",
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_survives_the_way_from_a_worker_process(kind):
    error = kind(_("{n} gagal.", n=1), advice=_("Ulangi."), detail="rincian")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert [getattr(again, f.name) for f in fields(again)] == [getattr(error, f.name) for f in fields(error)]


def test_two_equal_failures_are_still_two():
    assert BimtekError(_("a")) != BimtekError(_("a"))
