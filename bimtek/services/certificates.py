"""Who gets which paper, and giving out numbers: once, in order, never twice."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace

from bimtek.documents.base import Fix, Problem
from bimtek.domain.attendance import Presence
from bimtek.domain.certificate import (
    Certificate,
    CertificateKind,
    CertificateRecord,
    Eligibility,
    MateriRow,
    eligibility,
)
from bimtek.domain.certificate_number import number_text, rule_of, scope_key
from bimtek.domain.errors import RefusedError
from bimtek.domain.kegiatan import Kegiatan
from bimtek.domain.people import Participation, Role
from bimtek.domain.text import _
from bimtek.services.attendance import Attendance
from bimtek.services.before_numbers import missing_for_a_number, scores_missing
from bimtek.services.next_numbers import Due, next_number, number_problems
from bimtek.services.results import PersonResult, Results
from bimtek.services.safe_clock import SafeClock
from bimtek.storage.certificates import CertificateRepository, Wanted
from bimtek.storage.people import PeopleRepository
from bimtek.storage.store import new_id

ISSUED = _("{count} nomor diterbitkan")
REVOKED = _("Nomor {number} dibatalkan: {reason}")
PRINTED = _("{count} dokumen dicetak")
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person before issuing: what the rule gives them, and what they already hold."""

    participation: Participation
    presence: Presence
    eligibility: Eligibility
    pre: float | None
    post: float | None
    held: tuple[Certificate, ...]

    @property
    def holds(self) -> Certificate | None:
        """The valid paper that settles what they deserve, or None; a certificate settles everything."""
        settling = (CertificateKind.SERTIFIKAT, self.eligibility.kind)
        return next((c for c in self.held if c.kind in settling), None)

    @property
    def is_unscored(self) -> bool:
        """True for a peserta without one of the two scores."""
        return self.participation.role is Role.PESERTA and None in (self.pre, self.post)

    def deserves(self, reason: str = "") -> CertificateKind | None:
        """What they are to hold, None for nothing; a `reason` makes it a certificate against the rule.

        Who has a certificate keeps it: no statement of a part is given beside it.
        """
        certified = reason or self.has(CertificateKind.SERTIFIKAT)
        return CertificateKind.SERTIFIKAT if certified else self.eligibility.kind

    def lacks(self, reason: str = "") -> CertificateKind | None:
        """The paper that still needs a number, None when there is none to give."""
        kind = self.deserves(reason)
        return None if kind is None or self.has(kind) else kind

    def has(self, kind: CertificateKind) -> bool:
        """True when they hold a valid paper of this kind."""
        return any(c.kind is kind for c in self.held)


