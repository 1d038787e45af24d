"""Steps of a person are taken back and brought again; answers and numbers are not."""

from dataclasses import replace

import pytest

from bimtek.domain.errors import RefusedError
from bimtek.domain.quiz import TestKind
from tests.services.day import attended, people, planned


def test_changes_are_taken_back_and_brought_again(services):
    kegiatan = planned(services)
    (who,) = people(services, kegiatan, 1)
    services.registration.remove(who).result()
    assert services.registration.get(who.id) is None
    assert services.history.undo_last(kegiatan.id) == "Peserta Contoh 1, S.Sos. dihapus dari kegiatan"
    assert services.registration.get(who.id) == who
    assert services.history.redo_last(kegiatan.id) == "Peserta Contoh 1, S.Sos. dihapus dari kegiatan"
    assert services.registration.get(who.id) is None


def test_a_change_on_its_way_is_taken_back_by_its_future(services):
    kegiatan = planned(services)
    (who,) = people(services, kegiatan, 1)
    stored = services.registration.remove(who)
    label = services.history.take_back(stored, kegiatan.id).result()
    assert label == "Peserta Contoh 1, S.Sos. dihapus dari kegiatan"
    assert services.registration.get(who.id) == who


def test_answers_on_the_way_do_not_hide_the_last_step_of_the_facilitator(services):
    kegiatan = planned(services)
    (who,) = people(services, kegiatan, 1)
    services.quizzes.prepare(kegiatan, seed=1)
    pre = services.quizzes.open(services.quizzes.rounds(kegiatan.id)[TestKind.PRE])
    services.planning.update(replace(kegiatan, title="Judul baru")).result()
    sitting = services.quizzes.sit(pre, who)
    view = sitting.views[0]
    given = services.quizzes.answer(sitting, view.id, [None] * len(view.inputs))
    given.result()
    services.history.undo_last(kegiatan.id)
    assert services.planning.get(kegiatan.id).title == kegiatan.title
    with pytest.raises(RefusedError, match="tidak dapat diurungkan"):
        services.history.take_back(given, kegiatan.id).result()


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


@pytest.mark.parametrize(
    ("facts", "called"),
    [
        ({"theme": "Tema baru"}, "Tema diubah"),
        ({"issue_city": "Kudus"}, "Kota terbit diubah"),
        ({"theme": "Tema baru", "title": "Judul baru"}, "Kegiatan diubah"),
    ],
)
def test_a_step_says_what_was_changed(services, facts, called):
    kegiatan = planned(services)
    services.planning.update(replace(kegiatan, **facts)).result()
    assert services.history.recent(kegiatan.id, 1)[0].label == called
