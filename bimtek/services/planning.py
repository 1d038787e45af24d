"""Planning a kegiatan: from a template, from a file, from an earlier one; and changing it."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import islice
from pathlib import Path

from bimtek.domain.agenda import blank_line, blank_session
from bimtek.domain.errors import NotFoundError, RefusedError
from bimtek.domain.formatting import has_words
from bimtek.domain.kegiatan import (
    AgendaItem,
    Kegiatan,
    Letterhead,
    NumberRule,
    PaperOptions,
    Session,
    Signatory,
)
from bimtek.domain.names import clean
from bimtek.domain.people import Participation
from bimtek.domain.place import Place
from bimtek.domain.plan import (
    KegiatanPlan,
    PlannedSession,
    Template,
    as_plan,
    dates_for,
    days_of,
    schedule,
    teaching_only,
)
from bimtek.domain.text import _
from bimtek.domain.wilayah import zone_of
from bimtek.services.letterhead import Letterheads
from bimtek.services.settings import Settings
from bimtek.storage import codec
from bimtek.storage.kegiatan import KegiatanName, KegiatanRepository
from bimtek.storage.store import new_id

CREATED = _("Kegiatan dibuat")
DUPLICATED = _("Kegiatan disalin dari {title}")
CHANGED = _("Kegiatan diubah")
# What a change of one thing is called in Riwayat; of several it is CHANGED.
CHANGED_ONE = {
    "title": _("Nama kegiatan diubah"),
    "short": _("Nama pendek diubah"),
    "theme": _("Tema diubah"),
    "organiser": _("Penyelenggara diubah"),
    "partners": _("Mitra diubah"),
    "place": _("Tempat diubah"),
    "modules": _("Modul diubah"),
    "issued_on": _("Tanggal terbit diubah"),
    "issue_city": _("Kota terbit diubah"),
    "letterhead": _("Kop diubah"),
    "papers": _("Bentuk dokumen diubah"),
    "certificate_numbers": _("Penomoran diubah"),
    "statement_numbers": _("Penomoran diubah"),
}
AGENDA_CHANGED = _("Acara diubah")
SIGNERS_CHANGED = _("Penandatangan diubah")
REMOVED = _("Kegiatan dihapus")
MAX_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKegiatan:
    """What "Buat kegiatan" asks for; everything else has a default that can be changed later."""

    title: str
    template: str
    first_day: date
    place: Place = Place()  # noqa: RUF009 - frozen
    organiser: str = ""
    modules: tuple[str, ...] | None = None  # None: those of the template


class Planning:
    """The verbs around a kegiatan itself. Creating waits until durable; changing returns a Future."""

    def __init__(
        self, kegiatan: KegiatanRepository, letterheads: Letterheads, settings: Settings, templates: Path
    ) -> None:
        self._kegiatan = kegiatan
        self._letterheads = letterheads
        self._settings = settings
        self._template_folder = templates

    def templates(self) -> list[Template]:
        """The plans to begin from: one day, more days, then the short evening."""
        from bimtek.content.kegiatan_file import read_template

        found = [read_template(path) for path in sorted(self._template_folder.glob("*.toml"))]
        return sorted(found, key=lambda t: (t.key == "malam-desa", t.days))

    def search(self, text: str, limit: int = 20) -> list[KegiatanName]:
        """Kegiatan whose name has a word that begins with each word of `text`, newest first."""
        fitting = (name for name in self._kegiatan.names() if has_words(text, f"{name.title} {name.short}"))
        return list(islice(fitting, limit))

    def create(self, new: NewKegiatan) -> Kegiatan:
        """Create a kegiatan from a template. Errors: RefusedError without a title."""
        title = _checked_title(new.title)
        template = next((t for t in self.templates() if t.key == new.template), None)
        if template is None:
            raise NotFoundError(_("Templat itu tidak ada."), advice=_("Pilih templat lain."))
        dates = dates_for(new.first_day, template.days)
        modules = template.modules if new.modules is None else new.modules
        draft = Kegiatan(
            id=new_id(),
            title=title,
            organiser=clean(new.organiser) or self._settings.get("instansi"),
            place=new.place,
            zone=zone_of(new.place.wilayah_code),
            dates=dates,
            minutes_per_jp=self._settings.get("menit_per_jp"),
            min_attendance=self._settings.get("min_kehadiran"),
            issue_city=_city(new.place),
            issued_on=dates[-1],
            letterhead=self._default_letterhead(),
            modules=modules,
            signatories=self._default_signatories(),
        )
        return self._add(draft, teaching_only(template.sessions, modules), str(CREATED))

    def create_from_file(
        self, path: Path, first_day: date | None = None
    ) -> tuple[Kegiatan, tuple[Participation, ...]]:
        """Create a kegiatan from a `kegiatan.toml`, its logos with it; returns the people it names.

        `first_day` moves its dates, gaps kept; the issue date of the file then counts for nothing.
        Errors: FileTroubleError naming what is wrong in the file; nothing is created then.
        """
        from bimtek.content.kegiatan_file import read_kegiatan

        plan = read_kegiatan(path)
        letterhead = self._with_files(plan, path.parent)
        given = plan.kegiatan if first_day is None else _moved(plan.kegiatan, first_day)
        draft = replace(
            given,
            id=new_id(),
            letterhead=letterhead,
            issued_on=given.issued_on or max(given.dates),
            issue_city=given.issue_city or _city(given.place),
            signatories=tuple(replace(s, id=new_id()) for s in given.signatories),
        )
        return self._add(draft, plan.sessions, str(CREATED)), plan.people

    def duplicate(self, kegiatan_id: str, first_day: date, title: str = "") -> Kegiatan:
        """Use an earlier kegiatan again on other dates: same agenda, papers and signatories, no people."""
        old = self.get(kegiatan_id)
        days = days_of(old) or (first_day,)
        dates = tuple(day + (first_day - days[0]) for day in days)
        draft = replace(
            old,
            id=new_id(),
            title=_checked_title(title or old.title),
            dates=dates,
            issued_on=dates[-1],
            sample=False,
            papers=replace(old.papers, numbers_frozen=False),
            signatories=tuple(replace(s, id=new_id()) for s in old.signatories),
        )
        return self._add(draft, as_plan(old), str(DUPLICATED).format(title=old.title))

    def get(self, kegiatan_id: str) -> Kegiatan:
        """One kegiatan. Errors: NotFoundError when it was removed."""
        found = self._kegiatan.get(kegiatan_id)
        if found is None:
            raise NotFoundError(
                _("Kegiatan ini tidak ada lagi."), advice=_("Pilih kegiatan lain di daftar Kegiatan.")
            )
        return found

    def sample(self, code: str) -> Kegiatan | None:
        """The newest sample with this code, None when there is none."""
        found = self._kegiatan.sample(code)
        return self._kegiatan.get(found) if found else None

    def find(self, text: str) -> Kegiatan:
        """The kegiatan whose id, code or short name is `text`.

        Errors: NotFoundError, RefusedError when several are called that.
        """
        found = self._kegiatan.find(text)
        if not found:
            raise NotFoundError(
                _("Kegiatan “{text}” tidak ada.", text=text),
                advice=_("Lihat daftarnya dengan perintah kegiatan daftar."),
            )
        if len(found) > 1:
            raise RefusedError(
                _("Ada {count} kegiatan bernama “{text}”.", count=len(found), text=text),
                advice=_("Pakai ID dari perintah kegiatan daftar."),
            )
        return self.get(found[0])

    def update(self, kegiatan: Kegiatan) -> Future[None]:
        """Store changed facts or papers. Errors: RefusedError without a title or a date."""
        checked = replace(kegiatan, title=_checked_title(kegiatan.title))
        if not checked.dates:
            raise RefusedError(
                _("Kegiatan perlu paling sedikit satu tanggal."), advice=_("Isi tanggal kegiatan.")
            )
        return self._kegiatan.update(checked, _what_changed(self._kegiatan.get(kegiatan.id), checked))

    def set_sessions(self, kegiatan: Kegiatan, sessions: Sequence[Session]) -> Future[None]:
        """Store the sessions and agenda lines as given; the dates of the kegiatan follow them."""
        dates = tuple(sorted({s.on_date for s in sessions})) or kegiatan.dates
        changed = replace(kegiatan, sessions=tuple(sessions), dates=dates)
        return self._kegiatan.replace_sessions(changed, str(AGENDA_CHANGED))

    def blank_line(self, session: Session, after: AgendaItem | None = None) -> AgendaItem:
        """An empty agenda line with its id, after another one or at the end; nothing is stored."""
        return blank_line(session, new_id(), after)

    def blank_session(self, kegiatan_id: str, sessions: Sequence[Session], on_date: date) -> Session:
        """An empty session with its id; nothing is stored."""
        return blank_session(sessions, new_id(), kegiatan_id, on_date)

    def move(self, kegiatan: Kegiatan, first_day: date) -> Future[None]:
        """Move a kegiatan to other dates, gaps kept."""
        shift = first_day - min(kegiatan.dates)
        moved = tuple(replace(s, on_date=s.on_date + shift) for s in kegiatan.sessions)
        changed = replace(
            kegiatan,
            dates=tuple(day + shift for day in kegiatan.dates),
            issued_on=kegiatan.issued_on + shift if kegiatan.issued_on else None,
            sessions=moved,
        )
        return self._kegiatan.replace_sessions(changed, str(CHANGED))

    def set_signatories(self, kegiatan: Kegiatan, signatories: Sequence[Signatory]) -> Future[None]:
        """Store who signs; kept as the default for new kegiatan too."""
        given = tuple(replace(s, id=s.id or new_id()) for s in signatories)
        self._settings.put("penandatangan", codec.to_plain(given))
        return self._kegiatan.replace_signatories(replace(kegiatan, signatories=given), str(SIGNERS_CHANGED))

    def set_letterhead(self, kegiatan: Kegiatan, letterhead: Letterhead) -> Future[None]:
        """Store the kop; kept as the default for new kegiatan too."""
        self._settings.put("kop", codec.to_plain(letterhead))
        return self.update(replace(kegiatan, letterhead=letterhead))

    def set_papers(self, kegiatan: Kegiatan, papers: PaperOptions) -> Future[None]:
        """Store the layout of the papers."""
        return self.update(replace(kegiatan, papers=papers))

    def set_numbers(
        self, kegiatan: Kegiatan, certificates: NumberRule, statements: NumberRule
    ) -> Future[None]:
        """Store how numbers are made."""
        return self.update(replace(kegiatan, certificate_numbers=certificates, statement_numbers=statements))

    def remove(self, kegiatan_id: str) -> Future[None]:
        """Remove a kegiatan; it can be undone."""
        return self._kegiatan.remove(kegiatan_id, str(REMOVED))

    def _add(self, draft: Kegiatan, plan: Sequence[PlannedSession], label: str) -> Kegiatan:
        kegiatan = replace(draft, sessions=schedule(plan, draft.dates, draft.id, new_id))
        self._kegiatan.add(kegiatan, label).result()
        return kegiatan

    def _with_files(self, plan: KegiatanPlan, folder: Path) -> Letterhead:
        logos = tuple(self._letterheads.add_picture(folder / name) for name in plan.logos)
        image = self._letterheads.add_picture(folder / plan.letterhead_image) if plan.letterhead_image else ""
        return replace(plan.kegiatan.letterhead, logos=logos, image=image)

    def _default_letterhead(self) -> Letterhead:
        letterhead: Letterhead = codec.from_plain(Letterhead, self._settings.get("kop"))
        return letterhead

    def _default_signatories(self) -> tuple[Signatory, ...]:
        stored: tuple[Signatory, ...] = codec.from_plain(
            tuple[Signatory, ...], self._settings.get("penandatangan")
        )
        return tuple(replace(s, id=new_id()) for s in stored)


def _moved(kegiatan: Kegiatan, first_day: date) -> Kegiatan:
    shift = first_day - min(kegiatan.dates)
    return replace(kegiatan, dates=tuple(day + shift for day in kegiatan.dates), issued_on=None)


def _what_changed(before: Kegiatan | None, after: Kegiatan) -> str:
    names = [f.name for f in fields(Kegiatan) if before and getattr(before, f.name) != getattr(after, f.name)]
    called = {str(CHANGED_ONE.get(name, CHANGED)) for name in names}
    return called.pop() if len(called) == 1 else str(CHANGED)


def _checked_title(raw: str) -> str:
    title = clean(raw)
    if not title:
        raise RefusedError(_("Nama kegiatan belum diisi."), advice=_("Isi nama kegiatan, lalu lanjutkan."))
    if len(title) > MAX_TITLE:
        raise RefusedError(
            _("Nama kegiatan terlalu panjang."), advice=_("Pendekkan sampai {n} huruf.", n=MAX_TITLE)
        )
    return title


def _city(place: Place) -> str:
    """The town that stands before the date: "Blora" from "Kabupaten Blora"."""
    for prefix in ("Kabupaten ", "Kab. ", "Kota "):
        if place.kabupaten.startswith(prefix):
            return place.kabupaten.removeprefix(prefix)
    return place.kabupaten
