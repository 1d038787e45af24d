"""Penandatangan: who signs, standing side by side as on the paper."""

from concurrent.futures import Future
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bimtek.domain.kegiatan import Kegiatan, Signatory
from bimtek.domain.text import Text, _
from bimtek.storage.store import new_id
from bimtek.ui import editors, language, theme
from bimtek.ui.context import UiContext
from bimtek.ui.dialogs.storing_dialog import StoringDialog
from bimtek.ui.widgets import fields
from bimtek.ui.widgets.card import Card
from bimtek.ui.widgets.flow import Flow
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.segments import Segments

PAPERS: tuple[tuple[str, Text], ...] = (
    ("sertifikat", _("Sertifikat dan surat keterangan")),
    ("daftar-hadir", _("Daftar hadir")),
)
PLACES: tuple[tuple[str, Text], ...] = (("kiri", _("Kiri")), ("tengah", _("Tengah")), ("kanan", _("Kanan")))
PREFIXES = ("", "a.n.", "u.b.", "Plt.", "Plh.", "Pj.")
ID_KINDS = ("NIP", "NI PPPK", "NRP", "")
HEADS = {
    "kiri": _("Tercetak “Mengetahui,” di atasnya."),
    "tengah": _("Penanda tangan ketiga."),
    "kanan": _("Tempat dan tanggal di atasnya."),
}
_CARD = 296
_LINES = 3


class SignerForm(Card):
    """One place on the paper: empty until it is ticked."""

    edited = Signal()

    def __init__(self, paper: str, place: str, title: Text, given: Signatory | None) -> None:
        super().__init__()
        filled = given or Signatory(paper=paper, place=place)
        self._given = replace(filled, id=filled.id or new_id())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.used = fields.check_field(title, given is not None)
        language.put(self.used, title, "setAccessibleName")
        self.prefix = fields.choice([(word, word or _("Awalan –")) for word in PREFIXES])
        self.titles = QPlainTextEdit("\n".join(self._given.title_lines))
        self.titles.setTabChangesFocus(True)
        theme.put(self.titles, "setFixedHeight", 92)
        language.put(self.titles, _("Kepala Dinas …"), "setPlaceholderText")
        self.name = fields.text_field(_("Dengan gelar"), self._given.name, 120)
        self.pangkat = fields.text_field(_("Boleh kosong"), self._given.pangkat, 60)
        self.id_kind = fields.choice([(kind, kind or _("Tanpa nomor")) for kind in ID_KINDS])
        self.id_number = fields.text_field(_("Boleh kosong"), self._given.id_number, 40)
        if self.prefix.findData(self._given.prefix) < 0:
            self.prefix.add(self._given.prefix, self._given.prefix)
        self.prefix.choose(self._given.prefix)
        self.id_kind.choose(self._given.id_kind)
        self.fields = Form()
        self.fields.add(_("Jabatan, sampai tiga baris"), self.titles)
        self.fields.add(_("Nama"), self.name)
        self.fields.add(_("Pangkat"), self.pangkat)
        self.fields.add(_("Nomor"), self._numbered())
        top = QHBoxLayout()
        top.addWidget(self.used, 1)
        top.addWidget(self.prefix)
        self.body.addLayout(top)
        self.body.addWidget(label(HEADS[place], "caption", "secondary"))
        self.body.addWidget(self.fields)
        language.put(self.prefix, _("Awalan jabatan"), "setAccessibleName")
        language.put(self.id_kind, _("Jenis nomor"), "setAccessibleName")
        language.put(self.id_number, _("Nomor"), "setAccessibleName")
        self.prefix.setEnabled(self.used.isChecked())
        self.used.toggled.connect(self._on_used)
        self.fields.setEnabled(self.used.isChecked())
        for text in (self.name, self.pangkat, self.id_number, self.titles):
            text.textChanged.connect(self.edited)
        for choice in (self.prefix, self.id_kind):
            choice.currentIndexChanged.connect(self.edited)
        self.used.toggled.connect(self.edited)

    def sizeHint(self) -> QSize:
        """As wide as the others, wider where its words need it."""
        wide = max(theme.current().px(_CARD), self.minimumSizeHint().width())
        return QSize(wide, self.heightForWidth(wide))

    def value(self) -> Signatory | None:
        """The signer as filled in, None when this place is not used."""
        if not self.used.isChecked():
            return None
        lines = [line.strip() for line in self.titles.toPlainText().splitlines() if line.strip()]
        return replace(
            self._given,
            prefix=self.prefix.key(),
            title_lines=tuple(lines[:_LINES]),
            name=self.name.text().strip(),
            pangkat=self.pangkat.text().strip(),
            id_kind=self.id_kind.key(),
            id_number=self.id_number.text().strip() if self.id_kind.key() else "",
        )

    def _numbered(self) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.id_kind)
        column.addWidget(self.id_number)
        return both

    def _on_used(self, used: bool) -> None:
        self.fields.setEnabled(used)
        self.prefix.setEnabled(used)
        if used:
            self.titles.setFocus()


class SignatoriesDialog(StoringDialog):
    """`forms` by (paper, place)."""

    def __init__(
        self,
        context: UiContext,
        kegiatan: Kegiatan,
        parent: QWidget | None = None,
        *,
        paper: str = "sertifikat",
    ) -> None:
        super().__init__(context, editors.SIGNERS, _("Penandatangan"), parent)
        self._context, self._kegiatan = context, kegiatan
        self.papers = Segments(PAPERS)
        self.papers.chosen.connect(self._on_paper)
        self.stack = QStackedWidget()
        self.stack.setProperty("kind", "pages")
        self.forms: dict[tuple[str, str], SignerForm] = {}
        for key, _title in PAPERS:
            self.stack.addWidget(self._desk(key))
        body = QVBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.papers)
        body.addWidget(self.stack, 1)
        self._lay_out(body)
        worn = theme.current()
        self.resize(min(worn.px(3 * _CARD + 24) + 84, 1280), min(worn.px(760), 720))
        self.papers.choose(paper if paper in dict(PAPERS) else PAPERS[0][0])

    def value(self) -> tuple[Signatory, ...]:
        """Everybody who signs, from left to right; signers of other papers are kept."""
        known = dict(PAPERS)
        others = [signer for signer in self._kegiatan.signatories if signer.paper not in known]
        given = [form.value() for form in self.forms.values()]
        return (*(signer for signer in given if signer is not None), *others)

    def _store(self) -> Future[Any]:
        planning = self._context.services.planning
        return planning.set_signatories(planning.get(self._kegiatan.id), self.value())

    def _on_paper(self, key: str) -> None:
        self.stack.setCurrentIndex([paper for paper, _title in PAPERS].index(key))

    def _desk(self, paper: str) -> QScrollArea:
        by_place = _by_place(self._kegiatan.signers(paper))
        page = QWidget()
        page.setProperty("kind", "page")
        row = Flow(page, 12)
        for place, title in PLACES:
            form = SignerForm(paper, place, title, by_place.get(place))
            form.edited.connect(self.autosave.touch)
            self.forms[paper, place] = form
            row.addWidget(form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        return area


def _by_place(signers: tuple[Signatory, ...]) -> dict[str, Signatory]:
    """Signers on their places; one whose place is taken or unknown gets the next free one."""
    found: dict[str, Signatory] = {}
    free = [place for place, _title in reversed(PLACES)]
    for signer in sorted(signers[:3], key=lambda s: s.place not in free):
        place = signer.place if signer.place in free else free[0]
        free.remove(place)
        found[place] = replace(signer, place=place)
    return found
