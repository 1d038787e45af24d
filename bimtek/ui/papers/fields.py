"""Everything about a paper that can be changed beside its preview."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bimtek.documents.base import Fix
from bimtek.domain.kegiatan import Kegiatan, Paper
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language, theme
from bimtek.ui.papers.number_fields import NumberFields, put_text
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import Form, FormRow
from bimtek.ui.widgets.labels import label, line
from bimtek.ui.widgets.notice import Notice

LIST, CERTIFICATE, LETTER, OTHER, NONE = "daftar", "sertifikat", "surat", "lain", "tanpa"
PROFILES = (("A", _("Tegak, tanda tangan zig-zag")), ("B", _("Rebah, sepuluh baris")))
PER = (("sesi", _("Satu lembar tiap sesi")), ("hari", _("Satu lembar tiap hari")))
PAPERS = ((Paper.A4.value, _("A4")), (Paper.F4.value, _("F4 atau folio")))
CASES = (
    ("apa-adanya", _("Seperti diketik")),
    ("kapital", _("HURUF BESAR, gelar tetap")),
    ("huruf-awal", _("Huruf Awal Besar")),
)
WORDS = _(
    "Isian: {words}", words="{kegiatan} {penyelenggara} {mitra} {tanggal} {tempat} {jp} {terbilang} {materi}"
)
BLANK_ROWS = 20
LEAST_ROW, MOST_ROW = 8, 20
MOST_SPARE, MOST_BLANK = 30, 60
WIDTH = 316
_ANY = 16_777_215
FIELDS = (
    *(Fix.PAPER, Fix.WORDING, Fix.ISSUE),
    *(Fix.NUMBER, Fix.FIRST_NUMBER, Fix.FIRST_STATEMENT, Fix.CODE),
)
_GROUPS: dict[str, tuple[str, ...]] = {
    LIST: ("kepala", "daftar", "kertas", "nama"),
    CERTIFICATE: ("kepala", "nomor", "terbit", "kalimat", "nama"),
    LETTER: ("kepala", "nomor", "terbit", "kertas", "nama"),
    OTHER: ("kertas",),
    NONE: (),
}


class PaperFields(QScrollArea):
    """Shows one kegiatan; `edited` carries it as it is after each change. Nothing is stored here."""

    edited = Signal(object)  # Kegiatan
    letterhead_wanted = Signal()
    signers_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kegiatan: Kegiatan | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(theme.current().px(WIDTH))
        page = QWidget()
        page.setProperty("kind", "page")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 16, 0)
        self._column.setSpacing(24)
        self._groups: dict[str, QWidget] = {}
        self.frozen = Notice(_("Yang sudah terbit tidak berubah. Isian ini untuk nomor berikutnya."))
        self.frozen.hide()
        self._column.addWidget(self.frozen)
        self._make_head()
        self._make_list()
        self._make_numbers()
        self._make_issue()
        self._make_wording()
        self._make_paper()
        self._make_names()
        self._column.addStretch(1)
        self.setWidget(page)
        self._connect()

    # ---- in and out ----

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show what is stored; says nothing. A field that is being typed in stays as it is."""
        self._kegiatan = kegiatan
        papers = kegiatan.papers
        blockers = [QSignalBlocker(field) for field in self._all_fields()]
        self.profile.choose(papers.list_profile)
        self.per.choose(papers.list_per)
        self.spare.setValue(-1 if papers.spare_rows is None else papers.spare_rows)
        self.phone.setChecked(papers.show_phone)
        self.paper.choose(papers.paper.value)
        self.spj.setChecked(papers.spj_binding)
        self.row_height.setValue(LEAST_ROW - 1 if papers.row_mm is None else round(papers.row_mm))
        self.name_case.choose(papers.name_case)
        self.nip_dot.setChecked(papers.nip_dot)
        self.numbers.show_kegiatan(kegiatan)
        put_text(self.city, kegiatan.issue_city)
        self.issued_on.show_value(kegiatan.issued_on or max(kegiatan.dates, default=date(2024, 1, 1)))
        if not self.wording.hasFocus() and self.wording.toPlainText() != papers.certificate_wording:
            self.wording.setPlainText(papers.certificate_wording)
        self.scores.setChecked(papers.show_scores_on_back)
        del blockers
        self._show_head()

    def value(self, onto: Kegiatan) -> Kegiatan:
        """The given kegiatan with everything that is set here, and nothing else changed."""
        row_mm = self.row_height.value()
        papers = replace(
            onto.papers,
            list_profile=self.profile.key(),
            list_per=self.per.key(),
            spare_rows=None if self.spare.value() < 0 else self.spare.value(),
            show_phone=self.phone.isChecked(),
            paper=Paper(self.paper.key()),
            spj_binding=self.spj.isChecked(),
            row_mm=None if row_mm < LEAST_ROW else float(row_mm),
            name_case=self.name_case.key(),
            nip_dot=self.nip_dot.isChecked(),
            certificate_wording=self.wording.toPlainText().strip(),
            show_scores_on_back=self.scores.isChecked(),
        )
        return replace(
            self.numbers.value(onto),
            papers=papers,
            issue_city=self.city.text().strip(),
            issued_on=self.issued_on.value(),
        )

    def show_groups(self, kind: str) -> None:
        """Show only what matters to one kind of paper."""
        for name, group in self._groups.items():
            group.setVisible(name in _GROUPS[kind])
        self.height_row.setVisible(kind == LIST)
        self.spj.setVisible(kind == LIST)

    def show_frozen(self, frozen: bool) -> None:
        """Say that papers with a number stay as they were printed."""
        self.frozen.setVisible(frozen)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or stand beside the preview."""
        if wide:
            self.setMinimumWidth(0)
            self.setMaximumWidth(_ANY)
        else:
            self.setFixedWidth(theme.current().px(WIDTH))

    def blank_rows(self) -> int:
        """Rows of a form without names, 0 for a list with names."""
        return self.rows.value() if self.blank.isChecked() else 0

    def focus_on(self, fix: Fix) -> None:
        """Put the keyboard on the field that mends this; only for the ones in FIELDS."""
        assert self._kegiatan is not None
        places: dict[Fix, QWidget] = {
            Fix.PAPER: self.paper,
            Fix.WORDING: self.wording,
            Fix.ISSUE: self.city if not self.city.text().strip() else self.issued_on,
        }
        field = places[fix] if fix in places else self.numbers.field_of(fix, self._kegiatan)
        for group in self._groups.values():
            if group.isAncestorOf(field):
                group.show()
        self.ensureWidgetVisible(field)
        field.setFocus()
        if isinstance(field, fields.NumberField):
            field.selectAll()

    # ---- groups ----

    def _make_head(self) -> None:
        self.letterhead_button = buttons.secondary(_("Kop"))
        self.letterhead_button.clicked.connect(self.letterhead_wanted)
        self.signers_button = buttons.secondary(_("Penandatangan"))
        self.signers_button.clicked.connect(self.signers_wanted)
        self.head_text = label("", "caption", "secondary")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.letterhead_button, 1)
        row.addWidget(self.signers_button, 2)
        self._group("kepala", _("Kop dan tanda tangan"), (both, self.head_text))

    def _make_list(self) -> None:
        self.blank = fields.check_field(_("Tanpa nama, untuk diisi tangan"))
        self.rows = fields.number_field(1, MOST_BLANK, BLANK_ROWS)
        self.rows_row = FormRow(_("Banyak baris"), self.rows)
        self.rows_row.hide()
        self.profile = fields.choice(PROFILES)
        self.per = fields.choice(PER)
        self.spare = fields.number_field(-1, MOST_SPARE, -1)
        self.spare.setSpecialValueText(language.say(_("Sampai halaman penuh")))
        self.spare_row = FormRow(_("Baris kosong di bawah nama"), self.spare)
        self.phone = fields.check_field(_("Kolom nomor HP"))
        form = Form()
        form.add(_("Bentuk"), self.profile)
        form.add(_("Lembar"), self.per)
        self._group(
            "daftar", _("Daftar hadir"), (self.blank, self.rows_row, form, self.spare_row, self.phone)
        )

    def _make_numbers(self) -> None:
        self.numbers = NumberFields()
        self._group("nomor", _("Nomor"), (self.numbers,))

    def _make_issue(self) -> None:
        self.city = fields.text_field(longest=80)
        self.issued_on = fields.date_field(date(2024, 1, 1))
        form = Form()
        form.add(_("Kota terbit"), self.city)
        form.add(_("Tanggal terbit"), self.issued_on)
        self._group("terbit", _("Terbit"), (form,))

    def _make_wording(self) -> None:
        self.wording = QPlainTextEdit()
        self.wording.setTabChangesFocus(True)
        self.wording.setFixedHeight(theme.current().px(140))
        hint = _("Kosongkan untuk kalimat biasa. Untuk peran lain, mulai baris dengan “narasumber:”.")
        language.put(self.wording, hint, "setPlaceholderText")
        self.scores = fields.check_field(_("Nilai di halaman belakang"))
        form = Form()
        form.add(_("Kalimat sertifikat"), self.wording, WORDS)
        self._group("kalimat", _("Kalimat"), (form, self.scores))

    def _make_paper(self) -> None:
        self.paper = fields.choice(PAPERS)
        self.spj = fields.check_field(_("Dijilid untuk SPJ"))
        self.row_height = fields.number_field(LEAST_ROW - 1, MOST_ROW, LEAST_ROW - 1)
        self.row_height.setSuffix(" mm")
        self.row_height.setSpecialValueText(language.say(_("Seperti biasa")))
        form = Form()
        form.add(_("Ukuran kertas"), self.paper)
        self.height_row = form.add(_("Tinggi baris"), self.row_height)
        self._group("kertas", _("Kertas"), (form, self.spj))

    def _make_names(self) -> None:
        self.name_case = fields.choice(CASES)
        self.nip_dot = fields.check_field(_("Tulis NIP dengan titik"))
        form = Form()
        form.add(_("Huruf nama"), self.name_case)
        self._group("nama", _("Nama"), (form, self.nip_dot))

    def _group(self, name: str, title: Text, widgets: Sequence[QWidget]) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(label(title, "h3"))
        for widget in widgets:
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(line())
        self._groups[name] = group
        self._column.addWidget(group)

    # ---- reacting ----

    def _connect(self) -> None:
        for choice in (self.profile, self.per, self.paper, self.name_case):
            choice.currentIndexChanged.connect(self._on_edited)
        for number in (self.spare, self.row_height, self.rows):
            number.valueChanged.connect(self._on_edited)
        self.numbers.edited.connect(self._on_edited)
        self.city.textChanged.connect(self._on_edited)
        for check in (self.phone, self.spj, self.nip_dot, self.scores):
            check.toggled.connect(self._on_edited)
        self.issued_on.dateChanged.connect(self._on_edited)
        self.wording.textChanged.connect(self._on_edited)
        self.blank.toggled.connect(self._on_blank)
        for checkbox in self.findChildren(QCheckBox):
            checkbox.setAccessibleName(checkbox.text())

    def _all_fields(self) -> list[QWidget]:
        return [
            *(self.profile, self.per, self.paper, self.name_case),
            *(self.spare, self.row_height, self.city, self.issued_on),
            *(self.phone, self.spj, self.nip_dot, self.scores, self.wording),
        ]

    def _on_blank(self, blank: bool) -> None:
        self.rows_row.setVisible(blank)
        self.spare_row.setVisible(not blank)
        self._on_edited()

    def _on_edited(self) -> None:
        if self._kegiatan is None:
            return
        self._kegiatan = self.value(self._kegiatan)
        self.numbers.show_examples(self._kegiatan)
        self.edited.emit(self._kegiatan)

    def _show_head(self) -> None:
        assert self._kegiatan is not None
        kop = self._kegiatan.letterhead
        said: dict[str, Text | str] = {
            "teks": kop.unit or kop.parent or _("Kop belum diisi."),
            "gambar": _("Satu gambar selebar kertas.") if kop.image else _("Gambar kop belum dipilih."),
            "tanpa": _("Tanpa kop."),
        }
        language.put(self.head_text, said.get(kop.mode, NO_TEXT))
