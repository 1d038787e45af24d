"""Numbers of certificates: who would get one, giving them out, and the register of those that were."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bimtek.documents.base import Problem
from bimtek.domain.certificate import KIND_NAMES, Certificate, CertificateKind
from bimtek.domain.formatting import number, percent
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.text import NO_TEXT, Text, _, joined
from bimtek.ui import language
from bimtek.ui.context import UiContext
from bimtek.ui.messages import confirm, show_error
from bimtek.ui.papers.candidates import CandidatesPage
from bimtek.ui.papers.register import RegisterPage
from bimtek.ui.widgets.busy_bar import BusyBar
from bimtek.ui.widgets.labels import label
from bimtek.ui.widgets.page_stack import PageStack
from bimtek.ui.widgets.segments import Segments

CANDIDATES, REGISTER = "calon", "register"


class NumbersView(QWidget):
    """`issued` after numbers were given out or made void; `print_wanted` carries one Certificate."""

    issued = Signal()
    print_wanted = Signal(object)
    count_changed = Signal(int)  # how many numbers would be given out now

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kegiatan: Kegiatan | None = None
        self.parts = Segments([(CANDIDATES, _("Calon penerima")), (REGISTER, _("Register nomor"))])
        self.parts.chosen.connect(self._on_part)
        self.rule = label("", "caption", "secondary")
        self.stack = PageStack()
        self.stack.setProperty("kind", "pages")
        self._to_say: Text = NO_TEXT
        self.busy = BusyBar()
        self.busy.cancel_button.hide()  # numbers are given out all at once or not at all
        self._lay_out()
        self.candidates = CandidatesPage(context, self.stack)
        self.stack.addWidget(self.candidates)
        self.candidates.given.connect(self._count)
        self.candidates.read.connect(self._on_read)

    @cached_property
    def register(self) -> RegisterPage:
        """The numbers that were given out; made when it is first looked at."""
        made = RegisterPage(self._context, self.stack)
        made.print_wanted.connect(self.print_wanted)
        made.revoked.connect(self._on_revoked)
        self.stack.addWidget(made)
        return made

    @property
    def wanted(self) -> int:
        """How many numbers would be given out now."""
        return len(self.candidates.wanted)

    def problems(self) -> list[Problem]:
        """What is not right with the numbers that would be given out now."""
        assert self._kegiatan is not None
        certificates = self._context.services.certificates
        return certificates.problems(self._kegiatan, self.candidates.model.rows, self.candidates.overrides)

    def show_kegiatan(self, kegiatan: Kegiatan) -> None:
        """Read who gets what, and the register."""
        self._kegiatan = kegiatan
        self.candidates.show_kegiatan(kegiatan)
        language.put(self.rule, _rule(kegiatan))
        self._on_part(self.parts.key())

    @property
    def settled(self) -> bool:
        """True when what is shown is what was asked for last."""
        return self.candidates.settled

    def issue(self) -> None:
        """Ask once more, for numbers stay taken, then give them out on a worker."""
        papers = self.candidates.wanted
        if not papers:
            return
        counts = [
            _("{kind}: {count}", kind=KIND_NAMES[kind], count=number(papers.count(kind)))
            for kind in CertificateKind
            if kind in papers
        ]
        confirm(
            self.window(),
            _("Terbitkan {count} nomor?", count=len(papers)),
            _("Terbitkan {count} nomor", count=len(papers)),
            self.issue_now,
            _("{papers}. Nomor yang terbit tetap dan tidak dipakai lagi.", papers=joined(counts)),
        )

    def issue_now(self) -> None:
        """Give the numbers out."""
        assert self._kegiatan is not None
        kegiatan, overrides = self._kegiatan, dict(self.candidates.overrides)
        self.busy.begin(_("Menerbitkan nomor…"))
        self._context.tasks.run(
            lambda progress: self._context.services.certificates.issue(kegiatan, override=overrides),
            self,
            done=self._on_issued,
            failed=lambda error: show_error(self.window(), error),
            ended=self.busy.finish,
        )

    def _on_issued(self, _issued: Sequence[Certificate]) -> None:
        self.candidates.forget_overrides()
        self._tell(_("Nomor terbit. Sertifikat siap dicetak."))

    def _on_revoked(self, certificate: Certificate) -> None:
        self._tell(_("Nomor {number} dibatalkan.", number=certificate.number))

    def _tell(self, what: Text) -> None:
        """Say it once everything is read again."""
        assert self._kegiatan is not None
        self._to_say = what
        self.show_kegiatan(self._kegiatan)

    def _on_read(self) -> None:
        self._count()
        if self._to_say:
            what, self._to_say = self._to_say, NO_TEXT
            self.issued.emit()
            self._context.window.toast.emit(what, None)

    def _on_part(self, part: str) -> None:
        if part == REGISTER and self._kegiatan is not None:
            self.register.show_kegiatan(self._kegiatan)
        self.stack.setCurrentWidget(self.candidates if part == CANDIDATES else self.register)
        self._count()

    def _count(self) -> None:
        self.count_changed.emit(self.wanted if self.parts.key() == CANDIDATES else 0)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.parts)
        layout.addWidget(self.rule)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.busy)


def _rule(kegiatan: Kegiatan) -> Text:
    share = percent(kegiatan.min_attendance)
    if kegiatan.min_post is None:
        return _("Syarat sertifikat: mengikuti paling sedikit {share} dari JP.", share=share)
    return _(
        "Syarat sertifikat: paling sedikit {share} dari JP, dan nilai post-test {post}.",
        share=share,
        post=number(kegiatan.min_post * 100),
    )