class Certificates:
    """The verbs of the register."""

    def __init__(
        self,
        certificates: CertificateRepository,
        people: PeopleRepository,
        attendance: Attendance,
        results: Results,
        clock: SafeClock,
    ) -> None:
        self._certificates = certificates
        self._people = people
        self._attendance = attendance
        self._results = results
        self._clock = clock

    def candidates(self, kegiatan: Kegiatan) -> list[Candidate]:
        """Everybody of a kegiatan, in list order, with what the rule gives them.

        People with other roles than peserta get a certificate when they were not marked absent.
        """
        presences = self._attendance.presence_of_all(kegiatan)
        marks = self._attendance.marks(kegiatan.id)
        scores = {r.participation.id: r for r in self._results.of_kegiatan(kegiatan.id).people}
        held: dict[str, list[Certificate]] = {}
        for certificate in self.valid(kegiatan.id):
            held.setdefault(certificate.participation_id, []).append(certificate)
        return [
            _candidate(kegiatan, who, presences[who.id], bool(marks.get(who.id)), scores.get(who.id), held)
            for who in self._people.of_kegiatan(kegiatan.id)
        ]

    def problems(
        self,
        kegiatan: Kegiatan,
        candidates: Sequence[Candidate] | None = None,
        override: Mapping[str, str] | None = None,
    ) -> list[Problem]:
        """What is not right, and where to mend it; what is blocking stops every number.

        `candidates` are the ones to be numbered, by default everybody; `override` as for `issue`.
        """
        found = missing_for_a_number(kegiatan, clock_trusted=self._clock.verdict().trusted)
        if not kegiatan.dates or any(problem.fix is Fix.NUMBER for problem in found):
            return found  # no number can be told from these
        reasons = override or {}
        chosen = self.candidates(kegiatan) if candidates is None else candidates
        lacking = [(c, c.lacks(reasons.get(c.participation.id, ""))) for c in chosen]
        due = [Due(kind, c.participation.role) for c, kind in lacking if kind is not None]
        unscored = [c for c, kind in lacking if kind is CertificateKind.SERTIFIKAT and c.is_unscored]
        tested = any(c.pre is not None or c.post is not None for c in chosen)
        if unscored and tested and kegiatan.papers.show_scores_on_back:
            found.append(scores_missing(len(unscored)))
        return [*found, *number_problems(self._certificates, kegiatan, due)]

    def next_number(self, kegiatan: Kegiatan, kind: CertificateKind) -> str:
        """The number the next peserta would get. Errors: DocumentError naming unknown tokens."""
        return next_number(self._certificates, kegiatan, kind)

    def issue(
        self,
        kegiatan: Kegiatan,
        roles: Collection[Role] | None = None,
        override: dict[str, str] | None = None,
    ) -> list[Certificate]:
        """Give numbers to all who deserve a paper and have none, in list order; all or nothing. Waits.

        `override` maps participation ids to the reason for a certificate against the rule; the
        reason is kept in the record. Numbers and dates come from the kegiatan, never from the clock.
        Returns every valid paper of the chosen roles. Errors: RefusedError naming what is missing, or
        the number that another paper bears already.
        """
        reasons = override or {}
        chosen = [c for c in self.candidates(kegiatan) if roles is None or c.participation.role in roles]
        if blocking := [p for p in self.problems(kegiatan, chosen, reasons) if p.blocking]:
            raise RefusedError(
                _("Nomor belum dapat diterbitkan: {problem}", problem=blocking[0].message),
                _("Belum ada nomor yang terpakai."),
                _("Perbaiki di langkah Dokumen, lalu ulangi."),
            )
        wanted = [(c, _wanted(kegiatan, c, reasons.get(c.participation.id, ""))) for c in chosen]
        batch = [item for _candidate, item in wanted if item is not None]
        if not batch:
            return []
        label = str(ISSUED).format(count=sum(item is not None and not c.has(item.kind) for c, item in wanted))
        return self._certificates.issue(batch, kegiatan.id, label).result()

    def drafts(self, kegiatan: Kegiatan) -> list[CertificateRecord]:
        """What the certificates would say, with dots for their numbers: for looking, never for printing.

        Before anybody was present, the first of the list stands in.
        """
        if not kegiatan.dates:
            return []
        kind = CertificateKind.SERTIFIKAT
        candidates = self.candidates(kegiatan)
        shown = [c for c in candidates if c.eligibility.kind is kind] or candidates[:1]
        return [
            replace(
                _record(kegiatan, c, kind, ""),
                number=number_text(kegiatan, kind, None, c.participation.role),
                sample=True,
            )
            for c in shown
        ]

    def register(self, kegiatan_id: str) -> list[Certificate]:
        """Every number given out, void ones too."""
        return self._certificates.register(kegiatan_id)

    def valid(
        self, kegiatan_id: str, kind: CertificateKind | None = None, only: Collection[str] = ()
    ) -> list[Certificate]:
        """The numbers that stand, in order; of one kind, or `only` those with these ids, when asked."""
        return [
            c
            for c in self.register(kegiatan_id)
            if c.valid and (kind is None or c.kind is kind) and (not only or c.id in only)
        ]

    def kinds(self, kegiatan_id: str) -> set[CertificateKind]:
        """The kinds of paper that were given out and are valid."""
        return {kind for _who, kind in self._certificates.held(kegiatan_id)}

    def search(self, text: str, limit: int = 200) -> list[Certificate]:
        """Numbers of every kegiatan, newest first, that hold all words in number, name, code or title."""
        return self._certificates.search(text.split(), limit)

    def revoke(self, certificate: Certificate, reason: str) -> Future[int]:
        """Make a number void; it is never given again. Errors: RefusedError without a reason."""
        if not reason.strip():
            raise RefusedError(
                _("Alasan pembatalan belum diisi."), advice=_("Tulis alasannya, lalu batalkan lagi.")
            )
        label = str(REVOKED).format(number=certificate.number, reason=reason.strip())
        return self._certificates.revoke(certificate, label)

    def count_printed(self, printed: list[Certificate]) -> Future[None] | None:
        """Note that papers were printed; their numbers stay the same however often."""
        if not printed:
            return None
        label = str(PRINTED).format(count=len(printed))
        return self._certificates.count_printed([c.id for c in printed], printed[0].kegiatan_id, label)


