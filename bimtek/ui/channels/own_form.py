"""The form of an own channel: stored while one types."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from bimtek.domain.channels import Channel, ChannelKind, LocalService
from bimtek.domain.names import clean
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.channels import LOCAL, LONGEST
from bimtek.ui.channels.words import KINDS, SERVICES
from bimtek.ui.draft import watch
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.form import Form, FormRow

WORDS: tuple[tuple[str, Text, Text], ...] = (
    ("name", _("Nama"), _("Misalnya UPTD PPA Kabupaten Blora")),
    ("value", _("Nomor atau alamat"), NO_TEXT),
    ("region", _("Wilayah"), _("Misalnya Kabupaten Blora")),
    ("hours", _("Jam layanan"), _("Misalnya Senin–Jumat, jam kerja")),
    ("answered_by", _("Siapa yang menjawab"), NO_TEXT),
    ("cost", _("Biaya"), _("Misalnya gratis")),
    ("purpose", _("Untuk apa"), NO_TEXT),
    ("not_for", _("Bukan untuk apa"), NO_TEXT),
)
_PAIRED = (("name", "value"), ("region", "hours"), ("answered_by", "cost"))


class OwnForm(Card):
    """`changed` when something was typed or chosen."""

    changed = Signal()

    def __init__(self, channel: Channel) -> None:
        super().__init__(_("Isian kanal"))
        self._channel = channel
        self.service = fields.choice([(key.value, SERVICES[key]) for key in LocalService])
        self.kind = fields.choice([(key.value, KINDS[key]) for key in ChannelKind])
        self.texts: dict[str, QLineEdit] = {
            key: fields.text_field(hint, getattr(channel, key), LONGEST) for key, _word, hint in WORDS
        }
        self.service.choose((channel.service or LocalService.OTHER).value)
        self.kind.choose(channel.kind.value)
        self._lay_out()
        self.service.currentIndexChanged.connect(self._on_service)
        for field in (self.service, self.kind, *self.texts.values()):
            watch(field, self.changed.emit)

    def value(self) -> Channel:
        """The channel as it is typed now."""
        typed = {key: clean(field.text()) for key, field in self.texts.items()}
        service, kind = LocalService(self.service.key()), ChannelKind(self.kind.key())
        return replace(self._channel, service=service, kind=kind, **typed)  # type: ignore[arg-type]

    def _on_service(self) -> None:
        """A name nobody chose follows the service."""
        usual = dict(LOCAL)
        if self.texts["name"].text() in ("", *usual.values()):
            self.texts["name"].setText(usual.get(LocalService(self.service.key()), ""))

    def _lay_out(self) -> None:
        titles = {key: word for key, word, _hint in WORDS}
        rows = {key: FormRow(titles[key], field) for key, field in self.texts.items()}
        rows["service"] = FormRow(_("Layanan"), self.service)
        rows["kind"] = FormRow(_("Cara menghubungi"), self.kind)
        form = Form()
        column = form.layout()
        assert column is not None
        for left, right in (("service", "kind"), *_PAIRED):
            column.addWidget(_side_by_side(rows[left], rows[right]))
        for key in ("purpose", "not_for"):
            column.addWidget(rows[key])
        self.body.addWidget(form)


def _side_by_side(*rows: QWidget) -> QWidget:
    pair = QWidget()
    across = QHBoxLayout(pair)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(16)
    for row in rows:
        across.addWidget(row, 1)
    return pair
