"""Tampilan: theme and text size, worn at once by every window."""

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import Text, _
from bimtek.ui import motion, theme
from bimtek.ui.context import UiContext
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.option_card import OptionCards
from bimtek.ui.widgets.segments import Segments

THEMES: dict[str, tuple[Text, Text]] = {
    "terang": (_("Terang"), _("Untuk ruang yang terang. Pilihan biasa.")),
    "gelap": (_("Gelap"), _("Untuk ruang redup dan malam hari.")),
    "kontras": (_("Kontras tinggi"), _("Hitam, putih, dan kuning untuk mata yang lemah.")),
    "proyektor": (_("Proyektor"), _("Terang dengan tulisan hitam, bila jendela ini ditayangkan.")),
}


class LookTab(TabPage):
    """What is chosen here belongs to this laptop and does not travel with a backup."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.themes = OptionCards([(name, *THEMES[name]) for name in theme.names()])
        self.scales = Segments([(str(scale), _("{scale}%", scale=scale)) for scale in theme.scales()])
        self.sample = label(_("Daftar hadir peserta, Selasa 5 Maret 2024, pukul 08.30 WIB."))
        colours = Card(_("Warna"))
        colours.body.addWidget(self.themes)
        sizes = Card(_("Ukuran teks"))
        sizes.body.addWidget(self.scales)
        sizes.body.addWidget(self.sample)
        sizes.body.addWidget(
            label(
                _("Bisa juga dengan Ctrl dan tanda + atau −. Ctrl 0 kembali ke 100%."), "caption", "secondary"
            )
        )
        self.calm = fields.check_field(_("Kurangi gerakan"))
        moving = Card(_("Gerakan"))
        moving.body.addWidget(self.calm)
        moving.body.addWidget(
            label(_("Tidak ada yang bergerak sendiri di layar, juga tanda proses."), "caption", "secondary")
        )
        for card in (colours, sizes, moving):
            self.body.addWidget(card)
        self.refresh()
        self.themes.chosen.connect(self._on_chosen)
        self.scales.chosen.connect(self._on_chosen)
        self.calm.clicked.connect(context.window.calm)

    def refresh(self) -> None:
        """Show what is worn now; it may have been changed by keys."""
        worn = theme.current()
        self.themes.cards[worn.name].setChecked(True)
        self.scales.buttons[str(worn.scale)].setChecked(True)
        self.calm.setChecked(motion.calm())

    def _on_chosen(self, _key: str) -> None:
        self._context.window.wear.emit(self.themes.key(), int(self.scales.key()))
