"""One person of a kegiatan: to be added, or corrected."""

from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.formatting import phone_text
from bimtek.domain.identity import phone_number, read_id
from bimtek.domain.names import clean, parse_name
from bimtek.domain.people import Participation, Role, Sex
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.registration import NewPerson
from bimtek.ui import editors, language
from bimtek.ui.autosave import Autosave
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.tall_dialog import TallDialog
from bimtek.ui.draft import Draft, watch
from bimtek.ui.messages import show_error
from bimtek.ui.role_names import ROLE_NAMES
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.place_field import PlaceField

_NO_AGE = 0
_NO_NAME, _HALF_PHONE = _("Isi nama orang itu."), _("Nomor HP belum lengkap.")


class PersonDialog(TallDialog):
    """Somebody new is added by the button, a draft until then; a correction is stored while one types.

    `stored` is emitted once the person, or a correction, is durable.
    """

    stored = Signal()

    def __init__(
        self,
        context: UiContext,
        kegiatan_id: str,
        role: Role,
        part: Participation | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = _("Tambah orang: {role}", role=ROLE_NAMES[role]) if part is None else _("Ubah data orang")
        super().__init__(parent, title, 720)
        self._context, self._kegiatan_id, self._role, self._part = context, kegiatan_id, role, part
        self.name_field = fields.text_field(_("Misalnya Dra. Hj. Siti Rekaan, M.Si."), longest=160)
        self.sex = fields.choice([("", _("Belum diisi")), ("L", _("Laki-laki")), ("P", _("Perempuan"))])
        self.age = fields.number_field(_NO_AGE, 120, _NO_AGE)
        language.put(self.age, _("Belum diisi"), "setSpecialValueText")
        self.unsur, self.instansi, self.jabatan = (fields.text_field(longest=160) for _at in range(3))
        self.phone = fields.text_field(_("Misalnya 0812-3456"), longest=40)
        self.desa = PlaceField(self._suggest, _("Ketik tiga huruf"))
        self.kecamatan, self.kabupaten = fields.text_field(longest=120), fields.text_field(longest=120)
        self.disability = fields.choice([("", _("Belum diisi")), ("tidak", _("Tidak")), ("ya", _("Ya"))])
        self.id_number = fields.text_field(_("NIK, NIP, atau NRP"), longest=40)
        self.topic = fields.text_field(longest=200)
        self.done_button = buttons.primary(_("Tambah orang") if part is None else _("Selesai"))
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.submit)
        self._lay_out()
        self._offer_known()
        self.autosave: Autosave | None = None
        if part is not None:
            self._show(part)
            self._watch()
        else:
            self._begin_draft()
        self.name_field.textChanged.connect(self._on_name)
        self.desa.picked.connect(self._on_place)
        context.tasks.run(
            lambda progress: context.services.places.load(),
            self,
            done=lambda table: None,
            failed=lambda error: None,
        )

    def submit(self) -> None:
        """Store the person; the dialog closes once they are durable."""
        wrong = self._wrong()
        if wrong:
            wrong[0].setFocus()
            return
        if self._part is not None:
            self.accept()
            return
        self.done_button.setEnabled(False)
        registration, new = self._context.services.registration, self._typed()
        self._context.tasks.run(
            lambda progress: registration.add(self._kegiatan_id, new, self._role, walk_in=False),
            self,
            done=self._on_stored,
            failed=self._on_failed,
        )

    def done(self, result: int) -> None:
        """Close, once a correction typed just now is stored."""
        if self.autosave is None:
            super().done(result)
        else:
            self.autosave.when_stored(lambda: super(PersonDialog, self).done(result))

    def _wrong(self) -> list[QLineEdit]:
        """The fields that cannot be stored as they are; each says why."""
        phone, number = self.phone.text().strip(), read_id(self.id_number.text())
        problems = {
            self.name_field: (self.name_row, NO_TEXT if self.name_field.text().strip() else _NO_NAME),
            self.phone: (self.phone_row, _HALF_PHONE if phone and not phone_number(phone) else NO_TEXT),
            self.id_number: (self.id_row, NO_TEXT if number.number else number.doubt),
        }
        for row, problem in problems.values():
            row.show_problem(problem)
        return [field for field, (_row, problem) in problems.items() if problem]

    def _store(self) -> Future[int]:
        """Store the correction; a field that is not complete keeps what was stored of it."""
        assert self._part is not None
        before, wrong, new = self._part.person, self._wrong(), self._typed()
        new = replace(
            new,
            raw_name=before.name.full if self.name_field in wrong else new.raw_name,
            phone=before.phone if self.phone in wrong else new.phone,
            id_number=before.id_number if self.id_number in wrong else new.id_number,
        )
        part, self._part = self._part, replace(self._part, topic=clean(new.topic))
        return self._context.services.registration.correct(part, new)

    def _watch(self) -> None:
        """Store every correction."""
        self.autosave = Autosave((editors.PERSON,), self._store, self._context.services.clock)
        self.autosave.saved.connect(self.stored)
        self.foot.insertWidget(0, self.autosave)
        for field in self._fields().values():
            watch(field, self.autosave.touch)

    def _begin_draft(self) -> None:
        """Keep what is typed of somebody new, until they are added or given up."""
        self.cancel_button = buttons.secondary(_("Batal"))
        self.cancel_button.clicked.connect(self.reject)
        self.foot.insertWidget(self.foot.count() - 1, self.cancel_button)
        subject = f"{self._kegiatan_id}/{self._role.value}"
        self.draft = Draft(self._context, editors.NEW_PERSON, subject, self, self._fields())
        self.body.insertWidget(0, self.draft)

    def _fields(self) -> dict[str, QWidget]:
        names = ("sex", "age", "unsur", "instansi", "jabatan", "phone", "desa", "kecamatan", "kabupaten",
                 "disability", "id_number", "topic")  # fmt: skip
        return {"name": self.name_field} | {name: getattr(self, name) for name in names}

    def _typed(self) -> NewPerson:
        return NewPerson(
            raw_name=self.name_field.text(),
            sex=Sex(self.sex.key()),
            unsur=self.unsur.text(),
            instansi=self.instansi.text(),
            jabatan=self.jabatan.text(),
            desa=self.desa.text(),
            kecamatan=self.kecamatan.text(),
            kabupaten=self.kabupaten.text(),
            phone=self.phone.text(),
            age=self.age.value() or None,
            disability=self.disability.key(),
            id_number=self.id_number.text(),
            topic=self.topic.text(),
        )

    def _show(self, part: Participation) -> None:
        person = part.person
        self.name_field.setText(person.name.full)
        self.sex.choose(person.sex.value)
        self.age.setValue(person.age or _NO_AGE)
        self.phone.setText(phone_text(person.phone))
        self.disability.choose(person.disability)
        self.topic.setText(part.topic)
        for name in ("unsur", "instansi", "jabatan", "desa", "kecamatan", "kabupaten", "id_number"):
            field: QLineEdit = getattr(self, name)
            field.setText(getattr(person, name))

    def _on_stored(self, _result: object) -> None:
        self.stored.emit()
        self.accept()

    def _on_failed(self, error: BimtekError) -> None:
        self.done_button.setEnabled(True)
        show_error(self, error)

    def _on_name(self, typed: str) -> None:
        """Show how the name is understood, and who is already called that."""
        name = parse_name(typed)
        same = [
            other
            for other in self._context.services.registration.same_name(self._kegiatan_id, typed)
            if self._part is None or other.id != self._part.id
        ]
        if name.name and same:
            where = same[0].person.village_line or same[0].person.office_line
            hint: Text = _("Sudah ada {name} ({where}). Keduanya boleh ada.", name=same[0].person.name.full,
                           where=where or "–")  # fmt: skip
        elif name.front or name.back:
            titles = ", ".join(part for part in (name.front, name.back) if part)
            hint = _("Nama: {name} · Gelar: {titles}", name=name.name, titles=titles)
        else:
            hint = _("Tulis lengkap dengan gelarnya.")
        language.put(self.name_row.help, hint)

    def _on_place(self, line: str) -> None:
        """Fill village, kecamatan and kabupaten from the chosen place."""
        place = self._context.services.places.read(line)
        if place.wilayah_code:
            self.desa.setText(place.desa)
            self.kecamatan.setText(place.kecamatan)
            self.kabupaten.setText(place.kabupaten)

    def _suggest(self, typed: str) -> list[str]:
        return [address.line for address in self._context.services.places.suggest(typed)]

    def _offer_known(self) -> None:
        """Offer what others of this kegiatan have in the same field."""
        people = [p.person for p in self._context.services.registration.of_kegiatan(self._kegiatan_id)]
        for name in ("unsur", "instansi", "jabatan", "kecamatan", "kabupaten"):
            words = sorted({getattr(person, name) for person in people} - {""})
            completer = QCompleter(QStringListModel(words, self), self)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            field: QLineEdit = getattr(self, name)
            field.setCompleter(completer)

    def _lay_out(self) -> None:
        self.name_row = FormRow(
            _("Nama lengkap dengan gelar"), self.name_field, _("Tulis lengkap dengan gelarnya.")
        )
        self.phone_row = FormRow(_("Nomor HP"), self.phone)
        self.id_row = FormRow(_("Nomor identitas"), self.id_number)
        topic = FormRow(_("Materi yang dibawakan"), self.topic)
        topic.setVisible(self._role is Role.NARASUMBER)
        pairs: tuple[tuple[QWidget, ...], ...] = (
            (self.name_row,),
            (topic,),
            (FormRow(_("Jenis kelamin"), self.sex), self.phone_row),
            (FormRow(_("Instansi"), self.instansi), FormRow(_("Jabatan"), self.jabatan)),
            (FormRow(_("Unsur"), self.unsur), FormRow(_("Desa/kelurahan"), self.desa)),
            (FormRow(_("Kecamatan"), self.kecamatan), FormRow(_("Kabupaten/kota"), self.kabupaten)),
            (FormRow(_("Umur"), self.age), FormRow(_("Disabilitas"), self.disability)),
            (self.id_row,),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        for at, rows in enumerate(pairs):
            span = 2 if len(rows) == 1 else 1
            for column, row in enumerate(rows):
                grid.addWidget(row, at, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done_button)
