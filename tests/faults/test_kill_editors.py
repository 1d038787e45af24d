"""SIGKILL after an edit, in every editor of the window: started again, the edit is there."""

import shutil

import pytest

from bimtek.app import build
from bimtek.ui.editors import EDITORS
from bimtek.ui.widgets.toast import Toast
from tests.counts import sampled
from tests.faults.child import killed_at
from tests.faults.desk import VISITS, Desk, day_for_every_editor

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800)]
LATER_S = 5


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """A data folder to copy, and the id of its kegiatan."""
    folder = tmp_path_factory.mktemp("hari") / "data"
    services = build(folder)
    kegiatan_id = day_for_every_editor(services)
    services.close()
    return folder, kegiatan_id


def test_every_editor_of_the_window_is_visited():
    assert set(VISITS) == set(EDITORS)
    assert len({editor.key for editor in EDITORS}) == len(EDITORS)


@pytest.mark.parametrize("editor", sampled(EDITORS[::5], EDITORS), ids=lambda editor: editor.key)
def test_b9_17_an_edit_is_there_after_a_kill(day, tmp_path, qtbot, counted, editor):
    source, kegiatan_id = day
    visit = VISITS[editor]
    # Sampled: at the moment the window says it is safe. In full also five seconds after the edit.
    for line, seconds in (("tersimpan", 0), ("diubah", LATER_S))[: counted(1, 2)]:
        data = shutil.copytree(source, tmp_path / line)
        before = Desk(data, kegiatan_id)
        if editor.key != "kiosk":  # looking at the kiosk begins a test
            assert visit.look(before) != visit.expected, "the edit is really one"
        before.close()
        killed_at("tests.faults.editing", [str(data), kegiatan_id, editor.key], line, seconds)
        again = Desk(data, kegiatan_id)
        assert again.window.findChild(Toast).isVisible(), "it says that it came back"
        assert visit.look(again) == visit.expected
        again.close()
