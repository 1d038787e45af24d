"""The first screen: three short steps, each may be left out, and it never comes back by itself."""

import pytest
from PySide6.QtCore import Qt

from bimtek.app import build
from bimtek.ui import theme
from bimtek.ui.main_window import MainWindow
from bimtek.ui.pages.home import HomePage
from bimtek.ui.pages.welcome import WelcomePage
from bimtek.ui.start import Session
from tests.ui.audit import audit, cut_buttons
from tests.windows import end_session


@pytest.fixture
def first(context, qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitSignal(window.painted):
        window.show()
    window.attach(context, first_run=context.services.first_run.wanted)
    window.wake()
    return window


def test_it_comes_before_beranda_alone_and_asks_one_thing_at_a_time(first):
    assert isinstance(first.page, WelcomePage)
    assert not first.rail.isVisible()
    assert first.page.step == "anda"
    assert first.page.you.isVisible()
    assert not first.page.secret.isVisible()


def test_the_whole_of_it_by_keyboard(first, qtbot, services):
    page = first.page
    qtbot.keyClicks(page.you.fields["nama_pengguna"], "Wulan")
    qtbot.keyClicks(page.you.fields["instansi"], "Dinas <b>Sosial</b>")
    qtbot.keyClick(page.you.fields["instansi"], Qt.Key.Key_Return)
    assert page.step == "pin"
    qtbot.keyClicks(page.secret.pin, "2468")
    qtbot.keyClicks(page.secret.again, "2468")
    qtbot.keyClick(page.secret.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.secret.code is not None and page.secret.isEnabled())
    assert page.step == "pin", "the code is looked at before anything goes on"
    qtbot.waitUntil(page.secret.code.sheet.print_button.isVisible)
    page.next_button.click()
    assert page.step == "mulai"
    page.next_button.click()
    qtbot.waitUntil(lambda: not isinstance(first.page, WelcomePage))
    assert first.page.workspace.title.accessibleName() == "Bimtek OCSEA – Desa Contoh"
    assert first.rail.isVisible()
    assert (services.settings.get("nama_pengguna"), services.settings.get("instansi")) == (
        "Wulan",
        "Dinas <b>Sosial</b>",
    )
    assert services.pin.check("2468")


@pytest.mark.parametrize("step", ["anda", "pin"])
def test_all_can_be_skipped_at_any_step(first, step, services):
    first.page.show_step(step)
    first.page.skip_button.click()
    assert isinstance(first.page, HomePage)
    assert first.rail.isVisible()
    assert not services.pin.is_set


def test_the_pin_can_wait_and_one_can_begin_without_the_sample(first, services):
    first.page.next_button.click()
    assert first.page.later_button.text() == "Nanti saja"
    first.page.later_button.click()
    first.page.start_button.click()
    assert isinstance(first.page, HomePage)
    assert services.overview.page() == []


def test_a_slip_in_the_pin_sets_nothing_and_says_so(first, qtbot, services):
    page = first.page
    page.next_button.click()
    page.secret.pin.setText("2468")
    page.secret.again.setText("2469")
    page.next_button.click()
    assert page.secret.trouble.message.text() == "Kedua PIN tidak sama. Ketik PIN yang sama dua kali."
    page.secret.pin.setText("12")
    page.secret.again.setText("12")
    page.next_button.click()
    qtbot.waitUntil(lambda: page.secret.trouble.message.text().startswith("PIN belum sesuai."))
    assert not services.pin.is_set


def test_going_to_a_place_by_its_key_is_a_way_out(first, qtbot):
    first.go("modul")
    assert not isinstance(first.page, WelcomePage)
    assert first.rail.isVisible()


def test_what_was_typed_is_kept_when_the_rest_is_skipped(first, services):
    first.page.you.fields["nama_pengguna"].setText("Wulan")
    first.page.skip_button.click()
    assert services.settings.get("nama_pengguna") == "Wulan"


def test_what_is_typed_is_stored_when_typing_rests(first, services, qtbot):
    qtbot.keyClicks(first.page.you.fields["instansi"], "Dinas")
    assert services.settings.get("instansi") == ""
    qtbot.waitUntil(lambda: services.settings.get("instansi") == "Dinas")


def test_it_never_comes_back_by_itself_not_even_after_a_kill(first, services, tmp_path, clock):
    assert isinstance(first.page, WelcomePage)
    first.page.skip_button.click()
    services.close()
    again = build(tmp_path / "data", clock)
    wanted = again.first_run.wanted
    again.close()
    assert not wanted


def test_it_is_not_shown_over_data_that_is_there(services):
    assert services.first_run.wanted
    services.settings.put("instansi", "Dinas").result()
    assert not services.first_run.wanted


def test_settings_open_it_again_with_what_is_known(first, services, qtbot):
    services.settings.put("nama_pengguna", "Wulan").result()
    services.pin.set("2468")
    first.page.skip_button.click()
    first.go("pengaturan")
    first.page.tab("umum").first_steps.welcome_button.click()
    page = first.page
    assert isinstance(page, WelcomePage)
    assert page.you.fields["nama_pengguna"].text() == "Wulan"
    page.next_button.click()
    assert page.secret.already.isVisible()
    assert not page.secret.pin.isVisible()
    page.next_button.click()
    assert page.step == "mulai"
    page.start_button.click()


def test_the_real_start_on_an_empty_folder_shows_it_and_the_second_start_does_not(qtbot, tmp_path):
    shown = []
    for _start in range(2):
        window = MainWindow()
        session = Session(tmp_path / "data", window)
        window.show()
        qtbot.waitUntil(lambda window=window: window.page is not None)
        shown.append(type(window.page))
        qtbot.waitUntil(lambda session=session: not session.tasks.busy)
        end_session(session)
    assert shown == [WelcomePage, HomePage]


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("step", ["anda", "pin", "mulai"])
def test_everything_is_named_large_enough_and_uncut(first, qapp, qtbot, scale, step):
    theme.apply_theme(qapp, theme.DEFAULT, scale)
    first.page.show_step(step)
    audit(first.page)
    qtbot.waitUntil(lambda: cut_buttons(first.page) == [])
    button = first.page.next_button
    assert button.mapTo(first, button.rect().bottomRight()).y() <= first.height(), "no scrolling to go on"
