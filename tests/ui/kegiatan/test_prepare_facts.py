"""Ringkasan: what is typed is stored by itself, and nothing else is touched."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bimtek.domain.clock import Zone
from bimtek.domain.kegiatan import Paper
from bimtek.ui import autosave
from bimtek.ui.kegiatan.prepare import FACTS, PrepareStep
from tests.ui.audit import audit

LONGEST_WAIT_MS = 1_000


@pytest.fixture
def facts(context, kegiatan, qtbot):
    step = PrepareStep(context, kegiatan.id)
    qtbot.addWidget(step)
    step.resize(1146, 650)
    step.show()
    step.tabs.setCurrentIndex(FACTS)
    qtbot.waitUntil(lambda: bool(step.facts.modules.boxes))
    return step.facts


def saved(facts, qtbot):
    qtbot.waitUntil(lambda: facts.autosave.state.text().startswith("Tersimpan 0"))


def test_typing_is_stored_within_a_second_and_says_so(services, facts, kegiatan, qtbot):
    assert autosave.REST_MS < LONGEST_WAIT_MS
    facts.texts["organiser"].setText("  Dinas Sosial   PPPA ")
    facts.texts["partners"].setText("Yayasan Setara; ; UNICEF Indonesia")
    assert facts.autosave.state.text() == "Menyimpan…"
    saved(facts, qtbot)
    stored = services.planning.get(kegiatan.id)
    assert stored.organiser == "Dinas Sosial PPPA"
    assert stored.partners == ("Yayasan Setara", "UNICEF Indonesia")


def test_leaving_the_step_stores_what_still_waits(services, facts, kegiatan, qtbot):
    facts.texts["theme"].setText("Tidak ada anak yang salah")
    facts.hide()
    qtbot.waitUntil(lambda: services.planning.get(kegiatan.id).theme == "Tidak ada anak yang salah")


def test_without_a_name_the_last_one_stays_and_the_rest_is_stored(services, facts, kegiatan, qtbot):
    facts.texts["title"].setText("   ")
    facts.texts["theme"].setText("Tema baru")
    saved(facts, qtbot)
    assert facts.rows["title"].problem.isVisible()
    stored = services.planning.get(kegiatan.id)
    assert (stored.title, stored.theme) == (kegiatan.title, "Tema baru")
    facts.texts["title"].setText("Nama baru <b>")
    saved(facts, qtbot)
    assert services.planning.get(kegiatan.id).title == "Nama baru <b>"
    assert not facts.rows["title"].problem.isVisible()


def test_moving_the_first_day_moves_sessions_and_issue_date(services, facts, kegiatan, qtbot):
    week = timedelta(days=7)
    facts.first_day.show_value(min(kegiatan.dates) + week)
    saved(facts, qtbot)
    stored = services.planning.get(kegiatan.id)
    assert stored.dates == tuple(day + week for day in kegiatan.dates)
    assert {s.on_date for s in stored.sessions} == set(stored.dates)
    assert stored.issued_on == kegiatan.issued_on + week
    assert facts.issued_on.value() == stored.issued_on


def test_what_other_steps_stored_meanwhile_stays(services, facts, kegiatan, qtbot):
    papers = replace(kegiatan.papers, paper=Paper.F4)
    services.planning.set_papers(services.planning.get(kegiatan.id), papers).result()
    facts.texts["code"].setText("OCSEA")
    saved(facts, qtbot)
    stored = services.planning.get(kegiatan.id)
    assert (stored.papers.paper, stored.code) == (Paper.F4, "OCSEA")


def test_conditions_place_zone_and_module_are_stored(services, facts, kegiatan, qtbot):
    facts.min_attendance.setValue(75)
    facts.min_post.setValue(60)
    facts.minutes_per_jp.setValue(60)
    facts.zone.choose("WITA")
    facts.hall.setText("Balai Desa")
    facts.place.setText("Pendopo lama")
    facts.issued_on.show_value(date(2027, 3, 9))
    facts.modules.boxes["memahami-ocsea"].setChecked(False)
    saved(facts, qtbot)
    stored = services.planning.get(kegiatan.id)
    assert (stored.min_attendance, stored.min_post, stored.minutes_per_jp) == (0.75, 0.6, 60)
    assert (stored.zone, stored.place.line) == (Zone.WITA, "Balai Desa, Pendopo lama")
    assert (stored.issued_on, stored.modules) == (date(2027, 3, 9), ())


def test_facts_shown_again_are_those_stored(services, context, facts, kegiatan, qtbot):
    services.planning.update(replace(kegiatan, funding="Dana desa", min_post=0.7)).result()
    facts.show_kegiatan(services.planning.get(kegiatan.id))
    assert (facts.texts["funding"].text(), facts.min_post.value()) == ("Dana desa", 70)
    assert not facts.autosave.timer.isActive()


def test_everything_is_named_and_large_enough(facts):
    audit(facts)