def _candidate(
    kegiatan: Kegiatan,
    who: Participation,
    presence: Presence,
    marked: bool,
    scores: PersonResult | None,
    held: dict[str, list[Certificate]],
) -> Candidate:
    if who.role is Role.PESERTA:
        verdict = eligibility(kegiatan, presence, scores.post if scores else None)
    elif marked and not presence.seen:
        verdict = Eligibility(None, _("Tidak hadir."))
    else:
        verdict = Eligibility(CertificateKind.SERTIFIKAT)
    pre, post = (scores.pre, scores.post) if scores else (None, None)
    return Candidate(who, presence, verdict, pre, post, tuple(held.get(who.id, ())))


def _wanted(kegiatan: Kegiatan, candidate: Candidate, reason: str) -> Wanted | None:
    """The request for one number. An override turns a statement, or nothing, into a certificate."""
    kind = candidate.deserves(reason)
    if kind is None:
        return None
    draft = _record(kegiatan, candidate, kind, reason)
    return Wanted(
        participation_id=candidate.participation.id,
        kind=kind,
        series=scope_key(kegiatan, kind),
        first=rule_of(kegiatan, kind).start,
        complete=lambda sequence: replace(draft, number=number_text(kegiatan, kind, sequence, draft.role)),
    )


def _record(
    kegiatan: Kegiatan, candidate: Candidate, kind: CertificateKind, reason: str
) -> CertificateRecord:
    who = candidate.participation
    is_peserta = who.role is Role.PESERTA
    return CertificateRecord(
        kind=kind,
        number="",
        code=_human_code(),
        role=who.role.value,
        front_title=who.person.name.front,
        name=who.person.name.name,
        back_title=who.person.name.back,
        position=", ".join(p for p in (who.person.jabatan, who.person.instansi or who.person.desa) if p),
        kegiatan_title=kegiatan.title,
        organiser=kegiatan.organiser,
        partners=kegiatan.partners,
        dates=kegiatan.dates,
        place=kegiatan.place.line,
        jp=candidate.presence.jp if kind is CertificateKind.SURAT_KETERANGAN else kegiatan.jp,
        of_jp=kegiatan.jp,
        topic=who.topic,
        issue_city=kegiatan.issue_city,
        issued_on=kegiatan.issue_date,
        signers=kegiatan.signers(kind.value) or kegiatan.signers("sertifikat"),
        materi=_materi(kegiatan),
        logos=kegiatan.letterhead.logos,
        pre=candidate.pre if is_peserta else None,
        post=candidate.post if is_peserta else None,
        attendance=candidate.presence.fraction if is_peserta else None,
        wording=kegiatan.papers.certificate_wording,
        name_case=kegiatan.papers.name_case,
        nip_dot=kegiatan.papers.nip_dot,
        show_scores=kegiatan.papers.show_scores_on_back,
        reason=reason or str(candidate.eligibility.reason),
        sample=kegiatan.sample,
    )


def _materi(kegiatan: Kegiatan) -> tuple[MateriRow, ...]:
    """Agenda lines that give JP, as "Daftar Materi" lists them; their JP add up to the kegiatan's."""
    return tuple(
        MateriRow(
            title=item.title, speakers="; ".join(item.speakers), jp=item.credit(kegiatan.minutes_per_jp)
        )
        for item in kegiatan.agenda
        if item.credit(kegiatan.minutes_per_jp)
    )


def _human_code() -> str:
    """Eight letters in two groups to read out over the phone; no 0, O, 1, I."""
    number = int(new_id(), 16)
    letters = "".join(CODE_LETTERS[(number >> (5 * at)) % 32] for at in range(8))
    return f"{letters[:4]}-{letters[4:]}"
