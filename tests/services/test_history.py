"""The latest change can be taken back; answers and numbers cannot."""

import pytest

from bimtek.domain.errors import RefusedError
from tests.services.day import attended, people, planned


def test_changes_are_taken_back_one_after_the_other_and_undoing_is_a_change_too(services):
    kegiatan = planned(services)
    (who,) = people(services, kegiatan, 1)
    services.registration.remove(who).result()
    assert services.registration.get(who.id) is None
    assert services.history.undo_last(kegiatan.id) == "Peserta Contoh 1, S.Sos. dihapus dari kegiatan"
    assert services.registration.get(who.id) == who
    assert services.history.recent(kegiatan.id, 1)[0].label == (
        "Diurungkan: Peserta Contoh 1, S.Sos. dihapus dari kegiatan"
    )
    services.history.undo_last(kegiatan.id)
    assert services.registration.get(who.id) is None


def test_issued_numbers_are_not_taken_back(services):
    kegiatan = planned(services)
    who = people(services, kegiatan, 2)
    attended(services, kegiatan, who)
    issued = services.certificates.issue(kegiatan)
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        services.history.undo_last(kegiatan.id)
    assert services.certificates.register(kegiatan.id) == issued


def test_nothing_to_take_back_is_said_in_words(services):
    with pytest.raises(RefusedError, match="Belum ada yang dapat diurungkan"):
        services.history.undo_last("lain")


def test_each_kegiatan_has_a_history_of_its_own(services):
    one, other = planned(services), planned(services, "Lain")
    people(services, other, 1)
    labels = {c.label for c in services.history.recent(one.id)}
    assert "Peserta Contoh 1, S.Sos. ditambahkan" not in labels
    assert "Kegiatan dibuat" in labels
