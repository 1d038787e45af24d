"""A half-filled form comes back after a crash, and leaves nothing behind once it is done with."""

from datetime import date, time

import pytest
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout

from bimtek.domain.text import _
from bimtek.ui.draft import Draft
from bimtek.ui.editors import NEW_PERSON, flush_all
from bimtek.ui.widgets import fields

KEY = "orang-baru/k"


@pytest.fixture
def form(context, qtbot):
    def form(**options):
        dialog = QDialog()
        qtbot.addWidget(dialog)
        dialog.fields = {
            "line": fields.text_field(),
            "lines": QPlainTextEdit(),
            "choice": fields.choice([("", "–"), ("L", "Laki-laki")]),
            "day": fields.date_field(date(2027, 3, 5)),
            "time": fields.time_field(time(12)),
            "number": fields.number_field(0, 99, 0),
            "tick": fields.check_field(_("Ya")),
        }
        column = QVBoxLayout(dialog)
        for field in dialog.fields.values():
            column.addWidget(field)
        dialog.draft = Draft(context, NEW_PERSON, "k", dialog, dialog.fields, **options)
        column.addWidget(dialog.draft)
        dialog.show()
        return dialog

    return form


def fill(dialog):
    given = dialog.fields
    given["line"].setText("Siti <b>")
    given["lines"].setPlainText("satu\ndua")
    given["choice"].choose("L")
    given["day"].show_value(date(2027, 4, 1))
    given["time"].show_value(time(9, 30))
    given["number"].setValue(41)
    given["tick"].setChecked(True)
    flush_all()


def held(dialog):
    given = dialog.fields
    return (
        given["line"].text(),
        given["lines"].toPlainText(),
        given["choice"].key(),
        given["day"].value(),
        given["time"].value(),
        given["number"].value(),
        given["tick"].isChecked(),
    )


def test_every_kind_of_field_comes_back_and_the_form_says_so(form):
    first = form()
    assert not first.draft.isVisible()
    fill(first)
    second = form()
    assert held(second) == held(first)
    assert second.draft.isVisible()


@pytest.mark.parametrize("end", ["accept", "reject"])
def test_a_form_that_is_done_with_leaves_nothing_behind(form, services, end):
    dialog = form()
    fill(dialog)
    assert services.unfinished.get(KEY)
    getattr(dialog, end)()
    assert services.unfinished.get(KEY) is None
    services._store.aside(lambda conn: None).result()
    assert services._store.db.execute("select count(*) from unfinished").fetchone()[0] == 0


def test_a_draft_of_somebody_else_stays_away(form):
    fill(form())
    assert held(form(wanted=lambda kept: kept["line"] == "Budi"))[0] == ""


def test_what_is_kept_is_not_in_the_journal_and_no_news_for_a_backup(form, services):
    changes = services._store.changes
    fill(form())
    services._store.aside(lambda conn: None).result()
    assert services._store.db.execute("select count(*) from unfinished").fetchone()[0] == 1
    assert services._store.db.execute("select count(*) from perubahan").fetchone()[0] == 0
    assert services._store.changes == changes
