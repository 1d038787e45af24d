"""The buttons in the foot of Dokumen, and when each can be used."""

from bimtek.domain.text import _
from bimtek.ui import language
from bimtek.ui.papers.entries import Entry
from bimtek.ui.papers.kinds import NUMBERS
from bimtek.ui.shortcuts import name_key
from bimtek.ui.widgets import buttons


class PaperFoot:
    """`aside` stand at the left, `main` at the right, the primary one last."""

    def __init__(self) -> None:
        self.folder_button = buttons.quiet(_("Folder"), "folder-open")
        self.fields_button = buttons.secondary(_("Atur dokumen"), "sliders-horizontal")
        self.fields_button.setCheckable(True)
        self.each_button = buttons.secondary(_("Per orang"), "users")
        self.save_button = buttons.secondary(_("Simpan PDF"), "file-down")
        self.print_button = buttons.primary(_("Cetak"), "printer")
        name_key(self.print_button, _("Cetak"), "cetak")
        self.sheet_button = buttons.primary(_("Simpan Excel"), "file-down")
        self.issue_button = buttons.primary(_("Terbitkan nomor"), "stamp")
        self.aside = (self.folder_button, self.fields_button)
        self.main = (
            self.each_button,
            self.save_button,
            self.print_button,
            self.sheet_button,
            self.issue_button,
        )
        self._fields_alone = False

    def show_for(self, entry: Entry, *, drawn: bool, busy: bool) -> None:
        """Offer what can be done with a line once its pages are drawn and while no job runs."""
        numbers, sheet = entry.key == NUMBERS, entry.is_spreadsheet
        self.issue_button.setVisible(numbers)
        self.sheet_button.setVisible(sheet)
        self.print_button.setVisible(not numbers and not sheet)
        self.save_button.setVisible(not numbers and not sheet)
        self.each_button.setVisible(entry.splits and not self._fields_alone)
        self.sheet_button.setEnabled(not busy)
        ready = drawn and entry.offer is not None and not entry.offer.request.drafts and not busy
        for button in (self.print_button, self.save_button, self.each_button):
            button.setEnabled(ready)

    def show_count(self, count: int) -> None:
        """Name how many numbers would be given out, 0 for none to name."""
        caption = _("Terbitkan {count} nomor", count=count) if count else _("Terbitkan nomor")
        language.put(self.issue_button, caption, "set_caption")

    def fold(self, *, narrow: bool, fields_alone: bool) -> None:
        """Use shorter words in a narrow window, and leave out what the fields standing alone do not need."""
        self._fields_alone = fields_alone
        self.fields_button.setVisible(narrow)
        self.folder_button.setVisible(not fields_alone)
        language.put(self.save_button, _("Simpan") if narrow else _("Simpan PDF"), "set_caption")
        language.put(self.folder_button, _("Folder") if narrow else _("Buka folder dokumen"), "set_caption")
        language.put(
            self.each_button, _("Per orang") if narrow else _("Simpan satu per orang"), "set_caption"
        )
