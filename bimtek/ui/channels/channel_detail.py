"""One channel: its number large, what it is for and what not, and the press that renews it."""

from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.channels import Channel, Standing
from bimtek.domain.errors import BimtekError
from bimtek.domain.text import Text, _
from bimtek.ui import editors, language, theme
from bimtek.ui.autosave import Autosave
from bimtek.ui.channels.own_form import OwnForm
from bimtek.ui.channels.words import EVIDENCE, KINDS, SERVICES, reached_text, state_of, verified_text
from bimtek.ui.context import UiContext
from bimtek.ui.editors import hear
from bimtek.ui.messages import show_error
from bimtek.ui.undo import say_with_undo
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.chip import StatusChip
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen

_READABLE = 760


class ChannelDetail(Screen):
    """An own channel has its form, one of the pack is only read.

    `left` when somebody goes back, `changed` when something was stored that lists show.
    """

    left = Signal()
    changed = Signal()
    removed = Signal(object)  # the Future of the change

    def __init__(self, context: UiContext, standing: Standing, *, known: bool = True) -> None:
        super().__init__(*_titles(standing.channel))
        self._context, self.standing = context, standing
        self.channel = standing.channel
        self.chip = StatusChip()
        self.verified = label("", "caption", "secondary")
        self.form: OwnForm | None = None
        self.autosave: Autosave | None = None
        self.back_button = buttons.secondary(_("Semua kanal"), "arrow-left")
        self.back_button.clicked.connect(self._on_back)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.remove_button = buttons.quiet(_("Hapus kanal"), "trash-2")
        self.remove_button.clicked.connect(self.remove)
        if not (self.channel.own and known):
            self.remove_button.hide()
        self.call_button = buttons.primary(reached_text(self.channel.kind), "check")
        self.call_button.clicked.connect(self.call)
        self._lay_out()
        self.show_standing(standing)

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands now; what is typed stays."""
        self.standing = standing
        word, _mark, tone = state_of(standing)
        self.chip.show_state(word, tone)
        language.put(self.verified, verified_text(standing))
        self.verified.setVisible(standing.verified_on is not None)
        self._show_call()

    def call(self) -> None:
        """Somebody reached it today: renew it, with a way back. What is typed is stored first."""
        if self.autosave is not None:
            self.autosave.when_stored(self._call)
        else:
            self._call()

    def remove(self) -> None:
        """Take an own channel away, with a way back."""
        self.removed.emit(self._context.services.channels.remove(self.channel))

    def _call(self) -> None:
        try:
            future = self._context.services.channels.called(self.channel)
        except BimtekError as error:
            show_error(self, error)
            return
        message = _("{name} terverifikasi hari ini.", name=self.channel.name or self.channel.value)
        hear(editors.CHANNEL_CALL, future, lambda _done: self.changed.emit(), lambda _error: None, self)
        say_with_undo(self._context, self, "", future, message, self.changed.emit)

    def _on_typed(self) -> None:
        assert self.form is not None
        assert self.autosave is not None
        self.channel = self.form.value()
        self._show_call()
        self.autosave.touch()

    def _save(self) -> Future[Any]:
        return self._context.services.channels.keep(self.channel)

    def _on_saved(self) -> None:
        self.show_title(*_titles(self.channel))
        self.remove_button.show()
        self.changed.emit()

    def _show_call(self) -> None:
        """The words fit how it is reached; without a number there is nobody to reach."""
        language.put(self.call_button, reached_text(self.channel.kind), "set_caption")
        self.call_button.setEnabled(bool(self.channel.value.strip()))

    def _lay_out(self) -> None:
        holder = QWidget()
        row = Flow(holder, 12)
        row.addWidget(self.chip)
        if not self.channel.own:
            row.addWidget(StatusChip(EVIDENCE[self.channel.evidence]))
        self.body.setSpacing(16)
        self.body.addWidget(holder)
        self.body.addWidget(self.verified)
        if self.channel.own:
            self.form = OwnForm(self.channel)
            self.autosave = Autosave((editors.CHANNEL,), self._save, self._context.services.clock)
            self.autosave.saved.connect(self._on_saved)
            self.form.changed.connect(self._on_typed)
            self.form.corner.addWidget(self.autosave)
            self.body.addWidget(self.form)
        else:
            self.body.addWidget(_number(self.channel))
            self.body.addWidget(_facts(self.channel))
        self.body.addStretch(1)
        self.add_action(self.remove_button)
        self.add_action(self.call_button)

    def _on_back(self) -> None:
        if self.autosave is not None:
            self.autosave.when_stored(self.left.emit)
        else:
            self.left.emit()


def _titles(channel: Channel) -> tuple[Text | str, Text]:
    service = channel.service
    return channel.name or (SERVICES[service] if service else channel.value), KINDS[channel.kind]


def _number(channel: Channel) -> Card:
    card = Card()
    number = label(channel.value, "h1")
    number.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    language.put(number, _("Nomor atau alamat"), "setAccessibleName")
    card.body.addWidget(number)
    if channel.note:
        card.body.addWidget(Notice(channel.note, "warning"))
    return card


def _facts(channel: Channel) -> Card:
    card = Card(_("Tentang kanal ini"))
    for title, text in (
        (_("Untuk apa"), channel.purpose),
        (_("Bukan untuk apa"), channel.not_for),
        (_("Siapa yang menjawab"), channel.answered_by),
        (_("Jam layanan"), channel.hours),
        (_("Biaya"), channel.cost),
        (_("Wilayah"), channel.region),
        (_("Bukti"), channel.evidence_text),
        (_("Sumber"), "; ".join(channel.sources)),
    ):
        if text:
            card.body.addLayout(_fact(title, text))
    return card


def _fact(title: Text, text: str) -> QVBoxLayout:
    """A word and under it a text no wider than reads well."""
    column, row, made = QVBoxLayout(), QHBoxLayout(), label(text)
    theme.put(made, "setMaximumWidth", _READABLE)
    column.setSpacing(2)
    row.addWidget(made, 1)
    row.addStretch(0)
    column.addWidget(label(title, "strong"))
    column.addLayout(row)
    return column
