"""Tentang: version, licence, and whose work is inside."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bimtek import __version__
from bimtek.domain.text import Text, _
from bimtek.services.about import Part, parts, wilayah_notice
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.settings.tab_page import TabPage
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.labels import label, line


class LicenceDialog(Dialog):
    """The text of a licence, as its owner wrote it."""

    def __init__(self, name: Text | str, wording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name)
        self.resize(theme.current().px(720), theme.current().px(520))
        self.text = QPlainTextEdit(wording)
        self.text.setReadOnly(True)
        language.put(self.text, _("Teks lisensi"), "setAccessibleName")
        self.close_button = buttons.primary(_("Tutup"))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(16)
        layout.addWidget(label(name, "h2"))
        layout.addWidget(self.text, 1)
        layout.addLayout(row)


class AboutTab(TabPage):
    """`licence_buttons` by name of the part whose licence comes with the product."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = label(_("Versi {version}", version=__version__), "emphasis", "secondary")
        self.wilayah = label(wilayah_notice())
        self.licence_buttons: dict[str, buttons.Button] = {}
        self.body.addWidget(self._product())
        self.body.addWidget(self._data())
        self.body.addWidget(self._parts())

    def show_licence(self, part: Part) -> LicenceDialog:
        """Open the text of a licence."""
        dialog = LicenceDialog(part.name, part.text(), self.window())
        dialog.open()
        return dialog

    def _product(self) -> Card:
        card = Card()
        card.body.setSpacing(4)
        card.body.addWidget(label(_("Bimtek"), "h2"))
        card.body.addWidget(self.version)
        card.body.addSpacing(8)
        card.body.addWidget(label(_("Bimbingan teknis perlindungan anak di ranah daring, tanpa internet.")))
        card.body.addWidget(
            label(
                _("Perangkat lunak bebas berlisensi MIT: boleh dipakai, disalin, dan diubah."),
                tone="secondary",
            )
        )
        return card

    def _data(self) -> Card:
        card = Card(_("Data wilayah"))
        card.body.addWidget(self.wilayah)
        return card

    def _parts(self) -> Card:
        card = Card(_("Karya pihak lain di dalamnya"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, part in enumerate(parts()):
            if row:
                grid.addWidget(line(), 2 * row - 1, 0, 1, 3)
            grid.addWidget(label(part.name, "strong", wrap=False), 2 * row, 0)
            grid.addWidget(label(part.licence, tone="secondary"), 2 * row, 1)
            grid.setRowMinimumHeight(2 * row, theme.current().px(40))
            if part.file:
                button = buttons.quiet(_("Baca lisensi"))
                language.put(button, _("Baca lisensi {name}", name=part.name), "setAccessibleName")
                button.clicked.connect(lambda _checked=False, part=part: self.show_licence(part))
                self.licence_buttons[part.name] = button
                grid.addWidget(button, 2 * row, 2)
        card.body.addLayout(grid)
        return card
