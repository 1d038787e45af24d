"""The papers of a kegiatan: which there are, each made from the store, saved whole or not at all."""

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, cast

from bimtek.documents.base import Document, Problem
from bimtek.domain.certificate import Certificate, CertificateKind
from bimtek.domain.errors import BimtekError, NotFoundError
from bimtek.domain.formatting import date_text, safe_file_name
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.module import Module
from bimtek.domain.people import Role
from bimtek.domain.quiz import Round, TestKind
from bimtek.domain.text import Text, _
from bimtek.host.files import write_atomically, write_bytes
from bimtek.host.paths import DataFolder
from bimtek.services.attendance import Attendance
from bimtek.services.certificates import Certificates
from bimtek.services.letterhead import Letterheads
from bimtek.services.planning import Planning
from bimtek.services.progress import Progress, silent
from bimtek.services.quiz_run import QuizRun
from bimtek.services.registration import Registration
from bimtek.services.results import Results

ID_LETTERS = 8  # of a kegiatan in the name of its folder: two of them share eight in no archive
_WRITING = threading.Lock()  # the fonts of the PDF writer are shared: one paper at a time

ROLE_TITLES = {
    Role.PESERTA: _("Daftar hadir peserta"),
    Role.NARASUMBER: _("Daftar hadir narasumber"),
    Role.FASILITATOR: _("Daftar hadir fasilitator"),
    Role.MODERATOR: _("Daftar hadir moderator"),
    Role.PANITIA: _("Daftar hadir panitia"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """Which paper. `key` is the document's; the other fields matter to some papers only.

    `sides` is "dupleks", "depan" or "belakang"; `drafts` shows certificates before they have numbers;
    `only` names the issued papers that are printed again, empty for all; `spare_rows` None keeps the
    document's own choice; `blank_rows` asks for a form without names.
    """

    key: str
    session_id: str = ""
    role: Role = Role.PESERTA
    sides: str = "dupleks"
    test: TestKind = TestKind.PRE
    large: bool = False
    module: str = ""
    spare_rows: int | None = None
    blank_rows: int = 0
    drafts: bool = False
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperOffer:
    """A paper that can be made now: its title, how to ask for it, and the name of its file."""

    title: Text
    request: PaperRequest
    file_name: str


class ManyFiles(Protocol):
    """A paper that can be cut into one file per person."""

    def each(self, progress: Progress = silent) -> Iterator[tuple[str, bytes]]:
        """File name and bytes of every person's own file."""


class Papers:
    """Makes papers from what is stored; reading only, but for the files it writes."""

    def __init__(
        self,
        folder: DataFolder,
        planning: Planning,
        registration: Registration,
        attendance: Attendance,
        quizzes: QuizRun,
        results: Results,
        certificates: Certificates,
        letterheads: Letterheads,
        load_module: Callable[[str], Module],
    ) -> None:
        self._folder = folder
        self._planning = planning
        self._registration = registration
        self._attendance = attendance
        self._quizzes = quizzes
        self._results = results
        self._certificates = certificates
        self._files = letterheads.read
        self._load_module = load_module

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """Every paper that makes sense now, in the order a day needs them."""
        return _each_its_file(
            [
                *self._list_offers(kegiatan),
                _offer(_("Slip kode peserta"), "slip_kode.pdf", key="slip-kode"),
                *self._quiz_offers(kegiatan),
                *self._certificate_offers(kegiatan),
                *_card_offers(kegiatan),
            ]
        )

    def document(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        """The paper with its data inside, ready for `problems()` and `write()`.

        Errors: NotFoundError for a paper, session or test that is not there.
        """
        makers: dict[str, Callable[[Kegiatan, PaperRequest], Document]] = {
            "daftar-hadir": self._daftar_hadir,
            "slip-kode": self._slip_kode,
            "lembar-soal": self._lembar_soal,
            "kunci": self._kunci,
            "rekap-nilai": self._rekap_nilai,
            "sertifikat": self._sertifikat,
            "surat-keterangan": self._surat_keterangan,
            "register-sertifikat": self._register,
            "kartu": self._kartu,
        }
        if request.key not in makers:
            raise NotFoundError(_("Dokumen itu tidak ada."), detail=request.key)
        return makers[request.key](kegiatan, request)

    def problems(self, kegiatan: Kegiatan, request: PaperRequest) -> list[Problem]:
        """What to put right before this paper is printed."""
        return self.document(kegiatan, request).problems()

    def render(self, kegiatan: Kegiatan, request: PaperRequest, progress: Progress = silent) -> bytes:
        """The very bytes that are saved and printed. Errors: DocumentError."""
        out = io.BytesIO()
        document = self.document(kegiatan, request)
        with _WRITING:
            document.write(out, progress)
        return out.getvalue()

    def before_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Kegiatan:
        """Freeze the numbers of people once a list with names leaves the program. Waits.

        Call it before printing; `save` does. Returns the kegiatan as it is then.
        """
        papers = kegiatan.papers
        if request.key != "daftar-hadir" or request.blank_rows or papers.numbers_frozen:
            return kegiatan
        self._registration.close_gaps(kegiatan.id)
        self._planning.set_papers(kegiatan, replace(papers, numbers_frozen=True)).result()
        return self._planning.get(kegiatan.id)

    def issued(self, kegiatan: Kegiatan, request: PaperRequest) -> list[Certificate]:
        """The valid numbers a request prints, in the order of its pages; none for other papers."""
        return [
            c
            for c in self._certificates.register(kegiatan.id)
            if c.kind.value == request.key
            and c.status == "terbit"
            and (not request.only or c.id in request.only)
        ]

    def folder(self, kegiatan: Kegiatan) -> Path:
        """Where the papers of a kegiatan are kept."""
        first = min(kegiatan.dates).isoformat() if kegiatan.dates else "tanpa-tanggal"
        name = safe_file_name(kegiatan.short or kegiatan.title, 40)
        return self._folder.papers / f"{first}_{name}_{kegiatan.id[:ID_LETTERS]}"

    def files(self, kegiatan_id: str) -> list[Path]:
        """Every file that was written for a kegiatan, newest first, also under an earlier title."""
        folders = self._folder.papers.glob(f"*_{kegiatan_id[:ID_LETTERS]}")
        found = [path for folder in folders for path in folder.rglob("*") if _is_paper(path)]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def save(
        self, kegiatan: Kegiatan, offer: PaperOffer, target: Path | None = None, progress: Progress = silent
    ) -> Path:
        """Write one paper, by default into the folder of the kegiatan; returns its path.

        Errors: DocumentError, FileTroubleError; no half-written file ever has the final name.
        """
        path = target or self.folder(kegiatan) / offer.file_name
        kegiatan = self.before_printing(kegiatan, offer.request)
        document = self.document(kegiatan, offer.request)
        with _WRITING:
            write_atomically(path, lambda out: document.write(out, progress))
        return path

    def save_each(
        self,
        kegiatan: Kegiatan,
        request: PaperRequest,
        folder: Path | None = None,
        progress: Progress = silent,
    ) -> list[Path]:
        """Write one file per person; a run that was cut off is finished by running it again."""
        target = folder or self.folder(kegiatan) / request.key
        document = cast("ManyFiles", self.document(kegiatan, request))
        paths = []
        with _WRITING:
            for name, data in document.each(progress):
                path = target / name
                if not (path.exists() and path.read_bytes() == data):
                    write_bytes(path, data)
                paths.append(path)
        return paths

    # --- what is on offer ---------------------------------------------------------------------

    def _list_offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        present = {p.role for p in self._registration.of_kegiatan(kegiatan.id)} | {Role.PESERTA}
        return [
            _offer(
                _("{list}, {when}", list=ROLE_TITLES[role], when=_when(kegiatan, session)),
                f"daftar_hadir_{role.value}_{session.on_date.isoformat()}_{safe_file_name(session.label)}.pdf",
                key="daftar-hadir",
                session_id=session.id,
                role=role,
            )
            for session in _occasions(kegiatan)
            for role in Role
            if role in present
        ]

    def _quiz_offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        offers = []
        for kind in self._quizzes.rounds(kegiatan.id):
            name = {TestKind.PRE: _("pre-test"), TestKind.POST: _("post-test")}[kind]
            offers += [
                _offer(
                    _("Lembar soal {test}", test=name), f"soal_{kind.value}.pdf", key="lembar-soal", test=kind
                ),
                _offer(
                    _("Lembar soal {test}, huruf besar", test=name),
                    f"soal_{kind.value}_huruf_besar.pdf",
                    key="lembar-soal",
                    test=kind,
                    large=True,
                ),
                _offer(_("Kunci {test}", test=name), f"kunci_{kind.value}.pdf", key="kunci", test=kind),
            ]
        if offers:
            offers.append(_offer(_("Rekap nilai"), "rekap-nilai.xlsx", key="rekap-nilai"))
        return offers

    def _certificate_offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        kinds = self._certificates.kinds(kegiatan.id)
        offers = []
        if CertificateKind.SERTIFIKAT in kinds:
            for sides, title in (
                ("dupleks", _("Sertifikat, depan dan belakang")),
                ("depan", _("Sertifikat, halaman depan saja")),
                ("belakang", _("Sertifikat, halaman belakang saja")),
            ):
                ending = "" if sides == "dupleks" else f"_{sides}"
                offers.append(_offer(title, f"sertifikat{ending}.pdf", key="sertifikat", sides=sides))
        if CertificateKind.SURAT_KETERANGAN in kinds:
            offers.append(_offer(_("Surat keterangan"), "surat_keterangan.pdf", key="surat-keterangan"))
        if kinds:
            title = _("Register nomor sertifikat")
            offers.append(_offer(title, "register_sertifikat.xlsx", key="register-sertifikat"))
        return offers

    # --- making one ---------------------------------------------------------------------------

    def _daftar_hadir(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions

        people = [] if request.blank_rows else self._registration.of_kegiatan(kegiatan.id, request.role)
        if not kegiatan.papers.numbers_frozen:
            people = [replace(who, order=0) for who in people]  # numbered as listed, without gaps
        return DaftarHadir(
            kegiatan=kegiatan,
            session=_occasion(kegiatan, request.session_id),
            people=tuple(people),
            role=request.role,
            options=ListOptions(
                spare_rows=request.spare_rows
                if request.spare_rows is not None
                else kegiatan.papers.spare_rows,
                blank_rows=request.blank_rows,
                totals=request.role is Role.PESERTA and not request.blank_rows,
            ),
            files=self._files,
        )

    def _slip_kode(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.slip_kode import SlipKode

        people = self._registration.of_kegiatan(kegiatan.id, Role.PESERTA)
        return SlipKode(kegiatan=kegiatan, people=tuple(people))

    def _lembar_soal(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.lembar_soal import LembarSoal

        item = self._round(kegiatan, request.test)
        return LembarSoal(
            kegiatan=kegiatan, form=self._quizzes.form(item), seed=item.seed, large=request.large
        )

    def _kunci(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.kunci import Kunci

        item = self._round(kegiatan, request.test)
        return Kunci(kegiatan=kegiatan, form=self._quizzes.form(item), seed=item.seed)

    def _rekap_nilai(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.rekap_nilai import RekapNilai, ScoreRow

        results = self._results.of_kegiatan(kegiatan.id)
        rows = tuple(ScoreRow(person=p.participation, pre=p.pre, post=p.post) for p in results.people)
        return RekapNilai(kegiatan=kegiatan, rows=rows)

    def _sertifikat(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.sertifikat import Sertifikat, Sides

        if request.drafts:
            drafts = self._certificates.drafts(kegiatan)
            return Sertifikat(records=tuple(drafts), sides=Sides(request.sides), files=self._files)
        issued = self.issued(kegiatan, request)
        return Sertifikat(
            records=tuple(c.record for c in issued),
            sequences=tuple(c.sequence for c in issued),
            sides=Sides(request.sides),
            files=self._files,
        )

    def _surat_keterangan(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.surat_keterangan import SuratKeterangan

        issued = self.issued(kegiatan, request)
        return SuratKeterangan(
            records=tuple(c.record for c in issued),
            sequences=tuple(c.sequence for c in issued),
            letterhead=kegiatan.letterhead,
            paper=kegiatan.papers.paper,
            files=self._files,
        )

    def _register(self, kegiatan: Kegiatan, _request: PaperRequest) -> Document:
        from bimtek.documents.register_sertifikat import RegisterSertifikat

        return RegisterSertifikat(
            kegiatan=kegiatan, certificates=tuple(self._certificates.register(kegiatan.id))
        )

    def _kartu(self, _kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.kartu import Kartu

        try:
            module = self._load_module(request.module)
        except BimtekError:  # not on this laptop, or broken: a problem of this paper, not of the others
            return Kartu(module_title=request.module, cards=())
        return Kartu(module_title=module.title, cards=module.cards)

    def _round(self, kegiatan: Kegiatan, kind: TestKind) -> Round:
        rounds = self._quizzes.rounds(kegiatan.id)
        if kind not in rounds:
            raise NotFoundError(_("Soal belum disusun."), advice=_("Susun dulu di langkah Kuis."))
        return rounds[kind]


def _is_paper(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _offer(title: Text, file_name: str, **request: object) -> PaperOffer:
    return PaperOffer(title, PaperRequest(**request), file_name)  # type: ignore[arg-type]


def _each_its_file(offers: list[PaperOffer]) -> list[PaperOffer]:
    """No two papers of one kegiatan share a file, whatever its sessions are called."""
    taken: dict[str, int] = {}
    distinct = []
    for offer in offers:
        times = taken[offer.file_name] = taken.get(offer.file_name, 0) + 1
        path = Path(offer.file_name)
        distinct.append(
            offer if times == 1 else replace(offer, file_name=f"{path.stem}_{times}{path.suffix}")
        )
    return distinct


def _card_offers(kegiatan: Kegiatan) -> list[PaperOffer]:
    return [
        _offer(_("Kartu kegiatan modul {module}", module=name), f"kartu_{name}.pdf", key="kartu", module=name)
        for name in kegiatan.modules
    ]


def _occasions(kegiatan: Kegiatan) -> list[Session]:
    """What people sign for: every session, or one stand-in for each day."""
    if kegiatan.papers.list_per != "hari":
        return list(kegiatan.sessions)
    from bimtek.documents.daftar_hadir import day_session

    days = sorted({session.on_date for session in kegiatan.sessions})
    return [day_session([s for s in kegiatan.sessions if s.on_date == day]) for day in days]


def _occasion(kegiatan: Kegiatan, session_id: str) -> Session:
    for session in _occasions(kegiatan):
        if session.id == session_id or not session_id:
            return session
    raise NotFoundError(_("Sesi ini tidak ada lagi."), advice=_("Buka lagi langkah Siapkan."))


def _when(kegiatan: Kegiatan, session: Session) -> Text:
    on = date_text(session.on_date)
    if kegiatan.papers.list_per == "hari" or not session.label:
        return _("{date}", date=on)
    return _("{date} {label}", date=on, label=session.label.lower())
