"""Page 3: people from a list, or nobody yet. A list is read here; it is stored with its kegiatan."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.roster.result import Preview
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.importing import Source, doubts, file_suffixes
from bimtek.services.progress import Progress
from bimtek.ui import theme
from bimtek.ui.context import UiContext
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.form import FormRow
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.option_card import OptionCards
from bimtek.ui.widgets.paste_box import PasteBox

LATER, LIST = "nanti", "daftar"
_LEAST = 140  # of the box to paste into, in a low window
_NAMED = 3  # people of a list that are named, so that a wrong column shows


@dataclass(frozen=True, slots=True)
class GivenList:
    """A list that waits for its kegiatan. `pasted` is its text, "" for a file."""

    source: Source
    pasted: str
    shown: Preview

    @property
    def count(self) -> int:
        """How many people it brings."""
        return len(self.shown.importable)

    @property
    def doubts(self) -> int:
        """How many things somebody looks at before they are brought."""
        return doubts(self.source, self.shown)


Read = tuple[int, GivenList]


class PeoplePage(QWidget):
    """`near` tells the place typed on the first page: villages are looked up there."""

    changed = Signal()  # another list, or none

    def __init__(self, context: UiContext, near: Callable[[], str]) -> None:
        super().__init__()
        self._context, self._near = context, near
        self._list: GivenList | None = None
        self._ticket, self._reading = 0, False  # the ticket grows with every list: earlier ones are dropped
        self._then: Callable[[], object] | None = None
        self.cards = OptionCards(
            [
                (LATER, _("Isi saat absensi"), _("Daftar kosong dulu. Orang ditambah saat datang.")),
                (LIST, _("Dari daftar"), _("Tempel dari Excel atau WhatsApp, atau pilih berkas.")),
            ]
        )
        for card in self.cards.cards.values():
            card.toggled.connect(self._show_way)
        self.box = PasteBox(_("Tempel daftar dari Excel atau WhatsApp di sini."), file_suffixes)
        self.box.edit.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        theme.put(self.box, "setMinimumHeight", _LEAST)  # what was understood stays in sight below it
        self.box.text_given.connect(self.read_pasted)
        self.box.file_given.connect(self.read_file)
        self.file = fields.text_field(longest=4096)
        self.file.setReadOnly(True)
        self.file_row = FormRow(_("Berkas"), self.file)
        self.said = Notice("")
        self._lay_out()
        self._show_way()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.cards.cards[self.cards.key()]

    @property
    def given(self) -> GivenList | None:
        """The list that is wanted, None for nobody yet."""
        return self._list if self.cards.key() == LIST else None

    def fields(self) -> dict[str, QWidget]:
        """What a draft keeps of this page."""
        return {"tempelan": self.box.edit, "berkas": self.file} | dict(self.cards.cards)

    def resume(self) -> None:
        """Read again what a draft brought back."""
        if self.file.text():
            self.read_file(Path(self.file.text()))

    def read_pasted(self, text: str) -> None:
        """Read pasted text; it takes the place of a file."""
        self._name_file("")
        if text.strip():
            self._read(lambda: self._context.services.importing.open_pasted(text), text)
        else:
            self._forget()
            self.changed.emit()

    def read_file(self, path: Path) -> None:
        """Read a file; it takes the place of pasted text."""
        self.box.hold("")
        self._name_file(str(path))
        self._read(lambda: self._context.services.importing.open_file(path), "")

    def settle(self, then: Callable[[], object] | None) -> None:
        """Call `then` once what was given is read; None calls nothing that was waited for."""
        self._then = None
        if self.cards.key() == LIST:
            self.box.hand_over()
        if self._reading and self.cards.key() == LIST:
            self._then = then
        elif then is not None:
            then()

    def complete(self) -> bool:
        """Whether there is a list where one is wanted; if not, it is said."""
        if self.cards.key() != LIST or self._list is not None:
            return True
        if not self.said.isVisibleTo(self):
            self._say(_("Tempel daftar, pilih berkas, atau pilih Isi saat absensi."), "warning")
        return False

    def _read(self, open_source: Callable[[], Source], pasted: str) -> None:
        self._forget()
        self._reading = True
        self._say(_("Membaca daftar…"))
        ticket, services, near = self._ticket, self._context.services, self._near()

        def job(progress: Progress) -> Read:
            services.places.load()
            source = open_source()
            code = services.places.read(near).wilayah_code
            return ticket, GivenList(source, pasted, services.importing.preview(source, near=code))

        def failed(error: BimtekError) -> None:
            if ticket == self._ticket:
                self._on_ended(_("{what} {advice}", what=error.what, advice=error.advice), "danger")

        self._context.tasks.run(job, self, done=self._on_read, failed=failed)

    def _on_read(self, result: Read) -> None:
        ticket, found = result
        if ticket == self._ticket:
            self._list = found
            self._on_ended(understood(found), "warning" if found.doubts else "success")

    def _on_ended(self, said: Text, tone: str) -> None:
        self._reading = False
        self._say(said, tone)
        self.changed.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _forget(self) -> None:
        self._ticket += 1
        self._list, self._reading = None, False
        self._say(NO_TEXT)

    def _say(self, what: Text, tone: str = "") -> None:
        self.said.show_notice(what, tone)
        self.said.setVisible(bool(what) and self.cards.key() == LIST)

    def _name_file(self, path: str) -> None:
        self.file.setText(path)
        self.file_row.setVisible(bool(path))

    def _show_way(self) -> None:
        wanted = self.cards.key() == LIST
        self.box.setVisible(wanted)
        self.file_row.setVisible(wanted and bool(self.file.text()))
        self.said.setVisible(wanted and bool(self.said.message.text()))
        self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.cards)
        column.addWidget(self.box, 1)
        column.addWidget(self.said)
        column.addWidget(self.file_row)
        column.addStretch()


def understood(found: GivenList) -> Text:
    """What was read, so that a wrong column is seen at once."""
    names = ", ".join(row.person.name.full for row in found.shown.importable[:_NAMED])
    if not found.doubts:
        return _("{count} orang terbaca: {names}.", count=found.count, names=names + _more(found))
    return _(
        "{count} orang terbaca. {doubts} hal Anda periksa setelah kegiatan dibuat.",
        count=found.count,
        doubts=found.doubts,
    )


def _more(found: GivenList) -> str:
    return ", …" if found.count > _NAMED else ""
