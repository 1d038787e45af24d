"""How the papers of a kegiatan are numbered: patterns, codes, first numbers, and what comes of them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from bimtek.documents.base import Fix, Problem
from bimtek.domain.certificate import CertificateKind
from bimtek.domain.certificate_number import first_numbers, missing_codes, rule_of, unknown_tokens
from bimtek.domain.kegiatan import Kegiatan, NumberRule
from bimtek.domain.people import Role
from bimtek.domain.text import NO_TEXT, Text, _
from bimtek.ui import language
from bimtek.ui.papers.fields.group import FieldGroup, put
from bimtek.ui.papers.fields.number_builder import NumberBuilder
from bimtek.ui.widgets import buttons, fields
from bimtek.ui.widgets.form import Form
from bimtek.ui.widgets.labels import label

SCOPES = (
    ("kegiatan", _("Mulai lagi tiap kegiatan")),
    ("tahun", _("Berlanjut dalam setahun")),
    ("semua", _("Berlanjut terus")),
)
MOST_START = 99_999


class SeriesFields:
    """The three fields of one series, certificates or statements, as rows of a form."""

    def __init__(self, form: Form, kind: CertificateKind, words: tuple[Text, Text, Text]) -> None:
        self._kind = kind
        self._kegiatan: Kegiatan | None = None
        self.pattern = fields.text_field(longest=120)
        self.start = fields.number_field(1, MOST_START, 1)
        self.scope = fields.choice(SCOPES)
        pattern, start, scope = words
        self.pattern_row = form.add(pattern, self.pattern)
        self.example = label("", "strong", "primary")
        self.build_button = buttons.secondary(_("Susun pola"), "sliders-horizontal")
        self.build_button.setCheckable(True)
        self.build_button.toggled.connect(self._show_builder)
        self.builder: NumberBuilder | None = None
        for below in (self.example, self.build_button):
            self._add(below)
        self.start_row = form.add(start, self.start)
        form.add(scope, self.scope)

    def show_rule(self, kegiatan: Kegiatan) -> None:
        """Show what is stored."""
        rule = rule_of(kegiatan, self._kind)
        put(self.pattern, rule.pattern)
        self.start.setValue(rule.start)
        self.scope.choose(rule.scope)

    def rule(self) -> NumberRule:
        """What is set."""
        return NumberRule(
            pattern=self.pattern.text().strip(), start=self.start.value(), scope=self.scope.key()
        )

    def show_example(self, kegiatan: Kegiatan, roles: Sequence[Role]) -> None:
        """The first numbers of the series, or what is not understood in its pattern."""
        self._kegiatan = kegiatan
        unknown = unknown_tokens(rule_of(kegiatan, self._kind).pattern)
        problem = _("Isian tidak dikenal: {tokens}", tokens=", ".join(unknown)) if unknown else NO_TEXT
        self.pattern_row.show_problem(problem)
        shown: tuple[str, ...] = ()
        if not unknown and (kegiatan.issued_on or kegiatan.dates):
            shown = first_numbers(kegiatan, self._kind, self.start.value(), [role.value for role in roles])
        said = "\n".join(shown)
        language.put(self.example, _("Jadinya:\n{numbers}", numbers=said) if said else NO_TEXT)
        self.example.setVisible(bool(said))
        if self.builder is not None:
            self.builder.show_kegiatan(kegiatan, self.start.value())

    def _show_builder(self, shown: bool) -> None:
        """Made when it is asked for first: most people keep the pattern that is there."""
        if self.builder is None:
            self.builder = NumberBuilder(self.pattern, self._kind)
            self._add(self.builder)
            if self._kegiatan is not None:
                self.builder.show_kegiatan(self._kegiatan, self.start.value())
        self.builder.setVisible(shown)
        if shown and not self.pattern.cursorPosition():  # nobody was in the field: parts go to its end
            self.pattern.end(False)

    def _add(self, below: QWidget) -> None:
        self.pattern_row.layout().addWidget(below)  # type: ignore[union-attr]


class NumberFields(FieldGroup):
    """Under each pattern stand the numbers it gives first, or what is not understood in it."""

    def __init__(self) -> None:
        super().__init__()
        self._missing: list[str] = []
        self._roles: tuple[Role, ...] = (Role.PESERTA,)
        form = Form()
        words = (_("Pola nomor sertifikat"), _("Mulai dari nomor"), _("Urutan"))
        self.certificates = SeriesFields(form, CertificateKind.SERTIFIKAT, words)
        self.code = fields.text_field(_("Misalnya OCSEA"), longest=40)
        self.classification = fields.text_field(_("Misalnya 400.2"), longest=40)
        self.office_code = fields.text_field(_("Misalnya DINSOSP3A"), longest=40)
        form.add(_("Kode kegiatan"), self.code)
        form.add(_("Klasifikasi"), self.classification)
        form.add(_("Kode instansi"), self.office_code)
        words = (_("Pola nomor surat keterangan"), _("Surat mulai dari nomor"), _("Urutan surat"))
        self.statements = SeriesFields(form, CertificateKind.SURAT_KETERANGAN, words)
        self._codes = {
            "kode_kegiatan": self.code,
            "klasifikasi": self.classification,
            "kode_instansi": self.office_code,
        }
        self._lay_out(_("Nomor"), (form,))
        for series in (self.certificates, self.statements):
            self._watch(series.pattern, series.start, series.scope)
        self._watch(*self._codes.values())

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Show both rules, and the codes that stand in them."""
        for series in (self.certificates, self.statements):
            series.show_rule(kegiatan)
        put(self.code, kegiatan.code)
        put(self.classification, kegiatan.classification)
        put(self.office_code, kegiatan.office_code)

    def follow(self, kegiatan: Kegiatan) -> None:
        """The first numbers of each series, or what is not understood in its pattern."""
        self._missing = missing_codes(kegiatan)
        for series in (self.certificates, self.statements):
            series.show_example(kegiatan, self._roles)

    def show_roles(self, roles: tuple[Role, ...]) -> None:
        """Take these roles for patterns that name the role."""
        self._roles = roles

    def value(self, onto: Kegiatan) -> Kegiatan:
        """With both rules, and the codes that stand in them."""
        return replace(
            onto,
            certificate_numbers=self.certificates.rule(),
            statement_numbers=self.statements.rule(),
            code=self.code.text().strip(),
            classification=self.classification.text().strip(),
            office_code=self.office_code.text().strip(),
        )

    def field_for(self, fix: Fix) -> QWidget | None:
        """A pattern, the first number of either series, or the first code that is missing."""
        places: dict[Fix, QWidget] = {
            Fix.NUMBER: self.certificates.pattern,
            Fix.FIRST_NUMBER: self.certificates.start,
            Fix.FIRST_STATEMENT: self.statements.start,
            Fix.CODE: self._codes[self._missing[0] if self._missing else "kode_kegiatan"],
        }
        return places.get(fix)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say at its field which number is taken: in a narrow window the notice is out of sight there."""
        said = {problem.fix: problem.message for problem in problems}
        self.certificates.start_row.show_problem(said.get(Fix.FIRST_NUMBER, NO_TEXT))
        self.statements.start_row.show_problem(said.get(Fix.FIRST_STATEMENT, NO_TEXT))
