"""Peserta: everybody once, found by two letters, with the kegiatan they came to."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from bimtek.domain.people import Participation, Person, PersonName, Role
from bimtek.services.planning import NewKegiatan
from bimtek.services.registration import NewPerson
from bimtek.ui import theme
from tests.ui.audit import audit, cut_buttons, shown_texts


@pytest.fixture
def kegiatan(services):
    new = NewKegiatan(title="Bimtek Desa Palon", template="malam-desa", first_day=date(2027, 3, 5))
    return services.planning.create(new)


@pytest.fixture
def page(window):
    window.go("peserta")
    return window.page


def test_nobody_yet_leads_to_the_kegiatan(window, page):
    assert page.nobody.isVisible()
    page.nobody.button.click()
    assert window.page is not page


def test_two_letters_find_any_word_of_a_name(services, kegiatan, page, qtbot):
    for name in ("Siti Aminah", "Budi Santoso", "Nur'aini <b>Siti</b>", "Sukarsih"):
        services.registration.add(kegiatan.id, NewPerson(raw_name=name))
    page.refresh()
    assert shown_texts(page.table) == ["Budi Santoso", "Nur'aini <b>Siti</b>", "Siti Aminah", "Sukarsih"]
    qtbot.keyClicks(page.search, "si")
    qtbot.waitUntil(lambda: shown_texts(page.table) == ["Nur'aini <b>Siti</b>", "Siti Aminah"])
    page.search.setText("zz")
    qtbot.waitUntil(page.not_found.isVisible)
    page.not_found.button.click()
    qtbot.waitUntil(lambda: len(shown_texts(page.table)) == 4)


def test_chosen_person_shows_their_kegiatan_and_opens_one(services, kegiatan, window, page):
    part = services.registration.add(kegiatan.id, NewPerson(raw_name="Hj. Siti, S.Pd.", desa="Palon"))
    services.registration.add_known(kegiatan.id, part.person, Role.PANITIA)
    page.refresh()
    assert page.detail.name.text() == "Hj. Siti, S.Pd."
    assert page.detail.kegiatan == [kegiatan.id, kegiatan.id]
    assert page.model.rows[0].kegiatan_count == 1
    page.detail.rows.itemAt(0).widget().findChildren(type(window.rail.help_button))[0].click()
    assert window.page.workspace.kegiatan_id == kegiatan.id


def test_removed_kegiatan_is_not_counted(services, kegiatan, page):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Siti"))
    services.planning.remove(kegiatan.id).result()
    page.refresh()
    assert (page.model.rows[0].kegiatan_count, page.detail.kegiatan) == (0, [])


def test_table_reads_on_while_one_scrolls(services, kegiatan, page):
    people = [
        Participation(id="", kegiatan_id="", person=Person(id="", name=PersonName(f"Orang {n:03}")))
        for n in range(250)
    ]
    services.registration.add_all(kegiatan.id, people)
    page.refresh()
    assert page.model.rowCount() < 250
    while page.model.canFetchMore(page.table.rootIndex()):
        page.table.scrollToBottom()
        QApplication.processEvents()
    assert shown_texts(page.table) == [f"Orang {n:03}" for n in range(250)]


@pytest.mark.parametrize("scale", [100, 150])
def test_everything_is_named_large_enough_and_uncut(services, kegiatan, page, qtbot, qapp, scale):
    services.registration.add(kegiatan.id, NewPerson(raw_name="Siti"))
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    page.refresh()
    audit(page)
    qtbot.waitUntil(lambda: cut_buttons(page) == [])
