"""Attendance lists: one for each role, session by session or day by day; numbers that stay once printed."""

from dataclasses import replace

from bimtek.documents.base import Document, Files
from bimtek.domain.errors import NotFoundError
from bimtek.domain.formatting import date_text, safe_file_name
from bimtek.domain.kegiatan import Kegiatan, Session
from bimtek.domain.occasions import Occasion, occasions
from bimtek.domain.people import Role
from bimtek.domain.text import _
from bimtek.services.papers.family import PaperFamily
from bimtek.services.papers.request import PaperOffer, PaperRequest, offer
from bimtek.services.planning import Planning
from bimtek.services.registration import Registration

TITLES = {
    Role.PESERTA: _("Daftar hadir peserta"),
    Role.NARASUMBER: _("Daftar hadir narasumber"),
    Role.FASILITATOR: _("Daftar hadir fasilitator"),
    Role.MODERATOR: _("Daftar hadir moderator"),
    Role.PANITIA: _("Daftar hadir panitia"),
}


class AttendanceLists(PaperFamily):
    """Daftar hadir."""

    def __init__(self, registration: Registration, planning: Planning, files: Files) -> None:
        self._registration, self._planning, self._files = registration, planning, files
        self.makers = {"daftar-hadir": self._daftar_hadir}

    def offers(self, kegiatan: Kegiatan) -> list[PaperOffer]:
        """A list for every role that is there, and for peserta always."""
        present = self._registration.roles(kegiatan.id) | {Role.PESERTA}
        return [
            offer(
                TITLES[role],
                f"daftar_hadir_{role.value}_{session.on_date.isoformat()}_{safe_file_name(session.label)}.pdf",
                _when(kegiatan, session),
                key="daftar-hadir",
                session_id=session.id,
                role=role,
            )
            for session in (occasion.session for occasion in occasions(kegiatan))
            for role in Role
            if role in present
        ]

    def before_printing(self, kegiatan: Kegiatan, request: PaperRequest) -> Kegiatan:
        """Freeze the numbers of people once a list with names leaves the program. Waits."""
        papers = kegiatan.papers
        if request.blank_rows or papers.numbers_frozen:
            return kegiatan
        self._registration.close_gaps(kegiatan.id)
        self._planning.set_papers(kegiatan, replace(papers, numbers_frozen=True)).result()
        return self._planning.get(kegiatan.id)

    def _daftar_hadir(self, kegiatan: Kegiatan, request: PaperRequest) -> Document:
        from bimtek.documents.daftar_hadir import DaftarHadir, ListOptions

        people = [] if request.blank_rows else self._registration.of_kegiatan(kegiatan.id, request.role)
        if not kegiatan.papers.numbers_frozen:
            people = [replace(who, order=0) for who in people]  # numbered as listed, without gaps
        occasion = _occasion(kegiatan, request.session_id)
        return DaftarHadir(
            kegiatan=kegiatan,
            session=occasion.session,
            dates=occasion.dates,
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


def _occasion(kegiatan: Kegiatan, session_id: str) -> Occasion:
    for occasion in occasions(kegiatan):
        if occasion.session.id == session_id or not session_id:
            return occasion
    raise NotFoundError(_("Sesi ini tidak ada lagi."), advice=_("Buka lagi langkah Siapkan."))


def _when(kegiatan: Kegiatan, session: Session) -> str:
    on = date_text(session.on_date)
    if kegiatan.papers.list_per == "hari" or not session.label:
        return on
    return f"{on} {session.label.lower()}"
