"""Kanal bantuan: all channels with their state, found by the words typed; and the cards to print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from bimtek.domain.channels import ChannelBook, ChannelState, Standing
from bimtek.domain.formatting import has_words
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.services.channels import LOCAL
from bimtek.ui import language
from bimtek.ui.channels.words import KINDS, state_of
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.sheet_actions import SheetActions
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.screen import Screen
from bimtek.ui.widgets.search_list import Row, SearchList
from bimtek.ui.widgets.segments import Segments

FILE_NAME = "kartu_kanal.pdf"
ALL, TO_REACH, OWN = "semua", "perlu-dihubungi", "sendiri"
FILTERS: tuple[tuple[str, Text], ...] = (
    (ALL, _("Semua")),
    (TO_REACH, _("Perlu dihubungi")),
    (OWN, _("Kanal saya")),
)


class ChannelList(Screen):
    """`chosen` carries the id of a channel; `left` when somebody goes back to the modules."""

    chosen = Signal(str)
    add_wanted = Signal()
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(
            _("Kanal bantuan"), _("Nomor yang dicetak di kartu, dan kapan terakhir diperiksa."), scrolls=False
        )
        self._book: ChannelBook | None = None
        self.back_button = buttons.secondary(_("Semua modul"), "arrow-left")
        self.back_button.clicked.connect(self.left)
        self.header.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.dotted = Notice(NO_TEXT, "warning")
        self.filters = Segments(FILTERS)
        self.waiting = label(_("Membaca kanal…"), "emphasis", "secondary")
        self.found = SearchList(self._find, _("Cari nama, nomor, atau wilayah"), shows_all=True)
        language.put(self.found.view, _("Daftar kanal"), "setAccessibleName")
        name_key(self.found.field, _("Cari"), "cari")
        self.empty = EmptyState("phone", NO_TEXT)
        self.sheet = SheetActions(context, lambda: context.services.sheets.channel_cards(), FILE_NAME)
        language.put(self.sheet.print_button, _("Cetak kartu"), "set_caption")
        self.add_button = buttons.primary(_("Tambah kanal"), "plus")
        self.add_button.clicked.connect(self.add_wanted)
        name_key(self.add_button, _("Tambah kanal"), "baru")
        self._lay_out()

    def show_book(self, book: ChannelBook) -> None:
        """Show what was read."""
        self._book = book
        dotted = sum(not line.value for line in book.card(LOCAL))
        self.waiting.hide()
        self.dotted.setVisible(bool(dotted))
        self.dotted.show_notice(
            _("{count} baris kartu masih titik-titik. Hubungi dulu kanalnya.", count=dotted), "warning"
        )
        self.filters.show()
        self.found.show()
        self.refresh()

    def refresh(self) -> None:
        """Look again for what is typed and pressed."""
        self.found.refresh()
        self._say_nothing_found()

    def _find(self, typed: str) -> Sequence[Row]:
        if self._book is None:
            return ()
        return [_row(one) for one in self._book.standings if self._fits(one) and _has(one, typed)]

    def _fits(self, one: Standing) -> bool:
        key = self.filters.key()
        return key == ALL or (one.channel.own if key == OWN else one.state is not ChannelState.VERIFIED)

    def _say_nothing_found(self) -> None:
        rows, typed = self.found.model.rowCount(), self.found.field.text().strip()
        self.found.view.setVisible(bool(rows))
        self.empty.setVisible(self._book is not None and not rows)
        if typed:
            said = _("Tidak ada kanal “{text}”.", text=typed)
        elif self.filters.key() == OWN:
            said = _("Belum ada kanal sendiri. Tambahkan UPTD PPA dan Unit PPA setempat.")
        else:
            said = _("Semua kanal sudah diperiksa.")
        language.put(self.empty.sentence, said)

    def _lay_out(self) -> None:
        self.body.setSpacing(12)
        self.body.addWidget(self.waiting)
        self.body.addWidget(self.dotted)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.found, 1)
        self.body.addWidget(self.empty, 1)
        self.add_action(self.sheet)
        self.add_action(self.add_button)
        self.footer.setAlignment(self.add_button, Qt.AlignmentFlag.AlignTop)
        self.filters.chosen.connect(lambda _key: self.refresh())
        self.found.field.textChanged.connect(lambda _text: self._say_nothing_found())
        self.found.chosen.connect(self.chosen)
        for widget in (self.dotted, self.filters, self.found, self.empty):
            widget.hide()


def _has(one: Standing, typed: str) -> bool:
    channel = one.channel
    words = (channel.name, channel.value, channel.region, channel.answered_by, channel.purpose)
    return has_words(typed, " ".join(words))


def _row(one: Standing) -> Row:
    state, mark, tone = state_of(one)
    channel = one.channel
    value = channel.value or _("belum ada nomor")
    detail = joined((KINDS[channel.kind], value, channel.region))
    return Row(channel.id, channel.name or value, detail, state, mark, tone)
