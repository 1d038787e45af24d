"""Who is there: the name, then the code that only its owner holds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from bimtek.domain.people import Participation
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.codes import LENGTH
from bimtek.ui import language, theme
from bimtek.ui.kiosk.desk import KioskDesk
from bimtek.ui.kiosk.parts import KioskPage, NameRows, button
from bimtek.ui.widgets.announce import announce
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.search_list import Row, SearchList

_HINT = _("Ketik dua huruf dari nama Anda, lalu tekan nama itu.")
_NOBODY = _("Nama belum ditemukan. Coba huruf lain, atau panggil panitia.")


class NamePage(KioskPage):
    """Two letters, and the names they lead to. Nobody is listed before that."""

    def __init__(self, desk: KioskDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.search = SearchList(self._find, _("Nama Anda"))
        self.search.field.setProperty("kind", "kiosk")
        self.search.view.setItemDelegate(NameRows(self.search.view))
        self.search.hint.hide()
        self.search.chosen.connect(self._on_chosen)
        self.search.field.textChanged.connect(lambda _text: self._say())
        self.hint = label(_HINT, "kiosk", "secondary")
        self.body.addWidget(label(_("Siapa nama Anda?"), "kiosk-title"))
        self.body.addWidget(self.hint)
        self.body.addWidget(self.search, 1)
        self.body.addStretch(0)

    def focus(self) -> None:
        """Begin with an empty field: nothing of the last person stays."""
        self.search.clear()
        self._say()

    def _find(self, typed: str) -> Sequence[Row]:
        return [_row(who) for who in self._desk.find(typed)]

    def _on_chosen(self, participation_id: str) -> None:
        self.search.field.clear()
        self._desk.pick(participation_id)

    def _say(self) -> None:
        nobody = len(self.search.field.text().strip()) >= 2 and not self.search.model.rows
        language.put(self.hint, _NOBODY if nobody else _HINT)
        self.search.view.setVisible(bool(self.search.model.rows))
        self.search.hint.hide()


class CodePage(KioskPage):
    """Four letters or digits from the slip."""

    given = Signal(str)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.hello = label("", "kiosk-title")
        self.code = QLineEdit()
        self.code.setProperty("kind", "kiosk-code")
        self.code.setMaxLength(LENGTH + 2)  # a person may type spaces
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        theme.put(self.code, "setMaximumWidth", 420)
        language.put(self.code, _("Kode di kertas Anda"), "setAccessibleName")
        self.code.textEdited.connect(lambda text: self.code.setText(text.upper()))
        self.code.returnPressed.connect(self._on_given)
        self.trouble = label("", "kiosk", "danger")
        self.back_button = button(_("Bukan saya"), icon="arrow-left")
        self.back_button.clicked.connect(self.back_wanted)
        self.go_button = button(_("Mulai"), "kiosk-primary")
        self.go_button.clicked.connect(self._on_given)
        self.body.addStretch(1)
        self.body.addWidget(self.hello)
        self.body.addWidget(label(_("Ketik kode 4 huruf atau angka di kertas Anda."), "kiosk", "secondary"))
        self.body.addWidget(self.code)
        self.body.addWidget(self.trouble)
        self.body.addStretch(2)
        self.left.addWidget(self.back_button)
        self.right.addWidget(self.go_button)

    def show_person(self, who: Participation | None, *, busy: bool) -> None:
        """Greet the person by name; while the code is checked nothing can be pressed twice."""
        name = who.person.name.full if who is not None else ""
        language.put(self.hello, _("Halo, {name}", name=name))
        self.go_button.setEnabled(not busy)

    def refuse(self, words: Text) -> None:
        """Say why it did not work, and let the person type again."""
        language.put(self.trouble, words)
        announce(self, words)
        self.code.clear()
        self.code.setFocus()

    def forget(self) -> None:
        """Take name and code off the screen."""
        for words in (self.hello, self.trouble):
            language.put(words, NO_TEXT)
        self.code.clear()

    def focus(self) -> None:
        """Begin with an empty field."""
        language.put(self.trouble, NO_TEXT)
        self.code.clear()
        self.code.setFocus()

    def _on_given(self) -> None:
        if self.code.text().strip():
            self.given.emit(self.code.text())


def _row(who: Participation) -> Row:
    person = who.person
    detail = " · ".join(part for part in (person.desa, person.instansi) if part)
    return Row(who.id, person.name.full, detail)
