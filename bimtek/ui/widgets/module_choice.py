"""Which modules a kegiatan uses: a tick for each that is installed on this laptop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bimtek.domain.module import Module
from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.labels import label


class ModuleChoice(QWidget):
    """Modules that are chosen but not installed here stay chosen: another laptop may have them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        self._wanted: tuple[str, ...] = ()
        self._installed: tuple[Module, ...] = ()
        self.wait = label(_("Membaca modul…"), "body", "secondary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.wait)

    def choose(self, module_ids: Sequence[str]) -> None:
        """Tick exactly these."""
        self._wanted = tuple(module_ids)
        for key, box in self.boxes.items():
            box.setChecked(key in self._wanted)

    def offer(self, installed: Sequence[Module]) -> None:
        """Show what is installed, once it is read."""
        self._installed = tuple(installed)
        self.wait.setVisible(not installed)
        language.put(self.wait, _("Belum ada modul. Pasang modul di Modul."))
        for module in installed:
            box = fields.check_field(
                _("{title} · {jp} JP", title=module.title, jp=module.jp), module.id in self._wanted
            )
            box.toggled.connect(self.changed)
            self.boxes[module.id] = box
            self._column.addWidget(box)

    def chosen(self) -> tuple[str, ...]:
        """What is ticked, and what was chosen but is not installed."""
        return (*self.missing(), *(key for key, box in self.boxes.items() if box.isChecked()))

    def missing(self) -> tuple[str, ...]:
        """What was chosen and is not installed, everything as long as nothing is read yet."""
        return tuple(key for key in self._wanted if key not in self.boxes)

    def modules(self) -> tuple[Module, ...]:
        """The ticked modules."""
        return tuple(module for module in self._installed if self.boxes[module.id].isChecked())

    def kept(self) -> list[str]:
        """What a draft keeps."""
        return list(self.chosen())

    def bring_back(self, value: object) -> None:
        """Tick what a draft kept."""
        if isinstance(value, list):
            self.choose([str(key) for key in value])
