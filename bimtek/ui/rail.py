"""The left rail: the places, and at its foot help and the age of the backup."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout, QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import icons, language, theme
from bimtek.ui.pages import Place
from bimtek.ui.widgets.buttons import ICON_ONLY, WORDS_BESIDE, WORDS_UNDER, Tool
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.style import restyle


class Rail(QFrame):
    """Icon and word for every place; folded to icon and short word in a narrow window."""

    chosen = Signal(str)
    help_wanted = Signal()
    backup_wanted = Signal()

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # as wide as its words
        self._places = tuple(places)
        self.brand = label("Bimtek", "brand", wrap=False)
        self.buttons = {place.key: self._place_button(place) for place in self._places}
        self.help_button = self._foot_button("circle-help", _("Bantuan"))
        self.help_button.clicked.connect(self.help_wanted)
        self.backup_button = self._foot_button("hard-drive", NO_TEXT)
        self.backup_button.clicked.connect(self.backup_wanted)
        self.backup_button.hide()
        self._lay_out()
        self._folded: bool | None = None

    def fold(self, folded: bool) -> None:
        """Show icon above short word, or icon beside word."""
        sizes = theme.tokens()["size"]
        self.setMinimumWidth(theme.current().px(sizes["rail_folded"] if folded else sizes["rail"]))
        if folded == self._folded:
            return
        fresh, self._folded = self._folded is None, folded
        self.brand.setVisible(not folded)
        for place in self._places:
            button = self.buttons[place.key]
            button.place_words(WORDS_UNDER if folded else WORDS_BESIDE)
            language.put(button, place.short if folded else place.title, "set_caption")
            language.put(button, place.title, "setAccessibleName")
            if fresh:  # not dressed yet: asking for its style would cost the first paint
                button.setProperty("folded", "true" if folded else "false")
            else:
                restyle(button, folded="true" if folded else "false")
        for button in (self.help_button, self.backup_button):
            button.place_words(ICON_ONLY if folded else WORDS_BESIDE)

    def mark(self, key: str) -> None:
        """Show which place is open."""
        self.buttons[key].setChecked(True)

    def name_keys(self) -> None:
        """Let the tooltips name the keys; not before the first paint."""
        from bimtek.ui.shortcuts import name_key

        for at, place in enumerate(self._places):
            name_key(self.buttons[place.key], place.title, "tempat", at)
        name_key(self.help_button, _("Bantuan"), "bantuan")

    def show_backup(self, text: Text, tone: str) -> None:
        """Show how old the last backup is; amber when it is too old."""
        self.backup_button.show()
        language.put(self.backup_button, text, "set_caption")
        language.put(self.backup_button, text, "setToolTip")
        restyle(self.backup_button, tone=tone)
        icons.put(self.backup_button, "hard-drive", "on_accent" if tone == "warning" else "rail_text")

    def _place_button(self, place: Place) -> Tool:
        button = Tool()
        button.setProperty("kind", "place")
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.place_words(WORDS_BESIDE)
        icons.put(button, place.icon, "rail_text", "on_rail_active")
        language.put(button, place.title, "set_caption")
        button.clicked.connect(lambda: self.chosen.emit(place.key))
        return button

    def _foot_button(self, icon: str, text: Text) -> Tool:
        button = Tool()
        button.setProperty("kind", "rail-chip")
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.place_words(WORDS_BESIDE)
        icons.put(button, icon, "rail_text")
        language.put(button, text, "set_caption")
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 20, 8, 12)
        layout.setSpacing(4)
        self.brand.setContentsMargins(12, 0, 0, 12)
        layout.addWidget(self.brand)
        group = QButtonGroup(self)
        for button in self.buttons.values():
            group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.backup_button)
        layout.addSpacing(4)
        layout.addWidget(self.help_button)

    def minimumSizeHint(self) -> QSize:
        """Never ask for more height than there is."""
        return QSize(self.sizeHint().width(), 0)
