"""Somebody who is not on the list: a name and a few facts, and they are in."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCompleter, QHBoxLayout, QRadioButton, QWidget

from bimtek.domain.formatting import folded
from bimtek.domain.names import parse_name
from bimtek.domain.people import Participation, Role, Sex
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.registration import NewPerson
from bimtek.ui import editors, language
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.form_dialog import FormDialog
from bimtek.ui.draft import Draft
from bimtek.ui.models.attendance_table import SEX_WORDS, origin
from bimtek.ui.widgets import fields

LOOK_MS = 250  # a pause in typing after which namesakes are looked up


class SexField(QWidget):
    """L or P; nothing chosen is an answer too."""

    def __init__(self) -> None:
        super().__init__()
        self.group = QButtonGroup(self)
        self.buttons: dict[Sex, QRadioButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(24)
        for sex, word in SEX_WORDS.items():
            button = QRadioButton()
            language.put(button, word)
            language.put(button, word, "setAccessibleName")
            self.buttons[sex] = button
            self.group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFocusProxy(self.buttons[Sex.MALE])

    def value(self) -> Sex:
        """What was chosen, or unknown."""
        return next((sex for sex, button in self.buttons.items() if button.isChecked()), Sex.UNKNOWN)


class WalkInDialog(FormDialog):
    """Adds a person and hands them over through `added`; people of one name may both stay."""

    added = Signal(object)  # Participation

    def __init__(
        self,
        context: UiContext,
        kegiatan_id: str,
        name: str,
        role: Role = Role.PESERTA,
        unsur: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Tambah orang yang hadir"), _("Tambah dan catat hadir"), icon="user-plus")
        self._context, self._kegiatan_id, self._role = context, kegiatan_id, role
        self.name = fields.text_field(_("Nama lengkap beserta gelar"), name, longest=160)
        self.sex = SexField()
        self.unsur = fields.text_field(_("Misalnya: Kader PKK"))
        completer = QCompleter(sorted(set(unsur)), self)
        completer.setCaseSensitivity(completer.caseSensitivity().CaseInsensitive)
        self.unsur.setCompleter(completer)
        self.office = fields.text_field(_("Instansi, lembaga, atau desa"))
        self.phone = fields.text_field(_("Boleh dikosongkan"), longest=30)
        self.name_row = self.form.add(_("Nama"), self.name)
        self.form.add(_("Jenis kelamin"), self.sex)
        self.form.add(_("Unsur"), self.unsur)
        self.form.add(_("Asal"), self.office)
        self.phone_row = self.form.add(_("Nomor HP"), self.phone)
        self.namesakes: list[Participation] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.look)
        self.name.textChanged.connect(lambda _text: self._pause.start(LOOK_MS))
        self.action_button.clicked.connect(self.add)
        self.draft = Draft(context, editors.WALK_IN, kegiatan_id, self, self._fields(), self._is_of(name))
        self.show_draft(self.draft)
        self.look()
        self.name.setFocus()

    def _fields(self) -> dict[str, QWidget]:
        given = {"nama": self.name, "unsur": self.unsur, "asal": self.office, "hp": self.phone}
        return given | {sex.value: button for sex, button in self.sex.buttons.items()}

    def _is_of(self, name: str) -> Callable[[dict[str, Any]], bool]:
        """A draft of somebody else stays away."""
        return lambda kept: folded(str(kept.get("nama"))).startswith(folded(name))

    def look(self) -> None:
        """Say how the name was understood, and who has the same one."""
        typed = self.name.text()
        understood = parse_name(typed)
        titles = " ".join(part for part in (understood.front, understood.back) if part)
        language.put(self.name_row.help, _("Gelar: {titles}", titles=titles) if titles else NO_TEXT)
        self.name_row.help.setVisible(bool(titles))
        found = self._context.services.registration.same_name(self._kegiatan_id, typed)
        self.namesakes = [who for who in found if who.role is self._role]
        self.trouble.setVisible(bool(self.namesakes))
        if self.namesakes:
            self.trouble.show_notice(_same_name(self.namesakes), "warning")
        self.fit()

    def add(self) -> None:
        """Store the person; the dialog closes when that is durable."""
        new = NewPerson(
            raw_name=self.name.text(),
            sex=self.sex.value(),
            unsur=self.unsur.text(),
            instansi=self.office.text(),
            phone=self.phone.text(),
        )
        self.action_button.setEnabled(False)
        self._context.tasks.run(
            lambda progress: self._context.services.registration.add(self._kegiatan_id, new, self._role),
            self,
            done=self._on_added,
            failed=self.show_trouble,
            ended=self._on_ended,
        )

    def _on_ended(self) -> None:
        self.action_button.setEnabled(True)

    def _on_added(self, who: Participation) -> None:
        self.added.emit(who)
        self.accept()


def _same_name(namesakes: Sequence[Participation]) -> Text:
    first = namesakes[0].person
    place = origin(first)
    who = f"{first.name.full} ({place})" if place else first.name.full
    return _("Sudah ada {who} di daftar. Tambahkan hanya bila ini orang lain.", who=who)
