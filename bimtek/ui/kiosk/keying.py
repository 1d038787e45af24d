"""The window for keying paper sheets: people at the left, the sheet, and its question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bimtek.domain.errors import BimtekError
from bimtek.domain.people import Participation
from bimtek.domain.quiz import TestKind
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.services.quiz_run import TEST_NAMES, Standing
from bimtek.ui import language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.kiosk.keying_desk import KeyingDesk
from bimtek.ui.kiosk.sheet_view import QuestionCard, SheetView, following
from bimtek.ui.widgets import buttons
from bimtek.ui.widgets.dialog import Dialog
from bimtek.ui.widgets.elided import ElidedLabel
from bimtek.ui.widgets.empty_state import EmptyState
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.notice import Notice
from bimtek.ui.widgets.scrolling import scrolling
from bimtek.ui.widgets.search_list import Row, SearchList


class KeyingWindow(Dialog):
    """One key an answer, Enter for the next person. Esc goes to the names, and from there out."""

    def __init__(
        self, context: UiContext, kegiatan_id: str, kind: TestKind, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Masukkan jawaban kertas"))
        self.desk = KeyingDesk(context, kegiatan_id, kind, self)
        self.heading = label(_("{test} di kertas", test=TEST_NAMES[kind]), "h2")
        self.progress = label("", "body", "secondary")
        self.people = SearchList(self._find, _("Cari nama"), shows_all=True)
        self.person = ElidedLabel("", "h2")
        self.count = label("", "body", "secondary", wrap=False)
        self.notice = Notice(NO_TEXT)
        self.view = SheetView()
        self.card = QuestionCard()
        self._question = scrolling(self.card)
        self.nobody = EmptyState("keyboard", _("Pilih nama di kiri untuk memasukkan lembarnya."))
        self.saved = label("", "strong", "success", wrap=False)
        self.close_button = buttons.secondary(_("Tutup"))
        self.store_button = buttons.primary(_("Lembar berikutnya"))
        self._lay_out()
        self._connect()
        self._on_listed()
        self._on_opened()
        self.people.field.setFocus()
        if parent is not None:
            self.resize(parent.window().size())

    # ---- what is shown ----

    def _find(self, typed: str) -> Sequence[Row]:
        return [self._row(standing) for standing in self.desk.find(typed)]

    def _row(self, standing: Standing) -> Row:
        who = standing.participation
        if who.id in self.desk.saving:
            return Row(who.id, who.person.name.full, "", _("Menyimpan…"))
        if standing.done:
            return Row(who.id, who.person.name.full, "", NO_TEXT, "circle-check", "success")
        waits = self.desk.has_draft(who.id)
        return Row(who.id, who.person.name.full, "", _("Belum selesai") if waits else _("Belum"))

    def _on_listed(self) -> None:
        count = len(self.desk.standings)
        language.put(self.progress, _("{done} dari {count} selesai", done=self.desk.keyed, count=count))
        self.people.refresh()
        self._point_out()

    def _on_opened(self) -> None:
        sheet, who = self.desk.sheet, self.desk.who
        for part in (self.area, self._question, self.person, self.count):
            part.setVisible(sheet is not None)
        self.nobody.setVisible(sheet is None)
        self.store_button.setEnabled(sheet is not None)
        self.person.show_text(who.person.name.full if who is not None else "")
        self.view.show_sheet(sheet)
        self._point_out()
        standing = self.desk.standings.get(who.id) if who is not None else None
        again = standing is not None and standing.attempt is not None
        self._say(_("Lembar ini sudah dimasukkan. Yang Anda ubah menjadi perbaikan.") if again else NO_TEXT)
        (self.view if sheet is not None else self.people.field).setFocus()

    def _point_out(self) -> None:
        """Let the list show whose sheet is open."""
        ids = [row.key for row in self.people.model.rows]
        who = self.desk.who
        if who is not None and who.id in ids:
            self.people.view.setCurrentIndex(self.people.model.index(ids.index(who.id)))

    def _on_moved(self) -> None:
        self.desk.touch()
        self.card.show_field(self.desk.sheet)
        sheet = self.desk.sheet
        if sheet is not None:
            language.put(self.count, _("{count} kosong", count=sheet.empty) if sheet.empty else _("Lengkap"))

    def _say(self, words: Text, tone: str = "") -> None:
        self.notice.setVisible(bool(words))
        if words:
            self.notice.show_notice(words, tone)

    # ---- what a person does ----

    def store(self) -> None:
        """Store this sheet and go on; a half order is pointed out first."""
        sheet = self.desk.sheet
        half = sheet.unfinished if sheet is not None else None
        if sheet is not None and half is not None:
            sheet.go_to(half)
            self.view.show_sheet(sheet)
            self._say(_("Urutan soal {mark} belum lengkap.", mark=half.mark), "warning")
            return
        self.desk.store()

    def reject(self) -> None:
        """Close; typed letters wait until the sheet is opened again."""
        self.desk.close_sheet()
        super().reject()

    def _on_chosen(self, participation_id: str) -> None:
        reason = self.desk.why_not(participation_id)
        if reason:
            self._say(reason, "warning")
        else:
            self.people.field.clear()
            self.desk.open_sheet(participation_id)

    def _on_refused(self, key: str) -> None:
        self._say(_("Tombol {key} tidak ada di soal ini.", key=key), "warning")

    def _on_stored(self, who: Participation) -> None:
        language.put(self.saved, _("{name} tersimpan ✓", name=who.person.name.name))

    def _on_failed(self, who: Participation, error: BimtekError) -> None:
        name = who.person.name.full
        words = _("Lembar {name} belum tersimpan. {what}", name=name, what=error.what)
        self._say(words, "danger")

    # ---- parts ----

    def _connect(self) -> None:
        self.desk.listed.connect(self._on_listed)
        self.desk.opened.connect(self._on_opened)
        self.desk.stored.connect(self._on_stored)
        self.desk.failed.connect(self._on_failed)
        self.people.chosen.connect(self._on_chosen)
        self.view.moved.connect(self._on_moved)
        self.view.entered.connect(self.store)
        self.view.left.connect(self.people.clear)
        self.view.refused.connect(self._on_refused)
        self.store_button.clicked.connect(self.store)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        people = QVBoxLayout()
        people.setSpacing(8)
        for part in (self.heading, self.progress):
            people.addWidget(part)
        people.addWidget(self.people, 1)
        side = QWidget()
        side.setLayout(people)
        theme.put(side, "setFixedWidth", 340)
        people.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.person, 1)
        head.addWidget(self.count)
        self.area = following(self.view)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.area, 5)
        across.addWidget(self._question, 4)
        sheet = QVBoxLayout()
        sheet.setSpacing(12)
        sheet.addLayout(head)
        sheet.addWidget(self.notice)
        sheet.addWidget(self.nobody, 1)
        sheet.addLayout(across, 1)
        body = QHBoxLayout()
        body.setContentsMargins(32, 24, 32, 16)
        body.setSpacing(32)
        body.addWidget(side)
        body.addLayout(sheet, 1)
        for button in (self.close_button, self.store_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(body, 1)
        outer.addWidget(self._foot())

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("kind", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(32, 8, 32, 12)
        row.setSpacing(12)
        hint = _("Satu tombol per jawaban. Spasi melewati, Backspace menghapus, Enter ke orang berikutnya.")
        row.addWidget(label(hint, "caption", "secondary"), 1)
        for part in (self.saved, self.close_button, self.store_button):
            row.addWidget(part)
        uncarried = self.desk.uncarried
        if uncarried:
            numbers = ", ".join(map(str, uncarried))
            row.insertWidget(1, label(_("Tidak ada di kertas: soal {numbers}.", numbers=numbers), "caption"))
        return foot
