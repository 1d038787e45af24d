"""Kanal bantuan: all channels with their state, found by the words typed; and the cards to print."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from bimtek.domain.channels import ChannelBook, ChannelState, Standing
from bimtek.domain.formatting import has_words
from bimtek.domain.text import Text, _, joined
from bimtek.services.channels import LOCAL
from bimtek.ui import language
from bimtek.ui.channels.words import KINDS, state_of
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.sheet_actions import SheetActions
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.found_screen import FoundScreen
from bimtek.ui.widgets.search_list import Row

FILE_NAME = "kartu_kanal.pdf"
ALL, TO_REACH, OWN = "semua", "perlu-dihubungi", "sendiri"
FILTERS: tuple[tuple[str, Text], ...] = (
    (ALL, _("Semua")),
    (TO_REACH, _("Perlu dihubungi")),
    (OWN, _("Kanal saya")),
)


class ChannelList(FoundScreen):
    """`add_wanted` when somebody has a channel of their own."""

    add_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        self._book: ChannelBook | None = None
        super().__init__(
            (_("Kanal bantuan"), _("Nomor yang dicetak di kartu, dan kapan terakhir diperiksa.")),
            FILTERS,
            waiting=_("Membaca kanal…"),
            search=_("Cari nama, nomor, atau wilayah"),
            name=_("Daftar kanal"),
            nothing="phone",
        )
        self.sheet = SheetActions(context, lambda: context.services.sheets.channel_cards(), FILE_NAME)
        language.put(self.sheet.print_button, _("Cetak kartu"), "set_caption")
        self.add_button = buttons.primary(_("Tambah kanal"), "plus")
        self.add_button.clicked.connect(self.add_wanted)
        name_key(self.add_button, _("Tambah kanal"), "baru")
        self.add_action(self.sheet)
        self.add_action(self.add_button)
        self.footer.setAlignment(self.add_button, Qt.AlignmentFlag.AlignTop)

    def show_book(self, book: ChannelBook) -> None:
        """Show what was read."""
        self._book = book
        dotted = sum(not line.value for line in book.card(LOCAL))
        warning = _("{count} baris kartu masih titik-titik. Hubungi dulu kanalnya.", count=dotted)
        self._show_read(dotted, warning)

    def _find(self, typed: str) -> Sequence[Row]:
        if self._book is None:
            return ()
        return [_row(one) for one in self._book.standings if self._fits(one) and _has(one, typed)]

    def _fits(self, one: Standing) -> bool:
        key = self.filters.key()
        return key == ALL or (one.channel.own if key == OWN else one.state is not ChannelState.VERIFIED)

    def _nothing_found(self, typed: str) -> Text:
        if typed:
            return _("Tidak ada kanal “{text}”.", text=typed)
        if self.filters.key() == OWN:
            return _("Belum ada kanal sendiri. Tambahkan UPTD PPA dan Unit PPA setempat.")
        return _("Semua kanal sudah diperiksa.")


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
