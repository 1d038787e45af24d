"""Backups as a list: when and why each was made, how long ago, and what it holds."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.backup import BackupInfo
from bimtek.ui.backup_words import brief, moment
from bimtek.ui.housekeeping import ago
from bimtek.ui.models.rows import Cell, RowsModel
from bimtek.ui.widgets.data_table import STRETCH, DataTable

HEAD, ROW = 44, 60
_HEADINGS = (_("Dibuat"), _("Isi"))
_WIDTHS = (260, STRETCH)


class BackupTable(DataTable):
    """`backups` are its rows; `now` tells the present moment."""

    # Qt sends the keyboard on as Tab does when a button falls asleep; a chosen file must then stay chosen.
    chooses_on_tab = False

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        self.backups: RowsModel[BackupInfo] = RowsModel(_HEADINGS, self._cells)
        super().__init__(self.backups, _("Daftar cadangan"), _WIDTHS, ROW, parent=parent)
        self.backups.setParent(self)

    def show_backups(self, backups: Sequence[BackupInfo]) -> None:
        """Show other backups; the chosen one stays so, without it the first one is chosen."""
        chosen = self.chosen
        self.backups.set_rows(backups)
        if backups:
            self.selectRow(backups.index(chosen) if chosen in backups else 0)

    @property
    def chosen(self) -> BackupInfo | None:
        """The chosen backup."""
        row = self.chosen_row()
        return self.backups.rows[row] if row >= 0 else None

    def _cells(self, info: BackupInfo) -> tuple[Cell, ...]:
        titles = info.contents.titles
        named: Text | str = titles[0] if titles else NO_TEXT
        if len(titles) > 1:
            named = _("{title}, dan {count} lagi", title=titles[0], count=len(titles) - 1)
        reason = info.reason[:1].upper() + info.reason[1:]
        why = _("{reason} · {ago}", reason=reason, ago=ago(self._now() - info.made_at))
        return Cell(moment(info.made_at), why), Cell(brief(info.contents), named or _("Masih kosong"))
