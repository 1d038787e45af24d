"""Stepper, counters, forms, progress, charts, paste box."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QWheelEvent

from bimtek.domain.text import _
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.before_after_chart import BeforeAfterChart, Pair
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.paste_box import PasteBox
from bimtek.ui.widgets.stat_tile import Counter
from bimtek.ui.widgets.stepper import Stepper
from tests.ui.gallery import STEPS, steps


def test_done_steps_say_so_and_every_step_is_free_to_visit(qtbot):
    stepper = steps()
    qtbot.addWidget(stepper)
    assert stepper.steps["absensi"].accessibleName() == "Absensi, selesai"
    with qtbot.waitSignal(stepper.chosen) as seen:
        stepper.steps["dokumen"].click()
    assert seen.args == ["dokumen"]


def test_a_narrow_row_keeps_the_word_of_the_open_step_only(qtbot):
    stepper = steps()
    qtbot.addWidget(stepper)
    stepper.show()
    stepper.resize(400, 60)
    compact = {key: step.compact and not step.isChecked() for key, step in stepper.steps.items()}
    assert compact == {key: key != "sajikan" for key, _text in STEPS}
    stepper.resize(1200, 60)
    assert not any(step.compact for step in stepper.steps.values())


def test_more_than_six_steps_are_refused(qapp):
    with pytest.raises(ValueError, match="6"):
        Stepper([(str(n), _("x")) for n in range(7)])


def test_counter_shows_part_and_whole(qtbot):
    counter = Counter(_("Hadir"))
    qtbot.addWidget(counter)
    counter.show_count(23, 33)
    assert (counter.value.text(), counter.of.text(), counter.bar.value()) == ("23", "dari 33", 23)


def test_field_is_tied_to_its_word_and_its_problem(qtbot):
    form = Form()
    qtbot.addWidget(form)
    row = form.add(_("Nama kegiatan"), fields.text_field())
    assert row.title.buddy() is row.field
    assert row.field.accessibleName() == "Nama kegiatan"
    row.show_problem(_("Isi nama kegiatan."))
    assert not row.problem.isHidden()
    assert row.field.property("state") == "wrong"
    assert row.field.accessibleDescription() == "Isi nama kegiatan."
    row.show_problem()
    assert row.problem.isHidden()
    assert row.field.property("state") == ""


def test_dates_and_times_are_written_as_on_papers(qtbot):
    day, clock = fields.date_field(date(2024, 3, 5)), fields.time_field(time(8, 30))
    qtbot.addWidget(day)
    qtbot.addWidget(clock)
    assert (day.text(), clock.text()) == ("5 Maret 2024", "08.30")
    assert (day.value(), clock.value()) == (date(2024, 3, 5), time(8, 30))


@pytest.mark.parametrize(
    "make",
    [
        lambda: fields.choice([("a", "A"), ("b", "B")]),
        lambda: fields.number_field(0, 9, 5),
        lambda: fields.date_field(date(2024, 3, 5)),
        lambda: fields.time_field(time(8, 30)),
    ],
)
def test_a_passing_wheel_changes_no_value(qtbot, make):
    field = make()
    qtbot.addWidget(field)
    before = getattr(field, "currentText", getattr(field, "text", None))()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    field.wheelEvent(event)
    assert not event.isAccepted()
    assert getattr(field, "currentText", getattr(field, "text", None))() == before


def test_choice_gives_and_takes_keys(qtbot):
    field = fields.choice([("desa1", _("Satu hari")), ("desa2", _("Dua hari"))])
    qtbot.addWidget(field)
    field.choose("desa2")
    field.choose("lain")
    assert field.key() == "desa2"


def test_words_beside_a_box_go_on_in_the_next_line_where_one_is_too_narrow(qtbot):
    box = fields.check_field(_("Tanpa nama, untuk diisi tangan oleh peserta"))
    qtbot.addWidget(box)
    box.show()
    box.resize(box.sizeHint())
    one_line = box.sizeHint().height()
    assert "\n" not in box.text()
    box.resize(box.minimumSizeHint().width(), 100)
    assert box.text().count("\n") >= 1
    assert box.sizeHint().height() >= one_line
    assert all(box.fontMetrics().horizontalAdvance(line) < box.width() for line in box.text().split("\n"))
    box.resize(2 * box.sizeHint().width(), 100)
    assert box.text() == "Tanpa nama, untuk diisi tangan oleh peserta"


def test_short_jobs_never_flash_a_bar(qtbot):
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.begin(_("Menyimpan"))
    bar.finish()
    assert not bar.timer.isActive()
    assert bar.isHidden()


def test_long_jobs_say_how_far_and_can_be_stopped(qtbot):
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.begin(_("Mencetak sertifikat"))
    qtbot.waitUntil(bar.isVisible)
    bar.show_progress(38, 60)
    assert bar.figures.text() == "38 dari 60"
    with qtbot.waitSignal(bar.cancelled):
        bar.cancel_button.click()
    assert not bar.cancel_button.isEnabled()


def test_chart_is_heard_as_well_as_seen(qtbot):
    chart = BeforeAfterChart([Pair("Tanda awal", 0.42, 0.875), Pair("Kanal", None, 1.0)])
    qtbot.addWidget(chart)
    assert chart.accessibleDescription() == "Tanda awal: Pre-test 42%, Post-test 88%; Kanal: Post-test 100%"


def test_chart_grows_with_long_words(qtbot):
    short, long = (
        BeforeAfterChart([Pair("Kanal", 0, 1)]),
        BeforeAfterChart([Pair("kanal laporan " * 20, 0, 1)]),
    )
    qtbot.addWidget(short)
    qtbot.addWidget(long)
    assert long.heightForWidth(400) > short.heightForWidth(400)


def test_pasted_list_is_handed_over_when_typing_rests(qtbot):
    box = PasteBox(_("Tempel daftar di sini."), lambda: (".xlsx", ".csv"))
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.text_given) as seen:
        box.edit.setPlainText("Siti\tDesa Ngawen")
    assert seen.args == ["Siti\tDesa Ngawen"]


def test_dropped_file_is_handed_over(qtbot, tmp_path):
    box = PasteBox(_("Tempel daftar di sini."), lambda: (".xlsx", ".csv"))
    qtbot.addWidget(box)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "daftar hadir.xlsx"))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(box.file_given) as seen:
        box.dropEvent(event)
    assert seen.args == [Path(tmp_path / "daftar hadir.xlsx")]
