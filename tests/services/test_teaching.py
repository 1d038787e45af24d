"""What a kegiatan teaches, and where each module was left off."""

from dataclasses import replace

import pytest

from bimtek.app import build
from tests.services.day import planned

OCSEA = "memahami-ocsea"


@pytest.fixture
def kegiatan(services):
    return planned(services)


def test_modules_come_once_in_the_order_they_are_taught_and_only_installed_ones(services, kegiatan):
    made = replace(kegiatan, modules=("tidak-ada", OCSEA, OCSEA))
    assert [m.id for m in services.teaching.modules(made)] == [OCSEA]
    assert services.teaching.modules(replace(kegiatan, modules=(), sessions=())) == []


def test_teaching_goes_on_at_the_slide_where_it_was_left(services, kegiatan, tmp_path, clock):
    assert services.teaching.position(kegiatan.id, OCSEA) == 0
    for slide in (3, 7, 5):
        services.teaching.remember(kegiatan.id, OCSEA, slide).result()
    services.close()
    again = build(tmp_path / "data", clock)
    try:
        assert again.teaching.position(kegiatan.id, OCSEA) == 5
        labels = [step.label for step in again.history.recent(kegiatan.id)]
        assert "Slide 6 ditampilkan" not in labels, "which slide is shown is no step to take back"
    finally:
        again.close()
